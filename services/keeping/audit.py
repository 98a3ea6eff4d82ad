"""The record verified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from models.event import Event
from review.record import GENESIS, Broken, Link, as_line, first_break
from services.record import as_link

_AT_ONCE = 1_000  # events held in memory


@dataclass(frozen=True, slots=True)
class Verified:
    """``count`` events, the hash of the last (the head of the chain), and where it is broken, if it is."""

    count: int
    head: str
    broken: Broken | None


def verify(session: Session) -> Verified:
    """Recompute the whole chain. What was cut off its end shows only against a head noted elsewhere."""
    count = session.scalar(select(func.count()).select_from(Event)) or 0
    return Verified(count, head(session), first_break(_links(session)))


def export(session: Session) -> Iterator[str]:
    """Every event as a line of JSON, the oldest first: docs/audit.md says how a stranger verifies them."""
    yield from map(as_line, _links(session))


def numbers_of(session: Session, beginning: str) -> Sequence[int]:
    """The events whose hash begins so: where a head that was noted elsewhere stands in the chain."""
    found = select(Event.number).where(Event.hash.startswith(beginning.lower(), autoescape=True))
    return session.scalars(found.order_by(Event.number).limit(2)).all()


def last_events(session: Session, *, limit: int = 50) -> Sequence[Event]:
    """The newest events of all, the newest first."""
    query = select(Event).order_by(Event.number.desc()).limit(limit)
    return session.scalars(query.options(joinedload(Event.actor))).all()


def head(session: Session) -> str:
    """The hash of the last event: printed on documents, it fixes everything before it."""
    return session.scalar(select(Event.hash).order_by(Event.number.desc()).limit(1)) or GENESIS


def _links(session: Session) -> Iterator[Link]:
    """The chain in parts, each a query of its own: nothing is left open where the reader stops early."""
    last = 0
    while events := session.scalars(
        select(Event).where(Event.number > last).order_by(Event.number).limit(_AT_ONCE)
    ).all():
        last = events[-1].number
        yield from [as_link(event) for event in events]
