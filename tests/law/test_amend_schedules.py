"""Clauses on schedules: replaced, added, repealed."""

import pytest

from law.amend import write_bill
from law.parse import read_act
from law.proof import prove
from tests.law.weaving_act import ACT, TEXT, act

LISTS = "\nบัญชี ๑\n\n(๑) ไหม\n\nบัญชี ๒\n\n(๑) ฝ้าย\n\n[๑] ราช"


def test_a_schedule_is_replaced_by_the_one_behind_the_bill() -> None:
    rates = "\nอัตราค่าธรรมเนียม\n\n(๑) ใบอนุญาต ฉบับละ ๑๐๐ บาท\n\n(๒) ใบแทน ฉบับละ ๕๐ บาท\n\n[๑] ราช"
    old = TEXT.replace("\n[๑] ราช", rates)
    new = read_act(old.replace("๑๐๐ บาท", "๒๐๐ บาท").replace("๕๐ บาท", "๖๐ บาท")).act
    bill = write_bill(read_act(old).act, new)
    assert [clause.text for clause in bill.clauses] == [
        f"ให้ยกเลิกอัตราค่าธรรมเนียมท้าย{ACT} และให้ใช้อัตราค่าธรรมเนียมท้ายพระราชบัญญัตินี้แทน"
    ]
    assert bill.text.endswith("อัตราค่าธรรมเนียม\n\n(๑) ใบอนุญาต ฉบับละ ๒๐๐ บาท\n\n(๒) ใบแทน ฉบับละ ๖๐ บาท\n")
    assert prove(read_act(old).act, new, bill.text) == ()


@pytest.mark.parametrize(
    ("edit", "clauses", "attached"),
    [
        (
            ("(๑) ฝ้าย", "(๑) ฝ้ายและป่าน"),
            [f"ให้ยกเลิกบัญชี ๒ ท้าย{ACT} และให้ใช้บัญชี ๒ ท้ายพระราชบัญญัตินี้แทน"],
            "บัญชี ๒\n\n(๑) ฝ้ายและป่าน\n",
        ),
        (
            ("(๑) ฝ้าย", "(๑) ฝ้าย\n\nบัญชี ๓\n\n(๑) ป่าน"),
            [f"ให้เพิ่มบัญชี ๓ ท้ายพระราชบัญญัตินี้เป็นบัญชี ๓ ท้าย{ACT}"],
            "บัญชี ๓\n\n(๑) ป่าน\n",
        ),
        (("(๑) ไหม", "(ยกเลิก)"), [f"ให้ยกเลิกบัญชี ๑ ท้าย{ACT}"], "นายกรัฐมนตรี\n"),
        (
            ("(๑) ไหม\n\nบัญชี ๒\n\n(๑) ฝ้าย", "(๑) ใยบัว\n\nบัญชี ๒\n\n(ยกเลิก)"),
            [
                f"ให้ยกเลิกบัญชี ๑ ท้าย{ACT} และให้ใช้บัญชี ๑ ท้ายพระราชบัญญัตินี้แทน",
                f"ให้ยกเลิกบัญชี ๒ ท้าย{ACT}",
            ],
            "บัญชี ๑\n\n(๑) ใยบัว\n",
        ),
    ],
)
def test_one_of_several_schedules(edit: tuple[str, str], clauses: list[str], attached: str) -> None:
    old = TEXT.replace("\n[๑] ราช", LISTS)
    new = read_act(old.replace(*edit)).act
    bill = write_bill(read_act(old).act, new)
    assert [clause.text for clause in bill.clauses] == clauses
    assert bill.text.endswith(attached)
    assert prove(read_act(old).act, new, bill.text) == ()


def test_a_first_schedule_is_added() -> None:
    new = read_act(TEXT.replace("\n[๑] ราช", LISTS)).act
    bill = write_bill(act(), new)
    assert [clause.wording for clause in bill.clauses] == [
        f"ให้เพิ่มบัญชี {number} ท้ายพระราชบัญญัตินี้เป็นบัญชี {number} ท้าย{ACT}" for number in "๑๒"
    ]
    assert prove(act(), new, bill.text) == ()
