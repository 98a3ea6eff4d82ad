"""Fifty people at one proposal for half a minute, on both databases: nothing lost or done twice, every no with its why."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import create_app
from extensions import alembic, db
from law.editing.edit import Edit
from models.event import Event
from models.proposal import Draft, Proposal
from models.review import Comment, Decision
from models.user import User
from review.workflow import TRANSITIONS, Action, ActionRefused, State
from services.drafting import proposals
from services.failures import NotFound, Refused, StaleWrite
from services.keeping import audit
from services.reviewing import comments, reviews
from tests.conftest import worker_name
from tests.databases import Database, fresh_database, settings_for_tests
from tests.services.office import Office, bring_to, open_office
from tests.services.test_backup import people

THREADS = 50
SECONDS = float(os.environ.get("STRESS_SECONDS", "30"))
PAUSE = 0.4  # seconds at most between two deeds of a person
# What is tried how often. Reopening and revising keep the proposal moving to the end.
DEEDS = {
    "comment": 8,
    "save": 8,
    Action.SUBMIT: 4,
    "assign": 3,
    Action.START: 4,
    Action.APPROVE: 8,
    Action.REQUEST_CHANGES: 1,
    Action.RESUBMIT: 3,
    Action.REJECT: 1,
    Action.WITHDRAW: 1,
    Action.REOPEN: 4,
    Action.REVISE: 3,
}


@dataclass
class Told:
    """What one thread was told: the deeds that were acknowledged, and why the others were refused."""

    comments: dict[int, str] = field(default_factory=dict)
    drafts: dict[int, str] = field(default_factory=dict)
    moves: Counter[tuple[str, int]] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Crowd:
    proposal_id: int
    authors: tuple[int, ...]
    reviewers: tuple[int, ...]
    secretary: int

    @property
    def everybody(self) -> tuple[int, ...]:
        return (*self.authors, *self.reviewers, self.secretary)


@pytest.fixture
def crowded(database: Database, tmp_path: Path) -> Iterator[Flask]:
    """The application as it is started for so many threads."""
    with fresh_database(database.kind, tmp_path, f"{worker_name()}_stress") as fresh:
        app = create_app(replace(settings_for_tests(fresh, tmp_path), threads=THREADS))
        with app.app_context():
            alembic.upgrade()
        with app.app_context():
            yield app
            db.session.rollback()
            db.engine.dispose()


def gather(session: Session, office: Office) -> Crowd:
    """One proposal by its owner, in review by two of three reviewers."""
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    return Crowd(
        proposal_id,
        (office.owner.id,),
        tuple(person.id for person in office.reviewers),
        office.secretary.id,
    )


def beginning(session: Session, crowd: Crowd) -> Told:
    """What was done before the crowd came."""
    [edits] = session.scalars(select(Draft.edits)).all()
    moves = (Action.SUBMIT, crowd.authors[0]), (Action.ASSIGN, crowd.secretary), (Action.START, crowd.reviewers[0])
    return Told(drafts={1: edits[0]["text"]}, moves=Counter(moves))


def one_deed(session: Session, crowd: Crowd, random: Random, told: Told) -> None:
    """Look, then do something: what was seen may be old by then, as on a page."""
    kind = random.choices(list(DEEDS), list(DEEDS.values()))[0]
    proposal = session.get_one(Proposal, crowd.proposal_id)
    seen = proposal.draft_count
    if kind == "comment":
        _comment(session, crowd, random, told, seen)
    elif kind == "save":
        _save(session, crowd, random, told)
    elif kind == "assign":
        _assign(session, crowd, random, told, proposal)
    else:
        _move(session, crowd, random, told, Action(kind), seen)


def _comment(session: Session, crowd: Crowd, random: Random, told: Told, seen: int) -> None:
    user = session.get_one(User, random.choice(crowd.everybody))
    body = f"ความเห็น {random.getrandbits(48)}"
    session.rollback()
    stored = comments.add(session, user=user, proposal_id=crowd.proposal_id, body=body, seen_draft=seen)
    told.comments[stored.id] = body


def _save(session: Session, crowd: Crowd, random: Random, told: Told) -> None:
    user = session.get_one(User, random.choice(crowd.authors))
    proposal = session.get_one(Proposal, crowd.proposal_id)
    revision = proposals.working_text(session, user=user, proposal=proposal).revision
    text = f"คณะกรรมการมีหน้าที่เสนอแผน {random.getrandbits(48)}"
    session.rollback()
    saved = proposals.save_draft(
        session, user=user, proposal_id=crowd.proposal_id, seen_revision=revision, edits=[Edit("s5", text)]
    )
    assert saved.is_new
    told.drafts[saved.draft.number] = text


def _assign(session: Session, crowd: Crowd, random: Random, told: Told, proposal: Proposal) -> None:
    seen = frozenset(review.reviewer.id for review in reviews.reviewers_of(session, proposal=proposal))
    wanted = frozenset(random.sample(crowd.reviewers, random.choice((2, 3))))
    user = session.get_one(User, crowd.secretary)
    session.rollback()
    reviews.assign(session, user=user, proposal_id=crowd.proposal_id, reviewers=wanted, seen_reviewers=seen)
    told.moves[Action.ASSIGN, user.id] += wanted != seen


def _move(session: Session, crowd: Crowd, random: Random, told: Told, action: Action, seen: int) -> None:
    people = crowd.reviewers if action in DECIDING else crowd.authors
    user = session.get_one(User, random.choice(people))
    session.rollback()
    reviews.act(
        session, user=user, proposal_id=crowd.proposal_id, action=action, seen_draft=seen, reason="เหตุผลของข้าพเจ้า"
    )
    told.moves[action, user.id] += 1


DECIDING = {Action.START, Action.APPROVE, Action.REQUEST_CHANGES, Action.REJECT}


def work(app: Flask, crowd: Crowd, seed: int, until: float) -> Told:
    """One person's half minute; anything but a refusal with its reason ends the test."""
    random, told = Random(seed), Told()
    while time.monotonic() < until:
        time.sleep(random.uniform(0, PAUSE))
        with app.app_context():
            try:
                one_deed(db.session, crowd, random, told)
            except ActionRefused as no:
                told.refused[no.refusal] += 1
            except Refused as no:
                told.refused[no.fault] += 1
            except NotFound:
                told.refused["not to be seen before it is submitted"] += 1
            except StaleWrite as no:
                told.refused[f"stale {no.what}"] += no.theirs is not None
    return told


