"""Bills as people of different ages write them: each is applied exactly, or refused with the sentence that says why."""

from __future__ import annotations

import pytest

from law.act import Act
from law.instruct import CannotApply, apply_bill
from law.parse import read_act
from tests.law.harbour_act import (
    CODE,
    CODE_TITLE,
    REGULATION,
    REGULATION_TITLE,
    TITLE,
    differences,
    harbour,
    modern,
)

INSTEAD = "และให้ใช้ความต่อไปนี้แทน"
SECOND = "พระราชบัญญัติท่าเรือชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๒๐"
THIRD = "พระราชบัญญัติท่าเรือชุมชน (ฉบับที่ ๓) พ.ศ. ๒๕๒๕"
GONE = "(ยกเลิก)"
FIRST_TERM, TERMS = "ในพระราชบัญญัตินี้\n“ท่าเรือ” หมายความว่า ที่จอดเรือของชุมชน", "“เรือ” หมายความว่า ยานพาหนะทางน้ำ"
MASTER = "“นายท่า” หมายความว่า ผู้ที่อธิบดีแต่งตั้ง"

APPLIED = {
    "และใช้ without ให้": (
        f"ให้ยกเลิกความในมาตรา ๙ แห่ง{TITLE} และใช้ความต่อไปนี้แทน\n\n“มาตรา ๙  ก”",
        {"s9": "ก"},
    ),
    "repeal of sections that do not follow each other": (
        f"ให้ยกเลิกมาตรา ๘ มาตรา ๑๐ และมาตรา ๑๑ แห่ง{TITLE}",
        {"s8": GONE, "s10": GONE, "s11": GONE},
    ),
    "repeal of a range takes in what stands between": (
        f"ให้ยกเลิกมาตรา ๖ ถึงมาตรา ๘ แห่ง{TITLE}",
        {"s6": GONE, "s7": GONE, "s7bis": GONE, "s8": GONE},
    ),
    "several sections in one clause": (
        f"ให้ยกเลิกความในมาตรา ๘ มาตรา ๙ และมาตรา ๑๒ แห่ง{TITLE} {INSTEAD}\n\n“มาตรา ๘  ก\n\nมาตรา ๙  ข\n\nมาตรา ๑๒  ค”",
        {"s8": "ก", "s9": "ข", "s12": "ค"},
    ),
    "straight marks in straight marks": (
        f'ให้ยกเลิกความในมาตรา ๙ แห่ง{TITLE} {INSTEAD}\n\n"มาตรา ๙ ให้มีกองทุนเรียกว่า "กองทุนท่า""',
        {"s9": 'ให้มีกองทุนเรียกว่า "กองทุนท่า"'},
    ),
    "marks in marks at the end": (
        f"ให้ยกเลิกความในมาตรา ๙ แห่ง{TITLE} {INSTEAD}\n\n“มาตรา ๙  ให้มี “กองทุน” และ “ตราท่า””",
        {"s9": "ให้มี “กองทุน” และ “ตราท่า”"},
    ),
    "ตามลำดับ": (
        f"ให้เพิ่มความต่อไปนี้เป็นวรรคสองและวรรคสามของมาตรา ๙ แห่ง{TITLE} ตามลำดับ\n\n“ก\n\nข”",
        {"s9": "ใบอนุญาตมีอายุหนึ่งปี\nก\nข"},
    ),
    "an old verb": (
        f"ให้แก้ไขเพิ่มเติมมาตรา ๙ แห่ง{TITLE} เป็นดังต่อไปนี้\n\n“มาตรา ๙  ก”",
        {"s9": "ก"},
    ),
    "orders counted below the name of the law": (
        f"ให้แก้ไขเพิ่มเติม{TITLE} ดังต่อไปนี้\n\n(๑) ให้ยกเลิกความในมาตรา ๙ {INSTEAD}\n\n“มาตรา ๙  ก”\n\n(๒) ให้ยกเลิกมาตรา ๑๐",
        {"s9": "ก", "s10": GONE},
    ),
    "two orders in one sentence": (
        f"ให้ยกเลิกมาตรา ๙ แห่ง{TITLE} และให้ยกเลิกความในมาตรา ๑๐ {INSTEAD}\n\n“มาตรา ๑๐  ก”",
        {"s9": GONE, "s10": "ก"},
    ),
    "each section with its own amender": (
        f"ให้ยกเลิกมาตรา ๙ แห่ง{TITLE} ซึ่งแก้ไขเพิ่มเติมโดย{SECOND} และมาตรา ๑๐ แห่ง{TITLE} ซึ่งแก้ไขเพิ่มเติมโดย{THIRD}",
        {"s9": GONE, "s10": GONE},
    ),
    "repeal of a part": (
        f"ให้ยกเลิกส่วนที่ ๑ การจอด มาตรา ๘ และมาตรา ๙ ของหมวด ๒ การใช้ท่า แห่ง{TITLE}",
        {"s8": GONE, "s9": GONE, "ch2.pt1": GONE},
    ),
    "a chapter replaced by a longer one": (
        f"ให้ยกเลิกความในหมวด ๓ โทษ มาตรา ๑๒ แห่ง{TITLE} {INSTEAD}\n\n“หมวด ๓\nบทกำหนดโทษ\n\nมาตรา ๑๒  ก\n\nมาตรา ๑๓  ข”",
        {"s12": "ก", "s13": "ข", "ch3": "บทกำหนดโทษ"},
    ),
    "a part replaced by a shorter one": (
        f"ให้ยกเลิกความในส่วนที่ ๒ การขนถ่าย ของหมวด ๒ แห่ง{TITLE} {INSTEAD}\n\n“ส่วนที่ ๒\nการขนส่ง\n\nมาตรา ๑๐  ก”",
        {"s10": "ก", "s11": GONE, "ch2.pt2": "การขนส่ง"},
    ),
    "the name of a part with its sections": (
        f"ให้ยกเลิกชื่อส่วนที่ ๒ การขนถ่าย ของหมวด ๒ การใช้ท่า มาตรา ๑๐ และมาตรา ๑๑ แห่ง{TITLE} {INSTEAD}\n\n"
        "“ส่วนที่ ๒\nการขนส่ง\n\nมาตรา ๑๐  ก\n\nมาตรา ๑๑  ข”",
        {"s10": "ก", "s11": "ข", "ch2.pt2": "การขนส่ง"},
    ),
    "the name of a chapter in words": (
        f"ให้แก้ไขชื่อหมวด ๓ แห่ง{TITLE} จาก “โทษ” เป็น “บทกำหนดโทษ”",
        {"ch3": "บทกำหนดโทษ"},
    ),
    "a chapter with a Sanskrit series": (
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๒ ทวิ ค่าจอด มาตรา ๑๑ ทวิ ถึงมาตรา ๑๑ จัตวา แห่ง{TITLE}\n\n"
        "“หมวด ๒ ทวิ\nค่าจอด\n\nมาตรา ๑๑ ทวิ  ก\n\nมาตรา ๑๑ ตรี  ข\n\nมาตรา ๑๑ จัตวา  ค”",
        {"s11bis": "ก", "s11ter": "ข", "s11quater": "ค", "ch2bis": "ค่าจอด"},
    ),
    "a heading over sections that stand": (
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๑/๑ หน้าที่ ก่อนมาตรา ๗ แห่ง{TITLE}\n\n“หมวด ๑/๑\nหน้าที่”",
        {"ch1/1": "หน้าที่"},
    ),
    "a heading in the clause itself": (
        f"ให้เพิ่มชื่อหมวด ๑/๑ หน้าที่ ก่อนมาตรา ๗ แห่ง{TITLE}",
        {"ch1/1": "หน้าที่"},
    ),
    "a heading between two sections": (
        f"ให้เพิ่มความต่อไปนี้เป็นชื่อหมวด ๑/๑ หน้าที่ ระหว่างมาตรา ๖ และมาตรา ๗ แห่ง{TITLE}\n\n“หมวด ๑/๑\nหน้าที่”",
        {"ch1/1": "หน้าที่"},
    ),
    "definitions behind the last": (
        f"ให้เพิ่มบทนิยามคำว่า “แพ” และ “อู่” ต่อจากบทนิยามคำว่า “เรือ” ในมาตรา ๓ แห่ง{TITLE}\n\n““แพ” หมายความว่า ก\n\n“อู่” หมายความว่า ข”",
        {"s3": f"{FIRST_TERM}\n{MASTER}\n{TERMS}\n“แพ” หมายความว่า ก\n“อู่” หมายความว่า ข"},
    ),
    "definitions repealed": (
        f"ให้ยกเลิกบทนิยามคำว่า “นายท่า” และบทนิยามคำว่า “เรือ” ในมาตรา ๓ แห่ง{TITLE}",
        {"s3": f"{FIRST_TERM}\n“นายท่า” {GONE}\n“เรือ” {GONE}"},
    ),
    "one definition by two": (
        f"ให้ยกเลิกความในบทนิยามคำว่า “เรือ” ในมาตรา ๓ แห่ง{TITLE} {INSTEAD}\n\n““แพ” หมายความว่า ก\n\n“เรือ” หมายความว่า ข”",
        {"s3": f"{FIRST_TERM}\n{MASTER}\n“แพ” หมายความว่า ก\n“เรือ” หมายความว่า ข"},
    ),
    "one paragraph by two": (
        f"ให้ยกเลิกความในวรรคสองของมาตรา ๖ แห่ง{TITLE} {INSTEAD}\n\n“ห้ามแต่งตั้งอีก\n\nห้ามมีส่วนได้เสีย”",
        {"s6": "กรรมการอยู่ในตำแหน่งคราวละสองปี\nห้ามแต่งตั้งอีก\nห้ามมีส่วนได้เสีย\nการประชุมให้เป็นไปตามที่คณะกรรมการกำหนด"},
    ),
    "words in listed sections": (
        f"ให้แก้ไขคำว่า “นายท่า” ในมาตรา ๘ และมาตรา ๑๑ แห่ง{TITLE} เป็น “เจ้าท่า”",
        {"s8": "ผู้จอดเรือต้องขออนุญาตเจ้าท่า", "s11": "ผู้ขนถ่ายต้องแจ้งเจ้าท่า"},
    ),
    "words struck out": (f"ให้ตัดคำว่า “ในเวลากลางคืน” ในมาตรา ๑๐ แห่ง{TITLE} ออก", {"s10": "ห้ามขนถ่าย"}),
    "a section into a part": (
        f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๙/๑ ในส่วนที่ ๑ ของหมวด ๒ แห่ง{TITLE}\n\n“มาตรา ๙/๑  ก”",
        {"s9/1": "ก"},
    ),
}


