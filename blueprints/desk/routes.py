"""The desk itself, and the rules of review of each act and topic."""

from __future__ import annotations

from flask import abort, current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.desk import blueprint
from blueprints.desk.forms import ApprovalsForm, RuleForm, shown, typed_number
from blueprints.desk.picture import BAR, ROW, WIDTH, bars
from blueprints.language import thai_digits
from blueprints.wording import ASPECTS, FAULTS, STATES, TOPICS
from extensions import db
from models.act import Act
from models.proposal import Topic
from review.approval import Aspect
from review.checklist import default_lines
from review.permissions import Permission
from services.acts import editions, storing
from services.failures import Fault, Refused
from services.reviewing import rules
from services.telling import dashboard, desk
from services.telling.dashboard import Task

_FIELDS = {
    Fault.REQUIRED_APPROVALS: "required",
    Fault.BAD_WORKING_DAYS: "working_days",
}


@blueprint.get("/")
@requires(Permission.COORDINATE)
def index() -> str:
    waiting = desk.queues(db.session)
    drawn = bars(waiting)
    return render_template(
        "desk/index.html",
        lanes=desk.lanes(db.session),
        queues=waiting,
        bars=drawn,
        width=WIDTH,
        height=len(drawn) * ROW,
        thick=BAR,
        task_names={Task.REVIEW: _("ตรวจ"), Task.ANSWER: _("แก้ไขร่าง")},
        states=STATES,
        topics=TOPICS,
        counts=dashboard.counts_by_state(db.session, user=current_user()),
        rules=[
            (act, [(topic, rules.rule_of(db.session, act=act, topic=topic)) for topic in Topic])
            for act in editions.list_acts(db.session)
        ],
        aspect_names=ASPECTS,
        with_guests="invitations.index" in current_app.view_functions,
    )


@blueprint.get("/acts/<slug>/<topic>")
@requires(Permission.COORDINATE)
def rule(slug: str, topic: str) -> str:
    act, chosen = editions.find_act(db.session, slug), _topic(topic)
    return _rule_page(act, chosen, shown(rules.rule_of(db.session, act=act, topic=chosen)))


def _rule_page(act: Act, topic: Topic, form: RuleForm) -> str:
    return render_template("desk/rule.html", act=act, topic=topic, topic_name=TOPICS[topic], form=form)


@blueprint.post("/acts/<slug>/<topic>")
@requires(Permission.COORDINATE)
def set_rule(slug: str, topic: str) -> str | tuple[str, int] | Response:
    act, chosen, form = editions.find_act(db.session, slug), _topic(topic), RuleForm()
    if not form.validate():
        return _rule_page(act, chosen, form), 400
    lines = [line for line in (form.checklist.data or "").splitlines() if line.strip()]
    is_own = lines and tuple(lines) != default_lines(chosen)
    try:
        rules.set_rule(
            db.session,
            user=current_user(),
            act=act,
            topic=chosen,
            required=typed_number(form.required.data),
            aspects=[Aspect(value) for value in form.aspects.data or ()],
            in_order=bool(form.in_order.data),
            working_days=typed_number(form.working_days.data),
            checklist=lines if is_own else None,
            checklist_required=bool(form.checklist_required.data),
        )
    except Refused as refused:
        form[_FIELDS.get(refused.fault, "checklist")].errors = [str(FAULTS[refused.fault])]
        return _rule_page(act, chosen, form), 400
    flash(_("บันทึกวิธีตรวจแล้ว"))
    return redirect(url_for("desk.index", _anchor="rules"))


@blueprint.get("/acts/<slug>")
@requires(Permission.COORDINATE)
def approvals(slug: str) -> str:
    act = editions.find_act(db.session, slug)
    return _approvals_page(act, ApprovalsForm(formdata=None, required=thai_digits(act.required_approvals)))


def _approvals_page(act: Act, form: ApprovalsForm) -> str:
    own = [TOPICS[topic] for topic in Topic if rules.rule_of(db.session, act=act, topic=topic).own_number]
    return render_template("desk/approvals.html", act=act, form=form, topics_of_their_own=own)


@blueprint.post("/acts/<slug>")
@requires(Permission.COORDINATE)
def set_approvals(slug: str) -> str | tuple[str, int] | Response:
    act, form = editions.find_act(db.session, slug), ApprovalsForm()
    required = typed_number(form.required.data) or 0  # nothing typed is no number either
    try:
        storing.set_required_approvals(db.session, user=current_user(), act=act, required_approvals=required)
    except Refused as refused:
        form.required.errors = [str(FAULTS[refused.fault])]
        return _approvals_page(act, form), 400
    flash(_("บันทึกจำนวนความเห็นชอบแล้ว"))
    return redirect(url_for("desk.index", _anchor="rules"))


def _topic(name: str) -> Topic:
    if name not in set(Topic):
        abort(404)
    return Topic(name)
