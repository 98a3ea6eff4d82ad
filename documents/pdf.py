"""A document as PDF: tagged, with bookmarks, every font embedded; the same document gives the same bytes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from documents.model import Block, Cell, Document, Mark, PageBreak, Paragraph, Run, Style, length
from documents.pdf_text import mend
from documents.printable import FONTS, TooLong, printable
from documents.setting import Word, words_of

LONGEST = 120_000  # characters of text: two seconds, which is as long as a request may take
_MARKS = {Mark.PLAIN: 0, Mark.INSERTED: 1, Mark.DELETED: 2, Mark.MOVED: 3}


def pdf(document: Document) -> bytes:
    """The file. :raises TooLong:"""
    characters = length(document)
    if characters > LONGEST:
        raise TooLong(characters, LONGEST)
    written = json.dumps(_paper(document), ensure_ascii=False)
    made: bytes = typst.compile(
        _template(),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"paper": written},
        pdf_standards=["a-2a", "ua-1"],
    )
    return mend(made)


@cache
def _template() -> bytes:
    return Path(__file__).with_name("paper.typ").read_bytes()


def _paper(document: Document) -> dict[str, Any]:
    """What ``paper.typ`` reads. Only words: nothing of it is taken for markup or for the name of a file."""
    return {
        "title": _line(document.title) or "เอกสาร",
        "made": [document.made.year, document.made.month, document.made.day],
        "language": document.language,
        "landscape": document.orientation == "landscape",
        "watermark": document.watermark,
        "heading": _words(_plain(document.title)),
        "foot": _words(_plain(document.foot)),
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
    rows = [{"begins": row.begins, "cells": [_cell(cell) for cell in row.cells]} for row in block.rows]
    return {"kind": "table", "head": [_line(name) for name in block.head], "widths": list(block.widths), "rows": rows}


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
        "words": _words(paragraph) if paragraph.style is not Style.RULE else [],
    }


def _words(paragraph: Paragraph) -> list[Any]:
    return [_word(word) for word in words_of(paragraph)]


def _word(word: Word) -> str | list[Any]:
    """A plain word as a string; else its pieces."""
    if all(mark is Mark.PLAIN and not strong for _, mark, strong in word):
        return "".join(text for text, _, _ in word)
    return [[text, _MARKS[mark], strong] for text, mark, strong in word]
