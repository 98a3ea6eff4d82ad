"""How many: numbers of people in a member's words, in Thai words or digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from law import numerals

_CITED = r"(?<!มาตรา\s)(?<!ข้อ\s)(?<![/0-9๐-๙])"  # กรรมการตามมาตรา ๑๑ (๓) คนหนึ่ง: not eleven
_N = rf"(?:{numerals.NUMBER_WORD_PATTERN}|{_CITED}[0-9๐-๙]+)"
_CLS = r"(?:\([0-9๐-๙]+\)\s?)?(?:รูปหรือคน|คน|นาย|ท่าน|ตำแหน่ง|รูป)"  # ห้า (๕) คน
_PEOPLE = re.compile("คน|นาย|ท่าน|ตำแหน่ง|รูป")
_LEAST = r"(?:ตั้งแต่|ไม่น้อยกว่า|อย่างน้อย|ไม่ต่ำกว่า|อย่างน้อยที่สุด)"
_MOST = r"(?:ไม่เกินกว่า|ไม่เกิน|ไม่มากกว่า|อย่างมาก(?:ไม่เกิน)?|สูงสุด)"
_EACH_OF = (
    r"(?:แห่ง|ด้าน|สาขา|ฝ่าย|ภาค|หน่วยงาน|องค์กร|สมาคม|กลุ่ม|ประเภท|จังหวัด|เขต|สถาบัน|คณะ|หน่วย|องค์การ|สภา|ส่วนราชการ|"
    r"กระทรวง|มหาวิทยาลัย|พื้นที่|ชนิด|ตำแหน่ง|บริษัท|ธนาคาร|มูลนิธิ|วิชาชีพ|รัฐวิสาหกิจ|กรม|อำเภอ|ภูมิภาค|สำนักงาน|ชุมชน|สหกรณ์|หมู่บ้าน|ตำบล|ศาล|โรงพยาบาล|โรงเรียน|ประเทศ|รุ่น|"
    r"ชมรม|พรรค|สหภาพ|เครือข่าย|ลุ่มน้ำ|โรงงาน|ชั้นศาล|ชั้น|วิทยาเขต|วัด|สำนัก|ศูนย์|ระดับ|สายงาน|ส่วน|แขวง|สโมสร|เทศบาล|นิคม|กิจการ|อาชีพ|ท้องถิ่น|ท้องที่|สาย|ทาง|วิทยาลัย|สมาพันธ์)"
)
_PREFIX = r"(?:(?:มี)?จำนวน|อีก|ให้เหลือ|ขึ้น|รวม(?:กัน)?(?:แล้ว)?(?:ทั้งหมด|ทั้งสิ้น)?|เป็นจำนวน)?\s?(?:จำนวน|อีก)?\s?"

_QUANTITY = re.compile(
    rf"""
    (?P<each>(?:อย่างน้อย|ไม่เกิน|คนละ)?{_EACH_OF}ละ(?!เท่า))\s?(?:จำนวน\s?)?(?P<each_limit>{_MOST}|{_LEAST})?\s?
        (?:(?P<each_n>{_N})\s?{_CLS}|คน(?P<each_one>หนึ่ง|เดียว))
    | (?P<range>{_PREFIX}{_LEAST}\s?(?P<low>{_N})\s?{_CLS}?\s?(?:ขึ้นไป\s?)?(?:แต่(?:ต้อง)?|และ|ถึง|โดย|จน)?\s?
        (?:{_MOST}|ถึง)\s?(?P<high>{_N})\s?{_CLS})
    | (?P<reverse>{_PREFIX}{_MOST}\s?(?P<reverse_high>{_N})\s?{_CLS}\s?(?:แต่|และ)(?:ต้อง)?\s?{_LEAST}\s?
        (?P<reverse_low>{_N})\s?{_CLS})
    | (?P<to>{_PREFIX}(?P<to_low>{_N})\s?{_CLS}?\s?(?:ถึง|[-–])\s?(?P<to_high>{_N})\s?{_CLS})
    | (?P<most>{_PREFIX}{_MOST}\s?(?:จำนวน\s?)?(?P<most_n>{_N})\s?{_CLS})
    | (?P<least>{_PREFIX}{_LEAST}\s?(?P<least_n>{_N})\s?{_CLS}(?:ขึ้นไป)?)
    | (?P<exact>{_PREFIX}(?P<exact_n>{_N})\s?{_CLS}(?:\s?\([0-9๐-๙]+\s?{_CLS}?\))?)
    | (?P<one>(?:จำนวน|อีก)?(?<!คนใด)(?:คน|รูป)(?:หนึ่ง|เดียว)(?!หรือหลาย))
    """,
    re.VERBOSE,
)
# Shares of a group: what follows changes no number. After the soft words the group's own number may still come.
_SHARES = re.compile(
    r"\s?(?:ทั้งนี้|ในกรณี|(?:ซึ่ง|โดย|และ)?(?:ใน|มี)จำนวน(?:นี้|ดังกล่าว|นั้น)|ในจำนวน|โดย(?:ต้อง|มี|จำนวน|อย่างน้อย|แต่ละ|(?:อนุ)?กรรมการดังกล่าว)|"
    r"(?:ซึ่ง)?อย่างน้อย(?:จะ)?ต้อง|อย่างน้อยให้|ประกอบด้วย)"
)
_SOFT_SHARES = re.compile(r"\s?(?:ซึ่ง(?:จะ)?ต้อง|และ(?:จะ)?ต้อง|โดย(?:ให้|เป็น|คำนึง))")
_FROM = re.compile(r"(?:แต่งตั้ง|เลือก|สรรหา|เลือกตั้ง|คัดเลือก|พิจารณา)?(?:ขึ้น)?จาก")
_TOLD = re.compile(r"ซึ่ง|จาก|โดย|ได้แก่|คือ")
_OF_EACH = re.compile(r"(?<!คราว)ละ\s?$")  # so many of each of something that is not known here
_FIELD = re.compile(r"(?:(?<=\s)|(?<=และ)|(?<=ใน)|(?<=ทาง)|(?<=[ก-๙]))ด้าน(?!ละ|ต่าง)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with where it stands. ``each``: so many from each (``แห่งละหนึ่งคน``)."""

    minimum: int | None
    maximum: int | None
    start: int
    end: int
    each: bool = False


