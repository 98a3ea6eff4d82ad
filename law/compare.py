"""Two editions of an act compared: which units changed, and which words in them.

Sections and headings are aligned first, then the lines of each pair of sections with their labels off, then the words
of each pair of lines, so that an added item never smears into its neighbours and a moved or renumbered unit is shown
as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from law import numerals, words
from law.act import Act, Division, Section
from law.comparing.align import Pair, Part, align
from law.comparing.codebook import Codebook
from law.comparing.comparison import Change, ChangeKind, Comparison, Row, RowKind, SectionDiff, SectionKind, Unmarked
from law.comparing.hunks import Hunk, compare_texts, replaced
from law.comparing.moves import join_moves
from law.comparing.rows import (
    Line,
    compare_lines,
    gone_row,
    is_rewritten,
    new_row,
    row_changes,
    section_lines,
    text_hunks,
    unmarked_rows,
    whole_change,
    why_unmarked,
)

__all__ = [
    "ALGORITHM", "Change", "ChangeKind", "Comparison", "Hunk", "Row", "RowKind", "SectionDiff", "SectionKind",
    "Unmarked", "compare_acts", "compare_texts",
]  # fmt: skip

ALGORITHM = f"rangkae-1+{words.ALGORITHM}"


def compare_acts(old: Act, new: Act) -> Comparison:
    """All that changed between two editions; the same acts give the same comparison on every machine."""
    found = _Found()
    _Acts(old, new, Codebook(), found).compare()
    sections, changes = join_moves(found.sections, found.changes)
    return Comparison(ALGORITHM, tuple(sections), tuple(changes), tuple(found.unmarked))


class _Found:
    """What a comparison has found so far, in the order of the new act."""

    def __init__(self) -> None:
        self.sections: list[SectionDiff] = []
        self.changes: list[Change] = []
        self.unmarked: list[Unmarked] = []

    def add(self, section: SectionDiff, changes: Iterable[Change]) -> None:
        self.sections.append(section)
        self.changes += changes


@dataclass(frozen=True, slots=True)
class _Stand:
    """A section or division with its address, and a section's lines."""

    address: str
    node: Section | Division
    lines: tuple[Line, ...] = ()


