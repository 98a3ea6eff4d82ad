"""Who amended a unit last, as far as the Act's notes or the drafter say.

An edition whose editors set footnotes - be it only the one on its publication - notes every amendment: there a unit
without a note was never amended. An edition without any footnote, or one that keeps amending acts behind it but has no
note on any unit, says nothing: there the latest amender is unknown, until the drafter names it or says "never" with an
empty text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from law.act import Act, Division
from law.amending.terms import Action, Change, Target
from law.provenance import SILENT, Provenance, ProvenanceKind, provenance

_YEAR = r"(?:พ\s*\.\s*ศ\s*\.|(?:พระ)?พุทธศักราช)\s*[๐-๙0-9]{4}"
# A title may name the act it amends, and so hold two years.
_TITLE = re.compile(rf".*?{_YEAR}(?:\s*\(ฉบับที่\s*[๐-๙0-9]+\))?(?:\s*{_YEAR})?")


@dataclass(frozen=True, slots=True)
class Amenders:
    """``known`` by address of OLD; ``annotated``: whether a unit that is not in ``known`` was never amended."""

    act: Act
    known: Mapping[str, Provenance]
    given: Mapping[str, str]
    annotated: bool

    def latest(self, change: Change) -> str | None:
        """The latest amender a clause on this unit must name; empty for none, None where it is not known."""
        if not change.within_address:
            return ""  # a new section or chapter stands in the Act itself
        unit = change.within_address if change.action is Action.INSERT else change.address
        above = list(self._above(unit))
        for address in above:
            if address in self.given:
                return self.given[address]
        parts = [] if change.action is Action.INSERT else self._parts(unit, change.target)
        facts = [self.known[address] for address in (*above, *parts) if address in self.known]
        if facts:
            return title_of(max(facts, key=lambda fact: fact.year or 0).by)
        return "" if self.annotated else None

    def titles(self) -> set[str]:
        """Every amending act that may be named, without spaces."""
        known = {title_of(fact.by) for fact in self.known.values()}
        return {"".join(title.split()) for title in (*known, *self.given.values())}

    def _above(self, address: str) -> Iterator[str]:
        """The unit, and those it stands in, from inside out."""
        places = self.act.places()
        while address in places:
            yield address
            address = places[address].parent

    def _parts(self, address: str, target: Target) -> list[str]:
        """What stands in the unit and goes with it."""
        if target is Target.HEADING:
            return []
        if target is Target.DIVISION:
            return [unit for unit in self.act.places() if address in self._above(unit)]
        return [unit for unit in self.act.places() if unit.startswith(f"{address}.")]


def title_of(by: str) -> str:
    """The title of an amending act, without what a note says behind it."""
    match = _TITLE.match(by)
    return match.group() if match else by


def read_amenders(act: Act, given: Mapping[str, str]) -> Amenders:
    """What the Act's footnotes say, and what the drafter does."""
    known: dict[str, Provenance] = {}
    for address, notes in provenance(act).items():
        amending = [note for note in notes if note.kind is not ProvenanceKind.PUBLISHED and note.by]
        if isinstance(act.get(address), Division):
            # A note on the name of a chapter says nothing of the sections in it.
            amending = [note for note in amending if not note.text.startswith("ชื่อ")]
        if amending:
            known[address] = max(amending, key=lambda note: note.year or 0)
    silent = any(note.text == SILENT for note in act.footnotes)
    annotated = bool(act.footnotes) and bool(known or not act.tail) and not silent
    return Amenders(act, known, given, annotated)
