"""A document as PDF: tagged, with bookmarks, every font embedded; the same document gives the same bytes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from documents.model import (
    Bar,
    Block,
    Cell,
    Document,
    Mark,
    Package,
    PageBreak,
    Paragraph,
    Run,
    Seats,
    Style,
)
from documents.pdf_text import mend
from documents.printable import FONTS, CannotPrint, check_length, printable
from documents.setting import Word, words_of
from documents.square import square_code

_STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_REMEMBERED = 10  # papers
_LONGEST_TITLE = 1_000  # characters; PDF/A ends a string at 32,767 bytes
_MARKS = {Mark.PLAIN: 0, Mark.INSERTED: 1, Mark.DELETED: 2, Mark.MOVED: 3}


def pdf(document: Document | Package) -> bytes:
    """The file. :raises TooLong: :raises CannotPrint:"""
    check_length(document)
    written = json.dumps(_paper(document), ensure_ascii=False)
    try:
        made: bytes = typst.compile(  # type: ignore[call-overload]  # its types ask for all standards in one list
            _template(),
            font_paths=_fonts(),
            format="pdf",
            sys_inputs={"paper": written},
            pdf_standards=_STANDARDS,
        )
    except typst.TypstError as error:
        raise CannotPrint(str(error)) from error
    _forget()
    return mend(made)


def _forget() -> None:
    """Typst keeps what it worked out for the last ten papers, 120 bytes a character; the next one has no use for it."""
    for _ in range(_REMEMBERED):
        typst.compile(b"", font_paths=_fonts(), format="svg")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


@cache
def _template() -> bytes:
    return Path(__file__).with_name("paper.typ").read_bytes()


def _paper(document: Document | Package) -> dict[str, Any]:
    """What ``paper.typ`` reads. Only words: nothing of it is taken for markup or for the name of a file."""
    package = document if isinstance(document, Package) else Package(document.title, (document,))
    made = package.parts[0].made
    return {
        "title": _line(package.title)[:_LONGEST_TITLE] or "เอกสาร",
        "made": [made.year, made.month, made.day],
        "language": package.parts[0].language,
        "contents": package is document,
        "note": [_words(_plain(line)) for line in package.note],
        "parts": [_part(part) for part in package.parts],
    }


def _part(document: Document) -> dict[str, Any]:
    return {
        "landscape": document.orientation == "landscape",
        "watermark": document.watermark,
        "name": _words(_plain(document.title)),
        "heading": _words(_plain(document.title)) or ["เอกสาร"],
        "running": _words(_plain(document.running)),
        "foot": _words(_plain(document.foot)),
        "seal": _words(_plain(document.seal)),
        "square": list(square_code(document.address)) if document.address else [],
        "shows_title": document.shows_title,
        "facts": [[_line(name), _words(_plain(value))] for name, value in document.facts],
        "blocks": [_block(block) for block in document.blocks],
    }


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _plain(text: str) -> Paragraph:
    return Paragraph((Run(" ".join(text.split())),))


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph"} | _paragraph(block)
    if isinstance(block, PageBreak):
        return {"kind": "break"}
    if isinstance(block, Seats):
        return {"kind": "seats", "bars": [_bar(bar) for bar in block.bars]}
    rows = [{"begins": row.begins, "cells": [_cell(cell) for cell in row.cells]} for row in block.rows]
    return {"kind": "table", "head": [_line(name) for name in block.head], "widths": list(block.widths), "rows": rows}


def _bar(bar: Bar) -> dict[str, Any]:
    label = Paragraph((Run(bar.label),))
    return {"section": "", "words": _words(label), "numbers": _line(bar.numbers), "seats": list(bar.seats)}


def _cell(cell: Cell) -> dict[str, Any]:
    return {"rows": cell.rows, "paragraphs": [_paragraph(paragraph) for paragraph in cell.paragraphs]}


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    says_nothing = not paragraph.text.strip()
    return {
        # A heading without words would be none for those who hear the document read.
        "style": Style.LINE.value if says_nothing and paragraph.level else paragraph.style.value,
        "depth": min(paragraph.depth, 3),
        "level": 0 if says_nothing else paragraph.level,
        "label": paragraph.label,
        "section": _line(paragraph.section),
        "words": _words(paragraph) if paragraph.style is not Style.RULE else [],
    }


def _words(paragraph: Paragraph) -> list[Any]:
    """The words in order, each footnote behind the run that it belongs to."""
    words: list[Any] = []
    runs: list[Run] = []
    for run in paragraph.runs:
        runs.append(run)
        if run.footnote:
            words += [*map(_word, words_of(Paragraph(tuple(runs)))), {"note": _footnote(run.footnote)}]
            runs = []
    return [*words, *map(_word, words_of(Paragraph(tuple(runs))))]


def _footnote(text: str) -> list[list[str]]:
    lines = (Paragraph((Run(line),)) for line in text.split("\n"))
    return [["".join(text for text, _, _ in word) for word in words_of(line)] for line in lines]


def _word(word: Word) -> str | list[Any]:
    """A plain word as a string; else its pieces."""
    if all(mark is Mark.PLAIN and not strong for _, mark, strong in word):
        return "".join(text for text, _, _ in word)
    return [[text, _MARKS[mark], strong] for text, mark, strong in word]
