"""A schedule (บัญชีท้าย) replaced as a whole; anything smaller is refused."""

from __future__ import annotations

import re
from dataclasses import replace

from law.act import Act
from law.instructions.model import Action, Instruction
from law.instructions.refusals import Misfit, Why

_NAME = re.compile(r"(?:บัญชี|อัตรา|ตาราง|ใบแนบ|ภาคผนวก|ผนวก|แผนที่|แบบ)\S*(?:\s?[0-9๐-๙]+|\s[ก-ฮ])?(?:\s*\[[0-9๐-๙]+\])*")
_END = re.compile(r"หมายเหตุ\s*:|\(?หมายเหตุ\)?$")


def replace_schedule(act: Act, order: Instruction, closing: str) -> Act:
    """``act`` with its one schedule replaced by the quoted one, or by the one behind the bill (``closing``).

    :raises Misfit: where the act has none or several, where the bill's is missing, or their names differ.
    """
    if order.action is not Action.REPLACE:
        raise Misfit(Why.SCHEDULE_PART)
    if not act.schedules:
        raise Misfit(Why.NO_SCHEDULE)
    new = order.quotation or _behind(closing)
    if not new:
        raise Misfit(Why.SCHEDULE_NOT_IN_BILL)
    for lines in (act.schedules, new):
        if sum(_NAME.fullmatch(line) is not None for line in lines) != 1 or not _NAME.fullmatch(lines[0]):
            raise Misfit(Why.SCHEDULES_UNCLEAR)
    if _plain(act.schedules[0]) not in _plain(order.title) or _plain(new[0]) not in _plain(order.title):
        raise Misfit(Why.OTHER_SCHEDULE, named=order.title)
    return replace(act, schedules=new)


def _behind(closing: str) -> tuple[str, ...]:
    lines = [" ".join(line.split()) for line in closing.split("\n")]
    lines = [line for line in lines if line]
    starts = [index for index, line in enumerate(lines) if _NAME.fullmatch(line)]
    if not starts:
        return ()
    ends = [index for index, line in enumerate(lines) if index > starts[0] and _END.match(line)]
    return tuple(lines[starts[0] : ends[0] if ends else len(lines)])


def _plain(name: str) -> str:
    """A schedule's name without notes, spaces and the words for where it stands."""
    return re.sub(r"\[[0-9๐-๙]+\]|\s|แนบท้าย$|ต่อท้าย$|ท้าย$", "", name)
