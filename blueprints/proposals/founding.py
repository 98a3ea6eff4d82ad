"""A board or subcommittee made anew, as a new section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import abort, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.proposals import blueprint, seats
from blueprints.proposals.boards import landing
from blueprints.proposals.heads import head_of
from blueprints.proposals.rows import section_of
from extensions import db
from law.board import CannotWrite, Member, Role, Source, new_board, read_boards, write_board
from law.edit import canonical
from law.tree.units import read_units
from review.permissions import Permission
from services import previews, proposals, seating
from services.failures import Refused, StaleWrite


@blueprint.post("/<int:proposal_id>/board")
@requires(Permission.PROPOSE)
def found_board(proposal_id: int) -> str | tuple[str, int] | Response:
    """A new board or subcommittee, as a new section: its name, its chair, and what else is to be said of it."""
    head = head_of(proposal_id)
    typed = {name: request.form.get(name, "") for name in ("name", "chair", "behind", "mandate", "term", "reporting")}
    if not head.may_edit:
        return landing(head, problem=head.why_edit_not, typed=typed), 403
    name, chair = (" ".join(typed[part].split()) for part in ("name", "chair"))
    if not name.startswith(("คณะกรรมการ", "คณะอนุกรรมการ", "คณะ")) or not chair:
        problem = _("กรอกชื่อที่ขึ้นต้นด้วยคณะกรรมการหรือคณะอนุกรรมการ และผู้เป็นประธาน")
        return landing(head, problem=problem, typed=typed), 400
    writing = head.writing
    made = previews.inserted(seating.editions.tree(head.proposal.edition), writing.edits, typed["behind"])
    if made is None:
        abort(400)
    try:
        text = _founding_text(name, chair, [typed[part] for part in ("mandate", "term", "reporting")])
        proposals.save_working_copy(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            edits=(*writing.edits, replace(made, text=text)),
            seen_revision=writing.revision or 0,
        )
    except CannotWrite:
        return landing(head, problem=str(seats.CANNOT[CannotWrite.READS_OTHERWISE]), typed=typed), 422
    except (Refused, StaleWrite):
        return landing(head, problem=_("บันทึกไม่ได้ ลองอีกครั้ง"), typed=typed), 409
    return redirect(url_for("proposals.board", proposal_id=proposal_id, address=made.address))


def _founding_text(name: str, chair: str, paragraphs: Sequence[str]) -> str:
    first = Member(Role.CHAIR, Source.OFFICE, chair)
    board = new_board(name, [first])
    more = [line for paragraph in paragraphs for line in canonical(paragraph).splitlines()]
    text = "\n".join([write_board(board), *more])
    if not read_boards(section_of(read_units(text))):
        raise CannotWrite(first, CannotWrite.READS_OTHERWISE)
    return text
