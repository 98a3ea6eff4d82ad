"""The boards of a proposal: which there are, one before and after, on paper, and beside another proposal's."""

from __future__ import annotations

from flask import abort, request
from flask_babel import gettext as _

from blueprints.access import current_user, requires
from blueprints.proposals import blueprint, seats
from blueprints.proposals.heads import SHORT_HASH, Head, head_of, render
from extensions import db
from law.boards import orders
from law.boards.composition import Fate, seats_of
from models.base import utc_now
from models.proposal import Proposal
from review.permissions import Permission
from services.drafting import besides, seating, wishes
from services.drafting.seating import Seating, Writing

TAB = "proposals.boards"


@blueprint.get("/<int:proposal_id>/board")
@requires(Permission.READ)
def boards(proposal_id: int) -> str:
    return landing(head_of(proposal_id))


def landing(head: Head, *, problem: str = "", typed: dict[str, str] | None = None) -> str:
    """Every board of the act as it would be, and the way to make another."""
    writing = head.writing
    places = seating.board_places(head.proposal, writing)
    powers = list(orders.powers_to_appoint(seating.editions.tree(head.proposal.edition)))
    usual = [power.address for power in powers] or [place.address for place in places]
    return render(
        "proposals/boards.html",
        head,
        TAB,
        places=places,
        totals={f"{place.address}#{place.number}": seats.people(place.board.total) for place in places},
        sections=_sections(head, writing),
        powers=powers,
        problem=problem,
        typed=typed or {"behind": usual[0] if usual else ""},
    )


def _sections(head: Head, writing: Writing) -> list[tuple[str, str]]:
    """What a new board can stand behind."""
    tree = seating.edited_tree(seating.editions.tree(head.proposal.edition), writing.edits)
    return [(address, section.heading) for address, section in tree.sections().items()]


def chosen_number() -> int:
    """Which of the boards that a section creates."""
    number = request.values.get("n", 0, type=int)
    return number if 0 <= number < 100 else abort(404)


def board_words(head: Head, found: Seating, **more: object) -> dict[str, object]:
    """What every page about one board shows of it."""
    composition = found.composition
    return {
        "found": found,
        "seats": seats,
        "before": seats.people(composition.before),
        "after": seats.people(composition.after),
        "quorum_before": seats.quorum(found.meeting_before, composition.before),
        "quorum_after": seats.quorum(found.meeting, composition.after),
        "findings": seats.said(found.findings),
        "picture": seats.picture(composition),
        "fates": [(fate, composition.of(fate)) for fate in Fate],
        "kind_of": seats_of,
        "power": _power(head, found),
        "wishes": wishes.judged(db.session, proposal=head.proposal, board=found.after),
        **more,
    }


def _power(head: Head, found: Seating) -> orders.Power | None:
    """The section under which a new subcommittee could be appointed without a change of the act."""
    if found.before is not None or not seats.is_subcommittee(found.name):
        return None
    return orders.nearest_power(seating.editions.tree(head.proposal.edition), found.address)


@blueprint.get("/<int:proposal_id>/board/<path:address>/paper")
@requires(Permission.READ)
def board_paper(proposal_id: int, address: str) -> str:
    """The printed page: the picture, the table, what is to be asked. Of the last draft, never of a working copy."""
    head = head_of(proposal_id)
    writing = seating.drafted(db.session, proposal=head.proposal)
    found = _shown(head, writing, address)
    words = board_words(head, found, printed_at=utc_now(), short_hash=(head.proposal.content_hash or "")[:SHORT_HASH])
    return render("proposals/board_paper.html", head, TAB, **words)


def _shown(head: Head, writing: Writing, address: str) -> Seating:
    found = seating.seating(head.proposal, writing, address, chosen_number(), settled=seating.is_settled(writing))
    return found if found.after or found.before else abort(404)


@blueprint.get("/<int:proposal_id>/board/<path:address>/beside")
@requires(Permission.READ)
def beside(proposal_id: int, address: str) -> str:
    """Who sits in which: the act, this proposal's last draft, and a draft of another proposal or an earlier one."""
    head = head_of(proposal_id)
    choices = besides.choices(db.session, user=current_user(), proposal=head.proposal, address=address)
    other, number = _chosen_draft(choices)
    found = _shown(head, seating.drafted(db.session, proposal=head.proposal), address)
    theirs = None
    if other is not None:
        writing = seating.drafted(db.session, proposal=other, number=number)
        theirs = seating.seating(other, writing, address, chosen_number())
    boards = [found.before, found.after, theirs.after if theirs else None]
    rows = besides.side_by_side(boards, seating.this_year())
    judged = [wishes.judged(db.session, proposal=head.proposal, board=board) for board in boards]
    wished = list(zip(*judged, strict=True))
    words = board_words(
        head, found, theirs=theirs, other=other, draft=number, choices=choices, rows=rows, wished=wished
    )
    return render("proposals/board_beside.html", head, TAB, title=_("เทียบกับข้อเสนออื่น"), **words)


def _chosen_draft(choices: list[besides.Drafts]) -> tuple[Proposal | None, int]:
    """``?other=12.3``: draft 3 of proposal 12; the first choice where none is named."""
    drafts = [(one.proposal, number) for one in choices for number in one.numbers]
    wanted = request.args.get("other", "")
    if not wanted:
        return drafts[0] if drafts else (None, 0)
    named = ((one, number) for one, number in drafts if wanted in (f"{one.id}.{number}", str(one.id)))
    return next(named, None) or abort(404)


@blueprint.get("/<int:proposal_id>/board/<path:address>/order")
@requires(Permission.READ)
def board_order(proposal_id: int, address: str) -> str:
    """The subcommittee as an order under a section that stands: no change of the act is needed for it."""
    head = head_of(proposal_id)
    found = _shown(head, seating.drafted(db.session, proposal=head.proposal), address)
    base = seating.editions.tree(head.proposal.edition)
    power = orders.nearest_power(base, found.address) if seats.is_subcommittee(found.name) else None
    if power is None or found.after is None:
        abort(404)
    return render(
        "proposals/board_order.html",
        head,
        TAB,
        found=found,
        power=power,
        order=orders.appointment_order(base, power, found.after),
        printed_at=utc_now(),
    )
