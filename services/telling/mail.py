"""Letters to people: which are due, who tries to send them, and what became of them.

A letter is sent at least once: whoever tries sets its next try ahead and commits before talking to the server. When
he is killed after the server took the letter and before that is stored, it is sent again (with the same Message-ID).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import Select, or_, select, update
from sqlalchemy.orm import Session, joinedload

from models.base import utc_now
from models.event import Event
from models.notice import Mail, Notice
from models.proposal import Proposal
from models.user import User
from review.notices import MailWish
from services.telling.notices import about_visible
from services.telling.whose_turn import NOTHING, WhoseTurn, whose_turn
from services.transaction import transaction

FIRST_WAIT = timedelta(minutes=2)  # longer than a server may take to answer
LONGEST_WAIT = timedelta(hours=6)
MOST_ATTEMPTS = 14  # about two days
TOO_OLD = timedelta(days=3)  # what is older is not mailed: mail was switched on, or a backup brought back
STALLED = timedelta(minutes=10)
AT_ONCE = 500  # rows


@dataclass(frozen=True, slots=True)
class Contents:
    """What a letter is to say: notices the person may see now, the oldest first; in a digest also what waits."""

    mail: Mail
    person: User
    notices: Sequence[Notice]
    waiting: WhoseTurn


def gather(session: Session) -> int:
    """Put what is to be told at once into letters: one for each person and proposal or bill. How many letters."""
    with transaction(session):
        found = _unmailed(session, MailWish.AT_ONCE)
        letters = 0
        for whose, notices in groupby(found, key=lambda one: (one.person_id, one.proposal_id, one.bill_id)):
            _enclose(session, Mail(person_id=whose[0], next_try_at=utc_now()), notices)
            letters += 1
    return letters


def gather_day(session: Session, *, day: date) -> int:
    """One letter for ``day`` (in Bangkok) to everybody who reads once a day and has something to read. How many."""
    letters = 0
    for person in list(session.scalars(_daily_readers(day))):
        with transaction(session):
            mine = [one for one in _unmailed(session, MailWish.DAILY) if one.person_id == person.id]
            if mine or whose_turn(session, user=person, limit=1).calls:
                _enclose(session, Mail(person_id=person.id, day=day, next_try_at=utc_now()), mine)
                letters += 1
    return letters


def _daily_readers(day: date) -> Select[User]:
    has_one = select(Mail.id).where(Mail.person_id == User.id, Mail.day == day).exists()
    return select(User).where(User.active, User.mail_wish == MailWish.DAILY, ~has_one).order_by(User.id)


def _unmailed(session: Session, wish: MailWish) -> Sequence[Notice]:
    """Not in any letter; on PostgreSQL nobody else takes them meanwhile, on SQLite the transaction is alone."""
    query = select(Notice).where(Notice.mail_wish == wish, Notice.mail_id.is_(None))
    query = query.where(Notice.created_at > utc_now() - TOO_OLD)
    ordered = query.order_by(Notice.person_id, Notice.proposal_id, Notice.bill_id, Notice.event_number)
    return session.scalars(ordered.with_for_update(skip_locked=True)).all()


def _enclose(session: Session, mail: Mail, notices: Iterator[Notice] | Sequence[Notice]) -> None:
    session.add(mail)
    session.flush()
    for one in notices:
        one.mail_id = mail.id


def due(session: Session) -> Sequence[int]:
    """The letters whose time has come, by id."""
    return session.scalars(_due(utc_now()).order_by(Mail.next_try_at).limit(AT_ONCE)).all()


def _due(by: datetime) -> Select[int]:
    return select(Mail.id).where(Mail.next_try_at <= by, Mail.created_at > utc_now() - TOO_OLD)


def claim(session: Session, mail_id: int) -> bool:
    """Whether it is ours to try now; the next try is set ahead, each time twice as far."""
    with transaction(session):
        mail = session.get(Mail, mail_id, populate_existing=True)
        if mail is None or mail.next_try_at is None:
            return False
        now = utc_now()
        seen, following = mail.attempts, now + min(FIRST_WAIT * 2**mail.attempts, LONGEST_WAIT)
        ours = update(Mail).where(Mail.id == mail_id, Mail.attempts == seen, Mail.next_try_at <= now)
        ours = ours.values(attempts=seen + 1, next_try_at=following).returning(Mail.id)
        return bool(session.execute(ours.execution_options(synchronize_session=False)).all())


def contents(session: Session, mail_id: int) -> Contents | None:
    """What the letter says, of what its reader may see at this moment; none where nothing is left to say."""
    found = select(Mail).where(Mail.id == mail_id).options(joinedload(Mail.person))
    mail = session.scalars(found.execution_options(populate_existing=True)).one()
    person = mail.person
    if not person.active:
        return None
    query = (
        select(Notice)
        .outerjoin(Proposal, Proposal.id == Notice.proposal_id)
        .where(Notice.mail_id == mail.id, about_visible(person))
        .options(joinedload(Notice.proposal).joinedload(Proposal.act), joinedload(Notice.bill))
        .options(joinedload(Notice.event).joinedload(Event.actor))
        .order_by(Notice.event_number)
    )
    notices = session.scalars(query).all()
    waiting = whose_turn(session, user=person) if mail.day else NOTHING
    return Contents(mail, person, notices, waiting) if notices or waiting.calls else None


def close(session: Session, mail_id: int, *, sent: bool, failed: str = "") -> None:
    """It was sent, or will never be."""
    with transaction(session):
        mail = session.get_one(Mail, mail_id, populate_existing=True)
        mail.next_try_at = None
        mail.sent_at, mail.given_up_at = (utc_now(), None) if sent else (None, utc_now())
        mail.failed = failed[:500]


def failed(session: Session, mail_id: int, *, answer: str) -> None:
    """It was not taken this time. After MOST_ATTEMPTS it is given up."""
    with transaction(session):
        mail = session.get_one(Mail, mail_id, populate_existing=True)
        mail.failed = answer[:500]
        if mail.attempts >= MOST_ATTEMPTS:
            mail.next_try_at, mail.given_up_at = None, utc_now()


def retry(session: Session, *, mail_id: int) -> None:
    """Try a letter again that was given up, as if for the first time."""
    with transaction(session):
        mail = session.get_one(Mail, mail_id)
        if mail.given_up_at is not None:
            mail.given_up_at, mail.attempts = None, 0
            mail.created_at = mail.next_try_at = utc_now()


def troubled(session: Session, *, limit: int = 100) -> Sequence[Mail]:
    """Letters that were given up or failed at least once and wait, the newest first."""
    query = select(Mail).where(or_(Mail.given_up_at.is_not(None), Mail.next_try_at.is_not(None)), Mail.failed != "")
    return session.scalars(query.options(joinedload(Mail.person)).order_by(Mail.id.desc()).limit(limit)).all()


def is_stalled(session: Session) -> bool:
    """Whether something should have gone out long ago: nobody does the jobs of the queue."""
    now = utc_now()
    unmailed = select(Notice.id).where(Notice.mail_wish == MailWish.AT_ONCE, Notice.mail_id.is_(None))
    told = unmailed.where(Notice.created_at.between(now - TOO_OLD, now - STALLED))
    return bool(session.scalar(select(or_(told.exists(), _due(now - STALLED).exists()))))


def last_sent(session: Session) -> datetime | None:
    """When a letter was taken by the server last."""
    return session.scalar(select(Mail.sent_at).where(Mail.sent_at.is_not(None)).order_by(Mail.id.desc()).limit(1))
