"""Policy wishes: whether a board has the seats that somebody wants it to have."""

from __future__ import annotations

from law.boards.ministries import bare
from law.boards.model import Board, Member

Demands = tuple[tuple[str, ...], ...]


def demands(words: str) -> Demands:
    """What is looked for: one demand a line, its alternatives parted by commas."""
    lines = (tuple(part.strip() for part in line.split(",") if part.strip()) for line in words.splitlines())
    return tuple(line for line in lines if line)


def seated(board: Board, alternatives: tuple[str, ...]) -> tuple[Member, ...]:
    """The members with a seat whose office, or whose condition, has one of the words."""
    wanted = [bare(word) for word in alternatives]
    return tuple(
        member
        for member in board.members
        if member.has_seat and any(word in bare(f"{member.office}{member.condition}") for word in wanted)
    )


def unmet(board: Board | None, words: str) -> Demands:
    """The demands that nobody on the board meets."""
    return tuple(one for one in demands(words) if board is None or not seated(board, one))
