"""A Word file that somebody outside edited: chosen, looked at, brought in as the next draft with its comments."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from datetime import date

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.language import thai_date, thai_digits
from blueprints.proposals import blueprint
from blueprints.proposals.comparing import counts
from blueprints.proposals.heads import Head, head_of, render
from blueprints.proposals.word_sentences import PARTS, WHY_NOT, WHY_UNPLACED
from blueprints.wording import FAULTS
from documents.word_back.read import Change
from extensions import db
from law.citing.citation import cite
from review.permissions import Permission
from services.failures import Refused, StaleWrite
from services.word import importing as word_import
from services.word.importing import Brought, NotBrought, Stored, WhyNot

Page = str | tuple[str, int] | Response


@blueprint.get("/<int:proposal_id>/word")
@requires(Permission.PROPOSE)
def word_choice(proposal_id: int) -> str:
    return _page(head_of(proposal_id))


@blueprint.post("/<int:proposal_id>/word")
@requires(Permission.PROPOSE)
def bring_word(proposal_id: int) -> Page:
    """Show what a file would bring; with ``do=store`` bring it in. The file itself goes along from page to page."""
    head = head_of(proposal_id)
    if not head.may_edit:
        return _page(head, problem=head.why_edit_not), 403
    try:
        raw = _sent()
        if request.form.get("do") == "store":
            return _store(head, raw)
        return _look(head, raw)
    except NotBrought as refused:
        return _page(head, problem=_why(refused)), 400
    except Refused as refused:
        return _page(head, problem=str(FAULTS[refused.fault])), 400


def _sent() -> bytes:
    """The file that is chosen, else the one that is looked at already. :raises NotBrought:"""
    chosen = request.files.get("file")
    if chosen is not None and chosen.filename:
        with chosen.stream as stream:  # a large one is kept in a file until it is closed
            return stream.read(word_import.LONGEST_FILE + 1)
    try:
        raw = b64decode(request.form.get("parcel", ""), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if not raw:
        raise NotBrought(WhyNot.NO_FILE)
    return raw


def _taken() -> set[str]:
    return set(request.form.getlist("take"))


def _look(head: Head, raw: bytes, *, problem: str = "") -> Page:
    found = word_import.look(
        db.session,
        user=current_user(),
        proposal=head.proposal,
        file=word_import.read_file(raw),
        taken=_taken(),
    )
    page = _page(head, found, raw, problem=problem)
    return (page, 409) if problem else page


def _store(head: Head, raw: bytes) -> Page:
    seen = request.form.get("seen_draft", "")
    try:
        stored = word_import.bring_in(
            db.session,
            user=current_user(),
            proposal_id=head.proposal.id,
            raw=raw,
            seen_draft=int(seen) if seen.isdecimal() and len(seen) < 9 else 0,
            taken=_taken(),
        )
    except StaleWrite:
        again = _("มีผู้บันทึกร่างใหม่ระหว่างที่ท่านดู นี่คือผลเมื่อเทียบกับร่างล่าสุด ตรวจแล้วยืนยันอีกครั้ง")
        return _look(head_of(head.proposal.id), raw, problem=again)
    flash(_said(stored))
    where = "proposals.compare" if stored.is_new else "proposals.discussion"
    return redirect(url_for(where, proposal_id=head.proposal.id))


def _said(stored: Stored) -> str:
    number, count = thai_digits(stored.draft.number), thai_digits(stored.count)
    if not stored.is_new:
        return _("นำความเห็นจาก Word เข้ามา %(count)s ข้อแล้ว ข้อความของร่างไม่เปลี่ยน", count=count)
    if not stored.count:
        return _("สร้างร่างครั้งที่ %(number)s จากไฟล์ Word แล้ว", number=number)
    return _("สร้างร่างครั้งที่ %(number)s จากไฟล์ Word แล้ว พร้อมความเห็น %(count)s ข้อ", number=number, count=count)


def _why(refused: NotBrought) -> str:
    sentence = str(WHY_NOT[refused.why])
    return f"{sentence} ({cite(refused.address)})" if refused.address else sentence


def _page(head: Head, found: Brought | None = None, raw: bytes = b"", *, problem: str = "") -> str:
    return render(
        "proposals/word_import.html",
        head,
        "proposals.text",
        found=found,
        parcel=b64encode(raw).decode("ascii"),
        problem=problem or ("" if head.may_edit else head.why_edit_not),
        counts=counts(found.comparison.sections) if found else {},
        why_unplaced=WHY_UNPLACED,
        named=_named,
        written_on=_written_on,
        hands={address: _hands(changes) for address, changes in found.hands.items()} if found else {},
    )


def _hands(changes: tuple[Change, ...]) -> str:
    """Who tracked changes in a unit, each with the day of the last one."""
    day = ((change.author or _("ไม่ระบุชื่อ"), _written_on(change.date)) for change in changes)
    return " · ".join(f"{name} {when}".strip() for name, when in day)


def _written_on(written: str) -> str:
    """A day as a Word file has it, in words; empty where it says none."""
    try:
        return thai_date(date.fromisoformat(written[:10]), weekday=False)
    except ValueError:
        return ""


def _named(address: str) -> str:
    """A unit or part of the act in words."""
    return str(PARTS[address]) if address in PARTS else cite(address) or address
