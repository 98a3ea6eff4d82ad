"""A guest opens one proposal by a link and nothing else: the link, its pages, and every other route."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask, url_for

from blueprints.access import needed_permission
from law.dates import BANGKOK
from models.base import utc_now
from models.proposal import Proposal
from models.review import Comment
from review.permissions import Permission
from review.workflow import Action, State
from services.people import guests, invitations
from services.people.invitations import Guest
from services.reviewing import comments
from services.reviewing.comments import Where
from tests.services.office import bring_to, do, open_office, write
from tests.web.test_access import routes
from tests.web.worlds import build_world

INSIDE = "ความเห็นภายในของสำนักงาน"


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def proposal_id(db, office):
    found = bring_to(db.session, office, State.IN_REVIEW)
    comments.add(db.session, user=office.owner, proposal_id=found, body=INSIDE, seen_draft=1)
    return found


@pytest.fixture
def handed(db, office, proposal_id):
    return invitations.invite(
        db.session, user=office.secretary, proposal_id=proposal_id, guest=Guest("นางสาวสมใจ", "กรมหม่อนไหม")
    )


@pytest.fixture
def here(handed):
    return f"/invited/{handed.invitation.id}"


def changes_in(page):
    return re.findall(r"<(?:ins|del)>.*?</(?:ins|del)>", page, re.S)


def enter(client, handed):
    return client.get(f"/invited/enter/{handed.token}")


def test_the_token_goes_into_a_cookie_of_these_pages_alone(client, handed, here):
    response = enter(client, handed)
    assert (response.status_code, response.location) == (303, here)
    cookie = response.headers["Set-Cookie"]
    assert f"Path={here}" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age" not in cookie
    assert response.headers["Referrer-Policy"] == "no-referrer"
    page = client.get(here)
    assert page.status_code == 200
    assert handed.token not in page.text
    for one in (response, page):
        assert one.headers["Cache-Control"] == "no-store"
        assert "noindex" in one.headers["X-Robots-Tag"]


def test_the_page_names_the_guest_and_shows_the_proposal_alone(client, handed, here, office):
    enter(client, handed)
    page = client.get(here).text
    assert "นางสาวสมใจ" in page
    assert "กรมหม่อนไหม" in page
    assert "พ.ศ. ๒๕" in page  # until when, in the Buddhist era
    assert "เพิ่มผู้แทน" in page
    assert "เสนอแผน" in page
    assert INSIDE not in page
    for name in (office.reviewers[0].name, office.secretary.name, f">{office.owner.name}<"):
        assert name not in page
    links = set(re.findall(r'(?:href|action)="(/[^"#?]*)', page))
    assert {link for link in links if not link.startswith(("/static/", here))} == {"/language"}
    assert "คณะกรรมการ" in client.get(f"{here}/text").text


def test_no_other_two_texts_can_be_compared(client, db, office, handed, here, proposal_id):
    write(db.session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่เสนอรายงาน")
    enter(client, handed)
    plain = client.get(here).text
    assert "รายงาน" in plain
    asked = client.get(f"{here}?old=1&new=1").text
    assert changes_in(asked) == changes_in(plain) != []
    assert client.get(f"{here}?view=bad").status_code == 404


def test_a_comment_is_marked_with_the_organisation_everywhere(client, db, office, handed, here, proposal_id):
    enter(client, handed)
    typed = {"body": "ขอให้ระบุปี", "seen_draft": "1", "address": "s5.p1", "quote": "เสนอแผน"}
    sent = client.post(f"{here}/comments", data=typed)
    assert sent.status_code == 303
    made = db.session.query(Comment).filter_by(body="ขอให้ระบุปี").one()
    assert sent.location.endswith(f"#comment-{made.id}")
    comments.reply(db.session, user=office.owner, comment_id=made.id, body="จะแก้ให้")
    page = client.get(here).text
    assert "จะแก้ให้" in page
    assert "<b>สำนักงานเจ้าของเรื่อง</b>" in page
    assert f"<b>{office.owner.name}</b>" not in page
    client.sign_in(office.owner)
    for address in ("discussion", "compare", "history"):
        assert "นางสาวสมใจ (กรมหม่อนไหม)" in client.get(f"/proposals/{proposal_id}/{address}").text, address
    assert "ในนามสำนักงาน" in client.get(f"/proposals/{proposal_id}/discussion").text


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, db, office, handed, here, proposal_id):
    enter(client, handed)
    empty = client.post(f"{here}/comments", data={"body": " ", "seen_draft": "1", "address": "s5", "quote": "ไม่มีคำนี้"})
    assert empty.status_code == 400
    assert "เขียนความเห็นก่อน" in empty.text
    lost = client.post(
        f"{here}/comments", data={"body": "พิมพ์ไว้", "seen_draft": "1", "address": "s5", "quote": "ไม่มีคำนี้"}
    )
    assert (lost.status_code, "พิมพ์ไว้" in lost.text) == (400, True)
    write(db.session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่เสนอรายงาน")
    stale = client.post(f"{here}/comments", data={"body": "พิมพ์ไว้", "seen_draft": "1"})
    assert stale.status_code == 409
    assert "มีการบันทึกร่างใหม่ระหว่างที่ท่านเขียน" in stale.text
    assert "พิมพ์ไว้" in stale.text
    assert 'name="seen_draft" value="2"' in stale.text
    blocking = client.post(f"{here}/comments", data={"body": "ระงับ", "seen_draft": "2", "blocking": "yes"})
    assert blocking.status_code == 303
    assert not db.session.query(Comment).filter_by(body="ระงับ").one().blocking


def test_a_link_that_is_over_says_so(client, db, office, handed, here, proposal_id):
    enter(client, handed)
    number = handed.invitation.id
    handed.invitation.last_day = (utc_now().astimezone(BANGKOK) - timedelta(days=1)).date()
    db.session.commit()
    for address in (f"/invited/enter/{handed.token}", here, f"{here}/text"):
        response = client.get(address)
        assert response.status_code == 410
        assert "หมดอายุแล้ว" in response.text
        assert "ต่ออายุ" in response.text
        assert "เพิ่มผู้แทน" not in response.text
    invitations.withdraw(db.session, user=office.secretary, proposal_id=proposal_id, invitation_id=number)
    assert "ถอนคำเชิญนี้แล้ว" in client.get(here).text
    assert client.post(f"{here}/comments", data={"body": "ก", "seen_draft": "1"}).status_code == 410
    fresh = invitations.renew(db.session, user=office.secretary, proposal_id=proposal_id, invitation_id=number)
    assert client.get(here).status_code == 403  # the cookie of the link before
    assert client.get(f"/invited/enter/{handed.token}").status_code == 404
    assert client.get(f"/invited/enter/{fresh.token}").status_code == 303


def test_a_proposal_that_was_taken_back_is_not_shown(client, db, office, handed, here, proposal_id):
    guests.comment(db.session, invitation=handed.invitation, body="ขอให้ชัด", seen_draft=1)
    do(db.session, office.owner, proposal_id, Action.WITHDRAW, "เลิก")
    enter(client, handed)
    page = client.get(here).text
    assert "นำข้อเสนอนี้กลับไปแล้ว" in page
    assert "ขอให้ชัด" in page
    assert "หน้าที่เสนอแผน" not in page
    assert "หน้าที่เสนอแผน" not in client.get(f"{here}/text").text
    refused = client.post(f"{here}/comments", data={"body": "พิมพ์ไว้", "seen_draft": "1"})
    assert (refused.status_code, "พิมพ์ไว้" in refused.text) == (409, True)


def test_a_guest_of_one_proposal_is_a_stranger_to_another(client, db, office, handed, here, proposal_id):
    other = bring_to(db.session, office, State.IN_REVIEW)
    second = invitations.invite(db.session, user=office.secretary, proposal_id=other, guest=Guest("ข", "จังหวัด"))
    theirs = guests.comment(db.session, invitation=second.invitation, body="ของจังหวัด", seen_draft=1)
    there = f"/invited/{second.invitation.id}"
    client.set_cookie("rangkae-guest", handed.token)  # sent everywhere, as no browser would
    assert client.get(here).status_code == 200
    assert client.get(there).status_code == 403
    assert client.post(f"{there}/comments", data={"body": "ก", "seen_draft": "1"}).status_code == 403
    answer = client.post(f"{here}/comments/{theirs.id}/replies", data={"body": "ก"})
    assert answer.status_code == 404
    client._cookies.clear()
    assert client.get(here).status_code == 403
    assert "ลิงก์ในคำเชิญ" in client.get(here).text


def test_every_other_route_answers_as_to_a_stranger(app: Flask, client, db, people, connection):
    """The cookie is sent by force where a browser would not send it."""
    world = build_world(db.session, people)
    tried = 0
    for rule, method in routes(app):
        if needed_permission(app, rule.endpoint) in (Permission.GUEST, Permission.PUBLIC):
            continue
        with app.test_request_context():
            url = url_for(rule.endpoint, **{name: world.argument(rule.endpoint, name) for name in rule.arguments})
        form = world.forms.get(rule.endpoint) if method == "POST" else None
        client.set_cookie("rangkae-guest", world.arguments["token"])
        response = client.open(url, method=method, data=form)
        assert response.status_code == 302, (method, url)
        assert response.location.startswith("/sign-in"), (method, url)
        tried += 1
    assert tried > 60


def test_the_secretary_invites_and_the_link_is_shown_once(client, db, office, proposal_id):
    client.sign_in(office.secretary)
    address = f"/proposals/{proposal_id}/invitations"
    bad = client.post(address, data={"person": "นายแดง", "organisation": "", "email": "x", "days": "900"})
    assert (bad.status_code, "กรอกชื่อหน่วยงาน" in bad.text, "นายแดง" in bad.text) == (400, True, True)
    made = client.post(address, data={"person": "นายแดง", "organisation": "สมาคมช่างทอ", "days": "30"})
    assert made.status_code == 201
    link = re.search(r'value="(http://localhost/invited/enter/[^"]+)"', made.text)[1]
    listed = client.get(address).text
    assert "สมาคมช่างทอ" in listed
    assert link.rpartition("/")[2] not in listed
    client._cookies.clear()
    assert client.get(link).status_code == 303


def test_others_see_who_was_invited_and_why_they_can_not(client, db, office, handed, proposal_id):
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/invitations").text
    assert "กรมหม่อนไหม" in page
    assert "ขอให้เลขานุการทำลิงก์ให้" in page
    assert "ถอนคำเชิญ</button>" not in page
    assert client.post(f"/proposals/{proposal_id}/invitations", data={"person": "ก"}).status_code == 403


def test_a_form_is_accepted_over_tls(app: Flask, db, handed, here, monkeypatch):
    """Protection against forged forms asks for the page's address over TLS: the guest's pages must tell it."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    browser = app.test_client()
    base = "https://office.test"
    browser.set_cookie("rangkae-guest", handed.token, domain="office.test", path=here)
    page = browser.get(here, base_url=base)
    assert page.headers["Referrer-Policy"] == "same-origin"
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]
    typed = {"body": "ผ่าน", "seen_draft": "1"}
    assert browser.post(f"{here}/comments", base_url=base, data=typed).status_code == 400
    sent = browser.post(
        f"{here}/comments", base_url=base, data=typed | {"csrf_token": token}, headers={"Referer": f"{base}{here}"}
    )
    assert sent.status_code == 303
    assert db.session.get(Proposal, handed.invitation.proposal_id) is not None


def test_suggested_words_of_a_guest_are_shown_with_what_they_replace(client, db, office, handed, here, proposal_id):
    where = Where("s5.p1", "เสนอแผน", suggestion="เสนอแผนรายปี")
    guests.comment(db.session, invitation=handed.invitation, body="ก", seen_draft=1, where=where)
    enter(client, handed)
    assert "เสนอถ้อยคำ" in client.get(here).text
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/discussion").text
    assert "นำถ้อยคำนี้ไปใช้" in page
    assert "จะเป็นผู้ร่างร่วม" not in page
