"""Who amended a unit last, as far as the Act's notes or the drafter say.

An edition whose editors set footnotes - be it only the one on its publication - notes every amendment: there a unit
without a note was never amended. An edition without any footnote (and every one without provenance) says nothing:
there the latest amender of a unit is unknown, until the drafter names it or says "never" with an empty text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from law.act import Act
from law.amending.terms import Action, Change, Target


@dataclass(frozen=True, slots=True)
class Amenders:
    """``known`` by address of OLD; ``annotated``: whether a unit that is not in ``known`` was never amended."""

    known: Mapping[str, str]
    given: Mapping[str, str]
    annotated: bool

    def latest(self, change: Change) -> str | None:
        """The latest amender a clause on this unit must name; empty for none, None where it is not known."""
        if not change.within_address:
            return ""  # a new section or chapter stands in the Act itself
        above = _above(change.within_address if change.action is Action.INSERT else change.address)
        for address in above:
            if address in self.given:
                return self.given[address]
        for address in above:
            if self.known.get(address):
                return self.known[address]
        return self._of_parts(change) if self.annotated else None

    def _of_parts(self, change: Change) -> str:
        """A section replaced as a whole cites the last amender of any of its parts."""
        if change.action is Action.INSERT or change.target not in (Target.SECTION, Target.PARAGRAPH):
            return ""
        inside = [who for address, who in self.known.items() if address.startswith(f"{change.address}.")]
        return max(inside, key=_year, default="")


def read_amenders(act: Act, given: Mapping[str, str]) -> Amenders:
    """What the Act's footnotes say, and what the drafter does."""
    return Amenders({}, given, annotated=bool(act.footnotes))


def _above(address: str) -> list[str]:
    """The address itself and those of the units it stands in, from inside out."""
    addresses = [address]
    while True:
        definition = address.find(".def:")
        cut = max(address.rfind(".i"), address.rfind(".p")) if definition < 0 else definition
        if cut <= 0 or address[:cut] == "code":
            return addresses
        address = address[:cut]
        addresses.append(address)


def _year(amender: str) -> tuple[int, ...]:
    from law import numerals

    digits = "".join(letter if letter.isdecimal() else " " for letter in numerals.arabic(amender)).split()
    return tuple(int(number) for number in reversed(digits))


def units_of(changes: Iterable[Change]) -> list[str]:
    """The existing units that changes are about."""
    return [change.within_address for change in changes if change.within_address]
