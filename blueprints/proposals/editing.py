"""Writing the text of a proposal: the working copy, and the drafts that are made of it."""

from __future__ import annotations

from dataclasses import replace

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.language import thai_digits, thai_time
from blueprints.proposals import blueprint
from blueprints.proposals.choosing import divisions_to_follow, outline, sections_to_follow
from blueprints.proposals.clauses import UnitClauses, grain_choices, typed_frame, typed_words, unit_clauses
from blueprints.proposals.elsewhere import elsewhere
from blueprints.proposals.forms import EditorForm
from blueprints.proposals.heads import Head, head_of, render
from blueprints.wording import FAULTS, MISFITS
from extensions import db
from law.act import REPEALED, Act, Division, Level, Section
from law.citing.citation import cite
from law.editing.edit import SCHEDULES, Edit, EditError
from law.editing.numbering import insert_item
from law.tree.headings import WORDS
from models.base import utc_now
from review.approval import base_text
from review.permissions import Permission
from services.acts import editions
from services.drafting import previews, proposals
from services.drafting.previews import UnitPreview
from services.drafting.proposals import WorkingText
from services.failures import Refused, StaleWrite

TAB = "proposals.text"
_NOTHING_WRITTEN = WorkingText((), 0, 0)


@blueprint.get("/<int:proposal_id>/text")
@requires(Permission.READ)
def text(proposal_id: int) -> str | Response:
    head = head_of(proposal_id)
    if not head.may_edit:
        if not head.proposal.draft_count:
            return render("proposals/no_draft.html", head, TAB)
        return redirect(url_for("proposals.draft", proposal_id=proposal_id, number=head.proposal.draft_count))
    working = head.working
    return _editor(head, working.edits, working, EditorForm(formdata=None, revision=working.revision))


@blueprint.post("/<int:proposal_id>/text")
@requires(Permission.PROPOSE)
def write(proposal_id: int) -> str | tuple[str, int] | Response:
    head = head_of(proposal_id)
    form = EditorForm()
    edits = typed_edits()
    command, _sep, unit = request.form.get("do", "save").partition(":")
    if not head.may_edit:
        return _refused(head, edits, form, head.why_edit_not, 403)
    try:
        changed, touched = _carry_out(editions.tree(head.proposal.edition), edits, command, unit)
        frame = typed_frame(head, edits)
        if command == "words":
            changed, frame = typed_words(head, edits, frame)
        if command == "draft":
            return _save_draft(head, edits, form)
        proposals.save_working_copy(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            edits=changed,
            seen_revision=form.revision.data or 0,
            frame=frame,
        )
    except StaleWrite as stale:
        return _conflict(head, edits, form, stale)
    except EditError as error:
        return _refused(head, edits, form, _misfit(error), 400)
    except Refused as refused:
        return _refused(head, edits, form, _said(refused), 400)
    return redirect(url_for(TAB, proposal_id=proposal_id, _anchor=f"unit-{touched}" if touched else None))


@blueprint.post("/<int:proposal_id>/text/autosave")
@requires(Permission.PROPOSE)
def autosave(proposal_id: int) -> tuple[Response, int] | Response:
    head = head_of(proposal_id)
    edits = typed_edits()
    if not head.may_edit:
        return jsonify(message=head.why_edit_not), 403
    seen = request.form.get("revision", -1, type=int)
    try:
        working = proposals.save_working_copy(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            edits=edits,
            seen_revision=seen,
            frame=typed_frame(head, edits),
        )
    except StaleWrite:
        return jsonify(message=_("มีผู้บันทึกก่อนท่าน")), 409
    except Refused as refused:
        return jsonify(message=_said(refused)), 400
    units = previews.preview(editions.tree(head.proposal.edition), edits)
    clauses = unit_clauses(head, edits, working.frame)
    return jsonify(
        revision=working.revision,
        saved_at=thai_time(utc_now()),
        previews={unit.edit.address: _marks(unit, clauses[unit.edit.address]) for unit in units},
    )


def _marks(unit: UnitPreview, becomes: UnitClauses) -> str:
    return render_template("proposals/unit_marks.html", unit=unit, misfits=MISFITS, becomes=becomes)


def typed_edits() -> tuple[Edit, ...]:
    """The units as they came from the form. Three lists that do not belong together are no form of ours: 400."""
    fields = [request.form.getlist(name) for name in ("address", "text", "after")]
    if len({len(values) for values in fields}) > 1:
        abort(400)
    return tuple(Edit(*values) for values in zip(*fields, strict=True))


def _carry_out(act: Act, edits: tuple[Edit, ...], command: str, unit: str) -> tuple[tuple[Edit, ...], str]:
    """The edits after the button that was pressed, and the unit to show next. :raises EditError: NO_PLACE."""
    by_address = {edit.address: edit for edit in edits}
    if command == "open":
        return _open(act, edits, unit or request.form.get("open", ""))
    if command in ("insert", "division"):
        made = _inserted(act, edits, command)
        return (*edits, made), made.address
    if unit not in by_address:
        return edits, ""
    if command == "drop":
        return _without(edits, by_address[unit]), ""
    texts = {"repeal": REPEALED, "reset": base_text(act, unit)}
    if command in texts:
        return _with_text(edits, unit, texts[command]), unit
    if command == "item":
        return _with_text(edits, unit, _with_item(by_address[unit].text, unit)), unit
    return edits, ""


def _inserted(act: Act, edits: tuple[Edit, ...], command: str) -> Edit:
    """A new section or division behind what was chosen. :raises EditError: NO_PLACE where its number has none."""
    if command == "insert":
        behind = request.form.get("behind", "")
        made = previews.inserted(act, edits, behind)
    else:
        behind, level = request.form.get("behind_division", ""), request.form.get("level", "")
        made = previews.inserted_division(act, edits, behind, Level(level) if level in set(WORDS) else None)
    if made is None:
        raise EditError(behind, EditError.NO_PLACE)
    return made


def _misfit(error: EditError) -> str:
    return f"{cite(error.address)}: {MISFITS[error.reason]}"


def _open(act: Act, edits: tuple[Edit, ...], address: str) -> tuple[tuple[Edit, ...], str]:
    node = act.get(address)
    can_open = isinstance(node, (Section, Division)) or address == SCHEDULES
    if not can_open or any(edit.address == address for edit in edits):
        return edits, address if can_open else ""
    return (*edits, Edit(address, base_text(act, address))), address


def _without(edits: tuple[Edit, ...], dropped: Edit) -> tuple[Edit, ...]:
    """What was inserted behind a dropped insertion would hang in the air: it goes with it."""
    gone = {dropped.address} if dropped.after else set()
    kept = [edit for edit in edits if edit is not dropped]
    while hanging := [edit for edit in kept if edit.after in gone]:
        gone.update(edit.address for edit in hanging)
        kept = [edit for edit in kept if edit not in hanging]
    return tuple(kept)


def _with_text(edits: tuple[Edit, ...], unit: str, text: str) -> tuple[Edit, ...]:
    return tuple(replace(edit, text=text) if edit.address == unit else edit for edit in edits)


def _with_item(text: str, unit: str) -> str:
    line = request.form.get(f"line-{unit}", 0, type=int)
    count = len(text.splitlines())
    return insert_item(text, min(max(line, 0), count - 1)) if count else "(๑) "


def _save_draft(head: Head, edits: tuple[Edit, ...], form: EditorForm) -> str | tuple[str, int] | Response:
    if not form.validate():
        return _refused(head, edits, form, " ".join(str(error) for error in form.note.errors), 400)
    try:
        saved = proposals.save_draft(
            db.session,
            user=current_user(),
            proposal_id=head.proposal.id,
            seen_revision=form.revision.data or 0,
            edits=edits,
            frame=typed_frame(head, edits),
            note=form.note.data or "",
        )
    except EditError as error:
        return _refused(head, edits, form, _misfit(error), 400)
    number = saved.draft.number
    if saved.is_new:
        flash(_("บันทึกเป็นร่างครั้งที่ %(number)s แล้ว", number=thai_digits(number)))
    else:
        flash(_("ข้อความเหมือนร่างครั้งที่ %(number)s ทุกคำ จึงไม่ได้สร้างร่างใหม่", number=thai_digits(number)), "warning")
    return redirect(url_for("proposals.compare", proposal_id=head.proposal.id, new=number))


def _said(refused: Refused) -> str:
    sentence = str(FAULTS[refused.fault])
    return f"{cite(refused.address) or refused.address}: {sentence}" if refused.address else sentence


def _refused(head: Head, edits: tuple[Edit, ...], form: EditorForm, problem: str, status: int) -> tuple[str, int]:
    """The editor again with what was typed, and what is wrong."""
    return _editor(head, edits, None, form, problem=problem), status


def _conflict(head: Head, edits: tuple[Edit, ...], form: EditorForm, stale: StaleWrite) -> tuple[str, int]:
    """Somebody saved meanwhile: what he or she changed, beside what was typed here, which is kept."""
    theirs = stale.theirs
    assert isinstance(theirs, WorkingText)
    form.revision.data = theirs.revision
    form.revision.raw_data = None
    act = editions.tree(head.proposal.edition)
    mine = {edit.address: edit.text for edit in edits}
    known = {edit.address for edit in theirs.edits}
    others = [unit for unit in previews.preview(act, theirs.edits) if mine.get(unit.edit.address) != unit.edit.text]
    gone = [edit.address for edit in edits if edit.address not in known]
    page = _editor(head_of(head.proposal.id), edits, None, form, theirs=theirs, others=others, gone=gone)
    return page, 409


def _editor(
    head: Head,
    edits: tuple[Edit, ...],
    working: WorkingText | None,
    form: EditorForm,
    *,
    problem: str = "",
    theirs: WorkingText | None = None,
    others: list[UnitPreview] | None = None,
    gone: list[str] | None = None,
) -> str:
    act = editions.tree(head.proposal.edition)
    units = previews.preview(act, edits)
    frame = typed_frame(head, edits) if head.may_edit else None
    frame = frame or (working or theirs or _NOTHING_WRITTEN).frame
    return render(
        "proposals/editor.html",
        head,
        TAB,
        form=form,
        units=units,
        clauses=unit_clauses(head, edits, frame),
        grain_choices=lambda address: grain_choices(act, address),
        chosen_grains={address: grain.value for address, grain in frame.grain},
        working=working,
        problem=problem,
        theirs=theirs,
        others=others or [],
        gone=gone or [],
        misfits=MISFITS,
        item_lines=previews.item_lines,
        outline=outline(act, {edit.address for edit in edits}),
        sections=sections_to_follow(act, edits),
        divisions=divisions_to_follow(act, edits),
        levels=[(level.value, word) for level, word in WORDS.items()],
        elsewhere=elsewhere(head) if head.may_edit else {},
    )
