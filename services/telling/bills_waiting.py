"""What waits for the secretary about bills: approved proposals that are in none, and what open ones still lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from models.act import Act, Edition
from models.bill import Bill, BillState
from models.proposal import Proposal
from models.user import User
from review.workflow import Role, State
from services.acts import editions
from services.legislating.joint_bills import joint_bill
from services.recent import Recent

MOST = 50  # open bills that one page shows
_missing: Recent[tuple[str, ...]] = Recent(256)


@dataclass(frozen=True, slots=True)
class ToInclude:
    """Approved proposals of an act that are in no bill. ``since``: when the oldest was approved.

    ``bill``: the newest open bill of the act, none: there is none.
    """

    act: Act
    count: int
    since: datetime
    bill: Bill | None


@dataclass(frozen=True, slots=True)
class OpenBill:
    """An open bill. ``missing``: as of ``JointBill``; empty: it waits to be recorded as law."""

    bill: Bill
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BillsWaiting:
    """Each part the oldest first."""

    to_include: Sequence[ToInclude] = ()
    open: Sequence[OpenBill] = ()


def bills_waiting(session: Session, *, user: User) -> BillsWaiting:
    """For the secretary; nothing for others. Two questions, and more only for bills that changed since."""
    if Role.SECRETARY not in user.roles:
        return BillsWaiting()
    of_act = joinedload(Bill.act), joinedload(Bill.edition)
    query = select(Bill).where(Bill.state == BillState.OPEN).options(*of_act).order_by(Bill.id).limit(MOST)
    bills = session.scalars(query).all()
    by_act = {bill.act_id: bill for bill in bills}
    rows = session.execute(_approved()).all()
    to_include = [ToInclude(act, count, since, by_act.get(act.id)) for act, count, since in rows]
    return BillsWaiting(to_include, [OpenBill(bill, _missing_of(session, bill)) for bill in bills])


def _approved() -> Select[Act, int, datetime]:
    """By act how many approved proposals stand on its newest edition: those that can be put into a bill."""
    newest = editions.newest_first(Act.id).with_only_columns(Edition.id).limit(1).correlate(Act).scalar_subquery()
    oldest = func.min(Proposal.state_since)
    query = select(Act, func.count(), oldest).join(Proposal, Proposal.act_id == Act.id)
    query = query.where(Proposal.state == State.APPROVED, Proposal.edition_id == newest)
    return query.group_by(Act.id).order_by(oldest, Act.id)


def _missing_of(session: Session, bill: Bill) -> tuple[str, ...]:
    """It lies in the bill's revision, and is found out once for it."""
    key = (bill.id, bill.created_at, bill.version)
    return _missing.get(key, lambda: joint_bill(session, bill).missing)
