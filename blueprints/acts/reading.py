"""An act as it is shown: divisions, sections and lines with their addresses, citations cut out as links.

Made once for each edition; what changes from day to day (proposals in the margin) is not part of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from law.act import ITEM_LABEL, Act, Division, Footnote, Kind, Node, Section, Unit
from law.citing.citation import cite
from law.citing.defined import Use, defined_uses
from law.references import Reference, find_references

PREVIEW = 160  # characters of a cited unit
# A number stays with its word; and browsers' dictionaries break these words in the middle.
_WHOLE = re.compile(r"(ราชกิจจานุเบกษา|ดังต่อไปนี้|(?:มาตรา|หมวด|ข้อ|พ\.ศ\.) [๐-๙0-9/.]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line. `target`: address they cite; `foreign`: another law they cite; `defined`: their definition's.

    `cited`: the citation in full, and how the unit cited begins; of a definition its words. `whole`: not to be broken
    at the end of a line.
    """

    text: str
    target: str = ""
    foreign: str = ""
    defined: str = ""
    cited: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, item or definition: `label` hangs before `pieces`; `address` is empty in the tail."""

    address: str
    label: str
    pieces: tuple[Piece, ...]
    repealed: bool
    notes: tuple[str, ...]
    items: tuple[Line, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class SectionView:
    address: str
    word: str
    written: str
    heading: str
    lines: tuple[Line, ...]
    repealed: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DivisionView:
    """`rank`: 1 for the outermost. `first`, `last`: headings of the sections at its ends, empty without any."""

    address: str
    heading: str
    title: str
    rank: int
    notes: tuple[str, ...]
    children: tuple[DivisionView | SectionView, ...]
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class TailView:
    title: str
    sections: tuple[SectionView, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActView:
    act: Act
    body: tuple[DivisionView | SectionView, ...]
    code: tuple[DivisionView | SectionView, ...]
    tail: tuple[TailView, ...]
    footnotes: tuple[tuple[Footnote, str], ...]  # with the id of the place that carries the marker, or nothing

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The title as the act sets it; in one line where its lines are not the title's own words."""
        lines = self.act.heading
        same = "".join("".join(lines).split()) == "".join(self.act.title.split())
        return lines if same and len(lines) == 3 else (self.act.title,)

    @property
    def contents(self) -> tuple[DivisionView, ...]:
        """The outermost divisions, the code's after the act's."""
        return tuple(node for node in (*self.body, *self.code) if isinstance(node, DivisionView))


def view_act(act: Act) -> ActView:
    """The act ready to be shown."""
    maker = _Maker(act)
    body = maker.nodes(act.body, 1)
    code = maker.nodes(act.code.body, 1) if act.code else ()
    tail = tuple(TailView(part.title, tuple(map(maker.tail_section, part.sections)), part.lines) for part in act.tail)
    return ActView(act, body, code, tail, _footnotes(act, maker.carriers))


def _footnotes(act: Act, carriers: dict[str, str]) -> tuple[tuple[Footnote, str], ...]:
    return tuple((note, carriers.get(note.marker, "")) for note in act.footnotes)


