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
from law.citing.citation import cite
from models.proposal import Draft
from review.permissions import Permission
from services.drafting.comparisons import version
from services.drafting.drafts import draft_tree
from services.failures import known
from services.keeping import timeline
from services.people import invitations
from services.reviewing import comments
from services.reviewing.placing import place_threads


@blueprint.get("/<int:proposal_id>/drafts/<int:number>")
@requires(Permission.READ)
def draft(proposal_id: int, number: int) -> str:
    """The touched units as they read in one draft."""
    head = head_of(proposal_id)
    found = version(db.session, proposal=head.proposal, number=number).draft
    if found is None:
        return render("proposals/no_draft.html", head, "proposals.text")
    return render(
        "proposals/draft.html", head, "proposals.text", draft=found, units=touched_units(found), short=SHORT_HASH
    )


def touched_units(draft: Draft) -> list[tuple[str, str, str]]:
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


MOST = 1_000  # events on one page


@blueprint.get("/<int:proposal_id>/history")
@requires(Permission.READ)
def history(proposal_id: int) -> str:
    """The story, narrowed to a kind of event and to who did it: ``by`` is a user's number, or ``guest-`` and one's."""
    head = head_of(proposal_id)
    kind, by = request.args.get("kind", ""), request.args.get("by", "")
    people = {str(user.id): user.name for user in timeline.actors(db.session, proposal=head.proposal)}
    guests = invitations.list_invitations(db.session, proposal=head.proposal)
    people |= {f"guest-{guest.id}": guest.name for guest in guests}
    if (kind and kind not in KINDS) or (by and by not in people):
        abort(404)
    number = int(by.removeprefix("guest-")) if by else None
    before = request.args.get("before", type=int)
    events = timeline.events(
        db.session,
        proposal=head.proposal,
        actions=KINDS.get(kind, ()),
        actor=None if by.startswith("guest-") else number,
        guest=number if by.startswith("guest-") else None,
        before=None if before is None else known(before),
        limit=MOST + 1,
    )
    shown, names = events[:MOST], timeline.names_in(db.session, events[:MOST])
    entries = [told(event, proposal_id, names.people, names.guests) for event in reversed(shown)]
    return render(
        "proposals/history.html",
        head,
        "proposals.history",
        entries=entries,
        kind=kind,
        by=by,
        kinds=_kinds(),
        people=people,
        earlier=shown[-1].number if len(events) > MOST else None,
    )


def _kinds() -> dict[str, str]:
    return {
        "": _("ทั้งหมด"),
        "decisions": _("การตัดสินใจ"),
        "drafts": _("ร่าง"),
        "comments": _("ความเห็น"),
        "arrangements": _("การมอบหมายและกำหนดเวลา"),
    }
