"""Reading what is there: one draft, the discussion, the history."""

from __future__ import annotations

from flask import abort, request
from flask_babel import gettext as _

from blueprints.access import current_user, requires
from blueprints.proposals import blueprint
from blueprints.proposals.heads import SHORT_HASH, head_of, render
from blueprints.proposals.story import KINDS, told
from extensions import db
from law.act import Division, Section
from law.citation import cite
from models.proposal import Draft
from review.permissions import Permission
from services import comments, timeline
from services.comparisons import version
from services.drafts import draft_tree
from services.placing import place_threads


@blueprint.get("/<int:proposal_id>/drafts/<int:number>")
@requires(Permission.READ)
def draft(proposal_id: int, number: int) -> str:
    """The touched units as they read in one draft."""
    head = head_of(proposal_id)
    found = version(db.session, proposal=head.proposal, number=number).draft
    if found is None:
        return render("proposals/no_draft.html", head, "proposals.text")
    return render("proposals/draft.html", head, "proposals.text", draft=found, units=_units(found), short=SHORT_HASH)


def _units(draft: Draft) -> list[tuple[str, str, str]]:
    """(address, heading, text) of the touched units in the order of the act."""
    touched = {edit["address"] for edit in draft.edits}
    units = []
    for address, place in draft_tree(draft).places().items():
        if address in touched and isinstance(place.node, Section):
            units.append((address, place.node.heading, place.node.text))
        elif address in touched and isinstance(place.node, Division):
            units.append((address, place.node.heading or cite(address), place.node.title))
    return units


@blueprint.get("/<int:proposal_id>/discussion")
@requires(Permission.READ)
def discussion(proposal_id: int) -> str:
    head = head_of(proposal_id)
    threads = comments.list_threads(db.session, proposal=head.proposal)
    shown = version(db.session, proposal=head.proposal, number=head.proposal.draft_count)
    return render(
        "proposals/discussion.html",
        head,
        "proposals.discussion",
        threads=place_threads(threads, shown),
        may_settle=lambda comment: comments.may_settle(current_user(), comment, head.possible.standing),
    )


@blueprint.get("/<int:proposal_id>/history")
@requires(Permission.READ)
def history(proposal_id: int) -> str:
    head = head_of(proposal_id)
    kind = request.args.get("kind", "")
    if kind and kind not in KINDS:
        abort(404)
    events = timeline.events(db.session, proposal=head.proposal, actions=KINDS.get(kind, ()))
    entries = [told(event, proposal_id, people=_people(head.reviews)) for event in reversed(events)]
    names = {
        "": _("ทั้งหมด"),
        "drafts": _("ร่าง"),
        "comments": _("ความเห็น"),
        "people": _("ผู้เกี่ยวข้อง"),
        "decisions": _("การตัดสินใจ"),
    }
    return render("proposals/history.html", head, "proposals.history", entries=entries, kind=kind, kinds=names)


def _people(found: list) -> dict[int, str]:  # type: ignore[type-arg]
    return {review.reviewer.id: review.reviewer.name for review in found}
