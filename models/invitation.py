"""People outside the office who may comment on one proposal. They have no account."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, utc_now
from models.columns import filled, is_hash
from models.proposal import Proposal
from models.user import User


class Invitation(Base):
    """Somebody of another organisation who may read one proposal and comment on it, by a link.

    The link's token is only in the link and in the guest's browser; here is its SHA-256, in hex. ``last_day``: in
    Bangkok, the last on which the link opens. ``email``: empty where the link was handed over otherwise.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("id", "proposal_id"),  # for the foreign key that keeps a comment with its proposal
        *filled("person", "organisation"),
        is_hash("token_hash"),
        CheckConstraint("email = lower(email)", name="email_lower"),
        Index("ix_invitation_proposal", "proposal_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    person: Mapped[str] = mapped_column(String(200))
    organisation: Mapped[str] = mapped_column(String(300))
    email: Mapped[str] = mapped_column(String(254), default="")
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    last_day: Mapped[date]
    invited_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    withdrawn_at: Mapped[datetime | None]

    proposal: Mapped[Proposal] = relationship()
    invited_by: Mapped[User] = relationship()

    @property
    def name(self) -> str:
        """As every page and paper calls the guest: with the organisation."""
        return f"{self.person} ({self.organisation})"
