"""A bill in Akoma Ntoso 3.0: its sections, what each does to the act, and the statement of principle and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from documents.akn.meta import Identity, Modification, meta
from documents.akn.xml import add, root_element, serialised, write
from documents.papers.bill import BillSection, BillText
from law.amend import Action, Clause
from law.tree.eid import eid

# The statement travels with the bill and is no part of it.
STATEMENT = "statement"
_KINDS = {
    Action.REPLACE: "substitution",
    Action.CHANGE_WORDS: "substitution",
    Action.INSERT: "insertion",
    Action.REPEAL: "repeal",
}


def bill_xml(text: BillText, clauses: Sequence[Clause], reasons: str, bill: Identity, act: Identity) -> bytes:
    """The file. ``clauses``: those of the amending sections; ``act``: what is amended."""
    root = root_element()
    written = add(root, "bill", name="bill", contains="originalVersion")
    meta(written, bill, modifications=[*_modifications(text, clauses, act)], amends=act)
    preface = add(written, "preface")
    for line in text.title:
        add(add(preface, "p"), "docTitle", line)
    add(add(written, "preamble"), "p", text.preamble)
    body = add(written, "body")
    amending = {clause.section for clause in clauses}
    for number, section in enumerate(text.sections, start=1):
        _section(body, section, number, amends=number in amending)
    if text.closing:
        _lines(add(written, "conclusions"), text.closing)
    _attach(written, text, reasons, bill)
    return serialised(root)


def _modifications(text: BillText, clauses: Sequence[Clause], act: Identity) -> Iterator[Modification]:
    """Each unit that a clause is about: as the draft names it where it stands there, else as the act does."""
    for clause in clauses:
        mod = f"#sec_{clause.section}__mod_1"
        words = f"{mod}__qstr_1" if text.sections[clause.section - 1].quoted else ""
        for address in dict.fromkeys(clause.new or clause.old):
            yield Modification(_KINDS[clause.action], mod, f"{act.work}#{eid(address)}", active=True, words=words)


def _section(body: etree._Element, section: BillSection, number: int, *, amends: bool) -> None:
    name = f"sec_{number}"
    element = add(body, "section", eId=name)
    add(element, "num", section.heading)
    content = add(element, "content")
    first, *more = section.lines
    if not amends:
        _lines(content, (first, *more, *section.quoted))
        return
    mod = add(add(content, "p"), "mod", eId=f"{name}__mod_1")
    write(mod, "\n".join((first, *more)))
    if section.quoted:
        _lines(add(mod, "quotedStructure", eId=f"{name}__mod_1__qstr_1"), section.quoted)


def _lines(element: etree._Element, blocks: Sequence[str]) -> None:
    for block in blocks:
        for line in block.split("\n"):
            add(element, "p", line)


def _attach(written: etree._Element, text: BillText, reasons: str, bill: Identity) -> None:
    attachments = add(written, "attachments")
    if text.attached:
        _lines(_attachment(attachments, "schedules", bill), text.attached)
    statement = _attachment(attachments, STATEMENT, bill)
    _lines(statement, ("หลักการ", *text.principle, "เหตุผล", *(line for line in reasons.split("\n") if line.strip())))


def _attachment(attachments: etree._Element, name: str, bill: Identity) -> etree._Element:
    held = add(attachments, "attachment", eId=f"att_{len(attachments) + 1}")
    made = add(held, "doc", name=name, contains="originalVersion")
    meta(made, replace(bill, title=""), component=name)
    return add(made, "mainBody")
