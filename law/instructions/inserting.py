"""Sections, chapters, items, paragraphs and definitions inserted."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from law.act import Act, Division, Kind, Node, Section, Unit
from law.instructions import quoted, units
from law.instructions.addresses import UnitAddress, cite, find_section, section_address, unit_address
from law.instructions.cited import check_named, code_prefix, is_division, unit_targets
from law.instructions.model import Instruction
from law.instructions.over import insert_heading
from law.instructions.placing import insert_division, insert_section
from law.instructions.refusals import Misfit, Why
from law.instructions.tree import rewrite


def carry_out(act: Act, order: Instruction, original: Act) -> Act:
    if is_division(order.targets[0]):
        return _insert_divisions(act, order)
    targets = unit_targets(order)
    kinds = {address.steps[-1][0] if address.steps else "s" for address in targets}
    if len(kinds) != 1:
        raise Misfit(Why.MIXED)
    kind = kinds.pop()
    if kind == "s":
        return _insert_sections(act, order, targets)
    if len({(address.section, address.steps[:-1]) for address in targets}) != 1:
        raise Misfit(Why.PLACES_DIFFER)
    section = find_section(act, targets[0].section)
    lines = order.quotation
    if kind == "p":
        lines = quoted.paragraph_lines(lines, targets[0].section, [targets[0].steps[-1][1]])
    new = quoted.cited_units(lines, order.targets, targets, kind)
    if section.is_repealed:
        raise Misfit(Why.REPEALED, unit=cite(targets[0].section))
    changed = {"i": _insert_items, "p": _insert_paragraphs, "def": _insert_definitions}[kind](
        section, order, targets, new, original
    )
    return rewrite(act, section, (changed,))


def _insert_sections(act: Act, order: Instruction, targets: list[UnitAddress]) -> Act:
    labels = [address.section.removeprefix("code.")[1:] for address in targets]
    for section in quoted.sections(order.quotation, labels):
        act = insert_section(act, section, code_prefix(order.targets[0]), order.placement)
    return act


def _insert_divisions(act: Act, order: Instruction) -> Act:
    if len(order.targets) == 1 and order.targets[0].endswith(".heading"):
        return insert_heading(act, order)
    listed = [target.removeprefix("code.")[1:] for target in order.targets if not is_division(target)]
    named = [target.removeprefix("code.") for target in order.targets if is_division(target)]
    tops = [target for target in named if not any(target.startswith(f"{other}.") for other in named)]
    stated = quoted.divisions(order.quotation, listed or None)
    if len(stated) != len(tops):
        raise Misfit(Why.DIVISION_COUNT, found=len(stated), cited=len(tops))
    for target, node in zip(tops, stated, strict=True):
        outer, _, own = target.rpartition(".")
        within = {f"{outer}.{address}" if outer else address: part for address, part in _divisions_in(node)}
        missing = [
            other for other in named if other not in within and (other == target or other.startswith(f"{target}."))
        ]
        if missing or not isinstance(node, Division) or own != f"{node.level.value}{node.label}":
            raise Misfit(Why.NOT_STATED, unit=cite((missing or [target])[0]))
        for address in filter(within.__contains__, named):
            check_named(order, code_prefix(order.targets[0]) + address, within[address], quoted=True)
        place = replace(order.placement, division=outer or order.placement.division)
        act = insert_division(act, node, code_prefix(order.targets[0]), place)
    return act


def _divisions_in(node: Node, outer: str = "") -> list[tuple[str, Division]]:
    """A new division and those in it, with their addresses."""
    if not isinstance(node, Division):
        return []
    own = f"{outer}{node.level.value}{node.label}"
    return [(own, node), *(found for child in node.children for found in _divisions_in(child, f"{own}."))]


def _insert_items(
    section: Section, order: Instruction, targets: list[UnitAddress], new: tuple[Unit, ...], original: Act
) -> Section:
    for target, address, unit in zip(order.targets, targets, new, strict=True):
        path, inside = units.item_neighbour(section, target, address.steps[:-1], address.steps[-1][1])
        standing = [item for item in _siblings(section, path, inside=inside) if item.label == unit.label]
        if standing:
            section = units.put(section, units.find(section, target, address.steps), (unit,))
        elif inside:
            parent = units.unit_at(section, path)
            section = units.put(section, path, (replace(parent, items=(unit, *parent.items)),))
        else:
            section = units.put_after(section, path, (unit,))
    return section


def _siblings(section: Section, path: units.Path, *, inside: bool) -> tuple[Unit, ...]:
    return units.unit_at(section, path if inside else path[:-1]).items


def _insert_paragraphs(
    section: Section, order: Instruction, targets: list[UnitAddress], new: tuple[Unit, ...], original: Act
) -> Section:
    numbers = [address.steps[-1][1] for address in targets]
    if numbers == ["last"] and len(targets[0].steps) == 1:
        return replace(section, units=(*section.units, *new))
    if "last" in numbers or any(int(after) != int(before) + 1 for before, after in pairwise(numbers)):
        raise Misfit(Why.NOT_CONSECUTIVE)
    if len(targets[0].steps) != 1:
        raise Misfit(Why.UNTOLD_PARAGRAPH, unit=cite(order.targets[0]))
    places = units.paragraph_places(section)
    first = int(numbers[0])
    if first > len(places) + 1:
        raise Misfit(Why.TOO_FEW_PARAGRAPHS, unit=cite(order.targets[0]), count=len(places))
    at = places[first - 1] if first <= len(places) else len(section.units)
    return replace(section, units=(*section.units[:at], *new, *section.units[at:]))


def _insert_definitions(
    section: Section, order: Instruction, targets: list[UnitAddress], new: tuple[Unit, ...], original: Act
) -> Section:
    for target, address in zip(order.targets, targets, strict=True):
        standing = [unit for unit in section.units if units.is_definition(unit, address.steps[-1][1])]
        if any(not unit.is_repealed for unit in standing):
            raise Misfit(Why.STANDS_ALREADY, unit=cite(target))
        section = replace(section, units=tuple(unit for unit in section.units if unit not in standing))
    at = _definition_place(section, order, original)
    return replace(section, units=(*section.units[:at], *new, *section.units[at:]))


def _definition_place(section: Section, order: Instruction, original: Act) -> int:
    """Index at which inserted definitions begin: what the clause names must stand so in the act."""
    after = _definition_index(section, order.placement.after, last=True)
    before = _definition_index(section, order.placement.before, last=False)
    if after is None and before is None:
        raise Misfit(Why.NO_PLACE)
    if after is None:
        return before or 0
    if before is None:
        return after + 1
    if before <= after:
        raise Misfit(Why.OTHER_ORDER)
    found = unit_address(order.targets[0])
    old = original.get(section_address(original, found.section)) if found else None
    between = [unit for unit in section.units[after + 1 : before] if unit.kind is Kind.DEFINITION]
    if isinstance(old, Section) and any(unit in old.units for unit in between):
        raise Misfit(Why.NOT_NEIGHBOURS)
    return before


def _definition_index(section: Section, name: str, *, last: bool) -> int | None:
    if not name:
        return None
    term = name.removeprefix("def:")
    if not term:
        defined = [index for index, unit in enumerate(section.units) if unit.kind is Kind.DEFINITION]
        if not defined:
            raise Misfit(Why.NO_PLACE)
        return defined[-1 if last else 0]
    places = [index for index, unit in enumerate(section.units) if units.is_definition(unit, term)]
    if len(places) != 1:
        raise Misfit(Why.DEFINITION_MISSING, term=term)
    return places[0]
