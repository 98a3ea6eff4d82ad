"""Schedules (บัญชีท้าย) replaced, added or repealed as wholes."""

from __future__ import annotations

import re
from dataclasses import replace

from law import numerals
from law.act import REPEALED, Act
from law.instructions.model import Action, Instruction
from law.instructions.refusals import Misfit, Why
from law.tree.schedules import Schedule, same_name, split_schedules

_START = re.compile(r"(?:บัญชี|อัตรา|ตาราง|ใบแนบ|ภาคผนวก|ผนวก|แผนที่|แบบ|เอกสาร)")
_END = re.compile(r"\(?หมายเหตุ\)?[\s:–-]*เหตุผล")  # the reasons of the bill; a schedule may have notes of its own
_LISTED = re.compile(r"\s*(?:และ|,)\s*|\s+(?=บัญชี|ตาราง|ใบแนบ|ภาคผนวก|แบบ)")


def amend_schedules(act: Act, order: Instruction, closing: str) -> Act:
    """``act`` with the schedules that the clause names replaced by the quoted ones, or by those behind the bill.

    :raises Misfit: where the act does not have them, or has them already; where the bill's are missing.
    """
    standing = split_schedules(act.schedules)
    if order.action is not Action.INSERT and not act.schedules:
        raise Misfit(Why.NO_SCHEDULE)
    if bool(standing) != bool(act.schedules):
        raise Misfit(Why.SCHEDULES_UNCLEAR)
    stated = split_schedules(order.quotation or _behind(closing))
    if order.action is Action.INSERT:
        changed = _with_added(standing, order, stated)
    elif order.action is Action.REPEAL:
        changed = [_repealed(one) if one in named_schedules(standing, order) else one for one in standing]
    else:
        changed = _with_new(standing, order, stated)
    return replace(act, schedules=tuple(line for schedule in changed for line in schedule.lines))


def _with_new(standing: tuple[Schedule, ...], order: Instruction, stated: tuple[Schedule, ...]) -> list[Schedule]:
    named = named_schedules(standing, order)
    if not stated:
        raise Misfit(Why.SCHEDULE_NOT_IN_BILL)
    instead: dict[Schedule, Schedule] = {}
    for old in named:
        new = [one for one in stated if same_name(one.name, old.name)]
        if len(new) != 1 and len(stated) == len(standing) == 1:
            new = [one for one in stated if _is_called(one, order.title)]
        if len(new) != 1:
            raise Misfit(Why.OTHER_SCHEDULE if len(stated) == 1 else Why.SCHEDULE_NOT_IN_BILL, named=order.title)
        instead[old] = new[0]
    return [instead.get(one, one) for one in standing]


def _with_added(standing: tuple[Schedule, ...], order: Instruction, stated: tuple[Schedule, ...]) -> list[Schedule]:
    new = [one for one in stated if any(same_name(one.name, name) for name in _names(order.title, stated))]
    if not new:
        raise Misfit(Why.SCHEDULE_NOT_IN_BILL)
    changed = list(standing)
    for added in new:
        if any(same_name(one.name, added.name) for one in changed):
            raise Misfit(Why.STANDS_ALREADY, unit=added.name)
        changed.insert(_place(changed, added), added)
    return changed


def _place(standing: list[Schedule], new: Schedule) -> int:
    """Behind those of its kind with lower numbers; else last."""
    higher = [
        at
        for at, one in enumerate(standing)
        if new.number
        and one.stem == new.stem
        and one.number
        and numerals.order(one.number) > numerals.order(new.number)
    ]
    return higher[0] if higher else len(standing)


def _repealed(schedule: Schedule) -> Schedule:
    if schedule.is_repealed:
        raise Misfit(Why.REPEALED_ALREADY, unit=schedule.name)
    return replace(schedule, lines=(schedule.lines[0], REPEALED))


def named_schedules(standing: tuple[Schedule, ...], order: Instruction) -> list[Schedule]:
    """The schedules that the clause names; the only one there is also by a longer name.

    :raises Misfit: where one is not in the act, or stands twice.
    """
    if len(standing) == 1 and _is_called(standing[0], order.title):
        return list(standing)
    found = []
    for name in _names(order.title, standing):
        same = [one for one in standing if same_name(one.name, name)]
        if len(same) != 1:
            raise Misfit(Why.SCHEDULES_UNCLEAR if same else Why.OTHER_SCHEDULE, named=order.title)
        found += same
    return found


def _names(title: str, known: tuple[Schedule, ...]) -> list[str]:
    """``บัญชี ๑ และบัญชี ๓``: the whole where a schedule is called so, else its parts."""
    if any(same_name(title, one.name) for one in known):
        return [title]
    return [name for name in _LISTED.split(title) if name]


def _is_called(schedule: Schedule, title: str) -> bool:
    own, called = ("".join(text.split()) for text in (schedule.name, title))
    return re.search(rf"{re.escape(own)}(?![0-9๐-๙])", called) is not None and not title.startswith("รายการใน")


def _behind(closing: str) -> tuple[str, ...]:
    """The schedules behind the bill: from the first name on, up to its note of reasons."""
    lines = [line for line in (" ".join(line.split()) for line in closing.split("\n")) if line]
    starts = [at for at, line in enumerate(lines) if _START.match(line) and split_schedules([line])]
    if not starts:
        return ()
    ends = [at for at in range(starts[0] + 1, len(lines)) if _END.match(" ".join(lines[at : at + 2]))]
    return tuple(lines[starts[0] : ends[0] if ends else len(lines)])
