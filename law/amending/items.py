"""What changed among the items of a paragraph, down to items inside items."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from law import numerals
from law.act import ITEM_LABEL, REPEALED, Unit, label_kind, unit_lines
from law.amending import citation
from law.amending.terms import Action, CannotAmend, Change, Problem, Target

# Shorter texts may be equal by chance, and do not show that an item was renumbered.
_TELLING = 12


@dataclass(slots=True)
class ItemChanges:
    """Compares the items of one paragraph.

    ``address`` of the paragraph; ``cited``: how a clause's target begins (with the paragraph only where ``named``
    gives its number). ``restate``: no form for items exists, the paragraph must be re-stated. ``kept``: items that
    stand in both texts, ``altered`` those of them that read otherwise.
    """

    address: str
    cited: str
    named: int | None
    section: str
    keep_items: bool = False
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    restate: bool = False
    kept: int = 0
    altered: int = 0

    def find(self, old: tuple[Unit, ...], new: tuple[Unit, ...], path: tuple[str, ...]) -> None:
        """Compare two lists of items that stand under ``path`` (labels from outside in)."""
        old_by, new_by = _by_label(old), _by_label(new)
        if not old or old_by is None or new_by is None:
            self.restate = True
            return
        self._renumbered(old_by, new_by, path)
        gone = [label for label in old_by if label not in new_by]
        self.problems += [self._missing(path, label) for label in gone]
        common = [label for label in new_by if label in old_by]
        if common != [label for label in old_by if label in new_by]:
            self.restate = True
            return
        previous = ""
        for at, unit in enumerate(new):
            if unit.label in old_by:
                self._pair(old_by[unit.label], unit, path, previous)
            else:
                self._insert(new, at, path)
            previous = unit.label

    def _pair(self, old: Unit, new: Unit, path: tuple[str, ...], previous: str) -> None:
        self.kept += 1
        if unit_lines(old) == unit_lines(new):
            return
        if new.is_repealed:
            self._add(Action.REPEAL, new, path, previous)
            return
        if old.is_repealed:
            self._add(Action.INSERT, new, path, previous)
            return
        inner = self._inside(old, new, path)
        lost = bool(inner.problems) and not inner.is_rewritten
        small = old.text == new.text and not inner.restate and (self.keep_items or not inner.is_too_much)
        if lost or small:
            self._adopt(inner)
        else:
            self.altered += 1
            self._add(Action.REPLACE, new, path, previous)

    def _inside(self, old: Unit, new: Unit, path: tuple[str, ...]) -> ItemChanges:
        """What changed among the items of an item; a list given up for other words is no loss."""
        inner = ItemChanges(self.address, self.cited, self.named, self.section, self.keep_items)
        same = old.text == new.text
        if old.items and (new.items or same):
            inner.find(old.items, new.items, (*path, old.label))
        else:
            inner.restate = True
        inner.kept += 1
        inner.altered += not same
        return inner

    def _adopt(self, inner: ItemChanges) -> None:
        self.changes += inner.changes
        self.problems += inner.problems
        self.kept += inner.kept - 1
        self.altered += inner.altered

    @property
    def is_rewritten(self) -> bool:
        """Whether more than half of what stands in both texts reads otherwise."""
        return self.altered * 2 > self.kept

    @property
    def is_too_much(self) -> bool:
        """Whether one clause for the whole is better than one for each item."""
        repeals = any(change.action is Action.REPEAL for change in self.changes)
        return self.is_rewritten and len(self.changes) > 1 and not repeals

    def _insert(self, new: tuple[Unit, ...], at: int, path: tuple[str, ...]) -> None:
        unit = new[at]
        before = new[at - 1].label if at else ""
        after = new[at + 1].label if at + 1 < len(new) else ""
        if not in_order(before, unit.label, after):
            self.restate = True
            return
        self._add(Action.INSERT, unit, path, before)

    def _add(self, action: Action, unit: Unit, path: tuple[str, ...], previous: str) -> None:
        inner = "".join(f".i{label}" for label in (*path, unit.label))
        within = citation.below(path, self.named, self.section)
        parent = self.address + "".join(f".i{label}" for label in path)
        last = self.changes[-1] if self.changes else None
        adjacent = last is not None and last.within_address == parent and last.address == f"{parent}.i{previous}"
        quoted = () if action is Action.REPEAL else tuple(unit_lines(unit))
        self.changes.append(
            Change(
                action,
                Target.ITEM,
                self.address + inner,
                self.cited + inner,
                citation.item(unit.label),
                within,
                quoted,
                parent,
                adjacent,
            )
        )

    def _missing(self, path: tuple[str, ...], label: str) -> Problem:
        address = self.address + "".join(f".i{part}" for part in (*path, label))
        name = citation.glue(citation.item(label), citation.below(path, self.named, self.section))
        sentence = f"{address}: {name} is missing in the new text; mark it (ยกเลิก) where it stood."
        return Problem(CannotAmend.MISSING, address, sentence)

    def _renumbered(self, old: dict[str, Unit], new: dict[str, Unit], path: tuple[str, ...]) -> None:
        moved = renumbered(
            {label: _body(unit) for label, unit in old.items()}, {label: _body(unit) for label, unit in new.items()}
        )
        for was, now in moved:
            address = self.address + "".join(f".i{part}" for part in (*path, was))
            sentence = (
                f"{address}: {citation.item(was)} of {self.section} stands in the new text as {citation.item(now)}; "
                "units are never renumbered: keep the numbers, give a new unit a number of its own such as "
                "(๒/๑), and mark what is taken out (ยกเลิก)."
            )
            self.problems.append(Problem(CannotAmend.RENUMBERED, address, sentence))


def renumbered(old: dict[str, str], new: dict[str, str]) -> list[tuple[str, str]]:
    """Units (label to text) that stand unchanged under another old label, while their own says something else.

    Words taken to a label that is new, or from a unit marked repealed, are a change of both and no renumbering.
    """
    counts = Counter(old.values())
    where = {text: label for label, text in old.items() if counts[text] == 1 and len(text) >= _TELLING}
    pairs = [(where[text], label) for label, text in new.items() if label in old and text in where]
    return [(was, now) for was, now in pairs if was != now and new.get(was) not in (old[was], REPEALED)]


def in_order(before: str, label: str, after: str) -> bool:
    """Whether a new label stands where its number puts it, between its neighbours (empty at the ends)."""
    neighbours = [other for other in (before, after) if other]
    if any(label_kind(other) != label_kind(label) for other in neighbours):
        return False
    own = numerals.order(label)
    return (not before or numerals.order(before) < own) and (not after or own < numerals.order(after))


def _by_label(items: tuple[Unit, ...]) -> dict[str, Unit] | None:
    by_label = {item.label: item for item in items}
    return by_label if len(by_label) == len(items) else None


def _body(unit: Unit) -> str:
    """The lines of an item without its own label."""
    first, *others = unit_lines(unit)
    match = ITEM_LABEL.match(first)
    return "\n".join([first[match.end() :] if match else first, *others])
