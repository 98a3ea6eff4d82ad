"""The parts of a Word file put together; the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, time
from xml.sax.saxutils import escape, quoteattr

from documents.model import Document
from documents.printable import xml_text
from documents.word.origin import PROPERTIES, RUNNING
from documents.word.sheet import IMAGE

_TIME = (1980, 1, 1, 0, 0, 0)  # of every part
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that people name themselves
CODE = "word/media/code.png"
# By the name of a part of the document: its relation, by which the document finds it.
_RELATIONS = {
    "styles": "rIdStyles",
    "settings": "rIdSettings",
    "fontTable": "rIdFonts",
    "header": "rIdHeader",
    "footer": "rIdFooter",
    "footnotes": "rIdFootnotes",
    "comments": "rIdComments",
}
_OF_PACKAGE = {
    "word/document.xml": (f"{_OFFICE}/relationships/officeDocument", f"{_WORD}.document.main+xml"),
    "docProps/core.xml": (
        f"{_OPC}/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    "docProps/app.xml": (
        f"{_OFFICE}/relationships/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
    PROPERTIES: (
        f"{_OFFICE}/relationships/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}


def packed(document: Document, body: bytes, parts: Mapping[str, bytes], code: bytes = b"") -> bytes:
    """The file. ``parts``: those beside the body, as ``styles``; ``code``: the picture in the foot."""
    files = {"word/document.xml": body, "docProps/core.xml": _core(document), "docProps/app.xml": _app()}
    files |= {PROPERTIES: _custom((*document.origin, (RUNNING, document.running)))} if document.origin else {}
    named = {f"word/{name}.xml": part for name, part in parts.items()}
    relations = [(_RELATIONS[name], f"{_OFFICE}/relationships/{name}", f"{name}.xml") for name in parts]
    links = {"word/_rels/document.xml.rels": _relations(relations)}
    if code:
        links["word/_rels/footer.xml.rels"] = _relations([(IMAGE, f"{_OFFICE}/relationships/image", "media/code.png")])
        links[CODE] = code
    package = [(f"rId{place}", _OF_PACKAGE[name][0], name) for place, name in enumerate(files, start=1)]
    types = {name: _OF_PACKAGE[name][1] for name in files} | {
        f"word/{name}.xml": f"{_WORD}.{name}+xml" for name in parts
    }
    head = {"[Content_Types].xml": _types(types), "_rels/.rels": _relations(package)}
    return _zipped(head | files | named | links)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            part = zipfile.ZipInfo(name, _TIME)
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            made.writestr(part, content)
    return held.getvalue()


def _types(types: Mapping[str, str]) -> bytes:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults["png"] = "image/png"
    entries = [f'<Default Extension="{name}" ContentType="{media}"/>' for name, media in defaults.items()]
    entries += [f'<Override PartName="/{name}" ContentType="{media}"/>' for name, media in types.items()]
    return f'{_HEAD}<Types xmlns="{_OPC}/content-types">{"".join(entries)}</Types>'.encode()


def _relations(relations: list[tuple[str, str, str]]) -> bytes:
    entries = (f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in relations)
    return f'{_HEAD}<Relationships xmlns="{_OPC}/relationships">{"".join(entries)}</Relationships>'.encode()


def _core(document: Document) -> bytes:
    """What the file is called, in which language, and when it was made."""
    made = datetime.combine(document.made, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dublin, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    words = {"title": document.title, "creator": document.author[:250], "language": document.language}
    entries = "".join(f"<dc:{name}>{escape(xml_text(text))}</dc:{name}>" for name, text in words.items())
    days = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{made}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties" xmlns:dc="{dublin}" '
        f'xmlns:dcterms="{terms}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{entries}{days}'
        "</cp:coreProperties>"
    ).encode()


def _app() -> bytes:
    made = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Rangkae</Application></Properties>'
    return f"{_HEAD}{made}".encode()


def _custom(properties: tuple[tuple[str, str], ...]) -> bytes:
    entries = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties, start=2)
    )
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{entries}'
        "</Properties>"
    ).encode()
