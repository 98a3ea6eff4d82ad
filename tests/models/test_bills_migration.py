"""Proposals and what hangs on them are the same after their table was made anew; what bills held is approved again."""

from __future__ import annotations

from sqlalchemy import text

from extensions import alembic, db
from models.proposal import Proposal
from models.user import User
from review.workflow import State
from services.legislating import bill_making
from tests.models.test_guest_migration import app_of_its_own, make_user
from tests.services.office import bring_to, open_office

__all__ = ["app_of_its_own"]
QUERIES = (
    "SELECT * FROM proposal ORDER BY id",
    "SELECT id, proposal_id, number, content_hash FROM draft ORDER BY id",
    "SELECT id, proposal_id, draft_id, reviewer_id FROM decision ORDER BY id",
    "SELECT number, proposal_id, hash FROM event ORDER BY number",
)


def stored() -> list[list[tuple[object, ...]]]:
    with db.engine.connect() as connection:
        return [[tuple(row) for row in connection.execute(text(query))] for query in QUERIES]


def indexes() -> set[str]:
    with db.engine.connect() as connection:
        if db.engine.dialect.name == "sqlite":
            query = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'proposal' AND sql IS NOT NULL"
        else:
            query = "SELECT indexname FROM pg_indexes WHERE tablename = 'proposal'"
        return set(connection.scalars(text(query)))


def test_nothing_is_lost(app_of_its_own) -> None:
    with app_of_its_own.app_context():
        office = open_office(db.session, make_user)
        secretary = office.secretary.id
        number, _other = (bring_to(db.session, office, state) for state in (State.APPROVED, State.IN_REVIEW))
        db.session.close()
        before, built = stored(), indexes()
        assert all(before)
        alembic.downgrade("0006")
        assert (stored(), indexes()) == (before, built)
        alembic.upgrade()
        assert (stored(), indexes()) == (before, built)

        proposal = db.session.get_one(Proposal, number)
        chosen = {number: (proposal.content_hash or "")[:12]}
        person = db.session.get_one(User, secretary)
        bill_making.make(db.session, user=person, act=proposal.act, title="ร่างรวม", chosen=chosen)
        db.session.close()
        alembic.downgrade("0006")
        with db.engine.connect() as connection:
            query = text("SELECT state FROM proposal WHERE id = :number")
            assert connection.scalar(query, {"number": number}) == "approved"
            if db.engine.dialect.name == "sqlite":
                assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
