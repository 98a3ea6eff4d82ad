"""What the office wants of proposals on a matter: policy wishes, set by the secretary."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.act import Act
from models.base import Base, utc_now
from models.columns import Coded, filled, one_of
from models.proposal import Topic
from models.user import User


class PolicyWish(Base):
    """A wish for proposals of one topic on one act: ``a seat for agriculture``.

    ``words``: what to look for in a board: a line for each demand, alternatives parted by commas.
    """

    __tablename__ = "policy_wish"
    __table_args__ = (
        one_of("topic", Topic),
        *filled("text", "words"),
        Index("ix_policy_wish_act", "act_id", "topic", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"))
    topic: Mapped[Topic] = mapped_column(Coded(Topic))
    text: Mapped[str] = mapped_column(String(300))
    words: Mapped[str] = mapped_column(Text)
    created_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    act: Mapped[Act] = relationship()
    created_by: Mapped[User] = relationship()
