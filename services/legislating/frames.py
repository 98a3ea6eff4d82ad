"""What a drafter decides about the bill besides the text: kept as JSON with the working copy and with each draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from law import amend
from law import commencement as law_commencement
from law.act import Act as Tree
from law.act import Kind, Section
from law.amend import Grain, WordChange
from law.dates import era_year
from law.instructions.names import INSTRUMENT
from law.numerals import thai
from services.failures import Fault, Refused
from services.transaction import checked

StoredFrame = dict[str, Any]

LONGEST_NAME = 500  # characters of the title of an act or an office
LONGEST_SECTION = 20_000  # characters of a transitional section
MOST_PARTS = 200  # transitional sections, amenders, grains, changes of words
_YEARS = range(2400, 2800)  # B.E.
_DAYS = range(1, 3651)


_INSTRUMENT = re.compile(INSTRUMENT)
_MARKS = re.compile('[“”"]')


class Begins(StrEnum):
    """When the bill comes into force."""

    NEXT_DAY = "next_day"
    AFTER_DAYS = "after_days"
    ON_DATE = "on_date"


@dataclass(frozen=True, slots=True)
class Commencement:
    """``days`` from publication for AFTER_DAYS, ``day`` for ON_DATE; neither for the day after publication."""

    begins: Begins = Begins.NEXT_DAY
    days: int = 0
    day: date | None = None

    @property
    def for_law(self) -> law_commencement.Commencement:
        """As ``law.amend`` takes it."""
        if self.begins is Begins.AFTER_DAYS:
            return law_commencement.Commencement(days=self.days)
        return law_commencement.Commencement(day=self.day if self.begins is Begins.ON_DATE else None)

    @property
    def stored(self) -> dict[str, Any]:
        """As JSON."""
        value = self.day.isoformat() if self.day else self.days
        return {"begins": self.begins.value, "value": value}


@dataclass(frozen=True, slots=True)
class BillFrame:
    """What the drafter decides; all of it may be left open. Pairs are in the order of their addresses.

    ``amenders``: (address, latest amending law), an empty name for "never amended"; ``grain``: (address of a section
    or division, how much of it the bill re-states).
    """

    number: int | None = None
    year: int | None = None
    commencement: Commencement = Commencement()
    charge: str = ""
    transitional: tuple[str, ...] = ()
    amenders: tuple[tuple[str, str], ...] = ()
    grain: tuple[tuple[str, Grain], ...] = ()
    words: tuple[WordChange, ...] = ()

    @property
    def stored(self) -> StoredFrame:
        """As JSON; what was left open is left out, so that nothing decided is ``{}``."""
        facts = {
            "number": self.number,
            "year": self.year,
            "commencement": self.commencement.stored if self.commencement != Commencement() else None,
            "charge": self.charge,
            "transitional": list(self.transitional),
            "amenders": dict(self.amenders),
            "grain": {address: grain.value for address, grain in self.grain},
            "words": [[change.old, change.new, list(change.sections)] for change in self.words],
        }
        return {name: fact for name, fact in facts.items() if fact}

    @property
    def substance(self) -> StoredFrame:
        """What an approval is bound to: words of the law. Number and year are given to a bill when it is passed."""
        return {name: fact for name, fact in self.stored.items() if name not in ("number", "year")}

    def for_law(self, act: Tree) -> amend.Frame:
        """As ``law.amend`` takes it. Whole paragraphs wished for in a section: each of its paragraphs."""
        grain: dict[str, Grain] = {}
        for address, wished in self.grain:
            grain |= _paragraphs(act.get(address), address) if wished is Grain.PARAGRAPH else {address: wished}
        return amend.Frame(
            number=self.number,
            year=self.year,
            commencement=self.commencement.for_law,
            charge=self.charge,
            transitional=self.transitional,
            grain=grain,
            amenders=dict(self.amenders),
            words=self.words,
        )


def _paragraphs(section: object, address: str) -> dict[str, Grain]:
    units = section.units if isinstance(section, Section) else ()
    count = sum(unit.kind is not Kind.DEFINITION for unit in units)
    return {f"{address}.p{number}": Grain.PARAGRAPH for number in range(1, count + 1)}


NOTHING_DECIDED = BillFrame()


def read_frame(stored: Mapping[str, Any] | None) -> BillFrame:
    """The frame out of JSON; nothing stored is a frame with everything left open."""
    kept = stored or {}
    return BillFrame(
        number=kept.get("number"),
        year=kept.get("year"),
        commencement=_read_commencement(kept.get("commencement")),
        charge=kept.get("charge", ""),
        transitional=tuple(kept.get("transitional", ())),
        amenders=tuple(sorted(kept.get("amenders", {}).items())),
        grain=tuple(sorted((address, Grain(value)) for address, value in kept.get("grain", {}).items())),
        words=tuple(WordChange(old, new, tuple(sections)) for old, new, sections in kept.get("words", ())),
    )


def _read_commencement(stored: Mapping[str, Any] | None) -> Commencement:
    if not stored:
        return Commencement()
    begins, value = Begins(stored["begins"]), stored["value"]
    if begins is Begins.ON_DATE:
        return Commencement(begins, day=date.fromisoformat(value))
    return Commencement(begins, int(value))


def checked_frame(frame: BillFrame) -> BillFrame:
    """A frame as it is kept: single spaces, Thai digits, no empty sections.

    :raises Refused: BAD_NUMBER, BAD_YEAR, BAD_COMMENCEMENT, BAD_AMENDER, TOO_LONG, BAD_CHARACTERS.
    """
    if frame.number is not None and not 1 <= frame.number <= 999:
        raise Refused(Fault.BAD_NUMBER)
    if frame.year is not None and frame.year not in _YEARS:
        raise Refused(Fault.BAD_YEAR)
    _check_commencement(frame.commencement)
    parts = (frame.transitional, frame.amenders, frame.grain, frame.words)
    if any(len(part) > MOST_PARTS for part in parts):
        raise Refused(Fault.TOO_LONG)
    return BillFrame(
        number=frame.number,
        year=frame.year,
        commencement=frame.commencement,
        charge=_line(frame.charge),
        transitional=tuple(filter(None, map(_section, frame.transitional))),
        amenders=tuple(sorted((_line(address), _law(name)) for address, name in frame.amenders)),
        grain=tuple(sorted((_line(address), grain) for address, grain in frame.grain)),
        words=tuple(WordChange(_line(word.old), _line(word.new), word.sections) for word in frame.words),
    )


def _check_commencement(commencement: Commencement) -> None:
    if commencement.begins is Begins.AFTER_DAYS and commencement.days not in _DAYS:
        raise Refused(Fault.BAD_COMMENCEMENT)
    day = commencement.day
    if commencement.begins is Begins.ON_DATE and (day is None or era_year(day) not in _YEARS):
        raise Refused(Fault.BAD_COMMENCEMENT)


def _line(text: str) -> str:
    return " ".join(checked(text, longest=LONGEST_NAME).split())


def _law(name: str) -> str:
    """The title of a law as clauses cite it, or nothing."""
    title = thai(_line(name))
    if title and (_MARKS.search(title) or not _INSTRUMENT.match(title)):
        raise Refused(Fault.BAD_AMENDER)
    return title


def _section(text: str) -> str:
    """A transitional section: a line each paragraph, digits as the law writes them."""
    lines = (" ".join(line.split()) for line in checked(text, longest=LONGEST_SECTION).split("\n"))
    return thai("\n".join(filter(None, lines)))


def with_grain(frame: BillFrame, wished: Iterable[tuple[str, Grain | None]]) -> BillFrame:
    """The frame with other grains at these addresses; none: as the engine chooses."""
    grain = dict(frame.grain)
    for address, one in wished:
        grain.pop(address, None)
        if one is not None:
            grain[address] = one
    return replace(frame, grain=tuple(sorted(grain.items())))
