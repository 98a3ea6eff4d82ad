"""Where inserted sections and divisions go: behind their neighbour by number, in the division the clause names."""

from __future__ import annotations

from dataclasses import replace

from law import numerals
from law.act import REPEALED, Act, Division, Kind, Level, Node, Section, Unit
from law.instructions.addresses import cite, find_division, find_section, section_address
from law.instructions.model import Placement
from law.instructions.refusals import Misfit, Why
from law.instructions.tree import insert_after, insert_first, rewrite
from law.instructions.units import base_label
from law.tree.headings import added_last, next_node, with_heading


def insert_section(act: Act, new: Section, prefix: str, placement: Placement) -> Act:
    """``act`` with one new section. ``prefix``: ``code.`` for a section of a code.

    :raises Misfit: where it stands already, or has no neighbour where the clause wants it.
    """
    address = section_address(act, f"{prefix}s{new.label}")
    standing = act.get(address)
    if isinstance(standing, Section):
        if not standing.is_repealed or standing.until:
            raise Misfit(Why.STANDS_ALREADY, unit=cite(address))
        return rewrite(act, standing, (replace(new, notes=standing.notes),))
    neighbour = _named_neighbour(act, prefix, placement) or _neighbour(act, address, new.label)
    if not placement.division:
        return insert_after(act, act.sections()[neighbour], (new,))
    return _insert_in(act, address, new, neighbour, prefix + placement.division)


def _named_neighbour(act: Act, prefix: str, placement: Placement) -> str:
    """``ต่อจากมาตรา ๒๑``."""
    if not placement.after.startswith("s"):
        return ""
    address = section_address(act, prefix + placement.after)
    find_section(act, address)
    return address


def _pool(act: Act, address: str) -> dict[str, Section]:
    """The sections among which an address is at home: the code's, or the act's own."""
    in_code = address.startswith("code.")
    return {other: section for other, section in act.sections().items() if other.startswith("code.") == in_code}


def _neighbour(act: Act, address: str, label: str) -> str:
    pool = _pool(act, address)
    wanted = numerals.order(label)
    before = {other: section for other, section in pool.items() if numerals.order(_last(section)) < wanted}
    base = base_label(label)
    if base and not any(_continues(section, base) for section in before.values()):
        raise Misfit(Why.NEIGHBOUR_MISSING, unit=cite(address), other=f"มาตรา {numerals.written(base)}")
    if not before:
        raise Misfit(Why.NO_NEIGHBOUR, unit=cite(address))
    return max(before, key=lambda other: numerals.order(_last(before[other])))


def _last(section: Section) -> str:
    return section.until or section.label


def _continues(section: Section, base: str) -> bool:
    return _last(section) == base or section.label.startswith(f"{base}/") or base_label(section.label) == base


def _insert_in(act: Act, address: str, new: Section, neighbour: str, division_address: str) -> Act:
    home, division = find_division(act, division_address)
    if _is_inside(act, neighbour, home):
        return insert_after(act, act.sections()[neighbour], (new,))
    members = [section for other, section in act.sections().items() if _is_inside(act, other, home)]
    if any(numerals.order(section.label) < numerals.order(new.label) for section in members):
        raise Misfit(Why.WRONG_DIVISION, unit=cite(address), home=cite(home))
    return insert_first(act, division, (new,))


def _is_inside(act: Act, address: str, home: str) -> bool:
    places = act.places()
    while address:
        if address == home:
            return True
        address = places[address].parent
    return False


# --- divisions ----------------------------------------------------------------------------------------------


def insert_division(act: Act, new: Division, prefix: str, placement: Placement) -> Act:
    """``act`` with a new chapter or part behind its neighbour by number.

    :raises Misfit: where it or one of its sections stands already, or its place is not clear.
    """
    repealed = _repealed(act, new, prefix, placement)
    marks = {section.label for section in sections_in(repealed)} if repealed is not None else set()
    for section in sections_in(new):
        if section.label not in marks and act.get(section_address(act, f"{prefix}s{section.label}")) is not None:
            raise Misfit(Why.STANDS_ALREADY, unit=f"มาตรา {section.written}")
    if repealed is not None:
        return rewrite(act, repealed, (with_marks(repealed, new),))
    if new.level is Level.TRANSITORY:
        return insert_after(act, _top(act, prefix)[-1], (new,))
    siblings = _siblings(act, new, prefix, placement)
    if all(numerals.order(new.label) < numerals.order(other.label) for other in siblings) and not base_label(new.label):
        return _insert_first(act, new, prefix, placement)
    if any(other.label == new.label for other in siblings):
        raise Misfit(Why.STANDS_ALREADY, unit=new.heading)
    before = [other for other in siblings if numerals.order(other.label) < numerals.order(new.label)]
    base = base_label(new.label)
    if not before or (base and all(base not in {other.label, base_label(other.label)} for other in before)):
        raise Misfit(Why.NO_NEIGHBOUR, unit=new.heading)
    last = max(before, key=lambda other: numerals.order(other.label))
    if _goes_behind(act, new, last, prefix):
        return insert_after(act, last, (new,))
    return _insert_first(act, new, prefix, placement)


