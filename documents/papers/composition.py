"""The composition of boards before and after: totals, the picture of the seats, who came, went and changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.matter import Matter
from documents.model import Bar, Block, Cell, Document, Mark, PageBreak, Paragraph, Run, Seats, Style, Table, TableRow

LEGEND = "สี่เหลี่ยมหนึ่งรูปคือหนึ่งที่นั่ง เทา: คงเดิม ดำมีเครื่องหมายบวก: เข้า กากบาท: ออก เส้นประ: มีได้แต่ไม่บังคับ"
_HEAD = ("ผล", "ตำแหน่ง", "หน้าที่", "ประเภท", "จำนวน")


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member. ``old`` is struck out, ``new`` marked as added, ``kept`` unmarked; ``more``: what changed besides."""

    fate: str
    old: str = ""
    new: str = ""
    kept: str = ""
    more: str = ""
    role: str = ""
    kind: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class BoardSide:
    """One board, all in words. ``totals``: (name, before and after). ``findings``: what to look at, with its basis."""

    name: str
    where: str
    totals: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]
    members: tuple[MemberLine, ...]
    findings: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()


def composition(boards: Sequence[BoardSide], matter: Matter) -> Document:
    """A board a page."""
    blocks: list[Block] = []
    for board in boards:
        blocks += [*([PageBreak()] if blocks else []), *_board(board)]
    return matter.document("องค์ประกอบของคณะกรรมการก่อนและหลัง", blocks, facts=matter.facts_of_one)


def _board(board: BoardSide) -> Iterator[Block]:
    yield Paragraph((Run(f"{board.name}  {board.where}", strong=True),), Style.HEADING, level=2, section=board.where)
    for name, words in board.totals:
        yield Paragraph((Run(f"{name}  "), Run(words, strong=True)), Style.FLUSH)
    yield _heading("ที่นั่งก่อนและหลัง")
    yield Seats(board.bars)
    yield Paragraph((Run(LEGEND),), Style.SMALL)
    yield _heading("ใครเข้า ใครออก ใครเปลี่ยน")
    if board.members:
        yield Table(_HEAD, (4, 11, 6, 8, 5), tuple(map(_member, board.members)))
    yield from _list("ข้อควรตรวจ", board.findings)
    yield from _list("ข้อประสงค์ด้านนโยบาย", board.wishes)


def _member(line: MemberLine) -> TableRow:
    runs = (Run(line.old, Mark.DELETED), Run(line.new, Mark.INSERTED), Run(line.kept))
    office = [Paragraph(tuple(run for run in runs if run.text), Style.FLUSH)]
    office += [Paragraph((Run(line.more),), Style.SMALL)] if line.more else []
    rest = (line.role, line.kind, line.count)
    return TableRow((_cell(line.fate), Cell(tuple(office)), *map(_cell, rest)))


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),), Style.FLUSH),))


def _list(title: str, sentences: Iterable[str]) -> Iterator[Paragraph]:
    found = list(sentences)
    if found:
        yield _heading(title)
    for sentence in found:
        yield Paragraph((Run(f"– {sentence}"),), Style.FLUSH)


def _heading(text: str) -> Paragraph:
    return Paragraph((Run(text, strong=True),), Style.HEADING, level=3)
