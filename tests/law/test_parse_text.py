"""From bytes to paragraphs: encodings, mended characters, soft line breaks, page furniture."""

import time

import pytest

from law.act import act_text
from law.parse import NotText, decode, read_act

ACT = "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ก\n\nมาตรา ๒  ให้ทำน้ำ\n"


def section(text: str, address: str = "s2") -> str:
    reading = read_act(text)
    assert reading.ledger.balanced
    return reading.act.sections()[address].text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp874", "tis-620"]
)
def test_encodings_of_thai_text(encoding) -> None:
    text = decode(ACT.encode(encoding))

    assert text.lstrip("\ufeff") == ACT


def test_windows_quotes_in_the_thai_code_page() -> None:
    assert decode("มาตรา ๑ “ก” – ข…".encode("cp874")) == "มาตรา ๑ “ก” – ข…"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0\0\0\0",
        b"%PDF-1.7\n\x00\x01\x02\x03" * 50,
        b"PK\x03\x04\x14\x00\x06\x00" * 50,
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "มาตรา ๑".encode() + b"\0" + "ก".encode(),
        b"\xff\xfe\x00",
        b"\xd2" * 5 + bytes(range(0x80, 0xFF)) * 20,
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(raw) -> None:
    with pytest.raises(NotText, match=r"^The file .*\.$"):
        decode(raw)


def test_line_ends_are_kept_by_decoding() -> None:
    assert decode("ก\r\nข\nค".encode()) == "ก\r\nข\nค"


@pytest.mark.parametrize("page", ["cp1252", "cp874"])
def test_utf_8_that_was_taken_for_another_code_page_is_put_right(page: str) -> None:
    text = "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ให้มี “สวน” ของชุมชน\n"
    taken = "".join(bytes([byte]).decode(page, errors="ignore") or chr(byte) for byte in text.encode())

    assert decode(taken.encode()) == text
    assert decode(text.encode()) == text


@pytest.mark.parametrize("page", ["latin-1", "cp1252"])
def test_the_thai_code_page_taken_for_western_letters_is_put_right(page: str) -> None:
    text = "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ให้ผู้ปลูกน้ำ (1) ก็ได้\n"

    assert decode(text.encode("cp874").decode(page).encode()) == text


@pytest.mark.parametrize("text", ["Décret nº 5: à é è ê ç", "ÀÉÈ àéè ÖÜÄ", "«é»"])
def test_western_letters_with_marks_stay(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("written", "meant", "code"),
    [
        ("ท\uf702\uf70aป\uf710น\uf70f", "ที่ปันญ", "font_glyph"),
        ("ทํา", "ทำ", "sara_am"),
        ("น\u0e4d\u0e49า", "น้ำ", "sara_am"),
        ("น\u0e49\u0e4dา", "น้ำ", "sara_am"),
        ("นำ้", "น้ำ", "mark_order"),
        ("ท่ี", "ที่", "mark_order"),
        ("เเละ", "และ", "double_e"),
        ("ที่่", "ที่", "doubled_mark"),
        ("\x93ก\x94", "“ก”", "c1_punctuation"),
        ("ก\x85", "ก…", "c1_punctuation"),
        ("ก\u200bข", "กข", "invisible"),
        ("ก\u00adข", "กข", "invisible"),
        ("\ufeffก", "ก", "invisible"),
        ("ก\x07ข", "กข", "control"),
        ("ก\xa0\xa0 ข", "ก ข", None),
    ],
)
def test_characters_are_mended_and_the_mend_is_reported(written, meant, code) -> None:
    reading = read_act(f"พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ก\n\nมาตรา ๒  คำ {written}\n")

    assert reading.act.sections()["s2"].text == f"คำ {meant}"
    assert [name for name, _ in reading.normalised] == ([code] if code else [])
    assert reading.ledger.balanced


