"""Citations that once were broken through a fault of ours: lettered lists, titled chapters, acts that head a list."""

import pytest

from law.act import act_text
from law.parse import read_act
from law.references import find_references

ACT = """พระราชบัญญัติสวน พ.ศ. ๒๕๕๐

มาตรา ๑  ผู้ดูแลสวนต้องมีคุณสมบัติและไม่มีลักษณะต้องห้าม ดังต่อไปนี้
ก. คุณสมบัติ
(๑) มีอายุยี่สิบปี
ข. ลักษณะต้องห้าม
(๑) เป็นคนใจร้อน
(๒) เป็นคนขี้ลืม
(๓) เป็นคนขี้กลัว

มาตรา ๒  {}
"""


def cited(words: str, extra: str = "") -> list[tuple[str, str | None, str | None]]:
    act = read_act(ACT.format(words) + extra).act
    return [(one.text, one.target, one.foreign) for one in find_references(act) if one.source.startswith("s2")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "ผู้ช่วยต้องไม่มีลักษณะต้องห้ามตามมาตรา ๑ ข. (๑) (๒) และ (๓)",
            [("มาตรา ๑ ข. (๑)", "s1.p3.i1", None), ("(๒)", "s1.p3.i2", None), ("(๓)", "s1.p3.i3", None)],
        ),
        ("คุณสมบัติตามมาตรา ๑ ก. (๑)", [("มาตรา ๑ ก. (๑)", "s1.p2.i1", None)]),
        ("ตามมาตรา ๑ ก.พ. กำหนด", [("มาตรา ๑", "s1", None)]),
        (
            "ให้นำบทบัญญัติในหมวด ๖ การเพิกถอนสิทธิ ตามกฎหมายว่าด้วยการส่งเสริมดอกไม้มาใช้บังคับ",
            [
                ("หมวด ๖", None, "กฎหมายว่าด้วยการส่งเสริมดอกไม้"),
                ("กฎหมายว่าด้วยการส่งเสริมดอกไม้", None, "กฎหมายว่าด้วยการส่งเสริมดอกไม้"),
            ],
        ),
        (
            "ให้ยกเลิกมาตรา ๑๔, ๑๖ และมาตรา ๘๗ ถึง ๙๖ ในกฎหมายลักษณะดอกไม้",
            [(words, None, "กฎหมายลักษณะดอกไม้") for words in ("มาตรา ๑๔", "๑๖", "มาตรา ๘๗", "๙๖")],
        ),
        ("ตามความในมาตรา ๓๓๕ ข้อ ๒ แห่งประมวลกฎหมายดอกไม้", [("มาตรา ๓๓๕", None, "ประมวลกฎหมายดอกไม้")]),
        ("ตามที่กำหนดไว้ในข้อ ๑๑ วรรคเจ็ด ของอนุสัญญา", []),
        (
            "ให้คำบางคำมีความหมายดังต่อไปนี้\n(๑) ในพระราชบัญญัติดอกไม้ พ.ศ. ๒๕๓๕\nคำว่า “นาย” ในมาตรา ๑ และมาตรา ๙ ให้หมายความถึง “คน”",
            [
                ("พระราชบัญญัติดอกไม้ พ.ศ. ๒๕๓๕", None, "พระราชบัญญัติดอกไม้ พ.ศ. ๒๕๓๕"),
                ("มาตรา ๑", None, "พระราชบัญญัติดอกไม้ พ.ศ. ๒๕๓๕"),
                ("มาตรา ๙", None, "พระราชบัญญัติดอกไม้ พ.ศ. ๒๕๓๕"),
            ],
        ),
    ],
)
def test_what_the_words_cite(words: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert cited(words) == expected


def test_the_papers_behind_an_act_are_its_schedules() -> None:
    papers = "\nผู้รับสนองพระบรมราชโองการ\nนายกรัฐมนตรี\n\n[เอกสารแนบท้าย]\n\n๑. บัญชีดอกไม้\n"
    assert cited("ให้เป็นไปตามบัญชีท้ายพระราชบัญญัตินี้", papers) == [("บัญชีท้ายพระราชบัญญัตินี้", "schedule", None)]
    act = read_act(ACT.format("ก") + papers).act
    assert act.schedules == ("[เอกสารแนบท้าย]", "๑. บัญชีดอกไม้")
    assert read_act(act_text(act)).act == act
