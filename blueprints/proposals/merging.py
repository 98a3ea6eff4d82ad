"""A proposal and a new edition of its act: three ways, unit by unit, and merged into a new draft."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.language import thai_digits
from blueprints.proposals import blueprint
from blueprints.proposals.heads import Head, head_of, render
from blueprints.wording import FAULTS, MISFITS
from extensions import db
from law.citing.citation import cite
from law.editing.edit import Edit, EditError
from review.carrying import Carried, Fate
from review.permissions import Permission
from review.workflow import ActionRefused, State
from services.acts import merging
from services.acts.merging import Meeting, UnitMerge
from services.failures import Fault, Refused, StaleWrite

TAB = "proposals.show"
Page = str | tuple[str, int] | Response
_SETTLED = (Fate.REPEALED, Fate.GONE, Fate.NO_PLACE)  # what the new edition did leaves nothing to write, most likely


@dataclass
class Typed:
    """What the page shows in its fields. By address of the edit: texts; which to leave out; which were looked at."""

    texts: dict[str, str]
    left_out: set[str]
    looked_at: set[str] = field(default_factory=set)
    wrong: dict[str, str] = field(default_factory=dict)


@blueprint.get("/<int:proposal_id>/edition")
@requires(Permission.READ)
def edition(proposal_id: int) -> Page:
    head = head_of(proposal_id)
    found = _meeting(head)
    return (
        _page(head, found, _proposed(found)) if found else redirect(url_for("proposals.show", proposal_id=proposal_id))
    )


@blueprint.post("/<int:proposal_id>/edition")
@requires(Permission.PROPOSE)
def merge(proposal_id: int) -> Page:
    head = head_of(proposal_id)
    if not head.may_edit:
        abort(403)
    found = _meeting(head)
    if found is None:
        flash(_("ข้อเสนอนี้อยู่บนกฎหมายฉบับล่าสุดแล้ว"))
        return redirect(url_for("proposals.show", proposal_id=proposal_id))
    typed = _typed(found)
    if request.form.get("do") != "save":
        return _page(head, found, typed)
    typed.wrong = _unfinished(found, typed)
    return _save(head, found, typed) if not typed.wrong else (_page(head, found, typed), 400)


def _save(head: Head, found: Meeting, typed: Typed) -> Page:
    proposal_id = head.proposal.id
    try:
        saved = merging.save(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            seen_revision=_number("revision"),
            seen_edition=_number("edition"),
            edits=_edits(found, typed),
            note=request.form.get("note", ""),
        )
    except ActionRefused:
        abort(403)
    except StaleWrite:
        sentence = _("มีผู้แก้ข้อเสนอหรือนำเข้ากฎหมายระหว่างที่ท่านเปิดหน้านี้ ยังไม่ได้บันทึก ตรวจแล้วกดบันทึกอีกครั้ง")
        return _again(proposal_id, typed, sentence), 409
    except EditError as error:
        typed.wrong = {error.address: str(MISFITS[error.reason])}
        return _again(proposal_id, typed), 400
    except Refused as refused:
        sentence = str(FAULTS[refused.fault])
        if refused.fault is Fault.NOTHING_EDITED:
            sentence = _("กฎหมายฉบับใหม่เขียนไว้เหมือนข้อเสนอนี้ทั้งหมดแล้ว จึงไม่เหลือสิ่งใดให้แก้ ถอนข้อเสนอได้ที่หน้าภาพรวม")
        return _again(proposal_id, typed, sentence), 400
    flash(_("รวมกับกฎหมายฉบับใหม่แล้ว เป็นร่างครั้งที่ %(number)s", number=thai_digits(saved.draft.number)))
    return redirect(url_for("proposals.compare", proposal_id=proposal_id, new=saved.draft.number))


def _again(proposal_id: int, typed: Typed, problem: str = "") -> str:
    """The page once more as things stand now, with what was typed."""
    head = head_of(proposal_id)
    found = _meeting(head)
    if found is None:
        return render("proposals/merging.html", head, TAB, found=None, typed=typed, problem=problem)
    proposed = _proposed(found)
    proposed.texts |= {address: text for address, text in typed.texts.items() if address in proposed.texts}
    proposed.left_out, proposed.wrong = typed.left_out, typed.wrong
    return _page(head, found, proposed, problem=problem)


def _page(head: Head, found: Meeting, typed: Typed, *, problem: str = "") -> str:
    return render(
        "proposals/merging.html",
        head,
        TAB,
        found=found,
        typed=typed,
        problem=problem,
        met=[unit for unit in found.units if unit.unit.fate is not Fate.UNTOUCHED],
        calm=[unit for unit in found.units if unit.unit.fate is Fate.UNTOUCHED],
        fate_sentence=fate_sentence,
        doubled_sentence=doubled_sentence,
        on_merging_page=True,
    )


def _meeting(head: Head) -> Meeting | None:
    if head.proposal.state in (State.REJECTED, State.WITHDRAWN, State.ENACTED):
        return None
    return merging.meeting(db.session, user=current_user(), proposal=head.proposal, may_edit=head.may_edit)


def _proposed(found: Meeting) -> Typed:
    texts = {unit.unit.edit.address: unit.text for unit in found.units}
    return Typed(texts, {unit.unit.edit.address for unit in found.units if unit.unit.fate in _SETTLED})


def _typed(found: Meeting) -> Typed:
    """What was sent; where a choice is to be put in, the merged text with it."""
    sent = dict(zip(request.form.getlist("address"), request.form.getlist("text"), strict=False))
    typed = _proposed(found)
    typed.texts |= {address: text for address, text in sent.items() if address in typed.texts}
    typed.left_out, typed.looked_at = set(request.form.getlist("leave")), set(request.form.getlist("looked"))
    chosen = request.form.get("do", "").removeprefix("choose:")
    for unit in found.units:
        if unit.unit.edit.address == chosen and unit.merge:
            typed.texts[chosen] = unit.merge.chosen(_choices(unit))
    return typed


def _choices(unit: UnitMerge) -> list:  # type: ignore[type-arg]
    names = [f"choice-{unit.unit.edit.address}-{number}" for number in range(unit.conflicts)]
    sent = [request.form.get(name, "ours") for name in names]
    return [one if one in ("theirs", "ours", "base") else "ours" for one in sent]


def _unfinished(found: Meeting, typed: Typed) -> dict[str, str]:
    """By address, what is still to be done before the units can be saved."""
    wrong: dict[str, str] = {}
    for unit in found.units:
        address = unit.unit.edit.address
        if address in typed.left_out:
            continue
        if not unit.has_place:
            wrong[address] = _("ฉบับใหม่ไม่มีที่สำหรับส่วนนี้แล้ว เลือก “ไม่แก้ส่วนนี้แล้ว”")
        elif unit.conflicts and address not in typed.looked_at:
            wrong[address] = _("ทั้งสองฝ่ายแก้ถ้อยคำเดียวกัน ตรวจข้อความในช่องแล้วกดเลือกว่าตรวจแล้ว")
        elif unit.doubled(typed.texts[address]):
            wrong[address] = doubled_sentence(unit, typed.texts[address])
    return wrong


def doubled_sentence(unit: UnitMerge, text: str) -> str:
    """What to mend where both sides added an item under one number; empty: nothing."""
    marks = ", ".join(unit.doubled(text))
    return _("ทั้งสองฝ่ายเพิ่ม %(marks)s ไว้คนละแห่ง จึงมีเลขซ้ำ แก้เลขในช่องข้อความก่อนบันทึก", marks=marks) if marks else ""


def _edits(found: Meeting, typed: Typed) -> list[Edit]:
    kept = [unit.unit for unit in found.units if unit.unit.edit.address not in typed.left_out]
    renamed = {unit.edit.address: unit.address for unit in kept}
    return [Edit(unit.address, typed.texts[unit.edit.address], renamed.get(unit.after, unit.after)) for unit in kept]


def _number(name: str) -> int:
    text = request.form.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def fate_sentence(unit: Carried) -> str:
    """What the new edition did to a unit, and what that means for the draft."""
    old, new = cite(unit.edit.address), cite(unit.address) if unit.address else ""
    return {
        Fate.UNTOUCHED: "",
        Fate.CHANGED: _("ฉบับใหม่แก้%(unit)s ด้วย ข้อความด้านล่างรวมทั้งสองฝ่ายแล้ว", unit=old),
        Fate.MOVED: _("ฉบับใหม่ย้าย%(old)s ไปเป็น%(new)s ข้อเสนอจะแก้ที่%(new)s", old=old, new=new),
        Fate.REPEALED: _("ฉบับใหม่ยกเลิก%(unit)s แล้ว ถ้ายังต้องการข้อความนี้ เอาเครื่องหมาย “ไม่แก้ส่วนนี้แล้ว” ออก", unit=old),
        Fate.GONE: _("ฉบับใหม่ไม่มี%(unit)s แล้ว ถ้ายังต้องการข้อความนี้ คัดลอกไปเพิ่มเป็นมาตราใหม่หลังรวมเสร็จ", unit=old),
        Fate.TAKEN: _("ฉบับใหม่มี%(old)s อยู่แล้ว ข้อเสนอจึงใช้เลขถัดไปที่ว่าง: %(new)s", old=old, new=new or "–"),
        Fate.NO_PLACE: _("ฉบับใหม่ไม่มีที่เดิมที่%(unit)s จะต่อท้ายแล้ว คัดลอกข้อความไปเพิ่มใหม่หลังรวมเสร็จ", unit=old),
    }[unit.fate]
