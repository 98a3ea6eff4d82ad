"""Akoma Ntoso as XML: elements in its namespace, text that XML can hold, indented where white space says nothing."""

from __future__ import annotations

from typing import Any

from lxml import etree

from documents.printable import xml_text

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# Their text is what was written: no line end is put in.
_WRITTEN = frozenset(["p", "num", "heading", "docTitle", "remark", "mod"])


def root_element() -> etree._Element:
    """``akomaNtoso``, empty."""
    names: Any = {None: NAMESPACE}  # the stubs know no default namespace
    return etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap=names)


def add(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A new element at the end of another. A trailing ``_`` of an attribute's name is left out (``class_``)."""
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for attribute, value in attributes.items():
        element.set(attribute.rstrip("_"), xml_text(value))
    if text:
        write(element, text)
    return element


def write(element: etree._Element, text: str) -> None:
    """Put a text into an empty element; a line end in it is a ``br``."""
    first, *rest = xml_text(text).split("\n")
    element.text = first
    for line in rest:
        etree.SubElement(element, f"{{{NAMESPACE}}}br").tail = line


def serialised(root: etree._Element) -> bytes:
    """The file, in UTF-8; the same tree gives the same bytes."""
    _indent(root, "\n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(element: etree._Element, gap: str) -> None:
    if etree.QName(element).localname in _WRITTEN or not len(element):
        return
    inner = f"{gap} "
    element.text = inner
    for child in element:
        _indent(child, inner)
        child.tail = inner
    element[-1].tail = gap
