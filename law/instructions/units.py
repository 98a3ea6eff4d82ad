"""Changes below a section: its paragraphs, items and definitions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from law import numerals
from law.act import ITEM_LABEL, REPEALED, Kind, Section, Unit, label_kind
from law.instructions.addresses import cite
from law.instructions.refusals import Misfit, Why

Steps = tuple[tuple[str, str], ...]
Path = tuple[int, ...]


def find(section: Section, address: str, steps: Steps) -> Path:
    """Where the unit at ``steps`` stands: its index among the section's units, then among items.

    :raises Misfit: where it is missing, or several units answer to the citation.
    """
    paths = _first(section, address, steps[0])
    for kind, label in steps[1:]:
        if kind == "p":
            raise Misfit(Why.UNTOLD_PARAGRAPH, unit=cite(address))
        paths = [(*path, index) for path in paths for index in _items(unit_at(section, path), label)]
    if len(paths) != 1:
        raise Misfit(Why.TWICE if paths else Why.MISSING, unit=cite(address))
    return paths[0]


def _first(section: Section, address: str, step: tuple[str, str]) -> list[Path]:
    kind, label = step
    if kind == "def":
        return [(index,) for index, unit in enumerate(section.units) if is_definition(unit, label)]
    if kind == "p":
        return [(paragraph_index(section, address, label),)]
    return [(top, index) for top, unit in enumerate(section.units) for index in _items(unit, label)]


def is_definition(unit: Unit, term: str) -> bool:
    """Whether ``unit`` defines ``term``; spaces do not count."""
    return unit.kind is Kind.DEFINITION and "".join(unit.label.split()) == "".join(term.split())


def _items(unit: Unit, label: str) -> list[int]:
    return [index for index, item in enumerate(unit.items) if item.label == label]


def paragraph_places(section: Section) -> list[int]:
    """Indexes of the section's paragraphs; definitions are not counted as paragraphs."""
    return [index for index, unit in enumerate(section.units) if unit.kind is Kind.PARAGRAPH]


def paragraph_index(section: Section, address: str, number: str) -> int:
    """Index of the n-th paragraph.

    :raises Misfit: where the section has fewer.
    """
    places = paragraph_places(section)
    wanted = len(places) if number == "last" else int(number)
    if not 1 <= wanted <= len(places):
        why = {0: Why.NO_PARAGRAPHS, 1: Why.ONE_PARAGRAPH}.get(len(places), Why.SECTION_HAS)
        raise Misfit(why, unit=cite(address), count=len(places))
    return places[wanted - 1]


def unit_at(section: Section, path: Path) -> Unit:
    """The unit at a path."""
    unit = section.units[path[0]]
    for index in path[1:]:
        unit = unit.items[index]
    return unit


def put(section: Section, path: Path, new: tuple[Unit, ...]) -> Section:
    """``section`` with ``new`` in the place of the unit at ``path``."""
    return replace(section, units=_put(section.units, path, lambda _: new))


def put_after(section: Section, path: Path, new: tuple[Unit, ...]) -> Section:
    """``section`` with ``new`` behind the unit at ``path``."""
    return replace(section, units=_put(section.units, path, lambda unit: (unit, *new)))


def _put(units: tuple[Unit, ...], path: Path, change: Callable[[Unit], tuple[Unit, ...]]) -> tuple[Unit, ...]:
    at = path[0]
    if len(path) == 1:
        return (*units[:at], *change(units[at]), *units[at + 1 :])
    inner = replace(units[at], items=_put(units[at].items, path[1:], change))
    return (*units[:at], inner, *units[at + 1 :])


def repealed(unit: Unit) -> Unit:
    """The mark that stays where ``unit`` stood: its label and ``(ยกเลิก)``."""
    if unit.kind is Kind.PARAGRAPH:
        return Unit(Kind.PARAGRAPH, REPEALED)
    if unit.kind is Kind.DEFINITION:
        term = re.match(r"(?:คำว่า\s*)?[“\"][^“”\"]+[”\"]", unit.text)
        return Unit(Kind.DEFINITION, f"{term[0] if term else f'“{unit.label}”'} {REPEALED}", unit.label)
    match = ITEM_LABEL.match(unit.text)
    label = match["label"] if match else numerals.written(unit.label)
    return Unit(Kind.ITEM, f"({label}) {REPEALED}", unit.label)


# --- where an inserted item goes ----------------------------------------------------------------------


def item_neighbour(section: Section, address: str, parent: Steps, label: str) -> tuple[Path, bool]:
    """The unit an inserted item goes behind, and whether it goes inside that unit as its first item.

    :raises Misfit: where the list is not clear, the label stands already, or has no neighbour.
    """
    lists = [find(section, address, parent)] if parent else _lists(section, label)
    if len(lists) > 1:
        lists = [path for path in lists if _has_base(unit_at(section, path), label)]
    if len(lists) != 1:
        raise Misfit(Why.UNCLEAR_PARAGRAPH, unit=cite(address))
    path = lists[0]
    items = unit_at(section, path).items
    if any(item.label == label and not item.is_repealed for item in items):
        raise Misfit(Why.STANDS_ALREADY, unit=cite(address))
    if not items:
        if not numerals.is_first(label):
            raise Misfit(Why.NO_ITEMS, unit=cite(address))
        return path, True
    return _neighbour(items, path, address, label)


def _neighbour(items: tuple[Unit, ...], path: Path, address: str, label: str) -> tuple[Path, bool]:
    before = [
        index
        for index, item in enumerate(items)
        if label_kind(item.label) == label_kind(label) and numerals.order(item.label) < numerals.order(label)
    ]
    if not before:
        return path, True
    base = base_label(label)
    if base and not any(item.label == base or item.label.startswith(f"{base}/") for item in items):
        raise Misfit(Why.NEIGHBOUR_MISSING, unit=cite(address), other=f"({numerals.written(base)})")
    return (*path, before[-1]), False


def base_label(label: str) -> str:
    """The label an inserted one continues: ``9/1`` -> ``9``, ``5bis`` -> ``5``; empty for a plain number."""
    head, slash, _ = label.rpartition("/")
    if slash:
        return head
    match = re.fullmatch(r"([0-9]+)[a-z]+", label)
    return match[1] if match else ""


def _has_base(unit: Unit, label: str) -> bool:
    base = base_label(label)
    if base:
        return any(item.label == base for item in unit.items)
    last = unit.items[-1].label if unit.items else ""
    return last.isdecimal() and label.isdecimal() and int(label) == int(last) + 1


def _lists(section: Section, label: str) -> list[Path]:
    """Units whose items an item of this label may join; else the only unit of the section."""
    kind = label_kind(label)
    found: list[Path] = [
        (index,) for index, unit in enumerate(section.units) if unit.items and label_kind(unit.items[0].label) == kind
    ]
    if not found and len(section.units) == 1 and not section.units[0].items:
        return [(0,)]
    return found
