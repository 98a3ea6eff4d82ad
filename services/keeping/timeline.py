"""What happened to a proposal, in order, and who is named in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.event import Event
from models.invitation import Invitation
from models.proposal import Proposal
from models.user import User

# Where the details of an event name people by number: alone, or several.
_ONE = ("user", "by", "to", "for", "reviewer", "asked_by")
_SEVERAL = ("reviewers", "former", "codrafters", "voided")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of those whom events know by number: users, and guests by their invitation."""

    people: Mapping[int, str]
    guests: Mapping[int, str]


def events(
    session: Session,
    *,
    proposal: Proposal,
    before: int | None = None,
    limit: int = 200,
    actions: Collection[str] = (),
    actor: int | None = None,
    guest: int | None = None,
) -> Sequence[Event]:
    """The events of a proposal that was found for the person, the newest first.

    ``before``: the number of an event, to go on from there. ``limit``: at most so many.
    ``actions``: only such events; none named: all. ``actor``, ``guest``: only what this user or invited guest did.
    """
    query = select(Event).where(Event.proposal_id == proposal.id).order_by(Event.number.desc()).limit(limit)
    if before is not None:
        query = query.where(Event.number < before)
    if actions:
        query = query.where(Event.action.in_([str(action) for action in actions]))
    if actor is not None:
        query = query.where(Event.actor_id == actor)
    if guest is not None:
        query = query.where(Event.actor_id.is_(None), Event.details["invitation"].as_integer() == guest)
    return session.scalars(query.options(joinedload(Event.actor))).all()


def names_in(session: Session, found: Iterable[Event]) -> Names:
    """Everybody named in the events."""
    users: set[int] = set()
    guests: set[int] = set()
    for event in found:
        details = event.details
        users |= {number for key in _ONE if isinstance(number := details.get(key), int)}
        users |= {number for key in _SEVERAL for number in details.get(key, ())}
        users |= {seat["reviewer"] for seat in details.get("seats", ()) if "reviewer" in seat}
        if isinstance(number := details.get("invitation"), int):
            guests.add(number)
    people = session.execute(select(User.id, User.name).where(User.id.in_(users)))
    invited = session.scalars(select(Invitation).where(Invitation.id.in_(guests)))
    return Names({row.id: row.name for row in people}, {one.id: one.name for one in invited})


def actors(session: Session, *, proposal: Proposal) -> list[User]:
    """Who did anything with the proposal, by name."""
    did = select(Event.actor_id).where(Event.proposal_id == proposal.id, Event.actor_id.is_not(None)).distinct()
    return list(session.scalars(select(User).where(User.id.in_(did)).order_by(User.name, User.id)))
