"""What else an edit touches: other open proposals about the same unit, the size and quorum of a board."""

from __future__ import annotations

from dataclasses import dataclass

from blueprints.access import current_user
from blueprints.proposals import seats
from blueprints.proposals.heads import Head
from extensions import db
from models.proposal import Proposal
from services import dashboard, seating


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """``others``: open proposals about the unit, or behind it. ``members`` and ``quorum`` of a board: before, after."""

    others: tuple[Proposal, ...] = ()
    members: tuple[str, ...] = ()
    quorum: tuple[str, ...] = ()


def elsewhere(head: Head) -> dict[str, Elsewhere]:
    """By address, for every unit of what is being written."""
    touching = dashboard.touching(db.session, user=current_user(), act=head.proposal.act)
    boards = {place.address for place in seating.board_places(head.proposal, head.writing) if place.is_touched}
    found = {}
    for edit in head.writing.edits:
        others = tuple(other for other in touching.get(edit.address, ()) if other.id != head.proposal.id)
        members, quorum = _board(head, edit.address) if edit.address in boards else ((), ())
        found[edit.address] = Elsewhere(others, members, quorum)
    return found


def _board(head: Head, address: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = seating.seating(head.proposal, head.writing, address)
    before, after = found.composition.before, found.composition.after
    members = seats.people(before), seats.people(after)
    if found.meeting is None:
        return members, ()
    return members, (seats.quorum(found.meeting_before, before), seats.quorum(found.meeting, after))
