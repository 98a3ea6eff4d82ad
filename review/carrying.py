"""A new edition of an act against what a proposal touches: what goes on as it is, and what somebody has to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from law.act import Act, is_repealed_text
from law.compare import Comparison
from law.editing.edit import Edit
from law.editing.numbering import propose_label
from review.approval import base_text
from review.workflow import State


class Fate(StrEnum):
    """What a new edition did to a unit that a proposal touches."""

    UNTOUCHED = "untouched"
    CHANGED = "changed"  # its text
    MOVED = "moved"  # it has another number now, its text may have changed too
    REPEALED = "repealed"  # it stands, marked as repealed
    GONE = "gone"
    TAKEN = "taken"  # the number of a new unit is another's now
    NO_PLACE = "no_place"  # what a new unit follows is gone


@dataclass(frozen=True, slots=True)
class Carried:
    """A touched unit on its way to a new edition.

    ``address``: in the new edition (of a new unit whose number is taken: the number proposed; empty where it has no
    place). ``base``, ``theirs``: its text in the edition that the edit was made on, and in the new one.
    """

    edit: Edit
    fate: Fate
    address: str
    base: str
    theirs: str
    after: str = ""


def carried(old: Act, new: Act, edits: Iterable[Edit], moved: Mapping[str, str]) -> tuple[Carried, ...]:
    """Every edit, in the order given. ``moved``: see ``moved_units``."""
    found = tuple(edits)
    inserted = {edit.address for edit in found if edit.after}
    return tuple(
        _new_unit(new, edit, inserted, moved) if edit.after else _standing(old, new, edit, moved) for edit in found
    )


def moved_units(comparison: Comparison) -> dict[str, str]:
    """The new address of every unit that a new edition moved or renumbered, by its old address."""
    return {change.moved_from: change.address for change in comparison.changes if change.moved_from}


def is_left_alone(units: Iterable[Carried]) -> bool:
    """Whether the new edition changed nothing that is touched: then approvals hold, as the content hash does."""
    return all(unit.fate is Fate.UNTOUCHED for unit in units)


def after_a_hit(state: State) -> State:
    """Where a proposal stands after a new edition changed what it touches: what was approved must be written again."""
    return State.CHANGES_REQUESTED if state in (State.APPROVED, State.IN_BILL) else state


def _standing(old: Act, new: Act, edit: Edit, moved: Mapping[str, str]) -> Carried:
    address = moved.get(edit.address, edit.address)
    base, theirs = base_text(old, edit.address), base_text(new, address)
    if address != edit.address:
        fate = Fate.MOVED
    elif new.get(address) is None or edit.address in moved.values():
        return Carried(edit, Fate.GONE, "", base, "")
    elif theirs == base:
        fate = Fate.UNTOUCHED
    else:
        fate = Fate.REPEALED if is_repealed_text(theirs) and not is_repealed_text(base) else Fate.CHANGED
    return Carried(edit, fate, address, base, theirs)


def _new_unit(new: Act, edit: Edit, inserted: set[str], moved: Mapping[str, str]) -> Carried:
    after = edit.after if edit.after in inserted else moved.get(edit.after, edit.after)
    if after not in inserted and new.get(after) is None:
        return Carried(edit, Fate.NO_PLACE, "", "", "")
    if new.get(edit.address) is None:
        fate = Fate.UNTOUCHED if after == edit.after else Fate.MOVED
        return Carried(edit, fate, edit.address, "", "", after)
    label = propose_label(new, after)
    prefix = "code." if edit.address.startswith("code.") else ""
    free = f"{prefix}s{label}" if label and edit.address.rpartition(".")[2].startswith("s") else ""
    return Carried(edit, Fate.TAKEN, free, "", base_text(new, edit.address), after)
