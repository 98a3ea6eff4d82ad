"""The checklist of a review, kept with the decision."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models.proposal import Proposal
from models.user import User
from review.checklist import Answer, Tick
from review.workflow import Action, ActionRefused, Refusal, State
from services.failures import StaleWrite
from services.reviewing import reviews
from tests.services.office import Office, bring_to
from tests.services.test_arranging import last_event, proposal_of, set_rule


def approve(session: Session, user: User, proposal_id: int, answers: list[Answer], reason: str = "") -> Proposal:
    seen = proposal_of(session, proposal_id).draft_count
    return reviews.act(
        session,
        user=user,
        proposal_id=proposal_id,
        action=Action.APPROVE,
        seen_draft=seen,
        reason=reason,
        answers=answers,
    )


def test_the_checklist_is_kept_with_the_decision_word_for_word(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    set_rule(session, office, checklist=["จำเป็น", "ไม่ซ้ำซ้อน"], checklist_required=True)
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    answers = [Answer("จำเป็น", Tick.YES), Answer("ไม่ซ้ำซ้อน", Tick.NOT_APPLICABLE, "ไม่มีกฎหมายอื่น")]
    for incomplete in ([], answers[:1]):
        with pytest.raises((ActionRefused, StaleWrite)):
            approve(session, first, proposal_id, incomplete)
    with pytest.raises(ActionRefused) as caught:
        approve(session, first, proposal_id, [answers[0], Answer("ไม่ซ้ำซ้อน")])
    assert caught.value.refusal is Refusal.CHECKLIST_INCOMPLETE
    approve(session, first, proposal_id, answers, "มีข้อสังเกต")
    set_rule(session, office, checklist=["อื่น"], checklist_required=True)
    kept = [
        {"line": "จำเป็น", "answer": "yes", "note": ""},
        {"line": "ไม่ซ้ำซ้อน", "answer": "not_applicable", "note": "ไม่มีกฎหมายอื่น"},
    ]
    decision = reviews.list_decisions(session, proposal=proposal_of(session, proposal_id))[0]
    assert (decision.checklist, decision.reason) == (kept, "มีข้อสังเกต")
    assert last_event(session, proposal_id).details["checklist"] == kept
    with pytest.raises(StaleWrite) as stale:
        approve(session, second, proposal_id, answers)
    assert (stale.value.what, stale.value.theirs) == ("checklist", ("อื่น",))


# --- the desk -------------------------------------------------------------------------------------
