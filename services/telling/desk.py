"""What the secretary sees of all reviews: each state with its oldest, and who has how many waiting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, joinedload

from models.act import Act
from models.policy import ReviewRule
from models.proposal import Proposal
from models.review import Assignment
from models.user import User
from review.workflow import State
from services.reviewing.deadlines import UNDER_REVIEW, WITH_REVIEWERS
from services.reviewing.opinions import RULE_OF_PROPOSAL, has_approved, is_in_turn, lacks_an_aspect, required_approvals
from services.reviewing.working_days import today
from services.telling.dashboard import Task

MOST = 100  # proposals shown of one state


@dataclass(frozen=True, slots=True)
class Item:
    """A proposal under review: how many reviewers and approvals it has, and whether reviewers are missing."""

    proposal: Proposal
    assigned: int
    approved: int
    required: int
    needs_reviewers: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for one person: how many, how many of them overdue, and since when the longest."""

    person: User
    task: Task
    waiting: int
    overdue: int
    since: datetime


def lanes(session: Session) -> dict[State, list[Item]]:
    """The proposals under review by state, those that wait longest first."""
    assigned = select(func.count()).select_from(Assignment).where(Assignment.proposal_id == Proposal.id)
    approved = assigned.where(has_approved(Assignment))
    counted = assigned.correlate(Proposal).scalar_subquery()
    short = (counted < required_approvals()) | lacks_an_aspect()
    query = (
        select(Proposal, counted, approved.correlate(Proposal).scalar_subquery(), required_approvals(), short)
        .join(Act, Act.id == Proposal.act_id)
        .outerjoin(ReviewRule, RULE_OF_PROPOSAL)
        .options(joinedload(Proposal.act), joinedload(Proposal.owner))
        .order_by(Proposal.state_since, Proposal.id)
        .limit(MOST)
    )
    return {
        state: [Item(*row) for row in session.execute(query.where(Proposal.state == state))] for state in UNDER_REVIEW
    }


def queues(session: Session) -> list[Queue]:
    """Who has to do something, those with the most waiting first."""
    found: dict[tuple[int, Task], list[tuple[User, datetime, bool]]] = defaultdict(list)
    for person, task, since, due in (*_reviewing(session), *_revising(session)):
        found[person.id, task].append((person, since, due is not None and due < today()))
    made = [
        Queue(rows[0][0], task, len(rows), sum(late for _, _, late in rows), min(since for _, since, _ in rows))
        for (_, task), rows in found.items()
    ]
    return sorted(made, key=lambda queue: (-queue.waiting, queue.since, queue.person.name))


Waits = tuple[User, Task, datetime, date | None]


def _reviewing(session: Session) -> Iterator[Waits]:
    query = (
        select(Assignment, Proposal)
        .join(Proposal, Proposal.id == Assignment.proposal_id)
        .outerjoin(ReviewRule, RULE_OF_PROPOSAL)
        .where(Proposal.state.in_(WITH_REVIEWERS), and_(~has_approved(Assignment), is_in_turn(Assignment)))
        .options(joinedload(Assignment.reviewer))
    )
    for row in session.execute(query):
        assignment, proposal = row[0], row[1]
        since = max(assignment.assigned_at, proposal.state_since)
        yield assignment.reviewer, Task.REVIEW, since, assignment.due_on or proposal.due_on


def _revising(session: Session) -> Iterator[Waits]:
    query = select(Proposal).where(Proposal.state == State.CHANGES_REQUESTED).options(joinedload(Proposal.owner))
    found: Sequence[Proposal] = session.scalars(query).all()
    return ((one.owner, Task.ANSWER, one.state_since, one.due_on) for one in found)
