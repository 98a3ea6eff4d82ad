"""The words that an act has already, for what comes back in a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from documents.matter import running
from documents.papers.provenance import is_of_a_proposal
from documents.word.origin import PARTS
from documents.word_back.heads import alike, squeezed
from law import numerals
from law.act import Act, Division, Section
from law.editing.edit import SCHEDULES, schedules_text
from law.provenance import provenance
from law.tree.schedules import clean

_QUOTE = re.compile('"([^"]*)"')
# The two lines at the foot of a page, the number of the page; beside the name of the act the section that begins there.
_DAY = re.compile("[0-9]+[^0-9]+[0-9]{4}")
_FOOT = re.compile("รหัส[0-9a-f]{8,}.*|หน้า[0-9]*จาก[0-9]*")
_HERE = re.compile("(?:(?:ร่าง)?(?:มาตรา|ข้อ).{0,60})?")
_ARABIC = re.compile("[0-9]")


class OwnWords:
    """What is known of an act: lines of its units and other parts, its digits, its footnotes.

    ``reasons``: of the proposal, which stand in the paper of changes.
    """

    def __init__(self, act: Act, reasons: str) -> None:
        self._act = act
        self._reasons = reasons
        self._lines: dict[str, dict[str, str]] = {}

    def lines(self, address: str) -> Mapping[str, str]:
        """The lines of a unit or part as they stand, by how they compare."""
        if address not in self._lines:
            self._lines[address] = {alike(line): line for line in self._lines_of(address)}
        return self._lines[address]

    def _lines_of(self, address: str) -> Iterable[str]:
        node = self._act.get(address)
        if isinstance(node, Section):
            return node.text.split("\n")
        if address == SCHEDULES:
            return schedules_text(self._act.schedules).split("\n")
        if isinstance(node, Division):
            return [node.title]
        return filter(None, part_lines(self._act, address, self._reasons))

    def fitted(self, address: str, row: str) -> str:
        """A line as the act has it; a new one with the act's digits and quotation marks."""
        known = self.lines(address).get(alike(row))
        if known is not None:
            return known
        fitted = _QUOTE.sub(r"“\1”", row)
        return numerals.thai(fitted) if self._thai_only else fitted

    def opens_part(self, row: str) -> str:
        """The part of an act whose first line this is; for files without bookmarks."""
        return self._openings.get(alike(row)) or self._openings.get(alike(clean(row)), "")

    def stands_before(self, row: str) -> bool:
        """Whether a line is of the title or preamble, before the first unit."""
        return any(alike(row) in self.lines(part) for part in ("title", "preamble"))

    def has_note(self, text: str) -> bool:
        """Whether a footnote is one that our papers print."""
        lines = filter(None, map(squeezed, text.split("\n")))
        return all(alike(line) in self._notes or is_of_a_proposal(line) for line in lines)

    def is_margin(self, text: str) -> bool:
        """Whether a line is one that our papers print at the head or the foot of every page."""
        row = alike(squeezed(text))
        *matter, day = row.split("·")
        is_foot = any(word in one for one in matter[1:] for word in ("ร่าง", "กฎหมาย")) and _DAY.fullmatch(day)
        return bool(is_foot or _FOOT.fullmatch(row) or _HERE.fullmatch(row.removeprefix(self._running)))

    @cached_property
    def _running(self) -> str:
        return alike(squeezed(running(self._act.title)))

    @cached_property
    def _thai_only(self) -> bool:
        return not any(_ARABIC.search(section.text) for section in self._act.sections().values())

    @cached_property
    def _openings(self) -> dict[str, str]:
        firsts = ((next(iter(self.lines(part)), ""), part) for part in PARTS if part not in ("title", "preamble"))
        return {first: part for first, part in firsts if first}

    @cached_property
    def _notes(self) -> frozenset[str]:
        return frozenset(alike(fact.text) for facts in provenance(self._act).values() for fact in facts)


def part_lines(act: Act, address: str, reasons: str = "") -> Iterator[str]:
    """The lines of what is no section."""
    code = act.code
    parts: dict[str, Iterable[str]] = {
        "title": act.heading or (act.title,),
        "preamble": act.preamble,
        "closing": act.closing,
        "remarks": act.remarks,
        "code.title": (code.heading or (code.title,)) if code else (),
        "code.closing": code.closing if code else (),
        "reasons": ("เหตุผล", reasons),
    }
    for block in parts.get(address, ()):
        yield from (squeezed(line) for line in block.split("\n"))
    for tail in act.tail if address == "tail" else ():
        blocks = (tail.title, *tail.opening, *(f"{one.heading} {one.text}" for one in tail.sections), *tail.lines)
        yield from (squeezed(line) for block in blocks for line in block.split("\n"))
