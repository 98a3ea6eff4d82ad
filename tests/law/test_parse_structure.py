"""The parts of an act, each told by form and sequence, on invented texts."""

import pytest

from law.act import Division, Kind, Level
from law.parse import Reading, read_act

HEAD = "พระราชบัญญัติ\nเรือนเพาะชำ\nพ.ศ. ๒๕๕๐\n\n"


def read(text: str) -> Reading:
    reading = read_act(HEAD + text)
    assert reading.ledger.balanced
    return reading


def sections(text: str) -> dict[str, str]:
    return {address: section.text for address, section in read(text).act.sections().items()}


def codes(reading: Reading) -> set[str]:
    return {oddity.code for oddity in reading.oddities}


def test_an_act_from_its_heading_to_its_footnotes() -> None:
    act = read(
        """ภูมิพลอดุลยเดช ป.ร.

ให้ไว้ ณ วันที่ ๑ มกราคม พ.ศ. ๒๕๕๐

โดยที่เป็นการสมควรมีกฎหมายว่าด้วยเรือนเพาะชำ

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติเรือนเพาะชำ พ.ศ. ๒๕๕๐”

มาตรา ๒[๑]  พระราชบัญญัตินี้ให้ใช้บังคับทันที

ผู้รับสนองพระบรมราชโองการ

นายกรัฐมนตรี

อัตราค่าธรรมเนียม

(๑) ใบอนุญาต ฉบับละ ๑๐ บาท

หมายเหตุ :- เหตุผลในการประกาศใช้พระราชบัญญัติฉบับนี้ คือ โดยที่เรือนเพาะชำมีน้อย

สมชาย/ตรวจ

[๑] ราชกิจจานุเบกษา เล่ม ๑"""
    ).act

    assert act.title == "พระราชบัญญัติเรือนเพาะชำ พ.ศ. ๒๕๕๐"
    assert act.heading == ("พระราชบัญญัติ", "เรือนเพาะชำ", "พ.ศ. ๒๕๕๐")
    assert len(act.preamble) == 3
    assert list(act.sections()) == ["s1", "s2"]
    assert act.sections()["s2"].notes == ("1",)
    assert act.closing == ("ผู้รับสนองพระบรมราชโองการ", "นายกรัฐมนตรี")
    assert act.schedules == ("อัตราค่าธรรมเนียม", "(๑) ใบอนุญาต ฉบับละ ๑๐ บาท")
    assert [line[:8] for line in act.remarks] == ["หมายเหตุ", "สมชาย/ตร"]
    assert [(note.marker, note.text) for note in act.footnotes] == [("1", "ราชกิจจานุเบกษา เล่ม ๑")]


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


def test_divisions_nest_and_their_titles_are_joined() -> None:
    act = read(
        "ภาค ๑\nบททั่วไป\n\nลักษณะ ๑\n\nการเริ่ม\nและการเลิก\n\nหมวด ๑ ว่าด้วยดิน\n\nส่วนที่ ๑\nดินดี\n\nมาตรา ๑  ก\n\n"
        "ส่วนที่ ๒\nดินเลว\n\nมาตรา ๒  ข\n\nหมวด ๑/๑[๑]\nน้ำ\n\nมาตรา ๓  ค\n\nภาค ๒\nบทกำหนดโทษ\n\nมาตรา ๔  ง\n\n"
        "บทเฉพาะกาล\n\nมาตรา ๕  จ"
    ).act
    divisions = {a: p.node.title for a, p in act.places().items() if isinstance(p.node, Division)}

    assert divisions == {
        "dv1": "บททั่วไป",
        "dv1.t1": "การเริ่ม และการเลิก",
        "dv1.t1.ch1": "ว่าด้วยดิน",
        "dv1.t1.ch1.pt1": "ดินดี",
        "dv1.t1.ch1.pt2": "ดินเลว",
        "dv1.t1.ch1/1": "น้ำ",
        "dv2": "บทกำหนดโทษ",
        "transitory": "",
    }
    assert act.places()["s2"].parent == "dv1.t1.ch1.pt2"
    assert act.places()["s5"].parent == "transitory"


def test_transitory_provisions_may_be_the_name_of_a_chapter() -> None:
    act = read("หมวด ๑\nทั่วไป\n\nมาตรา ๑  ก\n\nหมวด ๒\nบทเฉพาะกาล\n\nมาตรา ๒  ข").act

    assert act.get("ch2").title == "บทเฉพาะกาล"
    assert act.get("transitory") is None


