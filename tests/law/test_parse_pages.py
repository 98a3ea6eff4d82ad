"""Texts copied page by page: numbers alone on a line, marks printed behind the text, sections that begin a page."""

import pytest

from law.act import act_text
from law.parse import Reading, read_act

HEAD = "พระราชบัญญัติ\nสวน\nพ.ศ. ๒๕๕๐\n\nโดยที่เป็นการสมควรมีกฎหมายว่าด้วยสวน\n\n"
WATERMARK = "สำนักงานคณะกรรมการทดสอบ"


def act_of(sections: int) -> str:
    """Lines that fill a page and a last one that does not, blank lines between sections and items."""
    blocks = [HEAD.strip()]
    for number in range(1, sections + 1):
        blocks.append(
            f"มาตรา {number}  ผู้ปลูกต้นไม้ในสวนสาธารณะทุกแห่งต้องรดน้ำและพรวนดินอย่างสม่ำเสมอตามที่\n"
            "ผู้อำนวยการสวนกำหนดโดยความเห็นชอบของคณะกรรมการ\n\n(๑) เวลาเช้า\n\n(๒) เวลาเย็น"
        )
    return "\n\n".join(blocks) + "\n"


def paged(text: str, foot: str, lines: int = 24) -> str:
    """The text with a foot under every page, blank lines around it; ``{}`` in the foot is the number of the page."""
    result: list[str] = []
    for at, line in enumerate(text.split("\n"), start=1):
        result += [line, *(["", foot.format(at // lines), ""] if at % lines == 0 else [])]
    return "\n".join(result)


def same_sections(reading: Reading, clean: str) -> bool:
    return reading.ledger.balanced and reading.act.sections() == read_act(clean).act.sections()


@pytest.mark.parametrize("foot", ["{}", "- {} -", "หน้า {}"])
def test_the_numbers_of_pages_are_no_text(foot: str) -> None:
    text = act_of(20)
    reading = read_act(paged(text, foot))

    assert same_sections(reading, text)
    assert "furniture" in dict(reading.normalised)


def test_numbers_that_are_no_pages_stay() -> None:
    rows = "\n".join(f"{number}\nใบอนุญาต\n๑๐๐ บาท" for number in range(1, 9))
    text = f"{act_of(2)}\nผู้รับสนองพระบรมราชโองการ\n\nอัตราค่าธรรมเนียม\n\n{rows}\n"

    assert [line for line in read_act(text).act.schedules if line.isdecimal()] == list("12345678")


def test_sections_whose_number_stands_alone_on_a_line_are_no_pages() -> None:
    text = act_of(20).replace("มาตรา ", "มาตรา\n").replace("  ผู้ปลูก", "\nผู้ปลูก")

    assert list(read_act(text).act.sections()) == [f"s{number}" for number in range(1, 21)]


def test_a_mark_behind_the_pages_is_no_text() -> None:
    lines = act_of(6).split("\n")
    marked = [
        f"{WATERMARK}   {line}" if at % 7 == 3 and line else f"{line}\n{WATERMARK}  {WATERMARK}  {WATERMARK}"
        for at, line in enumerate(lines)
    ]
    reading = read_act("\n".join(marked))

    assert same_sections(reading, act_of(6))
    assert reading.act.title == "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐"
    assert WATERMARK not in act_text(reading.act)
    assert dict(reading.normalised)["watermark"] > 1


def test_an_office_named_in_the_text_stays_there() -> None:
    text = act_of(1).replace("ผู้อำนวยการสวน", f"ผู้แทน {WATERMARK} ").replace("เวลาเย็น", WATERMARK)

    assert read_act(text).act.sections()["s1"].text.count(WATERMARK) == 2


def test_the_columns_of_a_table_are_no_mark() -> None:
    table = "\n".join(["บัญชีท้ายพระราชบัญญัติ", *["จังหวัดเหนือ  จังหวัดเหนือ"] * 4, "จังหวัดเหนือ", "เขตกลาง  จังหวัดเหนือ"])
    reading = read_act(f"{act_of(6)}\n\n{table}")

    assert act_text(reading.act).count("จังหวัดเหนือ") == 10
    assert "watermark" not in dict(reading.normalised)


def test_a_section_that_begins_a_page_stands_apart() -> None:
    text = paged(act_of(20), "เล่ม ๑๓๐ ตอนที่ {} ก  ราชกิจจานุเบกษา  ๑๓ มกราคม ๒๕๕๖", lines=7)

    assert same_sections(read_act(text), act_of(20))


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("ข้อ 1. ก\n\nข้อ 2. ข\n\nข้อ 2.1 ค\n\nข้อ 3 ง", {"s1": "ก", "s2": "ข\nข้อ 2.1 ค", "s3": "ง"}),
        ("มาตรา ๑ : ก\n\nมาตรา ๒.- ข\n\nมาตรา ๓ - ค", {"s1": "ก", "s2": "ข", "s3": "ค"}),
        ("มาตรา ๑ ก\n\nมาตรา ๒ - ๔ (ยกเลิก)\n\nมาตรา ๕ ข", {"s1": "ก", "s2": "(ยกเลิก)", "s5": "ข"}),
        (
            "* มาตรา ๑ ก\n\n•มาตรา ๒ ข\n\n• (๑) ค\n\n* (๒) ง\n\n*มาตรา ๓ จ",
            {"s1": "ก", "s2": "ข\n(๑) ค\n(๒) ง", "s3": "จ"},
        ),
    ],
)
def test_bullets_and_stops_about_labels_are_no_text(text: str, sections: dict[str, str]) -> None:
    reading = read_act(f"ระเบียบสวน พ.ศ. ๒๕๕๐\n\n{text}")

    assert {address: section.text for address, section in reading.act.sections().items()} == sections
    assert reading.ledger.balanced
