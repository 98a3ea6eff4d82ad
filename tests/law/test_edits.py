"""The edits between two texts of an act are those that make the one into the other, or none."""

from __future__ import annotations

import pytest

from law.amend import write_bill
from law.editing.edit import Edit, apply_edits
from law.editing.edits import CannotExpress, edits_between
from law.instruct import apply_bill
from law.parse import read_act

TEXT = """พระราชบัญญัติส่งเสริมตลาดน้ำ พ.ศ. ๒๕๕๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติส่งเสริมตลาดน้ำ พ.ศ. ๒๕๕๐”

หมวด ๑
ตลาด

มาตรา ๒  ตลาดน้ำต้องมีท่าเรือ

มาตรา ๓  ผู้ค้ามีหน้าที่
(๑) รักษาน้ำ
(๒) เก็บขยะ

หมวด ๒
เรือ

มาตรา ๔  เรือต้องมีชูชีพ

มาตรา ๕  ให้รัฐมนตรีว่าการกระทรวงวัฒนธรรมรักษาการตามพระราชบัญญัตินี้
"""
ACT = read_act(TEXT).act


@pytest.mark.parametrize(
    "edits",
    [
        (Edit("s2", "ตลาดน้ำต้องมีท่าเรือสองท่า"),),
        (Edit("s3", "ผู้ค้ามีหน้าที่\n(๑) รักษาน้ำ\n(๑/๑) ประหยัดน้ำ\n(๒) เก็บขยะ"), Edit("s4", "(ยกเลิก)")),
        (Edit("s2/1", "ท่าเรือต้องมีไฟ", "s2"),),
        (Edit("s3/1", "ผู้ซื้อต้องช่วย", "s3"), Edit("s3/2", "ทุกคนต้องช่วย", "s3/1")),
        (Edit("ch2", "เรือและท่าเรือ"),),
        (Edit("ch3", "บทกำหนดโทษ", "s4"),),
        (Edit("ch1.pt1", "ท่าเรือ", "ch1"), Edit("ch1.pt2", "ผู้ค้า", "s2")),
        (Edit("ch1/1", "ผู้ค้า", "s2"), Edit("s2/1", "ผู้ค้าต้องลงทะเบียน", "ch1/1")),
        (Edit("t1", "ตลาดและเรือ", "s1"),),
        (Edit("ch3", "โทษ", "ch2"), Edit("s6", "ผู้ฝ่าฝืนต้องระวางโทษปรับ", "ch3")),
    ],
    ids=lambda edits: edits[0].address,
)
def test_a_bill_of_edits_comes_back_as_the_edits(edits: tuple[Edit, ...]) -> None:
    new = apply_edits(ACT, edits)
    applied = apply_bill(ACT, write_bill(ACT, new).text)
    found = edits_between(ACT, applied)
    assert sorted(found) == sorted(edits)
    assert apply_edits(ACT, found) == new


def test_the_same_text_has_no_edits() -> None:
    assert edits_between(ACT, ACT) == ()


def test_what_no_edit_makes_is_named() -> None:
    changed = TEXT.replace("มาตรา ๔  เรือต้องมีชูชีพ\n\n", "")
    with pytest.raises(CannotExpress) as refused:
        edits_between(ACT, read_act(changed).act)
    assert refused.value.addresses == ("s4",)


def test_schedules_are_edited_together() -> None:
    edit = Edit("schedule", "บัญชี ๑\n(๑) เรือพาย\nบัญชี ๒\n(๑) เรือหางยาว")
    new = apply_edits(ACT, [edit])
    applied = apply_bill(ACT, write_bill(ACT, new).text)
    assert edits_between(ACT, applied) == (edit,)
