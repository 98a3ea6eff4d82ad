"""Headings that the new text puts over sections or divisions that stand: ``หมวด ๑`` before มาตรา ๕."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from law import numerals
from law.act import Act, Division, Node, Section
from law.amending import citation
from law.amending.divisions import heading_lines, sections_in
from law.amending.terms import Action, CannotAmend, Change, Problem, Target
from law.tree.headings import WORDS, with_heading


def with_new_headings(old: Act, new: Act) -> tuple[Act, dict[str, str]]:
    """``old`` with these headings in it, and by the address of each (in both) the citation of what it stands before."""
    befores: dict[str, str] = {}
    for address, place in new.places().items():
        node = place.node
        if not isinstance(node, Division) or node.level not in WORDS or old.get(address) is not None:
            continue
        found = _first_standing(old, new, address)
        before = old.get(found)
        if not isinstance(before, (Section, Division)) or not _can_be_cited(before):
            continue
        headed = with_heading(old, replace(node, children=()), before)
        if headed.get(address) is not None and f"{address}~2" not in headed.places():
            befores[address] = _cited(old, found)
            old = headed
    return old, befores


def _can_be_cited(node: Node) -> bool:
    """No heading without a number."""
    return isinstance(node, Section) or node.level in WORDS


def out_of_order(new: Act, addresses: Iterable[str]) -> list[Problem]:
    """New headings whose number is not between those of their neighbours."""
    problems = []
    for address in addresses:
        division, parent = new.get(address), new.places()[address].parent
        row = [place.node for place in new.places().values() if place.parent == parent]
        labels = [
            numerals.order(node.label)
            for node in row
            if isinstance(node, Division) and isinstance(division, Division) and node.level is division.level
        ]
        if labels != sorted(labels):
            sentence = f"{address}: the number of the new heading is not between those before and behind it."
            problems.append(Problem(CannotAmend.OUT_OF_PLACE, address, sentence))
    return problems


def following_heading(old: Act, new: Act, address: str, headings: Container[str]) -> str:
    """Which of the ``headings`` has nothing that stands between it and the division or section at ``address``.

    Empty where none. ``old``: with these headings in it.
    """
    order = iter(new.places().items())
    next(found for found, _ in order if found == address)
    for found, place in order:
        if found in headings:
            return found
        if isinstance(place.node, (Section, Division)) and not _is_under(new, found, address) and old.get(found):
            return ""
    return ""


def _is_under(act: Act, address: str, division: str) -> bool:
    while address and address != division:
        address = act.places()[address].parent
    return bool(address)


def chain_above(act: Act, address: str) -> tuple[Division, ...]:
    """The divisions that one stands in, the outermost first."""
    parent = act.places()[address].parent
    division = act.get(parent) if parent else None
    return (*chain_above(act, parent), division) if isinstance(division, Division) else ()


def _first_standing(old: Act, new: Act, address: str) -> str:
    """The first section or division below the new one that the old text has, as the old text addresses it."""
    for found, place in new.places().items():
        if place.parent != address:
            continue
        stood = _stood(old, new, found) if isinstance(place.node, (Section, Division)) else ""
        stood = stood or (_first_standing(old, new, found) if isinstance(place.node, Division) else "")
        if stood:
            return stood
    return ""


def _stood(old: Act, new: Act, address: str) -> str:
    """Where the old text has a section or division of the new one; a title put over a chapter changes its address."""
    if not isinstance(division := new.get(address), Division) or isinstance(old.get(address), Division):
        return address if old.get(address) is not None else ""
    places = old.places().items()
    same = (
        found
        for found, place in places
        if isinstance(place.node, Division) and f".{address}".endswith(f".{found}") and _shares(place.node, division)
    )
    return next(same, "")


def _shares(old: Division, new: Division) -> bool:
    """Whether a section stands in both."""
    return not {section.label for section in sections_in(old)}.isdisjoint(section.label for section in sections_in(new))


def _cited(act: Act, address: str) -> str:
    """``มาตรา ๕``; ``ส่วนที่ ๑ ของหมวด ๒``."""
    node, parts = act.get(address), []
    while isinstance(node, (Section, Division)):
        parts.append(node.heading)
        parent = act.places()[address].parent
        node, address = (act.get(parent), parent) if isinstance(node, Division) and parent else (None, "")
    return citation.phrase(parts[0], *(f"ของ{part}" for part in parts[1:]))


def heading_change(division: Division, chain: tuple[Division, ...], address: str, before: str) -> Change:
    """``ให้เพิ่มความต่อไปนี้เป็นชื่อหมวด ๑ ก่อนมาตรา ๕``."""
    return Change(
        Action.INSERT,
        Target.HEADING,
        address,
        f"{address}.heading",
        f"ชื่อ{division.heading}",
        citation.divisions(chain),
        (heading_lines(division),),
        between=("", before),
    )
