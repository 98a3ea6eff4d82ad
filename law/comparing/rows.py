"""The lines of one section, old beside new, and the changes they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from law.act import ITEM_LABEL, Act, Section, Unit, is_repealed_text
from law.comparing.align import Part, align
from law.comparing.codebook import Codebook
from law.comparing.comparison import Change, ChangeKind, Row, RowKind, Unmarked
from law.comparing.hunks import Hunk, compare_words, join, keeps_little, replaced
from law.reading.normalise import Mends, mend


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's own line: where it stands and how deep."""

    address: str
    unit: Unit
    depth: int


def section_lines(act: Act) -> dict[str, list[Line]]:
    """The lines of every section, by the section's address."""
    lines: dict[str, list[Line]] = {}
    depths: dict[str, int] = {}
    current: list[Line] = []
    for address, place in act.places().items():
        if isinstance(place.node, Section):
            current = lines[address] = []
            depths = {address: -1}
        elif isinstance(place.node, Unit):
            depth = depths[address] = depths[place.parent] + 1
            if place.node.text:
                current.append(Line(address, place.node, depth))
    return lines


# --- lines side by side ---------------------------------------------------------------------------


def compare_lines(olds: Sequence[Line], news: Sequence[Line], book: Codebook) -> list[Row]:
    """The rows of a section that stands on both sides, in the order of the new text."""
    pairs = align([_part(line) for line in olds], [_part(line) for line in news], book)
    rows = []
    for pair in pairs:
        old = olds[pair.old] if pair.old is not None else None
        new = news[pair.new] if pair.new is not None else None
        if old and new:
            rows.append(_two_sided(old, new, pair.moved, book))
        elif old:
            rows.append(gone_row(old))
        elif new:
            rows.append(new_row(new))
    return rows


def gone_row(line: Line) -> Row:
    """A line of the old text only."""
    return Row(line.address, "", "repealed", line.unit.text, "", replaced(line.unit.text, ""), line.depth)


def new_row(line: Line) -> Row:
    """A line of the new text only."""
    return Row("", line.address, "inserted", "", line.unit.text, replaced("", line.unit.text), line.depth)


def _part(line: Line) -> Part:
    unit = line.unit
    return Part(unit.label, (split_label(unit.text)[1],), unit.kind, is_repealed_text(unit.text))


def split_label(text: str) -> tuple[str, str]:
    """A line's label with the space after it (empty where there is none), and the rest."""
    label = ITEM_LABEL.match(text)
    return (label[0], text[label.end() :]) if label else ("", text)


def _two_sided(old: Line, new: Line, moved: bool, book: Codebook) -> Row:
    before, after = old.unit.text, new.unit.text
    hunks = line_hunks(before, after, book)
    kind: RowKind = "replaced"
    if moved or (old.unit.label != new.unit.label and old.unit.label and new.unit.label):
        kind = "moved"
    elif before == after or why_unmarked(before, after):
        kind = "same"
    elif new.unit.is_repealed and not old.unit.is_repealed:
        kind = "repealed"
    return Row(old.address, new.address, kind, before, after, hunks, new.depth)


def line_hunks(old: str, new: str, book: Codebook) -> tuple[Hunk, ...]:
    """The hunks of one line, its label compared apart from its words."""
    label_old, body_old = split_label(old)
    label_new, body_new = split_label(new)
    body = compare_words(body_old, body_new, book)
    if not label_old and not label_new:
        return body
    label = (Hunk("equal", label_old),) if label_old == label_new else replaced(label_old, label_new)
    return join([*label, *body])


# --- texts of several lines -------------------------------------------------------------------------


def text_hunks(old: str, new: str, book: Codebook) -> tuple[Hunk, ...]:
    """The hunks of a text of several lines, lines aligned first."""
    olds, news = old.split("\n"), new.split("\n")
    sides = []
    for pair in align(_plain_parts(olds), _plain_parts(news), book, moves=False):
        before = None if pair.old is None else olds[pair.old]
        after = None if pair.new is None else news[pair.new]
        sides += [(before, after)]
    return join_lines((before, after, line_hunks(before or "", after or "", book)) for before, after in sides)


def _plain_parts(lines: Iterable[str]) -> list[Part]:
    return [Part("", (line,)) for line in lines]


