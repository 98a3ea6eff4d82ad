"""A schedule (บัญชีท้าย, อัตราค่าธรรมเนียม) replaced as a whole by the one behind the bill."""

from __future__ import annotations

import re

from law.act import Act
from law.amending.terms import Action, Change, Target

_NAME = re.compile(r"(?:บัญชี|อัตรา|ตาราง|ใบแนบ|ภาคผนวก|ผนวก|แผนที่|แบบ)\S*(?:\s?[0-9๐-๙]+)?")
_NOTE = re.compile(r"\[[0-9๐-๙]+\]")
_BEHIND = re.compile(r"(?:แนบท้าย|ต่อท้าย|ท้าย)$")


def schedule_lines(act: Act) -> tuple[str, ...]:
    """The lines of all schedules, without footnote markers."""
    return tuple(" ".join(_NOTE.sub("", line).split()) for line in act.schedules)


def same_schedule(old: Act, new: Act) -> bool:
    """Whether the schedules say the same."""
    return schedule_lines(old) == schedule_lines(new)


def is_one_schedule(old: Act, new: Act) -> bool:
    """Whether both have one schedule, of the same name: only then can a clause say which."""
    names = [[line for line in schedule_lines(act) if _NAME.fullmatch(line)] for act in (old, new)]
    first = [schedule_lines(act)[:1] for act in (old, new)]
    return len(names[0]) == 1 and names[0] == names[1] and first[0] == first[1] == tuple(names[0])


def schedule_change(old: Act, new: Act) -> Change | None:
    """The change of the one schedule; None where it says the same."""
    if same_schedule(old, new):
        return None
    lines = schedule_lines(new)
    name = _BEHIND.sub("", lines[0])
    return Change(
        Action.REPLACE, Target.SCHEDULE, "schedule", "schedule", name, quoted=lines, within_address="schedule"
    )
