"""A printed code of a bill checked: its text is stored nowhere, and so is derived again, as it is and as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy.orm import Session

from models.bill import BillState
from services.failures import NotFound
from services.keeping.verifying import Code, event_number
from services.legislating.bills_past import bill_then
from services.legislating.joint_bills import JointBill, find_bill, joint_bill


class Standing(StrEnum):
    """What became of the text that was printed."""

    CURRENT = "current"
    LAW = "law"  # this wording was enacted; before it was, its number and year were dots
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class CheckedBill:
    """``now``: the bill; ``printed``: as it was on the paper, when the event ``event`` was the last; 0: not asked."""

    now: JointBill
    printed: JointBill
    standing: Standing
    event: int = 0


def find_printed(session: Session, *, code: Code) -> CheckedBill | None:
    """The bill with that text; everybody signed in may see each bill. None: no bill has or had it."""
    if code.bill is None:
        return None
    try:
        now = joint_bill(session, find_bill(session, code.bill))
    except NotFound:
        return None
    if standing := _standing(now, code.text):
        return CheckedBill(now, now, standing)
    number = event_number(session, code) or 0
    then = bill_then(session, now.bill, number) if number else None
    if then is None or not then.text_hash.startswith(code.text):
        return None
    return CheckedBill(now, then, Standing.EARLIER, number)


def _standing(now: JointBill, text: str) -> Standing | None:
    if now.bill.state is BillState.ENACTED:
        unnumbered = now.as_numbered(replace(now.frame, number=None, year=None))
        known = (now.text_hash, unnumbered.text_hash)
        return Standing.LAW if any(one.startswith(text) for one in known) else None
    return Standing.CURRENT if now.text_hash.startswith(text) else None