SITE = (
    "\nพระราชบัญญัติ\n\n\nพระราชบัญญัติ\nสวน\nพ.ศ. ๒๕๕๐\n" + "\xa0" * 18 + " \n\xa0\nให้ไว้ ณ วันที่ ๑\r\nมกราคม พ.ศ. ๒๕๕๐\n\xa0\n"
    "มาตรา\r\n๑\xa0\r\nพระราชบัญญัตินี้เรียกว่า\r\n\x93พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\x94\n\xa0\n"
    "มาตรา ๒[๑]\xa0\r\nผู้ทำสวนต้องปฏิบัติตามบทบัญญัติแห่งพระราชบัญญัตินี้\r\nและต้องรดน้ำ ดังนี้\n"
    "(๑)\r\nเช้า\n(๒)\r\nเย็น ตามมาตรา\r\n๓ (๑)\n"
    "ผู้ทำสวนซึ่งไม่รดน้ำต้องระวางโทษปรับไม่เกินสิบบาท\n\xa0\nมาตรา ๓\xa0\r\nให้นายอำเภอรักษาการตามพระราชบัญญัตินี้\n\n\n"
    "[๑] ราชกิจจานุเบกษา\r\nเล่ม ๑\n"
)


def test_the_council_of_states_site_marks_soft_breaks_by_cr_lf() -> None:
    reading = read_act(SITE)

    assert reading.act.title == "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐"
    assert reading.act.sections()["s2"].text == (
        "ผู้ทำสวนต้องปฏิบัติตามบทบัญญัติแห่งพระราชบัญญัตินี้ และต้องรดน้ำ ดังนี้\n(๑) เช้า\n(๒) เย็น ตามมาตรา ๓ (๑)\n"
        "ผู้ทำสวนซึ่งไม่รดน้ำต้องระวางโทษปรับไม่เกินสิบบาท"
    )
    assert reading.act.footnotes[0].text == "ราชกิจจานุเบกษา เล่ม ๑"
    assert dict(reading.normalised) == {"breadcrumb": 1, "c1_punctuation": 2}
    assert reading.ledger.balanced


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_soft_breaks_that_lost_their_kind_are_joined_by_sense(line_end) -> None:
    lines = SITE.replace("\r\n", "\n") + "".join(
        f"\nมาตรา {number}\nผู้ใดไม่ปฏิบัติตามบทบัญญัติแห่งพระราชบัญญัตินี้\nหรือขัดขวางผู้ปฏิบัติ\nต้องระวางโทษปรับ\n\n"
        for number in range(4, 9)
    )
    reading = read_act(lines.replace("[๑] ราชกิจจานุเบกษา\nเล่ม ๑\n", "").replace("\n", line_end))

    assert list(reading.act.sections()) == [f"s{number}" for number in range(1, 9)]
    assert reading.act.sections()["s8"].text == ("ผู้ใดไม่ปฏิบัติตามบทบัญญัติแห่งพระราชบัญญัตินี้ หรือขัดขวางผู้ปฏิบัติ ต้องระวางโทษปรับ")
    assert [item.text for item in reading.act.get("s2.p1").items] == ["(๑) เช้า", "(๒) เย็น ตามมาตรา ๓ (๑)"]
    assert reading.ledger.balanced


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_line_a_paragraph_without_blank_lines(line_end) -> None:
    text = "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\nหมวด ๑\nทั่วไป\nมาตรา ๑  ก\nวรรคต่อมา\nมาตรา ๒  ให้ทำ\n(๑) ดิน\n(๒) น้ำ\nวรรคสอง\n"
    reading = read_act(text.replace("\n", line_end))

    assert reading.act.sections()["s2"].text == "ให้ทำ\n(๑) ดิน\n(๒) น้ำ\nวรรคสอง"
    assert reading.act.get("ch1").title == "ทั่วไป"


@pytest.mark.parametrize(
    "furniture",
    [
        "หน้า ๑๒",
        "- ๑๒ -",
        "หน้า   ๑\nเล่ม   ๑๓๖   ตอนที่   ๕๗   ก\nราชกิจจานุเบกษา\n๑   พฤษภาคม   ๒๕๖๒",
        "เล่ม ๑๒๔ ตอนที่ ๑ ก ราชกิจจานุเบกษา ๑ มกราคม ๒๕๕๐",
    ],
)
def test_page_furniture_is_set_aside_and_reported(furniture) -> None:
    reading = read_act(f"พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ก\n\n{furniture}\n\nมาตรา ๒  ข\n")

    assert reading.act.sections()["s1"].text == "ก"
    assert "หน้า" not in act_text(reading.act)
    assert "furniture" in dict(reading.normalised)
    assert reading.ledger.balanced


