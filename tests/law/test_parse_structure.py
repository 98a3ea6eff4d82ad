"""Sections and the units in them, each told by form and sequence, on invented texts."""

import pytest

from law.act import Kind
from tests.law.invented_text import codes, read, sections


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("๕", "s5"),
        ("๕/๑", "s5/1"),
        ("๕ ทวิ", "s5bis"),
        ("๕ ตรี", "s5ter"),
        ("๕ อัฏฐ", "s5octies"),
        ("๕ วีสติ", "s5vicies"),
        ("๕ ทวิ/๑", "s5bis/1"),
        ("๕/๔๖ ทวิ", "s5/46bis"),
        ("5", "s5"),
    ],
)
def test_labels_of_sections(written, address) -> None:
    assert list(sections(f"มาตรา ๔  ก\n\nมาตรา {written}  ข\n\nมาตรา ๖  ค")) == ["s4", address, "s6"]


@pytest.mark.parametrize(
    "text",
    [
        "มาตรา\n๒\nให้ใช้ทันที",
        "มาตรา ๒\nให้ใช้ทันที",
        "มาตรา\xa0๒\xa0 ให้ใช้ทันที",
        "มาตรา ๒[๓] ให้ใช้ทันที",
        "มาตรา[๓] ๒ ให้ใช้ทันที",
        "มาตรา๒ ให้ใช้ทันที",
    ],
)
def test_a_section_however_its_number_stands(text) -> None:
    assert sections(f"มาตรา ๑  ก\n\n{text}\n\nมาตรา ๓  ค") == {"s1": "ก", "s2": "ให้ใช้ทันที", "s3": "ค"}


def test_paragraphs_items_and_definitions() -> None:
    act = read(
        "มาตรา ๑  ในพระราชบัญญัตินี้\n\n“ต้นไม้”[๑] หมายความว่า\n\n(๑) ไม้ดอก\n\n(๒) ไม้ผล\n\n"
        "“ดิน” หรือ “ปุ๋ย” ให้หมายความรวมถึงทราย\n\nคำว่า “น้ำ” นั้น ท่านหมายความว่า น้ำจืด\n\n"
        "มาตรา ๒  ผู้ปลูกต้อง\n\n(๑) รดน้ำ ดังนี้\n\n(ก) เช้า\n\n(ข) เย็น\n\n(๑/๑)[๒] พรวนดิน\n\n(๒) (ยกเลิก)\n\nวรรคสอง (ยกเลิก)"
    ).act

    assert [address for address in act.places() if address.startswith("s1")] == [
        "s1",
        "s1.p1",
        "s1.def:ต้นไม้",
        "s1.def:ต้นไม้.i1",
        "s1.def:ต้นไม้.i2",
        "s1.def:ดิน",
        "s1.def:น้ำ",
    ]
    assert [address for address in act.places() if address.startswith("s2")] == [
        "s2",
        "s2.p1",
        "s2.p1.i1",
        "s2.p1.i1.iก",
        "s2.p1.i1.iข",
        "s2.p1.i1/1",
        "s2.p1.i2",
        "s2.p2",
    ]
    assert act.get("s2.p1.i1/1").notes == ("2",)
    assert act.get("s2.p1.i2").is_repealed
    assert act.get("s2.p2").is_repealed
    assert act.get("s1.def:ต้นไม้").kind is Kind.DEFINITION


@pytest.mark.parametrize(
    "line",
    [
        "มาตรา ๓ และมาตรา ๔ โดยอนุโลม",
        "มาตรา ๓ วรรคสอง แล้วแต่กรณี",
        "มาตรา ๓ (๑) หรือ (๒)",
        "มาตรา ๓ แห่งพระราชบัญญัตินี้",
        "มาตรา ๓ ต้องระวางโทษ",
    ],
)
def test_a_citation_at_the_start_of_a_line_opens_no_section(line) -> None:
    read_sections = sections(f"มาตรา ๑  ก\n\nมาตรา ๒  ผู้ใดฝ่าฝืนตาม\n{line}\n\nมาตรา ๓  ค\n\nมาตรา ๔  ง")

    assert list(read_sections) == ["s1", "s2", "s3", "s4"]
    assert read_sections["s2"] == f"ผู้ใดฝ่าฝืนตาม {line}"


def test_a_list_of_sections_of_another_law_opens_none() -> None:
    text = "มาตรา ๑  ให้ใช้บทต่อไปนี้\n\nมาตรา ๑๑๐ ความผิดต่อดิน\n\nมาตรา ๑๒๐ ความผิดต่อน้ำ\n\nมาตรา ๒  ข\n\nมาตรา ๓  ค"

    assert list(sections(text)) == ["s1", "s2", "s3"]


def test_items_out_of_sequence_at_the_start_of_a_line_are_citations() -> None:
    act = read("มาตรา ๑  ต้องมี\n\n(๑) ดิน\n\n(๒) น้ำ และต้องทำตาม\n(๕) และ (๖) ของมาตรา ๙ ด้วย\n\n(๓) ปุ๋ย").act

    assert [item.label for item in act.get("s1.p1").items] == ["1", "2", "3"]
    assert act.get("s1.p1.i2").text == "(๒) น้ำ และต้องทำตาม (๕) และ (๖) ของมาตรา ๙ ด้วย"


@pytest.mark.parametrize(
    ("line", "label", "until", "text"),
    [
        ("มาตรา ๒ ถึง มาตรา ๙ (ยกเลิก)", "2", "9", "(ยกเลิก)"),
        ("มาตรา ๒ ถึงมาตรา ๙ ทวิ[๓] (ยกเลิก)", "2", "9bis", "(ยกเลิก)"),
        ("มาตรา ๒ ถึง มาตรา ๙ และบัญชีท้ายหมวด (ยกเลิก)", "2", "9", "และบัญชีท้ายหมวด (ยกเลิก)"),
    ],
)
def test_a_range_repealed_together(line, label, until, text) -> None:
    reading = read(f"มาตรา ๑  ก\n\n{line}\n\nมาตรา ๑๐  ค")
    section = reading.act.sections()["s2"]

    assert (section.label, section.until, section.text) == (label, until, text)
    assert "gap" not in codes(reading)


def test_editors_notes_in_brackets_are_no_paragraphs() -> None:
    act = read("มาตรา ๑  ปรับสิบบาท\n\n[อัตราโทษ แก้ไขเพิ่มเติมโดยมาตรา ๔ แห่งพระราชบัญญัติอื่น พ.ศ. ๒๕๖๐]\n\nวรรคต่อมา").act

    assert act.sections()["s1"].text == "ปรับสิบบาท\nวรรคต่อมา"
    assert act.get("s1.p1").remarks[0].startswith("[อัตราโทษ")


def test_clauses_inside_a_section_of_an_old_act_are_text() -> None:
    assert sections("มาตรา ๑  ให้พึงเข้าใจดังนี้ คือ\n\nข้อ ๑ บ้าน คือ เรือน\n\nข้อ ๒ เรือน คือ บ้าน\n\nมาตรา ๒  ข") == {
        "s1": "ให้พึงเข้าใจดังนี้ คือ\nข้อ ๑ บ้าน คือ เรือน\nข้อ ๒ เรือน คือ บ้าน",
        "s2": "ข",
    }
