"""From the draft to the approval, with its record."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.proposal import Proposal
from review.workflow import Action, ActionRefused, Refusal, State
from services.drafting import comparisons, proposals
from services.failures import Fault, Refused, StaleWrite
from services.keeping import audit, timeline
from services.reviewing import comments, reviews, standings
from tests.services.office import Office, assign, bring_to, do, propose, write


def test_a_proposal_becomes_approved_and_every_step_is_recorded(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    proposal_id = propose(session, office)
    write(session, office.owner, proposal_id)
    do(session, office.owner, proposal_id, Action.SUBMIT)
    assign(session, office, proposal_id)
    do(session, first, proposal_id, Action.START)
    assert do(session, first, proposal_id, Action.APPROVE).state is State.IN_REVIEW
    proposal = do(session, second, proposal_id, Action.APPROVE, "เห็นด้วยทุกข้อ")
    assert proposal.state is State.APPROVED
    happened = [event.action for event in reversed(timeline.events(session, proposal=proposal))]
    expected = ["proposal_created", "draft_saved", "submit", "assign", "start", "approve", "approve"]
    assert happened == expected
    assert audit.verify(session).broken is None


def test_the_act_and_a_draft_are_compared(session: Session, office: Office) -> None:
    proposal = session.get_one(Proposal, bring_to(session, office, State.DRAFT))
    changes = comparisons.compare(session, proposal=proposal, old=0, new=1).comparison.changes
    assert [change.address for change in changes] == ["s5.p1"]
    assert not comparisons.compare(session, proposal=proposal, old=1, new=1).comparison.changes


def test_a_draft_is_made_only_when_the_content_changed(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    assert write(session, office.owner, proposal_id, "ข้อความใหม่").is_new
    again = write(session, office.owner, proposal_id, "  ข้อความใหม่ \r\n\r\n")
    assert (again.is_new, again.draft.number) == (False, 1)
    assert write(session, office.owner, proposal_id, "ข้อความใหม่กว่า").draft.number == 2


def test_the_act_as_it_stands_is_no_draft(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    with pytest.raises(Refused) as caught:
        write(session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่เสนอแผนต่อรัฐมนตรี")
    assert caught.value.fault is Fault.NOTHING_EDITED
    assert session.get_one(Proposal, proposal_id).draft_count == 0


def test_a_stale_working_copy_is_not_stored_and_shows_the_other(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    save = proposals.save_working_copy
    mine = [Edit("s5", "ของฉัน")]
    save(session, user=office.owner, proposal_id=proposal_id, edits=[Edit("s5", "ของเขา")], seen_revision=0)
    with pytest.raises(StaleWrite) as caught:
        save(session, user=office.owner, proposal_id=proposal_id, edits=mine, seen_revision=0)
    assert caught.value.what == "working_copy"
    assert isinstance(caught.value.theirs, proposals.WorkingText)
    assert caught.value.theirs.edits == (Edit("s5", "ของเขา"),)
    assert caught.value.theirs.updated_by == "เจ้าของ"
    proposal = session.get_one(Proposal, proposal_id)
    assert proposals.working_text(session, user=office.owner, proposal=proposal).revision == 1


def test_a_new_draft_voids_approvals_and_the_same_text_keeps_them(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, first, proposal_id, Action.APPROVE)
    write(session, office.owner, proposal_id)
    assert standing(session, first, proposal_id).has_approved
    write(session, office.owner, proposal_id, "ถ้อยคำอื่น")
    assert not standing(session, first, proposal_id).has_approved
    proposal = do(session, second, proposal_id, Action.APPROVE)
    assert proposal.state is State.IN_REVIEW
    assert timeline.events(session, proposal=proposal)[1].details["voided"] == [first.id]
    assert do(session, first, proposal_id, Action.APPROVE).state is State.APPROVED


def test_going_back_to_the_approved_words_brings_the_approval_back(session: Session, office: Office) -> None:
    first, _, _ = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, first, proposal_id, Action.APPROVE)
    write(session, office.owner, proposal_id, "ถ้อยคำอื่น")
    write(session, office.owner, proposal_id)
    assert standing(session, first, proposal_id).approvals == 1


def test_a_restart_ends_all_approvals(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.APPROVED)
    do(session, office.secretary, proposal_id, Action.REVISE, "พบข้อผิดพลาด")
    assert standing(session, office.reviewers[0], proposal_id).approvals == 0


def test_a_decision_on_a_draft_that_is_not_the_last_is_stale(session: Session, office: Office) -> None:
    first, _, _ = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    write(session, office.owner, proposal_id, "ถ้อยคำอื่น")
    with pytest.raises(StaleWrite) as caught:
        reviews.act(session, user=first, proposal_id=proposal_id, action=Action.APPROVE, seen_draft=1)
    assert caught.value.theirs == reviews.Newest(2, State.IN_REVIEW)
    assert not reviews.list_decisions(session, proposal=session.get_one(Proposal, proposal_id))


def test_a_blocking_comment_prevents_approval_until_its_writer_lifts_it(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    where = comments.Where("s5.p1", "หน้าที่")
    comment = comments.add(
        session, user=first, proposal_id=proposal_id, body="ขัดมาตรา ๔", seen_draft=1, where=where, blocking=True
    )
    with pytest.raises(ActionRefused) as caught:
        do(session, second, proposal_id, Action.APPROVE)
    assert caught.value.refusal is Refusal.BLOCKING_COMMENT_OPEN
    for somebody in (office.owner, second):
        with pytest.raises(Refused):
            comments.resolve(session, user=somebody, comment_id=comment.id)
    comments.resolve(session, user=first, comment_id=comment.id)
    do(session, second, proposal_id, Action.APPROVE)


def test_changes_asked_for_need_an_answer(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.CHANGES_REQUESTED)
    with pytest.raises(ActionRefused) as caught:
        do(session, office.owner, proposal_id, Action.RESUBMIT)
    assert caught.value.refusal is Refusal.NOTHING_CHANGED_SINCE
    comments.add(session, user=office.owner, proposal_id=proposal_id, body="เลขข้อถูกแล้ว", seen_draft=1)
    assert do(session, office.owner, proposal_id, Action.RESUBMIT).state is State.SUBMITTED


def standing(session: Session, user: object, proposal_id: int) -> standings.Standing:
    return standings.standing_of(session, user, session.get_one(Proposal, proposal_id))
