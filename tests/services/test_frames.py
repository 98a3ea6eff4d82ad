"""What was decided about the bill: kept with the text, checked, and part of what is approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from law.amend import Grain, WordChange
from law.editing.edit import Edit
from models.proposal import Proposal
from review.workflow import Action, State
from services.acts.editions import tree
from services.drafting import proposals
from services.failures import Fault, Refused, StaleWrite
from services.legislating.frames import (
    NOTHING_DECIDED,
    Begins,
    BillFrame,
    Commencement,
    checked_frame,
    read_frame,
    with_grain,
)
from services.reviewing import reviews
from tests.services.office import Office, bring_to, do, propose, write

EVERYTHING = BillFrame(
    number=2,
    year=2569,
    commencement=Commencement(Begins.AFTER_DAYS, 180),
    charge="รัฐมนตรีว่าการกระทรวงวัฒนธรรม",
    transitional=("ให้กรรมการซึ่งดำรงตำแหน่งอยู่ คงอยู่ในตำแหน่งต่อไป",),
    amenders=(("s4.p1.i2", ""), ("s5", "พระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐")),
    grain=(("s4", Grain.SECTION),),
    words=(WordChange("ช่างทอ", "ช่างทอผ้า", ("s3", "s4")),),
)


def keep(session: Session, office: Office, proposal_id: int, frame: BillFrame | None, **more) -> proposals.WorkingText:
    proposal = session.get_one(Proposal, proposal_id)
    seen = proposals.working_text(session, user=office.owner, proposal=proposal).revision
    return proposals.save_working_copy(
        session, user=office.owner, proposal_id=proposal_id, seen_revision=seen, frame=frame, **more
    )


def save(session: Session, office: Office, proposal_id: int) -> proposals.Saved:
    proposal = session.get_one(Proposal, proposal_id)
    seen = proposals.working_text(session, user=office.owner, proposal=proposal).revision
    return proposals.save_draft(session, user=office.owner, proposal_id=proposal_id, seen_revision=seen)


@pytest.mark.parametrize(
    "frame",
    [NOTHING_DECIDED, EVERYTHING, BillFrame(commencement=Commencement(Begins.ON_DATE, day=date(2027, 1, 1)))],
)
def test_a_frame_is_read_as_it_was_stored(frame: BillFrame) -> None:
    assert read_frame(frame.stored) == frame


def test_nothing_decided_is_stored_as_nothing() -> None:
    assert NOTHING_DECIDED.stored == {}
    assert read_frame(None) == read_frame({}) == NOTHING_DECIDED


def test_number_and_year_are_no_substance() -> None:
    assert BillFrame(number=2, year=2569).substance == {}
    assert set(EVERYTHING.substance) == {"commencement", "charge", "transitional", "amenders", "grain", "words"}


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (BillFrame(number=0), Fault.BAD_NUMBER),
        (BillFrame(year=2026), Fault.BAD_YEAR),
        (BillFrame(commencement=Commencement(Begins.AFTER_DAYS, 0)), Fault.BAD_COMMENCEMENT),
        (BillFrame(commencement=Commencement(Begins.ON_DATE)), Fault.BAD_COMMENCEMENT),
        (BillFrame(commencement=Commencement(Begins.ON_DATE, day=date(1, 1, 1))), Fault.BAD_COMMENCEMENT),
        (BillFrame(transitional=("ก" * 20_001,)), Fault.TOO_LONG),
        (BillFrame(transitional=("ก",) * 201), Fault.TOO_LONG),
        (BillFrame(charge="ก\x00"), Fault.BAD_CHARACTERS),
        (BillFrame(amenders=(("s5", "ฉบับที่ ๒"),)), Fault.BAD_AMENDER),
        (BillFrame(amenders=(("s5", "พระราชบัญญัติ”อื่น พ.ศ. ๒๕๖๐"),)), Fault.BAD_AMENDER),
    ],
)
def test_what_can_be_no_bill_is_refused(frame: BillFrame, fault: Fault) -> None:
    with pytest.raises(Refused) as refused:
        checked_frame(frame)
    assert refused.value.fault is fault


def test_what_was_typed_is_put_in_order() -> None:
    typed = BillFrame(transitional=("  ภายใน 90 วัน\r\n\r\nให้แต่งตั้ง  ", "  "), charge=" นายก  รัฐมนตรี ")
    assert checked_frame(typed).transitional == ("ภายใน ๙๐ วัน\nให้แต่งตั้ง",)
    assert checked_frame(typed).charge == "นายก รัฐมนตรี"


def test_paragraphs_wished_for_are_all_of_the_section(office: Office) -> None:
    act = tree(office.edition)
    wished = with_grain(NOTHING_DECIDED, [("s4", Grain.PARAGRAPH), ("s5", Grain.SECTION)])
    assert wished.for_law(act).grain == {"s4.p1": Grain.PARAGRAPH, "s5": Grain.SECTION}
    assert with_grain(wished, [("s4", None), ("s5", None)]) == NOTHING_DECIDED


def test_text_and_frame_are_kept_apart_and_together(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    keep(session, office, proposal_id, EVERYTHING, edits=[Edit("s5", "ก")])
    assert keep(session, office, proposal_id, None, edits=[Edit("s5", "ข")]).frame == EVERYTHING
    kept = keep(session, office, proposal_id, NOTHING_DECIDED)
    assert (kept.frame, kept.edits, kept.revision) == (NOTHING_DECIDED, (Edit("s5", "ข"),), 3)
    assert keep(session, office, proposal_id, NOTHING_DECIDED).revision == 3  # nothing new


def test_a_stale_frame_stores_nothing(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    keep(session, office, proposal_id, EVERYTHING)
    with pytest.raises(StaleWrite) as stale:
        proposals.save_working_copy(
            session, user=office.owner, proposal_id=proposal_id, seen_revision=0, frame=NOTHING_DECIDED
        )
    assert stale.value.theirs.frame == EVERYTHING  # type: ignore[attr-defined]


def test_a_draft_is_new_where_only_the_frame_is(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    first = write(session, office.owner, proposal_id).draft
    keep(session, office, proposal_id, EVERYTHING)
    second = save(session, office, proposal_id)
    assert second.is_new
    assert read_frame(second.draft.frame) == EVERYTHING
    assert second.draft.edits == first.edits
    assert second.draft.content_hash != first.content_hash
    assert not save(session, office, proposal_id).is_new


def test_a_number_alone_makes_a_draft_of_the_same_content(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    first = write(session, office.owner, proposal_id).draft
    keep(session, office, proposal_id, replace(NOTHING_DECIDED, number=2, year=2569))
    second = save(session, office, proposal_id)
    assert second.is_new
    assert second.draft.content_hash == first.content_hash


def test_an_approval_falls_with_a_transitional_section(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, office.reviewers[0], proposal_id, Action.APPROVE)

    def counting() -> list[bool]:
        proposal = session.get_one(Proposal, proposal_id)
        return [review.counts for review in reviews.reviewers_of(session, proposal=proposal)]

    keep(session, office, proposal_id, BillFrame(number=3))
    save(session, office, proposal_id)
    assert counting() == [True, False]
    keep(session, office, proposal_id, BillFrame(number=3, transitional=("ให้กรรมการคงอยู่ในตำแหน่ง",)))
    save(session, office, proposal_id)
    assert counting() == [False, False]
