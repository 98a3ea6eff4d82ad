"""Comments that follow their words from draft to draft.

A comment is tied to one draft: the address of a unit, the quoted words and where they begin. Where it stands in any
other draft follows from the comparison of the two texts, so that it is the same for everybody and never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from law.act import Act, Section, Unit
from law.compare import Comparison, Hunk, Row, compare_texts
from law.comparing.rows import Line, section_lines

# Characters. Quoted words of this length that stand once in both texts are the same words, wherever they stand.
UNMISTAKABLE = 20


class Hold(StrEnum):
    """What a comment holds on to in the text that is shown."""

    AT_WORDS = "at_words"  # its words stand, letter for letter
    WORDS_CHANGED = "words_changed"  # other words stand in their place
    AT_UNIT = "at_unit"  # the unit stands, its words do not; or the comment was about the unit
    AT_PROPOSAL = "at_proposal"  # the unit is gone; or the comment was about the proposal


@dataclass(frozen=True, slots=True)
class Mark:
    """What a comment was tied to: a unit, and words of it from ``start`` on (characters of its own line)."""

    address: str = ""
    quote: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a comment stands in another text.

    ``start`` to ``end``: the words, in characters of the text of the unit at ``address``; both 0 where it is not on
    words. ``before``, ``after``: the words as they were and what stands in their place now (empty: nothing), where that
    is not the same; of a comment about a unit, the texts of the unit. Where the unit is gone but one that held it
    stands, ``address`` is that of the smallest such.
    """

    state: Hold
    address: str = ""
    start: int = 0
    end: int = 0
    before: str = ""
    after: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether what the comment is about reads otherwise now."""
        return self.before != self.after


def own_text(act: Act, address: str) -> str:
    """What words of a comment are counted in: a section's whole text, any other unit's own line or title."""
    unit = act.get(address)
    if unit is None:
        return ""
    return unit.text if isinstance(unit, (Section, Unit)) else unit.title


class Carrier:
    """Carries comments from one text to another, by the comparison of the two."""

    def __init__(self, old: Act, new: Act, comparison: Comparison) -> None:
        self.old = old
        self.new = new
        self.comparison = comparison

    def carry(self, mark: Mark) -> Anchor:
        """Where the comment stands now; it always stands somewhere."""
        if self.old.get(mark.address) is None:
            return Anchor(Hold.AT_PROPOSAL, before=mark.quote)
        if not mark.quote:
            return self._unit(mark.address)
        address, start = self._line_of(mark)
        if start < 0:
            return self._gone(address, mark.quote)
        return self._words(address, mark.quote, start)

    # --- words ------------------------------------------------------------------------------------

    def _words(self, address: str, quote: str, start: int) -> Anchor:
        target = self._target(address)
        if not target:
            return self._gone(address, quote)
        text = own_text(self.new, target)
        span = map_span(self._hunks(address, target), start, start + len(quote))
        after = text[slice(*span)]
        if after == quote:
            return Anchor(Hold.AT_WORDS, target, *span)
        if after.strip():
            return Anchor(Hold.WORDS_CHANGED, target, *span, quote, after)
        return self._gone(address, quote)

    def _line_of(self, mark: Mark) -> tuple[str, int]:
        """Address and start of the words; of words of a section, in the line that holds them all. -1: not there."""
        text = own_text(self.old, mark.address)
        start = text.find(mark.quote) if mark.start is None else mark.start
        if start < 0 or not text.startswith(mark.quote, start):
            return mark.address, -1
        at = 0
        for line in self._lines.get(mark.address, ()):
            end = at + len(line.unit.text)
            if at <= start and start + len(mark.quote) <= end:
                return line.address, start - at
            at = end + 1
        return mark.address, start

    def _hunks(self, address: str, target: str) -> tuple[Hunk, ...]:
        """The hunks as they are shown; made here where the comparison has none for these two."""
        before, after = own_text(self.old, address), own_text(self.new, target)
        row = self._rows.get(address)
        shown = row is not None and (row.old, row.new) == (before, after)
        return row.hunks if shown and row is not None else compare_texts(before, after)

    def _gone(self, address: str, quote: str) -> Anchor:
        """The words are not in their place: where they went, else at the smallest unit around them that stands."""
        found = self._found_elsewhere(quote)
        if found:
            return found
        for above in _upwards(address, self.old):
            target = self._target(above)
            if target:
                return Anchor(Hold.AT_UNIT, target, before=quote)
        return Anchor(Hold.AT_PROPOSAL, before=quote)

    def _found_elsewhere(self, quote: str) -> Anchor | None:
        if len(quote) < UNMISTAKABLE:
            return None
        if len(list(_occurrences(self.old, quote))) != 1:
            return None
        places = list(_occurrences(self.new, quote))
        if len(places) != 1:
            return None
        address, start = places[0]
        return Anchor(Hold.AT_WORDS, address, start, start + len(quote))

    # --- units ------------------------------------------------------------------------------------

    def _unit(self, address: str) -> Anchor:
        before = own_text(self.old, address)
        target = self._target(address)
        if not target:
            return self._gone(address, before) if before else Anchor(Hold.AT_PROPOSAL)
        after = own_text(self.new, target)
        return Anchor(
            Hold.AT_UNIT, target, before=before if before != after else "", after=after if before != after else ""
        )

    def _target(self, address: str) -> str:
        """The unit's address in the new text; empty where it is gone."""
        row = self._rows.get(address)
        if row is not None:
            return row.new_address
        section = _section_of(address, self.old)
        if section != address:
            target = self._target(section)
            below = target + address.removeprefix(section) if target else ""
            return below if below and self._stands(below) else ""
        if address in self._moved:
            return self._moved[address]
        taken = address in self._gone_addresses or address in self._moved.values()
        return address if not taken and self.new.get(address) is not None else ""

    def _stands(self, address: str) -> bool:
        """Whether a unit that the comparison has no line for is in the new text, and not one that came."""
        return self.new.get(address) is not None and address not in self._came

    @cached_property
    def _rows(self) -> dict[str, Row]:
        """The line on the old side, by its address: first those that have a new side."""
        rows = [row for section in self.comparison.sections for row in section.rows if row.old_address]
        found: dict[str, Row] = {}
        for row in sorted(rows, key=lambda row: not (row.old and row.new_address)):
            found.setdefault(row.old_address, row)
        return found

    @cached_property
    def _came(self) -> frozenset[str]:
        rows = (row for section in self.comparison.sections for row in section.rows)
        return frozenset(row.new_address for row in rows if row.new_address and row.kind in ("inserted", "moved"))

    @cached_property
    def _moved(self) -> dict[str, str]:
        return {change.moved_from: change.address for change in self.comparison.changes if change.moved_from}

    @cached_property
    def _gone_addresses(self) -> frozenset[str]:
        sections = self.comparison.sections
        return frozenset(one.address for one in sections if one.kind == "repealed" and not one.heading_new)

    @cached_property
    def _lines(self) -> dict[str, list[Line]]:
        return section_lines(self.old)