class _Acts:
    def __init__(self, old: Act, new: Act, book: Codebook, found: _Found) -> None:
        self.old = old
        self.new = new
        self.book = book
        self.found = found

    def compare(self) -> None:
        old, new = self.old, self.new
        self._text("title", [old.title], [new.title])
        self._text("preamble", old.preamble, new.preamble)
        olds, news = list(_stands(old)), list(_stands(new))
        for prefix in ("", "code."):
            if prefix and (old.code or new.code):
                self._text("code.title", [old.code.title if old.code else ""], [new.code.title if new.code else ""])
            self._body(*([s for s in side if s.address.startswith("code.") == bool(prefix)] for side in (olds, news)))
        self._text("code.closing", *(act.code.closing if act.code else () for act in (old, new)))
        self._text("closing", old.closing, new.closing)
        self._text("schedule", old.schedules, new.schedules)
        self._text("remarks", old.remarks, new.remarks)
        self._text("tail", *(tuple(_tail_lines(act)) for act in (old, new)))
        if old.footnotes != new.footnotes:
            self.found.unmarked.append(Unmarked("footnotes", "notes"))

    # --- what is no section -----------------------------------------------------------------------

    def _text(self, address: str, olds: Iterable[str], news: Iterable[str]) -> None:
        old, new = "\n".join(olds), "\n".join(news)
        if old == new:
            return
        code = why_unmarked(old, new)
        if code:
            same_line = " ".join(old.split()) == " ".join(new.split())
            self.found.unmarked.append(Unmarked(address, "lines" if same_line else code))
            return
        hunks = text_hunks(old, new, self.book) if old and new else replaced(old, new)
        row = Row(address if old else "", address if new else "", "replaced", old, new, hunks, 0)
        self.found.add(SectionDiff(address, "", "", "replaced", (row,)), [Change(address, "replaced", old, new, hunks)])

    # --- sections and headings --------------------------------------------------------------------

    def _body(self, olds: list[_Stand], news: list[_Stand]) -> None:
        pairs = align([_part(stand) for stand in olds], [_part(stand) for stand in news], self.book)
        ranges = [stand.node for stand in news if isinstance(stand.node, Section) and stand.node.until]
        for pair in pairs:
            before = olds[pair.old] if pair.old is not None else None
            after = news[pair.new] if pair.new is not None else None
            if before and after:
                self._both(before, after, pair)
            elif after:
                self._inserted(after)
            elif before:
                self._gone(before, ranges)

    def _both(self, before: _Stand, after: _Stand, pair: Pair) -> None:
        old, new = before.node, after.node
        if isinstance(old, Section) and isinstance(new, Section):
            self._sections(before, after, moved=pair.moved or old.label != new.label)
        else:
            self._headings(before, after, moved=pair.moved)

    def _headings(self, before: _Stand, after: _Stand, *, moved: bool) -> None:
        old, new = _title(before), _title(after)
        headings = before.node.heading, after.node.heading
        renumbered = headings[0] != headings[1]
        if old == new and not moved and not renumbered:
            return
        if why_unmarked(old, new) and not moved and not renumbered:
            self.found.unmarked.append(Unmarked(after.address, why_unmarked(old, new)))
            return
        kind: ChangeKind = "moved" if old == new else "heading"
        change = Change(
            after.address, kind, old, new, compare_texts(old, new), before.address if kind == "moved" else ""
        )
        row_kind: RowKind = "moved" if kind == "moved" else "replaced"
        row = Row(before.address, after.address, row_kind, old, new, change.hunks, 0)
        self.found.add(SectionDiff(after.address, *headings, "heading", (row,)), [change])

    def _sections(self, before: _Stand, after: _Stand, *, moved: bool) -> None:
        old, new = before.node, after.node
        assert isinstance(old, Section)
        assert isinstance(new, Section)
        if old.units == new.units and not moved:
            self._section_heading(before, after)
            return
        headings = old.heading, new.heading
        rows = compare_lines(before.lines, after.lines, self.book)
        self.found.unmarked += unmarked_rows(rows)
        kind: ChangeKind = "moved" if moved else "replaced"
        if new.is_repealed and not old.is_repealed:
            kind = "repealed"
            rows = [*map(gone_row, before.lines), *map(new_row, after.lines)]
        elif not moved and not is_rewritten(rows):
            changes = list(row_changes(rows))
            if changes:
                self.found.add(SectionDiff(after.address, *headings, "replaced", tuple(rows)), changes)
            return
        elif not moved:
            rows = [*map(gone_row, before.lines), *map(new_row, after.lines)]
        change = whole_change(
            after.address, kind, before.lines, after.lines, self.book, before.address if moved else ""
        )
        self.found.add(SectionDiff(after.address, *headings, kind, tuple(rows)), [change])

    def _section_heading(self, before: _Stand, after: _Stand) -> None:
        """A section of equal text: its label may be written otherwise, its range or its notes may have changed."""
        old, new = before.node, after.node
        assert isinstance(old, Section)
        assert isinstance(new, Section)
        if old.until != new.until:
            change = Change(after.address, "heading", old.heading, new.heading, compare_texts(old.heading, new.heading))
            self.found.add(SectionDiff(after.address, old.heading, new.heading, "heading", ()), [change])
        elif old.heading != new.heading:
            self.found.unmarked.append(Unmarked(after.address, "form"))

    def _inserted(self, after: _Stand) -> None:
        node = after.node
        if isinstance(node, Section) and node.is_repealed:
            self.found.unmarked.append(Unmarked(after.address, "repeal_mark"))
            return
        if isinstance(node, Section):
            rows = [*map(new_row, after.lines)]
            change = whole_change(after.address, "inserted", (), after.lines, self.book)
        else:
            new = _title(after)
            change = Change(after.address, "inserted", "", new, replaced("", new))
            rows = [Row("", after.address, "inserted", "", new, change.hunks, 0)]
        kind: SectionKind = "inserted" if isinstance(node, Section) else "heading"
        self.found.add(SectionDiff(after.address, "", node.heading, kind, tuple(rows)), [change])

    def _gone(self, before: _Stand, ranges: list[Section]) -> None:
        node = before.node
        if isinstance(node, Section) and node.is_repealed:
            self.found.unmarked.append(Unmarked(before.address, "repeal_mark"))
            return
        if isinstance(node, Section):
            rows = [*map(gone_row, before.lines)]
            mark = next((section.text for section in ranges if _covers(section, node.label)), "")
            old = "\n".join(line.unit.text for line in before.lines)
            change = Change(before.address, "repealed", old, mark, replaced(old, mark))
        else:
            old = _title(before)
            change = Change(before.address, "repealed", old, "", replaced(old, ""))
            rows = [Row(before.address, "", "repealed", old, "", change.hunks, 0)]
        kind: SectionKind = "repealed" if isinstance(node, Section) else "heading"
        self.found.add(SectionDiff(before.address, node.heading, "", kind, tuple(rows)), [change])


def _stands(act: Act) -> Iterator[_Stand]:
    lines = section_lines(act)
    for address, place in act.places().items():
        if isinstance(place.node, Section | Division):
            yield _Stand(address, place.node, tuple(lines.get(address, ())))


def _part(stand: _Stand) -> Part:
    node = stand.node
    if isinstance(node, Division):
        return Part(node.heading, (_title(stand),), "division")
    return Part(node.label, tuple(line.unit.text for line in stand.lines), "section", node.is_repealed)


def _title(stand: _Stand) -> str:
    """The name of a division; for a heading without one (``บทเฉพาะกาล``) the heading itself."""
    node = stand.node
    return (node.title or node.heading) if isinstance(node, Division) else ""


def _covers(section: Section, label: str) -> bool:
    """Whether a range that is marked repealed together holds a label."""
    return section.until is not None and (
        numerals.order(section.label) <= numerals.order(label) <= numerals.order(section.until)
    )


def _tail_lines(act: Act) -> Iterator[str]:
    for tail in act.tail:
        yield tail.title
        yield from chain.from_iterable((section.heading, section.text) for section in tail.sections)
        yield from tail.lines
