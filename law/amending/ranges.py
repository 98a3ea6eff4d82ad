"""Sections marked repealed together (``มาตรา ๑๘ ถึง มาตรา ๒๒ (ยกเลิก)``), taken as each marked by itself."""

from __future__ import annotations

from dataclasses import replace

from law.act import REPEALED, Act, Division, Kind, Node, Section, Unit
from law.amending.unnumbered import headings_as_paragraphs


def as_clauses_see(old: Act, new: Act) -> Act:
    """The edited text with what no clause can say, but a person can write, in the form that a clause leaves."""
    return spread_ranges(old, headings_as_paragraphs(old, new))


def spread_ranges(old: Act, new: Act) -> Act:
    """``new`` with every repealed range spread over the sections that stand in ``old``; other ranges stay."""
    code = new.code
    if code is not None and old.code is not None:
        code = replace(code, body=_nodes(code.body, _standing(old.code.body)))
    return replace(new, body=_nodes(new.body, _standing(old.body)), code=code)


def _standing(nodes: tuple[Node, ...]) -> list[Section]:
    found: list[Section] = []
    for node in nodes:
        found += [node] if isinstance(node, Section) else _standing(node.children)
    return found


def _nodes(nodes: tuple[Node, ...], standing: list[Section]) -> tuple[Node, ...]:
    spread: list[Node] = []
    for node in nodes:
        if isinstance(node, Division):
            spread.append(replace(node, children=_nodes(node.children, standing)))
        elif node.until is not None and node.is_repealed:
            spread += _spread(node, standing)
        else:
            spread.append(node)
    return tuple(spread)


def _spread(marked: Section, standing: list[Section]) -> list[Section]:
    labels = [section.label for section in standing]
    if marked.label not in labels or marked.until not in labels:
        return [marked]
    first, last = labels.index(marked.label), labels.index(marked.until)
    mark = (Unit(Kind.PARAGRAPH, REPEALED),)
    return [replace(section, units=mark, notes=()) for section in standing[first : last + 1]] or [marked]
