"""The words of one entry -> a member: whose seat it is, how many, who appoints, on what condition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from law.boards import numbers, offices, roles
from law.boards.model import Member, Role, Source
from law.boards.numbers import Quantity

_APPOINTED = re.compile(
    r"(?:ซึ่ง|ที่(?!ดิน|ปรึกษา|ทำการ)|โดย)(?P<by>(?:(?!ซึ่ง|มีความรู้|เป็นผู้แทน)[^\d]){2,80}?)\s?(?:เป็นผู้|จะ|ได้)?"
    r"(?:แต่งตั้ง|เลือกตั้ง|คัดเลือก|เลือกกันเอง|มอบหมาย|สรรหา|เลือก|เสนอชื่อ|ทรงแต่งตั้ง)"
)
_RECEIVED = re.compile(
    r"ได้รับ(?:การ)?(?:แต่งตั้ง|เลือกตั้ง|คัดเลือก|เลือก|เสนอชื่อ)(?:จาก|โดย)(?P<by>[^\s]{3,80}?)(?=$|\s|จำนวน|ไม่|อีก)"
)
_ROYAL = re.compile(r"ซึ่ง(?:จะได้)?ทรงพระกรุณาโปรดเกล้า(?:ฯ|โปรดกระหม่อม)?\s?\S{0,20}?แต่งตั้ง")
_EACH_OTHER = re.compile(r"(?:ซึ่ง\S{0,40}?)?เลือกกันเอง")
_EXPERT = re.compile(r"(?:(?:อนุ)?กรรมการ(?:(?!ซึ่ง|จำนวน|อื่น|จาก|ที่|อีก)[ก-๙]){0,40}?)?ผู้ทรงคุณวุฒิ")
_REPRESENTATIVE = re.compile(
    r"(?:(?:อนุ)?กรรมการ(?:ซึ่งเป็น|ที่เป็น|ซึ่งมาจาก|ที่มาจาก)?)?(?:(?:อนุ)?กรรมการ[ก-๙]{0,20}?)?ผู้แทน(?!การค้า)"
)
_GENERAL = re.compile(
    r"(?:(?:อนุ)?กรรมการ(?!ผู้จัดการ|ผู้อำนวยการ)|บุคคล|ตัวแทน|ผู้ซึ่ง|ผู้เป็น|ผู้ที่|ผู้มี|ผู้เชี่ยวชาญ|สมาชิก|ผู้นำ(?!ฝ่ายค้าน)|ราษฎร|นักวิชาการ|ผู้ประกอบ|"
    r"ผู้ได้รับ|ผู้ดำรง|ข้าราชการ|พนักงาน|เจ้าหน้าที่|เจ้าของ|คณาจารย์|อาจารย์|ครู|ผู้ปกครอง|ศิษย์เก่า|ที่ปรึกษา|ผู้ช่วยผู้ใหญ่บ้าน|นัก|"
    rf"{offices.PROFESSIONS})"
)
_UNNAMED = re.compile(r"(?:ผู้ทรงคุณวุฒิ|ผู้ซึ่ง|ผู้มี|บุคคล|ผู้เชี่ยวชาญ|กรรมการ)(?=$|\s|ซึ่ง|ที่|จำนวน|คนหนึ่ง|หนึ่งคน)")
# As many as there are: heads of which one kind of body has many, without the name of one.
_CLASS = re.compile(
    r"แต่ละ|ทุก(?!ข์)|^(?:(?:รอง|ผู้ช่วย)?อธิการบดีวิทยาเขต|(?:รอง|ผู้ช่วย)อธิการบดี|(?:รอง)?คณบดี|"
    r"(?:หัวหน้า|ผู้อำนวยการ)(?P<unit>ภาควิชา|ส่วนราชการ|ส่วนงาน|สถาบัน|สำนัก|วิทยาลัย|ศูนย์)|กำนัน|ผู้ใหญ่บ้าน|สารวัตรกำนัน)$|"
    r"^หัวหน้า[ก-๙]{2,30}อื่น$|^ศาสตราจารย์$|^หัวหน้า(?:หน่วยงาน|ส่วนราชการ|ส่วนงาน)(?:ตาม(?:มาตรา|ข้อ|\s?\()|ที่เรียกชื่ออย่างอื่น)|"
    r"^(?:ผู้ว่าราชการจังหวัด|นายอำเภอ|นายกเทศมนตรี|นายกองค์การบริหารส่วน(?:ตำบล|จังหวัด)|กำนัน|ผู้ใหญ่บ้าน|หัวหน้าส่วนราชการ|เจ้าอาวาส)"
    r"(?:ใน|ที่อยู่ใน|ซึ่งอยู่ใน)"
)
_AUXILIARY = re.compile(r"(?<=[ก-๙]{4})(?:จะ|มี)$")  # คณะรัฐมนตรีจะได้แต่งตั้ง; เลือกตั้งโดยสมาชิกมีจำนวนเท่ากับ
_THE_SECRETARY = re.compile(r"เลขานุการ(?=คนหนึ่ง|หนึ่งคน)")
_BY_OFFICE = re.compile(r"\s?(?:ซึ่ง|ที่)เป็น(?:อนุ)?กรรมการ(?:โดยตำแหน่ง)?$")
_STAR = re.compile(r"\*|\[[0-9๐-๙]+\]")
# The start of a number that is none: of so many as each constituency elects, of some more.
_COUNT_LEFT = re.compile(r"\s?(?:มี)?จำนวน(?:ทั้งหมด|ทั้งสิ้น|รวมกัน)?$|\s?(?:จำนวน)?เขตเลือกตั้งละ$|\s?อีก$|\s?ดังต่อไปนี้$")
_CONDITION = re.compile(
    r"\s?(?:ซึ่ง|โดย(?!ตำแหน่ง)|จาก|ตาม(?=ที่|จำนวน)|(?:มี)?จำนวน(?=เท่ากับ|ตาม|\S+ใน\S+ของ)|ทั้งนี้|ในจำนวน|และต้อง)"
)


@dataclass(frozen=True, slots=True)
class Given:
    """What the surroundings of an entry say of it: its role, the number for each, a number behind the role."""

    role: Role
    has_seat: bool = True
    each: Quantity | None = None
    behind: Quantity | None = None
    lead: str = ""
    board: str = ""
    body: bool = False
    by: str = ""


def read_member(words: str, start: int, given: Given) -> Member:
    """One entry as a member. ``start``: where the words stand in the section's text."""
    own = numbers.own_quantity(words) or given.behind
    source = Source.REPRESENTATIVE if given.body else _source(words, given.lead)
    role = given.role
    listed = "โดยตำแหน่ง" in given.lead  # chairs of other boards sit there by office
    if role in (Role.MEMBER, Role.VICE_CHAIR) and not listed and roles.is_chair_words(words, given.board):
        role = Role.CHAIR
    elif role is Role.MEMBER and roles.is_vice_words(words, given.board):
        role = Role.VICE_CHAIR
    minimum, maximum = _numbers(words, own, source, role, given)
    bare = not listed and (roles.is_chair_words(words, given.board) or roles.is_vice_words(words, given.board))
    office = (
        _bare_office(words[: own.start] if own and own.start > 0 else words) if bare else _office(words, source, own)
    )
    if source is Source.OFFICE and role is Role.MEMBER and (minimum, maximum) != (1, 1):
        source = Source.OTHER
    return Member(
        role,
        source,
        office,
        minimum,
        maximum,
        given.has_seat,
        given.by or _appointed_by(words),
        _condition(words, own),
        words,
        start,
        start + len(words),
    )


