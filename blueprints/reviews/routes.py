"""What moves a proposal, each action on a page that says what it does; and what people say."""

from __future__ import annotations

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.proposals import bill_words
from blueprints.proposals.comparing import counts
from blueprints.proposals.heads import Head, head_of, render
from blueprints.reviews import assigning, blueprint, checklists
from blueprints.reviews.forms import ActionForm
from blueprints.wording import ACTIONS, CONSEQUENCES, FAULTS, REFUSALS
from extensions import db
from review.permissions import Permission
from review.workflow import OF_BILLS, Action, ActionRefused, Refusal
from services.drafting import comparisons
from services.failures import Refused, StaleWrite
from services.legislating.bills import last_bill
from services.reviewing import reviews

blueprint.add_app_template_global(lambda action: ACTIONS[Action(action)], "action_name")
TAB = "proposals.show"
Page = str | tuple[str, int] | Response
_OFFERED = frozenset({Action.SUBMIT, Action.RESUBMIT})  # what is open in the bill is said before


def _action(name: str) -> Action:
    if name not in set(Action):
        abort(404)
    return Action(name)


@blueprint.get("/<int:proposal_id>/do/<action>")
@requires(Permission.READ)
def action(proposal_id: int, action: str) -> Page:
    head, chosen = head_of(proposal_id), _action(action)
    if chosen in OF_BILLS:
        return redirect(url_for("bills.of_proposal", proposal_id=proposal_id))
    if chosen is Action.ASSIGN:
        return assigning.page(head, assigning.shown(head))
    return _action_page(head, chosen, ActionForm(formdata=None, seen_draft=head.proposal.draft_count))


@blueprint.post("/<int:proposal_id>/do/<action>")
@requires(Permission.READ)
def act(proposal_id: int, action: str) -> Page:
    head, chosen = head_of(proposal_id), _action(action)
    if chosen is Action.ASSIGN:
        return assigning.save(head)
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
            answers=checklists.typed() if chosen is Action.APPROVE else (),
        )
    except ActionRefused as refused:
        return _refused(head_of(proposal_id), chosen, form, refused.refusal)
    except StaleWrite as stale:
        return _stale(head_of(proposal_id), chosen, form, stale.what)
    except Refused as refused:
        form.reason.errors = [str(FAULTS[refused.fault])]
        return _action_page(head, chosen, form), 400
    flash(_("%(action)s: บันทึกแล้ว", action=ACTIONS[chosen]))
    # Who begins to review reads what changed next.
    return redirect(
        url_for("proposals.compare" if chosen is Action.START else "proposals.show", proposal_id=proposal_id)
    )


def _action_page(head: Head, chosen: Action, form: ActionForm, *, stale: str = "") -> str:
    """The page of one action: what it does, on which text, and where it is not possible, why."""
    verdict = head.possible.of(chosen)
    if chosen is Action.APPROVE:
        form.reason.label.text = _("ข้อสังเกต")
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
        written=last_bill(db.session, head.proposal) if chosen in _OFFERED else None,
        words=bill_words,
        checklist=checklists.shown(head) if chosen is Action.APPROVE and verdict.allowed else None,
    )


def _refused(head: Head, chosen: Action, form: ActionForm, refusal: Refusal) -> tuple[str, int]:
    if refusal is Refusal.REASON_MISSING:
        form.reason.errors = [_("เขียนเหตุผลก่อน ผู้เกี่ยวข้องต้องรู้ว่าเพราะเหตุใด")]
        return _action_page(head, chosen, form), 400
    if refusal is Refusal.CHECKLIST_INCOMPLETE:
        form.form_errors = [str(REFUSALS[refusal])]
        return _action_page(head, chosen, form), 400
    form.form_errors = [str(REFUSALS[refusal])]
    status = 409 if refusal in (Refusal.WRONG_STATE, Refusal.ALREADY_APPROVED) else 403
    return _action_page(head, chosen, form), status


def _stale(head: Head, chosen: Action, form: ActionForm, what: str) -> tuple[str, int]:
    """A new draft, or another checklist, since the page was shown: nothing was decided; what was typed is kept."""
    form.seen_draft.data, form.seen_draft.raw_data = head.proposal.draft_count, None
    return _action_page(head, chosen, form, stale=what), 409


from blueprints.reviews import saying, stepping_aside  # noqa: E402, F401  it adds its routes
