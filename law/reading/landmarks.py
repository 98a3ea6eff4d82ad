"""Places in a text that are known before it is read: titles of acts in the tail, countersignatures, the code's name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from law import numerals
from law.reading import marks
from law.reading.candidates import Candidates
from law.reading.paragraph import Paragraph

_LONGEST_TITLE = 1_000
_MOST_TITLE_LINES = 4
_TIGHT = 0.2
_FEWEST_TIGHT = 3


class Landmarks:
    """What stands where. Every question is answered in constant or logarithmic time."""

    def __init__(self, paragraphs: Sequence[Paragraph], candidates: Candidates) -> None:
        self.paragraphs = paragraphs
        self.candidates = candidates
        self.title_lines = {
            at: count for at in range(len(paragraphs)) if (count := _title_lines(paragraphs, at, candidates))
        }
        self.titles = list(self.title_lines)
        self.closings = [at for at, paragraph in enumerate(paragraphs) if _is_countersignature(paragraph.text)]
        self.codes = [at for at, paragraph in enumerate(paragraphs) if marks.CODE_TITLE.fullmatch(paragraph.text)]
        self.footnotes = _footnotes(paragraphs)
        self.is_tight = _is_tight(paragraphs, candidates)

    def first_title(self, at: int) -> int:
        """The first title of an act behind a place, or the end of the text."""
        return _first(self.titles, at, len(self.paragraphs))

    def end_of_body(self, at: int) -> int:
        """Where a body that is being read at a place ends at the latest."""
        signed = _first(self.closings, at, len(self.paragraphs))
        for title in self.titles[bisect_right(self.titles, at) :]:
            if title >= signed:
                break
            following = self.candidates.next_after(title)
            if self.paragraphs[title].ruled or (following is not None and following.number <= 3):
                return title
        return min(signed, self.footnotes)

    def end_of_code(self, at: int) -> int:
        """Where a code ends at the latest."""
        return min(self.first_title(at), self.footnotes)

    def code_starts(self, at: int) -> bool:
        """Whether the name of a code at a place opens it: its section 1 comes next, with no such name between."""
        following = self.candidates.next_after(at)
        if following is None or following.label != "1":
            return False
        later = bisect_right(self.codes, at)
        return later == len(self.codes) or self.codes[later] > following.at


def _first(places: list[int], at: int, default: int) -> int:
    index = bisect_left(places, at + 1)
    return places[index] if index < len(places) else default


def _title_lines(paragraphs: Sequence[Paragraph], at: int, candidates: Candidates) -> int:
    """How many lines the title of an act has that begins here; 0 where none does.

    A title of several lines stands right over a section or a note of reasons.
    """
    text = paragraphs[at].text
    if len(text) > _LONGEST_TITLE or not marks.INSTRUMENT_START.match(text.lstrip("* ")):
        return 0
    following = paragraphs[at + 1].text if at + 1 < len(paragraphs) else ""
    if not paragraphs[at].apart and not marks.REMARK.match(following):
        return 0
    if marks.TAIL_TITLE.fullmatch(text):
        return 1
    if not paragraphs[at].apart:
        return 0
    for count in range(2, _MOST_TITLE_LINES + 1):
        if any(paragraph.apart for paragraph in paragraphs[at + 1 : at + count]):
            return 0
        lines = [paragraph.text for paragraph in paragraphs[at : at + count]]
        behind = at + count
        leads = behind in candidates.by_place or (
            behind < len(paragraphs) and marks.REMARK.match(paragraphs[behind].text) is not None
        )
        if leads and sum(map(len, lines)) < _LONGEST_TITLE and marks.TAIL_TITLE.fullmatch(" ".join(lines)):
            return count
    return 0


def _is_countersignature(text: str) -> bool:
    return text.startswith(("ผู้รับสนอง", "รับสนองพระ"))


def _footnotes(paragraphs: Sequence[Paragraph]) -> int:
    """Where the footnotes begin: the first of the run of markers, each one higher, that ends the text."""
    start = len(paragraphs)
    awaited: int | None = None
    for at in range(len(paragraphs) - 1, -1, -1):
        text = paragraphs[at].text
        if not text.startswith("["):
            continue
        match = marks.FOOTNOTE.fullmatch(text)
        if match is None:
            continue
        marker = int(numerals.arabic(match["marker"]))
        if awaited is not None and marker >= awaited:
            break
        start, awaited = at, marker
    return start


def _is_tight(paragraphs: Sequence[Paragraph], candidates: Candidates) -> bool:
    """Whether the paragraphs of a section follow one another without a blank line: then a blank line says something."""
    places = candidates.by_place
    first, last = min(places, default=0), max(places, default=0)
    inside: list[Paragraph] = []
    closed = False  # the lines of a countersignature say nothing: they are tight in every text
    for at in range(first + 1, last):
        closed = at not in places and (closed or marks.CLOSING.match(paragraphs[at].text) is not None)
        if not closed and at not in places and marks.DIVISION.fullmatch(paragraphs[at - 1].text) is None:
            inside.append(paragraphs[at])
    tight = sum(not paragraph.apart for paragraph in inside)
    return tight >= _FEWEST_TIGHT and tight > _TIGHT * len(inside)
