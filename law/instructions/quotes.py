"""Quotation marks of a bill: which is opening, which closing, and how deep each place of the text is in them."""

from __future__ import annotations

import re
from bisect import bisect_left

OPENING, CLOSING = "“", "”"
_AS_CURLY = str.maketrans({"„": OPENING, "‟": OPENING, "″": CLOSING, "«": OPENING, "»": CLOSING})
_STRAIGHT = re.compile('"')


def shadow(text: str) -> str:
    """``text``, character for character, with every double quotation mark curly; for finding places in ``text``."""
    text = text.translate(_AS_CURLY)
    if '"' not in text:
        return text
    marks = list(text)
    open_marks = 0
    for match in _STRAIGHT.finditer(text):
        at = match.start()
        opens = _opens(text, at, open_marks)
        marks[at] = OPENING if opens else CLOSING
        open_marks = open_marks + 1 if opens else max(0, open_marks - 1)
    return "".join(marks)


def _opens(text: str, at: int, open_marks: int) -> bool:
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if after.isspace() != (before.isspace() or before in '([“"'):
        return not after.isspace()
    return open_marks == 0


def mark_places(marked: str) -> list[int]:
    """Where all quotation marks stand."""
    return [match.start() for match in re.finditer("[“”]", marked)]


class DepthGauge:
    """How deep in quotation marks places of ``marked[start:end]`` are, asked for in rising order.

    An opening mark that only repeats itself at the start of each quoted paragraph does not count.
    """

    def __init__(self, marked: str, start: int, end: int | None = None, places: list[int] | None = None) -> None:
        """``places``: of all marks in ``marked``, where they are known already."""
        self._marked, self._start = marked, start
        self._end = len(marked) if end is None else end
        places = mark_places(marked) if places is None else places
        self._marks = iter(places[bisect_left(places, start) : bisect_left(places, self._end)])
        self._next = next(self._marks, None)
        self.depth = 0

    def at(self, place: int) -> int:
        """The depth before the character at ``place``."""
        while self._next is not None and self._next < place:
            self.pass_mark()
        return self.depth

    def pass_mark(self) -> int | None:
        """Go behind the next mark: its place, or None where there is none."""
        if self._next is None:
            return None
        at = self._next
        if self._marked[at] == CLOSING:
            self.depth = max(0, self.depth - 1)
        elif not (self.depth and repeats(self._marked, at, self._start, self._end)):
            self.depth += 1
        self._next = next(self._marks, None)
        return at


def depths(marked: str, start: int, end: int) -> list[tuple[int, int]]:
    """``(place, depth behind it)`` for every quotation mark of ``marked[start:end]``."""
    gauge = DepthGauge(marked, start, end)
    result: list[tuple[int, int]] = []
    while (at := gauge.pass_mark()) is not None:
        result.append((at, gauge.depth))
    return result


def repeats(marked: str, at: int, start: int, end: int) -> bool:
    """Whether the opening mark at ``at``, inside a quotation, only opens one more of its paragraphs.

    It stands at the start of a line whose own marks do not balance, and is not the first of two.
    """
    line_start = marked.rfind("\n", start, at) + 1
    if marked[max(line_start, start) : at].strip():
        return False
    line_end = marked.find("\n", at, end)
    line = marked[at : end if line_end < 0 else line_end]
    if line[1:].lstrip().startswith(OPENING):
        return True
    surplus = line.count(OPENING) - line.count(CLOSING)
    return surplus == 1 or (surplus == 0 and line.rstrip().endswith(CLOSING) and not _whole(line))


def _whole(line: str) -> bool:
    """Whether a line is balanced by what stands inside it, as a definition is: ``“ก” หมายความว่า …``."""
    return bool(re.match("“[^“”]{1,200}”", line.strip()))


def depth_at(marks: list[tuple[int, int]], at: int) -> int:
    """How deep in quotation marks the place ``at`` is."""
    depth = 0
    for place, after in marks:
        if place >= at:
            break
        depth = after
    return depth


def quoted_lines(text: str, marked: str) -> tuple[str, ...]:
    """Lines of a quotation whose outer marks are off, single spaces, repeated marks of its paragraphs taken away."""
    each = _each_quoted(marked)
    openings = _each_opened(marked)
    lines: list[str] = []
    at = 0
    for line, mark in zip(text.split("\n"), marked.split("\n"), strict=True):
        words = " ".join(line.split())
        starts = mark.lstrip()
        opens = starts.startswith(OPENING)
        if lines and openings and opens and (each or repeats(marked, at + len(mark) - len(starts), 0, len(marked))):
            words = words[1:].lstrip()
        if each and mark.rstrip().endswith(CLOSING) and marked[at + len(mark) :].strip():
            words = words[:-1].rstrip()
        if words:
            lines.append(words)
        at += len(mark) + 1
    return tuple(lines)


def _each_quoted(marked: str) -> bool:
    """Whether every paragraph of a quotation stands in marks of its own; the outermost two are off already."""
    lines = [line.strip() for line in marked.split("\n") if line.strip()]
    if len(lines) < 2 or _balance(lines[0]) != -1 or _balance(lines[-1]) != 1:
        return False
    return all(line.startswith(OPENING) for line in lines[1:]) and all(line.endswith(CLOSING) for line in lines[:-1])


def _each_opened(marked: str) -> bool:
    """Whether every paragraph behind the first begins with an opening mark: one alone is a mark of the text."""
    lines = [line.strip() for line in marked.split("\n") if line.strip()]
    return all(line.startswith(OPENING) for line in lines[1:])


def _balance(line: str) -> int:
    return line.count(OPENING) - line.count(CLOSING)
