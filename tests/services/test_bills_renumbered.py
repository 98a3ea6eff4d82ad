"""Two approved proposals that each add a section of the same number: one bill, proven, once somebody has looked."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from services.acts import editions
from services.failures import StaleWrite
from services.legislating import bill_making, joint_bills
from services.legislating.frames import BillFrame
from tests.services.office import Office
from tests.services.test_joint_bills import approved, chosen, joint, make, record_law

PUBLISH = Edit("s5/1", "คณะกรรมการต้องเผยแพร่แผน", "s5")
REPORT = Edit("s5/1", "คณะกรรมการต้องรายงานต่อรัฐสภา", "s5")
CITING = Edit("s6", "การประชุมเพื่อทำรายงานตามมาตรา ๕/๑ ต้องมีกรรมการมาประชุมไม่น้อยกว่าสองในสาม")


def test_the_second_is_put_behind_the_first_with_what_cites_it(session: Session, office: Office) -> None:
    first = approved(session, office, PUBLISH, why="โดยที่แผนตามมาตรา ๕/๑ ต้องเปิดเผย")
    second = approved(session, office, REPORT, CITING, why="โดยที่รายงานตามมาตรา ๕/๑ จำเป็น")
    bill = make(session, office, first, second)
    found = joint(session, bill)
    assert found.missing == (joint_bills.UNCONFIRMED,)
    assert found.written.is_proven
    assert found.reasons == "โดยที่แผนตามมาตรา ๕/๑ ต้องเปิดเผย\nโดยที่รายงานตามมาตรา ๕/๒ จำเป็น"
    assert [proposal.id for proposal in found.behind(["s5/2"])] == [second]
    bill_making.confirm(session, user=office.secretary, bill_id=bill.id, seen=found.combined.confirmed_by)
    tree = editions.tree(record_law(session, office, bill))
    assert [tree.get(at).text for at in ("s5/1", "s5/2")] == [PUBLISH.text, REPORT.text]
    assert "ตามมาตรา ๕/๒" in tree.get("s6").text


def test_turned_round_it_must_be_confirmed_anew(session: Session, office: Office) -> None:
    first, second = approved(session, office, PUBLISH), approved(session, office, REPORT)
    bill = make(session, office, first, second)
    seen = joint(session, bill).combined.confirmed_by
    bill_making.confirm(session, user=office.secretary, bill_id=bill.id, seen=seen)
    bill = joint_bills.find_bill(session, bill.id)
    about = {"user": office.secretary, "bill_id": bill.id}
    bill_making.take_out(session, **about, seen_version=bill.version, proposal_id=first)
    assert joint(session, bill).combined.moved == {}
    bill_making.include(session, **about, seen_version=bill.version, chosen=chosen(session, first))
    found = joint(session, bill)
    assert found.combined.moved == {first: {"s5/1": "s5/2"}}
    assert not found.is_confirmed
    with pytest.raises(StaleWrite):
        bill_making.confirm(session, **about, seen=seen)


def test_a_number_that_a_transitional_section_names_is_not_changed(session: Session, office: Office) -> None:
    named = BillFrame(transitional=("ให้คณะกรรมการรายงานตามมาตรา ๕/๑ ภายในหนึ่งปี",))
    numbers = approved(session, office, PUBLISH), approved(session, office, REPORT, frame=named)
    assert joint_bills.CLASHES in joint(session, make(session, office, *numbers)).missing
