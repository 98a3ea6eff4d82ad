"""Sections that several approved proposals add under one number: one proposal keeps it, the next goes on behind it.

The number is the place that was free when each was written, no matter of substance. Yet the text is nobody's any more,
with its citations: it is proposed, and a person confirms it (``Joined.is_nobodys``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from law import numerals
from law.act import Act
from law.citing.renumbering import cite_anew, names_number
from law.editing.edit import SCHEDULES, Edit, EditError, apply_edits, is_division
from law.editing.numbering import propose_label
from review.approval import normalised


@dataclass(frozen=True, slots=True)
class Approved:
    """What one proposal changes, by its approved text. ``elsewhere``: what it says besides, which is not rewritten."""

    proposal: int
    edits: tuple[Edit, ...]
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A proposal as it goes into the bill. ``moved``: new addresses of sections by the old ones.

    ``before``: by the address in ``edits``, the approved edit of what differs from it.
    """

    proposal: int
    edits: tuple[Edit, ...]
    moved: Mapping[str, str]
    before: Mapping[str, Edit]


def renumber(act: Act, approved: Sequence[Approved]) -> list[Renumbered]:
    """Every proposal, in the order given, with free numbers for what an earlier one added otherwise under the same.

    What can not be rewritten for certain is left as it is: then it clashes.
    """
    taken: dict[str, Edit] = {}
    done: list[Renumbered] = []
    for one in approved:
        found = _behind(act, one, taken)
        taken = {edit.address: edit for edit in found.edits if _is_new_section(edit)} | taken
        done.append(found)
    return done


def _behind(act: Act, one: Approved, taken: Mapping[str, Edit]) -> Renumbered:
    as_it_is = Renumbered(one.proposal, one.edits, {}, {})
    clashing = {edit.address for edit in one.edits if _is_new_section(edit) and taken.get(edit.address, edit) != edit}
    if not clashing:
        return as_it_is
    try:
        moved = _new_numbers(act, one.edits, clashing, taken)
        texts = _texts_anew(act, one, moved)
        edits = tuple(_moved(edit, texts, moved) for edit in one.edits)
        if len({edit.address for edit in edits}) < len(edits):
            return as_it_is
        after = apply_edits(act, normalised(act, {**taken, **{edit.address: edit for edit in edits}}.values()))
    except (EditError, _CanNot):
        return as_it_is
    placed = [address for address in after.sections() if address in taken or address in moved.values()]
    if not set(moved.values()) <= set(placed) or placed != sorted(placed, key=lambda at: numerals.order(_label(at))):
        return as_it_is
    before = {new.address: old for new, old in zip(edits, one.edits, strict=True) if new != old}
    return Renumbered(one.proposal, edits, moved, before)


class _CanNot(Exception):
    """Another number would need words that nobody can be certain of."""


def _is_new_section(edit: Edit) -> bool:
    return bool(edit.after) and not is_division(edit.address)


def _new_numbers(act: Act, edits: Sequence[Edit], clashing: set[str], taken: Mapping[str, Edit]) -> dict[str, str]:
    """New addresses for what clashes, and for what the same proposal adds behind it in that place."""
    own = {edit.address: edit for edit in edits}
    reading = apply_edits(act, normalised(act, taken.values()))
    moved: dict[str, str] = {}
    at: set[str] = set()
    for edit in sorted(filter(_is_new_section, edits), key=_order):
        root = _root(edit, own)
        at |= {root} if edit.address in clashing else set()
        if root not in at:
            continue
        last = _last_of_run(reading, root, {**taken, **_placed(own, moved)})
        address = _next(reading, last)
        moved[edit.address] = address
        reading = apply_edits(reading, [Edit(address, edit.text, last)])
    return moved


def _placed(own: Mapping[str, Edit], moved: Mapping[str, str]) -> dict[str, Edit]:
    return {new: replace(own[old], address=new) for old, new in moved.items()}


def _root(edit: Edit, own: Mapping[str, Edit]) -> str:
    """The unit of the act that a new section stands behind in the end. :raises _CanNot: behind itself."""
    for _step in own:
        if edit.after not in own or not own[edit.after].after:
            return edit.after
        edit = own[edit.after]
    raise _CanNot


def _last_of_run(act: Act, root: str, new: Mapping[str, Edit]) -> str:
    """The last of the new sections that stand directly behind a unit."""
    places = [address for address in act.places() if address == root or address in act.sections()]
    if root not in places:
        raise _CanNot
    last = root
    for address in places[places.index(root) + 1 :]:
        if address not in new:
            break
        last = address
    return last


def _next(act: Act, last: str) -> str:
    prefix = "code." if last.startswith("code.") else ""
    label = _label(last)
    following = str(int(label) + 1) if label.isdecimal() else ""
    if not following or act.get(f"{prefix}s{following}") is not None:
        following = propose_label(act, last)
    if not following:
        raise _CanNot
    return f"{prefix}s{following}"


def _texts_anew(act: Act, one: Approved, moved: Mapping[str, str]) -> dict[str, str]:
    """By address the texts of a proposal with its own new numbers. :raises _CanNot:"""
    if any(old == text or names_number(text, old) for text in one.elsewhere for old in moved):
        raise _CanNot
    reading = apply_edits(act, normalised(act, one.edits))
    texts: dict[str, str] = {}
    for edit in one.edits:
        if is_division(edit.address) or edit.address == SCHEDULES:
            if any(names_number(edit.text, old) for old in moved):
                raise _CanNot
            continue
        text = cite_anew(reading, edit.address, moved)
        if text is None:
            raise _CanNot
        texts[edit.address] = text
    return texts


def _moved(edit: Edit, texts: Mapping[str, str], moved: Mapping[str, str]) -> Edit:
    after = moved.get(edit.after, edit.after)
    return Edit(moved.get(edit.address, edit.address), texts.get(edit.address, edit.text), after)


def _order(edit: Edit) -> numerals.LabelKey:
    return numerals.order(_label(edit.address))


def _label(address: str) -> str:
    return address.removeprefix("code.").removeprefix("s")
