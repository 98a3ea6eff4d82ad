"""Units, sections and chapters repealed: their labels stay, with the mark (ยกเลิก)."""

from __future__ import annotations

from dataclasses import replace

from law.act import REPEALED, Act, Node, Section
from law.instructions import units
from law.instructions.addresses import cite, find_division, find_section, unit_address
from law.instructions.cited import check_listed, check_named, is_division, section_targets
from law.instructions.model import Instruction
from law.instructions.placing import repealed_section
from law.instructions.refusals import Misfit, Why
from law.instructions.tree import rewrite


def carry_out(act: Act, order: Instruction) -> Act:
    named = [target for target in order.targets if is_division(target)]
    if named:
        return _repeal_divisions(act, order, named)
    sections = [target for target in section_targets(act, order) if not _steps(target)]
    for target in sections:
        section = find_section(act, target)
        if section.is_repealed:
            raise Misfit(Why.REPEALED_ALREADY, unit=cite(target))
        act = rewrite(act, section, (repealed_section(section),))
    for target in (target for target in order.targets if _steps(target)):
        act = _repeal_unit(act, target)
    return act


def _steps(target: str) -> bool:
    address = unit_address(target)
    return bool(address and address.steps)


def _repeal_unit(act: Act, target: str) -> Act:
    address = unit_address(target)
    if address is None:
        raise Misfit(Why.MIXED)
    section = find_section(act, address.section)
    path = units.find(section, target, address.steps)
    unit = units.unit_at(section, path)
    if unit.is_repealed:
        raise Misfit(Why.REPEALED_ALREADY, unit=cite(target))
    return rewrite(act, section, (units.put(section, path, (units.repealed(unit),)),))


def _repeal_divisions(act: Act, order: Instruction, named: list[str]) -> Act:
    if any(target.endswith(".heading") for target in named):
        raise Misfit(Why.HEADING_REPEALED)
    if len(named) == 1:
        check_listed(act, order, find_division(act, named[0])[1])
    elif len(named) != len(order.targets):
        raise Misfit(Why.SEVERAL_LISTED)
    for target in named:
        _, division = find_division(act, target)
        check_named(order, target, division)
        if division.title == REPEALED:
            raise Misfit(Why.REPEALED_ALREADY, unit=cite(target))
        act = rewrite(act, division, (_repealed_node(division),))
    return act


def _repealed_node(node: Node) -> Node:
    if isinstance(node, Section):
        return node if node.is_repealed else repealed_section(node)
    return replace(node, title=REPEALED, children=tuple(_repealed_node(child) for child in node.children))
