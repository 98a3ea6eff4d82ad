"""A bill written elsewhere: every instruction in it resolved against an act, and made a proposal's first draft."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from law.act import Act as Tree
from law.edit import Edit, apply_edits
from law.edits import CannotExpress, edits_between
from law.instruct import Action, CannotApply, Instruction, apply_bill, read_bill
from law.instructions.addresses import section_address as cited_section
from law.instructions.addresses import unit_address
from law.instructions.names import same_law
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
_PROBLEM = re.compile(r"section (?P<section>[^:]+): (?P<sentence>.*)", re.DOTALL)
_TITLE = re.compile(r"เรียกว่า\s*“(?P<title>[^”]{5,300})”")


@dataclass(frozen=True, slots=True)
class Resolved:
    """One instruction: what it asks for, and why it can not be carried out.

    ``fault``: empty where it can; else ``not_understood``, ``other_law``, ``damaged``, ``missing``, ``exists`` or
    ``misfit``. ``at``: the unit that the fault is about. ``sentences``: the engine's own, plain English.
    """

    instruction: Instruction
    fault: str = ""
    at: str = ""
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A bill against an act. ``edits``: what it comes to, empty where it can not be a draft.

    ``frame``: what it decides besides; ``not_kept``: its sections that are neither, as written.
    ``left_over``: problems of the bill as a whole, plain English. ``unexpressed``: units that no edit can make.
    """

    title: str
    resolved: tuple[Resolved, ...]
    edits: tuple[Edit, ...] = ()
    frame: BillFrame = NOTHING_DECIDED
    not_kept: tuple[str, ...] = ()
    left_over: tuple[str, ...] = ()
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
        return _refused(base, bill, orders, refusal.problems)
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


def _refused(base: Tree, bill: str, orders: list[Instruction], problems: tuple[str, ...]) -> Resolution:
    by_section: dict[str, list[str]] = defaultdict(list)
    left_over = []
    for problem in problems:
        match = _PROBLEM.match(problem)
        if match and any(order.section == match["section"] for order in orders):
            by_section[match["section"]].append(match["sentence"])
        else:
            left_over.append(problem)
    resolved = tuple(_resolved(base, order, by_section.get(order.section, [])) for order in orders)
    return Resolution(_title(bill), resolved, left_over=tuple(left_over))


def _resolved(base: Tree, order: Instruction, sentences: list[str]) -> Resolved:
    if not sentences:
        return Resolved(order)
    fault, at = _fault(base, order)
    return Resolved(order, fault, at, tuple(sentences))


def _fault(base: Tree, order: Instruction) -> tuple[str, str]:
    """What is wrong, as far as it can be said without words, and the unit it is about."""
    if order.action is Action.UNKNOWN or order.problems:
        return "not_understood", ""
    names = [base.title, *([base.code.title] if base.code else [])]
    if order.act and not any(same_law(order.act, name) for name in names):
        return "other_law", ""
    for target in order.targets:
        found = unit_address(target)
        if found is None:
            continue
        stands = base.get(cited_section(base, found.section)) is not None
        if order.action is Action.INSERT and not found.steps:
            if stands:
                return "exists", found.section
        elif not stands:
            return "missing", found.section
    return ("damaged" if order.damage else "misfit"), next(iter(order.targets), "")


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
