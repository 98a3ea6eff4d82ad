"""Editions, drafts and bills as files for other systems: Akoma Ntoso, with the identity of each."""

from __future__ import annotations

from datetime import date

from documents.akn.act import act_xml, changes_made
from documents.akn.bill import bill_xml
from documents.akn.meta import Identity, Provision, begun
from documents.papers.bill import BillSection, BillText
from law.act import Act as Tree
from law.amend import Bill
from law.dates import BANGKOK
from models.act import Edition
from models.base import utc_now
from models.proposal import Draft
from services.acts import editions
from services.drafting import comparisons
from services.drafting.comparisons import Version
from services.legislating import bills
from services.legislating.bill_layout import lay_out
from services.legislating.frames import read_frame
from services.legislating.joint_bills import JointBill


def edition_file(edition: Edition) -> bytes:
    """An edition of an act."""
    tree = editions.tree(edition)
    return act_xml(tree, _of_edition(edition, tree))


def draft_file(draft: Draft) -> bytes:
    """The act as it would read by a draft, with what the draft changes."""
    base = Version(0, draft.edition, None, editions.tree(draft.edition))
    compared = comparisons.compare_versions(base, comparisons.version_of(draft))
    new = compared.new.tree
    by = Provision(draft.proposal.title, address=_of_bill(draft).work)
    return act_xml(new, _of_draft(draft, compared.old.tree), changes_made(compared.comparison, new, by))


def bill_file(draft: Draft) -> bytes | None:
    """The bill of a draft with its statement; None where the draft has none."""
    written = bills.bill_of_draft(draft)
    if written.bill is None:
        return None
    text = bill_text(written.bill, len(read_frame(draft.frame).transitional))
    act = _of_edition(draft.edition, editions.tree(draft.edition))
    return bill_xml(text, written.bill.clauses, draft.proposal.reasons, _of_bill(draft, written.bill.title), act)


def joint_file(joint: JointBill) -> bytes | None:
    """The bill that several proposals make, with its statement; None where there is none."""
    written, bill = joint.written, joint.bill
    if written.bill is None:
        return None
    text = bill_text(written.bill, len(joint.frame.transitional))
    begins, dated = bill.created_at.astimezone(BANGKOK).date(), (bill.closed_at or utc_now()).astimezone(BANGKOK).date()
    name, version = f"{bill.act.slug}-bill-{bill.id}", f"version-{bill.version}"
    identity = Identity("bill", name, written.bill.title, begins, dated, _today(), version, bill.created_by.name)
    return bill_xml(text, written.bill.clauses, joint.reasons, identity, _of_edition(bill.edition, joint.base))


def bill_text(bill: Bill, transitional: int) -> BillText:
    """A bill taken apart for paper. ``transitional``: how many such sections it has."""
    layout = lay_out(bill, transitional)
    sections = tuple(BillSection(one.heading, one.lines, one.quoted) for one in layout.sections)
    return BillText(layout.title, layout.reasons, sections, layout.closing, layout.attached, bill.principle)


def _of_edition(edition: Edition, tree: Tree) -> Identity:
    day = edition.in_force_from
    return Identity("act", edition.act.slug, tree.title, begun(tree, day), day, _today(), f"edition-{edition.number}")


def _of_draft(draft: Draft, base: Tree) -> Identity:
    version = f"proposal-{draft.proposal_id}.draft-{draft.number}"
    begins = begun(base, draft.edition.in_force_from)
    slug, written = draft.edition.act.slug, draft.created_at.astimezone(BANGKOK).date()
    return Identity("act", slug, base.title, begins, written, _today(), version, draft.author.name)


def _of_bill(draft: Draft, title: str = "") -> Identity:
    """A bill is a work of its own, begun when its proposal was."""
    proposal = draft.proposal
    begins, written = (moment.astimezone(BANGKOK).date() for moment in (proposal.created_at, draft.created_at))
    name, version = f"{draft.edition.act.slug}-{proposal.id}", f"draft-{draft.number}"
    return Identity("bill", name, title, begins, written, _today(), version, draft.author.name)


def _today() -> date:
    return utc_now().astimezone(BANGKOK).date()
