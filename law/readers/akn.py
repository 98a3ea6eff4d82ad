"""Akoma Ntoso XML: numbers, headings and paragraphs in their order, notes at the end.

What was written here (``documents.akn.act``) is read as the tree it was made from.
"""

from __future__ import annotations

from lxml import etree

from law.act import act_text
from law.readers.akn_act import own_act
from law.readers.blocks import Blocks
from law.reading.decoding import NotText

# Elements of running text inside a paragraph; every other one begins a line of its own.
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "affectedDocument",
        "b",
        "concept",
        "date",
        "def",
        "docAuthority",
        "docDate",
        "docNumber",
        "docProponent",
        "docPurpose",
        "docStage",
        "docStatus",
        "docTitle",
        "docType",
        "entity",
        "event",
        "i",
        "inline",
        "ins",
        "legislature",
        "location",
        "mref",
        "num",
        "object",
        "omissis",
        "organization",
        "party",
        "person",
        "process",
        "quantity",
        "ref",
        "remark",
        "role",
        "rref",
        "session",
        "shortTitle",
        "signature",
        "span",
        "subFlow",
        "sub",
        "sup",
        "term",
        "time",
        "u",
        "eol",
        "eop",
        "placeholder",
        "noteRef",
    ]
)
_SKIPPED = frozenset(["meta", "del"])
_BESIDES = frozenset(["statement"])  # of principle and reasons: travels with a bill
_SECTIONS = frozenset(["section", "article", "clause"])
_LABELLED = _SECTIONS | {"paragraph", "point", "indent", "item", "subparagraph"}


def akn_text(document: str) -> str:
    """The text of an act in Akoma Ntoso.

    :raises NotText: where the file is no well-formed XML, or declares a document type: entities are only to hide text.
    """
    if "<!DOCTYPE" in document.upper():
        raise NotText("The file declares a document type with entities, as no Akoma Ntoso needs.", "doctype")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(_undeclared(document).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise NotText("The file begins like Akoma Ntoso, but is no well-formed XML.", "xml") from None
    act = own_act(root)
    if act is not None:
        return act_text(act)
    blocks = Blocks()
    _walk(root, blocks)
    return blocks.text()


def _undeclared(document: str) -> str:
    """The declaration may name the encoding of the file, which is decoded already: without it."""
    document = document.lstrip("\ufeff \t\r\n")
    return document.partition("?>")[2] if document.startswith("<?xml") else document


def _walk(node: etree._Element, blocks: Blocks) -> None:
    if not isinstance(node.tag, str):
        return
    name = etree.QName(node).localname
    if name in _SKIPPED or node.get("name") in _BESIDES:
        return
    if name == "authorialNote":
        blocks.note("".join(str(text) for text in node.itertext()))
        return
    if name not in _INLINE and not _follows_number(node):
        blocks.end()
    if name in _SECTIONS:
        blocks.end()
    blocks.add(node.text or "")
    for child in node:
        _walk(child, blocks)
        blocks.add(child.tail or "")
    if name == "num":
        blocks.add("  ")
    elif name not in _INLINE:
        blocks.end()


def _follows_number(node: etree._Element) -> bool:
    """Whether the number of a section or item stands right before, on whose line these words go on."""
    while node is not None:
        before = node.getprevious()
        if before is not None:
            return isinstance(before.tag, str) and etree.QName(before).localname == "num" and _is_labelled(before)
        parent = node.getparent()
        if parent is None or (parent.text or "").strip():
            return False
        node = parent
    return False


def _is_labelled(number: etree._Element) -> bool:
    """Whether a number stands on the line of its text: a section's or an item's, not a chapter's."""
    parent = number.getparent()
    return parent is not None and etree.QName(parent).localname in _LABELLED
