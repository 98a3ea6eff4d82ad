"""What the office asks of proposals on a matter: policy wishes, and how they are reviewed; set by the secretary."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.act import Act
from models.base import Base, utc_now
from models.columns import Coded, filled, one_of
from models.proposal import Topic
from models.user import User
from review.approval import Aspect


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


class ReviewRule(Base):
    """How proposals of one topic on one act are reviewed; where there is none, the defaults below hold.

    ``required_approvals``: none: the act's number. ``in_order``: one after the other, as assigned.
    ``working_days``: the usual time for a review. ``checklist``: its lines; none: those of ``review.checklist``.
    """

    __tablename__ = "review_rule"
    __table_args__ = (
        one_of("topic", Topic),
        CheckConstraint("required_approvals BETWEEN 1 AND 9", name="required_approvals"),
        CheckConstraint("working_days BETWEEN 1 AND 250", name="working_days"),
    )

    act_id: Mapped[int] = mapped_column(ForeignKey("act.id"), primary_key=True)
    topic: Mapped[Topic] = mapped_column(Coded(Topic), primary_key=True)
    required_approvals: Mapped[int | None]
    in_order: Mapped[bool] = mapped_column(default=False)
    working_days: Mapped[int | None]
    checklist: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    checklist_required: Mapped[bool] = mapped_column(default=False)
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    changed_at: Mapped[datetime] = mapped_column(default=utc_now)

    required_aspects: Mapped[list[RequiredAspect]] = relationship(
        cascade="all, delete-orphan", order_by="RequiredAspect.aspect"
    )


class RequiredAspect(Base):
    """An aspect from which a proposal must be approved."""

    __tablename__ = "required_aspect"
    __table_args__ = (
        ForeignKeyConstraint(
            ["act_id", "topic"], ["review_rule.act_id", "review_rule.topic"], name="fk_required_aspect"
        ),
        one_of("topic", Topic),
        one_of("aspect", Aspect),
    )

    act_id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[Topic] = mapped_column(Coded(Topic), primary_key=True)
    aspect: Mapped[Aspect] = mapped_column(Coded(Aspect), primary_key=True)
