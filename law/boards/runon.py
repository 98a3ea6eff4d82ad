"""One line of a composition -> plain words and groups of members, joined they are the line.

``A เป็นประธานกรรมการ B C และ D เป็นกรรมการ และให้ E เป็นกรรมการและเลขานุการ``; an item's line is the same, shorter.
"""

from __future__ import annotations

import re
from dataclasses import replace

from law.boards import numbers, offices, roles
from law.boards.model import Group, Member, Remainder, Role, Source, numbers_of
from law.boards.numbers import Quantity
from law.boards.roles import Mark
from law.boards.segment import APPOINTS, Line, Reading, Segment

# Words that only carry on: they stand between members and say nothing of them.
_CARRIER = re.compile(
    r"\s*(?:\([0-9๐-๙]{1,2}\)\s?)?(?:(?:และ|กับ|รวมทั้ง(?!หมด|สิ้น)|ตลอดจน|พร้อมด้วย)\s?)?"
    r"(?:โดย(?:มี|ให้)\s?|ให้(?:มี)?\s?|มี\s?)?(?:บุคคล\s?ดังต่อไปนี้\s?)?"
)
# What may follow a role: its number, and clauses on who may be appointed.
_CLAUSE = re.compile(r"\s?(?:\*\s?)?(?:โดย(?!มี)|ทั้งนี้|ซึ่ง|ในจำนวน|และในจำนวน|เพื่อ|ตามที่|ด้วย|ก็ได้|(?:ได้)?ตาม|จาก|ใน(?!ฐานะ))")
_NEXT = re.compile(r"\s(?:และ|กับ)?\s?(?:โดย)?(?:ให้|มี)\s?(?=[ก-๙]{3})|\s(?:และ|กับ)\s?|\s")


# The same in the middle of a run-on list.
_INNER_LEAD = re.compile(
    r"(?:^|\s(?:และ|กับ)?\s?|และ)(?P<words>(?:อนุ)?กรรมการ(?:โดยตำแหน่ง|(?:ซึ่งเป็น)?ผู้แทน[^\s]{0,40}|อื่น)?\s?"
    r"(?:(?:(?:จำนวน|อีก)[^\s]+|[^\s]{2,12}คน)\s?)?)(?:ได้แก่|คือ)\s?(?=[ก-๙])"
)


def read_line(line: Line, *, lead: str = "") -> Reading:
    """Read a run-on composition, or one item of a list. ``lead``: the words that announce the list it stands in."""
    reading = Reading()
    position = _read_lead(line, reading)
    announced = line.text[:position] or lead
    segment_start = position
    found = [mark for mark in roles.marks(line.text) if mark.start >= position]
    for place, mark in enumerate(found):
        limit = found[place + 1].start if place + 1 < len(found) else len(line.text)
        tail = _tail_end(line.text, mark, limit)
        _read_segment(line, segment_start, mark, tail, announced, reading)
        segment_start = tail
    _read_segment(line, segment_start, None, len(line.text), announced, reading)
    if position and not found:
        _check_lead(line, position, reading)
    return reading


def _check_lead(line: Line, position: int, reading: Reading) -> None:
    """``กรรมการโดยตำแหน่ง จำนวนหกคน ได้แก่``: where not six are found, the words are reported."""
    said = numbers.own_quantity(line.text[:position])
    members = [one for part in reading.parts if isinstance(part, Group) for one in part.members]
    if said is None or said.minimum is None or said.minimum != said.maximum:
        return
    if numbers_of(members) != (said.minimum, said.maximum):
        reading.remainder.append(Remainder(line.text[:position].strip(), line.start, line.start + position))


def _read_lead(line: Line, reading: Reading) -> int:
    """``กรรมการโดยตำแหน่ง จำนวนหกคน ได้แก่ ``: words before the list; returns where the list begins."""
    match = roles.LEAD.match(line.text)
    if match is None or not re.match(
        r"(?:อนุ)?กรรมการ|ผู้แทน|ประธาน|รองประธาน|นายกสภา|อุปนายก|บุคคล|(?:ผู้ช่วย)?เลขานุการ", match["words"]
    ):
        return 0
    if re.search(r"ผู้ทรงคุณวุฒิ|เป็น(?:อนุ)?กรรมการ|แต่งตั้งจาก|\s(?:และ)?กรรมการโดย", match["words"]):
        return 0
    if not offices.begins_entry(line.text, match.end()):
        return 0
    reading.say(line.text[: match.end()])
    return match.end()


def _tail_end(text: str, mark: Mark, limit: int) -> int:
    """Where the words that belong to a role end: a number behind it, and clauses up to the next entry."""
    end = mark.end
    number = _number_at(text, end)
    end = number.end if number else end
    while (clause := _CLAUSE.match(text, end)) is not None:
        following = _next_entry(text, clause.end(), limit)
        if following is None:
            return limit if limit == len(text) else end
        end = following
    return end


def _next_entry(text: str, start: int, limit: int) -> int | None:
    for joint in _NEXT.finditer(text, start, limit):
        if offices.begins_entry(text, joint.end()) and not _in_list(text[start : joint.start()]):
            return joint.start()
    return None


def _in_list(text: str) -> bool:
    return bool(re.search(r"(?:จาก|ของ|โดย|ซึ่ง)$", text))


