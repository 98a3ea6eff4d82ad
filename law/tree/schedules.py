"""The schedules behind an act (บัญชี, ตาราง, อัตรา, แบบ … ท้ายพระราชบัญญัติ), each with its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from law import numerals
from law.tree.labels import REPEALED

_STEM = r"(?P<stem>บัญชี|อัตรา|ตาราง|ใบแนบ|ภาคผนวก|ผนวก|แผนที่|แบบ|เอกสาร)"
_NUMBER = r"(?:หมายเลข|ที่)?\s?(?P<number>[0-9๐-๙]+(?:/[0-9๐-๙]+)?|(?<=\s)[ก-ฮ])"
_NAME = re.compile(
    rf"{_STEM}(?P<words>[^\s\[(0-9๐-๙]*)(?:\s?{_NUMBER})?(?P<of>\s*\([^()]{{1,80}}\))?(?P<notes>(?:\s*\[[0-9๐-๙]+\])*)"
)
_BEHIND = re.compile(r"(?:แนบท้าย|ต่อท้าย|ท้าย)(?:พระราชบัญญัติ|พระราชกำหนด|ประกาศ|กฎ|ระเบียบ|ข้อบังคับ)?\S*$")
_NOTE = re.compile(r"\[[0-9๐-๙]+\]")
# The heads of columns stand in a row: a name right behind one of them is another head.
_COLUMN = re.compile(r"รายการ|ลำดับ(?:ที่)?|ที่|ประเภท|ชนิด|จำนวน|หน่วย|บาท")


@dataclass(frozen=True, slots=True)
class Schedule:
    """One schedule. ``lines``: its name first; ``number`` as the name has it, plain, empty where it has none."""

    stem: str
    number: str
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        """As a clause calls it: ``บัญชี ๒``, ``อัตราค่าธรรมเนียม``; without notes and the law it stands behind."""
        return _BEHIND.sub("", clean(self.lines[0])).strip()

    @property
    def is_repealed(self) -> bool:
        """Whether it is the mark of a repealed one."""
        return tuple(map(clean, self.lines[1:])) == (REPEALED,)


def clean(line: str) -> str:
    """A line without footnote markers, with single spaces."""
    return " ".join(_NOTE.sub("", line).split())


def same_name(one: str, other: str) -> bool:
    """Whether two names are of one schedule: spaces and the words for where it stands do not count."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    plain = "".join(numerals.arabic(_BEHIND.sub("", clean(name))).split())
    return re.sub(r"(?:หมายเลข|ที่)(?=[0-9]+$)", "", plain)


def split_schedules(lines: Iterable[str]) -> tuple[Schedule, ...]:
    """The schedules one after another; empty where the first line names none, so that nothing can be told apart."""
    found: list[tuple[str, str, list[str]]] = []
    before = ""
    for line in lines:
        match = _NAME.fullmatch(line.strip())
        if match is not None and (not before or (found and _begins(match, found[-1], before))):
            found.append((match["stem"], numerals.plain(match["number"] or ""), [line]))
        elif found:
            found[-1][2].append(line)
        else:
            return ()
        before = line
    return tuple(Schedule(stem, number, tuple(part)) for stem, number, part in found)


def _begins(match: re.Match[str], last: tuple[str, str, list[str]], before: str) -> bool:
    """Whether what could be a name is one, and not the head of a column."""
    if match["notes"] or _BEHIND.search(match["words"]):
        return True
    if match["number"]:
        return match["stem"] == last[0] or not last[1]
    return not last[1] and not _COLUMN.fullmatch(before.strip()) and _plain(match[0]) not in _plain(last[2][0])
