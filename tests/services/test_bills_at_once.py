"""Two people at the same bill, or a bill and an edition at the same moment, with real commits, on both databases."""

from __future__ import annotations

from datetime import date

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.act import Edition
from models.bill import Bill, BillPart
from models.proposal import Proposal
from models.user import User
from review.workflow import ActionRefused, State
from services.acts import editions, storing
from services.failures import Refused, StaleWrite
from services.keeping import audit
from services.legislating import bill_making, enacting
from services.legislating.joint_bills import joint_bill
from tests.services.office import ACT_TEXT, Office
from tests.services.test_concurrency import Deed, at_once, office, session
from tests.services.test_joint_bills import LAW, MEETING, PLAN, approved, chosen, make

__all__ = ["office", "session"]


def making(user: User, hashes: dict[int, str], act_id: int) -> Deed:
    user_id = user.id

    def deed(session: Session) -> object:
        act = session.scalars(select(Edition).where(Edition.act_id == act_id)).first().act
        return bill_making.make(session, user=session.get_one(User, user_id), act=act, title="ร่าง", chosen=hashes).id

    return deed


def test_one_proposal_is_put_into_one_bill(committing_app: Flask, session: Session, office: Office) -> None:
    numbers = [approved(session, office, Edit("s5", PLAN)), approved(session, office, Edit("s6", MEETING))]
    hashes, act_id = chosen(session, *numbers), office.edition.act_id
    both = [making(office.secretary, order, act_id) for order in (hashes, dict(reversed(hashes.items())))]
    found = at_once(committing_app, *both, *both)
    assert sum(isinstance(one, int) for one in found) == 1, found
    assert sum(isinstance(one, ActionRefused) for one in found) == 3, found
    assert len(session.scalars(select(BillPart)).all()) == 2
    assert audit.verify(session).broken is None


def test_a_bill_is_recorded_once_and_never_beside_another_edition(
    committing_app: Flask, session: Session, office: Office
) -> None:
    number = approved(session, office, Edit("s5", PLAN))
    bill = make(session, office, number)
    bill_id, seen = bill.id, enacting.look(joint_bill(session, bill), LAW).seen
    secretary, admin, slug = office.secretary.id, office.admin.id, office.edition.act.slug

    def record(session: Session) -> object:
        user = session.get_one(User, secretary)
        return enacting.enact(session, user=user, bill_id=bill_id, enactment=LAW, seen=seen).number

    def bring_in(session: Session) -> object:
        text = ACT_TEXT.replace("ไม่น้อยกว่ากึ่งหนึ่ง", "เกินกึ่งหนึ่ง")
        user, act = session.get_one(User, admin), editions.find_act(session, slug)
        return storing.add_edition(session, user=user, act=act, source=text, in_force_from=date(2020, 1, 1)).number

    found = at_once(committing_app, record, bring_in, record)
    session.expire_all()
    state, made = session.get_one(Proposal, number).state, session.get_one(Bill, bill_id)
    recorded = [one for one in (found[0], found[2]) if isinstance(one, int)]
    assert len(recorded) <= 1
    assert all(isinstance(one, (int, Refused, StaleWrite)) for one in found), found
    assert (state, made.made_edition_id is not None) in ((State.ENACTED, True), (State.IN_BILL, False))
    assert [edition.number for edition in made.act.editions] == list(range(1, 2 + len(recorded) + 1))
    if not recorded:
        assert made.edition.number == 2, "the edition came first: the bill goes on upon it, and is looked at again"
    assert audit.verify(session).broken is None
