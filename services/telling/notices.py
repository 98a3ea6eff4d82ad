"""Telling people: a notice is written with the event; what a person reads and marks as read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Select, func, or_, select, update
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from models.base import utc_now
from models.bill import Bill
from models.event import Event
from models.notice import Notice
from models.proposal import CoDrafter, Proposal
from models.review import Assignment, Comment
from models.user import User, UserRole
from review.notices import MailWish, Why, named, recipients, told
from review.record import Happening
from review.workflow import Role
from services.people.visibility import visible_to

MOST_COUNTED = 100  # more unread ones than this are not counted
KEPT_IN_LIST = timedelta(days=90)  # how far back the list of notices goes


def tell(session: Session, events: Sequence[Event]) -> None:
    """Write a notice for everybody who is to know of events of one proposal and may see it; the caller commits.

    A bill may be seen by everybody; of what happens to it those are told whom the event names.
    """
    asked: dict[Why, list[int | None]] = {}
    reasons = [_reasons(session, event, asked) for event in events]
    wanted = {person for found in reasons for person in found}
    if not wanted:
        return
    about = events[0].proposal_id
    active = select(User).where(User.id.in_(wanted), User.active).options(selectinload(User.role_rows))
    people = [person for person in session.scalars(active) if about is None or sees(session, person, about)]
    for event, found in zip(events, reasons, strict=True):
        session.add_all(_notice(event, person, found[person.id]) for person in people if person.id in found)
    session.flush()


def _reasons(session: Session, event: Event, asked: dict[Why, list[int | None]]) -> dict[int, Why]:
    """Who is to know of an event, with the reason. ``asked``: who of its proposal was asked for already."""
    whys = told(event.action, event.details)
    if event.proposal_id is None:
        people = {Why.NAMED: [*named(event.details)]} if Why.NAMED in whys and "bill" in event.details else {}
        return recipients(people, actor=event.actor_id)
    for why in whys:
        if why not in asked or why in _OF_ONE_EVENT:
            proposal = session.get_one(Proposal, event.proposal_id)
            asked[why] = [*_WHO[why](session, proposal, event)]
    return recipients({why: asked[why] for why in whys}, actor=event.actor_id)


def _notice(event: Event, person: User, why: Why) -> Notice:
    return Notice(
        person_id=person.id,
        event_number=event.number,
        proposal_id=event.proposal_id,
        bill_id=event.details["bill"] if event.proposal_id is None else None,
        why=why,
        mail_wish=person.mail_wish,
        created_at=event.at,
    )


def sees(session: Session, person: User, proposal_id: int) -> bool:
    """Whether the person may see the proposal at this moment."""
    return session.scalar(select(Proposal.id).where(Proposal.id == proposal_id, visible_to(person))) is not None


Who = Callable[[Session, Proposal, Event], Iterable[int | None]]


def _reviewers(session: Session, proposal: Proposal, _event: Event) -> Iterable[int]:
    return session.scalars(select(Assignment.reviewer_id).where(Assignment.proposal_id == proposal.id))


def _codrafters(session: Session, proposal: Proposal, _event: Event) -> Iterable[int]:
    return session.scalars(select(CoDrafter.user_id).where(CoDrafter.proposal_id == proposal.id))


def _secretaries(session: Session, _proposal: Proposal, _event: Event) -> Iterable[int]:
    return session.scalars(select(UserRole.user_id).where(UserRole.role == Role.SECRETARY.value))


def _commenters(session: Session, proposal: Proposal, _event: Event) -> Iterable[int | None]:
    return session.scalars(select(Comment.author_id).where(Comment.proposal_id == proposal.id).distinct())


def _thread(session: Session, _proposal: Proposal, event: Event) -> Iterable[int | None]:
    """Everybody who spoke in the conversation that the event's comment belongs to."""
    said = session.get(Comment, event.details.get("comment", 0))
    if said is None:
        return ()
    first = said.parent_id or said.id
    if first == said.id and event.action == Happening.COMMENT_WRITTEN:
        return (said.author_id,)  # nobody had time to answer
    return session.scalars(select(Comment.author_id).where(or_(Comment.id == first, Comment.parent_id == first)))


_WHO: dict[Why, Who] = {
    Why.NAMED: lambda _session, _proposal, event: named(event.details),
    Why.VOIDED: lambda _session, _proposal, event: event.details.get("voided", ()),
    Why.THREAD: _thread,
    Why.OWNER: lambda _session, proposal, _event: (proposal.owner_id,),
    Why.CODRAFTER: _codrafters,
    Why.REVIEWER: _reviewers,
    Why.SECRETARY: _secretaries,
    Why.COMMENTER: _commenters,
}
_OF_ONE_EVENT = frozenset([Why.NAMED, Why.VOIDED, Why.THREAD])  # the others are people of the proposal


def unread_count(session: Session, *, user: User) -> int:
    """How many notices the person has not read, at most MOST_COUNTED; one question to an index of few rows."""
    few = _of(select(Notice.id), user).where(_is_unread()).limit(MOST_COUNTED).subquery()
    return session.scalar(select(func.count()).select_from(few)) or 0


def list_notices(session: Session, *, user: User, before: int | None = None, limit: int = 50) -> Sequence[Notice]:
    """What the person was told and may still see, the newest first. ``before``: the number of an event."""
    query = _of(select(Notice), user)
    if before is not None:
        query = query.where(Notice.event_number < before)
    loaded = contains_eager(Notice.proposal), joinedload(Notice.bill), joinedload(Notice.event).joinedload(Event.actor)
    return session.scalars(query.options(*loaded).order_by(Notice.event_number.desc()).limit(limit)).all()


def mark_read(
    session: Session, *, user: User, until: int, proposal_id: int | None = None, bill_id: int | None = None
) -> int:
    """The person read what was told up to that event, of one proposal or bill or of all; the caller commits.

    How many notices that were.
    """
    query = update(Notice).where(Notice.person_id == user.id, _is_unread(), Notice.event_number <= until)
    if proposal_id is not None:
        query = query.where(Notice.proposal_id == proposal_id)
    if bill_id is not None:
        query = query.where(Notice.bill_id == bill_id)
    return len(session.execute(query.values(read_at=utc_now()).returning(Notice.id)).all())


def newest_of_bill(session: Session, *, user: User, bill: Bill) -> int:
    """The last event of a bill that the person was told of and did not read; 0: none."""
    query = select(func.max(Notice.event_number)).where(Notice.person_id == user.id, Notice.bill_id == bill.id)
    return session.scalar(query.where(_is_unread())) or 0


def set_mail_wish(session: Session, *, user: User, wish: MailWish) -> None:
    """From now on; what was told before keeps the wish of its time."""
    user.mail_wish = wish
    session.commit()


def _of(query: Select[Notice], user: User) -> Select[Notice]:
    """Only the person's, only of late, and only about what he or she may see now."""
    query = query.outerjoin(Proposal, Proposal.id == Notice.proposal_id).where(about_visible(user))
    return query.where(Notice.person_id == user.id, Notice.created_at > utc_now() - KEPT_IN_LIST)


def about_visible(user: User) -> ColumnElement[bool]:
    """Of a query that has notices with their proposals: what is about something that the person may see now."""
    return or_(Notice.bill_id.is_not(None), visible_to(user))


def _is_unread() -> ColumnElement[bool]:
    return Notice.read_at.is_(None)
