"""Editions, drafts and bills as files for other systems: Akoma Ntoso, with the identity of each."""

from __future__ import annotations

from datetime import date

from documents.akn import act_xml, changes_made
from documents.akn_bill import bill_xml
from documents.akn_meta import Identity, Provision, begun
from documents.bill import BillSection, BillText
from law.act import Act as Tree
from law.dates import BANGKOK
from models.act import Edition
from models.base import utc_now
from models.proposal import Draft
from services import bills, comparisons, editions
from services.bill_layout import lay_out
from services.comparisons import Version
from services.frames import read_frame


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
    layout = lay_out(written.bill, len(read_frame(draft.frame).transitional))
    sections = tuple(BillSection(one.heading, one.lines, one.quoted) for one in layout.sections)
    text = BillText(layout.title, layout.reasons, sections, layout.closing, layout.attached, written.bill.principle)
    act = _of_edition(draft.edition, editions.tree(draft.edition))
    return bill_xml(text, written.bill.clauses, draft.proposal.reasons, _of_bill(draft, written.bill.title), act)


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
