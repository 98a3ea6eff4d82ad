"""Cited units and how they belong together: ``(๒)`` ``ของ`` ``วรรคหนึ่ง`` ``ของ`` ``มาตรา ๔`` -> ``s4.p1.i2``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from law import numerals


class Rank(IntEnum):
    """How large a unit is; a part of a unit has a smaller rank, items and divisions nest among themselves."""

    ITEM = 1
    PARAGRAPH = 2
    DEFINITION = 3
    SECTION = 4
    DIVISION = 5
    SCHEDULE = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of a citation: its rank and its part of the address (``i2``, ``p1``, ``def:คำ``, ``s4``, ``ch5/1``)."""

    rank: Rank
    part: str
    label: str = ""
    title: str = ""
    is_name: bool = False  # the clause cites only the division's name (ชื่อหมวด)

    @property
    def kind(self) -> str:
        """Items of one list are labelled alike."""
        return "digit" if self.label[:1].isdecimal() else "letter"


@dataclass(slots=True)
class Citation:
    """One cited unit, from the unit itself (first step) up to what it stands in; ``until`` ends a range."""

    steps: list[Step]
    until: Step | None = None
    borrowed: int = 0  # steps taken over from the citation before, until its own appear
    latest: Step | None = None  # the outer step read last: ``(๓) ของมาตรา ๑๙`` goes on ``วรรคหนึ่ง``

    @property
    def leaf(self) -> Step:
        """The cited unit."""
        return self.steps[0]

    @property
    def root(self) -> Step:
        """The largest unit named."""
        return self.steps[-1]

    def address(self, leaf: Step | None = None) -> str:
        """The address as cited; with ``leaf`` in the place of the unit itself."""
        parts = [step.part for step in reversed(self.steps[1:])] + [(leaf or self.leaf).part]
        return ".".join(parts) + (".heading" if self.leaf.is_name else "")


