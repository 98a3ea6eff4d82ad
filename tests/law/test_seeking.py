"""What is found by the words with which it begins is what a search finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.citing import atoms, laws
from law.citing.seeking import first

PATTERNS = [(atoms._ATOM, atoms._BEGINS), (laws._ANY_LAW, laws._BEGINS)]
# Pieces of which the words of citations are made, whole and cut, so that one begins inside another.
PIECES = (
    "มาตรา", "อนุ", "ข้อ", "วรรค", "วรรคหนึ่ง", "ที่", "แรก", "ก่อน", "ท้าย", "สุดท้าย", "นี้", "สอง", "สาม", "สี่", "ห้า",
    "บท", "นิยาม", "ว่า", "“", "คำ", "”", "หมวด", "ส่วน", "ลักษณะ", "ภาค", "บรรพ", "เฉพาะกาล", "บัญชี", "ตาราง", "แผนที่",
    "แบบ", "อัตรา", "แนบ", "(", ")", "๑", "๒/๑", "ทวิ", "ก", " ", "และ", "ของ", "พระราช", "บัญญัติ", "กำหนด", "กฤษฎีกา",
    "ประกอบรัฐธรรมนูญ", "ประมวล", "กฎหมาย", "รัษฎากร", "พระ", "ธรรมนูญ", "ศาล", "ร่าง", "รัฐ", "การปกครอง", "ว่าด้วย",
    "ประกาศ", "คณะ", "คำสั่ง", "หัวหน้า", "นายกรัฐมนตรี", "ระเบียบ", "วิธี", "ข้อบังคับ", "กฎ", "กระทรวง", "ข้อกำหนด",
    "ดังกล่าว", "นั้น", "สำนัก", "พ.ศ. ๒๕๕๐",
)  # fmt: skip


@pytest.mark.parametrize(("pattern", "begins"), PATTERNS, ids=["unit", "law"])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_finds_what_a_search_finds(pattern, begins, pieces):
    text = "".join(pieces)
    for start in range(len(text) + 1):
        match, searched = first(pattern, begins, text, start), pattern.search(text, start)
        assert (match and match.regs) == (searched and searched.regs)


@pytest.mark.parametrize(("pattern", "begins"), PATTERNS, ids=["unit", "law"])
def test_looks_behind_as_a_search_does(pattern, begins):
    for text in ("ศาลรัฐธรรมนูญ", "ร่างรัฐธรรมนูญ", "อนุมาตรา ๓", "แผนที่ท้ายพระราชบัญญัตินี้", "บัญชีแบบท้ายประกาศนี้"):
        match, searched = first(pattern, begins, text, 0), pattern.search(text)
        assert (match and match.regs) == (searched and searched.regs)
