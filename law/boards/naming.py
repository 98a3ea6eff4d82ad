"""What a board is called: ``คณะกรรมการ…``, a name in quotation marks, a short name."""

from __future__ import annotations

import re

BODY = r"คณะ(?:อนุ)?กรรมการ|คณะทำงาน|คณะที่ปรึกษา|คณะมนตรี|สภา|คณะบุคคล|คณะ(?!รัฐมนตรี|หนึ่ง|กรรมาธิการ|ให้)[ก-๙]{4,}"
COMPOSED = re.compile(r"\s?(?:ซึ่ง|ให้|โดย)?\s?ประกอบ(?:ไป)?ด้วย\s?(?::|-)?")
ABBREVIATED = re.compile(r"(?:ให้มี|ให้|มี)?\s?(?P<name>(?:[ก-ฮ]{1,3}\.\s?){1,6}[ก-ฮ]{0,3})$")
_CALLED = re.compile(rf"(?:เรียกว่า|เรียกชื่อว่า|ชื่อว่า|เป็น)\s?(?P<name>(?:{BODY})[^\s“”]*)")
_NAME = re.compile(rf"(?:{BODY})[^“”()]*")
_NAME_ENDS = re.compile(
    r"\s?(?:ขึ้น(?=คณะ|\s|$|ใน)|คณะหนึ่ง|คณะเดียว|\d|[๐-๙]|จำนวน(?!เงิน)|มีจำนวน|มี(?:อนุ)?กรรมการ|ทุก(?!ข์)|เรียก|ซึ่ง(?!กัน)|ประกอบ(?:ไป)?ด้วย|ดัง(?:ต่อไป)?นี้|ทำหน้าที่|โดย(?:มี|ให้)|"
    r"ให้(?:ประกอบ|มี)|ตามวรรค|ตามมาตรา|มีอำนาจ|มีหน้าที่|ไม่เกิน|ไม่น้อยกว่า|เพื่อ(?=ทำ|ปฏิบัติ|พิจารณา|ดำเนิน)|อันประกอบ|มี(?=[ก-๙]{3,40}เป็นประธาน)|ตาม\(|ขึ้น$|"
    r"โดยอย่างน้อย|ยังคง|ด้วย(?:ก็)?ได้|ทั้งนี้|ต้อง$)"
)
# A composition for each place: (๑) ในเขตกรุงเทพมหานคร ให้ผู้ว่าราชการกรุงเทพมหานครเป็นประธานกรรมการ ….
FOR_A_PLACE = re.compile(r"ใน(?:เขต|จังหวัด|กรุงเทพมหานคร|ส่วนภูมิภาค|ท้องที่)[^\n]{0,80}?\sให้\s?(?=[ก-๙]|$)")
_JOINING = re.compile(r"(?<!พื้น)(?<!หน้า)(?<!ท้อง)(?<!สถาน)ที่$")


def board_name(text: str) -> str:
    """The name of a board, given the words from ``คณะกรรมการ…`` on."""
    until = COMPOSED.search(text)
    head = text[: until.start()] if until else text
    quoted = re.search(r"(?:เรียก(?:โดยย่อ)?ว่า|เรียกชื่อว่า|ชื่อว่า|ชื่อ)\s?[“\"](?P<name>[^”\"]+)[”\"]", head)
    named = _NAME.match(head.lstrip('“" '))
    abbreviated = ABBREVIATED.match(head)
    full = _cut(named[0]) if named else abbreviated["name"].strip() if abbreviated else ""
    if quoted:
        short = re.match(BODY, quoted["name"].strip()) is None and full not in ("", "คณะกรรมการ", "คณะอนุกรรมการ")
        return full if short else quoted["name"].strip()
    called = _CALLED.search(head, 1)
    if called and re.search(r"คณะหนึ่ง|ขึ้น", head[: called.start()]):
        return _cut(called["name"])
    return full


def _cut(name: str) -> str:
    end = _NAME_ENDS.search(name, 3)
    words = _JOINING.sub("", (name[: end.start()] if end else name).strip())
    return re.sub(r"\*|\[[0-9๐-๙]+\]", "", words).strip()


def composed_for_place(words: str) -> int | None:
    """Where the members begin in an item that composes a board for a place: ``ในเขต… ให้…``, ``ในเขต… ประกอบด้วย…``."""
    match = FOR_A_PLACE.match(words) or COMPOSED.search(words)
    return match.end() if match else None
