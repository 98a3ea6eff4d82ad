"""Looking changes nothing; and whoever stepped aside, or is not asked, decides nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models.proposal import Proposal
from models.user import User
from review.workflow import Action, Role, State
from services.drafting.codrafters import name_codrafters
from services.reviewing import reviews, stepping_aside
from tests.asked import statements
from tests.hostile.crawl import Visitor, address, rules
from tests.services.office import Office, assign, bring_to, open_office
from tests.web.conftest import database, migrated

__all__ = ["database", "migrated"]
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.DRAFTER, Role.ADMIN], ids=str)
def test_no_page_writes_when_it_is_looked_at(visitor: Visitor, role: Role) -> None:
    """A link, a search engine or a browser that looks ahead does nothing in a person's name."""
    wrote = []
    for rule in rules(visitor.app, "GET"):
        url = address(visitor.app, visitor.world, rule)
        with statements() as asked:
            visitor.open(visitor.people[role], url)
        # The visitor's own sign-in is stored before each request.
        wrote += [f"{url}: {one[:80]}" for one in asked if one.startswith(WRITES) and "sign_in" not in one]
    assert wrote == []


@pytest.fixture
def office(db, make_user) -> Office:
    return open_office(db.session, make_user)


def relations(office: Office) -> dict[str, User]:
    """Everybody who stands somehow to the proposal of the test; what each may do to it while it is examined."""
    assigned, recused, other = office.reviewers
    return {
        "owner": office.owner,
        "co-drafter": office.codrafter,
        "another drafter": office.both,
        "reviewer": assigned,
        "recused": recused,
        "another reviewer": other,
        "secretary": office.secretary,
        "admin": office.admin,
        "reader": office.reader,
    }


MAY = {("owner", "withdraw"), ("reviewer", "approve"), ("reviewer", "request_changes"), ("reviewer", "reject")}


@pytest.fixture
def examined(db, office: Office) -> int:
    """Under review by the first reviewer; the second stepped aside."""
    number = bring_to(db.session, office, State.SUBMITTED)
    named = {"codrafters": [office.codrafter.id], "seen": []}
    name_codrafters(db.session, user=office.owner, proposal_id=number, **named)
    assign(db.session, office, number, *office.reviewers[:2])
    reviews.act(db.session, user=office.reviewers[0], proposal_id=number, action=Action.START, seen_draft=1)
    stepping_aside.decline(db.session, user=office.reviewers[1], proposal_id=number, reason="มีส่วนได้เสีย")
    return number


@pytest.mark.parametrize("action", [action for action in Action if action is not Action.ASSIGN], ids=str)
def test_only_who_is_asked_decides(client, db, office: Office, examined: int, action: Action) -> None:
    for name, user in relations(office).items():
        client.sign_in(user)
        before = db.session.get_one(Proposal, examined).version
        look = client.get(f"/proposals/{examined}/do/{action}")
        assert look.status_code in (200, 302), name
        if (name, str(action)) in MAY:
            continue
        answer = client.post(f"/proposals/{examined}/do/{action}", data={"seen_draft": "1", "reason": "เหตุผล"})
        assert answer.status_code in (403, 409), (name, answer.status)
        assert db.session.get_one(Proposal, examined).version == before, name
    for name, user in relations(office).items():
        if (name, str(action)) in MAY:
            client.sign_in(user)
            answer = client.post(f"/proposals/{examined}/do/{action}", data={"seen_draft": "1", "reason": "เหตุผล"})
            assert answer.status_code == 302, name


def test_who_stepped_aside_neither_bars_nor_names_another(client, db, office: Office, examined: int) -> None:
    client.sign_in(office.reviewers[1])
    sent = {"seen_draft": "1", "body": "ข้อสังเกต", "blocking": "y", "to": str(office.reviewers[2].id), "reason": "x"}
    for page in ("comments", "delegate", "decline"):
        answer = client.post(f"/proposals/{examined}/{page}", data=sent)
        assert answer.status_code in (403, 409), (page, answer.status)
    text = {"address": "s5", "after": "", "text": "ของผู้อื่น", "revision": "1", "do": "draft"}
    for page in ("text", "text/autosave", "details", "co-drafters", "word", "bill"):
        assert client.post(f"/proposals/{examined}/{page}", data=text).status_code == 403, page
    assert db.session.scalar(select(Proposal.draft_count).where(Proposal.id == examined)) == 1
