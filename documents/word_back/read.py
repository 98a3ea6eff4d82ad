"""A Word file as it reads with every tracked change accepted: its lines, the bookmarks in them, and its comments."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from documents.word_back.numbers import Numbering, W
from documents.word_back.package import WordPackage
from documents.word_back.said import Spot, WordComment, foot_texts, read_comments

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# Their words went, moved away, or are said a second time for old programs.
_GONE = frozenset([f"{W}del", f"{W}moveFrom", _FALLBACK])
_CHANGES = frozenset([f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"])
_MARKS_OF = frozenset([f"{W}rPr", f"{W}trPr"])  # a change in them is of a paragraph's end or a row
_SIGNS = {f"{W}tab": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_BREAKS = frozenset([f"{W}br", f"{W}cr"])
_TEXTS = frozenset([f"{W}t", _FORMULA])
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_OBJECTS = frozenset([f"{W}drawing", f"{W}pict", f"{W}object"])
_OWN_STYLES = frozenset(["Remark", "Heading1", "Heading 1"])
_CONTENTS = "Table of Contents"  # says the headings a second time
_MOST_RANGES = 50  # of comments that are open at once and still learn what was deleted in them


class Beside(StrEnum):
    """What a paragraph has that is no text of it."""

    FOOTNOTE = "footnote"
    OBJECT = "object"  # a picture, a drawing, an embedded file
    SIGN = "sign"  # of a font of signs, which has no letter


@dataclass(frozen=True, slots=True)
class Change:
    """Who tracked a change, and when, as the file says it (``2026-11-22T10:00:00Z``; may be empty)."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``starts``: (offset in characters, bookmark).

    ``ours``: what the file says of itself, told by its style, as long as nobody tracked a change there. ``changes``:
    that were tracked in it. ``beside``: what of it is no text. ``row``: number of the table and row; 0 outside.
    """

    text: str
    starts: tuple[tuple[int, str], ...] = ()
    ours: bool = False
    changes: frozenset[Change] = frozenset()
    beside: tuple[tuple[Beside, str], ...] = ()
    row: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class WordFile:
    """``numbered``: labels that Word had counted itself."""

    lines: tuple[Line, ...]
    comments: tuple[WordComment, ...]
    properties: dict[str, str]
    numbered: int


def read_word(raw: bytes) -> WordFile:
    """Read a file. :raises documents.word_back.package.NotWord:"""
    package = WordPackage(raw)
    numbering = Numbering(package.part("word/numbering.xml"), package.part("word/styles.xml"))
    notes = {kind: foot_texts(package.part(f"word/{kind}.xml")) for kind in _NOTES.values()}
    reader = _Reader(numbering, notes)
    reader.read(package.document)
    texts = [line.text for line in reader.lines]
    comments = read_comments(package, texts, reader.spots, reader.struck)
    return WordFile(tuple(reader.lines), tuple(comments), package.properties, numbering.numbers)


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read. ``spots``: ends of comments, (number of the comment, is its end, offset)."""

    parts: list[str] = field(default_factory=list)
    starts: dict[tuple[int, str], None] = field(default_factory=dict)
    spots: list[tuple[str, bool, int]] = field(default_factory=list)
    changes: set[Change] = field(default_factory=set)
    beside: list[tuple[Beside, str]] = field(default_factory=list)
    length: int = 0
    ours: bool = False

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def shift(self, label: str) -> None:
        """A label comes before all; what began with the paragraph begins with the label."""
        self.parts.insert(0, label)
        self.starts = {(offset + len(label) if offset else 0, name): None for offset, name in self.starts}
        self.spots = [(number, ends, offset + len(label)) for number, ends, offset in self.spots]


