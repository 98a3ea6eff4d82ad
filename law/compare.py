"""Two editions of an act compared: which units changed, and which words in them.

Sections are aligned first, then the lines of each pair with their labels off, then the words of each pair of lines,
so that an added item never smears into its neighbours and a moved or renumbered unit is shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from law import words
from law.act import ITEM_LABEL, Act, Division, Section, Unit, is_repealed_text, unit_lines
from law.align import Pair, Part, align
from law.hunks import Codebook, Hunk, compare_texts, compare_words, join, replaced

ALGORITHM = f"rangkae-compare-1+{words.ALGORITHM}"

ChangeKind = Literal["replaced", "inserted", "repealed", "moved", "heading"]
RowKind = Literal["same", "replaced", "inserted", "repealed", "moved"]
SectionKind = Literal["same", "replaced", "inserted", "repealed", "moved", "heading"]

REWRITTEN = 0.3  # share of a section's words kept; below it the section is shown as replaced as a whole


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section, old beside new; an address is empty where the line does not stand on that side.

    ``depth``: 0 for paragraphs and definitions, 1 for their items, and so on.
    """

    old_address: str
    new_address: str
    kind: RowKind
    old: str
    new: str
    hunks: tuple[Hunk, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """A touched section or heading with every line of it, for showing."""

    address: str
    heading_old: str
    heading_new: str
    kind: SectionKind
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One changed unit. ``address`` is that of the new act; of the old where the unit is gone. ``old`` and ``new``
    are canonical text; ``moved_from`` is the old address of a moved unit, else empty."""

    address: str
    kind: ChangeKind
    old: str
    new: str
    hunks: tuple[Hunk, ...]
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A difference that changes no words: ``code`` is ``spacing`` or ``notes``."""

    address: str
    code: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Touched sections and headings in the order of the new act, and all changes."""

    algorithm: str
    sections: tuple[SectionDiff, ...]
    changes: tuple[Change, ...]
    unmarked: tuple[Unmarked, ...] = ()


def compare_acts(old: Act, new: Act) -> Comparison:
    """All that changed between two editions."""
    book = Codebook()
    sections: list[SectionDiff] = []
    changes: list[Change] = []
    for diff, found in _whole_acts(old, new, book):
        if diff is not None:
            sections.append(diff)
        changes += found
    return Comparison(ALGORITHM, tuple(sections), tuple(changes))


_Found = tuple[SectionDiff | None, list[Change]]


def _whole_acts(old: Act, new: Act, book: Codebook) -> Iterator[_Found]:
    for address, before, after in (
        ("title", old.title, new.title),
        ("preamble", "\n".join(old.preamble), "\n".join(new.preamble)),
    ):
        yield from _compare_part(address, before, after, book)
    yield from _compare_body(old, new, "", book)
    yield from _compare_body(old, new, "code.", book)
    for address, before, after in (
        ("closing", "\n".join(old.closing), "\n".join(new.closing)),
        ("schedule", "\n".join(old.schedules), "\n".join(new.schedules)),
        ("remarks", "\n".join(old.remarks), "\n".join(new.remarks)),
    ):
        yield from _compare_part(address, before, after, book)


def _compare_part(address: str, old: str, new: str, book: Codebook) -> Iterator[_Found]:
    if old != new:
        hunks = lines_hunks(old, new, book)
        row = Row(address if old else "", address if new else "", "replaced", old, new, hunks, 0)
        yield SectionDiff(address, "", "", "replaced", (row,)), [Change(address, "replaced", old, new, hunks)]


# --- sections and headings ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stand:
    """A section or division with its address."""

    address: str
    node: Section | Division


def _stands(act: Act, prefix: str) -> list[_Stand]:
    return [
        _Stand(address, place.node)
        for address, place in act.places().items()
        if isinstance(place.node, Section | Division) and address.startswith("code.") == bool(prefix)
    ]


def _compare_body(old: Act, new: Act, prefix: str, book: Codebook) -> Iterator[_Found]:
    olds, news = _stands(old, prefix), _stands(new, prefix)
    for pair in align([_part(stand) for stand in olds], [_part(stand) for stand in news], book.encode):
        before = olds[pair.old] if pair.old is not None else None
        after = news[pair.new] if pair.new is not None else None
        if isinstance((after or before).node, Division):  # type: ignore[union-attr]
            yield from _compare_headings(before, after, pair.moved)
        else:
            yield from _compare_sections(before, after, pair, book)


def _part(stand: _Stand) -> Part:
    node = stand.node
    if isinstance(node, Division):
        return Part(node.heading, (node.heading, node.title), "division")
    return Part(node.label, tuple(node.text.splitlines()), "section", node.is_repealed)


def _compare_headings(before: _Stand | None, after: _Stand | None, moved: bool) -> Iterator[_Found]:
    old, new = _title(before), _title(after)
    heading_old, heading_new = _heading(before), _heading(after)
    if before and after:
        if old == new and heading_old == heading_new and not moved:
            return
        kind: ChangeKind = "heading" if old != new else "moved"
        change = Change(
            after.address, kind, old, new, compare_texts(old, new), before.address if kind == "moved" else ""
        )
    elif after:
        change = Change(after.address, "inserted", "", new, replaced("", new))
    else:
        assert before is not None
        change = Change(before.address, "repealed", old, "", replaced(old, ""))
    yield SectionDiff(change.address, heading_old, heading_new, "heading", (_row_of(change),)), [change]


def _row_of(change: Change) -> Row:
    kind: RowKind = "replaced" if change.kind == "heading" else change.kind
    sides = (change.moved_from or change.address, change.address)
    return Row(
        sides[0] if change.old else "", sides[1] if change.new else "", kind, change.old, change.new, change.hunks, 0
    )


def _title(stand: _Stand | None) -> str:
    return (stand.node.title or stand.node.heading) if stand and isinstance(stand.node, Division) else ""


def _heading(stand: _Stand | None) -> str:
    return stand.node.heading if stand else ""


def _compare_sections(before: _Stand | None, after: _Stand | None, pair: Pair, book: Codebook) -> Iterator[_Found]:
    lines_old = list(_lines(before))
    lines_new = list(_lines(after))
    address = (after or before).address  # type: ignore[union-attr]
    headings = (_heading(before), _heading(after))
    if before is None or after is None:
        rows = [_one_sided(line, "old") for line in lines_old] + [_one_sided(line, "new") for line in lines_new]
        kind: ChangeKind = "inserted" if before is None else "repealed"
        yield SectionDiff(address, *headings, kind, tuple(rows)), [_whole(address, kind, lines_old, lines_new, rows)]
        return
    assert isinstance(before.node, Section)
    assert isinstance(after.node, Section)
    moved = pair.moved or before.node.label != after.node.label
    if before.node.text == after.node.text and not moved:
        return
    rows = _rows(lines_old, lines_new, book)
    if after.node.is_repealed and not before.node.is_repealed:
        rows = [_one_sided(line, "old") for line in lines_old] + [_one_sided(line, "new") for line in lines_new]
        kind = "repealed"
    elif moved:
        kind = "moved"
    elif _is_rewritten(rows, book):
        rows = [_one_sided(line, "old") for line in lines_old] + [_one_sided(line, "new") for line in lines_new]
        kind = "replaced"
    else:
        yield SectionDiff(address, *headings, "replaced", tuple(rows)), list(_changes(rows))
        return
    change = _whole(address, kind, lines_old, lines_new, rows, before.address if moved else "")
    yield SectionDiff(address, *headings, kind, tuple(rows)), [change]


# --- lines of a section ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    address: str
    unit: Unit
    depth: int


def _lines(stand: _Stand | None) -> Iterator[_Line]:
    if stand is None or not isinstance(stand.node, Section):
        return
    paragraph = 0
    for unit in stand.node.units:
        if unit.kind == "paragraph":
            paragraph += 1
            address = f"{stand.address}.p{paragraph}"
        else:
            address = f"{stand.address}.def:{unit.label}"
        yield from _unit_rows(address, unit, 0)


def _unit_rows(address: str, unit: Unit, depth: int) -> Iterator[_Line]:
    if unit.text:
        yield _Line(address, unit, depth)
    for item in unit.items:
        yield from _unit_rows(f"{address}.i{item.label}", item, depth + 1)


def _split(text: str) -> tuple[str, str]:
    label = ITEM_LABEL.match(text)
    return (label[0], text[label.end() :]) if label else ("", text)


def _line_part(line: _Line) -> Part:
    unit = line.unit
    return Part(unit.label, (_split(unit.text)[1],), unit.kind, is_repealed_text(unit.text))


def _rows(olds: list[_Line], news: list[_Line], book: Codebook) -> list[Row]:
    pairs = align([_line_part(line) for line in olds], [_line_part(line) for line in news], book.encode)
    rows = []
    for pair in pairs:
        if pair.old is None:
            assert pair.new is not None
            rows.append(_one_sided(news[pair.new], "new"))
        elif pair.new is None:
            rows.append(_one_sided(olds[pair.old], "old"))
        else:
            rows.append(_two_sided(olds[pair.old], news[pair.new], pair.moved, book))
    return rows


def _one_sided(line: _Line, side: Literal["old", "new"]) -> Row:
    text = line.unit.text
    if side == "old":
        return Row(line.address, "", "repealed", text, "", replaced(text, ""), line.depth)
    return Row("", line.address, "inserted", "", text, replaced("", text), line.depth)


def _two_sided(old: _Line, new: _Line, moved: bool, book: Codebook) -> Row:
    before, after = old.unit.text, new.unit.text
    hunks = line_hunks(before, after, book)
    if moved or (old.unit.label != new.unit.label and old.unit.label and new.unit.label):
        kind: RowKind = "moved"
    elif before == after:
        kind = "same"
    else:
        kind = "repealed" if new.unit.is_repealed and not old.unit.is_repealed else "replaced"
    return Row(old.address, new.address, kind, before, after, hunks, new.depth)


def line_hunks(old: str, new: str, book: Codebook) -> tuple[Hunk, ...]:
    """The hunks of one line, its label compared apart from its words."""
    label_old, body_old = _split(old)
    label_new, body_new = _split(new)
    if label_old == label_new:
        label: tuple[Hunk, ...] = (Hunk("equal", label_old),) if label_old else ()
    else:
        label = compare_words(label_old, label_new, book)
    return join([*label, *compare_words(body_old, body_new, book)])


def lines_hunks(old: str, new: str, book: Codebook) -> tuple[Hunk, ...]:
    """The hunks of a text of several lines, lines aligned first."""
    olds, news = old.splitlines(), new.splitlines()
    if "\n".join(olds) != old or "\n".join(news) != new:
        return compare_words(old, new, book)
    sides = [[Part("", (line,)) for line in lines] for lines in (olds, news)]
    pairs = align(sides[0], sides[1], book.encode)
    if any(pair.moved for pair in pairs):
        return compare_words(old, new, book)
    return _join_lines([
        replaced("", news[pair.new or 0]) if pair.old is None
        else replaced(olds[pair.old], "") if pair.new is None
        else line_hunks(olds[pair.old], news[pair.new], book)
        for pair in pairs
    ])  # fmt: skip


def _join_lines(lines: Iterable[tuple[Hunk, ...]]) -> tuple[Hunk, ...]:
    """Lines with the breaks between them: a break stands on a side when that side has a line before and a line now."""
    result: list[Hunk] = []
    has_old = has_new = False
    for hunks in lines:
        in_old = any(hunk.kind != "insert" for hunk in hunks)
        in_new = any(hunk.kind != "delete" for hunk in hunks)
        break_old, break_new = has_old and in_old, has_new and in_new
        if break_old and break_new:
            result.append(Hunk("equal", "\n"))
        elif break_old or break_new:
            result.append(Hunk("delete" if break_old else "insert", "\n"))
        result += hunks
        has_old, has_new = has_old or in_old, has_new or in_new
    return join(result)


# --- rows to changes --------------------------------------------------------------------------------


def _is_rewritten(rows: list[Row], book: Codebook) -> bool:
    """Whether so little of several lines is left that the section is a new one."""
    if len(rows) < 2:
        return False
    kept = sum(len(hunk.text) for row in rows for hunk in row.hunks if hunk.kind == "equal")
    total = sum(len(row.old) + len(row.new) for row in rows)
    return 2 * kept < REWRITTEN * total and not any(row.kind == "same" for row in rows)


def _whole(
    address: str, kind: ChangeKind, olds: list[_Line], news: list[_Line], rows: list[Row], moved_from: str = ""
) -> Change:
    old = "\n".join(line.unit.text for line in olds)
    new = "\n".join(line.unit.text for line in news)
    in_order = [row.old for row in rows if row.old_address] == [line.unit.text for line in olds]
    if kind == "moved" and in_order:
        hunks = _join_lines(row.hunks for row in rows)
    else:
        hunks = compare_texts(old, new) if kind == "moved" else replaced(old, new)
    return Change(address, kind, old, new, hunks, moved_from)


def _changes(rows: list[Row]) -> Iterator[Change]:
    """One change a row; a unit that came or went with all its items is one change."""
    position = 0
    while position < len(rows):
        row = rows[position]
        position += 1
        if row.kind == "same":
            continue
        group = [row]
        while position < len(rows) and _belongs(rows[position], row):
            group.append(rows[position])
            position += 1
        yield Change(
            row.new_address or row.old_address,
            row.kind,
            "\n".join(each.old for each in group if each.old_address),
            "\n".join(each.new for each in group if each.new_address),
            _join_lines(each.hunks for each in group),
            row.old_address if row.kind == "moved" else "",
        )


def _belongs(row: Row, head: Row) -> bool:
    """Whether a row is an item below ``head`` that came or went with it."""
    if row.kind != head.kind or head.kind == "replaced":
        return False
    below_old = bool(head.old_address) and row.old_address.startswith(head.old_address + ".")
    below_new = bool(head.new_address) and row.new_address.startswith(head.new_address + ".")
    return (below_old or not head.old_address) and (below_new or not head.new_address)


__all__ = [
    "ALGORITHM", "Change", "Comparison", "Hunk", "Row", "SectionDiff", "Unmarked", "compare_acts", "compare_texts",
    "unit_lines",
]  # fmt: skip
