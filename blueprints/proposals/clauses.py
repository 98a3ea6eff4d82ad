"""In the editor: the clause of the bill that each edit becomes, and how much of the section the bill re-states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request, url_for

from blueprints.proposals.bill_words import GRAINS, caution_sentence, problem_sentence
from blueprints.proposals.heads import Head
from law.act import Act, Section
from law.amend import Caution, Clause, Grain
from law.editing.edit import Edit
from services.acts import editions
from services.drafting.previews import section_address
from services.drafting.rewording import change_everywhere
from services.legislating import bills
from services.legislating.bills import WrittenBill
from services.legislating.frames import BillFrame, with_grain

# At the unit: the question has its link, and citations that break are listed with the marks.
_SAID_ELSEWHERE = (Caution.AMENDER_UNKNOWN, Caution.REPEALED_CITED)


@dataclass(frozen=True, slots=True)
class UnitClauses:
    """What the bill says of one touched unit. ``why_not``: why it says nothing; ``cautions``: what to look at.

    ``decide``: where the drafter says who amended the unit last; empty where that is known or answered.
    """

    clauses: tuple[Clause, ...]
    why_not: tuple[str, ...]
    cautions: tuple[str, ...]
    decide: str = ""


def unit_clauses(head: Head, edits: Sequence[Edit], frame: BillFrame) -> dict[str, UnitClauses]:
    """By the address of the touched unit."""
    edition = head.proposal.edition
    written = bills.bill_of_edits(editions.tree(edition), edition.content_hash, edits, frame)
    decide = url_for("proposals.bill", proposal_id=head.proposal.id, draft=0, _anchor="frame")
    return {edit.address: _of_unit(written, edit.address, decide) for edit in edits}


def _of_unit(written: WrittenBill, address: str, decide: str) -> UnitClauses:
    clauses = written.by_section.get(address, ())
    problems = [one for one in written.problems if one.address and section_address(one.address) == address]
    warnings = [one for clause in clauses for one in clause.warnings if section_address(one.address) == address]
    cautions = [caution_sentence(one) for one in warnings if one.code not in _SAID_ELSEWHERE]
    is_asked = any(one.code == Caution.AMENDER_UNKNOWN for one in warnings)
    sentences = tuple(map(problem_sentence, problems)), tuple(dict.fromkeys(cautions))
    return UnitClauses(clauses, *sentences, decide if is_asked else "")


def grain_choices(act: Act, address: str) -> dict[str, str]:
    """How much of a section can be re-stated, by code; empty where there is nothing to choose."""
    section = act.get(address)
    if not isinstance(section, Section) or section.is_repealed or len(section.text.splitlines()) < 2:
        return {}
    has_items = any(unit.items for unit in section.units)
    left_out = set() if has_items and len(section.units) > 1 else {Grain.PARAGRAPH.value}
    return {code: str(label) for code, label in GRAINS.items() if code not in left_out}


def typed_frame(head: Head, edits: Sequence[Edit]) -> BillFrame | None:
    """The stored frame with the grains chosen in the editor; none where the form has no such choice."""
    wished = {
        edit.address: request.form[f"grain-{edit.address}"]
        for edit in edits
        if request.form.get(f"grain-{edit.address}") in GRAINS
    }
    if not wished:
        return None
    return with_grain(_stored(head), ((address, Grain(code) if code else None) for address, code in wished.items()))


def typed_words(head: Head, edits: Sequence[Edit], frame: BillFrame | None) -> tuple[tuple[Edit, ...], BillFrame]:
    """The edits and the frame with the typed words changed throughout the act. :raises Refused: WORDS_MISSING."""
    base = editions.tree(head.proposal.edition)
    old, new = request.form.get("words-old", ""), request.form.get("words-new", "")
    return change_everywhere(base, edits, frame or _stored(head), old, new)


def _stored(head: Head) -> BillFrame:
    return head.working.frame
