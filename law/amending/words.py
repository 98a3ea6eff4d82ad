"""A change of words throughout an act, as its clause has it: in every section and every heading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from law.act import Act, Division, Node, read_units


def change_words(act: Act, words: Iterable[tuple[str, str]]) -> Act:
    """The act with every ``from`` turned into ``to``, one pair after the other."""
    for old, new in words:
        body = _nodes(act.body, old, new)
        code = replace(act.code, body=_nodes(act.code.body, old, new)) if act.code is not None else None
        act = replace(act, body=body, code=code)
    return act


def _nodes(nodes: tuple[Node, ...], old: str, new: str) -> tuple[Node, ...]:
    changed: list[Node] = []
    for node in nodes:
        if isinstance(node, Division):
            children = _nodes(node.children, old, new)
            changed.append(replace(node, title=node.title.replace(old, new), children=children))
        elif old in node.text:
            changed.append(replace(node, units=read_units(node.text.replace(old, new))))
        else:
            changed.append(node)
    return tuple(changed)
