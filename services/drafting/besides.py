"""Two proposals for the same board side by side: who sits in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, joinedload

from law.board import Board, Member
from law.boards.composition import compare_boards
from models.proposal import Draft, Proposal
from models.user import User
from review.workflow import OPEN_STATES, State
from services.people.visibility import visible_to


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


# What can still become law: rejected and withdrawn proposals are not compared.
ALIVE = (*OPEN_STATES, State.APPROVED, State.IN_BILL)
MOST_OTHERS, MOST_DRAFTS = 100, 30


@dataclass(frozen=True, slots=True)
class Drafts:
    """Drafts of a proposal that this one can be laid beside, the newest first."""

    proposal: Proposal
    numbers: tuple[int, ...]


def choices(session: Session, *, user: User, proposal: Proposal, address: str) -> list[Drafts]:
    """Every draft of the other proposals that the person may see, are open or approved and touch the section with
    their last draft; and the earlier drafts of this one.
    """
    query = (
        select(Proposal, Draft.edits)
        .join(Draft, and_(Draft.proposal_id == Proposal.id, Draft.number == Proposal.draft_count))
        .where(Proposal.act_id == proposal.act_id, Proposal.id != proposal.id, Proposal.state.in_(ALIVE))
        .where(visible_to(user))
        .order_by(Proposal.state_since.desc(), Proposal.id.desc())
        .limit(MOST_OTHERS)
    )
    rows = session.execute(query.options(joinedload(Proposal.owner), joinedload(Proposal.edition)))
    found = [
        Drafts(one, _numbers(one.draft_count))
        for one, edits in rows
        if any(edit["address"] == address for edit in edits)
    ]
    own = _numbers(proposal.draft_count - 1)
    return [*found, *([Drafts(proposal, own)] if own else [])]


def _numbers(last: int) -> tuple[int, ...]:
    return tuple(range(last, max(0, last - MOST_DRAFTS), -1))


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
