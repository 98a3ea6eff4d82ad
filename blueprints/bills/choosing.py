"""The approved proposals of an act to choose from, each with what it changes and who approved it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from blueprints.proposals.comparing import counts
from blueprints.proposals.heads import SHORT_HASH
from extensions import db
from law.citing.citation import cite
from models.act import Act
from models.proposal import Proposal
from services.drafting import comparisons
from services.legislating import bill_making
from services.legislating.bill_making import MOST_PARTS
from services.reviewing import reviews


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposal. ``units``: what it changes, cited; ``approved_by``: by name; ``is_ticked``: as the form shows it."""

    proposal: Proposal
    counts: Mapping[str, int]
    units: tuple[str, ...]
    approved_by: tuple[str, ...]
    is_ticked: bool

    @property
    def value(self) -> str:
        """As it is sent: the number, and the beginning of the hash of the text that was shown."""
        return f"{self.proposal.id}-{(self.proposal.content_hash or '')[:SHORT_HASH]}"


def choices(act: Act, *, ticked: Mapping[int, str] | None) -> list[Choice]:
    """What can be put into a bill. ``ticked``: as typed; none: all are."""
    return [_choice(one, ticked) for one in bill_making.choosable(db.session, act=act)]


def _choice(proposal: Proposal, ticked: Mapping[int, str] | None) -> Choice:
    compared = comparisons.compare(db.session, proposal=proposal, old=0, new=proposal.draft_count)
    sections = compared.comparison.sections
    reviewers = reviews.reviewers_of(db.session, proposal=proposal)
    return Choice(
        proposal,
        counts(sections),
        tuple(dict.fromkeys(cite(section.address) or section.address for section in sections)),
        tuple(review.reviewer.name for review in reviewers if review.counts),
        ticked is None or proposal.id in ticked,
    )


def typed_choice() -> dict[int, str]:
    """The chosen proposals by number, with the hash that was shown; what is no such value is left out."""
    found: dict[int, str] = {}
    for value in request.form.getlist("proposal")[: 2 * MOST_PARTS]:
        number, _, seen = value.partition("-")
        if number.isascii() and number.isdecimal() and len(number) < 10:
            found[int(number)] = seen
    return found
