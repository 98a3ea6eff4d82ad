"""Random edits of every kind on any act: what a drafter could have done, as a new tree.

Every edit is one that a clause exists for. Seeded by ``random.Random``, so that a failing case can be made again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from law.act import Act, Division, Node
from tests.law.edits_of_divisions import (
    insert_division,
    insert_heading,
    insert_last_division,
    repeal_division,
    replace_heading,
    rewrite_division,
)
from tests.law.edits_of_schedules import edit_schedules
from tests.law.edits_of_sections import insert_first, insert_sections, replace_neighbours, singles
from tests.law.edits_of_units import SECTION_EDITS, EditSection


@dataclass(slots=True)
class Editing:
    """An act under edit. ``touched``: addresses of sections and divisions that an edit was made in."""

    old: Act
    new: Act
    random: Random
    kinds: list[str] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)

    def make(self, kind: str) -> bool:
        """Try one edit of a kind somewhere; whether a place for it was found."""
        made = ACT_EDITS[kind](self) if kind in ACT_EDITS else self._in_section(SECTION_EDITS[kind])
        if made:
            self.kinds.append(kind)
        return made

    def _in_section(self, edit: EditSection) -> bool:
        sections = [
            (address, section)
            for address, section in singles(self.new).items()
            if not section.is_repealed and address not in self.touched
        ]
        for address, section in self.random.sample(sections, min(len(sections), 40)):
            changed = edit(section, self.random)
            if changed is not None and changed.text != section.text:
                self.put(section, (changed,))
                self.touched.add(address)
                return True
        return False

    def put(self, node: Node, instead: tuple[Node, ...]) -> None:
        """Other nodes in the place of one."""
        code = self.new.code
        if code is not None:
            code = replace(code, body=_put(code.body, node, instead))
        self.new = replace(self.new, body=_put(self.new.body, node, instead), code=code)


def random_edit(act: Act, random: Random, edits: int = 3) -> Editing:
    """An act with up to ``edits`` random edits, never two in one section."""
    editing = Editing(act, act, random)
    for _ in range(edits):
        editing.make(random.choice(KINDS))
    return editing


def _put(nodes: tuple[Node, ...], node: Node, instead: tuple[Node, ...]) -> tuple[Node, ...]:
    result: list[Node] = []
    for other in nodes:
        if other is node:
            result += instead
        elif isinstance(other, Division):
            result.append(replace(other, children=_put(other.children, node, instead)))
        else:
            result.append(other)
    return tuple(result)


__all__ = ["ACT_EDITS", "KINDS", "Editing", "random_edit", "singles"]

ACT_EDITS: dict[str, Callable[[Editing], bool]] = {
    "insert_sections": insert_sections,
    "insert_first": insert_first,
    "replace_neighbours": replace_neighbours,
    "replace_heading": replace_heading,
    "repeal_division": repeal_division,
    "rewrite_division": rewrite_division,
    "insert_division": insert_division,
    "insert_heading": insert_heading,
    "insert_last_division": insert_last_division,
    "edit_schedules": edit_schedules,
}
KINDS: tuple[str, ...] = (*SECTION_EDITS, *ACT_EDITS)
