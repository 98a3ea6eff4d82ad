"""Acts and their editions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from models.base import Base, utc_now
from models.columns import filled, is_hash
from models.user import User


class Act(Base):
    """An act, of which there are editions. ``slug`` names it in addresses of pages."""

    __tablename__ = "act"
    __table_args__ = (
        *filled("slug", "title"),
        CheckConstraint("required_approvals BETWEEN 1 AND 9", name="required_approvals"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    title: Mapped[str] = mapped_column(String(500))
    required_approvals: Mapped[int] = mapped_column(default=2)
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    editions: Mapped[list[Edition]] = relationship(back_populates="act", order_by="Edition.number")


class Edition(Base):
    """The text of an act in force from a day. Never changed.

    ``source_text``: as read, decoded; the tree is parsed from it. ``original_text``: as it was brought in, where a
    person corrected its lines (``law.editing.settled``) and ``source_text`` is the corrected text. ``unplaced``:
    pieces of it that have no place in the tree. ``oddities``: what was odd, as ``{code, address, text}``; a person
    confirmed both on import.
    """

    __tablename__ = "edition"
    __table_args__ = (
        UniqueConstraint("act_id", "number"),
        UniqueConstraint("act_id", "content_hash"),
        UniqueConstraint("id", "act_id"),  # for foreign keys that keep act and edition together
        CheckConstraint("number >= 1", name="number"),
        is_hash("content_hash"),
        *filled("source_text"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"))
    number: Mapped[int]
    in_force_from: Mapped[date]
    source_text: Mapped[str] = mapped_column(Text, deferred=True)
    original_text: Mapped[str | None] = mapped_column(Text, deferred=True)
    is_corrected: Mapped[bool] = column_property(original_text.is_not(None))
    content_hash: Mapped[str] = mapped_column(String(64))
    unplaced: Mapped[list[str]] = mapped_column(JSON, default=list)
    oddities: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    imported_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    act: Mapped[Act] = relationship(back_populates="editions")
    imported_by: Mapped[User | None] = relationship()
