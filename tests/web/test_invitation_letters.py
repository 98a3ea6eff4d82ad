"""The letter with a guest's link: sent from the request that has the link, stored nowhere, its failure told."""

from __future__ import annotations

import re
import socket
from dataclasses import replace

import pytest
from sqlalchemy import text

from models.base import Base
from review.workflow import State
from services.people import invitations
from services.people.invitations import Guest
from tests.jobs.post_office import SITE, PostOffice, body, post, server_at
from tests.services.office import bring_to, open_office

__all__ = ["post"]  # a fixture
EMAIL = "somjai@mulberry.test"


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def proposal_id(db, office):
    return bring_to(db.session, office, State.IN_REVIEW)


@pytest.fixture
def mailing(app, post, monkeypatch) -> PostOffice:
    """The server of letters of this application."""
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], mail=server_at(post[1])))
    return post[0]


@pytest.fixture
def path(proposal_id):
    return f"/proposals/{proposal_id}/invitations"


def invite(client, path: str, email: str = EMAIL) -> str:
    """The page that shows the link."""
    typed = {"person": "นางสาวสมใจ", "organisation": "กรมหม่อนไหม", "email": email, "days": "10"}
    answer = client.post(path, data=typed)
    assert answer.status_code == 201
    return answer.text


def form_of(page: str) -> tuple[str, str]:
    """Where the letter is asked for, and the token."""
    return re.search(r'action="([^"]+/letter)".*?name="token" value="([^"]+)"', page, re.S).groups()


def test_the_letter_brings_the_link(client, office, mailing, path):
    client.sign_in(office.secretary)
    action, token = form_of(invite(client, path))
    answer = client.post(action, data={"token": token})
    assert (answer.status_code, f"ส่งลิงก์ไปที่ {EMAIL} แล้ว" in answer.text) == (200, True)
    assert token in answer.text, "the link is still there to be copied"
    (letter,) = mailing.taken
    assert f"{SITE}/invited/enter/{token}" in body(letter), "on the site's own address, whatever the request said"
    assert letter["To"].addresses[0].addr_spec == EMAIL
    assert letter["Reply-To"].addresses[0].addr_spec == office.secretary.email
    assert client.get(f"/invited/enter/{token}").status_code == 303


def test_the_token_is_stored_nowhere(client, db, office, mailing, path):
    client.sign_in(office.secretary)
    action, token = form_of(invite(client, path))
    client.post(action, data={"token": token})
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(text(f'SELECT * FROM "{table.name}"')):  # noqa: S608  our own tables
            assert token not in str(tuple(row)), table.name


@pytest.mark.parametrize("trouble", ["refused", "down"])
def test_a_failure_is_told_and_the_link_stays(app, client, office, mailing, path, monkeypatch, trouble):
    client.sign_in(office.secretary)
    action, token = form_of(invite(client, path))
    if trouble == "refused":
        mailing.refused_people.add(EMAIL)
    else:
        with socket.create_server(("127.0.0.1", 0)) as nobody:
            free = nobody.getsockname()[1]
        monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], mail=server_at(free)))
    page = client.post(action, data={"token": token}).text
    assert "ส่งอีเมลไม่สำเร็จ ลิงก์ยังใช้ได้" in page
    assert ("550 5.1.1 no such person" if trouble == "refused" else "ติดต่อเครื่องส่งอีเมลไม่ได้") in page
    assert form_of(page) == (action, token), "once more"
    assert mailing.taken == []


def test_a_token_that_opens_nothing_is_not_sent(client, db, office, mailing, path, proposal_id):
    client.sign_in(office.secretary)
    action, token = form_of(invite(client, path))
    other = invitations.invite(
        db.session, user=office.secretary, proposal_id=proposal_id, guest=Guest("ก", "ข", "other@mulberry.test")
    )
    for wrong in ("", "x", other.token):
        assert client.post(action, data={"token": wrong}).status_code == 404
    invitations.withdraw(
        db.session, user=office.secretary, proposal_id=proposal_id, invitation_id=int(action.split("/")[-2])
    )
    assert client.post(action, data={"token": token}).status_code == 404
    assert mailing.taken == []


def test_only_the_secretary_sends(client, office, mailing, path):
    client.sign_in(office.secretary)
    action, token = form_of(invite(client, path))
    for person in (office.owner, office.reviewers[0], office.reader, office.admin):
        client.sign_in(person)
        assert client.post(action, data={"token": token}).status_code == 403
    assert mailing.taken == []


def test_without_an_address_or_a_server_nothing_is_offered(app, client, office, mailing, path, monkeypatch):
    client.sign_in(office.secretary)
    assert "/letter" not in invite(client, path, email="")
    action, token = form_of(invite(client, path))
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], mail=None))
    page = invite(client, path, email="two@mulberry.test")
    assert "/letter" not in page
    assert 'href="mailto:two%40mulberry.test' in page
    assert "เว็บนี้ไม่ส่งอีเมล" in client.post(action, data={"token": token}).text


def test_what_people_typed_can_not_add_a_header(client, office, mailing, path):
    client.sign_in(office.secretary)
    typed = {"person": "ก\r\nBcc: x@evil.test", "organisation": "ข", "email": EMAIL, "days": "10"}
    action, token = form_of(client.post(path, data=typed).text)
    assert "แล้ว" in client.post(action, data={"token": token}).text
    (letter,) = mailing.taken
    assert letter["Bcc"] is None
    assert [one.addr_spec for one in letter["To"].addresses] == [EMAIL]
