"""A Word file as it reads with every tracked change accepted: its lines, the bookmarks in them, and its comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from documents.word_numbers import Numbering, W
from documents.word_package import WordPackage

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Their words went, moved away, or are said a second time for old programs.
_GONE = frozenset([f"{W}del", f"{W}moveFrom", _FALLBACK])
_SIGNS = {f"{W}tab": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_BREAKS = frozenset([f"{W}br", f"{W}cr"])
_OWN_STYLES = frozenset(["Remark", "Heading1", "Heading 1"])


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``starts``: (offset in characters, bookmark).

    ``ours``: what the file says of itself, told by its style, as long as nobody tracked a change there.
    """

    text: str
    starts: tuple[tuple[int, str], ...] = ()
    ours: bool = False


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment. ``line`` and ``start``: where its words begin; ``quote``: its words, as far as they are in that line.

    ``answers``: number of the comment that it answers. ``line`` is -1 where it stands nowhere.
    """

    number: str
    author: str
    text: str
    line: int = -1
    start: int = 0
    quote: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class WordFile:
    """``authors``: who made tracked changes or comments; ``numbered``: labels that Word had counted itself."""

    lines: tuple[Line, ...]
    comments: tuple[WordComment, ...]
    properties: dict[str, str]
    authors: tuple[str, ...]
    numbered: int


def read_word(raw: bytes) -> WordFile:
    """Read a file. :raises documents.word_package.NotWord:"""
    package = WordPackage(raw)
    numbering = Numbering(package.part("word/numbering.xml"), package.part("word/styles.xml"))
    reader = _Reader(numbering)
    reader.read(package.document)
    comments = _comments(package, reader)
    changed = (one.get(f"{W}author", "") for one in package.document.iter(f"{W}ins", f"{W}del", f"{W}moveTo"))
    authors = dict.fromkeys(name for name in (*changed, *(one.author for one in comments)) if name)
    return WordFile(tuple(reader.lines), tuple(comments), package.properties, tuple(authors), numbering.numbers)


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    parts: list[str] = field(default_factory=list)
    starts: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0
    ours: bool = False

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


class _Reader:
    """Passes once through a document. What stands in a text box comes before the paragraph that it hangs on."""

    def __init__(self, numbering: Numbering) -> None:
        self.lines: list[Line] = []
        self.begins: dict[str, tuple[int, int]] = {}  # of comments: line and offset
        self.ends: dict[str, tuple[int, int]] = {}
        self._numbering = numbering
        self._open: list[_Open] = []
        self._kept: _Open | None = None  # its end was deleted: what follows goes on with it

    def read(self, document: etree._Element) -> None:
        gone = 0
        for event, node in etree.iterwalk(document, events=("start", "end")):
            hides = node.tag in _GONE or (node.tag == f"{W}tr" and node.find(f"{W}trPr/{W}del") is not None)
            if hides and node.getparent() is not None and node.getparent().tag not in (f"{W}rPr", f"{W}trPr"):
                gone += 1 if event == "start" else -1
            elif node.tag == f"{W}p":
                self._paragraph(event, node)
            elif event == "start" and self._open:
                self._take(node, gone=gone > 0)

    def _paragraph(self, event: str, node: etree._Element) -> None:
        if event == "start":
            opened, self._kept = self._kept or _Open(), None
            opened.add(self._numbering.label(node))
            style = node.find(f"{W}pPr/{W}pStyle")
            is_own = style is not None and style.get(f"{W}val", "") in _OWN_STYLES
            opened.ours = is_own and next(node.iter(f"{W}ins", f"{W}del", f"{W}moveTo"), None) is None
            self._open.append(opened)
            return
        closed = self._open.pop()
        if any(node.find(f"{W}pPr/{W}rPr/{W}{mark}") is not None for mark in ("del", "moveFrom")):
            self._kept = closed
        else:
            self.lines.append(Line("".join(closed.parts), tuple(closed.starts), closed.ours))

    def _take(self, node: etree._Element, *, gone: bool) -> None:
        opened = self._open[-1]
        here = (len(self.lines), opened.length)
        if node.tag == f"{W}bookmarkStart":
            opened.starts.append((opened.length, node.get(f"{W}name", "")))
        elif node.tag == f"{W}commentRangeStart":
            self.begins[node.get(f"{W}id", "")] = here
        elif node.tag in (f"{W}commentRangeEnd", f"{W}commentReference"):
            self.ends.setdefault(node.get(f"{W}id", ""), here)
        elif gone or _is_hidden(node):
            return
        elif node.tag == f"{W}t":
            opened.add(node.text or "")
        elif node.tag in _SIGNS:
            opened.add(_SIGNS[node.tag])
        elif node.tag in _BREAKS and node.get(f"{W}type") not in ("page", "column"):
            opened.add("\n")


def _is_hidden(node: etree._Element) -> bool:
    run = node.getparent()
    vanish = run.find(f"{W}rPr/{W}vanish") if run is not None else None
    return vanish is not None and vanish.get(f"{W}val") not in {"0", "false"}


def _comments(package: WordPackage, reader: _Reader) -> list[WordComment]:
    part = package.part("word/comments.xml")
    if part is None:
        return []
    found: list[WordComment] = []
    by_paragraph: dict[str, str] = {}
    for element in part.iter(f"{W}comment"):
        number = element.get(f"{W}id", "")
        paragraphs = [*element.iter(f"{W}p")]
        text = "\n".join(map(_said, paragraphs)).strip()
        by_paragraph |= {paragraph.get(f"{_W14}paraId", ""): number for paragraph in paragraphs}
        comment = WordComment(number, " ".join(element.get(f"{W}author", "").split()), text)
        found.append(_at_its_words(comment, reader))
    answers = dict(_answers(package.part("word/commentsExtended.xml"), by_paragraph))
    return [replace(one, answers=answers.get(one.number, "")) for one in found]


def _said(paragraph: etree._Element) -> str:
    parts = ("\n" if node.tag in _BREAKS else node.text or "" for node in paragraph.iter(f"{W}t", *_BREAKS))
    return "".join(parts)


def _at_its_words(comment: WordComment, reader: _Reader) -> WordComment:
    begin = reader.begins.get(comment.number) or reader.ends.get(comment.number)
    end = reader.ends.get(comment.number)
    if begin is None or end is None or begin[0] >= len(reader.lines):
        return comment
    (line, start), text = begin, reader.lines[begin[0]].text
    stop = end[1] if end[0] == line else len(text)
    return replace(comment, line=line, start=start, quote=text[start:stop])


def _answers(extended: etree._Element | None, by_paragraph: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Which comment answers which, as newer programs keep it."""
    for one in extended.iter(f"{_W15}commentEx") if extended is not None else ():
        number = by_paragraph.get(one.get(f"{_W15}paraId", ""))
        parent = by_paragraph.get(one.get(f"{_W15}paraIdParent", ""))
        if number and parent:
            yield number, parent