def _repealed(act: Act, new: Division, prefix: str, placement: Placement) -> Division | None:
    """The repealed chapter or part of that number, which stands again."""
    home = f"{placement.division}." if placement.division else ""
    found = act.get(section_address(act, f"{prefix}{home}{new.level.value}{new.label}")) if new.label else None
    if not isinstance(found, Division) or found.title != REPEALED:
        return None
    return found if all(section.is_repealed for section in sections_in(found)) else None


def with_marks(old: Division, new: Division) -> Division:
    """``new`` with the sections of ``old`` that it does not have; they are marks that stay.

    :raises Misfit: where it is not clear between which parts they would stand.
    """
    stated = {section.label for section in sections_in(new)}
    gone = [repealed_section(section) for section in sections_in(old) if section.label not in stated]
    if not gone:
        return new
    if any(isinstance(child, Division) for child in new.children):
        raise Misfit(Why.MARK_UNCLEAR, unit=gone[0].heading)
    children = sorted((*new.children, *gone), key=lambda node: numerals.order(node.label))
    return replace(new, children=tuple(children))


def repealed_section(section: Section) -> Section:
    """The mark of a section that was repealed."""
    return replace(section, units=(Unit(Kind.PARAGRAPH, REPEALED),))


def _goes_behind(act: Act, new: Division, last: Division, prefix: str) -> bool:
    """Whether the first section of a new division follows the last one of the division before it.

    :raises Misfit: where it follows another one of that division, so that sections would stand out of order.
    """
    inside, standing = sections_in(new), sections_in(last)
    if not inside or not standing:
        return True
    neighbour = _neighbour(act, section_address(act, f"{prefix}s{inside[0].label}"), inside[0].label)
    behind = act.sections()[neighbour].label
    if behind in {section.label for section in standing[:-1]}:
        raise Misfit(Why.NUMBERS_ELSEWHERE, unit=new.heading)
    return behind == standing[-1].label


def _insert_first(act: Act, new: Division, prefix: str, placement: Placement) -> Act:
    """The first of its level: behind the section before its own first, where it takes in nothing that stands."""
    inside = sections_in(new)
    if not inside:
        raise Misfit(Why.NO_SECTION_IN, unit=new.heading)
    neighbour = _neighbour(act, section_address(act, f"{prefix}s{inside[0].label}"), inside[0].label)
    following = next_node(act, neighbour)
    made = with_heading(act, new, following) if following is not None else added_last(act, new, neighbour)
    home = next((place.parent for place in made.places().values() if place.node == new), None)
    parent = find_division(act, prefix + placement.division)[0] if placement.division else home
    if home is None or parent != home:
        raise Misfit(Why.NUMBERS_ELSEWHERE, unit=new.heading)
    return made


def _top(act: Act, prefix: str) -> tuple[Node, ...]:
    return act.code.body if prefix and act.code else act.body


def _siblings(act: Act, new: Division, prefix: str, placement: Placement) -> list[Division]:
    """Divisions of the same level under the same parent: the one named, or that the new sections' numbers lead to."""
    if placement.division:
        parents = [find_division(act, prefix + placement.division)[0]]
    else:
        parents = list(dict.fromkeys(parent for parent, _ in _of_level(act, new.level, prefix)))
        if len(parents) > 1 or (parents[:1] != [""] and sections_in(new)):
            holding = [parent for parent in parents if _holds_neighbour(act, parent, new, prefix)]
            parents = holding or [parent for parent in parents if not parent]
        if len(parents) > 1:
            raise Misfit(Why.UNCLEAR_DIVISION, unit=new.heading)
    return [other for parent, other in _of_level(act, new.level, prefix) if parent in parents]


def _of_level(act: Act, level: Level, prefix: str) -> list[tuple[str, Division]]:
    in_code = bool(prefix and act.code)
    return [
        (place.parent, place.node)
        for place in act.places().values()
        if isinstance(place.node, Division)
        and place.node.level is level
        and place.address.startswith("code.") == in_code
    ]


def _holds_neighbour(act: Act, parent: str, new: Division, prefix: str) -> bool:
    first = next(iter(sections_in(new)), None)
    if first is None or not parent:
        return False
    neighbour = _neighbour(act, section_address(act, f"{prefix}s{first.label}"), first.label)
    return _is_inside(act, neighbour, parent)


def sections_in(node: Node) -> list[Section]:
    """All sections below a division, or the section itself."""
    if isinstance(node, Section):
        return [node]
    return [section for child in node.children for section in sections_in(child)]
