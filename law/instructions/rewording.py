"""Words changed in a whole act or in the units a clause lists."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from law.act import Act, Division, Kind, Node, Section, Unit
from law.instructions import units
from law.instructions.addresses import cite, find_division, find_section, unit_address
from law.instructions.model import Instruction, Words
from law.instructions.names import is_code
from law.instructions.refusals import Misfit, Why
from law.instructions.tree import rewrite

_JOINED = "ัำิีึืฺุู็่้๊๋์ํ๎"  # marks that hang on the letter before them


_Node = TypeVar("_Node", Section, Division)


class _Pen:
    """Changes words in lines and remembers which words it found. All changes are made at once, longest first."""

    def __init__(self, changes: tuple[Words, ...]) -> None:
        self.new = {change.old: change.new for change in changes}
        longest_first = sorted(self.new, key=len, reverse=True)
        self.pattern = re.compile(f"(?:{'|'.join(map(re.escape, longest_first))})(?![{_JOINED}])")
        self.found: set[str] = set()
        self.hits = 0

    def line(self, text: str) -> str:
        changed = self.pattern.sub(self._one, text)
        return text if changed == text else " ".join(changed.split())

    def _one(self, match: re.Match[str]) -> str:
        self.found.add(match[0])
        self.hits += 1
        return self.new[match[0]]

    def unit(self, unit: Unit) -> Unit:
        items = tuple(self.unit(item) for item in unit.items)
        text = self.line(unit.text)
        label = (
            self.pattern.sub(lambda match: self.new[match[0]], unit.label)
            if unit.kind is Kind.DEFINITION
            else unit.label
        )
        if unit.text and not text:
            raise Misfit(Why.NOTHING_LEFT, words=unit.text[:40])
        return replace(unit, text=text, label=label, items=items)

    def node(self, node: Node) -> Node:
        if isinstance(node, Section):
            return replace(node, units=tuple(self.unit(unit) for unit in node.units))
        children = tuple(self.node(child) for child in node.children)
        title = self.line(node.title)
        if node.title and not title:
            raise Misfit(Why.NOTHING_LEFT, words=f"{node.heading} {node.title}")
        return replace(node, title=title, children=children)


def change_words(act: Act, order: Instruction) -> Act:
    """``act`` with words changed where the clause says.

    :raises Misfit: where words or the units cited do not stand there.
    """
    pen = _Pen(order.words)
    changed = act
    if order.targets in {("*",), ()}:
        changed = _everywhere(changed, pen, in_code=is_code(order.act))
    for target in order.targets:
        if target != "*":
            changed = _in_unit(changed, target, pen)
    missing = [words for words in pen.new if words not in pen.found]
    if missing:
        raise Misfit(Why.WORDS_MISSING, words=missing[0])
    for target in order.kept:
        changed = _kept(changed, act, target)
    return changed


def _everywhere(act: Act, pen: _Pen, *, in_code: bool) -> Act:
    """An act that promulgates a code is two laws; the schedules stand behind the code and are its own."""
    if act.code is not None and not in_code:
        return replace(act, body=tuple(pen.node(node) for node in act.body))
    if act.code is not None:
        act = replace(act, code=replace(act.code, body=tuple(pen.node(node) for node in act.code.body)))
    else:
        act = replace(act, body=tuple(pen.node(node) for node in act.body))
    return replace(act, schedules=tuple(pen.line(line) for line in act.schedules))


def _kept(changed: Act, before: Act, target: str) -> Act:
    """A unit where the words stay, put back; words that were to stay must stand there."""
    address = unit_address(target)
    if address is None:
        new, old = (find_division(act, target)[1] for act in (changed, before))
        return rewrite(changed, new, (_unlike(old, new, target),))
    section, stood = (find_section(act, address.section) for act in (changed, before))
    if not address.steps:
        return rewrite(changed, section, (_unlike(stood, section, target),))
    path = units.find(stood, target, address.steps)
    unit = units.unit_at(stood, path)
    if unit == units.unit_at(section, path):
        raise Misfit(Why.WORDS_NOT_IN, unit=cite(target))
    return rewrite(changed, section, (units.put(section, path, (unit,)),))


def _unlike(old: _Node, new: _Node, target: str) -> _Node:
    if old == new:
        raise Misfit(Why.WORDS_NOT_IN, unit=cite(target))
    return old


def _in_unit(act: Act, target: str, pen: _Pen) -> Act:
    hits = pen.hits
    address = unit_address(target)
    node: Division | Section
    if address is None:
        node = find_division(act, target.removesuffix(".heading"))[1]
        changed = replace(node, title=pen.line(node.title)) if target.endswith(".heading") else pen.node(node)
    else:
        node = find_section(act, address.section)
        changed = pen.node(node) if not address.steps else _in_section(node, target, address.steps, pen)
    if pen.hits == hits:
        raise Misfit(Why.WORDS_NOT_IN, unit=cite(target))
    return rewrite(act, node, (changed,))


def _in_section(section: Section, target: str, steps: units.Steps, pen: _Pen) -> Section:
    path = units.find(section, target, steps)
    return units.put(section, path, (pen.unit(units.unit_at(section, path)),))
