"""A new edition of an act meets the open proposals: those it leaves alone go on, the others are told.

Called by the import, in its transaction: either the edition is there and every proposal knows of it, or nothing is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from law.act import Act as Tree
from law.compare import compare_acts
from law.editing.edit import Edit, EditError
from models.act import Act, Edition
from models.base import utc_now
from models.proposal import Draft, Proposal, WorkingCopy
from models.user import User
from review.approval import content_hash, touched
from review.carrying import Carried, Fate, after_a_hit, carried, is_left_alone, moved_units
from review.record import Happening
from review.workflow import OPEN_STATES, State
from services.acts import editions
from services.drafting.drafts import applied, as_edits, as_stored
from services.failures import Refused
from services.legislating.bills_carried import carry_bills, keep_part, leave
from services.legislating.frames import read_frame
from services.people.visibility import last_draft, visible_to
from services.record import record
from services.reviewing.standings import approving_ids

CONCERNED = (*OPEN_STATES, State.APPROVED, State.IN_BILL)


@dataclass(frozen=True, slots=True)
class Hit:
    """A proposal that an edition would meet. ``units``: what the edition changes of what it touches."""

    proposal: Proposal
    units: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an import would do to open proposals. ``hidden``: proposals that the person may not see and would be met."""

    hits: tuple[Hit, ...]
    going_on: int
    hidden: int


def outlook(session: Session, *, user: User, act: Act, tree: Tree, without: Collection[int] = ()) -> Outlook:
    """What the edition that ``tree`` would become does to the open proposals of the act; nothing is stored.

    ``without``: proposals by number that make the edition, and so do not meet it.
    """
    seen = set(session.scalars(select(Proposal.id).where(Proposal.act_id == act.id, visible_to(user))))
    hits: list[Hit] = []
    going_on = hidden = 0
    met = (proposal for proposal in session.scalars(_open(act)).all() if proposal.id not in without)
    for proposal in met:
        units = _touched_by(session, proposal, tree)
        if is_left_alone(units):
            going_on += 1
        elif proposal.id in seen:
            hits.append(Hit(proposal, _met(units)))
        else:
            hidden += 1
    return Outlook(tuple(hits), going_on, hidden)


def lock_open(session: Session, act: Act) -> Sequence[Proposal]:
    """The open proposals of the act as they are now; nobody changes them until the transaction ends.

    Before anything is recorded: whoever decides on one locks the proposal first and then waits for the record.
    """
    query = _open(act).with_for_update(of=Proposal, key_share=True).execution_options(populate_existing=True)
    return session.scalars(query).all()


def carry(session: Session, *, user: User | None, edition: Edition, proposals: Iterable[Proposal]) -> None:
    """Let the edition that was just stored meet the proposals, which are locked. The caller commits."""
    if editions.newest_edition(session, edition.act_id) is not edition:
        return  # an older text was brought in for its history
    tree = editions.tree(edition)
    for proposal in proposals:
        units = _touched_by(session, proposal, tree)
        if is_left_alone(units):
            _go_on(session, user, proposal, edition)
        else:
            _hit(session, user, proposal, edition, _met(units))
    carry_bills(session, user, edition)


def _open(act: Act):  # type: ignore[no-untyped-def]
    query = select(Proposal).where(Proposal.act_id == act.id, Proposal.state.in_(CONCERNED)).order_by(Proposal.id)
    return query.options(joinedload(Proposal.edition, innerjoin=True), joinedload(Proposal.act, innerjoin=True))


def _touched_by(session: Session, proposal: Proposal, tree: Tree) -> tuple[Carried, ...]:
    """What the last draft and the working copy touch, on its way to the new text."""
    old = editions.tree(proposal.edition)
    edits = dict.fromkeys([*_drafted(session, proposal), *_being_written(session, proposal)])
    units = meet(old, tree, edits)
    if is_left_alone(units) and not _fits(tree, _drafted(session, proposal)):
        return tuple(Carried(unit.edit, Fate.NO_PLACE, "", unit.base, unit.theirs) for unit in units)
    return units


