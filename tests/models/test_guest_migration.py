"""Comments, answers and what was taken over are the same after the table of comments was made anew, up and down."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from extensions import alembic, db
from models.user import User
from review.workflow import Role, State
from services.drafting import suggestions
from services.reviewing import comments
from services.reviewing.comments import Where
from tests.databases import Database, fresh_database, migrated_app
from tests.services.office import bring_to, open_office

OLD = (
    "id, proposal_id, draft_id, parent_id, address, quote, start, body, suggestion, blocking, author_id, created_at, "
    "resolved_by_id, resolved_at"
)


@pytest.fixture
def app_of_its_own(database: Database, tmp_path: Path):
    with fresh_database(database.kind, tmp_path, f"guests_{tmp_path.name}"[:40]) as fresh:
        app = migrated_app(fresh, tmp_path)
        yield app
        with app.app_context():
            db.engine.dispose()


def make_user(*roles: Role, name: str = "") -> User:
    user = User(name=name or "คน", email=f"{db.session.query(User).count()}@office.test", password_hash="x")
    user.roles = frozenset(roles)
    db.session.add(user)
    db.session.commit()
    return user


def stored() -> list[list[tuple[object, ...]]]:
    with db.engine.connect() as connection:
        comments_ = f"SELECT {OLD} FROM comment ORDER BY id"  # noqa: S608
        queries = (comments_, "SELECT * FROM taken_suggestion ORDER BY comment_id")
        return [[tuple(row) for row in connection.execute(text(query))] for query in queries]


def test_nothing_is_lost(app_of_its_own) -> None:
    with app_of_its_own.app_context():
        office = open_office(db.session, make_user)
        proposal_id = bring_to(db.session, office, State.IN_REVIEW)
        first = comments.add(
            db.session,
            user=office.reviewers[0],
            proposal_id=proposal_id,
            body="ใช้คำนี้",
            seen_draft=1,
            where=Where("s5.p1", "เสนอแผน", suggestion="เสนอรายงาน"),
            blocking=True,
        )
        comments.reply(db.session, user=office.owner, comment_id=first.id, body="ได้")
        suggestions.take(db.session, user=office.owner, comment_id=first.id, seen_revision=1)
        db.session.close()
        before = stored()
        assert [len(rows) for rows in before] == [2, 1]
        alembic.downgrade("0004")
        assert stored() == before
        alembic.upgrade()
        assert stored() == before