@pytest.mark.parametrize("line", ["หมวด ๓ และหมวด ๔ ให้ใช้แก่ผู้ปลูก", "ส่วนที่เกินสิบต้นให้คืน", "ภาคเหนือให้ปลูกก่อน", "ลักษณะ ๒ นี้ด้วย"])
def test_a_line_that_only_begins_like_a_heading_is_text(line) -> None:
    assert sections(f"มาตรา ๑  ก\n\n{line}\n\nมาตรา ๒  ข")["s1"] == f"ก\n{line}"


def test_a_heading_without_a_number_is_told_by_blank_lines_where_paragraphs_have_none() -> None:
    text = "มาตรา ๑  ก\nข\nค\n\nการรดน้ำ\n\nมาตรา ๒  ก\nข\nค\n\nการพรวนดิน\n\nมาตรา ๓  ก\nข"
    act = read(text).act

    assert [place.node.word for place in act.places().values() if isinstance(place.node, Division)] == [
        "การรดน้ำ",
        "การพรวนดิน",
    ]
    assert act.sections()["s1"].text == "ก\nข\nค"


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


def test_acts_of_the_tail_keep_their_own_sections() -> None:
    act = read(
        """มาตรา ๑  ก

มาตรา ๒  ข

ผู้รับสนองพระราชโองการ

นายกรัฐมนตรี

พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๕๕[๙]

มาตรา ๑  ให้เรียกว่าฉบับที่สอง

บทเฉพาะกาล

มาตรา ๗  ให้ใช้ความต่อไปนี้แทน

“มาตรา ๒  ความใหม่

มาตรา ๓  ความใหม่อีก”

หมายเหตุ :- เหตุผล คือ มีน้อย

ประกาศคณะรักษาสวน ฉบับที่ ๓/๒๕๕๗ เรื่อง การรดน้ำ

ข้อ ๒  ให้รดน้ำ

[๙] ราชกิจจานุเบกษา เล่ม ๒"""
    ).act

    assert list(act.sections()) == ["s1", "s2"]
    assert [tail.title for tail in act.tail] == [
        "พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๕๕",
        "ประกาศคณะรักษาสวน ฉบับที่ ๓/๒๕๕๗ เรื่อง การรดน้ำ",
    ]
    assert [[section.heading for section in tail.sections] for tail in act.tail] == [["มาตรา ๑", "มาตรา ๗"], ["ข้อ ๒"]]
    assert act.tail[0].sections[1].text == "ให้ใช้ความต่อไปนี้แทน\n“มาตรา ๒ ความใหม่\nมาตรา ๓ ความใหม่อีก”"
    assert act.tail[0].lines == ("หมายเหตุ :- เหตุผล คือ มีน้อย",)
    assert act.tail[0].notes == ("9",)


def test_an_act_of_the_tail_without_a_countersignature_before_it() -> None:
    act = read("มาตรา ๑  ก\n\nมาตรา ๒  ข\n\n----------\n\nพระราชกำหนดเรือนเพาะชำ พ.ศ. ๒๕๖๐\n\nมาตรา ๓  ค").act

    assert list(act.sections()) == ["s1", "s2"]
    assert [section.label for section in act.tail[0].sections] == ["3"]


def test_the_laws_that_a_section_lists_are_no_tail() -> None:
    text = "มาตรา ๑  ก\n\nมาตรา ๒  ให้ยกเลิก\n\nพระราชบัญญัติสวน พ.ศ. ๒๕๐๐\n\nพระราชบัญญัติไร่ พ.ศ. ๒๕๑๐\n\nมาตรา ๓  ค"
    act = read(text).act

    assert act.tail == ()
    assert act.sections()["s2"].text == "ให้ยกเลิก\nพระราชบัญญัติสวน พ.ศ. ๒๕๐๐\nพระราชบัญญัติไร่ พ.ศ. ๒๕๑๐"


