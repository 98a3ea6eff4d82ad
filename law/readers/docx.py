"""Word documents: paragraphs and tables in their order, footnotes, tracked changes as if accepted."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from lxml import etree

from law.readers.blocks import Blocks
from law.reading.decoding import NotText

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_FOOTNOTES = "word/footnotes.xml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What stands in these was moved away, is said a second time for old programs, or is hidden.
_ELSEWHERE = frozenset([f"{_W}moveFrom", _FALLBACK])
_NOTE = f"{_W}footnoteReference"
_BREAKS = frozenset([f"{_W}br", f"{_W}cr"])
_SIGNS = {f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_WRITTEN = frozenset([f"{_W}t", _NOTE, *_BREAKS, *_SIGNS])
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError,
    KeyError, RuntimeError, NotImplementedError, EOFError, OSError, ValueError,
)  # fmt: skip
# A part that unpacks to more than this is no act (the largest has about six million bytes of text).
_MOST_BYTES = 40_000_000


def docx_text(raw: bytes) -> str:
    """The text of a ``.docx`` file. Insertions that are tracked count, deletions do not; nothing in it is run.

    Numbers that Word makes itself (automatic lists) are no text of the file and are not in it.

    :raises NotText: where the file is no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            body = _part(package, _DOCUMENT)
            notes = _part(package, _FOOTNOTES) if _FOOTNOTES in package.namelist() else None
    except NotText:
        raise
    except _UNREADABLE:
        raise NotText("The file is a package, but no Word document that can be read.", "package") from None
    blocks = Blocks()
    _Paragraphs(blocks, _footnotes(notes)).read(body)
    return blocks.text()


def _part(package: zipfile.ZipFile, name: str) -> etree._Element:
    # Read no further than the bound: what the package says about its own size may be a lie.
    with package.open(name) as part:
        content = part.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise NotText("The Word document is too large to be an act.", "too_large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


class _Paragraphs:
    """Passes once through a document. A paragraph inside another (a text box) comes before the one it hangs on."""

    def __init__(self, blocks: Blocks, footnotes: dict[str, str]) -> None:
        self._blocks = blocks
        self._footnotes = footnotes
        self._open: list[list[etree._Element]] = []

    def read(self, body: etree._Element) -> None:
        elsewhere = 0
        for event, node in etree.iterwalk(body, events=("start", "end")):
            if node.tag in _ELSEWHERE:
                elsewhere += 1 if event == "start" else -1
            elif not elsewhere:
                self._take(event, node)

    def _take(self, event: str, node: etree._Element) -> None:
        if node.tag == f"{_W}p":
            if event == "start":
                self._open.append([])
            else:
                self._close(self._open.pop())
        elif event == "start" and self._open and node.tag in _WRITTEN:
            self._open[-1].append(node)

    def _close(self, nodes: list[etree._Element]) -> None:
        for node in nodes:
            if node.tag == _NOTE:
                self._blocks.note(self._footnotes.get(node.get(f"{_W}id", ""), ""))
            elif node.tag in _BREAKS:
                self._blocks.end()
            elif not _is_hidden(node):
                self._blocks.add(_SIGNS.get(node.tag) or node.text or "")
        self._blocks.end(blank=True)


def _is_hidden(text: etree._Element) -> bool:
    run = text.getparent()
    vanish = run.find(f"{_W}rPr/{_W}vanish") if run is not None else None
    return vanish is not None and vanish.get(f"{_W}val") not in {"0", "false"}


def _footnotes(part: etree._Element | None) -> dict[str, str]:
    if part is None:
        return {}
    return {
        note.get(f"{_W}id", ""): "".join(text.text or "" for text in note.iter(f"{_W}t"))
        for note in part.iter(f"{_W}footnote")
    }