def _source(words: str, lead: str) -> Source:
    if _EXPERT.match(words) or (_EXPERT.match(lead) and not _REPRESENTATIVE.match(words)):
        return Source.EXPERT
    if _REPRESENTATIVE.match(words) or (_REPRESENTATIVE.match(lead) and numbers.own_quantity(words)):
        return Source.REPRESENTATIVE
    return Source.OTHER if _GENERAL.match(words) else Source.OFFICE


def _numbers(
    words: str, own: Quantity | None, source: Source, role: Role, given: Given
) -> tuple[int | None, int | None]:
    if own is not None:
        return own.minimum, own.maximum
    if "จำนวนเท่ากับ" in words or "จำนวนตาม" in words:
        return None, None
    if given.each is not None:
        return given.each.minimum, given.each.maximum
    if role in (Role.CHAIR, Role.VICE_CHAIR):
        return 1, 1
    if any(quantity.each for quantity in numbers.quantities(words)) or re.search(r"(?:แต่ละ|ทุก)(?!ด้าน)", words):
        return None, None
    if source is Source.OFFICE and role is not Role.ASSISTANT:
        return (None, None) if _is_class(words, given.board) else (1, 1)
    if source is Source.REPRESENTATIVE and re.match(r"(?:\S*กรรมการ)?ผู้แทน(?:ซึ่ง|ที่)", words):
        return None, None
    if source is Source.REPRESENTATIVE or (source is Source.OFFICE and not given.by):
        return (1, 1) if not re.search(r"ทั้งหลาย|ต่าง ๆ", words) else (None, None)
    return (1, 1) if role is Role.SECRETARY else (None, None)


