"""A bill recorded as law: what the Gazette says, the next edition looked at, and stored."""

from __future__ import annotations

from dataclasses import replace

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.bills import blueprint
from blueprints.bills.forms import EnactForm
from blueprints.bills.shown import Shown, render, shown
from blueprints.language import thai_digits
from blueprints.proposals.comparing import counts
from blueprints.wording import FAULTS, REFUSALS
from extensions import db
from law.numerals import arabic
from review.permissions import Permission
from review.workflow import ActionRefused
from services.acts import carrying
from services.drafting import comparisons
from services.failures import Fault, Refused, StaleWrite
from services.legislating import enacting
from services.legislating.enacting import Enactment, NextEdition

Page = str | tuple[str, int] | Response
SHOW = "bills.show"
# The field that a fault is about.
_AT = {
    Fault.NUMBER_MISSING: "number",
    Fault.BAD_NUMBER: "number",
    Fault.BAD_YEAR: "year",
    Fault.FORCE_TOO_EARLY: "in_force_from",
    Fault.TOO_LONG: "gazette",
}


@blueprint.get("/<int:bill_id>/enact")
@requires(Permission.ENACT)
def enact(bill_id: int) -> Page:
    found = shown(bill_id)
    if not found.is_open:
        return redirect(url_for(SHOW, bill_id=bill_id))
    return render("bills/enact.html", found, SHOW, form=EnactForm(formdata=None))


@blueprint.post("/<int:bill_id>/enact")
@requires(Permission.ENACT)
def enacted(bill_id: int) -> Page:
    """Without ``seen`` the next edition is shown; with it, it is stored."""
    found, form = shown(bill_id), EnactForm()
    if not form.validate():
        return render("bills/enact.html", found, SHOW, form=form), 400
    try:
        made = enacting.look(found.joint, _typed(form)) if found.is_open else None
        if form.seen.data:
            return _store(bill_id, form)
    except ActionRefused as refused:
        return _again(bill_id, form, str(REFUSALS[refused.refusal])), 409
    except Refused as refused:
        status = 409 if refused.fault in (Fault.BILL_CLOSED, Fault.BILL_INCOMPLETE) else 400
        return _again(bill_id, form, str(FAULTS[refused.fault]), _AT.get(refused.fault, "")), status
    except StaleWrite:
        return _again(bill_id, form, _("ร่างเปลี่ยนไประหว่างที่ท่านดู ยังไม่ได้บันทึกสิ่งใด ดูฉบับใหม่อีกครั้งก่อนยืนยัน")), 409
    if made is None:
        return _again(bill_id, form, str(FAULTS[Fault.BILL_CLOSED])), 409
    return _preview(found, form, made)


def _typed(form: EnactForm) -> Enactment:
    """:raises Refused: NUMBER_MISSING."""
    assert form.gazetted_on.data is not None  # the form is valid
    return Enactment(
        number=_number(form.number.data),
        year=_number(form.year.data),
        gazetted_on=form.gazetted_on.data,
        in_force_from=form.in_force_from.data,
        gazette=form.gazette.data or "",
    )


def _number(typed: str | None) -> int | None:
    text = arabic((typed or "").strip())
    return int(text) if text.isdecimal() and len(text) < 7 else None


def _store(bill_id: int, form: EnactForm) -> Response:
    edition = enacting.enact(
        db.session, user=current_user(), bill_id=bill_id, enactment=_typed(form), seen=form.seen.data or ""
    )
    number = thai_digits(edition.number)
    flash(_("บันทึกแล้ว กฎหมายมีฉบับที่ %(n)s ซึ่งทำจากร่างนี้", n=number))
    return redirect(url_for("acts.show", slug=edition.act.slug, edition=edition.number))


def _again(bill_id: int, form: EnactForm, sentence: str, field: str = "") -> str:
    form.seen.data, form.seen.raw_data = "", None
    if field:
        form[field].errors = [sentence]
    else:
        form.form_errors = [sentence]
    return render("bills/enact.html", shown(bill_id), SHOW, form=form)


def _preview(found: Shown, form: EnactForm, made: NextEdition) -> str:
    """What would be stored, beside the present edition, and whom it meets."""
    form.seen.data, form.seen.raw_data = made.seen, None
    tree = made.found.reading.act
    compared = comparisons.compare_trees(found.joint.base, tree)
    sections = tuple(section for section in compared.sections if section.heading_old or section.heading_new)
    behind = tree.tail[-1] if len(tree.tail) > len(found.joint.base.tail) else None
    outlook = carrying.outlook(
        db.session,
        user=current_user(),
        act=found.bill.act,
        tree=tree,
        without=[*found.joint.proposals],
    )
    typed = replace(_typed(form), in_force_from=made.in_force_from)
    return render(
        "bills/next_edition.html",
        found,
        SHOW,
        form=form,
        made=made,
        typed=typed,
        sections=sections,
        added=behind,
        counts=counts(sections),
        outlook=outlook,
    )
