"""What an approval is bound to, and which approvals count.

An approval is bound to the new text plus the base text of the touched units, and to what the bill says besides. A
change of any of it voids the approval; a save that changes nothing, or a new edition that leaves those units alone,
does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from law import numerals
from law.act import Act, Division, Section
from law.editing.edit import SCHEDULES, Edit, EditError, canonical, is_division, schedules_text
from review.digest import digest


class Choice(StrEnum):
    """What a reviewer decides."""

    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"
    REJECT = "reject"


class Aspect(StrEnum):
    """What a reviewer looks after; an office may ask for an approval of each."""

    LEGAL = "legal"  # ด้านกฎหมาย
    POLICY = "policy"  # ด้านนโยบาย
    BUDGET = "budget"  # ด้านงบประมาณ
    SUBJECT = "subject"  # ด้านวิชาการ


@dataclass(frozen=True, slots=True)
class TouchedUnit:
    """A unit that a draft changes: its text in the base edition (empty where inserted) and in the draft."""

    address: str
    base_text: str
    new_text: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A decision as given, in the order of time. ``round``: how often the proposal had started anew by then.

    ``aspect``: what the reviewer looked after; none: the whole.
    """

    reviewer: int
    choice: Choice
    content_hash: str
    round: int
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True)
class Assigned:
    """A reviewer of a proposal: for which aspect (none: the whole), where in the order, for whom if delegated."""

    reviewer: int
    aspect: Aspect | None = None
    position: int = 1
    instead_of: int | None = None


def base_text(act: Act, address: str) -> str:
    """Text of a section, title of a division, the schedules' lines; empty where there is none."""
    if address == SCHEDULES:
        return schedules_text(act.schedules)
    unit = act.get(address)
    if isinstance(unit, Section):
        return unit.text
    return unit.title if isinstance(unit, Division) else ""


def normalised(act: Act, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits in canonical text and in one order, without those that change nothing.

    Two sets of edits that make the same act are stored alike, so that their hash is the same; inserted units that
    follow the same unit stand in the order of their labels.
    :raises EditError: where one unit is edited twice.
    """
    by_address: dict[str, Edit] = {}
    for edit in edits:
        if edit.address in by_address:
            raise EditError(edit.address, EditError.EXISTS)
        by_address[edit.address] = Edit(edit.address, _canonical(act, edit), edit.after)
    kept = [edit for edit in by_address.values() if edit.after or edit.text != base_text(act, edit.address)]
    replaced = sorted(edit for edit in kept if not edit.after)
    return (*replaced, *_inserted(kept))


def _canonical(act: Act, edit: Edit) -> str:
    if edit.address == SCHEDULES:
        return schedules_text(edit.text.splitlines())
    if not edit.after and isinstance(act.get(edit.address), Division):
        return " ".join(edit.text.split())
    return canonical(edit.text)


def _inserted(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Insertions, an anchor before what follows it. The last label first: each is put directly behind the anchor."""
    behind: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        if edit.after:
            behind[edit.after].append(edit)
    new = {edit.address for found in behind.values() for edit in found}
    waiting = [anchor for anchor in sorted(behind, reverse=True) if anchor not in new]
    done: set[str] = set()
    while waiting:
        anchor = waiting.pop()
        done.add(anchor)
        for edit in sorted(behind.get(anchor, ()), key=_label_order, reverse=True):
            yield edit
            waiting.append(edit.address)
    # What hangs on itself has no place; it goes last and is refused when applied.
    yield from sorted(edit for anchor, found in behind.items() if anchor not in done for edit in found)


def _label_order(edit: Edit) -> tuple[bool, numerals.LabelKey]:
    """A heading before the sections put in at the same place: they stand above it."""
    return is_division(edit.address), numerals.order(edit.address.rpartition(".")[2].removeprefix("s"))


def touched(act: Act, edits: Iterable[Edit]) -> tuple[TouchedUnit, ...]:
    """What the edits touch in this edition of the act."""
    return tuple(TouchedUnit(edit.address, base_text(act, edit.address), edit.text, edit.after) for edit in edits)


def content_hash(units: Iterable[TouchedUnit], frame: Mapping[str, Any] | None = None) -> str:
    """SHA-256, in hex, of what is touched; the order does not matter.

    ``frame``: what was decided about the bill and becomes words of the law; nothing decided leaves the hash as it is.
    """
    facts = sorted([unit.address, unit.base_text, unit.new_text, unit.after] for unit in units)
    return digest({"units": facts, "frame": dict(frame)} if frame else facts)


def counting(
    decisions: Iterable[Given],
    *,
    content_hash: str,
    round_: int,
    assigned: Iterable[Assigned],
    authors: Collection[int],
) -> frozenset[int]:
    """The reviewers whose approval counts now.

    It counts when it is the reviewer's last word on this very text in this round, he or she is still assigned, for the
    same aspect, and neither he or she nor whoever delegated it became an author since (four eyes).
    """
    last = {given.reviewer: given for given in decisions if (given.content_hash, given.round) == (content_hash, round_)}
    return frozenset(
        one.reviewer
        for one in assigned
        if one.reviewer in last
        and last[one.reviewer].choice is Choice.APPROVE
        and one.aspect in (None, last[one.reviewer].aspect)
        and not {one.reviewer, one.instead_of} & set(authors)
    )


def missing_aspects(
    required: Iterable[Aspect], assigned: Iterable[Assigned], approving: Collection[int]
) -> frozenset[Aspect]:
    """The required aspects from which none of those in ``approving`` reviews."""
    covered = {one.aspect for one in assigned if one.reviewer in approving}
    return frozenset(required) - covered


def in_turn(reviewer: int, assigned: Iterable[Assigned], approving: Collection[int]) -> bool:
    """Whether everybody before the reviewer in the order has approved."""
    people = list(assigned)
    places = [one.position for one in people if one.reviewer == reviewer]
    return all(one.reviewer in approving for one in people for place in places if one.position < place)
