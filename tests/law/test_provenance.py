"""Footnotes as facts: who amended which unit."""

import pytest

from law.parse import read_act
from law.provenance import ProvenanceKind, provenance

ACT = """พระราชบัญญัติ
ตลาดนัดชุมชน
พ.ศ. ๒๕๓๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติตลาดนัดชุมชน พ.ศ. ๒๕๓๐”

มาตรา ๒[๑]  พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป

มาตรา ๓  ในพระราชบัญญัตินี้

“ตลาด”[๒] หมายความว่า ที่ซื้อขายของ

หมวด ๑/๑[๓]
ผู้ค้า

มาตรา ๓/๑  ผู้ค้าต้องเป็น

(๑) คนในชุมชน

(๒)[๔] คนที่ชุมชนรับรอง

ให้ชุมชนออกบัตรให้ผู้ค้า[๕]

มาตรา ๔[๖]  (ยกเลิก)

มาตรา ๕  ให้นายอำเภอรักษาการ

[คำว่า “นายอำเภอ” แก้ไขเพิ่มเติมโดยมาตรา ๙ แห่งพระราชบัญญัติตลาดนัดชุมชน (ฉบับที่ ๓) พ.ศ. ๒๕๔๕]

ผู้รับสนองพระบรมราชโองการ
นายกรัฐมนตรี

พระราชบัญญัติตลาดนัดชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๔๐[๗]

มาตรา ๒  พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป

[๑] ราชกิจจานุเบกษา เล่ม ๑๐๔/ตอนที่ ๑/หน้า ๑/๑ มกราคม ๒๕๓๐

[๒] มาตรา ๓ นิยามคำว่า “ตลาด” แก้ไขเพิ่มเติมโดยพระราชบัญญัติตลาดนัดชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๔๐

[๓] หมวด ๑/๑ ผู้ค้า มาตรา ๓/๑ เพิ่มโดยพระราชบัญญัติตลาดนัดชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๔๐

[๔] มาตรา ๓/๑ (๒) แก้ไขเพิ่มเติมโดยพระราชบัญญัติตลาดนัดชุมชน (ฉบับที่ ๓) พ.ศ. ๒๕๔๕

[๕] มาตรา ๓/๑ วรรคสอง เพิ่มโดยมาตรา ๔ แห่งพระราชบัญญัติตลาดนัดชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๔๐

[๖] มาตรา ๔ ยกเลิกโดยประกาศของคณะปฏิวัติ ฉบับที่ ๙๙ ลงวันที่ ๑ มีนาคม พ.ศ. ๒๕๑๕

[๗] ราชกิจจานุเบกษา เล่ม ๑๑๔/ตอนที่ ๒ ก/หน้า ๓/๒ กุมภาพันธ์ ๒๕๔๐
"""


@pytest.fixture(scope="module")
def facts():
    return provenance(read_act(ACT).act)


@pytest.mark.parametrize(
    ("address", "kind", "year"),
    [
        ("s2", ProvenanceKind.PUBLISHED, None),
        ("s3.def:ตลาด", ProvenanceKind.REPLACED, 2540),
        ("ch1/1", ProvenanceKind.ADDED, 2540),
        ("s3/1.p1.i2", ProvenanceKind.REPLACED, 2545),
        ("s3/1.p2", ProvenanceKind.ADDED, 2540),
        ("s4", ProvenanceKind.REPEALED, 2515),
        ("s5.p1", ProvenanceKind.WORDS, 2545),
    ],
)
def test_each_note_speaks_of_its_unit(facts, address, kind, year) -> None:
    assert [(fact.kind, fact.year) for fact in facts[address]] == [(kind, year)]


def test_nothing_else_is_said(facts) -> None:
    assert set(facts) == {"s2", "s3.def:ตลาด", "ch1/1", "s3/1.p1.i2", "s3/1.p2", "s4", "s5.p1"}


def test_a_note_gives_the_amending_act_its_section_and_its_gazette(facts) -> None:
    (fact,) = facts["s3/1.p2"]

    assert fact.by == "พระราชบัญญัติตลาดนัดชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๔๐"
    assert fact.section == "มาตรา ๔"
    assert fact.gazette.startswith("ราชกิจจานุเบกษา เล่ม ๑๑๔")
