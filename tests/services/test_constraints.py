"""States that must not exist can not be stored, whatever the services do."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from models.act import Act, Edition
from models.base import utc_now
from models.event import Event
from models.proposal import Draft, Proposal, WorkingCopy
from models.review import Comment, Decision
from review.workflow import State
from services.acts import storing
from tests.services.office import ACT_TEXT, Office, bring_to


def refused(session: Session, statement: object) -> None:
    with pytest.raises(IntegrityError), session.begin_nested():
        session.execute(statement)


def row_of(session: Session, model: type) -> dict[str, object]:
    found = session.execute(select(model.__table__).order_by(*model.__table__.primary_key.columns)).mappings().first()
    return {name: value for name, value in found.items() if name != "id"}


@pytest.fixture
def proposal_id(session: Session, office: Office) -> int:
    return bring_to(session, office, State.APPROVED)


@pytest.fixture
def other_act(session: Session, office: Office) -> Edition:
    text = ACT_TEXT.replace("การทอผ้า", "การจักสาน")
    return storing.add_act(session, user=None, slug="basketry", source=text, in_force_from=date(2013, 1, 1))


@pytest.mark.parametrize(
    "change",
    [
        {"state": "in_force"},
        {"topic": "anything"},
        {"title": "  "},
        {"round": 0},
        {"draft_count": 0},
        {"content_hash": None},
        {"draft_count": 0, "content_hash": None},
        {"first_submitted_at": None},
        {"owner_id": 10_000},
    ],
    ids=str,
)
def test_a_proposal_in_an_impossible_state(session: Session, proposal_id: int, change: dict[str, object]) -> None:
    refused(session, update(Proposal.__table__).where(Proposal.id == proposal_id).values(_raw(change)))


def _raw(change: dict[str, object]) -> dict[str, object]:
    # Around the types that would refuse earlier: the database itself is asked.
    from sqlalchemy import literal_column

    return {key: literal_column(f"'{value}'") if isinstance(value, str) else value for key, value in change.items()}


def test_a_code_that_is_none_is_refused_before_the_database(session: Session, proposal_id: int) -> None:
    with pytest.raises(Exception, match="in_force"), session.begin_nested():
        session.execute(update(Proposal).values(state="in_force"))


def test_a_proposal_on_an_edition_of_another_act(session: Session, proposal_id: int, other_act: Edition) -> None:
    refused(session, update(Proposal).where(Proposal.id == proposal_id).values(edition_id=other_act.id))


def test_a_draft_on_an_edition_of_another_act(session: Session, proposal_id: int, other_act: Edition) -> None:
    draft = row_of(session, Draft) | {"number": 2, "edition_id": other_act.id}
    refused(session, insert(Draft).values(draft))
    refused(session, insert(Draft).values(draft | {"act_id": other_act.act_id}))


@pytest.mark.parametrize(
    "change",
    [
        {"content_hash": "0" * 64},
        {"ordinal": 1},
        {"choice": "reject", "reason": " "},
        {"draft_id": 10_000},
    ],
    ids=str,
)
def test_a_decision_that_can_not_be(session: Session, proposal_id: int, change: dict[str, object]) -> None:
    decision = row_of(session, Decision) | {"ordinal": 2}
    refused(session, insert(Decision).values(decision | change))


def test_a_decision_on_a_draft_of_another_proposal(session: Session, office: Office, proposal_id: int) -> None:
    other = bring_to(session, office, State.DRAFT)
    refused(session, insert(Decision).values(row_of(session, Decision) | {"ordinal": 2, "proposal_id": other}))


def test_a_working_copy_based_on_a_draft_of_another_proposal(
    session: Session, office: Office, proposal_id: int
) -> None:
    other = bring_to(session, office, State.DRAFT)
    draft = session.scalar(select(Draft.id).where(Draft.proposal_id == proposal_id))
    refused(session, update(WorkingCopy).where(WorkingCopy.proposal_id == other).values(based_on_id=draft))


@pytest.mark.parametrize(
    "change",
    [
        {"body": " "},
        {"address": "s5"},
        {"quote": "คำ"},
        {"resolved_at": utc_now()},
        {"draft_id": 10_000},
        {"parent_id": 10_000},
    ],
    ids=lambda change: "-".join(change),
)
def test_a_comment_that_can_not_be(
    session: Session, office: Office, proposal_id: int, change: dict[str, object]
) -> None:
    comment = {"proposal_id": proposal_id, "body": "ข้อสังเกต", "author_id": office.reader.id}
    session.execute(insert(Comment).values(comment))
    refused(session, insert(Comment).values(comment | change))


def test_the_chain_can_not_fork(session: Session, proposal_id: int) -> None:
    event = row_of(session, Event)
    last = session.scalar(select(Event.number).order_by(Event.number.desc()).limit(1))
    refused(session, insert(Event).values(event | {"number": last + 1, "hash": "a" * 64}))


def test_two_acts_of_one_slug_and_no_approval_at_all(session: Session, office: Office) -> None:
    refused(session, insert(Act).values(slug="weaving", title="อีกฉบับ"))
    refused(session, update(Act).values(required_approvals=0))


def test_a_row_that_somebody_changed_is_not_overwritten(session: Session, proposal_id: int) -> None:
    proposal = session.get_one(Proposal, proposal_id)
    session.execute(update(Proposal.__table__).values(version=proposal.version + 1))
    proposal.title = "ชื่อใหม่"
    with pytest.raises(StaleDataError), session.begin_nested():
        session.flush()
