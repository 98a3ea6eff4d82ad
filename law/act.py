"""The tree of an act, its addresses and its canonical text.

Canonical text has one line a unit. A line that begins with a label - ``(๑)``, ``(ก)``, ``(๙/๑)`` - is an item of
the paragraph or definition above it (nested by the kind of its label); ``“คำ” หมายความว่า …`` is a definition; any
other line is a paragraph. A section's text leaves out its own ``มาตรา N``. A repealed unit stays, as ``(ยกเลิก)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from law import numerals

REPEALED = "(ยกเลิก)"
# Stands under a heading without a number, and before the tail: so that reading tells them from a paragraph.
RULE = "-" * 20

# A label in brackets at the start of a line: (๑) (๙/๑) (๑ ทวิ) (ก) (ก/๑) (a) (iv); old acts also write ๑) and ก).
ITEM_LABEL = re.compile(
    r"\(?[ \t\xa0]*"
    rf"(?P<label>{numerals.LABEL_PATTERN}|[{numerals.LETTERS}ฃฅ](?:/[0-9๐-๙]+)?|[ivxIVX]{{1,4}}|[a-zA-Z])"
    r"[ \t\xa0]*\)[ \t\xa0]*"
)
_DEFINITION = re.compile(
    r"(?:คำว่า\s*)?[“\"](?P<term>[^“”\"]{1,200})[”\"](?:\s*(?:และ|หรือ)\s*[“\"][^“”\"]{1,200}[”\"])*"
    r"(?:\s*\([^()]{1,80}\))?[^“”\"()]{0,60}?\s*(?:ให้|ท่าน)?(?:หมายความ|หมายถึง|มีความหมาย|ได้แก่|คือ|แปลว่า|\(ยกเลิก\)$)"
)


# Lists in lists: no law nests so deep, and no hostile text may.
_DEEPEST = 12


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
    range that is marked repealed together (``มาตรา ๑๓๐ ถึง มาตรา ๑๔๓ (ยกเลิก)``). ``caption``: words that stand
    beside the number in some acts; not text of a paragraph.
    """

    label: str
    written: str
    units: tuple[Unit, ...] = ()
    word: str = "มาตรา"
    until: str | None = None
    notes: tuple[str, ...] = ()

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
        return f"{start} ถึง {self.word} {numerals.written(self.until)}" if self.until else start


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


# --- canonical text -----------------------------------------------------------------------------


def is_repealed_text(text: str) -> bool:
    """Whether a line is only the mark of a repealed unit: ``(ยกเลิก)``, ``(๓) (ยกเลิก)``, ``วรรคสาม (ยกเลิก)``."""
    return bool(re.fullmatch(rf"(?:{ITEM_LABEL.pattern}|วรรค\S+\s*|[“\"][^”\"]+[”\"]\s*)?\(ยกเลิก\)", text.strip()))


def unit_lines(unit: Unit) -> list[str]:
    """The unit's own line and those of its items, in order."""
    lines = [unit.text] if unit.text else []
    for item in unit.items:
        lines.extend(unit_lines(item))
    return lines


def units_text(units: Iterable[Unit]) -> str:
    """Canonical text of units: one line each."""
    return "\n".join(line for unit in units for line in unit_lines(unit))


def read_units(text: str) -> tuple[Unit, ...]:
    """Canonical text -> units: the inverse of ``units_text``. Blank lines are skipped, spaces made single."""
    builder = UnitBuilder()
    for line in text.splitlines():
        line = " ".join(line.split())
        if line:
            builder.add(line)
    return builder.units()


@dataclass(slots=True)
class _Open:
    kind: Kind
    text: str
    label: str
    notes: tuple[str, ...] = ()
    items: list[_Open] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def close(self) -> Unit:
        items = tuple(item.close() for item in self.items)
        return Unit(self.kind, self.text, self.label, items, self.notes, tuple(self.remarks))


