"""Every migration goes up and down again on both databases, and the models are what the migrations make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import CheckConstraint, Connection, create_engine, inspect, text

from extensions import alembic, db
from models.base import Base
from tests.databases import Database, fresh_database, migrated_app

OWN = {"alembic_version"}


@pytest.fixture
def app_of_its_own(database: Database, tmp_path: Path):
    with fresh_database(database.kind, tmp_path, f"migrations_{tmp_path.name}"[:40]) as fresh:
        app = migrated_app(fresh, tmp_path)
        yield app
        with app.app_context():
            db.engine.dispose()


def tables() -> set[str]:
    # An engine of its own: an inspector remembers.
    engine = create_engine(db.engine.url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def triggers() -> set[str]:
    with db.engine.connect() as connection:
        if db.engine.dialect.name == "sqlite":
            return set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        query = "SELECT DISTINCT trigger_name FROM information_schema.triggers WHERE trigger_schema = current_schema()"
        return set(connection.scalars(text(query)))


def test_the_models_are_what_the_migrations_make(app_of_its_own: Flask) -> None:
    with app_of_its_own.app_context():
        assert tables() == set(Base.metadata.tables) | OWN
        assert alembic.compare_metadata() == []


def test_down_leaves_nothing_and_up_makes_the_same(app_of_its_own: Flask) -> None:
    with app_of_its_own.app_context():
        before = tables(), triggers()
        assert before[1]
        alembic.downgrade("base")
        assert tables() <= OWN
        assert triggers() == set()
        alembic.upgrade()
        assert (tables(), triggers()) == before


def test_there_is_one_head(app: Flask) -> None:
    assert len(alembic.heads()) == 1


def test_the_checks_are_what_the_migrations_make(connection: Connection) -> None:
    """Alembic compares no checks; here their names, and the codes that they allow."""
    inspector = inspect(connection)
    for table in Base.metadata.tables.values():
        stored = {check["name"]: codes(check["sqltext"]) for check in inspector.get_check_constraints(table.name)}
        checks = [constraint for constraint in table.constraints if isinstance(constraint, CheckConstraint)]
        assert stored == {check.name: codes(str(check.sqltext)) for check in checks}


def codes(condition: str) -> set[str]:
    """The literals in a condition."""
    return set(re.findall("'([^']*)'", condition))
