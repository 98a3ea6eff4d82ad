"""From a bill of several proposals to its papers: each kind, and all of them in one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from flask_babel import force_locale

from blueprints.bills.shown import STATES
from blueprints.papers.composition import board_paper
from blueprints.papers.making import substance_of
from blueprints.papers.review_file import review_paper
from blueprints.papers.source import NoBill, NoBoard, boards_in, day, source_of
from documents.matter import Matter
from documents.model import Block, Document, Package, Paragraph, Run, Style
from documents.papers import differences
from documents.papers.bill import bill as bill_paper
from documents.papers.provenance import footnotes
from documents.papers.substance import substance
from documents.papers.whole_act import consolidated
from extensions import db
from law.numerals import thai
from models.base import utc_now
from models.bill import BillState
from services.acts.exchange import bill_text
from services.drafting.seating import Seating, Writing
from services.keeping import audit
from services.legislating.bill_layout import lay_out
from services.legislating.joint_bills import JointBill

_HOW_TO_CHECK = (
    "หน้าทุกหน้ามีรหัสของร่างและของบันทึกเหตุการณ์ ส่องรหัสรูปสี่เหลี่ยมหรือพิมพ์รหัสในหน้าตรวจสอบ เพื่อดูว่ายังเป็นข้อความปัจจุบันของร่างหรือไม่"
)
# In the order in which a package is read.
IN_PACKAGE = ("substance", "bill", "table", "changes", "clean", "board", "review")


@dataclass(frozen=True, slots=True)
class BillSource:
    """What the papers of a bill are made from. ``verified_at``: the address that checks codes."""

    joint: JointBill
    verified_at: str = ""

    @property
    def matter(self) -> Matter:
        """Where the text comes from. Approved is only what was approved as it stands: nothing merged or lacking."""
        joint, bill = self.joint, self.joint.bill
        return Matter(
            called="ร่าง",
            proposal=bill.title,
            act=bill.act.title,
            old="กฎหมายที่ใช้อยู่",
            new="ร่างพระราชบัญญัติ",
            state=str(STATES[bill.state]),
            content_hash=joint.text_hash,
            bill=bill.id,
            printed=day(utc_now()),
            approved=joint.is_complete and not joint.combined.to_confirm,
            enacted=bill.state is BillState.ENACTED,
            reasons=joint.reasons,
            author=bill.created_by.name,
            changed=bill.closed_at or bill.created_at,
            record_head=audit.head(db.session),
            verified_at=self.verified_at,
        )


def document(kind: str, source: BillSource) -> Document | Package:
    """One paper, in Thai whatever the language of the page. :raises NoBill: :raises NoBoard:"""
    with force_locale("th"):
        made = _package if kind == "package" else _MAKERS[kind]
        return made(source.joint, source.matter)


def _bill(joint: JointBill, about: Matter) -> Document:
    made = joint.written.bill
    if made is None:
        raise NoBill
    return bill_paper(bill_text(made, len(joint.joint.frame.transitional)), about)


def _act(joint: JointBill, about: Matter, *, marked: bool) -> Document:
    notes = footnotes(joint.base, joint.tree, joint.comparison, about)
    return consolidated(joint.base, joint.tree, joint.comparison if marked else None, about, notes)


def _table(joint: JointBill, about: Matter) -> Document:
    reasons = {section.address: joint.reasons_for(section.address) for section in joint.comparison.sections}
    return differences.table(joint.base, joint.comparison, about, reasons)


def _substance(joint: JointBill, about: Matter) -> Document:
    made, transitional = joint.written.bill, joint.joint.frame.transitional
    layout = lay_out(made, len(transitional)) if made is not None else None
    clauses = joint.written.by_section if made is not None else {}
    return substance(joint.comparison, substance_of(clauses, boards(joint), layout, transitional), about)


def boards(joint: JointBill) -> tuple[Seating, ...]:
    """Those that the bill touches, as they would be by all its proposals together."""
    if not joint.parts:
        return ()
    writing = Writing(joint.combined.edits, None, joint.joint.frame.transitional, joint.bill.edition)
    return boards_in(joint.parts[0].proposal, writing)


def _review(joint: JointBill, about: Matter) -> Document:
    """The files of all its proposals, each under its name."""
    blocks: list[Block] = []
    for number, part in enumerate(joint.parts, start=1):
        name = Run(f"ข้อเสนอที่ {thai(number)}  {part.proposal.title}", strong=True)
        file = review_paper(source_of(part.proposal, 0, part.draft.number))
        blocks += [Paragraph((name,), Style.HEADING, level=1), *file.blocks]
    return about.document("แฟ้มการตรวจ", blocks, facts=about.facts_of_one, landscape=True)


def _package(joint: JointBill, about: Matter) -> Package:
    """All papers that the bill has."""
    papers = []
    for kind in IN_PACKAGE:
        with suppress(NoBoard):
            papers.append(_MAKERS[kind](joint, about))
    return Package(f"ชุดเอกสาร {joint.bill.title}", tuple(papers), (_HOW_TO_CHECK,))


_MAKERS: dict[str, Callable[[JointBill, Matter], Document]] = {
    "substance": _substance,
    "bill": _bill,
    "table": _table,
    "changes": lambda joint, about: differences.changes(joint.base, joint.comparison, about),
    "sides": lambda joint, about: differences.beside(joint.base, joint.comparison, about),
    "act": lambda joint, about: _act(joint, about, marked=True),
    "clean": lambda joint, about: _act(joint, about, marked=False),
    "board": lambda joint, about: board_paper(boards(joint), [*joint.proposals.values()], about),
    "review": _review,
}
KINDS_OF_BILLS = (*_MAKERS, "package")
