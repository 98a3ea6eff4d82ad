"""Where in an act words stand: found in its lines, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blueprints.acts.reading import ActView, Line, sections_of
from law import numerals

FIRST, MOST = 10, 500  # places shown at once, and at all
AROUND = 60  # characters shown before and after the words


@dataclass(frozen=True, slots=True)
class Place:
    """`words` as they stand in the unit at `address`, a line of the section `heading`, with what is around them."""

    address: str
    heading: str
    before: str
    words: str
    after: str


def find_words(view: ActView, wanted: str) -> list[Place]:
    """Every place of the words in the sections; digits of either script and capitals are the same."""
    key = _alike(" ".join(wanted.split()))
    return list(_places(view, key)) if key else []


def _places(view: ActView, key: str) -> Iterator[Place]:
    for section in sections_of((*view.body, *view.code)):
        for line in _all_lines(section.lines):
            text = "".join(piece.text for piece in line.pieces)
            for at in _found(_alike(text), key):
                yield _place(line.address, section.heading, text, at, at + len(key))


def _all_lines(lines: tuple[Line, ...]) -> Iterator[Line]:
    for line in lines:
        yield line
        yield from _all_lines(line.items)


def _alike(text: str) -> str:
    """As long as `text`: a place in the one is a place in the other."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in numerals.arabic(text))


def _found(text: str, key: str) -> Iterator[int]:
    at = text.find(key)
    while at >= 0:
        yield at
        at = text.find(key, at + len(key))


def _place(address: str, heading: str, text: str, start: int, end: int) -> Place:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    cut = start > AROUND
    # Begun and ended at a space where there is one: no letter without its vowel at the edge.
    before = f"… {before.partition(' ')[2] or before}" if cut else before
    if len(text) - end > AROUND:
        after = f"{after.rpartition(' ')[0] or after} …"
    return Place(address, heading, before, text[start:end], after)
