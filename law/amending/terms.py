"""What the parts of the engine hand to each other: options, changes, clauses, the bill, and refusals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from law.commencement import NEXT_DAY, Commencement


class Action(StrEnum):
    """What a clause does to its target; the values are those of the contract's instructions."""

    REPLACE = "replace"
    INSERT = "insert"
    REPEAL = "repeal"
    CHANGE_WORDS = "change_words"


class Target(StrEnum):
    """What kind of unit a clause is about."""

    SECTION = "section"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    DEFINITION = "definition"
    DIVISION = "division"
    HEADING = "heading"
    SCHEDULE = "schedule"
    ENTRY = "entry"  # of a schedule
    ACT = "act"


class Grain(StrEnum):
    """How large a unit the drafter wants to be re-stated for changes inside the unit at an address."""

    DIVISION = "division"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Change:
    """One unit to be replaced, inserted or repealed.

    ``address``: in the tree's own form (``s4.p1.i2``): of OLD, for an inserted unit of NEW. ``target_address``: as a
    clause cites it (``s4.i2``). ``own``: the unit's own words in a citation, ``(๒)``; ``within``: the rest of it,
    ``ของมาตรา ๔``. ``quoted``: the lines of the quotation. ``within_address``: the existing unit it stands in.
    ``adjacent``: directly follows the unit of the change before it, so both may share a clause. ``moves``: an
    inserted paragraph behind which others stand. ``between``: terms of the definitions before and after it.
    ``children``: the sections of a division, as (address, heading).
    """

    action: Action
    target: Target
    address: str
    target_address: str
    own: str
    within: str = ""
    quoted: tuple[str, ...] = ()
    within_address: str = ""
    adjacent: bool = False
    moves: bool = False
    between: tuple[str, str] = ("", "")
    children: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there can be no bill: a code, the address it is about, and a plain sentence."""

    code: str
    address: str
    sentence: str


class CannotAmend(Exception):
    """The two texts can not be turned into a bill; every reason is named, nothing is guessed."""

    NOTHING = "nothing"
    MISSING = "missing"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    OUT_OF_PLACE = "out_of_place"
    NO_FORM = "no_form"

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.sentence for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Caution:
    """What the drafter should look at, though the bill stands: a code, an address, a plain sentence.

    ``cited_by``: addresses of the units whose citations of moved paragraphs must be mended.
    """

    code: str
    address: str
    sentence: str
    cited_by: tuple[str, ...] = ()

    AMENDER_UNKNOWN = "amender_unknown"
    PARAGRAPHS_MOVE = "paragraphs_move"
    REPEALED_CITED = "repealed_cited"
    CHARGE_ASSUMED = "charge_assumed"


class WordChange(NamedTuple):
    """Words to be changed: everywhere, or in the sections at the addresses given; an empty ``new`` strikes them out."""

    old: str
    new: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What the drafter decides about a bill.

    ``number``, ``year`` (B.E.): left out they are dotted. ``commencement``: the day after publication unless
    it says otherwise. ``charge``: who has charge; empty: as in
    the Act. ``transitional``: texts of transitional sections. ``grain``: by address of OLD. ``amenders``: latest
    amender by address of OLD, empty text for "never amended"; overrides the Act's notes. ``words``: changes of
    words throughout the Act, (from, to); an empty ``to`` strikes them out.
    """

    number: int | None = None
    year: int | None = None
    commencement: Commencement = NEXT_DAY
    charge: str = ""
    transitional: tuple[str, ...] = ()
    grain: Mapping[str, Grain] = field(default_factory=dict)
    amenders: Mapping[str, str] = field(default_factory=dict)
    words: tuple[WordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One amending section of a bill.

    ``section``: its number in the bill. ``targets``: as the contract's instructions have them (``s4.i2``).
    ``wording`` the words before the quotation, ``quoted`` the lines quoted. ``old``, ``new``: tree addresses.
    ``cited``: the units as a statement of principle names them, section first: ``มาตรา ๔ (๒)``; ``subject``: the name
    of the chapter they stand in. ``attached``: a schedule that stands behind the bill.
    """

    section: int
    action: Action
    target: Target
    targets: tuple[str, ...]
    wording: str
    quoted: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    cited: str = ""
    subject: str = ""
    attached: tuple[str, ...] = ()
    warnings: tuple[Caution, ...] = ()

    @property
    def text(self) -> str:
        """Wording and quotation, as the bill prints them under the number of the section."""
        if not self.quoted:
            return self.wording
        return f"{self.wording}\n\n“{chr(10).join(_spaced(self.quoted))}”"


def _spaced(lines: tuple[str, ...]) -> list[str]:
    """A blank line between the lines of a quotation."""
    return [line for position, quoted in enumerate(lines) for line in (("", quoted) if position else (quoted,))]


@dataclass(frozen=True, slots=True)
class Bill:
    """A whole bill: its text as printed, its clauses, what to look at, and the lines of the principle (หลักการ)."""

    title: str
    text: str
    clauses: tuple[Clause, ...]
    warnings: tuple[Caution, ...] = ()
    principle: tuple[str, ...] = ()
