"""What moves a proposal, each action on a page that says what it does; and what people say."""

from __future__ import annotations

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from blueprints.access import current_user, requires
from blueprints.proposals.comparing import counts
from blueprints.proposals.heads import Head, head_of, render
from blueprints.reviews import blueprint
from blueprints.reviews.forms import ActionForm, AssignForm
from blueprints.wording import ACTIONS, CONSEQUENCES, FAULTS, REFUSALS
from extensions import db
from review.permissions import Permission
from review.workflow import Action, ActionRefused, Deed, Refusal
from services import comparisons, reviews
from services.failures import Refused, StaleWrite

blueprint.add_app_template_global(lambda action: ACTIONS[Action(action)], "action_name")
TAB = "proposals.show"
Page = str | tuple[str, int] | Response


def _action(name: str) -> Action:
    if name not in set(Action):
        abort(404)
    return Action(name)


@blueprint.get("/<int:proposal_id>/do/<action>")
@requires(Permission.READ)
def action(proposal_id: int, action: str) -> Page:
    head, chosen = head_of(proposal_id), _action(action)
    if chosen is Action.ASSIGN:
        return _assign_page(head, _assign_form(head))
    return _action_page(head, chosen, ActionForm(formdata=None, seen_draft=head.proposal.draft_count))


@blueprint.post("/<int:proposal_id>/do/<action>")
@requires(Permission.READ)
def act(proposal_id: int, action: str) -> Page:
    head, chosen = head_of(proposal_id), _action(action)
    if chosen is Action.ASSIGN:
        return _assign(head)
    form = ActionForm()
    if not form.validate():
        return _action_page(head, chosen, form), 400
    try:
        reviews.act(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            action=chosen,
            seen_draft=form.seen_draft.data if form.seen_draft.data is not None else -1,
            reason=form.reason.data or "",
        )
    except ActionRefused as refused:
        return _refused(head_of(proposal_id), chosen, form, refused.refusal)
    except StaleWrite:
        return _stale(head_of(proposal_id), chosen, form)
    except Refused as refused:
        form.reason.errors = [str(FAULTS[refused.fault])]
        return _action_page(head, chosen, form), 400
    flash(_("%(action)s: บันทึกแล้ว", action=ACTIONS[chosen]))
    return redirect(url_for("proposals.show", proposal_id=proposal_id))


def _action_page(head: Head, chosen: Action, form: ActionForm, *, stale: bool = False) -> str:
    """The page of one action: what it does, on which text, and where it is not possible, why."""
    verdict = head.possible.of(chosen)
    summary = None
    if head.proposal.draft_count:
        compared = comparisons.compare(db.session, proposal=head.proposal, old=0, new=head.proposal.draft_count)
        summary = counts(compared.comparison.sections)
    return render(
        "reviews/action.html",
        head,
        TAB,
        form=form,
        verdict=verdict,
        name=ACTIONS[chosen],
        consequence=CONSEQUENCES[chosen],
        refusal=head.why(chosen),
        summary=summary,
        stale=stale,
        remarks=chosen is Action.APPROVE,
    )


def _refused(head: Head, chosen: Action, form: ActionForm, refusal: Refusal) -> tuple[str, int]:
    if refusal is Refusal.REASON_MISSING:
        form.reason.errors = [_("เขียนเหตุผลก่อน ผู้เกี่ยวข้องต้องรู้ว่าเพราะเหตุใด")]
        return _action_page(head, chosen, form), 400
    form.form_errors = [str(REFUSALS[refusal])]
    status = 409 if refusal in (Refusal.WRONG_STATE, Refusal.ALREADY_APPROVED) else 403
    return _action_page(head, chosen, form), status


def _stale(head: Head, chosen: Action, form: ActionForm) -> tuple[str, int]:
    """A new draft was saved since the page was shown: nothing was decided; the reason typed is kept."""
    form.seen_draft.data, form.seen_draft.raw_data = head.proposal.draft_count, None
    return _action_page(head, chosen, form, stale=True), 409


def _assign_form(head: Head) -> AssignForm:
    now = [review.reviewer.id for review in head.reviews]
    form = AssignForm(request.form or None, reviewers=now, seen=",".join(map(str, now)))
    people = {person.id: person.name for person in reviews.possible_reviewers(db.session, proposal=head.proposal)}
    people |= {review.reviewer.id: review.reviewer.name for review in head.reviews}
    by_name = sorted(people.items(), key=lambda pair: pair[1])
    form.reviewers.choices = [SelectChoice(number, name) for number, name in by_name]
    return form


def _assign_page(head: Head, form: AssignForm, *, stale: bool = False) -> str:
    refusal = head.possible.of(Action.ASSIGN).refusal
    if refusal is not None and head.possible.of(Deed.REASSIGN).allowed:
        refusal = None
    sentence = REFUSALS[refusal] if refusal else ""
    return render("reviews/assign.html", head, TAB, form=form, refusal=sentence, stale=stale)


def _assign(head: Head) -> Page:
    form = _assign_form(head)
    if not form.validate():
        return _assign_page(head, form), 400
    seen = [int(part) for part in (form.seen.data or "").split(",") if part.isdecimal() and len(part) < 10]
    try:
        reviews.assign(
            db.session,
            user=current_user(),
            proposal_id=head.proposal.id,
            reviewers=form.reviewers.data or [],
            seen_reviewers=seen,
        )
    except ActionRefused as refused:
        form.form_errors = [str(REFUSALS[refused.refusal])]
        return _assign_page(head_of(head.proposal.id), form), 403
    except StaleWrite as stale:
        form.seen.data = ",".join(str(number) for number in sorted(stale.theirs))  # type: ignore[call-overload]
        return _assign_page(head_of(head.proposal.id), form, stale=True), 409
    except Refused as refused:
        form.reviewers.errors = [str(FAULTS[refused.fault])]
        return _assign_page(head, form), 400
    flash(_("มอบหมายผู้ตรวจแล้ว"))
    return redirect(url_for("proposals.show", proposal_id=head.proposal.id))


from blueprints.reviews import saying  # noqa: E402, F401  it adds its routes
