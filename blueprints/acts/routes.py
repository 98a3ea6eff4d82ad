"""Acts: the list of them, and one as it is read."""

from __future__ import annotations

from datetime import date

from flask import abort, redirect, render_template, request, url_for
from flask_babel import gettext
from markupsafe import Markup
from werkzeug.wrappers import Response

from blueprints.access import current_user, may, requires
from blueprints.acts import blueprint
from blueprints.acts.commands import commands
from blueprints.acts.finding import FIRST, MOST, find_words
from blueprints.acts.marks import margin_marks
from blueprints.acts.reading import ActView, view_act
from blueprints.acts.text import act_text
from extensions import db
from law import numerals
from law.dates import in_bangkok
from models.act import Act, Edition
from models.base import utc_now
from review.permissions import Permission
from services.acts import editions
from services.failures import NotFound
from services.recent import Recent

_views: Recent[ActView] = Recent(8)


@blueprint.record_once
def _add_commands(state) -> None:  # type: ignore[no-untyped-def]
    state.app.cli.add_command(commands)


def view_of(edition: Edition) -> ActView:
    """The edition ready to be shown; made once."""
    return _views.get(edition.content_hash, lambda: view_act(editions.tree(edition)))


def today() -> date:
    """The day in Bangkok."""
    return in_bangkok(utc_now()).date()


@blueprint.get("/")
@requires(Permission.READ)
def index() -> str:
    acts = editions.list_acts(db.session)
    listed = [(act, editions.edition_in_force(db.session, act, today())) for act in acts]
    return render_template("acts/index.html", listed=listed)


@blueprint.get("/<slug>")
@requires(Permission.READ)
def show(slug: str) -> Response | str | tuple[str, int]:
    act = find_act(slug)
    current = editions.edition_in_force(db.session, act, today())
    edition = chosen_edition(act, request.args.get("edition", ""), current)
    view = view_of(edition)
    wanted = request.args.get("go", "").strip()
    address = find_section(view, wanted) if wanted else ""
    if address:
        number = None if edition is current else edition.number
        return redirect(url_for("acts.show", slug=slug, edition=number, _anchor=address))
    places = find_words(view, wanted) if wanted else []
    page = render_template(
        "acts/show.html",
        act=act,
        edition=edition,
        is_corrected=edition.is_corrected,
        editions=act.editions,
        is_current=edition.number == current.number,
        is_coming=edition.in_force_from > today(),
        coming=editions.coming_edition(act, today()),
        view=view,
        text=_text(act, edition, view, is_current=edition.number == current.number),
        wanted=wanted,
        places=places,
        first_places=FIRST,
        most_places=MOST,
        not_found=gettext("ไม่พบ “%(words)s” ในกฎหมายนี้", words=wanted) if wanted and not places else "",
    )
    return (page, 404) if wanted and not places else page


def _text(act: Act, edition: Edition, view: ActView, *, is_current: bool) -> Markup:
    """Marks and invitations stand beside the latest text only."""
    if not is_current:
        return act_text(view, edition.content_hash, {}, "")
    return act_text(view, edition.content_hash, margin_marks(current_user(), act), _propose_url(act))


def find_act(slug: str) -> Act:
    """The act, or 404."""
    try:
        return editions.find_act(db.session, slug)
    except NotFound:
        abort(404)


def chosen_edition(act: Act, number: str, current: Edition) -> Edition:
    """The edition of this number, where one is given, or 404."""
    if not number:
        return current
    if not (number.isascii() and number.isdigit() and len(number) < 9):
        abort(404)
    try:
        return editions.find_edition(db.session, act, int(number))
    except NotFound:
        abort(404)


def find_section(view: ActView, label: str) -> str:
    """The address of the section that a person means by ``6/1``, ``๖/๑``, ``มาตรา ๕ ทวิ``; empty: none."""
    words = label.removeprefix("มาตรา").removeprefix("ข้อ").strip()
    plain = numerals.plain(words)
    addresses = view.act.sections()
    return next((address for address in (f"s{plain}", f"code.s{plain}") if address in addresses), "")


def _propose_url(act: Act) -> str:
    return url_for("proposals.new", act=act.slug) if may(Permission.PROPOSE) else ""