@pytest.mark.parametrize("name", APPLIED)
def test_a_bill_is_applied(name: str) -> None:
    clause, changed = APPLIED[name]
    amended = apply_bill(harbour(), modern(clause))
    assert differences(harbour(), amended) == changed
    assert amended.schedules == harbour().schedules


LISTS = ["บัญชี ๑", "(๑) ค่าจอดเรือเล็ก ๑๐ บาท", "บัญชี ๒", "(๑) ค่าจอดเรือใหญ่ ๒๐ บาท"]


@pytest.mark.parametrize(
    ("clause", "behind", "schedules"),
    [
        (
            f"ให้ยกเลิกบัญชีหมายเลข ๒ ท้าย{TITLE} และให้ใช้บัญชีหมายเลข ๒ ท้ายพระราชบัญญัตินี้แทน",
            "\nบัญชีหมายเลข ๒\n\n(๑) ก\n",
            [*LISTS[:2], "บัญชีหมายเลข ๒", "(๑) ก"],
        ),
        (
            f"ให้ยกเลิกความในบัญชี ๒ ท้าย{TITLE} {INSTEAD}\n\n“บัญชี ๒\n\n(๑) ก”",
            "",
            [*LISTS[:2], "บัญชี ๒", "(๑) ก"],
        ),
        (f"ให้เพิ่มความต่อไปนี้เป็นบัญชี ๓ ท้าย{TITLE}\n\n“บัญชี ๓\n\n(๑) ก”", "", [*LISTS, "บัญชี ๓", "(๑) ก"]),
    ],
)
def test_a_schedule_is_amended(clause: str, behind: str, schedules: list[str]) -> None:
    amended = apply_bill(harbour(), modern(clause) + behind)
    assert list(amended.schedules) == schedules
    assert differences(harbour(), amended) == {}


