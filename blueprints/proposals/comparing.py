"""What changes: any two versions of a proposal side by side, on the screen and on paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flask import abort, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.language import thai_digits
from blueprints.proposals import blueprint
from blueprints.proposals.heads import SHORT_HASH, Head, head_of, render
from blueprints.proposals.said import beside, pieces
from extensions import db
from law.compare import SectionDiff
from models.base import utc_now
from review.permissions import Permission
from services.drafting import comparisons
from services.reviewing import comments
from services.reviewing.placing import place_threads

blueprint.add_app_template_filter(pieces)
VIEWS = ("inline", "sides")
KINDS = ("replaced", "inserted", "repealed", "moved", "heading")


@dataclass(frozen=True, slots=True)
class Sides:
    """Which two versions are compared (0: the act), and how they are shown."""

    old: int
    new: int
    view: str


def chosen_sides(head: Head) -> Sides:
    """What the address asks for; the act against the last draft where it says nothing. No such version: 404."""
    old = request.values.get("old", "0")
    new = request.values.get("new", str(head.proposal.draft_count))
    view = request.values.get("view", VIEWS[0])
    if not all(number.isdecimal() and len(number) < 7 for number in (old, new)) or view not in VIEWS:
        abort(404)
    return Sides(int(old), int(new), view)


def versions(head: Head) -> list[tuple[int, str]]:
    """What can be chosen on either side: (number, name)."""
    numbers = range(1, head.proposal.draft_count + 1)
    drafts = [(number, _("ร่างครั้งที่ %(number)s", number=thai_digits(number))) for number in numbers]
    return [(0, _("กฎหมายที่ใช้อยู่")), *drafts]


def counts(sections: tuple[SectionDiff, ...]) -> dict[str, int]:
    """How many sections were changed in which way; a heading by itself counts as heading."""
    found = Counter(section.kind for section in sections)
    return {kind: found[kind] for kind in KINDS}


@blueprint.get("/<int:proposal_id>/compare")
@requires(Permission.READ)
def compare(proposal_id: int) -> str:
    head = head_of(proposal_id)
    if not head.proposal.draft_count:
        return render("proposals/no_draft.html", head, "proposals.compare")
    sides = chosen_sides(head)
    compared = comparisons.compare(db.session, proposal=head.proposal, old=sides.old, new=sides.new)
    threads = comments.list_threads(db.session, proposal=head.proposal)
    sections = compared.comparison.sections
    lines = [row.new_address for section in sections for row in section.rows if row.new_address]
    return render(
        "proposals/compare.html",
        head,
        "proposals.compare",
        sides=sides,
        versions=versions(head),
        compared=compared,
        counts=counts(compared.comparison.sections),
        beside=beside(place_threads(threads, compared.new), [section.address for section in sections], lines),
        standing=head.possible.standing,
        may_settle=lambda comment: comments.may_settle(current_user(), comment, head.possible.standing),
    )


PAPERS = ("running", "table")


@blueprint.get("/<int:proposal_id>/paper")
@requires(Permission.READ)
def paper(proposal_id: int) -> str | Response:
    """The printed page of a comparison: running text, or the table existing | proposed | reason."""
    head = head_of(proposal_id)
    if not head.proposal.draft_count:
        return redirect(url_for("proposals.print_choice", proposal_id=proposal_id))
    form = request.args.get("form", PAPERS[0])
    if form not in PAPERS:
        abort(404)
    sides = chosen_sides(head)
    compared = comparisons.compare(db.session, proposal=head.proposal, old=sides.old, new=sides.new)
    return render(
        f"proposals/paper_{form}.html",
        head,
        "proposals.print_choice",
        sides=sides,
        compared=compared,
        counts=counts(compared.comparison.sections),
        names=dict(versions(head)),
        short_hash=(compared.new.draft or compared.new.edition).content_hash[:SHORT_HASH],
        printed_at=utc_now(),
    )
