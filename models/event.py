"""The record of what happened."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base
from models.columns import filled, is_hash
from models.user import User


class Event(Base):
    """Who did what to what, when. Appended, never changed; each carries the hash of the one before.

    ``number`` counts from 1 without gaps. ``previous_hash`` is unique: the chain can not fork.
    """

    __tablename__ = "event"
    __table_args__ = (
        *filled("action"),
        is_hash("hash"),
        is_hash("previous_hash"),
        CheckConstraint("number >= 1", name="number"),
        Index("ix_event_proposal", "proposal_id", "number"),
        Index("ix_event_act", "act_id", "number"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    act_id: Mapped[int | None] = mapped_column(ForeignKey("act.id"))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    action: Mapped[str] = mapped_column(String(40))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    at: Mapped[datetime]
    previous_hash: Mapped[str] = mapped_column(String(64), unique=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)

    actor: Mapped[User | None] = relationship()
