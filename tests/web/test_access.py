"""Every route says whom it is for, and keeps to it: all routes, as every role and as nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask, url_for
from sqlalchemy import Connection
from werkzeug.routing import Rule

from blueprints.access import needed_permission, requires, safe_next
from review.permissions import Permission, permits
from review.workflow import Role
from tests.web.worlds import World, build_world

VISITORS = (None, *Role)


@pytest.fixture
def world(app, db, people) -> World:
    return build_world(db.session, people)


def routes(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, method


def address(app: Flask, world: World, rule: Rule) -> str:
    with app.test_request_context():
        arguments = {name: world.argument(rule.endpoint, name) for name in rule.arguments}
        return url_for(rule.endpoint, **arguments)


def test_every_route_declares_its_permission(app):
    undeclared = sorted({rule.endpoint for rule, _ in routes(app) if needed_permission(app, rule.endpoint) is None})
    assert undeclared == [], "put @requires(Permission.…) or @public below the route"


def test_every_argument_has_an_example(app, world):
    for rule, _method in routes(app):
        assert address(app, world, rule)


@pytest.mark.parametrize("role", VISITORS, ids=str)
def test_every_route_as(role, app: Flask, connection: Connection, client, world):
    wrong = [
        sentence
        for rule, method in routes(app)
        for filled in ((True, False) if method == "POST" else (False,))
        if (sentence := _try(app, connection, client, world, rule, method, role, filled=filled))
    ]
    assert not wrong, "\n".join(wrong)


def _try(app, connection, client, world, rule, method, role, *, filled: bool) -> str | None:
    """A sentence about what is wrong, or None. What the request does is undone."""
    form = world.forms.get(rule.endpoint, {}) if filled else {}
    where = f"{method} {rule.rule} ({rule.endpoint}) as {role or 'nobody'}{' with a form' if filled else ''}"
    url = address(app, world, rule)
    world.session.commit()
    undone = connection.begin_nested()
    try:
        client._cookies.clear()  # a link of an invitation leaves one as well
        if role:
            client.sign_in(world.people[role])
        response = client.open(url, method=method, data=form if method == "POST" else None)
        response.close()
    except Exception as error:
        return f"{where}: {type(error).__name__}: {error}"
    finally:
        world.session.close()
        undone.rollback()
        world.session.expire_all()
    return _judge(app, rule, role, response, where)


def _judge(app, rule, role, response, where: str) -> str | None:
    permission = needed_permission(app, rule.endpoint)
    allowed = permission is not None and permits(permission, {role} if role else None)
    refused = "X-Refused-By-Guard" in response.headers and response.status_code == 403
    sent_to_sign_in = response.status_code == 302 and response.location.startswith("/sign-in?")
    if permission is Permission.GUEST:  # no role opens it, and signing in would not help
        return None if refused else f"{where}: {response.status}, though it is for the guest with the link alone"
    if response.status_code >= 500:
        return f"{where}: {response.status}"
    if allowed and (refused or (sent_to_sign_in and role)):
        return f"{where}: refused ({response.status}), though {permission} is declared"
    if not allowed and role and not refused:
        return f"{where}: let in ({response.status}), though {permission} is declared"
    if not allowed and not role and not (sent_to_sign_in or (response.status_code == 302 and _is_sign_in(response))):
        return f"{where}: {response.status} instead of the sign-in page"
    return None


def _is_sign_in(response) -> bool:
    return response.location == "/sign-in"


def test_a_route_without_a_declaration_is_shut(app, client, people, monkeypatch):
    monkeypatch.delattr(app.view_functions["admin.users"], "needed_permission")
    client.sign_in(people[Role.ADMIN])
    assert client.get("/admin/users").status_code == 403


def test_a_refusal_says_in_words_who_may(client, people):
    client.sign_in(people[Role.READER])
    response = client.get("/admin/users")
    assert response.status_code == 403
    assert "หน้านี้เปิดได้เฉพาะผู้ดูแลระบบ" in response.text


def test_a_script_that_saves_is_told_and_not_sent_to_the_sign_in_page(client):
    response = client.get("/account/password", headers={"X-Requested-With": "fetch"})
    assert response.status_code == 401


def test_a_declaration_is_kept_by_what_wraps_the_view():
    @requires(Permission.READ)
    def view() -> None: ...

    assert view.needed_permission is Permission.READ  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/acts/sme#s6", "/acts/sme#s6"),
        ("/a?b=c", "/a?b=c"),
        (None, "/"),
        ("", "/"),
        ("acts", "/"),
        ("//other", "/"),
        ("/\\other", "/"),
        ("/a\\b", "/"),
        ("https://other/", "/"),
        ("/\n/other", "/"),
    ],
)
def test_safe_next(given, expected):
    assert safe_next(given) == expected
