"""The laws a clause names: the one it amends and the latest that amended the unit before."""

from __future__ import annotations

import re

from law import numerals
from law.instructions.loose import loose

INSTRUMENT = loose(
    "พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|ประมวล|รัฐธรรมนูญ|พระธรรมนูญ|กฎกระทรวง|กฎทบวง|กฎสำนักนายกรัฐมนตรี|"
    "กฎมณเฑียรบาล|กฎ ก|กฎหมายลักษณะ|ประกาศ|ข้อบังคับ|ข้อบัญญัติ|ข้อกำหนด|ระเบียบ|คำสั่ง|เทศบัญญัติ|กฎอัยการศึก|ธรรมนูญ"
)
_AMENDED = loose(
    "ซึ่งแก้ไขเพิ่มเติมครั้งสุดท้ายโดย|ซึ่งแก้ไขเพิ่มเติมโดย|และที่แก้ไขเพิ่มเติมโดย|ที่แก้ไขเพิ่มเติมโดย|ซึ่งเพิ่มโดย|ซึ่งเพิ่มเติมโดย|"
    "ซึ่งได้แก้ไขเพิ่มเติมโดย|ซึ่งแก้ไขโดย|แก้ไขเพิ่มเติมโดย"
)
_OF_ACT = re.compile(rf"\s*{loose('แห่ง|ของ|ใน|แนบท้าย|ต่อท้าย|ท้าย|ตาม')}?\s*(?={INSTRUMENT})")
_USE = loose("ให้ใช้")
# ``และให้ใช้ความต่อไปนี้แทน``; a name may hold "ให้ใช้" itself, so the words up to "นี้แทน" must not.
_INSTEAD = rf"{loose('และ')}?\s*{_USE}(?:(?!{_USE})[^“”]){{0,250}}?{loose('นี้แทน|ดังนี้|ดังต่อไปนี้')}"
_NEXT_ORDER = loose(
    "ให้ยกเลิก|ให้เพิ่มความ|ให้เพิ่มข้อความ|ให้เพิ่มบทนิยาม|ให้เพิ่มคำว่า|ให้แก้ไขคำว่า|ให้แก้ไขถ้อยคำ|ให้แก้ไขความ|ให้ตัด|ให้เปลี่ยนคำว่า|ให้ใช้คำว่า"
)
_RESPECTIVELY = rf"{loose('ตามลำดับ')}(?=\s|\Z)"
_NAME_ENDS = (
    _AMENDED,
    _INSTEAD,
    loose("และใช้ความต่อไปนี้แทน|และใช้ข้อความต่อไปนี้แทน|และใช้ความดังต่อไปนี้แทน"),
    rf"{loose('และ')}?\s*{_NEXT_ORDER}",
    rf"{loose('ระหว่าง|ต่อจาก|ถัดจาก|ก่อน')}{loose('มาตรา|ข้อ|หมวด|ส่วน|ลักษณะ')}(?:ที่)?\s*[0-9๐-๙]",
    _RESPECTIVELY,
    loose("เป็นดังต่อไปนี้|เป็นดังนี้|ดังต่อไปนี้|ทุกแห่ง|เป็นคำว่า|เป็นลำดับแรก|เป็นลำดับสุดท้าย"),
    rf"{loose('ออก')}\s*(?:\Z|(?={loose('ทุกแห่ง|และให้|เพื่อ')}))",
    rf"{loose('ระหว่าง|ต่อจาก|ถัดจาก|ก่อน|หลัง')}{loose('บทนิยาม')}",
    rf"{loose('เป็น|จาก')}\s*(?=“)",
    rf"{loose('และ')}?\s*(?={loose('มาตรา|ข้อ')}\s*[0-9๐-๙])",
    rf"{loose('และ')}\s*(?={loose('วรรค')}|\([0-9๐-๙ก-ฮ]{{1,4}}\)\s*{loose('ของ')})",
    r"“|\([๑1]\)\s*ให้|\n *\n|\n\s*\([0-9๐-๙ก-ฮ]|\Z",
)
_NAME_END = rf"\s*(?:{'|'.join(_NAME_ENDS)})"
_NAME = re.compile(rf"(?P<name>.+?)(?={_NAME_END})", re.DOTALL)
_AMENDER = re.compile(rf"\s*{_AMENDED}\s*")
_YEAR = re.compile(r"พระพุทธศักราช|พุทธศักราช|พ\.ศ\.")


def read_names(marked: str, at: int) -> tuple[str, str, int]:
    """The law named at ``at`` and its latest amender, empty where none is, and where they end."""
    start = _OF_ACT.match(marked, _skip_respectively(marked, at))
    if start is None:
        return "", "", at
    name, end = _name(marked, start.end())
    amended = _AMENDER.match(marked, end)
    if amended is None:
        return name, "", _skip_respectively(marked, end)
    amender, end = _name(marked, amended.end())
    return name, amender, _skip_respectively(marked, end)


def _skip_respectively(marked: str, at: int) -> int:
    """Behind ``ตามลำดับ``: the units are quoted in the order in which they are cited anyway."""
    match = re.compile(rf"\s*{_RESPECTIVELY}").match(marked, at)
    return match.end() if match else at


def _name(marked: str, at: int) -> tuple[str, int]:
    match = _NAME.match(marked, at)
    if match is None:
        return "", at
    return " ".join(match["name"].split()), match.end()


def same_law(one: str, other: str) -> bool:
    """Whether two names are of one law: spaces, digits' script and ``พ.ศ.``/``พุทธศักราช`` apart."""
    return _key(one) == _key(other)


def _key(name: str) -> str:
    return _YEAR.sub("พ.ศ.", numerals.arabic(re.sub(r"\s", "", name)).removeprefix("ร่าง"))


def is_code(name: str) -> bool:
    """Whether a law is a code (ประมวล…), whose sections have addresses of their own."""
    return re.match(loose("ประมวล"), name) is not None
