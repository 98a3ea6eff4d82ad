"""A reviewer who does not review: for a conflict of interest, or because another does it instead."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.event import Event
from models.proposal import Proposal
from models.review import Assignment
from models.user import User
from review.record import Happening
from review.workflow import Deed, require
from services.failures import Fault, NotFound, Refused
from services.people.visibility import lock_proposal
from services.record import record
from services.reviewing.arranging import check_added
from services.reviewing.reviews import LONGEST_REASON, possible_reviewers
from services.reviewing.standings import people_of, standing_of
from services.transaction import checked, transaction


def decline(session: Session, *, user: User, proposal_id: int, reason: str) -> None:
    """Not review the proposal; the secretary assigns another. :raises ActionRefused: :raises Refused: TOO_LONG."""
    why = checked(reason, longest=LONGEST_REASON).strip()
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        require(Deed.DECLINE, proposal.state, standing_of(session, user, proposal), why)
        session.delete(_assignment(session, proposal, user))
        _tell(session, user, proposal, Happening.REVIEW_DECLINED, {"reason": why})


def delegate(session: Session, *, user: User, proposal_id: int, to: int, reason: str = "") -> None:
    """Let another review instead, for the same aspect, in the same place and by the same day.

    :raises ActionRefused: :raises Refused: UNKNOWN_PERSON, NOT_A_REVIEWER, WROTE_IT, REVIEWS_IT_ALREADY, DECLINED_IT.
    """
    why = checked(reason, longest=LONGEST_REASON).strip()
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        require(Deed.DELEGATE, proposal.state, standing_of(session, user, proposal))
        people = people_of(session, proposal)
        if to in people.assigned:
            raise Refused(Fault.REVIEWS_IT_ALREADY)
        check_added(session, people, frozenset({to}))
        if to in declined(session, proposal):
            raise Refused(Fault.DECLINED_IT)
        own = _assignment(session, proposal, user)
        session.add(
            Assignment(
                proposal_id=proposal.id,
                reviewer_id=to,
                assigned_by_id=user.id,
                aspect=own.aspect,
                position=own.position,
                due_on=own.due_on,
                for_id=user.id,
            )
        )
        session.delete(own)
        _tell(session, user, proposal, Happening.REVIEW_DELEGATED, {"to": to, "for": user.id, "reason": why})


def declined(session: Session, proposal: Proposal) -> dict[int, Event]:
    """Who declined to review the proposal, by id, with the event that tells when and why (the last one)."""
    query = select(Event).where(Event.proposal_id == proposal.id, Event.action == Happening.REVIEW_DECLINED.value)
    events = session.scalars(query.options(joinedload(Event.actor)).order_by(Event.number))
    return {event.actor_id: event for event in events if event.actor_id is not None}


def possible_delegates(session: Session, *, proposal: Proposal) -> list[User]:
    """Who can review instead of one of the reviewers, by name."""
    taken = people_of(session, proposal).assigned | declined(session, proposal).keys()
    return [user for user in possible_reviewers(session, proposal=proposal) if user.id not in taken]


def _assignment(session: Session, proposal: Proposal, user: User) -> Assignment:
    found = session.get(Assignment, (proposal.id, user.id))
    if found is None:
        raise NotFound
    return found


def _tell(session: Session, user: User, proposal: Proposal, action: Happening, details: dict[str, Any]) -> None:
    record(session, action=action, actor=user, proposal_id=proposal.id, act_id=proposal.act_id, details=details)
