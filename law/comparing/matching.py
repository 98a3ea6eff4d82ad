"""Two sequences: what stands equally often in both, and the longest run that keeps its order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence


def matching(old: Iterable[Hashable], new: Iterable[Hashable]) -> list[tuple[int, int]]:
    """Positions of what stands equally often on both sides, the first with the first; None is skipped."""
    olds, news = _positions(old), _positions(new)
    return sorted(
        pair
        for key, places in olds.items()
        if key is not None and len(news.get(key, ())) == len(places)
        for pair in zip(places, news[key], strict=True)
    )


def _positions(keys: Iterable[Hashable]) -> dict[Hashable, list[int]]:
    positions: dict[Hashable, list[int]] = {}
    for position, key in enumerate(keys):
        positions.setdefault(key, []).append(position)
    return positions


def longest_run(values: Sequence[int]) -> list[int]:
    """Positions of the longest increasing run of distinct values (the first such run found)."""
    tails: list[int] = []
    tail_positions: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(tail_positions[place - 1] if place else -1)
        tails[place : place + 1] = [value]
        tail_positions[place : place + 1] = [position]
    run = []
    position = tail_positions[-1] if tail_positions else -1
    while position >= 0:
        run.append(position)
        position = before[position]
    return run[::-1]
