"""New sections of several proposals under one number: the next goes behind the first, with all that cites it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.editing.edit import Edit, apply_edits
from law.references import find_references
from review.combining import Approved, Clash, Combined, combine
from tests.review.test_combining import ACT, HOURS

MONDAY = Edit("s3/1", "สวนปิดวันจันทร์", "s3")
OTHER = "ทั้งนี้ ไม่กระทบมาตรา ๓/๑ แห่งพระราชบัญญัติการพนัน พุทธศักราช ๒๔๗๘"
WEDNESDAY = Edit("s3/1", "สวนปิดวันพุธ", "s3")


def joined(*edits: tuple[Edit, ...], elsewhere: str = "") -> Combined:
    return combine(ACT, [Approved(number, found, (elsewhere,)) for number, found in enumerate(edits, start=1)])


def sections(found: Combined) -> list[tuple[str, str]]:
    """The new sections as they stand in the act."""
    made = apply_edits(ACT, found.edits)
    return [(address, one.text) for address, one in made.sections().items() if ACT.get(address) is None]


def test_the_second_goes_behind_the_first_and_must_be_looked_at() -> None:
    found = joined((MONDAY,), (WEDNESDAY,))
    assert not found.clashes
    assert sections(found) == [("s3/1", "สวนปิดวันจันทร์"), ("s3/2", "สวนปิดวันพุธ")]
    (unit,) = found.to_confirm
    assert (unit.edit.address, unit.was, unit.texts) == ("s3/2", "s3/1", ((2, "สวนปิดวันพุธ"),))
    assert found.moved == {2: {"s3/1": "s3/2"}}
    turned = joined((WEDNESDAY,), (MONDAY,))
    assert turned.confirmed_by not in ("", found.confirmed_by), "what was put in first keeps its number"


def test_what_is_added_alike_or_elsewhere_keeps_its_number() -> None:
    found = joined((MONDAY,), (MONDAY, Edit("s4/1", "ห้ามจุดไฟ", "s4")))
    assert (found.moved, found.to_confirm) == ({}, ())
    assert [address for address, _text in sections(found)] == ["s3/1", "s4/1"]


def test_citations_go_along_and_those_of_the_other_proposal_stay() -> None:
    first = (MONDAY, Edit("s4", "ห้ามนำสัตว์เข้าในสวน เว้นแต่วันตามมาตรา ๓/๑"))
    second = (
        WEDNESDAY,
        Edit("s3/2", "ผู้ฝ่าฝืนมาตรา ๓/๑ วรรคหนึ่ง หรือมาตรานี้ ต้องออกจากสวน", "s3/1"),
        Edit("s3", f"{HOURS} ภายใต้บังคับมาตรา ๓/๑ และมาตรา ๓/๒ {OTHER}"),
    )
    found = joined(first, second)
    made = apply_edits(ACT, found.edits)
    assert [address for address, _text in sections(found)] == ["s3/1", "s3/2", "s3/3"]
    assert made.get("s3/3").text == "ผู้ฝ่าฝืนมาตรา ๓/๒ วรรคหนึ่ง หรือมาตรานี้ ต้องออกจากสวน"
    assert made.get("s3").text.endswith(f"ภายใต้บังคับมาตรา ๓/๒ และมาตรา ๓/๓ {OTHER}")
    assert made.get("s4").text.endswith("มาตรา ๓/๑")
    assert [unit.edit.address for unit in found.to_confirm] == ["s3", "s3/2", "s3/3"]
    assert not [one for one in find_references(made) if one.is_broken]


def test_at_the_end_of_an_act_the_next_whole_number_is_free() -> None:
    found = joined((Edit("s5", "ห้ามจุดไฟ", "s4"),), (Edit("s5", "ห้ามตกปลา", "s4"),), (Edit("s5", "ห้ามพายเรือ", "s4"),))
    assert sections(found) == [("s5", "ห้ามจุดไฟ"), ("s6", "ห้ามตกปลา"), ("s7", "ห้ามพายเรือ")]


@pytest.mark.parametrize(
    ("edits", "elsewhere"),
    [
        ((WEDNESDAY,), "ให้ผู้ที่ปฏิบัติตามมาตรา ๓/๑ ปฏิบัติต่อไป"),
        ((WEDNESDAY,), "s3/1"),
        ((WEDNESDAY, Edit("s4", "มาตรา ๓ ถึงมาตรา ๔ และมาตรา ๒ ถึงมาตรา ๔ ใช้แก่ทุกคน")), ""),
    ],
    ids=["named in a transitional section", "words changed in it", "inside a range"],
)
def test_what_can_not_be_rewritten_for_certain_clashes_as_before(edits: tuple[Edit, ...], elsewhere: str) -> None:
    found = joined((MONDAY,), edits, elsewhere=elsewhere)
    assert [(unit.edit.address, unit.clash) for unit in found.clashes] == [("s3/1", Clash.ADDED)]
    assert found.moved == {}


def test_a_number_that_would_stand_before_a_smaller_one_is_not_given() -> None:
    first, second = Edit("s1/1", "สวนเด็ก", "ch1"), Edit("s1/1", "สวนสัตว์", "s1")
    assert [unit.clash for unit in joined((first,), (second,)).clashes] == [Clash.ADDED]


RUNS = st.lists(st.integers(1, 3), min_size=2, max_size=4)


@given(RUNS, st.sampled_from(["s2", "s3", "s4"]), st.booleans())
def test_every_new_section_is_there_once_and_those_of_one_proposal_stay_together(
    runs: list[int], anchor: str, in_a_chain: bool
) -> None:
    label = anchor.removeprefix("s")
    texts = [[f"เรื่องที่ {number} ข้อที่ {place}" for place in range(run)] for number, run in enumerate(runs)]
    found = joined(
        *(
            tuple(
                Edit(f"s{label}/{place + 1}", text, f"s{label}/{place}" if place and in_a_chain else anchor)
                for place, text in enumerate(own)
            )
            for own in texts
        )
    )
    assert not found.clashes
    assert [text for _address, text in sections(found)] == [text for own in texts for text in own]
