"""Sections of a bill that order nothing, orders that are not understood, orders listed under one law."""

import pytest

from law.instruct import Action, read_bill
from tests.law.one_clause import ACT, INSTEAD, LATER, bill, clause_id, only

NONE = [
    f"พระราชบัญญัตินี้เรียกว่า “{LATER}”",
    "พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป",
    "พระราชบัญญัตินี้ให้ใช้บังคับเมื่อพ้นกำหนดหนึ่งร้อยแปดสิบวันนับแต่วันประกาศในราชกิจจานุเบกษาเป็นต้นไป",
    "ให้นายกรัฐมนตรีรักษาการตามพระราชบัญญัตินี้",
    "ให้รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์รักษาการตามพระราชบัญญัตินี้ และให้มีอำนาจออกกฎกระทรวง",
    f"ให้กรรมการตามมาตรา ๖ แห่ง{ACT} ซึ่งดำรงตำแหน่งอยู่ในวันก่อนวันที่พระราชบัญญัตินี้ใช้บังคับ ปฏิบัติหน้าที่ต่อไป",
    f"บรรดากฎกระทรวงที่ออกตาม{ACT} ซึ่งใช้อยู่ในวันก่อนวันที่พระราชบัญญัตินี้ใช้บังคับ ให้ใช้บังคับต่อไป",
    f"คำขอใดที่ยื่นไว้ตามมาตรา ๙ แห่ง{ACT} และยังอยู่ในระหว่างพิจารณา ให้ถือว่าเป็นคำขอตามพระราชบัญญัตินี้",
    f"ในวาระเริ่มแรก มิให้นำความในมาตรา ๘ แห่ง{ACT} ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัตินี้ มาใช้บังคับ",
    "ระเบียบนี้ให้ใช้บังคับตั้งแต่วันประกาศในราชกิจจานุเบกษาเป็นต้นไป",
    "คณะกรรมการอาจสั่งให้แก้ไขคำขอให้ถูกต้องได้",
]

UNKNOWN = [
    f"ให้แก้ไขเพิ่มเติมมาตรา ๕ แห่ง{ACT} ให้สอดคล้องกับพระราชบัญญัตินี้",
    f"ให้ยกเลิกความในตอนท้ายของมาตรา ๕ แห่ง{ACT} {INSTEAD}\n“กขค”",
    f"ให้เพิ่มความต่อไปนี้ไว้ในที่อันสมควรของ{ACT}\n“มาตรา ๙/๑ กขค”",
    f"ให้ย้ายมาตรา ๗ แห่ง{ACT} ไปเป็นมาตรา ๙",
    f"ให้ยกเลิกมาตรา ๕ แห่ง{ACT}\n“มาตรา ๕ ข้อความใหม่”",
    f"ความในมาตรา ๕ แห่ง{ACT} ให้ยกเลิกเสีย {INSTEAD}\n“มาตรา ๕ กขค”",
    f"ให้แก้ไขคำว่า “ก” ใน{ACT}",
    "ให้ยกเลิกแบบรายการที่เกี่ยวข้องทั้งหมด",
    f"ให้ยกเลิก (๒) แห่ง{ACT}",
    f"ให้ยกเลิก (๑) มาตรา ๗ (๒) มาตรา ๙ แห่ง{ACT}",
]


@pytest.mark.parametrize("text", NONE, ids=clause_id)
def test_section_without_instruction_is_told_apart(text):
    assert only(bill(text)).action is Action.NONE


@pytest.mark.parametrize("text", UNKNOWN, ids=clause_id)
def test_order_that_is_not_understood_is_said_to_be_unknown(text):
    found = only(bill(text))
    assert found.action is Action.UNKNOWN
    assert found.targets == ()
    assert found.problems


def test_orders_listed_under_one_law_are_all_of_that_law():
    text = (
        f"มาตรา ๓  ให้แก้ไขเพิ่มเติม{ACT} ดังต่อไปนี้\n\n(๑) ให้แก้ไขคำว่า “ก” ในมาตรา ๕ เป็น “ข”\n\n"
        "(๒) ให้ยกเลิกวรรคสองของมาตรา ๖\n\n(๓) ให้ตัดคำว่า “ค” ออก เพื่อให้สอดคล้องกับการโอนงาน\n"
    )
    found = read_bill(text)
    assert [(item.action.value, item.targets, item.act, item.problems) for item in found] == [
        ("change_words", ("s5",), ACT, ()),
        ("repeal", ("s6.p2",), ACT, ()),
        ("change_words", ("*",), ACT, ()),
    ]
