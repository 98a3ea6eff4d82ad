"""The heading of an act: its lines, the page's own repetition of them, and its name in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from law.act import Node, Section
from law.reading import marks
from law.reading.normalise import Mends, visible

_MOST_LINES = 10
_LONGEST_LINE = 300
_LONGEST_NAME = 1_000
_SHORT_TITLE = re.compile(r"(?:เรียก(?:พระราชบัญญัตินี้)?ว่า|ให้เรียกว่า|ชื่อว่า)\s*[“\"]\s*(?P<title>[^“”\"]{4,400}?)\s*[”\"]")


class TitleLines:
    """Collects the lines of a heading until the title is complete."""

    def __init__(self, mends: Mends) -> None:
        self.lines: list[str] = []
        self._mends = mends
        self._ended = False

    def take(self, line: str) -> bool:
        """Take a line; False where it no longer belongs to the heading."""
        if self._repeats(line):
            self._drop(len(self.lines))
        elif self._ended or len(self.lines) >= _MOST_LINES or _is_text(line):
            self._drop_repeated_start()
            return False
        era_before = bool(self.lines) and marks.ERA_ALONE.fullmatch(self.lines[-1]) is not None
        self.lines.append(line)
        self._ended = bool(marks.YEAR.search(line)) or era_before
        return True

    def _repeats(self, line: str) -> bool:
        """Whether a line begins the heading again: the page's own title stood above it."""
        squeezed = _squeeze(line)
        return self._ended and len(squeezed) > 3 and _squeeze("".join(self.lines)).startswith(squeezed)

    def _drop_repeated_start(self) -> None:
        for count in range(1, len(self.lines) // 2 + 1):
            start, rest = _squeeze("".join(self.lines[:count])), _squeeze("".join(self.lines[count:]))
            if len(start) > 3 and rest.startswith(start):
                self._drop(count)
                return

    def _drop(self, count: int) -> None:
        """Leave out the first lines, and say so."""
        self._mends.note("breadcrumb", 1, removed=sum(map(visible, self.lines[:count])))
        del self.lines[:count]

    def title(self, body: Sequence[Node]) -> str:
        """The name in one line, written as section 1 writes it where that agrees."""
        joined = _join(self.lines)
        first = next((node for node in body if isinstance(node, Section)), None)
        named = _SHORT_TITLE.search(first.text[:2_000]) if first is not None else None
        if named is not None and (not joined or _squeeze(named["title"]) == _squeeze(joined)):
            return " ".join(named["title"].split())
        return joined


def _is_text(line: str) -> bool:
    """Whether a line is running text rather than a part of a name."""
    if len(line) > _LONGEST_LINE:
        return len(line) > _LONGEST_NAME or marks.TAIL_TITLE.fullmatch(line) is None
    return marks.PREAMBLE.match(line) is not None


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", marks.INLINE_NOTE.sub("", text))


def _join(lines: Sequence[str]) -> str:
    """Lines of a heading as one line: no space inside the name, one before the year and before a bracket."""
    title = ""
    for line in lines:
        text = marks.without_notes(line)[0]
        apart = title and (
            marks.YEAR_LINE.match(text) or text[:1].isdecimal() or text.startswith(("(", "เรื่อง", "ว่าด้วย", "ฉบับที่"))
        )
        title += (" " if apart else "") + text
    return title
