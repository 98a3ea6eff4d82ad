"""What only the whole composition tells: numbers that rest on other numbers, a secretary who is made a member."""

from __future__ import annotations

import re
from dataclasses import replace

from law.boards.model import Group, Member, Part, Role, Source, numbers_of

_CHAIRS = (Role.CHAIR, Role.VICE_CHAIR)
_AS_MANY = re.compile(r"จำนวนเท่ากับ(?:จำนวน)?(?:อนุ)?กรรมการโดยตำแหน่ง")


_SECRETARY_HIMSELF = re.compile(
    r"(?:ถือว่า)?เลขานุการ(?:ของ)?(?:\s?คณะ(?:อนุ)?กรรมการ\S*)?(?:\s?(?:ตาม\S+|ดังกล่าว)(?:\s\(\S+\))?)?"
)
_AS_MANY_AS = re.compile(
    r"จำนวนเท่ากับ(?:จำนวน)?\S{0,40}?\s?(?:ใน|ตาม)\s?(?P<items>\([^()]{1,6}\)(?:[\sและ]*\([^()]{1,6}\))*)"
)
_LABEL = re.compile(r"\n?(\([^()\n]{1,6}\)) [^\n]*$")

_TOGETHER = re.compile(r"รวม(?:กัน)?(?:แล้ว|ทั้งหมด|ทั้งสิ้น)*\s?(?:เป็น)?(?:จำนวน)?\s?(?:ไม่|อย่าง|ตั้งแต่|[ก-๙๐-๙0-9]{1,10}คน)")
_GENERAL = re.compile(r"(?:อนุ)?กรรมการ")
_JOINT = re.compile(r"\s?(?:และ|กับ)?\s?")


def add_shares(part: Part, shares: list[tuple[int | None, int | None]]) -> Part:
    """A group of one kind of people without a number of its own, with the numbers of its parts added up."""
    if isinstance(part, str) or len(part.members) != 1 or part.members[0].source is Source.OFFICE:
        return part
    member = part.members[0]
    if not _is_open(member):
        return part
    lows, highs = [low for low, _ in shares], [high for _, high in shares]
    minimum = None if None in lows else sum(low for low in lows if low is not None)
    maximum = None if None in highs else sum(high for high in highs if high is not None)
    return Group((replace(member, minimum=minimum, maximum=maximum),))


def settle(parts: list[Part], stated: tuple[int | None, int | None] = (None, None)) -> tuple[Part, ...]:
    """The parts of a board with what the whole tells settled; the words stay as they are.

    ``stated``: the number of all members that the text itself states.
    """
    members = [member for part in parts if isinstance(part, Group) for member in part.members]
    by_office = _by_office(members)
    seated = any(_gives_seat(member) for member in members)
    posts = {(one.source, one.office) for one in members if _is_post(one)}
    # Of a group one may be made chair or secretary: the group keeps its seats.
    single = [one for one in members if one.role is Role.MEMBER and one.minimum == one.maximum == 1]
    listed = {(one.source, one.office) for one in single}
    twice = posts & listed
    settled: list[Part] = []
    for part in parts:
        if isinstance(part, str):
            settled.append(part)
        elif len(part.members) == 1 and _gives_seat(part.members[0]):
            settled.append(part.members[0].words)
        else:
            people = (_settled(member, by_office, seated) for member in part.members)
            settled.append(Group(tuple(_once(member, twice) for member in people), part.gaps))
    settled = _as_many_as_items(_without_chairs(settled))
    return tuple(_rest_of_stated(settled, stated[0])) if stated[0] == stated[1] is not None else tuple(settled)


