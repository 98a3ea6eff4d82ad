"""Two administrators at the same moment, with real commits, on both databases."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import utc_now
from models.user import SignIn, User
from review.workflow import Role
from services.keeping import audit
from services.people import accounts
from services.people.accounts import AccountRefused
from tests.services.office import Office
from tests.services.test_concurrency import Deed, at_once, office, session

__all__ = ["office", "session"]


def refusable(deed: Deed) -> Deed:
    def tried(session: Session) -> object:
        try:
            return deed(session)
        except AccountRefused as refused:
            session.rollback()
            return refused.fault

    return tried


def without_role(user_id: int) -> Deed:
    return refusable(lambda session: accounts.set_roles(session, session.get_one(User, user_id), {Role.READER}))


def switched_off(user_id: int) -> Deed:
    return refusable(lambda session: accounts.set_active(session, session.get_one(User, user_id), False))


def admins(session: Session) -> list[User]:
    session.expire_all()
    return [user for user in session.scalars(select(User)) if user.active and Role.ADMIN in user.roles]


def test_two_administrators_can_not_shut_each_other_out(
    committing_app: Flask, session: Session, office: Office
) -> None:
    office.reader.roles = frozenset({Role.ADMIN})
    session.commit()
    for both in ((without_role, without_role), (switched_off, without_role), (switched_off, switched_off)):
        numbers = [user.id for user in admins(session)]
        assert len(numbers) == 2
        found = at_once(committing_app, *(deed(number) for deed, number in zip(both, numbers, strict=True)))
        assert found.count(None) == 1, found
        assert len(admins(session)) == 1
        for number in numbers:
            user = session.get_one(User, number)
            user.active, user.roles = True, frozenset({Role.ADMIN})
        session.commit()
    assert audit.verify(session).broken is None


def test_no_sign_in_outlives_a_new_password(committing_app: Flask, session: Session, office: Office) -> None:
    """Signing in with the old password while the new one is being set."""
    old, new = "the password of before", "the password from now on"
    reader = office.reader
    accounts.set_password(session, reader, old)
    number, email = reader.id, reader.email

    def signing_in(session: Session) -> object:
        return accounts.sign_in(session, email=email, password=old, demo=False)[1]

    def changing(session: Session) -> object:
        return accounts.set_password(session, session.get_one(User, number), new)

    for _ in range(3):
        at_once(
            committing_app, refusable(signing_in), refusable(changing), refusable(signing_in), refusable(signing_in)
        )
        session.expire_all()
        left = session.scalars(select(SignIn).where(SignIn.user_id == number, SignIn.expires_at > utc_now())).all()
        assert left == []
        session.rollback()
        accounts.set_password(session, session.get_one(User, number), old)


def test_the_signed_in_person_changes_the_password(committing_app: Flask, session: Session, office: Office) -> None:
    """Found as a request finds him or her, with the roles: what is locked is the account alone."""
    old, new = "the password of before", "the password from now on"
    email = office.reader.email
    accounts.set_password(session, office.reader, old)
    _user, token = accounts.sign_in(session, email=email, password=old, demo=False)
    session.expunge_all()
    found = accounts.resume(session, token, demo=False)
    assert found is not None
    assert accounts.change_password(session, found.user, old=old, new=new)
    session.expunge_all()
    again = accounts.sign_in(session, email=email, password=new, demo=False)[0]
    accounts.set_roles(session, again, {Role.READER, Role.DRAFTER})
    accounts.set_active(session, again, False)
