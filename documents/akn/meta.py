"""What an Akoma Ntoso document says of itself: identification (FRBR), amendments, references, editors' notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree

from documents.akn.xml import add
from law import numerals
from law.act import Act, Footnote
from law.dates import BUDDHIST_ERA, MONTHS, of_era

OURSELVES = "rangkae"
LANGUAGE = "tha"  # ISO 639-2
MAIN = "main"
_SOURCE = f"#{OURSELVES}"
_GIVEN = re.compile(rf"ให้ไว้\s*ณ\s*วันที่\s*(?P<day>\S+)\s*(?P<month>{'|'.join(MONTHS)})\s*(?:พ\.ศ\.)?\s*(?P<year>\S+)")


def begun(act: Act, otherwise: date) -> date:
    """The day on which an act was given, as its preamble says; ``otherwise`` where it does not."""
    for line in act.preamble:
        found = _GIVEN.search(line)
        day, year = (numerals.arabic(found[part]) for part in ("day", "year")) if found else ("", "")
        if found and day.isdecimal() and year.isdecimal():
            try:
                return of_era(int(year), MONTHS.index(found["month"]) + 1, int(day))
            except ValueError:  # no such day
                return otherwise
    return otherwise


@dataclass(frozen=True, slots=True)
class Identity:
    """What a text is. ``kind``: ``act`` or ``bill``; ``name``: of the work in its address (``sme-promotion``).

    ``begun``: day of the work, as far as it is known; ``dated``: of this version; ``version``: its name, as
    ``edition-2``; ``made``: the day of the file. ``author``: who wrote the version, empty for the legislature.
    """

    kind: str
    name: str
    title: str
    begun: date
    dated: date
    made: date
    version: str
    author: str = ""

    @property
    def work(self) -> str:
        return f"/akn/th/{self.kind}/{self.begun.year}/{self.name}"

    @property
    def expression(self) -> str:
        return f"{self.work}/{LANGUAGE}@{self.dated}.{self.version}"


@dataclass(frozen=True, slots=True)
class Provision:
    """A law that amends: its title and year of the Buddhist era, or its address where it is ours."""

    title: str
    year: int | None = None
    address: str = ""

    @property
    def href(self) -> str:
        """Its address; of a law that is known by title only the title stands for its name."""
        year = f"{self.year - BUDDHIST_ERA}" if self.year else "unknown"
        return self.address or f"/akn/th/act/{year}/{'-'.join(self.title.split())}"


@dataclass(frozen=True, slots=True)
class Modification:
    """``what``: insertion, substitution or repeal. ``by``: the law that did it, or the section of this one (``#…``).

    ``words``: where the new words stand in this document; empty where none do.
    """

    what: str
    by: Provision | str
    unit: str
    active: bool = False
    words: str = ""


def meta(
    document: etree._Element,
    identity: Identity,
    *,
    component: str = MAIN,
    modifications: Sequence[Modification] = (),
    notes: Sequence[Footnote] = (),
    amends: Identity | None = None,
) -> None:
    """Write ``meta`` at the beginning of a document or an attached one (``component``). ``amends``: of a bill."""
    element = add(document, "meta")
    _identification(element, identity, component)
    laws = list(dict.fromkeys(one.by for one in modifications if isinstance(one.by, Provision)))
    _analysis(element, modifications, laws)
    if component == MAIN:
        _references(element, identity, laws, amends)
    if notes:
        _notes(add(element, "notes", source=_SOURCE), notes)


def _identification(element: etree._Element, identity: Identity, component: str) -> None:
    found = add(element, "identification", source=_SOURCE)
    author = "#author" if identity.author else "#legislature"
    work = _level(found, "FRBRWork", identity.work, component, identity.begun, author, title=identity.title)
    add(work, "FRBRcountry", value="th")
    add(work, "FRBRname", value=identity.name)
    expression = _level(found, "FRBRExpression", identity.expression, component, identity.dated, author)
    add(expression, "FRBRversionNumber", value=identity.version)
    add(expression, "FRBRlanguage", language=LANGUAGE)
    made = _level(found, "FRBRManifestation", f"{identity.expression}.xml", component, identity.made, _SOURCE)
    add(made, "FRBRformat", value="application/akn+xml")


def _level(
    found: etree._Element, name: str, uri: str, component: str, day: date, author: str, title: str = ""
) -> etree._Element:
    element = add(found, name)
    add(element, "FRBRthis", value=f"{uri}/!{component}")
    add(element, "FRBRuri", value=uri)
    if title:
        add(element, "FRBRalias", name="title", value=title)
    add(element, "FRBRdate", date=day.isoformat(), name={"FRBRManifestation": "written"}.get(name, "dated"))
    add(element, "FRBRauthor", href=author)
    return element


def _analysis(element: etree._Element, modifications: Sequence[Modification], laws: list[Provision]) -> None:
    if not modifications:
        return
    analysis = add(element, "analysis", source=_SOURCE)
    for active, name in ((True, "activeModifications"), (False, "passiveModifications")):
        group = [one for one in modifications if one.active is active]
        held = add(analysis, name) if group else None
        for number, one in enumerate(group, start=1):
            assert held is not None  # the group is not empty
            mod = add(held, "textualMod", type=one.what, eId=f"{'amod' if active else 'pmod'}_{number}")
            by = f"#law_{laws.index(one.by) + 1}" if isinstance(one.by, Provision) else one.by
            add(mod, "source", href=by)
            add(mod, "destination", href=one.unit)
            if one.words:
                add(mod, "new", href=one.words)


def _references(
    element: etree._Element, identity: Identity, laws: list[Provision], amends: Identity | None = None
) -> None:
    references = add(element, "references", source=_SOURCE)
    if amends is not None:
        add(references, "activeRef", eId="amended", href=amends.work, showAs=amends.title)
    for number, law in enumerate(laws, start=1):
        add(references, "passiveRef", eId=f"law_{number}", href=law.href, showAs=law.title)
    add(
        references,
        "TLCOrganization",
        eId="legislature",
        href="/akn/ontology/organization/th/legislature",
        showAs="ฝ่ายนิติบัญญัติ",
    )
    add(references, "TLCOrganization", eId=OURSELVES, href="/akn/ontology/organization/th/rangkae", showAs="ร่างแก้")
    if identity.author:
        add(references, "TLCPerson", eId="author", href="/akn/ontology/person/th/author", showAs=identity.author)


def _notes(element: etree._Element, notes: Sequence[Footnote]) -> None:
    seen: dict[str, int] = {}
    for note in notes:
        seen[note.marker] = seen.get(note.marker, 0) + 1
        again = f"~{seen[note.marker]}" if seen[note.marker] > 1 else ""
        held = add(element, "note", eId=f"note_{note.marker}{again}", marker=note.marker)
        add(held, "p", note.text)
