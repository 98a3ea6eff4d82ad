"""The lines of a Word file that came back, put to the units of the act they were made from.

Bookmarks say where a unit begins; where they are gone (a text copied into a new file), the number at the beginning of
a line does. What belongs to no unit is kept and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from documents.word_origin import PARTS, bookmarks
from documents.word_read import Line
from law import numerals
from law.act import Act, Division, Section
from law.edit import SCHEDULES, schedules_text
from law.reading.normalise import Mends, mend

_NUMBER = re.compile(rf"(?P<word>มาตรา|ข้อ)\s*(?P<label>{numerals.LABEL_PATTERN})(?:\s+|$)")
_QUOTE = re.compile('"([^"]*)"')
_ARABIC = re.compile("[0-9]")


class Why(StrEnum):
    """Why a piece of the file has no place."""

    BEFORE = "before"  # it stands before the first unit
    PART = "part"  # it changes what a proposal can not change: the title, a schedule, the reasons
    NUMBER = "number"  # the number of a section that stands was changed
    TAKEN = "taken"  # it begins like a section that the act has elsewhere in the file
    NO_PLACE = "no_place"  # a new section without a section or heading before it


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A piece without a place. ``address``: the unit it stands in, or empty."""

    text: str
    why: Why
    address: str = ""


@dataclass(slots=True)
class UnitText:
    """A unit as the file has it. ``lines``: (number of the line in the file, text); ``after``: of a new section."""

    address: str
    after: str = ""
    headed: bool = False  # its number stands there
    lines: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(text for _, text in self.lines)


@dataclass(frozen=True, slots=True)
class Placed:
    """``units`` by address, in the order of the file. ``adapted``: lines whose digits or marks were mended."""

    units: dict[str, UnitText]
    unplaced: tuple[Unplaced, ...]
    adapted: int

    def unit_of(self, line: int) -> UnitText | None:
        """The unit that a line of the file belongs to."""
        return next((unit for unit in self.units.values() if any(number == line for number, _ in unit.lines)), None)


def place(lines: Iterable[Line], act: Act) -> Placed:
    """Put every line to its unit. ``act``: as the file was made from it."""
    return _Placer(act).place(tuple(lines))


