"""The edits that lead from one text of an act to another: what a drafter would have typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from law.act import Act, Division, Node, Section
from law.editing.edit import SCHEDULES, Edit, EditError, apply_edits, schedules_text
from law.proof import canonical_act


class CannotExpress(Exception):
    """The new text has what no edit makes. ``addresses``: of the units, as the act that has them names them."""

    def __init__(self, *addresses: str) -> None:
        super().__init__(", ".join(addresses))
        self.addresses = addresses


def edits_between(old: Act, new: Act) -> tuple[Edit, ...]:
    """Whole sections whose text differs, new sections and divisions with what they follow, names of divisions.

    :raises CannotExpress: for sections or divisions that went, a heading before all else, and the like.
    """
    stuck = [address for address, node in _nodes(old) if not _stands(new, address, node)]
    if stuck:
        raise CannotExpress(*stuck)
    edits = (*_edits(old, new), *_schedules(old, new))
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


def _stands(act: Act, address: str, node: Node) -> bool:
    """Whether a unit of the old act is in the new one: a range stands for its sections, a chapter may be in a title."""
    if act.get(address) is not None:
        return True
    if isinstance(node, Division):
        return any(other.endswith(f".{address}") for other in act.places())
    return any(other.until and other.is_repealed and other.label == node.label for other in act.sections().values())


def _edits(old: Act, new: Act) -> Iterator[Edit]:
    for address, node in _nodes(new):
        stood = old.get(address)
        if isinstance(node, Section):
            if not isinstance(stood, Section):
                yield Edit(address, node.text, _before(new, address))
            elif stood.text != node.text:
                yield Edit(address, node.text)
        elif isinstance(stood, Division):
            if stood.title != node.title:
                yield Edit(address, node.title)
        elif not any(
            address.endswith(f".{other}") and isinstance(place.node, Division) for other, place in old.places().items()
        ):
            yield Edit(address, node.title, _heading_follows(old, new, address))


def _schedules(old: Act, new: Act) -> Iterator[Edit]:
    before, after = schedules_text(old.schedules), schedules_text(new.schedules)
    if after and before != after:
        yield Edit(SCHEDULES, after)


def _heading_follows(old: Act, new: Act, address: str) -> str:
    """The division of its level that a new one of new sections follows; else what stands right before its heading."""
    before, division = new.get(_before(new, address)), new.get(address)
    assert isinstance(division, Division)
    alike = isinstance(before, Division) and before.level is division.level
    if alike and not any(section in old.sections() for section in _sections_below(new, address)):
        return _before(new, address)
    order = [found for found, _ in _nodes(new)]
    at = order.index(address)
    return order[at - 1] if at else ""


def _sections_below(act: Act, address: str) -> Iterator[str]:
    for found, place in act.places().items():
        if place.parent == address and isinstance(place.node, Section):
            yield found
        elif place.parent == address:
            yield from _sections_below(act, found)


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
