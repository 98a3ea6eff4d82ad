"""The order in which a Word file has the units of an act: what moved, and what new units stand behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.word_back.heads import enclosing
from law import numerals
from law.act import Act, Division, Section
from law.editing.edit import is_division
from law.tree.headings import can_hold


def out_of_order(act: Act, sequence: Sequence[str]) -> frozenset[str]:
    """The fewest units without which the others stand in the order of the act."""
    order = {address: number for number, address in enumerate(_nodes(act))}
    known = [address for address in dict.fromkeys(sequence) if address in order]
    kept = set(_longest_rise([order[address] for address in known]))
    return frozenset(address for address in known if order[address] not in kept)


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The longest rising part of a sequence of different numbers."""
    ends: list[int] = []  # the smallest number that a rise of each length ends with
    before: dict[int, int] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        if at:
            before[number] = ends[at - 1]
        ends[at : at + 1] = [number]
    found = ends[-1:]
    while found and found[-1] in before:
        found.append(before[found[-1]])
    return found


def _nodes(act: Act) -> Iterator[str]:
    return (address for address, place in act.places().items() if isinstance(place.node, Section | Division))


@dataclass(frozen=True, slots=True)
class New:
    """A unit that the act does not have. ``division``: what it is if it is one."""

    address: str
    division: Division | None = None


class Anchors:
    """What each new unit follows, as ``law.editing.edit.Edit`` has it."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._order = list(_nodes(act))
        self._at = {address: number for number, address in enumerate(self._order)}
        self.opened: dict[str, Division] = {}

    def find(self, sequence: Sequence[str | New]) -> dict[str, str]:
        """By address. ``sequence``: the units in the order of the file, those that moved left out."""
        found: dict[str, str] = {}
        before = stands = context = ""  # the unit before; the one of the act; the one of the act or new division
        for number, unit in enumerate(sequence):
            if isinstance(unit, str):
                before = stands = context = unit
                continue
            ahead = next((one for one in sequence[number + 1 :] if isinstance(one, str)), "")
            between = self._between(stands, ahead)
            if unit.division is None:
                found[unit.address] = before if context in self.opened else _behind(unit.address, before, between)
            else:
                found[unit.address] = self._division(unit, context, before, ahead, between)
                self.opened[unit.address], context = unit.division, unit.address
            before = unit.address
        return found

    def _between(self, stands: str, ahead: str) -> list[str]:
        """The units of the act that the file does not have between two that it has."""
        start = self._at[stands] + 1 if stands else 0
        end = self._at[ahead] if ahead else len(self._order)
        inside = stands.startswith("code.")
        return [address for address in self._order[start:end] if address.startswith("code.") == inside]

    def _division(self, new: New, context: str, before: str, ahead: str, between: Sequence[str]) -> str:
        """Behind the division of its level that ends there; else a heading put in right behind the unit before."""
        rows = [one for one in enclosing(self._act, context, self.opened) if self._is_beside(one, new)][:1]
        rows += [one for one in between if self._is_beside(one, new) and _is_lower(one, new.address)]
        node, division = self._act.get(ahead), new.division
        assert division is not None
        ends = bool(between) or node is None or (isinstance(node, Division) and not can_hold(division, node))
        return rows[-1] if rows and ends else before

    def _is_beside(self, address: str, new: New) -> bool:
        node = self.opened.get(address) or self._act.get(address)
        is_alike = isinstance(node, Division) and new.division is not None and node.level is new.division.level
        return is_alike and address.rpartition(".")[0] == new.address.rpartition(".")[0]


def _behind(address: str, before: str, between: Iterable[str]) -> str:
    """Of a section: the unit before it; where the file leaves sections out, the last of those with a lower number."""
    lower = [one for one in between if not is_division(one) and _is_lower(one, address)]
    return lower[-1] if lower else before


def _is_lower(one: str, other: str) -> bool:
    """Whether the number of a unit comes before that of another."""
    first, second = (numerals.order(_label(address)) for address in (one, other))
    return first < second


def _label(address: str) -> str:
    return address.rpartition(".")[2].partition("~")[0].lstrip("abcdefghijklmnopqrstuvwxyz")
