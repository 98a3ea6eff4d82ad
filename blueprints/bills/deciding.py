"""What the secretary decides about a bill: its name, its reasons, and what the proposals left open or differ in."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.bills import blueprint
from blueprints.bills.forms import DecideForm
from blueprints.bills.shown import Shown, render, shown
from blueprints.proposals.bill_form import (
    NAMED,
    NEVER,
    Answer,
    FrameForm,
    frame_form,
    name_months,
    read,
    typed_answers,
)
from blueprints.wording import FAULTS
from extensions import db
from models.proposal import Proposal
from review.permissions import Permission
from services.failures import Refused, StaleWrite
from services.legislating import bill_making
from services.legislating.frames import read_frame
from services.legislating.joint_frames import Difference, Part

Page = str | tuple[str, int] | Response
SHOW = "bills.show"


@dataclass(frozen=True, slots=True)
class Differing:
    """What proposals decided differently, with who decided what."""

    difference: Difference
    said: tuple[tuple[Proposal, object], ...]


def differing(found: Shown) -> list[Differing]:
    """Every difference, for the pages."""
    named = found.joint.proposals
    return [
        Differing(one, tuple((named[number], value) for number, value in one.said))
        for one in found.joint.joint.differences
    ]


@blueprint.get("/<int:bill_id>/decide")
@requires(Permission.COORDINATE)
def decide(bill_id: int) -> Page:
    found = shown(bill_id)
    if not found.is_open:
        return redirect(url_for(SHOW, bill_id=bill_id))
    bill = found.bill
    form = DecideForm(formdata=None, version=bill.version, title=bill.title, reasons=found.joint.reasons)
    return _page(found, form, frame_form(read_frame(bill.frame), 0))


@blueprint.post("/<int:bill_id>/decide")
@requires(Permission.COORDINATE)
def decided(bill_id: int) -> Page:
    found, form, frame = shown(bill_id), DecideForm(), name_months(FrameForm())
    typed = read(frame, read_frame(found.bill.frame))
    if not form.validate() or typed.faults:
        return _page(found, form, frame, typed=True, faults=typed.faults), 400
    try:
        bill_making.change(
            db.session,
            user=current_user(),
            bill_id=bill_id,
            seen_version=form.version.data or 0,
            title=form.title.data or "",
            reasons=form.reasons.data or "",
            frame=typed.frame,
        )
    except Refused as refused:
        return _page(shown(bill_id), form, frame, typed=True, faults=[("", str(FAULTS[refused.fault]))]), 400
    except StaleWrite:
        again = shown(bill_id)
        form.version.data, form.version.raw_data = again.bill.version, None
        sentence = _("มีผู้เปลี่ยนร่างนี้ระหว่างที่ท่านเขียน ยังไม่ได้บันทึกสิ่งใดของท่าน สิ่งที่ท่านพิมพ์ยังอยู่ครบ กดบันทึกอีกครั้งถ้ายังต้องการ")
        return _page(again, form, frame, typed=True, faults=[("", sentence)]), 409
    flash(_("บันทึกแล้ว"))
    return redirect(url_for(SHOW, bill_id=bill_id))


def _page(
    found: Shown,
    form: DecideForm,
    frame: FrameForm,
    *,
    typed: bool = False,
    faults: list[tuple[str, str]] | None = None,
) -> str:
    own = read_frame(found.bill.frame)
    return render(
        "bills/decide.html",
        found,
        SHOW,
        form=form,
        frame=frame,
        answers=typed_answers() if typed else _answers(found),
        transitional=_typed_sections() if typed else list(own.transitional),
        differing=differing(found),
        parts=Part,
        faults=faults or [],
    )


def _answers(found: Shown) -> list[Answer]:
    """The questions that the secretary answers: what nobody answered, and what proposals answered differently."""
    own = dict(read_frame(found.bill.frame).amenders)
    asked = [question.address for question in found.joint.written.open_questions]
    asked += [one.address for one in found.joint.joint.differences if one.part is Part.AMENDER]
    return [_answer(address, own.get(address)) for address in dict.fromkeys((*asked, *own))]


def _answer(address: str, name: str | None) -> Answer:
    return Answer(address, "" if name is None else NAMED if name else NEVER, name or "")


def _typed_sections() -> list[str]:
    return request.form.getlist("transitional")
