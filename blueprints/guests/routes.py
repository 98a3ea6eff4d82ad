"""What a guest opens: the link, the proposal it shows, and the forms to say something about it."""

from __future__ import annotations

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints import guest_door
from blueprints.access import public, requires
from blueprints.guest_door import current_guest
from blueprints.guests import blueprint
from blueprints.guests.view import units_of, view_of
from blueprints.reviews.forms import CommentForm
from blueprints.wording import FAULTS
from extensions import db, limiter
from review.permissions import Permission
from services.failures import Fault, Refused, StaleWrite
from services.people import guests, invitations

Page = str | tuple[str, int] | Response
OFTEN = "60 per minute"  # links opened, comments sent: of one address


@blueprint.after_request
def keep_to_ourselves(response: Response) -> Response:
    """No page of a guest is kept, found by a search, or named to another site."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    if request.endpoint == "guests.enter":
        response.headers["Referrer-Policy"] = "no-referrer"
    return response


@blueprint.get("/enter/<token>")
@public
@limiter.limit(OFTEN)
def enter(token: str) -> Response:
    """The link of an invitation. Its token goes into a cookie, so that no later page has it in its address."""
    found = invitations.by_token(db.session, token)
    guest_door.refuse_if_over(found)
    return guest_door.let_in(redirect(url_for("guests.show", invitation_id=found.id), 303), found, token)


@blueprint.get("/<int:invitation_id>")
@requires(Permission.GUEST)
def show(invitation_id: int) -> str:
    return _page(CommentForm(formdata=None))


@blueprint.get("/<int:invitation_id>/text")
@requires(Permission.GUEST)
def text(invitation_id: int) -> str:
    """The touched units as they would read."""
    matter = guests.matter_of(db.session, invitation=current_guest())
    return render_template("guests/text.html", matter=matter, guest=matter.invitation, units=units_of(matter))


@blueprint.post("/<int:invitation_id>/comments")
@requires(Permission.GUEST)
@limiter.limit(OFTEN)
def comment(invitation_id: int) -> Page:
    form = CommentForm()
    if not form.validate():
        return _again(form), 400
    try:
        said = guests.comment(
            db.session,
            invitation=current_guest(),
            body=form.body.data or "",
            seen_draft=form.seen_draft.data if form.seen_draft.data is not None else -1,
            where=form.where(),
        )
    except StaleWrite as stale:
        form.seen_draft.data, form.seen_draft.raw_data = stale.theirs, None
        form.start.data = ""  # counted in the text of the draft before
        return _again(form, stale=True), 409
    except Refused as refused:
        form[_FIELDS.get(refused.fault, "body")].errors = [str(FAULTS[refused.fault])]
        return _again(form), 409 if refused.fault is Fault.COMMENTS_CLOSED else 400
    return _to_thread(said.id)


_FIELDS = {Fault.QUOTE_MISSING: "quote", Fault.SUGGESTION_NEEDS_UNIT: "suggestion"}


@blueprint.post("/<int:invitation_id>/comments/<int:comment_id>/replies")
@requires(Permission.GUEST)
@limiter.limit(OFTEN)
def reply(invitation_id: int, comment_id: int) -> Page:
    form = CommentForm()
    if not form.validate():
        return _again(form), 400
    try:
        said = guests.reply(db.session, invitation=current_guest(), comment_id=comment_id, body=form.body.data or "")
    except Refused as refused:
        form.body.errors = [str(FAULTS[refused.fault])]
        return _again(form), 409 if refused.fault is Fault.COMMENTS_CLOSED else 400
    return _to_thread(said.parent_id or said.id)


def _to_thread(number: int) -> Response:
    return redirect(url_for("guests.show", invitation_id=current_guest().id, _anchor=f"comment-{number}"), 303)


def _page(form: CommentForm) -> str:
    view = request.args.get("view", "inline")
    if view not in ("inline", "sides"):
        abort(404)
    matter = guests.matter_of(db.session, invitation=current_guest())
    return render_template(
        "guests/show.html", matter=matter, guest=matter.invitation, form=form, view=view, shown=view_of(matter)
    )


def _again(form: CommentForm, *, stale: bool = False) -> str:
    """The comment again on a page of its own, with what is wrong; what was typed is kept."""
    matter = guests.matter_of(db.session, invitation=current_guest())
    return render_template("guests/comment.html", matter=matter, guest=matter.invitation, form=form, stale=stale)


@blueprint.app_errorhandler(410)
def over(_error: Exception) -> tuple[str, int]:
    """A link that was withdrawn, or whose time is over."""
    state = g.get("link_over")
    sentence = _("สำนักงานถอนคำเชิญนี้แล้ว") if state == "withdrawn" else _("ลิงก์ในคำเชิญหมดอายุแล้ว")
    return render_template("guests/over.html", heading=sentence), 410
