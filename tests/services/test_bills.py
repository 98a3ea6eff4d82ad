"""The bill of a draft and of what is being written: proven, or with the place where it fails; and bills brought in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from law.act import Footnote
from law.editing.edit import Edit, EditError
from law.instruct import Why
from models.proposal import Draft, Proposal
from review.workflow import Action, ActionRefused, Refusal
from services.acts.editions import tree
from services.drafting import proposals
from services.failures import Fault, Refused
from services.legislating import bill_import, bills
from services.legislating.bill_layout import lay_out
from services.legislating.frames import NOTHING_DECIDED, Begins, BillFrame, Commencement
from tests.services.office import Office, do, propose, write

CHANGED = Edit("s5", "คณะกรรมการมีหน้าที่เสนอแผนต่อคณะรัฐมนตรี")
FEWER = Edit("s4", "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ")
ACT = "พระราชบัญญัติส่งเสริมการทอผ้าชุมชน พ.ศ. ๒๕๕๕"


def bill_of(office: Office, *edits: Edit, frame: BillFrame = NOTHING_DECIDED) -> bills.WrittenBill:
    edition = office.edition
    return bills.bill_of_edits(tree(edition), edition.content_hash, edits, frame)


def test_a_drafts_bill_is_made_once(session: Session, office: Office) -> None:
    draft = write(session, office.owner, propose(session, office)).draft
    written = bills.bill_of_draft(draft)
    assert written.is_proven
    assert bills.bill_of_draft(draft) is written
    assert bills.last_bill(session, session.get_one(Proposal, draft.proposal_id)) is written
    assert [question.address for question in written.open_questions] == ["s5"]
    assert list(written.by_section) == ["s5"]
    assert written.word_count > 40


def test_no_draft_has_no_bill(session: Session, office: Office) -> None:
    proposal = session.get_one(Proposal, propose(session, office))
    assert bills.last_bill(session, proposal) is None


def test_another_frame_is_another_bill(office: Office) -> None:
    plain = bill_of(office, CHANGED)
    asked = bill_of(office, CHANGED, frame=BillFrame(amenders=(("s5", ""),)))
    assert plain.text_hash == asked.text_hash
    assert not asked.open_questions
    assert [question.answer for question in asked.questions] == [""]
    assert bill_of(office, CHANGED, frame=BillFrame(number=3)).text_hash != plain.text_hash


def test_a_transitional_section_that_amends_is_found_out(office: Office) -> None:
    written = bill_of(office, CHANGED, frame=BillFrame(transitional=(f"ให้ยกเลิกมาตรา ๖ แห่ง{ACT}",)))
    assert written.bill is not None
    assert not written.is_proven
    assert [dict(failure.facts)["address"] for failure in written.failures] == ["s6"]


def test_what_does_not_fit_is_left_aside_and_the_bill_is_not_proven(office: Office) -> None:
    written = bill_of(office, CHANGED, Edit("s99", "ก"))
    assert written.misfits == {"s99": EditError.MISSING}
    assert list(written.by_section) == ["s5"]
    assert not written.is_proven


def test_a_unit_without_a_form_leaves_the_clauses_of_the_others(office: Office) -> None:
    written = bill_of(office, FEWER, CHANGED)
    assert written.bill is None
    assert [problem.address for problem in written.problems] == ["s4.p1.i3"]
    assert list(written.by_section) == ["s5"]


def test_nothing_written_has_no_bill(office: Office) -> None:
    assert [problem.code for problem in bill_of(office).problems] == ["nothing"]


def test_the_layout_has_every_word_of_the_bill_in_its_order(office: Office) -> None:
    frame = BillFrame(transitional=("ให้แผนเดิมใช้ได้ต่อไป\nจนกว่าจะมีแผนใหม่", "ให้ออกระเบียบภายในหกสิบวัน"))
    written = bill_of(office, CHANGED, Edit("s5/1", "ให้มีแผน\n(๑) หลัก\n(๒) รอง", "s5"), frame=frame)
    assert written.is_proven
    bill = written.bill
    assert bill is not None
    layout = lay_out(bill, len(frame.transitional))
    pieces = [*layout.title, layout.reasons]
    for section in layout.sections:
        pieces += [section.heading, *section.lines, *section.quoted]
    pieces += [*layout.closing, *layout.attached]
    assert "".join("".join(pieces).split()) == "".join(bill.text.split())
    assert [section.heading for section in layout.sections] == [f"มาตรา {digit}" for digit in "๑๒๓๔๕๖๗"]
    assert [section.clause is not None for section in layout.sections] == [False, False, True, True, *[False] * 3]


def test_submitting_waits_for_a_proven_bill(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    proposals.save_draft(session, user=office.owner, proposal_id=proposal_id, seen_revision=0, edits=[FEWER])
    with pytest.raises(ActionRefused) as refused:
        do(session, office.owner, proposal_id, Action.SUBMIT)
    assert refused.value.refusal is Refusal.BILL_NOT_PROVEN


def test_a_bill_brought_in_makes_the_draft_that_it_is_the_bill_of(session: Session, office: Office) -> None:
    bill = bill_of(office, CHANGED, Edit("s6/1", "ให้มีเบี้ยประชุม", "s6")).bill
    assert bill is not None
    made = bill_import.make_proposal(
        session,
        user=office.owner,
        act=office.edition.act,
        topic=proposals.Topic.OTHER,
        title="นำเข้า",
        text=bill.text,
    )
    draft = session.scalars(select(Draft).where(Draft.proposal_id == made.id)).one()
    again = bills.bill_of_draft(draft)
    assert again.bill is not None
    assert again.bill.text == bill.text


def test_a_bill_brought_in_keeps_what_it_decides(session: Session, office: Office) -> None:
    frame = BillFrame(
        commencement=Commencement(Begins.AFTER_DAYS, 180),
        charge="รัฐมนตรีว่าการกระทรวงวัฒนธรรม",
        transitional=("ให้แผนเดิมใช้ได้ต่อไป", "ให้ออกระเบียบภายในหกสิบวัน"),
        amenders=(("s5", "พระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐"),),
    )
    bill = bill_of(office, CHANGED, frame=frame).bill
    assert bill is not None
    assert bill_import.resolve(tree(office.edition), bill.text).frame == frame
    dated = replace(frame, commencement=Commencement(Begins.ON_DATE, day=date(2027, 1, 1)))
    bill = bill_of(office, CHANGED, frame=dated).bill
    assert bill is not None
    assert bill_import.resolve(tree(office.edition), bill.text).frame == dated


def test_a_commencement_that_is_not_understood_is_named(office: Office) -> None:
    bill = bill_of(office, CHANGED).bill
    assert bill is not None
    text = bill.text.replace("ตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป", "เมื่อมีพระราชกฤษฎีกากำหนด")
    found = bill_import.resolve(tree(office.edition), text)
    assert found.frame.commencement == Commencement()
    assert "เมื่อมีพระราชกฤษฎีกากำหนด" in found.not_kept[0]


def test_a_bill_that_does_not_fit_stores_nothing(session: Session, office: Office) -> None:
    bill = bill_of(office, CHANGED).bill
    assert bill is not None
    with pytest.raises(Refused) as refused:
        bill_import.make_proposal(
            session,
            user=office.owner,
            act=office.edition.act,
            topic=proposals.Topic.OTHER,
            title="นำเข้า",
            text=bill.text.replace("มาตรา ๕", "มาตรา ๕๕"),
        )
    assert refused.value.fault is Fault.BILL_NOT_RESOLVED
    assert session.scalars(select(Proposal)).all() == []


def test_reasons_that_cite_what_is_nowhere_bar_submitting(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    write(session, office.owner, proposal_id)
    proposal = session.get_one(Proposal, proposal_id)
    proposal.reasons = "โดยที่มาตรา ๙๙ กำหนดไว้ไม่เหมาะสม"
    session.flush()
    written = bills.last_bill(session, proposal)
    assert written is not None
    assert not written.is_proven
    assert [one.why for one in written.statement.certain] == ["reasons_cite"]
    with pytest.raises(ActionRefused) as refused:
        do(session, office.owner, proposal_id, Action.SUBMIT)
    assert refused.value.refusal is Refusal.BILL_NOT_PROVEN


def test_reasons_that_may_mean_another_law_bar_nothing(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    write(session, office.owner, proposal_id)
    proposal = session.get_one(Proposal, proposal_id)
    proposal.reasons = "ประมวลกฎหมายอาญากำหนดโทษไว้ในมาตรา ๙๙ แล้ว"
    session.flush()
    written = bills.last_bill(session, proposal)
    assert written is not None
    assert written.is_proven
    assert [one.why for one in written.statement.likely] == ["reasons_cite"]


def test_a_bill_brought_in_keeps_its_damage_and_doubts_in_view(office: Office) -> None:
    amender = "พระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๙) พ.ศ. ๒๕๖๓"
    written = bill_of(office, CHANGED, frame=BillFrame(amenders=(("s5", amender),))).bill
    assert written is not None
    base = tree(office.edition)
    found = bill_import.resolve(base, written.text)
    assert [one.doubts for one in found.resolved] == [()]  # the edition has no notes that could say otherwise
    noted = replace(base, footnotes=(Footnote("1", "ราชกิจจานุเบกษา เล่ม ๑"),))
    assert [one.why for one in bill_import.resolve(noted, written.text).resolved[0].doubts] == [Why.AMENDER_FOREIGN]
    open_end = written.text.replace("คณะรัฐมนตรี”", "คณะรัฐมนตรี")
    assert [one.why for one in bill_import.resolve(base, open_end).resolved[0].doubts] == [Why.CLOSING_MARK]
