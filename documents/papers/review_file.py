"""The review file: who decided what on which text, what was said at which words, and all that happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.matter import Matter
from documents.model import Block, Cell, Document, Paragraph, Run, Style, Table, TableRow
from law.numerals import thai


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision. ``text``: the draft with its short hash. ``counts``: whether it is one on the present text.

    ``answers``: of the checklist, (question, answer).
    """

    reviewer: str
    choice: str
    text: str
    at: str
    remarks: str = ""
    counts: bool = False
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Who said what, and when."""

    who: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A comment and its replies. ``about``: unit and draft; ``quote``: its words; ``suggestion``: for their place.

    ``ended``: by whom and when it was resolved; empty: it is open.
    """

    about: str
    first: Said
    replies: tuple[Said, ...] = ()
    quote: str = ""
    suggestion: str | None = None
    blocking: bool = False
    ended: str = ""


@dataclass(frozen=True, slots=True)
class Happened:
    """An event as the record has it: its number and the beginning of its hash."""

    number: int
    hash: str
    at: str
    who: str
    what: str
    reason: str = ""


def review_file(
    reviewers: Sequence[str],
    decisions: Sequence[Decided],
    talks: Sequence[Talk],
    history: Sequence[Happened],
    matter: Matter,
) -> Document:
    """The file of a proposal, the oldest of everything first. ``reviewers``: a sentence for each who was assigned."""
    blocks: list[Block] = [_heading("ผู้ตรวจ"), *_lines(reviewers or ["ยังไม่ได้มอบหมายผู้ตรวจ"])]
    blocks += [_heading("ผลการตรวจ"), *_decisions(decisions)]
    blocks += _checklists(decisions)
    blocks += [_heading("ความเห็น"), *_talks(talks)]
    blocks += [_heading("ประวัติ"), *_history(history)]
    return matter.document("แฟ้มการตรวจ", blocks, facts=matter.facts_of_one, landscape=True)


def _decisions(decisions: Sequence[Decided]) -> Iterator[Block]:
    if not decisions:
        yield from _lines(["ยังไม่มีผลการตรวจ"])
        return
    head = ("ผู้ตรวจ", "ผล", "ข้อความที่ตรวจ", "เมื่อ", "เหตุผลหรือข้อสังเกต")
    rows = [
        _row(one.reviewer, f"{one.choice} (มีผล)" if one.counts else one.choice, one.text, one.at, one.remarks or "–")
        for one in decisions
    ]
    yield Table(head, (4, 3, 4, 4, 7), tuple(rows))


def _checklists(decisions: Sequence[Decided]) -> Iterator[Block]:
    answered = [one for one in decisions if one.answers]
    if answered:
        yield _heading("รายการตรวจ")
    for one in answered:
        name = f"{one.reviewer}  {' '.join(one.text.split())}"
        yield Paragraph((Run(name, strong=True),), Style.HEADING, level=3)
        yield Table(("ข้อ", "คำตอบ"), (8, 4), tuple(_row(*answer) for answer in one.answers))


def _talks(talks: Sequence[Talk]) -> Iterator[Paragraph]:
    if not talks:
        yield from _lines(["ยังไม่มีความเห็น"])
    for number, talk in enumerate(talks, start=1):
        marks = [talk.about, *(["ระงับการเห็นชอบ"] if talk.blocking else []), talk.ended or "ยังไม่ปิด"]
        yield _strong(f"{thai(number)}. {' · '.join(marks)}")
        if talk.quote:
            yield Paragraph((Run(f"ถ้อยคำ “{talk.quote}”"),), Style.FLUSH, depth=1)
        if talk.suggestion is not None:
            suggested = f"เสนอให้ใช้ “{talk.suggestion}”" if talk.suggestion else "เสนอให้ตัดออก"
            yield Paragraph((Run(suggested),), Style.FLUSH, depth=1)
        for said in (talk.first, *talk.replies):
            yield Paragraph((Run(f"{said.who}  ", strong=True), Run(said.at)), Style.SMALL, depth=1)
            yield from _lines(said.text.splitlines(), depth=1)


def _history(history: Sequence[Happened]) -> Iterator[Block]:
    head = ("ที่", "เมื่อ", "ผู้ทำ", "สิ่งที่เกิดขึ้น", "รหัส")
    rows = [
        _row(thai(one.number), one.at, one.who, f"{one.what}: {one.reason}" if one.reason else one.what, one.hash)
        for one in history
    ]
    if rows:
        yield Table(head, (3, 8, 9, 16, 9), tuple(rows))


def _row(*texts: str) -> TableRow:
    return TableRow(tuple(Cell(tuple(_lines(text.splitlines() or [""]))) for text in texts))


def _lines(texts: Sequence[str], depth: int = 0) -> list[Paragraph]:
    return [Paragraph((Run(text),), Style.FLUSH, depth=depth) for text in texts]


def _heading(text: str) -> Paragraph:
    return Paragraph((Run(text, strong=True),), Style.HEADING, level=2)


def _strong(text: str) -> Paragraph:
    return Paragraph((Run(text, strong=True),), Style.FLUSH)
