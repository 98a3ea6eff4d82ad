"""Clauses in the manners of every age, from the 2470s on: what each is read as, and what it does to an act."""

from __future__ import annotations

import re

import pytest

from law.instruct import Action, apply_bill, read_bill
from tests.law.harbour_act import TITLE, differences, harbour, modern

LAW = "พระราชบัญญัติเรือนเพาะชำ พุทธศักราช ๒๔๘๐"
LATER = "พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พุทธศักราช ๒๔๘๕"
THIRD = "พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๓) พุทธศักราช ๒๔๘๘"
INSTEAD = "และให้ใช้ความต่อไปนี้แทน"
SECTION, PARAGRAPH, ITEM, TERM = "“มาตรา ๗ ก”", "“ก”", "“(๕) ก”", "““ข” หมายความว่า ก”"

READ = [
    (f"ให้ยกเลิกความในมาตรา ๗ แห่ง{LAW} และใช้ความดั่งต่อไปนี้แทน", SECTION, "replace s7"),
    (f"ให้ยกเลิกมาตรา ๗ แห่ง{LAW} เสีย และใช้ความต่อไปนี้แทน", SECTION, "replace s7"),
    (f"ให้ยกเลิกมาตรา ๗ แห่ง{LAW}นั้นเสีย และให้ใช้ความต่อไปนี้แทน", SECTION, "replace s7"),
    (f"ให้ยกเลิกบทบัญญัติในมาตรา ๗ แห่ง{LAW} และให้ใช้บทบัญญัติต่อไปนี้แทน", SECTION, "replace s7"),
    (f"ให้ยกเลิกบทบัญญัติเดิมแห่งมาตรา ๗ ใน{LAW}เสีย และให้ใช้บทบัญญัติต่อไปนี้แทนบทบัญญัตินั้นสืบไป", SECTION, "replace s7"),
    (f"ให้ยกเลิกมาตรา ๗ แห่ง{LAW} และให้ใช้มาตรา ๗ ต่อไปนี้แทน", SECTION, "replace s7"),
    (f"ให้แก้มาตรา ๗ แห่ง{LAW} เป็นดังต่อไปนี้", SECTION, "replace s7"),
    (f"ให้แก้ไขมาตรา ๗ แห่ง{LAW} ดังต่อไปนี้", SECTION, "replace s7"),
    (f"ให้แก้ไขเพิ่มเติมความในมาตรา ๗ แห่ง{LAW} โดยให้ใช้ความต่อไปนี้แทน", SECTION, "replace s7"),
    (f"ให้ยกเลิกความในวรรคต้นของมาตรา ๗ แห่ง{LAW} {INSTEAD}", SECTION, "replace s7.p1"),
    (f"ให้ยกเลิกความในวรรค ๒ แห่งมาตรา ๗ แห่ง{LAW} {INSTEAD}", PARAGRAPH, "replace s7.p2"),
    (f"ให้ยกเลิกความในวรรคที่สองของมาตรา ๗ แห่ง{LAW} {INSTEAD}", PARAGRAPH, "replace s7.p2"),
    (f"ให้ยกเลิกความในวรรคที่ ๒ ของมาตรา ๗ แห่ง{LAW} {INSTEAD}", PARAGRAPH, "replace s7.p2"),
    (f"ให้ยกเลิกความในวรรคท้ายแห่งมาตรา ๗ ใน{LAW} {INSTEAD}", PARAGRAPH, "replace s7.plast"),
    (f"ให้ยกเลิกความในอนุมาตรา (๕) แห่งมาตรา ๗ แห่ง{LAW} {INSTEAD}", ITEM, "replace s7.i5"),
    (f"ให้ยกเลิกความในอนุมาตรา ๕ แห่งมาตรา ๗ แห่ง{LAW} {INSTEAD}", ITEM, "replace s7.i5"),
    (f"ให้ยกเลิกความในมาตรา ๗ อนุมาตรา (๕) แห่ง{LAW} {INSTEAD}", ITEM, "replace s7.i5"),
    (f"ให้ยกเลิกความในข้อ (๕) แห่งมาตรา ๗ แห่ง{LAW} {INSTEAD}", ITEM, "replace s7.i5"),
    (f"ให้ยกเลิกความในมาตรา ๗ แห่ง{LAW} ซึ่งได้แก้ไขเพิ่มเติมโดยมาตรา ๓ แห่ง{LATER} {INSTEAD}", SECTION, "replace s7"),
    (f"ให้ยกเลิกความในมาตรา ๗ แห่ง{LAW} ซึ่งแก้ไขเพิ่มเติมแล้วโดย{LATER} {INSTEAD}", SECTION, "replace s7"),
    (f"ให้ยกเลิกความในมาตรา ๗ แห่ง{LAW} ตามที่ได้แก้ไขโดย{LATER} {INSTEAD}", SECTION, "replace s7"),
    (
        f"ให้ยกเลิกความในมาตรา ๗ แห่ง{LAW} ซึ่งแก้ไขเพิ่มเติมโดย{LATER} ซึ่งแก้ไขเพิ่มเติมโดย{THIRD} {INSTEAD}",
        SECTION,
        "replace s7",
    ),
    (f"ให้ยกเลิกคำนิยามว่า “ข” ในมาตรา ๗ แห่ง{LAW} {INSTEAD}", TERM, "replace s7.def:ข"),
    (f"ให้ยกเลิกบทวิเคราะห์ศัพท์คำว่า “ข” ในมาตรา ๗ แห่ง{LAW} {INSTEAD}", TERM, "replace s7.def:ข"),
    (f"ให้ยกเลิกความใน (๕) ของมาตรา ๗ วรรคสอง แห่ง{LAW} {INSTEAD}", ITEM, "replace s7.p2.i5"),
    (f"ให้ยกเลิกความในวรรคสองของมาตรา ๗ (๕) แห่ง{LAW} {INSTEAD}", PARAGRAPH, "replace s7.i5.p2"),
    (f"ให้ยกเลิก (๑) และ (๒) ของมาตรา ๗ วรรคสอง แห่ง{LAW}", "", "repeal s7.p2.i1 s7.p2.i2"),
    (f"ให้ยกเลิก (ก) ของมาตรา ๗ (๕) แห่ง{LAW}", "", "repeal s7.i5.iก"),
    (f"ให้ยกเลิก (ก) ของ (๕) ของมาตรา ๗ วรรคสอง แห่ง{LAW}", "", "repeal s7.p2.i5.iก"),
    (f"ให้เติมความต่อไปนี้เข้าเป็นวรรค ๒ ของมาตรา ๗ แห่ง{LAW}", PARAGRAPH, "insert s7.p2"),
    (f"ให้เพิ่มวรรคสองของมาตรา ๗ แห่ง{LAW} ดังต่อไปนี้", PARAGRAPH, "insert s7.p2"),
    (f"ให้เพิ่มความต่อไปนี้ลงเป็นมาตรา ๗ ทวิ แห่ง{LAW}", "“มาตรา ๗ ทวิ ก”", "insert s7bis"),
    (f"ให้เพิ่มมาตรา ๗ ทวิ แห่ง{LAW} ดังต่อไปนี้", "“มาตรา ๗ ทวิ ก”", "insert s7bis"),
    (f"ให้เพิ่มมาตราต่อไปนี้เป็นมาตรา ๗ ทวิ แห่ง{LAW}", "“มาตรา ๗ ทวิ ก”", "insert s7bis"),
    (f"ให้เพิ่มความเป็นมาตรา ๗ ทวิ แห่ง{LAW} ดังต่อไปนี้", "“มาตรา ๗ ทวิ ก”", "insert s7bis"),
    (f"ให้เพิ่มบทบัญญัติต่อไปนี้เป็นมาตรา ๗ ทวิ แห่ง{LAW}", "“มาตรา ๗ ทวิ ก”", "insert s7bis"),
    (f"ให้เพิ่มอนุมาตรา (๕) ในมาตรา ๗ แห่ง{LAW} ดังต่อไปนี้", ITEM, "insert s7.i5"),
    (f"ให้เพิ่มความต่อไปนี้เป็น (๕) ของมาตรา ๗ มาตรา ๘ และมาตรา ๙ แห่ง{LAW}", ITEM, "insert s7.i5 s8.i5 s9.i5"),
    (f"ให้เพิ่มความต่อไปนี้ต่อจากบทนิยามคำว่า “ก” ในมาตรา ๗ แห่ง{LAW}", TERM, "insert s7.def:ข"),
    (f"ให้เพิ่มความต่อไปนี้เป็นบทนิยามต่อจากบทนิยามคำว่า “ก” ในมาตรา ๗ แห่ง{LAW}", TERM, "insert s7.def:ข"),
    (f"ให้เพิ่มบทนิยามคำว่า “ข” เป็นบทนิยามสุดท้ายในมาตรา ๗ แห่ง{LAW}", TERM, "insert s7.def:ข"),
    (f"ให้เพิ่มบทนิยามคำว่า “ข” เป็นลำดับแรกในมาตรา ๗ แห่ง{LAW}", TERM, "insert s7.def:ข"),
    (f"ให้ยกเลิกมาตรา ๗ แห่ง{LAW} เสีย", "", "repeal s7"),
    (f"ให้ยกเลิกมาตรา ๗ แห่ง{LAW}นั้นเสีย", "", "repeal s7"),
    (f"ให้ยกเลิกบทบัญญัติในหมวด ๒ การปลูก มาตรา ๗ ถึงมาตรา ๙ แห่ง{LAW}", "", "repeal ch2 s7 s8 s9"),
    (f"ให้ยกเลิกหมวด ๒ การปลูก ตั้งแต่มาตรา ๗ ถึงมาตรา ๙ แห่ง{LAW}", "", "repeal ch2 s7 s8 s9"),
]

