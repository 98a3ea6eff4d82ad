"""A first look at the lines of a Word file: which units they begin, and which of those are not where they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from documents.word_back.heads import SectionHead, alike, begins_with, is_citation, may_head, section_head, squeezed
from documents.word_back.order import out_of_order
from documents.word_back.read import Line
from law.act import Act, Division, Section


@dataclass(frozen=True, slots=True)
class Survey:
    """``marked``: a bookmark of ours is in the file. ``worded``: units whose bookmark stands before words.

    ``relocated``: units whose bookmark stayed while their number and words were pasted elsewhere. ``moved``: units out
    of the order of the act, with the one that each stands behind.
    """

    marked: bool
    worded: frozenset[str]
    relocated: frozenset[str]
    moved: Mapping[str, str]


def survey(lines: Sequence[Line], names: Mapping[str, str], act: Act) -> Survey:
    """``names``: addresses by bookmark."""
    named = {names[name] for line in lines for _, name in line.starts if name in names}
    worded: set[str] = set()
    begun: list[tuple[str, bool]] = []  # in the order of the file, and whether a bookmark says so
    for line in lines:
        for address, text, begins in pieces(line, names):
            if address and text.strip():
                worded.add(address)
                begun.append((address, True))
            elif not address and begins:
                begun += [(found, False) for found in _typed(text, act, begun)]
    sequence = [address for address, by_mark in begun if by_mark or address not in worded]
    sequence = [*dict.fromkeys(address for address in sequence if isinstance(act.get(address), Section | Division))]
    stray = out_of_order(act, sequence)
    behind = dict(zip(sequence, ["", *sequence], strict=False))
    typed = {address for address, by_mark in begun if not by_mark}
    moved = {address: behind[address] for address in sequence if address in stray}
    return Survey(bool(named), frozenset(worded), frozenset(named - worded & typed), moved)


def pieces(line: Line, names: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """(unit that begins, its words, whether the paragraph begins with them); a deleted one has no words."""
    starts = sorted(((at, names[name]) for at, name in line.starts if name in names), key=lambda start: start[0])
    if not starts or starts[0][0] > 0:
        yield "", line.text[: starts[0][0]] if starts else line.text, True
    for place, (offset, address) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(line.text)
        yield address, line.text[offset:end], offset == 0


def _typed(text: str, act: Act, begun: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """Sections of the act that lines without a bookmark begin."""
    prefix = "code." if begun and begun[-1][0].startswith("code.") else ""
    for row in filter(may_head, text.split("\n")):
        found = begun_section(squeezed(row), act, prefix)
        if found is not None and act.get(found[0]) is not None:
            yield found[0]


def begun_section(row: str, act: Act, prefix: str) -> tuple[str, SectionHead] | None:
    """The section that a line begins, with the number as written. ``prefix``: ``code.`` inside a code."""
    head = section_head(row)
    if head is None:
        return None
    address = f"{prefix}s{head.label}"
    node = act.get(address)
    if isinstance(node, Section):
        is_own = node.until is not None or alike(node.text.partition("\n")[0]) == alike(head.rest)
        return (address, head) if begins_with(row, node) and (is_own or not is_citation(head)) else None
    words = {section.word for section in act.sections().values()}
    is_new = not is_citation(head) and any(head.heading.startswith(word) for word in words)
    return (address, head) if is_new else None
