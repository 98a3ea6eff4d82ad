"""Clauses on schedules carried out on an invented act."""

import pytest

from law.act import act_text
from law.instruct import CannotApply, apply_bill
from law.parse import read_act
from tests.law.garden_act import TITLE, bill, garden

SCHEDULE = "\nอัตราค่าธรรมเนียม\n\n(๑) ใบอนุญาต ฉบับละ ๑๐ บาท\n"
NEW_SCHEDULE = "\n\nผู้รับสนองพระราชโองการ\n\nนายกรัฐมนตรี\n\nอัตราค่าธรรมเนียม\n\n(๑) ใบอนุญาต ฉบับละ ๒๐ บาท\n"


def with_schedule():
    text = act_text(garden()).replace("นายกรัฐมนตรี\n", f"นายกรัฐมนตรี\n{SCHEDULE}", 1)
    act = read_act(text).act
    assert act.schedules == ("อัตราค่าธรรมเนียม", "(๑) ใบอนุญาต ฉบับละ ๑๐ บาท")
    return act


def test_a_schedule_is_replaced_by_the_one_behind_the_bill():
    clause = f"ให้ยกเลิกอัตราค่าธรรมเนียมท้าย{TITLE} และให้ใช้อัตราค่าธรรมเนียมท้ายพระราชบัญญัตินี้แทน"
    amended = apply_bill(with_schedule(), bill(clause) + NEW_SCHEDULE)
    assert amended.schedules == ("อัตราค่าธรรมเนียม", "(๑) ใบอนุญาต ฉบับละ ๒๐ บาท")
    assert amended.tail == with_schedule().tail


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        (f"ให้ยกเลิกอัตราค่าปรับท้าย{TITLE} และให้ใช้อัตราค่าปรับท้ายพระราชบัญญัตินี้แทน", "names another schedule"),
        (f"ให้ยกเลิกรายการในอัตราค่าธรรมเนียมท้าย{TITLE}", "names another schedule"),
        (f"ให้เพิ่มอัตราค่าธรรมเนียมท้ายพระราชบัญญัตินี้เป็นอัตราค่าธรรมเนียมท้าย{TITLE}", "is in the act already"),
        (f"ให้เพิ่มบัญชี ๒ ท้ายพระราชบัญญัตินี้เป็นบัญชี ๒ ท้าย{TITLE}", "the new schedule is not in the bill"),
    ],
)
def test_less_than_a_schedule_is_refused(clause, sentence):
    with pytest.raises(CannotApply, match=sentence):
        apply_bill(with_schedule(), bill(clause) + NEW_SCHEDULE)


LISTS = "บัญชี ๑\n\n(๑) กล้วยไม้\n\nบัญชี ๒\n\nแบบฟอร์ม ก\n\nบัญชี ๑๐\n\n(๑) ไม้ดอก\n"
NEW_LISTS = "\n\nผู้รับสนองพระราชโองการ\n\nนายกรัฐมนตรี\n\nบัญชี ๑\n\n(๑) กุหลาบ\n\nบัญชี ๓\n\n(๑) ไม้ใบ\n"


@pytest.mark.parametrize(
    ("clause", "schedules"),
    [
        (
            f"ให้ยกเลิกบัญชี ๑ ท้าย{TITLE} และให้ใช้บัญชี ๑ ท้ายพระราชบัญญัตินี้แทน",
            ["บัญชี ๑", "(๑) กุหลาบ", "บัญชี ๒", "แบบฟอร์ม ก", "บัญชี ๑๐", "(๑) ไม้ดอก"],
        ),
        (
            f"ให้เพิ่มบัญชี ๓ ท้ายพระราชบัญญัตินี้เป็นบัญชี ๓ ท้าย{TITLE}",
            ["บัญชี ๑", "(๑) กล้วยไม้", "บัญชี ๒", "แบบฟอร์ม ก", "บัญชี ๓", "(๑) ไม้ใบ", "บัญชี ๑๐", "(๑) ไม้ดอก"],
        ),
        (
            f"ให้ยกเลิกบัญชี ๑ และบัญชี ๑๐ ท้าย{TITLE}",
            ["บัญชี ๑", "(ยกเลิก)", "บัญชี ๒", "แบบฟอร์ม ก", "บัญชี ๑๐", "(ยกเลิก)"],
        ),
    ],
)
def test_one_of_several_schedules_is_amended(clause, schedules):
    text = act_text(garden()).replace("นายกรัฐมนตรี\n", f"นายกรัฐมนตรี\n\n{LISTS}", 1)
    act = read_act(text).act
    assert len(act.schedules) == 6
    assert list(apply_bill(act, bill(clause) + NEW_LISTS).schedules) == schedules
