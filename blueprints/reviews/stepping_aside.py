"""A reviewer steps aside: for a conflict of interest, or to let another review instead."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from blueprints.access import current_user, requires
from blueprints.proposals.heads import Head, head_of, render
from blueprints.proposals.reasons import why
from blueprints.reviews import blueprint
from blueprints.reviews.forms import DeclineForm, DelegateForm
from blueprints.wording import FAULTS, REFUSALS
from extensions import db
from review.permissions import Permission
from review.workflow import ActionRefused, Deed, Refusal
from services.failures import Refused
from services.reviewing import stepping_aside

Page = str | tuple[str, int] | Response


@blueprint.route("/<int:proposal_id>/decline", methods=["GET", "POST"])
@requires(Permission.READ)
def decline(proposal_id: int) -> Page:
    head, form = head_of(proposal_id), DeclineForm(request.form or None)
    if request.method == "GET":
        return _page("decline", head, form)
    if not form.validate():
        return _page("decline", head, form), 400
    try:
        stepping_aside.decline(db.session, user=current_user(), proposal_id=proposal_id, reason=form.reason.data or "")
    except ActionRefused as refused:
        return _refused("decline", head_of(proposal_id), form, refused.refusal)
    except Refused as refused:
        form.reason.errors = [str(FAULTS[refused.fault])]
        return _page("decline", head, form), 400
    flash(_("ถอนตัวแล้ว เลขานุการจะมอบหมายผู้อื่น"))
    return redirect(url_for("proposals.show", proposal_id=proposal_id))


@blueprint.route("/<int:proposal_id>/delegate", methods=["GET", "POST"])
@requires(Permission.READ)
def delegate(proposal_id: int) -> Page:
    head, form = head_of(proposal_id), _delegate_form(proposal_id)
    if request.method == "GET":
        return _page("delegate", head, form)
    if not form.validate():
        return _page("delegate", head, form), 400
    try:
        stepping_aside.delegate(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            to=form.to.data,
            reason=form.reason.data or "",
        )
    except ActionRefused as refused:
        return _refused("delegate", head_of(proposal_id), form, refused.refusal)
    except Refused as refused:
        form.to.errors = [str(FAULTS[refused.fault])]
        return _page("delegate", head, form), 400
    flash(_("มอบให้ผู้อื่นตรวจแทนแล้ว"))
    return redirect(url_for("proposals.show", proposal_id=proposal_id))


def _delegate_form(proposal_id: int) -> DelegateForm:
    form = DelegateForm(request.form or None)
    people = stepping_aside.possible_delegates(db.session, proposal=head_of(proposal_id).proposal)
    form.to.choices = [SelectChoice(person.id, person.name) for person in people]
    return form


def _page(deed: str, head: Head, form: DeclineForm) -> str:
    verdict = head.possible.of(Deed(deed))
    refusal = why(verdict, head.proposal.state, head.possible.standing)
    return render("reviews/step_aside.html", head, "proposals.show", form=form, deed=deed, refusal=refusal)


def _refused(deed: str, head: Head, form: DeclineForm, refusal: Refusal) -> tuple[str, int]:
    if refusal is Refusal.REASON_MISSING:
        form.reason.errors = [_("เขียนเหตุผลก่อน เลขานุการต้องรู้ว่าเพราะเหตุใด")]
        return _page(deed, head, form), 400
    form.form_errors = [str(REFUSALS[refusal])]
    return _page(deed, head, form), 409 if refusal is Refusal.WRONG_STATE else 403
