"""The edits of several approved proposals put together over the act that all of them were written on.

Nothing that was approved is changed unseen: a section that two proposals changed is merged word by word, a new one
whose number is taken goes behind the other, and it is said where the result is none of the approved texts, so that a
person can look at it; where they disagree, one has to go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from law.act import Act, is_repealed_text
from law.comparing.merge import Merge, doubled_numbers, merge_texts
from law.editing.edit import Edit
from review.approval import base_text, normalised
from review.digest import digest
from review.renumbering import Approved, renumber

__all__ = ["Approved", "Clash", "Combined", "Joined", "combine"]


class Clash(StrEnum):
    """Why the texts of several proposals for one unit can not be put together."""

    WORDS = "words"  # they changed the same words differently
    REPEALED = "repealed"  # one repeals what another changes
    ADDED = "added"  # each adds a unit of that number, and another number can not be given for certain
    NUMBERS = "numbers"  # each adds an item of the same number in another place


@dataclass(frozen=True, slots=True)
class Joined:
    """One unit. ``texts``: by proposal, what each approved text has; ``clash``: then ``edit`` is the first one's.

    ``base``: the unit in the act. ``merge``: how two texts were merged last, where they were. ``was``: the address that
    a new section was approved under, where it has another number now.
    """

    edit: Edit
    texts: tuple[tuple[int, str], ...]
    base: str
    clash: Clash | None = None
    merge: Merge | None = None
    was: str = ""

    @property
    def proposals(self) -> tuple[int, ...]:
        """The proposals that change it."""
        return tuple(proposal for proposal, _text in self.texts)

    @property
    def is_nobodys(self) -> bool:
        """Whether it is a text that nobody approved as a whole: merged, or with other numbers."""
        return self.clash is None and (bool(self.was) or self._differs)

    @property
    def _differs(self) -> bool:
        return all(text != self.edit.text for _proposal, text in self.texts)


@dataclass(frozen=True, slots=True)
class Combined:
    """All units in one order. ``edits``: those that do not clash, ready to be applied.

    ``moved``: by proposal the new addresses of sections that go behind others of the same number.
    """

    units: tuple[Joined, ...]
    edits: tuple[Edit, ...]
    moved: Mapping[int, Mapping[str, str]]

    @property
    def clashes(self) -> tuple[Joined, ...]:
        """What bars the bill until a proposal is taken out."""
        return tuple(unit for unit in self.units if unit.clash is not None)

    @property
    def to_confirm(self) -> tuple[Joined, ...]:
        """Merged texts that somebody has to look at and confirm."""
        return tuple(unit for unit in self.units if unit.is_nobodys)

    @property
    def confirmed_by(self) -> str:
        """What a confirmation is bound to: the merged texts and what they were merged from; empty: nothing is."""
        facts = [
            [unit.edit.address, unit.base, unit.edit.text, list(map(list, unit.texts)), *filter(None, [unit.was])]
            for unit in self.to_confirm
        ]
        return digest(facts) if facts else ""

    @property
    def sources(self) -> dict[str, tuple[int, ...]]:
        """The proposals by the address of the unit that they change."""
        return {unit.edit.address: unit.proposals for unit in self.units}


def combine(act: Act, approved: Iterable[Approved]) -> Combined:
    """Put the edits together. The order of the proposals decides which text of a clash is shown, and which of two new
    sections keeps its number; nothing else.
    """
    found: dict[str, list[tuple[int, Edit]]] = {}
    parts = renumber(act, tuple(approved))
    for one in parts:
        for edit in one.edits:
            found.setdefault(edit.address, []).append((one.proposal, edit))
    joined = {address: _joined(act, edits) for address, edits in found.items()}
    for one in parts:
        for address, before in one.before.items():
            joined[address] = _as_approved(joined[address], one.proposal, before)
    fit = normalised(act, (unit.edit for unit in joined.values() if unit.clash is None))
    return Combined(tuple(_in_order(act, joined)), fit, {one.proposal: one.moved for one in parts if one.moved})


def _as_approved(unit: Joined, proposal: int, before: Edit) -> Joined:
    """The unit with the text that was approved, before a number in it became another."""
    texts = tuple((number, before.text if number == proposal else text) for number, text in unit.texts)
    return replace(unit, texts=texts, was=before.address if before.address != unit.edit.address else "")


def _in_order(act: Act, joined: Mapping[str, Joined]) -> list[Joined]:
    """As they stand in the act; a new unit behind the one it follows."""
    places = {address: place for place, address in enumerate(act.places())}

    def place(unit: Joined) -> tuple[int, bool, str]:
        anchor = unit
        for _step in joined:  # a new unit may follow a new unit
            if anchor.edit.after not in joined or not anchor.edit.after:
                break
            anchor = joined[anchor.edit.after]
        return (
            places.get(anchor.edit.after or anchor.edit.address, len(places)),
            bool(unit.edit.after),
            unit.edit.address,
        )

    return sorted(joined.values(), key=place)


def _joined(act: Act, edits: list[tuple[int, Edit]]) -> Joined:
    first = edits[0][1]
    base = base_text(act, first.address)
    texts = tuple((proposal, edit.text) for proposal, edit in edits)
    if len({(edit.text, edit.after) for _proposal, edit in edits}) == 1:
        return Joined(first, texts, base)
    different = tuple(dict.fromkeys(text for _proposal, text in texts))
    if any(edit.after for _proposal, edit in edits):
        return Joined(first, texts, base, Clash.ADDED)
    if any(map(is_repealed_text, different)):
        return Joined(first, texts, base, Clash.REPEALED)
    return _merged(first, texts, base, different)


def _merged(first: Edit, texts: tuple[tuple[int, str], ...], base: str, different: tuple[str, ...]) -> Joined:
    text, merge = different[0], None
    for other in different[1:]:
        merge = merge_texts(base, other, text)
        if merge.conflicts:
            return Joined(first, texts, base, Clash.WORDS, merge)
        text = merge.text
    if doubled_numbers(text, base, *different):
        return Joined(first, texts, base, Clash.NUMBERS, merge)
    return Joined(Edit(first.address, text), texts, base, merge=merge)
