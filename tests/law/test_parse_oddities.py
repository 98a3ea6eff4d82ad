"""Texts that are odd but real: read as they stand, and what is odd is said."""

import pytest

from law.parse import Reading, read_act

HEAD = "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\n"


def odd(text: str) -> set[tuple[str, str]]:
    reading = read_act(text)
    assert reading.ledger.balanced
    return {(oddity.code, oddity.address) for oddity in reading.oddities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("มาตรา ๑  ก\n\nมาตรา ๒  ข", set()),
        ("มาตรา ๑  ก\n\nมาตรา ๒  ข\n\nมาตรา ๒  ค\n\nมาตรา ๓  ง", {("duplicate_label", "s2~2")}),
        ("มาตรา ๑  ก\n\nมาตรา ๓  ข", {("gap", "s3")}),
        (
            "มาตรา ๑  ก\n\nมาตรา ๙  ข\n\nมาตรา ๘  ค\n\nมาตรา ๑๐  ง",
            {("gap", "s9"), ("out_of_order", "s8")},
        ),
        ("มาตรา ๑  ก\n\nมาตรา ๒\n\nมาตรา ๓  ค", {("empty_section", "s2")}),
        ("มาตรา ๑  “ก\n\nมาตรา ๒  ข", {("unbalanced_quotes", "s1")}),
        ("มาตรา ๑  ให้มี\n\n(๑) ก\n\n(๔) ข", {("item_order", "s1")}),
        ("มาตรา ๑[๗]  ก\n\nมาตรา ๒[๑]  ข\n\n[๑] ค", {("note_without_footnote", "s1")}),
        ("มาตรา ๑[๑]  ก\n\n[๑] ค\n\n[๒] ง", {("footnote_without_note", "")}),
        ("มาตรา ๑  ก\n\nมาตรา ๒  ข\n\nมาตรา ๓  ค\n\nผู้รับสนองพระราชโองการ\n\nมาตรา ๑  ก", {("untitled_tail", "")}),
        ("ให้รดน้ำต้นไม้ทุกวัน", {("no_sections", "")}),
    ],
)
def test_what_is_odd_is_said(text, expected) -> None:
    assert odd(HEAD + text) == expected


def test_a_text_without_any_section_is_kept_whole() -> None:
    reading = read_act(
        "ประกาศชุมชน\nเรื่อง การรดน้ำ\n\nด้วยชุมชนเห็นว่าต้นไม้เหี่ยว\n\nจึงประกาศให้รดน้ำ\n\nประกาศ ณ วันที่ ๑ มกราคม พ.ศ. ๒๕๖๐\n\nผู้ใหญ่บ้าน"
    )

    assert reading.act.title == "ประกาศชุมชน เรื่อง การรดน้ำ"
    assert reading.act.preamble[0] == "ด้วยชุมชนเห็นว่าต้นไม้เหี่ยว"
    assert reading.act.preamble[-1] == "ผู้ใหญ่บ้าน"
    assert codes(reading) == ["no_sections"]


def test_a_text_that_names_no_act_is_read_too() -> None:
    reading = read_act("โดยที่เป็นการสมควร\n\nมาตรา ๑  ก\n\nมาตรา ๒  ข")

    assert codes(reading) == ["no_title"]
    assert list(reading.act.sections()) == ["s1", "s2"]


def codes(reading: Reading) -> list[str]:
    return [oddity.code for oddity in reading.oddities]


def test_the_empty_text_is_read() -> None:
    assert codes(read_act("")) == ["no_title", "no_sections"]
    assert read_act("").ledger.chars_in == 0


def test_an_unclosed_quotation_swallows_no_section() -> None:
    text = HEAD + "\n\n".join(f"มาตรา {number}  ให้ใช้ความต่อไปนี้แทน “ก" for number in range(1, 6))

    assert list(read_act(text).act.sections()) == [f"s{number}" for number in range(1, 6)]


def test_sections_that_an_amending_act_quotes_are_its_text() -> None:
    text = (
        HEAD
        + "มาตรา ๑  ก\n\nมาตรา ๒  ให้ใช้ความต่อไปนี้แทน\n\n“มาตรา ๒  ข\n\nมาตรา ๓  ค\n\nหมวด ๒\nใหม่\n\nมาตรา ๔  ง”\n\nมาตรา ๓  จ\n\nมาตรา ๔  ช"
    )
    sections = read_act(text).act.sections()

    assert list(sections) == ["s1", "s2", "s3", "s4"]
    assert sections["s3"].text == "จ"
    assert sections["s2"].text.endswith("หมวด ๒\nใหม่\nมาตรา ๔ ง”")


@pytest.mark.parametrize(
    ("numbers", "addresses", "tail"),
    [
        ([1, 2, 2, 3], ["s1", "s2", "s2~2", "s3"], []),
        ([1, 2, 5, 2, 6], ["s1", "s2", "s5", "s2~2", "s6"], []),
        ([1, 2, 3, 4, 5, 2], ["s1", "s2", "s3", "s4", "s5", "s2~2"], []),
        ([1, 2, 3, 1, 2], ["s1", "s2", "s3"], [["1", "2"]]),
    ],
)
def test_a_label_twice_is_a_section_and_a_numbering_that_begins_anew_another_act(numbers, addresses, tail) -> None:
    act = read_act(HEAD + "\n\n".join(f"มาตรา {number}  ก" for number in numbers)).act

    assert list(act.sections()) == addresses
    assert [[section.label for section in found.sections] for found in act.tail] == tail
