"""The first page: whose turn it is."""

from __future__ import annotations

from flask import render_template, request

from blueprints.access import current_user, requires
from blueprints.home import blueprint, filters
from blueprints.home.bills import bill_duties
from blueprints.home.menu import menu
from blueprints.home.waiting import age, duty
from blueprints.notices.words import since
from blueprints.wording import STATES
from extensions import db
from review.permissions import Permission
from services.acts import editions
from services.telling import dashboard, looks
from services.telling.whose_turn import whose_turn

PAGE = 20
MINE = 10

blueprint.add_app_template_global(menu, "menu")
for _name in filters.__all__:
    blueprint.add_app_template_filter(getattr(filters, _name), _name)
blueprint.add_app_template_filter(age, "age")


@blueprint.get("/")
@requires(Permission.READ)
def index() -> str:
    user = current_user()
    page = min(max(1, request.args.get("page", 1, type=int)), 10_000)
    waiting = whose_turn(db.session, user=user, limit=PAGE, offset=(page - 1) * PAGE)
    turn = waiting.proposals
    news = looks.news(db.session, user=user, proposal_ids=[item.proposal.id for item in turn.items])
    return render_template(
        "home/index.html",
        duties=[duty(item) for item in turn.items],
        news=[since(news[item.proposal.id]) for item in turn.items],
        bills=list(bill_duties(waiting.bills)),
        more=turn.more,
        page=page,
        mine=dashboard.mine(db.session, user=user, limit=MINE),
        counts={state: n for state, n in dashboard.counts_by_state(db.session, user=user).items() if n},
        oldest=dashboard.oldest_by_state(db.session, user=user),
        states=STATES,
        acts=editions.list_acts(db.session),
    )
