"""Akoma Ntoso as ``documents.akn.act`` writes it -> the tree of the act, unit for unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from law import numerals
from law.act import Act, Code, Division, Footnote, Level, Node, Section, TailAct, UnitBuilder
from law.tree.eid import ELEMENTS

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_LEVELS = {f"{_AKN}{element}": level for level, element in ELEMENTS.items()}
_NAMED = {"transitory": Level.TRANSITORY, "heading": Level.HEADING, "numberedHeading": Level.HEADING}
_SECTION = re.compile(
    r"(?P<word>\S+) (?P<written>.*?)(?: (?P<end>(?:ถึง|-|–) ?(?:มาตรา|ข้อ)? ?(?P<until>.*)))?", re.DOTALL
)


def own_act(root: etree._Element) -> Act | None:
    """The act in a document that was written here; None for any other."""
    act = root.find(f"{_AKN}act")
    meta = act.find(f"{_AKN}meta") if act is not None else None
    if act is None or meta is None or meta.find(f"{_AKN}identification[@source='#rangkae']") is None:
        return None
    attached = [one[0] for one in act.iterfind(f"{_AKN}attachments/{_AKN}attachment") if len(one)]
    code = next((_code(one) for one in attached if one.get("name") == "code"), None)
    return Act(
        title=_title(act),
        body=_body(act),
        heading=_blocks(act, "preface"),
        preamble=_blocks(act, "preamble"),
        code=code,
        closing=_blocks(act, "conclusions"),
        schedules=_text(attached, "schedules"),
        remarks=_text(attached, "remarks"),
        tail=tuple(_tail(one) for one in attached if one.get("name") == "amending"),
        footnotes=tuple(
            Footnote(note.get("marker", ""), "\n".join(map(_said, note))) for note in meta.iter(f"{_AKN}note")
        ),
    )


def _title(document: etree._Element) -> str:
    alias = document.find(f"{_AKN}meta/{_AKN}identification/{_AKN}FRBRWork/{_AKN}FRBRalias[@name='title']")
    return alias.get("value", "") if alias is not None else ""


def _code(document: etree._Element) -> Code:
    heading, closing = _blocks(document, "preface"), _blocks(document, "conclusions")
    return Code(_title(document), _body(document), heading, closing, _blocks(document, "coverPage"))


def _tail(document: etree._Element) -> TailAct:
    titles = [*document.iterfind(f"{_AKN}preface/{_AKN}p")]
    return TailAct(
        title="\n".join(map(_said, titles)),
        body=_body(document),
        lines=_blocks(document, "conclusions"),
        opening=_blocks(document, "preamble"),
        notes=tuple(marker for title in titles for marker in _markers(title)),
    )


def _text(attached: list[etree._Element], name: str) -> tuple[str, ...]:
    return tuple(block for one in attached if one.get("name") == name for block in _blocks(one, "mainBody"))


def _blocks(document: etree._Element, part: str) -> tuple[str, ...]:
    return tuple(_said(block) for block in document.iterfind(f"{_AKN}{part}/{_AKN}p"))


def _said(element: etree._Element) -> str:
    """The words of an element; ``br`` is a line end, notes stand elsewhere."""
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if child.tag == f"{_AKN}br" else _said(child), child.tail or ""]
    return "".join(parts)


def _markers(element: etree._Element) -> tuple[str, ...]:
    return tuple(note.get("marker", "") for note in element.iter(f"{_AKN}noteRef"))


def _body(document: etree._Element) -> tuple[Node, ...]:
    body = document.find(f"{_AKN}body")
    return tuple(_nodes(body)) if body is not None else ()


def _nodes(parent: etree._Element) -> Iterator[Node]:
    for element in parent:
        level = _LEVELS.get(element.tag) or _NAMED.get(element.get("name", ""))
        if element.tag == f"{_AKN}section":
            yield _section(element)
        elif level is not None:
            yield _division(element, level)


def _section(element: etree._Element) -> Section:
    heading = _part(element, "num")
    found = _SECTION.fullmatch(heading)
    word, written, until = found.group("word", "written", "until") if found else ("มาตรา", heading, None)
    builder = UnitBuilder()
    for unit in element.iterfind(f"{_AKN}paragraph"):
        _take(unit, builder)
    return Section(
        numerals.plain(written),
        written,
        builder.units(),
        word,
        numerals.plain(until) if until else None,
        _markers_of(element, "num"),
        found["end"] or "" if found else "",
    )


def _take(unit: etree._Element, builder: UnitBuilder) -> None:
    """The lines of a unit and of the items in it, which nest by their labels as in the text."""
    number = _part(unit, "num")
    for block in unit.iterfind(f"{_AKN}*/{_AKN}p"):
        if block.get("class") == "remark":
            builder.add_remark(_said(block))
        elif number or _said(block) or _markers(block):
            builder.add(f"{number} {_said(block)}".strip(), (*_markers_of(unit, "num"), *_markers(block)))
            number = ""
    if number:
        builder.add(number, _markers_of(unit, "num"))
    for item in unit.iterfind(f"{_AKN}point"):
        _take(item, builder)


def _division(element: etree._Element, level: Level) -> Division:
    heading = _part(element, "num")
    numbered = element.get("name") not in ("heading", "transitory")
    word, _, written = heading.partition(" ") if numbered else (heading, "", "")
    title = _part(element, "heading")
    return Division(
        level, word, numerals.plain(written), written, title, tuple(_nodes(element)), _markers_of(element, "num")
    )


def _part(element: etree._Element, name: str) -> str:
    found = element.find(f"{_AKN}{name}")
    return _said(found) if found is not None else ""


def _markers_of(element: etree._Element, name: str) -> tuple[str, ...]:
    found = element.find(f"{_AKN}{name}")
    return _markers(found) if found is not None else ()
