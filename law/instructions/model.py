"""What one amending clause says, before it meets an act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from law.instructions.refusals import Refusal


class Action(StrEnum):
    """What a clause does; ``none`` is a section without instruction, ``unknown`` one that was not understood."""

    REPLACE = "replace"
    INSERT = "insert"
    REPEAL = "repeal"
    CHANGE_WORDS = "change_words"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be changed, ``old`` into ``new``; ``new`` is empty where they are deleted."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an inserted unit goes, as far as the clause says it.

    ``after`` and ``before``: terms of the neighbouring definitions; a bare ``def:`` is whichever is the last, or the
    first (``เป็นลำดับสุดท้าย``). ``division``: address of the chapter or part
    that is to hold an inserted section (``ch2``, ``ch2.pt1``).
    """

    after: str = ""
    before: str = ""
    division: str = ""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One amending instruction of a bill.

    ``section``: plain label of the bill's section; a section may hold several instructions.
    ``targets``: addresses as the clause cites them (``s4.i2`` for "(๒) ของมาตรา ๔"), a range written out.
    ``ranges``: first and last target of each range (``มาตรา ๑๘ ถึงมาตรา ๒๒``), for what stands between them.
    ``quotation``: the quoted lines, outer quotation marks off. ``title``: how the clause calls a schedule.
    ``kept``: units where words that change throughout stay (``เว้นแต่ในมาตรา ๕``).
    ``names``: (target, how the clause calls that chapter or part), where it says its name.
    ``act``: the law that is amended, ``amender`` the latest law that amended the unit, both as written.
    ``condition``: words before the instruction, as ``ตั้งแต่วันที่ …``.
    ``damage``: what of the text is damaged but was read all the same. ``problems``: why it can not be applied.
    """

    section: str
    action: Action
    targets: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()
    quotation: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()
    kept: tuple[str, ...] = ()
    placement: Placement = Placement()
    title: str = ""
    names: tuple[tuple[str, str], ...] = ()
    act: str = ""
    amender: str = ""
    condition: str = ""
    damage: tuple[Refusal, ...] = ()
    problems: tuple[Refusal, ...] = ()


class CannotApply(Exception):
    """A bill that does not fit an act: every reason, with the bill's section. ``problems``: a sentence for each."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        self.refusals = refusals
        self.problems = tuple(
            f"section {found.section}: {found}." if found.section else f"{found}." for found in refusals
        )
        super().__init__("; ".join(self.problems))
