"""Members written back as a provision: one changed member changes only its words, and the text is proven by reading.

Every text written here is read again; where it does not give the members that were asked for, it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from law import numerals
from law.act import Section, read_units
from law.boards.model import Board, Group, Member, Part, Role, Source
from law.boards.read import read_boards
from law.boards.wording import CannotWrite, changed_words, new_words, number_phrase


def write_board(board: Board) -> str:
    """The provision, letter for letter where nothing was changed. Members without words yet are given theirs."""
    return "".join(part if isinstance(part, str) else group_text(part) for part in board.parts)


def group_text(group: Group) -> str:
    """The words of a group, gaps included."""
    words = [member.words or (new_words(member) if member.start < 0 else "") for member in group.members]
    gaps = [*group.gaps, ""]
    return "".join(word + gap for word, gap in zip(words, gaps, strict=True))


def with_members(board: Board, members: Sequence[Member]) -> Board:
    """The board with other members, in its own form; what stays the same keeps its words.

    ``members``: all of them in the wanted order. One with ``start`` of the board's is that member, changed or not; one
    with ``start`` -1 is new and follows the one before it where its role allows.

    :raises CannotWrite: where the form does not carry the change; see its reasons.
    """
    revision = _Revision(board, members)
    text = write_board(replace(board, parts=revision.parts()))
    return proven(text, board.name, members)


def proven(text: str, name: str, members: Iterable[Member]) -> Board:
    """What the text reads as, if these are the members that were asked for.

    :raises CannotWrite: ``READS_OTHERWISE``.
    """
    boards = read_boards(Section("1", "๑", read_units(text)))
    found = next((one for one in boards if one.name == name), None)
    if found is None or sorted(_facts(member) for member in found.members) != sorted(_facts(one) for one in members):
        raise CannotWrite(None, CannotWrite.READS_OTHERWISE)
    return found


def _facts(member: Member) -> tuple[str, str, str, str, bool]:
    numbers = f"{member.minimum}-{member.maximum}"
    return (member.role, member.source, member.office, numbers, member.has_seat)


class _Revision:
    """The parts of a board with other members put in."""

    def __init__(self, board: Board, members: Sequence[Member]) -> None:
        self.board = board
        self.old = {member.start: member for member in board.members}
        self.home = {member.start: place for place, group in enumerate(board.groups) for member in group.members}
        self.lists: list[list[Member]] = [[] for _ in board.groups]
        self.homeless: list[Member] = []
        self._sort_in(members)

    def _sort_in(self, members: Sequence[Member]) -> None:
        before: Member | None = None
        for member in members:
            old = self.old.get(member.start) if member.start >= 0 else None
            place = self.home[old.start] if old and old.role is member.role and old.source is member.source else None
            if place is None:
                place = self._place_for(member, before)
            if place is None:
                self.homeless.append(member)
            else:
                self.lists[place].append(self._worded(old, member))
            before = member

    def _worded(self, old: Member | None, member: Member) -> Member:
        if old is None or (old.role, old.source) != (member.role, member.source):
            return replace(member, words=new_words(member), start=-1)
        return member if member == old else replace(member, words=changed_words(old, member))

    def _place_for(self, member: Member, before: Member | None) -> int | None:
        """The list a new member goes into: that of the one before it, else the last of its kind."""
        fitting = [place for place, group in enumerate(self.board.groups) if _fits(member, group)]
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
        parts = _without_empty(parts)
        for member in self.homeless:
            parts = _with_new_item(parts, member, self.board.name)
        return tuple(parts)


def _fits(member: Member, group: Group) -> bool:
    """A list of the same role and kind; a group of people with a number stands alone in its item."""
    first = group.members[0]
    if first.role is not member.role or first.source is not member.source or first.has_seat is not member.has_seat:
        return False
    return member.role is Role.MEMBER and member.source in (Source.OFFICE, Source.REPRESENTATIVE)


def _regrouped(group: Group, members: list[Member]) -> Group:
    """The group with other members; the gaps in the style of the old ones."""
    if [one.start for one in members] == [one.start for one in group.members]:
        return Group(tuple(members), group.gaps)
    members = _each_last(members)
    last = next((gap for gap in reversed(group.gaps) if gap.strip()), " และ")
    middle = next((gap for gap in group.gaps if not gap.strip()), " ")
    gaps = [middle] * (len(members) - 2) + [last] if len(members) > 1 else []
    if members and members[0].source is Source.REPRESENTATIVE and not members[0].words.startswith(("ผู้แทน", "กรรมการ")):
        members[0] = replace(members[0], words=f"ผู้แทน{members[0].words}")
    return Group(tuple(members), tuple(gaps))


def _each_last(members: list[Member]) -> list[Member]:
    """``… แห่งละหนึ่งคน`` closes its list: it moves to the member that comes last now; one left alone has it no more."""
    each = re.compile(r"\s?[ก-๙]{2,12}ละ(?:ไม่เกิน)?[ก-๙๐-๙0-9 ]{1,12}คน$")
    holder = next((place for place, member in enumerate(members) if each.search(member.words)), None)
    if holder is not None and len(members) == 1:
        alone = members[0]
        number = "" if (alone.minimum, alone.maximum) == (1, 1) else number_phrase(alone.minimum, alone.maximum)
        return [replace(alone, words=f"{each.sub('', alone.words)} {number}".rstrip())]
    if holder is None or holder == len(members) - 1:
        return members
    phrase = each.search(members[holder].words)
    assert phrase is not None
    members = [
        replace(one, words=each.sub("", one.words)) if place == holder else one for place, one in enumerate(members)
    ]
    return [*members[:-1], replace(members[-1], words=members[-1].words + phrase[0])]


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


# --- a member for whom the provision has no list yet ---


def role_words(member: Member, name: str) -> str:
    """``เป็นกรรมการและเลขานุการ``, as the board calls its members."""
    word = "อนุกรรมการ" if "อนุกรรมการ" in name else "กรรมการ"
    if member.role is Role.CHAIR:
        return f"เป็นประธาน{word}"
    if member.role is Role.VICE_CHAIR:
        return f"เป็นรองประธาน{word}"
    if member.role is Role.MEMBER:
        return f"เป็น{word}"
    post = "เลขานุการ" if member.role is Role.SECRETARY else "ผู้ช่วยเลขานุการ"
    return f"เป็น{word}และ{post}" if member.has_seat else f"เป็น{post}"


def _with_new_item(parts: list[Part], member: Member, name: str) -> list[Part]:
    text = "".join(part if isinstance(part, str) else group_text(part) for part in parts)
    labels = re.findall(r"(?:^|\n)\(([0-9๐-๙]+)\) ", text)
    if member.role in (Role.SECRETARY, Role.ASSISTANT):
        return [*parts, f"\n{secretary_clause(member, name)}"]
    words = f"{new_words(member)} {role_words(member, name)}"
    if labels:
        return _after_last_item(parts, f"\n({numerals.thai(int(numerals.arabic(labels[-1])) + 1)}) {words}")
    last = max(place for place, part in enumerate(parts) if isinstance(part, Group))
    tail = parts[last + 1] if last + 1 < len(parts) else ""
    assert isinstance(tail, str)
    line, newline, rest = tail.partition("\n")
    return [*parts[: last + 1], f"{line} และ{words}{newline}{rest}"]


def secretary_clause(member: Member, name: str) -> str:
    """``ให้ผู้อำนวยการเป็นกรรมการและเลขานุการ``; ``ให้อธิบดีแต่งตั้งข้าราชการ … เป็นผู้ช่วยเลขานุการ``."""
    by = f"{member.appointed_by}แต่งตั้ง" if member.appointed_by else ""
    single = (member.minimum, member.maximum) == (1, 1) and member.source is Source.OFFICE
    return f"ให้{by}{new_words(member)}{'' if single else ' '}{role_words(member, name)}"


def _after_last_item(parts: list[Part], line: str) -> list[Part]:
    """Put a line behind the last line that begins with an item's label."""
    for place in range(len(parts) - 1, -1, -1):
        part = parts[place]
        if not isinstance(part, str):
            continue
        starts = list(re.finditer(r"(?:^|\n)\([0-9๐-๙]+\) ", part))
        if not starts:
            continue
        end = part.find("\n", starts[-1].end())
        if end >= 0:
            return [*parts[:place], part[:end] + line + part[end:], *parts[place + 1 :]]
        for later in range(place + 1, len(parts)):
            words = parts[later]
            if isinstance(words, str) and "\n" in words:
                cut = words.index("\n")
                return [*parts[:later], words[:cut] + line + words[cut:], *parts[later + 1 :]]
        return [*parts, line]
    raise CannotWrite(None, CannotWrite.NO_PLACE)
