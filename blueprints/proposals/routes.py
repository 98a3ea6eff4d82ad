"""Proposals: the list, a new one, and the first page of each."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from blueprints.access import current_user, requires
from blueprints.proposals import bill_words, blueprint
from blueprints.proposals.forms import CoDraftersForm, DetailsForm, NewProposalForm
from blueprints.proposals.heads import Head, head_of, render
from blueprints.wording import FAULTS, STATES, TOPICS
from extensions import db
from law.act import Section
from law.editing.edit import Edit
from models.proposal import Topic
from review.permissions import Permission
from review.workflow import Deed, State
from services.acts import editions
from services.drafting import proposals
from services.drafting.codrafters import name_codrafters, possible_codrafters
from services.failures import Refused, StaleWrite
from services.legislating.bills import last_bill
from services.reviewing.working_days import today
from services.telling import dashboard

PAGE = 50
MOST_PAGES = 10_000  # more than any office has; a database counts no further than it can


@blueprint.get("/")
@requires(Permission.READ)
def index() -> str:
    state = request.args.get("state", "")
    chosen = State(state) if state in set(State) else None
    page = min(max(1, request.args.get("page", 1, type=int)), MOST_PAGES)
    found = dashboard.listing(db.session, user=current_user(), state=chosen, limit=PAGE, offset=(page - 1) * PAGE)
    return render_template(
        "proposals/index.html",
        found=found.proposals,
        more=found.more,
        page=page,
        chosen=chosen,
        states=STATES,
        topics=TOPICS,
        counts=dashboard.counts_by_state(db.session, user=current_user()),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.PROPOSE)
def new() -> str | tuple[str, int] | Response:
    form = NewProposalForm(request.form or None, act=request.args.get("act"), unit=request.args.get("unit", ""))
    acts = editions.list_acts(db.session)
    form.act.choices = [SelectChoice(act.slug, act.title) for act in acts]
    if len(acts) == 1 and not form.act.data:
        form.act.data = acts[0].slug
    coming = [one for act in acts if (one := editions.coming_edition(act, today())) is not None]
    page = partial(render_template, "proposals/new.html", form=form, acts=acts, coming=coming)
    if request.method == "GET":
        return page()
    if not form.validate():
        return page(), 400
    try:
        made = _create(form)
    except Refused as refused:
        form.form_errors.append(str(FAULTS[refused.fault]))
        return page(), 400
    flash(_("สร้างข้อเสนอแล้ว เลือกมาตราแล้วแก้ข้อความได้เลย"))
    return redirect(url_for("proposals.text", proposal_id=made))


def _create(form: NewProposalForm) -> int:
    act = editions.find_act(db.session, str(form.act.data))
    coming = editions.coming_edition(act, today()) if form.coming.data else None
    made = proposals.create(
        db.session,
        user=current_user(),
        act=act,
        topic=Topic(form.topic.data),
        title=form.title.data or "",
        reasons=form.reasons.data or "",
        on=coming.in_force_from if coming else today(),
    )
    section = editions.tree(made.edition).get(form.unit.data or "")
    if isinstance(section, Section):
        first = Edit(str(form.unit.data), section.text)
        proposals.save_working_copy(
            db.session, user=current_user(), proposal_id=made.id, edits=[first], seen_revision=0
        )
    return made.id


@blueprint.get("/<int:proposal_id>")
@requires(Permission.READ)
def show(proposal_id: int) -> str:
    return overview(head_of(proposal_id))


def overview(head: Head, **context: object) -> str:
    """The first page of a proposal."""
    return render(
        "proposals/show.html",
        head,
        "proposals.show",
        drafts=proposals.list_drafts(db.session, proposal=head.proposal),
        topic=TOPICS[head.proposal.topic],
        written=last_bill(db.session, head.proposal),
        words=bill_words,
        **context,
    )


@blueprint.route("/<int:proposal_id>/details", methods=["GET", "POST"])
@requires(Permission.PROPOSE)
def details(proposal_id: int) -> str | tuple[str, int] | Response:
    head = head_of(proposal_id)
    if not head.may_edit:
        abort(403)
    now = proposals.details_of(head.proposal)
    form = DetailsForm(request.form or None, title=now.title, topic=now.topic, reasons=now.reasons, version=now.version)
    if request.method == "GET":
        return render("proposals/details.html", head, "proposals.show", form=form, theirs=None)
    if not form.validate():
        return render("proposals/details.html", head, "proposals.show", form=form, theirs=None), 400
    try:
        proposals.change_details(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            topic=Topic(form.topic.data),
            title=form.title.data or "",
            reasons=form.reasons.data or "",
            seen_version=_number(form.version.data),
        )
    except StaleWrite as stale:
        form.version.data = str(getattr(stale.theirs, "version", 0))
        return render(
            "proposals/details.html", head_of(proposal_id), "proposals.show", form=form, theirs=stale.theirs
        ), 409
    except Refused as refused:
        form.form_errors.append(str(FAULTS[refused.fault]))
        return render("proposals/details.html", head, "proposals.show", form=form, theirs=None), 400
    flash(_("บันทึกแล้ว"))
    return redirect(url_for("proposals.show", proposal_id=proposal_id))


@blueprint.route("/<int:proposal_id>/co-drafters", methods=["GET", "POST"])
@requires(Permission.PROPOSE)
def codrafters(proposal_id: int) -> str | tuple[str, int] | Response:
    head = head_of(proposal_id)
    if not head.possible.of(Deed.NAME_CODRAFTERS).allowed:
        abort(403)
    named = [person.id for person in head.proposal.codrafters]
    form = CoDraftersForm(request.form or None, codrafters=named, seen=_joined(named))
    people = possible_codrafters(db.session, proposal=head.proposal)
    form.codrafters.choices = [SelectChoice(person.id, person.name) for person in people]
    if request.method == "GET":
        return render("proposals/codrafters.html", head, "proposals.show", form=form, changed=False)
    try:
        name_codrafters(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            codrafters=form.codrafters.data or [],
            seen=_split(form.seen.data),
        )
    except StaleWrite as stale:
        form.seen.data = _joined(sorted(stale.theirs))  # type: ignore[call-overload]
        return render("proposals/codrafters.html", head_of(proposal_id), "proposals.show", form=form, changed=True), 409
    except Refused as refused:
        form.form_errors.append(str(FAULTS[refused.fault]))
        return render("proposals/codrafters.html", head, "proposals.show", form=form, changed=False), 400
    flash(_("บันทึกผู้ร่วมร่างแล้ว"))
    return redirect(url_for("proposals.show", proposal_id=proposal_id))


def _number(typed: str | int | None) -> int:
    text = str(typed or "")
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def _joined(ids: list[int]) -> str:
    return ",".join(str(number) for number in ids)


def _split(text: str | None) -> list[int]:
    return [int(part) for part in (text or "").split(",") if part.isdecimal() and len(part) < 10]
