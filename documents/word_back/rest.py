"""What of a Word file is no text of a unit: kept and told, so that nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from documents.word.origin import PARTS
from documents.word_back.heads import alike, enclosing, squeezed
from documents.word_back.parts import OwnWords
from documents.word_back.placed import UnitText, Unplaced, Why
from documents.word_back.read import Beside, Line
from law.act import Act, Division, Section
from law.citing.citation import cite
from law.editing.edit import SCHEDULES

_TAKEN_OUT = "(นำออก) "


class Rest:
    """The pieces without a place, in the order they were met."""

    def __init__(self, act: Act, own: OwnWords) -> None:
        self._act, self._own = act, own
        self._pieces: list[Unplaced] = []
        self._strays: list[tuple[Why, UnitText]] = []

    def add(self, text: str, why: Why, address: str = "") -> None:
        """``address``: the unit that it stands in, or empty."""
        self._pieces.append(Unplaced(text, why, address))

    def stray(self, why: Why, unit: UnitText) -> UnitText:
        """A unit that has no place; its lines are still coming."""
        self._strays.append((why, unit))
        return unit

    def beside(self, line: Line, home: str) -> None:
        """Footnotes, pictures and signs; not those that our papers have themselves."""
        for kind, text in line.beside:
            is_ours = kind is Beside.FOOTNOTE and self._own.has_note(text)
            if not is_ours and (home or kind is not Beside.OBJECT):
                self.add(squeezed(text), Why(kind.value), home)

    def margins(self, lines: Iterable[Line]) -> None:
        """What people wrote at the head or the foot of the pages."""
        theirs = (line.text for line in lines if line.changes or not self._own.is_margin(line.text))
        for row in dict.fromkeys(map(squeezed, theirs)):
            if any(sign.isalpha() for sign in row):
                self.add(row, Why.MARGIN)

    def table(self, lines: Sequence[Line], home: str) -> None:
        """A row each line, its cells parted by a bar."""
        rows = []
        for _, cells in groupby(lines, key=lambda line: line.row[1]):
            texts = [*cells]
            rows.append(" | ".join(filter(None, (squeezed(cell.text) for cell in texts))))
            for cell in texts:
                self.beside(cell, home)
        self.add("\n".join(filter(None, rows)), Why.TABLE, home)

    def units(self, units: Iterable[UnitText], moved: Mapping[str, str]) -> None:
        """What became of units that is not in their text. ``moved``: behind which each stands now."""
        for unit in units:
            node = self._act.get(unit.address)
            if unit.address in moved:
                self._moved(unit.address, moved)
            if isinstance(node, Section | Division) and unit.lines and not unit.head and not unit.is_new:
                why = Why.NUMBER if isinstance(node, Section) else Why.HEADING
                self.add(f"{_TAKEN_OUT}{node.heading}", why, unit.address)
            elif unit.address in PARTS and unit.address != SCHEDULES:
                self._part(unit)

    def _moved(self, address: str, moved: Mapping[str, str]) -> None:
        """What went along with its division is not told by itself."""
        node = self._act.get(address)
        outer = (one for one in enclosing(self._act, address, {}) if one != address)
        if isinstance(node, Section | Division) and not any(one in moved for one in outer):
            self.add(f"{node.heading} อยู่หลัง {cite(moved[address]) or '–'}", Why.MOVED, address)

    def _part(self, unit: UnitText) -> None:
        """What a proposal can not change is told where it reads otherwise."""
        stood, stands = self._own.lines(unit.address), {alike(text) for _, text in unit.lines}
        rows = [text for _, text in unit.lines if alike(text) not in stood]
        rows += [f"{_TAKEN_OUT}{line}" for key, line in stood.items() if key not in stands]
        if rows:
            self.add("\n".join(rows), Why.PART, unit.address)

    def all(self) -> tuple[Unplaced, ...]:
        """All pieces; lines that follow each other for one reason are one."""
        strays = (
            Unplaced(unit.text, why, unit.address if self._act.get(unit.address) is not None else "")
            for why, unit in self._strays
        )
        groups = groupby((*self._pieces, *strays), key=lambda one: (one.why, one.address))
        return tuple(Unplaced("\n".join(one.text for one in group), *key) for key, group in groups)
