"""Accounts, passwords and sign-ins: the only writer of their tables."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from email_validator import EmailNotValidError, validate_email
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload, selectinload

from models.base import utc_now
from models.event import Event
from models.user import LANGUAGES, SignIn, User, UserRole, fold_email
from review.record import Happening
from review.workflow import Role
from services.record import record

PASSWORD_LENGTH = 12
LONGEST_PASSWORD = 1024
LIFETIME = timedelta(hours=12)
IDLE = timedelta(hours=2)
# A sign-in is marked as seen at most this often, so that reading pages hardly ever writes.
SEEN_EVERY = timedelta(minutes=5)
NOTED_EVERY = timedelta(hours=1)

_hasher = PasswordHasher()


class Fault(StrEnum):
    """Why an account was not made or changed, or a sign-in refused. The sentences are in the blueprint."""

    WRONG = "wrong"  # unknown e-mail, wrong password or account switched off: never told apart
    DEMONSTRATION = "demonstration"
    EMAIL_TAKEN = "email_taken"
    EMAIL_BAD = "email_bad"
    NAME_MISSING = "name_missing"
    PASSWORD_SHORT = "password_short"  # noqa: S105
    PASSWORD_LONG = "password_long"  # noqa: S105
    PASSWORD_IS_EMAIL = "password_is_email"  # noqa: S105
    PASSWORD_WRONG = "password_wrong"  # noqa: S105
    LAST_ADMIN = "last_admin"
    LANGUAGE = "language"


class AccountRefused(Exception):
    """Nothing was stored, because of `fault`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def add_user(
    session: Session,
    *,
    email: str,
    name: str,
    password: str,
    roles: Iterable[Role] = (),
    language: str = "th",
    is_demonstration: bool = False,
    by: User | None = None,
) -> User:
    """Store a new account; raises AccountRefused. `by`: who adds it; none: the command line."""
    address = _checked_email(email)
    if not name.strip() or "\0" in name:
        raise AccountRefused(Fault.NAME_MISSING)
    check_password(password, email=address)
    user = User(
        email=address,
        name=name.strip(),
        password_hash=_hasher.hash(password),
        language=language,
        is_demonstration=is_demonstration,
    )
    user.roles = frozenset(roles)
    session.add(user)
    try:
        session.flush()
        _record(session, Happening.USER_ADDED, user, by, roles=sorted(user.roles))
        session.commit()
    except IntegrityError as error:
        session.rollback()
        raise AccountRefused(Fault.EMAIL_TAKEN) from error
    return user


