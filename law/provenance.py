"""Who amended which unit: the editors' footnotes of a consolidated act as structured facts.

``[๖] มาตรา ๕๓ วรรคสอง เพิ่มโดยพระราชบัญญัติ… (ฉบับที่ ๒) พ.ศ. ๒๕๔๒`` says that the second paragraph of section 53 was
added by that act. The history of a unit is not complete: an older note goes when a newer one comes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from law import numerals
from law.act import Act, Section, Unit
from law.reading import marks

# A footnote of an edition that was made from one without notes: what it leaves unnoted may have been amended before.
SILENT = "ฉบับก่อนหน้านี้ไม่มีบันทึกว่าหน่วยที่ไม่มีเชิงอรรถเคยแก้ไขเพิ่มเติมหรือไม่"


class ProvenanceKind(StrEnum):
    """What a note says was done."""

    ADDED = "added"
    REPLACED = "replaced"
    REPEALED = "repealed"
    WORDS = "words"  # single words were changed
    PUBLISHED = "published"  # where the act itself stands in the Gazette


@dataclass(frozen=True, slots=True)
class Provenance:
    """One note on one unit.

    ``by``: title of the amending act with its year. ``section``: its section, as written, where the note names it.
    ``year``: of the Buddhist era. ``gazette``: where the amending act (or the act itself) was published. ``marker``: of
    the footnote, empty for a bracketed remark in the text. ``text``: the note itself.
    """

    kind: ProvenanceKind
    by: str
    year: int | None
    gazette: str
    section: str
    marker: str
    text: str


_DONE = re.compile(
    rf"(?P<target>.*?)\s*(?P<deed>(?:แก้ไขเพิ่มเติม|แก้ไขเพิ่ม|แก้ไข|เพิ่มเติม|เพิ่ม|ยกเลิก|ตัดออก)+)\s*(?:โดย\s*)+"
    rf"(?P<section>(?:มาตรา|ข้อ|\()\s*.{{1,40}}?\s*แห่ง\s*)?(?P<by>{marks.INSTRUMENT}.*)",
    re.DOTALL,
)
_TARGET = re.compile(
    rf"(?P<word>มาตรา|ข้อ)?\s*(?P<label>{marks.LABEL})\s*(?P<below>.*)",
    re.DOTALL,
)
_BELOW = re.compile(
    rf"\s*(?:วรรค\s*(?P<paragraph>{numerals.NUMBER_WORD_PATTERN}|แรก)|\((?P<item>{marks.LABEL}|[ก-ฮ](?:/[0-9๐-๙]+)?)\)|"
    r"(?:บท)?นิยาม(?:คำว่า)?\s*[“\"](?P<term>[^”\"]+)[”\"])"
)
_KINDS = (
    ("แก้ไข", ProvenanceKind.REPLACED),
    ("เพิ่ม", ProvenanceKind.ADDED),
    ("ยกเลิก", ProvenanceKind.REPEALED),
    ("ตัด", ProvenanceKind.REPEALED),
)


def provenance(act: Act) -> dict[str, tuple[Provenance, ...]]:
    """What the footnotes and bracketed remarks of an act say, by the address of the unit they speak of."""
    notes = {note.marker: note.text for note in act.footnotes}
    gazettes = _gazettes(act, notes)
    found: dict[str, list[Provenance]] = {}
    for address, place in act.places().items():
        for marker in place.node.notes:
            if marker in notes:
                fact = _read(notes[marker], marker, gazettes)
                if fact is not None:
                    found.setdefault(_target(act, address, fact.text), []).append(fact)
        for remark in place.node.remarks if isinstance(place.node, Unit) else ():
            fact = _read(remark.strip("[]"), "", gazettes)
            if fact is not None:
                found.setdefault(address, []).append(fact)
    return {address: tuple(facts) for address, facts in found.items()}


def _gazettes(act: Act, notes: dict[str, str]) -> dict[str, str]:
    """Where each amending act of the tail was published, by its title without spaces."""
    return {
        _squeeze(tail.title): notes[marker]
        for tail in act.tail
        for marker in tail.notes
        if marker in notes and notes[marker].startswith("ราชกิจจานุเบกษา")
    }


def _read(text: str, marker: str, gazettes: dict[str, str]) -> Provenance | None:
    if text.startswith("ราชกิจจานุเบกษา"):
        return Provenance(ProvenanceKind.PUBLISHED, "", None, text, "", marker, text)
    match = _DONE.match(text[:1_000])
    if match is None:
        return None
    by, year = _title_and_year(match["by"])
    section = (match["section"] or "").strip().removesuffix("แห่ง").strip()
    return Provenance(_kind(match), by, year, gazettes.get(_squeeze(by), ""), section, marker, text)


def _kind(match: re.Match[str]) -> ProvenanceKind:
    if re.match(r"\s*(?:คำว่า|อัตราโทษ|ถ้อยคำ)", match["target"]):
        return ProvenanceKind.WORDS
    return next(kind for stem, kind in _KINDS if match["deed"].startswith(stem))


def _title_and_year(text: str) -> tuple[str, int | None]:
    """The title up to its last year, and that year."""
    years = list(marks.YEAR.finditer(text))
    if not years:
        return text.strip(), None
    number = int(numerals.arabic(re.sub(r"\D", "", years[-1][0])) or 0)
    return text[: years[-1].end()].strip(), number or None


def _target(act: Act, address: str, text: str) -> str:
    """The unit a note names, where it is in the act and in the section the marker stands at; else where it stands."""
    match = _DONE.match(text[:1_000])
    target = _TARGET.match(match["target"]) if match is not None else None
    section = _section_of(act, address)
    if target is None or not section:
        return address
    if section.rpartition("s")[2] != numerals.plain(target["label"]):
        return address
    named = _below(act, section, target["below"])
    return named or address


def _section_of(act: Act, address: str) -> str:
    places = act.places()
    while address in places and not isinstance(places[address].node, Section):
        address = places[address].parent
    return address if address in places else ""


def _below(act: Act, section: str, cited: str) -> str:
    """The address below a section that ``วรรคสอง (๑) (ก)`` or ``นิยามคำว่า “ก”`` names; empty where there is none."""
    address = section
    for part in _BELOW.finditer(cited):
        if part["term"]:
            address = f"{section}.def:{part['term'].strip()}"
        elif part["paragraph"]:
            number = 1 if part["paragraph"] == "แรก" else numerals.number_from_words(part["paragraph"])
            address = f"{address}.p{number}" if address == section else address
        else:
            address = _item(act, address, numerals.plain(part["item"]))
        if act.get(address) is None:
            return ""
    return address


def _item(act: Act, address: str, label: str) -> str:
    """An item of a unit; of a section without a paragraph named, of the first paragraph that has it."""
    direct = f"{address}.i{label}"
    if act.get(direct) is not None:
        return direct
    prefix, suffix = f"{address}.", f".i{label}"
    return next((unit for unit in act.places() if unit.startswith(prefix) and unit.endswith(suffix)), direct)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)
