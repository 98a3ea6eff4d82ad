"""How large a unit is re-stated: as the changes suggest, or as the drafter wants."""

import pytest

from law.amend import Frame, Grain, write_bill
from tests.law.weaving_act import act, edited


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
