"""One citation as found in an act, with the address it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """One cited unit, or one law named without a unit.

    ``source``: address of the unit that holds the words. ``start``, ``end``: offsets, in characters, of ``text`` in
    that unit's own canonical line. ``target``: address of the cited unit, None for another law's and for a unit that
    the act does not have. ``foreign``: name of the other law, None for a citation within the act.
    ``members``: on the closing end of a range, the addresses between its ends; for ``สองวรรคก่อน`` the second one.
    """

    source: str
    text: str
    start: int
    end: int
    target: str | None
    foreign: str | None
    members: tuple[str, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether it cites a unit of the act that is not there."""
        return self.target is None and self.foreign is None
