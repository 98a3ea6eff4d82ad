"""What happened to a proposal, in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.event import Event
from models.proposal import Proposal


def events(
    session: Session, *, proposal: Proposal, before: int | None = None, limit: int = 200, actions: Collection[str] = ()
) -> Sequence[Event]:
    """The events of a proposal that was found for the person, the newest first.

    ``before``: the number of an event, to go on from there. ``limit``: at most so many.
    ``actions``: only such events; none named: all.
    """
    query = select(Event).where(Event.proposal_id == proposal.id).order_by(Event.number.desc()).limit(limit)
    if before is not None:
        query = query.where(Event.number < before)
    if actions:
        query = query.where(Event.action.in_([str(action) for action in actions]))
    return session.scalars(query.options(joinedload(Event.actor))).all()
