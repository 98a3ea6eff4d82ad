"""Elements of the XML in a Word file (ECMA-376, transitional); every name is written with its usual prefix."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lxml import etree

from documents.printable import xml_text

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_XML = "http://www.w3.org/XML/1998/namespace"


@cache
def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_XML if prefix == 'xml' else NAMESPACES[prefix]}}}{local}" if local else name


def element(name: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element. Attributes of ``w:`` elements are in that namespace, as its schema has it."""
    prefix = "w:" if name.startswith("w:") else ""
    made = etree.Element(
        _name(name), {_name(prefix + key): value for key, value in attributes.items()}, {"w": NAMESPACES["w"]}
    )
    made.extend(children)
    return made


def valued(name: str, value: str) -> etree._Element:
    """An element with nothing but a value."""
    return element(name, val=value)


def said(text: str, name: str = "w:t") -> etree._Element:
    """Words with all their spaces, as XML can hold them."""
    made = element(name)
    made.text = xml_text(text)
    made.set(_name("xml:space"), "preserve")
    return made


def parsed(markup: str, words: Mapping[str, str] | None = None) -> etree._Element:
    """An element written out. ``words``: what people wrote, for its attributes, by their value in the markup."""
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    held = etree.fromstring(f"<held {names}>{markup}</held>")
    made = held[0]
    for node in made.iter():
        for key, value in ((str(key), str(value)) for key, value in node.items()):
            if words and value in words:
                node.set(key, xml_text(words[value]))
    return made


def part(name: str, *children: etree._Element) -> bytes:
    """A part of the file with its root."""
    root = etree.Element(_name(name), nsmap=NAMESPACES)
    root.extend(children)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return written(root)


def written(root: etree._Element) -> bytes:
    """The bytes of a part."""
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
