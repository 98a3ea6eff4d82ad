"""Canonical text -> units: the lines of a section, items nested by the kind of their labels."""

from __future__ import annotations

from dataclasses import dataclass, field

from law import numerals
from law.tree.labels import DEEPEST, DEFINITION, ITEM_LABEL, label_kind
from law.tree.nodes import Kind, Unit


def read_units(text: str) -> tuple[Unit, ...]:
    """Canonical text -> units: the inverse of ``units_text``. Blank lines are skipped, spaces made single."""
    builder = UnitBuilder()
    for line in text.splitlines():
        line = " ".join(line.split())
        if line:
            builder.add(line)
    return builder.units()


@dataclass(slots=True)
class _Open:
    kind: Kind
    text: str
    label: str
    notes: tuple[str, ...] = ()
    items: list[_Open] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def close(self) -> Unit:
        items = tuple(item.close() for item in self.items)
        return Unit(self.kind, self.text, self.label, items, self.notes, tuple(self.remarks))


class UnitBuilder:
    """Puts lines together as units, nesting items by the kind of their labels.

    A label whose kind is open already goes on with that list; another kind, or a first label (``(๑)``, ``(ก)``)
    under a list of another kind, opens a list inside the item above.
    """

    def __init__(self) -> None:
        self._top: list[_Open] = []
        self._stack: list[_Open] = []

    def add(self, line: str, notes: tuple[str, ...] = ()) -> None:
        """Take one canonical line, with the footnote markers that stood at it."""
        match = ITEM_LABEL.match(line)
        if match is not None:
            bracket = "(" if line.startswith("(") else ""
            text = f"{bracket}{match['label']}) {line[match.end() :]}".strip()
            self._add_item(_Open(Kind.ITEM, text, numerals.plain(match["label"]), notes))
            return
        definition = DEFINITION.match(line)
        kind = Kind.DEFINITION if definition else Kind.PARAGRAPH
        self._top.append(_Open(kind, line, definition["term"].strip() if definition else "", notes))
        self._stack = []

    def add_remark(self, remark: str) -> None:
        """Take a bracketed note of the editors: it stands behind the unit added last."""
        if not self._top:
            self._top.append(_Open(Kind.PARAGRAPH, "", ""))
        (self._stack[-1] if self._stack else self._top[-1]).remarks.append(remark)

    def join(self, line: str, notes: tuple[str, ...] = ()) -> None:
        """Take a line that goes on with the unit added last: a citation wrapped to the start of a line."""
        last = self._stack[-1] if self._stack else self._top[-1]
        last.text = f"{last.text} {line}".strip()
        last.notes += notes

    @property
    def is_empty(self) -> bool:
        """Whether nothing was taken yet."""
        return not self._top

    @property
    def last_text(self) -> str:
        """The text of the unit added last."""
        return (self._stack[-1] if self._stack else self._top[-1]).text if self._top else ""

    def units(self) -> tuple[Unit, ...]:
        """All lines taken so far, as units."""
        return tuple(unit.close() for unit in self._top)

    def _add_item(self, item: _Open) -> None:
        if not self._top:
            self._top.append(_Open(Kind.PARAGRAPH, "", ""))
        kind = label_kind(item.label)
        kinds = [label_kind(open_item.label) for open_item in self._stack]
        opens_inside = numerals.is_first(item.label) and kinds and kinds[-1] != kind and len(kinds) < DEEPEST
        if kind in kinds and not opens_inside:
            del self._stack[len(kinds) - 1 - kinds[::-1].index(kind) :]
        del self._stack[DEEPEST:]
        parent = self._stack[-1] if self._stack else self._top[-1]
        parent.items.append(item)
        self._stack.append(item)
