"""The numbered entries of a schedule: ``(๑) ใบอนุญาต ฉบับละ ๑๐๐ บาท``, ``๑. …``, ``ลำดับที่ ๑ …``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from law import numerals
from law.tree.labels import REPEALED
from law.tree.schedules import clean

_LABEL = numerals.LABEL_PATTERN


class EntryKind(StrEnum):
    """How entries are numbered; the value begins their part of an address (``schedule.i1``, ``schedule.n1``)."""

    ITEM = "i"  # (๑)
    ROW = "n"  # ๑. or ลำดับที่ ๑


_BEGINS = {
    EntryKind.ITEM: re.compile(rf"\(\s*(?P<label>{_LABEL})\s*\)(?=\s|\Z)"),
    EntryKind.ROW: re.compile(rf"(?:ลำดับ(?:ที่)?\s*(?P<label>{_LABEL})|(?P<number>[0-9๐-๙]+(?:/[0-9๐-๙]+)?)\.)(?=\s|\Z)"),
}
_PART = re.compile(r"\((?:[ก-ฮ]|[0-9๐-๙]+)\)|[-–•]\s|[0-9๐-๙]+(?:\.[0-9๐-๙]+)+\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``label``: plain; ``written``: its number as it stands (``(๑)``); ``lines``: all, number and all."""

    label: str
    written: str
    lines: tuple[str, ...]

    @property
    def is_repealed(self) -> bool:
        """Whether it is the mark of a repealed one."""
        return " ".join(map(clean, self.lines)) == f"{self.written} {REPEALED}"

    @property
    def bare(self) -> int:
        """Lines behind the first that do not begin with a number of their own."""
        return sum(1 for line in self.lines[1:] if not _PART.match(line.strip()))


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a schedule, one list of rising numbers, and the lines before the first."""

    before: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines as they stand."""
        return (*self.before, *(line for entry in self.entries for line in entry.lines))

    def ends_clearly(self, entry: Entry) -> bool:
        """Whether an entry has no more lines than most have: else a heading, or what follows the list, may be in it."""
        counts = Counter(other.bare for other in self.entries)
        usual = max(counts, key=lambda bare: (counts[bare], -bare))
        return entry.bare <= usual


def split_entries(lines: Iterable[str], kind: EntryKind) -> Entries | None:
    """The numbered entries of ``lines``; None where there are none, or they are not one list of rising numbers."""
    before: list[str] = []
    found: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if kind is EntryKind.ITEM and found and _BEGINS[EntryKind.ROW].match(clean(line)):
            return None
        match = _BEGINS[kind].match(clean(line))
        if match is not None:
            label = match["label"] or match.groupdict().get("number") or ""
            found.append((numerals.plain(label), match[0], [line]))
        elif found:
            found[-1][2].append(line)
        else:
            before.append(line)
    entries = tuple(Entry(label, written, tuple(own)) for label, written, own in found)
    rising = all(numerals.order(one.label) < numerals.order(other.label) for one, other in pairwise(entries))
    return Entries(tuple(before), entries) if entries and rising else None
