"""Proposals: made, named, written on, and saved as drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from law.editing.edit import Edit
from models.act import Act
from models.base import utc_now
from models.proposal import Draft, Proposal, Topic, WorkingCopy
from models.user import User
from review.approval import content_hash, normalised, touched
from review.record import Happening
from review.workflow import Deed, Role, Standing, require
from services.acts import editions
from services.drafting.drafts import applied, as_edits, as_stored, checked_edits
from services.drafting.taken import settle_taken
from services.failures import Fault, Refused, StaleWrite
from services.legislating.frames import NOTHING_DECIDED, BillFrame, checked_frame, read_frame
from services.people.visibility import find_proposal, last_draft, lock_proposal
from services.record import record
from services.reviewing.standings import approving_ids, standing_of
from services.transaction import checked, transaction

LONGEST_TITLE = 300
LONGEST_PROSE = 20_000


@dataclass(frozen=True, slots=True)
class Details:
    """What a proposal says about itself, with the version that a form was based on."""

    topic: Topic
    title: str
    reasons: str
    version: int


@dataclass(frozen=True, slots=True)
class WorkingText:
    """What is being written. ``revision`` 0: nothing was kept since the proposal was made.

    ``based_on``: number of the draft it began from, 0 for the act itself.
    """

    edits: tuple[Edit, ...]
    revision: int
    based_on: int
    updated_by: str = ""
    updated_at: datetime | None = None
    frame: BillFrame = NOTHING_DECIDED


@dataclass(frozen=True, slots=True)
class Saved:
    """The proposal's draft after saving; ``is_new`` is false where nothing had changed."""

    draft: Draft
    is_new: bool


def create(
    session: Session, *, user: User, act: Act, topic: Topic, title: str, reasons: str = "", on: date | None = None
) -> Proposal:
    """A new proposal about the edition in force ``on`` a day (today). :raises Refused: NOT_A_DRAFTER and others."""
    if Role.DRAFTER not in user.roles:
        raise Refused(Fault.NOT_A_DRAFTER)
    edition = editions.edition_in_force(session, act, on or utc_now().date())
    with transaction(session):
        proposal = Proposal(act_id=act.id, edition_id=edition.id, owner_id=user.id, topic=Topic(topic))
        proposal.title, proposal.reasons = _prose(title, reasons)
        session.add(proposal)
        session.flush()
        details = {"title": proposal.title, "topic": proposal.topic.value, "edition": edition.number}
        _record(session, Happening.PROPOSAL_CREATED, user, proposal, details)
    return find_proposal(session, user, proposal.id)


def _prose(title: str, reasons: str) -> tuple[str, str]:
    name = " ".join(checked(title, longest=LONGEST_TITLE).split())
    if not name:
        raise Refused(Fault.TITLE_MISSING)
    return name, checked(reasons, longest=LONGEST_PROSE).strip()


def change_details(
    session: Session, *, user: User, proposal_id: int, topic: Topic, title: str, reasons: str, seen_version: int
) -> Proposal:
    """Change what the proposal says about itself. :raises StaleWrite: with the Details now stored."""
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        require(Deed.EDIT, proposal.state, standing_of(session, user, proposal))
        if proposal.version != seen_version:
            raise StaleWrite("details", details_of(proposal))
        name, why = _prose(title, reasons)
        if (Topic(topic), name, why) != (proposal.topic, proposal.title, proposal.reasons):
            proposal.topic, proposal.title, proposal.reasons = Topic(topic), name, why
            details = {"title": name, "topic": proposal.topic.value}
            _record(session, Happening.DETAILS_CHANGED, user, proposal, details)
    return proposal


def details_of(proposal: Proposal) -> Details:
    """What a form about the proposal starts from."""
    return Details(proposal.topic, proposal.title, proposal.reasons, proposal.version)


def working_text(session: Session, *, user: User, proposal: Proposal, standing: Standing | None = None) -> WorkingText:
    """What is being written; where nothing is, the last draft; where none is, nothing.

    For authors only. ``standing``: the person's, where it is known already. :raises ActionRefused: for others.
    """
    require(Deed.EDIT, proposal.state, standing or standing_of(session, user, proposal))
    return _working_text(session, proposal)


def _working_text(session: Session, proposal: Proposal) -> WorkingText:
    query = select(WorkingCopy).where(WorkingCopy.proposal_id == proposal.id)
    copy = session.scalar(query.options(joinedload(WorkingCopy.updated_by)).execution_options(populate_existing=True))
    if copy is None:
        return WorkingText((), 0, 0)
    number = session.scalar(select(Draft.number).where(Draft.id == copy.based_on_id)) if copy.based_on_id else 0
    return WorkingText(
        as_edits(copy.edits),
        copy.revision,
        number or 0,
        copy.updated_by.name,
        copy.updated_at,
        read_frame(copy.frame),
    )


def save_working_copy(
    session: Session,
    *,
    user: User,
    proposal_id: int,
    seen_revision: int,
    edits: Iterable[Edit] | None = None,
    frame: BillFrame | None = None,
) -> WorkingText:
    """Keep what was typed, be it fit for a draft or not yet; of text and frame, none keeps what is stored.

    :raises StaleWrite: with the WorkingText now stored.
    """
    typed = None if edits is None else checked_edits(edits)
    decided = None if frame is None else checked_frame(frame)
    with transaction(session):
        proposal = lock_for_editing(session, user, proposal_id, seen_revision)
        keep(session, user, proposal, *_complete(session, proposal, typed, decided))
    return _working_text(session, proposal)


