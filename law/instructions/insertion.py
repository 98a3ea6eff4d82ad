"""The grammar of inserting clauses, behind ``ให้เพิ่มความต่อไปนี้เป็น``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from law.instructions import quotation
from law.instructions.bill import BillSection
from law.instructions.loose import loose
from law.instructions.model import Action, Instruction, Placement
from law.instructions.names import INSTRUMENT, read_names
from law.instructions.quotes import OPENING
from law.instructions.refusals import Why, refusal
from law.instructions.targets import Citation, Rank, Step, Targets, read_targets

_BEHIND = loose("ระหว่าง|ต่อจาก|ถัดจาก|หลังจาก|ต่อท้าย|หลัง|ก่อน")
# The quotation alone names the definitions: ``บทนิยามต่อไปนี้ …``, ``ความต่อไปนี้ต่อจากบทนิยามคำว่า “ก” …``.
_DEFINITIONS_BELOW = re.compile(
    rf"\s*{loose('บทนิยาม|คำนิยาม')}\s*(?:{loose('ดังต่อไปนี้|ต่อไปนี้')}|(?={_BEHIND}))"
    rf"|(?=\s*{_BEHIND}\s*{loose('บทนิยาม|คำนิยาม|นิยาม')})"
)
_PLACE = re.compile(
    rf"\s*(?:{loose('โดยให้อยู่|ให้อยู่|ไว้')})?\s*(?P<between>{loose('ระหว่าง')})?(?P<after>{loose('ต่อจาก|ถัดจาก|หลังจาก|ต่อท้าย|หลัง')})?(?P<before>{loose('ก่อน')})?"
)
_AT_END = re.compile(
    rf"\s*{loose('เป็น')}(?:{loose('บทนิยาม')})?\s*(?:{loose('ลำดับ')}|{loose('คำ')})?\s*"
    rf"(?:(?P<last>{loose('สุดท้าย')})|(?P<first>{loose('แรก')}))\s*(?={loose('ใน|ของ|แห่ง')}|\n|“)"
)
# ``ให้เพิ่มบัญชี … ท้ายพระราชบัญญัตินี้เป็นบัญชี … ท้ายพระราชบัญญัติ…``
_OF_THIS_LAW = re.compile(
    rf"\s*{loose('แนบท้าย|ต่อท้าย|ท้าย')}\s*{INSTRUMENT}\s*(?:{loose('ประกอบรัฐธรรมนูญ')}\s*)?{loose('นี้')}\s*{loose('เป็น')}"
)
_AS_BELOW = re.compile(rf"\s*{loose('ดังต่อไปนี้|ดังนี้')}\s*(?=“)")
_INSIDE = re.compile(rf"\s*{loose('ใน|ของ|แห่ง')}\s*(?={loose('มาตรา|ข้อ')})")


@dataclass(slots=True)
class _Insertion:
    """What stands behind the inserted units, in any order: the place, the section, the law."""

    at: int
    placement: Placement
    inside: Step | None = None
    act: str = ""
    amender: str = ""

    def read(self, marked: str) -> None:
        placed = _read_place(marked, self.at)
        if placed is not None:
            self.placement = replace(placed.placement, division=self.placement.division)
            self.at, self.inside = placed.end, placed.inside or self.inside
        within = _INSIDE.match(marked, self.at)
        if within is not None:
            outer = read_targets(marked, within.end(), numbered_only=True)
            if outer.citations:
                self.inside, self.at = outer.citations[0].root, outer.end
        if not self.act:
            self.act, self.amender, self.at = read_names(marked, self.at)


def read_insertion(section: BillSection, at: int, instead: re.Pattern[str]) -> tuple[Instruction, int] | None:
    """``ให้เพิ่มความต่อไปนี้เป็น`` was read up to ``at``: the instruction, and where it ends; None where not understood.

    ``instead``: words of a replacement, which do not belong here.
    """
    marked = section.marked
    below = _DEFINITIONS_BELOW.match(marked, at)
    targets = Targets(end=below.end()) if below else read_targets(marked, at)
    if not targets.citations and not below:
        return None
    if targets.citations and (this := _OF_THIS_LAW.match(marked, targets.end)) is not None:
        targets = read_targets(marked, this.end())
    rest = _Insertion(targets.end, Placement(division=targets.division_address))
    for _ in range(3):
        rest.read(marked)
    _put_inside(targets, rest.inside)
    below_law = _AS_BELOW.match(marked, rest.at)
    rest.at = below_law.end() if below_law else rest.at
    instruction = Instruction(
        section.label, Action.INSERT, targets.addresses, targets.ranges,
        placement=rest.placement, names=targets.names, act=rest.act, amender=rest.amender,
        title=targets.schedule,
    )  # fmt: skip
    leaf = targets.citations[0].leaf if targets.citations else None
    if leaf and leaf.rank is Rank.SCHEDULE and not marked[rest.at :].lstrip().startswith(OPENING):
        return instruction, len(marked)
    if leaf and leaf.rank is Rank.DIVISION and not marked[rest.at :].strip(" \n.;"):
        return replace(instruction, quotation=_named_in_clause(marked, leaf, at)), rest.at
    replaces = instead.match(marked, rest.at)
    attached, end = quotation.attach(instruction, section, replaces.end() if replaces else rest.at)
    if replaces:
        attached = replace(attached, problems=(*attached.problems, refusal(Why.INSERTS_AND_REPLACES)))
    if below:
        attached = replace(attached, targets=_quoted_definitions(attached.quotation, rest.inside))
    elif _share_parts(targets, attached.quotation):
        attached = replace(attached, targets=targets.addresses, ranges=targets.ranges)
    return attached, end


_QUOTED_SECTION = re.compile(rf"\s*{loose('มาตรา|ข้อ')}\s*[0-9๐-๙]")


def _share_parts(targets: Targets, quotation: tuple[str, ...]) -> bool:
    """``เป็น (๓) ของมาตรา ๖ มาตรา ๗ และมาตรา ๙``: the item goes into each; whole sections would be quoted as such."""
    parts = [item for item in targets.citations if item.leaf.rank < Rank.SECTION and item.root.rank is Rank.SECTION]
    whole = [item for item in targets.citations if item.leaf.rank is Rank.SECTION]
    if not parts or not whole or any(map(_QUOTED_SECTION.match, quotation)):
        return False
    shared = [Citation([*part.steps[:-1], item.leaf]) for item in whole for part in parts]
    targets.citations = [*parts, *shared]
    return True


def _named_in_clause(marked: str, leaf: Step, at: int) -> tuple[str, ...]:
    """``ให้เพิ่มชื่อหมวด ๑ บททั่วไป ก่อนมาตรา ๕``: the heading is in the clause itself."""
    number = marked[at : marked.index(leaf.title, at)] if leaf.title else ""
    return (" ".join(number.removeprefix("ชื่อ").split()), leaf.title) if leaf.title else ()


def _put_inside(targets: Targets, inside: Step | None) -> None:
    for citation in targets.citations:
        if inside is not None and citation.root.rank < Rank.SECTION:
            citation.steps.append(inside)


@dataclass(frozen=True, slots=True)
class _Place:
    placement: Placement
    inside: Step | None
    end: int


def _read_place(marked: str, at: int) -> _Place | None:
    """``ระหว่างบทนิยามคำว่า “ก” และ “ข”``, ``ต่อจากบทนิยามคำว่า “ก”``, ``ก่อน…``; also of sections and items.

    ``เป็นลำดับสุดท้าย``: behind whichever definition is the last.
    """
    at_end = _AT_END.match(marked, at)
    if at_end is not None:
        placement = Placement(after="def:") if at_end["last"] else Placement(before="def:")
        return _Place(placement, None, at_end.end())
    match = _PLACE.match(marked, at)
    if match is None or not (match["between"] or match["after"] or match["before"]):
        return None
    neighbours = read_targets(marked, match.end(), numbered_only=True)
    parts = [_part(citation) for citation in neighbours.citations]
    if len(parts) != (2 if match["between"] else 1):
        return None
    root = neighbours.citations[-1].root
    inside = root if root.rank is Rank.SECTION and len(neighbours.citations[-1].steps) > 1 else None
    if match["between"]:
        return _Place(Placement(parts[0], parts[1]), inside, neighbours.end)
    placement = Placement(after=parts[0]) if match["after"] else Placement(before=parts[0])
    return _Place(placement, inside, neighbours.end)


def _part(citation: Citation) -> str:
    return citation.address() if citation.leaf.rank is Rank.DIVISION else citation.leaf.part


def _quoted_definitions(lines: tuple[str, ...], inside: Step | None) -> tuple[str, ...]:
    """The definitions a clause leaves to its quotation to name."""
    terms = [match[1].strip() for line in lines if (match := re.match(r"\s*[“\"]([^“”\"]{1,200})[”\"]", line))]
    return tuple(f"{inside.part}.def:{term}" if inside else f"def:{term}" for term in terms)
