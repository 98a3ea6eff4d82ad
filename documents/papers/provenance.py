"""Footnotes of the act as it would read: by which law each unit came, and what this proposal does to it."""

from __future__ import annotations

from collections.abc import Mapping

from documents.matter import Matter
from law import provenance
from law.act import Act
from law.compare import Comparison, SectionKind

Footnotes = Mapping[str, tuple[str, ...]]
_DONE: dict[SectionKind, str] = {
    "replaced": "แก้ไขเพิ่มเติม",
    "inserted": "เพิ่ม",
    "repealed": "ยกเลิก",
    "moved": "ย้าย",
    "heading": "แก้ไขชื่อ",
}

_BY_PROPOSAL = "ตามข้อเสนอนี้ "


def footnotes(old: Act, new: Act, comparison: Comparison, matter: Matter) -> Footnotes:
    """By address in the new act: the proposal's own work first, then what the editors of the act noted.

    Of units that the new act does not have: what they noted in the old one.
    """
    noted = provenance.provenance(new)
    gone = {address: facts for address, facts in provenance.provenance(old).items() if new.get(address) is None}
    found = {address: tuple(fact.text for fact in facts) for address, facts in (gone | noted).items()}
    for section in comparison.sections:
        if section.kind in _DONE:
            own = f"{_DONE[section.kind]}{_BY_PROPOSAL}{matter.new}"
            found[section.address] = (own, *found.get(section.address, ()))
    return found


def is_of_a_proposal(text: str) -> bool:
    """Whether a footnote says what a proposal does, as those above."""
    return any(text.startswith(f"{done}{_BY_PROPOSAL}") for done in _DONE.values())
