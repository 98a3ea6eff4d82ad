"""Bringing a text in: paste or upload, look at what was read, store it. Nothing is stored before the last step."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.acts import blueprint
from blueprints.acts.forms import ImportForm
from blueprints.acts.line_view import MOST_ODD, shown_corrections
from blueprints.acts.parcel import pack, showable, unpack
from blueprints.acts.reading import view_act
from blueprints.acts.sentences import NOT_TEXT, ledger_sentence, mended, odd_place, unit_counts
from blueprints.acts.text import text_without_marks
from blueprints.wording import FAULTS
from extensions import db
from law.editing.settled import settle
from law.numerals import arabic
from models.act import Edition
from review.permissions import Permission
from services.acts import carrying, editions, storing
from services.acts.carrying import Outlook
from services.acts.storing import Preview
from services.failures import Fault, Refused

Page = str | tuple[str, int] | Response


@blueprint.get("/import")
@requires(Permission.IMPORT_ACTS)
def import_act() -> str:
    form = import_form()
    form.act.data = request.args.get("act", "")
    return render_template("acts/import.html", form=form)


@blueprint.post("/import")
@requires(Permission.IMPORT_ACTS)
def import_text() -> Page:
    form = import_form()
    valid = form.validate_on_submit()
    try:
        brought = _brought(form)
        found = storing.preview(brought.corrected or brought.original)
    except Refused as refused:
        at = form.file if form.file.data and form.file.data.filename else form.text
        _say_at(at, _about_the_text(form, refused))
        form.text.data = showable(form.text.data or "")
        return render_template("acts/import.html", form=form), 400
    form.text.data = found.text
    if not valid:
        # A field of text has one kind of line end: soft breaks become what they mean.
        form.text.data = showable(found.text.replace("\r\n", " "))
        return render_template("acts/import.html", form=form), 400
    if request.form.get("step") != "store":
        return _preview_page(form, found, brought)
    return _store(form, found, brought)


@dataclass(frozen=True, slots=True)
class Brought:
    """The text that was brought in, and the same with its lines corrected, or nothing."""

    original: str
    corrected: str = ""


def _brought(form: ImportForm) -> Brought:
    """What the page before carried on, else what was uploaded or pasted."""
    parcel, corrected = request.form.get("parcel", ""), request.form.get("corrected", "")
    if not parcel:
        return Brought(storing.text_from(form.source))
    return Brought(storing.text_from(unpack(parcel)), unpack(corrected) if corrected else "")


def import_form() -> ImportForm:
    """The form, with the acts to choose from."""
    form = ImportForm()
    form.offer([(act.slug, act.title) for act in editions.list_acts(db.session)])
    return form


def _say_at(field, sentence: str) -> None:  # type: ignore[no-untyped-def]
    field.errors = [*field.errors, sentence]


def _about_the_text(form: ImportForm, refused: Refused) -> str:
    """The sentence for a text that can not be read; one that is missing is not one that is bad."""
    nothing_sent = not form.text.data and not (form.file.data and form.file.data.filename)
    if nothing_sent:
        return gettext("วางข้อความ หรือเลือกไฟล์")
    known = NOT_TEXT if refused.fault is Fault.NOT_TEXT else {}
    return str(known.get(refused.address, FAULTS[refused.fault]))


def _preview_page(form: ImportForm, found: Preview, brought: Brought) -> str:
    view = view_act(found.reading.act)
    oddities = found.reading.oddities
    return render_template(
        "acts/preview.html",
        form=form,
        found=found,
        parcel=pack(brought.original),
        corrected=pack(brought.corrected) if brought.corrected else "",
        made=shown_corrections(settle(brought.original), brought.corrected) if brought.corrected else None,
        view=view,
        outlook=_outlook(form, found),
        text=text_without_marks(view),
        ledger=found.reading.ledger,
        told=ledger_sentence(found.text, found.reading),
        counts=unit_counts(found.reading),
        mends=mended(found.reading),
        oddities=[odd_place(oddity) for oddity in oddities[:MOST_ODD]],
        odd_more=max(0, len(oddities) - MOST_ODD),
    )


def _outlook(form: ImportForm, found: Preview) -> Outlook | None:
    """What the text would do to open proposals, where it is to be the next edition of an act that is there."""
    if not form.act.data:
        return None
    act = editions.find_act(db.session, form.act.data)
    return carrying.outlook(db.session, user=current_user(), act=act, tree=found.reading.act)


def _store(form: ImportForm, found: Preview, brought: Brought) -> Page:
    try:
        edition = _add(form, found, brought)
    except Refused as refused:
        at = form.confirmed if refused.fault is Fault.UNCONFIRMED else form.slug
        if refused.fault is Fault.ALREADY_STORED and form.act.data:
            at = form.text
        sentence = FAULTS[refused.fault]
        if refused.fault is Fault.ALREADY_STORED and at is form.slug:
            sentence = gettext("มีกฎหมายที่ใช้ชื่อสั้นนี้แล้ว เลือกชื่ออื่น")
        _say_at(at, str(sentence))
        return _preview_page(form, found, brought), 400
    flash(gettext("นำเข้า “%(title)s” แล้ว", title=edition.act.title))
    return redirect(url_for("acts.show", slug=edition.act.slug, edition=edition.number))


def _add(form: ImportForm, found: Preview, brought: Brought) -> Edition:
    confirmed = bool(form.confirmed.data)
    original = brought.original if brought.corrected else None
    if form.act.data:
        return storing.add_edition(
            db.session,
            user=current_user(),
            act=editions.find_act(db.session, form.act.data),
            source=found.text,
            in_force_from=form.in_force_from.data,
            confirmed=confirmed,
            original=original,
        )
    return storing.add_act(
        db.session,
        user=current_user(),
        slug=form.slug.data or free_slug(found.reading.act.title),
        title=found.reading.act.title or gettext("กฎหมายไม่มีชื่อ"),
        source=found.text,
        in_force_from=form.in_force_from.data,
        confirmed=confirmed,
        original=original,
    )


def free_slug(title: str) -> str:
    """A name for the act's address that is not taken: act-2543, act-2543-2 …"""
    year = re.search(r"[12][0-9]{3}", arabic(title))
    base = f"act-{year[0]}" if year else "act"
    taken = {act.slug for act in editions.list_acts(db.session)}
    names = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


@blueprint.errorhandler(413)
def too_large(_error: HTTPException) -> Page:
    """The request was not read, so that what was pasted is not at hand; it is still in the browser's own form."""
    form = ImportForm(formdata=None)
    form.offer([(act.slug, act.title) for act in editions.list_acts(db.session)])
    _say_at(form.file, gettext("ไฟล์หรือข้อความใหญ่เกินไป ส่งได้ไม่เกิน ๑๕ ล้านไบต์ ยังไม่มีการบันทึกสิ่งใด"))
    return render_template("acts/import.html", form=form), 413
