"""Comments follow their words through any edits: properties, and a judge that knows the two texts alone."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.act import Act, Section, Unit
from law.compare import Hunk, compare_acts, compare_texts
from law.editing.edit import apply_edits
from review.anchors import Anchor, Carrier, Hold, Mark, map_span, own_text
from tests.law.edits import random_edit
from tests.review.weaving import ACT, on, text_of


def fates(hunks: tuple[Hunk, ...]) -> dict[int, int]:
    """Where each character of the old text went; written apart from the code under test."""
    kept: dict[int, int] = {}
    old = new = 0
    for hunk in hunks:
        for _ in hunk.text:
            if hunk.kind == "equal":
                kept[old] = new
            old += hunk.kind != "insert"
            new += hunk.kind != "delete"
    return kept


WORDS = ("กรรมการ", "ช่างทอ", "ให้", "สามปี", "นับแต่วันที่", "(ก)", " ", "ร้านค้า", "๑๐", "ลงทะเบียน")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14),
    st.integers(0, 80),
    st.integers(1, 30),
)
def test_the_span_is_what_lies_between_what_was_kept(olds: list[str], news: list[str], start: int, size: int) -> None:
    old, new = "".join(olds), "".join(news)
    start = min(start, len(old) - 1)
    end = min(start + size, len(old))
    hunks = compare_texts(old, new)
    first, last = map_span(hunks, start, end)
    kept = fates(hunks)
    inside = [kept[at] for at in range(start, end) if at in kept]
    assert all(first <= at < last for at in inside)
    assert all(kept[at] < first for at in range(start) if at in kept) or first == last
    assert all(kept[at] >= last for at in range(end, len(old)) if at in kept)
    if len(inside) == end - start and inside == list(range(inside[0], inside[0] + len(inside))):
        assert new[first:last] == old[start:end]


def random_marks(act: Act, random: Random, count: int) -> list[Mark]:
    marks = [Mark()]
    addresses = list(act.places())
    for address in random.choices(addresses, k=count):
        text = own_text(act, address)
        if not text or random.random() < 0.2:
            marks.append(Mark(address))
            continue
        start = random.randrange(len(text))
        marks.append(Mark(address, text[start : start + random.randint(1, 30)], start))
    return marks


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_no_comment_is_ever_lost(random: Random, drafts: int) -> None:
    """After any sequence of edits each comment is on its words, or changed, or at its unit, or at the proposal."""
    new = ACT
    for _ in range(drafts):
        new = random_edit(new, random, edits=2).new
    carrier = Carrier(ACT, new, compare_acts(ACT, new))
    for mark in random_marks(ACT, random, 12):
        found = carrier.carry(mark)
        text = own_text(new, found.address)
        if found.state is Hold.AT_WORDS:
            assert text[found.start : found.end] == (mark.quote or own_text(ACT, mark.address))
            assert not found.is_changed
        elif found.state is Hold.WORDS_CHANGED:
            assert found.before == mark.quote
            assert text[found.start : found.end] == found.after
            assert found.after.strip()
            assert found.after != found.before
        elif found.state is Hold.AT_UNIT:
            assert isinstance(new.get(found.address), Section | Unit) or found.address.startswith("ch")
            assert not mark.quote or (found.before, found.after) == (mark.quote, "")
        else:
            assert found.address == ""
        section = mark.address.partition(".")[0]
        if mark.quote and ACT.get(section) == new.get(section) and not carrier.comparison.changes:
            assert found.state is Hold.AT_WORDS


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_comments_on_sections_that_stay_hold_their_words(random: Random) -> None:
    new = random_edit(ACT, random, edits=2).new
    carrier = Carrier(ACT, new, compare_acts(ACT, new))
    touched = {one.address for one in carrier.comparison.sections} | {
        one.moved_from for one in carrier.comparison.changes
    }
    for mark in random_marks(ACT, random, 12):
        section = mark.address.partition(".")[0]
        if mark.quote and section.startswith("s") and section not in touched:
            found = carrier.carry(mark)
            assert (found.state, found.address.partition(".")[0]) == (Hold.AT_WORDS, section)


# --- a sequence of drafts, judged without the code under test ------------------------------------------


def standing_places(act: Act, quote: str) -> set[tuple[str, int]]:
    """Every place of words in the lines of an act, found by hand."""
    found = set()
    for address, place in act.places().items():
        text = place.node.text if isinstance(place.node, Unit) else ""
        found |= {(address, at) for at in range(len(text) - len(quote) + 1) if text.startswith(quote, at)}
    return found


def line_marks(act: Act, random: Random, count: int) -> list[Mark]:
    """Marks on words of lines, as a reader selects them: some short, some whole lines."""
    lines = [
        (address, place.node.text)
        for address, place in act.places().items()
        if isinstance(place.node, Unit) and place.node.text
    ]
    marks = []
    for address, text in random.choices(lines, k=count):
        start = random.randrange(len(text))
        marks.append(Mark(address, text[start : start + random.choice((3, 8, 25, 200))], start))
    return [mark for mark in marks if mark.quote.strip()]


def judge(old: Act, new: Act, mark: Mark, found: Anchor) -> None:
    """One of four things is so, and it is right by the two texts alone."""
    line = own_text(new, found.address)
    if found.state is Hold.AT_WORDS:
        assert (found.address, found.start) in standing_places(new, mark.quote) or "\n" in mark.quote
        assert line[found.start : found.end] == mark.quote
    elif found.state is Hold.WORDS_CHANGED:
        assert (found.before, line[found.start : found.end]) == (mark.quote, found.after)
        assert found.before != found.after
        # What stands in their place lies between what was kept of the line around them.
        base = own_text(old, mark.address)
        head, tail = base[: mark.start], base[(mark.start or 0) + len(mark.quote) :]
        if line.startswith(head) and line.endswith(tail) and len(line) >= len(head) + len(tail):
            between = line[len(head) : len(line) - len(tail)]
            assert between in found.after or found.after in between
    elif found.state is Hold.AT_UNIT:
        assert new.get(found.address) is not None
        assert (found.before, found.after) == (mark.quote, "")
    else:
        assert (found.address, found.before) == ("", mark.quote)


@settings(max_examples=50, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_after_every_draft_of_a_sequence_each_comment_is_where_the_texts_say(random: Random, drafts: int) -> None:
    """Comments are written on every draft on the way and looked at on every later one: none is missing, none is wrong."""
    texts = [ACT]
    written: list[tuple[int, Mark]] = []
    for number in range(drafts):
        written += [(number, mark) for mark in line_marks(texts[number], random, 5)]
        texts.append(random_edit(texts[number], random, edits=random.randint(1, 3)).new)
        seen = 0
        for number, mark in written:
            old, new = texts[number], texts[-1]
            found = Carrier(old, new, compare_acts(old, new)).carry(mark)
            judge(old, new, mark, found)
            seen += 1
            # Words whose whole line stands unchanged at its address, in a section nobody touched, never lose their comment.
            section = mark.address.partition(".")[0]
            if old.get(section) == new.get(section) and len(standing_places(new, own_text(old, mark.address))) == 1:
                assert found.state is Hold.AT_WORDS, (mark, found)
        assert seen == len(written)


def test_a_carrier_that_loses_or_misplaces_a_comment_is_found() -> None:
    """The judge itself can fail."""
    mark = on("s4.p1", "คราวละสามปี")
    new = apply_edits(ACT, [text_of("s4", "สามปี", "ห้าปี")])
    for wrong in (
        Anchor(Hold.AT_WORDS, "s4.p1", mark.start or 0, (mark.start or 0) + 11),
        Anchor(Hold.WORDS_CHANGED, "s4.p1", 0, 7, mark.quote, "กรรมการ"),
        Anchor(Hold.WORDS_CHANGED, "s4.p1", 0, 7, "อื่น", "กรรมการ"),
        Anchor(Hold.AT_UNIT, "s99", before=mark.quote),
        Anchor(Hold.AT_UNIT, "s4.p1", before=""),
        Anchor(Hold.AT_PROPOSAL),
    ):
        with pytest.raises(AssertionError):
            judge(ACT, new, mark, wrong)
