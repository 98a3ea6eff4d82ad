"""What is printed is read again as the same tree: forms in which the blank lines of print once misled the reader."""

import pytest

from law.act import act_text
from law.parse import read_act

HEAD = "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ให้ปลูกต้นไม้\n\n"
SIGNED = "ผู้รับสนองพระบรมราชโองการ\nนาย ก\nรัฐมนตรี\nปฏิบัติหน้าที่\nนายกรัฐมนตรี\n"
CASES = {
    "tight signatures before the tail say nothing of blank lines": HEAD
    + f"มาตรา ๒  ให้รดน้ำ\n\nการรดน้ำให้ทำเมื่อใดก็ได้\n\nมาตรา ๓  ให้พรวนดิน\n\n{SIGNED}\n"
    + "พระราชบัญญัติสวน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐\n\nมาตรา ๒  ให้ใช้บังคับทันที\n",
    "rows of a list behind the signatures are no broken lines": HEAD
    + f"มาตรา ๒  {'ให้รดน้ำต้นไม้ทุกต้น ' * 9}\n\n"
    + f"{SIGNED}[เอกสารแนบท้าย]\n๑. บัญชีต้นไม้\n๒.[๑] (ยกเลิก)\n๓.[๒] (ยกเลิก)\n๔. บัญชีดอกไม้\n\n"
    + "[๑] ยกเลิกโดยพระราชบัญญัติอื่น\n\n[๒] ยกเลิกโดยพระราชบัญญัติอื่น\n",
    "the spelling of 2485": "พระราชบัญญัติ\nสวนหลวง\nพุทธสักราช ๒๔๘๕\nไนพระปรมาภิไธยสมเด็จพระเจ้าอยู่หัว\nคนะผู้สำเหร็ดราชการ\n"
    "(ตามประกาส\nลงวันที่ ๔ สิงหาคม)\nนาย ก\nนาย ข\nตราไว้\nเปนปีที่ ๙\nโดยที่สมควนมีสวน\n\nมาตรา ๑  ไห้ปลูกต้นไม้\n",
    "an order of the tail, numbered by year": HEAD
    + f"{SIGNED}\nพระราชบัญญัติสวน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐\n\nหมายเหตุ :- เหตุผล คือ สวนมีน้อย\n\n"
    + "คำสั่งหัวหน้าสวน ที่ ๑๐/๒๕๕๙ เรื่อง การรดน้ำ[๑]\n\nข้อ ๕  ให้ยุบเลิกสวน\n\n[๑] ราชกิจจานุเบกษา\n",
    "a section behind the reasons of an act": HEAD
    + f"{SIGNED}\nพระราชบัญญัติสวน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐\n\nหมายเหตุ :- เหตุผล คือ สวนมีน้อย\n\nคำสั่งเรื่องสวน\n\nข้อ ๕  ให้ยุบเลิกสวน\n",
    "a code put in force book by book": "พระราชบัญญัติให้ใช้ประมวลกฎหมายสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ให้ใช้ประมวลกฎหมายสวน\n\n"
    + f"{SIGNED}\nประมวลกฎหมายสวน\n\nบรรพ ๑\nต้นไม้\n\nมาตรา ๑  ให้ปลูก\n\nมาตรา ๒  ให้รดน้ำ\n\n{SIGNED}\n"
    + "พระราชบัญญัติให้ใช้บรรพ ๒ แห่งประมวลกฎหมายสวน พ.ศ. ๒๕๕๕\n\nมาตรา ๑  ให้ใช้บรรพ ๒\n\nมาตรา ๒  ให้รัฐมนตรีรักษาการ\n\n"
    + f"มาตรา ๓  ให้เลิกบรรพเดิม\n\nมาตรา ๔  ให้ทำสวน\n\n{SIGNED}\nบรรพ ๒\nดอกไม้\n\nลักษณะ ๑\nดอกไม้หอม\n\nมาตรา ๓  ให้เก็บ\n",
    "a title tight behind the reasons of the act before": HEAD
    + f"{SIGNED}\nพระราชบัญญัติสวน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐\n\nมาตรา ๒  ให้ใช้บังคับทันที\n\nหมายเหตุ :- เหตุผล คือ สวนมีน้อย\n"
    + "พระราชบัญญัติสวน (ฉบับที่ ๓) พ.ศ. ๒๕๖๑\nหมายเหตุ :- เหตุผล คือ สวนมีมาก\n",
    "contents without a code": "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nสารบาญ\n\nต้นไม้ ๑\n\nมาตรา ๑  ให้ปลูกต้นไม้\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_what_is_printed_is_read_again_as_the_same_act(text: str) -> None:
    reading = read_act(text)
    printed = act_text(reading.act)
    again = read_act(printed).act

    assert reading.ledger.balanced
    assert again == reading.act
    assert act_text(again) == printed


def test_an_order_numbered_by_year_opens_its_own_part_of_the_tail() -> None:
    tail = read_act(CASES["an order of the tail, numbered by year"]).act.tail

    assert [(part.title, [section.label for section in part.sections]) for part in tail] == [
        ("พระราชบัญญัติสวน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐", []),
        ("คำสั่งหัวหน้าสวน ที่ ๑๐/๒๕๕๙ เรื่อง การรดน้ำ", ["5"]),
    ]


def test_a_section_behind_the_reasons_of_an_act_does_not_slip_before_them() -> None:
    tail = read_act(CASES["a section behind the reasons of an act"]).act.tail

    assert [(part.title, [section.label for section in part.sections]) for part in tail] == [
        ("พระราชบัญญัติสวน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐", []),
        ("คำสั่งเรื่องสวน", ["5"]),
    ]


def test_a_later_book_belongs_to_the_code_and_not_to_the_act_that_puts_it_in_force() -> None:
    act = read_act(CASES["a code put in force book by book"]).act

    assert [address for address in act.sections() if address.startswith("code.")] == ["code.s1", "code.s2", "code.s3"]
    assert act.places()["code.s3"].parent == "code.bk2.t1"
    assert [section.label for section in act.tail[0].sections] == ["1", "2", "3", "4"]


def test_a_title_tight_behind_the_reasons_of_the_act_before_opens_its_own_part() -> None:
    tail = read_act(CASES["a title tight behind the reasons of the act before"]).act.tail

    assert [(part.title[-12:], len(part.lines)) for part in tail] == [("๒) พ.ศ. ๒๕๖๐", 1), ("๓) พ.ศ. ๒๕๖๑", 1)]


def test_signatures_line_by_line_make_no_heading_of_a_paragraph() -> None:
    act = read_act(CASES["tight signatures before the tail say nothing of blank lines"]).act

    assert list(act.sections()) == ["s1", "s2", "s3"]
    assert act.get("s2.p2") is not None


def test_rows_behind_the_signatures_stay_lines() -> None:
    act = read_act(CASES["rows of a list behind the signatures are no broken lines"]).act

    assert act.closing[-4:] == ("๑. บัญชีต้นไม้", "๒.[๑] (ยกเลิก)", "๓.[๒] (ยกเลิก)", "๔. บัญชีดอกไม้")


def test_the_title_of_an_act_of_2485_ends_with_its_year() -> None:
    act = read_act(CASES["the spelling of 2485"]).act

    assert act.title == "พระราชบัญญัติสวนหลวง พุทธสักราช ๒๔๘๕"
    assert act.preamble[0].startswith("ไนพระปรมาภิไธย")
