"""A document as PDF: tagged, with bookmarks, every font embedded; the same document gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import groupby
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
from documents.pdf.memory import keep_steady
from documents.pdf.setting import Piece, Word, words_of
from documents.pdf.standing_in import BOUND_SPACE, BREAK, stood_in, typeface
from documents.pdf.text import with_letters
from documents.pdf.typeface import FAMILY
from documents.printable import CannotPrint, check_length, printable
from documents.square import square_code

_STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_REMEMBERED = 10  # papers
_LONGEST_TITLE = 1_000  # characters; PDF/A ends a string at 32,767 bytes
_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_PAGE = ("หน้า ", " จาก ")
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
    return with_letters(made)


def _forget() -> None:
    """Typst keeps what it worked out for the last ten papers, 120 bytes a character; the next one has no use for it."""
    for _ in range(_REMEMBERED):
        typst.compile(b"", font_paths=_fonts(), format="svg")


@cache
def _fonts() -> typst.Fonts:
    keep_steady()
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(typeface().folder)])


@cache
def _template() -> bytes:
    return Path(__file__).with_name("paper.typ").read_bytes()


def _paper(document: Document | Package) -> dict[str, Any]:
    """What ``paper.typ`` reads. Only words: nothing of it is taken for markup or for the name of a file."""
    package = document if isinstance(document, Package) else Package(document.title, (document,))
    made = package.parts[0].made
    return {
        "family": FAMILY,
        "digits": [stood_in(digit) for digit in _DIGITS],
        "page": [stood_in(word) for word in _PAGE],
        "title": _line(package.title)[:_LONGEST_TITLE] or "เอกสาร",
        "made": [made.year, made.month, made.day],
        "language": package.parts[0].language,
        "heading": _text(package.title) or stood_in("เอกสาร"),
        "contents": package is document,
        "note": [_text(line) for line in package.note],
        "parts": [_part(part) for part in package.parts],
    }


def _part(document: Document) -> dict[str, Any]:
    return {
        "landscape": document.orientation == "landscape",
        "watermark": stood_in(document.watermark),
        "name": _text(document.title),
        "heading": _text(document.title) or stood_in("เอกสาร"),
        "running": _text(document.running),
        "foot": _text(document.foot),
        "seal": _text(document.seal),
        "square": list(square_code(document.address)) if document.address else [],
        "shows_title": document.shows_title,
        "facts": [[_text(name), _text(value)] for name, value in document.facts],
        "blocks": [_block(block) for block in document.blocks],
    }


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _text(text: str) -> str:
    """A line without marks, as it is set."""
    return "".join(_set(words_of(Paragraph((Run(" ".join(text.split())),)))))


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph"} | _paragraph(block)
    if isinstance(block, PageBreak):
        return {"kind": "break"}
    if isinstance(block, Seats):
        return {"kind": "seats", "bars": [_bar(bar) for bar in block.bars]}
    rows = [{"begins": row.begins, "cells": [_cell(cell) for cell in row.cells]} for row in block.rows]
    return {"kind": "table", "head": [_text(name) for name in block.head], "widths": list(block.widths), "rows": rows}


def _bar(bar: Bar) -> dict[str, Any]:
    return {"label": _text(bar.label), "numbers": _text(bar.numbers), "seats": list(bar.seats)}


def _cell(cell: Cell) -> dict[str, Any]:
    return {"rows": cell.rows, "paragraphs": [_paragraph(paragraph) for paragraph in cell.paragraphs]}


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    says_nothing = not paragraph.text.strip()
    return {
        # A heading without words would be none for those who hear the document read.
        "style": Style.LINE.value if says_nothing and paragraph.level else paragraph.style.value,
        "depth": min(paragraph.depth, 3),
        "level": 0 if says_nothing else paragraph.level,
        "label": _text(paragraph.label and f"[{paragraph.label}]"),
        "section": _text(paragraph.section),
        "pieces": _pieces(paragraph) if paragraph.style is not Style.RULE else [],
    }


def _pieces(paragraph: Paragraph) -> list[Any]:
    """The text in order, parted where its marks change, each footnote behind the run that it belongs to."""
    pieces: list[Any] = []
    runs: list[Run] = []
    for run in paragraph.runs:
        runs.append(run)
        if run.footnote:
            pieces += [*_set(words_of(Paragraph(tuple(runs)))), {"note": _footnote(run.footnote)}]
            runs = []
    return [*pieces, *_set(words_of(Paragraph(tuple(runs))))]


def _footnote(text: str) -> list[str]:
    return [_text(line) for line in text.split("\n")]


def _set(words: list[Word]) -> list[Any]:
    """What stands between two changes of marks: a string where it is plain, else (text, mark, strong)."""
    pieces: list[Any] = []
    for (mark, strong), parted in groupby(_parted(words), key=lambda piece: piece[1:]):
        text = stood_in("".join(text for text, _, _ in parted))
        pieces.append(text if mark is Mark.PLAIN and not strong else [text, _MARKS[mark], strong])
    return pieces


def _parted(words: list[Word]) -> Iterator[Piece]:
    """The pieces of words, with what parts each word from the one before: a line may end there, not inside."""
    behind_space = True
    for word in words:
        space = word[0][0].isspace()
        parted = "" if space or behind_space else BREAK
        for text, mark, strong in word:
            yield parted + (text if space else text.replace(" ", BOUND_SPACE)), mark, strong
            parted = ""
        behind_space = space
