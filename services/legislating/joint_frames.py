"""What several proposals decided about their bills, as the frame of one bill.

What one decided, or all alike, stands as it was approved; what nobody decided the secretary may; where they differ, the
secretary must. Transitional sections are those of all proposals, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from law.amend import Grain, WordChange
from review.digest import digest
from services.legislating.frames import BillFrame, Commencement


class Part(StrEnum):
    """What the frames of proposals may differ in."""

    COMMENCEMENT = "commencement"
    CHARGE = "charge"
    AMENDER = "amender"


@dataclass(frozen=True, slots=True)
class Difference:
    """What proposals decided differently. ``address``: of the unit, for an amender; ``said``: by proposal."""

    part: Part
    address: str
    said: tuple[tuple[int, Commencement | str], ...]

    @property
    def facts(self) -> list[Any]:
        """For a hash."""
        said = [[number, one.stored if isinstance(one, Commencement) else one] for number, one in self.said]
        return [self.part.value, self.address, said]


@dataclass(frozen=True, slots=True)
class JointFrame:
    """``frame``: of the bill. ``approved``: the parts that the proposals decide and nobody else.

    ``unsettled``: the differences, until the secretary has decided on exactly these.
    """

    frame: BillFrame
    differences: tuple[Difference, ...]
    approved: frozenset[Part]
    own: BillFrame
    transitional: tuple[str, ...]

    @property
    def settled_by(self) -> str:
        """What a decision of the secretary is bound to; empty where nothing differs."""
        return digest([one.facts for one in self.differences]) if self.differences else ""


Frames = Sequence[tuple[int, BillFrame]]
Said = TypeVar("Said")


def join_frames(frames: Frames, own: BillFrame) -> JointFrame:
    """``frames``: by proposal, as approved; ``own``: what the secretary decided."""
    begins = [(number, frame.commencement) for number, frame in frames if frame.commencement != Commencement()]
    charges = [(number, frame.charge) for number, frame in frames if frame.charge]
    amenders, unlike = _amenders(frames, dict(own.amenders))
    differences = (*_differing(Part.COMMENCEMENT, begins), *_differing(Part.CHARGE, charges), *unlike)
    alike = {Part.COMMENCEMENT: _only(begins), Part.CHARGE: _only(charges)}
    transitional = tuple(dict.fromkeys(text for _number, frame in frames for text in frame.transitional))
    frame = BillFrame(
        number=own.number,
        year=own.year,
        commencement=_only(begins) or own.commencement,
        charge=_only(charges) or own.charge,
        transitional=tuple(dict.fromkeys((*transitional, *own.transitional))),
        amenders=tuple(sorted(amenders.items())),
        grain=_grain(frames),
        words=_words(frames),
    )
    approved = frozenset(part for part, value in alike.items() if value)
    return JointFrame(frame, differences, approved, own, transitional)


def _only(said: Sequence[tuple[int, Said]]) -> Said | None:
    """What everybody who said something said."""
    values = list(dict.fromkeys(value for _number, value in said))
    return values[0] if len(values) == 1 else None


def _differing(part: Part, said: Sequence[tuple[int, Commencement | str]], address: str = "") -> Iterable[Difference]:
    if len({value for _number, value in said}) > 1:
        yield Difference(part, address, tuple(said))


def _amenders(frames: Frames, own: Mapping[str, str]) -> tuple[dict[str, str], list[Difference]]:
    """The latest amender of each unit, the secretary's word where nobody or nobody alike has said it."""
    said: dict[str, list[tuple[int, str]]] = {}
    for number, frame in frames:
        for address, name in frame.amenders:
            said.setdefault(address, []).append((number, name))
    unlike = [one for address, names in said.items() for one in _differing(Part.AMENDER, names, address)]
    alike = {address: names[0][1] for address, names in said.items() if _only(names) is not None}
    return {**own, **alike}, unlike


def _grain(frames: Frames) -> tuple[tuple[str, Grain], ...]:
    """How much is re-stated; of two wishes for one section the larger, which shows what both show."""
    sizes = (Grain.ITEM, Grain.PARAGRAPH, Grain.SECTION, Grain.DIVISION)
    found: dict[str, Grain] = {}
    for _number, frame in frames:
        for address, wished in frame.grain:
            found[address] = max(found.get(address, wished), wished, key=sizes.index)
    return tuple(sorted(found.items()))


def _words(frames: Frames) -> tuple[WordChange, ...]:
    return tuple(dict.fromkeys(change for _number, frame in frames for change in frame.words))