def join_lines(lines: Iterable[tuple[str | None, str | None, tuple[Hunk, ...]]]) -> tuple[Hunk, ...]:
    """Lines (old, new, hunks; None where there is none on that side) as one text, with the breaks between them."""
    result: list[Hunk] = []
    has_old = has_new = False
    for old, new, hunks in lines:
        break_old, break_new = has_old and old is not None, has_new and new is not None
        if break_old and break_new:
            result.append(Hunk("equal", "\n"))
        elif break_old or break_new:
            result.append(Hunk("delete" if break_old else "insert", "\n"))
        result += hunks
        has_old, has_new = has_old or old is not None, has_new or new is not None
    return join(result)


def join_rows(rows: Iterable[Row]) -> tuple[Hunk, ...]:
    """The hunks of rows as one text."""
    return join_lines(
        (row.old if row.old_address else None, row.new if row.new_address else None, row.hunks) for row in rows
    )


# --- rows to changes --------------------------------------------------------------------------------


def is_rewritten(rows: Sequence[Row]) -> bool:
    """Whether so little of several lines is left that the section is a new one."""
    if len(rows) < 2 or any(row.kind == "same" for row in rows):
        return False
    kept = sum(len(hunk.text) for row in rows for hunk in row.hunks if hunk.kind == "equal")
    return keeps_little(kept, sum(len(row.old) for row in rows), sum(len(row.new) for row in rows))


def whole_change(
    address: str, kind: ChangeKind, olds: Sequence[Line], news: Sequence[Line], book: Codebook, moved_from: str = ""
) -> Change:
    """A section that came, went, moved or was rewritten as one change."""
    old = "\n".join(line.unit.text for line in olds)
    new = "\n".join(line.unit.text for line in news)
    hunks = text_hunks(old, new, book) if kind == "moved" else replaced(old, new)
    return Change(address, kind, old, new, hunks, moved_from)


def row_changes(rows: Sequence[Row]) -> Iterator[Change]:
    """One change a row; a unit that came, went or moved with its items is one change."""
    position = 0
    while position < len(rows):
        row = rows[position]
        end = position + 1
        if row.kind != "same":
            while end < len(rows) and _belongs(rows[end], row):
                end += 1
            yield _change(rows[position:end])
        position = end


def _change(group: Sequence[Row]) -> Change:
    head = group[0]
    kind: ChangeKind = "replaced" if head.kind == "same" else head.kind
    return Change(
        head.new_address or head.old_address,
        kind,
        "\n".join(row.old for row in group if row.old_address),
        "\n".join(row.new for row in group if row.new_address),
        join_rows(group),
        head.old_address if kind == "moved" else "",
    )


def _belongs(row: Row, head: Row) -> bool:
    """Whether a row is an item below ``head`` that came, went or moved with it."""
    if head.kind == "replaced" or (row.kind != head.kind and not (head.kind == "moved" and row.kind == "same")):
        return False
    sides = ((head.old_address, row.old_address), (head.new_address, row.new_address))
    return all(below.startswith(f"{above}.") if above else not below for above, below in sides)


# --- differences that are no words --------------------------------------------------------------------

_SPACE_THAT_MATTERS = re.compile(r"(?<=[0-9๐-๙A-Za-z])\s+(?=[0-9๐-๙A-Za-z])")
_NO_CONSONANT = re.compile("[^ก-ฮ]+")


def why_unmarked(old: str, new: str) -> Literal["", "spacing", "signs"]:
    """Why two texts differ in no words: spaces only, other code points for the same signs; empty where they do not."""
    if old == new:
        return ""
    if "".join(old.split()) == "".join(new.split()):
        return "spacing" if _spaces_that_matter(old) == _spaces_that_matter(new) else ""
    if _NO_CONSONANT.sub("", old) != _NO_CONSONANT.sub("", new):
        return ""
    old, new = mend(old, Mends()), mend(new, Mends())
    same = "".join(old.split()) == "".join(new.split()) and _spaces_that_matter(old) == _spaces_that_matter(new)
    return "signs" if same else ""


def _spaces_that_matter(text: str) -> str:
    return "".join(_SPACE_THAT_MATTERS.sub("\0", text).split())


def unmarked_rows(rows: Iterable[Row]) -> Iterator[Unmarked]:
    """What is said and not marked of a section's lines."""
    for row in rows:
        code = why_unmarked(row.old, row.new) if row.kind == "same" else ""
        if code:
            yield Unmarked(row.new_address, code)
