"""Every route asked as a stranger would: what addresses take, what the forms of all pages send."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from flask import Flask, url_for
from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect, Rule

from config import ROOT
from models.event import Event
from models.user import User
from tests.conftest import CheckedClient
from tests.pages import parse
from tests.web.worlds import World

_ARGUMENT = re.compile(r"request\.(?:args|values)\.get\(\s*\"(\w+)\"")
Fields = dict[str, list[str]]


@cache
def argument_names(package: str) -> tuple[str, ...]:
    """Every name that the views of a package look for behind the ``?`` of their addresses."""
    sources = (ROOT / Path(*package.split("."))).rglob("*.py")
    return tuple(sorted({name for path in sources for name in _ARGUMENT.findall(path.read_text())}))


def rules(app: Flask, method: str) -> Iterator[Rule]:
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if method in (rule.methods or ()):
            yield rule


def address(app: Flask, world: World, rule: Rule, **other: object) -> str:
    """The address of a route, with the examples of the world; ``other`` arguments instead of them."""
    with app.test_request_context():
        found = {name: world.argument(rule.endpoint, name) for name in rule.arguments}
        return url_for(rule.endpoint, **(found | {name: other[name] for name in rule.arguments & other.keys()}))


def last_event(session: Session) -> int:
    """How long the record is."""
    return session.scalar(select(func.max(Event.number))) or 0


class Visitor:
    """Somebody's browser; what a request of it does is undone."""

    def __init__(self, app: Flask, connection: Connection, client: CheckedClient, world: World) -> None:
        self.app, self.connection, self.client, self.world = app, connection, client, world
        self.last_event = last_event(world.session)  # after the last request, before it was undone
        self.people = {role: person.id for role, person in world.people.items()}

    @property
    def is_on_sqlite(self) -> bool:
        return self.connection.dialect.name == "sqlite"

    def open(self, user_id: int | None, url: str, **request: object):
        """The answer. Nothing that it stored is there afterwards."""
        session = self.world.session
        session.commit()
        undone = self.connection.begin_nested()
        try:
            self.client._cookies.clear()
            if user_id is not None:
                self.client.sign_in(session.get_one(User, user_id))
            answer = self.client.open(url, **request)
            answer.close()
            self.last_event = last_event(session)
            return answer
        finally:
            session.close()
            undone.rollback()
            session.expire_all()


def forms_on(page: str) -> Iterator[tuple[str, Fields]]:
    """The forms of a page that write: where they go, and every field with what stands in it."""
    for form in parse(page).iter("form"):
        if form.get("method", "get").lower() == "post":
            yield form.get("action", ""), _fields(form)


def _fields(form: Element) -> Fields:
    found: Fields = defaultdict(list)
    for field in form.iter():
        name = field.get("name")
        if not name or field.tag not in {"input", "select", "textarea", "button"}:
            continue
        if field.tag == "select":
            chosen = [one for one in field.iter("option") if one.get("selected") is not None] or [*field.iter("option")]
            found[name].append(chosen[0].get("value", "") if chosen else "")
        else:
            found[name].append(field.get("value") or field.text or "")
    return dict(found)


def endpoint_of(app: Flask, path: str) -> str | None:
    """The endpoint that a form is sent to."""
    try:
        return app.url_map.bind("localhost").match(path.split("?")[0].split("#")[0], method="POST")[0]
    except (HTTPException, RequestRedirect):
        return None
