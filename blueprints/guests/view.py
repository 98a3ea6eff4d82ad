"""The proposal as a guest's page shows it: what changes, and what the guest said about it."""

from __future__ import annotations

from dataclasses import dataclass

from blueprints.proposals.comparing import counts
from blueprints.proposals.reading import touched_units
from blueprints.proposals.said import Beside, beside
from extensions import db
from law.compare import SectionDiff
from services.drafting import comparisons
from services.people import guests
from services.people.guests import Matter
from services.reviewing.placing import place_threads


@dataclass(frozen=True, slots=True)
class Shown:
    """The act against the last draft, always: a guest chooses no other two texts."""

    sections: tuple[SectionDiff, ...]
    counts: dict[str, int]
    beside: Beside


def view_of(matter: Matter) -> Shown | None:
    """None where the guest may not read the text now; then only ``threads`` of the page."""
    threads = guests.threads_of(db.session, matter=matter)
    if matter.draft is None:
        return Shown(
            (),
            {},
            Beside(
                {}, place_threads(threads, comparisons.version(db.session, proposal=matter.proposal, number=0)), {}, {}
            ),
        )
    compared = comparisons.compare(db.session, proposal=matter.proposal, old=0, new=matter.draft.number)
    sections = compared.comparison.sections
    lines = [row.new_address for section in sections for row in section.rows if row.new_address]
    placed = place_threads(threads, compared.new)
    return Shown(sections, counts(sections), beside(placed, [section.address for section in sections], lines))


def units_of(matter: Matter) -> list[tuple[str, str, str]]:
    """(address, heading, text) of the touched units; none where there is nothing to read."""
    return touched_units(matter.draft) if matter.draft else []
