"""Lines of a section -> its units: items only in sequence, footnote markers and editors' notes set apart."""

from __future__ import annotations

import re

from law import numerals
from law.act import ITEM_LABEL, UnitBuilder, label_kind
from law.reading import marks

# Lists of one kind of label that may be open in one another.
_OPEN_LISTS = 8
_CITED_BEHIND = re.compile(r"(?:และ|หรือ|ถึง|แห่ง|ของ|วรรค|[,;])")


class ItemOrder:
    """Which labels were the last of their lists in a section: a list may go on behind an unlabelled paragraph."""

    def __init__(self) -> None:
        self._last: dict[str, list[str]] = {}

    def fits(self, label: str) -> bool:
        """Whether a plain label opens a list or goes on with one."""
        return numerals.is_first(label) or any(_goes_on(last, label) for last in self._last.get(label_kind(label), []))

    def has(self, label: str) -> bool:
        """Whether the section has a list of this kind of label."""
        return label_kind(label) in self._last

    def take(self, label: str) -> None:
        """Note a label: lists that it does not go on with stay open around it."""
        lasts = self._last.setdefault(label_kind(label), [])
        going_on = [at for at, last in enumerate(lasts) if _goes_on(last, label)]
        if going_on:
            del lasts[going_on[-1] :]
        lasts.append(label)
        del lasts[:-_OPEN_LISTS]


def add_line(builder: UnitBuilder, order: ItemOrder, line: str) -> bool:
    """Put one paragraph into a section. False where an item stood out of sequence, and was taken all the same."""
    if line.startswith("[") and marks.EDITORS.fullmatch(line):
        builder.add_remark(line)
        return True
    text, notes = marks.without_notes(line)
    text = " ".join(text.split())
    label = ITEM_LABEL.match(text)
    if label is None:
        if text or notes:
            builder.add(text, notes)
        return True
    plain = numerals.plain(label["label"])
    in_sequence = order.fits(plain)
    if not in_sequence and _is_citation(builder, text[label.end() :]):
        builder.join(text, notes)
        return True
    order.take(plain)
    builder.add(text, notes)
    return in_sequence


def _is_citation(builder: UnitBuilder, behind: str) -> bool:
    if builder.is_empty:
        return False
    return bool(marks.JOINER.search(builder.last_text) or _CITED_BEHIND.match(behind))


def _goes_on(before: str, label: str) -> bool:
    if label_kind(label) == "latin":
        return True
    first, second = numerals.order(before), numerals.order(label)
    if first == second:
        return False
    step = second[0] - first[0]
    # ฃ and ฅ are mostly left out of a list of letters, so a step may be of two.
    return step == 1 or (step == 0 and second > first) or (label_kind(label) == "thai" and step == 2)
