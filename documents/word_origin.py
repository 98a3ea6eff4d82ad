"""What a Word file of ours says of itself, so that it can come back: bookmarks name units, properties the draft."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from xml.sax.saxutils import escape

from law.act import Act, Section, Unit
from law.eid import eid

_MOST = 40  # characters of the name of a bookmark in Word
# What is in an act and no section; the reasons stand in the paper of changes.
PARTS = ("title", "preamble", "closing", "code.title", "code.closing", "schedule", "remarks", "tail", "reasons")
PROPERTIES = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that people name themselves


@dataclass(frozen=True, slots=True)
class Origin:
    """The text a file was made of. ``kind``: of the document, as ``changes``; ``content_hash``: of the draft."""

    proposal: int
    draft: int
    content_hash: str
    kind: str

    @property
    def properties(self) -> tuple[tuple[str, str], ...]:
        """As custom properties of the file."""
        facts = {"Proposal": self.proposal, "Draft": self.draft, "Hash": self.content_hash, "Kind": self.kind}
        return tuple((f"Rangkae{name}", str(value)) for name, value in facts.items())


def read_origin(properties: dict[str, str]) -> Origin | None:
    """The origin in custom properties; None where they are not ours, or not whole."""
    proposal, draft, hashed, kind = (
        properties.get(f"Rangkae{name}", "") for name in ("Proposal", "Draft", "Hash", "Kind")
    )
    if not (re.fullmatch("[0-9]{1,9}", proposal) and re.fullmatch("[0-9]{1,6}", draft)):
        return None
    return Origin(int(proposal), int(draft), hashed, kind)


def bookmark(address: str) -> str:
    """The bookmark at the beginning of a section, division or other part: ``s6/1`` -> ``rk_sec_6S1``."""
    plain = eid(address) if address not in PARTS else address.replace(".", "P")
    name = "rk_" + re.sub("[^a-z0-9_]", lambda sign: {"-": "S", "~": "D"}.get(sign[0], f"X{ord(sign[0]):x}"), plain)
    return name if len(name) <= _MOST else f"{name[:28]}{sha256(address.encode()).hexdigest()[:12]}"


def bookmarks(act: Act) -> dict[str, str]:
    """Every address that a bookmark can name, by the bookmark."""
    units = (address for address, place in act.places().items() if not isinstance(place.node, Unit))
    return {bookmark(address): address for address in (*PARTS, *units)}


def is_section(act: Act, address: str) -> bool:
    """Whether an address is that of a section of the act."""
    return isinstance(act.get(address), Section)


def with_properties(file: bytes, properties: tuple[tuple[str, str], ...]) -> bytes:
    """The Word file with custom properties, which python-docx does not write."""
    if not properties:
        return file
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, _declared(part.filename, old.read(part)))
        added = zipfile.ZipInfo(PROPERTIES, old.infolist()[0].date_time)
        added.compress_type, added.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
        new.writestr(added, _written(properties))
    return held.getvalue()


def _declared(name: str, content: bytes) -> bytes:
    if name == "[Content_Types].xml":
        entry = f'<Override PartName="/{PROPERTIES}" ContentType="{_TYPE}"/></Types>'
        return content.replace(b"</Types>", entry.encode())
    if name == "_rels/.rels":
        entry = f'<Relationship Id="rIdOrigin" Type="{_RELATION}" Target="{PROPERTIES}"/></Relationships>'
        return content.replace(b"</Relationships>", entry.encode())
    return content


def _written(properties: tuple[tuple[str, str], ...]) -> str:
    entries = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties, start=2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{entries}</Properties>'
    )
