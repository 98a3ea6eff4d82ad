"""Whose turn it is, in what order, and with how many questions to the database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from models.proposal import Proposal
from models.user import User
from review.workflow import Action, Role, State
from services.drafting import comparisons
from services.keeping import timeline
from services.people.visibility import find_proposal
from services.reviewing import comments, reviews, standings
from services.telling import dashboard
from services.telling.dashboard import Task
from tests.asked import statements
from tests.services.office import Office, bring_to, do, propose, write


def tasks(session: Session, user: User) -> list[Task]:
    return [item.task for item in dashboard.waiting(session, user=user).items]


EXPECTED = {
    State.DRAFT: {"owner": Task.WRITE},
    State.SUBMITTED: {"first": Task.START, "second": Task.START},
    State.IN_REVIEW: {"first": Task.REVIEW, "second": Task.REVIEW},
    State.CHANGES_REQUESTED: {"owner": Task.ANSWER},
    State.APPROVED: {},
    State.REJECTED: {},
    State.WITHDRAWN: {},
    State.IN_BILL: {},
    State.ENACTED: {},
}


@pytest.mark.parametrize("state", list(State))
def test_whose_turn_it_is(session: Session, office: Office, state: State) -> None:
    bring_to(session, office, state)
    people = {
        "owner": office.owner,
        "codrafter": office.codrafter,
        "first": office.reviewers[0],
        "second": office.reviewers[1],
        "third": office.reviewers[2],
        "secretary": office.secretary,
        "reader": office.reader,
        "admin": office.admin,
    }
    found = {name: tasks(session, user) for name, user in people.items()}
    assert {name: turn[0] for name, turn in found.items() if turn} == EXPECTED[state]
    assert all(len(turn) <= 1 for turn in found.values())


def test_the_oldest_of_each_state_is_that_which_the_person_may_see(session: Session, office: Office) -> None:
    first = session.get_one(Proposal, bring_to(session, office, State.IN_REVIEW))
    bring_to(session, office, State.IN_REVIEW)
    hidden = session.get_one(Proposal, bring_to(session, office, State.DRAFT))
    bring_to(session, office, State.APPROVED)
    assert dashboard.oldest_by_state(session, user=office.reader) == {State.IN_REVIEW: first.state_since}
    of_owner = dashboard.oldest_by_state(session, user=office.owner)
    assert of_owner == {State.IN_REVIEW: first.state_since, State.DRAFT: hidden.state_since}


def test_the_secretary_assigns_until_there_are_enough(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    write(session, office.owner, proposal_id)
    do(session, office.owner, proposal_id, Action.SUBMIT)
    for number in (0, 1):
        item = dashboard.waiting(session, user=office.secretary).items[0]
        assert (item.task, item.assigned, item.units) == (Task.ASSIGN, number, 1)
        seen = [reviewer.id for reviewer in office.reviewers[:number]]
        ids = [reviewer.id for reviewer in office.reviewers[: number + 1]]
        reviews.assign(session, user=office.secretary, proposal_id=proposal_id, reviewers=ids, seen_reviewers=seen)
    assert tasks(session, office.secretary) == []


def test_who_approved_is_asked_again_with_what_changed(session: Session, office: Office) -> None:
    first = office.reviewers[0]
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, first, proposal_id, Action.APPROVE)
    assert tasks(session, first) == []
    write(session, office.owner, proposal_id, "ถ้อยคำอื่น")
    item = dashboard.waiting(session, user=first).items[0]
    assert (item.task, item.units, item.changed) == (Task.REVIEW_AGAIN, 1, 1)
    assert tasks(session, office.reviewers[1]) == [Task.REVIEW]


def test_the_oldest_comes_first_and_pages_follow(session: Session, office: Office) -> None:
    ids = [bring_to(session, office, State.DRAFT) for _ in range(3)]
    ids.append(bring_to(session, office, State.CHANGES_REQUESTED))
    turn = dashboard.waiting(session, user=office.owner, limit=2)
    assert ([item.proposal.id for item in turn.items], turn.more) == (ids[:2], True)
    turn = dashboard.waiting(session, user=office.owner, limit=2, offset=2)
    assert ([item.proposal.id for item in turn.items], turn.more) == (ids[2:], False)


def test_lists_have_pages(session: Session, office: Office) -> None:
    ids = [bring_to(session, office, State.DRAFT) for _ in range(3)]
    for page in (dashboard.mine, dashboard.listing):
        found = page(session, user=office.owner, limit=2)
        assert ([proposal.id for proposal in found.proposals], found.more) == (ids[:0:-1], True)
        found = page(session, user=office.owner, limit=2, offset=2)
        assert ([proposal.id for proposal in found.proposals], found.more) == (ids[:1], False)


def test_the_margin_of_the_act_shows_open_proposals(session: Session, office: Office) -> None:
    open_one = bring_to(session, office, State.IN_REVIEW)
    bring_to(session, office, State.REJECTED)
    found = dashboard.touching(session, user=office.reader, act=office.edition.act)
    assert {address: [proposal.id for proposal in marks] for address, marks in found.items()} == {"s5": [open_one]}


def read_everything(session: Session, user_id: int, proposal_id: int) -> None:
    """What the home page and the pages of a proposal ask for, with what they print."""
    user = session.get_one(User, user_id)
    for item in dashboard.waiting(session, user=user).items:
        assert item.proposal.owner.name
        assert item.proposal.act.title
    for page in (dashboard.mine, dashboard.listing):
        for proposal in page(session, user=user).proposals:
            assert proposal.owner.name
            assert proposal.act.title
    dashboard.counts_by_state(session, user=user)
    proposal = find_proposal(session, user, proposal_id)
    standings.possibilities(session, user, proposal)
    comparisons.compare(session, proposal=proposal, old=0, new=1)
    assert all(review.reviewer.name for review in reviews.reviewers_of(session, proposal=proposal))
    assert all(thread.first.author.name for thread in comments.list_threads(session, proposal=proposal))
    assert all(step.actor and step.actor.name for step in timeline.events(session, proposal=proposal))
    for marked in dashboard.touching(session, user=user, act=proposal.act).values():
        assert all(proposal.owner.name for proposal in marked)


def count(session: Session, read: Callable[[], None]) -> int:
    session.commit()
    session.expunge_all()
    with statements() as asked:
        read()
    return len(asked)


def test_more_proposals_are_not_more_questions(
    session: Session, office: Office, make_user: Callable[..., User]
) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    readers = [office.owner.id, office.reviewers[0].id, office.secretary.id, office.reader.id]
    edition = office.edition

    def ask() -> list[int]:
        return [
            count(session, lambda user_id=user_id: read_everything(session, user_id, proposal_id))
            for user_id in readers
        ]

    # Not a law: the edition that it makes would carry all the others on.
    states = [state for state in State if state is not State.ENACTED]
    for state in states:
        bring_to(session, office, state)
    ask()  # What the steps above left to be read again is read, and asks nothing more below.
    few = ask()
    session.add_all([office.owner, office.secretary, *office.reviewers, edition])
    for number, state in enumerate(states):
        somebody_else = make_user(Role.DRAFTER, email=f"else{number}@office.test")
        comments_on(session, office, bring_to(session, office, state, owner=somebody_else))
    assert ask() == few


def comments_on(session: Session, office: Office, proposal_id: int) -> None:
    if session.get_one(Proposal, proposal_id).state is State.IN_REVIEW:
        for _ in range(3):
            comments.add(session, user=office.reviewers[0], proposal_id=proposal_id, body="ข้อสังเกต", seen_draft=1)
