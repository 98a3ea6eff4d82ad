"""Lines of a section -> its units: items only in sequence, footnote markers and editors' notes set apart."""

from __future__ import annotations

import re

from law import numerals
from law.act import ITEM_LABEL, UnitBuilder, label_kind
from law.reading import marks

_CITED_BEHIND = re.compile(r"(?:และ|หรือ|ถึง|แห่ง|ของ|วรรค|[,;])")


def add_line(builder: UnitBuilder, line: str) -> bool:
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
    in_sequence = may_follow(builder.open_labels, numerals.plain(label["label"]))
    if not in_sequence and _is_citation(builder, text[label.end() :]):
        builder.join(text, notes)
        return True
    builder.add(text, notes)
    return in_sequence


def _is_citation(builder: UnitBuilder, behind: str) -> bool:
    if builder.is_empty:
        return False
    return bool(marks.JOINER.search(builder.last_text) or _CITED_BEHIND.match(behind))


def may_follow(open_labels: tuple[str, ...], label: str) -> bool:
    """Whether an item may stand where these items are open: it opens a list, or goes on with one."""
    if numerals.is_first(label):
        return True
    for before in reversed(open_labels):
        if label_kind(before) == label_kind(label):
            return _goes_on(before, label)
    return False


def _goes_on(before: str, label: str) -> bool:
    if label_kind(label) == "latin":
        return True
    first, second = numerals.order(before), numerals.order(label)
    if first == second:
        return False
    step = second[0] - first[0]
    # ฃ and ฅ are mostly left out of a list of letters, so a step may be of two.
    return step == 1 or (step == 0 and second > first) or (label_kind(label) == "thai" and step == 2)
