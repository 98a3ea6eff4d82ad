"""Which lines may open a section, and which of them do: told by sequence and form.

A line that begins ``มาตรา ๑๕`` opens section 15 only where section 15 may stand; at the start of a wrapped line it may
as well be a citation, and inside a quotation the section of another act.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from law import numerals
from law.reading import marks
from law.reading.paragraph import Paragraph

# A gap of more numbers than this, with the missing ones still to come, is a citation of another law.
_WIDEST_STEP = 5
# A restart of the numbering from here down is another act.
RESTART = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that begins like a section."""

    at: int
    word: str
    label: str
    written: str
    notes: tuple[str, ...]
    rest: str
    until: str | None = None
    range_end: str = ""

    @property
    def number(self) -> int:
        """The whole number of its label."""
        return numerals.order(self.label)[0]

    @property
    def last_label(self) -> str:
        """The label that the next one follows: of a range its end."""
        return self.until or self.label


class Verdict(Enum):
    """What a candidate is, seen from where it stands."""

    SECTION = auto()
    CITATION = auto()
    RESTART = auto()


def candidate(at: int, line: str) -> Candidate | None:
    """The section that a line may open, or None."""
    if not line.startswith(("มาตรา", "ข้อ")):
        return None
    match = marks.SECTION.fullmatch(line)
    if match is None:
        return None
    notes = marks.note_marks(match["before"] + match["notes"])
    until = marks.UNTIL.fullmatch(match["rest"])
    label = numerals.plain(match["label"])
    if until is None:
        return Candidate(at, match["word"], label, match["label"], notes, match["rest"])
    notes += marks.note_marks(until["notes"])
    last, end = numerals.plain(until["label"]), until[0][: until.end("label")]
    return Candidate(at, match["word"], label, match["label"], notes, until["rest"], last, end)


class Candidates:
    """All candidates of a text, with the places of every label, for looking ahead."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self.by_place: dict[int, Candidate] = {}
        self._places: dict[tuple[str, str], list[int]] = {}
        self._order: list[int] = []
        for at, paragraph in enumerate(paragraphs):
            found = candidate(at, paragraph.text)
            if found is not None:
                self.by_place[at] = found
                self._places.setdefault((found.word, found.label), []).append(at)
                self._order.append(at)

    def next_after(self, at: int) -> Candidate | None:
        """The first candidate behind a place."""
        index = bisect_right(self._order, at)
        return self.by_place[self._order[index]] if index < len(self._order) else None

    def comes_later(self, word: str, label: str, at: int, end: int) -> bool:
        """Whether a line begins with this label between two places."""
        places = self._places.get((word, label), [])
        index = bisect_right(places, at)
        return index < len(places) and places[index] < end

    def judge(self, found: Candidate, last: Candidate | None, end: int, *, in_quotation: bool, after: str) -> Verdict:
        """What a candidate is.

        ``last``: the section before it in the same body. ``end``: where the body ends at the latest. ``after``: the
        last line before it, as the tree has it.
        """
        if last is not None and found.word != last.word:
            return Verdict.CITATION
        if last is None:
            return Verdict.CITATION if self._is_cited_before(found, after, end) else Verdict.SECTION
        again = self.comes_later(found.word, found.label, found.at, end)
        follows = follows_directly(last.last_label, found.label)
        if in_quotation:
            return Verdict.SECTION if follows and not again else Verdict.CITATION
        if self._is_cited(found, after, again=again, follows=follows):
            return Verdict.CITATION
        if follows:
            return Verdict.SECTION
        return self._out_of_step(found, last, end, after)

    def _is_cited_before(self, found: Candidate, after: str, end: int) -> bool:
        """Whether a line of the preamble cites another law: the first section is still to come."""
        if found.label != "1" and any(self.comes_later(word, "1", found.at, end) for word in ("มาตรา", "ข้อ")):
            return True
        return bool(marks.CITED.match(found.rest) and marks.JOINER.search(after))

    def joins(self, at: int, after: str) -> bool:
        """Whether a line that cites a section goes on with the line before it."""
        return at in self.by_place and not self._paragraphs[at].apart and marks.JOINER.search(after) is not None

    def _is_cited(self, found: Candidate, after: str, *, again: bool, follows: bool) -> bool:
        joined = bool(marks.JOINER.search(after)) and not self._paragraphs[found.at].apart
        if joined and (again or not follows):
            return True
        if found.until is None and marks.CITED.match(found.rest):
            return again or not follows or joined
        return False

    def _ends_named(self, found: Candidate, after: str) -> bool:
        """Whether the line before names an act, or a section 1 was left out: an act of the tail begins with 2 or 3."""
        follower = self.next_after(found.at)
        goes_on = follower is not None and follower.number in {found.number, found.number + 1}
        return goes_on or marks.INSTRUMENT_START.match(after) is not None

    def _out_of_step(self, found: Candidate, last: Candidate, end: int, after: str) -> Verdict:
        step = found.number - numerals.order(last.last_label)[0]
        awaited = str(numerals.order(last.last_label)[0] + 1)
        if step > 1 and self.comes_later(found.word, awaited, found.at, end):
            in_list = bool(marks.LIST_INTRO.search(after)) or not self._paragraphs[found.at].apart
            return Verdict.CITATION if step > _WIDEST_STEP or in_list else Verdict.SECTION
        if step < 0 and found.number <= RESTART and not self.comes_later(found.word, awaited, found.at, end):
            return Verdict.RESTART if found.number == 1 or self._ends_named(found, after) else Verdict.SECTION
        if step < 0 and (marks.LIST_INTRO.search(after) or marks.JOINER.search(after)):
            return Verdict.CITATION
        return Verdict.SECTION


def follows_directly(before: str, label: str) -> bool:
    """Whether a plain label may stand right behind another: 5 -> 6, 5/1, 5bis; 5/1 -> 5/2, 6; 5bis -> 5ter."""
    first, second = numerals.order(before), numerals.order(label)
    if second[0] == first[0] + 1:
        return True
    return second[0] == first[0] and second > first
