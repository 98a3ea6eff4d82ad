"""Paragraphs, definitions and items that left one section and came into another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from law.comparing.codebook import Codebook
from law.comparing.comparison import Change, Row, SectionDiff
from law.comparing.matching import matching
from law.comparing.rows import split_label, text_hunks

SHORTEST = 20  # characters; a shorter line may stand in two places by chance
_BELOW_SECTION = re.compile(r"\.(?:p\d+|def:)")


def join_moves(sections: Sequence[SectionDiff], changes: Sequence[Change]) -> tuple[list[SectionDiff], list[Change]]:
    """A unit that is gone and one of the same words that came elsewhere become one change: moved."""
    gone = [change for change in changes if change.kind == "repealed" and not change.new]
    came = [change for change in changes if change.kind == "inserted"]
    pairs = matching([_words(change, change.old) for change in gone], [_words(change, change.new) for change in came])
    left = {gone[i].address: came[j].address for i, j in pairs}
    moved = {came[j].address: _moved(gone[i], came[j]) for i, j in pairs}
    dropped = {id(gone[i]) for i, _ in pairs}
    return [_marked(section, left) for section in sections] if pairs else list(sections), [
        moved[change.address] if change.kind == "inserted" and change.address in moved else change
        for change in changes
        if id(change) not in dropped
    ]


def _words(change: Change, text: str) -> str | None:
    """What a unit that wandered would keep: its text without its label; None for what is no such unit."""
    body = split_label(text)[1]
    return body if len(body) >= SHORTEST and _BELOW_SECTION.search(change.address) else None


def _moved(gone: Change, came: Change) -> Change:
    return Change(came.address, "moved", gone.old, came.new, text_hunks(gone.old, came.new, Codebook()), gone.address)


def _marked(section: SectionDiff, left: dict[str, str]) -> SectionDiff:
    """The section with its rows that wandered telling where to or where from."""
    came_from = {new: old for old, new in left.items()}
    rows = tuple(_wandered(row, left, came_from) for row in section.rows)
    return replace(section, rows=rows) if rows != section.rows else section


def _wandered(row: Row, left: dict[str, str], came_from: dict[str, str]) -> Row:
    if row.kind == "repealed" and not row.new_address:
        target = _follow(row.old_address, left)
        return replace(row, kind="moved", new_address=target) if target else row
    if row.kind == "inserted":
        source = _follow(row.new_address, came_from)
        return replace(row, kind="moved", old_address=source) if source else row
    return row


def _follow(address: str, ways: dict[str, str]) -> str:
    """The other address of a unit that wandered, or of one below it; empty for any other."""
    above, below = address, ""
    while above:
        if above in ways:
            return ways[above] + below
        above, dot, last = above.rpartition(".")
        below = dot + last + below
    return ""
