"""Two versions of an act compared: the base edition and any two drafts of a proposal."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from law import compare as law_compare
from law.act import Act as Tree
from models.act import Edition
from models.proposal import Draft, Proposal
from review.anchors import Carrier
from services.acts import editions
from services.drafting.drafts import draft_tree
from services.people.visibility import find_draft
from services.recent import Recent

_comparisons: Recent[law_compare.Comparison] = Recent(64)
_carriers: Recent[Carrier] = Recent(64)


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison. ``number`` 0: the act, as it stands in ``edition``; else the draft."""

    number: int
    edition: Edition
    draft: Draft | None
    tree: Tree

    @property
    def key(self) -> tuple[str, str]:
        """What its text follows from: the hash of the edition and that of the draft."""
        return self.edition.content_hash, self.draft.content_hash if self.draft else ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions and what changed from the old to the new."""

    old: Version
    new: Version
    comparison: law_compare.Comparison


def version(session: Session, *, proposal: Proposal, number: int) -> Version:
    """Version ``number`` of a proposal that was found for the person: 0 the act, else a draft. :raises NotFound:"""
    if number == 0:
        return Version(0, proposal.edition, None, editions.tree(proposal.edition))
    return version_of(find_draft(session, proposal, number))


def compare(session: Session, *, proposal: Proposal, old: int, new: int) -> Compared:
    """Compare any two versions. :raises NotFound: for a number that the proposal does not have."""
    before = version(session, proposal=proposal, number=old)
    after = before if new == old else version(session, proposal=proposal, number=new)
    return compare_versions(before, after)


def compare_versions(before: Version, after: Version) -> Compared:
    """Any two versions at hand, what changed from the one to the other."""
    return Compared(before, after, _compared(before, after))


def _compared(before: Version, after: Version) -> law_compare.Comparison:
    key = (before.key, after.key, law_compare.ALGORITHM)
    return _comparisons.get(key, lambda: law_compare.compare_acts(before.tree, after.tree))


def carrier(before: Version, after: Version) -> Carrier:
    """What carries the comments on one version to another."""
    key = (before.key, after.key, law_compare.ALGORITHM)
    return _carriers.get(key, lambda: Carrier(before.tree, after.tree, _compared(before, after)))


def version_of(draft: Draft) -> Version:
    """A draft as one side of a comparison."""
    return Version(draft.number, draft.edition, draft, draft_tree(draft))


def compare_trees(old: Tree, new: Tree) -> law_compare.Comparison:
    """Compare what is not stored: the act with a working copy."""
    return law_compare.compare_acts(old, new)
