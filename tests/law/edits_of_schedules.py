"""Random edits of schedules and of their entries."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from law.act import REPEALED
from law.editing.edit import Edit, apply_edits
from law.tree.schedules import split_schedules

if TYPE_CHECKING:
    from tests.law.edits import Editing


def edit_schedules(editing: Editing) -> bool:
    """A schedule gets one more line or other entries, goes, or another is added."""
    act, random = editing.new, editing.random
    found = split_schedules(act.schedules)
    if (
        "schedule" in editing.touched
        or bool(found) != bool(act.schedules)
        or len({one.name for one in found}) < len(found)
    ):
        return False
    blocks = [one.lines for one in found]
    what = random.choice(("add", "change", "repeal", "entries", "entries")) if blocks else "add"
    if what == "add":
        blocks.append(("บัญชีหมายเลข ๙๙", "(๑) ใบรับรอง ฉบับละ ๕๐๐ บาท"))
    elif what == "entries":
        at = random.randrange(len(blocks))
        blocks[at] = _other_entries(blocks[at], random)
    else:
        at = random.randrange(len(blocks))
        blocks[at] = (*blocks[at], "(๙๙) ใบรับรอง ฉบับละ ๕๐๐ บาท") if what == "change" else (blocks[at][0], "(ยกเลิก)")
    editing.touched.add("schedule")
    text = "\n".join(line for block in blocks for line in block)
    editing.new = apply_edits(act, [Edit("schedule", text)])
    names = [one.name for one in split_schedules(editing.new.schedules)]
    return blocks != [one.lines for one in found] and names[: len(found)] == [one.name for one in found]


_ENTRY = re.compile(r"\(([๐-๙]+)\)|([๐-๙]+)\.(?=\s)|(ลำดับที่ [๐-๙]+)")


def _other_entries(lines: tuple[str, ...], random: Random) -> tuple[str, ...]:
    """Up to three entries reworded, marked as repealed, or followed by a new one."""
    found = list(lines)
    places = [at for at, line in enumerate(lines) if _ENTRY.match(line)]
    for at in sorted(random.sample(places, min(len(places), random.choice((1, 2, 3)))), reverse=True):
        number = _ENTRY.match(lines[at])
        assert number is not None
        deed = random.choice(("reword", "repeal", "follow"))
        if deed == "reword":
            found[at] = f"{lines[at]} หรือตามที่ตกลงกัน"
        elif deed == "repeal":
            found[at] = f"{number[0]} {REPEALED}"
        elif number[1]:
            found.insert(at + 1, f"({number[1]}/๙) ใบรับรอง ฉบับละ ๕๐๐ บาท")
    return tuple(found)