REFUSED = [
    (f"ให้ใช้ความต่อไปนี้แทนความในมาตรา ๙ แห่ง{TITLE}\n\n“มาตรา ๙  ก”", "this instruction was not understood"),
    (f"มาตรา ๙ แห่ง{TITLE} ให้ยกเลิก", "this instruction was not understood"),
    (f"ให้เลื่อนมาตรา ๙ แห่ง{TITLE} เป็นมาตรา ๑๐", "this instruction was not understood"),
    (
        f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๙/๑ และมาตรา ๙/๓ แห่ง{TITLE}\n\n“มาตรา ๙/๑  ก\n\nมาตรา ๙/๒  ข\n\nมาตรา ๙/๓  ค”",
        "the quotation does not contain มาตรา ๙/๓ where it should",
    ),
    (
        f"ให้ยกเลิกความในบทนิยามคำว่า “เรือ” ในมาตรา ๓ แห่ง{TITLE} {INSTEAD}\n\n““เรือ” หมายความว่า ก\n\n“ท่าเรือ” หมายความว่า ข”",
        "one of them stands in the section already",
    ),
    (f"ให้ยกเลิกความใน (ก) ของ (๑) ของบัญชี ๒ ท้าย{TITLE} {INSTEAD}\n\n“(ก) ก”", "replace the schedule as a whole"),
    (f"ให้ยกเลิกบัญชี ๗ ท้าย{TITLE}", "the clause names another schedule: บัญชี ๗"),
    ("ให้ยกเลิกมาตรา ๕ แห่งพระราชบัญญัติเดินเรือ พ.ศ. ๒๔๕๖", "it amends พระราชบัญญัติเดินเรือ พ.ศ. ๒๔๕๖"),
    (f"เมื่อพ้นกำหนดหนึ่งปีนับแต่วันที่พระราชบัญญัตินี้ใช้บังคับ ให้ยกเลิกมาตรา ๙ แห่ง{TITLE}", "it takes effect only later"),
    (f"ให้เพิ่มชื่อหมวด ๔ หน้าที่ ก่อนมาตรา ๗ แห่ง{TITLE}", "หมวด ๔ can not stand there"),
    (f"ให้เพิ่มชื่อหมวด ๒ หน้าที่ ก่อนมาตรา ๗ แห่ง{TITLE}", "หมวด ๒ is in the act already"),
    (f"ให้เพิ่มชื่อหมวด ๑/๑ หน้าที่ แห่ง{TITLE}", "does not say before which section the heading goes"),
    (
        f"ให้เพิ่มความต่อไปนี้เป็นลักษณะ ๑ หน้าที่ มาตรา ๗/๑ แห่ง{TITLE}\n\n“ลักษณะ ๑\nหน้าที่\n\nมาตรา ๗/๑  ก”",
        "ลักษณะ ๑",
    ),
]


