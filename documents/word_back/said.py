"""The comments and footnotes of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from documents.word_back.numbers import W
from documents.word_back.package import WordPackage

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_BREAKS = (f"{W}br", f"{W}cr")
_GONE = (f"{W}del", f"{W}moveFrom")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: number of the line, and offset in characters."""

    line: int
    offset: int


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment. ``line`` and ``start``: where its words begin; ``quote``: its words, as far as they are in that line.

    ``answers``: number of the comment that it answers. ``line`` is -1 where it stands nowhere. ``date`` as the file
    says it. ``is_done``: it was closed in Word. ``struck``: it was about these words, which were deleted.
    """

    number: str
    author: str
    text: str
    line: int = -1
    start: int = 0
    quote: str = ""
    answers: str = ""
    date: str = ""
    is_done: bool = False
    struck: str = ""


def read_comments(
    package: WordPackage,
    lines: Sequence[str],
    spots: Mapping[tuple[str, bool], Spot],
    struck: Mapping[str, Sequence[str]],
) -> list[WordComment]:
    """Every comment. ``spots``: by number of the comment, and whether it is its end; ``struck``: deleted in it."""
    part = package.first("comments")
    found: list[WordComment] = []
    by_paragraph: dict[str, str] = {}
    for element in part.iter(f"{W}comment") if part is not None else ():
        number, date = element.get(f"{W}id", ""), element.get(f"{W}date", "")
        paragraphs = [*element.iter(f"{W}p")]
        text = "\n".join(map(_said, paragraphs)).strip()
        named = (paragraph.get(f"{_W14}paraId", "") for paragraph in paragraphs)
        by_paragraph |= {name: number for name in named if name}  # LibreOffice names those of closed comments only
        author = " ".join(element.get(f"{W}author", "").split())
        comment = WordComment(number, author, text, date=date, struck="".join(struck.get(number, ())))
        found.append(_at_its_words(comment, lines, spots))
    return _related(found, package.first("commentsExtended"), by_paragraph)


def foot_texts(part: etree._Element | None) -> dict[str, str]:
    """The texts of footnotes or endnotes, by their number, a line each paragraph; separators are none."""
    notes = part.iter(f"{W}footnote", f"{W}endnote") if part is not None else ()
    return {
        one.get(f"{W}id", ""): "\n".join(map(_said, one.iter(f"{W}p"))).strip()
        for one in notes
        if one.get(f"{W}type", "normal") == "normal"
    }


def _said(paragraph: etree._Element) -> str:
    return "".join(_words(paragraph))


def _words(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag not in _GONE and child.tag != f"{W}pPr":
            yield from _words(child)


def _at_its_words(comment: WordComment, lines: Sequence[str], spots: Mapping[tuple[str, bool], Spot]) -> WordComment:
    end = spots.get((comment.number, True), spots.get((comment.number, False)))
    begin = spots.get((comment.number, False), end)
    if begin is None or end is None or begin.line >= len(lines):
        return comment
    while begin.line < end.line and not lines[begin.line][begin.offset :].strip():
        begin = Spot(begin.line + 1, 0)
    text = lines[begin.line]
    stop = end.offset if end.line == begin.line else len(text)
    return replace(comment, line=begin.line, start=begin.offset, quote=text[begin.offset : stop])


def _related(
    comments: Sequence[WordComment], extended: etree._Element | None, by_paragraph: Mapping[str, str]
) -> list[WordComment]:
    """Which comment answers which, and which are closed, as newer programs keep it."""
    answers: dict[str, str] = {}
    done: set[str] = set()
    for one in extended.iter(f"{_W15}commentEx") if extended is not None else ():
        number = by_paragraph.get(one.get(f"{_W15}paraId", ""))
        parent = by_paragraph.get(one.get(f"{_W15}paraIdParent", ""))
        if number and parent and number != parent:
            answers[number] = parent
        if number and one.get(f"{_W15}done") in ("1", "true"):
            done.add(number)
    return [replace(one, answers=answers.get(one.number, ""), is_done=one.number in done) for one in comments]
