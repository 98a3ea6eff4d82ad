"""An office that sends letters to a mail server of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from extensions import db
from models.user import User
from review.workflow import Role
from tests.databases import Database, fresh_database, migrated_app
from tests.jobs.post_office import post, server_at
from tests.services.office import Office, open_office

__all__ = ["post"]  # a fixture here too


@pytest.fixture
def mailing(database: Database, tmp_path: Path, post) -> Iterator[Flask]:
    """An application that sends letters, on a new database; jobs wait until somebody works."""
    with fresh_database(database.kind, tmp_path, f"mail_{tmp_path.name}"[:40]) as fresh:
        app = migrated_app(fresh, tmp_path)
        app.config["SETTINGS"] = replace(app.config["SETTINGS"], mail=server_at(post[1]))
        with app.app_context():
            yield app
            db.session.close()
            db.engine.dispose()


@pytest.fixture
def office(mailing: Flask) -> Office:
    made: list[User] = []

    def make(*roles: Role, name: str) -> User:
        user = User(name=name, email=f"person{len(made)}@office.test", password_hash="x")
        user.roles = frozenset(roles)
        db.session.add(user)
        db.session.commit()
        made.append(user)
        return user

    return open_office(db.session, make)
