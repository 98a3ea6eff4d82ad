"""The forms by which the parts of an act are known: titles, headings, countersignatures, footnotes, schedules."""

from __future__ import annotations

import re

from law import numerals
from law.act import Level

LABEL = numerals.LABEL_PATTERN
_DIGIT = "[0-9๐-๙]"
NOTE = rf"\[\s*{_DIGIT}{{1,4}}\s*\]"
NOTES = rf"(?:\s*{NOTE})*"
INLINE_NOTE = re.compile(NOTE)

SECTION = re.compile(
    rf"(?P<word>มาตรา|ข้อ)\s*(?P<before>{NOTES})\s*(?P<label>{LABEL})(?!{_DIGIT}|\.{_DIGIT})(?P<notes>{NOTES})\s*(?P<rest>.*)",
    re.DOTALL,
)
# What follows the first label of a range that was repealed together: ``ถึง มาตรา ๑๔๓ (ยกเลิก)``.
UNTIL = re.compile(
    rf"(?:ถึง|-|–)\s*(?:มาตรา|ข้อ)?\s*(?P<label>{LABEL})(?P<notes>{NOTES})\s*(?P<rest>(?:และ[^()]{{1,80}})?\(?ยกเลิก.{{0,200}})",
    re.DOTALL,
)
# What follows a label where a section is cited, not opened.
CITED = re.compile(
    r"และ|หรือ|ถึง|วรรค|แห่ง|ของ|ประกอบ|โดยอนุโลม|ดังกล่าว|ข้างต้น|นั้น(?!\s)|มาใช้|ก็ดี|ให้แก่|[,;)”]|มาตรา|"
    r"\([^)]{1,6}\)\s*(?:และ|หรือ|ถึง|ของ|แห่ง|วรรค|\()"
)
# How a line ends that can not be the end of a paragraph, because a citation must follow.
JOINER = re.compile(
    r"(?:(?<!ก็)(?<!ติด)ตาม|(?<!ภาย)ใน|และ|หรือ|(?<!สิ่ง)(?<!เจ้า)ของ|(?<!ทุก)(?<!บาง)แห่ง|ถึง|(?<!กำ)กับ|(?<!ได้)แก่|โดย|ภายใต้|ใต้บังคับ|ในบังคับ|"
    r"นอกจาก|เว้นแต่|บทบัญญัติ|มาตรา|ตามความ|แห่งความ|,)$"
)
LIST_INTRO = re.compile(r"(?:ดังต่อไปนี้|ต่อไปนี้|ดังนี้|คือ|:-|:)$")

LEVELS = {
    "ภาค": Level.DIVISION,
    "บรรพ": Level.BOOK,
    "ลักษณะ": Level.TITLE,
    "หมวด": Level.CHAPTER,
    "ส่วน": Level.PART,
    "ตอน": Level.HEADING,
}
DIVISION = re.compile(
    rf"(?P<word>(?:ภาค|บรรพ|ลักษณะ|หมวด|ส่วน|ตอน)(?:\s?ที่)?)\s*(?P<before>{NOTES})\s*(?P<label>{LABEL})(?P<notes>{NOTES})"
    r"(?P<rest>(?:\s|\(|$).*)",
    re.DOTALL,
)
DIVISION_IN_WORDS = re.compile(
    rf"(?P<word>(?:ภาค|บรรพ|ลักษณะ|หมวด)(?:\s?ที่)?|ส่วน\s?ที่)\s*(?P<before>)(?P<label>{numerals.NUMBER_WORD_PATTERN})"
    rf"(?P<notes>{NOTES})(?P<rest>)"
)
DIVISION_CITED = re.compile(r"\s*(?:และ|หรือ|ถึง|แห่ง|ของ|มาใช้|ให้|ต้อง|นี้|ดังกล่าว|โดยอนุโลม|เว้นแต่|[,;)”])")
TRANSITORY = re.compile(rf"(?P<word>บท\s?เฉพาะ\s?กาล)(?P<notes>{NOTES})")
# Headings without a number that need no other sign.
BARE_HEADING = re.compile(
    rf"(?P<word>(?:บท(?:ทั่วไป|นิยาม|วิเคราะห์(?:ศัพท์)?|กำหนดโทษ|ลงโทษ|เบ็ดเสร็จ(?:ทั่วไป)?|เบ็ดเตล็ด|บัญญัติทั่วไป|ยกเว้น|ปรับปรุงท้าย)|"
    rf"(?:ข้อ)?ความ(?:เบื้องต้น|ทั่วไป)))(?P<notes>{NOTES})"
)

