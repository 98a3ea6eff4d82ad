"""Finding and resolving the citations of an act, of a section, of words being typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from law.act import ITEM_LABEL, Act, Kind, Place, Section, Unit, read_units
from law.citing import laws
from law.citing.cited import Citation
from law.citing.index import Index, Source
from law.citing.quotes import Quoting
from law.citing.reference import Reference
from law.citing.resolve import following, members, resolve
from law.citing.scan import scan
from law.citing.titled import with_titles

__all__ = ["Reference", "citing", "find_in_text", "find_references"]


def find_references(act: Act) -> tuple[Reference, ...]:
    """Every citation in the sections of an act (and of the code it promulgates), in the order of the text."""
    index = Index(act)
    return tuple(reference for section in index.sections for reference in _in_section(index, section))


def find_in_text(text: str, act: Act, address: str) -> tuple[Reference, ...]:
    """Citations in words that are being typed.

    ``address``: of a section (it need not be in the act yet): ``text`` is its canonical text, and what it cites of
    itself is looked up in that text; or of a smaller unit: ``text`` is its line.
    """
    if "." in address.removeprefix("code."):
        index, section = Index(act), _section_of(address)
        return tuple(_in_line(index, _Line(Source(address, section), text), _labels(index, section)))
    return _in_section(Index(act, _with_section(act, address, text)), address)


def citing(act: Act, address: str) -> tuple[Reference, ...]:
    """Every reference to a unit or to a unit below it, from elsewhere in the act."""
    return tuple(
        reference
        for reference in find_references(act)
        if any(_within(target, address) for target in (reference.target, *reference.members) if target)
        and not _within(reference.source, address)
    )


# --- one section, one line ---


@dataclass(frozen=True, slots=True)
class _Line:
    """A unit's line where it stands. ``lead``: the other law whose sections the lines before announce one by one.
    ``headed``: whether they are all of that law. ``quoted``: spans that quote a provision of the law ``amended``.
    """

    source: Source
    text: str
    lead: laws.LawName | None = None
    headed: bool = False
    quoted: tuple[tuple[int, int], ...] = ()
    amended: laws.LawName | None = None


def _in_section(index: Index, section: str) -> tuple[Reference, ...]:
    references: list[Reference] = []
    lead: laws.LawName | None = None
    headed = False
    quoting = Quoting()
    labels = _labels(index, section)
    for address, place in _units_below(index, section):
        node = place.node
        if isinstance(node, Unit) and node.text and not node.is_repealed:
            quoted = tuple(quoting.spans(node.text))
            references += _in_line(
                index, _Line(Source(address, section), node.text, lead, headed, quoted, quoting.amended), labels
            )
            headed = headed and node.kind is not Kind.ITEM
            over = _heads(node)
            lead, headed = over or _announced(node.text) or lead, headed or over is not None
    return tuple(references)


def _units_below(index: Index, parent: str) -> Iterator[tuple[str, Place]]:
    for address in index.children(parent):
        yield address, index.places[address]
        yield from _units_below(index, address)


_NEAR = 2_000  # characters before a citation in which it may be announced
_HEADED = re.compile(r"|\s?ซึ่งแก้ไขเพิ่มเติม.*")
_ANNOUNCING = ("นี้", "คือ", "ได้แก่")  # looked for first: a line may hold thousands of citations
_ANNOUNCES = re.compile(r"ต่อไปนี้|ดังนี้|(?:คือ|ได้แก่)\s?$|มาตราเหล่านี้")


def _heads(unit: Unit) -> laws.LawName | None:
    """The other law that an item names and nothing else: ``(๑) ในพระราชบัญญัติ… พ.ศ. ๒๕๓๕``; up to the next item."""
    words = ITEM_LABEL.sub("", unit.text, count=1) if unit.kind is Kind.ITEM else ""
    law = laws.at(words, len("ใน")) if words.startswith("ใน") else None
    return law if law and law.name and not law.said and _HEADED.fullmatch(words, law.end) else None


def _announced(text: str) -> laws.LawName | None:
    """The other law whose sections a line says will follow (``… แห่งประมวลกฎหมายอาญาดังต่อไปนี้``)."""
    if not any(word in text for word in _ANNOUNCING) or not _ANNOUNCES.search(text):
        return None
    return next((law for law in reversed(laws.find_all(text)) if law.name and not law.said), None)


def _labels(index: Index, section: str) -> frozenset[str]:
    """Labels of all items of a section, which a bare ``(๒)`` may mean."""
    return frozenset(place.node.label for _, place in _units_below(index, section) if isinstance(place.node, Unit))


def _in_line(index: Index, line: _Line, labels: frozenset[str]) -> list[Reference]:
    section = line.source.section
    node = index.places[section].node if section in index.places else None
    scanned = scan(line.text, section_word=node.word if isinstance(node, Section) else "มาตรา", sibling_labels=labels)
    references: list[Reference] = []
    for citation in scanned.citations:
        if _is_quoted_label(line, citation):
            continue
        reference = _reference(index, citation, line, references)
        if not (reference.is_broken and (citation.may_be_plain_words or citation.may_be_enumerator)):
            references.append(reference)
    references = list(_of_the_law_behind(with_titles(index, references, scanned.laws, line.text)))
    references += [
        Reference(line.source.address, line.text[law.start : law.end], law.start, law.end, None, law.name)
        for law in scanned.laws
        if not _is_own(index.act, law)
    ]
    return sorted(references, key=lambda reference: reference.start)


def _reference(index: Index, citation: Citation, line: _Line, before: list[Reference]) -> Reference:
    start, end, source = citation.start, citation.end, line.source
    words = line.text[start:end]
    law = citation.law
    if law is not None and not _is_own(index.act, law):
        return Reference(source.address, words, start, end, None, _foreign_name(law, before))
    if line.amended is not None and _is_quoted(line, start):
        return Reference(source.address, words, start, end, None, line.amended.name)
    if law is None and line.headed and line.lead is not None and citation.names_section:
        return Reference(source.address, words, start, end, None, line.lead.name)
    target = resolve(index, citation, source, _root(index.act, law, source))
    if target is None and law is None and citation.names_items_only and before:
        target, foreign = _of_the_section_before(index, citation, before[-1])
        if foreign is not None:
            return Reference(source.address, words, start, end, None, foreign)
    if target is None and law is None and citation.names_section:
        lead = _announced(line.text[max(0, start - _NEAR) : start]) or line.lead
        if lead is not None:
            return Reference(source.address, words, start, end, None, lead.name)
    return Reference(source.address, words, start, end, target, None, _between(index, citation, target, before))


def _of_the_section_before(index: Index, citation: Citation, last: Reference) -> tuple[str | None, str | None]:
    """``มาตรา ๙๘ ยกเว้น (๓)``: an item that the citing section does not have is one of the section cited before."""
    if last.target is None:
        return None, last.foreign
    section = index.section_of(last.target)
    return (index.item_in_section(section, citation.items) if section else None), None


def _of_the_law_behind(found: Iterable[Reference]) -> Iterator[Reference]:
    """``ตามมาตรา ๕๖ หรือ…ตามมาตรา ๕๗ แห่งประมวลกฎหมายอาญา``: what the act does not have is of the law named behind."""
    law: str | None = None
    for reference in reversed(list(found)):
        broken = reference.is_broken and not reference.text.startswith("(")
        law = reference.foreign or (law if broken else None)
        yield replace(reference, foreign=law) if broken and law else reference


def _is_quoted(line: _Line, position: int) -> bool:
    return any(start <= position < end for start, end in line.quoted)


def _is_quoted_label(line: _Line, citation: Citation) -> bool:
    """``“มาตรา ๖ …``: the number of the provision that is quoted cites nothing."""
    return any(not line.text[start : citation.start].strip() and start <= citation.start for start, _ in line.quoted)


def _between(index: Index, citation: Citation, target: str | None, before: list[Reference]) -> tuple[str, ...]:
    """The units that a citation names without saying so: the inside of a range, the rest of ``สองวรรคก่อน``."""
    if target is None:
        return ()
    count = citation.steps[-1].count
    if count > 1:
        return following(index, target, count - 1)
    if citation.through and before and before[-1].target:
        return members(index, before[-1].target, target)
    return ()


def _foreign_name(law: laws.LawName, before: list[Reference]) -> str:
    """The law's name; for "that law" the one named before, where there is one."""
    if not law.said:
        return law.name
    return next((reference.foreign for reference in reversed(before) if reference.foreign), law.name)


