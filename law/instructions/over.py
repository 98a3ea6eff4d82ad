"""A heading put over sections that stand: ``ให้เพิ่มความต่อไปนี้เป็นชื่อหมวด ๑ ก่อนมาตรา ๕``."""

from __future__ import annotations

from itertools import pairwise

from law import numerals
from law.act import Act, Division, Node
from law.instructions import quoted
from law.instructions.addresses import cite, find_division, find_section, section_address, unit_address
from law.instructions.cited import check_named, code_prefix
from law.instructions.model import Instruction
from law.instructions.refusals import Misfit, Why
from law.tree.headings import next_node, with_heading


def insert_heading(act: Act, order: Instruction) -> Act:
    """``act`` with the quoted heading over what follows, down to the next heading of its level.

    :raises Misfit: where the clause does not say before what, or the heading can not stand there.
    """
    target = section_address(act, order.targets[0].removesuffix(".heading"))
    heading = _stated(order, target)
    before = _behind(act, order)
    made = with_heading(act, heading, before)
    home = next(place.parent for place in made.places().values() if place.node is before)
    if act.get(target) is not None:
        raise Misfit(Why.STANDS_ALREADY, unit=cite(target))
    if "~" in home or not f".{home}".endswith(f".{target}") or not _is_in_order(made, home):
        raise Misfit(Why.CAN_NOT_STAND, unit=cite(target))
    return made


def _stated(order: Instruction, target: str) -> Division:
    stated = quoted.divisions(order.quotation, None)
    heading = stated[0]
    own = target.rpartition(".")[2]
    if len(stated) != 1 or not isinstance(heading, Division) or own != f"{heading.level.value}{heading.label}":
        raise Misfit(Why.NOT_STATED, unit=cite(target))
    if heading.children or not heading.title:
        raise Misfit(Why.NAME_NOT_ALONE, unit=cite(target))
    check_named(order, order.targets[0], heading, quoted=True)
    return heading


def _behind(act: Act, order: Instruction) -> Node:
    """What the heading is put before."""
    placement = order.placement
    named = placement.before or placement.after  # between two: before the second
    if not named:
        raise Misfit(Why.HEADING_NO_PLACE)
    address = section_address(act, code_prefix(order.targets[0]) + named)
    node: Node
    if unit_address(address) is None:
        address, node = find_division(act, address)
    else:
        node = find_section(act, address)
    following = node if placement.before else next_node(act, address)
    if following is None:
        raise Misfit(Why.NOTHING_BEHIND, unit=cite(address))
    return following


def _is_in_order(act: Act, address: str) -> bool:
    """Whether the labels of the divisions around a new one go up."""
    new, parent = act.get(address), act.places()[address].parent
    divisions = [
        place.node for place in act.places().values() if place.parent == parent and isinstance(place.node, Division)
    ]
    row = [node.label for node in divisions if isinstance(new, Division) and node.level is new.level]
    return all(numerals.order(first) < numerals.order(second) for first, second in pairwise(row))
