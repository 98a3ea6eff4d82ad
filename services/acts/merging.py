"""A proposal that a new edition met, unit by unit: what each side changed, and the two merged into a new draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from law.comparing.codebook import Codebook
from law.comparing.hunks import Hunk
from law.comparing.merge import Merge, doubled_numbers, merge_texts
from law.comparing.rows import text_hunks
from law.editing.edit import Edit
from models.act import Edition
from models.proposal import Proposal
from models.user import User
from review.carrying import Carried, Fate
from review.record import Happening
from services.acts import editions
from services.acts.carrying import meet
from services.drafting.drafts import as_edits, checked_edits
from services.drafting.proposals import LONGEST_PROSE, Saved, lock_for_editing, make_draft, working_text
from services.failures import StaleWrite
from services.people.visibility import last_draft
from services.record import record
from services.transaction import checked, transaction

_MERGED = (Fate.CHANGED, Fate.MOVED)


@dataclass(frozen=True, slots=True)
class UnitMerge:
    """A touched unit three ways: base, new edition and draft; ``merge``: where the new edition has another text."""

    unit: Carried
    merge: Merge | None

    @property
    def text(self) -> str:
        """The text that is proposed for the new draft."""
        return self.merge.text if self.merge else self.unit.edit.text

    @property
    def conflicts(self) -> int:
        """How many places both changed differently."""
        return len(self.merge.conflicts) if self.merge else 0

    def doubled(self, text: str) -> tuple[str, ...]:
        """Numbers that stand twice in ``text`` because each side added an item under them."""
        return doubled_numbers(text, self.unit.theirs, self.unit.edit.text) if self.merge else ()

    @property
    def has_place(self) -> bool:
        """Whether the new edition has a place for it."""
        return bool(self.unit.address)

    @property
    def theirs(self) -> tuple[Hunk, ...]:
        """What the new edition changed."""
        return _hunks(self.unit.base, self.unit.theirs)

    @property
    def ours(self) -> tuple[Hunk, ...]:
        """What the draft changed."""
        return _hunks(self.unit.base, self.unit.edit.text)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A proposal and the newest edition of its act. ``revision``: of the working copy; 0: there is none."""

    old: Edition
    newest: Edition
    units: tuple[UnitMerge, ...]
    revision: int


def meeting(session: Session, *, user: User, proposal: Proposal, may_edit: bool) -> Meeting | None:
    """The proposal three ways; None where it is on the newest. Authors see what they write, others the draft."""
    newest = editions.newest_edition(session, proposal.act_id)
    if newest is None or newest.id == proposal.edition_id:
        return None
    working = working_text(session, user=user, proposal=proposal) if may_edit else None
    draft = last_draft(session, proposal)
    edits = working.edits if working and working.revision else as_edits(draft.edits) if draft else ()
    units = meet(editions.tree(proposal.edition), editions.tree(newest), edits)
    return Meeting(proposal.edition, newest, tuple(map(_merged, units)), working.revision if working else 0)


def _merged(unit: Carried) -> UnitMerge:
    differs = unit.fate in _MERGED and not unit.edit.after
    return UnitMerge(unit, merge_texts(unit.base, unit.theirs, unit.edit.text) if differs else None)


def _hunks(old: str, new: str) -> tuple[Hunk, ...]:
    return text_hunks(old, new, Codebook()) if old != new else ((Hunk("equal", old),) if old else ())


def save(
    session: Session,
    *,
    user: User,
    proposal_id: int,
    seen_revision: int,
    seen_edition: int,
    edits: Iterable[Edit],
    note: str = "",
) -> Saved:
    """Make the next draft on the newest edition. ``seen_edition``: the number of the edition that was merged with.

    :raises StaleWrite: where somebody wrote, or another edition came, since the page was shown.
    :raises law.editing.edit.EditError: :raises Refused: NOTHING_EDITED where the new edition says it all already.
    """
    typed, said = checked_edits(edits), checked(note, longest=LONGEST_PROSE).strip()
    with transaction(session):
        proposal = lock_for_editing(session, user, proposal_id, seen_revision)
        newest = editions.newest_edition(session, proposal.act_id)
        if newest is None or newest.number != seen_edition or newest.id == proposal.edition_id:
            raise StaleWrite("edition", newest.number if newest else 0)
        frame = working_text(session, user=user, proposal=proposal).frame
        proposal.edition = newest
        session.flush()
        saved = make_draft(session, user, proposal, typed, frame, note=said)
        details = {"edition": newest.number, "draft": saved.draft.number}
        record(
            session,
            action=Happening.EDITION_MERGED,
            actor=user,
            proposal_id=proposal.id,
            act_id=proposal.act_id,
            details=details,
        )
    return saved
