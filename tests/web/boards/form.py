"""The form of the composition editor, as a browser would send it."""

from __future__ import annotations

from models.proposal import WorkingCopy
from tests.pages import parse

BOARD = """ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย
(๑) รัฐมนตรี เป็นประธานกรรมการ
(๒) ปลัดกระทรวง เป็นกรรมการ
(๓) ผู้แทนช่างทอสองคน เป็นกรรมการ"""
FIELDS = ("role", "source", "office", "minimum", "maximum", "by", "condition", "seat", "start", "list")


def form_of(client, place) -> dict[str, list[str]]:
    """What the page's form would send."""
    tree = parse(client.get(place).text)
    form = next(one for one in tree.iter("form") if "data-board" in one.attrib)
    sent: dict[str, list[str]] = {}
    template = {id(one) for blank in form.iter("template") for one in blank.iter()}
    for field in form.iter():
        name = field.get("name")
        if not name or id(field) in template or field.tag == "button":
            continue
        if field.tag == "select":
            options = list(field.iter("option"))
            chosen = next((one for one in options if "selected" in one.attrib), options[0])
            value = chosen.get("value", "")
        else:
            value = "".join(field.itertext()) if field.tag == "textarea" else field.get("value", "")
        sent.setdefault(name, []).append(value)
    return sent


def stored(db, place) -> str:
    copy = db.session.get(WorkingCopy, int(place.split("/")[2]), populate_existing=True)
    return next(edit["text"] for edit in copy.edits if edit["address"] == "s4") if copy else ""
