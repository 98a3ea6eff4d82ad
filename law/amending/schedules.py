"""Schedules (บัญชีท้าย, อัตราค่าธรรมเนียม): entries that changed, or the schedule as a whole by one behind the bill."""

from __future__ import annotations

from dataclasses import replace

from law import numerals
from law.act import REPEALED, Act
from law.amending.terms import Action, CannotAmend, Change, Problem, Target
from law.tree.entries import Entries, Entry, EntryKind, split_entries
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
    return [change for name, one in differing for change in _changes(stood.get(name), one)], []


def _by_name(act: Act) -> dict[str, Schedule] | None:
    schedules = split_schedules(act.schedules)
    by_name = {schedule.name: schedule for schedule in schedules}
    return by_name if len(by_name) == len(schedules) and bool(schedules) == bool(act.schedules) else None


def _same(old: Schedule | None, new: Schedule) -> bool:
    return old is not None and list(map(clean, old.lines)) == list(map(clean, new.lines))


def _changes(old: Schedule | None, new: Schedule) -> list[Change]:
    """Entry by entry where no more than half of them changed and that can be said; else the whole."""
    if old is not None:
        for kind in EntryKind:
            before, after = (split_entries(map(clean, schedule.lines), kind) for schedule in (old, new))
            found = _entry_changes(before, after, kind, new.name) if before and after else None
            if found is not None:
                return found
    return [_change(new, old is not None)]


def _entry_changes(old: Entries, new: Entries, kind: EntryKind, schedule: str) -> list[Change] | None:
    """The entries that changed; None where no clauses on entries give the new schedule."""
    stood = {entry.label: entry for entry in old.entries}
    changed = [entry for entry in new.entries if entry != stood.get(entry.label)]
    standing = [entry for entry in changed if entry.label in stood]
    if old.before != new.before or not stood.keys() <= {entry.label for entry in new.entries}:
        return None
    if len(standing) * 2 > len(stood) or not all(map(_can_be_quoted, changed)):
        return None
    if not _tells_apart(old, changed) or not all(map(new.ends_clearly, changed)):
        return None
    if any(stood[entry.label].is_repealed or not _is_plain_mark(entry, stood[entry.label]) for entry in standing):
        return None
    found = [_entry_change(entry, entry.label in stood, kind, schedule) for entry in changed]
    places = [new.entries.index(entry) for entry in changed]
    return [replace(change, adjacent=at > 0 and places[at] == places[at - 1] + 1) for at, change in enumerate(found)]


def _is_plain_mark(new: Entry, old: Entry) -> bool:
    """An entry marked as repealed keeps its number as it stood, on one line with the mark."""
    return not new.is_repealed or new.lines == (f"{old.written} {REPEALED}",)


def _can_be_quoted(entry: Entry) -> bool:
    return not any(set('“”"«»') & set(line) for line in entry.lines)


def _tells_apart(entries: Entries, changed: list[Entry]) -> bool:
    """Whether it is clear where each entry ends that a clause is about, or puts another behind."""
    for new in changed:
        at = sum(1 for entry in entries.entries if numerals.order(entry.label) < numerals.order(new.label))
        rest = entries.entries[at:]
        stands = rest[:1] if rest and rest[0].label == new.label else ()
        about = stands or entries.entries[max(at - 1, 0) : at]
        is_new_mark = new.is_repealed and not stands
        if is_new_mark or not all(map(entries.ends_clearly, about)):
            return False
        entries = replace(entries, entries=(*entries.entries[:at], new, *rest[len(stands) :]))
    return True


def _entry_change(entry: Entry, stood: bool, kind: EntryKind, schedule: str) -> Change:
    action = Action.REPLACE if stood else Action.INSERT
    label = numerals.written(entry.label)
    own = f"({label})" if kind is EntryKind.ITEM else f"ลำดับที่ {label}"
    return Change(
        Action.REPEAL if stood and entry.is_repealed else action,
        Target.ENTRY,
        _ADDRESS,
        f"{_ADDRESS}.{kind}{entry.label}",
        own,
        within=schedule,
        quoted=() if stood and entry.is_repealed else entry.lines,
        within_address=_ADDRESS,
    )


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