def quantities(text: str) -> Iterator[Quantity]:
    """Every number of people in the words, in order."""
    if not _PEOPLE.search(text):  # most entries of a long list have none, and the whole pattern is slow to say so
        return
    for match in _QUANTITY.finditer(text):
        yield _quantity(match)


def _quantity(match: re.Match[str]) -> Quantity:
    span = match.span()
    if match["each"]:
        number = 1 if match["each_one"] else _value(match["each_n"])
        at_most = "ไม่เกิน" in match["each"] or (match["each_limit"] or "").startswith(("ไม่เกิน", "ไม่มาก"))
        at_least = "อย่างน้อย" in match["each"] or bool(match["each_limit"] and not at_most)
        return Quantity(None if at_most else number, None if at_least else number, *span, each=True)
    if match["range"]:
        return Quantity(_value(match["low"]), _value(match["high"]), *span)
    if match["reverse"]:
        return Quantity(_value(match["reverse_low"]), _value(match["reverse_high"]), *span)
    if match["to"]:
        return Quantity(_value(match["to_low"]), _value(match["to_high"]), *span)
    if match["most"]:
        return Quantity(None, _value(match["most_n"]), *span)
    if match["least"]:
        return Quantity(_value(match["least_n"]), None, *span)
    number = 1 if match["one"] else _value(match["exact_n"])
    return Quantity(number, number, *span)


def _value(words: str) -> int | None:
    return numerals.number_from_words(words)


