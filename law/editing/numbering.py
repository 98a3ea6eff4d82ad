"""Labels proposed for what is inserted: behind its neighbour, never renumbering what stands."""

from __future__ import annotations

from law import numerals
from law.act import ITEM_LABEL, Act, Division, Level, Section
from law.editing.edit import is_division, place_division
from law.tree.headings import WORDS

# Stands for the number of a division while its place is looked for.
_NO_NUMBER = "0"


def propose_division(act: Act, after: str, level: Level | None = None) -> str:
    """The address of a division put in behind ``after``, of the level given or of that of ``after``.

    The next number at the end of its row (``ch2`` after ``ch1``), else ``ch1/1``. Empty where it can not stand there,
    or would need a number before the first.
    """
    anchor = act.get(after)
    if level is None:
        level = anchor.level if isinstance(anchor, Division) and is_division(after) else None
    made = place_division(act, Division(level, WORDS[level], _NO_NUMBER), after) if level in WORDS else None
    if made is None or level is None:
        return ""
    address = next(found for found in made.places() if found.endswith(f"{level.value}{_NO_NUMBER}"))
    parent = made.places()[address].parent
    row = [
        (place.address, place.node)
        for place in made.places().values()
        if place.parent == parent and isinstance(place.node, Division) and place.node.level is level
    ]
    at = [found for found, _ in row].index(address)
    before, behind = row[at - 1][1].label if at else "", [node.label for _, node in row[at + 1 :]]
    label = _next_in_row(before, behind)
    if behind and isinstance(anchor, Section) and label and numerals.order(behind[0]) <= numerals.order(label):
        return ""
    return address.removesuffix(_NO_NUMBER) + label if label else ""


def _next_in_row(before: str, behind: list[str]) -> str:
    if not before:
        return "" if behind else "1"
    if not behind and before.isdecimal():
        return str(int(before) + 1)
    base, _, sub = before.partition("/")
    number = int(sub) + 1 if sub.isdecimal() else 1
    while f"{base}/{number}" in behind:
        number += 1
    return f"{base}/{number}"


def propose_label(act: Act, after: str) -> str:
    """The label of a section inserted after the one at ``after``: ``6`` -> ``6/1``; ``6/1`` -> ``6/2``.

    Goes on with a Sanskrit series where one stands in that place (``5bis`` -> ``5ter``); never renumbers. Empty where
    no label can be proposed.
    """
    section = act.get(after)
    if not isinstance(section, Section):
        return ""
    prefix = after[: len(after) - len(after.partition("s")[2]) - 1] if "code." in after else ""
    taken = {address.removeprefix(prefix).removeprefix("s") for address in act.sections()}
    base, _, sub = (section.until or section.label).partition("/")
    if not sub and not base.isdecimal():
        ordinal = numerals.next_ordinal(base)
        if ordinal and ordinal not in taken:
            return ordinal
    if sub and not sub.isdecimal():
        return ""
    number = int(sub) + 1 if sub else 1
    while f"{base}/{number}" in taken:
        number += 1
    return f"{base}/{number}"


def insert_item(text: str, after: int) -> str:
    """Canonical ``text`` with an empty item put in behind line ``after`` (from 0), its label proposed.

    Behind the last item of a list the label goes on (``(๕)`` -> ``(๖)``); in the middle it is ``(๓/๑)``; behind a
    paragraph without items it is ``(๑)``. Nothing is renumbered.
    """
    lines = text.splitlines()
    here = ITEM_LABEL.match(lines[after])
    if here is None:
        label = "1"
    else:
        taken = {
            numerals.plain(match["label"]) for line in _same_list(lines, after) if (match := ITEM_LABEL.match(line))
        }
        label = _item_label(numerals.plain(here["label"]), taken)
    return "\n".join([*lines[: after + 1], f"({numerals.written(label)}) ", *lines[after + 1 :]])


def _same_list(lines: list[str], index: int) -> list[str]:
    """The lines of items around ``index``: as far as no paragraph comes between."""
    start = end = index
    while start > 0 and ITEM_LABEL.match(lines[start - 1]):
        start -= 1
    while end + 1 < len(lines) and ITEM_LABEL.match(lines[end + 1]):
        end += 1
    return lines[start : end + 1]


def _item_label(here: str, taken: set[str]) -> str:
    following = _next_label(here)
    if following is not None and following not in taken:
        return following
    base, _, sub = here.partition("/")
    number = int(sub) + 1 if sub else 1
    while f"{base}/{number}" in taken:
        number += 1
    return f"{base}/{number}"


def _next_label(label: str) -> str | None:
    if label.isdecimal():
        return str(int(label) + 1)
    position = numerals.LETTERS.find(label) if len(label) == 1 else -1
    return numerals.LETTERS[position + 1] if 0 <= position < len(numerals.LETTERS) - 1 else None