WORDS = [
    (f"ให้แก้คำว่า “ก” ในมาตรา ๗ แห่ง{LAW} เป็น “ข”", "s7", [("ก", "ข")]),
    (f"คำว่า “ก” ในมาตรา ๗ แห่ง{LAW} ให้แก้เป็น “ข”", "s7", [("ก", "ข")]),
    (f"คำว่า “ก” ใน{LAW} ให้ใช้คำว่า “ข” แทน", "*", [("ก", "ข")]),
    (f"บรรดาคำว่า “ก” ใน{LAW} ให้เปลี่ยนเป็นคำว่า “ข” ทุกแห่ง", "*", [("ก", "ข")]),
    (f"ให้แก้ไขคำว่า “ก” ใน{LAW} และที่แก้ไขเพิ่มเติม เป็น “ข” ทุกแห่ง", "*", [("ก", "ข")]),
    (f"ให้แก้ไขคำว่า “ก” และคำว่า “ค” ใน{LAW} เป็น “ข” และ “ง” ตามลำดับ ทุกแห่ง", "*", [("ก", "ข"), ("ค", "ง")]),
    (f"ให้ยกเลิกความว่า “ก” ในมาตรา ๗ แห่ง{LAW} และให้ใช้ความว่า “ข” แทน", "s7", [("ก", "ข")]),
    (f"ให้ยกเลิกข้อความ “ก” ในมาตรา ๗ แห่ง{LAW} และใช้ข้อความ “ข” แทน", "s7", [("ก", "ข")]),
    (f"ให้เพิ่มคำว่า “ข” ระหว่างคำว่า “ก” และคำว่า “ค” ในมาตรา ๗ แห่ง{LAW}", "s7", [("กค", "กขค")]),
]