def test_a_sentence_that_the_turn_of_a_page_broke_is_whole_again() -> None:
    page = "หน้า   ๒\nเล่ม   ๑๓๖   ตอนที่   ๕๗   ก\nราชกิจจานุเบกษา\n๑   พฤษภาคม   ๒๕๖๒"
    text = f"พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ผู้ทำสวน\n\n{page}\n\nและผู้ปลูกต้องรดน้ำ\n\nมาตรา ๒  ข\n"

    assert section(text, "s1") == "ผู้ทำสวน และผู้ปลูกต้องรดน้ำ"


def test_sections_that_run_on_in_one_line_are_set_apart() -> None:
    words = "รดน้ำต้นไม้ในสวนของชุมชนให้ทั่วถึง " * 6
    text = (
        f"ระเบียบสวน พ.ศ. 2560 อาศัยอำนาจตามมาตรา 5 แห่งพระราชบัญญัติสวน จึงออกระเบียบไว้ ดังต่อไปนี้ "
        f"ข้อ 1 {words} ตามข้อ 2 ข้อ 2 {words}"
        f"ให้ยกเลิกความในข้อ 3 และให้ใช้ความต่อไปนี้แทน “ ข้อ 3 {words} ” ข้อ 3 {words}"
    )
    reading = read_act(text)

    assert list(reading.act.sections()) == ["s1", "s2", "s3"]
    assert dict(reading.normalised)["running_text"] == 3
    assert reading.ledger.balanced


def test_front_matter_and_the_lines_of_a_web_page_are_left_over_and_said() -> None:
    reading = read_act(
        "---\nname: สวน\ndate: '2023-01-01'\n---\n\n# พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ก\n\nมาตรา ๒  ข\n"
    )

    assert reading.act.title == "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐"
    assert reading.ledger.unplaced == ("--- name: สวน date: '2023-01-01' ---",)
    assert reading.ledger.balanced

    page = read_act(
        "หน้าแรก | ค้นหา | Login\n\nพระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ก\n\n[๑] ราชกิจจานุเบกษา\n\n© www.example.go.th\n"
    )
    assert page.ledger.unplaced == ("หน้าแรก | ค้นหา | Login", "© www.example.go.th")
    assert page.ledger.balanced


HOSTILE = {
    "one line of a million letters": "ก" * 1_000_000,
    "a hundred thousand digits": "มาตรา " + "๑" * 100_000 + " ก",
    "deep brackets": "(" * 50_000 + ")" * 50_000,
    "lists in lists": "มาตรา ๑  ก\n" + "(๑) ก\n(ก) ข\n" * 2_000,
    "notes": "มาตรา ๑ ก" + "[๑]" * 20_000,
    "quotes": "“" * 200_000,
    "tone marks": "ก" + "่" * 200_000,
    "nikhahit": "\u0e4d" * 200_000,
    "titles": "มาตรา ๑ ก\n\n" + "พระราชบัญญัติ ก พ.ศ. \n\n" * 3_000,
    "the same section": "มาตรา ๑ ก\n" * 3_000,
    "divisions": "ภาค ๑\nลักษณะ ๑\nหมวด ๑\nส่วนที่ ๑\n" * 500,
    "emoji": "😀" * 100_000,
    "lone surrogates": "มาตรา ๑ \ud800" * 1_000,
    "white space": " \xa0\t\n" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_in_bounded_time(name) -> None:
    start = time.monotonic()
    reading = read_act(HOSTILE[name])

    assert time.monotonic() - start < 20
    assert reading.ledger.balanced


def test_a_number_parted_from_its_word_is_joined_even_where_lines_are_whole():
    text = "มาตรา ๑  ชื่อ\nมาตรา ๒  ให้ใช้ตามมาตรา\n๑ ด้วย\nผู้ใดทำตามมาตรา ๑\nหรือมาตรา ๒ ให้ได้รับรางวัล\nวรรคนี้แยกต่างหาก\n"
    section = read_act(text).act.sections()["s2"]
    assert section.text.splitlines() == [
        "ให้ใช้ตามมาตรา ๑ ด้วย",
        "ผู้ใดทำตามมาตรา ๑ หรือมาตรา ๒ ให้ได้รับรางวัล",
        "วรรคนี้แยกต่างหาก",
    ]
