"""The forms by which the parts of an act are known: titles, headings, countersignatures, footnotes, schedules."""

from __future__ import annotations

import re

from law import numerals
from law.act import Level

LABEL = numerals.LABEL_PATTERN
NOTE = r"\[\s*[0-9๐-๙]{1,4}\s*\]"
NOTES = rf"(?:\s*{NOTE})*"

SECTION = re.compile(
    rf"(?P<word>มาตรา|ข้อ)\s*(?P<notes0>{NOTES})\s*(?P<label>{LABEL})(?![0-9๐-๙])(?P<notes>{NOTES})\s*(?P<rest>.*)",
    re.DOTALL,
)
# ``มาตรา ๑๓๐ ถึง มาตรา ๑๔๓ (ยกเลิก)``: the rest behind the first label.
UNTIL = re.compile(
    rf"(?P<join>ถึง|-|–|และ)\s*(?P<word>มาตรา|ข้อ)?\s*(?P<label>{LABEL})(?P<notes>{NOTES})\s*(?P<rest>\(?ยกเลิก.*)",
    re.DOTALL,
)
# What follows a label where a section is cited, not opened.
CITED = re.compile(
    r"(?:และ|หรือ|ถึง|วรรค|แห่ง|ของ|ประกอบ|โดย(?:อนุโลม|ไม่)|ดังกล่าว|ข้างต้น|นั้น|แล้ว|มาใช้|ด้วย|ก็ดี|ให้แก่|[,;)”]|มาตรา|\([^)]{1,6}\)\s*(?:และ|หรือ|ถึง|ของ|แห่ง|วรรค))"
)

_NUMBER_WORD = numerals.NUMBER_WORD_PATTERN
LEVELS = {
    "ภาค": Level.DIVISION,
    "บรรพ": Level.BOOK,
    "ลักษณะ": Level.TITLE,
    "หมวด": Level.CHAPTER,
    "ส่วน": Level.PART,
}
DIVISION = re.compile(
    rf"(?P<word>(?:ภาค|บรรพ|ลักษณะ|หมวด|ส่วน)(?:\s?ที่)?)\s*(?P<label>{LABEL}|{_NUMBER_WORD})(?P<notes>{NOTES})(?P<rest>\s.*|\(.*|)",
    re.DOTALL,
)
TRANSITORY = re.compile(rf"(?P<word>บท\s?เฉพาะ\s?กาล)(?P<notes>{NOTES})")

INSTRUMENT = (
    r"(?:ร่าง\s*)?(?:พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|พระราชกฤษฎีกา|ประมวลกฎหมาย|ประมวลรัษฎากร|รัฐธรรมนูญ|กฎหมาย|กฎกระทรวง|"
    r"กฎมณเฑียรบาล|กฎ|ประกาศ|ข้อบังคับ|ข้อบัญญัติ|ข้อกำหนด|ระเบียบ|คำสั่ง|เทศบัญญัติ|พระธรรมนูญ|พระบรมราชโองการ)"
)
INSTRUMENT_START = re.compile(INSTRUMENT)
YEAR = re.compile(
    r"(?:พ\s?\.\s?ศ\s?\.|(?:พระ)?พุทธศักราช|ร\s?\.\s?ศ\s?\.|รัตนโกสินทร์?(?:ทร)?\s?(?:ศก|ศักราช)|จ\s?\.\s?ศ\s?\.|จุลศักราช|(?<![ก-ฮ])ศก)\s*(?:[0-9๐-๙]{2,4}|\.{2,}|…+)"
)
# One line that names an instrument with its year: the title of an act in the tail.
TAIL_TITLE = re.compile(
    rf"{INSTRUMENT}.{{0,600}}?(?:{YEAR.pattern}|ลงวันที่\s*[0-9๐-๙]{{1,2}}\s*\S+\s*(?:{YEAR.pattern}|[0-9๐-๙]{{4}})|ฉบับที่\s*[0-9๐-๙]+/[0-9๐-๙]{{4}}.*)\)?{NOTES}\s*"
    rf"(?:\(.{{0,80}}\))?{NOTES}"
)
PREAMBLE = re.compile(
    r"ภูมิพล|มหาวชิราลงกรณ|วชิราลงกรณ|สมเด็จพระ|พระบาทสมเด็จ|ในพระปรมาภิไธย|ให้ไว้|ตราไว้|เป็นปีที่|โดยที่|มีพระบรมราช|มีพระราช|ศุภมัสดุ|"
    r"พระบรมราชโองการ|จึง|ด้วย|ตามที่|อาศัยอำนาจ|คณะผู้สำเร็จ|อานันทมหิดล|ประชาธิปก|วชิราวุธ|ประกาศมายัง"
)
CLOSING = re.compile(
    r"(?:ผู้)?รับสนองพระ(?:บรม)?ราชโองการ|ผู้รับสนอง|ประกาศมา\s?ณ|ประกาศ\s?ณ\s?วันที่|ให้ไว้\s?ณ\s?วันที่|สั่ง\s?ณ\s?วันที่|ตราไว้\s?ณ|ประกาศใช้\s?ณ"
)
REMARK = re.compile(r"\(?หมายเหตุ\s*(?::|ฯ|-|–|เหตุผล|\))|หมายเหตุ$")
SCHEDULE = re.compile(
    r"(?:บัญชี|อัตรา|ตาราง|แบบ|แผนที่|แผนผัง|ภาคผนวก|ผนวก|เอกสารแนบ|รายชื่อ|พิกัด|ราคา)\S*(?:\s.{0,120})?", re.DOTALL
)
CONTENTS = re.compile(r"สารบา[ญณ]|สารบัญ")
FOOTNOTE = re.compile(r"\[\s*(?P<marker>[0-9๐-๙]{1,4})\s*\]\s*(?P<text>.*)", re.DOTALL)
INLINE_NOTE = re.compile(rf"\s*(?P<mark>{NOTE})")
EDITOR = re.compile(r"[ก-๛]+(?:\s[ก-๛]+)?(?:/[ก-๛ ]+)+")
CODE_TITLE = re.compile(rf"(?:ประมวลกฎหมาย|ประมวลรัษฎากร|ประมวล)[ก-๛ฯ]*{NOTES}")


def year_ends(line: str) -> bool:
    """Whether a line of a heading ends the title: it ends with the year."""
    return bool(YEAR.search(line)) or bool(re.search(r"(?:พ\.ศ\.|พุทธศักราช)\s*\.*$", line))
