"""Reviewers and decisions are the same after the tables of a review were altered, and decisions still never change."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from extensions import alembic, db
from review.workflow import Action, State
from tests.models.test_guest_migration import app_of_its_own, make_user
from tests.services.office import bring_to, do, open_office

__all__ = ["app_of_its_own"]
QUERIES = (
    "SELECT proposal_id, reviewer_id, assigned_by_id, assigned_at FROM assignment ORDER BY proposal_id, reviewer_id",
    "SELECT id, proposal_id, draft_id, reviewer_id, ordinal, choice, content_hash, round, reason FROM decision",
)


def stored() -> list[list[tuple[object, ...]]]:
    with db.engine.connect() as connection:
        return [[tuple(row) for row in connection.execute(text(query))] for query in QUERIES]


def test_nothing_is_lost_and_decisions_stay(app_of_its_own) -> None:
    with app_of_its_own.app_context():
        office = open_office(db.session, make_user)
        proposal_id = bring_to(db.session, office, State.IN_REVIEW)
        do(db.session, office.reviewers[0], proposal_id, Action.APPROVE, "มีข้อสังเกต")
        db.session.close()
        before = stored()
        assert [len(rows) for rows in before] == [2, 1]
        alembic.downgrade("0002")
        assert stored() == before
        alembic.upgrade()
        assert stored() == before
        with db.engine.connect() as connection, pytest.raises(DatabaseError, match="never changed"):
            connection.execute(text("UPDATE decision SET checklist = NULL"))
