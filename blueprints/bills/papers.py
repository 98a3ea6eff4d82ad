"""A bill on paper: its page for printing, its documents as files, and what it changes."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.bills import blueprint
from blueprints.bills.shown import Shown, render, shown
from blueprints.errors import error_page
from blueprints.files import xml_file
from blueprints.papers import waiting
from blueprints.papers.handing import at_once
from blueprints.papers.joint import KINDS_OF_BILLS, BillSource, boards
from blueprints.papers.kinds import KINDS, Kind
from blueprints.papers.source import verifying_address
from blueprints.proposals.comparing import VIEWS, counts
from extensions import db
from models.base import utc_now
from review.permissions import Permission
from services.acts import exchange
from services.failures import known
from services.keeping import made_papers
from services.keeping.made_papers import Wanted
from services.legislating.bills_past import bill_then
from services.telling import notices

Page = str | tuple[str, int] | Response
TAB = "bills.print_choice"


@blueprint.get("/<int:bill_id>/compare")
@requires(Permission.READ)
def compare(bill_id: int) -> str:
    """What the bill changes, unit by unit, and by which proposals."""
    found = shown(bill_id)
    view = request.args.get("view", VIEWS[0])
    if view not in VIEWS:
        abort(404)
    compared = found.joint.comparison
    return render(
        "bills/compare.html", found, "bills.compare", comparison=compared, counts=counts(compared.sections), view=view
    )


@blueprint.get("/<int:bill_id>/print")
@requires(Permission.READ)
def print_choice(bill_id: int) -> str:
    found, person = shown(bill_id), current_user()
    return render(
        "bills/print.html",
        found,
        TAB,
        kinds=[KINDS[code] for code in KINDS_OF_BILLS if code != "board" or boards(found.joint)],
        made=made_papers.list_own(db.session, user=person, about=found.bill),
        unread=notices.newest_of_bill(db.session, user=person, bill=found.bill),
        names=KINDS,
    )


@blueprint.get("/<int:bill_id>/paper")
@requires(Permission.READ)
def paper(bill_id: int) -> str:
    """The printed bill, with the statement of principle and reasons before it. ``at``: as the record had it then."""
    found, at = shown(bill_id), request.args.get("at", 0, type=int)
    if at > 0:
        found = Shown(bill_then(db.session, found.bill, known(at)))
    return render("bills/paper.html", found, TAB, printed_at=utc_now(), at=at)


@blueprint.get("/<int:bill_id>/documents/<kind>.<form>")
@requires(Permission.READ)
def document(bill_id: int, kind: str, form: str) -> Page:
    """One document as a file. What takes long is not begun by looking: the page says how to ask for it."""
    found, chosen = _chosen(bill_id, kind, form)
    if (answer := at_once(BillSource(found.joint, verifying_address()), chosen, form)) is not None:
        return answer
    return render_template(
        "papers/long.html",
        title=found.bill.title,
        back=url_for(TAB, bill_id=bill_id),
        kind=chosen,
        order=url_for("bills.order", bill_id=bill_id, kind=kind, form=form),
        fields={},
    )


@blueprint.post("/<int:bill_id>/documents/<kind>.<form>")
@requires(Permission.READ)
def order(bill_id: int, kind: str, form: str) -> Page:
    """The same by a press of a button: the file, or the page that follows its making."""
    found, chosen = _chosen(bill_id, kind, form)
    if (answer := at_once(BillSource(found.joint, verifying_address()), chosen, form)) is not None:
        return answer
    wanted = Wanted(kind, form, 0, found.bill.version, verifying_address())
    return redirect(waiting.ask(found.bill, wanted), 303)


def _chosen(bill_id: int, kind: str, form: str) -> tuple[Shown, Kind]:
    if kind not in KINDS_OF_BILLS or form not in KINDS[kind].forms:
        abort(404)
    return shown(bill_id), KINDS[kind]


@blueprint.get("/<int:bill_id>/bill.xml")
@requires(Permission.READ)
def akoma_ntoso(bill_id: int) -> Page:
    """The bill for other systems."""
    found = shown(bill_id)
    made = exchange.joint_file(found.joint)
    if made is None:
        return error_page(409, _("ยังไม่มีร่างกฎหมาย"), [str(waiting.WHY["no_bill"])])
    return xml_file(made, f"{found.bill.act.slug}-bill-{bill_id}.xml")
