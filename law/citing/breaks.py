"""Citations that an edit of an act breaks: the cited unit is gone, repealed, or now another one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from law.act import Act, Division, Section, Unit, units_text
from law.citing.finding import Reference, find_in_text, find_references


class Break(StrEnum):
    """What became of the unit that is cited."""

    GONE = "gone"
    REPEALED = "repealed"
    MOVED = "moved"  # its words stand at another address now, other words at this one


@dataclass(frozen=True, slots=True)
class Broken:
    """A citation in the edited act whose unit is no longer what was cited.

    ``cited``: address of the unit in the act before. ``now``: where its words stand now, for a moved one.
    """

    reference: Reference
    cited: str
    why: Break
    now: str = ""


def broken(before: Act, after: Act) -> tuple[Broken, ...]:
    """Every citation in ``after`` whose unit stood in ``before`` and is gone, repealed or moved now.

    Words of a citing unit that was edited itself are judged too, save that whoever edited it is taken to have seen
    where paragraphs and items stand. Citations of other laws, and those broken already, are not reported.
    """
    old = _by_words(before)
    return tuple(found for reference in find_references(after) for found in _breaks(reference, before, after, old))


_Node = Division | Section | Unit
_Words = dict[tuple[str, str], list[Reference]]


@lru_cache(maxsize=4)  # while somebody writes, the act before is asked for again and again
def _by_words(act: Act) -> _Words:
    """References of an act by section and words; nobody changes what is handed out."""
    words: _Words = {}
    for reference in find_references(act):
        words.setdefault((_section(reference.source), reference.text), []).append(reference)
    return words


def _breaks(reference: Reference, before: Act, after: Act, old: _Words) -> list[Broken]:
    earlier = _earlier(reference, before, after, old)
    if reference.foreign is not None and (earlier is None or earlier.target is None):
        return []
    cited = (earlier.target if earlier else None) or reference.target
    found = [_judge(reference, cited, reference.target, before, after)] if cited else []
    inside = earlier.members if earlier else ()
    found += [_judge(reference, member, member, before, after) for member in inside]
    return [one for one in found if one is not None]


def _earlier(reference: Reference, before: Act, after: Act, old: _Words) -> Reference | None:
    """The same citation in the act before: from a unit with the same line, else with the same words in the section.

    Words that are new are read as the act before would have had them.
    """
    line = _line(after, reference.source)
    same = old.get((_section(reference.source), reference.text), [])
    unchanged = [one for one in same if _line(before, one.source) == line and one.start == reference.start]
    if unchanged or reference.target is not None:
        return next(iter(unchanged), None)
    typed = (one for one in find_in_text(line, before, reference.source) if one.start == reference.start)
    return next((one for one in [*same, *typed] if one.target is not None), None)


def _judge(reference: Reference, cited: str, now: str | None, before: Act, after: Act) -> Broken | None:
    """``cited``: what was meant in the act before; ``now``: what the same words mean in the act after."""
    old = before.get(cited)
    if old is None or _is_repealed(old):
        return None
    new = after.get(now) if now else None
    section = after.get(_section(cited))
    if any(node is not None and _is_repealed(node) for node in (new, section)):
        return Broken(reference, cited, Break.REPEALED)
    stands = _found_again(old, cited, new, before, after)
    if new is None:
        return Broken(reference, cited, Break.MOVED if stands else Break.GONE, stands)
    return Broken(reference, cited, Break.MOVED, stands) if stands else None


def _found_again(old: _Node, cited: str, new: _Node | None, before: Act, after: Act) -> str:
    """Where a unit's words stand in its section now, if the citation does not mean them any more."""
    if not isinstance(old, Unit) or (isinstance(new, Unit) and _words(new) == _words(old)):
        return ""
    prefix = f"{_section(cited)}."
    for address, place in after.places().items():
        node = place.node
        if (
            address.startswith(prefix)
            and isinstance(node, Unit)
            and node.kind is old.kind
            and _words(node) == _words(old)
        ):
            stood = before.get(address)
            return "" if isinstance(stood, Unit) and _words(stood) == _words(old) else address
    return ""


def _words(node: _Node) -> str:
    """A unit's text with what is below it, its own label off."""
    if not isinstance(node, Unit):
        return ""
    text = units_text((node,))
    return text.partition(")")[2].strip() if node.label and text.startswith("(") else text


def _line(act: Act, address: str) -> str:
    node = act.get(address)
    return node.text if isinstance(node, Unit) else ""


def _is_repealed(node: _Node) -> bool:
    return not isinstance(node, Division) and node.is_repealed


def _section(address: str) -> str:
    prefix = "code." if address.startswith("code.") else ""
    return prefix + address.removeprefix("code.").partition(".")[0]
