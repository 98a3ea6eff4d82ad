"""What a person looked at last, and what happened to it since."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from models.base import utc_now
from models.event import Event
from models.notice import Look
from models.user import User
from review.record import Happening
from services.failures import known
from services.people.visibility import lock_proposal
from services.telling.notices import mark_read
from services.transaction import transaction


@dataclass(frozen=True, slots=True)
class News:
    """What others did to a proposal since the person looked at it. ``last``: the number of its last event.

    ``looked``: whether he or she ever did.
    """

    last: int
    looked: bool
    counts: Mapping[str, int]

    @property
    def drafts(self) -> int:
        """How many drafts were saved."""
        return self.counts.get(Happening.DRAFT_SAVED, 0)

    @property
    def comments(self) -> int:
        """How many comments were written."""
        return self.counts.get(Happening.COMMENT_WRITTEN, 0)

    @property
    def others(self) -> int:
        """How much else happened."""
        return sum(self.counts.values()) - self.drafts - self.comments

    @property
    def any(self) -> bool:
        """Whether there is anything new."""
        return bool(self.counts)


def news(session: Session, *, user: User, proposal_ids: Collection[int]) -> dict[int, News]:
    """By proposal, of those that were found for the person; one question for all of them."""
    seen = func.coalesce(Look.event_number, 0)
    is_new = and_(Event.number > seen, or_(Event.actor_id != user.id, Event.actor_id.is_(None)))
    query = (
        select(Event.proposal_id, Event.action, seen, func.max(Event.number), func.count().filter(is_new))
        .outerjoin(Look, and_(Look.proposal_id == Event.proposal_id, Look.person_id == user.id))
        .where(Event.proposal_id.in_(proposal_ids))
        .group_by(Event.proposal_id, Event.action, seen)
    )
    last: dict[int, int] = {}
    looked: dict[int, bool] = {}
    counts: dict[int, dict[str, int]] = {}
    for proposal_id, action, seen_number, number, count in session.execute(query):
        assert proposal_id is not None  # it is one of those asked for
        last[proposal_id] = max(last.get(proposal_id, 0), number)
        looked[proposal_id] = seen_number > 0
        found = counts.setdefault(proposal_id, {})
        if count:
            found[action] = count
    return {number: News(last[number], looked[number], counts[number]) for number in last}


def look(session: Session, *, user: User, proposal_id: int, until: int) -> None:
    """The person had the proposal before his or her eyes as it was after event ``until``; its notices are read.

    It is nobody else's business and no step of the proposal: the record says nothing of it. :raises NotFound:
    """
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)  # two windows at once
        there = Event.proposal_id == proposal.id, Event.number <= known(until)
        number = session.scalar(select(func.max(Event.number)).where(*there))
        if number is None:
            return
        kept = session.get(Look, (user.id, proposal.id)) or Look(person_id=user.id, proposal_id=proposal.id)
        if (kept.event_number or 0) < number:
            kept.event_number, kept.at = number, utc_now()
            session.add(kept)
        mark_read(session, user=user, until=number, proposal_id=proposal.id)
