"""What a document says, before it is paper: blocks of runs, the same for PDF and Word.

Documents are Thai in every language of the pages: they travel to people who have no account here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal


class Mark(StrEnum):
    """What became of a run of text."""

    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


class Style(StrEnum):
    """How a paragraph is set; the names are those of the styles in Word as well."""

    LINE = "line"  # first line indented, as provisions are printed
    FLUSH = "flush"  # as it stands in a table
    CENTRE = "centre"  # titles, chapter headings, the countersignature
    HEADING = "heading"
    SMALL = "small"  # what the document says of itself: legend, labels
    RULE = "rule"  # the short rule below a title; has no text


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph with one mark; ``strong`` for headings within a line (``มาตรา ๕``).

    ``footnote``: what stands at the foot of the page of these words; no part of the text. ``noted``: how many of its
    first lines say what the proposal does, which the old text did not have.
    """

    text: str
    mark: Mark = Mark.PLAIN
    strong: bool = False
    footnote: str = ""
    noted: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on a paragraph; ``quote`` its words, empty for the whole paragraph."""

    author: str
    at: date
    text: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``change``: what became of it as a whole, its end included. ``depth``: 1 for items, 2 below them.

    ``label``: what stands in the margin (แก้ไข, เพิ่ม). ``level`` of a heading, 1 to 3; 0 for what is none.
    ``section``: the one that begins here, for the head of the page; ``unit``: its address, or that of a division or
    another part of the act: a bookmark in Word, by which the text finds its place when it comes back.
    """

    runs: tuple[Run, ...]
    style: Style = Style.LINE
    depth: int = 0
    change: Mark = Mark.PLAIN
    level: int = 0
    label: str = ""
    notes: tuple[Note, ...] = ()
    section: str = ""
    unit: str = ""

    @property
    def text(self) -> str:
        """All its words, struck ones among them."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``rows``: how many rows of the table it spans."""

    paragraphs: tuple[Paragraph, ...]
    rows: int = 1


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; ``begins``: a rule stands above it. A row below a spanning cell has one cell less."""

    cells: tuple[Cell, ...]
    begins: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on every page. ``widths`` are shares."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Seat = Literal["kept", "added", "gone", "kept-maybe", "added-maybe"]


@dataclass(frozen=True, slots=True)
class Bar:
    """The seats of one kind of members: its name, how many before and after in words, and every seat."""

    label: str
    numbers: str
    seats: tuple[Seat, ...]

    @property
    def line(self) -> Paragraph:
        """What the bar says in words."""
        return Paragraph((Run(f"{self.label}  "), Run(self.numbers, strong=True)), Style.FLUSH)


@dataclass(frozen=True, slots=True)
class Seats:
    """The picture of a board: a square for every seat. All that it shows is said in words as well."""

    bars: tuple[Bar, ...]


Block = Paragraph | Table | PageBreak | Seats


@dataclass(frozen=True, slots=True)
class Document:
    """A document. ``facts``: (name, value) below its title.

    ``running``: at the head of every page, beside the section that stands there. ``foot``, ``seal``: two lines at the
    foot of every page, beside its number; ``address``: what the square code there leads to.
    ``watermark``: the state in large grey letters behind the text. ``made``: the day that the file says it was made.
    ``tracked``: one running text, whose changes are tracked in Word, as made by
    ``author`` at ``changed``. ``shows_title``: not for a bill, which has its own. ``origin``: (name, value) that a Word
    file keeps of the draft it was made from.
    """

    title: str
    blocks: tuple[Block, ...]
    made: date
    facts: tuple[tuple[str, str], ...] = ()
    running: str = ""
    foot: str = ""
    seal: str = ""
    address: str = ""
    watermark: str = ""
    author: str = ""
    changed: datetime | None = None
    tracked: bool = False
    orientation: Literal["portrait", "landscape"] = "portrait"
    language: str = "th"
    shows_title: bool = True
    origin: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """Several documents as one, with a page of contents before them. ``note``: lines below the contents."""

    title: str
    parts: tuple[Document, ...]
    note: tuple[str, ...] = ()


_HALF_A_LINE = 30  # characters


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph in the order of the document, those of tables among them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        elif isinstance(block, Seats):
            yield from (bar.line for bar in block.bars)


def parts_of(document: Document | Package) -> tuple[Document, ...]:
    """The documents of a package, or the document."""
    return document.parts if isinstance(document, Package) else (document,)


def length(document: Document | Package) -> int:
    """Characters of the text of a document. A short line counts as half a line of paper: it takes as long to set."""
    lines = (len(paragraph.text) for part in parts_of(document) for paragraph in paragraphs(part.blocks))
    return sum(max(characters, _HALF_A_LINE) for characters in lines)


def longest_paragraph(document: Document | Package) -> int:
    """Characters of its longest paragraph."""
    found = (len(paragraph.text) for part in parts_of(document) for paragraph in paragraphs(part.blocks))
    return max(found, default=0)
