"""A bill becomes law, and meets what else is under way; a closed bill is never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.bill import Bill, BillPart
from review.workflow import State
from services.acts import editions, storing
from services.failures import Fault, Refused, StaleWrite
from services.legislating import bill_making, enacting
from services.legislating.enacting import Enactment
from tests.services.office import ACT_TEXT, Office
from tests.services.test_joint_bills import LAW, MEETING, PLAN, approved, chosen, joint, make, record_law, state


def test_the_next_bill_cites_the_one_before(session: Session, office: Office) -> None:
    record_law(session, office, make(session, office, approved(session, office, Edit("s5", PLAN))))
    later = approved(session, office, Edit("s5", f"{PLAN}ทุกปี"), Edit("s6", MEETING))
    written = joint(session, make(session, office, later)).written
    cited = "ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๖๙"
    assert [cited in clause.wording for clause in written.bill.clauses] == [True, False]
    assert [question.address for question in written.open_questions] == ["s6.p1"] or [
        question.address for question in written.open_questions
    ] == ["s6"], "of section 6 nobody knows whether it was amended before"


@pytest.mark.parametrize("end", ["enacted", "dissolved"])
def test_a_closed_bill_can_not_be_changed_even_by_the_database(session: Session, office: Office, end: str) -> None:
    bill = make(session, office, approved(session, office, Edit("s5", PLAN)))
    if end == "enacted":
        record_law(session, office, bill)
    else:
        bill_making.dissolve(session, user=office.secretary, bill_id=bill.id, reason="เลิก")
    for statement in (
        update(Bill).values(title="อื่น"),
        Bill.__table__.delete(),
        update(BillPart).values(left_at=None),
        BillPart.__table__.delete(),
    ):
        with pytest.raises(DBAPIError, match="never changed"), session.begin_nested():
            session.execute(statement)


def test_a_new_edition_carries_the_bill_on_and_takes_what_it_hit_out(session: Session, office: Office) -> None:
    kept, hit = approved(session, office, Edit("s5", PLAN)), approved(session, office, Edit("s6", MEETING))
    bill = make(session, office, kept, hit)
    newer = ACT_TEXT.replace("ไม่น้อยกว่ากึ่งหนึ่ง", "เกินกึ่งหนึ่ง")
    edition = storing.add_edition(
        session, user=office.admin, act=office.edition.act, source=newer, in_force_from=date(2020, 1, 1)
    )
    found = joint(session, bill)
    assert bill.edition_id == edition.id
    assert [part.proposal_id for part in found.parts] == [kept]
    assert found.parts[0].draft.edition_id == edition.id
    assert (state(session, kept), state(session, hit)) == (State.IN_BILL, State.CHANGES_REQUESTED)
    assert found.is_complete
    assert record_law(session, office, bill).number == 3


def test_other_proposals_and_bills_meet_the_edition_that_a_bill_made(session: Session, office: Office) -> None:
    law = make(session, office, approved(session, office, Edit("s5", PLAN)))
    other = approved(session, office, Edit("s6", MEETING))
    waits = make(session, office, other)
    free = approved(session, office, Edit("s5", f"{PLAN}ทุกปี"))
    edition = record_law(session, office, law)
    assert joint(session, waits).bill.edition_id == edition.id
    assert joint(session, law).bill.edition_id == office.edition.id
    assert (state(session, other), state(session, free)) == (State.IN_BILL, State.CHANGES_REQUESTED)
    again = record_law(session, office, waits, replace(LAW, number=3, gazetted_on=date(2027, 2, 1)))
    assert editions.tree(again).get("s6").text == MEETING


@pytest.mark.parametrize(
    ("law", "fault"),
    [
        (replace(LAW, number=None), Fault.NUMBER_MISSING),
        (replace(LAW, year=None), Fault.NUMBER_MISSING),
        (replace(LAW, number=1000), Fault.BAD_NUMBER),
        (replace(LAW, year=2026), Fault.BAD_YEAR),
        (replace(LAW, in_force_from=date(2026, 1, 4)), Fault.FORCE_TOO_EARLY),
        (replace(LAW, gazetted_on=date(2011, 1, 1)), Fault.FORCE_TOO_EARLY),
    ],
)
def test_what_can_not_be_so_is_not_recorded(session: Session, office: Office, law: Enactment, fault: Fault) -> None:
    bill = make(session, office, approved(session, office, Edit("s5", PLAN)))
    with pytest.raises(Refused) as caught:
        record_law(session, office, bill, law)
    assert caught.value.fault is fault


def test_who_saw_another_edition_does_not_store_this_one(session: Session, office: Office) -> None:
    number = approved(session, office, Edit("s5", PLAN))
    bill = make(session, office, number)
    seen = enacting.look(joint(session, bill), LAW).seen
    other = approved(session, office, Edit("s6", MEETING))
    bill_making.include(
        session, user=office.secretary, bill_id=bill.id, seen_version=bill.version, chosen=chosen(session, other)
    )
    with pytest.raises(StaleWrite):
        enacting.enact(session, user=office.secretary, bill_id=bill.id, enactment=LAW, seen=seen)
    assert state(session, number) is State.IN_BILL
    assert len(session.get_one(Bill, bill.id).act.editions) == 1
