"""Files that hold an act in another form than plain text -> the text that ``law.parse.read_act`` reads.

Word documents (``.docx``), saved web pages, Akoma Ntoso XML; everything else is decoded as text. Every paragraph comes
out as one line, footnotes as ``[๑] …`` at the end, as the Council of State's site has them.
"""

from __future__ import annotations

import re

from law.reading.decoding import NotText, decode

__all__ = ["NotText", "text_of"]

_ZIP = b"PK\x03\x04"
# Every comment ends at its first ``-->``: with a choice there, a file of comments would take for ever.
_PROLOGUE = r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
_XML = re.compile(_PROLOGUE + r"(?:<!doctype\s+(?:\w+:)?akomaNtoso\b|<(?:\w+:)?akomaNtoso\b)", re.DOTALL | re.I)
_HTML = re.compile(
    _PROLOGUE + r"<(?:!doctype\s+html|html|head|body|div|p|table|meta)\b",
    re.DOTALL | re.I,
)

# Files of programs that hold text, but in a form that is not read: what to do instead is said.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "The file is of the old Word form (.doc): save it as .docx.", "old_word"),
    (b"%PDF-", "The file is a PDF: copy its text, or open the Word document that it was made from.", "pdf"),
    (b"{\\rtf", "The file is rich text (.rtf): save it as .docx or as plain text.", "rtf"),
)


def text_of(raw: bytes) -> str:
    """The text of an act in a file, whatever the file is; told by its content, not by its name.

    :raises NotText: where the file holds no text that can be read; the message is one sentence.
    """
    for start, sentence, code in _OTHERS:
        if raw.startswith(start):
            raise NotText(sentence, code)
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
