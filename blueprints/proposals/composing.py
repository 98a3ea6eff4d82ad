"""The composition editor: rows of members and the provision's text beside them, both ways."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.language import thai_digits
from blueprints.proposals import blueprint, seats
from blueprints.proposals import rows as typed_rows
from blueprints.proposals.boards import TAB, board_words, chosen_number
from blueprints.proposals.heads import Head, head_of, render
from blueprints.proposals.rows import Row
from blueprints.wording import FAULTS, MISFITS
from extensions import db
from law.board import CannotWrite, labels_of, moved_item
from law.citing.citation import cite
from law.editing.edit import Edit, EditError, canonical
from review.permissions import Permission
from services.drafting import proposals, seating
from services.drafting.proposals import WorkingText
from services.drafting.seating import Writing
from services.failures import Refused, StaleWrite

ITEM_MOVES = ("item-up", "item-down")


@dataclass
class Typed:
    """What came from the form. ``basis``: the text that the rows were read from; ``shown``: what the text's field held
    when the page was made; ``text``: what it holds now.
    """

    rows: list[Row]
    basis: str
    shown: str
    text: str
    revision: int
    note: str = ""
    problems: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def from_form(cls) -> Typed:
        form = request.form
        basis, shown, text = (_lines(form.get(name, "")) for name in ("basis", "shown", "text"))
        revision = form.get("revision", -1, type=int)
        return cls(typed_rows.from_form(), basis, shown, text, revision, form.get("note", ""))

    @property
    def text_changed(self) -> bool:
        return canonical(self.text) != canonical(self.shown)

    def rows_changed(self, number: int) -> bool:
        return [row for row in self.rows if row.is_finished] != typed_rows.of_text(self.basis, number)


def _lines(sent: str) -> str:
    """Text as it was typed: browsers send line ends of their own."""
    return sent.replace("\r\n", "\n").replace("\0", "")


@blueprint.get("/<int:proposal_id>/board/<path:address>")
@requires(Permission.READ)
def board(proposal_id: int, address: str) -> str:
    head = head_of(proposal_id)
    return editor(head, address, chosen_number(), head.writing)


@blueprint.post("/<int:proposal_id>/board/<path:address>")
@requires(Permission.PROPOSE)
def compose(proposal_id: int, address: str) -> str | tuple[str, int] | Response:
    head, number, typed = head_of(proposal_id), chosen_number(), Typed.from_form()
    writing = head.writing
    if not head.may_edit:
        return _again(head, address, number, writing, typed, head.why_edit_not, 403)
    command, _sep, place = request.form.get("do", "save").partition(":")
    anchor = typed_rows.carry_out(typed.rows, command, place)
    if command == "add":
        return editor(head, address, number, writing, typed=typed, focus=anchor)
    try:
        text = _written(typed, number, command)
        if command in ITEM_MOVES:
            text, anchor = _with_item_moved(head, address, number, typed, text)
        _keep(head, address, writing, typed, text)
        if command == "draft":
            return _draft(head, typed)
    except Both:
        problem = _("ท่านแก้ทั้งแถวและข้อความ ยังไม่ได้บันทึก เลือกว่าจะใช้ส่วนใด")
        return _again(head, address, number, writing, typed, problem, 409, both=True)
    except CannotWrite as error:
        return _again(head, address, number, writing, typed, _why(error, typed), 422)
    except Refused as refused:
        return _again(head, address, number, writing, typed, str(FAULTS[refused.fault]), 400)
    except EditError as error:
        return _again(head, address, number, writing, typed, f"{cite(error.address)}: {MISFITS[error.reason]}", 400)
    except StaleWrite as stale:
        return _stale(head, address, number, typed, stale)
    _say_if_not_moved(command, typed, text, number)
    return redirect(_url("proposals.board", head, address, number, anchor))


def _url(endpoint: str, head: Head, address: str, number: int, anchor: str = "") -> str:
    where = {"n": number} if number else {}
    return url_for(endpoint, proposal_id=head.proposal.id, address=address, **where, _anchor=anchor or None)


class Both(Exception):
    """Rows and text were both changed, and they do not say the same."""


def _written(typed: Typed, number: int, command: str) -> str:
    """The section's text that was meant. :raises Both: :raises CannotWrite:"""
    if command == "text!":
        return typed.text
    if not typed.rows_changed(number):
        return typed.text if typed.text_changed else (typed.shown or typed.basis)
    if command == "rows!" or not typed.text_changed:
        return typed_rows.written(typed.basis, number, typed.rows)
    if not _said_already(typed, number):
        raise Both
    return typed.text


def _with_item_moved(head: Head, address: str, number: int, typed: Typed, text: str) -> tuple[str, str]:
    """The text with a whole item moved and its own citations following, and the id of the row to go to.

    :raises CannotWrite: where nothing may move.
    """
    command, _sep, place = request.form.get("do", "").partition(":")
    row = typed_rows.found_again(text, number, typed.rows, place)
    fixed = labels_of(seating.seating(head.proposal, head.writing, address, number).base, number)
    moved, swapped = moved_item(text, number, row.start, up=command == "item-up", fixed=fixed)
    moved = seating.recited(head.proposal, _edits_with(head.writing, address, moved), address, swapped)
    return moved, typed_rows.field_of(moved, number, row)


