"""The nodes of the tree: units, sections, divisions, the act; with their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from law import numerals
from law.tree.labels import is_repealed_text


class Kind(StrEnum):
    """What a unit below a section is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    DEFINITION = "definition"


class Level(StrEnum):
    """What a division of an act is; the value is its mark in an address."""

    DIVISION = "dv"  # ภาค
    BOOK = "bk"  # บรรพ
    TITLE = "t"  # ลักษณะ
    CHAPTER = "ch"  # หมวด
    PART = "pt"  # ส่วน, ส่วนที่
    TRANSITORY = "transitory"  # บทเฉพาะกาล, without a label
    HEADING = "h"  # any other heading that stands over sections, numbered by position


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, item or definition: its own line and the items below it.

    ``label``: plain label of an item, the term of a definition, empty for a paragraph (cited by position).
    ``text``: the line as canonical text has it, an item's label included: ``(๑) นายกรัฐมนตรี …``. Empty only for a
    paragraph that consists of items alone.
    ``notes``: footnote markers that stood at the unit, in Arabic digits, as ``("6",)``; provenance, not text.
    ``remarks``: bracketed notes of the editors that stand behind the unit (``[คำว่า “…” แก้ไขเพิ่มเติมโดย…]``); no text
    of the act either.
    """

    kind: Kind
    text: str
    label: str = ""
    items: tuple[Unit, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_repealed(self) -> bool:
        """Whether the unit is a mark that something stood here."""
        return is_repealed_text(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A section (มาตรา; in a regulation ข้อ).

    ``label`` plain (``5bis``), ``written`` as the act writes it (``๕ ทวิ``). ``until``: plain label of the last of a
    range that is marked repealed together (``มาตรา ๑๓๐ ถึง มาตรา ๑๔๓ (ยกเลิก)``); ``range_end``: that end as the
    act writes it, where it is another way (``- ๑๔๓``).
    """

    label: str
    written: str
    units: tuple[Unit, ...] = ()
    word: str = "มาตรา"
    until: str | None = None
    notes: tuple[str, ...] = ()
    range_end: str = field(default="", compare=False)

    @property
    def is_repealed(self) -> bool:
        """Whether the whole section is a mark that it was repealed."""
        return len(self.units) == 1 and self.units[0].is_repealed and not self.units[0].items

    @property
    def text(self) -> str:
        """Canonical text, without ``มาตรา N``."""
        return units_text(self.units)

    @property
    def heading(self) -> str:
        """``มาตรา ๖/๑``; for a range ``มาตรา ๑๓๐ ถึง มาตรา ๑๔๓``."""
        start = f"{self.word} {self.written}"
        if not self.until:
            return start
        return f"{start} {self.range_end or f'ถึง {self.word} {numerals.written(self.until)}'}"


