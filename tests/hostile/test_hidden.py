"""What was not submitted yet is nowhere to be seen, by no address, no parameter, no form; nor is what is being written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from law.editing.edit import Edit
from models.proposal import Proposal, Topic
from models.user import User
from review.workflow import Action, Role
from services.drafting import proposals
from services.keeping import made_papers
from services.keeping.made_papers import Wanted
from services.reviewing import comments
from tests.hostile.crawl import Visitor, address, rules
from tests.hostile.test_odd_input import told
from tests.services import office
from tests.web.conftest import database, migrated

__all__ = ["database", "migrated"]  # the rules of sight are the same on both databases

# Words that stand nowhere else; each says where it was let out.
TITLE, REASONS, TEXT, NOTE, SAID, BEING_WRITTEN = (
    f"ลับเฉพาะ{name}" for name in ("ชื่อ", "เหตุ", "ข้อความ", "หมายเหตุ", "ความเห็น", "ค้าง")
)
SECRETS = (TITLE, REASONS, TEXT, NOTE, SAID, BEING_WRITTEN)
STRANGERS = (Role.READER, Role.DRAFTER, Role.REVIEWER, Role.ADMIN)
NOWHERE = 987_654


@dataclass(frozen=True)
class Hidden:
    """A draft with everything that could be let out, and a working copy that goes on from it."""

    owner_id: int
    proposal_id: int
    comment_id: int
    paper_id: int
    content_hash: str


@pytest.fixture
def hidden(visitor: Visitor, make_user) -> Hidden:
    session = visitor.world.session
    owner = make_user(Role.DRAFTER, name="เจ้าของเรื่อง", email="owner@office.test")
    act = session.get_one(Proposal, visitor.world.arguments["proposal_id"]).act
    made = proposals.create(session, user=owner, act=act, topic=Topic.BOARD, title=TITLE, reasons=REASONS)
    board = f"ให้มีคณะกรรมการ ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) {TEXT} เป็นกรรมการ"
    edits = [Edit("s4", board), Edit("s5", TEXT)]
    saved = proposals.save_draft(session, user=owner, proposal_id=made.id, seen_revision=0, edits=edits, note=NOTE)
    remark = comments.add(session, user=owner, proposal_id=made.id, body=SAID, seen_draft=1)
    about = session.get_one(Proposal, made.id)
    wanted = Wanted("package", "zip", 0, 1, "http://localhost/verify")
    paper, _ = made_papers.ask(session, user=owner, about=about, wanted=wanted)
    seen = proposals.working_text(session, user=owner, proposal=about).revision
    proposals.save_working_copy(
        session, user=owner, proposal_id=made.id, seen_revision=seen, edits=[Edit("s5", BEING_WRITTEN), edits[0]]
    )
    return Hidden(owner.id, made.id, remark.id, paper.id, saved.draft.content_hash)


def let_out(page: str, where: str) -> str | None:
    found = [secret for secret in SECRETS if secret in page]
    return f"{where}: {', '.join(found)}" if found else None


def named(hidden: Hidden) -> dict[str, list[object]]:
    """Arguments that name it, for every view that would listen."""
    number, code = hidden.proposal_id, hidden.content_hash[:12]
    return {
        "other": [f"{number}.1", number],
        "code": [code, f"{code}-{code}"],
        "proposal": [f"{number}-{code}", number],
        "by": [hidden.owner_id],
        "draft": [1],
        "old": [0],
        "new": [1],
        "unit": ["s5"],
        "go": ["๕"],
        "q": [TITLE[:4]],
        "state": ["draft"],
    }


def addresses(visitor: Visitor, hidden: Hidden, method: str) -> Iterator[tuple[str, str | None]]:
    """Every address, with one of the hidden numbers in it where it takes any; and the same of what is not there."""
    numbers: dict[str, tuple[object, object]] = {
        "proposal_id": (hidden.proposal_id, NOWHERE),
        "comment_id": (hidden.comment_id, NOWHERE),
        "paper_id": (hidden.paper_id, NOWHERE),
        "code": (hidden.content_hash[:12], "0123456789ab"),
    }
    for rule in rules(visitor.app, method):
        yield address(visitor.app, visitor.world, rule), None
        for name in sorted(rule.arguments & numbers.keys()):
            urls = [address(visitor.app, visitor.world, rule, **{name: n}) for n in numbers[name]]
            yield urls[0], urls[1]


def as_page(text: str) -> str:
    """A page without what is new in each answer, or repeats its address."""
    return re.sub(r'nonce="[^"]*"|name="csrf_token" value="[^"]*"|next=[^"]*|value="/[^"]*"', "", text)


@pytest.mark.parametrize("role", [None, *STRANGERS], ids=str)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_learns_of_it(visitor: Visitor, hidden: Hidden, role: Role | None, method: str) -> None:
    user = visitor.people[role] if role else None
    told(_asked(visitor, hidden, user, method))


def _asked(visitor: Visitor, hidden: Hidden, user: int | None, method: str) -> Iterator[str | None]:
    more = (
        {"query_string": named(hidden)}
        if method == "GET"
        else {
            "data": {
                **named(hidden),
                "seen_draft": 1,
                "reason": "x",
                "body": "x",
                "version": 1,
                "until": 9_999,
                "to": 1,
            }
        }
    )
    for url, not_there in addresses(visitor, hidden, method):
        url, not_there = url.partition("?")[0], not_there and not_there.partition("?")[0]
        plain = visitor.open(user, url, method=method)
        yield let_out(plain.text if plain.mimetype.startswith("text/") else "", f"{method} {url}")
        answer = visitor.open(user, url, method=method, **more)
        yield let_out(answer.text if answer.mimetype.startswith("text/") else "", f"{method} {url}?…")
        if not_there:
            same = visitor.open(user, not_there, method=method, **more)
            yield _differs(url, not_there, answer, same)


# What stands at the end of an address may stand on the page as it was typed.
def _differs(url: str, not_there: str, answer, same) -> str | None:
    if (answer.status_code, answer.mimetype) != (same.status_code, same.mimetype):
        return f"{url}: {answer.status}, but {not_there}: {same.status}"
    if answer.status_code != 302 and as_page(answer.text) != as_page(same.text).replace(
        *(path.rpartition("/")[2] for path in (not_there, url))
    ):
        return f"{url} does not read as {not_there}"
    return None


def test_these_pages_would_have_shown_it(visitor: Visitor, hidden: Hidden) -> None:
    """The crawl can find: the owner reads every secret on the way."""
    shown = {
        secret
        for url, not_there in addresses(visitor, hidden, "GET")
        if not_there
        for secret in SECRETS
        if secret in _text(visitor.open(hidden.owner_id, url))
    }
    assert shown == set(SECRETS)


def _text(answer) -> str:
    return answer.text if answer.mimetype.startswith("text/") else ""


@pytest.mark.parametrize("role", [*STRANGERS, Role.SECRETARY], ids=str)
def test_what_is_being_written_is_its_authors_alone_even_when_it_is_submitted(
    visitor: Visitor, hidden: Hidden, role: Role
) -> None:
    session = visitor.world.session
    office.do(session, session.get_one(User, hidden.owner_id), hidden.proposal_id, Action.SUBMIT)
    pages = [
        (url, _text(visitor.open(visitor.people[role], url)))
        for url, not_there in addresses(visitor, hidden, "GET")
        if not_there
    ]
    assert any(TITLE in page for _, page in pages), "it can be seen now"
    assert [url for url, page in pages if BEING_WRITTEN in page] == []
