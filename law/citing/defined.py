"""Where a text uses the words that its act defines: for the reader, who wants the definition at the word.

Thai puts no space between words, so that a defined term also begins or ends longer expressions that mean something
else: ``คณะกรรมการ`` in ``คณะกรรมการคัดเลือก``. A use counts only where what stands on both sides shows that the term ends
there: a space, a sign, or a word that joins. What is not certain is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from law.act import Act, Division, Section, Unit, defined_terms

_SHORTEST = 2  # characters of a term
_THAI = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]")
_JOIN = "ให้ และ หรือ ต่อ โดย แก่ จาก กับ ใน เป็น ซึ่ง ที่ ตาม เมื่อ แต่ เพื่อ มี"  # stand before and behind
_LEAD = "ของ ถ้า ว่า ถึง แทน ใช้ ประธาน ระหว่าง"
_FOLLOW = """
จะ ต้อง อาจ ได้ ไม่ นั้น ดังกล่าว กำหนด แต่งตั้ง ประกาศ มอบหมาย พิจารณา เห็น พ้น ทุก ด้วย นี้ เท่า จัด ออก ดำเนิน แล้ว
"""
_BEFORE = (*_JOIN.split(), *_LEAD.split())
_AFTER = (*_JOIN.split(), *_FOLLOW.split())
# How far a definition reaches, by its section's own words; without any of these, through the whole act.
_SCOPE = re.compile(r"(?:ใน|เพื่อประโยชน์(?:แห่ง|ตาม|ใน)?)(มาตรา|ภาค|บรรพ|ลักษณะ|หมวด|ส่วน)นี้")


@dataclass(frozen=True, slots=True)
class Use:
    """A defined term in a unit's text, from ``start`` to ``end`` in characters, and the address of its definition."""

    start: int
    end: int
    definition: str


def defined_uses(act: Act) -> dict[str, tuple[Use, ...]]:
    """By the address of the unit: of each term the first use in every section."""
    places = act.places()
    scopes = tuple(_definitions(act))
    found: dict[str, tuple[Use, ...]] = {}
    section, terms, seen = "", _Terms({}), set[str]()
    for address, place in places.items():
        if isinstance(place.node, Section):
            section, seen = address, set()
            terms = _Terms({term: own for term, own, scope in scopes if _reaches(scope, section, place.parent)})
        elif isinstance(place.node, Unit):
            uses = [
                use for use in terms.uses(place.node.text) if use.definition not in seen and use.definition != address
            ]
            first = {use.definition: use for use in reversed(uses)}
            seen |= first.keys()
            if first:
                found[address] = tuple(sorted(first.values(), key=lambda use: use.start))
    return found


class _Terms:
    """The terms in force somewhere, by the address of each one's definition: however many, the longest is taken."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self.addresses = addresses
        self.lengths: dict[str, dict[int, None]] = {}  # of the terms that begin so, the longest first
        for term in sorted(addresses, key=len, reverse=True):
            self.lengths.setdefault(term[:_SHORTEST], {})[len(term)] = None
        self.starts = re.compile("|".join(sorted(map(re.escape, self.lengths)))) if addresses else None

    def uses(self, text: str) -> Iterator[Use]:
        at = 0
        while self.starts is not None and (match := self.starts.search(text, at)) is not None:
            start = match.start()
            ends = (start + length for length in self.lengths[match[0]])
            end = next((end for end in ends if end <= len(text) and text[start:end] in self.addresses), None)
            at = start + 1 if end is None else end
            if end is not None and _ends_before(text, start) and _begins_after(text, end):
                yield Use(start, end, self.addresses[text[start:end]])


def _definitions(act: Act) -> Iterator[tuple[str, str, str]]:
    """(term, address, address of what it holds in), the widest first; the whole act is the empty address."""
    found = []
    for address, place in act.places().items():
        unit = place.node
        if isinstance(unit, Unit) and not unit.is_repealed and (terms := defined_terms(unit.text)):
            scope = _scope(act, address, unit)
            found += [(term, address, scope) for term in terms if len(term) >= _SHORTEST]
    yield from sorted(found, key=lambda one: one[2].count(".") + bool(one[2]))


def _scope(act: Act, address: str, unit: Unit) -> str:
    """The address of the section or division in which a definition holds, by its own words or its section's."""
    place = act.places()[address]
    while not isinstance(place.node, Section):
        place = act.places()[place.parent]
    opening = place.node.units[0].text if place.node.units else ""
    said = _SCOPE.match(unit.text) or _SCOPE.match(opening)
    if said is None:
        return ""
    return place.address if said[1] == "มาตรา" else _division_called(act, place.parent, said[1])


def _division_called(act: Act, address: str, word: str) -> str:
    """The innermost division around that is called so; the innermost of all where none is."""
    here = address
    while here:
        place = act.places()[here]
        if isinstance(place.node, Division) and place.node.heading.startswith(word):
            return here
        here = place.parent
    return address


def _reaches(scope: str, section: str, division: str) -> bool:
    return not scope or scope == section or division == scope or division.startswith(f"{scope}.")


def _ends_before(text: str, start: int) -> bool:
    """Whether no word goes on into what begins here; quoted words are a name, not a use."""
    if start and text[start - 1] == "“":
        return False
    return start == 0 or not _THAI.match(text[start - 1]) or text.endswith(_BEFORE, 0, start)


def _begins_after(text: str, end: int) -> bool:
    return end == len(text) or not _THAI.match(text[end]) or text.startswith(_AFTER, end)
