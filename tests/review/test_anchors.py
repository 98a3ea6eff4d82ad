"""Comments follow their words: on them, marked changed, at their unit, or at the proposal; none missing."""

from __future__ import annotations

import pytest

from law.compare import Hunk, compare_acts
from law.editing.edit import Edit, apply_edits
from review.anchors import Anchor, Carrier, Hold, Mark, map_span, own_text
from tests.review.weaving import ACT, carried, on, text_of


def test_words_that_nobody_touched() -> None:
    mark = on("s4.p1", "คราวละสามปี")
    assert carried(ACT, mark, text_of("s3", "สองคน", "สามคน")) == Anchor(
        Hold.AT_WORDS, "s4.p1", mark.start, mark.start + 11
    )


def test_words_behind_a_change_move_with_it() -> None:
    found = carried(ACT, on("s4.p1", "นับแต่วันที่ได้รับแต่งตั้ง"), text_of("s4", "สามปี", "สี่ปีหกเดือน"))
    assert (found.state, found.address) == (Hold.AT_WORDS, "s4.p1")
    new = "กรรมการมีวาระการดำรงตำแหน่งคราวละสี่ปีหกเดือนนับแต่วันที่ได้รับแต่งตั้ง"
    assert new[found.start : found.end] == "นับแต่วันที่ได้รับแต่งตั้ง"


def test_an_item_that_was_renumbered_keeps_its_comment() -> None:
    edit = text_of("s3", "(๒) ผู้แทน", "(๒) ผู้แทนกลุ่มแม่บ้านในหมู่บ้าน เป็นกรรมการ\n(๓) ผู้แทน")
    edit = Edit(edit.address, edit.text.replace("(๓) ผู้แทนร้านค้า", "(๔) ผู้แทนร้านค้า"))
    found = carried(ACT, on("s3.p1.i3", "ร้านค้าผ้าในตลาดกลาง"), edit)
    assert (found.state, found.address) == (Hold.AT_WORDS, "s3.p1.i4")
    found = carried(ACT, on("s3.p1.i2", "ช่างทอจำนวนสองคน"), edit)
    assert (found.state, found.address) == (Hold.AT_WORDS, "s3.p1.i3")


def test_changed_words_with_before_and_after() -> None:
    found = carried(ACT, on("s4.p1", "คราวละสามปี"), text_of("s4", "สามปี", "ห้าปี"))
    assert (found.state, found.before, found.after) == (Hold.WORDS_CHANGED, "คราวละสามปี", "คราวละห้าปี")
    assert found.is_changed


def test_words_gone_are_shown_at_the_unit() -> None:
    found = carried(ACT, on("s4.p1", "นับแต่วันที่ได้รับแต่งตั้ง"), text_of("s4", "นับแต่วันที่ได้รับแต่งตั้ง", ""))
    assert found == Anchor(Hold.AT_UNIT, "s4.p1", before="นับแต่วันที่ได้รับแต่งตั้ง")


def test_a_unit_gone_is_shown_at_what_held_it() -> None:
    found = carried(ACT, on("s3.p1.i3", "ตลาดกลาง"), text_of("s3", "\n(๓) ผู้แทนร้านค้าผ้าในตลาดกลาง เป็นกรรมการ", ""))
    assert found == Anchor(Hold.AT_UNIT, "s3.p1", before="ตลาดกลาง")


def test_a_section_gone_leaves_it_to_the_proposal() -> None:
    new = apply_edits(ACT, [Edit("s4/1", "ให้คณะกรรมการประชุมทุกเดือน", "s4")])
    found = Carrier(new, ACT, compare_acts(new, ACT)).carry(Mark("s4/1.p1", "ทุกเดือน", 20))
    assert found == Anchor(Hold.AT_PROPOSAL, before="ทุกเดือน")
    assert Carrier(new, ACT, compare_acts(new, ACT)).carry(Mark("s4/1")).state is Hold.AT_PROPOSAL


def test_a_repealed_section_still_stands() -> None:
    found = carried(ACT, on("s4.p1", "คราวละสามปี"), Edit("s4", "(ยกเลิก)"))
    assert (found.state, found.address, found.before, found.after) == (Hold.AT_UNIT, "s4", "คราวละสามปี", "")


def test_words_that_went_to_another_section_are_followed() -> None:
    line = "กรรมการที่พ้นจากตำแหน่งตามวาระอาจได้รับแต่งตั้งอีกได้"
    moved = [text_of("s4", f"\n{line}", ""), Edit("s3", f"{own_text(ACT, 's3')}\n{line}")]
    found = carried(ACT, on("s4.p2", "ตามวาระ"), *moved)
    assert (found.state, found.address) == (Hold.AT_WORDS, "s3.p3")


def test_words_of_a_section_are_tied_to_their_line() -> None:
    assert carried(ACT, on("s3", "สองคน")).address == "s3.p1.i2"
    two_lines = on("s3", "เป็นประธานกรรมการ\n(๒) ผู้แทน")
    assert carried(ACT, two_lines).state is Hold.AT_WORDS
    assert carried(ACT, two_lines, text_of("s3", "ปลัดเมือง", "นายกเทศมนตรี")).state is Hold.AT_WORDS


def test_a_comment_on_a_unit_says_that_its_text_changed() -> None:
    assert carried(ACT, Mark("s4.p1")) == Anchor(Hold.AT_UNIT, "s4.p1")
    found = carried(ACT, Mark("s4.p1"), text_of("s4", "สามปี", "ห้าปี"))
    assert (found.state, "สามปี" in found.before, "ห้าปี" in found.after) == (Hold.AT_UNIT, True, True)


def test_headings_and_the_proposal() -> None:
    found = carried(ACT, on("ch1", "กรรมการ"), Edit("ch1", "คณะกรรมการและสำนักงาน"))
    assert (found.state, found.address) == (Hold.AT_WORDS, "ch1")
    assert carried(ACT, Mark()) == Anchor(Hold.AT_PROPOSAL)
    assert carried(ACT, Mark("s99.p1", "คำ", 3)) == Anchor(Hold.AT_PROPOSAL, before="คำ")


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 2), (0, 2)), ((2, 4), (2, 5)), ((3, 4), (2, 5)), ((1, 5), (1, 6)), ((4, 6), (5, 8)), ((4, 5), (5, 6))],
)
def test_spans(span: tuple[int, int], expected: tuple[int, int]) -> None:
    """ab[cd→XYZ]e+Q+f: what was replaced is taken whole, what was put in only from between the words."""
    pieces = [("equal", "ab"), ("delete", "cd"), ("insert", "XYZ"), ("equal", "e"), ("insert", "Q"), ("equal", "f")]
    assert map_span([Hunk(kind, text) for kind, text in pieces], *span) == expected  # type: ignore[arg-type]
