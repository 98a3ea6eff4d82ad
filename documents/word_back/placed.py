"""A Word file put to the units of an act: what each unit reads, and what of the file has no place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from documents.word_back.read import Change
from law.act import Division


class Why(StrEnum):
    """Why a piece of the file has no place."""

    BEFORE = "before"  # it stands before the first unit
    PART = "part"  # it changes what a proposal can not change: the title, a schedule, the reasons
    NUMBER = "number"  # the number of a section or division that stands was changed
    TAKEN = "taken"  # it begins like a unit that stands elsewhere in the file
    NO_PLACE = "no_place"  # a new unit that can not be put in where it was written
    MOVED = "moved"  # the unit stands elsewhere in the file; it stays where it was
    HEADING = "heading"  # a heading without a number, or one that was taken out over sections that stay
    LOOSE = "loose"  # words between the name of a division and its first section
    EMPTY = "empty"  # a new unit without words
    TABLE = "table"
    FOOTNOTE = "footnote"
    OBJECT = "object"  # a picture, a drawing, an embedded file
    SIGN = "sign"  # of a font of signs, which has no letter
    STRUCK = "struck"  # struck through by hand: the words stay, for nobody deleted them
    MARGIN = "margin"  # written at the head or the foot of the pages


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A piece without a place. ``address``: the unit it stands in, or empty."""

    text: str
    why: Why
    address: str = ""


@dataclass(slots=True)
class UnitText:
    """A unit as the file has it. ``lines``: (number of the line in the file, text); ``changes``: tracked in it.

    ``after``, ``division``: of a new unit. ``head``: its number as the line has it; empty where it stands nowhere.
    """

    address: str
    after: str = ""
    division: Division | None = None
    head: str = ""
    is_new: bool = False
    lines: list[tuple[int, str]] = field(default_factory=list)
    changes: set[Change] = field(default_factory=set)

    @property
    def text(self) -> str:
        return "\n".join(text for _, text in self.lines)

    @property
    def whole(self) -> str:
        """Its number and its text."""
        return "\n".join(filter(None, (self.head, self.text)))


@dataclass(frozen=True, slots=True)
class Placed:
    """``units`` by address, in the order of the file. ``adapted``: lines whose digits or marks were mended.

    ``homes``: by line of the file, from which character on it belongs to which unit.
    """

    units: dict[str, UnitText]
    unplaced: tuple[Unplaced, ...]
    adapted: int
    homes: dict[int, list[tuple[int, str]]]

    def home(self, line: int, offset: int = 0) -> str:
        """The address of the unit that a place in the file belongs to; empty where it has none."""
        found = [address for start, address in self.homes.get(line, ()) if start <= offset]
        return found[-1] if found else ""
