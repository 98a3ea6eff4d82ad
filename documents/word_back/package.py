"""A Word file from outside, opened with care: bounded, without macros, entities, or anything that leads out of it."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib

from lxml import etree

from documents.word.origin import PROPERTIES
from documents.word_back.numbers import W

_MOST_PARTS = 2_000
_MOST_BYTES = 30_000_000  # of one part, unpacked
_MOST_RATIO = 200  # unpacked to packed; text in XML reaches about 40
_DOCUMENT = "word/document.xml"
_OFFICE = "/officeDocument"  # the relation that names the document, which need not have the name above
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the beginning of an old .doc, and of anything with a password
# Word also writes "strict" files: the same elements under other names.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_HYPERLINK = "/hyperlink"  # leads out only when a person follows it
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError,
    KeyError, RuntimeError, NotImplementedError, EOFError, OSError, ValueError,
)  # fmt: skip


class NotWord(Exception):
    """The file is not read. ``code``: as ``services.word.importing.WhyNot`` has them, from PACKAGE to DOCTYPE."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WordPackage:
    """The parts of a file that are read. :raises NotWord:"""

    def __init__(self, raw: bytes) -> None:
        if raw.startswith(_OLE):
            raise NotWord("locked")
        try:
            self._file = zipfile.ZipFile(io.BytesIO(raw))
        except _UNREADABLE:
            raise NotWord("package") from None
        self._names = {part.filename for part in self._file.infolist()}
        self._check_parts()
        self._check_relations()
        self._main = self._find_main()
        self.document = self._read(self._main)

    def part(self, name: str) -> etree._Element | None:
        """One part besides the document; None where the file has none."""
        return self._read(name) if name in self._names else None

    def parts(self, kind: str) -> list[etree._Element]:
        """The parts of a kind (``comments``, ``header``) that belong to the document, whatever their names are."""
        folder = self._main.rpartition("/")[0]
        related = self._related(f"{folder}/_rels/{self._main.rpartition('/')[2]}.rels", f"/{kind}", folder)
        usual = [name for name in (f"word/{kind}.xml",) if name in self._names]
        return [self._read(name) for name in dict.fromkeys(related or usual)]

    def first(self, kind: str) -> etree._Element | None:
        """The part of a kind of which a document has one."""
        return next(iter(self.parts(kind)), None)

    def _related(self, relations: str, kind: str, folder: str) -> list[str]:
        """The names of the parts that a part refers to as one kind; ``folder``: where that part lies."""
        root = self.part(relations)
        found = root.iter("{*}Relationship") if root is not None else ()
        targets = [one.get("Target", "") for one in found if one.get("Type", "").endswith(kind)]
        names = [posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for target in targets]
        return [name for name in names if name in self._names]

    def _find_main(self) -> str:
        """The name of the part that is the document."""
        found = self._related("_rels/.rels", _OFFICE, "")
        if not found and _DOCUMENT not in self._names:
            raise NotWord("odt" if "content.xml" in self._names else "package")
        return found[0] if found else _DOCUMENT

    @property
    def properties(self) -> dict[str, str]:
        """The custom properties, by name."""
        found = self.part(PROPERTIES)
        entries = [] if found is None else list(found)
        return {one.get("name", ""): "".join(str(text) for text in one.itertext()) for one in entries}

    def _check_parts(self) -> None:
        parts = self._file.infolist()
        told = sum(part.file_size for part in parts)
        packed = sum(part.compress_size for part in parts) or 1
        if len(parts) > _MOST_PARTS or told > 4 * _MOST_BYTES or (told > _MOST_BYTES and told / packed > _MOST_RATIO):
            raise NotWord("too_large")
        if any("vbaproject" in name.lower() or "activex" in name.lower() for name in self._names):
            raise NotWord("macros")

    def _check_relations(self) -> None:
        types = self.part("[Content_Types].xml")
        if types is not None and "macroEnabled" in str(etree.tostring(types)):
            raise NotWord("macros")
        for name in sorted(self._names):
            if name.endswith(".rels"):
                self._check_relation(self._read(name))

    @staticmethod
    def _check_relation(relations: etree._Element) -> None:
        for relation in relations.iter("{*}Relationship"):
            leads_out = relation.get("TargetMode", "").lower() == "external"
            if leads_out and not relation.get("Type", "").endswith(_HYPERLINK):
                raise NotWord("external")

    def _read(self, name: str) -> etree._Element:
        """Read no further than the bound: what the package says about its own size may be a lie."""
        try:
            with self._file.open(name) as part:
                content = part.read(_MOST_BYTES + 1)
            if len(content) > _MOST_BYTES:
                raise NotWord("too_large")
            for strict, usual in _STRICT if b"purl.oclc.org" in content[:10_000] else ():
                content = content.replace(strict, usual)
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            root = etree.fromstring(content, parser)
        except _UNREADABLE:
            raise NotWord("package") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise NotWord("doctype")
        return root
