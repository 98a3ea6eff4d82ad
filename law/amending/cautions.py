"""What a drafter should look at though the bill stands: unknown amenders, citations that go wrong."""

from __future__ import annotations

from collections.abc import Sequence

from law.act import Act
from law.amending import citation
from law.amending.amenders import Amenders
from law.amending.terms import Action, Caution, Change, Target
from law.references import Break, Broken, Reference, broken


def disturbed_citations(old: Act, new: Act, changes: list[Change]) -> tuple[Broken, ...]:
    """Citations that the changes break; looked for only where a change can."""
    harmful = any(change.moves or change.action is Action.REPEAL for change in changes)
    return broken(old, new) if harmful else ()


def cautions_on(change: Change, amenders: Amenders, disturbed: Sequence[Broken]) -> list[Caution]:
    """All cautions on one change; ``disturbed``: what ``disturbed_citations`` found for the whole bill."""
    cautions: list[Caution] = []
    unit = change.within_address if change.action is Action.INSERT else change.address
    if amenders.latest(change) is None:
        sentence = (
            f"{unit} ({_cited_unit(change)}): its latest amender is not known, so no ซึ่งแก้ไขเพิ่มเติมโดย… was written; "
            "name the amending act or say that it was never amended."
        )
        cautions.append(Caution(Caution.AMENDER_UNKNOWN, unit, sentence))
    if change.moves:
        cautions.append(_moving(change, unit, disturbed))
    if change.action is Action.REPEAL:
        cautions += _still_cited(change, disturbed)
    return cautions


def _still_cited(change: Change, disturbed: Sequence[Broken]) -> list[Caution]:
    """What is repealed and goes on being cited."""
    unit = change.address
    gone = [one for one in disturbed if one.why is not Break.MOVED]
    cites = [one.reference for one in gone if one.cited == unit or one.cited.startswith(f"{unit}.")]
    if not cites:
        return []
    sentence = f"{unit} ({_cited_unit(change)}) is repealed but goes on being cited: {_named(cites)}."
    return [Caution(Caution.REPEALED_CITED, unit, sentence, tuple(cite.source for cite in cites))]


def _moving(change: Change, section: str, disturbed: Sequence[Broken]) -> Caution:
    """Later paragraphs go down by one, and what cites them now cites another one."""
    moved = [one for one in disturbed if one.why is Break.MOVED]
    cites = [one.reference for one in moved if one.cited.startswith(f"{section}.p")]
    named = _named(cites) or "no citation of them was found in the Act"
    sentence = (
        f"{change.address}: the inserted paragraph moves the later paragraphs of {section}; what cites them must be "
        f"mended: {named}."
    )
    return Caution(Caution.PARAGRAPHS_MOVE, change.address, sentence, tuple(cite.source for cite in cites))


def _named(cites: Sequence[Reference]) -> str:
    return "; ".join(f"“{cite.text}” in {cite.source}" for cite in cites)


def _cited_unit(change: Change) -> str:
    if change.target is Target.DEFINITION:
        return f"บทนิยามคำว่า “{change.own}” {change.within}"
    return citation.phrase(change.own, change.within)
