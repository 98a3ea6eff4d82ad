"""The databases on which the tests run: a SQLite file and a schema of PostgreSQL, each of one worker's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from app import create_app
from config import Settings, normalise_database_url
from extensions import alembic

KINDS = ("sqlite", "postgresql")
POSTGRESQL = normalise_database_url(os.environ.get("TEST_DATABASE_URL", "postgresql://127.0.0.1:5432/test"))
NOT_SECRET = "a key for tests, of more than thirty-two characters"


@dataclass(frozen=True)
class Database:
    kind: str
    url: str


@cache
def postgresql_answers() -> bool:
    engine = create_engine(POSTGRESQL, connect_args={"connect_timeout": 3})
    try:
        with engine.connect():
            return True
    except OperationalError:
        return False
    finally:
        engine.dispose()


def skip_unless_it_answers(kind: str) -> None:
    """In CI a PostgreSQL that does not answer is a failure, elsewhere a skip with its reason."""
    if kind == "postgresql" and not postgresql_answers():
        reason = "no PostgreSQL answers at TEST_DATABASE_URL"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@contextmanager
def fresh_database(kind: str, directory: Path, name: str) -> Iterator[Database]:
    """An empty database; `name` is unique among the workers."""
    if kind == "sqlite":
        yield Database(kind, f"sqlite:///{directory / name}.sqlite")
        return
    skip_unless_it_answers(kind)
    schema = f"rangkae_{name}_{os.getpid()}"
    engine = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f'CREATE SCHEMA "{schema}"'))
        url = make_url(POSTGRESQL).update_query_dict({"options": f"-csearch_path={schema}"})
        yield Database(kind, url.render_as_string(hide_password=False))
        with engine.connect() as connection:
            connection.execute(text(f'DROP SCHEMA "{schema}" CASCADE'))
    finally:
        engine.dispose()


def settings_for_tests(database: Database, directory: Path, **extra: object) -> Settings:
    """Demonstration mode is off: what tests see is what an office has."""
    return Settings(
        secret_key=NOT_SECRET,
        database_url=database.url,
        plain_http=True,
        testing=True,
        instance_path=directory,
        sign_in_limit="1000 per minute",
        extra={"WTF_CSRF_ENABLED": False, "SERVER_NAME": None, **extra},
    )


def migrated_app(database: Database, directory: Path, **extra: object):
    """An application with every migration applied."""
    app = create_app(settings_for_tests(database, directory, **extra))
    with app.app_context():
        alembic.upgrade()
    return app