INSTRUMENT = (
    r"(?:ร่าง\s*)?(?:พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|ประมวลกฎหมาย|ประมวลรัษฎากร|รัฐธรรมนูญ|กฎหมาย|กฎกระทรวง|กฎมณเฑียรบาล|กฎ|"
    r"ประกาศ|ข้อบังคับ|ข้อบัญญัติ|ข้อกำหนด|ระเบียบ|คำสั่ง|เทศบัญญัติ|พระธรรมนูญ|พระบรมราชโองการ)"
)
INSTRUMENT_START = re.compile(INSTRUMENT)
_ERA = (
    r"(?:พ\s?\.\s?ศ\s?\.?|(?:พระ)?พุทธ[ศส]ักราช|ร\s?\.\s?ศ\s?\.|รัตนโกสินทร์?\s?(?:ศก|ศักราช)|"
    r"จ\s?\.\s?ศ\s?\.|จุลศักราช|(?<![ก-ฮ])ศก)"
)
YEAR = re.compile(rf"{_ERA}\s*(?:{_DIGIT}{{2,4}}(?!{_DIGIT})|\.{{2,}}|…+)")
ERA_ALONE = re.compile(_ERA)
YEAR_LINE = re.compile(rf"(?:{_ERA})\s*(?:{_DIGIT}{{2,4}}|[.…]*)\s*{NOTES}")
# One line that names an instrument with its year, or its number and year: the title of an act in the tail.
TAIL_TITLE = re.compile(
    rf"[*\s]*(?P<title>{INSTRUMENT}(?:(?!{NOTE}).){{0,700}}?(?:{YEAR.pattern}|"
    rf"{_DIGIT}{{1,2}}\s*(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*"
    rf"(?:{_ERA})?\s*{_DIGIT}{{4}}|(?:ฉบับที่\s*{_DIGIT}+\s*/\s*{_DIGIT}{{4}}|ที่\s*{_DIGIT}+\s*/\s*{_DIGIT}{{4}}\s+เรื่อง\s)"
    rf"(?:(?!{NOTE}).){{0,300}}))(?P<notes>{NOTES})"
    rf"(?P<behind>\s*\([^()]{{1,100}}\))?(?P<notes2>{NOTES})\s*"
)
PREAMBLE = re.compile(
    r"ภูมิพล|มหาวชิราลงกรณ|วชิราลงกรณ|สมเด็จพระ|พระบาทสมเด็จ|[ใไ]นพระปรมาภิไธย|[ใไ]ห้ไว้|ตราไว้|(?:เป็น|เปน)ปีที่|โดยที่|มีพระบรมราช|มีพระราช|ศุภมัสดุ|"
    r"พระบรมราชโองการ|พระราชปรารภ|จึง|จึ่ง|ด้วย|ตามที่|อาศัยอำนาจ|คณะผู้สำเร็จ|อานันทมหิดล|ประชาธิปก|วชิราวุธ|"
    r"ประกาศมายัง|ณ วันที่|วันที่|\(ตามประกาศ"
)
CLOSING = re.compile(
    r"(?:ผู้)?รับสนองพระ(?:บรม)?ราชโองการ|ผู้รับสนอง|(?:ประกาศ|ให้ไว้|สั่ง|ตรา|ตราไว้|ประกาศมา|ประกาศใช้)\s?(?:มา\s)?ณ\s?วันที่|ประกาศมา\s?ณ|"
    r"ประกาศแต่วันที่|พระราชบัญญัติ(?:นี้)?ตรัสเหนือเกล้า"
)
REMARK = re.compile(r"\(?หมายเหตุ\s*(?::|ฯ|-|–|เหตุผล|\))")
SCHEDULE = re.compile(
    r"(?:บัญชี|อัตรา|ตาราง|แบบ|แผนที่|แผนผัง|ภาคผนวก|ผนวก|\[?เอกสารแนบ|รายชื่อ|พิกัด|ใบแนบ|รูป|รายการ|สัญลักษณ์|ท้ายพระราช).{0,250}",
    re.DOTALL,
)
# A schedule's name where no countersignature stands before it: short, and nothing that makes a sentence of it.
SCHEDULE_NAME = re.compile(
    rf"(?:บัญชี(?!\s)|บัญชี\s*{LABEL}|อัตรา(?:ค่า|ภาษี|อากร)|ตาราง(?:ที่)?\s*{_DIGIT}|ภาคผนวก|ผนวก|ใบแนบ\s*{_DIGIT}|เอกสารแนบ|แผนที่ท้าย|แบบ\s*{_DIGIT})"
    rf"(?:(?!ให้|ต้อง|ตามวรรค|ตามมาตรา|(?<!เงิน)ได้|เป็น|\sจะ).){{0,80}}{NOTES}"
)
CONTENTS = re.compile(r"สาร\s?บา[ญณ]|สารบัญ")
FOOTNOTE = re.compile(rf"\[\s*(?P<marker>{_DIGIT}{{1,4}})\s*\]\s*(?P<text>.*)", re.DOTALL)
EDITORS = re.compile(r"\[(?!\s*[0-9๐-๙]{1,4}\s*\]).{6,}\]", re.DOTALL)
CODE_TITLE = re.compile(rf"(?P<title>(?:ประมวลกฎหมาย|ประมวลรัษฎากร|พระธรรมนูญ)[ก-๎]*)(?P<notes>{NOTES})")
QUOTES = re.compile('[“”"]')
AMENDING = re.compile(r"ความต่อไปนี้|ใช้ความ|ให้เพิ่ม|ให้ยกเลิกความ|ต่อไปนี้แทน|เป็นดังนี้|ดังต่อไปนี้$")


def note_marks(text: str) -> tuple[str, ...]:
    """The footnote markers in ``text``, in Arabic digits."""
    return tuple(numerals.arabic(mark) for mark in re.findall(r"[0-9๐-๙]+", text))


def without_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` without its footnote markers, and the markers."""
    if "[" not in text:
        return text, ()
    notes = note_marks(" ".join(INLINE_NOTE.findall(text)))
    return (INLINE_NOTE.sub("", text).strip(), notes) if notes else (text, ())
