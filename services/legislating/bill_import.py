"""A bill written elsewhere: every instruction in it resolved against an act, and made a proposal's first draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from law.act import Act as Tree
from law.compare import SectionDiff
from law.editing.edit import Edit, apply_edits
from law.editing.edits import CannotExpress, edits_between
from law.instruct import Instruction, Refusal, Step, carry_out, read_sections
from law.instructions.bill import split_bill
from law.proving.amenders import amender_doubts
from models.act import Act
from models.base import utc_now
from models.proposal import Proposal, Topic
from models.user import User
from services.acts import editions
from services.drafting import proposals
from services.drafting.drafts import checked_edits
from services.drafting.previews import changed_units
from services.failures import Fault, Refused
from services.legislating import bills
from services.legislating.brought_frames import amenders_named, frame_of_bill
from services.legislating.frames import NOTHING_DECIDED, BillFrame, checked_frame
from services.transaction import checked

LONGEST_BILL = 1_000_000  # characters
_TITLE = re.compile(r"เรียกว่า\s*“(?P<title>[^”]{5,300})”")


@dataclass(frozen=True, slots=True)
class Resolved:
    """One instruction: what it asks for, and why it can not be carried out.

    ``refusals``: every reason; none where it can. ``doubts``: damage that was read in spite of, and an amending law
    that the notes of the act do not have. ``changed``: the units that it changes, after those before it.
    """

    instruction: Instruction
    refusals: tuple[Refusal, ...] = ()
    changed: tuple[SectionDiff, ...] = ()
    doubts: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A bill against an act. ``edits``: what it comes to, empty where it can not be a draft.

    ``frame``: what it decides besides; ``not_kept``: its sections that are neither, as written.
    ``unexpressed``: units that no edit can make. ``damage``: what of the text as a whole is damaged.
    """

    title: str
    resolved: tuple[Resolved, ...]
    edits: tuple[Edit, ...] = ()
    frame: BillFrame = NOTHING_DECIDED
    not_kept: tuple[str, ...] = ()
    unexpressed: tuple[str, ...] = ()
    damage: tuple[Refusal, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether it can become a draft."""
        return bool(self.edits)


def resolve(base: Tree, text: str) -> Resolution:
    """Read a bill and apply it, all or nothing. :raises Refused: TOO_LONG, BAD_CHARACTERS, BILL_MISSING."""
    bill = checked(text, longest=LONGEST_BILL)
    if not bill.strip():
        raise Refused(Fault.BILL_MISSING)
    taken_apart = split_bill(bill)
    steps = list(carry_out(base, taken_apart, read_sections(taken_apart)))
    found = Resolution(_title(bill), tuple(_resolved(base, step) for step in steps), damage=taken_apart.damage)
    if not steps or any(step.refusals for step in steps):
        return found
    try:
        edits = edits_between(base, steps[-1].after)
    except CannotExpress as refusal:
        return replace(found, unexpressed=refusal.addresses)
    orders = [step.order for step in steps]
    brought = frame_of_bill(bill, orders)
    frame = _with_amenders(base, edits, brought.frame, orders)
    return replace(found, edits=edits, frame=frame, not_kept=brought.not_kept)


def _resolved(base: Tree, step: Step) -> Resolved:
    doubts = (*step.order.damage, *(amender_doubts(base, step.order) if not step.refusals else ()))
    return Resolved(step.order, step.refusals, changed_units(step.before, step.after), doubts)


def _with_amenders(base: Tree, edits: tuple[Edit, ...], frame: BillFrame, orders: list[Instruction]) -> BillFrame:
    """The frame with the amenders that the bill names, as far as they are asked for."""
    questions = bills.write(base, apply_edits(base, edits), frame).questions
    try:
        return checked_frame(replace(frame, amenders=amenders_named(questions, orders)))
    except Refused:
        return frame


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