@pytest.mark.parametrize(("clause", "sentence"), REFUSED)
def test_a_bill_is_refused(clause: str, sentence: str) -> None:
    with pytest.raises(CannotApply) as refused:
        apply_bill(harbour(), modern(f"ให้ยกเลิกมาตรา ๑๒ แห่ง{TITLE}", clause))
    assert [sentence in str(problem) for problem in refused.value.problems] == [True]


def regulation(clause: str) -> str:
    return (
        "ระเบียบเทศบาล\nว่าด้วยการจอดเรือ (ฉบับที่ ๒)\nพ.ศ. ๒๕๖๐\n\n"
        "ข้อ ๑  ระเบียบนี้เรียกว่า “ระเบียบเทศบาลว่าด้วยการจอดเรือ (ฉบับที่ ๒) พ.ศ. ๒๕๖๐”\n\n"
        f"ข้อ ๒  ระเบียบนี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศเป็นต้นไป\n\nข้อ ๓  {clause}\n\nประกาศ ณ วันที่ ๑ มกราคม พ.ศ. ๒๕๖๐\n"
    )


def of_code(clause: str) -> str:
    return (
        "ร่าง\nพระราชบัญญัติ\nแก้ไขเพิ่มเติมประมวลกฎหมายชายฝั่ง (ฉบับที่ ๒)\nพ.ศ. ....\n\n"
        "มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติแก้ไขเพิ่มเติมประมวลกฎหมายชายฝั่ง (ฉบับที่ ๒) พ.ศ. ....”\n\n"
        f"มาตรา ๒  พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป\n\nมาตรา ๓  {clause}\n"
    )


LAW_OF_CODE = "พระราชบัญญัติให้ใช้ประมวลกฎหมายชายฝั่ง พ.ศ. ๒๕๔๐"


@pytest.mark.parametrize(
    ("act", "bill", "changed"),
    [
        (REGULATION, regulation(f"ให้ยกเลิกความในข้อ ๓ แห่ง{REGULATION_TITLE} {INSTEAD}\n\n“ข้อ ๓  ก”"), {"s3": "ก"}),
        (
            REGULATION,
            regulation(f"ให้เพิ่มความต่อไปนี้เป็นข้อ ๓/๑ ของ{REGULATION_TITLE}\n\n“ข้อ ๓/๑  ก”"),
            {"s3/1": "ก"},
        ),
        (CODE, of_code(f"ให้ยกเลิกความในมาตรา ๒ แห่ง{CODE_TITLE} {INSTEAD}\n\n“มาตรา ๒  ก”"), {"code.s2": "ก"}),
        (CODE, of_code(f"ให้ยกเลิกความในมาตรา ๒ แห่ง{LAW_OF_CODE} {INSTEAD}\n\n“มาตรา ๒  ก”"), {"s2": "ก"}),
        (
            CODE,
            of_code(f"ให้เพิ่มชื่อหมวด ๑/๑ การใช้ ก่อนมาตรา ๒ แห่ง{CODE_TITLE}"),
            {"code.ch1/1": "การใช้"},
        ),
    ],
)
def test_a_regulation_and_a_code(act: str, bill: str, changed: dict[str, str]) -> None:
    old: Act = read_act(act).act
    assert differences(old, apply_bill(old, bill)) == changed
