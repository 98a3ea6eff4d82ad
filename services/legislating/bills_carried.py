"""Open bills when a new edition of their act comes: they go on upon it with the proposals that it leaves alone."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from models.act import Edition
from models.base import utc_now
from models.bill import Bill, BillPart, BillState
from models.proposal import Draft, Proposal
from models.user import User
from review.record import Happening
from review.workflow import State
from services.record import record


def keep_part(session: Session, proposal: Proposal, draft: Draft | None) -> None:
    """The proposal goes on: the same text, on the new edition, stands in its bill. ``draft``: that which was made."""
    part = _part(session, proposal)
    if part is not None and draft is not None:
        part.draft_id, part.content_hash = draft.id, draft.content_hash


def leave(session: Session, proposal: Proposal) -> dict[str, object]:
    """The proposal was hit: it is no more in its bill. What the event is to say of that."""
    part = _part(session, proposal)
    if part is None:
        return {}
    part.left_at = utc_now()
    return {"bill": part.bill_id, "bill_title": part.bill.title}


def carry_bills(session: Session, user: User | None, edition: Edition) -> None:
    """Every open bill of the act stands on the new edition; that which is becoming law this moment made it."""
    becoming = exists().where(
        BillPart.bill_id == Bill.id, BillPart.proposal_id == Proposal.id, Proposal.state == State.ENACTED
    )
    query = select(Bill).where(Bill.act_id == edition.act_id, Bill.state == BillState.OPEN, ~becoming)
    for bill in session.scalars(query.order_by(Bill.id)).all():
        bill.edition_id = edition.id
        facts = {"bill": bill.id, "bill_title": bill.title, "edition": edition.number}
        record(session, action=Happening.BILL_CARRIED, actor=user, act_id=bill.act_id, details=facts)


def _part(session: Session, proposal: Proposal) -> BillPart | None:
    query = select(BillPart).where(BillPart.proposal_id == proposal.id, BillPart.left_at.is_(None))
    return session.scalar(query)
