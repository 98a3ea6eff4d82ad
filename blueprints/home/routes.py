"""The first page: what waits for the person who opens it."""

from __future__ import annotations

from flask import Blueprint, render_template

from blueprints.access import requires
from blueprints.home import filters
from blueprints.home.menu import menu
from review.permissions import Permission

blueprint = Blueprint("home", __name__)
blueprint.add_app_template_global(menu, "menu")
for _name in filters.__all__:
    blueprint.add_app_template_filter(getattr(filters, _name), _name)


@blueprint.get("/")
@requires(Permission.READ)
def index() -> str:
    return render_template("home/index.html", waiting=[], mine=[])
