"""What the editor offers to choose from: units to open, and what a new one can follow."""

from __future__ import annotations

from flask_babel import gettext as _

from law.act import Act, Division, Section
from law.citing.citation import cite
from law.editing.edit import SCHEDULES, Edit, is_division


def outline(act: Act, taken: set[str]) -> list[tuple[str, str]]:
    """What can be opened: (address, its name) of every heading and section not yet touched."""
    found = []
    for address, place in act.places().items():
        if address in taken:
            continue
        if isinstance(place.node, Division) and place.node.title:
            found.append((address, f"{place.node.heading} {place.node.title}"))
        elif isinstance(place.node, Section):
            found.append((address, f"{place.node.heading} {place.node.text[:40]}"))
    if SCHEDULES not in taken:
        found.append((SCHEDULES, _("บัญชีท้ายกฎหมาย")))
    return found


def divisions_to_follow(act: Act, edits: tuple[Edit, ...]) -> list[tuple[str, str]]:
    """What a division can be put in behind: the numbered ones and the sections of the act, and what is new."""
    found = [
        (address, f"{place.node.heading} {place.node.title if isinstance(place.node, Division) else ''}".strip())
        for address, place in act.places().items()
        if isinstance(place.node, Section) or (isinstance(place.node, Division) and is_division(address))
    ]
    return found + [(edit.address, cite(edit.address)) for edit in edits if edit.after]


def sections_to_follow(act: Act, edits: tuple[Edit, ...]) -> list[tuple[str, str]]:
    """What a section can be inserted behind: the act's sections, and what was inserted already, each behind its own."""
    own: dict[str, list[str]] = {}
    for edit in edits:
        if edit.after:
            own.setdefault(edit.after, []).append(edit.address)
    found: list[tuple[str, str]] = []
    for address, place in act.places().items():
        if isinstance(place.node, Section):
            found.append((address, place.node.heading))
        waiting = list(own.get(address, ()))
        while waiting:
            new = waiting.pop(0)
            found.append((new, cite(new)))
            waiting = own.get(new, []) + waiting
    return found
