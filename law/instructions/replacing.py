"""Units, sections, chapters and their names replaced by what a clause quotes."""

from __future__ import annotations

from dataclasses import replace

from law.act import Act, Division, read_units
from law.instructions import quoted, units
from law.instructions.addresses import cite, find_division, find_section, section_address
from law.instructions.cited import (
    check_listed,
    check_named,
    code_prefix,
    is_division,
    section_targets,
    unit_targets,
)
from law.instructions.model import Instruction
from law.instructions.placing import sections_in, with_marks
from law.instructions.refusals import Misfit, Why
from law.instructions.runs import replace_definition, replace_run
from law.instructions.tree import rewrite


def carry_out(act: Act, order: Instruction) -> Act:
    if order.targets[0].endswith(".heading"):
        return _replace_heading(act, order)
    if is_division(order.targets[0]):
        return _replace_division(act, order)
    kinds = {bool(address.steps) and address.steps[-1][0] for address in unit_targets(order)}
    if len(kinds) != 1:
        raise Misfit(Why.MIXED)
    if kinds == {False}:
        return _replace_sections(act, order)
    return _replace_units(act, order, str(kinds.pop()))


def _replace_heading(act: Act, order: Instruction) -> Act:
    if not all(target.endswith(".heading") for target in order.targets):
        raise Misfit(Why.MIXED)
    for target, lines in zip(order.targets, quoted.headings(order.quotation, len(order.targets)), strict=True):
        _, division = find_division(act, target.removesuffix(".heading"))
        check_named(order, target, division)
        act = rewrite(act, division, (replace(division, title=quoted.heading(lines, division)),))
    return act


def _replace_sections(act: Act, order: Instruction) -> Act:
    targets = section_targets(act, order)
    old = [find_section(act, target) for target in targets]
    new = quoted.sections(order.quotation, [section.label for section in old])
    for before, after in zip(old, new, strict=True):
        if before.until:
            raise Misfit(Why.TOGETHER, unit=before.heading)
        act = rewrite(act, before, (replace(after, notes=before.notes),))
    return act


def _replace_units(act: Act, order: Instruction, kind: str) -> Act:
    targets = unit_targets(order)
    lines = order.quotation
    if kind == "p":
        lines = quoted.paragraph_lines(lines, targets[0].section, [targets[0].steps[-1][1]])
        if len(quoted.paragraphs(lines)) != len(targets):
            return replace_run(act, order, targets, lines)
    stated = read_units("\n".join(lines))
    if kind == "def" and len(targets) == 1 and len(stated) > 1:
        return replace_definition(act, order, targets[0], stated)
    new = quoted.cited_units(lines, order.targets, targets, kind)
    for target, address, unit in zip(order.targets, targets, new, strict=True):
        section = find_section(act, address.section)
        path = units.find(section, target, address.steps)
        act = rewrite(act, section, (units.put(section, path, (unit,)),))
    return act


def _replace_division(act: Act, order: Instruction) -> Act:
    """A chapter with all its sections; those the new text no longer has stay as repealed."""
    if sum(is_division(target) for target in order.targets) != 1:
        raise Misfit(Why.SEVERAL_DIVISIONS)
    address, old = find_division(act, order.targets[0])
    check_listed(act, order, old)
    check_named(order, order.targets[0], old)
    stated = quoted.divisions(order.quotation, None, [section.label for section in sections_in(old)])
    new = stated[0]
    if len(stated) != 1 or not isinstance(new, Division) or (new.level, new.label) != (old.level, old.label):
        raise Misfit(Why.NOT_STATED, unit=cite(address))
    for section in sections_in(new):
        if section.label not in {other.label for other in sections_in(old)} and (
            act.get(section_address(act, f"{code_prefix(address)}s{section.label}")) is not None
        ):
            raise Misfit(Why.STANDS_OUTSIDE, unit=f"มาตรา {section.written}", home=cite(address))
    return rewrite(act, old, (with_marks(old, new),))
