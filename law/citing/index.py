"""An act's units, ready to be looked up by what a citation says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from law import numerals
from law.act import Act, Division, Kind, Place, Section, Unit, defined_terms
from law.citing import atoms
from law.citing.atoms import Atom

_NUMBERED = re.compile(r"([0-9๐-๙]{1,3}|[ก-ฮ])\.")
_LEVEL_OF_WORD = {"ภาค": "dv", "บรรพ": "bk", "ลักษณะ": "t", "หมวด": "ch", "ส่วน": "pt"}


@dataclass(frozen=True, slots=True)
class Source:
    """Where the citing words stand: the unit's address and its section's."""

    address: str
    section: str

    @property
    def root(self) -> str:
        """``code.`` for a section of a code, else nothing."""
        return "code." if self.section.startswith("code.") else ""


class Index:
    """An act's units, ready to be looked up by what a citation says."""

    def __init__(self, act: Act, places: dict[str, Place] | None = None) -> None:
        self.act = act
        self.places = places if places is not None else act.places()
        self.sections = [address for address, place in self.places.items() if isinstance(place.node, Section)]
        self.position = {address: position for position, address in enumerate(self.sections)}
        self._divisions: dict[str, list[str]] = {}
        for address, place in self.places.items():
            if isinstance(place.node, Division):
                own = f"{place.node.level.value}{place.node.label}"
                self._divisions.setdefault(own, []).append(address)
        self._children: dict[str, list[str]] = {}
        for address, place in self.places.items():
            self._children.setdefault(place.parent, []).append(address)
        self._paragraphs: dict[str, list[str]] = {}  # by section
        self._numbered: dict[tuple[str, str], str] = {}  # by section and number or letter in front
        self._items: dict[tuple[str, str], list[str]] = {}  # by section and label, in the order of the text
        self._unit: dict[str, int] = {}  # how many units of its section begin before or with a unit
        self._note_units()
        self._ranges = [(address, place.node) for address, place in self.places.items() if _is_range(place.node)]

    def _note_units(self) -> None:
        section, count = "", 0
        for address, place in self.places.items():
            if isinstance(place.node, Section):
                section, count = address, 0
            elif isinstance(place.node, Unit):
                count += place.parent == section
                self._unit[address] = count
                if place.node.kind is Kind.PARAGRAPH:
                    self._paragraphs.setdefault(section, []).append(address)
                    if (number := _NUMBERED.match(place.node.text)) is not None:
                        self._numbered.setdefault((section, numerals.plain(number[1])), address)
                elif place.node.kind is Kind.ITEM:
                    self._items.setdefault((section, place.node.label), []).append(address)

    # --- sections ---

    def section(self, atom: Atom | None, source: Source, root: str) -> str | None:
        """Address of the section an atom names; the source's own where none is named."""
        if atom is None or atom.label == atoms.THIS:
            return source.section
        if atom.label == atoms.PREVIOUS:
            return self._before(source.section, atom.count)
        address = f"{root}s{atom.label}"
        return address if address in self.places else self._range_of(atom.label, root)

    def _before(self, section: str, count: int) -> str | None:
        position = self.position.get(section, 0) - count
        return self.sections[position] if position >= 0 else None

    def _range_of(self, label: str, root: str) -> str | None:
        """The mark ``มาตรา ๑๓๐ ถึง มาตรา ๑๔๓ (ยกเลิก)`` that a repealed section is part of."""
        if not label.isdecimal():
            return None
        for address, node in self._ranges:
            assert isinstance(node, Section)
            last = (node.until or "").rstrip()
            same_root = address.startswith("code.") == bool(root)
            if same_root and node.label.isdecimal() and last.isdecimal() and int(node.label) <= int(label) <= int(last):
                return address
        return None

    # --- below a section ---

    def children(self, address: str) -> list[str]:
        """Addresses of the units right below one, in order."""
        return self._children.get(address, [])

    def _below(self, address: str) -> Iterator[str]:
        for child in self.children(address):
            yield child
            yield from self._below(child)

    def _labelled(self, address: str, labels: tuple[str, ...]) -> list[str]:
        """Addresses of the items with these labels, each in the one before, in the section of a unit."""
        section = self.section_of(address) or ""
        ending = "".join(f".i{label}" for label in labels)
        found = self._items.get((section, labels[-1]), [])
        return found if len(labels) == 1 else [item for item in found if item.endswith(ending)]

    def paragraph(self, section: str, atom: Atom, source: Source) -> str | None:
        """Address of the paragraph an atom names in a section; for ``สองวรรคก่อน`` the first of them."""
        paragraphs = self._paragraphs.get(section, [])
        own = self._own_paragraph(paragraphs, source)
        if "ก" <= atom.label <= "ฮ":
            return self._numbered.get((section, atom.label))
        number = {
            atoms.LAST: len(paragraphs),
            atoms.THIS: own,
            atoms.PREVIOUS: (own or len(paragraphs) + 1) - atom.count,
        }.get(atom.label)
        number = int(atom.label) if number is None else number
        return paragraphs[number - 1] if 1 <= number <= len(paragraphs) else None

    def _own_paragraph(self, paragraphs: list[str], source: Source) -> int:
        """Which of the paragraphs, from 1, the source stands in; 0 for none."""
        unit = self._unit_of(source)
        at = bisect_left(paragraphs, self._unit.get(unit, 0), key=lambda one: self._unit[one])
        return at + 1 if at < len(paragraphs) and paragraphs[at] == unit else 0

    def _unit_of(self, source: Source) -> str:
        """The unit right below its section that the source stands in."""
        address = source.address
        while address in self.places and self.places[address].parent != source.section:
            address = self.places[address].parent
        return address

    def definition(self, section: str | None, term: str, root: str) -> str | None:
        """Address of a term's definition in the section named, else the first in the act; ``คำว่า “ก”`` in old acts."""
        starts = (f"คำว่า “{term}”", f"“{term}”")
        for address, place in self.places.items():
            if address.startswith(f"{section}." if section else root) and (
                _begins(place, starts) or (isinstance(place.node, Unit) and term in defined_terms(place.node.text))
            ):
                return address
        return None

    def item(self, parent: str, labels: tuple[str, ...]) -> str | None:
        """Address of the item with these labels below a unit, at any depth; right below it first."""
        ending = "".join(f".i{label}" for label in labels)
        if parent + ending in self.places:
            return parent + ending
        prefix = f"{parent}.i"
        return next((at for at in self._labelled(parent, labels) if at.startswith(prefix)), None)

    def item_in_section(self, section: str, labels: tuple[str, ...]) -> str | None:
        """The first item with these labels in a section; a list may go on behind a paragraph put into its item."""
        for unit in self.children(section):
            found = self.item(unit, labels)
            if found:
                return found
        return self._going_on(section, labels) if len(labels) > 1 else None

    def numbered_paragraph(self, section: str, labels: tuple[str, ...]) -> str | None:
        """``อนุมาตรา ๓`` of an old section that numbers its paragraphs: ``๓. กรณีที่…``."""
        return self._numbered.get((section, labels[0])) if len(labels) == 1 else None

    def _going_on(self, section: str, labels: tuple[str, ...]) -> str | None:
        passed = False
        for address in self._below(section):
            if passed and address.endswith(f".i{labels[-1]}"):
                return address
            passed = passed or address.endswith(f".i{labels[0]}")
        return None

    def section_of(self, address: str) -> str | None:
        """The section that a unit stands in; itself for a section, None for a division."""
        while address in self.places and address not in self.position:
            address = self.places[address].parent
        return address if address in self.position else None

    def item_near(self, source: Source, labels: tuple[str, ...]) -> str | None:
        """A bare ``(๒)``: in the lists around the source, then in the paragraphs before it, the nearest first."""
        holder = source.address
        while len(holder) > len(source.section):
            found = self.item(holder, labels)
            if found:
                return found
            holder = self.places[holder].parent if holder in self.places else holder.rpartition(".")[0]
        items = self._labelled(source.section, labels)
        own = self._unit.get(self._unit_of(source), len(self.children(source.section)))
        behind = bisect_right(items, own, key=lambda item: self._unit[item])
        before = self._unit[items[behind - 1]] if behind else 0
        nearest = bisect_left(items, before, key=lambda item: self._unit[item])
        return items[nearest] if items else None

    def item_here(self, source: Source) -> str | None:
        """``อนุมาตรานี้``: the item the source stands in, or whose words go on in the source."""
        if ".i" in source.address:
            return source.address
        last = None
        for unit in self.children(source.section):
            if _within(source.address, unit):
                break
            items = self.children(unit)
            last = items[-1] if items else last
        return last

    # --- divisions ---

    def division(self, steps: list[Atom], source: Source, root: str) -> str | None:
        """Address of the chapter, part or title named; of several with one number the one nearest to the source."""
        if steps[-1].label == atoms.THIS:
            return self._enclosing(source, _level(steps[-1]))
        candidates = self._candidates(steps[-1], root)
        for outer in steps[:-1]:
            if outer.label == atoms.THIS:
                home = self._enclosing(source, _level(outer)) or "-"
                candidates = [address for address in candidates if _within(address, home)]
            else:
                own = f"{_level(outer)}{outer.label}"
                candidates = [address for address in candidates if own in _parts(address)[:-1]]
        return _nearest(candidates, self._parent_division(source))

    def _candidates(self, atom: Atom, root: str) -> list[str]:
        levels = [_level(atom)] if atom.word else ["transitory"]
        found = [address for level in levels for address in self._divisions.get(f"{level}{atom.label}", [])]
        return [address for address in found if address.startswith("code.") == bool(root)]

    def _enclosing(self, source: Source, level: str) -> str | None:
        address = self._parent_division(source)
        while address:
            node = self.places[address].node
            if isinstance(node, Division) and node.level.value == level:
                return address
            address = self.places[address].parent
        return None

    def _parent_division(self, source: Source) -> str:
        place = self.places.get(source.section)
        return place.parent if place else ""


def _parts(address: str) -> list[str]:
    """The divisions of an address; a label that stands twice (``t2~2``) counts as itself."""
    return [part.partition("~")[0] for part in address.split(".")]


def _level(atom: Atom) -> str:
    return next((level for word, level in _LEVEL_OF_WORD.items() if atom.word.startswith(word)), "transitory")


def _begins(place: Place, words: str | tuple[str, ...]) -> bool:
    return isinstance(place.node, Unit) and place.node.text.startswith(words)


def _is_range(node: object) -> bool:
    return isinstance(node, Section) and node.until is not None


def _within(address: str, holder: str) -> bool:
    return address == holder or address.startswith(f"{holder}.")


def _nearest(candidates: list[str], home: str) -> str | None:
    """The candidate that shares most of its address with ``home``; None where two share as much."""
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    shared = sorted(((_shared(candidate, home), candidate) for candidate in candidates), reverse=True)
    return shared[0][1] if shared[0][0] > shared[1][0] else None


def _shared(address: str, home: str) -> int:
    alike = (own == other for own, other in zip(address.split("."), home.split("."), strict=False))
    return sum(takewhile(bool, alike))
