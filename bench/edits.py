"""Acts with a share of their words changed: seeded, so that every run measures the same texts."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from law.act import ITEM_LABEL, Act, Node, Section, Unit
from law.words import tokens


def edited(act: Act, share: float, seed: int = 1) -> Act:
    """The act with a share (0 to 1) of its words left out, replaced, or followed by another word."""
    random = Random(seed)
    texts = [section.text for section in act.sections().values()][:200]
    vocabulary = sorted({word for text in texts for word in tokens(text) if len(word) > 2 and "\n" not in word})
    if not vocabulary:
        return act
    code = act.code and replace(act.code, body=_nodes(act.code.body, share, random, vocabulary))
    return replace(act, body=_nodes(act.body, share, random, vocabulary), code=code)


def _nodes(nodes: tuple[Node, ...], share: float, random: Random, vocabulary: list[str]) -> tuple[Node, ...]:
    return tuple(
        replace(node, units=_units(node.units, share, random, vocabulary))
        if isinstance(node, Section)
        else replace(node, children=_nodes(node.children, share, random, vocabulary))
        for node in nodes
    )


def _units(units: tuple[Unit, ...], share: float, random: Random, vocabulary: list[str]) -> tuple[Unit, ...]:
    return tuple(
        replace(
            unit,
            text=unit.text if unit.is_repealed else edited_line(unit.text, share, random, vocabulary),
            items=_units(unit.items, share, random, vocabulary),
        )
        for unit in units
    )


def edited_line(line: str, share: float, random: Random, vocabulary: list[str]) -> str:
    """One line with a share of its words changed; its label stays."""
    match = ITEM_LABEL.match(line)
    start = match.end() if match else 0
    words = []
    for word in tokens(line[start:]):
        kind = random.choice(("drop", "swap", "add")) if not word.isspace() and random.random() < share else "keep"
        words += [word] if kind in ("keep", "add") else []
        words += [random.choice(vocabulary)] if kind in ("swap", "add") else []
    return line[:start] + " ".join("".join(words).split()) or line
