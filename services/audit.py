"""The record verified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.event import Event
from review.record import GENESIS, Broken, Link, first_break
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


def head(session: Session) -> str:
    """The hash of the last event: printed on documents, it fixes everything before it."""
    return session.scalar(select(Event.hash).order_by(Event.number.desc()).limit(1)) or GENESIS


def _links(session: Session) -> Iterator[Link]:
    query = select(Event).order_by(Event.number).execution_options(yield_per=_AT_ONCE)
    for event in session.scalars(query):
        yield as_link(event)
        session.expunge(event)
