"""The cookie by which a browser is known to be signed in."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from flask import current_app, g, request, session
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from extensions import db, mark_request, transactions
from models.user import fold_email
from services.people import accounts

SCRIPTS_THAT_KEEP_NOBODY_SIGNED_IN = "static"
KNOWN_FOR = timedelta(days=365)


def cookie_name() -> str:
    # With __Host- no other site of the same domain can set or shadow it; browsers ask for TLS then.
    return "__Host-rangkae" if current_app.config["SESSION_COOKIE_SECURE"] else "rangkae"


def token() -> str | None:
    return request.cookies.get(cookie_name())


def recognise() -> None:
    """Before every request: put the signed-in person, or None, into g.user."""
    g.user = None
    mark_request(request.method)
    held = token()
    if not held or request.endpoint == SCRIPTS_THAT_KEEP_NOBODY_SIGNED_IN:
        return
    found = accounts.resume(db.session, held, demo=current_app.config["DEMO"])
    if found is None:
        return
    if accounts.is_due_to_be_seen(found):
        db.session.rollback()  # end the reading transaction before taking a turn as the writer
        with transactions(only_read=False):
            accounts.mark_seen(db.session, found.token_hash)
    g.user = found.user


def keep(response: Response, new_token: str) -> None:
    """Hand the token to the browser, with a fresh session beside it."""
    session.clear()
    _set(response, cookie_name(), new_token, accounts.LIFETIME)


def remember(response: Response, email: str) -> None:
    """Note in the browser that this account was signed in to with it; the note opens nothing."""
    _set(response, _known_name(), _notes().dumps(_fingerprint(email)), KNOWN_FOR)


def counted_as(email: str) -> str:
    """By what wrong tries at an account are counted, the same whether it exists or not.

    A browser that was signed in to it before is counted apart: a stranger's tries do not keep its owner out.
    """
    tried = _fingerprint(email)
    try:
        known = _notes().loads(request.cookies.get(_known_name(), ""))
    except BadSignature:
        known = None
    return f"known:{tried}" if known == tried else tried


def _fingerprint(email: str) -> str:
    return sha256(fold_email(email).encode(errors="replace")).hexdigest()


def _notes() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt="known-browser")


def _known_name() -> str:
    return f"{cookie_name()}-known"


def _set(response: Response, name: str, value: str, lifetime: timedelta) -> None:
    response.set_cookie(
        name,
        value,
        max_age=int(lifetime.total_seconds()),
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
        path="/",
    )


def forget(response: Response) -> None:
    session.clear()
    response.delete_cookie(
        cookie_name(), secure=current_app.config["SESSION_COOKIE_SECURE"], httponly=True, samesite="Lax", path="/"
    )