@dataclass(frozen=True, slots=True)
class Division:
    """A chapter, part, title, book or other heading, with what stands under it.

    ``word`` and ``written`` as in the act (``หมวด``, ``๕/๑``); ``title`` the lines of its name joined by a space.
    """

    level: Level
    word: str
    label: str = ""
    written: str = ""
    title: str = ""
    children: tuple[Division | Section, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """``หมวด ๕/๑``; for a heading without a number its word alone (``บทเฉพาะกาล``)."""
        return f"{self.word} {self.written}".strip()


Node = Division | Section


@dataclass(frozen=True, slots=True)
class Code:
    """A code that an act promulgates (ประมวลกฎหมาย…): its own title and body; addresses begin with ``code.``.

    ``contents``: the table of contents before it. ``heading``: from the code's name to its first section or division.
    """

    title: str
    body: tuple[Node, ...]
    heading: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TailAct:
    """An amending act kept after the countersignature: its sections start again at ๑ and are never the Act's own.

    ``opening``: what stands before its sections; ``lines``: what stands behind them (the note of reasons, credits).
    """

    title: str
    body: tuple[Node, ...] = ()
    lines: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its sections in the order of the text, those under headings among them."""
        return tuple(_sections_of(self.body))


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note of the editors: marker in Arabic digits, and its text."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Act:
    """One edition of an act, complete: nothing of the text read is outside these fields.

    ``title`` is one line: ``พระราชบัญญัติส่งเสริมหัตถกรรมชุมชน พ.ศ. ๒๕๕๐``; ``heading`` its lines as they stand.
    ``closing``: from the countersignature on, up to the tail (schedules and remarks apart).
    """

    title: str
    body: tuple[Node, ...]
    heading: tuple[str, ...] = ()
    preamble: tuple[str, ...] = ()
    code: Code | None = None
    closing: tuple[str, ...] = ()
    schedules: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    tail: tuple[TailAct, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    _index: dict[str, Place] = field(default_factory=dict, init=False, compare=False, repr=False)

    def places(self) -> dict[str, Place]:
        """Every unit by its address, in the order of the text; made once."""
        if not self._index:
            self._index.update(_places(self))
        return self._index

    def sections(self) -> dict[str, Section]:
        """Every section by its address, in the order of the text, the code's among them."""
        return {address: place.node for address, place in self.places().items() if isinstance(place.node, Section)}

    def get(self, address: str) -> Division | Section | Unit | None:
        """The unit at an address, or None."""
        place = self.places().get(address)
        return place.node if place else None


@dataclass(frozen=True, slots=True)
class Place:
    """A unit with where it stands: its address and its parent's (empty at the top)."""

    address: str
    node: Division | Section | Unit
    parent: str = ""


def _sections_of(nodes: Iterable[Node]) -> Iterator[Section]:
    for node in nodes:
        if isinstance(node, Section):
            yield node
        else:
            yield from _sections_of(node.children)


def unit_lines(unit: Unit) -> list[str]:
    """The unit's own line and those of its items, in order."""
    lines = [unit.text] if unit.text else []
    for item in unit.items:
        lines.extend(unit_lines(item))
    return lines


def units_text(units: Iterable[Unit]) -> str:
    """Canonical text of units: one line each."""
    return "\n".join(line for unit in units for line in unit_lines(unit))


# --- addresses ----------------------------------------------------------------------------------


def _places(act: Act) -> Iterator[tuple[str, Place]]:
    seen: dict[str, int] = {}
    roots: list[tuple[str, tuple[Node, ...]]] = [("", act.body)]
    if act.code is not None:
        roots.append(("code.", act.code.body))
    for prefix, body in roots:
        for place in _node_places(body, prefix, "", seen):
            yield place.address, place


def _unique(address: str, seen: dict[str, int]) -> str:
    """The same label twice is odd but real: the second is ``s5~2``."""
    seen[address] = seen.get(address, 0) + 1
    return address if seen[address] == 1 else f"{address}~{seen[address]}"


def _node_places(nodes: Iterable[Node], prefix: str, parent: str, seen: dict[str, int]) -> Iterator[Place]:
    """``prefix``: ``code.`` or nothing. Divisions nest in the address, sections do not."""
    for position, node in enumerate(nodes, start=1):
        if isinstance(node, Section):
            address = _unique(f"{prefix}s{node.label}", seen)
            yield Place(address, node, parent)
            yield from _unit_places(node.units, address, seen)
        else:
            address = _unique(_division_address(node, parent or prefix.rstrip("."), position), seen)
            yield Place(address, node, parent)
            yield from _node_places(node.children, prefix, address, seen)


def _division_address(division: Division, parent: str, position: int) -> str:
    label = division.label or ("" if division.level is Level.TRANSITORY else str(position))
    own = f"{division.level.value}{label}"
    return f"{parent}.{own}" if parent else own


def _unit_places(units: tuple[Unit, ...], section: str, seen: dict[str, int]) -> Iterator[Place]:
    paragraph = 0
    for unit in units:
        if unit.kind is Kind.PARAGRAPH:
            paragraph += 1
            address = f"{section}.p{paragraph}"
        else:
            address = _unique(f"{section}.def:{unit.label}", seen)
        yield Place(address, unit, section)
        yield from _item_places(unit.items, address, seen)


def _item_places(items: tuple[Unit, ...], parent: str, seen: dict[str, int]) -> Iterator[Place]:
    for item in items:
        address = _unique(f"{parent}.i{item.label}", seen)
        yield Place(address, item, parent)
        yield from _item_places(item.items, address, seen)
