"""A bill written elsewhere: every instruction in it resolved against an act, and made a proposal's first draft."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from law.act import Act as Tree
from law.edit import Edit, apply_edits
from law.edits import CannotExpress, edits_between
from law.instruct import Action, CannotApply, Instruction, Refusal, apply_bill, read_bill
from models.act import Act
from models.base import utc_now
from models.proposal import Proposal, Topic
from models.user import User
from services import bills, editions, proposals
from services.brought_frames import amenders_named, frame_of_bill
from services.drafts import checked_edits
from services.failures import Fault, Refused
from services.frames import NOTHING_DECIDED, BillFrame, checked_frame
from services.transaction import checked

LONGEST_BILL = 1_000_000  # characters
_TITLE = re.compile(r"เรียกว่า\s*“(?P<title>[^”]{5,300})”")


@dataclass(frozen=True, slots=True)
class Resolved:
    """One instruction: what it asks for, and why it can not be carried out.

    ``refusals``: every reason; none where it can.
    """

    instruction: Instruction
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A bill against an act. ``edits``: what it comes to, empty where it can not be a draft.

    ``frame``: what it decides besides; ``not_kept``: its sections that are neither, as written.
    ``left_over``: what is wrong with the bill as a whole. ``unexpressed``: units that no edit can make.
    """

    title: str
    resolved: tuple[Resolved, ...]
    edits: tuple[Edit, ...] = ()
    frame: BillFrame = NOTHING_DECIDED
    not_kept: tuple[str, ...] = ()
    left_over: tuple[Refusal, ...] = ()
    unexpressed: tuple[str, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether it can become a draft."""
        return bool(self.edits)


def resolve(base: Tree, text: str) -> Resolution:
    """Read a bill and apply it, all or nothing. :raises Refused: TOO_LONG, BAD_CHARACTERS, BILL_MISSING."""
    bill = checked(text, longest=LONGEST_BILL)
    if not bill.strip():
        raise Refused(Fault.BILL_MISSING)
    orders = [order for order in read_bill(bill) if order.action is not Action.NONE]
    try:
        applied = apply_bill(base, bill)
    except CannotApply as refusal:
        return _refused(bill, orders, refusal.refusals)
    resolved = tuple(map(Resolved, orders))
    try:
        edits = edits_between(base, applied)
    except CannotExpress as refusal:
        return Resolution(_title(bill), resolved, unexpressed=refusal.addresses)
    brought = frame_of_bill(bill, orders)
    frame = _with_amenders(base, edits, brought.frame, orders)
    return Resolution(_title(bill), resolved, edits, frame, brought.not_kept)


def _with_amenders(base: Tree, edits: tuple[Edit, ...], frame: BillFrame, orders: list[Instruction]) -> BillFrame:
    """The frame with the amenders that the bill names, as far as they are asked for."""
    questions = bills.write(base, apply_edits(base, edits), frame).questions
    try:
        return checked_frame(replace(frame, amenders=amenders_named(questions, orders)))
    except Refused:
        return frame


def _refused(bill: str, orders: list[Instruction], refusals: tuple[Refusal, ...]) -> Resolution:
    by_section: dict[str, list[Refusal]] = defaultdict(list)
    left_over: list[Refusal] = []
    known = {order.section for order in orders}
    for one in refusals:
        (by_section[one.section] if one.section in known else left_over).append(one)
    resolved = tuple(Resolved(order, tuple(by_section[order.section])) for order in orders)
    return Resolution(_title(bill), resolved, left_over=tuple(left_over))


def _title(bill: str) -> str:
    found = _TITLE.search(bill)
    return " ".join(found["title"].split()) if found else ""


def make_proposal(
    session: Session, *, user: User, act: Act, topic: Topic, title: str, text: str, reasons: str = ""
) -> Proposal:
    """A proposal whose first draft does what the bill does. Everything is checked before anything is stored.

    :raises Refused: BILL_NOT_RESOLVED, and as ``proposals.create`` does.
    """
    edition = editions.edition_in_force(session, act, utc_now().date())
    resolution = resolve(editions.tree(edition), text)
    if not resolution.is_ready:
        raise Refused(Fault.BILL_NOT_RESOLVED)
    edits = checked_edits(resolution.edits)
    made = proposals.create(session, user=user, act=act, topic=topic, title=title, reasons=reasons)
    proposals.save_draft(session, user=user, proposal_id=made.id, seen_revision=0, edits=edits, frame=resolution.frame)
    return made