def test_fifty_at_one_proposal(crowded: Flask) -> None:
    session = db.session
    office = open_office(session, people)
    before = audit.verify(session).count
    crowd = gather(session, office)
    prepared = beginning(session, crowd)
    session.rollback()
    until = time.monotonic() + SECONDS
    with ThreadPoolExecutor(THREADS) as threads:
        running = [threads.submit(work, crowded, crowd, seed, until) for seed in range(THREADS)]
        told = [prepared, *(thread.result() for thread in running)]
    session.expire_all()
    moves = sum((one.moves for one in told), Counter())
    refused = sum((one.refused for one in told), Counter())
    said = {number: body for one in told for number, body in one.comments.items()}
    written = {number: text for one in told for number, text in one.drafts.items()}
    sys.stdout.write(f"{len(said)} comments, {len(written)} drafts, {moves.total()} moves; refused: {dict(refused)}\n")
    everything_is_there(session, crowd, told, said, written)
    every_step_follows_the_table(session, crowd, moves)
    verified = audit.verify(session)
    assert verified.broken is None
    assert verified.count >= before + len(said) + len(written) + moves.total()
    assert sum(moves[Action.APPROVE, person] for person in crowd.reviewers) > 0
    assert len(refused) >= 3


def everything_is_there(
    session: Session, crowd: Crowd, told: list[Told], said: dict[int, str], written: dict[int, str]
) -> None:
    """Each comment and draft that was acknowledged is stored, under a number of its own, and no other is."""
    assert len(said) == sum(len(one.comments) for one in told)
    assert len(written) == sum(len(one.drafts) for one in told)
    assert {row.id: row.body for row in session.execute(select(Comment.id, Comment.body))} == said
    stored = session.execute(select(Draft.number, Draft.edits).order_by(Draft.number)).all()
    assert {row.number: row.edits[0]["text"] for row in stored} == written
    assert [row.number for row in stored] == list(range(1, len(written) + 1))
    assert session.get_one(Proposal, crowd.proposal_id).draft_count == len(written)


def every_step_follows_the_table(session: Session, crowd: Crowd, moves: Counter[tuple[str, int]]) -> None:
    """One event for each acknowledged move, each beginning where the last one ended; no decision twice."""
    actions = [action.value for action in Action]
    query = select(Event).where(Event.proposal_id == crowd.proposal_id, Event.action.in_(actions))
    steps = session.scalars(query.order_by(Event.number)).all()
    counted = Counter((Action(step.action), step.actor_id) for step in steps)
    assert counted == +moves
    rows = {(row.source, row.action): {row.target, row.completes} for row in TRANSITIONS}
    rows |= {(state, Action.ASSIGN): {state} for state in (State.IN_REVIEW, State.CHANGES_REQUESTED)}
    for step in steps:
        assert State(step.details["to"]) in rows[State(step.details["from"]), Action(step.action)]
    assert all(one.details["to"] == following.details["from"] for one, following in pairwise(steps))
    assert steps[0].details["from"] == State.DRAFT
    assert steps[-1].details["to"] == session.get_one(Proposal, crowd.proposal_id).state
    decided = sum(moves[action, person] for action in DECIDING - {Action.START} for person in crowd.reviewers)
    assert session.scalar(select(func.count()).select_from(Decision)) == decided
