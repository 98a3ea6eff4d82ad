"""Who reviews a proposal, what was decided and what was said."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, utc_now
from models.columns import Coded, filled, is_hash, one_of
from models.invitation import Invitation
from models.proposal import Draft
from models.user import User
from review.approval import Aspect, Choice


class Assignment(Base):
    """A reviewer of a proposal.

    ``aspect``: what he or she looks after; none: the whole. ``position``: place in the order, from 1; it matters where
    the rule asks for an order. ``due_on``: by when to decide. ``for_id``: who delegated the review to this person.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        one_of("aspect", Aspect),
        CheckConstraint("position >= 1", name="position"),
        CheckConstraint("for_id <> reviewer_id", name="for_another"),
    )

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), primary_key=True, index=True)
    assigned_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    assigned_at: Mapped[datetime] = mapped_column(default=utc_now)
    aspect: Mapped[Aspect | None] = mapped_column(Coded(Aspect))
    position: Mapped[int] = mapped_column(default=1, server_default="1")
    due_on: Mapped[date | None]
    for_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))

    reviewer: Mapped[User] = relationship(foreign_keys=[reviewer_id])
    instead_of: Mapped[User | None] = relationship(foreign_keys=[for_id])


class Decision(Base):
    """What a reviewer decided on one draft. Never changed.

    ``ordinal``: the how-manieth decision of this reviewer on this proposal; unique, so that a double click or two
    simultaneous requests, whatever the locks, can store only one. ``content_hash`` is that of the draft (checked
    by the foreign key). ``reason``: required unless it approves; there it holds remarks. ``aspect``: for which it was
    asked. ``checklist``: the lines as they read then, each ``{line, answer, note}``.
    """

    __tablename__ = "decision"
    __table_args__ = (
        ForeignKeyConstraint(
            ["draft_id", "proposal_id", "content_hash"],
            ["draft.id", "draft.proposal_id", "draft.content_hash"],
            name="fk_decision_draft",
        ),
        UniqueConstraint("proposal_id", "reviewer_id", "ordinal"),
        one_of("choice", Choice),
        one_of("aspect", Aspect),
        CheckConstraint("choice = 'approve' OR trim(reason) <> ''", name="reason_filled"),
        CheckConstraint("round >= 1", name="round"),
        CheckConstraint("ordinal >= 1", name="ordinal"),
        is_hash("content_hash"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    draft_id: Mapped[int] = mapped_column()
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    ordinal: Mapped[int]
    choice: Mapped[Choice] = mapped_column(Coded(Choice))
    content_hash: Mapped[str] = mapped_column(String(64))
    round: Mapped[int]
    reason: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    aspect: Mapped[Aspect | None] = mapped_column(Coded(Aspect))
    checklist: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))

    draft: Mapped[Draft] = relationship(foreign_keys=[draft_id], overlaps="proposal")
    reviewer: Mapped[User] = relationship(foreign_keys=[reviewer_id])


class Comment(Base):
    """Something said about a proposal, a unit of a draft, or words of it.

    ``address``: of the unit, empty for the whole proposal. ``quote`` and ``start``: the words and where they begin
    in the unit's canonical text, in characters. A ``blocking`` comment prevents approval until it is resolved; only
    the first of a thread can be blocking or resolved. ``suggestion``: what should stand instead of the quoted words, or
    of the unit where none are quoted; empty: they should go; none: nothing is suggested. Written by a user or a guest
    who was invited to this proposal, never both or neither; what a guest says blocks nothing.
    """

    __tablename__ = "comment"
    __table_args__ = (
        ForeignKeyConstraint(["draft_id", "proposal_id"], ["draft.id", "draft.proposal_id"], name="fk_comment_draft"),
        ForeignKeyConstraint(
            ["parent_id", "proposal_id"], ["comment.id", "comment.proposal_id"], name="fk_comment_parent"
        ),
        ForeignKeyConstraint(
            ["invitation_id", "proposal_id"], ["invitation.id", "invitation.proposal_id"], name="fk_comment_invitation"
        ),
        UniqueConstraint("id", "proposal_id"),
        *filled("body"),
        CheckConstraint("(author_id IS NULL) <> (invitation_id IS NULL)", name="one_author"),
        CheckConstraint("invitation_id IS NULL OR NOT blocking", name="guest_blocks_nothing"),
        CheckConstraint("parent_id IS NULL OR (NOT blocking AND resolved_at IS NULL)", name="reply"),
        CheckConstraint("(resolved_at IS NULL) = (resolved_by_id IS NULL)", name="resolved"),
        CheckConstraint("quote = '' OR address <> ''", name="quote_has_unit"),
        CheckConstraint("draft_id IS NOT NULL OR address = ''", name="unit_has_draft"),
        CheckConstraint("suggestion IS NULL OR (address <> '' AND parent_id IS NULL)", name="suggestion_has_unit"),
        Index("ix_comment_proposal", "proposal_id", "created_at"),
        Index("ix_comment_parent", "parent_id"),
        Index("ix_comment_invitation", "invitation_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    draft_id: Mapped[int | None] = mapped_column()
    parent_id: Mapped[int | None] = mapped_column()
    address: Mapped[str] = mapped_column(String(200), default="")
    quote: Mapped[str] = mapped_column(Text, default="")
    start: Mapped[int | None]
    body: Mapped[str] = mapped_column(Text)
    suggestion: Mapped[str | None] = mapped_column(Text)
    blocking: Mapped[bool] = mapped_column(default=False)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    invitation_id: Mapped[int | None] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    resolved_at: Mapped[datetime | None]

    user: Mapped[User | None] = relationship(foreign_keys=[author_id])
    invitation: Mapped[Invitation | None] = relationship(foreign_keys=[invitation_id], overlaps="draft,proposal")
    resolved_by: Mapped[User | None] = relationship(foreign_keys=[resolved_by_id])
    draft: Mapped[Draft | None] = relationship(foreign_keys=[draft_id], overlaps="proposal")

    @property
    def author(self) -> User | Invitation:
        """Who wrote it; a guest's ``name`` says the organisation too."""
        found = self.user or self.invitation
        assert found is not None  # the database holds no other
        return found


class TakenSuggestion(Base):
    """Suggested words that an author took over into the working copy.

    ``draft_id``: the first draft that was saved with them; from then on who suggested them is an author of the
    proposal (four eyes). None: they are in no draft yet.
    """

    __tablename__ = "taken_suggestion"
    __table_args__ = (
        ForeignKeyConstraint(
            ["comment_id", "proposal_id"], ["comment.id", "comment.proposal_id"], name="fk_taken_suggestion_comment"
        ),
        ForeignKeyConstraint(
            ["draft_id", "proposal_id"], ["draft.id", "draft.proposal_id"], name="fk_taken_suggestion_draft"
        ),
        Index("ix_taken_suggestion_proposal", "proposal_id", "draft_id"),
    )

    comment_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    proposal_id: Mapped[int] = mapped_column()
    draft_id: Mapped[int | None] = mapped_column()
    taken_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    taken_at: Mapped[datetime] = mapped_column(default=utc_now)

    comment: Mapped[Comment] = relationship(foreign_keys=[comment_id], overlaps="draft")
