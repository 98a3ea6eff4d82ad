"""Suggestions that were taken over, when a draft is saved: who suggested becomes an author of it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.proposal import Draft
from models.review import Comment, TakenSuggestion
from services.drafting.comparisons import version_of
from services.reviewing.placing import anchor_of


def settle_taken(session: Session, draft: Draft) -> None:
    """Tie what was taken over since the last draft to this one, unless an author put the old words back before saving.

    Words changed a little after they were taken over are still the suggester's.
    """
    query = select(TakenSuggestion).where(
        TakenSuggestion.proposal_id == draft.proposal_id, TakenSuggestion.draft_id.is_(None)
    )
    for taken in session.scalars(query.options(joinedload(TakenSuggestion.comment))).all():
        if not _was_undone(taken.comment, draft):
            taken.draft_id = draft.id
    session.flush()


def _was_undone(comment: Comment, draft: Draft) -> bool:
    """Whether the old words stand in the draft again, and the suggested ones do not."""
    stands = not anchor_of(comment, version_of(draft)).is_changed
    words = (comment.suggestion or "").splitlines()
    has_new = bool(words) and all(any(line in edit["text"] for edit in draft.edits) for line in words)
    return stands and not has_new
