"""Documents that take longer than a request may, made in the queue and kept for a day."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from models.base import Base, utc_now
from models.bill import Bill
from models.columns import is_hash
from models.proposal import Proposal


class MadePaper(Base):
    """A document that somebody asked for; what was made is never changed, and only who asked gets it.

    It is about a proposal or about a bill. ``kind``, ``form``: of the document; ``old_number``, ``new_number``: the
    versions compared, 0 the Act; of a bill the revision in which it stood when it was asked for.
    ``verified_at``: the address that checks its codes, as the site was called when it was asked for. ``done`` of
    ``total`` parts; ``failed``: the code of why there will be none. ``file_hash``: SHA-256 of the file in hex.
    """

    __tablename__ = "made_paper"
    __table_args__ = (
        CheckConstraint("done >= 0 AND total >= 1 AND done <= total", name="parts"),
        CheckConstraint("(ready_at IS NULL) = (file IS NULL)", name="ready_has_file"),
        CheckConstraint("(ready_at IS NULL) = (file_hash IS NULL)", name="ready_has_hash"),
        CheckConstraint("ready_at IS NULL OR failed = ''", name="ready_or_failed"),
        CheckConstraint("(proposal_id IS NULL) <> (bill_id IS NULL)", name="about_one"),
        is_hash("file_hash"),
        Index("ix_made_paper_person", "person_id", "proposal_id"),
        Index("ix_made_paper_of_bill", "person_id", "bill_id"),
        Index("ix_made_paper_asked", "asked_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    bill_id: Mapped[int | None] = mapped_column(ForeignKey("bill.id"))
    kind: Mapped[str] = mapped_column(String(20))
    form: Mapped[str] = mapped_column(String(10))
    old_number: Mapped[int]
    new_number: Mapped[int]
    verified_at: Mapped[str] = mapped_column(String(300))
    asked_at: Mapped[datetime] = mapped_column(default=utc_now)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=1)
    failed: Mapped[str] = mapped_column(String(40), default="")
    ready_at: Mapped[datetime | None]
    file_hash: Mapped[str | None] = mapped_column(String(64))
    file: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))

    proposal: Mapped[Proposal | None] = relationship()
    bill: Mapped[Bill | None] = relationship()

    @property
    def about(self) -> Proposal | Bill:
        """What the document is about."""
        found = self.proposal or self.bill
        assert found is not None  # the database keeps it to exactly one
        return found
