"""Who was invited to a proposal; inviting, withdrawing and renewing is the secretary's."""

from __future__ import annotations

from urllib.parse import quote

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.invitations import blueprint
from blueprints.invitations.forms import InvitationForm
from blueprints.language import thai_date
from blueprints.proposals.heads import Head, head_of, render
from blueprints.proposals.reasons import why
from blueprints.wording import FAULTS, REFUSALS
from extensions import db
from models.invitation import Invitation
from review.permissions import Permission
from review.workflow import ActionRefused, Deed
from services import invitations
from services.failures import Fault, Refused
from services.invitations import Handed

Page = str | tuple[str, int] | Response
TAB = "proposals.discussion"
_FIELDS = {
    Fault.PERSON_MISSING: "person",
    Fault.ORGANISATION_MISSING: "organisation",
    Fault.BAD_EMAIL: "email",
    Fault.BAD_DAYS: "days",
}


@blueprint.get("")
@requires(Permission.READ)
def index(proposal_id: int) -> str:
    return _page(head_of(proposal_id), InvitationForm(formdata=None))


def _page(head: Head, form: InvitationForm) -> str:
    verdict = head.possible.of(Deed.INVITE)
    return render(
        "invitations/index.html",
        head,
        TAB,
        form=form,
        found=invitations.list_invitations(db.session, proposal=head.proposal),
        link_state=invitations.state_of,
        may_invite=verdict.allowed,
        why_not=why(verdict, head.proposal.state, head.possible.standing),
    )


@blueprint.post("")
@requires(Permission.COORDINATE)
def invite(proposal_id: int) -> Page:
    head, form = head_of(proposal_id), InvitationForm()
    if not form.validate():
        return _page(head, form), 400
    try:
        handed = invitations.invite(db.session, user=current_user(), proposal_id=proposal_id, guest=form.guest())
    except ActionRefused as refused:
        form.form_errors = [str(REFUSALS[refused.refusal])]
        return _page(head_of(proposal_id), form), 403
    except Refused as refused:
        form[_FIELDS.get(refused.fault, "person")].errors = [str(FAULTS[refused.fault])]
        return _page(head, form), 400
    return _handed(handed)


@blueprint.post("/<int:invitation_id>/renew")
@requires(Permission.COORDINATE)
def renew(proposal_id: int, invitation_id: int) -> Page:
    try:
        handed = invitations.renew(
            db.session, user=current_user(), proposal_id=proposal_id, invitation_id=invitation_id
        )
    except ActionRefused as refused:
        flash(str(REFUSALS[refused.refusal]), "error")
        return redirect(url_for("invitations.index", proposal_id=proposal_id))
    return _handed(handed)


@blueprint.post("/<int:invitation_id>/withdraw")
@requires(Permission.COORDINATE)
def withdraw(proposal_id: int, invitation_id: int) -> Response:
    gone = invitations.withdraw(db.session, user=current_user(), proposal_id=proposal_id, invitation_id=invitation_id)
    flash(_("ถอนคำเชิญของ %(name)s แล้ว ลิงก์เปิดไม่ได้อีก ความเห็นที่ส่งไว้ยังอยู่", name=gone.name))
    return redirect(url_for("invitations.index", proposal_id=proposal_id))


def _handed(handed: Handed) -> tuple[str, int]:
    """The page that shows the link, this once."""
    head = head_of(handed.invitation.proposal_id)
    link = url_for("guests.enter", token=handed.token, _external=True)
    mailto = _letter(handed.invitation, head.proposal.title, link) if handed.invitation.email else ""
    return render("invitations/handed.html", head, TAB, invitation=handed.invitation, link=link, mailto=mailto), 201


def _letter(invitation: Invitation, title: str, link: str) -> str:
    """A letter in the secretary's own mail programme: the queue of letters would have to store the link."""
    subject = _("ขอเชิญแสดงความเห็นต่อข้อเสนอ “%(title)s”", title=title)
    body = _(
        "เรียน %(person)s %(organisation)s\n\nขอเชิญอ่านและแสดงความเห็นต่อข้อเสนอ “%(title)s” ที่\n"
        "%(link)s\n\nลิงก์นี้ทำขึ้นสำหรับท่าน ใช้ได้ถึง%(day)s",
        person=invitation.person,
        organisation=invitation.organisation,
        title=title,
        link=link,
        day=thai_date(invitation.last_day),
    )
    return f"mailto:{quote(invitation.email)}?subject={quote(subject)}&body={quote(body)}"