@pytest.mark.parametrize(("clause", "quotation", "read"), READ)
def test_a_clause_of_any_age_is_read(clause: str, quotation: str, read: str) -> None:
    _, found = read_bill(f"มาตรา ๑  ชื่อ\n\nมาตรา ๒  {clause}\n\n{quotation}\n")
    assert (f"{found.action} {' '.join(found.targets)}", found.problems) == (read, ())
    assert found.act == LAW
    assert bool(found.quotation) == bool(quotation)


@pytest.mark.parametrize(("clause", "target", "words"), WORDS)
def test_a_change_of_words_of_any_age_is_read(clause: str, target: str, words: list[tuple[str, str]]) -> None:
    _, found = read_bill(f"มาตรา ๑  ชื่อ\n\nมาตรา ๒  {clause}\n")
    assert (found.action, found.targets, found.problems) == (Action.CHANGE_WORDS, (target,), ())
    assert [(change.old, change.new) for change in found.words] == words
    assert found.act == LAW


def test_the_last_of_several_amenders_is_the_amender() -> None:
    clause = f"ให้ยกเลิกมาตรา ๗ แห่ง{LAW} ซึ่งแก้ไขเพิ่มเติมโดย{LATER} ซึ่งแก้ไขเพิ่มเติมครั้งสุดท้ายโดย{THIRD}"
    _, found = read_bill(f"มาตรา ๑  ชื่อ\n\nมาตรา ๒  {clause}\n")
    assert found.amender == THIRD


