"""The documents of a proposal as files: PDF, and Word with tracked changes."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime

from flask import abort, send_file
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from blueprints.access import requires
from blueprints.errors import error_page
from blueprints.language import thai_digits
from blueprints.proposals import blueprint
from blueprints.proposals.comparing import Sides, chosen_sides, versions
from blueprints.proposals.heads import Head, head_of, render
from blueprints.wording import STATES
from documents import papers
from documents.bill import BillSection, BillText, bill
from documents.model import Document, Note
from documents.matter import Matter
from documents.pdf import pdf
from documents.printable import TooLong
from documents.whole_act import consolidated
from documents.word import word
from extensions import db
from law.dates import BANGKOK
from law.numerals import thai
from models.base import utc_now
from models.proposal import Draft
from review.permissions import Permission
from review.workflow import State
from services import bills, comments, comparisons
from services.bill_layout import lay_out
from services.comparisons import Compared
from services.frames import read_frame

FORMATS: dict[str, tuple[Callable[[Document], bytes], str]] = {
    "pdf": (pdf, "application/pdf"),
    "docx": (word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
# What can be had, and what stands in the list of them.
KINDS = {
    "changes": _l("ข้อความต่อเนื่องมีเครื่องหมาย (ใน Word เป็นการติดตามการเปลี่ยนแปลง)"),
    "sides": _l("ข้อความเดิมและร่างเคียงกัน"),
    "table": _l("ตารางเปรียบเทียบ ข้อความเดิม ร่าง และเหตุผล"),
    "bill": _l("ร่างกฎหมาย พร้อมบันทึกหลักการและเหตุผล"),
    "act": _l("กฎหมายทั้งฉบับตามที่จะเป็น มีเครื่องหมาย"),
    "clean": _l("กฎหมายทั้งฉบับตามที่จะเป็น ไม่มีเครื่องหมาย"),
}
_OF_ONE_DRAFT = {"bill", "act", "clean"}  # the old side is the Act, whatever is asked
# In the names of files, which are Thai as the documents are.
_NAMES = {
    "changes": "ข้อความที่แก้ไข",
    "sides": "ข้อความเคียงกัน",
    "table": "ตารางเปรียบเทียบ",
    "bill": "ร่างกฎหมาย",
    "act": "กฎหมายตามที่จะเป็น",
    "clean": "กฎหมายตามที่จะเป็น (ไม่มีเครื่องหมาย)",
}
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+')
_LONGEST_NAME = 60  # characters of a title in the name of a file


class NoBill(Exception):
    """The draft has no bill that could be printed."""


@blueprint.get("/<int:proposal_id>/print")
@requires(Permission.READ)
def print_choice(proposal_id: int) -> str:
    head = head_of(proposal_id)
    if not head.proposal.draft_count:
        return render("proposals/no_draft.html", head, "proposals.print_choice")
    choice = {"versions": versions(head), "sides": chosen_sides(head), "documents": KINDS}
    return render("proposals/print.html", head, "proposals.print_choice", **choice)


@blueprint.get("/<int:proposal_id>/documents/<kind>.<form>")
@requires(Permission.READ)
def document(proposal_id: int, kind: str, form: str) -> Response | tuple[str, int]:
    """One document of two versions of a proposal, as a file to keep."""
    if kind not in KINDS or form not in FORMATS:
        abort(404)
    head = head_of(proposal_id)
    sides = chosen_sides(head)
    if kind in _OF_ONE_DRAFT:
        sides = Sides(0, sides.new, sides.view)
    if not sides.new:
        abort(404)
    compared = comparisons.compare(db.session, proposal=head.proposal, old=sides.old, new=sides.new)
    write, media = FORMATS[form]
    try:
        written = write(_document(kind, head, compared))
    except TooLong as refused:
        return _too_long(refused)
    except NoBill:
        return error_page(409, _("ยังไม่มีร่างกฎหมาย"), [_("ร่างครั้งนี้ยังเขียนเป็นร่างกฎหมายไม่ได้"), _("หน้าร่างกฎหมายบอกว่าติดที่ใด")])
    name = f"{_file_name(head.proposal.title)} {_NAMES[kind]} {_version(sides.new)}.{form}"
    response = send_file(io.BytesIO(written), media, as_attachment=True, download_name=name, max_age=0)
    response.headers["Cache-Control"] = "no-store"
    return response


def _too_long(refused: TooLong) -> tuple[str, int]:
    return error_page(
        422,
        _("ข้อความยาวเกินกว่าจะทำเป็นเอกสาร"),
        [
            _(
                "ข้อความมี %(characters)s ตัวอักษร ทำเป็นเอกสารได้ไม่เกิน %(limit)s ตัวอักษร",
                characters=thai_digits(f"{refused.characters:,}"),
                limit=thai_digits(f"{refused.limit:,}"),
            ),
            _("เลือกเอกสารที่มีเฉพาะมาตราที่แก้ไข หรือพิมพ์จากหน้าเว็บ"),
        ],
    )


def _file_name(title: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:_LONGEST_NAME].strip(" .") or "ร่างแก้"


def _version(number: int) -> str:
    """Name of a version in documents, which are Thai whatever the language of the page."""
    return f"ร่างครั้งที่ {thai(number)}" if number else "กฎหมายที่ใช้อยู่"


def _document(kind: str, head: Head, compared: Compared) -> Document:
    matter = _matter(head, compared)
    comparison, old, new = compared.comparison, compared.old.tree, compared.new.tree
    if kind == "changes":
        return papers.changes(old, comparison, matter, _notes(head, compared))
    if kind == "sides":
        return papers.beside(comparison, matter)
    if kind == "table":
        return papers.table(comparison, matter)
    if kind == "bill":
        return bill(_bill_text(compared), matter)
    return consolidated(old, new, comparison if kind == "act" else None, matter)


def _matter(head: Head, compared: Compared) -> Matter:
    proposal, draft = head.proposal, _draft(compared)
    return Matter(
        proposal=proposal.title,
        act=proposal.act.title,
        old=_version(compared.old.number),
        new=_version(draft.number),
        state=_thai_state(proposal.state),
        content_hash=draft.content_hash,
        printed=utc_now().astimezone(BANGKOK).date(),
        approved=proposal.state is State.APPROVED and draft.content_hash == proposal.content_hash,
        reasons=proposal.reasons,
        author=draft.author.name,
        changed=draft.created_at,
    )


def _draft(compared: Compared) -> Draft:
    assert compared.new.draft is not None  # version 0 was refused
    return compared.new.draft


def _thai_state(state: State) -> str:
    """In Thai on an English page as well."""
    with force_locale("th"):
        return str(STATES[state])


def _bill_text(compared: Compared) -> BillText:
    draft = _draft(compared)
    written = bills.bill_of_draft(draft)
    if written.bill is None:
        raise NoBill
    layout = lay_out(written.bill, len(read_frame(draft.frame).transitional))
    return BillText(
        layout.title,
        layout.reasons,
        tuple(BillSection(section.heading, section.lines, section.quoted) for section in layout.sections),
        layout.closing,
        layout.attached,
        written.bill.principle,
    )


def _notes(head: Head, compared: Compared) -> Mapping[str, tuple[Note, ...]]:
    """Open comments on this draft, by the unit they are about; replies follow what they answer."""
    found: dict[str, list[Note]] = defaultdict(list)
    for thread in comments.list_threads(db.session, proposal=head.proposal):
        first = thread.first
        if first.resolved_at is not None or first.draft is None or first.draft.number != compared.new.number:
            continue
        for comment in (first, *thread.replies):
            found[first.address].append(Note(comment.author.name, _day(comment.created_at), comment.body, first.quote))
    return {address: tuple(notes) for address, notes in found.items()}


def _day(moment: datetime) -> date:
    return moment.astimezone(BANGKOK).date()
