"""The code of a printed page, scanned or typed in: which draft or bill it is, and whether it still holds."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.bills.shown import STATES as BILL_STATES
from blueprints.bills.shown import Shown
from blueprints.papers import blueprint
from blueprints.wording import STATES
from documents.matter import SHORT_HASH
from extensions import db
from review.permissions import Permission
from services.drafting import comparisons
from services.keeping import verifying
from services.keeping.verifying_bills import CheckedBill, find_printed

Page = str | tuple[str, int] | Response


@blueprint.get("/verify")
@requires(Permission.READ)
def verify() -> Page:
    """The form, and from it to the page of a code."""
    typed = request.args.get("code", "")[:200]
    code = verifying.read_code(typed)
    if code is not None:
        return redirect(url_for("papers.verified", code=code.written))
    if not typed.strip():
        return render_template("papers/verify.html", typed="", wrong="")
    wrong = _("รหัสประกอบด้วยเลข ๐ ถึง ๙ และอักษร a ถึง f อย่างน้อย ๘ ตัว ดูที่ท้ายหน้ากระดาษหลังคำว่า “รหัส”")
    return render_template("papers/verify.html", typed=typed, wrong=wrong), 422


@blueprint.get("/VERIFY/<code>")
@requires(Permission.READ)
def scanned(code: str) -> Response:
    """As the square code has it: in capitals (``documents.square``)."""
    return redirect(url_for("papers.verified", code=code.lower()))


@blueprint.get("/verify/<code>")
@requires(Permission.READ)
def verified(code: str) -> Page:
    """What is known of a text. One sentence for what there is not and for what the person may not see."""
    read = verifying.read_code(code)
    if read is not None and (checked := find_printed(db.session, code=read)) is not None:
        return _verified_bill(checked, read)
    found = verifying.find_drafts(db.session, user=current_user(), code=read) if read and read.bill is None else ()
    if read is None or not found:
        wrong = _("ไม่พบร่างที่มีรหัสนี้ในส่วนที่ท่านเปิดดูได้ ตรวจว่าพิมพ์ครบทุกตัว หรือถามผู้ที่ให้เอกสารมา")
        return render_template("papers/verify.html", typed=code[:200], wrong=wrong), 404
    return render_template(
        "papers/verified.html",
        found=found,
        record=read.record,
        event=verifying.event_number(db.session, read),
        states=STATES,
        short=SHORT_HASH,
    )


def _verified_bill(checked: CheckedBill, read: verifying.Code) -> str:
    """What is known of a bill's text: whether it stands, and where it is other by now."""
    changed = comparisons.compare_trees(checked.printed.tree, checked.now.tree) if checked.event else None
    return render_template(
        "papers/verified_bill.html",
        checked=checked,
        shown=Shown(checked.now),
        changed=changed,
        record=read.record,
        event=verifying.event_number(db.session, read),
        states=BILL_STATES,
        short=SHORT_HASH,
    )