@dataclass(slots=True)
class Targets:
    """All units a clause cites, where the citations end, and the division an inserted section goes to."""

    citations: list[Citation] = field(default_factory=list)
    end: int = 0
    division: list[Step] = field(default_factory=list)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address, ranges written out."""
        return tuple(dict.fromkeys(address for citation in self.citations for address in expand(citation)))

    @property
    def ranges(self) -> tuple[tuple[str, str], ...]:
        """First and last address of each range."""
        return tuple((item.address(), item.address(item.until)) for item in self.citations if item.until)

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """(address, name) of each cited division whose name stands behind its number."""
        divisions = (item for item in self.citations if item.leaf.rank is Rank.DIVISION and item.leaf.title)
        return tuple((item.address(), item.leaf.title) for item in divisions)

    @property
    def schedule(self) -> str:
        """How the clause calls a schedule, the cited unit or what it is an entry of; of another unit its own name."""
        if not self.citations:
            return ""
        first = self.citations[0]
        return first.root.title if first.root.rank is Rank.SCHEDULE else first.leaf.title

    @property
    def division_address(self) -> str:
        """``ch4.pt4`` for ``ของส่วนที่ ๔ … ของหมวด ๔``."""
        return ".".join(step.part for step in reversed(self.division))


def expand(citation: Citation) -> Iterator[str]:
    """The addresses of a citation; of a range all that its labels can name."""
    if citation.until is None:
        yield citation.address()
        return
    for label in labels_between(citation.leaf.label, citation.until.label):
        yield citation.address(_relabelled(citation.leaf, label))


def _relabelled(step: Step, label: str) -> Step:
    return Step(step.rank, step.part[: len(step.part) - len(step.label)] + label, label)


def labels_between(first: str, last: str) -> list[str]:
    """Plain labels from first to last: 18-22, 35/1-35/3, ก-ค; only the ends where the rest can not be known."""
    base, _, sub = first.rpartition("/")
    last_base, _, last_sub = last.rpartition("/")
    prefix = f"{base}/" if base else ""
    if base == last_base and sub.isdecimal() and last_sub.isdecimal() and int(sub) < int(last_sub) < int(sub) + 2000:
        return [f"{prefix}{number}" for number in range(int(sub), int(last_sub) + 1)]
    letters = numerals.LETTERS
    if len(first) == len(last) == 1 and 0 <= letters.find(first) < letters.find(last):
        return list(letters[letters.find(first) : letters.find(last) + 1])
    return _ordinals_between(first, last) or [first, last]


def _ordinals_between(first: str, last: str) -> list[str]:
    """``11bis`` to ``11quater``, one after another; empty where they are not of one series."""
    found = [first]
    while found[-1] != last and (following := numerals.next_ordinal(found[-1])) is not None:
        found.append(following)
    return found if found[-1] == last and last[0].isdecimal() else []


# --- how the cited units belong together ------------------------------------------------------------


def take(targets: Targets, step: Step, connector: str) -> bool:
    """Fit one more unit in; False where it does not belong to the citations.

    ``connector``: what stands before it: ``start``, ``and``, ``of``, ``range``, or nothing.
    """
    if connector == "start":
        targets.citations.append(Citation([step]))
        return True
    last = targets.citations[-1]
    if connector == "range":
        if last.leaf.rank is not step.rank or last.until:
            return False
        last.until = step
        return True
    if connector == "of":
        return _take_parent(targets, step)
    if step.rank is Rank.DIVISION:
        targets.citations.append(Citation([step, *_outer_divisions(targets, step)]))
        return True
    if connector == "" and _goes_on(last, step):
        for item in targets.citations:
            if item.latest is last.latest:
                item.steps.insert(len(item.steps) - 1, step)
        return True
    if connector == "" and _is_part(last, step):
        last.steps.insert(0, step)
        return True
    _take_sibling(targets, last, step)
    return True


_DEPTH = ("dv", "bk", "t", "ch", "pt")


def _depth(step: Step) -> int:
    return next((depth for depth, mark in enumerate(_DEPTH) if step.part.removesuffix(step.label) == mark), 0)


def _outer_divisions(targets: Targets, step: Step) -> list[Step]:
    """``ลักษณะ ๒/๑ … หมวด ๑ …``: a smaller division behind a larger one stands in it."""
    for item in reversed(targets.citations):
        if item.leaf.rank is Rank.DIVISION:
            return [other for other in item.steps if _depth(other) < _depth(step)]
    return []


def _goes_on(last: Citation, step: Step) -> bool:
    """Whether ``step`` tells the part of the section, just named, that the unit is in: ``(๓) ของมาตรา ๑๙ วรรคหนึ่ง``."""
    *inner, root = last.steps
    if last.latest is not root or root.rank is not Rank.SECTION:
        return False
    if step.rank is Rank.PARAGRAPH:
        return all(other.rank is Rank.ITEM for other in inner)
    leaf = last.leaf
    is_item = step.rank is Rank.ITEM and len(inner) == 1
    return is_item and (leaf.rank is Rank.PARAGRAPH or (leaf.rank is Rank.ITEM and leaf.kind != step.kind))


def _is_part(last: Citation, step: Step) -> bool:
    """Whether ``step``, right behind ``last``, is a part of it: ``มาตรา ๖ (๑)``, ``วรรคหนึ่ง (๓)``, ``(๒) (ก)``."""
    leaf = last.leaf
    if last.until:
        return False
    if step.rank is Rank.ITEM:
        return leaf.rank in {Rank.SECTION, Rank.PARAGRAPH, Rank.DEFINITION} or (
            leaf.rank is Rank.ITEM and leaf.kind != step.kind
        )
    if step.rank is Rank.PARAGRAPH:
        return leaf.rank in {Rank.SECTION, Rank.ITEM, Rank.DEFINITION}
    return step.rank is Rank.DEFINITION and leaf.rank is Rank.SECTION


def _take_sibling(targets: Targets, last: Citation, step: Step) -> None:
    """One more unit of the same clause; behind ``มาตรา ๖ (๑)`` an item is taken to be of that section too."""
    above = [
        other
        for other in last.steps[1:]
        if (other.rank > step.rank and (other.rank is not Rank.DIVISION or step.rank is Rank.DIVISION))
        or (other.rank is step.rank is Rank.ITEM and other.kind != step.kind)
    ]
    targets.citations.append(Citation([step, *above], borrowed=len(above)))


def _take_parent(targets: Targets, parent: Step) -> bool:
    if parent.rank is Rank.DIVISION:
        return _take_division(targets, parent)
    children = [item for item in targets.citations if _fits(item, parent)]
    if parent.rank is Rank.ITEM:
        last = targets.citations[-1]
        children = [item for item in children if item.root.rank is last.root.rank] or [last]
        if last.root.rank not in {Rank.ITEM, Rank.PARAGRAPH}:
            return False
    for item in children:
        if any(step.rank >= parent.rank for step in item.steps[len(item.steps) - item.borrowed :]):
            del item.steps[len(item.steps) - item.borrowed :]
        item.borrowed = 0
        item.steps.append(parent)
        item.latest = parent
    return bool(children)


def _fits(item: Citation, parent: Step) -> bool:
    root = item.steps[len(item.steps) - item.borrowed - 1]
    if parent.rank is Rank.ITEM:
        return root.rank is Rank.PARAGRAPH or (root.rank is Rank.ITEM and root.kind != parent.kind)
    return root.rank < parent.rank


def _take_division(targets: Targets, parent: Step) -> bool:
    children = [item for item in targets.citations if item.root.rank is Rank.DIVISION]
    if children and not targets.division:
        for item in children:
            item.steps.append(parent)
        return True
    targets.division.append(parent)
    return True
