"""Who was invited to a proposal; inviting, withdrawing and renewing is the secretary's."""

from __future__ import annotations

from email.message import EmailMessage

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.invitations import blueprint, letter
from blueprints.invitations.forms import InvitationForm
from blueprints.notices.delivery import mail_server
from blueprints.proposals.heads import Head, head_of, render
from blueprints.proposals.reasons import why
from blueprints.wording import FAULTS, REFUSALS
from config_mail import MailServer
from extensions import db, limiter
from jobs.smtp import NotTaken, ServerDown
from review.permissions import Permission
from review.workflow import ActionRefused, Deed
from services.failures import Fault, Refused
from services.people import invitations
from services.people.invitations import Handed

Page = str | tuple[str, int] | Response
TAB = "proposals.discussion"
LETTERS = "10 per minute"
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


@blueprint.post("/<int:invitation_id>/letter")
@requires(Permission.COORDINATE)
@limiter.limit(LETTERS)
def send(proposal_id: int, invitation_id: int) -> Page:
    """The link goes to the guest by e-mail. It comes back with the form: nothing here remembers it."""
    server, user, token = mail_server(), current_user(), request.form.get("token", "")
    try:
        invitation = invitations.for_letter(
            db.session, user=user, proposal_id=proposal_id, invitation_id=invitation_id, token=token
        )
    except ActionRefused as refused:
        flash(str(REFUSALS[refused.refusal]), "error")
        return redirect(url_for("invitations.index", proposal_id=proposal_id))
    handed, title = Handed(invitation, token), head_of(proposal_id).proposal.title
    if server is None or not invitation.email:
        return _handed(handed, status=200, trouble=_("เว็บนี้ไม่ส่งอีเมล หรือไม่มีอีเมลของผู้ได้รับเชิญ"))
    path = url_for("guests.enter", token=token)
    written = letter.write(server, sender=user, invitation=invitation, title=title, path=path)
    db.session.rollback()  # the database does not wait for the mail server
    trouble = _sent(server, written)
    # Not one of the 500s where it fails: a proxy may put its own page in place of the one with the link.
    return _handed(handed, status=200, is_sent=not trouble, trouble=trouble)


def _sent(server: MailServer, written: EmailMessage) -> str:
    """Hand the letter over; empty, or why it could not be done."""
    try:
        letter.send(server, written)
    except NotTaken as refused:
        return _("เครื่องรับอีเมลไม่รับ: %(answer)s", answer=refused.answer)
    except ServerDown:
        return _("ติดต่อเครื่องส่งอีเมลไม่ได้ ลองอีกครั้ง หรือส่งลิงก์ด้วยวิธีอื่น")
    return ""


def _handed(handed: Handed, *, status: int = 201, is_sent: bool = False, trouble: str = "") -> tuple[str, int]:
    """The page that shows the link, for as long as it is open."""
    invitation, head = handed.invitation, head_of(handed.invitation.proposal_id)
    link = url_for("guests.enter", token=handed.token, _external=True)
    page = render(
        "invitations/handed.html",
        head,
        TAB,
        invitation=invitation,
        link=link,
        token=handed.token,
        mailto=letter.mailto(invitation, head.proposal.title, link) if invitation.email else "",
        may_send=bool(invitation.email) and mail_server() is not None,
        is_sent=is_sent,
        trouble=trouble,
    )
    return page, status
