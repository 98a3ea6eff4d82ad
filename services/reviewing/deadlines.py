"""By when something should be done: deadlines of reviews and of reviewers that are not met yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.policy import ReviewRule
from models.proposal import Proposal
from models.review import Assignment
from models.user import User
from review.calendar import Left
from review.workflow import State
from services.reviewing.opinions import RULE_OF_PROPOSAL, has_approved, is_in_turn
from services.reviewing.working_days import time_left, today, working_calendar

SOON = 2  # working days: what is due within them is near
UNDER_REVIEW = (State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED)
WITH_REVIEWERS = (State.SUBMITTED, State.IN_REVIEW)


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is not done yet. ``reviewer``: whose decision is waited for; none: the whole review.

    ``left``: none where the working days of that year are not known.
    """

    proposal: Proposal
    reviewer: User | None
    on: date
    left: Left | None

    @property
    def passed(self) -> bool:
        """Whether the day is over."""
        return self.on < today()


def near_or_passed(session: Session, *, within: int = SOON) -> list[Deadline]:
    """Deadlines not met that passed already or end within so many working days, the earliest first.

    Of a reviewer only where he or she can decide: the order of reviewers has come to him or her.
    """
    return open_deadlines(session, until=working_calendar().add(today(), within))


def open_deadlines(session: Session, *, until: date | None = None) -> list[Deadline]:
    """Deadlines not met, the earliest first; ``until``: those on this day and before."""
    found = [_deadline(proposal, None, proposal.due_on) for proposal in _reviews(session, until)]
    found += [_deadline(proposal, row.reviewer, row.due_on) for row, proposal in _reviewers(session, until)]
    return sorted(found, key=lambda one: (one.on, one.proposal.id, one.reviewer.id if one.reviewer else 0))


def _deadline(proposal: Proposal, reviewer: User | None, on: date | None) -> Deadline:
    assert on is not None  # the queries ask for it
    return Deadline(proposal, reviewer, on, time_left(on))


def _reviews(session: Session, until: date | None) -> Sequence[Proposal]:
    query = select(Proposal).where(Proposal.state.in_(UNDER_REVIEW), Proposal.due_on.is_not(None))
    if until is not None:
        query = query.where(Proposal.due_on <= until)
    return session.scalars(query.options(joinedload(Proposal.act), joinedload(Proposal.owner))).all()


def _reviewers(session: Session, until: date | None) -> list[tuple[Assignment, Proposal]]:
    query = (
        select(Assignment, Proposal)
        .join(Proposal, Proposal.id == Assignment.proposal_id)
        .outerjoin(ReviewRule, RULE_OF_PROPOSAL)
        .where(Proposal.state.in_(WITH_REVIEWERS), Assignment.due_on.is_not(None))
        .where(~has_approved(Assignment), is_in_turn(Assignment))
    )
    if until is not None:
        query = query.where(Assignment.due_on <= until)
    loaded = joinedload(Assignment.reviewer), joinedload(Proposal.act), joinedload(Proposal.owner)
    return [(row[0], row[1]) for row in session.execute(query.options(*loaded))]
