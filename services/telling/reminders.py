"""Reminding of deadlines: an event for each that is near or passed, once; people are told as of any event."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.event import Event
from models.proposal import Proposal
from review.record import Happening
from services.record import record
from services.reviewing import deadlines
from services.reviewing.deadlines import Deadline
from services.transaction import transaction


def remind(session: Session) -> int:
    """Record every deadline that is near or passed and was not recorded yet. How many."""
    return sum(_remind(session, deadline) for deadline in deadlines.near_or_passed(session))


def _remind(session: Session, deadline: Deadline) -> bool:
    what = Happening.DEADLINE_PASSED if deadline.passed else Happening.DEADLINE_NEAR
    reviewer = deadline.reviewer.id if deadline.reviewer else None
    details = {"due": deadline.on.isoformat(), "reviewer": reviewer}
    with transaction(session):
        # Two who remind at the same time: the second waits here and finds the event of the first.
        locked = select(Proposal).where(Proposal.id == deadline.proposal.id)
        proposal = session.scalars(locked.with_for_update(of=Proposal, key_share=True)).one()
        told = select(Event.details).where(Event.proposal_id == proposal.id, Event.action == str(what))
        if details in session.scalars(told).all():
            return False
        record(session, action=what, actor=None, proposal_id=proposal.id, act_id=proposal.act_id, details=details)
    return True
