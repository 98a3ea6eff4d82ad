"""What a person was told, by which mail, and what he or she looked at last."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, utc_now
from models.bill import Bill
from models.columns import Coded, one_of
from models.event import Event
from models.proposal import Proposal
from models.user import User
from review.notices import MailWish, Why

_UNREAD = text("read_at IS NULL")
_UNMAILED = text("mail_id IS NULL")


class Mail(Base):
    """A letter to one person: of what happened just now, or (``day``) of a whole day.

    What it says is not kept; it is written when it is sent, of what the person may see then. ``next_try_at``: not
    before; none: sent or given up. It is set ahead before a try, so that nobody else tries at the same time.
    ``failed``: what the server answered last.
    """

    __tablename__ = "mail"
    __table_args__ = (
        UniqueConstraint("person_id", "day"),
        CheckConstraint("attempts >= 0", name="attempts"),
        CheckConstraint("(next_try_at IS NULL) = (sent_at IS NOT NULL OR given_up_at IS NOT NULL)", name="ended"),
        CheckConstraint("sent_at IS NULL OR given_up_at IS NULL", name="one_end"),
        Index("ix_mail_due", "next_try_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    day: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    attempts: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
    failed: Mapped[str] = mapped_column(String(500), default="")

    person: Mapped[User] = relationship()


class Notice(Base):
    """That a person is told of an event; written in the transaction of the event.

    ``proposal_id``: that of the event, once more, for the index of what is unread; none where it is about a bill.
    ``mail_wish``: what the person wished at that time; ``mail_id``: the letter that tells it, none: none does (yet).
    """

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("person_id", "event_number"),
        CheckConstraint("(proposal_id IS NULL) <> (bill_id IS NULL)", name="about_one"),
        one_of("why", Why),
        one_of("mail_wish", MailWish),
        Index("ix_notice_unread", "person_id", "proposal_id", sqlite_where=_UNREAD, postgresql_where=_UNREAD),
        Index("ix_notice_unmailed", "mail_wish", "person_id", sqlite_where=_UNMAILED, postgresql_where=_UNMAILED),
        Index("ix_notice_mail", "mail_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    event_number: Mapped[int] = mapped_column(ForeignKey("event.number"))
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    bill_id: Mapped[int | None] = mapped_column(ForeignKey("bill.id"))
    why: Mapped[Why] = mapped_column(Coded(Why))
    mail_wish: Mapped[MailWish] = mapped_column(Coded(MailWish))
    mail_id: Mapped[int | None] = mapped_column(ForeignKey("mail.id"))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    read_at: Mapped[datetime | None]

    person: Mapped[User] = relationship()
    event: Mapped[Event] = relationship()
    proposal: Mapped[Proposal | None] = relationship()
    bill: Mapped[Bill | None] = relationship()

    @property
    def about(self) -> Proposal | Bill:
        """What happened to."""
        found = self.proposal or self.bill
        assert found is not None  # the database keeps it to exactly one
        return found


class Look(Base):
    """The last event of a proposal that a person had before his or her eyes."""

    __tablename__ = "look"

    person_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    event_number: Mapped[int] = mapped_column(ForeignKey("event.number"))
    at: Mapped[datetime] = mapped_column(default=utc_now)
