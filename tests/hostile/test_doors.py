"""Whom each route is for, written down once more; and that nobody else comes in: no guest, no account switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from blueprints.access import needed_permission
from models.invitation import Invitation
from models.user import User
from review.permissions import Permission
from review.workflow import Role
from services.people import accounts, invitations
from services.people.invitations import Guest
from tests.hostile.crawl import Visitor, address, rules
from tests.hostile.test_odd_input import told
from tests.web.conftest import database, migrated

__all__ = ["database", "migrated"]  # doors are the same on both databases

# What is not here is for everybody signed in (Permission.READ), and never changes what others see.
DOORS = {
    Permission.PUBLIC: "static site.font site.healthy site.set_language guests.enter"
    " accounts.sign_in accounts.sign_in_now accounts.sign_out",
    Permission.ACCOUNT: "accounts.password accounts.change_password"
    " notices.index notices.read notices.mail notices.set_mail",
    Permission.GUEST: "guests.show guests.text guests.comment guests.reply",
    Permission.PROPOSE: "proposals.new proposals.import_bill proposals.read_bill proposals.details proposals.codrafters"
    " proposals.write proposals.autosave proposals.decide_bill proposals.found_board proposals.compose proposals.merge"
    " proposals.word_choice proposals.bring_word",
    Permission.COORDINATE: "desk.index desk.approvals desk.set_approvals desk.rule desk.set_rule wishes.add wishes.remove"
    " invitations.invite invitations.renew invitations.withdraw invitations.send"
    " bills.new bills.make bills.choose bills.include bills.take_out bills.confirm bills.decide bills.decided"
    " bills.dissolve",
    Permission.ENACT: "bills.enact bills.enacted",
    Permission.IMPORT_ACTS: "acts.import_act acts.import_text acts.start_again acts.correct_lines",
    Permission.ADMINISTER: "admin.index admin.audit admin.users admin.user admin.new_user admin.add_user admin.set_roles"
    " admin.set_password admin.set_active notices.letters notices.retry",
}
# Open to every reader, and they write: whether the person may is asked of the proposal, or it is his or her own.
WRITES_FOR_READERS = {
    "proposals.order",
    "bills.order",
    "notices.looked",
    "reviews.act",
    "reviews.comment",
    "reviews.reply",
    "reviews.settle",
    "reviews.take",
    "reviews.decline",
    "reviews.delegate",
}


def test_each_route_is_for_whom_the_design_says(app):
    wanted = {endpoint: permission for permission, names in DOORS.items() for endpoint in names.split()}
    wrong = {
        endpoint: (found, wanted.get(endpoint, Permission.READ))
        for endpoint in {rule.endpoint for rule in app.url_map.iter_rules()}
        if (found := needed_permission(app, endpoint)) is not wanted.get(endpoint, Permission.READ)
    }
    assert wrong == {}
    assert wanted.keys() <= app.view_functions.keys()


def test_what_a_reader_may_send_is_known(app):
    writes = {rule.endpoint for rule in rules(app, "POST") if needed_permission(app, rule.endpoint) is Permission.READ}
    assert writes == WRITES_FOR_READERS


def test_a_reader_s_forms_leave_no_trace(visitor: Visitor) -> None:
    """None of them is an event, whatever is sent: the record is that of people who may."""
    before, wrote = visitor.last_event, []
    for rule in rules(visitor.app, "POST"):
        url, form = address(visitor.app, visitor.world, rule), visitor.world.forms.get(rule.endpoint, {})
        sent = {"seen_draft": 1, "reason": "x", "body": "x", "to": 1, **form}
        visitor.open(visitor.people[Role.READER], url, method="POST", data=sent)
        if visitor.last_event != before and rule.endpoint != "accounts.change_password":
            wrote.append(url)
    assert wrote == []


# --- nobody else ---------------------------------------------------------------------------------------


def shut(visitor: Visitor) -> Iterator[tuple[str, str]]:
    """Every address that asks for somebody signed in, with the method."""
    for rule in visitor.app.url_map.iter_rules():
        if needed_permission(visitor.app, rule.endpoint) not in (Permission.PUBLIC, Permission.GUEST):
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                yield address(visitor.app, visitor.world, rule), method


@pytest.fixture
def token(visitor: Visitor) -> str:
    return str(visitor.world.arguments["token"])


def test_a_guest_s_link_opens_nothing_of_the_office(visitor: Visitor, client, token: str) -> None:
    def tried(url: str, method: str) -> str | None:
        client._cookies.clear()
        client.set_cookie("rangkae-guest", token)  # for every path, which the site itself never does
        client.set_cookie("rangkae", token)
        answer = client.open(url, method=method)
        return None if answer.location and "/sign-in" in answer.location else f"{method} {url}: {answer.status}"

    told(tried(url, method) for url, method in shut(visitor))


def test_a_guest_s_link_opens_no_other_invitation(visitor: Visitor, client, token: str) -> None:
    session, world = visitor.world.session, visitor.world
    secretary = session.get_one(User, visitor.people[Role.SECRETARY])
    proposal_id = world.arguments["proposal_id"]
    guest = Guest("นายอื่น", "กรมอื่น")
    other = invitations.invite(session, user=secretary, proposal_id=proposal_id, guest=guest).invitation.id
    for rule in visitor.app.url_map.iter_rules():
        if needed_permission(visitor.app, rule.endpoint) is Permission.GUEST:
            method = "POST" if "POST" in (rule.methods or ()) else "GET"
            for number in (other, 999_999, 0, 2**40):
                client.set_cookie("rangkae-guest", token)
                url = address(visitor.app, world, rule, invitation_id=number)
                assert client.open(url, method=method, data={"body": "x"}).status_code == 403, url


def test_whoever_invites_is_the_only_one_to_see_a_token(visitor: Visitor, token: str) -> None:
    stored = visitor.world.session.scalars(select(Invitation.token_hash)).all()
    assert token not in stored
    for role in Role:
        for rule in rules(visitor.app, "GET"):
            if rule.endpoint != "guests.enter":
                answer = visitor.open(visitor.people[role], address(visitor.app, visitor.world, rule))
                assert token.encode() not in answer.data, rule.rule


def test_an_account_that_was_switched_off_opens_nothing(visitor: Visitor, client, make_user) -> None:
    session = visitor.world.session
    gone = make_user(*Role, name="เคยอยู่")
    client.sign_in(gone)
    held = client.get_cookie("rangkae").value
    accounts.set_active(session, gone, False)
    accounts.set_active(session, gone, True)  # and it does not come back to life
    wrong = []
    for url, method in shut(visitor):
        client._cookies.clear()
        client.set_cookie("rangkae", held)
        answer = client.open(url, method=method)
        if "/sign-in" not in (answer.location or ""):
            wrong.append(f"{method} {url}: {answer.status}")
    assert wrong == []


@pytest.mark.parametrize("held", ["", "x", "\u0e01", "\udcff", "a" * 100_000, "x; rangkae=y", '"', "%00"])
def test_a_cookie_that_is_none_of_ours_is_nobody(client, held: str) -> None:
    header = f"rangkae={held}; rangkae-known={held}; rangkae-guest={held}; rangkae-form={held}"
    environ = {"HTTP_COOKIE": header.encode("utf-8", "surrogateescape").decode("latin-1")}
    assert client.get("/acts/", environ_overrides=environ).location.startswith("/sign-in?")
    assert client.get("/invited/1", environ_overrides=environ).status_code == 403
    answer = client.post("/sign-in", data={"email": "a@b.test", "password": "x"}, environ_overrides=environ)
    assert answer.status_code == 401
    assert client.post("/sign-out", environ_overrides=environ).status_code == 302


# --- forms of other sites ------------------------------------------------------------------------------


def test_no_form_is_taken_without_its_token(visitor: Visitor, monkeypatch) -> None:
    """Nor one with the token of somebody else's session."""
    monkeypatch.setitem(visitor.app.config, "WTF_CSRF_ENABLED", True)
    page = visitor.open(None, "/sign-in").text
    of_another = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
    wrong = []
    for rule in rules(visitor.app, "POST"):
        needed = needed_permission(visitor.app, rule.endpoint)
        for role in Role if needed is not Permission.GUEST else ():
            url = address(visitor.app, visitor.world, rule)
            for form in ({}, {"csrf_token": "x"}, {"csrf_token": of_another}):
                sent = {**visitor.world.forms.get(rule.endpoint, {}), **form}
                answer = visitor.open(visitor.people[role], url, method="POST", data=sent)
                if not (answer.status_code == 403 or "แบบฟอร์มนี้หมดอายุ" in answer.text):
                    wrong.append(f"{url} as {role} with {form}: {answer.status}")
    assert wrong == []
