"""The edits that lead from one text of an act to another: what a drafter would have typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from law.act import Act, Division, Node, Section
from law.edit import Edit, EditError, apply_edits, is_division
from law.proof import canonical_act


class CannotExpress(Exception):
    """The new text has what no edit makes. ``addresses``: of the units, as the act that has them names them."""

    def __init__(self, *addresses: str) -> None:
        super().__init__(", ".join(addresses))
        self.addresses = addresses


def edits_between(old: Act, new: Act) -> tuple[Edit, ...]:
    """Whole sections whose text differs, new sections and divisions with what they follow, names of divisions.

    :raises CannotExpress: for sections or divisions that went, new divisions that follow none of their level, changed
        schedules and the like.
    """
    stuck = [address for address, node in _nodes(old) if new.get(address) is None and not _is_named(new, node)]
    stuck += [address for address, node in _nodes(new) if _is_stuck(old, new, address, node)]
    if stuck:
        raise CannotExpress(*stuck)
    edits = tuple(_edits(old, new))
    try:
        made = apply_edits(old, edits)
    except EditError as error:
        raise CannotExpress(error.address) from error
    if canonical_act(made) != canonical_act(new):
        raise CannotExpress(*_differing(made, new))
    return edits


def _nodes(act: Act) -> Iterator[tuple[str, Node]]:
    for address, place in act.places().items():
        if isinstance(place.node, (Section, Division)):
            yield address, place.node


def _is_named(act: Act, node: Node) -> bool:
    """A range that is marked repealed together stands for its sections."""
    return isinstance(node, Section) and any(
        other.until and other.is_repealed and other.label == node.label for other in act.sections().values()
    )


def _edits(old: Act, new: Act) -> Iterator[Edit]:
    for address, node in _nodes(new):
        stood = old.get(address)
        if isinstance(node, Division) and isinstance(stood, Division) and stood.title != node.title:
            yield Edit(address, node.title)
        elif isinstance(node, Section) and isinstance(stood, Section) and stood.text != node.text:
            yield Edit(address, node.text)
        elif isinstance(node, Section) and stood is None:
            yield Edit(address, node.text, _before(new, address))
        elif isinstance(node, Division) and stood is None:
            yield Edit(address, node.title, _sibling(new, address))


def _is_stuck(old: Act, new: Act, address: str, node: Node) -> bool:
    """Whether it is a division that no edit can put in."""
    return isinstance(node, Division) and old.get(address) is None and not _sibling(new, address)


def _sibling(act: Act, address: str) -> str:
    """The division of its level that a new one follows; empty where there is none, or it has no number."""
    before = _before(act, address)
    division, new = act.get(before), act.get(address)
    alike = isinstance(division, Division) and isinstance(new, Division) and division.level is new.level
    return before if alike and is_division(address) and before != act.places()[address].parent else ""


def _before(act: Act, address: str) -> str:
    """What an inserted section follows: the section before it under the same heading, else that heading."""
    place = act.places()[address]
    parent = act.get(place.parent) if place.parent else None
    siblings: Sequence[Node] = parent.children if isinstance(parent, Division) else _top(act, address)
    at = next(position for position, node in enumerate(siblings) if node is place.node)
    addresses = {id(node): found for found, node in _nodes(act)}
    if at == 0:
        return place.parent
    return addresses.get(id(siblings[at - 1]), "")


def _top(act: Act, address: str) -> Sequence[Node]:
    return act.code.body if act.code is not None and address.startswith("code.") else act.body


def _differing(made: Act, wanted: Act) -> list[str]:
    first, second = canonical_act(made), canonical_act(wanted)
    found = dict.fromkeys(address for address, _ in set(first) ^ set(second))
    if not found:  # the same units in another order
        found = dict.fromkeys(one[0] for pair in zip(first, second, strict=True) if pair[0] != pair[1] for one in pair)
    return sorted(found)
