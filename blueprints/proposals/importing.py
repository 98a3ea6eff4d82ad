"""A bill written elsewhere: pasted, every instruction shown as understood, made a proposal if one says so."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response
from wtforms import TextAreaField
from wtforms.fields.choices import SelectChoice

from blueprints.access import current_user, requires
from blueprints.proposals import blueprint
from blueprints.proposals.forms import NewProposalForm
from blueprints.proposals.refusal_words import refusal_sentence
from blueprints.wording import FAULTS
from extensions import db
from law.instruct import Action, Instruction
from law.instructions.addresses import cite as cite_target
from models.base import utc_now
from models.proposal import Topic
from review.permissions import Permission
from services.acts import editions
from services.failures import Refused
from services.legislating import bill_import
from services.legislating.bill_import import Resolution


class ImportBillForm(NewProposalForm):
    """``text``: the bill. Title, topic and reasons are asked for once it was read."""

    text = TextAreaField(lazy_gettext("ข้อความของร่างกฎหมาย"), render_kw={"rows": 16})


@blueprint.get("/import")
@requires(Permission.PROPOSE)
def import_bill() -> str:
    form = _form()
    if request.args.get("act"):
        form.act.data = request.args["act"]
    return render_template("proposals/import.html", form=form, resolution=None)


@blueprint.post("/import")
@requires(Permission.PROPOSE)
def read_bill() -> str | tuple[str, int] | Response:
    form = _form()
    resolution = None
    try:
        if not form.act.validate(form):
            return render_template("proposals/import.html", form=form, resolution=None), 400
        resolution = _resolve(form)
        if request.form.get("do") != "create" or not resolution.is_ready:
            form.title.data = form.title.data or resolution.title[:300]
            return _read(form, resolution)
        if not form.validate():
            return _read(form, resolution, 400)
        made = bill_import.make_proposal(
            db.session,
            user=current_user(),
            act=editions.find_act(db.session, str(form.act.data)),
            topic=Topic(form.topic.data),
            title=form.title.data or "",
            reasons=form.reasons.data or "",
            text=form.text.data or "",
        )
    except Refused as refused:
        form.form_errors.append(str(FAULTS[refused.fault]))
        return _read(form, resolution, 400)
    flash(_("สร้างข้อเสนอจากร่างกฎหมายแล้ว ระบบเขียนร่างกฎหมายขึ้นใหม่จากข้อความที่แก้ ตรวจอีกครั้งก่อนเสนอ"))
    return redirect(url_for("proposals.bill", proposal_id=made.id))


def _form() -> ImportBillForm:
    form = ImportBillForm()
    acts = editions.list_acts(db.session)
    form.act.choices = [SelectChoice(act.slug, act.title) for act in acts]
    if len(acts) == 1 and not form.act.data:
        form.act.data = acts[0].slug
    if "topic" not in request.form:
        form.topic.data = Topic.OTHER.value
    return form


def _resolve(form: ImportBillForm) -> Resolution:
    act = editions.find_act(db.session, str(form.act.data))
    edition = editions.edition_in_force(db.session, act, utc_now().date())
    return bill_import.resolve(editions.tree(edition), form.text.data or "")


def _read(form: ImportBillForm, resolution: Resolution | None, status: int = 200) -> tuple[str, int]:
    page = render_template(
        "proposals/import.html", form=form, resolution=resolution, what=what_it_does, why_not=refusal_sentence
    )
    return page, status


def what_it_does(order: Instruction) -> str:
    """An instruction in words: the action and the units it cites."""
    targets = ", ".join("" if target == "*" else cite_target(target) for target in order.targets)
    words = ", ".join(f"“{one.old}” → “{one.new}”" for one in order.words)
    names = {
        Action.REPLACE: _("แก้ไข %(units)s", units=targets),
        Action.INSERT: _("เพิ่ม %(units)s", units=targets),
        Action.REPEAL: _("ยกเลิก %(units)s", units=targets),
        Action.CHANGE_WORDS: _("แก้ถ้อยคำ %(words)s", words=words),
    }
    return names.get(order.action) or _("อ่านไม่ออก")
