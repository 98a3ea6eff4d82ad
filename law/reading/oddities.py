"""What is odd but real in a text: read as it stands, and reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from law import numerals
from law.act import Act, Section
from law.reading import marks
from law.reading.growing import OpenSection
from law.reading.ledger import Ledger
from law.reading.structure import Reader

_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd: what (a code), where (an address, or nothing for the whole text), and the words.

    Codes: ``guessed_breaks`` (how many line breaks were taken for soft ones, by sense), ``no_title``, ``no_sections``,
    ``duplicate_label``, ``out_of_order``, ``gap`` (numbers that are missing before the section), ``empty_section``,
    ``item_order``, ``unbalanced_quotes``, ``note_without_footnote``, ``footnote_without_note``, ``untitled_tail``,
    ``unplaced``, ``unbalanced_ledger``.
    """

    code: str
    address: str
    text: str


def find_oddities(reader: Reader, act: Act, ledger: Ledger) -> tuple[Oddity, ...]:
    """All that is odd in an act as read, in the order of the text."""
    found: list[Oddity] = []
    guessed = reader.mends.counts["unwrapped"]
    if guessed:
        found.append(Oddity("guessed_breaks", "", str(guessed)))
    if not act.title:
        found.append(Oddity("no_title", "", _shown(act.preamble[0]) if act.preamble else ""))
    sections = list(act.sections().items())
    if not sections:
        found.append(Oddity("no_sections", "", act.title))
    found += _order(sections)
    for (address, section), opened in zip(sections, _opened(reader), strict=True):
        found += _in_section(address, section, opened)
    found += _notes(act)
    found += [Oddity("untitled_tail", "", label) for label in reader.untitled]
    found += [Oddity("unplaced", "", _shown(text)) for text in ledger.unplaced]
    if not ledger.balanced:
        found.append(Oddity("unbalanced_ledger", "", str(ledger.chars_in - ledger.chars_placed)))
    return tuple(found)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _opened(reader: Reader) -> list[OpenSection]:
    return [*reader.body.sections, *(reader.code.sections if reader.code is not None else ())]


def _order(sections: list[tuple[str, Section]]) -> Iterator[Oddity]:
    seen: dict[str, str] = {}
    for address, section in sections:
        plain_address = address.partition("~")[0]
        if plain_address in seen:
            yield Oddity("duplicate_label", address, section.heading)
        seen[plain_address] = address
    highest = 0
    for (before_address, before), (address, section) in pairwise(sections):
        if address.startswith("code.") != before_address.startswith("code."):
            highest = 0
            continue
        last, label = numerals.order(before.until or before.label), numerals.order(section.label)
        highest = max(highest, last[0]) if section.word == before.word else 0
        if label < last:
            yield Oddity("out_of_order", address, f"{before.heading} … {section.heading}")
        elif label[0] > highest + 1:
            yield Oddity("gap", address, f"{before.heading} … {section.heading}")


def _in_section(address: str, section: Section, opened: OpenSection) -> Iterator[Oddity]:
    if not section.units:
        yield Oddity("empty_section", address, section.heading)
    for line in opened.odd_items:
        yield Oddity("item_order", address, _shown(line))
    text = section.text
    if text.count("“") != text.count("”"):
        yield Oddity("unbalanced_quotes", address, _shown(text))


def _notes(act: Act) -> Iterator[Oddity]:
    known = {note.marker for note in act.footnotes}
    used = set(marks.note_marks(" ".join(_loose_marks(act))))
    for place in act.places().values():
        used.update(place.node.notes)
        if known:
            yield from (
                Oddity("note_without_footnote", place.address, marker)
                for marker in place.node.notes
                if marker not in known
            )
    for tail in act.tail:
        used.update(tail.notes)
        used.update(marker for section in tail.sections for marker in _section_marks(section))
    for note in act.footnotes:
        if note.marker not in used:
            yield Oddity("footnote_without_note", "", _shown(f"[{note.marker}] {note.text}"))


def _loose_marks(act: Act) -> Iterator[str]:
    """Footnote markers in the parts that are kept as lines."""
    lines = [*act.heading, *act.preamble, *act.closing, *act.schedules, *act.remarks]
    lines += [*act.code.heading, *act.code.closing, *act.code.contents] if act.code is not None else []
    lines += [line for tail in act.tail for line in (*tail.opening, *tail.lines)]
    for line in lines:
        yield from marks.INLINE_NOTE.findall(line)


def _section_marks(section: Section) -> Iterator[str]:
    yield from section.notes
    units = list(section.units)
    while units:
        unit = units.pop()
        yield from unit.notes
        units.extend(unit.items)
