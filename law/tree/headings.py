"""A heading put into an act: what stands behind it, down to the next heading of its level or above, is under it.

That is how a text with one more heading is read: a heading parts what was one chapter, or gathers chapters under it.
"""

from __future__ import annotations

from dataclasses import replace

from law.tree.nodes import Act, Division, Level, Node, Section

WORDS = {
    Level.DIVISION: "ภาค",
    Level.BOOK: "บรรพ",
    Level.TITLE: "ลักษณะ",
    Level.CHAPTER: "หมวด",
    Level.PART: "ส่วนที่",
}
# Transitory provisions end whatever is open; books and divisions stand on one level; no level is below a bare heading.
_RANK = {
    Level.TRANSITORY: -1,
    Level.DIVISION: 0,
    Level.BOOK: 0,
    Level.TITLE: 1,
    Level.CHAPTER: 2,
    Level.PART: 3,
    Level.HEADING: 4,
}


def can_hold(outer: Division, inner: Division) -> bool:
    """Whether a division of the inner's level stands below one of the outer's."""
    return -1 < _RANK[outer.level] < _RANK[inner.level]


def with_heading(act: Act, heading: Division, before: Node) -> Act:
    """``act`` with ``heading``, and what stands in it, right before a section or division (this very object)."""
    body = _before(act.body, heading, before)
    code = act.code
    if code is not None:
        code = replace(code, body=_before(code.body, heading, before))
    return replace(act, body=body, code=code)


def _before(nodes: tuple[Node, ...], heading: Division, target: Node) -> tuple[Node, ...]:
    at = next((at for at, node in enumerate(nodes) if _holds(node, target)), None)
    if at is None:
        return nodes
    node = nodes[at]
    if node is target:
        return (*nodes[:at], *_gathered(heading, nodes[at:]))
    assert isinstance(node, Division)
    if can_hold(node, heading):
        return (*nodes[:at], replace(node, children=_before(node.children, heading, target)), *nodes[at + 1 :])
    kept, behind = _parted(node, target)
    return (*nodes[:at], kept, *_gathered(heading, (*behind, *nodes[at + 1 :])))


def _holds(node: Node, target: Node) -> bool:
    return node is target or (isinstance(node, Division) and any(_holds(child, target) for child in node.children))


def _gathered(heading: Division, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The heading over the first of ``nodes``, and those it does not hold."""
    end = next((at for at, node in enumerate(nodes) if _closes(node, heading)), len(nodes))
    return (replace(heading, children=(*heading.children, *nodes[:end])), *nodes[end:])


def _closes(node: Node, heading: Division) -> bool:
    return isinstance(node, Division) and not can_hold(heading, node)


def _parted(division: Division, target: Node) -> tuple[Division, tuple[Node, ...]]:
    """What of a division stands before the target, and the rest as it follows."""
    at = next(at for at, node in enumerate(division.children) if _holds(node, target))
    node, rest = division.children[at], division.children[at + 1 :]
    if node is target:
        return replace(division, children=division.children[:at]), (node, *rest)
    assert isinstance(node, Division)
    kept, behind = _parted(node, target)
    return replace(division, children=(*division.children[:at], kept)), (*behind, *rest)


def next_node(act: Act, address: str) -> Node | None:
    """The heading or section that the text has next behind the one at ``address``; None at the end of its body."""
    order = [
        (found, place.node)
        for found, place in act.places().items()
        if isinstance(place.node, (Section, Division)) and found.startswith("code.") == address.startswith("code.")
    ]
    at = next(at for at, (found, _) in enumerate(order) if found == address)
    return order[at + 1][1] if at + 1 < len(order) else None


def added_last(act: Act, heading: Division, address: str) -> Act:
    """``act`` with an empty heading at the end of the body that ``address`` is in."""
    code = act.code
    if code is not None and address.startswith("code."):
        return replace(act, code=replace(code, body=_last(code.body, heading)))
    return replace(act, body=_last(act.body, heading))


def _last(nodes: tuple[Node, ...], heading: Division) -> tuple[Node, ...]:
    end = nodes[-1] if nodes else None
    if isinstance(end, Division) and can_hold(end, heading):
        return (*nodes[:-1], replace(end, children=_last(end.children, heading)))
    return (*nodes, heading)
