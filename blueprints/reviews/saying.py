"""What people say about a proposal: comments, answers, suggested words."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.proposals.heads import Head, head_of, render
from blueprints.reviews import blueprint
from blueprints.reviews.forms import CommentForm, TakeForm
from blueprints.wording import FAULTS, REFUSALS
from extensions import db
from review.permissions import Permission
from review.workflow import ActionRefused, Deed
from services.drafting import suggestions
from services.failures import Fault, NotFound, Refused, StaleWrite
from services.reviewing import comments
from services.reviewing.comments import Thread

Page = str | tuple[str, int] | Response


@blueprint.post("/<int:proposal_id>/comments")
@requires(Permission.READ)
def comment(proposal_id: int) -> Page:
    head, form = head_of(proposal_id), CommentForm()
    if not form.validate():
        return _comment_page(head, form), 400
    try:
        made = comments.add(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            body=form.body.data or "",
            seen_draft=form.seen_draft.data if form.seen_draft.data is not None else -1,
            where=form.where(),
            blocking=bool(form.blocking.data),
        )
    except ActionRefused as refused:
        form.form_errors = [str(REFUSALS[refused.refusal])]
        return _comment_page(head, form), 403
    except StaleWrite:
        form.seen_draft.data, form.seen_draft.raw_data = head_of(proposal_id).proposal.draft_count, None
        form.start.data = ""  # counted in the text of the draft before
        return _comment_page(head_of(proposal_id), form, stale=True), 409
    except Refused as refused:
        field = _FIELDS.get(refused.fault, "body")
        form[field].errors = [str(FAULTS[refused.fault])]
        return _comment_page(head, form), 400
    return redirect(url_for("proposals.discussion", proposal_id=proposal_id, _anchor=f"comment-{made.id}"))


_FIELDS = {Fault.QUOTE_MISSING: "quote", Fault.SUGGESTION_NEEDS_UNIT: "suggestion"}


def _comment_page(head: Head, form: CommentForm, *, stale: bool = False) -> str:
    """The comment again on a page of its own, with what is wrong; what was typed is kept."""
    return render("reviews/comment.html", head, "proposals.discussion", form=form, stale=stale)


def _said_to(proposal_id: int, comment_id: int) -> Head:
    """The proposal, when the comment belongs to it. :raises NotFound:"""
    head = head_of(proposal_id)
    threads = comments.list_threads(db.session, proposal=head.proposal)
    known = {one.id for thread in threads for one in (thread.first, *thread.replies)}
    if comment_id not in known:
        raise NotFound
    return head


@blueprint.post("/<int:proposal_id>/comments/<int:comment_id>/replies")
@requires(Permission.READ)
def reply(proposal_id: int, comment_id: int) -> Page:
    head, form = _said_to(proposal_id, comment_id), CommentForm()
    if not form.validate():
        return _comment_page(head, form), 400
    try:
        made = comments.reply(db.session, user=current_user(), comment_id=comment_id, body=form.body.data or "")
    except ActionRefused as refused:
        form.form_errors = [str(REFUSALS[refused.refusal])]
        return _comment_page(head, form), 403
    except Refused as refused:
        form.body.errors = [str(FAULTS[refused.fault])]
        return _comment_page(head, form), 400
    return redirect(url_for("proposals.discussion", proposal_id=proposal_id, _anchor=f"comment-{made.id}"))


@blueprint.post("/<int:proposal_id>/comments/<int:comment_id>/settle")
@requires(Permission.READ)
def settle(proposal_id: int, comment_id: int) -> Page:
    head = _said_to(proposal_id, comment_id)
    change = comments.resolve if request.form.get("resolved") == "yes" else comments.reopen
    try:
        change(db.session, user=current_user(), comment_id=comment_id)
    except ActionRefused as refused:
        flash(str(REFUSALS[refused.refusal]), "error")
    except Refused as refused:
        flash(str(FAULTS[refused.fault]), "error")
    return redirect(url_for("proposals.discussion", proposal_id=head.proposal.id, _anchor=f"comment-{comment_id}"))


@blueprint.post("/<int:proposal_id>/comments/<int:comment_id>/take")
@requires(Permission.READ)
def take(proposal_id: int, comment_id: int) -> Page:
    """Put the suggested words into the working copy."""
    head, form = _said_to(proposal_id, comment_id), TakeForm()
    seen = form.seen_revision.data if form.validate() and form.seen_revision.data is not None else -1
    try:
        suggestions.take(db.session, user=current_user(), comment_id=comment_id, seen_revision=seen)
    except ActionRefused as refused:
        return _not_taken(head, comment_id, str(REFUSALS[refused.refusal])), 403
    except StaleWrite:
        sentence = _("มีการแก้ข้อความที่กำลังเขียนระหว่างนั้น ยังไม่ได้นำถ้อยคำที่เสนอมาใช้ ดูข้อความล่าสุดแล้วกดอีกครั้ง")
        return _not_taken(head, comment_id, sentence), 409
    except Refused as refused:
        return _not_taken(head, comment_id, str(FAULTS[refused.fault])), 409
    flash(_("นำถ้อยคำที่เสนอมาใส่ในข้อความที่กำลังเขียนแล้ว บันทึกร่างเมื่อพร้อม"))
    return redirect(url_for("proposals.text", proposal_id=proposal_id))


def _not_taken(head: Head, comment_id: int, sentence: str) -> str:
    """Why the suggested words were not taken over; nothing was stored."""
    return render(
        "reviews/not_taken.html", head, "proposals.discussion", thread=_thread(head, comment_id), sentence=sentence
    )


def _thread(head: Head, comment_id: int) -> Thread:
    threads = comments.list_threads(db.session, proposal=head.proposal)
    return next(thread for thread in threads if comment_id in {one.id for one in (thread.first, *thread.replies)})


def working_revision(head: Head) -> int:
    """For the button that takes words over; 0 for who can not."""
    if not head.possible.of(Deed.EDIT).allowed:
        return 0
    return head.working.revision


blueprint.add_app_template_global(working_revision)
