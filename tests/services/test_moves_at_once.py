"""A text that changes while it is decided on, and steps taken twice at the same moment, with real commits."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.event import Event
from models.proposal import Proposal
from models.review import Decision
from models.user import User
from review.workflow import Action, State
from services.drafting import proposals
from services.keeping import audit
from services.reviewing.standings import approving_ids
from tests.services.office import Office, bring_to, do
from tests.services.test_concurrency import Deed, at_once, deciding, office, outcome, session

__all__ = ["office", "session"]


def saving(user: User, proposal_id: int, text: str) -> Deed:
    user_id = user.id

    def deed(session: Session) -> object:
        author, proposal = session.get_one(User, user_id), session.get_one(Proposal, proposal_id)
        seen = proposals.working_text(session, user=author, proposal=proposal).revision
        edits = [Edit("s5", text)]
        return proposals.save_draft(session, user=author, proposal_id=proposal_id, seen_revision=seen, edits=edits)

    return deed


def test_submitted_twice_it_is_submitted_once(committing_app: Flask, session: Session, office: Office) -> None:
    number = bring_to(session, office, State.DRAFT)
    results = at_once(committing_app, *[deciding(office.owner, number, Action.SUBMIT)] * 5)
    assert outcome(results) == {"State": 1, "ActionRefused": 4}
    session.expire_all()
    assert len(session.scalars(select(Event).where(Event.action == "submit")).all()) == 1


def test_what_is_approved_is_the_text_that_stands(committing_app: Flask, session: Session, office: Office) -> None:
    """The last approval and a new draft at the same moment: either may be first, and never is another text approved."""
    for turn in range(4):
        number = bring_to(session, office, State.IN_REVIEW)
        do(session, office.reviewers[0], number, Action.APPROVE)
        last, write = deciding(office.reviewers[1], number), saving(office.owner, number, f"ถ้อยคำใหม่ {turn}")
        at_once(committing_app, *((last, write) if turn % 2 else (write, last)))
        session.expire_all()
        proposal = session.get_one(Proposal, number)
        decided = session.scalars(select(Decision).where(Decision.proposal_id == number)).all()
        right = {decision.reviewer_id for decision in decided if decision.content_hash == proposal.content_hash}
        assert approving_ids(session, proposal) == right
        assert (proposal.state is State.APPROVED) is (len(right) == 2), (proposal.state, right)
        assert (proposal.draft_count == 1) is (proposal.state is State.APPROVED)
    assert audit.verify(session).broken is None


def test_of_an_approval_and_a_rejection_the_later_is_refused_or_both_are_told(
    committing_app: Flask, session: Session, office: Office
) -> None:
    number = bring_to(session, office, State.IN_REVIEW)
    do(session, office.reviewers[0], number, Action.APPROVE)
    deeds = deciding(office.reviewers[1], number), deciding(office.reviewers[0], number, Action.REJECT)
    results = at_once(committing_app, *deeds)
    assert outcome(results) == {"State": 1, "ActionRefused": 1}
    session.expire_all()
    assert session.get_one(Proposal, number).state in {State.APPROVED, State.REJECTED}
    assert audit.verify(session).broken is None