def _is_class(words: str, board: str) -> bool:
    """Whether there are as many as there are; the head of the unit whose board it is is one."""
    match = _CLASS.search(words)
    return match is not None and not (match["unit"] and re.search(rf"(?<!มหา){match['unit']}", board))


def _bare_office(words: str) -> str:
    """``ประธานกรรมการ`` of someone appointed without an office; the name of the board itself is left out."""
    match = re.match(r"(?:รอง)?ประธาน(?:อนุ)?กรรมการ|[^\s*]+?(?=$|\s|\*|คน|หนึ่งคน|จำนวน|ซึ่ง|ไม่เกิน|อีก)", words)
    return match[0] if match else words


def _office(words: str, source: Source, own: Quantity | None) -> str:
    """The office or body as written, without its number, footnote marks and, for groups, without conditions."""
    post = _THE_SECRETARY.match(words)
    text = post[0] if post else words
    if (
        post is None
        and own is not None
        and own.start >= 0
        and (source is not Source.OFFICE or not words[own.end :].strip())
    ):
        text = words[: own.start]
    if source is Source.REPRESENTATIVE:
        match = _REPRESENTATIVE.match(text)
        text = text[match.end() :].removeprefix("จาก") if match else text
    if source is not Source.OFFICE:
        opening = re.match(r"(?:(?:ผู้|บุคคล)(?:ซึ่ง|ที่)|ซึ่ง|ที่)(?:มาจาก)?", text)
        condition = _CONDITION.search(text, opening.end() if opening else 2)
        text = text[: condition.start()] if condition else text
    text = _BY_OFFICE.sub("", text) if source is Source.OFFICE else text
    first_each = next((quantity for quantity in numbers.quantities(text) if quantity.each), None)
    text = text[: first_each.start] if first_each else text
    text = " ".join(_STAR.sub("", text).split())
    return text if source is Source.OFFICE else _COUNT_LEFT.sub("", text) or text


def _appointed_by(words: str) -> str:
    if _ROYAL.search(words):
        return "พระมหากษัตริย์"
    if _EACH_OTHER.search(words):
        return "เลือกกันเอง"
    received = _RECEIVED.search(words)
    if received:
        return _AUXILIARY.sub("", received["by"])
    match = _APPOINTED.search(words)
    by = _AUXILIARY.sub("", match["by"].strip()) if match else ""
    return "" if by in ("จะ", "ได้รับ", "ได้", "ให้") or by.startswith(("มาจาก", "ในจำนวน")) else by


def _condition(words: str, own: Quantity | None) -> str:
    """What follows the number and the appointment: from whom, on what footing."""
    match = _CONDITION.search(words)
    if match is None:
        return ""
    text = words[match.start() :].strip()
    if own is not None and own.start > match.start():
        cut = own.start - match.start()
        text = (words[match.start() :][:cut].rstrip() + " " + words[own.end :].strip()).strip()
    return text


def is_representative(words: str) -> bool:
    """Whether an entry names those who represent somebody: ``ผู้แทน…``, ``กรรมการซึ่งเป็นผู้แทน…``."""
    return _REPRESENTATIVE.match(words) is not None


def is_unnamed(words: str) -> bool:
    """Whether an entry names no office: a person chosen for what he knows."""
    return _UNNAMED.match(words) is not None
