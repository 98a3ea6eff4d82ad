"""Files that hold an act in another form than plain text -> the text that ``law.parse.read_act`` reads.

Word documents (``.docx``), saved web pages, Akoma Ntoso XML; everything else is decoded as text. Every paragraph comes
out as one line, footnotes as ``[๑] …`` at the end, as the Council of State's site has them.
"""

from __future__ import annotations

import re

from law.reading.decoding import NotText, decode

__all__ = ["NotText", "text_of"]

_ZIP = b"PK\x03\x04"
_PROLOGUE = r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
_XML = re.compile(_PROLOGUE + r"(?:<!doctype\s+(?:\w+:)?akomaNtoso\b|<(?:\w+:)?akomaNtoso\b)", re.DOTALL | re.I)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|table|meta)\b",
    re.DOTALL | re.I,
)


def text_of(raw: bytes) -> str:
    """The text of an act in a file, whatever the file is; told by its content, not by its name.

    :raises NotText: where the file holds no text that can be read; the message is one sentence.
    """
    if raw.startswith(_ZIP):
        from law.readers.docx import docx_text

        return docx_text(raw)
    text = decode(raw)
    head = text.lstrip("\ufeff")[:5_000]
    if _XML.match(head):
        from law.readers.akn import akn_text

        return akn_text(text)
    if _HTML.match(head):
        from law.readers.html import html_text

        return html_text(text)
    return text