class _Reader:
    """Passes once through a document. What stands in a text box comes before the paragraph that it hangs on."""

    def __init__(self, numbering: Numbering, notes: dict[str, dict[str, str]]) -> None:
        self.lines: list[Line] = []
        self.spots: dict[tuple[str, bool], Spot] = {}  # ends of comments
        self.struck: dict[str, list[str]] = defaultdict(list)  # what was deleted in a comment's words
        self._numbering = numbering
        self._notes = notes
        self._open: list[_Open] = []
        self._kept: _Open | None = None  # its end was deleted: what follows goes on with it
        self._ranges: set[str] = set()
        self._tables = self._depth = self._rows = 0

    def read(self, document: etree._Element) -> None:
        gone = 0
        for event, node in etree.iterwalk(document, events=("start", "end")):
            if event == "start" and node.tag in _CHANGES and self._open:
                self._open[-1].changes.add(_change(node))
            if _hides(node):
                gone += 1 if event == "start" else -1
            elif node.tag == f"{W}p":
                self._paragraph(event, node)
            elif node.tag in (f"{W}tbl", f"{W}tr"):
                self._table(event, node)
            elif event == "start" and self._open:
                self._take(node, gone=gone > 0)
            elif event == "start" and node.tag == f"{W}altChunk":
                self.lines.append(Line("", beside=((Beside.OBJECT, ""),)))
        if self._kept is not None:
            self._close(self._kept)

    def _table(self, event: str, node: etree._Element) -> None:
        """Rows are counted through all tables; a table in a cell belongs to the row it stands in."""
        if node.tag == f"{W}tbl":
            self._depth += 1 if event == "start" else -1
            self._tables += event == "start" and self._depth == 1
        elif event == "start" and self._depth == 1:
            self._rows += 1

    def _paragraph(self, event: str, node: etree._Element) -> None:
        if event == "start":
            opened, self._kept = self._kept or _Open(), None
            style = node.find(f"{W}pPr/{W}pStyle")
            is_own = style is not None and style.get(f"{W}val", "") in _OWN_STYLES
            opened.ours = is_own and next(node.iter(f"{W}ins", f"{W}del", f"{W}moveTo"), None) is None
            self._open.append(opened)
            return
        closed = self._open.pop()
        gone = any(node.find(f"{W}pPr/{W}rPr/{W}{mark}") is not None for mark in ("del", "moveFrom"))
        if gone and closed.length:
            self._kept = closed
            return
        label = "" if gone else self._numbering.label(node)
        if label and any(part.strip() for part in closed.parts):
            closed.shift(label)
        self._close(closed)

    def _close(self, closed: _Open) -> None:
        self.spots |= {
            (number, ends): Spot(len(self.lines), offset)
            for number, ends, offset in closed.spots
            if not (ends and (number, True) in self.spots)
        }
        row = (self._tables, self._rows) if self._depth else (0, 0)
        starts, changes, beside = tuple(closed.starts), frozenset(closed.changes), tuple(closed.beside)
        self.lines.append(Line("".join(closed.parts), starts, closed.ours, changes, beside, row))

    def _take(self, node: etree._Element, *, gone: bool) -> None:
        opened = self._open[-1]
        if node.tag == f"{W}bookmarkStart":
            opened.starts[opened.length, node.get(f"{W}name", "")] = None
        elif node.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"):
            self._comment_end(opened, node.get(f"{W}id", ""), ends=node.tag != f"{W}commentRangeStart")
        elif gone:
            self._strike(node.text or "" if node.tag in (f"{W}delText", f"{W}t") else "")
        elif _is_hidden(node):
            return
        elif node.tag in _TEXTS:
            opened.add((node.text or "").replace("\u00a0", " "))  # of ours, no line ends there
        elif node.tag in _SIGNS:
            opened.add(_SIGNS[node.tag])
        elif node.tag in _BREAKS and node.get(f"{W}type") not in ("page", "column"):
            opened.add("\n")
        else:
            self._take_beside(opened, node)

    def _comment_end(self, opened: _Open, number: str, *, ends: bool) -> None:
        opened.spots.append((number, ends, opened.length))
        if ends:
            self._ranges.discard(number)
        elif len(self._ranges) < _MOST_RANGES:
            self._ranges.add(number)

    def _strike(self, text: str) -> None:
        for number in self._ranges if text else ():
            self.struck[number].append(text)

    def _take_beside(self, opened: _Open, node: etree._Element) -> None:
        if node.tag in _NOTES:
            text = self._notes[_NOTES[node.tag]].get(node.get(f"{W}id", ""), "")
            opened.beside += [(Beside.FOOTNOTE, text)] if text else []
        elif node.tag in _OBJECTS and next(node.iter(f"{W}txbxContent"), None) is None:
            described = next((one.get("descr") or one.get("title") or "" for one in node.iter("{*}docPr")), "")
            opened.beside.append((Beside.OBJECT, described))
        elif node.tag == f"{W}sym":
            code = _code(node.get(f"{W}char", ""))
            if 0x20 <= code < 0xD800:
                opened.add(chr(code))
            else:
                opened.beside.append((Beside.SIGN, f"{node.get(f'{W}font', '')} {code:04X}"))


def _hides(node: etree._Element) -> bool:
    """Whether what is in an element is not read."""
    if node.tag == f"{W}tr":
        return node.find(f"{W}trPr/{W}del") is not None
    if node.tag == f"{W}sdt":
        gallery = node.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        is_contents = gallery is not None and gallery.get(f"{W}val") == _CONTENTS
        return is_contents or node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    parent = node.getparent() if node.tag in _GONE else None
    return parent is not None and parent.tag not in _MARKS_OF


def _code(written: str) -> int:
    """The number of a sign, in hexadecimal; 0 where it is none."""
    return int(written, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", written) else 0


def _change(node: etree._Element) -> Change:
    return Change(" ".join(node.get(f"{W}author", "").split()), node.get(f"{W}date", ""))


def _is_hidden(node: etree._Element) -> bool:
    """Whether a child of a run is not to be seen. Only a run is asked: a paragraph has any number of children."""
    run = node.getparent()
    vanish = run.find(f"{W}rPr/{W}vanish") if run is not None and run.tag == f"{W}r" else None
    return vanish is not None and vanish.get(f"{W}val") not in {"0", "false"}
