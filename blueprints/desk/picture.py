"""Who has how many waiting, as bars: measures for the picture, in the units of its view box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category

from services.telling.desk import Queue

WIDTH, ROW, BAR, LONGEST = 400, 56, 18, 300
MOST_BARS = 12
LONGEST_NAME = 36  # characters; the table below says the whole name


@dataclass(frozen=True, slots=True)
class Bar:
    """One person's bar: overdue first (``late`` wide), then the rest. ``name``: as much of it as there is room for."""

    queue: Queue
    name: str
    top: int
    late: float
    whole: float


def bars(queues: Sequence[Queue]) -> list[Bar]:
    """The longest queues, one below the other, all by the same measure."""
    most = max((queue.waiting for queue in queues), default=1)
    unit = min(48.0, LONGEST / most)
    return [
        Bar(
            queue,
            _short(queue.person.name),
            place * ROW,
            round(queue.overdue * unit, 1),
            round(queue.waiting * unit, 1),
        )
        for place, queue in enumerate(queues[:MOST_BARS])
    ]


def _short(name: str) -> str:
    """The name, or its beginning: never a letter without the marks on it."""
    if len(name) <= LONGEST_NAME:
        return name
    end = LONGEST_NAME
    while category(name[end]).startswith("M"):
        end -= 1
    return f"{name[:end].rstrip()}…"
