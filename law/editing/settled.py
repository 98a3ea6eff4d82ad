"""The lines of an act as it was read, for a person to correct: joined, split, marked, left out.

The text that is corrected has one line a unit (``law.reading.certain``); it is read again after every correction.
Lines are numbered from 0. What a correction gives is again such a text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import Indel

from law.comparing.hunks import Hunk, compare_texts
from law.parse import Oddity, Reading, read_with
from law.reading import marks
from law.reading.certain import Mark, certain_lines, certain_text, is_certain
from law.reading.lines import paragraphs
from law.reading.marked import TracingReader, unit_kind
from law.reading.normalise import Mends, mend, visible
from law.reading.paragraph import Paragraph

__all__ = [
    "MARKS", "Correction", "Line", "Mark", "Settled", "corrections", "join", "mark_characters", "misfit", "put",
    "read_settled", "settle", "settled_as",
]  # fmt: skip

# Above this product of lines a comparison would cost too much: the whole stretch counts as one correction.
_MOST_PAIRS = 100_000_000
# Lines of a stretch that are compared word by word.
_MOST_CHARACTERS = 40_000
_FEW = 8
BREAK = " ⏎ "

# What a person can say that a line is, with the mark that makes the reader obey.
MARKS = {
    "section": Mark.SECTION,
    "heading": Mark.HEADING,
    "item": Mark.TEXT,
    "definition": Mark.TEXT,
    "paragraph": Mark.TEXT,
}


@dataclass(frozen=True, slots=True)
class Line:
    """``kind``: what it was read as (see ``TracingReader``). ``address``: of the section or heading it is, or is in."""

    number: int
    text: str
    mark: str
    kind: str
    address: str


@dataclass(frozen=True)
class Settled:
    """A text with its lines, and the act read from them."""

    text: str
    lines: tuple[Line, ...]
    reading: Reading

    def line_of(self, oddity: Oddity) -> int:
        """The line that an oddity is about, as near as can be said."""
        inside = self._by_section.get(_section(oddity.address)) or self.lines
        words = oddity.text.removesuffix("…")
        named = (line for line in inside if words and _names(line.text, words))
        return next((line.number for line in (*named, *inside)), 0)

    @cached_property
    def _by_section(self) -> dict[str, list[Line]]:
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.address, []).append(line)
        found.pop("", None)
        return found


def _names(line: str, words: str) -> bool:
    """Whether a line is meant by words of it; by few only where it begins with them."""
    return words in line if len(words) > _FEW else line.startswith(words)


@dataclass(frozen=True, slots=True)
class Correction:
    """A stretch of lines that differs: ``number`` of its first line in the corrected text."""

    number: int
    hunks: tuple[Hunk, ...]


def settle(text: str) -> str:
    """The text as it is read, one line a unit; a text that is settled already comes back as it is."""
    if is_certain(text):
        return text
    mends = Mends()
    lines, strange = paragraphs(mend(text, mends), mends)
    aside = [Paragraph(words, mark=Mark.ASIDE) for words in strange]
    return certain_text([*aside, *lines])


def read_settled(text: str) -> Settled:
    """Read a settled text, and say what became of each of its lines."""
    reading, reader = read_with(TracingReader, text)
    lines = certain_lines(mend(text, Mends()))
    at = iter(range(len(lines)))
    places = {number: next(at) for number, line in enumerate(lines) if line.mark != Mark.ASIDE}
    starts, addresses = _starts(reading, reader)
    found = []
    for number, line in enumerate(lines):
        if number not in places:
            found.append(Line(number, line.text, line.mark, "unplaced", ""))
            continue
        within = bisect_right(starts, places[number]) - 1
        kind = reader.kinds.get(places[number], "tail")
        address = addresses[within] if within >= 0 and kind in _IN_SECTION else ""
        found.append(Line(number, line.text, line.mark, kind, address))
    return Settled(text, tuple(found), reading)


_IN_SECTION = frozenset(["section", "paragraph", "item", "definition", "joined"])


def _starts(reading: Reading, reader: TracingReader) -> tuple[list[int], list[str]]:
    """Where each section begins, and its address."""
    opened = [*reader.body.sections, *(reader.code.sections if reader.code is not None else ())]
    pairs = sorted((one.opened_by.at, address) for one, address in zip(opened, reading.act.sections(), strict=True))
    return [at for at, _ in pairs], [address for _, address in pairs]


def _section(address: str) -> str:
    """The section of an address: ``code.s5.p1`` -> ``code.s5``."""
    parts = address.split(".")
    return ".".join(parts[:2]) if parts[0] == "code" else parts[0]


def settled_as(text: str) -> str:
    """The text with its lines as they stand, as a person has typed them."""
    return certain_text(certain_lines(mend(text, Mends())))


def misfit(kind: str, words: str) -> bool:
    """Whether words can not be of a kind of ``MARKS``: in canonical text a unit is known by how it begins."""
    line = next((" ".join(raw.split()) for raw in words.splitlines() if raw.strip()), "")
    if kind == "section":
        return marks.SECTION.match(line) is None
    if kind not in MARKS or kind == "heading":
        return False
    return kind != unit_kind(line)


def mark_characters(text: str) -> int:
    """Visible characters of a settled text that are a person's marks and no text of the act; 0 for any other text."""
    if not is_certain(text):
        return 0
    return visible(text) - sum(visible(line.text) for line in certain_lines(text))