def _said_already(typed: Typed, number: int) -> bool:
    """Whether the rows are in the text that was shown: they were read from an older one and saved since."""
    try:
        return typed_rows.written(typed.basis, number, typed.rows) == typed.shown
    except CannotWrite:
        return False


def _keep(head: Head, address: str, writing: Writing, typed: Typed, text: str) -> None:
    """The working copy with the section's new text; the other units stay as they are."""
    if writing.of(address) is None and text == seating.seating(head.proposal, writing, address).base:
        return
    saved = proposals.save_working_copy(
        db.session,
        user=current_user(),
        proposal_id=head.proposal.id,
        edits=_edits_with(writing, address, text),
        seen_revision=typed.revision,
    )
    typed.revision = saved.revision


def _edits_with(writing: Writing, address: str, text: str) -> tuple[Edit, ...]:
    edit = writing.of(address)
    others = tuple(one for one in writing.edits if one is not edit)
    return (*others, replace(edit, text=text) if edit else Edit(address, text))


def _draft(head: Head, typed: Typed) -> Response:
    saved = proposals.save_draft(
        db.session,
        user=current_user(),
        proposal_id=head.proposal.id,
        seen_revision=typed.revision,
        note=typed.note[:500],
    )
    number = saved.draft.number
    if saved.is_new:
        flash(_("บันทึกเป็นร่างครั้งที่ %(number)s แล้ว", number=thai_digits(number)))
    else:
        flash(_("ข้อความเหมือนร่างครั้งที่ %(number)s ทุกคำ จึงไม่ได้สร้างร่างใหม่", number=thai_digits(number)), "warning")
    return redirect(url_for("proposals.compare", proposal_id=head.proposal.id, new=number))


def _why(error: CannotWrite, typed: Typed) -> str:
    sentence = str(seats.CANNOT.get(error.reason, seats.CANNOT[CannotWrite.READS_OTHERWISE]))
    if error.member is None:
        return sentence
    place = next((place for place, row in enumerate(typed.rows) if row.start == error.member.start), None)
    if place is not None:
        typed.problems.append((f"office-{place}", sentence))
    return f"{error.member.office}: {sentence}"


def _say_if_not_moved(command: str, typed: Typed, text: str, number: int) -> None:
    """A row changes places within its list, or goes into another one of its kind; past others it goes back."""
    if command not in ("up", "down"):
        return
    wanted = [row.office for row in typed.rows if row.is_finished]
    if wanted != [row.office for row in typed_rows.of_text(text, number)]:
        problem = _("แถวที่ย้ายกลับที่เดิม เพราะรายการนั้นเป็นของผู้ที่มีหน้าที่หรือที่มาต่างกัน เปลี่ยนหน้าที่หรือที่มาของแถวก่อน")
        flash(problem, "warning")


def _again(
    head: Head,
    address: str,
    number: int,
    writing: Writing,
    typed: Typed,
    problem: str,
    status: int,
    *,
    both: bool = False,
) -> tuple[str, int]:
    """The editor with what was typed, and what is wrong."""
    return editor(head, address, number, writing, typed=typed, problem=problem, both=both), status


def _stale(head: Head, address: str, number: int, typed: Typed, stale: StaleWrite) -> tuple[str, int]:
    """Somebody saved meanwhile: his or her text of the section is shown, what was typed here is kept."""
    theirs = stale.theirs
    assert isinstance(theirs, WorkingText)
    typed.revision = theirs.revision
    writing = Writing(theirs.edits, theirs.revision, theirs.frame.transitional)
    return editor(head_of(head.proposal.id), address, number, writing, typed=typed, theirs=theirs), 409


def editor(
    head: Head,
    address: str,
    number: int,
    writing: Writing,
    *,
    typed: Typed | None = None,
    problem: str = "",
    both: bool = False,
    theirs: WorkingText | None = None,
    focus: str = "",
) -> str:
    """The page of one board. ``focus``: id of the field to go to."""
    settled = seating.is_settled(writing)
    found = seating.seating(head.proposal, writing, address, number, settled=settled)
    shown = typed or Typed(
        typed_rows.of_text(found.text, number), found.text, found.text, found.text, writing.revision or 0
    )
    words = board_words(head, found)
    return render(
        "proposals/board.html",
        head,
        TAB,
        typed=shown,
        problem=problem,
        both=both,
        theirs=theirs,
        focus=focus,
        number=number,
        is_saved=typed is None,
        may_write=head.may_edit and writing.revision is not None,
        roles=[(role.value, name) for role, name in seats.ROLES.items()],
        sources=[(source.value, name) for source, name in seats.SOURCES.items()],
        blank=Row(),
        lists=typed_rows.lists_of(shown.basis, number),
        fixed=labels_of(found.base, number),
        **words,
    )
