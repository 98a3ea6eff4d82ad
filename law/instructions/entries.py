"""Single entries of a schedule replaced, added or repealed: ``(๓) ของอัตราค่าธรรมเนียมท้าย…``, ``ลำดับที่ ๓ ของบัญชี…``."""

from __future__ import annotations

from dataclasses import replace

from law import numerals
from law.act import REPEALED, Act
from law.instructions.model import Action, Instruction
from law.instructions.refusals import Misfit, Why
from law.instructions.schedules import named_schedules
from law.instructions.units import base_label
from law.tree.entries import Entries, Entry, EntryKind, split_entries
from law.tree.schedules import Schedule, split_schedules


def amend_entries(act: Act, order: Instruction) -> Act:
    """``act`` with the entries that the clause cites changed in the one schedule that it names.

    :raises Misfit: where the schedule is not told apart or not one list of numbered entries, or an entry does not fit.
    """
    standing = split_schedules(act.schedules)
    if not act.schedules:
        raise Misfit(Why.NO_SCHEDULE)
    named = named_schedules(standing, order) if standing else []
    if len(named) != 1:
        raise Misfit(Why.SCHEDULES_UNCLEAR)
    changed = _changed(named[0], order)
    parts = [changed if one is named[0] else one.lines for one in standing]
    lines = tuple(line for part in parts for line in part)
    if [one.lines for one in split_schedules(lines)] != parts:
        raise Misfit(Why.READS_OTHERWISE, unit=named[0].name)
    return replace(act, schedules=lines)


def _changed(schedule: Schedule, order: Instruction) -> tuple[str, ...]:
    kind, labels = _cited(order)
    listed = split_entries(schedule.lines, kind)
    if listed is None:
        raise Misfit(Why.SCHEDULE_PART)
    stated = () if order.action is Action.REPEAL else _stated(order, kind, labels)
    for at, label in enumerate(labels):
        if order.action is Action.INSERT:
            listed = _with(listed, stated[at], kind)
        else:
            standing = _find(listed, label, kind)
            new = stated[at] if stated else _mark(standing)
            listed = _instead(listed, standing, new)
    return listed.lines


def _cited(order: Instruction) -> tuple[EntryKind, list[str]]:
    """How the cited entries are numbered, and their labels; an entry within an entry is not told apart."""
    parts = [target.split(".")[1:] for target in order.targets]
    kinds = {part[0][0] for part in parts}
    if any(len(part) != 1 for part in parts) or len(kinds) != 1 or not kinds <= set(EntryKind):
        raise Misfit(Why.SCHEDULE_PART)
    return EntryKind(kinds.pop()), [part[0][1:] for part in parts]


def _stated(order: Instruction, kind: EntryKind, labels: list[str]) -> tuple[Entry, ...]:
    """The quoted entries: those cited, in that order, and nothing before them."""
    quoted = split_entries(order.quotation, kind)
    if quoted is None or quoted.before:
        raise Misfit(Why.NOT_ALONE, unit=_called(labels[0], kind))
    found = [entry.label for entry in quoted.entries]
    if found != labels:
        missing = next((label for label in labels if label not in found), labels[0])
        raise Misfit(Why.NOT_QUOTED if missing not in found else Why.NOT_ALONE, unit=_called(missing, kind))
    return quoted.entries


def _called(label: str, kind: EntryKind) -> str:
    return f"({numerals.written(label)})" if kind is EntryKind.ITEM else f"ลำดับที่ {numerals.written(label)}"


def _find(listed: Entries, label: str, kind: EntryKind) -> Entry:
    found = next((entry for entry in listed.entries if entry.label == label), None)
    if found is None:
        raise Misfit(Why.MISSING, unit=_called(label, kind))
    return found


def _mark(standing: Entry) -> Entry:
    if standing.is_repealed:
        raise Misfit(Why.REPEALED_ALREADY, unit=standing.written)
    return replace(standing, lines=(f"{standing.written} {REPEALED}",))


def _instead(listed: Entries, standing: Entry, new: Entry) -> Entries:
    if not listed.ends_clearly(standing):
        raise Misfit(Why.SCHEDULE_PART)
    return replace(listed, entries=tuple(new if entry is standing else entry for entry in listed.entries))


def _with(listed: Entries, new: Entry, kind: EntryKind) -> Entries:
    """The new entry behind those with lower numbers; ``(๓/๑)`` needs ``(๓)``."""
    standing = next((entry for entry in listed.entries if entry.label == new.label), None)
    if standing is not None:
        if not standing.is_repealed:
            raise Misfit(Why.STANDS_ALREADY, unit=standing.written)
        return _instead(listed, standing, new)
    lower = [entry for entry in listed.entries if numerals.order(entry.label) < numerals.order(new.label)]
    base = base_label(new.label)
    if base and all(base not in (entry.label, base_label(entry.label)) for entry in lower):
        raise Misfit(Why.NEIGHBOUR_MISSING, unit=new.written, other=_called(base, kind))
    if lower and not listed.ends_clearly(lower[-1]):
        raise Misfit(Why.SCHEDULE_PART)
    return replace(listed, entries=(*lower, new, *listed.entries[len(lower) :]))
