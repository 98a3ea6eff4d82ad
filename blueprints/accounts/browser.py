"""The cookie by which a browser is known to be signed in."""

from __future__ import annotations

from flask import current_app, g, request, session
from werkzeug.wrappers import Response

from extensions import db, mark_request, transactions
from services import accounts

SCRIPTS_THAT_KEEP_NOBODY_SIGNED_IN = "static"


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
    response.set_cookie(
        cookie_name(),
        new_token,
        max_age=int(accounts.LIFETIME.total_seconds()),
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
