"""Changing the frozen tree of an act: every function gives a new act and leaves the old one as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from law.act import Act, Division, Node


def rewrite(act: Act, node: Node, new: tuple[Node, ...]) -> Act:
    """``act`` with ``new`` in the place of ``node`` (this very object)."""
    return _everywhere(act, lambda other: new if other is node else None)


def insert_after(act: Act, node: Node, new: tuple[Node, ...]) -> Act:
    """``act`` with ``new`` right behind ``node``."""
    return rewrite(act, node, (node, *new))


def insert_first(act: Act, division: Division, new: tuple[Node, ...]) -> Act:
    """``act`` with ``new`` as the first of ``division``."""
    return rewrite(act, division, (replace(division, children=(*new, *division.children)),))


def _everywhere(act: Act, pick: Callable[[Node], tuple[Node, ...] | None]) -> Act:
    body = _put(act.body, pick)
    code = act.code
    if code is not None:
        code = replace(code, body=_put(code.body, pick))
    return replace(act, body=body, code=code)


def _put(nodes: tuple[Node, ...], pick: Callable[[Node], tuple[Node, ...] | None]) -> tuple[Node, ...]:
    result: list[Node] = []
    changed = False
    for node in nodes:
        picked = pick(node)
        if picked is not None:
            result += picked
            changed = True
        elif isinstance(node, Division):
            children = _put(node.children, pick)
            changed = changed or children is not node.children
            result.append(node if children is node.children else replace(node, children=children))
        else:
            result.append(node)
    return tuple(result) if changed else nodes
