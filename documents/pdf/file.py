"""A PDF as Typst writes it: objects in order, one table of places. Read into objects, and written again."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?<=\n)(\d+) 0 obj\n(.*?)\nendobj\n", re.S)
_STREAM = re.compile(rb"<<(?P<head>.*?)>>\s*stream\r?\n(?P<body>.*)\r?\nendstream", re.S)
_LENGTH = re.compile(rb"/Length \d+")

Objects = dict[int, bytes]


def objects_of(pdf: bytes) -> Objects:
    """The bodies of its objects by their number."""
    return {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}


def reference(body: bytes, name: str) -> int | None:
    """The number of the object that an entry of a dictionary leads to."""
    found = re.search(rb"/%b(?: |\[)(\d+) 0 R" % name.encode(), body)
    return int(found[1]) if found else None


def stream(body: bytes) -> bytes:
    """What a stream holds. :raises ValueError: where the object is none."""
    found = _STREAM.fullmatch(body)
    if found is None:
        raise ValueError("not a stream")
    return zlib.decompress(found["body"]) if b"/FlateDecode" in found["head"] else found["body"]


def with_stream(body: bytes, held: bytes) -> bytes:
    """The object with another content."""
    found = _STREAM.fullmatch(body)
    assert found is not None
    written = zlib.compress(held, 6) if b"/FlateDecode" in found["head"] else held
    head = _LENGTH.sub(b"/Length %d" % len(written), found["head"])
    return b"<<" + head + b">>\nstream\n" + written + b"\nendstream"


def written(pdf: bytes, objects: Objects) -> bytes:
    """The file with other objects, and the places where they stand now."""
    made = bytearray(pdf[: pdf.index(b"1 0 obj\n")])
    places = [0] * (max(objects) + 1)
    for number, body in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n%b\nendobj\n\n" % (number, body)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f\r\n" % len(places)
    made += b"".join(b"%010d 00000 n\r\n" % place for place in places[1:])
    trailer = pdf[pdf.rindex(b"trailer\n") : pdf.rindex(b"startxref\n")]
    return bytes(made + trailer + b"startxref\n%d\n%%%%EOF" % table)
