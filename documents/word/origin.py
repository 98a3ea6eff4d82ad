"""What a Word file of ours says of itself, so that it can come back: bookmarks name units, properties the draft."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from law.act import Act, Section, Unit
from law.tree.eid import eid

_MOST = 40  # characters of the name of a bookmark in Word
# What is in an act and no section; the reasons stand in the paper of changes.
PARTS = ("title", "preamble", "closing", "code.title", "code.closing", "schedule", "remarks", "tail", "reasons")
PROPERTIES = "docProps/custom.xml"
RUNNING = "RangkaeRunning"  # the property that tells the words at the head of every page


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
