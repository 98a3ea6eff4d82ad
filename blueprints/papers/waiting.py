"""Papers that take longer than a request may: asked for, followed, fetched."""

from __future__ import annotations

import io

from flask import abort, render_template, send_file, url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.errors import error_page
from blueprints.language import thai_digits
from blueprints.papers import blueprint
from blueprints.papers.kinds import KINDS, MEDIA, file_name
from documents.printable import LONGEST, LONGEST_PARAGRAPH
from extensions import db
from jobs import papers as jobs
from models.bill import Bill
from models.paper import MadePaper
from models.proposal import Proposal
from review.permissions import Permission
from services.failures import NotFound
from services.keeping import made_papers
from services.keeping.made_papers import KEPT, Wanted

# Why there will be none, by the code in ``MadePaper.failed``; and what to do.
WHY: dict[str, LazyString] = {
    "no_bill": _("ร่างครั้งนี้ยังเขียนเป็นร่างกฎหมายไม่ได้ หน้าร่างกฎหมายบอกว่าติดที่ใด"),
    "no_board": _("ร่างครั้งนี้ไม่ได้แก้คณะกรรมการใด"),
    "too_long": _(
        "ข้อความยาวเกินกว่าจะทำเป็นเอกสาร ทำได้ไม่เกิน %(all)s ตัวอักษร และไม่เกิน %(one)s ตัวอักษรในวรรคเดียว "
        "เลือกเอกสารที่มีเฉพาะมาตราที่แก้ไข",
        all=LazyString(thai_digits, f"{LONGEST:,}"),
        one=LazyString(thai_digits, f"{LONGEST_PARAGRAPH:,}"),
    ),
    "cannot": _("ข้อความมีส่วนที่จัดหน้ากระดาษไม่ได้ เช่น คำที่ยาวผิดปกติ แก้ข้อความแล้วลองอีกครั้ง"),
    "queue": _("คิวงานยังไม่รับงานใหม่ ลองอีกครั้งในอีกสักครู่ ถ้ายังไม่ได้ให้แจ้งผู้ดูแลระบบ"),
    "late": _("รอนานเกินไปจึงเลิกทำ ลองขออีกครั้ง ถ้ายังไม่ได้ให้แจ้งผู้ดูแลระบบ"),
}
HOURS_KEPT = int(KEPT.total_seconds() // 3600)
Page = str | tuple[str, int] | Response


def ask(about: Proposal | Bill, wanted: Wanted) -> str:
    """Let it be made; the address of the page that says how far it is."""
    paper, is_new = made_papers.ask(db.session, user=current_user(), about=about, wanted=wanted)
    number = paper.id
    db.session.commit()  # who makes it must not wait for this request
    if is_new and not jobs.make.ask(number):
        made_papers.give_up(db.session, paper_id=number, why="queue")
    return url_for("papers.waiting", paper_id=number)


@blueprint.get("/papers/<int:paper_id>")
@requires(Permission.READ)
def waiting(paper_id: int) -> Page:
    """How far it is; it looks again by itself, and says where to fetch what is ready."""
    try:
        paper = made_papers.find(db.session, user=current_user(), paper_id=paper_id)
    except NotFound:
        return _not_here()
    kind = KINDS[paper.kind]
    return render_template(
        "papers/waiting.html",
        paper=paper,
        kind=kind,
        why=WHY.get(paper.failed, "") if paper.failed else "",
        hours=HOURS_KEPT,
        name=_name(paper),
        title=paper.about.title,
        back=_back(paper),
    )


@blueprint.get("/papers/<int:paper_id>/state")
@requires(Permission.READ)
def state(paper_id: int) -> dict[str, object]:
    """The same for the script of that page."""
    paper = made_papers.find(db.session, user=current_user(), paper_id=paper_id)
    return {"done": paper.done, "total": paper.total, "over": bool(paper.ready_at or paper.failed)}


@blueprint.get("/papers/<int:paper_id>/file")
@requires(Permission.READ)
def fetch(paper_id: int) -> Page:
    """The file, to who asked for it and still may see what it is about."""
    try:
        paper = made_papers.find(db.session, user=current_user(), paper_id=paper_id, with_file=True)
    except NotFound:
        return _not_here()
    if paper.file is None:
        abort(404)
    return as_file(paper.file, paper.form, _name(paper))


def _not_here() -> tuple[str, int]:
    """One answer for what there never was, what is over, and what somebody else asked for."""
    sentences = [
        gettext("เอกสารที่ทำไว้เก็บ %(hours)s ชั่วโมงนับแต่ขอ และมีเพียงผู้ที่ขอที่เปิดได้", hours=thai_digits(HOURS_KEPT)),
        gettext("ขอใหม่ได้จากหน้าพิมพ์ของข้อเสนอหรือร่างกฎหมาย"),
    ]
    return error_page(404, gettext("ไม่พบเอกสารนี้"), sentences)


def as_file(file: bytes, form: str, name: str, *, to_keep: bool = True) -> Response:
    """A download, or a page of the browser, that nobody keeps on the way."""
    response = send_file(io.BytesIO(file), MEDIA[form], as_attachment=to_keep, download_name=name, max_age=0)
    response.headers["Cache-Control"] = "no-store"
    return response


def _name(paper: MadePaper) -> str:
    number = paper.new_number if paper.bill_id is None else None
    return file_name(paper.about.title, KINDS[paper.kind], number, paper.form)


def _back(paper: MadePaper) -> str:
    """Where it was asked for."""
    if paper.bill_id is not None:
        return url_for("bills.print_choice", bill_id=paper.bill_id)
    return url_for("proposals.print_choice", proposal_id=paper.proposal_id)
