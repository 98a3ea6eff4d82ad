"""Accounts on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from models.base import utc_now
from models.event import Event
from models.user import SignIn, User, UserRole
from review.workflow import Role
from services.people import accounts
from services.people.accounts import AccountRefused, Fault
from tests.conftest import PASSWORD


def add(session, **fields):
    return accounts.add_user(session, **({"email": "a@office.test", "name": "ก", "password": PASSWORD} | fields))


def test_an_account_is_stored_with_its_roles_and_an_aware_time(session):
    user = add(session, email=" A@Office.TEST ", roles=[Role.DRAFTER, Role.REVIEWER])
    session.expire_all()
    assert user.email == "a@office.test"
    assert user.roles == {Role.DRAFTER, Role.REVIEWER}
    assert user.created_at.utcoffset() == timedelta(0)
    assert user.password_hash.startswith("$argon2id$")


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"email": "no address"}, Fault.EMAIL_BAD),
        ({"email": ""}, Fault.EMAIL_BAD),
        ({"name": "  "}, Fault.NAME_MISSING),
        ({"name": "ก\0"}, Fault.NAME_MISSING),
        ({"password": "short"}, Fault.PASSWORD_SHORT),
        ({"password": "x" * 1025}, Fault.PASSWORD_LONG),
        ({"email": "a.long.name@office.test", "password": "A.Long.Name@office.test"}, Fault.PASSWORD_IS_EMAIL),
    ],
)
def test_what_is_wrong_is_refused_and_stores_nothing(session, fields, fault):
    with pytest.raises(AccountRefused) as raised:
        add(session, **fields)
    assert raised.value.fault is fault
    assert session.scalar(select(func.count(User.id))) == 0


def test_one_account_for_an_email_whatever_its_case(session):
    add(session)
    with pytest.raises(AccountRefused) as raised:
        add(session, email="A@OFFICE.TEST")
    assert raised.value.fault is Fault.EMAIL_TAKEN
    assert session.scalar(select(func.count(User.id))) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE user_account SET email = 'B@office.test'",
        "UPDATE user_account SET name = ''",
        "UPDATE user_account SET language = 'fr'",
        "INSERT INTO user_role (user_id, role) SELECT id, 'emperor' FROM user_account",
    ],
)
def test_the_database_refuses_too(session, statement):
    add(session)
    with pytest.raises(IntegrityError):
        session.execute(text(statement))
    session.rollback()


def test_roles_are_replaced(session):
    user = add(session, roles=[Role.READER, Role.DRAFTER])
    accounts.set_roles(session, user, [Role.DRAFTER, Role.SECRETARY])
    session.expire_all()
    assert user.roles == {Role.DRAFTER, Role.SECRETARY}
    assert session.scalar(select(func.count()).select_from(UserRole)) == 2


def test_a_sign_in_opens_idles_and_ends(session):
    add(session)
    now = utc_now()
    user, token = accounts.sign_in(session, email="A@office.test", password=PASSWORD, demo=False, now=now)
    hour = timedelta(hours=1)
    assert accounts.resume(session, token, demo=False, now=now + hour).user is user
    assert accounts.resume(session, token, demo=False, now=now + accounts.IDLE) is None
    accounts.mark_seen(session, accounts._digest(token), now=now + hour)
    session.expire_all()
    assert accounts.resume(session, token, demo=False, now=now + accounts.IDLE) is not None
    accounts.mark_seen(session, accounts._digest(token), now=now + accounts.LIFETIME - hour)
    session.expire_all()
    assert accounts.resume(session, token, demo=False, now=now + accounts.LIFETIME) is None


def test_signing_in_sweeps_up_what_has_ended(session):
    user = add(session)
    accounts.open_sign_in(session, user, now=utc_now() - accounts.LIFETIME)
    session.commit()
    accounts.sign_in(session, email=user.email, password=PASSWORD, demo=False)
    assert session.scalar(select(func.count()).select_from(SignIn)) == 1


def test_a_new_password_and_switching_off_end_every_sign_in(session):
    user = add(session)
    for end in (
        lambda: accounts.set_password(session, user, "another long password"),
        lambda: accounts.set_active(session, user, False),
    ):
        accounts.open_sign_in(session, user, now=utc_now())
        session.commit()
        end()
        assert session.scalar(select(func.count()).select_from(SignIn)) == 0


@pytest.mark.parametrize(
    "change", [lambda s, u: accounts.set_roles(s, u, [Role.READER]), lambda s, u: accounts.set_active(s, u, False)]
)
def test_the_last_active_admin_stays(session, change):
    admin = add(session, roles=[Role.ADMIN])
    retired = add(session, email="b@office.test", roles=[Role.ADMIN])
    accounts.set_active(session, retired, False)
    with pytest.raises(AccountRefused) as raised:
        change(session, admin)
    assert raised.value.fault is Fault.LAST_ADMIN
    accounts.set_active(session, retired, True)
    change(session, admin)


def test_a_demonstration_account_is_none_outside_the_demonstration(session):
    user = add(session, is_demonstration=True)
    with pytest.raises(AccountRefused) as raised:
        accounts.sign_in(session, email=user.email, password=PASSWORD, demo=False)
    assert raised.value.fault is Fault.DEMONSTRATION
    _user, token = accounts.sign_in(session, email=user.email, password=PASSWORD, demo=True)
    assert accounts.resume(session, token, demo=False) is None
    assert accounts.resume(session, token, demo=True) is not None


def test_refused_sign_ins_are_recorded_once_an_hour_without_what_was_typed(session, make_user):
    person = make_user(email="known@office.test")
    start = utc_now()
    for email in ("known@office.test", "Known@office.test", "stranger@x.test", "another@x.test", "x\0y"):
        accounts.note_refusal(session, email=email, now=start)
    events = session.scalars(select(Event).where(Event.action == "sign_in_refused").order_by(Event.number)).all()
    assert [event.details for event in events] == [{"user": person.id}, {"user": 0}]
    assert all(event.actor_id is None for event in events)
    accounts.note_refusal(session, email="known@office.test", now=start + timedelta(hours=1, seconds=1))
    assert session.scalar(select(func.count()).where(Event.action == "sign_in_refused")) == 3
