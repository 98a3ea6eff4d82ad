"""What was said, put into the words it was said about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from law.compare import Hunk
from services.drafting.previews import section_address
from services.reviewing.placing import Placed


@dataclass(frozen=True, slots=True)
class Said:
    """A thread about a unit, or about its words from ``start`` to ``end`` (``end`` 0: the unit as a whole).

    ``number``: by which the page calls it. ``comment``: id of the first of the thread; ``by``: who wrote it.
    """

    comment: int
    number: int
    by: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: no border of a hunk or of commented words inside it. ``ends``: whose words end with it."""

    kind: str
    text: str
    said: tuple[Said, ...] = ()
    ends: tuple[Said, ...] = ()


def pieces(hunks: Iterable[Hunk], said: Sequence[Said] = ()) -> Iterator[Piece]:
    """The hunks cut where commented words begin and end. Deleted words are not in the text that is commented."""
    words = [one for one in said if one.end]
    at = 0
    for hunk in hunks:
        if hunk.kind == "delete" or not words:
            yield Piece(hunk.kind, hunk.text)
            at += len(hunk.text) if hunk.kind != "delete" else 0
            continue
        end = at + len(hunk.text)
        cuts = sorted({at, end} | {cut for one in words for cut in (one.start, one.end) if at < cut < end})
        for first, last in pairwise(cuts):
            text = hunk.text[first - at : last - at]
            here = tuple(one for one in words if one.start < last and first < one.end)
            yield Piece(hunk.kind, text, here, tuple(one for one in here if one.end == last))
        at = end


@dataclass(frozen=True, slots=True)
class Beside:
    """The threads of a page: by section that is shown, those whose place is not shown; and the words they are about."""

    by_section: dict[str, list[Placed]]
    elsewhere: list[Placed]
    said: dict[str, list[Said]]
    numbers: dict[int, int]


def beside(placed: Iterable[Placed], shown: Sequence[str], lines: Sequence[str]) -> Beside:
    """Threads in the order of the text. ``shown``: addresses of sections, ``lines``: of units, in the order shown."""
    order = {address: number for number, address in enumerate(lines)}
    by_section: dict[str, list[Placed]] = {address: [] for address in shown}
    elsewhere: list[Placed] = []
    for one in placed:
        by_section.get(section_address(one.anchor.address), elsewhere).append(one)
    for found in by_section.values():
        found.sort(key=lambda one: (order.get(one.anchor.address, -1), not one.is_on_words, one.anchor.start))
    numbers = {
        one.first.id: number
        for number, one in enumerate([*(one for found in by_section.values() for one in found), *elsewhere], start=1)
    }
    said: dict[str, list[Said]] = {}
    for found in by_section.values():
        for one in found:
            said.setdefault(one.anchor.address, []).append(_said(one, numbers[one.first.id]))
    return Beside(by_section, elsewhere, said, numbers)


def _said(placed: Placed, number: int) -> Said:
    span = (placed.anchor.start, placed.anchor.end) if placed.is_on_words else (0, 0)
    return Said(placed.first.id, number, placed.first.author.name, *span)
