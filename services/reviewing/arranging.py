"""Who reviews a proposal, for which aspect, in which order and by when: arranged by the secretary."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import utc_now
from models.proposal import Proposal
from models.review import Assignment
from models.user import User
from review.approval import Aspect
from review.calendar import UnknownYear
from review.record import Happening
from review.workflow import Action, Deed, Role, Standing, State, Step, decide, require
from services.failures import Fault, Refused, StaleWrite
from services.moving import move
from services.people.visibility import lock_proposal
from services.record import record
from services.reviewing.rules import LONGEST_TIME
from services.reviewing.standings import People, load_users, people_of, standing_of
from services.reviewing.working_days import today, working_calendar
from services.transaction import transaction


@dataclass(frozen=True, slots=True)
class Seat:
    """A reviewer: for which aspect (none: the whole), by when, for whom where it was delegated."""

    reviewer: int
    aspect: Aspect | None = None
    due_on: date | None = None
    instead_of: int | None = None

    def facts(self) -> dict[str, Any]:
        """As an event tells it."""
        facts = {"reviewer": self.reviewer, "aspect": self.aspect, "for": self.instead_of, "due_on": _told(self.due_on)}
        return {name: fact for name, fact in facts.items() if fact is not None}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The reviewers in their order, and by when the whole review should end."""

    seats: tuple[Seat, ...] = ()
    due_on: date | None = None

    @property
    def people(self) -> frozenset[int]:
        """Who reviews."""
        return frozenset(seat.reviewer for seat in self.seats)

    @property
    def mark(self) -> str:
        """The same for the same arrangement: what a form was shown for."""
        seats = [f"{seat.reviewer}:{seat.aspect}:{seat.due_on}:{seat.instead_of}" for seat in self.seats]
        return ",".join([_told(self.due_on) or "", *seats])


def arrangement_of(session: Session, proposal: Proposal) -> Arrangement:
    """How the review of a proposal is arranged now."""
    query = select(Assignment).where(Assignment.proposal_id == proposal.id)
    rows = session.scalars(query.order_by(Assignment.position, Assignment.reviewer_id))
    return Arrangement(
        tuple(Seat(row.reviewer_id, row.aspect, row.due_on, row.for_id) for row in rows), proposal.due_on
    )


def due_in(working_days: int) -> date:
    """The last day of so many working days from today. :raises Refused: BAD_WORKING_DAYS, NO_CALENDAR."""
    if not 1 <= working_days <= LONGEST_TIME:
        raise Refused(Fault.BAD_WORKING_DAYS)
    try:
        return working_calendar().add(today(), working_days)
    except UnknownYear as unknown:
        raise Refused(Fault.NO_CALENDAR) from unknown


def arrange(session: Session, *, user: User, proposal_id: int, wanted: Arrangement, seen: str) -> Proposal:
    """Let exactly these people review, so. ``seen``: the mark of the arrangement that the form was shown for.

    ``instead_of`` stays as it is for those who stay. Once the review runs it is not the action of the table but a deed.
    :raises ActionRefused: :raises StaleWrite: with the Arrangement now.
    :raises Refused: NO_REVIEWER, NOT_A_REVIEWER, WROTE_IT, NOT_A_WORKING_DAY, DUE_IN_PAST.
    """

    def change(now: Arrangement) -> Arrangement:
        if now.mark != seen:
            raise StaleWrite("reviewers", now)
        return wanted

    return _arrange(session, user, proposal_id, change)


def assign(
    session: Session, *, user: User, proposal_id: int, reviewers: Collection[int], seen_reviewers: Collection[int]
) -> Proposal:
    """Let exactly these people review; who stays keeps aspect and deadline. ``seen_reviewers``: who did before.

    :raises StaleWrite: with the ids of the reviewers now. :raises Refused: as ``arrange`` does.
    """

    def change(now: Arrangement) -> Arrangement:
        if now.people != frozenset(seen_reviewers):
            raise StaleWrite("reviewers", now.people)
        kept = [seat for seat in now.seats if seat.reviewer in set(reviewers)]
        return Arrangement((*kept, *map(Seat, sorted(set(reviewers) - now.people))), now.due_on)

    return _arrange(session, user, proposal_id, change)


def _arrange(session: Session, user: User, proposal_id: int, change: Callable[[Arrangement], Arrangement]) -> Proposal:
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        step = _assigning(proposal, standing_of(session, user, proposal))
        people, now = people_of(session, proposal), arrangement_of(session, proposal)
        wanted = _with_delegates(change(now), now, people)
        _check_reviewers(session, people, wanted.people)
        _check_days(now, wanted)
        _store(session, user, proposal, wanted)
        facts = {"due_on": _told(wanted.due_on), "seats": [seat.facts() for seat in wanted.seats]}
        if wanted.people != now.people:
            named = {"reviewers": sorted(wanted.people), "former": sorted(now.people)}
            move(session, user, proposal, step, named | facts)
        elif wanted != now:
            record(
                session,
                action=Happening.REVIEW_ARRANGED,
                actor=user,
                proposal_id=proposal.id,
                act_id=proposal.act_id,
                details=facts,
            )
    return proposal


def _assigning(proposal: Proposal, standing: Standing) -> Step:
    if proposal.state is State.SUBMITTED:
        return decide(Action.ASSIGN, proposal.state, standing)
    require(Deed.REASSIGN, proposal.state, standing)
    return Step(proposal.state, Action.ASSIGN, proposal.state, restarts=False)


def _with_delegates(wanted: Arrangement, now: Arrangement, people: People) -> Arrangement:
    """Whoever reviews for another goes on doing so; unless that other is an author: now the secretary chooses."""
    for_whom = {seat.reviewer: seat.instead_of for seat in now.seats if seat.instead_of not in people.authors}
    seats = tuple(replace(seat, instead_of=for_whom.get(seat.reviewer)) for seat in wanted.seats)
    return replace(wanted, seats=seats)


def _check_reviewers(session: Session, people: People, wanted: frozenset[int]) -> None:
    if not wanted:
        raise Refused(Fault.NO_REVIEWER)
    check_added(session, people, wanted - people.assigned)


def check_added(session: Session, people: People, added: frozenset[int]) -> None:
    """Whether these can review it. :raises Refused: UNKNOWN_PERSON, NOT_A_REVIEWER, WROTE_IT."""
    if any(Role.REVIEWER not in person.roles or not person.active for person in load_users(session, added)):
        raise Refused(Fault.NOT_A_REVIEWER)
    if people.authors & added:
        raise Refused(Fault.WROTE_IT)


def _check_days(now: Arrangement, wanted: Arrangement) -> None:
    """Deadlines that are new; those that stand may have passed."""
    stood = {now.due_on, *(seat.due_on for seat in now.seats)}
    for day in {wanted.due_on, *(seat.due_on for seat in wanted.seats)} - stood - {None}:
        assert day is not None
        if day < today():
            raise Refused(Fault.DUE_IN_PAST)
        if not _may_be_working(day):
            raise Refused(Fault.NOT_A_WORKING_DAY)


def _may_be_working(day: date) -> bool:
    try:
        return working_calendar().is_working(day)
    except UnknownYear:
        return True


def _store(session: Session, user: User, proposal: Proposal, wanted: Arrangement) -> None:
    query = select(Assignment).where(Assignment.proposal_id == proposal.id)
    rows = {row.reviewer_id: row for row in session.scalars(query)}
    for gone in rows.keys() - wanted.people:
        session.delete(rows[gone])
    for position, seat in enumerate(wanted.seats, start=1):
        row = rows.get(seat.reviewer)
        if row is None:
            row = Assignment(proposal_id=proposal.id, reviewer_id=seat.reviewer, assigned_at=utc_now())
            row.assigned_by_id = user.id
            session.add(row)
        row.aspect, row.position, row.due_on, row.for_id = seat.aspect, position, seat.due_on, seat.instead_of
    proposal.due_on = wanted.due_on
    session.flush()


def _told(day: date | None) -> str | None:
    return day.isoformat() if day else None
