"""The next edition of an act: a bill that became law worked into it, with notes of who amended what.

The notes are those of a consolidated text - ``[๗] มาตรา ๔ (๒) แก้ไขเพิ่มเติมโดยพระราชบัญญัติ… (ฉบับที่ ๒) พ.ศ. ๒๕๖๙`` -
so that the next bill finds in them whom to cite; behind the act stand the amending act's own sections and its reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from law import numerals
from law.act import Act, Division, Footnote, Node, Section, TailAct, Unit, act_text, read_units
from law.amend import Action, Bill, Clause, Target
from law.amending.amenders import read_amenders
from law.citing.citation import cite
from law.parse import read_act
from law.proof import canonical_act
from law.provenance import SILENT, provenance

_DEEDS = {Action.REPLACE: "แก้ไขเพิ่มเติม", Action.INSERT: "เพิ่ม", Action.REPEAL: "ยกเลิก", Action.CHANGE_WORDS: "แก้ไขเพิ่มเติม"}


class CannotConsolidate(Exception):
    """The next edition can not be written as a text that reads back as what was made."""


@dataclass(frozen=True, slots=True)
class Amending:
    """The amending act. ``title``: with number and year; ``gazette``: where it was published, or nothing.

    ``sections``: its own sections that go on to stand - (label, text) of commencement, transitional sections, charge.
    ``reasons``: of its note (หมายเหตุ), a line a paragraph.
    """

    title: str
    gazette: str
    sections: tuple[tuple[str, str], ...]
    reasons: str


def next_edition(old: Act, new: Act, bill: Bill, amending: Amending) -> str:
    """The text of the next edition: ``new``, with the old notes that still hold and those of the bill.

    :raises CannotConsolidate: where no text of it reads back as it.
    """
    noted = _Notes(old, new, bill, amending).act()
    for act in (replace(noted, tail=(*noted.tail, _tail(noted, amending))), noted):
        complete = _with_gazette(act, amending)
        text = act_text(complete)
        if _reads_back(text, complete):
            return text
    raise CannotConsolidate


def _reads_back(text: str, act: Act) -> bool:
    """Whether a text is the act to the letter, with whom each unit was amended by, and what stands behind it."""
    found = read_act(text).act
    behind = [[(tail.title, [section.text for section in tail.sections]) for tail in one.tail] for one in (found, act)]
    same = canonical_act(found) == canonical_act(act) and behind[0] == behind[1]
    return same and provenance(found) == provenance(act)


def _tail(act: Act, amending: Amending) -> TailAct:
    sections = tuple(Section(label, numerals.written(label), read_units(text)) for label, text in amending.sections)
    lines = [line for line in amending.reasons.splitlines() if line.strip()]
    remark = [f"หมายเหตุ :- เหตุผลในการประกาศใช้พระราชบัญญัติฉบับนี้ คือ {lines[0]}", *lines[1:]] if lines else []
    marker = (str(_next_marker(act)),) if amending.gazette else ()
    return TailAct(amending.title, sections, tuple(remark), notes=marker)


def _with_gazette(act: Act, amending: Amending) -> Act:
    if not (amending.gazette and act.tail and act.tail[-1].title == amending.title):
        return act
    note = Footnote(act.tail[-1].notes[0], amending.gazette)
    return replace(act, footnotes=(*act.footnotes, note))


def _next_marker(act: Act) -> int:
    return max((int(note.marker) for note in act.footnotes), default=0) + 1


@dataclass
class _Notes:
    """Carries the notes of the old edition over to the new text and adds those of the bill."""

    old: Act
    new: Act
    bill: Bill
    amending: Amending
    made: list[Footnote] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)

    def act(self) -> Act:
        """The new act with its notes; a note whose unit was written anew is gone."""
        places = self.new.places()
        for clause in self.bill.clauses:
            for address in self._touched(clause):
                if address in places and address not in self.marks:
                    self._note(address, clause)
        body, code = self._nodes(self.new.body), self.new.code
        if code is not None:
            code = replace(code, body=self._nodes(code.body))
        act = replace(self.new, body=body, code=code)
        return replace(act, footnotes=self._footnotes(act))

    def _touched(self, clause: Clause) -> Iterable[str]:
        if clause.action is not Action.CHANGE_WORDS:
            return clause.new or clause.old
        before, after = self.old.sections(), self.new.sections()
        touched = {address for other in self.bill.clauses if other is not clause for address in _homes(other)}
        return [at for at in after if at in before and before[at].text != after[at].text and at not in touched]

    def _note(self, address: str, clause: Clause) -> None:
        marker = str(_next_marker(self.old) + len(self.made))
        self.marks[address] = marker
        cited = cite(f"{address}.heading" if clause.target is Target.HEADING else address)
        text = f"{cited} {_DEEDS[clause.action]}โดย{self.amending.title}"
        self.made.append(Footnote(marker, text))

    def _footnotes(self, act: Act) -> tuple[Footnote, ...]:
        gone = set(_markers(self.old)) - set(_markers(act))
        kept = [note for note in self.old.footnotes if note.marker not in gone]
        made = list(self.made)
        annotated = read_amenders(self.old, {}).annotated
        if made and not annotated and not any(note.text == SILENT for note in kept):
            made.append(Footnote(str(int(made[-1].marker) + 1), SILENT))
        return (*kept, *made)

    # -- the tree --

    def _nodes(self, nodes: Sequence[Node]) -> tuple[Node, ...]:
        return tuple(self._node(node) for node in nodes)

    def _node(self, node: Node) -> Node:
        address = self._addresses[id(node)]
        marker = self.marks.get(address)
        if isinstance(node, Division):
            notes = (*node.notes, marker) if marker else node.notes
            return replace(node, notes=notes, children=self._nodes(node.children))
        units = node.units
        if self.old.get(address) is not node:
            units = self._units(address, node)
        return replace(node, units=units, notes=(marker,) if marker else node.notes)

    @cached_property
    def _addresses(self) -> Mapping[int, str]:
        return {id(place.node): address for address, place in self.new.places().items()}

    def _units(self, address: str, section: Section) -> tuple[Unit, ...]:
        """The units of a section that was written anew, those with the same text with their old notes."""
        stood = self.old.get(address)
        whole = address in self.marks  # the section was re-stated: its own note says all
        before = _by_text(stood.units) if isinstance(stood, Section) and not whole else defaultdict(list)
        return tuple(self._unit(unit, before) for unit in section.units)

    def _unit(self, unit: Unit, before: dict[str, list[Unit]]) -> Unit:
        alike = before[unit.text].pop(0) if before[unit.text] else None
        marker = self.marks.get(self._addresses[id(unit)])
        notes = (marker,) if marker else alike.notes if alike else ()
        remarks = alike.remarks if alike and not marker else ()
        return replace(unit, notes=notes, remarks=remarks, items=tuple(self._unit(item, before) for item in unit.items))


def _by_text(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in _every(units):
        found[unit.text].append(unit)
    return found


def _every(units: Iterable[Unit]) -> Iterator[Unit]:
    for unit in units:
        yield unit
        yield from _every(unit.items)


def _homes(clause: Clause) -> Iterator[str]:
    for address in (*clause.old, *clause.new):
        parts = address.split(".")
        yield ".".join(parts[:2]) if parts[0] == "code" else parts[0]


def _markers(act: Act) -> Iterator[str]:
    """Every marker that stands in the text of an act, its tail among it."""
    for place in act.places().values():
        yield from place.node.notes
    for tail in act.tail:
        yield from tail.notes
        for section in tail.sections:
            yield from section.notes
