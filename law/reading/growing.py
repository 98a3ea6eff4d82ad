"""The tree while it is being read: bodies, divisions and sections that are still open."""

from __future__ import annotations

from dataclasses import dataclass, field

from law.act import Division, Level, Node, Section, TailAct, UnitBuilder
from law.reading import marks
from law.reading.candidates import Candidate
from law.reading.items import ItemOrder, add_line

_DEPTH = {Level.DIVISION: 0, Level.BOOK: 0, Level.TITLE: 1, Level.CHAPTER: 2, Level.PART: 3}


@dataclass(slots=True)
class OpenSection:
    """A section that still takes lines; ``depth``: quotations open in it, ``amends``: whether it quotes other law."""

    opened_by: Candidate
    builder: UnitBuilder = field(default_factory=UnitBuilder)
    depth: int = 0
    amends: bool = False
    odd_items: list[str] = field(default_factory=list)
    order: ItemOrder = field(default_factory=ItemOrder)

    @property
    def in_quotation(self) -> bool:
        """Whether the next line still belongs to a quotation of other law."""
        return self.amends and self.depth > 0

    def add(self, line: str) -> None:
        """Take one paragraph."""
        if not add_line(self.builder, self.order, line):
            self.odd_items.append(line)
        self.amends = self.amends or bool(marks.AMENDING.search(line))
        self._count_quotes(line)

    def join(self, line: str) -> None:
        """Take a line that goes on with the one before."""
        text, notes = marks.without_notes(line)
        self.builder.join(" ".join(text.split()), notes)
        self._count_quotes(line)

    def _count_quotes(self, line: str) -> None:
        for char in marks.QUOTES.findall(line):
            if char == "“":
                self.depth += 1
            elif char == "”":
                self.depth = max(0, self.depth - 1)
            else:
                self.depth += 1 if self.depth == 0 else -1

    def close(self) -> Section:
        """The section as read."""
        by = self.opened_by
        return Section(by.label, by.written, self.builder.units(), by.word, by.until, by.notes, by.range_end)


@dataclass(slots=True)
class OpenDivision:
    """A chapter or other heading that still takes title lines and children."""

    level: Level
    word: str
    label: str = ""
    written: str = ""
    notes: tuple[str, ...] = ()
    title: list[str] = field(default_factory=list)
    children: list[OpenDivision | OpenSection] = field(default_factory=list)

    def add_title(self, line: str) -> None:
        """Take one line of the title."""
        text, notes = marks.without_notes(line)
        self.notes += notes
        if text:
            self.title.append(text)

    def close(self) -> Division:
        """The division as read."""
        children = tuple(child.close() for child in self.children)
        return Division(self.level, self.word, self.label, self.written, " ".join(self.title), children, self.notes)


@dataclass(slots=True)
class OpenBody:
    """A body being read: the divisions open now, outermost first, and the section read last."""

    nodes: list[OpenDivision | OpenSection] = field(default_factory=list)
    open: list[OpenDivision] = field(default_factory=list)
    section: OpenSection | None = None  # takes the lines that come; None right behind a heading
    last: Candidate | None = None  # the section read last, whatever heading came since
    sections: list[OpenSection] = field(default_factory=list)

    @property
    def in_quotation(self) -> bool:
        """Whether a quotation of other law is open."""
        return self.section is not None and self.section.in_quotation

    @property
    def last_text(self) -> str:
        """The last line taken."""
        if self.section is not None:
            return self.section.builder.last_text
        return " ".join(self.open[-1].title) if self.open else ""

    def add_section(self, found: Candidate) -> None:
        """Open a section in the division open now."""
        section = OpenSection(found)
        (self.open[-1].children if self.open else self.nodes).append(section)
        self.section, self.last = section, found
        self.sections.append(section)
        if found.rest:
            section.add(found.rest)

    def add_division(self, division: OpenDivision) -> None:
        """Open a division, closing those that can not hold it."""
        del self.open[self._depth(division) :]
        (self.open[-1].children if self.open else self.nodes).append(division)
        self.open.append(division)
        self.section = None

    def _depth(self, division: OpenDivision) -> int:
        levels = [open_division.level for open_division in self.open]
        if division.level is Level.TRANSITORY:
            return 0
        if division.level is Level.HEADING:
            return levels.index(Level.HEADING) if Level.HEADING in levels else self._numbered()
        if division.level in levels:
            return levels.index(division.level)
        if self.open and self.section is None and not self.open[-1].children and self._nests(division):
            return len(self.open)
        own = _DEPTH[division.level]
        return next(
            (at for at, level in enumerate(levels) if _DEPTH.get(level, -1) >= own or level not in _DEPTH), len(levels)
        )

    def _numbered(self) -> int:
        """How many numbered divisions are open: a heading without a number stands inside them."""
        return sum(division.level in _DEPTH for division in self.open)

    def _nests(self, division: OpenDivision) -> bool:
        """Whether a first division right under another's heading belongs into it, whatever their levels usually are."""
        return division.label == "1" and self.open[-1].level in _DEPTH

    def close(self) -> tuple[Node, ...]:
        """The body as read."""
        return tuple(node.close() for node in self.nodes)


@dataclass(slots=True)
class OpenTail:
    """An amending act of the tail while it is being read."""

    title: str
    notes: tuple[str, ...] = ()
    opening: list[str] = field(default_factory=list)
    body: OpenBody = field(default_factory=OpenBody)
    lines: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Take a line that opens no section."""
        if self.lines:
            self.lines.append(line)
        elif self.body.section is not None:
            self.body.section.add(line)
        elif self.body.open:
            self.body.open[-1].add_title(line)
        else:
            self.opening.append(line)

    def close(self) -> TailAct:
        """The amending act as read."""
        return TailAct(self.title, self.body.close(), tuple(self.lines), tuple(self.opening), self.notes)
