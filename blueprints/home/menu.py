"""The main menu: for each person the parts of the site that he or she may open."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from blueprints.access import may, needed_permission


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """`current`: the page belongs to this part; `here`: it is the part's own first page."""

    label: LazyString
    url: str
    current: bool
    here: bool


PARTS: tuple[tuple[str, LazyString], ...] = (
    ("home.index", _("หน้าแรก")),
    ("acts.index", _("กฎหมาย")),
    ("proposals.index", _("ข้อเสนอแก้ไข")),
    ("bills.index", _("ร่างพระราชบัญญัติ")),
    ("desk.index", _("โต๊ะเลขานุการ")),
    ("admin.index", _("ดูแลระบบ")),
)

# What is done about a proposal stands on pages of these parts.
_BELONG = {"reviews": "proposals", "invitations": "proposals", "wishes": "acts"}


def menu() -> list[MenuEntry]:
    """The parts that exist and that the signed-in person may open, in order."""
    return [_entry(endpoint, label) for endpoint, label in PARTS if _opens(endpoint)]


def _opens(endpoint: str) -> bool:
    if endpoint not in current_app.view_functions:
        return False
    permission = needed_permission(current_app, endpoint)
    return permission is not None and may(permission)


def _entry(endpoint: str, label: LazyString) -> MenuEntry:
    part = endpoint.partition(".")[0]
    shown = _BELONG.get(request.blueprint or "", request.blueprint)
    return MenuEntry(label, url_for(endpoint), shown == part, request.endpoint == endpoint)