CODE = """มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติให้ใช้ประมวลกฎหมายเรือนเพาะชำ พ.ศ. ๒๕๕๐”

มาตรา ๒  ให้ใช้ประมวลกฎหมายท้ายพระราชบัญญัตินี้

ผู้รับสนองพระบรมราชโองการ

นายกรัฐมนตรี

สารบาญ

ประมวลกฎหมายเรือนเพาะชำ

ลักษณะ ๑ ทั่วไป ๑-๒

ลักษณะ ๒ โทษ ๓

ประมวลกฎหมายเรือนเพาะชำ

ลักษณะ ๑
ทั่วไป

มาตรา ๑  กฎหมายนี้

มาตรา ๒  ข

บัญชีอัตราค่าเช่า

(๑) สิบบาท

ลักษณะ ๒
โทษ

มาตรา ๓  ค

พระราชบัญญัติแก้ไขเพิ่มเติมประมวลกฎหมายเรือนเพาะชำ พ.ศ. ๒๕๖๐

มาตรา ๒  ให้ใช้ทันที
"""


def test_the_sections_of_a_code_are_law_in_force_beside_those_of_its_act() -> None:
    act = read(CODE).act

    assert list(act.sections()) == ["s1", "s2", "code.s1", "code.s2", "code.s3"]
    assert act.code.title == "ประมวลกฎหมายเรือนเพาะชำ"
    assert len(act.code.contents) == 4
    assert act.places()["code.s3"].parent == "code.t2"
    assert act.sections()["code.s2"].text == "ข"
    assert act.schedules == ("บัญชีอัตราค่าเช่า", "(๑) สิบบาท")
    assert [section.label for section in act.tail[0].sections] == ["2"]


def test_a_regulation_has_clauses_instead_of_sections() -> None:
    reading = read_act(
        "ระเบียบสวน\nว่าด้วยการรดน้ำ\nพ.ศ. ๒๕๖๐\n\n"
        "อาศัยอำนาจตาม\nมาตรา ๕ แห่งพระราชบัญญัติสวน จึงวางระเบียบไว้\n\nข้อ ๑  ก\n\nข้อ ๒  ข"
    )

    assert list(reading.act.sections()) == ["s1", "s2"]
    assert reading.act.sections()["s1"].heading == "ข้อ ๑"
    assert reading.act.title == "ระเบียบสวน ว่าด้วยการรดน้ำ พ.ศ. ๒๕๖๐"


def test_clauses_inside_a_section_of_an_old_act_are_text() -> None:
    assert sections("มาตรา ๑  ให้พึงเข้าใจดังนี้ คือ\n\nข้อ ๑ บ้าน คือ เรือน\n\nข้อ ๒ เรือน คือ บ้าน\n\nมาตรา ๒  ข") == {
        "s1": "ให้พึงเข้าใจดังนี้ คือ\nข้อ ๑ บ้าน คือ เรือน\nข้อ ๒ เรือน คือ บ้าน",
        "s2": "ข",
    }


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("พระราชบัญญัติสวน\nศก ๑๒๒[๑]", "พระราชบัญญัติสวน ศก ๑๒๒"),
        ("พระราชบัญญัติสวน รัตนโกสินทรศก ๑๒๖", "พระราชบัญญัติสวน รัตนโกสินทรศก ๑๒๖"),
        ("พระราชบัญญัติ\n\n\nพระราชบัญญัติ\nสวน\nพ.ศ. ๒๕๕๐", "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐"),
        ("พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nพระราชบัญญัติ\nสวน\nพ.ศ. ๒๕๕๐", "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐"),
        ("ร่าง\nพระราชบัญญัติ\nสวน (ฉบับที่ ๒)\nพ.ศ. ....", "ร่างพระราชบัญญัติสวน (ฉบับที่ ๒) พ.ศ. ...."),
        ("พระราชกำหนด\nสวน\nพุทธศักราช ๒๔๘๐", "พระราชกำหนดสวน พุทธศักราช ๒๔๘๐"),
    ],
)
def test_titles_of_every_age(heading, title) -> None:
    reading = read_act(f"{heading}\n\nโดยที่เป็นการสมควร\n\nมาตรา ๑  ก\n\nมาตรา ๒  ข")

    assert reading.act.title == title
    assert list(reading.act.sections()) == ["s1", "s2"]
    assert reading.ledger.balanced


def test_level_of_a_heading_without_a_number() -> None:
    act = read("ข้อความเบื้องต้น\n\nมาตรา ๑  ก\n\nบรรพ ๑\nทั่วไป\n\nมาตรา ๒  ข").act

    assert [place.node.level for place in act.places().values() if isinstance(place.node, Division)] == [
        Level.HEADING,
        Level.BOOK,
    ]
