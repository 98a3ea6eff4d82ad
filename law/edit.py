"""A drafter's edits of an act: the new text of every touched unit, and the act as it would then read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from law import numerals
from law.act import ITEM_LABEL, Act, Division, Level, Node, Section, read_units, units_text

# The last part of a division's address: its level and its label.
_DIVISION = re.compile(r"(?P<level>dv|bk|t|ch|pt)(?P<label>[0-9]+(?:[a-z]+)?(?:/[0-9]+)?)")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One touched unit.

    ``address``: of a section (``s6``, ``s6/1``) or a division (``ch2``).
    ``text``: a section's canonical text; ``(ยกเลิก)`` repeals it; for a division its title.
    ``after``: for an inserted unit the address of the section or division it follows; empty for one that stands. A
    section after a division is its first; a division follows one of its own level (``ch1/1`` after ``ch1``).
    """

    address: str
    text: str
    after: str = ""


class EditError(ValueError):
    """An edit that does not fit the act. ``address`` names the unit, ``reason`` is one of the codes below."""

    MISSING = "missing"  # the unit to be changed is not in the act
    EXISTS = "exists"  # the unit to be inserted is in the act already
    NO_PLACE = "no_place"  # the unit to insert after is not in the act
    EMPTY = "empty"  # a unit can not be left without text

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason


def canonical(text: str) -> str:
    """What a person typed, as canonical text: single spaces, no blank lines."""
    return units_text(read_units(text))


def apply_edits(act: Act, edits: Iterable[Edit]) -> Act:
    """The act as it would read with all edits made.

    :raises EditError: for the first edit that does not fit; nothing is half-applied.
    """
    edited = act
    for edit in edits:
        edited = _apply(edited, edit)
    return edited


def _apply(act: Act, edit: Edit) -> Act:
    exists = act.get(edit.address) is not None
    if not edit.text.strip():
        raise EditError(edit.address, EditError.EMPTY)
    if edit.after and exists:
        raise EditError(edit.address, EditError.EXISTS)
    if edit.after and not isinstance(act.get(edit.after), (Section, Division)):
        raise EditError(edit.address, EditError.NO_PLACE)
    if not edit.after and not exists:
        raise EditError(edit.address, EditError.MISSING)
    node = _new_node(act, edit) if edit.after else act.get(edit.address)
    if not isinstance(node, (Section, Division)):
        raise EditError(edit.address, EditError.MISSING)
    changed = node if edit.after else _with_text(node, edit.text)
    anchor = act.get(edit.after or edit.address)
    body = _put(act.body, anchor, changed, insert=bool(edit.after))
    code = act.code
    if code is not None:
        code = replace(code, body=_put(code.body, anchor, changed, insert=bool(edit.after)))
    return replace(act, body=body, code=code)


def _with_text(node: Node, text: str) -> Node:
    if isinstance(node, Section):
        return replace(node, units=read_units(text))
    return replace(node, title=" ".join(text.split()))


def is_division(address: str) -> bool:
    """Whether an address is that of a numbered division: ``ch1/1``, ``ch1.pt2``."""
    return _DIVISION.fullmatch(address.rpartition(".")[2]) is not None


def _new_node(act: Act, edit: Edit) -> Node:
    return _new_division(act, edit) if is_division(edit.address) else _new_section(act, edit)


def _new_division(act: Act, edit: Edit) -> Division:
    match = _DIVISION.fullmatch(edit.address.rpartition(".")[2])
    anchor = act.get(edit.after)
    stands = edit.address.rpartition(".")[0] == edit.after.rpartition(".")[0]
    if match is None or not isinstance(anchor, Division) or anchor.level != match["level"] or not stands:
        raise EditError(edit.address, EditError.NO_PLACE)
    label = match["label"]
    title = " ".join(edit.text.split())
    return Division(Level(match["level"]), anchor.word, label, numerals.written(label), title)


def _new_section(act: Act, edit: Edit) -> Section:
    label = edit.address.removeprefix("code.").removeprefix("s")
    anchor = act.get(edit.after)
    word = anchor.word if isinstance(anchor, Section) else "มาตรา"
    return Section(label, numerals.written(label), read_units(edit.text), word=word)


def _put(nodes: tuple[Node, ...], anchor: object, changed: Node, *, insert: bool) -> tuple[Node, ...]:
    """``nodes`` with ``changed`` in the place of ``anchor``, or behind it; a section after a division: its first."""
    result: list[Node] = []
    for node in nodes:
        if node is anchor and not insert:
            result.append(changed)
        elif node is anchor and isinstance(node, Division) and isinstance(changed, Section):
            result.append(replace(node, children=(changed, *node.children)))
        elif node is anchor:
            result += [node, changed]
        elif isinstance(node, Division):
            result.append(replace(node, children=_put(node.children, anchor, changed, insert=insert)))
        else:
            result.append(node)
    return tuple(result)


def propose_division(act: Act, after: str) -> str:
    """The address of a division inserted after the one at ``after``: ``ch1`` -> ``ch1/1``; ``ch1/1`` -> ``ch1/2``.

    Empty where ``after`` is no numbered division.
    """
    if not isinstance(act.get(after), Division) or not is_division(after):
        return ""
    base, _, sub = after.partition("/") if "/" in after.rpartition(".")[2] else (after, "", "")
    number = int(sub) + 1 if sub.isdecimal() else 1
    while act.get(f"{base}/{number}") is not None:
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
