"""Schedules (บัญชีท้าย, อัตราค่าธรรมเนียม): each replaced as a whole by one behind the bill, added or repealed."""

from __future__ import annotations

from law.act import Act
from law.amending.terms import Action, CannotAmend, Change, Problem, Target
from law.tree.schedules import Schedule, clean, split_schedules

_ADDRESS = "schedule"


def schedule_lines(act: Act) -> tuple[str, ...]:
    """The lines of all schedules, without footnote markers."""
    return tuple(map(clean, act.schedules))


def schedule_changes(old: Act, new: Act) -> tuple[list[Change], list[Problem]]:
    """What changed, a schedule each, and why no clause can say it."""
    if schedule_lines(old) == schedule_lines(new):
        return [], []
    stood, stands = _by_name(old), _by_name(new)
    if stood is None or stands is None:
        return [], [_problem("where one schedule ends and the next begins is not clear, or two have one name")]
    gone = [name for name in stood if name not in stands]
    if gone:
        return [], [_problem(f"{gone[0]} is missing in the new text; keep its name and write (ยกเลิก) below it")]
    if [name for name in stands if name in stood] != list(stood):
        return [], [_problem("the schedules stand in another order than before")]
    if any(one.is_repealed for name, one in stands.items() if name not in stood):
        return [], [_problem("a schedule that did not stand before is marked (ยกเลิก)")]
    differing = [(name, one) for name, one in stands.items() if not _same(stood.get(name), one)]
    return [_change(one, name in stood) for name, one in differing], []


def _by_name(act: Act) -> dict[str, Schedule] | None:
    schedules = split_schedules(act.schedules)
    by_name = {schedule.name: schedule for schedule in schedules}
    return by_name if len(by_name) == len(schedules) and bool(schedules) == bool(act.schedules) else None


def _same(old: Schedule | None, new: Schedule) -> bool:
    return old is not None and list(map(clean, old.lines)) == list(map(clean, new.lines))


def _change(schedule: Schedule, stood: bool) -> Change:
    action = Action.REPLACE if stood else Action.INSERT
    lines = tuple(map(clean, schedule.lines))
    if stood and schedule.is_repealed:
        action, lines = Action.REPEAL, ()
    return Change(
        action,
        Target.SCHEDULE,
        _ADDRESS,
        _ADDRESS,
        schedule.name,
        quoted=lines,
        within_address=_ADDRESS if stood else "",
    )


def _problem(why: str) -> Problem:
    return Problem(CannotAmend.NO_FORM, _ADDRESS, f"There is no form of clause that changes the schedules so: {why}.")
