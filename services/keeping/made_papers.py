"""Documents that are made in the queue: asked for, followed, kept for a day, given to who asked and still may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session, undefer

from models.base import utc_now
from models.bill import Bill
from models.paper import MadePaper
from models.proposal import Proposal
from models.user import User
from review.record import Happening
from services.failures import NotFound, known
from services.legislating.bill_making import record_about
from services.legislating.joint_bills import find_bill
from services.people.visibility import find_proposal
from services.record import record
from services.transaction import transaction

KEPT = timedelta(hours=24)
PATIENCE = timedelta(minutes=15)  # after which a paper that nobody made is given up


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which document of which versions; ``verified_at``: the address that checks the codes printed on it."""

    kind: str
    form: str
    old: int
    new: int
    verified_at: str


def ask(session: Session, *, user: User, about: Proposal | Bill, wanted: Wanted) -> tuple[MadePaper, bool]:
    """A place for the document; the one being made for the same person where there is one. Whether it is new.

    ``about``: what was found for the person.
    """
    with transaction(session):
        _clear(session)
        found = session.scalar(select(MadePaper).where(_same(user, about, wanted), _being_made()).limit(1))
        if found is not None:
            return found, False
        paper = MadePaper(
            person_id=user.id,
            proposal_id=about.id if isinstance(about, Proposal) else None,
            bill_id=about.id if isinstance(about, Bill) else None,
            kind=wanted.kind,
            form=wanted.form,
            old_number=wanted.old,
            new_number=wanted.new,
            verified_at=wanted.verified_at,
        )
        session.add(paper)
    return paper, True


def _same(user: User, about: Proposal | Bill, wanted: Wanted) -> ColumnElement[bool]:
    return (
        _own(user, about)
        & (MadePaper.kind == wanted.kind)
        & (MadePaper.form == wanted.form)
        & (MadePaper.old_number == wanted.old)
        & (MadePaper.new_number == wanted.new)
    )


def _own(user: User, about: Proposal | Bill) -> ColumnElement[bool]:
    number = MadePaper.proposal_id if isinstance(about, Proposal) else MadePaper.bill_id
    return (MadePaper.person_id == user.id) & (number == about.id)


def _being_made() -> ColumnElement[bool]:
    return MadePaper.ready_at.is_(None) & (MadePaper.failed == "")


def find(session: Session, *, user: User, paper_id: int, with_file: bool = False) -> MadePaper:
    """The person's own, about what he or she may still see. :raises NotFound: else, and after its day."""
    query = select(MadePaper).where(MadePaper.id == known(paper_id), MadePaper.person_id == user.id, _is_kept())
    paper = session.scalar(query.options(undefer(MadePaper.file)) if with_file else query)
    if paper is None:
        raise NotFound
    find_about(session, user=user, paper=paper)
    return paper


def find_about(session: Session, *, user: User, paper: MadePaper) -> Proposal | Bill:
    """What a paper is about, if the person may see it at this moment. :raises NotFound:"""
    if paper.proposal_id is not None:
        return find_proposal(session, user, paper.proposal_id)
    return find_bill(session, paper.bill_id or 0)


def list_own(session: Session, *, user: User, about: Proposal | Bill) -> Sequence[MadePaper]:
    """What the person asked for of a proposal or bill that was found for him or her, the newest first."""
    return session.scalars(
        select(MadePaper).where(_own(user, about), _is_kept()).order_by(MadePaper.id.desc()).limit(20)
    ).all()


def _is_kept() -> ColumnElement[bool]:
    return MadePaper.asked_at > utc_now() - KEPT


def advance(session: Session, *, paper_id: int, done: int, total: int) -> None:
    """So many of so many parts are made."""
    with transaction(session):
        session.execute(
            update(MadePaper).where(MadePaper.id == paper_id, _being_made()).values(done=min(done, total), total=total)
        )


def finish(session: Session, *, paper_id: int, file: bytes) -> None:
    """Keep the file and tell who asked. A paper that is ready or was given up stays as it is."""
    with transaction(session):
        paper = session.scalar(select(MadePaper).where(MadePaper.id == paper_id, _being_made()).with_for_update())
        if paper is None:
            return
        paper.done, paper.ready_at = paper.total, utc_now()
        paper.file, paper.file_hash = file, sha256(file).hexdigest()
        details = {"asked_by": paper.person_id, "kind": paper.kind, "form": paper.form, "draft": paper.new_number}
        details |= {"paper": paper.id, "file": paper.file_hash}
        if paper.bill is not None:
            record_about(session, Happening.PAPER_MADE, None, paper.bill, details)
        else:
            record(session, action=Happening.PAPER_MADE, actor=None, proposal_id=paper.proposal_id, details=details)


def give_up(session: Session, *, paper_id: int, why: str) -> None:
    """There will be no such paper; ``why``: a code of ``blueprints.papers``."""
    with transaction(session):
        session.execute(update(MadePaper).where(MadePaper.id == paper_id, _being_made()).values(failed=why))


def sweep(session: Session) -> None:
    """Throw away what was kept long enough, and give up what nobody made."""
    with transaction(session):
        _clear(session)


def _clear(session: Session) -> None:
    now = utc_now()
    session.execute(delete(MadePaper).where(MadePaper.asked_at <= now - KEPT))
    late = MadePaper.asked_at <= now - PATIENCE
    session.execute(update(MadePaper).where(_being_made(), late).values(failed="late"))
