"""Nobody learns of a proposal before it is submitted, by whatever door."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.proposal import Proposal, Topic
from models.user import User
from review.workflow import Action, State
from services.drafting import codrafters, proposals
from services.failures import NotFound
from services.people.visibility import find_draft, find_proposal
from services.reviewing import comments, reviews
from services.telling import dashboard
from tests.services.office import Office, bring_to, do, propose, write

HIDDEN_FROM = ("codrafter", "reader", "admin", "both", "reviewer")


def person(office: Office, name: str) -> User:
    return office.reviewers[0] if name == "reviewer" else getattr(office, name)


def seen_by(session: Session, user: User, proposal_id: int) -> bool:
    """Whether any list or page shows it; all must agree."""
    proposal = session.get_one(Proposal, proposal_id)
    listed = any(found.id == proposal_id for found in dashboard.listing(session, user=user).proposals)
    in_state = dashboard.listing(session, user=user, state=proposal.state, act=proposal.act).proposals
    counted = dashboard.counts_by_state(session, user=user)[proposal.state] == 1
    try:
        opened = find_proposal(session, user, proposal_id) is proposal
    except NotFound:
        opened = False
    assert listed == opened == counted == (proposal in in_state)
    if proposal.state in {State.DRAFT, State.SUBMITTED, State.IN_REVIEW} and proposal.draft_count:
        assert (proposal in dashboard.touching(session, user=user, act=proposal.act).get("s5", [])) is opened
    return opened


@pytest.mark.parametrize("state", [State.DRAFT, State.WITHDRAWN])
def test_before_it_is_submitted(session: Session, office: Office, state: State) -> None:
    proposal_id = bring_to(session, office, state)
    seers = {user.name for user in office.everybody if seen_by(session, user, proposal_id)}
    assert seers == {office.owner.name, office.secretary.name}


def test_a_codrafter_sees_it(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.DRAFT)
    named = [office.codrafter.id]
    codrafters.name_codrafters(session, user=office.owner, proposal_id=proposal_id, codrafters=named, seen=[])
    assert seen_by(session, office.codrafter, proposal_id)


@pytest.mark.parametrize("state", [state for state in State if state not in {State.DRAFT, State.WITHDRAWN}])
def test_once_submitted_everybody_sees_it(session: Session, office: Office, state: State) -> None:
    proposal_id = bring_to(session, office, state)
    assert all(seen_by(session, user, proposal_id) for user in office.everybody)


def test_what_was_submitted_once_stays_seen(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    do(session, office.owner, proposal_id, Action.WITHDRAW, "เลิก")
    assert seen_by(session, office.reader, proposal_id)
    do(session, office.owner, proposal_id, Action.REOPEN, "ทำต่อ")
    assert seen_by(session, office.reader, proposal_id)


@pytest.mark.parametrize("name", HIDDEN_FROM)
def test_no_writer_tells_that_it_exists(session: Session, office: Office, name: str) -> None:
    proposal_id = bring_to(session, office, State.DRAFT)
    comment = comments.add(session, user=office.owner, proposal_id=proposal_id, body="เอกสารแนบ", seen_draft=1)
    user = person(office, name)
    doors = [
        *(
            lambda action=action: reviews.act(
                session, user=user, proposal_id=proposal_id, action=action, seen_draft=1, reason="x"
            )
            for action in Action
        ),
        lambda: reviews.assign(session, user=user, proposal_id=proposal_id, reviewers=[1], seen_reviewers=[]),
        lambda: proposals.change_details(
            session, user=user, proposal_id=proposal_id, topic=Topic.FUND, title="x", reasons="", seen_version=1
        ),
        lambda: codrafters.name_codrafters(session, user=user, proposal_id=proposal_id, codrafters=[], seen=[]),
        lambda: proposals.save_working_copy(
            session, user=user, proposal_id=proposal_id, edits=[Edit("s5", "x")], seen_revision=1
        ),
        lambda: proposals.save_draft(session, user=user, proposal_id=proposal_id, seen_revision=1),
        lambda: comments.add(session, user=user, proposal_id=proposal_id, body="x", seen_draft=1),
        lambda: comments.reply(session, user=user, comment_id=comment.id, body="x"),
        lambda: comments.resolve(session, user=user, comment_id=comment.id),
        lambda: comments.reopen(session, user=user, comment_id=comment.id),
    ]
    for door in doors:
        with pytest.raises(NotFound):
            door()


def test_what_is_not_there_is_the_same_as_what_is_hidden(session: Session, office: Office) -> None:
    for number in (10_000, 0, -1, 2**31, 10**30):
        with pytest.raises(NotFound):
            find_proposal(session, office.secretary, number)


def test_a_draft_is_found_only_under_its_own_proposal(session: Session, office: Office) -> None:
    one, other = bring_to(session, office, State.DRAFT), propose(session, office)
    write(session, office.owner, one, "ร่างที่สอง")
    proposal = find_proposal(session, office.owner, one)
    assert find_draft(session, proposal, 2).number == 2
    for number in (0, 3, -1, 10**30):
        with pytest.raises(NotFound):
            find_draft(session, proposal, number)
    with pytest.raises(NotFound):
        find_draft(session, find_proposal(session, office.owner, other), 1)
