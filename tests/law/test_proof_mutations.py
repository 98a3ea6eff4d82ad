"""A generated bill damaged in one place is never proven, wherever the damage changes what the bill says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from law.amend import Commencement, Frame, write_bill
from law.instruct import Why
from law.parse import read_act
from law.proof import prove
from tests.law.damages import DAMAGES, changes_nothing, damage_many
from tests.law.shared_acts import REASON, names
from tests.law.weaving_act import ACT, act, edited, repealed

needs_acts = pytest.mark.skipif(not names(), reason=REASON)


@needs_acts
def test_no_damage_that_changes_the_meaning_goes_unseen(record_property: Callable[[str, object], None]) -> None:
    """1,000 damages; ``make prove`` makes 20,000 more."""
    made = damage_many(1000, names(60_000))
    record_property("damaged", made.told())
    assert made.unseen == []
    assert sum(made.kinds.values()) == 1000
    assert set(made.kinds) == set(DAMAGES)
    assert sum(made.harmless.values()) < 100


NEW = edited(repealed("มติของ"), repealed("มาตรา ๑๐", "มาตรา ๑๐ "), ("กองทุนประกอบด้วยเงิน", "กองทุนประกอบด้วยเงินและทรัพย์สิน"))
FRAME = Frame(
    number=2,
    year=2570,
    commencement=Commencement(days=121),
    charge="รัฐมนตรีว่าการกระทรวงมหาดไทย",
    transitional=("ให้กรรมการซึ่งดำรงตำแหน่งอยู่คงอยู่ต่อไปหกสิบวัน", "ให้นำเงินของกองทุนเดิมมาเป็นของกองทุน"),
    amenders={"s9": "พระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๓) พ.ศ. ๒๕๕๐"},
)
TEXT = write_bill(act(), NEW, FRAME).text


def test_the_bill_is_proven_with_the_frame_that_was_decided() -> None:
    assert prove(act(), NEW, TEXT, FRAME) == ()


@pytest.mark.parametrize(
    ("words", "others", "why", "section"),
    [
        ("(ฉบับที่ ๒)\nพ.ศ.", "(ฉบับที่ ๓)\nพ.ศ.", Why.TITLE, ""),
        ("\nพ.ศ. ๒๕๗๐\n", "\nพ.ศ. ๒๕๗๑\n", Why.TITLE, ""),
        ("ส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๒)\n", "ส่งเสริมการทอผ้าพื้นเมือง (ฉบับที่ ๒)\n", Why.TITLE, ""),
        ("โดยที่เป็นการสมควร", "โดยที่ไม่เป็นการสมควร", Why.TITLE, ""),
        ("กฎหมายว่าด้วยการส่งเสริม", "กฎหมายว่าด้วยการห้าม", Why.REASONS_CLAUSE, ""),
        ("เรียกว่า “พระราชบัญญัติ", "เรียกว่า “พระราชกำหนด", Why.TITLE, "1"),
        ("(ฉบับที่ ๒) พ.ศ. ๒๕๗๐”", "(ฉบับที่ ๒) พ.ศ. ๒๕๖๐”", Why.TITLE, "1"),
        ("หนึ่งร้อยยี่สิบเอ็ดวัน", "หนึ่งร้อยยี่สิบวัน", Why.COMMENCEMENT, "2"),
        ("หนึ่งร้อยยี่สิบเอ็ดวัน", "หนึ่งร้อยยี่สิบหนึ่งวัน", Why.COMMENCEMENT, "2"),
        ("เมื่อพ้นกำหนดหนึ่งร้อยยี่สิบเอ็ดวันนับแต่วันประกาศ", "ตั้งแต่วันถัดจากวันประกาศ", Why.COMMENCEMENT, "2"),
        ("นับแต่วันประกาศ", "ก่อนวันประกาศ", Why.COMMENCEMENT, "2"),
        ("หกสิบวัน", "เก้าสิบวัน", Why.TRANSITIONAL, "6"),
        ("มาตรา ๗  ให้นำเงินของกองทุนเดิมมาเป็นของกองทุน\n\nมาตรา ๘", "มาตรา ๗", Why.TRANSITIONAL, ""),
        ("กระทรวงมหาดไทยรักษาการ", "กระทรวงกลาโหมรักษาการ", Why.CHARGE, "8"),
        ("รักษาการตามพระราชบัญญัตินี้", "รักษาการตามพระราชบัญญัตินั้น", Why.CHARGE, "8"),
        ("\nนายกรัฐมนตรี\n", "\nรองนายกรัฐมนตรี\n", Why.CLOSING, ""),
        ("มาตรา ๘  ", "มาตรา ๙  ", Why.NUMBERING, ""),
        ("ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๓)", "ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๔)", Why.AMENDER_FOREIGN, "4"),
        ("ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๓) พ.ศ. ๒๕๕๐", "", Why.AMENDER_MISSING, "4"),
        (f"ให้ยกเลิกมาตรา ๑๐ แห่ง{ACT}", "ให้ยกเลิกมาตรา ๑๐", Why.ACT_NOT_NAMED, "5"),
        (f"ให้ยกเลิกมาตรา ๑๐ แห่ง{ACT}", f"ให้ยกเลิกบทกำหนดมาตรา ๑๐ แห่ง{ACT}", Why.NOT_UNDERSTOOD, "5"),
        (f"ให้ยกเลิกมาตรา ๑๐ แห่ง{ACT}", f"ให้ยกเลิกบทบัญญัติมาตรา ๑๐ แห่ง{ACT}", Why.NO_FORM, "5"),
        ("และให้ใช้ความต่อไปนี้แทน", "และก็ให้ใช้ความต่อไปนี้แทน", Why.NO_FORM, "4"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_frame_is_said(words: str, others: str, why: Why, section: str) -> None:
    assert TEXT.count(words) == 1, words
    found = prove(act(), NEW, TEXT.replace(words, others), FRAME)
    assert (why, section) in [(one.why, one.section) for one in found], found


def test_amending_sections_stand_in_the_order_of_the_act() -> None:
    sections = TEXT.split("\n\nมาตรา ")
    third, fifth = (next(part for part in sections if part.startswith(f"{digit}  ")) for digit in "๓๕")
    swapped = TEXT.replace(third[1:], "\x00").replace(fifth[1:], third[1:]).replace("\x00", fifth[1:])
    assert {one.why for one in prove(act(), NEW, swapped, FRAME)} == {Why.ORDER}


def test_a_transitional_section_that_amends_is_another_text() -> None:
    amending = Frame(transitional=(f"ให้ยกเลิกมาตรา ๑๑ แห่ง{ACT}",))
    text = write_bill(act(), NEW, amending).text
    assert [one.why for one in prove(act(), NEW, text, amending)] == [Why.TEXT_DIFFERS]


def test_only_white_space_and_one_prefix_change_nothing() -> None:
    assert changes_nothing(TEXT, TEXT.replace("  ", " "), "word") == "white space"
    assert changes_nothing(TEXT, TEXT.replace("กฎหมายว่าด้วยการส่ง", "กฎหมายว่าด้วยส่ง"), "word") == "การ"
    assert not changes_nothing(TEXT, TEXT.replace("กองทุน", "", 1), "word")
    assert prove(act(), NEW, TEXT.replace("กฎหมายว่าด้วยการส่ง", "กฎหมายว่าด้วยส่ง"), FRAME) == ()


def test_the_amender_of_the_paragraph_that_takes_an_item_is_known_to_the_proof() -> None:
    text = (
        "พระราชบัญญัติสวนชุมชน พ.ศ. ๒๕๕๐\n\n"
        "มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติสวนชุมชน พ.ศ. ๒๕๕๐”\n\n"
        "มาตรา ๒  ให้คนสวนทำงาน ดังต่อไปนี้[๑]\n\n(๑) รดน้ำ\n\n{}ให้หยุดในวันฝนตก\n\n"
        "[๑] มาตรา ๒ วรรคหนึ่ง แก้ไขเพิ่มเติมโดยพระราชบัญญัติสวนชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๕๕\n"
    )
    old, new = (read_act(text.format(item)).act for item in ("", "(๒) พรวนดิน\n\n"))
    bill = write_bill(old, new).text

    assert "ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติสวนชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๕๕" in bill
    assert prove(old, new, bill) == ()
