"""A drafter's edits of an act: the new text of every touched unit, and the act as it would then read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from law import numerals
from law.act import Act, Division, Level, Node, Section, read_units, units_text
from law.tree.headings import WORDS, added_last, can_hold, next_node, with_heading
from law.tree.schedules import clean

SCHEDULES = "schedule"  # the address of all schedules together
# The last part of a division's address: its level and its label.
_DIVISION = re.compile(r"(?P<level>dv|bk|t|ch|pt)(?P<label>[0-9]+(?:[a-z]+)?(?:/[0-9]+)?)")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One touched unit.

    ``address``: of a section (``s6``, ``s6/1``) or a division (``ch2``), or ``schedule`` for all schedules.
    ``text``: a section's canonical text; ``(ยกเลิก)`` repeals it; for a division its title; for schedules their lines.
    ``after``: for an inserted unit the address of the section or division it follows; empty for one that stands. A
    section after a division is its first. A division after one of its own level (``ch1/1`` after ``ch1``) has no
    sections yet; after a section, or a division of a higher level, it is a heading put into the text there, over what
    follows down to the next heading of its level.
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


def schedules_text(lines: Iterable[str]) -> str:
    """The lines of schedules as an edit has them: without notes, single spaces, no blank lines."""
    return "\n".join(filter(None, map(clean, lines)))


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
    if edit.address == SCHEDULES and not edit.after:
        return replace(act, schedules=tuple(schedules_text(edit.text.splitlines()).splitlines()))
    if edit.after and exists:
        raise EditError(edit.address, EditError.EXISTS)
    if edit.after and not isinstance(act.get(edit.after), (Section, Division)):
        raise EditError(edit.address, EditError.NO_PLACE)
    if not edit.after and not exists:
        raise EditError(edit.address, EditError.MISSING)
    if edit.after and is_division(edit.address):
        return _with_division(act, edit)
    node = _new_section(act, edit) if edit.after else act.get(edit.address)
    if not isinstance(node, (Section, Division)):
        raise EditError(edit.address, EditError.MISSING)
    changed = node if edit.after else _with_text(node, edit.text)
    return _everywhere(act, act.get(edit.after or edit.address), changed, insert=bool(edit.after))


def _everywhere(act: Act, anchor: object, changed: Node, *, insert: bool) -> Act:
    code = act.code
    if code is not None:
        code = replace(code, body=_put(code.body, anchor, changed, insert=insert))
    return replace(act, body=_put(act.body, anchor, changed, insert=insert), code=code)


def _with_text(node: Node, text: str) -> Node:
    if isinstance(node, Section):
        return replace(node, units=read_units(text))
    return replace(node, title=" ".join(text.split()))


def is_division(address: str) -> bool:
    """Whether an address is that of a numbered division: ``ch1/1``, ``ch1.pt2``."""
    return _DIVISION.fullmatch(address.rpartition(".")[2]) is not None


def _with_division(act: Act, edit: Edit) -> Act:
    new = _new_division(act, edit)
    made = place_division(act, new, edit.after) if new else None
    found = made.get(edit.address) if made else None
    if made is None or not isinstance(found, Division) or f"{edit.address}~2" in made.places():
        raise EditError(edit.address, EditError.NO_PLACE)
    return made


def place_division(act: Act, new: Division, after: str) -> Act | None:
    """``act`` with a new division behind one of its level, or as a heading over what follows; else None."""
    anchor = act.get(after)
    if isinstance(anchor, Section):
        following = next_node(act, after)
        return with_heading(act, new, following) if following else added_last(act, new, after)
    if not isinstance(anchor, Division):
        return None
    if anchor.level is new.level:
        return _everywhere(act, anchor, new, insert=True)
    if not can_hold(anchor, new):
        return None
    if not anchor.children:
        return _everywhere(act, anchor, replace(anchor, children=(new,)), insert=False)
    return with_heading(act, new, anchor.children[0])


def _new_division(act: Act, edit: Edit) -> Division | None:
    match = _DIVISION.fullmatch(edit.address.rpartition(".")[2])
    if match is None:
        return None
    level, label = Level(match["level"]), match["label"]
    divisions = (place.node for place in act.places().values() if isinstance(place.node, Division))
    word = next((division.word for division in divisions if division.level is level), WORDS[level])
    return Division(level, word, label, numerals.written(label), " ".join(edit.text.split()))


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
