"""The lists of a board with other members put in: what stays the same keeps its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from law.boards import numbers
from law.boards.additions import role_words
from law.boards.model import Board, Group, Member, Part, Role, Source
from law.boards.wording import CannotWrite, changed_words, new_words, number_phrase

_CHAIRS = (Role.CHAIR, Role.VICE_CHAIR)
_POST = re.compile(r"(?:รอง)?ประธาน(?:อนุ)?กรรมการ(?=$|\s|คนหนึ่ง|หนึ่งคน|ซึ่ง|จำนวน)")


class Revision:
    """The parts of a board with other members put in."""

    def __init__(self, board: Board, members: Sequence[Member], lists: Mapping[int, int]) -> None:
        self.board = board
        self.old = {member.start: member for member in board.members}
        self.home = {member.start: place for place, group in enumerate(board.groups) for member in group.members}
        self.lists: list[list[Member]] = [[] for _ in board.groups]
        self.homeless: list[Member] = []
        self._sort_in(members, lists)

    def _sort_in(self, members: Sequence[Member], lists: Mapping[int, int]) -> None:
        before: Member | None = None
        for number, member in enumerate(members):
            old = self.old.get(member.start) if member.start >= 0 else None
            home = self.home[old.start] if old else None
            place = lists.get(number, home)
            if place != home or old is None or (old.role, old.source) != (member.role, member.source):
                place = self._checked(member, place) if place != home else self._place_for(member, before)
                member = replace(member, words=new_words(member), start=-1)
            elif member != old:
                member = replace(member, words=self._changed(old, member))
            if place is None:
                self.homeless.append(member)
            else:
                self.lists[place].append(member)
            before = member if member.start >= 0 else before

    def _changed(self, old: Member, member: Member) -> str:
        """``ประธานกรรมการ`` of whom no office is said is the post itself: somebody by office is made it."""
        if old.role in _CHAIRS and old.office != member.office and _POST.match(old.words):
            return f"{new_words(member)} {role_words(member, self.board.name)}"
        return changed_words(old, member)

    def _checked(self, member: Member, place: int | None) -> int | None:
        """The list somebody asked for. :raises CannotWrite: ``ANOTHER_KIND``."""
        if place is None or not 0 <= place < len(self.lists) or not fits(member, self.board.groups[place]):
            raise CannotWrite(member, CannotWrite.ANOTHER_KIND)
        return place

    def _place_for(self, member: Member, before: Member | None) -> int | None:
        """The list a new member goes into: that of the one before it, else the last of its kind."""
        fitting = [place for place, group in enumerate(self.board.groups) if fits(member, group)]
        if before is not None and self.home.get(before.start) in fitting:
            return self.home[before.start]
        return fitting[-1] if fitting else None

    def parts(self) -> tuple[Part, ...]:
        parts: list[Part] = []
        place = 0
        for part in self.board.parts:
            if isinstance(part, str):
                parts.append(part)
                continue
            parts.append(_regrouped(part, self.lists[place]))
            place += 1
        return tuple(_without_empty(parts))


def fits(member: Member, group: Group) -> bool:
    """A list of the same role and kind; a group of people with a number stands alone in its item."""
    first = group.members[0]
    if first.role is not member.role or first.source is not member.source or first.has_seat is not member.has_seat:
        return False
    return member.role is Role.MEMBER and member.source in (Source.OFFICE, Source.REPRESENTATIVE)


def _regrouped(group: Group, members: list[Member]) -> Group:
    """The group with other members; the gaps in the style of the old ones."""
    if [one.start for one in members] == [one.start for one in group.members]:
        return Group(tuple(members), group.gaps)
    members = _each_last(members, group.members)
    middle = next((gap for gap in group.gaps if not gap.strip()), " ")
    last = next((gap for gap in reversed(group.gaps) if gap.strip()), middle if group.gaps else " และ")
    gaps = [middle] * (len(members) - 2) + [last] if len(members) > 1 else []
    if members and members[0].source is Source.REPRESENTATIVE and not members[0].words.startswith(("ผู้แทน", "กรรมการ")):
        members[0] = replace(members[0], words=f"ผู้แทน{members[0].words}")
    return Group(tuple(members), tuple(gaps))


_EACH = re.compile(r"\s?[ก-๙]{2,12}ละ(?:ไม่เกิน)?[ก-๙๐-๙0-9 ]{1,12}คน$")


def _each_last(members: list[Member], before: Sequence[Member]) -> list[Member]:
    """``… แห่งละหนึ่งคน`` closes its list: it moves to the member that comes last now; one left alone has it no more."""
    phrase = next((match for one in reversed(before) if (match := _EACH.search(one.words))), None)
    if phrase is None or not members:
        return members
    each = next(numbers.quantities(phrase[0]))
    alike = (each.minimum, each.maximum)
    members = [replace(one, words=_EACH.sub("", _without_number(one, alike))) for one in members]
    last = members[-1]
    behind = phrase[0]
    if len(members) == 1:
        number = "" if (last.minimum, last.maximum) == (1, 1) else number_phrase(last.minimum, last.maximum)
        behind = f" {number}" if number else ""
    return [*members[:-1], replace(last, words=f"{last.words}{behind}")]


def _without_number(member: Member, alike: tuple[int | None, int | None]) -> str:
    """The words of a new member whose number is the one that holds for each of the list."""
    is_new = member.start < 0 and (member.minimum, member.maximum) == alike
    return new_words(replace(member, minimum=1, maximum=1)) if is_new else member.words


_ITEM_START = re.compile(r"\n\([^()]{1,12}\) [^\n]*$")
_ROLE_WORDS = re.compile(r"\s?เป็น[^\s]+")
_JOINT = re.compile(r"\s?(?:และ|กับ)?\s?(?:โดย)?(?:ให้|มี)?\s?$")


def _without_empty(parts: list[Part]) -> list[Part]:
    """Lists without members taken out: an item is marked repealed, in a run-on text its role goes too."""
    kept: list[Part] = []
    for place, part in enumerate(parts):
        if isinstance(part, str) or part.members:
            kept.append(part)
            continue
        before = kept[-1] if kept and isinstance(kept[-1], str) else ""
        after = parts[place + 1] if place + 1 < len(parts) else ""
        assert isinstance(before, str)
        if not isinstance(after, str):
            raise CannotWrite(None, CannotWrite.NO_PLACE)
        opening, closing = _emptied(before, after)
        if before:
            kept.pop()
        kept.append(opening)
        parts[place + 1 : place + 2] = [closing]
    return _joined(kept)


def _emptied(before: str, after: str) -> tuple[str, str]:
    """The words on both sides of a list that is empty now."""
    line_end = after.find("\n") if "\n" in after else len(after)
    item = _ITEM_START.search(before)
    if item and not _ROLE_WORDS.sub("", after[:line_end]).strip():
        label = before[item.start() :].partition(")")[0]
        return f"{before[: item.start()]}{label}) (ยกเลิก)", after[line_end:]
    paragraph = before.rpartition("\n")
    if "\n" in before and not paragraph[2].strip("ให้มีโดย ") and not _ROLE_WORDS.sub("", after[:line_end]).strip():
        return paragraph[0], after[line_end:]
    role = _ROLE_WORDS.match(after)
    if role is None:
        raise CannotWrite(None, CannotWrite.NO_PLACE)
    return _JOINT.sub("", before), after[role.end() :]


def _joined(parts: list[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    return joined
