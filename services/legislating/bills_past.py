"""A bill as it was when an event was recorded: derived from the record, so that no text of a bill is ever stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.act import Edition
from models.bill import Bill, BillPart
from models.event import Event
from models.proposal import Draft, Proposal
from review.record import Happening
from review.workflow import Action
from services.acts import editions
from services.legislating.joint_bills import JointBill, joint_bill

# What makes the text of a bill another one, or ends it.
_CHANGES = (
    Happening.BILL_MADE,
    Happening.BILL_CHANGED,
    Happening.BILL_MERGE_CONFIRMED,
    Happening.BILL_CARRIED,
    Happening.EDITION_CARRIED,
    Happening.EDITION_HIT,
    Action.INCLUDE,
    Action.TAKE_OUT,
)
_ENDS = (Happening.BILL_ENACTED, Happening.BILL_DISSOLVED)


@dataclass
class _Then:
    """``drafts``: numbers of the drafts by proposal, in the order in which they were put in."""

    edition: int = 0
    frame: dict[str, Any] = field(default_factory=dict)
    reasons: str = ""
    settled: str | None = None
    confirmed: str | None = None
    drafts: dict[int, int] = field(default_factory=dict)


def bill_then(session: Session, bill: Bill, event_number: int) -> JointBill:
    """The bill as the record had it up to that event; once it is closed, as it was closed.

    :raises NotFound: it was not made yet.
    """
    query = select(Event).where(Event.act_id == bill.act_id, Event.number <= event_number)
    query = query.where(Event.action.in_([*map(str, _CHANGES), *map(str, _ENDS)])).order_by(Event.number)
    events = [event for event in session.scalars(query) if event.details.get("bill") in (bill.id, None)]
    if any(event.action in _ENDS for event in events):
        return joint_bill(session, bill)
    then = _replayed(events)
    old = Bill(id=bill.id, title=bill.title, state=bill.state, reasons=then.reasons, frame=then.frame)
    old.settled_hash, old.confirmed_hash = then.settled, then.confirmed
    old.act, old.edition = bill.act, editions.find_edition(session, bill.act, then.edition)
    old.created_by, old.created_at = bill.created_by, bill.created_at
    return JointBill(old, tuple(_parts(session, then, old.edition)))


def _replayed(events: Iterable[Event]) -> _Then:
    then = _Then()
    for event in events:
        facts, proposal = event.details, event.proposal_id
        if event.action in (Happening.BILL_MADE, Happening.BILL_CARRIED):
            then.edition = facts["edition"]
        elif event.action == Happening.BILL_CHANGED:
            then.frame, then.reasons, then.settled = facts["frame"], facts["reasons"], facts["settled"]
        elif event.action == Happening.BILL_MERGE_CONFIRMED:
            then.confirmed = facts["hash"]
        elif proposal is not None:
            _replay_part(then.drafts, proposal, event)
    return then


def _replay_part(drafts: dict[int, int], proposal: int, event: Event) -> None:
    carried = event.action == Happening.EDITION_CARRIED and proposal in drafts
    if event.action == Action.INCLUDE or carried:
        drafts[proposal] = event.details["draft"]
    elif "bill" in event.details:  # it left: taken out, or hit by a new edition
        drafts.pop(proposal, None)


def _parts(session: Session, then: _Then, edition: Edition) -> Iterable[BillPart]:
    """Parts that are in no session: what they say stood in the record."""
    query = select(Draft).where(Draft.proposal_id.in_(then.drafts), Draft.act_id == edition.act_id)
    query = query.options(joinedload(Draft.edition), joinedload(Draft.proposal).joinedload(Proposal.owner))
    found = {(draft.proposal_id, draft.number): draft for draft in session.scalars(query)}
    for draft in (found[one] for one in then.drafts.items()):
        part = BillPart(proposal_id=draft.proposal_id, draft_id=draft.id, content_hash=draft.content_hash)
        part.draft, part.proposal = draft, draft.proposal
        yield part
