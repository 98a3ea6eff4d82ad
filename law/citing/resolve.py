"""From the words of a citation to the address they mean in an act."""

from __future__ import annotations

from law.act import Kind, Place, Unit
from law.citing import atoms
from law.citing.atoms import Atom, Step
from law.citing.cited import Citation
from law.citing.index import Index, Source


def resolve(index: Index, citation: Citation, source: Source, root: str) -> str | None:
    """The address of the finest unit a citation names; None where the act has no such unit."""
    steps = citation.steps
    kinds = {step.step for step in steps}
    if Step.SCHEDULE in kinds:
        return "schedule" if index.act.schedules else None
    section_atom = _one(steps, Step.SECTION)
    if Step.DIVISION in kinds and section_atom is None:
        divisions = [step for step in steps if step.step is Step.DIVISION]
        found = index.division(divisions, source, root)
        # An act that promulgates a code speaks of the code's titles without saying so.
        return found or (index.division(divisions, source, "code.") if index.act.code else None)
    definition = citation.label(Step.DEFINITION)
    if definition is not None:
        section = index.section(section_atom, source, root) if section_atom else None
        holder = index.definition(section, definition, root)
        return index.item(holder, citation.items) if holder and citation.items else holder
    section = index.section(section_atom, source, root)
    return _below_section(index, citation, source, section) if section else None


def _below_section(index: Index, citation: Citation, source: Source, section: str) -> str | None:
    paragraph_atom = _one(citation.steps, Step.PARAGRAPH)
    items = citation.items
    if atoms.THIS in items:
        return index.item_here(source)
    if paragraph_atom is not None:
        paragraph = index.paragraph(section, paragraph_atom, source)
        return index.item(paragraph, items) if paragraph and items else paragraph
    if not items:
        return section
    own = _one(citation.steps, Step.SECTION) is None or section == source.section
    found = index.item_near(source, items) if own else index.item_in_section(section, items)
    return found or index.numbered_paragraph(section, items)


def members(index: Index, first: str, last: str) -> tuple[str, ...]:
    """Addresses strictly between the two ends of a range of sections, or of items or paragraphs of one list."""
    if first in index.position and last in index.position:
        return tuple(index.sections[index.position[first] + 1 : index.position[last]])
    siblings = index.children(index.places[first].parent)
    if first in siblings and last in siblings:
        return tuple(siblings[siblings.index(first) + 1 : siblings.index(last)])
    return ()


def following(index: Index, first: str, count: int) -> tuple[str, ...]:
    """Addresses of the next ``count`` units of the same kind after one."""
    if first in index.position:
        return tuple(index.sections[index.position[first] + 1 :][:count])
    kind = _kind(index.places[first])
    siblings = [at for at in index.children(index.places[first].parent) if _kind(index.places[at]) is kind]
    return tuple(siblings[siblings.index(first) + 1 :][:count])


def _one(steps: list[Atom], step: Step) -> Atom | None:
    return next((atom for atom in steps if atom.step is step), None)


def _kind(place: Place) -> Kind | None:
    return place.node.kind if isinstance(place.node, Unit) else None
