"""An act in Akoma Ntoso 3.0: every unit with its ``eId``, what is no section in its own part, nothing left out.

``law.readers.akn_act`` reads it back as the same tree. A draft is the act as it would read, with what its bill does to
it as passive modifications.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from documents.akn.meta import Identity, Modification, Provision, meta
from documents.akn.xml import add, root_element, serialised
from law.act import ITEM_LABEL, Act, Code, Division, Kind, Node, Section, TailAct, Unit
from law.compare import Comparison
from law.provenance import ProvenanceKind, provenance
from law.tree.eid import ELEMENTS, eid


def act_xml(act: Act, identity: Identity, made: Sequence[Modification] = ()) -> bytes:
    """The file. ``made``: what a draft changes, beside what the notes of the act tell of earlier amendments."""
    root = root_element()
    written = add(root, "act", name="act", contains="singleVersion")
    meta(written, identity, modifications=(*_amendments(act), *made), notes=act.footnotes)
    _head(written, act.heading or (act.title,), act.preamble)
    addresses = iter(act.places())
    _Body(addresses).write(written, act.body)
    _conclusions(written, act.closing)
    _attachments(written, act, identity, addresses)
    return serialised(root)


_KINDS = {"inserted": "insertion", "repealed": "repeal"}


def changes_made(comparison: Comparison, new: Act, by: Provision) -> tuple[Modification, ...]:
    """What a draft does to the sections and headings of the act, as passive modifications of ``new``."""
    return tuple(
        Modification(_KINDS.get(section.kind, "substitution"), by, f"#{eid(section.address)}")
        for section in comparison.sections
        if new.get(section.address) is not None
    )


def _amendments(act: Act) -> Iterator[Modification]:
    """What the editors' notes say was done to units of the act."""
    kinds = {
        ProvenanceKind.ADDED: "insertion",
        ProvenanceKind.REPLACED: "substitution",
        ProvenanceKind.WORDS: "substitution",
        ProvenanceKind.REPEALED: "repeal",
    }
    for address, facts in provenance(act).items():
        for fact in facts:
            if fact.kind in kinds and fact.by:
                yield Modification(kinds[fact.kind], Provision(fact.by, fact.year), f"#{eid(address)}")


# --- the body -------------------------------------------------------------------------------------


class _Body:
    """Writes nodes in the order of their addresses. ``prefix``: of the eIds of an attached act."""

    def __init__(self, addresses: Iterator[str], prefix: str = "") -> None:
        self._addresses = addresses
        self._prefix = prefix

    def write(self, document: etree._Element, nodes: Iterable[Node]) -> None:
        """``body``; Akoma Ntoso wants something in it even where an act has no section."""
        body = add(document, "body")
        for node in nodes:
            self._node(body, node)
        if not len(body):
            add(body, "hcontainer", name="none", eId=f"{self._prefix}none")

    def _next(self) -> str:
        return self._prefix + eid(next(self._addresses))

    def _node(self, parent: etree._Element, node: Node) -> None:
        if isinstance(node, Section):
            section = add(parent, "section", eId=self._next())
            _mark(add(section, "num", node.heading), node.notes)
            for unit in node.units:
                self._unit(section, unit)
            return
        division = self._division(parent, node)
        _mark(add(division, "num", node.heading), node.notes)
        if node.title:
            add(division, "heading", node.title)
        for child in node.children:
            self._node(division, child)

    def _division(self, parent: etree._Element, node: Division) -> etree._Element:
        if node.level in ELEMENTS:
            return add(parent, ELEMENTS[node.level], eId=self._next())
        name = "numberedHeading" if node.written else node.level.name.lower()
        return add(parent, "hcontainer", name=name, eId=self._next())

    def _unit(self, parent: etree._Element, unit: Unit) -> None:
        defines = {"class": "definition"} if unit.kind is Kind.DEFINITION else {}
        element = add(parent, "point" if unit.kind is Kind.ITEM else "paragraph", eId=self._next(), **defines)
        text = unit.text
        label = ITEM_LABEL.match(text) if unit.kind is Kind.ITEM else None
        if label is not None:
            _mark(add(element, "num", text[: label.end()].rstrip()), unit.notes)
            text = text[label.end() :]
        if text or unit.remarks or not unit.items:
            held = add(element, "intro" if unit.items else "content")
            _mark(add(held, "p", text), () if label else unit.notes)
            for remark in unit.remarks:
                add(add(held, "p", class_="remark"), "remark", remark)
        for item in unit.items:
            self._unit(element, item)


def _mark(element: etree._Element, markers: Iterable[str]) -> None:
    for marker in markers:
        add(element, "noteRef", href=f"#note_{marker}", marker=marker)


# --- what stands around it ------------------------------------------------------------------------


def _head(document: etree._Element, heading: Iterable[str], preamble: Sequence[str], notes: Sequence[str] = ()) -> None:
    preface = add(document, "preface")
    for line in heading:
        add(add(preface, "p"), "docTitle", line)
    _mark(preface[-1], notes)
    if preamble:
        _lines(add(document, "preamble"), preamble)


def _conclusions(document: etree._Element, blocks: Sequence[str]) -> None:
    if blocks:
        _lines(add(document, "conclusions"), blocks)


def _lines(element: etree._Element, blocks: Iterable[str]) -> None:
    for block in blocks:
        add(element, "p", block)


def _attachments(written: etree._Element, act: Act, identity: Identity, addresses: Iterator[str]) -> None:
    """In the order in which they stand in the text: code, schedules, remarks, amending acts."""
    held = _Attachments(written, identity)
    if act.code is not None:
        held.code(act.code, addresses)
    if act.schedules:
        held.text("schedules", act.schedules)
    if act.remarks:
        held.text("remarks", act.remarks)
    for tail in act.tail:
        held.tail(tail)


class _Attachments:
    """What is attached to an act; each is a document with its own identification."""

    def __init__(self, written: etree._Element, identity: Identity) -> None:
        self._written = written
        self._identity = identity
        self._held: etree._Element | None = None
        self._count = 0

    def _new(self, element: str, name: str, title: str = "") -> etree._Element:
        if self._held is None:
            self._held = add(self._written, "attachments")
        self._count += 1
        made = add(add(self._held, "attachment", eId=self._id), element, name=name, contains="originalVersion")
        meta(made, replace(self._identity, title=title), component=f"{name}_{self._count}")
        return made

    @property
    def _id(self) -> str:
        return f"att_{self._count}"

    def code(self, code: Code, addresses: Iterator[str]) -> None:
        """A code that the act promulgates; its units have addresses in the act."""
        made = self._new("act", "code", code.title)
        if code.contents:
            _lines(add(made, "coverPage"), code.contents)
        _head(made, code.heading or (code.title,), ())
        _Body(addresses).write(made, code.body)
        _conclusions(made, code.closing)

    def tail(self, tail: TailAct) -> None:
        """An amending act; its sections are never the Act's own, so their eIds begin with the attachment's."""
        made = self._new("act", "amending", tail.title)
        _head(made, (tail.title,), tail.opening, tail.notes)
        _Body(iter(Act(tail.title, tail.body).places()), f"{self._id}__").write(made, tail.body)
        _conclusions(made, tail.lines)

    def text(self, name: str, blocks: Sequence[str]) -> None:
        """Running text."""
        _lines(add(self._new("doc", name), "mainBody"), blocks)
