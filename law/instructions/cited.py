"""What an instruction cites, resolved against an act."""

from __future__ import annotations

from law import numerals
from law.act import Act, Division
from law.instructions.addresses import UnitAddress, cite, find_section, section_address, unit_address
from law.instructions.loose import squeezed
from law.instructions.model import Instruction
from law.instructions.placing import sections_in
from law.instructions.refusals import Misfit, Why


def unit_targets(order: Instruction) -> list[UnitAddress]:
    found = [unit_address(target) for target in order.targets]
    if any(address is None for address in found):
        raise Misfit(Why.MIXED)
    return [address for address in found if address is not None]


def is_division(target: str) -> bool:
    return unit_address(target) is None


def section_targets(act: Act, order: Instruction) -> list[str]:
    """The addresses of cited sections; a range takes in all that stands between its ends in the act."""
    targets = [target for target in order.targets if not is_division(target)]
    for first, last in order.ranges:
        if is_division(first) or unit_address(first).steps:  # type: ignore[union-attr]
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
        raise Misfit(Why.NOT_BEFORE, unit=cite(first), other=cite(last))
    return addresses[start : end + 1]


def check_listed(act: Act, order: Instruction, division: Division) -> None:
    """Where the clause lists a chapter's sections, the list must be complete.

    :raises Misfit: where it is not.
    """
    listed = {target.rpartition(".")[2][1:] for target in section_targets(act, order)}
    present = {section.label for section in sections_in(division)}
    if listed and listed != present:
        odd = sorted(listed ^ present, key=numerals.order)[0]
        raise Misfit(Why.NOT_THOSE_IT_HAS, unit=division.heading, other=f"มาตรา {numerals.written(odd)}")


def check_named(order: Instruction, target: str, division: Division, *, quoted: bool = False) -> None:
    """Where the clause says the name of a division, it is the act's (``quoted``: the quotation's) own.

    :raises Misfit: where it is another.
    """
    named = dict(order.names).get(target, "")
    if not named or squeezed(named) == squeezed(division.title):
        return
    if quoted:
        raise Misfit(Why.QUOTED_NAME_DIFFERS, unit=division.heading, named=named, found=division.title)
    raise Misfit(Why.OTHER_NAME, unit=division.heading, named=named, stands=division.title)


def code_prefix(address: str) -> str:
    return "code." if address.startswith("code.") else ""
