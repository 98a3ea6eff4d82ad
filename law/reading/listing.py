"""Labels in the order of a text: which item of a list is due, and which section was there already."""

from __future__ import annotations

from law import numerals
from law.act import ITEM_LABEL, label_kind
from law.reading import marks
from law.reading.candidates import RESTART, follows_directly


class Labels:
    """The labels of items so far, so that the next one of a list is known: ``… และ`` may stand before it."""

    def __init__(self) -> None:
        self._last: dict[str, str] = {}
        self._section = 0

    def take(self, line: str) -> None:
        """A line that opens a paragraph."""
        match = ITEM_LABEL.match(line)
        if match is not None:
            label = numerals.plain(match["label"])
            self._last[label_kind(label)] = label
        section = marks.SECTION.fullmatch(line)
        if section is not None:
            self._last.clear()
            self._section = numerals.order(numerals.plain(section["label"]))[0]

    def is_past(self, line: str) -> bool:
        """Whether a line begins with a section that stands before: it is cited, where no act of the tail begins."""
        section = marks.SECTION.fullmatch(line)
        number = numerals.order(numerals.plain(section["label"]))[0] if section else self._section
        return RESTART < number < self._section

    def is_due(self, line: str) -> bool:
        """Whether a line begins with the next label, or the first one, and does not cite it."""
        match = ITEM_LABEL.match(line)
        if match is None or not line[match.end() :] or marks.CITED.match(line, match.end()):
            return False
        label = numerals.plain(match["label"])
        last = self._last.get(label_kind(label))
        return numerals.is_first(label) if last is None else follows_directly(last, label)
