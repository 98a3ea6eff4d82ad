"""A reviewer who declines or delegates: who reviews instead, and what the record says of it."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models.user import User
from review.approval import Aspect
from review.workflow import Action, ActionRefused, Deed, Refusal, State
from services.drafting import proposals, suggestions
from services.failures import Fault, Refused
from services.reviewing import comments, standings, stepping_aside
from services.reviewing.arranging import Seat, arrangement_of, due_in
from services.telling import dashboard
from services.telling.dashboard import Task
from tests.services.office import Office, assign, bring_to, do, write
from tests.services.test_arranging import arranged, last_event, proposal_of, refused

LEGAL, POLICY = Aspect.LEGAL, Aspect.POLICY


def test_who_declines_is_replaced_by_the_secretary(session: Session, office: Office) -> None:
    first, second, third = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    with pytest.raises(ActionRefused) as caught:
        stepping_aside.decline(session, user=first, proposal_id=proposal_id, reason=" ")
    assert caught.value.refusal is Refusal.REASON_MISSING
    stepping_aside.decline(session, user=first, proposal_id=proposal_id, reason="ถือหุ้นในกิจการ")
    event = last_event(session, proposal_id)
    assert (event.action, event.actor_id, event.details) == ("review_declined", first.id, {"reason": "ถือหุ้นในกิจการ"})
    assert refused(session, first, proposal_id, Action.APPROVE) is Refusal.NOT_ASSIGNED
    waiting = dashboard.waiting(session, user=office.secretary).items
    assert [(item.task, item.assigned, item.required) for item in waiting] == [(Task.ASSIGN, 1, 2)]
    assert set(stepping_aside.declined(session, proposal_of(session, proposal_id))) == {first.id}
    with pytest.raises(Refused) as faulty:
        stepping_aside.delegate(session, user=second, proposal_id=proposal_id, to=first.id)
    assert faulty.value.fault is Fault.DECLINED_IT
    assign(session, office, proposal_id, second, third)
    assert dashboard.waiting(session, user=office.secretary).items == ()


def test_who_delegates_is_named_in_the_record(session: Session, office: Office) -> None:
    first, second, third = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    arranged(session, office, proposal_id, Seat(first.id, LEGAL, due_in(4)), Seat(second.id))
    possible = stepping_aside.possible_delegates(session, proposal=proposal_of(session, proposal_id))
    assert possible == [office.both, third]
    stepping_aside.delegate(session, user=first, proposal_id=proposal_id, to=third.id, reason="ลาพัก")
    event = last_event(session, proposal_id)
    assert (event.action, event.actor_id) == ("review_delegated", first.id)
    assert event.details == {"to": third.id, "for": first.id, "reason": "ลาพัก"}
    seat = arrangement_of(session, proposal_of(session, proposal_id)).seats[0]
    assert seat == Seat(third.id, LEGAL, due_in(4), instead_of=first.id)
    with pytest.raises(ActionRefused) as caught:
        stepping_aside.delegate(session, user=third, proposal_id=proposal_id, to=first.id)
    assert caught.value.refusal is Refusal.DELEGATED_TO_YOU
    do(session, third, proposal_id, Action.APPROVE)
    assert do(session, second, proposal_id, Action.APPROVE).state is State.APPROVED


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("owner", Fault.NOT_A_REVIEWER),
        ("reader", Fault.NOT_A_REVIEWER),
        ("second", Fault.REVIEWS_IT_ALREADY),
        ("self", Fault.REVIEWS_IT_ALREADY),
        ("author", Fault.WROTE_IT),
        ("nobody", Fault.UNKNOWN_PERSON),
    ],
)
def test_to_whom_a_review_is_not_delegated(session: Session, office: Office, name: str, fault: Fault) -> None:
    first, second, _ = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW, owner=office.both if name == "author" else None)
    to = {"second": second, "self": first, "author": office.both}.get(name) or getattr(office, name, None)
    with pytest.raises(Refused) as caught:
        stepping_aside.delegate(session, user=first, proposal_id=proposal_id, to=to.id if to else 10_000)
    assert caught.value.fault is fault


def test_whose_approval_counts_neither_declines_nor_delegates(session: Session, office: Office) -> None:
    first, second, third = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, first, proposal_id, Action.APPROVE)
    for deed in (Deed.DECLINE, Deed.DELEGATE):
        found = standings.possibilities(session, first, proposal_of(session, proposal_id)).of(deed)
        assert found.refusal is Refusal.APPROVAL_COUNTS
    write(session, office.owner, proposal_id, "ข้อความใหม่")
    stepping_aside.delegate(session, user=first, proposal_id=proposal_id, to=third.id)
    assert second.id in arrangement_of(session, proposal_of(session, proposal_id)).people


def become_author(session: Session, office: Office, proposal_id: int, user: User) -> None:
    """The person's suggestion is taken into a draft."""
    seen = proposal_of(session, proposal_id).draft_count
    where = comments.Where("s5.p1", "เสนอแผน", suggestion="จัดทำแผน")
    made = comments.add(session, user=user, proposal_id=proposal_id, body="เสนอ", seen_draft=seen, where=where)
    revision = proposals.working_text(session, user=office.owner, proposal=proposal_of(session, proposal_id)).revision
    suggestions.take(session, user=office.owner, comment_id=made.id, seen_revision=revision)
    write(session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่จัดทำแผน")


def test_four_eyes_hold_for_who_reviews_for_an_author(session: Session, office: Office) -> None:
    """A delegate's approval falls when whoever delegated becomes an author; the secretary assigns anew."""
    first, _, third = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    stepping_aside.delegate(session, user=first, proposal_id=proposal_id, to=third.id)
    become_author(session, office, proposal_id, first)
    assert refused(session, third, proposal_id, Action.APPROVE) is Refusal.FOR_AN_AUTHOR
    with pytest.raises(ActionRefused):
        do(session, third, proposal_id, Action.APPROVE)
    arranged(session, office, proposal_id, *arrangement_of(session, proposal_of(session, proposal_id)).seats)
    assert refused(session, third, proposal_id, Action.APPROVE) is None, "now the secretary's choice"


def test_an_author_leaves_a_review_but_does_not_choose_who_approves(session: Session, office: Office) -> None:
    first, _, third = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    become_author(session, office, proposal_id, first)
    with pytest.raises(ActionRefused) as caught:
        stepping_aside.delegate(session, user=first, proposal_id=proposal_id, to=third.id)
    assert caught.value.refusal is Refusal.SUGGESTION_TAKEN
    stepping_aside.decline(session, user=first, proposal_id=proposal_id, reason="เป็นผู้ร่างร่วมแล้ว")


def test_only_assigned_reviewers_step_aside(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    for user in (office.owner, office.reviewers[2], office.secretary, office.reader):
        with pytest.raises(ActionRefused):
            stepping_aside.decline(session, user=user, proposal_id=proposal_id, reason="ก")
        with pytest.raises(ActionRefused):
            stepping_aside.delegate(session, user=user, proposal_id=proposal_id, to=office.both.id)


# --- the checklist --------------------------------------------------------------------------------
