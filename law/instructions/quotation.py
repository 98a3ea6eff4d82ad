"""The quotation of a clause: where it begins and ends, also where a quotation mark is missing."""

from __future__ import annotations

import re
from dataclasses import replace

from law.instructions.bill import PAGE_BREAK, BillSection
from law.instructions.loose import loose
from law.instructions.model import Instruction
from law.instructions.quotes import CLOSING, OPENING, depths, quoted_lines
from law.instructions.refusals import Refusal, Why, refusal

_COLON = re.compile(r"[\s:]*")
_NEXT_ORDER = re.compile(rf"[\s;]*(?:{loose('และ')})?\s*{loose('ให้ยกเลิก|ให้เพิ่ม|ให้แก้ไข|ให้ตัด')}")


def attach(instruction: Instruction, section: BillSection, at: int) -> tuple[Instruction, int]:
    """``instruction`` with the quotation that begins at ``at``, and where that ends."""
    marked = section.marked
    start = _COLON.match(marked, at)
    begin = start.end() if start else at
    if begin >= len(marked):
        return replace(instruction, problems=(*instruction.problems, refusal(Why.NO_QUOTATION))), begin
    opened = marked[begin] == OPENING
    inner = begin + 1 if opened else begin
    damage: tuple[Refusal, ...] = () if opened else (refusal(Why.OPENING_MARK),)
    close = _close(marked, begin, opened=opened)
    if close is None:
        damage, close = (*damage, refusal(Why.CLOSING_MARK)), len(marked)
    lines = quoted_lines(section.text[inner:close], marked[inner:close])
    if PAGE_BREAK in section.text[inner:close]:
        damage = (*damage, refusal(Why.PAGE_END))
    attached = replace(instruction, quotation=lines, damage=(*instruction.damage, *damage))
    if not opened and "\n" not in marked[at:begin]:
        attached = replace(attached, problems=(*attached.problems, refusal(Why.UNCLEAR_QUOTATION)))
    return attached, min(len(marked), close + 1)


def _close(marked: str, begin: int, *, opened: bool) -> int | None:
    """The place of the closing mark: where the marks come out even before another order, or else the last of all."""
    end = len(marked)
    for place, depth in depths(marked, begin, end):
        if depth == 0 and marked[place] == CLOSING and _NEXT_ORDER.match(marked, place + 1):
            return place
    if marked.rstrip(" .\n").endswith(CLOSING):
        return marked.rindex(CLOSING)
    even = [place for place, depth in depths(marked, begin, end) if depth == 0 and marked[place] == CLOSING]
    return even[-1] if even and opened else None
