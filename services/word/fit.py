"""Edits from a Word file fitted to the act; whose changes they were; whether it is about this act at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from documents.word_back.heads import alike
from documents.word_back.placed import Placed, Unplaced, Why
from documents.word_back.read import Change
from law.act import Act as Tree
from law.act import Section
from law.editing.edit import Edit, EditError
from review.approval import base_text, normalised
from services.drafting.drafts import applied, checked_edits
from services.failures import Refused

_MANY = 5  # sections that are named and of which not one line is the act's
_TRIES = 40  # new units that do not fit, before the file as a whole does not


@dataclass(frozen=True, slots=True)
class Fitted:
    """``edits`` in canonical form, the act with them, and the new units of the file that do not fit in."""

    edits: tuple[Edit, ...]
    tree: Tree
    unplaced: tuple[Unplaced, ...]


def fitted(edition: Tree, edits: Iterable[Edit], placed: Placed) -> Fitted:
    """What can be done; a new unit of the file that can not be put in is told instead.

    :raises EditError: for what is no new unit of the file. :raises Refused: as ``checked_edits``.
    """
    wanted = {edit.address: edit for edit in edits}
    left: list[Unplaced] = []
    while True:
        try:
            fit = normalised(edition, checked_edits(wanted.values()))
            return Fitted(fit, applied(edition, fit), tuple(left))
        except (EditError, Refused) as error:
            unit = placed.units.get(error.address)
            if unit is None or not unit.is_new or error.address not in wanted or len(left) >= _TRIES:
                raise
            dropped = wanted.pop(error.address)
            for address, edit in wanted.items():  # what follows it comes in without it
                wanted[address] = replace(edit, after=dropped.after) if edit.after == dropped.address else edit
            left.append(Unplaced(unit.whole, Why.NO_PLACE, unit.after))


def is_strange(placed: Placed, act: Tree) -> bool:
    """Whether a file names many sections and has no line of any of them: the text of another law."""
    named = [unit for unit in placed.units.values() if isinstance(act.get(unit.address), Section) and unit.lines]
    own = (
        {alike(line) for line in base_text(act, unit.address).split("\n")} & {alike(line) for _, line in unit.lines}
        for unit in named
    )
    return len(named) >= _MANY and not any(own)


def hands(placed: Placed, author: str, moment: datetime) -> Mapping[str, tuple[Change, ...]]:
    """Who tracked changes in each unit, the first first.

    ``author``, ``moment``: of the draft the file was made from, whose own marks were in it when it went out.
    """
    ours = Change(" ".join(author.split()), moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"))
    found = {}
    for unit in placed.units.values():
        theirs = (one for one in unit.changes if Change(one.author, one.date[:19]) != ours)
        last: dict[str, str] = {}
        for one in sorted(theirs, key=lambda one: (one.date, one.author)):
            last[one.author] = one.date
        found[unit.address] = tuple(Change(name, date) for name, date in last.items())
    return found
