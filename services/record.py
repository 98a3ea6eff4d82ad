"""Writing the record: the event belongs to the transaction of the change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models.base import utc_now
from models.event import Event
from models.user import User
from review.record import GENESIS, Link, link_hash
from services.telling.notices import tell

# Any fixed number: the lock under which PostgreSQL appends to the chain, held to the end of the transaction.
_CHAIN_LOCK = 727_001


def record(
    session: Session,
    *,
    action: str,
    actor: User | None,
    proposal_id: int | None = None,
    act_id: int | None = None,
    details: Mapping[str, Any] | None = None,
) -> Event:
    """Append one event and tell whom it concerns; the caller commits.

    Written last in a transaction: it makes the other writers wait.
    On SQLite the writing transaction is alone already (BEGIN IMMEDIATE).
    """
    happened = [(action, details or {})]
    return record_all(session, happened, actor=actor, proposal_id=proposal_id, act_id=act_id)[0]


def record_all(
    session: Session,
    happened: Sequence[tuple[str, Mapping[str, Any]]],
    *,
    actor: User | None,
    proposal_id: int | None = None,
    act_id: int | None = None,
) -> list[Event]:
    """The same for much that one person did at once to one thing: (action, details) of each, in order."""
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CHAIN_LOCK})
    last = session.execute(select(Event.number, Event.hash).order_by(Event.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.hash) if last else (1, GENESIS)
    events: list[Event] = []
    for place, (action, details) in enumerate(happened):
        event = Event(
            number=number + place,
            action=str(action),
            actor_id=actor.id if actor else None,
            proposal_id=proposal_id,
            act_id=act_id,
            details=dict(details),
            at=utc_now(),
            previous_hash=previous,
        )
        previous = event.hash = link_hash(as_link(event))
        events.append(event)
    session.add_all(events)
    session.flush()
    tell(session, events)
    return events


def as_link(event: Event) -> Link:
    """The stored event as a link of the chain."""
    return Link(
        number=event.number,
        action=event.action,
        at=event.at,
        actor=event.actor_id,
        act=event.act_id,
        proposal=event.proposal_id,
        details=event.details,
        previous_hash=event.previous_hash,
        hash=event.hash or "",
    )
