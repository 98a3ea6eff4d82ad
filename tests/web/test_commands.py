"""`flask user` and `flask demo`."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models.user import User
from review.workflow import Role
from services.people import accounts
from tests.conftest import PASSWORD


@pytest.fixture
def flask(app, db):
    def run(*words: str, input: str | None = None):
        db.session.commit()
        result = app.test_cli_runner().invoke(args=list(words), input=input)
        db.session.expire_all()
        return result

    return run


def test_adds_lists_and_changes(flask, db):
    added = flask(
        "user",
        "add",
        "S@office.test",
        "--name",
        "สุดา",
        "--role",
        "secretary",
        "--password-stdin",
        input=PASSWORD + "\n",
    )
    assert added.exit_code == 0, added.output
    assert "s@office.test\tสุดา\tsecretary\tactive" in flask("user", "list").output
    assert flask("user", "roles", "s@office.test", "--role", "admin", "--role", "drafter").exit_code == 0
    user = db.session.scalars(select(User)).one()
    assert user.roles == {Role.ADMIN, Role.DRAFTER}
    new = "another long password"
    assert flask("user", "set-password", "s@office.test", input=f"{new}\n{new}\n").exit_code == 0
    assert accounts.sign_in(db.session, email=user.email, password=new, demo=False)


@pytest.mark.parametrize(
    ("words", "input", "said"),
    [
        (("user", "add", "x", "--name", "ก", "--password-stdin"), PASSWORD, "email_bad"),
        (("user", "add", "x@office.test", "--name", "ก", "--password-stdin"), "short", "password_short"),
        (("user", "add", "x@office.test", "--name", "ก", "--role", "emperor"), None, "emperor"),
        (("user", "roles", "nobody@office.test"), None, "no account of nobody@office.test"),
        (("user", "set-password", "nobody@office.test", "--password-stdin"), PASSWORD, "no account"),
        (("demo", "load"), None, "RANGKAE_DEMO=1"),
    ],
)
def test_refuses_in_words(flask, db, words, input, said):
    result = flask(*words, input=input)
    assert result.exit_code in {1, 2}
    assert said in result.output
    assert "Traceback" not in result.output
    assert db.session.scalars(select(User)).all() == []
