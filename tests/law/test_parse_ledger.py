"""The ledger balances whatever becomes of an act's lines: shuffled, doubled, lost, cut, run together, written over."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.parse import read_act

ACT = [
    "พระราชบัญญัติ",
    "ให้ใช้ประมวลกฎหมายสวน",
    "พ.ศ. ๒๕๕๐[๑]",
    "----------------",
    "ภูมิพลอดุลยเดช ป.ร.",
    "ให้ไว้ ณ วันที่ ๑ มกราคม พ.ศ. ๒๕๕๐",
    "โดยที่เป็นการสมควรมีประมวลกฎหมายสวน",
    "",
    "มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติให้ใช้ประมวลกฎหมายสวน พ.ศ. ๒๕๕๐”",
    "",
    "มาตรา ๒[๒]  ให้ใช้ประมวลกฎหมายสวนท้ายพระราชบัญญัตินี้เป็นกฎหมาย",
    "",
    "มาตรา ๓ ถึง มาตรา ๕[๓] (ยกเลิก)",
    "",
    "มาตรา ๖ - ๙ (ยกเลิก)",
    "",
    "ผู้รับสนองพระราชโองการ",
    "นายกรัฐมนตรี",
    "สารบาญ",
    "ภาค ๑ ต้นไม้ ๑",
    "ประมวลกฎหมายสวน[๔]",
    "ภาค ๑",
    "ต้นไม้[๕]",
    "ลักษณะ ๑ บททั่วไป",
    "มาตรา ๑  ในประมวลกฎหมายนี้",
    "“ต้นไม้” หมายความว่า (๑) ไม้ยืนต้น",
    "(๒)[๖] ไม้พุ่ม",
    "(ก) มีดอก",
    "(ข) ไม่มีดอก",
    "[คำว่า “ต้นไม้” แก้ไขเพิ่มเติมโดยพระราชบัญญัติอื่น]",
    "",
    "มาตรา ๒ ทวิ  ผู้ใดตัดต้นไม้ตาม",
    "มาตรา ๑ วรรคสอง ต้องปลูกแทน",
    "",
    "หมวด ๑/๑",
    "การรดน้ำ",
    "มาตรา ๓–๕[๗] (ยกเลิก)",
    "บทเฉพาะกาล",
    "มาตรา ๖  ให้ใช้ความต่อไปนี้แทน “มาตรา ๗ ให้รดน้ำ",
    "มาตรา ๘ ให้พรวนดิน”",
    "อัตราค่าธรรมเนียม[๘]",
    "๑. ใบอนุญาต ฉบับละ ๑๐ บาท",
    "(๒) ใบแทน (ยกเลิก)",
    "หมายเหตุ :- เหตุผลในการประกาศใช้ คือ สวนมีน้อย",
    "****************",
    "*พระราชบัญญัติแก้ไขเพิ่มเติมประมวลกฎหมายสวน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐[๙]",
    "มาตรา ๒  พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดไป",
    "มาตรา ๓ - มาตรา ๔ (ยกเลิก)",
    "หมายเหตุ :- เหตุผลในการประกาศใช้ คือ สวนมีมาก",
    "[๑] ราชกิจจานุเบกษา เล่ม ๑๒๔ หน้า ๑/๑ มกราคม ๒๕๕๐",
    "[๒] มาตรา ๒ แก้ไขเพิ่มเติมโดยพระราชบัญญัติอื่น",
    "หน้า ๓",
    "",
]
SPLINTERS = [
    "",
    "[๓]",
    "[ ๔ ]",
    "“",
    "”",
    " - ",
    "(",
    ")",
    " ถึง ",
    "มาตรา ",
    "\xa0",
    "\r",
    "\u2028",
    "*",
    "(ยกเลิก)",
    "วรรคสอง",
]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The act with damages of every kind; Hypothesis draws the seed and how many, so that a case can be made again."""
    random = Random(draw(st.integers(0, 2**32)))
    lines = list(ACT)
    if draw(st.booleans()):
        random.shuffle(lines)
    for _ in range(draw(st.integers(0, 25))):
        _damage(lines, random)
    return draw(st.sampled_from(["\n", "\n\n", "\r\n"])).join(lines)


def _damage(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    line = lines[at]
    cut = random.randrange(len(line) + 1)
    lines[at : at + 1] = random.choice(
        [
            [],
            [line, line],
            [line[:cut], line[cut:]],
            [line[:cut] + random.choice(SPLINTERS) + line[cut:]],
            [f"{line} {random.choice(lines)}"],
            [random.choice(lines), line],
        ]
    )
    lines[:] = lines or [""]


@settings(max_examples=300, deadline=None)
@given(damaged())
def test_the_ledger_balances_whatever_becomes_of_the_lines(text: str) -> None:
    ledger = read_act(text).ledger

    assert ledger.balanced, (ledger.chars_in, ledger.chars_placed, ledger.unplaced)


@pytest.mark.parametrize("written", ["- ๙", "–๙", "ถึง ๙", "ถึงมาตรา ๙", "- มาตรา ๙", "ถึง มาตรา ๙"])
def test_a_range_counts_no_more_than_it_is_written_with(written: str) -> None:
    reading = read_act(f"พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ก\n\nมาตรา ๒ {written} (ยกเลิก)\n")

    assert reading.ledger.balanced
    assert reading.act.sections()["s2"].until == "9"
    assert reading.act.sections()["s2"].heading.replace(" ", "") == f"มาตรา๒{written}".replace(" ", "")
