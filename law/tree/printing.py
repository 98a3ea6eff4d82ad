"""The whole act as text, in the form in which it is read."""

from __future__ import annotations

from collections.abc import Iterable

from law import numerals
from law.tree.labels import ITEM_LABEL, RULE
from law.tree.nodes import Act, Code, Level, Node, Section, Unit


def act_text(act: Act, *, notes: bool = True) -> str:
    """The whole act, tail included, as a person would paste it: blank line between units, ``มาตรา N`` and two spaces.

    Reading it again gives the same tree. ``notes``: with footnote markers and footnotes.
    """
    blocks = ["\n".join(act.heading or (act.title,)), *act.preamble, *_node_blocks(act.body, notes)]
    if act.code is not None:
        blocks += ["\n".join(act.closing), *act.remarks, *_code_blocks(act.code, notes), *act.schedules]
    else:
        blocks += ["\n".join(act.closing), *act.schedules, *act.remarks]
    if act.tail:
        blocks.append(RULE)
    for tail in act.tail:
        title = tail.title + _marks(tail.notes, notes)
        blocks += [title, *tail.opening, *_node_blocks(tail.body, notes), *tail.lines]
    if notes:
        blocks += [f"[{numerals.thai(note.marker)}] {note.text}" for note in act.footnotes]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _code_blocks(code: Code, notes: bool) -> list[str]:
    heading = "\n".join(code.heading or (code.title,))
    return [*code.contents, heading, *_node_blocks(code.body, notes), *code.closing]


def _marks(markers: tuple[str, ...], wanted: bool) -> str:
    return "".join(f"[{numerals.thai(marker)}]" for marker in markers) if wanted else ""


def _node_blocks(nodes: Iterable[Node], notes: bool) -> list[str]:
    blocks: list[str] = []
    for node in nodes:
        if isinstance(node, Section):
            blocks += _section_blocks(node, notes)
        else:
            heading = node.heading + _marks(node.notes, notes)
            rule = RULE if node.level is Level.HEADING else ""
            blocks.append("\n".join(line for line in (heading, node.title, rule) if line))
            blocks += _node_blocks(node.children, notes)
    return blocks


def _section_blocks(section: Section, notes: bool) -> list[str]:
    blocks = _unit_blocks(section.units, notes) or [""]
    heading = section.heading + _marks(section.notes, notes)
    return [f"{heading}  {blocks[0]}".rstrip(), *blocks[1:]]


def _unit_blocks(units: tuple[Unit, ...], notes: bool) -> list[str]:
    blocks: list[str] = []
    for unit in units:
        text = unit.text
        if notes and unit.notes:
            label = ITEM_LABEL.match(text)
            cut = label.end() if label else len(text)
            text = f"{text[:cut].rstrip()}{_marks(unit.notes, notes)} {text[cut:]}".strip()
        blocks += [text] if text else []
        blocks += unit.remarks if notes else ()
        blocks += _unit_blocks(unit.items, notes)
    return blocks