class UnitBuilder:
    """Puts lines together as units, nesting items by the kind of their labels.

    A label whose kind is open already goes on with that list; another kind, or a first label (``(๑)``, ``(ก)``)
    under a list of another kind, opens a list inside the item above.
    """

    def __init__(self) -> None:
        self._top: list[_Open] = []
        self._stack: list[_Open] = []

    def add(self, line: str, notes: tuple[str, ...] = ()) -> None:
        """Take one canonical line, with the footnote markers that stood at it."""
        match = ITEM_LABEL.match(line)
        if match is not None:
            bracket = "(" if line.startswith("(") else ""
            text = f"{bracket}{match['label']}) {line[match.end() :]}".strip()
            self._add_item(_Open(Kind.ITEM, text, numerals.plain(match["label"]), notes))
            return
        definition = _DEFINITION.match(line)
        kind = Kind.DEFINITION if definition else Kind.PARAGRAPH
        self._top.append(_Open(kind, line, definition["term"].strip() if definition else "", notes))
        self._stack = []

    def add_remark(self, remark: str) -> None:
        """Take a bracketed note of the editors: it stands behind the unit added last."""
        if not self._top:
            self._top.append(_Open(Kind.PARAGRAPH, "", ""))
        (self._stack[-1] if self._stack else self._top[-1]).remarks.append(remark)

    def join(self, line: str, notes: tuple[str, ...] = ()) -> None:
        """Take a line that goes on with the unit added last: a citation wrapped to the start of a line."""
        last = self._stack[-1] if self._stack else self._top[-1]
        last.text = f"{last.text} {line}".strip()
        last.notes += notes

    @property
    def is_empty(self) -> bool:
        """Whether nothing was taken yet."""
        return not self._top

    @property
    def last_text(self) -> str:
        """The text of the unit added last."""
        return (self._stack[-1] if self._stack else self._top[-1]).text if self._top else ""

    @property
    def open_labels(self) -> tuple[str, ...]:
        """Plain labels of the items open now, outermost first."""
        return tuple(item.label for item in self._stack)

    def units(self) -> tuple[Unit, ...]:
        """All lines taken so far, as units."""
        return tuple(unit.close() for unit in self._top)

    def _add_item(self, item: _Open) -> None:
        if not self._top:
            self._top.append(_Open(Kind.PARAGRAPH, "", ""))
        kind = label_kind(item.label)
        kinds = [label_kind(open_item.label) for open_item in self._stack]
        opens_inside = numerals.is_first(item.label) and kinds and kinds[-1] != kind and len(kinds) < _DEEPEST
        if kind in kinds and not opens_inside:
            del self._stack[len(kinds) - 1 - kinds[::-1].index(kind) :]
        del self._stack[_DEEPEST:]
        parent = self._stack[-1] if self._stack else self._top[-1]
        parent.items.append(item)
        self._stack.append(item)


def label_kind(plain_label: str) -> str:
    """``digit``, ``thai`` or ``latin``: items of one list have labels of one kind."""
    if plain_label[:1].isdecimal():
        return "digit"
    return "thai" if "ก" <= plain_label[:1] <= "ฮ" else "latin"


# --- the whole act as text ----------------------------------------------------------------------


def act_text(act: Act, *, notes: bool = True) -> str:
    """The whole act, tail included, as a person would paste it: blank line between units, ``มาตรา N`` and two spaces.

    Reading it again gives the same tree. ``notes``: with footnote markers and footnotes.
    """
    blocks = ["\n".join(act.heading or (act.title,)), *act.preamble, *_node_blocks(act.body, notes)]
    if act.code is not None:
        blocks += ["\n".join(act.closing), *act.remarks, *_code_blocks(act.code, notes), *act.schedules]
    else:
        blocks += ["\n".join(act.closing), *act.schedules, *act.remarks]
    if act.tail:
        blocks.append(RULE)
    for tail in act.tail:
        title = tail.title + _marks(tail.notes, notes)
        blocks += [title, *tail.opening, *_node_blocks(tail.body, notes), *tail.lines]
    if notes:
        blocks += [f"[{numerals.thai(note.marker)}] {note.text}" for note in act.footnotes]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _code_blocks(code: Code, notes: bool) -> list[str]:
    heading = "\n".join(code.heading or (code.title,))
    return [*code.contents, heading, *_node_blocks(code.body, notes), *code.closing]


def _marks(markers: tuple[str, ...], wanted: bool) -> str:
    return "".join(f"[{numerals.thai(marker)}]" for marker in markers) if wanted else ""


def _node_blocks(nodes: Iterable[Node], notes: bool) -> list[str]:
    blocks: list[str] = []
    for node in nodes:
        if isinstance(node, Section):
            blocks += _section_blocks(node, notes)
        else:
            heading = node.heading + _marks(node.notes, notes)
            rule = RULE if node.level is Level.HEADING else ""
            blocks.append("\n".join(line for line in (heading, node.title, rule) if line))
            blocks += _node_blocks(node.children, notes)
    return blocks


def _section_blocks(section: Section, notes: bool) -> list[str]:
    blocks = _unit_blocks(section.units, notes) or [""]
    heading = section.heading + _marks(section.notes, notes)
    return [f"{heading}  {blocks[0]}".rstrip(), *blocks[1:]]


def _unit_blocks(units: tuple[Unit, ...], notes: bool) -> list[str]:
    blocks: list[str] = []
    for unit in units:
        text = unit.text
        if notes and unit.notes:
            label = ITEM_LABEL.match(text)
            cut = label.end() if label else len(text)
            text = f"{text[:cut].rstrip()}{_marks(unit.notes, notes)} {text[cut:]}".strip()
        blocks += [text] if text else []
        blocks += unit.remarks if notes else ()
        blocks += _unit_blocks(unit.items, notes)
    return blocks