def _number_at(text: str, start: int) -> Quantity | None:
    """A number right behind a role: ``เป็นกรรมการไม่เกินหกคน``, ``เป็นผู้ช่วยเลขานุการจำนวนไม่เกินสองคน``."""
    for quantity in numbers.quantities(text[start : start + 80]):
        gap = text[start : start + quantity.start].strip()
        if gap not in ("", "ได้"):
            return None
        return Quantity(quantity.minimum, quantity.maximum, start + quantity.start, start + quantity.end, quantity.each)
    return None


def _read_segment(line: Line, start: int, mark: Mark | None, tail: int, lead: str, reading: Reading) -> None:
    """The entries between the last role and this one (or the end of the line), then the role's own words."""
    end = mark.start if mark else tail
    words = line.text[start:end]
    carrier = _CARRIER.match(words)
    body = carrier.end() if carrier else 0
    if mark is not None and mark.named:
        before = _entries_before(words[body:], line.text[mark.start : mark.end])
        if before:
            reading.say(words[:body])
            Segment(line, start + body, words[body : body + before], None, None, lead).read(reading)
            start, body = start + body + before, len(words) - body - before
        _read_named(line, start, (start + body, end), mark, tail, reading)
        return
    if not words[body:].strip():
        if mark is not None and mark.role is Role.MEMBER:
            _give_seat(reading)
        reading.say(line.text[start:tail])
        return
    reading.say(words[:body])
    behind = _number_at(line.text, mark.end) if mark else None
    again = _gives_anew(words, body) if mark else None
    if again is not None:
        Segment(line, start + body, words[body : again[0]], None, None, lead).read(reading)
        reading.say(words[again[0] : again[1]])
        body = again[1]
    announced = _INNER_LEAD.search(words[body:])
    if announced is not None:
        for_all = mark if mark and mark.role is Role.MEMBER else None
        if announced.start():
            Segment(line, start + body, words[body:][: announced.start()], for_all, None, lead).read(reading)
        reading.say(announced[0])
        body, lead = body + announced.end(), announced["words"]
    Segment(line, start + body, words[body:], mark, behind, lead).read(reading)
    reading.say(line.text[end:tail])


def _entries_before(words: str, named: str) -> int:
    """How many characters of entries stand before ``และให้มีเลขานุการคนหนึ่ง``, which nobody appoints."""
    if "ให้มี" not in named or not offices.begins_entry(words) or numbers.own_quantity(words) is None:
        return 0
    return len(re.sub(r"\s?(?:และ|กับ)?\s?(?:ให้)?$", "", words))


def _give_seat(reading: Reading) -> None:
    """``เป็นเลขานุการ และให้ถือว่าเป็นกรรมการด้วย``: the secretary named just before is a member."""
    last = next((part for part in reversed(reading.parts) if isinstance(part, Group)), None)
    if last is None or last.members[-1].role is not Role.SECRETARY:
        return
    seated = Group((*last.members[:-1], replace(last.members[-1], has_seat=True)), last.gaps)
    reading.parts[reading.parts.index(last)] = seated


# กรรมการอื่นไม่เกินหกคน โดยผู้อำนวยการเป็นกรรมการโดยตำแหน่ง: another one; not โดยรัฐมนตรีแต่งตั้ง.
_BY_OFFICE_TOO = re.compile(r"\sโดย(?=[^\s]{3,80}$)(?![^\s]*(?:แต่งตั้ง|เลือก|เสนอ|เห็นชอบ|มอบหมาย|กำหนด|อนุมัติ))")
_ANEW = re.compile(r"\s(?:และ|กับ)?\s?(?:โดย)?(?:ให้|มี)\s?")


def _gives_anew(words: str, body: int) -> tuple[int, int] | None:
    """Where ``และให้`` begins another entry, that alone takes the role which follows."""
    found = None
    for joint in _ANEW.finditer(words, body + 1):
        appoints = "ให้" in joint[0] and APPOINTS.match(words[joint.end() :])
        if offices.begins_entry(words, joint.end()) or appoints:
            found = joint.span()
    too = _BY_OFFICE_TOO.search(words.rstrip(), body + 1)
    return too.span() if too and offices.names_office(words, too.end()) else found


def _read_named(line: Line, start: int, span: tuple[int, int], mark: Mark, tail: int, reading: Reading) -> None:
    """``รัฐมนตรีอาจแต่งตั้งผู้ช่วยเลขานุการไม่เกินสองคน``: a post without a person; a secretary only where one must be."""
    by = line.text[span[0] : span[1]].strip()
    reading.say(line.text[start : span[0]])
    optional = by.endswith(("อาจ", "จะ")) or "ก็ได้" in line.text[mark.end : tail + 8]
    reading.say(line.text[span[0] : tail])
    if optional and mark.role is Role.SECRETARY:
        return
    number = _number_at(line.text, mark.end)
    limits = (number.minimum, number.maximum) if number else (None, None)
    if mark.role is Role.SECRETARY:
        limits = (1, 1)
    office = "เลขานุการ" if mark.role is Role.SECRETARY else ""
    by = re.sub(r"(?:มีอำนาจ|อาจ|จะ)$", "", by)
    end = line.start + tail
    reading.parts.append(
        Group((Member(mark.role, Source.OTHER, office, *limits, mark.has_seat, appointed_by=by, start=end, end=end),))
    )