def _checked_email(email: str) -> str:
    try:
        # An office's own network may use a name that the public DNS does not know.
        checked = validate_email(fold_email(email), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise AccountRefused(Fault.EMAIL_BAD) from error
    return fold_email(checked.normalized)


def check_password(password: str, *, email: str) -> None:
    """Raise AccountRefused unless `password` may be used with the account of `email`."""
    if len(password) < PASSWORD_LENGTH:
        raise AccountRefused(Fault.PASSWORD_SHORT)
    if len(password) > LONGEST_PASSWORD:
        raise AccountRefused(Fault.PASSWORD_LONG)
    if fold_email(password) == fold_email(email):
        raise AccountRefused(Fault.PASSWORD_IS_EMAIL)


def list_users(session: Session) -> list[User]:
    return list(session.scalars(select(User).options(selectinload(User.role_rows)).order_by(User.name, User.id)))


def find_user(session: Session, email: str) -> User | None:
    if "\0" in email:
        return None  # PostgreSQL refuses even to look for it
    return session.scalar(select(User).where(User.email == fold_email(email)))


@cache
def _nobody_hash() -> str:
    return _hasher.hash(secrets.token_urlsafe())


def _is_password(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False


def sign_in(
    session: Session, *, email: str, password: str, demo: bool, replaces: str | None = None, now: datetime | None = None
) -> tuple[User, str]:
    """Check the password and open a sign-in: the user and the token for the cookie.

    `replaces`: the token that the browser had, which ends. Raises AccountRefused with WRONG, after the same work
    whether the e-mail is known or not; with DEMONSTRATION where demonstration accounts have no business.
    """
    now = now or utc_now()
    user = find_user(session, email)
    password_hash = user.password_hash if user else _nobody_hash()
    session.commit()  # hashing takes a while; no lock is held meanwhile
    right = _is_password(password_hash, password)
    if user is None or not right:
        raise AccountRefused(Fault.WRONG)
    _lock(session, user)  # it may have been changed meanwhile
    if not user.active or user.password_hash != password_hash:
        raise AccountRefused(Fault.WRONG)
    if user.is_demonstration and not demo:
        raise AccountRefused(Fault.DEMONSTRATION)
    if _hasher.check_needs_rehash(password_hash):
        user.password_hash = _hasher.hash(password)
    session.execute(delete(SignIn).where(SignIn.expires_at < now))
    if replaces:
        session.execute(delete(SignIn).where(SignIn.token_hash == _digest(replaces)))
    token = open_sign_in(session, user, now=now)
    session.commit()
    return user, token


def _lock(session: Session, user: User) -> None:
    """The account as it is now. Whoever signs in, or changes it, waits until the transaction ends."""
    session.refresh(user, with_for_update={"key_share": True, "of": User})


def note_refusal(session: Session, *, email: str, now: datetime | None = None) -> None:
    """Record that signing in was refused after too many wrong tries; nothing that was typed is kept.

    An account is noted once an hour, and so are all that do not exist together: nobody can fill the record by trying.
    """
    now = now or utc_now()
    user = find_user(session, email)
    number = user.id if user else 0
    recent = select(Event.details).where(Event.action == Happening.SIGN_IN_REFUSED.value, Event.at > now - NOTED_EVERY)
    if all(details.get("user") != number for details in session.scalars(recent)):
        record(session, action=Happening.SIGN_IN_REFUSED, actor=None, details={"user": number})
    session.commit()


def open_sign_in(session: Session, user: User, *, now: datetime) -> str:
    """Add a sign-in for `user` and return its token; the caller commits."""
    token = secrets.token_urlsafe(32)
    session.add(SignIn(token_hash=_digest(token), user=user, created_at=now, seen_at=now, expires_at=now + LIFETIME))
    return token


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def resume(session: Session, token: str, *, demo: bool, now: datetime | None = None) -> SignIn | None:
    """The sign-in that `token` opens, if it still holds; writes nothing."""
    now = now or utc_now()
    person = joinedload(SignIn.user, innerjoin=True).joinedload(User.role_rows)
    found = session.get(SignIn, _digest(token), options=[person])
    if found is None or now >= found.expires_at or now - found.seen_at >= IDLE:
        return None
    if not found.user.active or (found.user.is_demonstration and not demo):
        return None
    return found


def is_due_to_be_seen(found: SignIn, *, now: datetime | None = None) -> bool:
    return (now or utc_now()) - found.seen_at >= SEEN_EVERY


def mark_seen(session: Session, token_hash: str, *, now: datetime | None = None) -> None:
    """Note that the browser was here, which puts off the idle end."""
    session.execute(update(SignIn).where(SignIn.token_hash == token_hash).values(seen_at=now or utc_now()))
    session.commit()


def sign_out(session: Session, token: str) -> None:
    session.execute(delete(SignIn).where(SignIn.token_hash == _digest(token)))
    session.commit()


def change_password(session: Session, user: User, *, old: str, new: str, now: datetime | None = None) -> str:
    """Set a new password, end every sign-in of `user`, and open one: its token. Raises AccountRefused."""
    _lock(session, user)
    if not _is_password(user.password_hash, old):
        raise AccountRefused(Fault.PASSWORD_WRONG)
    check_password(new, email=user.email)
    _store_password(session, user, new, by=user)
    token = open_sign_in(session, user, now=now or utc_now())
    session.commit()
    return token


def set_password(session: Session, user: User, password: str, *, by: User | None = None) -> None:
    """Set a password on behalf of `user`, and end his or her sign-ins. Raises AccountRefused."""
    check_password(password, email=user.email)
    _store_password(session, user, password, by=by)
    session.commit()


def _store_password(session: Session, user: User, password: str, *, by: User | None) -> None:
    password_hash = _hasher.hash(password)
    _lock(session, user)
    user.password_hash = password_hash
    _end_sign_ins(session, user)
    _record(session, Happening.PASSWORD_SET, user, by)


def _end_sign_ins(session: Session, user: User) -> None:
    session.execute(delete(SignIn).where(SignIn.user_id == user.id))


def set_roles(session: Session, user: User, roles: Iterable[Role], *, by: User | None = None) -> None:
    """Give `user` exactly these roles. Raises AccountRefused where no active admin would be left."""
    wanted = frozenset(roles)
    if Role.ADMIN not in wanted:
        _keep_an_admin(session, user)
    _lock(session, user)
    former, user.roles = user.roles, wanted
    if former != wanted:
        _record(session, Happening.ROLES_CHANGED, user, by, roles=sorted(wanted), former=sorted(former))
    session.commit()


def set_active(session: Session, user: User, active: bool, *, by: User | None = None) -> None:
    """Switch an account on or off; off ends its sign-ins. Raises AccountRefused as `set_roles` does."""
    if not active:
        _keep_an_admin(session, user)
    _lock(session, user)
    if not active:
        _end_sign_ins(session, user)
    if user.active is not active:
        user.active = active
        what = Happening.USER_SWITCHED_ON if active else Happening.USER_SWITCHED_OFF
        _record(session, what, user, by)
    session.commit()


def _record(session: Session, what: Happening, user: User, by: User | None, **details: object) -> None:
    """An account is named by its number alone: the record can never be cleaned of names and addresses."""
    record(session, action=what, actor=by, details={"user": user.id, **details})


def _keep_an_admin(session: Session, without: User) -> None:
    """Two who take it from each other at the same moment do so one after the other."""
    admins = select(UserRole.user_id).where(UserRole.role == Role.ADMIN.value)
    session.execute(select(User.id).where(User.id.in_(admins)).order_by(User.id).with_for_update(key_share=True))
    # Asked again: what was read before the lock may be over.
    active = set(session.scalars(select(User.id).where(User.active, User.id.in_(admins))))
    if active == {without.id}:
        raise AccountRefused(Fault.LAST_ADMIN)


def set_language(session: Session, user: User, language: str) -> None:
    if language not in LANGUAGES:
        raise AccountRefused(Fault.LANGUAGE)
    user.language = language
    session.commit()
