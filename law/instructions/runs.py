"""Paragraphs or definitions replaced by more than are cited: ``ให้ยกเลิกความในวรรคสอง … “…”`` with two paragraphs.

The cited ones go, the quoted ones stand in their place, the others stay as they are. That is clear only where none of
the quoted ones says again what another one of the section says already. Fewer than cited are refused: one may be lost;
so is a definition whose term is not quoted again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from law.act import Act, Kind, Unit, read_units, unit_lines
from law.instructions import units
from law.instructions.addresses import UnitAddress, cite, find_section
from law.instructions.model import Instruction
from law.instructions.refusals import Misfit, Why
from law.instructions.tree import rewrite
from law.reading.wrapping import goes_over_page

# From this likeness (0-100) on a quoted paragraph may be another one of the section, stated again.
_SAME = 80


def replace_run(act: Act, order: Instruction, targets: list[UnitAddress], lines: Sequence[str]) -> Act:
    """``act`` with the cited paragraphs, which follow each other, replaced by all that is quoted.

    :raises Misfit: where it is not clear what the quoted paragraphs stand for.
    """
    new = read_units("\n".join(lines))
    section = find_section(act, targets[0].section)
    paths = [units.find(section, cited, address.steps) for cited, address in zip(order.targets, targets, strict=True)]
    first, last = paths[0][0], paths[-1][0]
    count = {"found": len(new), "cited": len(targets)}
    if any(unit.kind is not Kind.PARAGRAPH or not unit.text for unit in new) or len(new) < len(targets):
        raise Misfit(Why.COUNT, **count)
    if len({address.section for address in targets}) > 1 or any(b[0] != a[0] + 1 for a, b in pairwise(paths)):
        raise Misfit(Why.COUNT_APART, **count)
    if any(goes_over_page(before, line) for before, line in pairwise(lines)):
        raise Misfit(Why.COUNT_BROKEN, **count)
    others = (*section.units[:first], *section.units[last + 1 :])
    if any(_is_stated_again(unit, other) for unit in new for other in others):
        raise Misfit(Why.COUNT_REPEATED, **count)
    changed = replace(section, units=(*section.units[:first], *new, *section.units[last + 1 :]))
    return rewrite(act, section, (changed,))


def replace_definition(act: Act, order: Instruction, target: UnitAddress, new: Sequence[Unit]) -> Act:
    """``act`` with the cited definition replaced by all that are quoted, its own term among them.

    :raises Misfit: where something else is quoted, or a term that stands in the section or comes twice.
    """
    section = find_section(act, target.section)
    path = units.find(section, order.targets[0], target.steps)
    terms = [unit.label for unit in new]
    others = {unit.label for unit in section.units if unit.kind is Kind.DEFINITION} - {section.units[path[0]].label}
    if any(unit.kind is not Kind.DEFINITION for unit in new) or len(path) > 1 or len(set(terms)) < len(terms):
        raise Misfit(Why.COUNT, found=len(new), cited=1)
    if section.units[path[0]].label not in terms:
        raise Misfit(Why.NOT_WHERE, unit=cite(order.targets[0]), words=new[0].text[:40])
    if not others.isdisjoint(terms):
        raise Misfit(Why.COUNT_REPEATED, found=len(new), cited=1)
    changed = replace(section, units=(*section.units[: path[0]], *new, *section.units[path[0] + 1 :]))
    return rewrite(act, section, (changed,))


def _is_stated_again(new: Unit, standing: Unit) -> bool:
    return fuzz.ratio("\n".join(unit_lines(new)), "\n".join(unit_lines(standing))) >= _SAME
