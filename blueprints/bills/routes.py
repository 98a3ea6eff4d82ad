"""Bills: the list of them, one as it would be printed, and what is put into it or taken out."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.bills import blueprint
from blueprints.bills.choosing import Choice, choices, typed_choice
from blueprints.bills.forms import ConfirmForm, DissolveForm, NewBillForm, PartsForm
from blueprints.bills.shown import STATES, Shown, render, shown
from blueprints.language import thai_digits
from blueprints.proposals.heads import SHORT_HASH
from blueprints.wording import FAULTS, REFUSALS
from extensions import db
from models.act import Act
from models.bill import Bill
from models.proposal import Proposal
from review.permissions import Permission
from review.workflow import ActionRefused, State
from services.acts import editions
from services.failures import Refused, StaleWrite
from services.legislating import bill_making, joint_bills
from services.people.visibility import find_proposal

Page = str | tuple[str, int] | Response
SHOW = "bills.show"


@blueprint.get("/")
@requires(Permission.READ)
def index() -> str:
    acts = editions.list_acts(db.session)
    listed = [
        (act, joint_bills.list_bills(db.session, act), len(bill_making.choosable(db.session, act=act))) for act in acts
    ]
    return render_template("bills/index.html", listed=listed, states=STATES)


@blueprint.get("/of/<int:proposal_id>")
@requires(Permission.READ)
def of_proposal(proposal_id: int) -> Response:
    """The bill that a proposal is in; where it is in none, where one is made."""
    proposal = find_proposal(db.session, current_user(), proposal_id)
    bill = joint_bills.bill_of(db.session, proposal)
    if bill is not None:
        return redirect(url_for(SHOW, bill_id=bill.id))
    return redirect(url_for("bills.index", _anchor=f"act-{proposal.act.slug}"))


@blueprint.get("/new/<slug>")
@requires(Permission.COORDINATE)
def new(slug: str) -> str:
    act = editions.find_act(db.session, slug)
    bills = joint_bills.list_bills(db.session, act)
    title = _("ร่างแก้ไขเพิ่มเติม ครั้งที่ %(number)s", number=thai_digits(len(bills) + 1))
    return _new_page(act, NewBillForm(formdata=None, title=title), choices(act, ticked=None))


@blueprint.post("/new/<slug>")
@requires(Permission.COORDINATE)
def make(slug: str) -> Page:
    act, form = editions.find_act(db.session, slug), NewBillForm()
    chosen = typed_choice()
    if not form.validate():
        return _new_page(act, form, choices(act, ticked=chosen)), 400

    def write() -> Bill:
        return bill_making.make(db.session, user=current_user(), act=act, title=form.title.data or "", chosen=chosen)

    made, sentence, status = _try(write)
    if made is None:
        form.form_errors = [sentence]
        return _new_page(editions.find_act(db.session, slug), form, choices(act, ticked=chosen)), status
    flash(_("สร้างร่างพระราชบัญญัติแล้ว"))
    return redirect(url_for(SHOW, bill_id=made.id))


def _new_page(act: Act, form: NewBillForm, found: list[Choice]) -> str:
    edition = editions.newest_edition(db.session, act.id)
    return render_template("bills/new.html", act=act, edition=edition, form=form, choices=found, short=SHORT_HASH)


@blueprint.get("/<int:bill_id>")
@requires(Permission.READ)
def show(bill_id: int) -> str:
    return _page(shown(bill_id))


def _page(found: Shown, fault: str = "") -> str:
    form = PartsForm(formdata=None, version=found.bill.version)
    seen = ConfirmForm(formdata=None, seen=found.joint.combined.confirmed_by)
    return render("bills/show.html", found, SHOW, form=form, confirm_form=seen, fault=fault)


@blueprint.get("/<int:bill_id>/include")
@requires(Permission.COORDINATE)
def choose(bill_id: int) -> Page:
    found = shown(bill_id)
    if not found.is_open:
        return redirect(url_for(SHOW, bill_id=bill_id))
    form = PartsForm(formdata=None, version=found.bill.version)
    return render("bills/include.html", found, SHOW, form=form, choices=choices(found.bill.act, ticked=None), fault="")


@blueprint.post("/<int:bill_id>/include")
@requires(Permission.COORDINATE)
def include(bill_id: int) -> Page:
    form, chosen = PartsForm(), typed_choice()
    made, sentence, status = _try(
        lambda: bill_making.include(
            db.session, user=current_user(), bill_id=bill_id, seen_version=form.version.data or 0, chosen=chosen
        )
    )
    if made is None:
        found = shown(bill_id)
        form.version.data, form.version.raw_data = found.bill.version, None
        listed = choices(found.bill.act, ticked=chosen)
        return render("bills/include.html", found, SHOW, form=form, choices=listed, fault=sentence), status
    flash(_("รวมข้อเสนอเข้าร่างแล้ว"))
    return redirect(url_for(SHOW, bill_id=bill_id))


@blueprint.post("/<int:bill_id>/take-out/<int:proposal_id>")
@requires(Permission.COORDINATE)
def take_out(bill_id: int, proposal_id: int) -> Page:
    version = PartsForm().version.data or 0
    made, sentence, status = _try(
        lambda: bill_making.take_out(
            db.session, user=current_user(), bill_id=bill_id, seen_version=version, proposal_id=proposal_id
        )
    )
    if made is None:
        return _page(shown(bill_id), sentence), status
    flash(_("นำข้อเสนอออกแล้ว ข้อเสนอกลับเป็นเห็นชอบแล้ว"))
    return redirect(url_for(SHOW, bill_id=bill_id))


@blueprint.post("/<int:bill_id>/confirm")
@requires(Permission.COORDINATE)
def confirm(bill_id: int) -> Page:
    """The secretary has looked at what was merged."""
    seen = ConfirmForm().seen.data or ""
    made, sentence, status = _try(
        lambda: bill_making.confirm(db.session, user=current_user(), bill_id=bill_id, seen=seen)
    )
    if made is None:
        return _page(shown(bill_id), sentence), status
    flash(_("บันทึกการยืนยันแล้ว"))
    return redirect(url_for(SHOW, bill_id=bill_id))


@blueprint.route("/<int:bill_id>/dissolve", methods=["GET", "POST"])
@requires(Permission.COORDINATE)
def dissolve(bill_id: int) -> Page:
    form, found = DissolveForm(request.form or None), shown(bill_id)
    if not found.is_open:
        return redirect(url_for(SHOW, bill_id=bill_id))
    if request.method == "GET":
        return render("bills/dissolve.html", found, SHOW, form=form)
    if not form.validate():
        return render("bills/dissolve.html", found, SHOW, form=form), 400
    made, sentence, status = _try(
        lambda: bill_making.dissolve(db.session, user=current_user(), bill_id=bill_id, reason=form.reason.data or "")
    )
    if made is None:
        form.reason.errors = [sentence]
        return render("bills/dissolve.html", shown(bill_id), SHOW, form=form), status
    flash(_("ยกเลิกร่างแล้ว ข้อเสนอกลับเป็นเห็นชอบแล้ว"))
    return redirect(url_for(SHOW, bill_id=bill_id))


def _try(write: Callable[[], Bill]) -> tuple[Bill | None, str, int]:
    """What was written; or none, why, and the status to answer with."""
    try:
        return write(), "", 200
    except Refused as refused:
        return None, str(FAULTS[refused.fault]), 400
    except ActionRefused as refused:
        return None, str(REFUSALS[refused.refusal]), 409
    except StaleWrite:
        return None, _("มีผู้เปลี่ยนร่างหรือข้อเสนอระหว่างที่ท่านเปิดหน้านี้ ยังไม่ได้บันทึกสิ่งใดของท่าน ดูหน้านี้แล้วทำอีกครั้ง"), 409


def _bill_of(proposal: Proposal) -> Bill | None:
    """For the pages of a proposal: the bill it is in."""
    return joint_bills.bill_of(db.session, proposal) if proposal.state in (State.IN_BILL, State.ENACTED) else None


blueprint.add_app_template_global(_bill_of, "bill_of")
blueprint.add_app_template_global(lambda edition: joint_bills.maker_of(db.session, edition.id), "maker_of")
