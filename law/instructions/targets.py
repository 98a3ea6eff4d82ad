"""Citations of units: ``(๒) ของวรรคหนึ่งของมาตรา ๔``, ``มาตรา ๑๘ ถึงมาตรา ๒๒``, ``หมวด ๕/๑ … มาตรา ๓๕/๑`` -> addresses.

Two orders are read: from small to large (``(๒) ของมาตรา ๔``) and from large to small (``มาตรา ๔ (๒)``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from law import numerals
from law.act import Level
from law.instructions.loose import loose, skeleton
from law.instructions.names import INSTRUMENT


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
    return [first, last]


# --- words of a citation --------------------------------------------------------------------------

# A number whose digits a PDF set apart (``3 8``), or a label as it should be.
LABEL = rf"(?:[0-9๐-๙]+[ ][0-9๐-๙]+(?![0-9๐-๙.])(?:\s*/\s*[0-9๐-๙]+)?|{numerals.LABEL_PATTERN})"
_NUMBERS = {skeleton(numerals.number_words(number)): number for number in range(1, 100)}
_NUMBER = "|".join(
    sorted((loose(numerals.number_words(number)) for number in range(1, 100)), key=len, reverse=True),
)
_LAST = loose("สุดท้าย|ท้าย")
_LEVELS = {"ภาค": Level.DIVISION, "บรรพ": Level.BOOK, "ลักษณะ": Level.TITLE, "หมวด": Level.CHAPTER, "ส่วน": Level.PART}
# Some old acts write ``๑)`` for ``(๑)``.
_ITEM = re.compile(rf"\s*(?:\(\s*)?(?P<label>{LABEL}|[ก-ฮ](?:\s*/\s*[0-9๐-๙]+)?|[a-zA-Z]{{1,4}})\s*\)")
_PARAGRAPH = re.compile(
    rf"\s*{loose('วรรค')}\s*(?:(?P<first>{loose('แรก')})|(?P<last>{_LAST})|ที่?\s*(?P<digits>[0-9๐-๙]{{1,2}})|(?P<number>{_NUMBER}))"
)
_SECTION = re.compile(rf"\s*{loose('มาตรา|ข้อ')}\s*(?P<label>{LABEL})")
_BARE = re.compile(rf"\s*(?P<label>{numerals.LABEL_PATTERN})(?=\s*(?:,|{loose('และ|แห่ง|ของ|ถึง')}|$))")
_DEFINITION = re.compile(
    rf"\s*{loose('บทนิยาม|คำนิยาม|นิยาม')}\s*{loose('ของ')}?\s*{loose('คำว่า')}?\s*“\s*(?P<term>[^“”]{{1,200}}?)\s*”"
)
_TERM = re.compile(rf"\s*{loose('คำว่า')}?\s*“\s*(?P<term>[^“”]{{1,200}}?)\s*”")
_DIVISION = re.compile(
    rf"\s*(?P<name>{loose('ชื่อ')}\s*{loose('ของ')}?\s*)?"
    rf"(?P<word>{loose('ภาค|บรรพ|ลักษณะ|หมวด|ส่วน')})\s*(?:{loose('ที่')})?\s*(?P<label>{LABEL}|(?:{_NUMBER})(?![ก-๙]))"
)
_TRANSITORY = re.compile(rf"\s*(?P<name>{loose('ชื่อ')}\s*)?{loose('บทเฉพาะกาล')}")
_SCHEDULE = re.compile(
    rf"\s*{loose('รายการใน')}?\s*{loose('บัญชี|อัตรา|ตาราง|ภาคผนวก|แผนที่|แบบ|เอกสาร')}"
    rf"[^“”\n]{{0,250}}?{loose('แนบท้าย|ต่อท้าย|ท้าย')}(?=\s*{INSTRUMENT})"
)
_RANGE = re.compile(rf"\s*(?:{loose('จนถึง|ถึง')}|[-–])")
_CONNECT = re.compile(rf"\s*(?:{loose('และความใน|และใน|และ|หรือ|กับ|ตลอดจน')}|,)")
_OF = re.compile(rf"\s*{loose('ของ|ใน|แห่ง')}")
_OF_ACT = rf"{loose('แห่ง|ของ|ใน|ท้าย|ตาม')}\s*{INSTRUMENT}"
# What ends the free words of a division's name in a clause.
_TITLE_END = re.compile(
    rf"(?:{loose('ของ|ใน|และ')}|,)?\s*(?:{_DIVISION.pattern.replace('?P<name>', '?:').replace('?P<word>', '?:').replace('?P<label>', '?:')})"
    rf"|(?:{loose('และ')}|,)?\s*{loose('มาตรา|ข้อ')}\s*[0-9๐-๙]|{_OF_ACT}|{loose('และให้')}|“|\Z"
)


def read_targets(marked: str, at: int, *, numbered_only: bool = False) -> Targets:
    """Read the citations that begin at ``at``. ``numbered_only``: without schedules."""
    targets = Targets(end=at)
    connector = "start"
    while True:
        place, connector = _connector(marked, targets)
        found = _token(marked, place, targets, connector, numbered_only)
        if found is None:
            return targets
        step, end = found
        if not _take(targets, step, connector):
            return targets
        targets.end = end
        if step.rank is Rank.SCHEDULE:
            return targets


def _connector(marked: str, targets: Targets) -> tuple[int, str]:
    if not targets.citations:
        return targets.end, "start"
    for name, pattern in (("range", _RANGE), ("and", _CONNECT), ("of", _OF)):
        match = pattern.match(marked, targets.end)
        if match:
            return match.end(), name
    return targets.end, ""


def _token(marked: str, at: int, targets: Targets, connector: str, numbered_only: bool) -> tuple[Step, int] | None:
    """The next cited unit at ``at``, and where it ends."""
    leaf = targets.citations[-1].leaf if targets.citations else None
    if (match := _ITEM.match(marked, at)) is not None:
        label = numerals.plain(_compact(match["label"]))
        return Step(Rank.ITEM, f"i{label}", label), match.end()
    if (match := _PARAGRAPH.match(marked, at)) is not None:
        number = _paragraph_number(match)
        return Step(Rank.PARAGRAPH, f"p{number}", number), match.end()
    if (match := _SECTION.match(marked, at)) is not None:
        return _section_step(match["label"]), match.end()
    if (match := _DEFINITION.match(marked, at)) is not None:
        return _definition_step(match["term"]), match.end()
    if leaf and leaf.rank is Rank.DEFINITION and (match := _TERM.match(marked, at)) is not None:
        return _definition_step(match["term"]), match.end()
    if leaf and leaf.rank is Rank.SECTION and connector in {"and", "range"} and (match := _BARE.match(marked, at)):
        return _section_step(match["label"]), match.end()
    return _division_token(marked, at) or (None if numbered_only else _schedule_token(marked, at))


def _compact(label: str) -> str:
    """A label without the spaces a PDF put between its digits."""
    return re.sub(r"(?<=[0-9๐-๙])\s+(?=[0-9๐-๙])|\s*(?=/)|(?<=/)\s*", "", label)


def _section_step(written: str) -> Step:
    label = numerals.plain(_compact(written))
    return Step(Rank.SECTION, f"s{label}", label)


def _definition_step(term: str) -> Step:
    term = " ".join(term.split())
    return Step(Rank.DEFINITION, f"def:{term}", term)


def _paragraph_number(match: re.Match[str]) -> str:
    if match["last"]:
        return "last"
    if match["first"]:
        return "1"
    if match["digits"]:
        return str(int(numerals.arabic(match["digits"])))
    return str(_NUMBERS[skeleton(match["number"])])


def _division_token(marked: str, at: int) -> tuple[Step, int] | None:
    transitory = _TRANSITORY.match(marked, at)
    if transitory is not None:
        return Step(Rank.DIVISION, "transitory", is_name=bool(transitory["name"])), transitory.end()
    match = _DIVISION.match(marked, at)
    if match is None:
        return None
    level = next(level for word, level in _LEVELS.items() if skeleton(word) == skeleton(match["word"]))
    number = _NUMBERS.get(skeleton(match["label"]))
    label = str(number) if number else numerals.plain(_compact(match["label"]))
    title_end = _TITLE_END.search(marked, match.end())
    end = title_end.start() if title_end else match.end()
    title = " ".join(marked[match.end() : end].split())
    step = Step(Rank.DIVISION, f"{level.value}{label}", label, title, bool(match["name"]))
    return step, match.end() + len(marked[match.end() : end].rstrip())


def _schedule_token(marked: str, at: int) -> tuple[Step, int] | None:
    match = _SCHEDULE.match(marked, at)
    if match is None:
        return None
    tail = re.search(rf"{loose('แนบท้าย|ต่อท้าย|ท้าย')}\Z", match[0])
    end = at + tail.start() if tail else match.end()
    return Step(Rank.SCHEDULE, "schedule", title=" ".join(marked[at:end].split())), end


# --- how the cited units belong together ------------------------------------------------------------


def _take(targets: Targets, step: Step, connector: str) -> bool:
    """Fit one more unit in; False where it does not belong to the citations."""
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
    if connector == "" and _is_part(last, step):
        last.steps.insert(0, step)
        return True
    _take_sibling(targets, last, step)
    return True


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
