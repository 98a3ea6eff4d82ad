"""The cookie by which a guest's browser is known, on the pages of one invitation alone."""

from __future__ import annotations

from flask import abort, current_app, g, request, url_for
from werkzeug.wrappers import Response

from extensions import db
from models.invitation import Invitation
from review.guests import Link
from services.people import invitations


def cookie_name() -> str:
    # __Host- would need the path "/": this cookie is sent to the pages of its invitation and nowhere else.
    return "__Secure-rangkae-guest" if current_app.config["SESSION_COOKIE_SECURE"] else "rangkae-guest"


def recognise_guest() -> bool:
    """Put the invitation of the page into g.guest. False: not this guest's page. 410 where the link is over."""
    held = request.cookies.get(cookie_name())
    number = (request.view_args or {}).get("invitation_id", 0)
    found = invitations.resume(db.session, invitation_id=number, token=held) if held else None
    if found is None:
        return False
    refuse_if_over(found)
    g.guest = found
    return True


def refuse_if_over(invitation: Invitation) -> None:
    """End the request with 410 and what can be done, where the link opens nothing any more."""
    state = invitations.state_of(invitation)
    if state is not Link.OPEN:
        g.link_over = state
        abort(410)


def current_guest() -> Invitation:
    """The guest who sent this request; only for views that ask for Permission.GUEST."""
    guest: Invitation = g.guest
    return guest


def let_in(response: Response, invitation: Invitation, token: str) -> Response:
    """Hand the token to the browser: until it is closed, for the pages of this invitation alone."""
    response.set_cookie(
        cookie_name(),
        token,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",  # whoever comes from a letter's link is sent on with it
        path=url_for("guests.show", invitation_id=invitation.id),
    )
    return response
