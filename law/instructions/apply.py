"""Instructions applied to an act, one after another; each cites the act as the ones before it have left it."""

from __future__ import annotations

from law.act import Act, Section, Unit, read_units
from law.instructions import inserting, repealing, replacing
from law.instructions.addresses import cite, section_address, unit_address
from law.instructions.model import Action, Instruction
from law.instructions.refusals import Misfit, Why
from law.instructions.rewording import change_words
from law.instructions.schedules import amend_schedules


def apply_instruction(act: Act, order: Instruction, original: Act, closing: str) -> Act:
    """``act`` with one instruction carried out. ``original``: the act before the bill; ``closing``: the bill's end.

    :raises Misfit: where it does not fit.
    """
    if order.action is Action.CHANGE_WORDS:
        return change_words(act, order)
    if order.targets == ("*",):
        raise Misfit(Why.WHOLE_LAW)
    if any(target.split(".")[0] == "schedule" for target in order.targets):
        if order.targets != ("schedule",):
            raise Misfit(Why.SCHEDULE_PART)
        return amend_schedules(act, order, closing)
    if order.action is Action.INSERT:
        amended = inserting.carry_out(act, order, original)
    else:
        module = replacing if order.action is Action.REPLACE else repealing
        amended = module.carry_out(act, order)
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
            raise Misfit(Why.READS_OTHERWISE, unit=cite(found.section))


def _reads_back(section: Section) -> bool:
    return _shape(read_units(section.text)) == _shape(section.units)


def _shape(read: tuple[Unit, ...]) -> list[object]:
    return [(unit.kind, unit.text, unit.label, _shape(unit.items)) for unit in read]
