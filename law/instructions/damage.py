"""Signs that a text was copied from a PDF that lost vowels and tone marks."""

from __future__ import annotations

import re

from law.instructions.refusals import Refusal, Why, refusal

# Frequent words of law that are no words without ำ, and the other way round.
_LOST_AM = re.compile(
    r"กาหนด|อานาจ|สานัก|ดาเนิน|ตาแหน่ง|จานวน|(?<!รา)คา(?:สั่ง|ขอ(?!ง)|ว่า|ร้อง)|สาหรับ|(?<!ประ)(?<!วิ)ชาระ|(?<!ปาก)กากับ"
    r"|ประจา(?![รน])|(?<!วา)จาเป็น|จาคุก|กระทา(?:การ|ความ)|แนะนา|สาคัญ"
)
_FALSE_AM = re.compile(r"กำร|ควำม|มำตรำ|อำนำจ|ข้ำ|หน้ำ|ประกำศ|รำชการ")
_LOST_TONE = re.compile(r"แหง(?=พระ|ประ|ระเบียบ)|เพิมความ|ตอไปนี|ใหใช|ใหยก|ใหเพิ|ใหแก")
_BROKEN_NUMBER = re.compile(r"(?:มาตรา|ข้อ)\s*[0-9๐-๙]+ (?:[0-9๐-๙]|/)|(?:มาตรา|ข้อ)\s*[0-9๐-๙]+/ [0-9๐-๙]")
_BROKEN = re.compile(r"[ก-ฮ] [ะาำัิ-ฺ็-๎]|[เแโใไ] ")


def clause_damage(text: str) -> tuple[Refusal, ...]:
    """What of ``text`` is damaged, one for each kind."""
    found = []
    for pattern, why in (
        (_LOST_AM, Why.LOST_AM),
        (_FALSE_AM, Why.FALSE_AM),
        (_LOST_TONE, Why.LOST_TONES),
        (_BROKEN_NUMBER, Why.BROKEN_NUMBER),
        (_BROKEN, Why.BROKEN_WORDS),
    ):
        match = pattern.search(text)
        if match is not None:
            found.append(refusal(why, words=text[max(0, match.start() - 5) : match.end() + 8].strip()))
    return tuple(found)