def test_rules_name_in_their_title_the_sections_they_are_made_under() -> None:
    rules = "ระเบียบเทศบาลว่าด้วยการจอดเรือตามมาตรา ๙ แห่งพระราชบัญญัติท่าเรือ และมาตรา ๓ (๔) แห่งประมวลกฎหมายชายฝั่ง พ.ศ. ๒๕๕๐"
    _, replaced, listed = read_bill(
        f"ข้อ ๑  ชื่อ\n\nข้อ ๒  ให้ยกเลิกความในข้อ ๖ ของ{rules} {INSTEAD}\n\n“ข้อ ๖  ก”\n\nข้อ ๓  ให้ยกเลิกข้อ ๗ แห่ง{rules} และข้อ ๘ แห่ง{rules}\n"
    )
    assert (replaced.targets, replaced.act, replaced.problems) == (("s6",), rules, ())
    assert (listed.targets, listed.act, listed.problems) == (("s7", "s8"), rules, ())


def test_a_name_may_end_in_the_word_for_waste() -> None:
    law = "พระราชบัญญัติการกำจัดของเสีย พ.ศ. ๒๕๔๐"
    _, found = read_bill(f"มาตรา ๑  ชื่อ\n\nมาตรา ๒  ให้ยกเลิกมาตรา ๗ แห่ง{law}\n")
    assert (found.act, found.problems) == (law, ())


APPLIED = [
    (f"ให้ยกเลิกบทบัญญัติแห่งมาตรา ๙ ใน{TITLE}เสีย และใช้บทบัญญัติต่อไปนี้แทน\n\n“มาตรา ๙  ก”", {"s9": "ก"}),
    (
        f"ให้เติมความต่อไปนี้เข้าเป็นวรรค ๒ ของมาตรา ๙ แห่ง{TITLE}\n\n“ต่ออายุได้”",
        {"s9": "ใบอนุญาตมีอายุหนึ่งปี\nต่ออายุได้"},
    ),
    (
        f"ให้เพิ่มความต่อไปนี้เป็นวรรคสุดท้ายของมาตรา ๙ แห่ง{TITLE}\n\n“ต่ออายุได้”",
        {"s9": "ใบอนุญาตมีอายุหนึ่งปี\nต่ออายุได้"},
    ),
    (
        f"คำว่า “นายท่า” ในมาตรา ๘ และมาตรา ๑๑ แห่ง{TITLE} ให้แก้เป็น “เจ้าท่า”",
        {"s8": "ผู้จอดเรือต้องขออนุญาตเจ้าท่า", "s11": "ผู้ขนถ่ายต้องแจ้งเจ้าท่า"},
    ),
    (
        f"ให้เพิ่มคำว่า “สอง” ระหว่างคำว่า “อายุ” และ “หนึ่ง” ในมาตรา ๙ แห่ง{TITLE}",
        {"s9": "ใบอนุญาตมีอายุสองหนึ่งปี"},
    ),
]