def meet(old: Tree, new: Tree, edits: Iterable[Edit]) -> tuple[Carried, ...]:
    """The edits on their way to a new edition; the two are compared only where a unit is not what it was."""
    found = tuple(edits)
    units = carried(old, new, found, {})
    if is_left_alone(units):
        return units
    return carried(old, new, found, moved_units(compare_acts(old, new)))


def _fits(tree: Tree, edits: Iterable[Edit]) -> bool:
    try:
        applied(tree, edits)
    except (EditError, Refused):
        return False
    return True


def _drafted(session: Session, proposal: Proposal) -> tuple[Edit, ...]:
    draft = last_draft(session, proposal)
    return as_edits(draft.edits) if draft else ()


def _being_written(session: Session, proposal: Proposal) -> tuple[Edit, ...]:
    copy = session.get(WorkingCopy, proposal.id, populate_existing=True)
    return as_edits(copy.edits) if copy else ()


def _met(units: Iterable[Carried]) -> tuple[Carried, ...]:
    return tuple(unit for unit in units if unit.fate is not Fate.UNTOUCHED)


def _go_on(session: Session, user: User | None, proposal: Proposal, edition: Edition) -> None:
    """The same draft upon the new edition, by the same author: its hash is the same, so its approvals count."""
    last = last_draft(session, proposal)
    proposal.edition_id = edition.id
    draft = _drafted_again(session, proposal, last, edition) if last else None
    session.flush()
    keep_part(session, proposal, draft)
    _turn_page(session, proposal, last, draft)
    details = {"edition": edition.number} | ({"draft": draft.number, "hash": draft.content_hash} if draft else {})
    _record(session, Happening.EDITION_CARRIED, user, proposal, details)


def _drafted_again(session: Session, proposal: Proposal, last: Draft, edition: Edition) -> Draft:
    edits = as_edits(last.edits)
    hashed = content_hash(touched(editions.tree(edition), edits), read_frame(last.frame).substance)
    assert hashed == last.content_hash, "what a new edition leaves alone has the same hash"
    draft = Draft(
        proposal_id=proposal.id,
        act_id=proposal.act_id,
        edition_id=edition.id,
        number=last.number + 1,
        edits=last.edits,
        frame=last.frame,
        content_hash=hashed,
        author_id=last.author_id,
    )
    session.add(draft)
    proposal.draft_count = draft.number
    return draft


def _turn_page(session: Session, proposal: Proposal, last: Draft | None, draft: Draft | None) -> None:
    """Whoever has the editor open has it on the old edition: a revision more, so that nothing is saved over unseen."""
    copy = session.get(WorkingCopy, proposal.id)
    if copy is None:
        copy = WorkingCopy(proposal_id=proposal.id, revision=0, edits=as_stored(()), frame={})
        copy.updated_by_id = proposal.owner_id
        session.add(copy)
    copy.revision, copy.updated_at = copy.revision + 1, utc_now()
    if draft is not None and last is not None and copy.based_on_id == last.id:
        copy.based_on_id = draft.id
    session.flush()


def _hit(session: Session, user: User | None, proposal: Proposal, edition: Edition, units: Iterable[Carried]) -> None:
    """Approvals count no more; what was approved goes back to be written. The draft stays as it is."""
    voided = sorted(approving_ids(session, proposal)) if proposal.draft_count else []
    source, target = proposal.state, after_a_hit(proposal.state)
    left = leave(session, proposal)
    if target is not source:
        proposal.state, proposal.state_since = target, utc_now()
    proposal.round += 1
    details = {
        "edition": edition.number,
        "units": sorted({unit.edit.address for unit in units}),
        "voided": voided,
        "from": source.value,
        "to": target.value,
    } | left
    _record(session, Happening.EDITION_HIT, user, proposal, details)


def _record(
    session: Session, what: Happening, user: User | None, proposal: Proposal, details: dict[str, object]
) -> None:
    record(session, action=what, actor=user, proposal_id=proposal.id, act_id=proposal.act_id, details=details)
