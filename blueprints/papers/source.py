"""What the papers of a draft are made from, loaded once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from flask import url_for
from flask_babel import force_locale

from blueprints.papers.kinds import version_name
from blueprints.wording import STATES
from documents.matter import Matter
from documents.model import Note
from extensions import db
from law.amend import Clause
from law.dates import BANGKOK
from models.base import utc_now
from models.proposal import Draft, Proposal
from review.workflow import AGREED, State
from services.drafting import comparisons, seating
from services.drafting.comparisons import Compared
from services.drafting.drafts import as_edits
from services.drafting.seating import Seating, Writing
from services.failures import NotFound
from services.keeping import audit
from services.legislating import bills
from services.legislating.bill_layout import BillLayout, lay_out
from services.legislating.bills import WrittenBill
from services.legislating.frames import read_frame
from services.reviewing import comments
from services.reviewing.comments import Thread


class NoBill(Exception):
    """The draft has no bill that could be printed."""


class NoBoard(Exception):
    """The draft touches no board."""


@dataclass
class Source:
    """Two versions of a proposal that was found for the person. ``verified_at``: the address that checks codes."""

    proposal: Proposal
    compared: Compared
    verified_at: str = ""

    @cached_property
    def draft(self) -> Draft:
        assert self.compared.new.draft is not None  # version 0 is no paper of a proposal
        return self.compared.new.draft

    @cached_property
    def matter(self) -> Matter:
        proposal, draft = self.proposal, self.draft
        return Matter(
            proposal=proposal.title,
            act=proposal.act.title,
            old=version_name(self.compared.old.number),
            new=version_name(draft.number),
            state=thai_state(proposal.state),
            content_hash=draft.content_hash,
            printed=day(utc_now()),
            approved=proposal.state in AGREED and draft.content_hash == proposal.content_hash,
            reasons=proposal.reasons,
            author=draft.author.name,
            changed=draft.created_at,
            record_head=audit.head(db.session),
            verified_at=self.verified_at,
        )

    @cached_property
    def bill(self) -> WrittenBill:
        return bills.bill_of_draft(self.draft)

    @cached_property
    def clauses(self) -> Mapping[str, tuple[Clause, ...]]:
        """The amending clauses by the section or division that they change."""
        return self.bill.by_section if self.bill.bill is not None else {}

    @cached_property
    def layout(self) -> BillLayout:
        """:raises NoBill:"""
        if self.bill.bill is None:
            raise NoBill
        return lay_out(self.bill.bill, len(read_frame(self.draft.frame).transitional))

    @cached_property
    def boards(self) -> tuple[Seating, ...]:
        """Every board that the draft touches, in the order of its edits."""
        writing = Writing(as_edits(self.draft.edits), None, read_frame(self.draft.frame).transitional)
        return boards_in(self.proposal, writing)

    @cached_property
    def threads(self) -> list[Thread]:
        return comments.list_threads(db.session, proposal=self.proposal)

    @property
    def notes(self) -> Mapping[str, tuple[Note, ...]]:
        """Open comments on this draft, by the unit they are about; replies follow what they answer."""
        found: dict[str, list[Note]] = defaultdict(list)
        for thread in self.threads:
            first = thread.first
            if first.resolved_at is not None or first.draft is None or first.draft.number != self.draft.number:
                continue
            for comment in (first, *thread.replies):
                at = day(comment.created_at)
                found[first.address].append(Note(comment.author.name, at, comment.body, first.quote))
        return {address: tuple(notes) for address, notes in found.items()}


LONGEST_ADDRESS = 200  # characters that still make a square code
_MOST_BOARDS = 20  # that one section creates


def boards_in(proposal: Proposal, writing: Writing) -> tuple[Seating, ...]:
    """Every board that is touched, in the order of the edits."""
    settled = seating.is_settled(writing)
    found = (_boards_at(proposal, writing, edit.address, settled) for edit in writing.edits)
    return tuple(board for boards in found for board in boards)


def _boards_at(proposal: Proposal, writing: Writing, address: str, settled: bool) -> Iterator[Seating]:
    for number in range(_MOST_BOARDS):
        try:
            found = seating.seating(proposal, writing, address, number, settled=settled)
        except NotFound:  # a heading, or a section that is gone
            return
        if found.before is None and found.after is None:
            return
        yield found


def source_of(proposal: Proposal, old: int, new: int, verified_at: str = "") -> Source:
    """:raises NotFound: for a version that the proposal does not have."""
    compared = comparisons.compare(db.session, proposal=proposal, old=old, new=new)
    return Source(proposal, compared, verified_at)


def verifying_address() -> str:
    """The address that checks codes, as this site is called; empty where it is too long to be printed."""
    address = url_for("papers.verify", _external=True)
    return address if len(address) <= LONGEST_ADDRESS else ""  # no browser calls a site so


def thai_state(state: State) -> str:
    """In Thai on an English page as well."""
    with force_locale("th"):
        return str(STATES[state])


def day(moment: datetime) -> date:
    """The day in Bangkok."""
    return moment.astimezone(BANGKOK).date()
