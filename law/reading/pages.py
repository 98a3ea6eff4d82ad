"""What shows only in a whole text to be the pages' own: bare page numbers, and a mark printed behind every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from law import numerals
from law.reading.normalise import Mends, visible

_NUMBER = re.compile(r"[0-9๐-๙]{1,4}")
_WANTS_NUMBER = re.compile(r"(?:มาตรา|ข้อ|หมวด|ส่วนที่|ลักษณะ|ภาค|บรรพ|วรรค|ที่|พ\.ศ\.)$")
# Lines of a page, as copied; the numbers of a table stand closer, or do not go from the first page to the last.
_FEWEST_LINES, _MOST_LINES = 10, 150
_FEWEST_PAGES = 3
_LAST_OF_THE_FIRST = 3  # a title page, or the first one, may bear no number
# The Council of State's own copies bear its name over and over, in lines of their own and beside the text.
_REPEATED = re.compile(r"(?P<words>\S{8,60})(?:\s+(?P=words))+")
_FEWEST_MARKS = 3


def page_numbers(lines: Sequence[str]) -> frozenset[int]:
    """Places of the lines that number the pages: alone, one more from page to page, through the whole text."""
    held = [(at, line.strip()) for at, line in enumerate(lines) if line.strip()]
    places: list[int] = []  # among the lines that hold something
    last = -1
    for place, (_, line) in enumerate(held):
        if not _NUMBER.fullmatch(line) or (place and _WANTS_NUMBER.search(held[place - 1][1])):
            continue
        number = int(numerals.arabic(line))
        if places and number == last + 1 and _FEWEST_LINES <= place - places[-1] <= _MOST_LINES:
            places.append(place)
            last = number
        elif len(places) < _FEWEST_PAGES and place <= _MOST_LINES and 0 < number <= _LAST_OF_THE_FIRST:
            places, last = [place], number
    whole = len(places) >= _FEWEST_PAGES and len(held) - places[-1] <= _MOST_LINES
    return frozenset(held[place][0] for place in places) if whole else frozenset()


def without_watermark(lines: Sequence[str], mends: Mends) -> list[str]:
    """The lines without a mark that fills lines again and again; beside text it goes where two spaces part it."""
    marks = Counter(match["words"] for line in lines if (match := _REPEATED.fullmatch(line.strip())))
    words, count = next(iter(marks.most_common(1)), ("", 0))
    mark = re.escape(words)
    only = re.compile(rf"\s*(?:{mark}\s*)+")
    if count < _FEWEST_MARKS or not _on_every_page(lines, only):
        return list(lines)
    beside = re.compile(rf"(?:^\s*|(?<=\s\s)|(?<=\t)){mark}(?=\s{{2}}|\t|\s*$)")
    kept = [beside.sub("", line) for line in lines if not only.fullmatch(line)]
    mends.note("watermark", count, removed=sum(map(visible, lines)) - sum(map(visible, kept)))
    return kept


def _on_every_page(lines: Sequence[str], only: re.Pattern[str]) -> bool:
    """Whether the mark goes from the first page to the last: the columns of a table say one thing over and over too."""
    held = [line for line in lines if line.strip()]
    places = [place for place, line in enumerate(held) if only.fullmatch(line)]
    ends = places[0] * 3 <= len(held) and places[-1] * 3 >= len(held) * 2
    return ends and all(after - before <= _MOST_LINES for before, after in pairwise(places))
