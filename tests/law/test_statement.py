"""The statement that travels with a bill: lines of the principle and what the reasons cite, held against the bill."""

from __future__ import annotations

import pytest

from law.amend import Frame, WordChange, write_bill
from law.instruct import Why
from law.parse import read_act
from law.proof import prove_principle
from law.proving.principle import Disagreements, reasons_disagreements
from tests.law.garden_act import TITLE, garden
from tests.law.weaving_act import TEXT, act, after, edited, repealed

NEW = edited(
    ("จำนวนสามคน", "จำนวนสี่คน"),
    repealed("มติของ"),
    after("มาตรา ๑๑", "มาตรา ๑๑/๑  ให้เปิดเผยบัญชี"),
    ("กองทุน\n\nส่วนที่ ๑", "กองทุนช่าง\n\nส่วนที่ ๑"),
)
BILL = write_bill(act(), NEW)


def test_the_lines_agree_with_the_clauses() -> None:
    assert len(BILL.principle) == 4
    assert prove_principle(BILL.principle, BILL.text) == ()


def test_a_change_of_words_agrees() -> None:
    change = WordChange("สมาคม", "สหพันธ์")
    bill = write_bill(act(), read_act(TEXT.replace("สมาคม", "สหพันธ์")).act, Frame(words=(change,)))
    assert prove_principle(bill.principle, bill.text) == ()
    assert prove_principle([bill.principle[0].replace("สมาคม", "สโมสร")], bill.text) != ()


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("(แก้ไขเพิ่มเติมมาตรา ๕ (๓))", "(แก้ไขเพิ่มเติมมาตรา ๕ (๔))"),
        ("(แก้ไขเพิ่มเติมมาตรา ๕ (๓))", "(เพิ่มมาตรา ๕ (๓))"),
        ("(แก้ไขเพิ่มเติมมาตรา ๕ (๓))", ""),
        ("(ยกเลิกมาตรา ๗ วรรคสาม)", "(ยกเลิกมาตรา ๗ วรรคสอง)"),
        ("(เพิ่มมาตรา ๑๑/๑)", "(เพิ่มมาตรา ๑๑/๑ และมาตรา ๑๑/๒)"),
        ("(๒) ", "(๓) "),
    ],
)
def test_a_line_that_says_another_thing_is_named(line: str, others: str) -> None:
    assert any(line in one for one in BILL.principle), BILL.principle
    changed = [one.replace(line, others) for one in BILL.principle]
    assert [one.why for one in prove_principle(changed, BILL.text)] == [Why.PRINCIPLE]


def test_a_line_too_few_or_too_many_is_named() -> None:
    assert prove_principle(BILL.principle[:-1], BILL.text) != ()
    assert prove_principle([*BILL.principle, BILL.principle[-1]], BILL.text) != ()


def cited(found: Disagreements) -> list[list[str]]:
    """The units of what is certain, and of what is likely."""
    return [[dict(one.facts)["unit"] for one in part] for part in (found.certain, found.likely)]


@pytest.mark.parametrize(
    ("reasons", "certain", "likely"),
    [
        ("โดยที่บทบัญญัติเกี่ยวกับคณะกรรมการใช้บังคับมานาน", [], []),
        ("โดยที่มาตรา ๗ กำหนดให้รดน้ำทุกวัน และมาตรา ๕ ทวิ กำหนดลักษณะต้องห้าม", [], []),
        ("โดยที่มาตรา ๙๙ กำหนดไว้ไม่เหมาะสม", ["มาตรา ๙๙"], []),
        ("โดยที่มาตรา ๗ วรรคเก้า กำหนดไว้ไม่เหมาะสม", ["มาตรา ๗ วรรคเก้า"], []),
        ("มาตรา ๗\nมาตรา ๙๙ และมาตรา ๙๘", ["มาตรา ๙๙", "มาตรา ๙๘"], []),
        (f"มาตรา ๙๙ แห่ง{TITLE}", ["มาตรา ๙๙"], []),
        ("ตามมาตรา ๙๙ แห่งพระราชบัญญัตินี้ และมาตรา ๗ แห่งพระราชบัญญัตินี้", ["มาตรา ๙๙"], []),
        ("มาตรา ๙๙ แห่งพระราชบัญญัติฉบับนี้ ประกอบประมวลกฎหมายอาญา", [], ["มาตรา ๙๙"]),
        ("มาตรา ๙๙ แห่งพระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๔๕", [], []),
        ("โดยที่มาตรา ๗๗ ของรัฐธรรมนูญแห่งราชอาณาจักรไทยบัญญัติให้รัฐ", [], []),
        ("โดยที่มาตรา ๗๗ แห่งประมวลกฎหมายอาญาใช้แก่เรื่องนี้ด้วย", [], []),
        ("ประมวลกฎหมายอาญากำหนดไว้ในมาตรา ๙๑ ว่า", [], ["มาตรา ๙๑"]),
        ("ตามอนุสัญญาที่ไทยเป็นภาคี มาตรา ๙๑ กำหนดว่า", [], ["มาตรา ๙๑"]),
        ("ดังปรากฏในร่างมาตรา ๔๔", [], []),
        ("", [], []),
    ],
)
def test_only_what_can_be_nothing_else_is_certain(reasons: str, certain: list[str], likely: list[str]) -> None:
    found = reasons_disagreements(reasons, garden(), garden())
    assert cited(found) == [certain, likely]


def test_what_the_bill_makes_may_be_cited() -> None:
    assert reasons_disagreements("เพิ่มมาตรา ๑๑/๑ เพื่อความโปร่งใส", act(), NEW) == Disagreements()
    assert reasons_disagreements("เพิ่มมาตรา ๑๑/๑ เพื่อความโปร่งใส", act(), act()).certain
