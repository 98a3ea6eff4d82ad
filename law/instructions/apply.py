"""Instructions applied to an act, one after another; each cites the act as the ones before it have left it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from law import numerals
from law.act import REPEALED, Act, Division, Kind, Node, Section, Unit, read_units
from law.instructions import quoted, units
from law.instructions.addresses import (
    Misfit,
    UnitAddress,
    cite,
    find_division,
    find_section,
    section_address,
    unit_address,
)
from law.instructions.model import Action, Instruction
from law.instructions.placing import insert_division, insert_section, sections_in
from law.instructions.rewording import change_words
from law.instructions.tree import rewrite

MIXED = "units of different kinds are cited for one quotation"


def apply_instruction(act: Act, order: Instruction, original: Act) -> Act:
    """``act`` with one instruction carried out. ``original``: the act before the bill.

    :raises Misfit: where it does not fit.
    """
    if order.action is Action.CHANGE_WORDS:
        return change_words(act, order)
    if order.targets == ("*",):
        raise Misfit("the law is repealed as a whole, so there is no amended text")
    if "schedule" in order.targets:
        raise Misfit("a schedule is replaced; schedules are not amended by this program")
    carry_out = {Action.REPLACE: _replace, Action.INSERT: _insert, Action.REPEAL: _repeal}[order.action]
    amended = carry_out(act, order, original)
    _check_reads_back(amended, act, order)
    return amended


def _check_reads_back(amended: Act, act: Act, order: Instruction) -> None:
    """Every touched section, printed and read again, has the same units."""
    for target in order.targets:
        found = unit_address(target)
        if found is None:
            continue
        section = amended.get(section_address(amended, found.section))
        before = act.get(section_address(act, found.section))
        if not isinstance(section, Section) or (isinstance(before, Section) and not _reads_back(before)):
            continue
        if not _reads_back(section):
            raise Misfit(f"{cite(found.section)} as amended would not be read as it is meant")


def _reads_back(section: Section) -> bool:
    return _shape(read_units(section.text)) == _shape(section.units)


def _shape(read: tuple[Unit, ...]) -> list[object]:
    return [(unit.kind, unit.text, unit.label, _shape(unit.items)) for unit in read]


def _unit_targets(order: Instruction) -> list[UnitAddress]:
    found = [unit_address(target) for target in order.targets]
    if any(address is None for address in found):
        raise Misfit(MIXED)
    return [address for address in found if address is not None]


def _is_division(target: str) -> bool:
    return unit_address(target) is None


def _section_targets(act: Act, order: Instruction) -> list[str]:
    """The addresses of cited sections; a range takes in all that stands between its ends in the act."""
    targets = [target for target in order.targets if not _is_division(target)]
    for first, last in order.ranges:
        if _is_division(first) or unit_address(first).steps:  # type: ignore[union-attr]
            continue
        targets = [target for target in targets if not _is_between(target, first, last)]
        targets += _between(act, first, last)
    return targets


def _is_between(target: str, first: str, last: str) -> bool:
    label, low, high = (numerals.order(address.removeprefix("code.")[1:]) for address in (target, first, last))
    return low <= label <= high


def _between(act: Act, first: str, last: str) -> list[str]:
    find_section(act, first)
    find_section(act, last)
    addresses = list(act.sections())
    start, end = (addresses.index(section_address(act, address)) for address in (first, last))
    if start >= end:
        raise Misfit(f"{cite(first)} does not stand before {cite(last)}")
    return addresses[start : end + 1]


# --- replacing --------------------------------------------------------------------------------------------


def _replace(act: Act, order: Instruction, original: Act) -> Act:
    if order.targets[0].endswith(".heading"):
        return _replace_heading(act, order)
    if _is_division(order.targets[0]):
        return _replace_division(act, order)
    kinds = {bool(address.steps) and address.steps[-1][0] for address in _unit_targets(order)}
    if len(kinds) != 1:
        raise Misfit(MIXED)
    if kinds == {False}:
        return _replace_sections(act, order)
    return _replace_units(act, order, str(kinds.pop()))


def _replace_heading(act: Act, order: Instruction) -> Act:
    if len(order.targets) != 1:
        raise Misfit(MIXED)
    _, division = find_division(act, order.targets[0].removesuffix(".heading"))
    return rewrite(act, division, (replace(division, title=quoted.heading(order.quotation, division)),))


def _replace_sections(act: Act, order: Instruction) -> Act:
    targets = _section_targets(act, order)
    old = [find_section(act, target) for target in targets]
    new = quoted.sections(order.quotation, [section.label for section in old])
    for before, after in zip(old, new, strict=True):
        if before.until:
            raise Misfit(f"{before.heading} stand together in the act and can not be replaced singly")
        act = rewrite(act, before, (replace(after, notes=before.notes),))
    return act


def _replace_units(act: Act, order: Instruction, kind: str) -> Act:
    targets = _unit_targets(order)
    lines = order.quotation
    if kind == "p":
        lines = quoted.paragraph_lines(lines, targets[0].section, [targets[0].steps[-1][1]])
    new = quoted_units(lines, order.targets, targets, kind)
    for target, address, unit in zip(order.targets, targets, new, strict=True):
        section = find_section(act, address.section)
        path = units.find(section, target, address.steps)
        act = rewrite(act, section, (units.put(section, path, (unit,)),))
    return act


def quoted_units(
    lines: tuple[str, ...], cited: tuple[str, ...], targets: list[UnitAddress], kind: str
) -> tuple[Unit, ...]:
    """The quoted units, one for each target, of its kind and with its label.

    :raises Misfit: where the quotation states others.
    """
    found = quoted.units(lines)
    if kind == "i":
        if len(found) != 1 or found[0].kind is not Kind.PARAGRAPH or found[0].text:
            raise Misfit(f"the quotation does not consist of {cite(cited[0])} alone: it must begin with its number")
        found = found[0].items
    wanted = {"i": Kind.ITEM, "p": Kind.PARAGRAPH, "def": Kind.DEFINITION}[kind]
    for address, target, unit in zip(cited, targets, found, strict=False):
        label = target.steps[-1][1]
        if unit.kind is not wanted or (kind != "p" and "".join(unit.label.split()) != "".join(label.split())):
            raise Misfit(f"the quotation does not contain {cite(address)} where it should: {unit.text[:40]}")
    if kind == "p" and any(not unit.text for unit in found):
        raise Misfit("the quotation begins with an item where a paragraph is cited")
    if len(found) != len(targets):
        raise Misfit(f"the quotation states {len(found)} of the {len(targets)} units the clause cites")
    return found


def _replace_division(act: Act, order: Instruction) -> Act:
    """A chapter with all its sections; those the new text no longer has stay as repealed."""
    if sum(_is_division(target) for target in order.targets) != 1:
        raise Misfit("more than one chapter is replaced by one quotation")
    address, old = find_division(act, order.targets[0])
    _check_listed(act, order, old)
    stated = quoted.divisions(order.quotation, None)
    new = stated[0]
    if len(stated) != 1 or not isinstance(new, Division) or (new.level, new.label) != (old.level, old.label):
        raise Misfit(f"the quotation does not state {cite(address)}")
    for section in sections_in(new):
        if section.label not in {other.label for other in sections_in(old)} and (
            act.get(section_address(act, f"{_prefix(address)}s{section.label}")) is not None
        ):
            raise Misfit(f"มาตรา {section.written} is in the act already, outside {cite(address)}")
    return rewrite(act, old, (_keep_gone(old, new),))


def _keep_gone(old: Division, new: Division) -> Division:
    stated = {section.label for section in sections_in(new)}
    gone = [_repealed_section(section) for section in sections_in(old) if section.label not in stated]
    if not gone:
        return new
    if any(isinstance(child, Division) for child in new.children):
        raise Misfit(f"{gone[0].heading} is not in the new text, and where its mark would stand is not clear")
    children = sorted((*new.children, *gone), key=lambda node: numerals.order(node.label))
    return replace(new, children=tuple(children))


# --- inserting --------------------------------------------------------------------------------------------


def _insert(act: Act, order: Instruction, original: Act) -> Act:
    if _is_division(order.targets[0]):
        return _insert_divisions(act, order)
    targets = _unit_targets(order)
    kinds = {address.steps[-1][0] if address.steps else "s" for address in targets}
    if len(kinds) != 1:
        raise Misfit(MIXED)
    kind = kinds.pop()
    if kind == "s":
        return _insert_sections(act, order, targets)
    if len({(address.section, address.steps[:-1]) for address in targets}) != 1:
        raise Misfit("units of different places are inserted by one quotation")
    section = find_section(act, targets[0].section)
    new = quoted_units(order.quotation, order.targets, targets, kind)
    if section.is_repealed:
        raise Misfit(f"{cite(targets[0].section)} is repealed")
    changed = {"i": _insert_items, "p": _insert_paragraphs, "def": _insert_definitions}[kind](
        section, order, targets, new, original
    )
    return rewrite(act, section, (changed,))


def _insert_sections(act: Act, order: Instruction, targets: list[UnitAddress]) -> Act:
    labels = [address.section.removeprefix("code.")[1:] for address in targets]
    for section in quoted.sections(order.quotation, labels):
        act = insert_section(act, section, _prefix(order.targets[0]), order.placement)
    return act


def _prefix(address: str) -> str:
    return "code." if address.startswith("code.") else ""


def _insert_divisions(act: Act, order: Instruction) -> Act:
    listed = [target.removeprefix("code.")[1:] for target in order.targets if not _is_division(target)]
    named = [target for target in order.targets if _is_division(target)]
    stated = quoted.divisions(order.quotation, listed or None)
    if len(stated) != len(named):
        raise Misfit(f"the quotation has {len(stated)} chapters or parts, the clause cites {len(named)}")
    for target, node in zip(named, stated, strict=True):
        own = target.rpartition(".")[2] if target.count(".") > bool(_prefix(target)) else target
        if not isinstance(node, Division) or own.removeprefix("code.") != f"{node.level.value}{node.label}":
            raise Misfit(f"the quotation does not state {cite(target)}")
        outer = target.removeprefix("code.").rpartition(".")[0] or order.placement.division
        act = insert_division(act, node, _prefix(target), replace(order.placement, division=outer))
    return act


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
    if "last" in numbers or any(int(after) != int(before) + 1 for before, after in pairwise(numbers)):
        raise Misfit("the inserted paragraphs are not numbered one after another")
    if len(targets[0].steps) != 1:
        raise Misfit(f"{cite(order.targets[0])}: a paragraph inside an item can not be told apart in this text")
    places = units.paragraph_places(section)
    first = int(numbers[0])
    if first > len(places) + 1:
        raise Misfit(f"{cite(order.targets[0])} can not be inserted: the section has only {len(places)} paragraphs")
    at = places[first - 1] if first <= len(places) else len(section.units)
    return replace(section, units=(*section.units[:at], *new, *section.units[at:]))


def _insert_definitions(
    section: Section, order: Instruction, targets: list[UnitAddress], new: tuple[Unit, ...], original: Act
) -> Section:
    for target, address in zip(order.targets, targets, strict=True):
        term = address.steps[-1][1]
        if any(units.is_definition(unit, term) for unit in section.units):
            raise Misfit(f"{cite(target)} is in the act already")
    at = _definition_place(section, order, original)
    return replace(section, units=(*section.units[:at], *new, *section.units[at:]))


def _definition_place(section: Section, order: Instruction, original: Act) -> int:
    """Index at which inserted definitions begin: what the clause names must stand so in the act."""
    after, before = (
        _definition_index(section, name) if name else None for name in (order.placement.after, order.placement.before)
    )
    if after is None and before is None:
        raise Misfit("the clause does not say between which definitions the new one goes")
    if after is None:
        return before or 0
    if before is None:
        return after + 1
    if before <= after:
        raise Misfit("the two definitions stand in the other order in the act")
    found = unit_address(order.targets[0])
    old = original.get(section_address(original, found.section)) if found else None
    between = section.units[after + 1 : before]
    if isinstance(old, Section) and any(unit in old.units for unit in between):
        raise Misfit("the two definitions do not stand next to each other in the act")
    return before


def _definition_index(section: Section, name: str) -> int:
    term = name.removeprefix("def:")
    places = [index for index, unit in enumerate(section.units) if units.is_definition(unit, term)]
    if len(places) != 1:
        raise Misfit(f"บทนิยามคำว่า “{term}” is not in the section")
    return places[0]


# --- repealing --------------------------------------------------------------------------------------------


def _repeal(act: Act, order: Instruction, original: Act) -> Act:
    named = [target for target in order.targets if _is_division(target)]
    if named:
        return _repeal_divisions(act, order, named)
    sections = [target for target in _section_targets(act, order) if not _steps(target)]
    for target in sections:
        section = find_section(act, target)
        if section.is_repealed:
            raise Misfit(f"{cite(target)} is repealed already")
        act = rewrite(act, section, (_repealed_section(section),))
    for target in (target for target in order.targets if _steps(target)):
        act = _repeal_unit(act, target)
    return act


def _steps(target: str) -> bool:
    address = unit_address(target)
    return bool(address and address.steps)


def _repealed_section(section: Section) -> Section:
    return replace(section, units=(Unit(Kind.PARAGRAPH, REPEALED),))


def _repeal_unit(act: Act, target: str) -> Act:
    address = unit_address(target)
    if address is None:
        raise Misfit(MIXED)
    section = find_section(act, address.section)
    path = units.find(section, target, address.steps)
    unit = units.unit_at(section, path)
    if unit.is_repealed:
        raise Misfit(f"{cite(target)} is repealed already")
    return rewrite(act, section, (units.put(section, path, (units.repealed(unit),)),))


def _repeal_divisions(act: Act, order: Instruction, named: list[str]) -> Act:
    if any(target.endswith(".heading") for target in named):
        raise Misfit("a heading is repealed without another in its place")
    if len(named) == 1:
        _check_listed(act, order, find_division(act, named[0])[1])
    elif len(named) != len(order.targets):
        raise Misfit("sections are listed for more than one chapter")
    for target in named:
        _, division = find_division(act, target)
        if division.title == REPEALED:
            raise Misfit(f"{cite(target)} is repealed already")
        act = rewrite(act, division, (_repealed_node(division),))
    return act


def _check_listed(act: Act, order: Instruction, division: Division) -> None:
    """Where the clause lists a chapter's sections, the list must be complete.

    :raises Misfit: where it is not.
    """
    listed = {target.rpartition(".")[2][1:] for target in _section_targets(act, order)}
    present = {section.label for section in sections_in(division)}
    if listed and listed != present:
        odd = sorted(listed ^ present, key=numerals.order)[0]
        raise Misfit(f"the sections cited for {division.heading} are not those it has: มาตรา {numerals.written(odd)}")


def _repealed_node(node: Node) -> Node:
    if isinstance(node, Section):
        return node if node.is_repealed else _repealed_section(node)
    return replace(node, title=REPEALED, children=tuple(_repealed_node(child) for child in node.children))
