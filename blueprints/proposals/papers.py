"""The print page of a proposal, and its documents as files: at once, or from the queue where they are long."""

from __future__ import annotations

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.papers import waiting
from blueprints.papers.handing import at_once
from blueprints.papers.kinds import KINDS, Kind
from blueprints.papers.source import Source, source_of, verifying_address
from blueprints.proposals import blueprint
from blueprints.proposals.comparing import chosen_sides, versions
from blueprints.proposals.heads import Head, head_of, render
from extensions import db
from review.permissions import Permission
from services.keeping import made_papers
from services.keeping.made_papers import Wanted

# Documents that are also pages to print from the browser: the form of ``proposals.paper``.
PAGES = {"changes": "running", "table": "table"}
Page = str | tuple[str, int] | Response


@blueprint.get("/<int:proposal_id>/print")
@requires(Permission.READ)
def print_choice(proposal_id: int) -> str:
    head = head_of(proposal_id)
    if not head.proposal.draft_count:
        return render("proposals/no_draft.html", head, "proposals.print_choice")
    return render(
        "proposals/print.html",
        head,
        "proposals.print_choice",
        versions=versions(head),
        sides=chosen_sides(head),
        kinds=[kind for kind in KINDS.values() if kind.code != "board" or head.has_board],
        made=made_papers.list_own(db.session, user=current_user(), about=head.proposal),
        names=KINDS,
        papers=PAGES,
    )


@blueprint.get("/<int:proposal_id>/documents/<kind>.<form>")
@requires(Permission.READ)
def document(proposal_id: int, kind: str, form: str) -> Page:
    """One document as a file to keep. What takes long is not begun by looking: the page says how to ask for it."""
    head, chosen = _chosen(proposal_id, kind, form)
    source = _source(head, chosen)
    if (answer := at_once(source, chosen, form)) is not None:
        return answer
    return render_template(
        "papers/long.html",
        title=head.proposal.title,
        back=url_for("proposals.print_choice", proposal_id=proposal_id),
        kind=chosen,
        order=url_for("proposals.order", proposal_id=proposal_id, kind=kind, form=form),
        fields={"old": source.compared.old.number, "new": source.compared.new.number},
    )


@blueprint.post("/<int:proposal_id>/documents/<kind>.<form>")
@requires(Permission.READ)
def order(proposal_id: int, kind: str, form: str) -> Page:
    """The same by a press of a button: the file, or the page that follows its making."""
    head, chosen = _chosen(proposal_id, kind, form)
    source = _source(head, chosen)
    if (answer := at_once(source, chosen, form)) is not None:
        return answer
    wanted = Wanted(chosen.code, form, source.compared.old.number, source.compared.new.number, source.verified_at)
    return redirect(waiting.ask(head.proposal, wanted), 303)


def _chosen(proposal_id: int, kind: str, form: str) -> tuple[Head, Kind]:
    if kind not in KINDS or form not in KINDS[kind].forms:
        abort(404)
    return head_of(proposal_id), KINDS[kind]


def _source(head: Head, kind: Kind) -> Source:
    sides = chosen_sides(head)
    if not sides.new:
        abort(404)
    return source_of(head.proposal, 0 if kind.of_one else sides.old, sides.new, verifying_address())
