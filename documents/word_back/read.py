"""A Word file as it reads with every tracked change accepted: its lines, the bookmarks in them, and its comments."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum

from lxml import etree

from documents.word.origin import RUNNING
from documents.word_back.numbers import Numbering, W
from documents.word_back.package import WordPackage
from documents.word_back.said import Spot, WordComment, foot_texts, read_comments

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Their words went, moved away, or are said a second time for old programs.
_GONE = frozenset([f"{W}del", f"{W}moveFrom", _FALLBACK])
_CHANGES = frozenset([f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"])
_MARKS_OF = frozenset([f"{W}rPr", f"{W}trPr"])  # a change in them is of a paragraph's end or a row
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-", f"{W}br": "\n", f"{W}cr": "\n"}
_TEXTS = frozenset([f"{W}t", f"{_MATH}t"])
_SPACES = str.maketrans("\u00a0\n\r\t", "    ")  # of ours, no line ends at the first; Word shows all as spaces
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_OBJECTS = frozenset([f"{W}drawing", f"{W}pict", f"{W}object"])
_OWN_STYLES = frozenset(["remark", "heading1", "heading 1"])
_RANGES = frozenset([f"{W}commentRangeStart", f"{W}commentRangeEnd"])
_PLACES = frozenset([f"{W}bookmarkStart", *_RANGES])  # may stand between two paragraphs as well
_CONTENTS = "Table of Contents"  # says the headings a second time
_WORD = re.compile("[ก-๎]{3}")  # that a number begins with: ``หมวด ๑`` says something without more words
_MOST_RANGES = 50  # of comments that are open at once and still learn what was deleted in them


class Beside(StrEnum):
    """What a paragraph has that is no text of it."""

    FOOTNOTE = "footnote"
    OBJECT = "object"  # a picture, a drawing, an embedded file
    SIGN = "sign"  # of a font of signs, which has no letter
    STRUCK = "struck"  # words struck through by hand, and not deleted


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
    """``numbered``: labels that Word had counted itself. ``margins``: lines at the head and the foot of the pages."""

    lines: tuple[Line, ...]
    comments: tuple[WordComment, ...]
    properties: dict[str, str]
    numbered: int
    margins: tuple[Line, ...] = ()


def read_word(raw: bytes) -> WordFile:
    """Read a file. :raises documents.word_back.package.NotWord:"""
    package = WordPackage(raw)
    styles = package.first("styles")
    numbering = Numbering(package.first("numbering"), styles)
    notes = {kind: foot_texts(package.first(kind)) for kind in _NOTES.values()}
    reader = _Reader(numbering, notes, _names(styles))
    reader.read(package.document)
    margins = _Reader(Numbering(None, None), {}, {})
    for part in (*package.parts("header"), *package.parts("footer")):
        margins.read(part)
    running = package.properties.get(RUNNING, "")
    written = (one if one.changes else replace(one, text=one.text.removeprefix(running)) for one in margins.lines)
    texts = [line.text for line in reader.lines]
    comments = read_comments(package, texts, reader.spots, reader.struck)
    return WordFile(tuple(reader.lines), tuple(comments), package.properties, numbering.numbers, tuple(written))


def _names(styles: etree._Element | None) -> dict[str, str]:
    """The names of styles by what a file calls them: Word in Thai, WPS and LibreOffice each have ways of their own."""
    found = styles.iter(f"{W}style") if styles is not None else ()
    named = ((style.get(f"{W}styleId", ""), style.find(f"{W}name")) for style in found)
    return {key: name.get(f"{W}val", "") for key, name in named if name is not None}


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
    struck: list[list[str]] = field(default_factory=list)  # words that were struck through by hand
    struck_until: int = 0

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def strike(self, text: str) -> None:
        """Words that are going to be added are struck through; what follows other such words goes on with them."""
        if self.struck and self.struck_until == self.length:
            self.struck[-1].append(text)
        else:
            self.struck.append([text])
        self.struck_until = self.length + len(text)

    def shift(self, label: str) -> None:
        """A label comes before all; what began with the paragraph begins with the label."""
        self.parts.insert(0, label)
        self.starts = {(offset + len(label) if offset else 0, name): None for offset, name in self.starts}
        self.spots = [(number, ends, offset + len(label)) for number, ends, offset in self.spots]


class _Reader:
    """Passes once through a document. What stands in a text box comes before the paragraph that it hangs on."""

    def __init__(self, numbering: Numbering, notes: dict[str, dict[str, str]], styles: dict[str, str]) -> None:
        self.lines: list[Line] = []
        self.spots: dict[tuple[str, bool], Spot] = {}  # ends of comments
        self.struck: dict[str, list[str]] = defaultdict(list)  # what was deleted in a comment's words
        self._numbering = numbering
        self._notes, self._styles = notes, styles
        self._between: list[etree._Element] = []  # what stands before the next paragraph, and belongs to it
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
            elif event == "start" and node.tag in _PLACES:
                self._between.append(node)
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
            code = style.get(f"{W}val", "") if style is not None else ""
            is_own = self._styles.get(code, code).casefold() in _OWN_STYLES
            opened.ours = is_own and next(node.iter(f"{W}ins", f"{W}del", f"{W}moveTo"), None) is None
            self._open.append(opened)
            for mark in self._between:
                self._take(mark, gone=False)
            self._between.clear()
            return
        closed = self._open.pop()
        gone = any(node.find(f"{W}pPr/{W}rPr/{W}{mark}") is not None for mark in ("del", "moveFrom"))
        if gone and closed.length:
            self._kept = closed
            return
        label = "" if gone else self._numbering.label(node)
        if label and (_WORD.match(label) or any(part.strip() for part in closed.parts)):
            closed.shift(label)
        self._close(closed)

    def _close(self, closed: _Open) -> None:
        self.spots |= {
            (number, ends): Spot(len(self.lines), offset)
            for number, ends, offset in closed.spots
            if not (ends and (number, True) in self.spots)
        }
        row = (self._tables, self._rows) if self._depth else (0, 0)
        starts, changes = tuple(closed.starts), frozenset(closed.changes)
        beside = (*closed.beside, *((Beside.STRUCK, "".join(words)) for words in closed.struck))
        self.lines.append(Line("".join(closed.parts), starts, closed.ours, changes, beside, row))

    def _take(self, node: etree._Element, *, gone: bool) -> None:
        opened = self._open[-1]
        if node.tag == f"{W}bookmarkStart":
            opened.starts[opened.length, node.get(f"{W}name", "")] = None
        elif node.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"):
            self._comment_end(opened, node.get(f"{W}id", ""), ends=node.tag != f"{W}commentRangeStart")
        elif gone:
            self._strike(node.text or "" if node.tag in (f"{W}delText", f"{W}t") else "")
        elif _has(node, "vanish"):
            return
        elif node.tag in _TEXTS:
            text = (node.text or "").translate(_SPACES)
            if text.strip() and not opened.ours and _has(node, "strike", "dstrike"):
                opened.strike(text)
            opened.add(text)
        elif node.tag in _SIGNS and not _is_stop(node):
            opened.add(_SIGNS[node.tag])
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
        elif node.tag == f"{_MATH}oMath":
            opened.beside.append((Beside.OBJECT, "".join(one.text or "" for one in node.iter(f"{_MATH}t"))))
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
    if node.tag == f"{W}tc":
        return node.find(f"{W}tcPr/{W}cellDel") is not None
    if node.tag == f"{W}sdt":
        gallery = node.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        is_contents = gallery is not None and gallery.get(f"{W}val") == _CONTENTS
        return is_contents or node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    parent = node.getparent() if node.tag in _GONE else None
    return parent is not None and parent.tag not in _MARKS_OF


def _is_stop(node: etree._Element) -> bool:
    """Whether a tab is a place on the ruler, and no sign in the text."""
    parent = node.getparent()
    return parent is not None and parent.tag == f"{W}tabs"


def _code(written: str) -> int:
    """The number of a sign, in hexadecimal; 0 where it is none."""
    return int(written, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", written) else 0


def _change(node: etree._Element) -> Change:
    return Change(" ".join(node.get(f"{W}author", "").split()), node.get(f"{W}date", ""))


def _has(node: etree._Element, *looks: str) -> bool:
    """Whether a child of a run looks like one of these. Only a run is asked: a paragraph has any number of children."""
    run = node.getparent()
    found = (run.find(f"{W}rPr/{W}{look}") for look in looks) if run is not None and run.tag == f"{W}r" else ()
    return any(one is not None and one.get(f"{W}val") not in {"0", "false", "off"} for one in found)
