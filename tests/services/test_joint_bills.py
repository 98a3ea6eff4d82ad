"""Approved proposals become one bill, and the bill the next edition of the act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.bill import Bill, BillPart, BillState
from models.event import Event
from models.proposal import Proposal
from review.combining import Clash
from review.workflow import Action, ActionRefused, Refusal, State
from services.acts import editions
from services.drafting import proposals
from services.failures import Fault, NotFound, Refused, StaleWrite
from services.keeping import audit
from services.legislating import bill_making, enacting, joint_bills
from services.legislating.enacting import Enactment
from services.legislating.frames import Begins, BillFrame, Commencement
from services.legislating.joint_bills import JointBill
from services.reviewing import standings
from tests.services.office import Office, assign, do, propose

PLAN = "คณะกรรมการมีหน้าที่เสนอแผนต่อคณะรัฐมนตรี"
MEETING = "การประชุมต้องมีกรรมการมาประชุมไม่น้อยกว่าสองในสาม"
BOARD = "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ\n(๓) ผู้แทนช่างทอสองคน เป็นกรรมการ"
MORE_WEAVERS = BOARD.replace("ช่างทอสองคน", "ช่างทอสี่คน")
DEPUTY = BOARD.replace("(๒) ปลัดกระทรวง", "(๒) รองปลัดกระทรวง")
LAW = Enactment(2, 2569, date(2026, 1, 5), gazette="เล่ม ๑๔๓ ตอนที่ ๑๒ ก หน้า ๑")


def approved(session: Session, office: Office, *edits: Edit, frame: BillFrame | None = None, why: str = "") -> int:
    """A proposal of these edits, approved; its id."""
    number = propose(session, office, title=f"เรื่องที่แก้ {edits[0].address}")
    session.get_one(Proposal, number).reasons = why
    session.commit()
    proposals.save_draft(
        session, user=office.owner, proposal_id=number, seen_revision=0, edits=edits, frame=frame or BillFrame()
    )
    do(session, office.owner, number, Action.SUBMIT)
    assign(session, office, number)
    do(session, office.reviewers[0], number, Action.START)
    for reviewer in office.reviewers[:2]:
        do(session, reviewer, number, Action.APPROVE)
    return number


def chosen(session: Session, *numbers: int) -> dict[int, str]:
    return {number: (session.get_one(Proposal, number).content_hash or "")[:12] for number in numbers}


def make(session: Session, office: Office, *numbers: int) -> Bill:
    return bill_making.make(
        session, user=office.secretary, act=office.edition.act, title="ร่างรวม", chosen=chosen(session, *numbers)
    )


def joint(session: Session, bill: Bill) -> JointBill:
    session.expire_all()
    return joint_bills.joint_bill(session, bill)


def state(session: Session, number: int) -> State:
    return session.get_one(Proposal, number, populate_existing=True).state


def record_law(session: Session, office: Office, bill: Bill, law: Enactment = LAW, by: object = None) -> object:
    seen = enacting.look(joint(session, bill), law).seen
    return enacting.enact(session, user=by or office.secretary, bill_id=bill.id, enactment=law, seen=seen)


def test_three_proposals_become_a_bill_and_the_bill_the_next_edition(session: Session, office: Office) -> None:
    numbers = [
        approved(session, office, Edit("s5", PLAN), why="โดยที่แผนต้องผ่านคณะรัฐมนตรี"),
        approved(session, office, Edit("s6", MEETING), why="โดยที่องค์ประชุมน้อยไป"),
        approved(session, office, Edit("s5/1", "คณะกรรมการต้องเผยแพร่แผน", "s5")),
    ]
    bill = make(session, office, *numbers)
    found = joint(session, bill)
    assert [state(session, number) for number in numbers] == [State.IN_BILL] * 3
    assert found.is_complete
    assert found.written.is_proven
    assert found.reasons == "โดยที่แผนต้องผ่านคณะรัฐมนตรี\nโดยที่องค์ประชุมน้อยไป"
    assert [clause.targets for clause in found.written.bill.clauses] == [("s5",), ("s5/1",), ("s6",)]
    assert [proposal.id for proposal in found.behind(["s6"])] == [numbers[1]]

    edition = record_law(session, office, bill)
    tree = editions.tree(edition)
    assert (tree.get("s5").text, tree.get("s6").text) == (PLAN, MEETING)
    assert tree.get("s5/1").text == "คณะกรรมการต้องเผยแพร่แผน"
    assert edition.in_force_from == date(2026, 1, 6)
    assert [state(session, number) for number in numbers] == [State.ENACTED] * 3
    session.refresh(bill)
    assert (bill.state, bill.made_edition_id, bill.number, bill.year) == (BillState.ENACTED, edition.id, 2, 2569)
    assert joint(session, bill).written.text_hash == bill.text_hash, "its text follows still, with its number"
    happened = [event.action for event in session.scalars(select(Event).order_by(Event.number))][-5:]
    assert happened == ["enact", "enact", "enact", "edition_imported", "bill_enacted"]
    assert audit.verify(session).broken is None


def test_one_section_of_two_is_merged_and_must_be_looked_at(session: Session, office: Office) -> None:
    first = approved(session, office, Edit("s4", MORE_WEAVERS))
    second = approved(session, office, Edit("s4", DEPUTY))
    bill = make(session, office, first, second)
    found = joint(session, bill)
    (unit,) = found.combined.to_confirm
    assert unit.edit.text == MORE_WEAVERS.replace("(๒) ปลัดกระทรวง", "(๒) รองปลัดกระทรวง")
    assert unit.proposals == (first, second)
    assert found.missing == (joint_bills.UNCONFIRMED,)
    with pytest.raises(Refused) as caught:
        enacting.look(found, LAW)
    assert caught.value.fault is Fault.BILL_INCOMPLETE
    with pytest.raises(StaleWrite):
        bill_making.confirm(session, user=office.secretary, bill_id=bill.id, seen="0" * 64)
    bill_making.confirm(session, user=office.secretary, bill_id=bill.id, seen=found.combined.confirmed_by)
    assert joint(session, bill).is_complete
    bill_making.take_out(session, user=office.secretary, bill_id=bill.id, seen_version=bill.version, proposal_id=second)
    assert joint(session, bill).combined.to_confirm == ()


def test_what_disagrees_bars_until_one_is_taken_out(session: Session, office: Office) -> None:
    first = approved(session, office, Edit("s5", PLAN))
    second = approved(session, office, Edit("s5", "คณะกรรมการมีหน้าที่เสนอแผนต่อนายกรัฐมนตรี"))
    third = approved(session, office, Edit("s6", MEETING))
    bill = make(session, office, first, second, third)
    found = joint(session, bill)
    assert [(unit.edit.address, unit.clash, unit.proposals) for unit in found.combined.clashes] == [
        ("s5", Clash.WORDS, (first, second))
    ]
    assert joint_bills.CLASHES in found.missing
    bill_making.take_out(session, user=office.secretary, bill_id=bill.id, seen_version=bill.version, proposal_id=second)
    assert joint(session, bill).is_complete
    assert state(session, second) is State.APPROVED
    assert standings.approving_ids(session, session.get_one(Proposal, second)) == {
        one.id for one in office.reviewers[:2]
    }
    with pytest.raises(NotFound):
        bill_making.take_out(
            session, user=office.secretary, bill_id=bill.id, seen_version=bill.version, proposal_id=second
        )


def test_where_frames_differ_the_secretary_decides_and_nowhere_else(session: Session, office: Office) -> None:
    later = BillFrame(commencement=Commencement(Begins.AFTER_DAYS, 90), charge="รัฐมนตรีว่าการกระทรวงพาณิชย์")
    sooner = BillFrame(commencement=Commencement(Begins.AFTER_DAYS, 30), transitional=("ให้กรรมการเดิมอยู่ต่อไป",))
    first = approved(session, office, Edit("s5", PLAN), frame=later)
    second = approved(session, office, Edit("s6", MEETING), frame=sooner)
    bill = make(session, office, first, second)
    assert joint(session, bill).missing == (joint_bills.UNSETTLED,)
    own = BillFrame(
        commencement=Commencement(Begins.AFTER_DAYS, 60), charge="ผู้อื่น", transitional=("ให้ถือว่าแผนเดิมใช้ต่อไป",)
    )
    bill_making.change(
        session,
        user=office.secretary,
        bill_id=bill.id,
        seen_version=bill.version,
        title="ร่างรวม",
        reasons="",
        frame=own,
    )
    found = joint(session, bill)
    assert found.is_complete
    assert found.frame.commencement.days == 60
    assert found.frame.charge == "รัฐมนตรีว่าการกระทรวงพาณิชย์", "approved, and so not the secretary's to change"
    assert found.frame.transitional == ("ให้กรรมการเดิมอยู่ต่อไป", "ให้ถือว่าแผนเดิมใช้ต่อไป")
    third = approved(
        session, office, Edit("s1", f"{editions.tree(bill.edition).get('s1').text} นี้"), frame=replace(later, charge="")
    )
    bill_making.include(
        session, user=office.secretary, bill_id=bill.id, seen_version=bill.version, chosen=chosen(session, third)
    )
    assert not joint(session, bill).is_settled, "another one has a say: it is to be decided again"
    assert enacting.begins_on(found.frame, date(2026, 12, 1)) == date(2027, 1, 30)


def test_only_the_secretary_makes_and_changes_and_the_admin_may_record(session: Session, office: Office) -> None:
    number = approved(session, office, Edit("s5", PLAN))
    bill = make(session, office, number)
    for person in office.everybody:
        if person == office.secretary:
            continue
        for call in (
            lambda who=person: bill_making.make(
                session, user=who, act=office.edition.act, title="ก", chosen={number: "0"}
            ),
            lambda who=person: bill_making.dissolve(session, user=who, bill_id=bill.id, reason="เลิก"),
            lambda who=person: bill_making.confirm(session, user=who, bill_id=bill.id, seen="0" * 64),
            lambda who=person: bill_making.take_out(
                session, user=who, bill_id=bill.id, seen_version=1, proposal_id=number
            ),
            lambda who=person: bill_making.include(
                session, user=who, bill_id=bill.id, seen_version=1, chosen={number: "0"}
            ),
        ):
            with pytest.raises(Refused) as caught:
                call()
            assert caught.value.fault is Fault.NOT_A_SECRETARY
        if person != office.admin:
            with pytest.raises(Refused) as caught:
                record_law(session, office, bill, by=person)
            assert caught.value.fault is Fault.NOT_A_SECRETARY_OR_ADMIN
    assert record_law(session, office, bill, by=office.admin).number == 2


def test_a_proposal_is_in_one_bill_only_and_moved_through_it_only(session: Session, office: Office) -> None:
    number = approved(session, office, Edit("s5", PLAN))
    bill = make(session, office, number)
    with pytest.raises(ActionRefused) as refused:
        make(session, office, number)
    assert refused.value.refusal is Refusal.WRONG_STATE
    for action in (Action.TAKE_OUT, Action.ENACT):
        with pytest.raises(ActionRefused) as refused:
            do(session, office.secretary, number, action)
        assert refused.value.refusal is Refusal.ON_THE_BILL
    part = session.execute(select(BillPart.__table__)).mappings().one()
    with pytest.raises(IntegrityError), session.begin_nested():
        session.execute(insert(BillPart).values({**part, "id": part["id"] + 1}))
    with pytest.raises(IntegrityError), session.begin_nested():
        session.execute(update(BillPart).where(BillPart.id == part["id"]).values(content_hash="0" * 64))
    assert bill.parts[0].content_hash == session.get_one(Proposal, number).content_hash


def test_a_text_that_was_not_the_one_shown_is_not_taken(session: Session, office: Office) -> None:
    number = approved(session, office, Edit("s5", PLAN))
    with pytest.raises(StaleWrite):
        bill_making.make(
            session, user=office.secretary, act=office.edition.act, title="ก", chosen={number: "000000000000"}
        )
    assert state(session, number) is State.APPROVED
    assert session.scalar(select(Bill)) is None


def test_a_dissolved_bill_gives_its_proposals_back_and_is_never_changed(session: Session, office: Office) -> None:
    number = approved(session, office, Edit("s5", PLAN))
    bill = make(session, office, number)
    with pytest.raises(Refused) as caught:
        bill_making.dissolve(session, user=office.secretary, bill_id=bill.id, reason=" ")
    assert caught.value.fault is Fault.WHY_MISSING
    bill_making.dissolve(session, user=office.secretary, bill_id=bill.id, reason="ครม. ให้ทบทวน")
    assert state(session, number) is State.APPROVED
    assert [part.proposal_id for part in joint(session, bill).parts] == [number], "what was in it is known still"
    for change in (
        lambda: bill_making.dissolve(session, user=office.secretary, bill_id=bill.id, reason="อีก"),
        lambda: bill_making.include(
            session, user=office.secretary, bill_id=bill.id, seen_version=bill.version, chosen={number: "0"}
        ),
    ):
        with pytest.raises(Refused) as caught:
            change()
        assert caught.value.fault is Fault.BILL_CLOSED
    make(session, office, number)
