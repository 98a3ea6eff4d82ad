"""What came back in a Word file against the draft it was made from and the draft that stands now: three texts.

Pure: what the file changed is taken over where the unit was left alone meanwhile; where both changed it, a person says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from documents.word_back.heads import enclosing
from documents.word_back.placed import Placed, UnitText, Unplaced, Why
from law.act import REPEALED, Act, Division, Section
from law.editing.edit import SCHEDULES, Edit, canonical, schedules_text
from review.approval import base_text


@dataclass(frozen=True, slots=True)
class Conflict:
    """A unit that the file and a later draft changed in two ways. Empty text: it is not there."""

    address: str
    word: str
    now: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """``edits``: of the draft to be made. ``missing``: units of the paper that the file has no more; they stay."""

    edits: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...]
    unplaced: tuple[Unplaced, ...]
    missing: tuple[str, ...]


def merge(
    placed: Placed,
    *,
    edition: Act,
    base: Act,
    now: Act,
    edits: Iterable[Edit],
    paper: Collection[str],
    whole: bool,
    taken: Collection[str] = (),
) -> Merged:
    """Take over what the file changed.

    ``base``: by the draft the file was made from; ``now``: by the last one, whose ``edits`` these are. ``paper``: the
    units that the paper had; ``whole``: it was the whole act, so that what is not there was taken out. ``taken``:
    addresses of conflicts in which the file is right.
    """
    merger = _Merger(edition, base, now, edits, taken)
    for unit in placed.units.values():
        if _is_there(unit):
            merger.take(unit)
    there = {unit.address for unit in placed.units.values() if _is_there(unit)}
    gone = sorted((one for one in paper if one not in there), key=merger.is_division)  # sections first
    missing = [address for address in gone if not (whole and merger.take_out(address))]
    return Merged(
        tuple(merger.edits.values()),
        tuple(merger.conflicts),
        (*placed.unplaced, *merger.unplaced),
        tuple(address for address in missing if now.get(address) is not None),
    )


def _is_there(unit: UnitText) -> bool:
    """A unit of which neither number nor words are left was taken out."""
    return bool(unit.head or unit.lines)


class _Merger:
    def __init__(self, edition: Act, base: Act, now: Act, edits: Iterable[Edit], taken: Collection[str]) -> None:
        self._edition, self._base, self._now = edition, base, now
        self.edits = {edit.address: edit for edit in edits}
        self.conflicts: list[Conflict] = []
        self.unplaced: list[Unplaced] = []
        self._taken = taken

    def take(self, unit: UnitText) -> None:
        """A unit that the file has."""
        if unit.is_new:
            self._take_new(unit)
            return
        node = self._base.get(unit.address)
        word = self._text(node, unit)
        if word is not None and self._decide(unit.address, word):
            self._replace(unit.address, word)

    def _text(self, node: object, unit: UnitText) -> str | None:
        """What the file says; none where it leaves a division without a name, which can not be."""
        if isinstance(node, Division):
            title = " ".join(unit.text.split())
            if not title and node.title:
                self.unplaced.append(Unplaced(node.title, Why.PART, unit.address))
            return title if title or not node.title else None
        if unit.address == SCHEDULES:
            return schedules_text(unit.text.split("\n")) or None
        return canonical(unit.text) or REPEALED

    def _decide(self, address: str, word: str) -> bool:
        """Whether the file's text is to be taken; where both changed it, what the person says."""
        was, now = base_text(self._base, address), base_text(self._now, address)
        if word in (was, now):
            return False
        if was == now and self._stands(address):
            return True
        taken = address in self._taken
        self.conflicts.append(Conflict(address, word, now, taken))
        return taken and self._stands(address)

    def _stands(self, address: str) -> bool:
        return self._now.get(address) is not None or (address == SCHEDULES and bool(self._now.schedules))

    def _replace(self, address: str, word: str) -> None:
        stands = self.edits.get(address, Edit(address, word))
        self.edits[address] = replace(stands, text=word)

    def _take_new(self, unit: UnitText) -> None:
        stands = self._now.get(unit.address)
        word = " ".join(unit.text.split()) if unit.division is not None else canonical(unit.text)
        if not word:
            self.unplaced.append(Unplaced(unit.head, Why.EMPTY, unit.after))
        elif stands is not None:
            if word != base_text(self._now, unit.address) and self._decide(unit.address, word):
                self._replace(unit.address, word)
        elif not (self._now.get(unit.after) or unit.after in self.edits):
            self.unplaced.append(Unplaced(unit.whole, Why.NO_PLACE, unit.after))
        else:
            self.edits[unit.address] = Edit(unit.address, word, unit.after)

    def is_division(self, address: str) -> bool:
        return isinstance(self._base.get(address), Division)

    def take_out(self, address: str) -> bool:
        """A unit that is not in the file any more: repealed, or not inserted. Whether that could be done."""
        if self._now.get(address) is None:
            return False
        if self.is_division(address) and not self._is_empty(address):
            heading = self._now.get(address)
            assert isinstance(heading, Division)
            self.unplaced.append(Unplaced(f"(นำออก) {heading.heading}", Why.HEADING, address))
            return True
        if self._edition.get(address) is not None:
            if self._decide(address, REPEALED):
                self._replace(address, REPEALED)
            return True
        if base_text(self._base, address) != base_text(self._now, address) and address not in self._taken:
            self.conflicts.append(Conflict(address, "", base_text(self._now, address), taken=False))
            return True
        self._drop(address)
        return True

    def _is_empty(self, division: str) -> bool:
        """Whether all sections under a division go or are repealed."""
        below = [address for address in self._now.sections() if division in enclosing(self._now, address, {})]
        return all(self._goes(address) for address in below)

    def _goes(self, address: str) -> bool:
        if address in self.edits:
            return self.edits[address].text == REPEALED
        section = self._now.get(address)
        return self._edition.get(address) is None or (isinstance(section, Section) and section.is_repealed)

    def _drop(self, address: str) -> None:
        """What stood behind it stands behind what it stood behind."""
        dropped = self.edits.pop(address)
        for other, edit in self.edits.items():
            if edit.after == address:
                self.edits[other] = replace(edit, after=dropped.after)