def _is_own(act: Act, law: laws.LawName) -> bool:
    if not law.name:
        return True
    return laws.same_law(law.name, act.title) or (act.code is not None and laws.same_law(law.name, act.code.title))


def _root(act: Act, law: laws.LawName | None, source: Source) -> str:
    """``code.`` where the code's sections are meant: said so, or the words stand in the code and name no law."""
    if law is None or act.code is None:
        return source.root
    return "code." if law.code else ""


# --- text that is being typed ---


def _with_section(act: Act, address: str, text: str) -> dict[str, Place]:
    """The act's places with one section's text replaced, or the section put in."""
    prefix = "code." if address.startswith("code.") else ""
    node = act.get(address)
    label = address.removeprefix("code.").removeprefix("s")
    written = node.written if isinstance(node, Section) else label
    word = node.word if isinstance(node, Section) else "มาตรา"
    typed = Section(label, written, read_units(text), word=word)
    drafted = Act("", (typed,)).places()
    parent = act.places()[address].parent if address in act.places() else ""
    own = {prefix + at: _moved(place, prefix, parent) for at, place in drafted.items()}
    places: dict[str, Place] = {}
    for at, place in act.places().items():
        if at == address:
            places.update(own)
        elif not _within(at, address):
            places[at] = place
    return places if address in places else {**places, **own}


def _moved(place: Place, prefix: str, parent: str) -> Place:
    """A place of the typed section as one of the act: under the code's prefix and the section's own chapter."""
    return Place(prefix + place.address, place.node, prefix + place.parent if place.parent else parent)


def _section_of(address: str) -> str:
    prefix = "code." if address.startswith("code.") else ""
    return prefix + address.removeprefix("code.").partition(".")[0]


def _within(address: str, holder: str) -> bool:
    return address == holder or address.startswith(f"{holder}.")
