"""Several people at the same moment, with real commits, on both databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from extensions import db
from law.editing.edit import Edit
from models.event import Event
from models.proposal import Draft, Proposal
from models.review import Decision
from models.user import User
from review.workflow import Action, ActionRefused, Role, State
from services.drafting import proposals
from services.failures import Refused, StaleWrite
from services.keeping import audit
from services.reviewing import comments, reviews
from tests.services.office import Office, assign, bring_to, do, open_office, propose, write

Deed = Callable[[Session], object]


@pytest.fixture
def session(committing_app: Flask) -> Iterator[Session]:
    with committing_app.app_context():
        yield db.session


@pytest.fixture
def office(session: Session) -> Office:
    made = 0

    def make_user(*roles: Role, name: str) -> User:
        nonlocal made
        made += 1
        user = User(name=name, email=f"p{made}@office.test", password_hash="-")
        user.roles = frozenset(roles)
        session.add(user)
        session.commit()
        return user

    return open_office(session, make_user)


def at_once(app: Flask, *deeds: Deed) -> list[object]:
    """Each in a thread of its own, started together: what came of it, or what was raised."""
    db.session.rollback()  # the test's own transaction must not hold the others up
    barrier = Barrier(len(deeds))

    def run(deed: Deed) -> object:
        with app.app_context():
            barrier.wait(10)
            try:
                return deed(db.session)
            except (ActionRefused, StaleWrite, Refused) as refusal:
                return refusal

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(run, deeds))


def deciding(user: User, proposal_id: int, action: Action = Action.APPROVE) -> Deed:
    user_id = user.id

    def deed(session: Session) -> object:
        person = session.get_one(User, user_id)
        return reviews.act(
            session, user=person, proposal_id=proposal_id, action=action, seen_draft=1, reason="เหตุผล"
        ).state

    return deed


def outcome(results: list[object]) -> Counter[str]:
    return Counter(type(result).__name__ for result in results)


def test_a_double_click_is_one_decision(committing_app: Flask, session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    results = at_once(committing_app, *[deciding(office.reviewers[0], proposal_id)] * 6)
    assert outcome(results) == {"State": 1, "ActionRefused": 5}
    session.expire_all()
    assert len(session.scalars(select(Decision)).all()) == 1


def test_two_simultaneous_approvals_are_one_transition(committing_app: Flask, session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    first, second, _ = office.reviewers
    results = at_once(committing_app, deciding(first, proposal_id), deciding(second, proposal_id))
    assert outcome(results) == {"State": 2}  # which state each sees after its commit depends on the other
    session.expire_all()
    steps = session.scalars(select(Event).where(Event.action == "approve").order_by(Event.number)).all()
    assert [step.details["to"] for step in steps] == ["in_review", "approved"]
    assert audit.verify(session).broken is None


def test_of_an_approval_and_a_withdrawal_at_once_each_is_whole(
    committing_app: Flask, session: Session, office: Office
) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, office.reviewers[0], proposal_id, Action.APPROVE)
    last = deciding(office.reviewers[1], proposal_id)
    results = at_once(committing_app, last, deciding(office.owner, proposal_id, Action.WITHDRAW))
    assert outcome(results) == {"State": 1, "ActionRefused": 1}
    session.expire_all()
    assert session.get_one(Proposal, proposal_id).state in {State.APPROVED, State.WITHDRAWN}


def test_of_two_savers_one_is_stale_and_nothing_is_lost(
    committing_app: Flask, session: Session, office: Office
) -> None:
    proposal_id = propose(session, office)
    owner_id = office.owner.id

    def saving(text: str) -> Deed:
        def deed(own: Session) -> object:
            user = own.get_one(User, owner_id)
            edits = [Edit("s5", text)]
            return proposals.save_draft(own, user=user, proposal_id=proposal_id, seen_revision=0, edits=edits)

        return deed

    results = at_once(committing_app, *(saving(f"ถ้อยคำ {number}") for number in range(5)))
    assert outcome(results) == {"Saved": 1, "StaleWrite": 4}
    session.expire_all()
    assert [draft.number for draft in session.scalars(select(Draft))] == [1]


def test_everybody_at_once_leaves_a_whole_chain(committing_app: Flask, session: Session, office: Office) -> None:
    ids = [bring_to(session, office, State.IN_REVIEW) for _ in range(3)]
    people = [(user.id, proposal_id) for user in office.reviewers for proposal_id in ids]

    def talking(user_id: int, proposal_id: int) -> Deed:
        def deed(own: Session) -> object:
            user = own.get_one(User, user_id)
            for number in range(4):
                comments.add(own, user=user, proposal_id=proposal_id, body=f"ข้อ {number}", seen_draft=1)
            return None

        return deed

    before = audit.verify(session).count
    results = at_once(committing_app, *(talking(*person) for person in people))
    assert outcome(results) == {"NoneType": len(people)}
    session.expire_all()
    verified = audit.verify(session)
    assert verified.broken is None
    assert verified.count == before + 4 * len(people)


def test_a_refused_write_leaves_nothing(committing_app: Flask, session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    before = audit.verify(session).head
    write(session, office.owner, proposal_id)  # the same content: no draft, no event
    for deed in (deciding(office.reader, proposal_id), deciding(office.owner, proposal_id, Action.START)):
        assert outcome(at_once(committing_app, deed)) == {"ActionRefused": 1}
    with pytest.raises(Refused):
        assign(session, office, proposal_id, office.owner)
    session.expire_all()
    assert audit.verify(session).head == before
