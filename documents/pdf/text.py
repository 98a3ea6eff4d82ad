"""The letters behind the glyphs of a PDF, in place of the stand-ins that it was set with.

Every glyph shows one sign, so its map of letters (``/ToUnicode``) tells the whole text, and the spans that repeat a
text beside it (``/ActualText``; PDF 1.7, 14.9.4) say nothing more: Typst writes them where a line may end.
"""

from __future__ import annotations

import re

from documents.pdf.file import objects_of, stream, with_stream, written
from documents.pdf.standing_in import only_stand_ins, told

_STRING = re.compile(rb"<FEFF((?:[0-9A-F]{4})+)>")
_MAPPED = re.compile(rb"(?<=> )<([0-9A-F]+)>$", re.M)
_SPAN = re.compile(rb"/Span<</ActualText<FEFF((?:[0-9A-F]{4})+)>>>BDC")


def with_letters(pdf: bytes) -> bytes:
    """The file of a document that was set in stand-ins."""
    objects = objects_of(pdf)
    for number, body in objects.items():
        if body.endswith(b"endstream"):
            if b"/Subtype" not in body[:200] and b"/Length1" not in body[:200]:
                objects[number] = _stream_told(body)
        else:
            objects[number] = _STRING.sub(lambda found: b"<FEFF%b>" % _told(found[1]), body)
    return written(pdf, objects)


def _stream_told(body: bytes) -> bytes:
    """A map of letters or the page; anything else as it is."""
    held = stream(body)
    if b"beginbfchar" in held:
        return with_stream(body, _MAPPED.sub(lambda found: b"<%b>" % _told(found[1]), held))
    if b"ActualText" in held:
        return with_stream(body, _SPAN.sub(_span_told, held))
    return body


def _span_told(found: re.Match[bytes]) -> bytes:
    text = _text(found[1])
    return b"/Span BMC" if only_stand_ins(text) else b"/Span<</ActualText<FEFF%b>>>BDC" % _told(found[1])


def _told(written_as: bytes) -> bytes:
    return told(_text(written_as)).encode("utf-16-be").hex().upper().encode()


def _text(written_as: bytes) -> str:
    return bytes.fromhex(written_as.decode()).decode("utf-16-be", "replace")
