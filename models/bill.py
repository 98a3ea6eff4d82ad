"""Bills of the office: approved proposals put together, until they are law or dissolved."""

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
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.act import Act, Edition
from models.base import Base, utc_now
from models.columns import Coded, filled, is_hash, one_of
from models.proposal import Draft, Proposal
from models.user import User


class BillState(StrEnum):
    """What became of a bill."""

    OPEN = "open"
    ENACTED = "enacted"
    DISSOLVED = "dissolved"


class Bill(Base):
    """A bill that amends one act. Its text is never stored: it follows from the edition, its parts and its frame.

    ``reasons``: the secretary's own, empty for those of the proposals. ``frame``: what the secretary decides, as
    ``legislating.frames`` keeps it. ``settled_hash``: of the differences between the proposals that it settles;
    ``confirmed_hash``: of the merged text that was confirmed. Once it is enacted: ``number`` and ``year`` (B.E.) of the
    law, where it stands in the Gazette (``gazette``: volume, part, page), ``text_hash`` of its text, the edition that
    it made. A bill that is not open is never changed.
    """

    __tablename__ = "bill"
    __table_args__ = (
        ForeignKeyConstraint(["edition_id", "act_id"], ["edition.id", "edition.act_id"], name="fk_bill_edition"),
        ForeignKeyConstraint(
            ["made_edition_id", "act_id"], ["edition.id", "edition.act_id"], name="fk_bill_made_edition"
        ),
        UniqueConstraint("id", "act_id"),
        UniqueConstraint("made_edition_id"),
        one_of("state", BillState),
        *filled("title"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("(state = 'open') = (closed_at IS NULL)", name="closed_at"),
        CheckConstraint("(closed_at IS NULL) = (closed_by_id IS NULL)", name="closed_by"),
        CheckConstraint("(state = 'dissolved') = (trim(dissolved_because) <> '')", name="dissolved_because"),
        CheckConstraint("(state = 'enacted') = (made_edition_id IS NOT NULL)", name="made_edition"),
        CheckConstraint("(state = 'enacted') = (number IS NOT NULL AND year IS NOT NULL)", name="number_and_year"),
        CheckConstraint("(state = 'enacted') = (gazetted_on IS NOT NULL)", name="gazetted_on"),
        CheckConstraint("(state = 'enacted') = (text_hash IS NOT NULL)", name="text_hash"),
        is_hash("text_hash"),
        is_hash("settled_hash"),
        is_hash("confirmed_hash"),
        Index("ix_bill_act", "act_id", "state", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"))
    edition_id: Mapped[int] = mapped_column()
    title: Mapped[str] = mapped_column(String(300))
    reasons: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[BillState] = mapped_column(Coded(BillState), default=BillState.OPEN)
    frame: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    settled_hash: Mapped[str | None] = mapped_column(String(64))
    confirmed_hash: Mapped[str | None] = mapped_column(String(64))
    version: Mapped[int] = mapped_column()
    created_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    dissolved_because: Mapped[str] = mapped_column(Text, default="")
    number: Mapped[int | None]
    year: Mapped[int | None]
    gazetted_on: Mapped[date | None]
    gazette: Mapped[str] = mapped_column(String(200), default="")
    text_hash: Mapped[str | None] = mapped_column(String(64))
    made_edition_id: Mapped[int | None] = mapped_column()

    act: Mapped[Act] = relationship(foreign_keys=[act_id])
    edition: Mapped[Edition] = relationship(foreign_keys=[edition_id], overlaps="act")
    made_edition: Mapped[Edition | None] = relationship(foreign_keys=[made_edition_id], overlaps="act,edition")
    created_by: Mapped[User] = relationship(foreign_keys=[created_by_id])
    closed_by: Mapped[User | None] = relationship(foreign_keys=[closed_by_id])
    parts: Mapped[list[BillPart]] = relationship(
        primaryjoin="and_(Bill.id == BillPart.bill_id, BillPart.left_at.is_(None))",
        order_by="BillPart.id",
        viewonly=True,
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  SQLAlchemy reads it as a plain dict


class BillPart(Base):
    """A proposal in a bill, with exactly the text that was approved.

    ``left_at``: when it was taken out, or the bill dissolved. A proposal is in at most one bill at a time; in one that
    was enacted it stays.
    """

    __tablename__ = "bill_part"
    __table_args__ = (
        ForeignKeyConstraint(["bill_id", "act_id"], ["bill.id", "bill.act_id"], name="fk_bill_part_bill"),
        ForeignKeyConstraint(
            ["proposal_id", "act_id"], ["proposal.id", "proposal.act_id"], name="fk_bill_part_proposal"
        ),
        ForeignKeyConstraint(
            ["draft_id", "proposal_id", "content_hash"],
            ["draft.id", "draft.proposal_id", "draft.content_hash"],
            name="fk_bill_part_draft",
        ),
        is_hash("content_hash"),
        Index("ix_bill_part_bill", "bill_id", "id"),
        Index(
            "uq_bill_part_in_one_bill",
            "proposal_id",
            unique=True,
            sqlite_where=text("left_at IS NULL"),
            postgresql_where=text("left_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    bill_id: Mapped[int] = mapped_column()
    act_id: Mapped[int] = mapped_column()
    proposal_id: Mapped[int] = mapped_column()
    draft_id: Mapped[int] = mapped_column()
    content_hash: Mapped[str] = mapped_column(String(64))
    added_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    added_at: Mapped[datetime] = mapped_column(default=utc_now)
    left_at: Mapped[datetime | None]

    bill: Mapped[Bill] = relationship(foreign_keys=[bill_id])
    proposal: Mapped[Proposal] = relationship(foreign_keys=[proposal_id], overlaps="bill")
    draft: Mapped[Draft] = relationship(foreign_keys=[draft_id], overlaps="bill,proposal")
