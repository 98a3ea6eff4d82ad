"""Two proposals for the same board side by side: who sits in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from law.board import Board, Member
from law.composition import compare_boards
from models.proposal import Proposal
from models.user import User
from services import dashboard


@dataclass(frozen=True, slots=True)
class Across:
    """A member in each of several boards, in their order; None where he or she does not sit."""

    members: tuple[Member | None, ...]

    @property
    def name(self) -> Member:
        """The member as the first board that has it says it."""
        return next(member for member in self.members if member is not None)

    @property
    def differs(self) -> bool:
        """Whether the boards do not agree on it."""
        said = {
            (one.role, one.source, one.office, one.minimum, one.maximum, one.condition) if one else None
            for one in self.members
        }
        return len(said) > 1


def others(session: Session, *, user: User, proposal: Proposal, address: str) -> list[Proposal]:
    """Other open proposals that the person may see and whose last draft touches the section."""
    found = dashboard.touching(session, user=user, act=proposal.act).get(address, [])
    return [one for one in found if one.id != proposal.id]


def side_by_side(boards: Sequence[Board | None], year: int) -> tuple[Across, ...]:
    """Every member of any of the boards, in the order of the boards. ``year`` (B.E.): see ``compare_boards``."""
    rows: list[list[Member | None]] = []
    for column, board in enumerate(boards):
        known = [_latest(row) for row in rows]
        compared = compare_boards(Board("", ()) if not known else _as_board(known), board, year)
        for change in compared.changes:
            if change.after is None:
                continue
            row = rows[_place(known, change.before)] if change.before is not None else _new_row(rows, column)
            row.append(change.after)
        for row in rows:
            row.extend([None] * (column + 1 - len(row)))
    return tuple(Across(tuple(row)) for row in rows)


def _latest(row: Sequence[Member | None]) -> Member:
    return next(member for member in reversed(row) if member is not None)


def _as_board(members: Sequence[Member]) -> Board:
    from law.board import Group

    return Board("", (Group(tuple(members)),))


def _place(known: Sequence[Member], member: Member) -> int:
    return next(place for place, one in enumerate(known) if one is member)


def _new_row(rows: list[list[Member | None]], column: int) -> list[Member | None]:
    rows.append([None] * column)
    return rows[-1]