def own_quantity(text: str) -> Quantity | None:
    """The number of the whole group that the words name, not those of shares within it."""
    body = _without_shares(text)
    before, first = _own(body)
    if len(before) > 1 and _each_a_field(body, before):
        return _sum_of_shares(body)
    if before or (len(first) == 1 and not _and_each(body, first[0])):
        return (before or first)[0]
    return _sum_of_shares(body)


def _and_each(body: str, number: Quantity) -> bool:
    """``จากผู้แทนสหกรณ์ประเภทละหนึ่งคน และผู้แทนกลุ่มหนึ่งคน``: so many of each come to the number."""
    return any(one.each and "และ" in body[one.end : number.start] for one in quantities(body[: number.start]))


def is_ambiguous(text: str) -> bool:
    """Whether words name several numbers of people of which none is clearly that of the whole group."""
    body = _without_shares(text)
    before, _first = _own(body)
    apart = any(_OF_EACH.search(body, 0, one.start) for one in before)
    return apart or (len(before) > 1 and not _each_a_field(body, before) and not _are_parts(before))


def tells_in_parts(text: str) -> bool:
    """Whether the numbers in the words are one number and, behind it, its parts."""
    found = list(quantities(text))
    return len(found) > 1 and _are_parts(found) and _TOLD.search(text, found[0].end, found[1].start) is not None


def _are_parts(found: list[Quantity]) -> bool:
    """``จำนวนสามคน ซึ่ง… ก หนึ่งคน ข หนึ่งคน และ ค หนึ่งคน``: the later numbers are the first one, told in parts."""
    return found[0].minimum is not None and found[0].minimum == sum(one.minimum or 0 for one in found[1:])


def _without_shares(text: str) -> str:
    hard = _SHARES.search(text)
    return text[: hard.start()] if hard else text


def _own(body: str) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers that may be the group's own: those before the words from whom it is chosen, and all."""
    soft = _SOFT_SHARES.search(body)
    found = [quantity for quantity in quantities(body) if not quantity.each]
    if len(found) > 1 and body.startswith("รวม", found[-1].start):  # หกคน รวมยี่สิบเอ็ดคน: of the whole board
        found.pop()
    first = [quantity for quantity in found if soft is None or quantity.start < soft.start()] or found
    source = _FROM.search(body)
    return [quantity for quantity in first if source is None or quantity.start < source.start()], first


def _each_a_field(body: str, found: list[Quantity]) -> bool:
    """``ด้านกฎหมายหนึ่งคน ด้านการเงินสองคน``: every number follows a field of its own, none is the total."""
    starts = [0, *(quantity.end for quantity in found)]
    return all("ด้าน" in body[start : quantity.start] for start, quantity in zip(starts, found, strict=False))


def _sum_of_shares(body: str) -> Quantity | None:
    """Where no total is stated: the sum of the parts that the words list (``ด้านกฎหมาย … ด้านละหนึ่งคน``)."""
    parts = [quantity for quantity in quantities(body) if quantity.minimum is not None]
    if not parts or any(quantity.minimum != quantity.maximum for quantity in parts):
        return None
    total, position = 0, 0
    for quantity in parts:
        fields = _fields(body[position : quantity.start], body[quantity.start : quantity.end]) if quantity.each else 1
        if fields == 0:
            return None
        total += fields * (quantity.minimum or 0)
        position = quantity.end
    return Quantity(total, total, -1, -1)


def _fields(text: str, each: str) -> int:
    """How many fields (ด้าน…) or sides (ฝ่าย…) are listed before ``ด้านละ…``; ``ด้าน ก หรือด้าน ข`` is one."""
    noun = next((word for word in ("ฝ่าย", "สาขา", "กลุ่ม") if word in each), "ด้าน")
    pattern = _FIELD if noun == "ด้าน" else re.compile(rf"{noun}(?!ละ|ต่าง)")
    count = sum(1 for match in pattern.finditer(text) if not re.search(r"หรือ\s?$", text[: match.start()]))
    return count if noun == "ด้าน" or count > 1 else 0
