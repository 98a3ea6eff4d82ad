"""Every state x action x person through the service: it does what the rules say, and refused means untouched."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from models.proposal import Proposal
from models.review import Decision
from models.user import User
from review.workflow import Action, ActionRefused, Refusal, Role, State, decide
from services.drafting import codrafters
from services.failures import Fault, NotFound, Refused, StaleWrite
from services.keeping import audit
from services.reviewing import reviews, standings
from tests.services.office import Office, assign, bring_to, do, write


def snapshot(session: Session, proposal_id: int) -> tuple[object, ...]:
    proposal = session.get_one(Proposal, proposal_id)
    decisions = session.scalar(select(func.count()).select_from(Decision))
    return proposal.state, proposal.version, proposal.round, decisions, audit.head(session)


@pytest.mark.parametrize("state", list(State))
def test_every_action_by_everybody(session: Session, office: Office, state: State) -> None:
    """Each allowed action is tried in a savepoint of its own and undone."""
    proposal_id = bring_to(session, office, state)
    session.commit()
    allowed = set()
    for user in office.everybody:
        for action in Action:
            if action is Action.ASSIGN:
                continue
            if is_done(session, user, proposal_id, action):
                allowed.add((user.name, action.value))
    assert allowed == EXPECTED[state]


OWNER, FIRST, SECOND, SECRETARY = "เจ้าของ", "ผู้ตรวจ 1", "ผู้ตรวจ 2", "เลขานุการ"
DECIDING = {(name, action) for name in (FIRST, SECOND) for action in ("approve", "request_changes", "reject")}
EXPECTED = {
    State.DRAFT: {(OWNER, "submit"), (OWNER, "withdraw")},
    State.SUBMITTED: {(FIRST, "start"), (SECOND, "start"), (OWNER, "withdraw")},
    State.IN_REVIEW: {*DECIDING, (OWNER, "withdraw")},
    State.CHANGES_REQUESTED: {(OWNER, "withdraw")},
    State.APPROVED: {(OWNER, "revise"), (SECRETARY, "revise")},
    State.REJECTED: {(OWNER, "reopen")},
    State.WITHDRAWN: {(OWNER, "reopen")},
    # What is in a bill moves with the bill only.
    State.IN_BILL: set(),
    State.ENACTED: set(),
}


def is_done(session: Session, user: User, proposal_id: int, action: Action) -> bool:
    """Whether the action is carried out exactly as the rules say; the proposal is left as it was."""
    before = snapshot(session, proposal_id)
    session.commit()  # the savepoint below must enclose all that the service does
    connection = session.get_bind()
    assert isinstance(connection, Connection)
    point = connection.begin_nested()
    proposal = session.get_one(Proposal, proposal_id)
    try:
        standing = standings.standing_of(session, user, proposal)
        expected = decide(action, proposal.state, standing, "เหตุผล").target
        done = do(session, user, proposal_id, action, "เหตุผล")
        assert done.state is expected
        return True
    except (ActionRefused, NotFound):
        return False
    finally:
        session.rollback()
        point.rollback()
        session.expire_all()
        assert snapshot(session, proposal_id) == before


def test_four_eyes_hold_for_everybody_who_wrote(session: Session, office: Office) -> None:
    """Somebody who drafts and reviews, wrote a draft, and is no co-drafter any more."""
    proposal_id = bring_to(session, office, State.DRAFT)
    name = codrafters.name_codrafters
    both = office.both
    name(session, user=office.owner, proposal_id=proposal_id, codrafters=[both.id], seen=[])
    write(session, both, proposal_id, "โดยผู้ร่วมร่าง")
    name(session, user=office.owner, proposal_id=proposal_id, codrafters=[], seen=[both.id])
    do(session, office.owner, proposal_id, Action.SUBMIT)
    with pytest.raises(Refused) as caught:
        assign(session, office, proposal_id, both, office.reviewers[0])
    assert caught.value.fault is Fault.WROTE_IT
    assert both not in reviews.possible_reviewers(session, proposal=session.get_one(Proposal, proposal_id))


def test_a_reviewer_can_not_become_a_codrafter(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    assign(session, office, proposal_id, office.both, office.reviewers[0])
    with pytest.raises(Refused) as caught:
        codrafters.name_codrafters(
            session, user=office.owner, proposal_id=proposal_id, codrafters=[office.both.id], seen=[]
        )
    assert caught.value.fault is Fault.REVIEWS_IT
    proposal = session.get_one(Proposal, proposal_id)
    assert office.both not in codrafters.possible_codrafters(session, proposal=proposal)


def test_who_lost_the_role_does_not_decide(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    first = office.reviewers[0]
    first.roles = frozenset({Role.READER})
    session.commit()
    with pytest.raises(ActionRefused) as caught:
        do(session, first, proposal_id, Action.APPROVE)
    assert caught.value.refusal is Refusal.NOT_REVIEWER


def test_the_approval_of_a_reviewer_taken_off_does_not_count(session: Session, office: Office) -> None:
    first, second, third = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, first, proposal_id, Action.APPROVE)
    assign(session, office, proposal_id, second, third)
    assert do(session, second, proposal_id, Action.APPROVE).state is State.IN_REVIEW
    assert do(session, third, proposal_id, Action.APPROVE).state is State.APPROVED


def test_assigning_carries_what_it_was_based_on(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    first, second, third = (reviewer.id for reviewer in office.reviewers)
    with pytest.raises(StaleWrite) as caught:
        reviews.assign(
            session, user=office.secretary, proposal_id=proposal_id, reviewers=[third], seen_reviewers=[first]
        )
    assert caught.value.theirs == {first, second}


@pytest.mark.parametrize(
    ("ids", "fault"), [([], Fault.NO_REVIEWER), ([10_000], Fault.UNKNOWN_PERSON), ([-(10**30)], Fault.UNKNOWN_PERSON)]
)
def test_reviewers_that_can_not_be(session: Session, office: Office, ids: list[int], fault: Fault) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    seen = [reviewer.id for reviewer in office.reviewers[:2]]
    with pytest.raises(Refused) as caught:
        reviews.assign(session, user=office.secretary, proposal_id=proposal_id, reviewers=ids, seen_reviewers=seen)
    assert caught.value.fault is fault


def test_only_reviewers_review(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    with pytest.raises(Refused) as caught:
        assign(session, office, proposal_id, office.reader)
    assert caught.value.fault is Fault.NOT_A_REVIEWER


def test_a_review_that_can_not_end_does_not_begin(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    assign(session, office, proposal_id, office.reviewers[0])
    with pytest.raises(ActionRefused) as caught:
        do(session, office.reviewers[0], proposal_id, Action.START)
    assert caught.value.refusal is Refusal.NOT_ENOUGH_REVIEWERS


def test_an_approval_taken_back_does_not_count(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, first, proposal_id, Action.APPROVE)
    do(session, first, proposal_id, Action.REQUEST_CHANGES, "เพิ่งเห็น")
    write(session, office.owner, proposal_id, "แก้แล้ว")
    write(session, office.owner, proposal_id)
    do(session, office.owner, proposal_id, Action.WITHDRAW, "x")
    do(session, office.owner, proposal_id, Action.REOPEN, "x")
    do(session, office.owner, proposal_id, Action.SUBMIT)
    do(session, second, proposal_id, Action.START)
    assert do(session, second, proposal_id, Action.APPROVE).state is State.IN_REVIEW


def test_the_page_shows_who_decided_what(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, first, proposal_id, Action.APPROVE, "เห็นชอบ มีข้อสังเกต")
    found = reviews.reviewers_of(session, proposal=session.get_one(Proposal, proposal_id))
    assert [(review.reviewer, review.counts) for review in found] == [(first, True), (second, False)]
    assert found[0].decision is not None
    assert (found[0].decision.reason, found[0].decision.draft.number) == ("เห็นชอบ มีข้อสังเกต", 1)
