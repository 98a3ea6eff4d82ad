"""Members written back as a provision: one changed member changes only its words, and the text is proven by reading.

Every text written here is read again; where it does not give the members that were asked for, it is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from law.act import Section, read_units
from law.boards.additions import role_words, secretary_clause, with_new
from law.boards.model import Board, Group, Member
from law.boards.read import read_boards
from law.boards.revise import Revision
from law.boards.wording import CannotWrite, new_words

NO_LISTS: Mapping[int, int] = {}


def write_board(board: Board) -> str:
    """The provision, letter for letter where nothing was changed. Members without words yet are given theirs."""
    return "".join(part if isinstance(part, str) else group_text(part) for part in board.parts)


def group_text(group: Group) -> str:
    """The words of a group, gaps included."""
    words = [member.words or (new_words(member) if member.start < 0 else "") for member in group.members]
    gaps = [*group.gaps, ""]
    return "".join(word + gap for word, gap in zip(words, gaps, strict=True))


def with_members(board: Board, members: Sequence[Member], lists: Mapping[int, int] = NO_LISTS) -> Board:
    """A section's only board with other members; see ``rewritten``."""
    (found,) = rewritten((board,), 0, members, lists)
    return found


def rewritten(
    boards: Sequence[Board], number: int, members: Sequence[Member], lists: Mapping[int, int] = NO_LISTS
) -> tuple[Board, ...]:
    """The boards of a section, the one with that number with other members, each in its own form.

    ``members``: all of them in the wanted order. One with ``start`` of the board's is that member, changed or not; one
    with ``start`` -1 is new and follows the one before it where its role allows. What stays the same keeps its words.
    ``lists``: by place in ``members``, the group of the board that somebody wants a member to stand in; the one it
    stands in for all that are not named.

    :raises CannotWrite: where the form does not carry the change; see its reasons.
    """
    revision = Revision(boards[number], members, lists)
    revised = replace(boards[number], parts=revision.parts())
    text = "\n".join(write_board(revised if place == number else one) for place, one in enumerate(boards))
    for member in revision.homeless:
        text = with_new(text, _again(text, boards, number), member)
    return _proven_among(text, boards, number, members)


def _again(text: str, boards: Sequence[Board], number: int) -> Board:
    """The board as the text has it while members are still missing."""
    found = read_boards(section_of(text))
    if len(found) != len(boards):
        raise CannotWrite(None, CannotWrite.NO_PLACE)
    return found[number]


def _proven_among(text: str, boards: Sequence[Board], number: int, members: Iterable[Member]) -> tuple[Board, ...]:
    found = read_boards(section_of(text))
    wanted = [members if place == number else one.members for place, one in enumerate(boards)]
    if len(found) != len(boards) or any(
        new.name != old.name or not same_people(new.members, asked)
        for new, old, asked in zip(found, boards, wanted, strict=True)
    ):
        raise CannotWrite(None, CannotWrite.READS_OTHERWISE)
    return found


def proven(text: str, name: str, members: Iterable[Member]) -> Board:
    """What the text reads as, if these are the members that were asked for.

    :raises CannotWrite: ``READS_OTHERWISE``.
    """
    found = next((one for one in read_boards(section_of(text)) if one.name == name), None)
    if found is None or not same_people(found.members, members):
        raise CannotWrite(None, CannotWrite.READS_OTHERWISE)
    return found


def section_of(text: str) -> Section:
    """A section for reading; its number does not matter."""
    return Section("1", "๑", read_units(text))


def same_people(found: Iterable[Member], asked: Iterable[Member]) -> bool:
    """Whether two lists name the same members with the same numbers, in whatever order."""
    return sorted(map(_facts, found)) == sorted(map(_facts, asked))


def _facts(member: Member) -> tuple[str, str, str, str, bool]:
    numbers = f"{member.minimum}-{member.maximum}"
    if "จำนวนเท่ากับ" in member.words:  # as many as others, of whom there may be more or fewer now
        numbers = ""
    return (member.role, member.source, member.office, numbers, member.has_seat)


__all__ = ["proven", "rewritten", "role_words", "secretary_clause", "with_members", "write_board"]
