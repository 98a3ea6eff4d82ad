"""The bill on paper, with the statement of principle and reasons (บันทึกหลักการและเหตุผล) before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from documents.matter import Matter
from documents.model import Block, Document, PageBreak, Paragraph, Run, Style

_DOTS = "." * 60  # to be filled in by hand


@dataclass(frozen=True, slots=True)
class BillSection:
    """``มาตรา ๓``, the lines of its text, and those of its quotation."""

    heading: str
    lines: tuple[str, ...]
    quoted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BillText:
    """A bill taken apart. ``preamble``: the clause that begins with โดยที่; ``principle``: lines of the statement."""

    title: tuple[str, ...]
    preamble: str
    sections: tuple[BillSection, ...]
    closing: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    principle: tuple[str, ...] = ()


def bill(text: BillText, matter: Matter) -> Document:
    """Statement and bill; the title is the bill's own."""
    blocks = [*_statement(text, matter.reasons), PageBreak(), *_bill(text)]
    return matter.document(one_line(text.title), blocks, shows_title=False)


def one_line(title: Sequence[str]) -> str:
    """The lines of a title as one: ``ร่างพระราชบัญญัติ… (ฉบับที่ ..) พ.ศ. ....``."""
    apart = ("พ.ศ.", "(")
    return "".join(f" {line}" if line.startswith(apart) else line for line in title).strip()


def _statement(text: BillText, reasons: str) -> list[Block]:
    title = one_line(text.title)
    principle = text.preamble.replace("โดยที่เป็นการสมควร", "", 1)
    why = [line for line in reasons.splitlines() if line.strip()] or [_DOTS]
    return [
        _centre("บันทึกหลักการและเหตุผล", level=1),
        _centre(f"ประกอบ{title}"),
        Paragraph((), Style.RULE),
        _centre("หลักการ", level=2),
        *_lines([f"{principle} ดังต่อไปนี้"]),
        *_lines(text.principle, depth=1),
        _centre("เหตุผล", level=2),
        *_lines(why),
    ]


def _bill(text: BillText) -> list[Block]:
    first, *more = text.title
    blocks: list[Block] = [_centre(first, level=1), *(_centre(line) for line in more), Paragraph((), Style.RULE)]
    blocks += [_centre(_DOTS, plain=True), *_lines([text.preamble])]
    for section in text.sections:
        blocks += _section(section)
    blocks += [_centre(line, plain=True) for block in text.closing for line in block.split("\n")]
    if text.attached:
        blocks += [PageBreak(), *_lines([line for block in text.attached for line in block.split("\n")])]
    return blocks


def _section(section: BillSection) -> list[Block]:
    first, *more = section.lines
    head = Paragraph((Run(section.heading, strong=True), Run(f"  {first}")), section=f"ร่าง{section.heading}")
    quoted = [line for block in section.quoted for line in block.split("\n")]
    return [head, *_lines(more), *(_quoted(line) for line in quoted)]


def _quoted(line: str) -> Paragraph:
    return Paragraph((Run(line),), depth=1 if line.lstrip("“").startswith("(") else 0)


def _lines(lines: Sequence[str], depth: int = 0) -> list[Block]:
    return [Paragraph((Run(line),), depth=depth) for line in lines]


def _centre(text: str, *, level: int = 0, plain: bool = False) -> Paragraph:
    return Paragraph((Run(text, strong=not plain),), Style.CENTRE, level=level)
