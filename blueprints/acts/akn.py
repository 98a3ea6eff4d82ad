"""An edition as Akoma Ntoso, for other systems."""

from __future__ import annotations

from flask import request
from werkzeug.wrappers import Response

from blueprints.access import requires
from blueprints.acts import blueprint
from blueprints.acts.routes import chosen_edition, find_act, today
from blueprints.files import xml_file
from extensions import db
from review.permissions import Permission
from services.acts import editions, exchange


@blueprint.get("/<slug>/act.xml")
@requires(Permission.READ)
def akoma_ntoso(slug: str) -> Response:
    act = find_act(slug)
    current = editions.edition_in_force(db.session, act, today())
    edition = chosen_edition(act, request.args.get("edition", ""), current)
    return xml_file(exchange.edition_file(edition), f"{slug}-edition-{edition.number}.xml")
