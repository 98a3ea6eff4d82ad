"""A paper handed out at once, where it does not take long."""

from __future__ import annotations

from flask import request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.errors import error_page
from blueprints.papers import waiting
from blueprints.papers.files import REFUSED, WHY, is_long, paper, written
from blueprints.papers.joint import BillSource
from blueprints.papers.kinds import Kind, file_name
from blueprints.papers.source import NoBill, NoBoard, Source

Page = str | tuple[str, int] | Response


def at_once(source: Source | BillSource, kind: Kind, form: str) -> Page | None:
    """The file, why there is none, or None where it would take long."""
    try:
        made = paper(kind.code, source)
        if is_long(made, form):
            return None
        if isinstance(source, Source):
            name = file_name(source.proposal.title, kind, source.draft.number, form)
        else:
            name = file_name(source.joint.bill.title, kind, None, form)
        return waiting.as_file(written(made, form), form, name, to_keep="show" not in request.args)
    except REFUSED as refused:
        heading = _("ยังไม่มีร่างกฎหมาย") if isinstance(refused, NoBill) else _("ทำเอกสารนี้ไม่ได้")
        status = 409 if isinstance(refused, (NoBill, NoBoard)) else 422
        return error_page(status, heading, [str(waiting.WHY[WHY[type(refused)]])])
