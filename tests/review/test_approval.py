"""What an approval is bound to, and which count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.act import Act, Division, Level, Section, read_units
from law.editing.edit import Edit, EditError, apply_edits
from review.approval import (
    Aspect,
    Assigned,
    Choice,
    Given,
    TouchedUnit,
    content_hash,
    counting,
    in_turn,
    missing_aspects,
    normalised,
    touched,
)


def section(label: str, written: str, text: str) -> Section:
    return Section(label, written, read_units(text))


ACT = Act(
    "พระราชบัญญัติตลาดนัด",
    (
        section("1", "๑", "พระราชบัญญัตินี้เรียกว่า พระราชบัญญัติตลาดนัด"),
        Division(Level.CHAPTER, "หมวด", "1", "๑", "ผู้ค้า", (section("2", "๒", "ผู้ค้าต้องมีแผง"),)),
        section("3", "๓", "ให้รัฐมนตรีรักษาการ"),
    ),
)

texts = st.text("กขค ๑๒", min_size=1, max_size=8)
units = st.builds(TouchedUnit, st.sampled_from(["s1", "s2", "s3", "s3/1"]), texts, texts, st.sampled_from(["", "s3"]))


@settings(max_examples=80, deadline=None)
@given(st.lists(units, max_size=5), st.randoms(use_true_random=False))
def test_the_hash_does_not_depend_on_the_order(found: list[TouchedUnit], random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert content_hash(shuffled) == content_hash(found)


@settings(max_examples=80, deadline=None)
@given(st.sets(units, max_size=4), st.sets(units, max_size=4))
def test_other_contents_have_another_hash(one: set[TouchedUnit], other: set[TouchedUnit]) -> None:
    assert (content_hash(one) == content_hash(other)) is (one == other)


def test_words_can_not_wander_between_the_fields() -> None:
    one = [TouchedUnit("s1", "ก", "ขค"), TouchedUnit("s2", "", "ง")]
    assert content_hash(one) != content_hash([TouchedUnit("s1", "กข", "ค"), TouchedUnit("s2", "", "ง")])
    assert content_hash([TouchedUnit("s1", "ก", "")]) != content_hash([TouchedUnit("s1", "", "ก")])


INSERTIONS = [
    Edit("s3/1", "หนึ่ง", "s3"),
    Edit("s3/2", "สอง", "s3"),
    Edit("s3/3", "สาม", "s3/2"),
    Edit("s2", "ผู้ค้าต้องมีแผงสองแผง"),
    Edit("ch1", "ผู้ค้า  และผู้ซื้อ"),
    Edit("s1", " พระราชบัญญัตินี้เรียกว่า  พระราชบัญญัติตลาดนัด\n\n"),
]


@settings(max_examples=60, deadline=None)
@given(st.permutations(INSERTIONS))
def test_the_same_edits_in_any_order_are_the_same_act_and_hash(edits: list[Edit]) -> None:
    normal = normalised(ACT, edits)
    assert normal == normalised(ACT, INSERTIONS)
    assert list(apply_edits(ACT, normal).sections()) == ["s1", "s2", "s3", "s3/1", "s3/2", "s3/3"]
    assert content_hash(touched(ACT, normal)) == content_hash(touched(ACT, normalised(ACT, INSERTIONS)))


def test_what_changes_nothing_is_dropped() -> None:
    assert normalised(ACT, [INSERTIONS[-1]]) == ()
    assert [edit.address for edit in normalised(ACT, [INSERTIONS[-1], INSERTIONS[4]])] == ["ch1"]


def test_a_unit_edited_twice_is_refused() -> None:
    with pytest.raises(EditError):
        normalised(ACT, [Edit("s2", "ก"), Edit("s2", "ข")])


def test_what_hangs_on_itself_is_kept_and_refused_when_applied() -> None:
    circle = normalised(ACT, [Edit("s3/1", "ก", "s3/2"), Edit("s3/2", "ข", "s3/1")])
    assert len(circle) == 2
    with pytest.raises(EditError):
        apply_edits(ACT, circle)


def test_a_heading_stands_behind_the_section_put_in_at_the_same_place() -> None:
    normal = normalised(ACT, [Edit("s1/1", "แทรก", "s1"), Edit("t1", "ตลาด", "s1")])
    assert list(apply_edits(ACT, normal).places())[2] == "s1/1"
    assert normal == normalised(ACT, reversed(normal))


def test_schedules_have_one_text() -> None:
    edits = normalised(ACT, [Edit("schedule", " บัญชี  ๑\n\n(๑) ก ")])
    assert edits == (Edit("schedule", "บัญชี ๑\n(๑) ก"),)
    assert normalised(apply_edits(ACT, edits), edits) == ()


def test_touched_units_carry_the_base_text() -> None:
    found = touched(ACT, [Edit("s2", "ใหม่"), Edit("ch1", "ชื่อใหม่"), Edit("s3/1", "แทรก", "s3")])
    assert [unit.base_text for unit in found] == ["ผู้ค้าต้องมีแผง", "ผู้ค้า", ""]


def test_an_edition_that_leaves_the_units_alone_keeps_the_hash() -> None:
    edits = [Edit("s2", "ใหม่")]
    elsewhere = apply_edits(ACT, [Edit("s3", "ให้นายกรัฐมนตรีรักษาการ")])
    there = apply_edits(ACT, [Edit("s2", "ผู้ค้าต้องมีแผงเดียว")])
    before = content_hash(touched(ACT, edits))
    assert content_hash(touched(elsewhere, edits)) == before
    assert content_hash(touched(there, edits)) != before


A, R, C = Choice.APPROVE, Choice.REJECT, Choice.REQUEST_CHANGES


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], set()),
        ([Given(1, A, "h", 1)], {1}),
        ([Given(1, A, "h", 1), Given(2, A, "h", 1)], {1, 2}),
        ([Given(1, A, "h", 1), Given(1, A, "h", 1)], {1}),  # twice is once
        ([Given(1, A, "other", 1)], set()),  # another text
        ([Given(1, A, "h", 0)], set()),  # before a restart
        ([Given(1, A, "h", 1), Given(1, C, "h", 1)], set()),  # the last word counts
        ([Given(1, C, "h", 1), Given(1, A, "h", 1)], {1}),
        ([Given(1, A, "h", 1), Given(1, R, "other", 1)], {1}),  # said about another text
        ([Given(3, A, "h", 1)], set()),  # not assigned (any more)
        ([Given(4, A, "h", 1)], set()),  # became an author
    ],
)
def test_which_approvals_count(decisions: list[Given], expected: set[int]) -> None:
    assigned = [Assigned(1), Assigned(2), Assigned(4)]
    assert counting(decisions, content_hash="h", round_=1, assigned=assigned, authors={4, 5}) == expected


LEGAL, POLICY = Aspect.LEGAL, Aspect.POLICY


@pytest.mark.parametrize(
    ("assigned", "given_for", "counts"),
    [
        (Assigned(1, LEGAL), LEGAL, True),
        (Assigned(1), LEGAL, True),  # looks after the whole now
        (Assigned(1, LEGAL), None, False),  # asked about the law only since
        (Assigned(1, POLICY), LEGAL, False),
        (Assigned(1, LEGAL, instead_of=3), LEGAL, True),
        (Assigned(1, LEGAL, instead_of=5), LEGAL, False),  # for an author: four eyes
    ],
)
def test_an_approval_is_for_an_aspect(assigned: Assigned, given_for: Aspect | None, counts: bool) -> None:
    found = counting([Given(1, A, "h", 1, given_for)], content_hash="h", round_=1, assigned=[assigned], authors={5})
    assert found == ({1} if counts else set())


def test_what_is_missing_and_whose_turn_it_is() -> None:
    people = [Assigned(1, LEGAL, 1), Assigned(2, POLICY, 2), Assigned(3, None, 3)]
    assert missing_aspects({LEGAL, POLICY}, people, {1, 3}) == {POLICY}
    assert missing_aspects({LEGAL, POLICY}, people, {1, 2}) == set()
    assert [in_turn(one, people, {1}) for one in (1, 2, 3)] == [True, True, False]
    assert in_turn(3, people, {1, 2})
