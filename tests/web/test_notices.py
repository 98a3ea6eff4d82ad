"""The pages of what a person is told, and what a page says of having been looked at."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from models.base import utc_now
from models.event import Event
from models.notice import Look, Mail, Notice
from review.notices import MailWish
from review.workflow import State
from services.reviewing import comments
from services.telling import notices
from tests.services.office import bring_to, open_office, propose, write


@pytest.fixture
def office(db, make_user):
    return open_office(db.session, make_user)


@pytest.fixture
def reviewed(db, office) -> int:
    return bring_to(db.session, office, State.IN_REVIEW)


def test_every_page_says_how_many_are_unread_and_the_list_says_what_and_why(client, office, reviewed):
    client.sign_in(office.owner)
    page = client.get("/").text
    assert 'class="count">๒</b><span class="spoken"> ยังไม่ได้อ่าน' in page
    page = client.get("/notices/").text
    assert "<b>ผู้ตรวจ 1</b> เริ่มตรวจ" in page
    assert "ท่านเป็นเจ้าของข้อเสนอ" in page


def test_who_was_told_nothing_reads_what_will_be_here(client, office):
    client.sign_in(office.reader)
    assert "ยังไม่มีเรื่องแจ้งท่าน" in client.get("/notices/").text
    assert 'class="count"' not in client.get("/").text


def test_all_that_stood_on_the_page_is_read_and_nothing_later(client, db, office, reviewed):
    client.sign_in(office.owner)
    seen = db.session.scalar(select(func.max(Notice.event_number)).where(Notice.person_id == office.owner.id))
    comments.add(db.session, user=office.reviewers[0], proposal_id=reviewed, body="ก", seen_draft=1)
    assert client.post("/notices/read", data={"until": str(seen)}).location == "/notices/"
    assert notices.unread_count(db.session, user=office.owner) == 1
    for odd in ("", "x", "-1", "9" * 30, "๕"):
        assert client.post("/notices/read", data={"until": odd}).status_code == 302


def test_older_ones_are_on_further_pages(client, db, office, reviewed, monkeypatch):
    monkeypatch.setattr("blueprints.notices.routes.PAGE", 1)
    client.sign_in(office.owner)
    page = client.get("/notices/").text
    assert "เริ่มตรวจ" in page
    assert "มอบหมายผู้ตรวจ" not in page
    number = page.split("before=")[1].split('"')[0]
    assert "มอบหมายผู้ตรวจ" in client.get(f"/notices/?before={number}").text


def test_a_page_about_a_proposal_says_what_is_new_until_it_was_looked_at(client, db, office, reviewed):
    second = office.reviewers[1]
    client.sign_in(second)
    page = client.get(f"/proposals/{reviewed}/compare").text
    assert "data-looked" in page
    assert 'class="since first' in page  # shown only where no script tells of the look
    assert 'class="since' not in client.get(f"/proposals/{reviewed}/print").text
    number = page.split('name="until" value="')[1].split('"')[0]
    there = client.post(f"/notices/looked/{reviewed}", data={"until": number, "next": "/acts/"})
    assert there.location == "/acts/"
    assert notices.unread_count(db.session, user=second) == 0
    assert 'class="since' not in client.get(f"/proposals/{reviewed}/compare").text
    comments.add(db.session, user=office.owner, proposal_id=reviewed, body="ก", seen_draft=1)
    write(db.session, office.owner, reviewed, "คณะกรรมการมีหน้าที่ใหม่")
    assert "ตั้งแต่ท่านดูครั้งก่อน มีร่างใหม่ ๑ ครั้ง ความเห็น ๑ ข้อ" in client.get(f"/proposals/{reviewed}").text
    assert "ตั้งแต่ท่านดูครั้งก่อน มีร่างใหม่ ๑ ครั้ง ความเห็น ๑ ข้อ" in client.get("/").text


def test_a_script_that_says_it_was_looked_at_gets_a_short_answer(client, db, office, reviewed):
    client.sign_in(office.owner)
    number = db.session.scalar(select(func.max(Event.number)))
    answer = client.post(
        f"/notices/looked/{reviewed}", data={"until": str(number)}, headers={"X-Requested-With": "fetch"}
    )
    assert (answer.status_code, answer.data) == (204, b"")


def test_reading_a_page_writes_nothing(client, db, office, reviewed):
    client.sign_in(office.owner)
    for address in ("/", "/notices/", f"/proposals/{reviewed}", f"/proposals/{reviewed}/compare"):
        client.get(address)
    assert db.session.scalars(select(Look)).all() == []
    assert notices.unread_count(db.session, user=office.owner) == 2


def test_what_is_hidden_is_not_looked_at(client, db, office):
    hidden = propose(db.session, office)
    client.sign_in(office.reader)
    assert client.post(f"/notices/looked/{hidden}", data={"until": "1"}).status_code == 404


def test_how_one_wants_letters(client, db, office):
    client.sign_in(office.owner)
    page = client.get("/notices/mail").text
    assert "เว็บนี้ยังไม่ส่งอีเมล" in page
    assert office.owner.email in page
    assert client.post("/notices/mail", data={"wish": "daily"}).status_code == 302
    assert office.owner.mail_wish is MailWish.DAILY
    wrong = client.post("/notices/mail", data={"wish": "sometimes"})
    assert wrong.status_code == 400
    assert "เลือกหนึ่งข้อ" in wrong.text


def test_the_administrator_sees_what_did_not_go_out(client, db, office):
    client.sign_in(office.admin)
    assert "เว็บนี้ไม่ส่งอีเมล" in client.get("/notices/letters").text
    kept = Mail(person_id=office.owner.id, next_try_at=None, given_up_at=utc_now(), attempts=1, failed="550 <b>no")
    db.session.add(kept)
    db.session.commit()
    page = client.get("/notices/letters").text
    assert "550 &lt;b&gt;no" in page
    client.post(f"/notices/letters/{kept.id}/retry")
    assert "ลองอีก" in client.get("/notices/letters").text
