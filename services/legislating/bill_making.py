"""Bills of the office: made of approved proposals, changed, dissolved. The only writer besides ``enacting``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from models.act import Act, Edition
from models.base import utc_now
from models.bill import Bill, BillPart, BillState
from models.proposal import Proposal
from models.user import User
from review.record import Happening
from review.workflow import Action, Role, State, decide
from services.acts import editions
from services.failures import Fault, NotFound, Refused, StaleWrite, known
from services.legislating.frames import BillFrame, checked_frame
from services.legislating.joint_bills import joint_bill
from services.legislating.joint_frames import Part
from services.moving import move
from services.people.visibility import last_draft, lock_proposal
from services.record import record
from services.reviewing.standings import standing_of
from services.transaction import checked, transaction

LONGEST_TITLE = 300
LONGEST_PROSE = 20_000
MOST_PARTS = 50  # proposals in a bill

# The chosen proposals by number, each with the beginning of the hash of the text that was shown.
Chosen = Mapping[int, str]


def make(session: Session, *, user: User, act: Act, title: str, chosen: Chosen) -> Bill:
    """A bill on the newest edition of the act, of these approved proposals.

    :raises Refused: BILL_NAMELESS, NOTHING_CHOSEN, NO_EDITION, OTHER_EDITION. :raises StaleWrite: another text by now.
    :raises ActionRefused: where a proposal can not be put into a bill.
    """
    _check_secretary(user)
    name = _title(title)
    if not chosen:
        raise Refused(Fault.NOTHING_CHOSEN)
    with transaction(session):
        lock_act(session, act.id)
        edition = _newest(session, act)
        proposals = _lock(session, user, chosen)
        bill = Bill(act_id=act.id, edition_id=edition.id, title=name, created_by_id=user.id, frame={})
        session.add(bill)
        session.flush()
        record_about(session, Happening.BILL_MADE, user, bill, {"edition": edition.number})
        for proposal in proposals:
            _put_in(session, user, bill, proposal, chosen[proposal.id])
    return bill


def include(session: Session, *, user: User, bill_id: int, seen_version: int, chosen: Chosen) -> Bill:
    """Put more proposals in. :raises Refused: NOTHING_CHOSEN, BILL_CLOSED and others, as ``make`` does."""
    _check_secretary(user)
    if not chosen:
        raise Refused(Fault.NOTHING_CHOSEN)
    with transaction(session):
        bill = lock_bill(session, bill_id, seen_version)
        for proposal in _lock(session, user, chosen):
            _put_in(session, user, bill, proposal, chosen[proposal.id])
        _touch(session, bill)
    return bill


def take_out(session: Session, *, user: User, bill_id: int, seen_version: int, proposal_id: int) -> Bill:
    """A proposal leaves the bill: it is approved as before. :raises NotFound: it is not in it."""
    _check_secretary(user)
    with transaction(session):
        bill = lock_bill(session, bill_id, seen_version)
        proposal = lock_proposal(session, user, proposal_id)
        part = session.scalar(_here(bill).where(BillPart.proposal_id == proposal.id))
        if part is None:
            raise NotFound
        part.left_at = utc_now()
        _touch(session, bill)
        _move(session, user, bill, proposal, Action.TAKE_OUT)
    return bill


def change(
    session: Session, *, user: User, bill_id: int, seen_version: int, title: str, reasons: str, frame: BillFrame
) -> Bill:
    """What the secretary decides. What the approved proposals decide alike is not changed by it.

    :raises Refused: as ``checked_frame`` does. :raises StaleWrite: with the bill as it is stored now.
    """
    _check_secretary(user)
    name, why, decided = _title(title), checked(reasons, longest=LONGEST_PROSE).strip(), checked_frame(frame)
    with transaction(session):
        bill = lock_bill(session, bill_id, seen_version)
        joint = joint_bill(session, bill)
        bill.title, bill.frame = name, _own(decided, joint.joint.approved, joint.joint.transitional).substance
        bill.reasons = "" if why == joint.reasons_of_all else why
        bill.settled_hash = joint.joint.settled_by or None
        _touch(session, bill)
        facts = {"frame": bill.frame, "reasons": bill.reasons, "settled": bill.settled_hash}
        record_about(session, Happening.BILL_CHANGED, user, bill, facts)
    return bill


def _own(frame: BillFrame, approved: Iterable[Part], transitional: Iterable[str]) -> BillFrame:
    """A frame without what the proposals decide."""
    left_open = BillFrame()
    if Part.COMMENCEMENT in approved:
        frame = replace(frame, commencement=left_open.commencement)
    if Part.CHARGE in approved:
        frame = replace(frame, charge=left_open.charge)
    theirs = set(transitional)
    return replace(frame, transitional=tuple(text for text in frame.transitional if text not in theirs))


def confirm(session: Session, *, user: User, bill_id: int, seen: str) -> Bill:
    """Somebody looked at the merged texts, which nobody approved as a whole. ``seen``: ``Combined.confirmed_by``.

    :raises StaleWrite: where the merged texts are others now.
    """
    _check_secretary(user)
    with transaction(session):
        bill = lock_bill(session, bill_id)
        joint = joint_bill(session, bill)
        if not seen or joint.combined.confirmed_by != seen:
            raise StaleWrite("merged", bill)
        bill.confirmed_hash = seen
        units = {unit.edit.address: list(unit.proposals) for unit in joint.combined.to_confirm}
        record_about(session, Happening.BILL_MERGE_CONFIRMED, user, bill, {"units": units, "hash": seen})
    return bill


def dissolve(session: Session, *, user: User, bill_id: int, reason: str) -> Bill:
    """The bill is given up; its proposals are approved as before. :raises Refused: WHY_MISSING, BILL_CLOSED."""
    _check_secretary(user)
    why = checked(reason, longest=LONGEST_PROSE).strip()
    if not why:
        raise Refused(Fault.WHY_MISSING)
    with transaction(session):
        bill = lock_bill(session, bill_id)
        now = utc_now()
        parts = session.scalars(_here(bill)).all()
        proposals = [lock_proposal(session, user, part.proposal_id) for part in parts]
        for part in parts:
            part.left_at = now
        session.flush()  # what was in a closed bill is never changed
        bill.state, bill.closed_at, bill.closed_by_id, bill.dissolved_because = BillState.DISSOLVED, now, user.id, why
        session.flush()
        for proposal in proposals:
            _move(session, user, bill, proposal, Action.TAKE_OUT, {"reason": why})
        record_about(session, Happening.BILL_DISSOLVED, user, bill, {"reason": why})
    return bill


def lock_act(session: Session, act_id: int) -> None:
    """Whoever writes on a bill, or brings in an edition, waits here: acts first, then proposals, then the record."""
    session.scalar(select(Act).where(Act.id == act_id).with_for_update(key_share=True))


def lock_bill(session: Session, bill_id: int, seen_version: int | None = None) -> Bill:
    """An open bill as it is now. :raises NotFound: :raises Refused: BILL_CLOSED. :raises StaleWrite: changed."""
    act_id = session.scalar(select(Bill.act_id).where(Bill.id == known(bill_id)))
    if act_id is None:
        raise NotFound
    lock_act(session, act_id)
    bill = session.scalars(select(Bill).where(Bill.id == bill_id).execution_options(populate_existing=True)).one()
    if bill.state is not BillState.OPEN:
        raise Refused(Fault.BILL_CLOSED)
    if seen_version is not None and bill.version != seen_version:
        raise StaleWrite("bill", bill)
    return bill


def record_about(
    session: Session, what: Happening, user: User | None, bill: Bill, details: Mapping[str, Any] | None = None
) -> None:
    """An event about a bill."""
    facts = {"bill": bill.id, "bill_title": bill.title, **(details or {})}
    record(session, action=what, actor=user, act_id=bill.act_id, details=facts)


def choosable(session: Session, *, act: Act) -> list[Proposal]:
    """The approved proposals on the newest edition of the act, the oldest first; everybody may see them."""
    newest = editions.newest_edition(session, act.id)
    query = select(Proposal).where(Proposal.act_id == act.id, Proposal.state == State.APPROVED)
    query = query.where(Proposal.edition_id == (newest.id if newest else 0))
    return list(session.scalars(query.order_by(Proposal.state_since, Proposal.id)))


def _check_secretary(user: User) -> None:
    if Role.SECRETARY not in user.roles:
        raise Refused(Fault.NOT_A_SECRETARY)


def _title(title: str) -> str:
    name = " ".join(checked(title, longest=LONGEST_TITLE).split())
    if not name:
        raise Refused(Fault.BILL_NAMELESS)
    return name


def _newest(session: Session, act: Act) -> Edition:
    newest = editions.newest_edition(session, act.id)
    if newest is None:
        raise Refused(Fault.NO_EDITION)
    return newest


def _lock(session: Session, user: User, chosen: Chosen) -> list[Proposal]:
    if len(chosen) > MOST_PARTS:
        raise Refused(Fault.TOO_LONG)
    return [lock_proposal(session, user, number) for number in sorted(chosen)]


def _put_in(session: Session, user: User, bill: Bill, proposal: Proposal, seen: str) -> None:
    """The step, and the part with exactly the approved text."""
    step = decide(Action.INCLUDE, proposal.state, standing_of(session, user, proposal))
    draft = last_draft(session, proposal)
    if (proposal.act_id, proposal.edition_id) != (bill.act_id, bill.edition_id) or draft is None:
        raise Refused(Fault.OTHER_EDITION)
    if not draft.content_hash.startswith(seen or "?"):
        raise StaleWrite("draft", proposal)
    part = BillPart(bill_id=bill.id, act_id=bill.act_id, proposal_id=proposal.id, draft_id=draft.id)
    part.content_hash, part.added_by_id = draft.content_hash, user.id
    session.add(part)
    move(session, user, proposal, step, _facts(bill, proposal))


def _move(
    session: Session, user: User, bill: Bill, proposal: Proposal, action: Action, more: Mapping[str, Any] | None = None
) -> None:
    step = decide(action, proposal.state, standing_of(session, user, proposal))
    move(session, user, proposal, step, _facts(bill, proposal) | dict(more or {}))


def _facts(bill: Bill, proposal: Proposal) -> dict[str, Any]:
    about = {"bill": bill.id, "bill_title": bill.title}
    return about | {"draft": proposal.draft_count, "hash": proposal.content_hash}


def _here(bill: Bill):  # type: ignore[no-untyped-def]
    return (
        select(BillPart).where(BillPart.bill_id == bill.id, BillPart.left_at.is_(None)).order_by(BillPart.proposal_id)
    )


def _touch(session: Session, bill: Bill) -> None:
    """A version more, though no column of the bill itself changed."""
    flag_modified(bill, "title")
    session.flush()
