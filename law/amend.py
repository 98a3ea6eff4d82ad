"""Writes the amending bill: two editions of an act in, the bill in the forms of Thai legislative drafting out.

``write_bill`` only writes. Whether the bill is right is proven elsewhere, by ``law.instruct`` reading its text and
applying it to the old edition, which must give the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from law import numerals
from law.act import REPEALED, Act, Division
from law.amending import clauses as wording
from law.amending import frame as frames
from law.amending import principle
from law.amending.amenders import Amenders, read_amenders
from law.amending.cautions import cautions_on, disturbed_citations
from law.amending.changes import ActChanges
from law.amending.charge import charge_clause, in_charge
from law.amending.ranges import as_clauses_see
from law.amending.terms import (
    Action,
    Bill,
    CannotAmend,
    Caution,
    Change,
    Clause,
    Frame,
    Grain,
    Problem,
    Target,
    WordChange,
)
from law.amending.transitional import Prompt, transitional_prompts
from law.amending.words import WordClause, needed, plan_words
from law.commencement import Commencement
from law.references import Broken

after_days, on_date = frames.after_days, frames.on_date

__all__ = [
    "Action",
    "Bill",
    "CannotAmend",
    "Caution",
    "Clause",
    "Commencement",
    "Frame",
    "Grain",
    "Problem",
    "Prompt",
    "Target",
    "WordChange",
    "after_days",
    "disagreements",
    "on_date",
    "principle_lines",
    "transitional_prompts",
    "write_bill",
]


def write_bill(old: Act, new: Act, frame: Frame | None = None, *, check_citations: bool = True) -> Bill:
    """The bill that turns ``old`` into ``new``.

    ``check_citations``: warn of citations that a repeal or an inserted paragraph breaks; takes as long as the rest.

    :raises CannotAmend: naming every reason; nothing is half-written.
    """
    frame = frame or Frame()
    words, worded = plan_words(old, new, (WordChange(*change) for change in frame.words))
    new = as_clauses_see(worded, new)
    found = ActChanges(worded, new, frame.grain)
    found.find()
    if found.problems:
        raise CannotAmend(*found.problems)
    if not found.changes and not words:
        raise CannotAmend(Problem(CannotAmend.NOTHING, "", "There is nothing to amend: the two texts are the same."))
    words = tuple(needed(old, words, _restated(found.changes)))
    amenders = read_amenders(worded, frame.amenders)  # a defined term may be among the words
    disturbed = disturbed_citations(old, new, found.changes) if check_citations else ()
    clauses = _clauses(old, new, words, found.changes, amenders, disturbed)
    of_code = any(_is_code(old, change) for change in found.changes) or any(clause.in_code for clause in words)
    return _assemble(old, frame, clauses, amends_code=of_code)


def _restated(changes: Iterable[Change]) -> set[str]:
    """The sections that are replaced or repealed as a whole."""
    whole = [change for change in changes if change.target in (Target.SECTION, Target.DIVISION)]
    return {address for one in whole for address in (one.address, *(child for child, _ in one.children))}


def _is_code(act: Act, change: Change) -> bool:
    """Whether a change is one of the code that the act promulgates: the schedules behind it are its own."""
    return change.address.startswith("code.") or (act.code is not None and change.address.startswith("schedule"))


def principle_lines(bill: Bill) -> tuple[str, ...]:
    """The lines of the statement of principle (หลักการ): one for each amending section, in the order of the bill."""
    return bill.principle


def disagreements(bill: Bill, statement: str) -> list[str]:
    """Where a statement of principle as the drafter edited it does not agree with the bill; one sentence each."""
    return principle.disagreements(bill.clauses, statement)


def _clauses(
    old: Act,
    new: Act,
    words: Sequence[WordClause],
    changes: list[Change],
    amenders: Amenders,
    disturbed: Sequence[Broken],
) -> list[Clause]:
    def cited(change: Change) -> str:
        title = frames.cited_title(old, code=_is_code(old, change))
        amender = amenders.latest(change)
        return f"{title} ซึ่งแก้ไขเพิ่มเติมโดย{amender}" if amender else title

    # Before the amending sections stand the short title and the commencement.
    number = 2 if frames.bill_name(old, amends_code=False).names_itself else 1
    clauses: list[Clause] = []
    for words_clause in words:
        number += 1
        clauses.append(wording.write_words_clause(number, words_clause, old))
    for group in wording.group(changes, cited):
        number += 1
        cautions = tuple(caution for change in group for caution in cautions_on(change, amenders, disturbed))
        if group[0].target is Target.SCHEDULE:
            this = frames.bill_name(old, amends_code=False).this
            clauses.append(wording.write_schedule_clause(number, group[0], cited(group[0]), this, cautions))
            continue
        if group[0].target is Target.ENTRY:
            clauses.append(wording.write_entry_clause(number, group, cited(group[0]), cautions))
            continue
        subject = _subject(group[0], old, new)
        clauses.append(wording.write_clause(number, group, cited(group[0]), subject=subject, warnings=cautions))
    return clauses


def _subject(change: Change, old: Act, new: Act) -> str:
    """The name of the division that the changed section stands in."""
    place = (new if change.action is Action.INSERT else old).places().get(change.address)
    while place is not None and not isinstance(place.node, Division):
        place = (new if change.action is Action.INSERT else old).places().get(place.parent)
    title = place.node.title if place is not None and isinstance(place.node, Division) else ""
    return title if title != REPEALED else ""


def _assemble(old: Act, frame: Frame, clauses: list[Clause], *, amends_code: bool) -> Bill:
    name = frames.bill_name(old, amends_code=amends_code)
    title = frames.short_title(name, frame.number, frame.year)
    who, stated = (frame.charge, True) if frame.charge else in_charge(old)
    sections = [
        f"{name.this}{frames.commencement_words(frame.commencement)}",
        *(clause.text for clause in clauses),
        *frame.transitional,
    ]
    if name.names_itself:
        sections = [f"{name.this}เรียกว่า “{title}”", *sections, charge_clause(who, name.this)]
    word = "มาตรา" if name.is_statute else "ข้อ"
    blocks = [
        frames.title_block(name, frame.number, frame.year),
        frames.reasons_clause(old, name),
        *(f"{word} {numerals.thai(number)}  {text}" for number, text in enumerate(sections, start=1)),
        *frames.countersignature(name),
        *(line for clause in clauses for line in clause.attached),
    ]
    warnings = tuple(dict.fromkeys(caution for clause in clauses for caution in clause.warnings))
    if not stated and name.names_itself:
        warnings += (_charge_assumed(who),)
    return Bill(title, "\n\n".join(blocks) + "\n", tuple(clauses), warnings, principle.principle_lines(clauses))


def _charge_assumed(who: str) -> Caution:
    sentence = f"The Act has no section on who has charge of it; {who} was assumed: check the last section of the bill."
    return Caution(Caution.CHARGE_ASSUMED, "", sentence)
