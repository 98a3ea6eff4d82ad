"""What every test can ask for: an application on both databases, people, a client that rejects bad HTML."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context
from functools import cache
from pathlib import Path

import pytest
from flask import Flask, g, has_app_context
from flask.testing import FlaskClient
from hypothesis import settings
from sqlalchemy import Connection
from werkzeug.wrappers import Response

import extensions
from models.base import utc_now
from models.user import User
from review.workflow import Role
from services.people import accounts
from tests.databases import KINDS, Database, fresh_database, migrated_app
from tests.pages import check_page

# The same cases every time: what passed here passes for whoever takes the commit. `make prove` looks for new ones, and
# so does HYPOTHESIS_PROFILE=search.
settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

PASSWORD = "a long enough password"
PURE = {"law", "review"}
_password_hash = cache(lambda: accounts._hasher.hash(PASSWORD))


@pytest.fixture(autouse=True)
def pure_tests_reach_nothing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of law/ and review/ can not open a connection or a database."""
    if PURE.isdisjoint(request.path.relative_to(Path(__file__).parent).parts):
        return

    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("a test of law/ or review/ reached for the network or a database")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(sqlite3, "connect", refuse)


def worker_name() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


@pytest.fixture(scope="session", params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """This worker's database of each kind."""
    with fresh_database(request.param, tmp_path_factory.mktemp(request.param), worker_name()) as made:
        yield made


@pytest.fixture(scope="session")
def migrated(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on `database`; what is stored through it stays. Most tests want `app`."""
    with application_on(database, tmp_path_factory.mktemp("instance")) as app:
        yield app


@contextmanager
def application_on(database: Database, directory: Path) -> Iterator[Flask]:
    """A migrated application whose clients check what they get."""
    app = migrated_app(database, directory)

    @app.after_request
    def tell_who_refused(response: Response) -> Response:
        # So that a test can tell a route's own refusal from that of a rule about one proposal.
        if "needed_permission" in g:
            response.headers["X-Refused-By-Guard"] = str(g.needed_permission)
        return response

    app.test_client_class = CheckedClient
    yield app
    with app.app_context():
        extensions.db.engine.dispose()


@pytest.fixture
def connection(migrated: Flask) -> Iterator[Connection]:
    """The one connection of a test; all that goes through it is undone in the end."""
    with migrated.app_context():
        engine, sessions = extensions.db.engine, extensions.db.sessionmaker
        before = dict(sessions.kw)
        with engine.connect() as made:
            outer = made.begin()
            # A commit in the code under test ends a savepoint only.
            sessions.configure(bind=made, join_transaction_mode="create_savepoint")
            try:
                yield made
            finally:
                extensions.db.session.close()
                sessions.kw.clear()
                sessions.kw.update(before)
                outer.rollback()


@pytest.fixture
def app(migrated: Flask, connection: Connection) -> Flask:
    """The application, inside an application context, in a transaction that is undone after the test."""
    extensions.limiter.reset()  # the tries of the test before do not count
    return migrated


@pytest.fixture
def db(app: Flask) -> extensions.SQLAlchemy:
    return extensions.db


@pytest.fixture
def committing_app(database: Database, tmp_path: Path) -> Iterator[Flask]:
    """An application on a new database in which commits are real: for tests with threads."""
    with fresh_database(database.kind, tmp_path, f"{worker_name()}_{tmp_path.name}"[:40]) as fresh:
        app = migrated_app(fresh, tmp_path)
        yield app
        with app.app_context():
            extensions.db.engine.dispose()


class CheckedClient(FlaskClient):
    """A client that fails on bad HTML, and for which what the test stored is there."""

    def open(self, *args: object, **kwargs: object):
        if not has_app_context():  # a redirect that is being followed
            return super().open(*args, **kwargs)
        extensions.db.session.commit()  # ends the test's savepoint, which would else enclose the request's
        # In a context of its own, as on a server: else the request would share the test's `g` and session.
        response = Context().run(super().open, *args, buffered=True, **kwargs)
        extensions.db.session.expire_all()
        if response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            check_page(response.text, policy=response.headers["Content-Security-Policy"])
        return response

    def sign_in(self, user: User) -> User:
        """Sign in without the form, and without the work of hashing."""
        token = accounts.open_sign_in(extensions.db.session, user, now=utc_now())
        extensions.db.session.commit()
        self.set_cookie("rangkae", token)
        return user


@pytest.fixture
def client(app: Flask) -> CheckedClient:
    """Nobody's browser, until `client.sign_in(user)`."""
    return app.test_client()


@pytest.fixture
def make_user(app: Flask) -> Callable[..., User]:
    """make_user(Role.DRAFTER, …, name=…, email=…): a stored person; the password is PASSWORD."""
    made: list[User] = []

    def make(*roles: Role, name: str = "", email: str = "", **fields: object) -> User:
        number = len(made) + 1
        user = User(
            name=name or f"บุคคลที่ {number}",
            email=email or f"person{number}@office.test",
            password_hash=_password_hash(),
            **fields,
        )
        user.roles = frozenset(roles)
        extensions.db.session.add(user)
        extensions.db.session.commit()
        made.append(user)
        return user

    return make


@pytest.fixture
def people(make_user: Callable[..., User]) -> dict[Role, User]:
    """One person of each role."""
    return {role: make_user(role, name=f"คน {role}", email=f"{role}@office.test") for role in Role}
