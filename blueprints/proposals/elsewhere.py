"""What else an edit touches: other open proposals about the same unit, the size and quorum of a board."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from blueprints.access import current_user
from blueprints.proposals import seats
from blueprints.proposals.heads import Head
from extensions import db
from models.proposal import Proposal
from services.drafting import seating
from services.drafting.comparisons import version
from services.drafting.previews import section_address
from services.reviewing import comments
from services.reviewing.placing import Placed, place_threads
from services.telling import dashboard


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """``others``: open proposals about the unit, or behind it. ``said``: what is open and was said about it.

    ``members`` and ``quorum`` of a board: before, after.
    """

    others: tuple[Proposal, ...] = ()
    said: tuple[Placed, ...] = ()
    members: tuple[str, ...] = ()
    quorum: tuple[str, ...] = ()


def elsewhere(head: Head) -> dict[str, Elsewhere]:
    """By address, for every unit of what is being written."""
    touching = dashboard.touching(db.session, user=current_user(), act=head.proposal.act)
    boards = {place.address for place in seating.board_places(head.proposal, head.writing) if place.is_touched}
    said = _said(head)
    found = {}
    for edit in head.writing.edits:
        others = tuple(other for other in touching.get(edit.address, ()) if other.id != head.proposal.id)
        members, quorum = _board(head, edit.address) if edit.address in boards else ((), ())
        found[edit.address] = Elsewhere(others, tuple(said.get(edit.address, ())), members, quorum)
    return found


def _said(head: Head) -> dict[str, list[Placed]]:
    """What is not resolved, by the section it stands at in the last draft: a drafter answers while writing."""
    shown = version(db.session, proposal=head.proposal, number=head.proposal.draft_count)
    threads = [one for one in comments.list_threads(db.session, proposal=head.proposal) if not one.first.resolved_at]
    found: dict[str, list[Placed]] = defaultdict(list)
    for placed in place_threads(threads, shown):
        found[section_address(placed.anchor.address)].append(placed)
    return found


def _board(head: Head, address: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = seating.seating(head.proposal, head.writing, address)
    before, after = found.composition.before, found.composition.after
    members = seats.people(before), seats.people(after)
    if found.meeting is None:
        return members, ()
    return members, (seats.quorum(found.meeting_before, before), seats.quorum(found.meeting, after))
