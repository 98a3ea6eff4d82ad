"""What a comparison of two editions says: changes, and every line of what was touched, for showing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from law.comparing.hunks import Hunk

ChangeKind = Literal["replaced", "inserted", "repealed", "moved", "heading"]
RowKind = Literal["same", "replaced", "inserted", "repealed", "moved"]
SectionKind = Literal["same", "replaced", "inserted", "repealed", "moved", "heading"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section, old beside new; address and text are empty where the line does not stand on that side.

    ``depth``: 0 for paragraphs and definitions, 1 for their items, and so on. A line that went to another section, or
    came from one, is ``moved`` with both addresses and the text of this side only.
    """

    old_address: str
    new_address: str
    kind: RowKind
    old: str
    new: str
    hunks: tuple[Hunk, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """A touched section or heading with every line of it.

    ``address``: of the new act, or of the old where the unit is gone; ``title``, ``preamble``, ``schedule``,
    ``closing``, ``remarks``, ``tail`` for what is no section.
    """

    address: str
    heading_old: str
    heading_new: str
    kind: SectionKind
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One changed unit: equal + delete hunks are ``old``, equal + insert hunks are ``new`` (canonical text).

    ``address`` is that of the new act; of the old where the unit is gone. ``moved_from``: the old address of a moved
    or renumbered unit, else empty. A repealed unit is one that is now marked ``(ยกเลิก)``, or missing (``new`` empty).
    """

    address: str
    kind: ChangeKind
    old: str
    new: str
    hunks: tuple[Hunk, ...]
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A difference that changes no words. ``code``:

    ``spacing`` (spaces only), ``signs`` (the same words in other code points), ``form`` (a label written otherwise),
    ``repeal_mark`` (the mark of a unit repealed before came or went), ``notes`` (footnotes), ``lines`` (broken
    elsewhere), ``layout`` (files that read as the same act).
    """

    address: str
    code: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Touched sections and headings in the order of the new act, all changes, and what was not marked."""

    algorithm: str
    sections: tuple[SectionDiff, ...]
    changes: tuple[Change, ...]
    unmarked: tuple[Unmarked, ...] = ()
