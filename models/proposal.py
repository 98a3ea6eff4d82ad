"""Proposals, who writes them, and their drafts."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
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

from models.act import Act, Edition
from models.base import Base, utc_now
from models.columns import Coded, filled, is_hash, one_of
from models.user import User
from review.workflow import State

# One edit as stored: {"address": …, "text": …, "after": …}.
StoredEdit = dict[str, str]


class Topic(StrEnum):
    """The matter a proposal is about."""

    BOARD = "board"
    SUBCOMMITTEE = "subcommittee"
    FUND = "fund"
    DEFINITION = "definition"
    OTHER = "other"


class Proposal(Base):
    """One matter that somebody wants changed in an act.

    ``edition_id``: the base edition. ``version`` counts every change of this row (optimistic lock). ``round``
    counts how often it started anew: approvals of an earlier round count no more. ``draft_count`` and
    ``content_hash`` are those of the last draft. ``first_submitted_at``: from then on everybody signed in sees it.
    ``due_on``: by when the whole review should end.
    """

    __tablename__ = "proposal"
    __table_args__ = (
        ForeignKeyConstraint(["edition_id", "act_id"], ["edition.id", "edition.act_id"], name="fk_proposal_edition"),
        UniqueConstraint("id", "act_id"),
        one_of("state", State),
        one_of("topic", Topic),
        *filled("title"),
        CheckConstraint("round >= 1", name="round"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("(draft_count = 0) = (content_hash IS NULL)", name="draft_count"),
        CheckConstraint("draft_count > 0 OR state IN ('draft', 'withdrawn')", name="submitted_has_draft"),
        CheckConstraint("first_submitted_at IS NOT NULL OR state IN ('draft', 'withdrawn')", name="submitted_has_date"),
        Index("ix_proposal_state", "state", "state_since", "id"),
        Index("ix_proposal_since", "state_since", "id"),
        Index("ix_proposal_seen", "state", "first_submitted_at"),
        Index("ix_proposal_owner", "owner_id", "state", "state_since"),
        Index("ix_proposal_act", "act_id", "state", "state_since"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"))
    edition_id: Mapped[int] = mapped_column()
    topic: Mapped[Topic] = mapped_column(Coded(Topic))
    title: Mapped[str] = mapped_column(String(300))
    reasons: Mapped[str] = mapped_column(Text, default="")
    owner_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    state: Mapped[State] = mapped_column(Coded(State), default=State.DRAFT)
    state_since: Mapped[datetime] = mapped_column(default=utc_now)
    first_submitted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()
    round: Mapped[int] = mapped_column(default=1)
    draft_count: Mapped[int] = mapped_column(default=0)
    content_hash: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    due_on: Mapped[date | None]

    act: Mapped[Act] = relationship(foreign_keys=[act_id])
    edition: Mapped[Edition] = relationship(foreign_keys=[edition_id], overlaps="act")
    owner: Mapped[User] = relationship()
    codrafters: Mapped[list[User]] = relationship(secondary="co_drafter", order_by=User.name, viewonly=True)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  SQLAlchemy reads it as a plain dict


class CoDrafter(Base):
    """Somebody who writes with the owner."""

    __tablename__ = "co_drafter"

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), primary_key=True, index=True)


class Draft(Base):
    """One numbered version of a proposal. Never changed.

    ``edits``: in normal order, each ``{address, text, after}``, against the edition. ``frame``: what was decided about
    the bill, as ``services.legislating.frames`` keeps it. ``author_id``: who saved it;
    ``note``: what the author says about it.
    """

    __tablename__ = "draft"
    __table_args__ = (
        ForeignKeyConstraint(["proposal_id", "act_id"], ["proposal.id", "proposal.act_id"], name="fk_draft_proposal"),
        ForeignKeyConstraint(["edition_id", "act_id"], ["edition.id", "edition.act_id"], name="fk_draft_edition"),
        UniqueConstraint("proposal_id", "number"),
        UniqueConstraint("id", "proposal_id"),
        UniqueConstraint("id", "proposal_id", "content_hash"),
        CheckConstraint("number >= 1", name="number"),
        is_hash("content_hash"),
        Index("ix_draft_author", "proposal_id", "author_id"),
        Index("ix_draft_content_hash", "content_hash"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column()
    act_id: Mapped[int] = mapped_column()
    edition_id: Mapped[int] = mapped_column()
    number: Mapped[int]
    edits: Mapped[list[StoredEdit]] = mapped_column(JSON)
    frame: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    content_hash: Mapped[str] = mapped_column(String(64))
    author_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    note: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    proposal: Mapped[Proposal] = relationship(foreign_keys=[proposal_id])
    edition: Mapped[Edition] = relationship(foreign_keys=[edition_id], overlaps="proposal")
    author: Mapped[User] = relationship()


class WorkingCopy(Base):
    """What is being written on a proposal and is not a draft yet: one for all its authors.

    ``based_on_id``: the draft it began from, none where it began from the edition. ``revision`` counts the saves
    (optimistic lock: who saves says which revision he or she saw).
    """

    __tablename__ = "working_copy"
    __table_args__ = (
        ForeignKeyConstraint(
            ["based_on_id", "proposal_id"], ["draft.id", "draft.proposal_id"], name="fk_working_copy_draft"
        ),
        CheckConstraint("revision >= 1", name="revision"),
    )

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    edits: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    frame: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    based_on_id: Mapped[int | None]
    revision: Mapped[int] = mapped_column(default=1)
    updated_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    updated_at: Mapped[datetime] = mapped_column(default=utc_now)

    updated_by: Mapped[User] = relationship()
