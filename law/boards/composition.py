"""Two compositions of a board compared: who came, who went, who changed; and the seats by kind of member."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from law.boards.ministries import bare, today_name
from law.boards.model import Board, Member, Role, Source


class Seats(StrEnum):
    """Kinds of members, in the order in which they are shown."""

    MINISTERS = "ministers"
    PERMANENT_SECRETARIES = "permanent_secretaries"
    AGENCIES = "agencies"
    PRIVATE = "private"
    REPRESENTATIVES = "representatives"
    EXPERTS = "experts"
    SECRETARIAT = "secretariat"
    OTHERS = "others"


# Bodies that are not part of the state's administration: business, labour, professions, farmers, consumers.
_PRIVATE = re.compile(
    r"หอการค้า|สภาอุตสาหกรรม|สมาคม|สมาพันธ์|สหพันธ์|ชมรม|มูลนิธิ|สภาเกษตรกร|นายจ้าง|ลูกจ้าง|สหภาพแรงงาน|(?:ชุมนุม|สันนิบาต)สหกรณ์|"
    r"องค์(?:การ|กร)(?:พัฒนา)?เอกชน|ภาคเอกชน|สภาวิชาชีพ|สภาทนายความ|สภาวิศวกร|สภาสถาปนิก|แพทยสภา|ทันตแพทยสภา|สัตวแพทยสภา|สภาการพยาบาล|"
    r"สภาเภสัชกรรม|สภาเทคนิคการแพทย์|สภากายภาพบำบัด|สภาธุรกิจ|สภาผู้ส่ง|สภาองค์กรของผู้บริโภค|สภาองค์การ|บริษัท(?!มหาชนของรัฐ)|ผู้ประกอบ(?:การ|ธุรกิจ|กิจการ|วิสาหกิจ)|"
    r"สภาคนพิการ|องค์กรคนพิการ|องค์กรเกษตรกร|องค์กรชุมชน|เกษตรกร|ผู้บริโภค"
)
_MINISTER = re.compile(r"(?:รอง)?นายกรัฐมนตรี|รัฐมนตรี")
_PERMANENT = re.compile(r"ปลัด(?:กระทรวง|ทบวง|สำนักนายกรัฐมนตรี|กรุงเทพมหานคร)")


def seats_of(member: Member) -> Seats:
    """The kind of a member, by the wording of the office."""
    if member.role in (Role.SECRETARY, Role.ASSISTANT):
        return Seats.SECRETARIAT
    if _PERMANENT.match(member.office):
        return Seats.PERMANENT_SECRETARIES
    if _MINISTER.match(member.office):
        return Seats.MINISTERS
    if member.source is Source.EXPERT:
        return Seats.EXPERTS
    if _PRIVATE.search(member.office):
        return Seats.PRIVATE
    if member.source is Source.REPRESENTATIVE:
        return Seats.REPRESENTATIVES
    return Seats.AGENCIES if member.source is Source.OFFICE and not _is_post(member) else Seats.OTHERS


def _is_post(member: Member) -> bool:
    """Somebody appointed as chair and nothing else: ``ประธานกรรมการซึ่งคณะรัฐมนตรีแต่งตั้ง``."""
    return re.match(r"(?:รอง)?ประธาน(?:อนุ)?กรรมการ|(?:อนุ)?กรรมการ", member.office) is not None


Count = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class SeatCount:
    """Seats of a kind before and after, each smallest and largest; None: not set by the text."""

    seats: Seats
    before: Count
    after: Count


class Fate(StrEnum):
    """What became of a member."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class MemberChange:
    """A member before and after. ``differs``: names of the fields that differ, in the order of ``Member``."""

    fate: Fate
    before: Member | None
    after: Member | None
    differs: tuple[str, ...] = ()

    @property
    def member(self) -> Member:
        """The member as it is now; of one removed, as it was."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Composition:
    """A board before and after. ``changes``: in the order of the new board, those removed where they stood."""

    changes: tuple[MemberChange, ...]
    seats: tuple[SeatCount, ...]
    before: Count
    after: Count

    def of(self, fate: Fate) -> tuple[MemberChange, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.fate is fate)

    @property
    def is_changed(self) -> bool:
        """Whether anybody came, went or changed."""
        return any(change.fate is not Fate.UNCHANGED for change in self.changes)


NOBODY = Board("", ())


def compare_boards(before: Board | None, after: Board | None, year: int = 0) -> Composition:
    """What changed from one board to another; None: there is no such board.

    ``year`` (B.E.): an office that only follows the renaming of its ministry by then is changed, not another.
    """
    old, new = before or NOBODY, after or NOBODY
    pairs = _pairs(list(old.members), list(new.members), year)
    return Composition(_in_order(old.members, new.members, pairs), _seat_counts(old, new), old.total, new.total)


Key = Callable[[Member], object]


def _pairs(old: list[Member], new: list[Member], year: int) -> dict[int, int]:
    """Place in ``new`` -> place in ``old``: first the same members, then those ever less alike."""
    pairs: dict[int, int] = {}
    free = set(range(len(old)))
    for key in _likenesses(year):
        waiting: dict[object, list[int]] = {}
        for place in sorted(free):
            waiting.setdefault(key(old[place]), []).append(place)
        for place, member in enumerate(new):
            found = waiting.get(key(member)) if place not in pairs and key(member) is not None else None
            if found:
                pairs[place] = found.pop(0)
                free.discard(pairs[place])
    return pairs


def _likenesses(year: int) -> Sequence[Key]:
    def office(member: Member) -> object:
        return bare(member.office) or None

    def renamed(member: Member) -> object:
        return bare(today_name(member.office, year)) or None

    def group(member: Member) -> object:
        """Groups of people and posts of which a board has one, whatever is said of them."""
        if member.role in (Role.CHAIR, Role.SECRETARY):
            return member.role
        return (member.role, member.source) if member.source is Source.EXPERT else None

    return (_facts, lambda one: (one.role, office(one)), office, renamed, group)


def _facts(member: Member) -> object:
    return replace(member, words="", start=-1, end=-1)


def _in_order(old: Sequence[Member], new: Sequence[Member], pairs: dict[int, int]) -> tuple[MemberChange, ...]:
    kept = set(pairs.values())
    gone = [place for place in range(len(old)) if place not in kept]
    found: list[MemberChange] = []
    for place, member in enumerate(new):
        partner = pairs.get(place)
        while partner is not None and gone and gone[0] < partner:
            found.append(MemberChange(Fate.REMOVED, old[gone.pop(0)], None))
        found.append(_change(None if partner is None else old[partner], member))
    return (*found, *(MemberChange(Fate.REMOVED, old[place], None) for place in gone))


_FIELDS = ("role", "source", "office", "minimum", "maximum", "has_seat", "appointed_by", "condition")


def _change(old: Member | None, new: Member) -> MemberChange:
    if old is None:
        return MemberChange(Fate.ADDED, None, new)
    differs = tuple(name for name in _FIELDS if getattr(old, name) != getattr(new, name))
    return MemberChange(Fate.CHANGED if differs else Fate.UNCHANGED, old, new, differs)


def _seat_counts(old: Board, new: Board) -> tuple[SeatCount, ...]:
    counts = (SeatCount(seats, count(old.members, seats), count(new.members, seats)) for seats in Seats)
    return tuple(one for one in counts if one.before != (0, 0) or one.after != (0, 0))


def count(members: Iterable[Member], seats: Seats) -> Count:
    """Seats of one kind, smallest and largest."""
    chosen = [member for member in members if member.has_seat and seats_of(member) is seats]
    return _sum(member.minimum for member in chosen), _sum(member.maximum for member in chosen)


def _sum(numbers: Iterable[int | None]) -> int | None:
    found = list(numbers)
    return None if None in found else sum(number or 0 for number in found)
