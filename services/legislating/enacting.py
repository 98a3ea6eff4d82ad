"""A bill becomes law: the next edition of its act is made from it, and its proposals are at their end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from law.consolidate import Amending, CannotConsolidate, next_edition
from law.dates import thai_date
from models.act import Edition
from models.base import utc_now
from models.bill import Bill, BillState
from models.user import User
from review.record import Happening
from review.workflow import Action, Role, decide
from services.acts import carrying, storing
from services.failures import Fault, Refused, StaleWrite
from services.legislating.bill_layout import lay_out
from services.legislating.bill_making import lock_bill, record_about
from services.legislating.bills import WrittenBill
from services.legislating.frames import Begins, BillFrame, checked_frame
from services.legislating.joint_bills import JointBill, joint_bill
from services.moving import move
from services.reviewing.standings import standing_of
from services.transaction import checked, transaction

LONGEST_GAZETTE = 200


@dataclass(frozen=True, slots=True)
class Enactment:
    """What is known of a law once it is published.

    ``in_force_from``: none: as the bill's own section on commencement says. ``gazette``: volume, part and page, as
    ``เล่ม ๑๔๓ ตอนที่ ๑๒ ก หน้า ๑``, or nothing.
    """

    number: int | None
    year: int | None
    gazetted_on: date
    in_force_from: date | None = None
    gazette: str = ""


@dataclass(frozen=True, slots=True)
class NextEdition:
    """What would be stored. ``in_force_from``: the day; ``as_worded``: the one that the bill's own words give."""

    written: WrittenBill
    text: str
    in_force_from: date
    as_worded: date
    found: storing.Preview

    @property
    def seen(self) -> str:
        """What a person who confirms has seen: text and day."""
        return sha256(f"{self.found.content_hash} {self.in_force_from} {self.written.text_hash}".encode()).hexdigest()


def begins_on(frame: BillFrame, gazetted_on: date) -> date:
    """When the bill's words let it come into force; the day of publication is the first of those counted."""
    commencement = frame.commencement
    if commencement.begins is Begins.ON_DATE and commencement.day is not None:
        return commencement.day
    days = commencement.days if commencement.begins is Begins.AFTER_DAYS else 1
    return gazetted_on + timedelta(days=days)


def look(joint: JointBill, enactment: Enactment) -> NextEdition:
    """The next edition, before anything is stored.

    :raises Refused: BILL_INCOMPLETE, NUMBER_MISSING, BAD_NUMBER, BAD_YEAR, FORCE_TOO_EARLY, CAN_NOT_CONSOLIDATE.
    """
    if not joint.is_complete:
        raise Refused(Fault.BILL_INCOMPLETE)
    if enactment.number is None or enactment.year is None:
        raise Refused(Fault.NUMBER_MISSING)
    frame = replace(joint.joint.frame, number=enactment.number, year=enactment.year)
    checked_frame(frame)
    as_worded = begins_on(frame, enactment.gazetted_on)
    begins = enactment.in_force_from or as_worded
    if begins < enactment.gazetted_on or begins <= joint.bill.edition.in_force_from:
        raise Refused(Fault.FORCE_TOO_EARLY)
    written = joint.as_numbered(frame)
    text = _text(joint, written, frame, enactment)
    return NextEdition(written, text, begins, as_worded, storing.preview(text))


def _text(joint: JointBill, written: WrittenBill, frame: BillFrame, enactment: Enactment) -> str:
    assert written.bill is not None  # it is complete
    amending = Amending(
        written.bill.title, _gazette(enactment), _own_sections(written, frame, len(frame.transitional)), joint.reasons
    )
    try:
        return next_edition(joint.base, joint.tree, written.bill, amending)
    except CannotConsolidate as error:
        raise Refused(Fault.CAN_NOT_CONSOLIDATE) from error


def _gazette(enactment: Enactment) -> str:
    """The footnote on where a law was published, as consolidated texts have it."""
    where = " ".join(checked(enactment.gazette, longest=LONGEST_GAZETTE).split())
    day = thai_date(enactment.gazetted_on, weekday=False)
    return f"ราชกิจจานุเบกษา {where} วันที่ {day}" if where else f"ราชกิจจานุเบกษา วันที่ {day}"


def _own_sections(written: WrittenBill, frame: BillFrame, transitional: int) -> tuple[tuple[str, str], ...]:
    """The bill's own sections that stand on: commencement, transitional ones, charge; by their numbers."""
    assert written.bill is not None
    sections = lay_out(written.bill, transitional).sections
    own = [
        (number, section) for number, section in enumerate(sections, start=1) if section.clause is None and number > 1
    ]
    return tuple((str(number), "\n".join(section.lines)) for number, section in own)


def enact(session: Session, *, user: User, bill_id: int, enactment: Enactment, seen: str) -> Edition:
    """Record the bill as law: edition, proposals, bill and events in one transaction. ``seen``: ``NextEdition.seen``.

    :raises Refused: as ``look`` does; BILL_CLOSED; NOT_A_SECRETARY_OR_ADMIN. :raises StaleWrite: another by now.
    """
    if not user.roles & {Role.SECRETARY, Role.ADMIN}:
        raise Refused(Fault.NOT_A_SECRETARY_OR_ADMIN)
    with transaction(session):
        bill = lock_bill(session, bill_id)
        carrying.lock_open(session, bill.act)
        joint = joint_bill(session, bill)
        made = look(joint, enactment)
        if made.seen != seen:
            raise StaleWrite("next_edition", bill)
        for proposal in joint.proposals.values():
            step = decide(Action.ENACT, proposal.state, standing_of(session, user, proposal))
            move(session, user, proposal, step, {"bill": bill.id, "bill_title": bill.title})
        edition = storing.store(session, user, bill.act, made.found, made.in_force_from, made_by_bill=bill.id)
        _close(bill, user, enactment, made, edition)
        facts = {"edition": edition.number, "number": bill.number, "year": bill.year, "text_hash": bill.text_hash}
        record_about(session, Happening.BILL_ENACTED, user, bill, facts)
    return edition


def _close(bill: Bill, user: User, enactment: Enactment, made: NextEdition, edition: Edition) -> None:
    bill.state, bill.closed_at, bill.closed_by_id = BillState.ENACTED, utc_now(), user.id
    bill.number, bill.year = enactment.number, enactment.year
    bill.gazetted_on = enactment.gazetted_on
    bill.gazette = " ".join(checked(enactment.gazette, longest=LONGEST_GAZETTE).split())
    bill.text_hash, bill.made_edition_id = made.written.text_hash, edition.id
