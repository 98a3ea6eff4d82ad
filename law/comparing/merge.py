"""Two new texts of one unit merged over the text that both began from.

The comparison of the base with each side gives what each changed, on borders of words (``law.comparing.hunks``); what
one side alone changed is taken from it, what both changed alike is taken once, and what both changed differently is a
conflict that a person decides. Nothing is searched for in another place: a patch that is fitted in where it fits
roughly can put words of a law into the wrong paragraph unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from law import words
from law.act import Unit, read_units
from law.comparing.codebook import Codebook
from law.comparing.hunks import Hunk
from law.comparing.rows import text_hunks

AROUND = 5  # words shown before and behind a conflict
Source = Literal["base", "theirs", "ours", "both", "conflict"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the base and what each side has in its place.

    ``source``: whose words stand in the merged text: nobody changed it (base), one side did, both did alike, or
    differently (conflict).
    """

    source: Source
    base: str
    theirs: str
    ours: str

    @property
    def text(self) -> str:
        """The merged words; of a conflict ours, until somebody decides."""
        return self.theirs if self.source == "theirs" else self.ours


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged text in pieces, in the order of the text."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The merged text, with our words in conflicts."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def conflicts(self) -> tuple[Piece, ...]:
        """What both sides changed differently."""
        return tuple(piece for piece in self.pieces if piece.source == "conflict")

    @property
    def conflicts_in_place(self) -> tuple[tuple[str, Piece, str], ...]:
        """Each conflict with a few words before and behind it, of its own line."""
        found = []
        for at, piece in enumerate(self.pieces):
            if piece.source == "conflict":
                before = self.pieces[at - 1].text if at else ""
                behind = self.pieces[at + 1].text if at + 1 < len(self.pieces) else ""
                found.append((_last_words(before), piece, _first_words(behind)))
        return tuple(found)

    def chosen(self, choices: Sequence[Literal["theirs", "ours", "base"]]) -> str:
        """The merged text with one side's words in each conflict, in their order; those without a choice keep ours."""
        left = iter(choices)
        return "".join(
            getattr(piece, next(left, "ours")) if piece.source == "conflict" else piece.text for piece in self.pieces
        )


def merge_texts(base: str, theirs: str, ours: str) -> Merge:
    """Canonical texts of one unit merged; the same texts give the same merge on every machine."""
    return Merge(tuple(_joined(_pieces(base, theirs, ours))))


def doubled_numbers(text: str, *sides: str) -> tuple[str, ...]:
    """Marks that stand twice in one list of ``text``, as ``(๓)``, and in no list of the sides it was merged from.

    Two items that both sides added under one number in different places meet nowhere: no conflict tells of them.
    """
    known = {mark for side in sides for mark in _twice(read_units(side))}
    return tuple(dict.fromkeys(mark for mark in _twice(read_units(text)) if mark not in known))


def _twice(units: Sequence[Unit]) -> Iterator[str]:
    seen: set[str] = set()
    for unit in units:
        if unit.label and unit.label in seen:
            yield unit.text.split(" ")[0]
        seen.add(unit.label)
        yield from _twice(unit.items)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters ``start`` to ``end`` of the base became ``text``."""

    start: int
    end: int
    text: str

    def meets(self, start: int, end: int) -> bool:
        """Whether it changes some of the words from ``start`` to ``end``, or puts words in beside a change there.

        Words put in beside a change of the other side may hang on what it took away: a person looks at them.
        """
        if self.start == self.end or start == end:
            return self.start <= end and start <= self.end
        return self.start < end and start < self.end


def _pieces(base: str, theirs: str, ours: str) -> Iterator[Piece]:
    sides = _edits(base, theirs), _edits(base, ours)
    at = 0
    while sides[0] or sides[1]:
        group = _next_group(sides)
        start = min(edit.start for side in group for edit in side)
        end = max(edit.end for side in group for edit in side)
        if at < start:
            yield Piece("base", base[at:start], base[at:start], base[at:start])
        new = _rewritten(base, start, end, group[0]), _rewritten(base, start, end, group[1])
        yield Piece(_source(group, *new), base[start:end], *new)
        at = end
    if at < len(base):
        yield Piece("base", base[at:], base[at:], base[at:])


def _source(group: tuple[list[_Edit], list[_Edit]], theirs: str, ours: str) -> Source:
    if not group[0] or not group[1]:
        return "theirs" if group[0] else "ours"
    return "both" if theirs == ours else "conflict"


def _edits(base: str, new: str) -> list[_Edit]:
    """What changed from the base to a side, the first first."""
    edits: list[_Edit] = []
    at = 0
    for hunk in _hunks(base, new):
        if hunk.kind == "equal":
            at += len(hunk.text)
            continue
        last = edits.pop() if edits and edits[-1].end == at else _Edit(at, at, "")
        if hunk.kind == "delete":
            at += len(hunk.text)
        edits.append(_Edit(last.start, at, last.text + (hunk.text if hunk.kind == "insert" else "")))
    return edits


def _hunks(base: str, new: str) -> tuple[Hunk, ...]:
    return text_hunks(base, new, Codebook()) if base != new else ((Hunk("equal", base),) if base else ())


def _next_group(sides: tuple[list[_Edit], list[_Edit]]) -> tuple[list[_Edit], list[_Edit]]:
    """The next edits that meet, taken off both sides: the first of all, and whatever meets it or what met it."""
    group: tuple[list[_Edit], list[_Edit]] = ([], [])
    first = 0 if sides[0] and (not sides[1] or sides[0][0].start <= sides[1][0].start) else 1
    group[first].append(sides[first].pop(0))
    start, end = group[first][0].start, group[first][0].end
    grew = True
    while grew:
        grew = False
        for side, taken in zip(sides, group, strict=True):
            other = group[1] if taken is group[0] else group[0]
            while side and any(side[0].meets(edit.start, edit.end) for edit in other):
                taken.append(side.pop(0))
                end = max(end, taken[-1].end)
                grew = True
            while side and taken and start < side[0].end and side[0].start < end:
                taken.append(side.pop(0))
                end = max(end, taken[-1].end)
                grew = True
    return group


def _rewritten(base: str, start: int, end: int, edits: Sequence[_Edit]) -> str:
    """The base from ``start`` to ``end`` with the edits of one side made."""
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += [base[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, base[at:end]])


def _last_words(text: str) -> str:
    return "".join(words.tokens(text.rpartition("\n")[2])[-AROUND:])


def _first_words(text: str) -> str:
    return "".join(words.tokens(text.partition("\n")[0])[:AROUND])


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of the same source as one; a conflict stands by itself."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting is not None and waiting.source == piece.source != "conflict":
            joined = (waiting.base + piece.base, waiting.theirs + piece.theirs, waiting.ours + piece.ours)
            waiting = Piece(piece.source, *joined)
            continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting
