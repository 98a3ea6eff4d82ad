"""A draft and its bill as Akoma Ntoso, for other systems."""

from __future__ import annotations

from flask import abort
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import requires
from blueprints.errors import error_page
from blueprints.files import xml_file
from blueprints.proposals import blueprint
from blueprints.proposals.comparing import chosen_sides
from blueprints.proposals.heads import head_of
from extensions import db
from review.permissions import Permission
from services.acts import exchange
from services.people.visibility import find_draft

# What can be had, under the names of the same documents as PDF and Word.
FILES = {"clean": exchange.draft_file, "bill": exchange.bill_file}


@blueprint.context_processor
def _offered() -> dict[str, object]:
    return {"akoma_ntoso": tuple(FILES)}


@blueprint.get("/<int:proposal_id>/documents/<kind>.xml")
@requires(Permission.READ)
def akoma_ntoso(proposal_id: int, kind: str) -> Response | tuple[str, int]:
    """The draft chosen as the newer side: the act as it would read, or the bill."""
    head = head_of(proposal_id)
    number = chosen_sides(head).new
    if kind not in FILES or not number:
        abort(404)
    written = FILES[kind](find_draft(db.session, head.proposal, number))
    if written is None:
        return error_page(409, _("ยังไม่มีร่างกฎหมาย"), [_("ร่างครั้งนี้ยังเขียนเป็นร่างกฎหมายไม่ได้"), _("หน้าร่างกฎหมายบอกว่าติดที่ใด")])
    name = {"clean": "act", "bill": "bill"}[kind]
    return xml_file(written, f"{head.proposal.act.slug}-proposal-{proposal_id}-draft-{number}-{name}.xml")