class _Placer:
    def __init__(self, act: Act) -> None:
        self._act = act
        self._names = bookmarks(act)
        self._units: dict[str, UnitText] = {}
        self._open: UnitText | None = None
        self._unplaced: list[Unplaced] = []
        self._marked = False
        self._thai_only = not any(_ARABIC.search(section.text) for section in act.sections().values())
        self._adapted = 0

    def place(self, lines: tuple[Line, ...]) -> Placed:
        self._marked = any(name in self._names for line in lines for _, name in line.starts)
        for number, line in enumerate(lines):
            for address, text, begins in self._pieces(line):
                self._take(number, address, text, begins=begins, ours=line.ours)
        kept = {address: unit for address, unit in self._units.items() if address not in PARTS or address == SCHEDULES}
        self._check_parts()
        return Placed(kept, tuple(self._unplaced), self._adapted)

    def _pieces(self, line: Line) -> Iterator[tuple[str, str, bool]]:
        """(unit that begins, its words, whether the paragraph begins with them); a deleted one has no words."""
        starts = sorted((offset, self._names[name]) for offset, name in line.starts if name in self._names)
        if not starts or starts[0][0] > 0:
            yield "", line.text[: starts[0][0]] if starts else line.text, True
        for place, (offset, address) in enumerate(starts):
            end = starts[place + 1][0] if place + 1 < len(starts) else len(line.text)
            yield address, line.text[offset:end], offset == 0

    def _take(self, number: int, address: str, text: str, *, begins: bool, ours: bool) -> None:
        rows = [squeezed(row) for row in text.split("\n")]
        if address:
            self._begin(UnitText(address), number, rows)
            return
        for row in filter(None, rows):
            if not (begins and self._heads(number, row)):
                self._append(number, row, ours=ours)

    def _begin(self, unit: UnitText, number: int, rows: list[str]) -> None:
        """A unit that a bookmark names; a bookmark that stands twice (pasted) goes on with the same unit."""
        self._open = self._units.setdefault(unit.address, unit)
        rest = rows
        if rows and rows[0]:
            rest = [self._without_number(self._open, rows[0]), *rows[1:]]
        for row in filter(None, rest):
            self._append(number, row)

    def _without_number(self, unit: UnitText, row: str) -> str:
        """The first line of a unit without its heading, which is no text of it."""
        node = self._act.get(unit.address)
        if not isinstance(node, (Section, Division)):
            return row
        heading = squeezed(node.heading)
        found = _NUMBER.match(row)
        if _alike(row).startswith(_alike(heading)) and not row[len(heading) : len(heading) + 1].strip():
            unit.headed = True
            return row[len(heading) :].strip()
        if isinstance(node, Section) and found is not None:
            unit.headed = True
            self._unplaced.append(Unplaced(found[0].strip(), Why.NUMBER, unit.address))
            return row[found.end() :]
        return row

    def _heads(self, number: int, row: str) -> bool:
        """Whether a line without a bookmark begins a section: a new one, or any where there are no bookmarks."""
        found = _NUMBER.match(row)
        if found is None or "“" in row[: found.end()]:
            return self._heads_division(row)
        prefix = "code." if self._open is not None and self._open.address.startswith("code.") else ""
        address = f"{prefix}s{numerals.plain(found['label'])}"
        stands = self._act.get(address) is not None
        if stands and self._marked:
            self._unplaced.append(Unplaced(row, Why.TAKEN, address))
            return True
        if stands:
            self._begin(UnitText(address), number, [row])
            return True
        return self._insert(number, address, row, row[found.end() :])

    def _heads_division(self, row: str) -> bool:
        """Without bookmarks the name of a division says where it begins."""
        if self._marked:
            return False
        for address, placed in self._act.places().items():
            if isinstance(placed.node, Division) and address not in self._units and placed.node.heading == row:
                self._open = self._units.setdefault(address, UnitText(address, headed=True))
                return True
        return False

    def _insert(self, number: int, address: str, row: str, text: str) -> bool:
        if self._open is None or self._open.address in PARTS:
            self._unplaced.append(Unplaced(row, Why.NO_PLACE))
            return True
        behind = self._open.address
        self._open = self._units.setdefault(address, UnitText(address, after=behind, headed=True))
        if text.strip():
            self._append(number, text.strip())
        return True

    def _append(self, number: int, row: str, *, ours: bool = False) -> None:
        if self._open is None:
            if not ours:
                self._unplaced.append(Unplaced(row, Why.BEFORE))
            return
        self._open.lines.append((number, self._fitted(self._open.address, row)))

    def _fitted(self, address: str, row: str) -> str:
        """A line as the act has it; a new one with the act's digits and quotation marks."""
        for known in self._known(address):
            if _alike(known) == _alike(row):
                self._adapted += known != row
                return known
        fitted = _QUOTE.sub(r"“\1”", row)
        if self._thai_only:
            fitted = numerals.thai(fitted)
        self._adapted += fitted != row
        return fitted

    def _known(self, address: str) -> list[str]:
        node = self._act.get(address)
        if isinstance(node, Section):
            return node.text.split("\n")
        if address == SCHEDULES:
            return schedules_text(self._act.schedules).split("\n")
        return [node.title] if isinstance(node, Division) else []

    def _check_parts(self) -> None:
        """What a proposal can not change is told where it reads otherwise."""
        for address, unit in self._units.items():
            if address in PARTS and address not in ("reasons", SCHEDULES):
                kept = {_alike(line) for line in _part_lines(self._act, address)}
                changed = [text for _, text in unit.lines if _alike(text) not in kept]
                if changed:
                    self._unplaced.append(Unplaced("\n".join(changed), Why.PART, address))


def _part_lines(act: Act, address: str) -> Iterator[str]:
    code = act.code
    parts: dict[str, Iterable[str]] = {
        "title": act.heading or (act.title,),
        "preamble": act.preamble,
        "closing": act.closing,
        SCHEDULES: act.schedules,
        "remarks": act.remarks,
        "code.title": (code.heading or (code.title,)) if code else (),
        "code.closing": code.closing if code else (),
    }
    for block in parts.get(address, ()):
        yield from (squeezed(line) for line in block.split("\n"))
    for tail in act.tail if address == "tail" else ():
        blocks = (tail.title, *tail.opening, *(f"{one.heading} {one.text}" for one in tail.sections), *tail.lines)
        yield from (squeezed(line) for block in blocks for line in block.split("\n"))


def squeezed(text: str) -> str:
    """One line with single spaces, its characters mended as those of an act that is imported."""
    return " ".join(mend(text, Mends()).split())


_SAME = str.maketrans("๐๑๒๓๔๕๖๗๘๙“”„‟«»", "0123456789" + '"' * 6)


def _alike(text: str) -> str:
    """For comparing: digits and quotation marks of one kind, no spaces."""
    return re.sub(r"\s+", "", text.translate(_SAME))
