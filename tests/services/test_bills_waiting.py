"""What waits for the secretary about bills."""

from __future__ import annotations

import pytest

from law.editing.edit import Edit
from review.workflow import State
from services.legislating import bill_making, joint_bills
from services.telling.bills_waiting import BillsWaiting, bills_waiting
from tests.asked import statements
from tests.services.office import bring_to, open_office
from tests.services.test_joint_bills import DEPUTY, MEETING, MORE_WEAVERS, PLAN, approved, chosen, make


@pytest.fixture
def office(session, make_user):
    return open_office(session, make_user)


def waiting(session, office) -> BillsWaiting:
    session.expire_all()
    return bills_waiting(session, user=office.secretary)


def missing(session, office) -> list[tuple[str, ...]]:
    return [one.missing for one in waiting(session, office).open]


def test_approved_proposals_wait_until_they_are_in_a_bill(session, office):
    assert waiting(session, office).to_include == []
    bring_to(session, office, State.IN_REVIEW)
    first, second = approved(session, office, Edit("s5", PLAN)), approved(session, office, Edit("s6", MEETING))
    [found] = waiting(session, office).to_include
    assert (found.act.slug, found.count, found.bill) == ("weaving", 2, None)
    bill = make(session, office, first)
    [found] = waiting(session, office).to_include
    assert (found.count, found.bill) == (1, bill)
    seen = bill.version
    bill_making.include(
        session, user=office.secretary, bill_id=bill.id, seen_version=seen, chosen=chosen(session, second)
    )
    assert waiting(session, office).to_include == []
    assert missing(session, office) == [()]


def test_an_open_bill_says_what_it_waits_for_until_it_is_closed(session, office):
    first, second = approved(session, office, Edit("s4", MORE_WEAVERS)), approved(session, office, Edit("s4", DEPUTY))
    bill = make(session, office, first, second)
    assert missing(session, office) == [(joint_bills.UNCONFIRMED,)]
    seen = joint_bills.joint_bill(session, bill).combined.confirmed_by
    bill_making.confirm(session, user=office.secretary, bill_id=bill.id, seen=seen)
    assert missing(session, office) == [()]
    for number in (first, second):
        version = joint_bills.find_bill(session, bill.id).version
        bill_making.take_out(session, user=office.secretary, bill_id=bill.id, seen_version=version, proposal_id=number)
    assert missing(session, office) == [(joint_bills.EMPTY,)]
    bill_making.dissolve(session, user=office.secretary, bill_id=bill.id, reason="เลิก")
    assert missing(session, office) == []


def test_two_that_change_the_same_words_are_a_clash(session, office):
    other = "คณะกรรมการมีหน้าที่เสนอแผนต่อนายกรัฐมนตรี"
    make(session, office, *(approved(session, office, Edit("s5", text)) for text in (PLAN, other)))
    assert joint_bills.CLASHES in missing(session, office)[0]


def test_it_is_for_the_secretary_alone(session, office):
    make(session, office, approved(session, office, Edit("s5", PLAN)))
    for user in office.everybody:
        assert bool(bills_waiting(session, user=user).open) == (user is office.secretary), user.name


def test_it_asks_two_questions_however_many_there_are(session, office):
    for _ in range(4):
        make(session, office, approved(session, office, Edit("s5", PLAN)))
        approved(session, office, Edit("s6", MEETING))
    waiting(session, office)
    secretary = office.secretary
    session.expire_all()
    assert secretary.roles
    with statements() as asked:
        found = bills_waiting(session, user=secretary)
    assert (len(found.open), found.to_include[0].count) == (4, 4)
    assert len(asked) == 2