def map_span(hunks: Iterable[Hunk], start: int, end: int) -> tuple[int, int]:
    """The part of the new text that stands in the place of ``start`` to ``end`` of the old; (0, 0) where nothing does.

    What replaced something is taken whole; what was only put in counts where it stands between the words.
    """
    pieces = []
    for old, new, is_equal in _blocks(hunks):
        first, last = max(old[0], start), min(old[1], end)
        if is_equal and first < last:
            pieces.append((new[0] + first - old[0], new[0] + last - old[0]))
        elif not is_equal and (first < last or start < old[0] == old[1] < end):
            pieces.append(new)
    return (min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)) if pieces else (0, 0)


_Span = tuple[int, int]


def _blocks(hunks: Iterable[Hunk]) -> Iterator[tuple[_Span, _Span, bool]]:
    """(span in the old text, span in the new, whether equal); what is deleted and inserted side by side is one."""
    old = new = 0
    begun: tuple[int, int] | None = None
    for hunk in hunks:
        size = len(hunk.text)
        if hunk.kind == "equal":
            if begun is not None:
                yield (begun[0], old), (begun[1], new), False
                begun = None
            yield (old, old + size), (new, new + size), True
        elif begun is None:
            begun = (old, new)
        old += size if hunk.kind != "insert" else 0
        new += size if hunk.kind != "delete" else 0
    if begun is not None:
        yield (begun[0], old), (begun[1], new), False


def _occurrences(act: Act, quote: str) -> Iterator[tuple[str, int]]:
    """Where words stand in the lines of an act."""
    for address, place in act.places().items():
        text = place.node.text if isinstance(place.node, Unit) else ""
        at = text.find(quote)
        while at >= 0:
            yield address, at
            at = text.find(quote, at + 1)


def _upwards(address: str, act: Act) -> Iterator[str]:
    """The unit, and the units that hold it, up to its section; a heading stands in none."""
    current = address
    while current:
        yield current
        place = act.places()[current]
        current = place.parent if isinstance(place.node, Unit) else ""


def _section_of(address: str, act: Act) -> str:
    return list(_upwards(address, act))[-1]
