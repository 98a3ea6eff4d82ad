"""The Act as it would read, whole, with the changes marked or clean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from documents.matter import Matter
from documents.model import Block, Document, Mark, Paragraph, Run, Style
from documents.papers.differences import LEGEND, summary
from documents.papers.marked import together
from documents.papers.order import in_old_order, old_places
from documents.papers.provenance import Footnotes
from law.act import Act, Division, Section, Unit
from law.compare import Comparison, SectionDiff


def consolidated(
    old: Act,
    new: Act,
    comparison: Comparison | None,
    matter: Matter,
    footnotes: Footnotes = {},  # noqa: B006  never written to
) -> Document:
    """``new`` with what changed from ``old`` marked; clean without a comparison. ``footnotes``: by address."""
    head: list[Block] = [summary(comparison), LEGEND] if comparison is not None else []
    return matter.document(
        "กฎหมายทั้งฉบับตามที่จะเป็น",
        (*head, Paragraph((), Style.RULE), *_Whole(old, new, comparison, footnotes).blocks()),
        facts=matter.facts_of_one,
        tracked=comparison is not None,
    )


class _Whole:
    """Walks an act, taking what was touched from a comparison."""

    def __init__(self, old: Act, new: Act, comparison: Comparison | None, footnotes: Footnotes) -> None:
        self.new = new
        self.footnotes = footnotes
        self.addresses = {id(place.node): address for address, place in new.places().items()}
        self.places = old_places(old)
        self.touched = {section.address: section for section in comparison.sections} if comparison else {}
        self.gone = _behind(old, [section for section in self.touched.values() if section.kind == "repealed"])

    def blocks(self) -> Iterator[Paragraph]:
        act = self.new
        yield from self._part("title", act.heading or (act.title,), Style.CENTRE, strong=True)
        yield from self._part("preamble", act.preamble)
        yield from self._missing("")
        yield from self._body(code=False)
        if act.code is not None:
            yield from self._part("code.title", act.code.heading or (act.code.title,), Style.CENTRE, strong=True)
            yield from self._body(code=True)
            yield from self._part("code.closing", act.code.closing)
        yield from self._part("closing", act.closing, Style.CENTRE)
        yield from self._part("schedule", act.schedules)
        yield from self._part("remarks", act.remarks)
        yield from self._part("tail", _tail(act))

    def _part(
        self, address: str, lines: Iterable[str], style: Style = Style.LINE, *, strong: bool = False
    ) -> Iterator[Paragraph]:
        """What is no section: as it reads, or with its marks."""
        found = [Paragraph((Run(each, strong=strong),), style) for line in lines for each in line.split("\n")]
        if address in self.touched:
            rows = self.touched[address].rows
            found = [replace(paragraph, style=style) for row in rows for paragraph in together(row)]
        yield from _begun(address, found)

    def _body(self, *, code: bool) -> Iterator[Paragraph]:
        for address, place in self.new.places().items():
            if address.startswith("code.") != code:
                continue
            if isinstance(place.node, Division):
                yield from self._division(address, place.node)
            elif isinstance(place.node, Section):
                yield from self._section(address, place.node)
            else:
                continue
            yield from self._missing(address)

    def _division(self, address: str, division: Division) -> Iterator[Paragraph]:
        yield from _begun(address, [self._noted(address, _heading(division.heading))])
        if address in self.touched:
            for row in self.touched[address].rows:
                yield from (replace(paragraph, style=Style.CENTRE) for paragraph in together(row))
        elif division.title:
            yield Paragraph((Run(division.title, strong=True),), Style.CENTRE)

    def _section(self, address: str, section: Section) -> Iterator[Paragraph]:
        if address in self.touched and self.touched[address].rows:
            yield from self._marked(self.touched[address])
        else:
            lines = [
                self._noted(self.addresses.get(id(unit), ""), Paragraph((Run(unit.text),), depth=depth))
                for unit, depth in _lines(section.units)
            ]
            yield from self._headed(address, lines, (Run(section.heading, strong=True),))

    def _missing(self, address: str) -> Iterator[Paragraph]:
        """Sections of the old act that are gone, behind the one that they stood behind."""
        for section in self.gone.get(address, ()):
            if section.address not in self.new.places():
                yield from self._marked(section)

    def _marked(self, section: SectionDiff) -> Iterator[Paragraph]:
        """A touched section; its number is marked where it came, went or changed."""
        old, new = section.heading_old, section.heading_new
        mark = Mark.PLAIN if old == new else Mark.INSERTED if not old else Mark.DELETED
        heading: tuple[Run, ...] = (Run(old or new, mark, strong=True),)
        if old and new and old != new:
            heading = (Run(old, Mark.DELETED, strong=True), Run(new, Mark.INSERTED, strong=True))
        lines: list[Paragraph] = []
        for row in in_old_order(section.rows, self.places):
            *first, last = together(row) or [Paragraph(())]
            lines += [*first, self._noted(row.new_address, last)]
        gap = Mark.PLAIN if old and new else mark
        yield from self._headed(section.address, lines, heading, gap)

    def _headed(
        self, address: str, lines: list[Paragraph], heading: tuple[Run, ...], gap: Mark = Mark.PLAIN
    ) -> Iterator[Paragraph]:
        """The lines of a section, the first of them behind its number."""
        *first, last = heading
        heading = (*first, self._with_footnote(address, last))
        if not lines:
            yield Paragraph(heading, section=last.text, unit=address)
            return
        opening, *rest = lines
        yield replace(opening, runs=(*heading, Run("  ", gap), *opening.runs), section=last.text, unit=address)
        yield from rest

    def _with_footnote(self, address: str, run: Run) -> Run:
        """The proposal's own work stands first in a footnote, as `provenance.footnotes` has it."""
        found = self.footnotes.get(address, ())
        return replace(run, footnote="\n".join(found), noted=int(bool(found) and address in self.touched))

    def _noted(self, address: str, paragraph: Paragraph) -> Paragraph:
        """The paragraph with the footnotes of its unit behind its last words."""
        if address not in self.footnotes or not paragraph.runs:
            return paragraph
        *first, last = paragraph.runs
        return replace(paragraph, runs=(*first, self._with_footnote(address, last)))


def _begun(address: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The first of them is where the unit begins."""
    return [replace(paragraph, unit="" if place else address) for place, paragraph in enumerate(paragraphs)]


def _behind(old: Act, gone: list[SectionDiff]) -> dict[str, list[SectionDiff]]:
    """Sections that are gone by the address of the heading or section that stood before them and is not gone."""
    by_address = {section.address: section for section in gone}
    found: dict[str, list[SectionDiff]] = {}
    before = ""
    for address, place in old.places().items():
        if isinstance(place.node, Unit):
            continue
        if address in by_address:
            found.setdefault(before, []).append(by_address[address])
        else:
            before = address
    return found


def _lines(units: Iterable[Unit], depth: int = 0) -> Iterator[tuple[Unit, int]]:
    for unit in units:
        if unit.text:
            yield unit, depth
        yield from _lines(unit.items, depth + 1)


def _heading(text: str) -> Paragraph:
    return Paragraph((Run(text, strong=True),), Style.CENTRE, level=2)


def _tail(act: Act) -> Iterator[str]:
    for tail in act.tail:
        yield tail.title
        yield from tail.opening
        for section in tail.sections:
            yield f"{section.heading}  {section.text}"
        yield from tail.lines
