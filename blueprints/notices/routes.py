"""The notices of the signed-in person, what he or she looked at, and how he or she wants letters."""

from __future__ import annotations

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires, safe_next, signed_in_user
from blueprints.notices import blueprint
from blueprints.notices.forms import MailForm
from blueprints.notices.words import lines_of, since
from extensions import db
from models.proposal import Proposal
from review.notices import MailWish
from review.permissions import Permission
from services.failures import known
from services.telling import looks, notices
from services.transaction import transaction

PAGE = 50
LARGEST = 2**31 - 1  # number of an event

blueprint.add_app_template_filter(since, "since")


@blueprint.app_template_global("unread_notices")
def unread() -> int:
    """For the head of every page."""
    user = signed_in_user()
    return notices.unread_count(db.session, user=user) if user else 0


@blueprint.app_template_global("news_of")
def news_of(proposal: Proposal) -> looks.News | None:
    """For the head of a proposal's pages; none: nothing is new."""
    found = looks.news(db.session, user=current_user(), proposal_ids=[proposal.id]).get(proposal.id)
    return found if found and found.any else None


@blueprint.get("/")
@requires(Permission.ACCOUNT)
def index() -> str:
    before = request.args.get("before", LARGEST, type=int)
    found = notices.list_notices(db.session, user=current_user(), before=min(max(before, 1), LARGEST), limit=PAGE + 1)
    return render_template(
        "notices/index.html",
        lines=lines_of(db.session, found[:PAGE]),
        more=len(found) > PAGE,
        unread=unread(),
        newest=found[0].event_number if found else 0,
    )


@blueprint.post("/read")
@requires(Permission.ACCOUNT)
def read() -> Response:
    """Everything that stood on the page is read: what was told since is not. ``bill``: only what is about that one."""
    until, bill_id = _number(request.form.get("until")), request.form.get("bill", type=int)
    with transaction(db.session):
        notices.mark_read(db.session, user=current_user(), until=until, bill_id=bill_id and known(bill_id))
    return redirect(url_for("notices.index"))


@blueprint.post("/looked/<int:proposal_id>")
@requires(Permission.READ)
def looked(proposal_id: int) -> Response:
    """The person had the proposal before his or her eyes; sent by the page itself, or by its button."""
    looks.look(db.session, user=current_user(), proposal_id=proposal_id, until=_number(request.form.get("until")))
    if request.headers.get("X-Requested-With") == "fetch":
        return Response(status=204)
    return redirect(safe_next(request.form.get("next"), default=url_for("proposals.show", proposal_id=proposal_id)))


def _number(typed: str | None) -> int:
    """The number of an event; what is none counts as the first."""
    text = typed or ""
    return max(1, min(int(text), LARGEST)) if text.isascii() and text.isdigit() and len(text) < 12 else 1


@blueprint.get("/mail")
@requires(Permission.ACCOUNT)
def mail() -> str:
    return _mail_page(MailForm(wish=current_user().mail_wish.value, formdata=None))


@blueprint.post("/mail")
@requires(Permission.ACCOUNT)
def set_mail() -> tuple[str, int] | Response:
    form = MailForm()
    if not form.validate_on_submit():
        form.wish.errors = [_("เลือกหนึ่งข้อ")]
        return _mail_page(form), 400
    notices.set_mail_wish(db.session, user=current_user(), wish=MailWish(form.wish.data))
    flash(_("บันทึกแล้ว"))
    return redirect(url_for("notices.mail"))


def _mail_page(form: MailForm) -> str:
    return render_template("notices/mail.html", form=form, sends=current_app.config["SETTINGS"].mail is not None)