def _without_chairs(parts: list[Part]) -> list[Part]:
    """``ประธานกรรมการและกรรมการอื่นรวมกันไม่เกินเก้าคน``: the number counts the chair too."""
    found: list[Part] = []
    chairs = 0
    for part in parts:
        if isinstance(part, str):
            chairs = chairs if _JOINT.fullmatch(part) else 0
            found.append(part)
            continue
        first = part.members[0]
        if chairs and _TOGETHER.search(first.words) and _GENERAL.match(first.words):
            low, high = (None if number is None else number - chairs for number in (first.minimum, first.maximum))
            part = Group((replace(first, minimum=low, maximum=high), *part.members[1:]), part.gaps)
        chairs = chairs + sum(one.maximum or 0 for one in part.members) if first.role in _CHAIRS else 0
        found.append(part)
    return found


def _as_many_as_items(parts: list[Part]) -> list[Part]:
    """``จำนวนเท่ากับจำนวนกรรมการใน (๑) และ (๒) รวมกัน``: as many as sit under those items."""
    sums: dict[str, list[Member]] = {}
    label = ""
    for place, part in enumerate(parts):
        if isinstance(part, str):
            found = _LABEL.search(part)
            label = found[1] if found else ("" if "\n" in part else label)
            continue
        first = part.members[0]
        cited = _AS_MANY_AS.search(first.words) if _is_open(first) else None
        named = re.findall(r"\([^()]+\)", cited["items"]) if cited else []
        if named and all(one in sums for one in named):
            low, high = numbers_of([member for one in named for member in sums[one]])
            parts[place] = part = Group((replace(first, minimum=low, maximum=high), *part.members[1:]), part.gaps)
        sums.setdefault(label, []).extend(one for one in part.members if one.has_seat)
    return parts


def _rest_of_stated(parts: list[Part], stated: int | None) -> list[Part]:
    """Where the text states the number of all, the one group without a number is what the others leave."""
    seated = [one for part in parts if isinstance(part, Group) for one in part.members if one.has_seat]
    unknown = [one for one in seated if _is_open(one)]
    counted = [one.minimum for one in seated if one.minimum is not None and one.minimum == one.maximum]
    if stated is None or len(unknown) != 1 or len(counted) != len(seated) - 1 or sum(counted) >= stated:
        return parts
    rest = stated - sum(counted)
    filled = replace(unknown[0], minimum=rest, maximum=rest)
    return [
        part
        if isinstance(part, str)
        else Group(tuple(filled if one is unknown[0] else one for one in part.members), part.gaps)
        for part in parts
    ]


def _once(member: Member, twice: set[tuple[Source, str]]) -> Member:
    """A listed member who is made chair or secretary elsewhere has one seat: that of the post."""
    if (member.source, member.office) not in twice or not (_is_post(member) or member.role is Role.MEMBER):
        return member
    return replace(member, has_seat=member.role is not Role.MEMBER)


def _is_post(member: Member) -> bool:
    """A chair, or a secretary who is not said to be another member: posts that a listed member can be given."""
    return member.role in _CHAIRS or (member.role is Role.SECRETARY and not member.has_seat)


def _gives_seat(member: Member) -> bool:
    """``โดยให้เลขานุการเป็นกรรมการด้วย``: no one new."""
    return member.role is Role.MEMBER and _SECRETARY_HIMSELF.fullmatch(member.words) is not None


def _by_office(members: list[Member]) -> int | None:
    """How many sit by their office; None where there are as many as there are bodies (``ประเภทละหนึ่งคน``)."""
    own = [one for one in members if one.role is Role.MEMBER]
    if any(one.source is Source.OTHER and _is_open(one) and not _AS_MANY.search(one.words) for one in own):
        return None
    return sum(one.source is Source.OFFICE for one in own) or None


def _is_open(member: Member) -> bool:
    return (member.minimum, member.maximum) == (None, None)


def _settled(member: Member, by_office: int | None, seated: bool) -> Member:
    if _is_open(member) and _AS_MANY.search(member.words):
        return replace(member, minimum=by_office, maximum=by_office)
    if seated and member.role is Role.SECRETARY:
        return replace(member, has_seat=True)
    return member
