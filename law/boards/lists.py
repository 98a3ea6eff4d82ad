"""The lists of a provision that members stand in, as one calls them: ``(๓)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from law.boards.model import Board, Group, Member
from law.boards.naming import composed_for_place
from law.boards.revise import fits
from law.boards.write import group_text

_ITEM = re.compile(r"\([^()]{1,12}\)(?= )")


@dataclass(frozen=True, slots=True)
class MemberList:
    """Members in one list of the text. ``label``: of the item it is; empty within a sentence or paragraph."""

    label: str
    members: tuple[Member, ...]

    @property
    def is_open(self) -> bool:
        """Whether another member of the same kind can stand in it."""
        return fits(self.members[0], Group(self.members))


def member_lists(board: Board) -> tuple[MemberList, ...]:
    """The lists of a board in the order of its text; a member's list is the one of its group."""
    return tuple(_lists(board))


def _lists(board: Board) -> Iterator[MemberList]:
    before = ""
    for part in board.parts:
        if isinstance(part, Group):
            line = before.rpartition("\n")[2]
            label = _ITEM.match(line)
            inside = label is not None and composed_for_place(line[label.end() :].lstrip()) is not None
            yield MemberList(label[0] if label and not inside else "", part.members)
        before += part if isinstance(part, str) else group_text(part)


def same_kind(one: Member, other: Member) -> bool:
    """Whether two members can stand in one list: ordinary members by office, or ordinary representatives."""
    return fits(one, Group((other,)))
