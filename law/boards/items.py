"""A whole item of a board's list put before the one above it or behind the one below, with the lines under it.

The labels stay where they stand: two items change their words. An item that stands in the law keeps its number, so
that only items which are new in the writing move, all those of a new board.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from law.act import is_repealed_text
from law.boards.find import Row, rows
from law.boards.read import creations_of, read_boards
from law.boards.wording import CannotWrite
from law.boards.write import same_people, section_of

_JOINT = re.compile(r"(?:\s?;)?(?:\s?(?:และ|กับ))?\s*$")  # words at the end of an item that lead to the next


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its label as written, its lines from ``first`` up to ``end`` of the section's."""

    label: str
    first: int
    end: int


def labels_of(text: str, number: int) -> tuple[str, ...]:
    """The labels of the items that stand in the list of a section's board, in order; none of a board in a sentence."""
    return tuple(item.label for item in _standing(rows(section_of(text)), number))


def moved_item(
    text: str, number: int, start: int, *, up: bool, fixed: Collection[str] = ()
) -> tuple[str, tuple[str, str]]:
    """The section's text with an item and its neighbour in each other's place, and the labels of the two.

    ``number``: which board of the section; ``start``: a character of the text that stands in the item; ``fixed``:
    labels of items that keep their place. Repealed items stay and are passed.

    :raises CannotWrite: ``NO_OTHER_ITEM`` where none is above or below that may move, ``READS_OTHERWISE`` where the
        boards would be other ones.
    """
    lines = rows(section_of(text))
    here = max((place for place, row in enumerate(lines) if row.start <= start), default=0)
    items = _standing(lines, number)
    place = next((place for place, item in enumerate(items) if item.first <= here < item.end), -1)
    other = place - 1 if up else place + 1
    if place < 0 or not 0 <= other < len(items):
        raise CannotWrite(None, CannotWrite.NO_OTHER_ITEM)
    upper, lower = items[min(place, other)], items[max(place, other)]
    if upper.label in fixed or lower.label in fixed:
        raise CannotWrite(None, CannotWrite.NO_OTHER_ITEM)
    written = _swapped([row.text for row in lines], upper, lower)
    return _proven("\n".join(written), text), (upper.label, lower.label)


def _standing(lines: list[Row], number: int) -> list[Item]:
    """The items of a board's list that are not repealed; none of a board that is composed in a sentence."""
    found = creations_of(lines)
    below = found[number].items if number < len(found) else ()
    if not below:
        return []
    depth = min(lines[place].depth for place in below)
    firsts = [place for place in below if lines[place].depth == depth and lines[place].label_end]
    ends = [*firsts[1:], below[-1] + 1]
    items = [_item(lines, first, end) for first, end in zip(firsts, ends, strict=True)]
    return [item for item in items if not is_repealed_text(lines[item.first].text)]


def _item(lines: list[Row], first: int, end: int) -> Item:
    row = lines[first]
    return Item(row.text[: row.label_end].strip(), first, end)


def _swapped(lines: list[str], upper: Item, lower: Item) -> list[str]:
    first, second = lines[upper.first : upper.end], lines[lower.first : lower.end]
    return [
        *lines[: upper.first],
        *_in_place(upper, second, lower, first),
        *lines[upper.end : lower.first],
        *_in_place(lower, first, upper, second),
        *lines[lower.end :],
    ]


def _in_place(place: Item, words: list[str], was: Item, before: list[str]) -> list[str]:
    """The lines of an item under the label of another, closed by the joint that closed the lines there ``before``."""
    moved = [f"{place.label} {words[0].removeprefix(was.label).lstrip()}", *words[1:]]
    joint = _JOINT.search(before[-1])
    moved[-1] = _JOINT.sub("", moved[-1]) + (joint[0] if joint else "")
    return moved


def _proven(written: str, text: str) -> str:
    """The text that was written, where it has the same boards with the same people."""
    before, after = read_boards(section_of(text)), read_boards(section_of(written))
    if len(before) != len(after) or not all(
        same_people(new.members, old.members) for new, old in zip(after, before, strict=True)
    ):
        raise CannotWrite(None, CannotWrite.READS_OTHERWISE)
    return written
