"""How large a unit is re-stated: as the changes suggest, or as the drafter wants."""

import pytest

from law.amend import Frame, Grain, write_bill
from law.parse import read_act
from law.proof import prove
from tests.law.weaving_act import TEXT, act, edited


def test_more_than_half_of_a_section_is_restated_as_a_section() -> None:
    new = edited(("อย่างน้อยปีละสี่ครั้ง", "ทุกเดือน"), ("ไม่น้อยกว่ากึ่งหนึ่ง", "ไม่น้อยกว่าสองในสาม"))
    assert [clause.targets for clause in write_bill(act(), new).clauses] == [("s7",)]


@pytest.mark.parametrize(
    ("grain", "targets"),
    [
        ({"s5": Grain.SECTION}, ["s5"]),
        ({"s5.p1": Grain.PARAGRAPH}, ["s5.p1"]),
        ({"s5": Grain.ITEM}, ["s5.i3"]),
    ],
)
def test_the_drafter_chooses_another_grain(grain: dict[str, Grain], targets: list[str]) -> None:
    bill = write_bill(act(), edited(("จำนวนสามคน", "จำนวนสี่คน")), Frame(grain=grain))
    assert [list(clause.targets) for clause in bill.clauses] == [targets]


def test_a_line_that_begins_like_a_section_is_text_of_a_restated_chapter() -> None:
    lines = (
        "ผู้กระทำผิดตาม\n\nมาตรา ๒๘๘ ถึงมาตรา ๒๙๖ ความผิดฐานปลอม\n\nมาตรา ๓๐๓ ถึงมาตรา ๓๐๕ ความผิดฐานลอกลาย\n\nให้เพิ่มโทษกึ่งหนึ่ง"
    )
    text = TEXT.replace("ต้องระวางโทษปรับไม่เกินห้าหมื่นบาท", f"ต้องระวางโทษ\n\nมาตรา ๑๓  {lines}")
    old = read_act(text).act
    new = read_act(text.replace("หมวด ๓\nบทกำหนดโทษ", "หมวด ๓\nโทษ").replace("เพิ่มโทษกึ่งหนึ่ง", "เพิ่มโทษเท่าตัว")).act
    bill = write_bill(old, new, Frame(grain={"ch3": Grain.DIVISION}))
    assert [list(clause.targets) for clause in bill.clauses] == [["ch3", "s12", "s13"]]
    assert prove(old, new, bill.text) == ()


def test_a_heading_that_no_clause_names_is_not_restated() -> None:
    text = TEXT.replace("มาตรา ๗  ให้คณะ", "ตอน ๑\nการประชุม\n\nมาตรา ๗  ให้คณะ")
    old, new = read_act(text).act, read_act(text.replace("ปีละสี่ครั้ง", "ปีละหกครั้ง")).act
    bill = write_bill(old, new, Frame(grain={"ch1.h1": Grain.DIVISION}))
    assert [list(clause.targets) for clause in bill.clauses] == [["s7.p1"]]
