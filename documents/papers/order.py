"""Lines in an order in which both texts can be read: the new one when changes are accepted, the old when rejected."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from law.act import Act
from law.compare import Row


def old_places(act: Act) -> dict[str, int]:
    """Where each unit of an act stands in it."""
    return {address: place for place, address in enumerate(act.places())}


def in_old_order(rows: Sequence[Row], places: Mapping[str, int]) -> list[Row]:
    """Rows of the new order so that the old side stands in its old order too: a moved line goes and comes.

    ``places``: of the old act's units.
    """
    found: list[Row] = []
    for old, new in in_both_orders(rows, places):
        if old is not None and new is not None:
            found.append(new)
        elif old is not None:
            found.append(replace(old, kind="repealed", new_address="", new="", hunks=()))
        elif new is not None:
            found.append(replace(new, kind="inserted", old_address="", old="", hunks=()))
    return found


def in_both_orders(rows: Sequence[Row], places: Mapping[str, int]) -> list[tuple[Row | None, Row | None]]:
    """The row of either side, each side in its own order; a moved line stands on one side at a time."""
    standing = [row for row in rows if row.old_address]
    where = [places.get(row.old_address, -1) for row in standing]
    kept = {id(standing[place]) for place in _longest_rising(where)}
    leaving = sorted(
        (row for row in standing if id(row) not in kept), key=lambda row: places.get(row.old_address, -1), reverse=True
    )
    found: list[tuple[Row | None, Row | None]] = []
    for row in rows:
        stays = id(row) in kept
        while stays and leaving and places[leaving[-1].old_address] < places.get(row.old_address, -1):
            found.append((leaving.pop(), None))
        if stays or not row.old_address:
            found.append((row, row))
        elif row.new_address and row.new:
            found.append((None, row))
    return [*found, *((row, None) for row in reversed(leaving))]


def _longest_rising(values: Sequence[int]) -> list[int]:
    """Positions of a longest run of values that never falls back; equal values do not follow each other."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(last[length - 1] if length else -1)
        ends[length:] = [value, *ends[length + 1 :]]
        last[length:] = [place, *last[length + 1 :]]
    found: list[int] = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]
