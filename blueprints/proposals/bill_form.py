"""The form of what is decided about a bill: shown from a frame, read back into one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField, SelectField, StringField, widgets
from wtforms.fields.choices import SelectChoice

from blueprints.language import language, thai_digits
from blueprints.proposals.bill_words import BEGINS
from law.amend import WordChange
from law.dates import ENGLISH_MONTHS, MONTHS, era_year, of_era
from law.numerals import arabic
from services.legislating.bills import Question
from services.legislating.frames import Begins, BillFrame, Commencement

NEVER, NAMED = "never", "named"


class FrameForm(FlaskForm):
    """All but the transitional sections and the amenders, which are lists; ``read`` takes those from the request."""

    revision = IntegerField(widget=widgets.HiddenInput())
    number = StringField(lazy_gettext("ฉบับที่"))
    year = StringField(lazy_gettext("พ.ศ."))
    begins = RadioField(
        lazy_gettext("วันใช้บังคับ"), choices=[SelectChoice(one.value, label) for one, label in BEGINS.items()]
    )
    days = StringField(lazy_gettext("จำนวนวัน"))
    day = StringField(lazy_gettext("วันที่"))
    month = SelectField(lazy_gettext("เดือน"), choices=[], validate_choice=False)
    era_year = StringField(lazy_gettext("ปี พ.ศ."))
    charge = StringField(lazy_gettext("ผู้รักษาการ"))


@dataclass(frozen=True, slots=True)
class Answer:
    """One question as it stands in the form. ``kind``: empty, NEVER or NAMED."""

    address: str
    kind: str
    name: str


@dataclass(slots=True)
class Typed:
    """What was typed: the frame as far as it can be read, and what can not, by the id of its field."""

    frame: BillFrame
    faults: list[tuple[str, str]]


def frame_form(frame: BillFrame, revision: int) -> FrameForm:
    """The form that shows a frame."""
    begins = frame.commencement
    day = begins.day
    form = FrameForm(
        formdata=None,
        revision=revision,
        number=thai_digits(frame.number or ""),
        year=thai_digits(frame.year or ""),
        begins=begins.begins.value,
        days=thai_digits(begins.days or ""),
        day=thai_digits(day.day) if day else "",
        month=str(day.month) if day else "1",
        era_year=thai_digits(era_year(day)) if day else "",
        charge=frame.charge,
    )
    return name_months(form)


def name_months(form: FrameForm) -> FrameForm:
    """The months in the reader's language."""
    months = MONTHS if language() == "th" else ENGLISH_MONTHS
    form.month.choices = [SelectChoice(str(number), name) for number, name in enumerate(months, start=1)]
    return form


def answers_to(questions: tuple[Question, ...]) -> list[Answer]:
    """The questions as the form shows them."""
    return [
        Answer(one.address, "" if one.answer is None else NAMED if one.answer else NEVER, one.answer or "")
        for one in questions
    ]


def typed_answers() -> list[Answer]:
    """The answers as they were sent."""
    return [
        Answer(address, request.form.get(f"answer-{place}", ""), request.form.get(f"amender-{place}", ""))
        for place, address in enumerate(request.form.getlist("unit"))
    ]


def read(form: FrameForm, stored: BillFrame) -> Typed:
    """What was typed, over what is stored: the form does not show grains and changed words."""
    faults: list[tuple[str, str]] = []
    commencement = _commencement(form, faults)
    number = _number(form.number.data, "number", _("ฉบับที่ต้องเป็นตัวเลข"), faults)
    year = _number(form.year.data, "year", _("ปีต้องเป็นตัวเลข"), faults)
    given = dict(stored.amenders)
    for place, answer in enumerate(typed_answers()):
        given.pop(answer.address, None)
        name = " ".join(answer.name.split())
        if answer.kind == NAMED and not name:
            faults.append((f"amender-{place}", _("กรอกชื่อกฎหมายที่แก้ไขครั้งล่าสุด")))
        elif answer.kind == NAMED:
            given[answer.address] = name
        elif answer.kind == NEVER or request.form.get("do") == "never":
            given[answer.address] = ""
    frame = replace(
        stored,
        number=number,
        year=year,
        commencement=commencement,
        charge=form.charge.data or "",
        transitional=tuple(request.form.getlist("transitional")),
        amenders=tuple(sorted(given.items())),
        words=_kept_words(stored),
    )
    return Typed(frame, faults)


def _kept_words(stored: BillFrame) -> tuple[WordChange, ...]:
    """The changes of words that are still ticked; all where the form did not show these."""
    if request.form.get("words-shown") != str(len(stored.words)):
        return stored.words
    ticked = request.form.getlist("words")
    return tuple(change for place, change in enumerate(stored.words) if str(place) in ticked)


def _commencement(form: FrameForm, faults: list[tuple[str, str]]) -> Commencement:
    begins = Begins(form.begins.data) if form.begins.data in set(Begins) else Begins.NEXT_DAY
    if begins is Begins.AFTER_DAYS:
        days = _number(form.days.data, "days", _("จำนวนวันต้องเป็นตัวเลข"), faults)
        return Commencement(begins, days=days or 0)
    if begins is Begins.ON_DATE:
        return Commencement(begins, day=_date(form, faults))
    return Commencement()


def _date(form: FrameForm, faults: list[tuple[str, str]]) -> date | None:
    parts = [arabic(str(field.data or "").strip()) for field in (form.era_year, form.month, form.day)]
    try:
        year, month, day = (int(part) for part in parts)
        return of_era(year, month, day)
    except (ValueError, OverflowError):
        faults.append(("day", _("ไม่มีวันที่นี้ในปฏิทิน กรอกวัน เดือน และปี พ.ศ.")))
        return None


def _number(typed: str | None, field: str, fault: str, faults: list[tuple[str, str]]) -> int | None:
    text = arabic((typed or "").strip())
    if not text:
        return None
    if text.isdecimal() and len(text) < 7:
        return int(text)
    faults.append((field, fault))
    return None
