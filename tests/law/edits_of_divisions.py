"""Random headings over sections that stand, first divisions of a level, and schedules."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from law.act import REPEALED, Act, Division, Level, Node, Section, Unit
from law.edit import Edit, EditError, apply_edits
from law.numbering import propose_division, propose_label
from law.tree.headings import WORDS
from law.tree.schedules import split_schedules

if TYPE_CHECKING:
    from tests.law.edits import Editing

_LEVELS = (Level.TITLE, Level.CHAPTER, Level.PART)


def insert_heading(editing: Editing) -> bool:
    """A heading over sections that stand."""
    act, random = editing.new, editing.random
    sections = [address for address in act.sections() if "~" not in address]
    for after in random.sample(sections, min(8, len(sections))):
        address = propose_division(act, after, random.choice(_LEVELS))
        # A number that a chapter has as the act stands is given away only by another clause.
        if (
            address
            and editing.old.get(address) is None
            and _holds_a_section(editing, Edit(address, "การติดตามผล", after))
        ):
            return True
    return False


def _holds_a_section(editing: Editing, edit: Edit) -> bool:
    try:
        headed = apply_edits(editing.new, [edit])
    except EditError:
        return False
    inside = [place.node for place in headed.places().values() if place.parent == edit.address]
    if not inside or not isinstance(inside[0], Section) or inside[0].is_repealed or "~" in "".join(headed.places()):
        return False
    if not _is_numbered(inside) or not _comes_before_a_unit(inside, editing.old):
        return False
    editing.new = headed
    return True


def _is_numbered(nodes: list[Node | Unit]) -> bool:
    """Whether each ส่วนที่ ๑/๑ among them comes behind its ส่วนที่ ๑: no clause finds another place for it."""
    labels = [(node.level, node.label) for node in nodes if isinstance(node, Division)]
    return all(
        (level, label.partition("/")[0]) in labels[:at] for at, (level, label) in enumerate(labels) if "/" in label
    )


def _comes_before_a_unit(nodes: list[Node | Unit], old: Act) -> bool:
    """Whether the first of them that stands can be named as what the heading comes before: it has a number."""
    standing = (node for node in nodes if not isinstance(node, Section) or old.get(f"s{node.label}") is not None)
    first = next(standing, None)
    return not isinstance(first, Division) or first.level in WORDS


def insert_last_division(editing: Editing) -> bool:
    """A division behind all others, of a level that the act may not have, with a section."""
    act, random = editing.new, editing.random
    last = next(reversed(act.sections()), "")
    address = propose_division(act, last, random.choice(list(WORDS)))
    label = propose_label(act, last) if last else ""
    if not address or not label or not _is_open(act, address):
        return False
    code = "code." if last.startswith("code.") else ""
    section = f"{code}s{label}"
    try:
        editing.new = apply_edits(
            act, [Edit(address, "บทสุดท้าย", last), Edit(section, "ให้รายงานผลต่อคณะรัฐมนตรี", address)]
        )
    except EditError:
        return False
    editing.touched |= {section}
    return True


def _is_open(act: Act, address: str) -> bool:
    """Whether no chapter that it would stand in is repealed."""
    parent = act.get(address.rpartition(".")[0])
    return not (isinstance(parent, Division) and parent.title == REPEALED)


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
