"""The lines of a Word file that came back, put to the units of the act they were made from.

Bookmarks say where a unit begins; where they are gone (a text copied into a new file), the number at the beginning of
a line does. What belongs to no unit is kept and told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby

from documents.word.origin import PARTS, bookmarks
from documents.word_back.heads import (
    SectionHead,
    address_in,
    alike,
    begins_with,
    division_head,
    is_bare_heading,
    section_head,
    squeezed,
    standing,
)
from documents.word_back.order import Anchors, New
from documents.word_back.parts import OwnWords
from documents.word_back.placed import Placed, UnitText, Why
from documents.word_back.read import Line
from documents.word_back.rest import Rest
from documents.word_back.survey import begun_section, pieces, survey
from law.act import REPEALED, Act, Division, Section
from law.editing.edit import SCHEDULES

_LONGEST_TITLE = 300  # characters of a line that can be the name of a division


def place(lines: Iterable[Line], act: Act, reasons: str = "", margins: Iterable[Line] = ()) -> Placed:
    """Put every line to its unit.

    ``act``: as the file was made from it; ``reasons``: of the proposal; ``margins``: at head and foot of the pages.
    """
    return _Placer(act, tuple(lines), reasons).place(margins)


class _Placer:
    def __init__(self, act: Act, lines: tuple[Line, ...], reasons: str) -> None:
        self._act = act
        self._lines = lines
        self._names = bookmarks(act)
        self._own = OwnWords(act, reasons)
        self._survey = survey(lines, self._names, act)
        self._units: dict[str, UnitText] = {}
        self._sequence: list[str | New] = []  # what is in place
        self._opened: dict[str, Division] = {}
        self._open: UnitText | None = None
        self._context = ""  # the last unit of the act, or new division, that is in place
        self._rest = Rest(act, self._own)
        self._homes: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self._adapted = 0

    def place(self, margins: Iterable[Line]) -> Placed:
        for table, group in groupby(enumerate(self._lines), key=lambda one: one[1].row[0]):
            lines = [*group]
            if table and not self._is_text([line for _, line in lines]):
                self._homes |= {number: [(0, self._home)] for number, _ in lines}
                self._rest.table([line for _, line in lines], self._home)
                continue
            for number, line in lines:
                self._read(number, line)
        self._anchor()
        self._rest.units(self._units.values(), self._survey.moved)
        self._rest.margins(margins)
        kept = {address: unit for address, unit in self._units.items() if address not in PARTS or address == SCHEDULES}
        return Placed(kept, self._rest.all(), self._adapted, dict(self._homes))

    # --- lines ------------------------------------------------------------------------------------

    def _read(self, number: int, line: Line) -> None:
        offset = 0
        for address, text, begins in pieces(line, self._names):
            rows = [row for row in map(squeezed, text.split("\n")) if row]
            if address and not (address in self._survey.relocated and not text.strip()):
                self._begin(UnitText(address), number, rows)
            else:
                self._continue(number, rows, begins=begins, ours=line.ours)
            if self._open is not None:
                self._homes[number].append((offset, self._open.address))
                self._open.changes |= line.changes
            offset += len(text)
        self._rest.beside(line, self._home)

    @property
    def _home(self) -> str:
        return self._open.address if self._open is not None else ""

    def _continue(self, number: int, rows: Sequence[str], *, begins: bool, ours: bool) -> None:
        for row in rows:
            if not (begins and self._heads(number, row)):
                self._append(number, row, ours=ours)

    def _begin(self, unit: UnitText, number: int, rows: Sequence[str]) -> None:
        """A unit that a bookmark names; a bookmark that stands twice (pasted) goes on with the same unit."""
        rest = rows
        if rows:
            if self._is_renumbered(unit.address, rows[0]) and self._heads(number, rows[0]):
                self._continue(number, rows[1:], begins=True, ours=False)
                return
            rest = [self._without_number(unit, rows[0]), *rows[1:]]
        self._open = self._units.setdefault(unit.address, unit)
        self._open.head = self._open.head or unit.head
        self._stands(unit.address)
        for row in filter(None, rest):  # a number may stand by itself
            self._append(number, row)

    def _stands(self, address: str) -> None:
        if address not in PARTS and address not in self._survey.moved:
            self._sequence.append(address)
            self._context = address

    def _is_renumbered(self, address: str, row: str) -> bool:
        """Whether a section that was moved has a new number where it stands now: then it is a new section."""
        head, node = section_head(row), self._act.get(address)
        if head is None or address not in self._survey.moved or not isinstance(node, Section):
            return False
        return self._act.get(f"{'code.' * address.startswith('code.')}s{head.label}") is None and not begins_with(
            row, node
        )

    def _without_number(self, unit: UnitText, row: str) -> str:
        """The first line of a unit without its heading, which is no text of it."""
        node = self._act.get(unit.address)
        if not isinstance(node, (Section, Division)):
            return row
        heading = squeezed(node.heading)
        if begins_with(row, node):
            unit.head = row[: len(heading)]
            return row[len(heading) :].strip()
        if isinstance(node, Section) and (head := section_head(row)):
            return self._changed_number(unit, head.heading, head.rest)
        if isinstance(node, Division) and (division := division_head(row)):
            return self._changed_number(unit, division.heading, division.title)
        return row

    def _changed_number(self, unit: UnitText, heading: str, rest: str) -> str:
        unit.head = heading
        self._rest.add(heading, Why.NUMBER, unit.address)
        return rest

    # --- headings that no bookmark names ----------------------------------------------------------

    def _heads(self, number: int, row: str) -> bool:
        """Whether a line begins a unit: a new one, one that was pasted, or any where there are no bookmarks."""
        here = self._home
        part = "" if self._survey.marked else self._own.opens_part(row)
        if part and part not in self._units:
            self._open = self._units.setdefault(part, UnitText(part))
            return False
        if here == SCHEDULES or (here and alike(row) in self._own.lines(here)):
            return False
        section = begun_section(row, self._act, "code." if here.startswith("code.") else "")
        if section is not None:
            return self._heads_section(number, row, *section)
        division = division_head(row)
        if division is not None and here not in PARTS:
            return self._heads_division(number, row, division)
        return self._heads_bare(number, row)

    def _heads_section(self, number: int, row: str, address: str, head: SectionHead) -> bool:
        if address in self._survey.worded or address in self._units:
            return self._stray(address, number, row)
        if self._act.get(address) is not None:
            self._begin(UnitText(address), number, [row])
        else:
            self._insert(UnitText(address, head=head.heading, is_new=True), number, head.rest)
        return True

    def _heads_division(self, number: int, row: str, head: Division) -> bool:
        there = standing(self._act, head, {*self._survey.worded, *self._units})
        if there and (there in self._survey.relocated or not self._survey.marked):
            self._begin(UnitText(there), number, [row])
            return True
        address = address_in(self._act, self._context, head, self._opened)
        if not address:
            self._rest.add(row, Why.HEADING, self._context)
        elif self._act.get(address) is not None or address in self._units:
            return self._stray(address, number, row)
        else:
            self._insert(UnitText(address, head=head.heading, division=head, is_new=True), number, head.title)
        return True

    def _heads_bare(self, number: int, row: str) -> bool:
        """A heading without a number: of the act, where there are no bookmarks; a new one is only told."""
        opened = self._open
        if opened is None or opened.address in PARTS or (self._is_division(opened) and not opened.lines):
            return False
        there = "" if self._survey.marked else self._bare.get(alike(row), "")
        if there and there not in self._units:
            self._begin(UnitText(there), number, [row])
            return True
        if is_bare_heading(row):
            self._rest.add(row, Why.HEADING, opened.address)
            return True
        return False

    @cached_property
    def _bare(self) -> dict[str, str]:
        divisions = ((address, place.node) for address, place in self._act.places().items())
        return {alike(node.heading): at for at, node in divisions if isinstance(node, Division) and not node.label}

    def _insert(self, unit: UnitText, number: int, text: str) -> None:
        if self._open is None or self._open.address in PARTS:
            self._open = self._rest.stray(Why.NO_PLACE, unit)
            unit.lines.append((number, " ".join(filter(None, (unit.head, text)))))
            return
        self._open = self._units[unit.address] = unit
        self._sequence.append(New(unit.address, unit.division))
        if unit.division is not None:
            self._opened[unit.address], self._context = unit.division, unit.address
        if text:
            self._append(number, text)

    def _stray(self, address: str, number: int, row: str) -> bool:
        """What begins like a unit that stands elsewhere is kept by itself, down to where the next unit begins."""
        self._open = self._rest.stray(Why.TAKEN, UnitText(address, lines=[(number, row)]))
        return True

    # --- words ------------------------------------------------------------------------------------

    def _is_division(self, unit: UnitText) -> bool:
        return unit.division is not None or isinstance(self._act.get(unit.address), Division)

    def _append(self, number: int, row: str, *, ours: bool = False) -> None:
        opened = self._open
        if opened is None:
            if not ours and not self._own.stands_before(row):
                self._rest.add(row, Why.BEFORE)
            return
        if opened.division is not None or isinstance(self._act.get(opened.address), Division):
            self._entitle(opened, number, row)
            return
        fitted = self._own.fitted(opened.address, row)
        self._adapted += fitted != row
        opened.lines.append((number, fitted))

    def _entitle(self, division: UnitText, number: int, row: str) -> None:
        """The name of a division is one line; what follows it is no section, and only told."""
        if row == REPEALED:
            division.lines.clear()
        if (division.lines and division.lines[-1][0] != number) or len(row) > _LONGEST_TITLE:
            self._rest.add(row, Why.LOOSE, division.address)
            return
        fitted = self._own.fitted(division.address, row)
        self._adapted += fitted != row
        division.lines.append((number, fitted))

    def _is_text(self, lines: Sequence[Line]) -> bool:
        """Whether a table holds units of the act, or stands where lines are kept as they are."""
        if self._home in PARTS:
            return True
        rows = [squeezed(row) for line in lines for row in line.text.split("\n")]
        named = any(name in self._names for line in lines for _, name in line.starts)
        return named or any(begun_section(row, self._act, "") or division_head(row) for row in rows)

    def _anchor(self) -> None:
        """Put the new units behind what they follow."""
        for address, after in Anchors(self._act).find(self._sequence).items():
            self._units[address].after = after
            if not after:
                self._rest.add(self._units.pop(address).whole, Why.NO_PLACE)
