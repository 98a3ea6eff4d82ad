"""Whatever stands in an address or in a form: a page in words, 4xx or done, and never a fault of ours."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest

from blueprints.access import needed_permission
from review.permissions import Permission, permits
from review.workflow import Role
from tests.hostile.crawl import Visitor, address, argument_names, endpoint_of, forms_on, rules

ODD = (
    "",
    "\0",
    "\x01\x0b\x1f\x7f\x85\ufffe",
    "\u202e\u200f\u2066ก\u2069\u2028x",
    "👩‍👩‍👧‍👦🇹🇭",
    "9" * 30,
    "-1",
    "2147483648",
    "9223372036854775808",
    "1e400",
    "²",
    "๙๙",
    "2026-02-30",
    "9999-12-31",
    "<script>alert(1)</script>\"'>",
    "../../etc/passwd%00",
    "{{7*7}}%s%(x)s",
    "x\r\nSet-Cookie: a=b",
    "1,2,,x",
)
# What a database minds, besides what a page does.
STORED = ("\0", "9" * 30, "-1", "2147483648", "9223372036854775808")
# Numbers that no row has, of every route that takes one.
NOWHERE = (0, 999_999, 2**31, 2**63, 10**30)
# Most rights first: each route is tried by the first of them that may open it.
BY = (Role.SECRETARY, Role.DRAFTER, Role.ADMIN, Role.REVIEWER)


def opener(visitor: Visitor, endpoint: str) -> int | None:
    """Who tries a route: somebody whom its declaration lets in."""
    permission = needed_permission(visitor.app, endpoint)
    assert permission is not None
    allowed = (visitor.people[role] for role in BY if permits(permission, {role}))
    return None if permission in (Permission.PUBLIC, Permission.GUEST) else next(allowed)


def tried(visitor: Visitor, user: int | None, url: str, **request: object) -> str | None:
    """What is wrong with the answer, or nothing."""
    where = f"{request.get('method', 'GET')} {url} {str(request.get('data') or request.get('query_string'))[:200]!r}"
    try:
        answer = visitor.open(user, url, **request)
    except Exception as error:
        return f"{where}: {type(error).__name__}: {str(error)[:300]}"
    if answer.status_code >= 500:
        return f"{where}: {answer.status}"
    if answer.status_code >= 400 and answer.mimetype == "text/html" and "<h1" not in answer.text:
        return f"{where}: {answer.status} without a page"
    return None


def told(found: Iterator[str | None]) -> None:
    tries = list(found)
    wrong = [sentence for sentence in tries if sentence]
    assert tries, "nothing was tried"
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong)


def test_any_address_with_odd_arguments(visitor: Visitor) -> None:
    """One argument after the other, each with a number that no database counts to; on SQLite with one thing more."""
    told(
        tried(visitor, opener(visitor, rule.endpoint), url, query_string={name: odd})
        for rule in rules(visitor.app, "GET")
        for url in [address(visitor.app, visitor.world, rule).partition("?")[0]]
        for turn, name in enumerate(names_of(visitor, rule.endpoint))
        for odd in ["9" * 30, ODD[(turn + len(rule.endpoint)) % len(ODD)]][: 2 if visitor.is_on_sqlite else 1]
    )


def names_of(visitor: Visitor, endpoint: str) -> tuple[str, ...]:
    """The arguments that the views of its package know; some others besides, which no view may mind."""
    package, _, _module = visitor.app.view_functions[endpoint].__module__.rpartition(".")
    return (*argument_names(package), "_", "[]") if package.startswith("blueprints.") else ("v",)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_any_number_that_no_row_has(visitor: Visitor, method: str) -> None:
    """Each number of an address by itself, the others being those of something that is there."""
    told(
        tried(visitor, opener(visitor, rule.endpoint), url, method=method)
        for rule in rules(visitor.app, method)
        for name in sorted(rule.arguments)
        if isinstance(visitor.world.argument(rule.endpoint, name), int)
        for number in NOWHERE
        for url in [address(visitor.app, visitor.world, rule, **{name: number})]
    )


@pytest.fixture
def sent(visitor: Visitor) -> dict[str, dict[str, list[str]]]:
    """By endpoint, what a filled in form of it sends: as pages have it, and as the world says."""
    found: dict[str, dict[str, list[str]]] = {}
    for rule in rules(visitor.app, "GET"):
        url = address(visitor.app, visitor.world, rule)
        answer = visitor.open(opener(visitor, rule.endpoint), url)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            for action, fields in forms_on(answer.text):
                endpoint = endpoint_of(visitor.app, action or url)
                if endpoint:
                    found[endpoint] = fields | found.get(endpoint, {})
    for endpoint, form in visitor.world.forms.items():
        valid = {name: value if isinstance(value, list) else [str(value)] for name, value in form.items()}
        found[endpoint] = found.get(endpoint, {}) | valid
    return found


def test_any_form_with_odd_fields(visitor: Visitor, sent: dict[str, dict[str, list[str]]]) -> None:
    """Every field odd, then one field after the other, the rest as it should be."""
    told(
        tried(
            visitor, opener(visitor, rule.endpoint), address(visitor.app, visitor.world, rule), method="POST", data=form
        )
        for rule in rules(visitor.app, "POST")
        for form in _odd_forms(sent.get(rule.endpoint, {}), ODD if visitor.is_on_sqlite else STORED)
    )


BODIES = (b"[1]", b'"x"', b"{", b"null", b'{"title": 5, "email": {"a": 1}, "reason": null, "text": [[1]]}')


def test_what_is_no_form(visitor: Visitor, sent: dict[str, dict[str, list[str]]]) -> None:
    """JSON, a file in place of what is typed, a form that is cut off."""
    told(
        tried(visitor, opener(visitor, rule.endpoint), url, method="POST", **body)
        for rule in rules(visitor.app, "POST")
        for url in [address(visitor.app, visitor.world, rule)]
        for body in (
            *({"data": raw, "content_type": "application/json"} for raw in BODIES),
            {"data": {name: (BytesIO(b"x"), "x.txt") for name in {"email", *sent.get(rule.endpoint, {})}}},
            {
                "data": b"--x\r\nContent-Disposition: form-data; name=",
                "content_type": "multipart/form-data; boundary=x",
            },
            {"data": b"x", "content_type": "multipart/form-data"},
        )
    )


def _odd_forms(valid: dict[str, list[str]], every: tuple[str, ...]) -> Iterator[dict[str, list[str]]]:
    yield {}
    for odd in every:
        yield {name: [odd] * len(values) for name, values in valid.items()}
    for turn, (name, values) in enumerate(valid.items()):
        yield valid | {name: [every[turn % len(every)]] * len(values)}
