"""For the administrator: whether letters go out, and what became of those that did not."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import requires
from blueprints.notices import blueprint
from blueprints.notices.delivery import mail_server
from extensions import db
from models.notice import Mail
from review.permissions import Permission
from services.failures import known
from services.telling import mail


@blueprint.get("/letters")
@requires(Permission.ADMINISTER)
def letters() -> str:
    return render_template(
        "notices/letters.html",
        server=mail_server(),
        troubled=mail.troubled(db.session),
        last_sent=mail.last_sent(db.session),
        stalled=mail.is_stalled(db.session),
    )


@blueprint.post("/letters/<int:mail_id>/retry")
@requires(Permission.ADMINISTER)
def retry(mail_id: int) -> Response:
    db.get_or_abort(Mail, known(mail_id))
    mail.retry(db.session, mail_id=mail_id)
    flash(_("จะลองส่งอีกครั้งภายในหนึ่งนาที"))
    return redirect(url_for("notices.letters"))
