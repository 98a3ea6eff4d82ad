"""An edition is imported while others decide on what it meets: nobody waits for ever, nothing is half done."""

from __future__ import annotations

from datetime import date, timedelta

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.act import Act
from models.event import Event
from models.proposal import Proposal
from models.user import User
from review.workflow import State
from services.acts import storing
from services.keeping import audit
from services.reviewing import comments, standings
from tests.services.office import ACT_TEXT, Office, bring_to
from tests.services.test_concurrency import at_once, deciding, office, session

__all__ = ["office", "session"]


def test_an_import_and_the_decisions_on_what_it_meets(committing_app: Flask, session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    owner, act_id = office.owner.id, office.edition.act_id
    for number in range(3):
        met, calm = bring_to(session, office, State.IN_REVIEW), bring_to(session, office, State.IN_REVIEW)
        text = ACT_TEXT.replace("เสนอแผน", f"เสนอแผน{number}")

        def importing(session: Session, text: str = text, number: int = number) -> object:
            act = session.get_one(Act, act_id)
            day = date(2020, 1, 1) + timedelta(days=number)
            return storing.add_edition(session, user=None, act=act, source=text, in_force_from=day)

        def talking(session: Session, proposal_id: int = calm) -> object:
            person = session.get_one(User, owner)
            return comments.add(session, user=person, proposal_id=proposal_id, body="ก", seen_draft=1)

        decisions = [deciding(person, one) for person in (first, second) for one in (met, calm)]
        at_once(committing_app, importing, *decisions, talking)
        session.expire_all()
        for proposal_id in (met, calm):
            proposal = session.get_one(Proposal, proposal_id)
            assert proposal.state is not State.APPROVED, "both touch section 5, as the edition does"
            assert standings.approving_ids(session, proposal) == frozenset()
            actions = session.scalars(
                select(Event.action).where(Event.proposal_id == proposal_id).order_by(Event.number)
            ).all()
            assert actions.count("edition_hit") == 1
            assert "approve" not in actions[actions.index("edition_hit") :]
    assert audit.verify(session).broken is None
