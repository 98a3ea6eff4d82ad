"""What belongs to the whole site: language, font, and a sign of life for whoever watches the server."""

from __future__ import annotations

from pathlib import Path

import fontpkg_sarabun
from flask import abort, redirect, request, send_file, session
from sqlalchemy import text
from werkzeug.wrappers import Response

from blueprints.access import public, safe_next, signed_in_user
from blueprints.site import blueprint
from blueprints.site.commands import commands
from extensions import db
from models.user import LANGUAGES
from services.people import accounts

blueprint.record_once(lambda state: state.app.cli.add_command(commands))
FONTS = {path.name: path for path in sorted(Path(fontpkg_sarabun.ROOT, "files").rglob("*.ttf"))}
A_YEAR = 31_536_000  # seconds


@blueprint.post("/language")
@public
def set_language() -> Response:
    chosen = request.form.get("language", "")
    if chosen not in LANGUAGES:
        abort(400, description="language")
    user = signed_in_user()
    if user:
        accounts.set_language(db.session, user, chosen)
    session["language"] = chosen
    return redirect(safe_next(request.form.get("next")))


@blueprint.get("/fonts/<name>")
@public
def font(name: str) -> Response:
    if name not in FONTS:
        abort(404)
    return send_file(FONTS[name], mimetype="font/ttf", max_age=A_YEAR)


@blueprint.get("/healthz")
@public
def healthy() -> tuple[dict[str, str], int]:
    db.session.execute(text("SELECT 1"))
    return {"status": "ok"}, 200
