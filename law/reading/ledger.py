"""The ledger: characters in = characters placed + characters reported as unplaced.

What was placed is counted in the finished tree, not inferred, so that the ledger can fail.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from law.act import Act, Division, Node, Section, Unit
from law.reading.normalise import Mends, visible


@dataclass(frozen=True, slots=True)
class Ledger:
    """Characters that are not white space: those that came in, those placed in the tree, and the texts left over."""

    chars_in: int
    chars_placed: int
    unplaced: tuple[str, ...] = ()

    @property
    def balanced(self) -> bool:
        """Whether every character is accounted for."""
        return self.chars_in == self.chars_placed + sum(map(visible, self.unplaced))


def balance(text: str, act: Act, mends: Mends, unplaced: tuple[str, ...]) -> Ledger:
    """Weigh ``text`` against the tree; characters that mending took away or added are accounted for."""
    return Ledger(visible(text), act_characters(act) + mends.removed - mends.added, unplaced)


def act_characters(act: Act) -> int:
    """Visible characters that the tree of an act holds."""
    count = sum(map(visible, (*act.heading, *act.preamble, *act.closing, *act.schedules, *act.remarks)))
    count += _nodes(act.body)
    if act.code is not None:
        code = act.code
        count += sum(map(visible, (*code.contents, *code.heading, *code.closing))) + _nodes(code.body)
    for tail in act.tail:
        count += visible(tail.title) + _marks(tail.notes) + _nodes(tail.body)
        count += sum(map(visible, (*tail.opening, *tail.lines)))
    return count + sum(_marks((note.marker,)) + visible(note.text) for note in act.footnotes)


def _nodes(nodes: Iterable[Node]) -> int:
    count = 0
    for node in nodes:
        count += visible(node.heading) + _marks(node.notes)
        if isinstance(node, Section):
            count += _units(node.units)
        elif isinstance(node, Division):
            count += visible(node.title) + _nodes(node.children)
    return count


def _units(units: Iterable[Unit]) -> int:
    return sum(
        visible(unit.text) + _marks(unit.notes) + sum(map(visible, unit.remarks)) + _units(unit.items) for unit in units
    )


def _marks(markers: tuple[str, ...]) -> int:
    return sum(len(marker) + 2 for marker in markers)
