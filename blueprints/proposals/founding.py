"""A board or subcommittee made anew: as a new section, or as paragraphs of the section on subcommittees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import abort, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.proposals import blueprint, seats
from blueprints.proposals.boards import landing
from blueprints.proposals.heads import Head, head_of
from blueprints.proposals.rows import section_of
from extensions import db
from law.act import Act, Section
from law.board import CannotWrite, Member, Role, Source, new_board, read_boards, rules_of, write_board
from law.editing.edit import Edit, canonical
from law.tree.units import read_units
from review.permissions import Permission
from services.drafting import previews, proposals, seating
from services.drafting.seating import Writing
from services.failures import Refused, StaleWrite

NAMES = ("name", "chair", "behind", "as", "mandate", "term", "reporting")


@blueprint.post("/<int:proposal_id>/board")
@requires(Permission.PROPOSE)
def found_board(proposal_id: int) -> str | tuple[str, int] | Response:
    """A new board or subcommittee, as a new section or as paragraphs of one that stands."""
    head = head_of(proposal_id)
    typed = {name: request.form.get(name, "") for name in NAMES}
    if not head.may_edit:
        return landing(head, problem=head.why_edit_not, typed=typed), 403
    name, chair = (" ".join(typed[part].split()) for part in ("name", "chair"))
    if not name.startswith("คณะ") or not chair:
        problem = _("กรอกชื่อที่ขึ้นต้นด้วยคณะกรรมการหรือคณะอนุกรรมการ และผู้เป็นประธาน")
        return landing(head, problem=problem, typed=typed), 400
    writing = head.writing
    try:
        made = _founded(head, writing, typed, _founding_text(name, chair, typed))
        others = tuple(edit for edit in writing.edits if edit.address != made.address)
        proposals.save_working_copy(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            edits=(*others, made),
            seen_revision=writing.revision or 0,
        )
    except CannotWrite:
        return landing(head, problem=str(seats.CANNOT[CannotWrite.READS_OTHERWISE]), typed=typed), 422
    except (Refused, StaleWrite):
        return landing(head, problem=_("บันทึกไม่ได้ ลองอีกครั้ง"), typed=typed), 409
    number = len(read_boards(section_of(read_units(made.text)))) - 1
    where = {"n": number} if number else {}
    return redirect(url_for("proposals.board", proposal_id=proposal_id, address=made.address, **where))


def _founding_text(name: str, chair: str, typed: Mapping[str, str]) -> str:
    """The provision: its composition so far, and the paragraphs that follow. :raises CannotWrite:"""
    first = Member(Role.CHAIR, Source.OFFICE, chair)
    rules = rules_of(name, mandate=typed["mandate"], term=typed["term"], reporting=typed["reporting"])
    return canonical("\n".join([write_board(new_board(name, [first])), *rules]))


def _founded(head: Head, writing: Writing, typed: Mapping[str, str], text: str) -> Edit:
    """The section with the board in it. :raises CannotWrite: where the text does not read as one board more."""
    tree = seating.editions.tree(head.proposal.edition)
    if typed["as"] == "paragraphs":
        made = _with_paragraphs(seating.edited_tree(tree, writing.edits), writing, typed["behind"], text)
        before = len(read_boards(section_of(read_units(made.text.removesuffix(text).rstrip()))))
    else:
        found = previews.inserted(tree, writing.edits, typed["behind"])
        made, before = (replace(found, text=text) if found else None), 0
    if made is None:
        abort(400)
    if len(read_boards(section_of(read_units(made.text)))) != before + 1:
        raise CannotWrite(None, CannotWrite.READS_OTHERWISE)
    return made


def _with_paragraphs(tree: Act, writing: Writing, address: str, text: str) -> Edit:
    """The section as it would be, with the board as its last paragraphs."""
    section = tree.get(address)
    if not isinstance(section, Section) or section.is_repealed:
        abort(400)
    edit = writing.of(address) or Edit(address, "")
    return replace(edit, text=f"{section.text}\n{text}")
