"""Random edits of divisions: names, whole divisions, headings over sections that stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from law import numerals
from law.act import REPEALED, Act, Division, Level, Node, Section, Unit
from law.editing.edit import Edit, EditError, apply_edits
from law.editing.numbering import propose_division, propose_label
from law.tree.headings import WORDS
from tests.law.edits_of_sections import fits, new_section
from tests.law.edits_of_units import repeal_section, rewrite_section

if TYPE_CHECKING:
    from tests.law.edits import Editing

_LEVELS = (Level.TITLE, Level.CHAPTER, Level.PART)


def insert_heading(editing: Editing) -> bool:
    """A heading over sections that stand."""
    act, random = editing.new, editing.random
    sections = [address for address in act.sections() if "~" not in address]
    for after in random.sample(sections, min(8, len(sections))):
        address = propose_division(act, after, random.choice(_LEVELS))
        # A number that a chapter has as the act stands is given away only by another clause.
        if (
            address
            and editing.old.get(address) is None
            and _holds_a_section(editing, Edit(address, "การติดตามผล", after))
        ):
            return True
    return False


def _holds_a_section(editing: Editing, edit: Edit) -> bool:
    try:
        headed = apply_edits(editing.new, [edit])
    except EditError:
        return False
    inside = [place.node for place in headed.places().values() if place.parent == edit.address]
    if not inside or not isinstance(inside[0], Section) or inside[0].is_repealed or "~" in "".join(headed.places()):
        return False
    if not _is_numbered(inside) or not _comes_before_a_unit(inside, editing.old):
        return False
    editing.new = headed
    return True


def _is_numbered(nodes: list[Node | Unit]) -> bool:
    """Whether each ส่วนที่ ๑/๑ among them comes behind its ส่วนที่ ๑: no clause finds another place for it."""
    labels = [(node.level, node.label) for node in nodes if isinstance(node, Division)]
    return all(
        (level, label.partition("/")[0]) in labels[:at] for at, (level, label) in enumerate(labels) if "/" in label
    )


def _comes_before_a_unit(nodes: list[Node | Unit], old: Act) -> bool:
    """Whether the first of them that stands can be named as what the heading comes before: it has a number."""
    standing = (node for node in nodes if not isinstance(node, Section) or old.get(f"s{node.label}") is not None)
    first = next(standing, None)
    return not isinstance(first, Division) or first.level in WORDS


def insert_last_division(editing: Editing) -> bool:
    """A division behind all others, of a level that the act may not have, with a section."""
    act, random = editing.new, editing.random
    last = next(reversed(act.sections()), "")
    address = propose_division(act, last, random.choice(list(WORDS)))
    label = propose_label(act, last) if last else ""
    if not address or not label or not _is_open(act, address):
        return False
    code = "code." if last.startswith("code.") else ""
    section = f"{code}s{label}"
    try:
        editing.new = apply_edits(
            act, [Edit(address, "บทสุดท้าย", last), Edit(section, "ให้รายงานผลต่อคณะรัฐมนตรี", address)]
        )
    except EditError:
        return False
    editing.touched |= {section}
    return True


def _is_open(act: Act, address: str) -> bool:
    """Whether no chapter that it would stand in is repealed."""
    parent = act.get(address.rpartition(".")[0])
    return not (isinstance(parent, Division) and parent.title == REPEALED)


def _divisions(editing: Editing) -> list[tuple[str, Division]]:
    return [
        (address, place.node)
        for address, place in editing.new.places().items()
        if isinstance(place.node, Division)
        and place.node.label
        and place.node.title not in ("", REPEALED)
        and "~" not in address
        and f"{address}~2" not in editing.new.places()
        and place.node.level is not Level.HEADING
    ]


def replace_heading(editing: Editing) -> bool:
    """A division gets another name."""
    divisions = _divisions(editing)
    if not divisions:
        return False
    _, division = editing.random.choice(divisions)
    editing.put(division, (replace(division, title=f"{division.title}และการติดตามผล"),))
    return True


def rewrite_division(editing: Editing) -> bool:
    """A division that holds sections only gets another name and other sections."""
    found = [division for division in _small_divisions(editing) if len(division.children) > 1]
    if not found:
        return False
    division = editing.random.choice(found)
    anew = tuple(rewrite_section(child, editing.random) for child in division.children if isinstance(child, Section))
    editing.touched |= {f"{prefix}s{section.label}" for section in anew for prefix in ("", "code.")}
    editing.put(division, (replace(division, title=f"{division.title}และการติดตามผล", children=anew),))
    return True


def _small_divisions(editing: Editing) -> list[Division]:
    return [
        division
        for _, division in _divisions(editing)
        if 0 < len(division.children) < 12 and all(_may_go(editing, child) for child in division.children)
    ]


def repeal_division(editing: Editing) -> bool:
    """A division that holds sections only goes, with them."""
    found = _small_divisions(editing)
    if not found:
        return False
    division = editing.random.choice(found)
    gone = tuple(repeal_section(child, editing.random) for child in division.children if isinstance(child, Section))
    editing.touched |= {f"s{section.label}" for section in gone} | {f"code.s{section.label}" for section in gone}
    editing.put(division, (replace(division, title=REPEALED, children=gone),))
    return True


def _may_go(editing: Editing, node: Node) -> bool:
    if not isinstance(node, Section) or node.is_repealed or node.until:
        return False
    if any(f"{prefix}s{node.label}~2" in editing.new.places() for prefix in ("", "code.")):
        return False
    return not {f"s{node.label}", f"code.s{node.label}"} & editing.touched


def insert_division(editing: Editing) -> bool:
    """A chapter behind another, with one to three sections."""
    random = editing.random
    for address, division in random.sample(_divisions(editing), len(_divisions(editing))):
        code = "code." if address.startswith("code.") else ""
        inside = [section for section in _all_sections(division) if f"{code}s{section.label}" in editing.new.sections()]
        label = f"{division.label.partition('/')[0]}/{int(division.label.partition('/')[2] or 0) + 1}"
        siblings = {other.label for _, other in _divisions(editing) if other.level is division.level}
        if not inside or label in siblings or not division.label[0].isdecimal():
            continue
        place = f"{code}s{inside[-1].label}"
        section_label = propose_label(editing.new, place)
        if not section_label or not fits(editing.new, place, section_label):
            continue
        sections = [new_section(section_label, inside[-1].word, random)]
        new = Division(
            division.level, division.word, label, numerals.written(label), "การติดตามและประเมินผล", tuple(sections)
        )
        editing.put(division, (division, new))
        editing.touched |= {f"{code}s{section.label}" for section in sections}
        return True
    return False


def _all_sections(division: Division) -> list[Section]:
    found: list[Section] = []
    for child in division.children:
        found += [child] if isinstance(child, Section) else _all_sections(child)
    return found