class _Maker:
    """Walks the tree beside its addresses."""

    def __init__(self, act: Act) -> None:
        self.addresses: dict[int, str] = {id(place.node): address for address, place in act.places().items()}
        self.act = act
        self.carriers: dict[str, str] = {}
        self.cited: dict[str, list[Reference]] = defaultdict(list)
        for reference in find_references(act):
            self.cited[reference.source].append(reference)
        self.defined = defined_uses(act)

    def nodes(self, nodes: Iterable[Node], rank: int) -> tuple[DivisionView | SectionView, ...]:
        return tuple(self.section(node) if isinstance(node, Section) else self.division(node, rank) for node in nodes)

    def division(self, division: Division, rank: int) -> DivisionView:
        address = self.addresses[id(division)]
        self._carry(division.notes, address)
        children = self.nodes(division.children, rank + 1)
        headings = [section.heading for section in sections_of(children)]
        ends = (headings[0], headings[-1]) if headings else ("", "")
        return DivisionView(address, division.heading, division.title, rank, division.notes, children, *ends)

    def section(self, section: Section) -> SectionView:
        address = self.addresses[id(section)]
        self._carry(section.notes, address)
        return _section_view(section, address, tuple(map(self.line, section.units)))

    def tail_section(self, section: Section) -> SectionView:
        """A section of an amending act: its label may be one of the act's own, so it has no address."""
        return _section_view(section, "", tuple(map(_bare_line, section.units)))

    def line(self, unit: Unit) -> Line:
        address = self.addresses[id(unit)]
        self._carry(unit.notes, address)
        start = _label_end(unit)
        links = [*self.cited.get(address, ()), *self.defined.get(address, ())]
        pieces = tuple(self._pieces(unit.text, start, sorted(links, key=lambda link: link.start)))
        return _line(unit, address, pieces, tuple(map(self.line, unit.items)))

    def _pieces(self, text: str, start: int, links: Iterable[Reference | Use]) -> Iterator[Piece]:
        """The words from `start` on, cut at the links in them; of links that overlap the first one counts."""
        at = start
        for link in links:
            if link.start < at:
                continue
            yield from _plain(text[at : link.start])
            yield self._linked(text[link.start : link.end], link)
            at = link.end
        yield from _plain(text[at:])

    def _linked(self, words: str, link: Reference | Use) -> Piece:
        if isinstance(link, Use):
            return Piece(words, defined=link.definition, cited=self._words(link.definition))
        target = link.target or ""
        return Piece(words, target, link.foreign or "", cited=self._cited(target) if target else "")

    def _cited(self, target: str) -> str:
        """The citation in full, and how the cited unit begins."""
        words = self._words(target)
        return f"{cite(target)}: {words}" if words else cite(target)

    def _words(self, address: str) -> str:
        unit = self.act.get(address)
        return _beginning(" ".join((unit.title if isinstance(unit, Division) else unit.text if unit else "").split()))

    def _carry(self, markers: tuple[str, ...], address: str) -> None:
        for marker in markers:
            self.carriers.setdefault(marker, address)


def _section_view(section: Section, address: str, lines: tuple[Line, ...]) -> SectionView:
    return SectionView(
        address, section.word, section.written, section.heading, lines, section.is_repealed, section.notes
    )


def _bare_line(unit: Unit) -> Line:
    text = unit.text[_label_end(unit) :]
    return _line(unit, "", (Piece(text),), tuple(map(_bare_line, unit.items)))


def _line(unit: Unit, address: str, pieces: tuple[Piece, ...], items: tuple[Line, ...]) -> Line:
    label = unit.text[: _label_end(unit)].strip()
    return Line(address, label, pieces, unit.is_repealed, unit.notes, items, unit.kind.value)


def _label_end(unit: Unit) -> int:
    """Where an item's label ends and its words begin."""
    match = ITEM_LABEL.match(unit.text) if unit.kind is Kind.ITEM else None
    return match.end() if match else 0


def _beginning(words: str) -> str:
    """At most PREVIEW characters, ending where there is a space if it can be."""
    if len(words) <= PREVIEW:
        return words
    cut = words[:PREVIEW]
    return f"{cut.rpartition(' ')[0] or cut} …"


def _plain(words: str) -> Iterator[Piece]:
    """Words without citations; those that browsers break in the wrong place are pieces of their own."""
    for part in _WHOLE.split(words):
        if part:
            yield Piece(part, whole=_WHOLE.fullmatch(part) is not None)


def sections_of(nodes: Iterable[DivisionView | SectionView]) -> Iterator[SectionView]:
    """All sections, in order, however deep."""
    for node in nodes:
        if isinstance(node, SectionView):
            yield node
        else:
            yield from sections_of(node.children)
