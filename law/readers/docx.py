"""Word documents: paragraphs and tables in their order, footnotes, tracked changes as if accepted."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from law.readers.blocks import Blocks
from law.reading.decoding import NotText

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_FOOTNOTES = "word/footnotes.xml"
# A part that unpacks to more than this is no act (the largest has about two million bytes of text).
_MOST_BYTES = 60_000_000


def docx_text(raw: bytes) -> str:
    """The text of a ``.docx`` file. Insertions that are tracked count, deletions do not.

    Numbers that Word makes itself (automatic lists) are no text of the file and are not in it.

    :raises NotText: where the file is no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            body = _part(package, _DOCUMENT)
            notes = _part(package, _FOOTNOTES) if _FOOTNOTES in package.namelist() else None
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, NotImplementedError):
        raise NotText("The file is a package, but no Word document that can be read.") from None
    blocks = Blocks()
    footnotes = _footnotes(notes)
    for paragraph in body.iter(f"{_W}p"):
        _paragraph(paragraph, blocks, footnotes)
        blocks.end(blank=True)
    return blocks.text()


def _part(package: zipfile.ZipFile, name: str) -> etree._Element:
    if package.getinfo(name).file_size > _MOST_BYTES:
        raise NotText("The Word document is too large to be an act.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(package.read(name), parser)


def _paragraph(paragraph: etree._Element, blocks: Blocks, footnotes: dict[str, str]) -> None:
    for node in paragraph.iter():
        if node is not paragraph and _owner(node) is not paragraph:
            continue
        if node.tag == f"{_W}t":
            blocks.add(node.text or "")
        elif node.tag in {f"{_W}tab", f"{_W}noBreakHyphen"}:
            blocks.add(" " if node.tag == f"{_W}tab" else "-")
        elif node.tag in {f"{_W}br", f"{_W}cr"}:
            blocks.end()
        elif node.tag == f"{_W}footnoteReference":
            blocks.note(footnotes.get(node.get(f"{_W}id", ""), ""))


def _owner(node: etree._Element) -> etree._Element | None:
    """The paragraph a node belongs to: of nested ones (text boxes) the inner."""
    return next(node.iterancestors(f"{_W}p"), None)


def _footnotes(part: etree._Element | None) -> dict[str, str]:
    if part is None:
        return {}
    return {
        note.get(f"{_W}id", ""): "".join(text.text or "" for text in note.iter(f"{_W}t"))
        for note in part.iter(f"{_W}footnote")
    }
