"""The parts of an act from its title to its footnotes: preamble, body, code, schedules, tail."""

import pytest

from law.parse import read_act
from tests.law.invented_text import read


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


def test_a_regulation_has_clauses_instead_of_sections() -> None:
    reading = read_act(
        "ระเบียบสวน\nว่าด้วยการรดน้ำ\nพ.ศ. ๒๕๖๐\n\n"
        "อาศัยอำนาจตาม\nมาตรา ๕ แห่งพระราชบัญญัติสวน จึงวางระเบียบไว้\n\nข้อ ๑  ก\n\nข้อ ๒  ข"
    )

    assert list(reading.act.sections()) == ["s1", "s2"]
    assert reading.act.sections()["s1"].heading == "ข้อ ๑"
    assert reading.act.title == "ระเบียบสวน ว่าด้วยการรดน้ำ พ.ศ. ๒๕๖๐"


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
