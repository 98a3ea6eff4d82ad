"""A working copy as its author sees it: each unit with its marks, what does not fit, and what it breaks elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from law import references
from law.act import ITEM_LABEL, Act, Division, Level, Node, Section
from law.compare import SectionDiff, compare_acts
from law.editing.edit import SCHEDULES, Edit, EditError, apply_edits, is_division
from law.editing.numbering import propose_division, propose_label
from law.tree.headings import WORDS
from review.approval import base_text


@dataclass(frozen=True, slots=True)
class Citing:
    """A unit that cites what the edits take away or move: its address, its section, the words it cites it by."""

    source: str
    section: str
    words: str


@dataclass(frozen=True, slots=True)
class UnitPreview:
    """One touched unit. ``misfit``: the code of ``EditError``, or empty. ``lines``: what an item can be put behind.

    ``diff``: none where nothing changed or the text can not be read yet. ``citing``: what
    cites something that the edit takes away or moves.
    """

    edit: Edit
    base: str
    is_heading: bool
    diff: SectionDiff | None
    misfit: str
    lines: tuple[str, ...]
    citing: tuple[Citing, ...] = ()

    @property
    def is_section(self) -> bool:
        """Whether it has paragraphs and items: no heading, no schedules."""
        return not self.is_heading and self.edit.address != SCHEDULES

    @property
    def is_new(self) -> bool:
        """Whether the unit is inserted by the draft."""
        return bool(self.edit.after)


def preview(act: Act, edits: Sequence[Edit]) -> tuple[UnitPreview, ...]:
    """Every touched unit in the order given. Nothing is refused here: what does not fit is said at its unit."""
    edited, misfits = apply_one_by_one(act, edits)
    diffs = _diffs(act, edited, [edit for edit in edits if edit.address not in misfits])
    citing = _citing(act, edited)
    return tuple(
        UnitPreview(
            edit,
            base_text(act, edit.address),
            isinstance(act.get(edit.address), Division) or is_division(edit.address),
            diffs.get(edit.address),
            misfits.get(edit.address, ""),
            tuple(edit.text.splitlines()),
            tuple(citing.get(edit.address, ())),
        )
        for edit in edits
    )


def apply_one_by_one(act: Act, edits: Iterable[Edit]) -> tuple[Act, dict[str, str]]:
    """The act with every edit that fits, and by address the code of ``EditError`` of those that do not."""
    misfits: dict[str, str] = {}
    for edit in edits:
        try:
            act = apply_edits(act, [edit])
        except EditError as error:
            misfits[edit.address] = error.reason
    return act, misfits


def _diffs(before: Act, after: Act, edits: Sequence[Edit]) -> dict[str, SectionDiff]:
    """Only the touched units are compared, so that the work does not grow with the act."""
    with_schedules = any(edit.address == SCHEDULES for edit in edits)
    old, new = (
        Act(act.title, tuple(_alone(act, edits)), schedules=act.schedules if with_schedules else ())
        for act in (before, after)
    )
    return {diff.address: diff for diff in compare_acts(old, new).sections}


def changed_units(before: Act, after: Act) -> tuple[SectionDiff, ...]:
    """What differs between two states of an act that share what they have in common; made to be cheap on a long act."""
    unchanged = {id(place.node) for place in before.places().values()} & {
        id(place.node) for place in after.places().values()
    }
    old, new = (
        Act(act.title, tuple(_changed_nodes(act, unchanged)), schedules=() if same else act.schedules)
        for same in (before.schedules == after.schedules,)
        for act in (before, after)
    )
    return compare_acts(old, new).sections


def _changed_nodes(act: Act, unchanged: set[int]) -> Iterable[Node]:
    """Sections that the other act does not have so, and the names of divisions."""
    for place in act.places().values():
        if isinstance(place.node, Division):
            yield replace(place.node, children=())
        elif isinstance(place.node, Section) and id(place.node) not in unchanged:
            yield place.node


def _alone(act: Act, edits: Iterable[Edit]) -> Iterable[Node]:
    for edit in edits:
        node = act.get(edit.address)
        if isinstance(node, Section):
            yield node


def _citing(before: Act, after: Act) -> dict[str, list[Citing]]:
    """By section: (unit that cites, the words cited) for what can be found no more."""
    found: dict[str, list[Citing]] = {}
    for one in references.broken(before, after):
        found.setdefault(section_address(one.cited), []).append(
            Citing(one.reference.source, section_address(one.reference.source), one.reference.text)
        )
    return found


def section_address(address: str) -> str:
    """The section that a unit belongs to: ``code.s5.p1.i2`` -> ``code.s5``; of a division itself."""
    prefix, rest = ("code.", address[5:]) if address.startswith("code.") else ("", address)
    return prefix + rest.partition(".")[0] if rest.startswith("s") else address


def inserted(act: Act, edits: Sequence[Edit], behind: str) -> Edit | None:
    """An empty section behind another, or the first of a division, its label proposed; None where it has no place."""
    edited = _with_all(act, edits)
    neighbour = _section_up_to(edited, behind)
    if not neighbour:
        return None
    prefix = "code." if behind.startswith("code.") else ""
    return Edit(f"{prefix}s{propose_label(edited, neighbour)}", "", behind)


def inserted_division(act: Act, edits: Sequence[Edit], behind: str, level: Level | None = None) -> Edit | None:
    """A division without a name yet behind another of its level, or over the sections behind; None where none can be.

    ``level``: left out, that of what it follows; behind a section that of the division the section stands in.
    """
    edited = _with_all(act, edits)
    address = propose_division(edited, behind, level or _level_around(edited, behind))
    return Edit(address, "", behind) if address else None


def _level_around(act: Act, address: str) -> Level | None:
    """The level of the numbered division that a section stands in, else a chapter; none for a division."""
    if not isinstance(act.get(address), Section):
        return None
    parent = act.get(act.places()[address].parent)
    return parent.level if isinstance(parent, Division) and parent.level in WORDS else Level.CHAPTER


def _with_all(act: Act, edits: Iterable[Edit]) -> Act:
    return apply_one_by_one(act, (edit if edit.text.strip() else _filled(edit) for edit in edits))[0]


def _section_up_to(act: Act, address: str) -> str:
    """The section at an address, or the last one before a division; empty where there is none."""
    last = ""
    for found, place in act.places().items():
        if isinstance(place.node, Section):
            last = found
        if found == address:
            return last
    return ""


def _filled(edit: Edit) -> Edit:
    """An inserted unit that is still empty takes its label all the same."""
    return Edit(edit.address, "…", edit.after)


def item_lines(text: str) -> list[tuple[int, str]]:
    """Where an item can be put: (index of the line, its label or its first words)."""
    return [(index, _line_name(line)) for index, line in enumerate(text.splitlines())]


def _line_name(line: str) -> str:
    label = ITEM_LABEL.match(line)
    return f"({label['label']})" if label else line[:24]
