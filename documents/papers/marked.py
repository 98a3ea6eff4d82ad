"""From a comparison to paragraphs with marks: one line together, or one side of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from documents.model import Mark, Paragraph, Run, Style
from law.citing.citation import cite
from law.compare import Hunk, Row, SectionDiff

Side = Literal["old", "new"]

KINDS = {"same": "", "replaced": "แก้ไข", "inserted": "เพิ่ม", "repealed": "ยกเลิก", "moved": "ย้าย", "heading": "แก้ชื่อ"}
_MARKS = {"equal": Mark.PLAIN, "insert": Mark.INSERTED, "delete": Mark.DELETED}


def heading(section: SectionDiff) -> Paragraph:
    """The name of a touched section with what became of it."""
    name = section.heading_new or section.heading_old or cite(section.address) or NAMES.get(section.address, "")
    return Paragraph((Run(name, strong=True),), Style.HEADING, level=2, label=KINDS[section.kind], section=name)


def tracked_heading(section: SectionDiff) -> Paragraph:
    """The name of a section as text that came, went or changed with it."""
    old, new = section.heading_old, section.heading_new
    plain = heading(section)
    if old == new or section.kind == "heading":
        return plain
    if old and new:
        return replace(plain, runs=(Run(old, Mark.DELETED, strong=True), Run(new, Mark.INSERTED, strong=True)))
    mark = Mark.DELETED if old else Mark.INSERTED
    return replace(plain, runs=(Run(old or new, mark, strong=True),), change=mark)


# What is compared and is no section.
NAMES = {
    "title": "ชื่อกฎหมาย",
    "preamble": "คำปรารภ",
    "schedule": "บัญชีท้าย",
    "closing": "ท้ายกฎหมาย",
    "remarks": "หมายเหตุ",
    "tail": "กฎหมายแก้ไขเพิ่มเติมที่แนบท้าย",
}


def together(row: Row) -> list[Paragraph]:
    """A line with both texts in it: what went is struck out, what came is marked."""
    if row.kind == "moved" and not row.hunks:
        return _moved(row)
    if row.hunks:
        return _split(row.hunks, row.depth, _whole(row))
    if row.kind == "same":
        return one_side(row, "new")
    return [*one_side(row, "old"), *one_side(row, "new")]


def one_side(row: Row, side: Side) -> list[Paragraph]:
    """A line as it reads on one side, its own changes marked; nothing where it does not stand there."""
    text = row.old if side == "old" else row.new
    if not text:
        return []
    if row.kind == "moved" and row.old == row.new:
        return _lines(text, row.depth, Mark.MOVED)
    dropped = "insert" if side == "old" else "delete"
    if row.hunks:
        hunks = tuple(hunk for hunk in row.hunks if hunk.kind != dropped)
        return _split(hunks, row.depth, _whole(row))
    if row.kind == "moved":
        return _lines(text, row.depth, Mark.MOVED)
    if row.kind == "same":
        return _lines(text, row.depth, Mark.PLAIN)
    return _lines(text, row.depth, Mark.DELETED if side == "old" else Mark.INSERTED, whole=True)


def _moved(row: Row) -> list[Paragraph]:
    """A line that went elsewhere or came from elsewhere says so."""
    if row.old and row.new:
        return _lines(row.new, row.depth, Mark.MOVED)
    mark = Mark.DELETED if row.old else Mark.INSERTED
    return _lines(row.old or row.new, row.depth, mark, whole=True)


def _whole(row: Row) -> Mark:
    """The mark of a line that stands on one side only; plain for the others."""
    if not row.old:
        return Mark.INSERTED
    return Mark.DELETED if not row.new else Mark.PLAIN


def _lines(text: str, depth: int, mark: Mark, *, whole: bool = False) -> list[Paragraph]:
    change = mark if whole else Mark.PLAIN
    return [Paragraph((Run(line, mark),), depth=depth, change=change) for line in text.split("\n")]


def _split(hunks: tuple[Hunk, ...], depth: int, whole: Mark) -> list[Paragraph]:
    """Hunks as paragraphs. The mark of a line break within a hunk is that of the paragraph it ends."""
    found: list[Paragraph] = []
    runs: list[Run] = []
    for hunk in hunks:
        mark = _MARKS[hunk.kind]
        first, *rest = hunk.text.split("\n")
        runs += [Run(first, mark)] if first else []
        for line in rest:
            found.append(Paragraph(tuple(runs), depth=depth, change=mark))
            runs = [Run(line, mark)] if line else []
    found.append(Paragraph(tuple(runs), depth=depth, change=whole))
    return found