@pytest.mark.parametrize(("clause", "changed"), APPLIED)
def test_a_clause_of_any_age_is_applied(clause: str, changed: dict[str, str]) -> None:
    assert differences(harbour(), apply_bill(harbour(), modern(clause))) == changed


@pytest.mark.parametrize(("place", "at"), [("บทนิยามลำดับสุดท้าย", 4), ("ลำดับแรก", 1)])
def test_a_definition_becomes_the_first_or_the_last(place: str, at: int) -> None:
    clause = f"ให้เพิ่มบทนิยามคำว่า “แพ” เป็น{place}ในมาตรา ๓ แห่ง{TITLE}\n\n““แพ” หมายความว่า ก”"
    lines = harbour().sections()["s3"].text.split("\n")
    lines.insert(at, "“แพ” หมายความว่า ก")
    assert apply_bill(harbour(), modern(clause)).sections()["s3"].text.split("\n") == lines


PLAIN = modern(
    f"ให้ยกเลิกความในมาตรา ๙ แห่ง{TITLE} {INSTEAD}\n\n“มาตรา ๙  ใบอนุญาตมีอายุสองปี\n\nให้ต่ออายุได้”",
    f"ให้เพิ่มความต่อไปนี้เป็น (๔) ของมาตรา ๕ แห่ง{TITLE}\n\n“(๔) ครู เป็นกรรมการ”",
    f"ให้ยกเลิกมาตรา ๑๒ แห่ง{TITLE}",
)


def _heads(with_what: str) -> str:
    """The bill with something else between the numbers of its sections and their words."""
    return re.sub(r"^(มาตรา [๑-๙])  ", rf"\1{with_what}", PLAIN, flags=re.MULTILINE)


@pytest.mark.parametrize(
    "bill",
    [
        _heads("[แก้ไข]\n\n"),
        _heads(" แก้ไข\n\n"),
        _heads(". "),
        _heads(" : "),
        _heads(""),
        re.sub(r"^(มาตรา [๑-๙])  ", r"**\1** ", PLAIN, flags=re.MULTILINE),
        re.sub(r"^(มาตรา [๑-๙])  ", r"### \1\n\n", PLAIN, flags=re.MULTILINE),
        PLAIN.replace("“", "‘‘").replace("”", "’’"),
        PLAIN.replace("แห่งพระราช", "แห่ง พระราช").replace("ในมาตรา", "ใน มาตรา"),
        PLAIN.replace("มาตรา ๙  ใบ", "มาตรา ๙. ใบ"),
    ],
)
def test_a_bill_is_read_as_sites_and_people_set_it(bill: str) -> None:
    assert bill != PLAIN
    assert differences(harbour(), apply_bill(harbour(), bill)) == differences(harbour(), apply_bill(harbour(), PLAIN))


def test_a_decimal_number_is_no_section() -> None:
    _, found = read_bill(f"ข้อ ๑  ชื่อ\n\nข้อ ๒  ให้เพิ่มความต่อไปนี้เป็น (๕) ของข้อ ๗.๒ ของ{LAW}\n\n{ITEM}\n")
    assert (found.action, found.targets) == (Action.UNKNOWN, ())


def test_a_schedule_behind_the_bill_may_cite_sections_and_have_notes() -> None:
    behind = "\nบัญชี ๒\n\n(๑) อุทธรณ์ตาม\n\nมาตรา ๑๖ มาตรา ๑๗ ฉบับละ ๑๐ บาท\n\nหมายเหตุ\n\nมาตรา ๖ ไม่คิดค่าธรรมเนียม\n"
    clause = f"ให้ยกเลิกบัญชี ๒ ท้าย{TITLE} และให้ใช้บัญชี ๒ ท้ายพระราชบัญญัตินี้แทน"
    amended = apply_bill(harbour(), modern(clause) + behind + "\nหมายเหตุ :- เหตุผลในการประกาศใช้พระราชบัญญัติฉบับนี้ คือ\n")
    assert amended.schedules[2:] == tuple(line for line in behind.split("\n") if line)
