"""What waits for a person, of proposals and of bills: the one source of the first page and of the morning's letter."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.user import User
from services.telling import dashboard
from services.telling.bills_waiting import BillsWaiting, bills_waiting
from services.telling.dashboard import Turn


@dataclass(frozen=True, slots=True)
class WhoseTurn:
    """``bills``: behind the proposals of the first page, and so of no other."""

    proposals: Turn
    bills: BillsWaiting

    @property
    def calls(self) -> bool:
        """Whether there is anything to do today: a bill that lacks nothing waits for the Gazette, not for a person."""
        bills = self.bills
        return bool(self.proposals.items or bills.to_include or any(bill.missing for bill in bills.open))


NOTHING = WhoseTurn(Turn((), False), BillsWaiting())


def whose_turn(session: Session, *, user: User, limit: int = dashboard.PAGE, offset: int = 0) -> WhoseTurn:
    """What waits for the person, the oldest first; of proposals so many."""
    proposals = dashboard.waiting(session, user=user, limit=limit, offset=offset)
    return WhoseTurn(proposals, BillsWaiting() if offset else bills_waiting(session, user=user))
