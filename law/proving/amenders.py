"""The latest amending law that each clause names, against the notes of the Act and what the drafter said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from law.act import Act, Kind, Unit
from law.amending.amenders import Amenders, read_amenders, title_of
from law.instructions.addresses import UnitAddress, find_division, section_address, unit_address
from law.instructions.loose import squeezed
from law.instructions.model import Action, Instruction
from law.instructions.refusals import Misfit, Refusal, Why, refusal
from law.instructions.rewording import change_words


def amender_failures(old: Act, orders: Sequence[Instruction], given: Mapping[str, str]) -> Iterator[Refusal]:
    """Clauses that name another latest amender than is known, or none. ``given``: as ``Frame.amenders``."""
    for order in orders:  # a defined term may be among the words, so that others cite it as it then is
        old = change_words(old, order) if order.action is Action.CHANGE_WORDS else old
    amenders = read_amenders(old, given)
    for order in orders:
        # A chapter is cited with its sections: it alone is the unit.
        divisions = [target for target in order.targets if unit_address(target) is None]
        for target in divisions[:1] or order.targets:
            wanted = _wanted(amenders, order, target)
            if squeezed(order.amender) in {squeezed(title) for title in wanted}:
                continue
            missing = not order.amender
            yield (
                refusal(Why.AMENDER_MISSING, wanted=next(iter(sorted(wanted)), ""))
                if missing
                else refusal(Why.AMENDER_FOREIGN, found=order.amender)
            ).in_section(order.section)
            break


def amender_doubts(act: Act, order: Instruction) -> tuple[Refusal, ...]:
    """Where a clause written elsewhere names another latest amender than the notes of the Act do, if it has notes."""
    return tuple(amender_failures(act, [order], {})) if read_amenders(act, {}).annotated else ()


def _wanted(amenders: Amenders, order: Instruction, target: str) -> set[str]:
    """Titles that may be named; an empty one where none is."""
    unit, parts = _unit(amenders.act, order, target)
    if not unit or order.action is Action.CHANGE_WORDS:
        return {""}
    above = list(_above(amenders.act, unit))
    said = next((amenders.given[address] for address in above if address in amenders.given), None)
    if said is not None:
        return {said}
    facts = [amenders.known[address] for address in (*above, *parts) if address in amenders.known]
    latest = max((fact.year or 0 for fact in facts), default=0)
    return {title_of(fact.by) for fact in facts if (fact.year or 0) == latest} or {""}


def _unit(act: Act, order: Instruction, target: str) -> tuple[str, list[str]]:
    """The standing unit a target is about, as the act addresses it, and the units that go with it."""
    found = unit_address(target)
    if found is None:
        return _division(act, order, target)
    steps = found.steps[:-1] if order.action is Action.INSERT else found.steps
    if order.action is Action.INSERT and not found.steps:
        return "", []
    unit = _resolved(act, UnitAddress(section_address(act, found.section), steps))
    if order.action is Action.INSERT and not steps and found.steps[0][0] == "i":
        unit = _listing(act, unit)
    parts = [address for address in act.places() if address.startswith(f"{unit}.")]
    return unit, [] if order.action is Action.INSERT else parts


def _listing(act: Act, section: str) -> str:
    """The paragraph that takes an item of a section, where only one can; a clause does not name it."""
    units = [place for place in act.places().values() if place.parent == section and isinstance(place.node, Unit)]
    paragraphs = [place.address for place in units if getattr(place.node, "kind", None) is Kind.PARAGRAPH]
    lists = [address for address in paragraphs if any(place.parent == address for place in act.places().values())]
    found = lists or paragraphs
    return found[0] if len(found) == 1 else section


def _division(act: Act, order: Instruction, target: str) -> tuple[str, list[str]]:
    if order.action is Action.INSERT or target in ("*", "schedule"):
        return "", []
    try:
        address, _ = find_division(act, target.removesuffix(".heading"))
    except Misfit:
        return "", []
    inside = [unit for unit in act.places() if address in _above(act, unit)]
    return address, [] if target.endswith(".heading") else inside


def _resolved(act: Act, address: UnitAddress) -> str:
    """The tree's own address of a unit that a clause may cite without its paragraph."""
    found = [address.section]
    for kind, label in address.steps:
        part = f"{kind}:{label}" if kind == "def" else f"{kind}{label}"
        found = [
            place
            for place in act.places()
            for above in found
            if place == f"{above}.{part}" or (kind == "i" and _is_item_of(place, above, part))
        ]
    return found[0] if found else address.section


def _is_item_of(place: str, above: str, part: str) -> bool:
    """``s4.p1.i2`` for ``(๒) ของมาตรา ๔``."""
    head, _, own = place.rpartition(".")
    return own == part and head.rpartition(".")[0] == above and head.rpartition(".")[2][:1] == "p"


def _above(act: Act, address: str) -> Iterator[str]:
    places = act.places()
    while address in places:
        yield address
        address = places[address].parent