def lock_for_editing(session: Session, user: User, proposal_id: int, seen_revision: int) -> Proposal:
    """The proposal, locked for an author who saw its working copy as it is now. :raises StaleWrite:"""
    proposal = lock_proposal(session, user, proposal_id)
    require(Deed.EDIT, proposal.state, standing_of(session, user, proposal))
    theirs = _working_text(session, proposal)
    if theirs.revision != seen_revision:
        raise StaleWrite("working_copy", theirs)
    return proposal


def _complete(
    session: Session, proposal: Proposal, edits: tuple[Edit, ...] | None, frame: BillFrame | None
) -> tuple[tuple[Edit, ...], BillFrame]:
    """What was given, and of what was not, what is stored."""
    stored = _working_text(session, proposal)
    return (stored.edits if edits is None else edits), (stored.frame if frame is None else frame)


def keep(
    session: Session,
    user: User,
    proposal: Proposal,
    edits: tuple[Edit, ...],
    frame: BillFrame,
    draft: Draft | None = None,
) -> None:
    """Write the working copy; ``draft``: the one just made of it."""
    copy = session.get(WorkingCopy, proposal.id)
    if copy is None:
        copy = WorkingCopy(proposal_id=proposal.id, revision=0)
        session.add(copy)
    stored = as_stored(edits)
    if copy.revision and (copy.edits, copy.frame) == (stored, frame.stored) and draft is None:
        return
    copy.edits, copy.frame, copy.revision = stored, frame.stored, copy.revision + 1
    copy.based_on_id = draft.id if draft else copy.based_on_id
    copy.updated_by_id, copy.updated_at = user.id, utc_now()


def save_draft(
    session: Session,
    *,
    user: User,
    proposal_id: int,
    seen_revision: int,
    edits: Iterable[Edit] | None = None,
    frame: BillFrame | None = None,
    note: str = "",
) -> Saved:
    """Make the next numbered draft of what is being written; none where its content is that of the last one.

    ``edits``, ``frame``: none takes the working copy as stored. :raises StaleWrite: with the WorkingText now stored.
    :raises law.editing.edit.EditError: where an edit does not fit the act. :raises Refused: NOTHING_EDITED and others.
    """
    typed = None if edits is None else checked_edits(edits)
    given = None if frame is None else checked_frame(frame)
    said = checked(note, longest=LONGEST_PROSE).strip()
    with transaction(session):
        proposal = lock_for_editing(session, user, proposal_id, seen_revision)
        return make_draft(session, user, proposal, *_complete(session, proposal, typed, given), note=said)


def make_draft(
    session: Session, user: User, proposal: Proposal, edits: tuple[Edit, ...], frame: BillFrame, *, note: str = ""
) -> Saved:
    """The same in the transaction of the caller, who locked the proposal for an author and checked what was given."""
    base = editions.tree(proposal.edition)
    fit = normalised(base, edits)
    applied(base, fit)
    if not fit:
        raise Refused(Fault.NOTHING_EDITED)
    hashed = content_hash(touched(base, fit), frame.substance)
    previous = last_draft(session, proposal)
    if previous is not None and _same(previous, hashed, frame, proposal):
        return Saved(previous, is_new=False)
    draft = _add_draft(session, user, proposal, fit, frame, hashed, note)
    keep(session, user, proposal, fit, frame, draft)
    return Saved(draft, is_new=True)


def _same(draft: Draft, hashed: str, frame: BillFrame, proposal: Proposal) -> bool:
    """Whether a draft is what is to be saved, to the number of the bill."""
    kept = (draft.content_hash, draft.edition_id, draft.frame)
    return kept == (hashed, proposal.edition_id, frame.stored)


def _add_draft(
    session: Session,
    user: User,
    proposal: Proposal,
    edits: tuple[Edit, ...],
    frame: BillFrame,
    hashed: str,
    note: str,
) -> Draft:
    fallen = approving_ids(session, proposal) if proposal.draft_count else frozenset()
    draft = Draft(
        proposal_id=proposal.id,
        act_id=proposal.act_id,
        edition_id=proposal.edition_id,
        number=proposal.draft_count + 1,
        edits=as_stored(edits),
        frame=frame.stored,
        content_hash=hashed,
        author_id=user.id,
        note=note,
    )
    session.add(draft)
    proposal.draft_count, proposal.content_hash = draft.number, hashed
    session.flush()
    settle_taken(session, draft)
    voided = sorted(fallen - approving_ids(session, proposal))
    _record(
        session,
        Happening.DRAFT_SAVED,
        user,
        proposal,
        {"draft": draft.number, "hash": hashed, "units": len(edits), "voided": voided, "note": note},
    )
    return draft


def list_drafts(session: Session, *, proposal: Proposal) -> list[Draft]:
    """All drafts of a proposal that was found for the person, the newest first."""
    query = select(Draft).where(Draft.proposal_id == proposal.id).order_by(Draft.number.desc())
    return list(session.scalars(query.options(joinedload(Draft.author))))


def _record(session: Session, what: str, user: User, proposal: Proposal, details: Mapping[str, object]) -> None:
    record(session, action=what, actor=user, proposal_id=proposal.id, act_id=proposal.act_id, details=details)