def join(text: str, number: int) -> str:
    """The line goes on with the one above; nothing for the first line, or one that is not there."""
    lines = certain_lines(text)
    if not 0 < number < len(lines):
        return text
    above = lines[number - 1]
    lines[number - 1 : number + 1] = [replace(above, text=f"{above.text} {lines[number].text}")]
    return certain_text(lines)


def put(text: str, number: int, words: str, mark: Mark | None) -> str:
    """Other words for a line, one line or several; none at all leave it out. ``mark``: what the first of them is."""
    lines = certain_lines(text)
    if not 0 <= number < len(lines):
        return text
    first = lines[number]
    new = [Paragraph(line, _stands_apart(line)) for raw in words.splitlines() if (line := " ".join(raw.split()))]
    if new:
        new[0] = replace(new[0], apart=first.apart, ruled=first.ruled, mark=mark or "")
    lines[number : number + 1] = new
    return certain_text(lines)


def _stands_apart(line: str) -> bool:
    """Whether a line that a split made begins what a blank line stands before."""
    return marks.SECTION.match(line) is not None or marks.DIVISION.fullmatch(line) is not None


def corrections(original: str, corrected: str) -> tuple[Correction, ...]:
    """What was corrected between two settled texts; a break between lines shows as ``⏎``."""
    old, new = _written(original), _written(corrected)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if len(old) * len(new) > _MOST_PAIRS:
        return (Correction(start, _hunks(old, new)),)
    return tuple(
        Correction(start + new_from, _hunks(old[old_from:old_to], new[new_from:new_to]))
        for old_from, old_to, new_from, new_to in _stretches(old, new)
    )


def _written(text: str) -> list[str]:
    return [f"{Mark(line.mark).written if line.mark else ''}{line.text}" for line in certain_lines(text)]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )


def _stretches(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Where lines differ, neighbouring deletions and insertions taken together."""
    found: list[tuple[int, int, int, int]] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            continue
        span = (step.src_start, step.src_end, step.dest_start, step.dest_end)
        if found and found[-1][1] == span[0] and found[-1][3] == span[2]:
            span = (found[-1][0], span[1], found.pop()[2], span[3])
        found.append(span)
    return found


def _hunks(old: list[str], new: list[str]) -> tuple[Hunk, ...]:
    before, after = BREAK.join(old), BREAK.join(new)
    if max(len(before), len(after)) > _MOST_CHARACTERS:
        return tuple(Hunk(kind, text) for kind, text in (("delete", before), ("insert", after)) if text)  # type: ignore[arg-type]
    return compare_texts(before, after)
