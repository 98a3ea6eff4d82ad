"""Signing in and out, passwords, the administration of people."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from models.base import utc_now
from models.event import Event
from models.user import SignIn, User
from review.workflow import Role
from services.people import accounts
from tests.conftest import PASSWORD


def sign_in(client, email, password=PASSWORD, **more):
    return client.post("/sign-in", data={"email": email, "password": password, **more})


@pytest.fixture
def kanda(make_user):
    return make_user(Role.DRAFTER, name="กานดา", email="kanda@office.test")


def test_signs_in_and_goes_on_to_the_page_that_was_wanted(client, kanda):
    wanted = client.get("/account/password")
    assert wanted.location == "/sign-in?next=/account/password"
    response = sign_in(client, "Kanda@OFFICE.test ", next="/account/password")
    assert response.location == "/account/password"
    assert client.get("/account/password").status_code == 200


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.test/", "//evil.test", "/\\evil.test", "/\t/evil.test", "javascript:x"]
)
def test_never_goes_on_to_another_site(client, kanda, elsewhere):
    assert sign_in(client, kanda.email, next=elsewhere).location == "/"


def test_an_email_that_no_database_can_hold_is_only_a_wrong_one(client):
    assert sign_in(client, "kanda\0@office.test").status_code == 401


@pytest.mark.parametrize("email", ["kanda@office.test", "nobody@office.test"])
def test_a_wrong_password_and_an_unknown_email_read_alike_and_keep_the_email(client, kanda, email):
    response = sign_in(client, email, "not the password")
    assert response.status_code == 401
    assert "อีเมลหรือรหัสผ่านไม่ถูกต้อง" in response.text
    assert f'value="{email}"' in response.text
    assert "not the password" not in response.text


def test_an_unknown_email_costs_the_same_work(client, kanda, monkeypatch):
    checked = []
    monkeypatch.setattr(accounts, "_is_password", lambda stored, given: bool(checked.append(given)))
    sign_in(client, "kanda@office.test")
    sign_in(client, "nobody@office.test")
    assert checked == [PASSWORD, PASSWORD]


def test_the_cookie_is_out_of_reach_and_the_database_holds_no_token(client, db, kanda):
    cookies = sign_in(client, kanda.email).headers.getlist("Set-Cookie")
    (cookie,) = [each for each in cookies if each.startswith("rangkae=")]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    token = cookie.split(";")[0].removeprefix("rangkae=")
    (stored,) = db.session.scalars(select(SignIn))
    assert token not in (stored.token_hash,)
    assert len(stored.token_hash) == 64


def test_signing_in_ends_the_sign_in_that_the_browser_had(client, db, kanda):
    sign_in(client, kanda.email)
    first = db.session.scalars(select(SignIn.token_hash)).one()
    sign_in(client, kanda.email)
    assert db.session.scalars(select(SignIn.token_hash)).one() != first


def test_a_switched_off_account_neither_signs_in_nor_stays(client, db, kanda):
    sign_in(client, kanda.email)
    kanda.active = False
    db.session.commit()
    assert client.get("/account/password").status_code == 302
    assert sign_in(client, kanda.email).status_code == 401


@pytest.mark.parametrize(
    ("column", "age"), [(SignIn.expires_at, timedelta(0)), (SignIn.seen_at, accounts.IDLE)], ids=["absolute", "idle"]
)
def test_a_sign_in_ends(client, db, kanda, column, age):
    client.sign_in(kanda)
    assert client.get("/account/password").status_code == 200
    db.session.execute(update(SignIn).values({column: utc_now() - age}))
    db.session.commit()
    assert client.get("/account/password").status_code == 302


def test_reading_puts_off_the_idle_end_but_writes_seldom(client, db, kanda):
    client.sign_in(kanda)
    begun = db.session.scalars(select(SignIn.seen_at)).one()
    client.get("/account/password")
    assert db.session.scalars(select(SignIn.seen_at)).one() == begun
    db.session.execute(update(SignIn).values(seen_at=begun - timedelta(minutes=30)))
    db.session.commit()
    client.get("/account/password")
    assert db.session.scalars(select(SignIn.seen_at)).one() >= begun


def test_signing_out_ends_the_sign_in_on_the_server(client, db, kanda):
    client.sign_in(kanda)
    cookie = client.get_cookie("rangkae").value
    assert client.post("/sign-out").location == "/sign-in"
    client.set_cookie("rangkae", cookie)
    assert client.get("/account/password").status_code == 302


def test_changing_the_password_ends_every_other_sign_in(client, app, db, kanda):
    other = app.test_client()
    other.sign_in(kanda)
    client.sign_in(kanda)
    new = "another long password"
    response = client.post("/account/password", data={"old": PASSWORD, "new": new, "again": new})
    assert response.status_code == 302
    assert client.get("/account/password").status_code == 200
    assert other.get("/account/password").status_code == 302
    assert sign_in(other, kanda.email).status_code == 401
    assert sign_in(other, kanda.email, new).status_code == 302


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"old": "wrong"}, "รหัสผ่านปัจจุบันไม่ถูกต้อง"),
        ({"new": "short", "again": "short"}, "รหัสผ่านต้องยาวอย่างน้อย 12 ตัวอักษร"),
        ({"again": "something else"}, "รหัสผ่านใหม่สองช่องไม่ตรงกัน"),
        ({"new": "kanda@office.test", "again": "kanda@office.test"}, "ใช้อีเมลเป็นรหัสผ่านไม่ได้"),
        ({"new": "ก" * 1025, "again": "ก" * 1025}, "รหัสผ่านยาวเกินไป"),
    ],
)
def test_a_new_password_is_refused_in_words(client, kanda, fields, sentence):
    client.sign_in(kanda)
    given = {"old": PASSWORD, "new": "another long password", "again": "another long password"} | fields
    response = client.post("/account/password", data=given)
    assert response.status_code == 400
    assert sentence in response.text
    assert PASSWORD not in response.text


def test_demonstration_accounts_do_not_sign_in_outside_demonstration_mode(client, app, make_user):
    person = make_user(Role.ADMIN, is_demonstration=True)
    response = sign_in(client, person.email)
    assert response.status_code == 403
    assert "โหมดสาธิต" in response.text
    client.sign_in(person)
    assert client.get("/account/password").status_code == 302


def test_too_many_tries_keep_the_email_and_say_to_wait(client, app, db, kanda, monkeypatch):
    monkeypatch.setitem(app.config, "SIGN_IN_LIMIT", "2 per hour")
    codes = [sign_in(client, kanda.email, "wrong password").status_code for _ in range(2)]
    last = sign_in(client, kanda.email)
    assert codes == [401, 401]
    assert last.status_code == 429
    assert "ลองหลายครั้งเกินไป" in last.text
    assert 'value="kanda@office.test"' in last.text
    event = db.session.scalars(select(Event).order_by(Event.number.desc()).limit(1)).one()
    assert (event.action, event.details) == ("sign_in_refused", {"user": kanda.id})


@pytest.fixture
def slow(app, monkeypatch):
    """Three wrong tries at an account, from anywhere; as many as one likes from one address."""
    monkeypatch.setitem(app.config, "SIGN_IN_LIMIT", "1000 per minute")
    monkeypatch.setitem(app.config, "SIGN_IN_ACCOUNT_LIMIT", "3 per hour")


def tries(client, email, count, password="wrong password"):  # noqa: S107
    """The answers to so many tries, each from another address."""
    return [
        client.post(
            "/sign-in",
            data={"email": email, "password": password},
            environ_overrides={"REMOTE_ADDR": f"10.1.0.{number}"},
        )
        for number in range(1, count + 1)
    ]


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("email", ["kanda@office.test", "nobody@office.test"])
def test_wrong_tries_at_an_account_are_limited_wherever_they_come_from(client, kanda, email):
    answers = tries(client, email, 4)
    assert [answer.status_code for answer in answers] == [401, 401, 401, 429]
    assert re.search(r"ลองอีกครั้งหลังเวลา [๐-๙]{2}:[๐-๙]{2} น\.", answers[-1].text)
    assert "ให้ผู้ดูแลระบบตั้งให้ใหม่" in answers[-1].text
    assert tries(client, f" {email.upper()}", 1)[0].status_code == 429  # the same account
    for sign in "\x01\u200b\u202e\ue000":  # which the form leaves out
        assert tries(client, f"{email[:2]}{sign}{email[2:]}", 1)[0].status_code == 429
    assert tries(client, "other@office.test", 1)[0].status_code == 401  # nobody else waits


@pytest.mark.usefixtures("slow")
def test_a_stranger_does_not_keep_somebody_out_of_a_browser_that_was_used_before(client, app, kanda):
    sign_in(client, kanda.email)
    client.post("/sign-out")
    tries(app.test_client(), kanda.email, 3)
    assert tries(app.test_client(), kanda.email, 1, PASSWORD)[0].status_code == 429
    assert sign_in(client, kanda.email).status_code == 302
    client.post("/sign-out")
    assert [answer.status_code for answer in tries(client, kanda.email, 4)] == [401, 401, 401, 429]


@pytest.mark.usefixtures("slow")
def test_a_note_of_another_account_or_a_forged_one_is_no_help(client, app, kanda, make_user):
    tries(client, kanda.email, 3)
    sign_in(client, make_user(Role.DRAFTER, email="other@office.test").email)
    client.post("/sign-out")
    assert sign_in(client, kanda.email).status_code == 429
    client.set_cookie("rangkae-known", client.get_cookie("rangkae-known").value[:-2] + "xx")
    assert sign_in(client, kanda.email).status_code == 429


@pytest.mark.usefixtures("slow")
def test_right_passwords_are_not_counted(client, kanda):
    assert [sign_in(client, kanda.email).status_code for _ in range(5)] == [302] * 5


def test_a_form_without_its_token_is_refused(client, app, kanda, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    response = sign_in(client, kanda.email)
    assert response.status_code == 400
    assert "แบบฟอร์มนี้หมดอายุ" in response.text


def test_an_admin_adds_a_person_who_signs_in(client, app, db, people):
    client.sign_in(people[Role.ADMIN])
    fields = {
        "name": "ใหม่ มาแล้ว",
        "email": "New@office.test",
        "password": PASSWORD,
        "language": "en",
        "roles": ["drafter", "reviewer"],
    }
    response = client.post("/admin/users/new", data=fields)
    person = db.session.scalars(select(User).where(User.email == "new@office.test")).one()
    assert response.location == f"/admin/users/{person.id}"
    assert person.roles == {Role.DRAFTER, Role.REVIEWER}
    assert "เพิ่มบัญชีของ ใหม่ มาแล้ว แล้ว" in client.get(response.location).text
    assert sign_in(app.test_client(), "new@office.test").status_code == 302


def test_an_email_can_not_have_two_accounts(client, people):
    client.sign_in(people[Role.ADMIN])
    fields = {"name": "ซ้ำ", "email": "READER@office.test", "password": PASSWORD, "language": "th"}
    response = client.post("/admin/users/new", data=fields)
    assert response.status_code == 400
    assert "มีบัญชีที่ใช้อีเมลนี้อยู่แล้ว" in response.text
    assert 'value="ซ้ำ"' in response.text


def test_roles_take_effect_at_once(client, people):
    client.sign_in(people[Role.ADMIN])
    reader = people[Role.READER]
    client.post(f"/admin/users/{reader.id}/roles", data={"roles": ["admin"]})
    client.sign_in(reader)
    assert client.get("/admin/users").status_code == 200


@pytest.mark.parametrize(("page", "fields"), [("roles", {"roles": ["reader"]}), ("active", {"active": "0"})])
def test_the_last_admin_stays_one(client, people, page, fields):
    admin = client.sign_in(people[Role.ADMIN])
    response = client.post(f"/admin/users/{admin.id}/{page}", data=fields)
    assert response.status_code == 400
    assert "ต้องมีผู้ดูแลระบบที่ใช้งานได้เหลืออยู่อย่างน้อยหนึ่งคน" in response.text
    assert client.get("/admin/users").status_code == 200


def test_forged_roles_are_refused(client, db, people):
    client.sign_in(people[Role.ADMIN])
    response = client.post(f"/admin/users/{people[Role.READER].id}/roles", data={"roles": ["emperor"]})
    assert response.status_code == 400
    assert people[Role.READER].roles == {Role.READER}


def test_language_is_kept_for_the_browser_and_for_the_person(client, app, kanda):
    assert client.post("/language", data={"language": "en", "next": "/sign-in"}).location == "/sign-in"
    assert '<html lang="en">' in client.get("/sign-in").text
    client.sign_in(kanda)
    client.post("/language", data={"language": "en"})
    elsewhere = app.test_client()
    elsewhere.sign_in(kanda)
    assert '<html lang="en">' in elsewhere.get("/account/password").text


def test_a_language_that_is_not_there(client):
    assert client.post("/language", data={"language": "xx"}).status_code == 400
