"""Correcting the lines of a text before it is stored: joined, split, marked, left out. Every step is read again."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from blueprints.access import requires
from blueprints.acts import blueprint
from blueprints.acts.bringing_in import import_form
from blueprints.acts.line_view import CHOICES, KINDS, changed_units, kind_of, shown_corrections, view_lines
from blueprints.acts.parcel import pack, unpack
from blueprints.acts.routes import chosen_edition, find_act
from blueprints.acts.sentences import MISFITS, ledger_sentence, unit_counts
from law.editing.settled import MARKS, Settled, join, misfit, put, read_settled, settle, settled_as
from review.permissions import Permission
from services.acts.storing import text_from
from services.failures import Refused
from services.recent import Recent

Page = str | tuple[str, int] | Response

# What was read in the step before is what the next one is compared with.
_read: Recent[Settled] = Recent(4)


@dataclass(slots=True)
class Step:
    """What a person asked for. `line`: the one in hand; `opened`: it is being edited; `wrong`: why it stays so."""

    text: str
    line: int = 0
    opened: bool = False
    whole: bool = False
    wrong: str = ""
    words: str = ""
    kind: str = ""


@blueprint.get("/import/lines")
@requires(Permission.IMPORT_ACTS)
def start_again() -> Response:
    """The address without its text, as after a change of language."""
    return redirect(url_for("acts.import_act"))


@blueprint.post("/import/lines")
@requires(Permission.IMPORT_ACTS)
def correct_lines() -> Page:
    try:
        original = text_from(unpack(request.form.get("parcel", "")))
        carried = request.form.get("corrected", "")
        before = text_from(unpack(carried)) if carried else settle(original)
        step = _take(before, original)
        step.text = text_from(step.text)
    except Refused:
        return redirect(url_for("acts.import_act"))
    return _page(original, before, step)


def _page(original: str, before: str, step: Step) -> Page:
    settled, untouched = read_once(step.text), settle(original)
    step.opened = step.opened and step.line < len(settled.lines)
    if step.opened and not step.wrong:
        line = settled.lines[step.line]
        step.words, step.kind = line.text, kind_of(line)
    page = render_template(
        "acts/lines.html",
        form=import_form(),
        step=step,
        settled=settled,
        told=ledger_sentence(step.text, settled.reading),
        counts=unit_counts(settled.reading),
        view=view_lines(settled, step.line),
        parcel=pack(original),
        corrected=pack(step.text) if step.text != untouched else "",
        changed=changed_units(read_once(before), settled) if before != step.text else None,
        made=shown_corrections(untouched, step.text),
        kinds=KINDS,
        choices=CHOICES,
    )
    return (page, 400) if step.wrong else page


@blueprint.get("/<slug>/corrections")
@requires(Permission.READ)
def corrections(slug: str) -> str:
    """What was corrected in the text of an edition when it was brought in."""
    act = find_act(slug)
    edition = chosen_edition(act, request.args.get("edition", ""), act.editions[0])
    original = edition.original_text
    if original is None:
        abort(404)
    made = shown_corrections(settle(original), edition.source_text)
    return render_template("acts/corrections.html", act=act, edition=edition, made=made)


def read_once(text: str) -> Settled:
    """The text with its lines, read once for the step that makes it and the one that leaves it."""
    return _read.get(sha256(text.encode()).digest(), lambda: read_settled(text))


def _take(before: str, original: str) -> Step:
    """The step that the button asks for, taken."""
    deed, _, number = request.form.get("do", "").partition(":")
    line = _number(number)
    if deed == "join":
        return Step(join(before, line), max(line - 1, 0))
    if deed == "put":
        return _put(before, line)
    if deed == "put-whole":
        whole = request.form.get("whole", "")
        return Step(settled_as(whole) if whole.strip() else before)
    if deed == "restart":
        return Step(settle(original))
    if deed == "odd":
        return Step(before, _odd_line(before, line))
    if deed == "go":
        line = _number(request.form.get("to", ""))
    return Step(before, line, opened=deed == "open", whole=deed == "whole")


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0


def _odd_line(text: str, index: int) -> int:
    settled = read_once(text)
    oddities = settled.reading.oddities
    return settled.line_of(oddities[index]) if index < len(oddities) else 0


def _put(before: str, line: int) -> Step:
    words, kind = request.form.get("words", ""), request.form.get("kind", "")
    if kind == "drop" or not words.strip():
        return Step(put(before, line, "", None), max(line - 1, 0))
    if misfit(kind, words):
        return Step(before, line, opened=True, wrong=str(MISFITS[kind]), words=words, kind=kind)
    return Step(put(before, line, words, MARKS.get(kind)), line)
