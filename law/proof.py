"""The proof of a bill: read back by ``law.instruct`` and applied to the old edition, it gives the new one exactly.

And what was read is all there is: the frame that was decided, every clause in an exact form, the amending laws that the
Act's notes and the drafter name, no word left over. ``law.proving`` holds these parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from law.act import REPEALED, Act, Division, Section
from law.amending.ranges import as_clauses_see
from law.amending.schedules import schedule_lines
from law.amending.terms import Frame
from law.citing.citation import cite
from law.instruct import CannotApply, Refusal, Why, apply_orders, read_bill, read_sections
from law.instructions.bill import split_bill
from law.instructions.refusals import refusal
from law.proving.amenders import amender_failures
from law.proving.clauses import clause_failures
from law.proving.frame import amends_code, expected_name, frame_failures
from law.proving.principle import principle_failures

_NUMBERED_MARK = re.compile(r"วรรค\S+ \(ยกเลิก\)$")


def prove(old: Act, new: Act, bill_text: str, frame: Frame | None = None) -> tuple[Refusal, ...]:
    """Where the bill, applied to ``old``, does not give ``new``, or says else than ``frame``; empty when proven."""
    frame = frame or Frame()
    bill = split_bill(bill_text)
    orders = read_sections(bill)
    try:
        applied = apply_orders(old, bill, orders)
    except CannotApply as refused:
        return refused.refusals
    new = as_clauses_see(old, new)
    if canonical_act(applied) != canonical_act(new):
        return (_difference(applied, new),)
    name = expected_name(old, frame, amends_code=amends_code(old, orders))
    word = "มาตรา" if name.is_statute else "ข้อ"
    return (
        *frame_failures(old, new, bill, orders, frame),
        *clause_failures(old, applied, bill_text, bill, orders, word=word, this=name.this),
        *amender_failures(old, orders, frame.amenders),
    )


def prove_principle(lines: Sequence[str], bill_text: str) -> tuple[Refusal, ...]:
    """Where the lines of the principle are not those of the bill's clauses; empty where they agree."""
    return tuple(principle_failures(lines, read_bill(bill_text)))


def told(failure: Refusal) -> str:
    """A failure of the proof in plain English."""
    where = f"section {failure.section}: " if failure.section else ""
    return f"The bill could not be proven: {where}{failure}."


def canonical_act(act: Act) -> tuple[tuple[str, str], ...]:
    """Every division and section in order, by address: its heading and its canonical text; last, the schedules."""
    units: list[tuple[str, str]] = []
    for address, place in act.places().items():
        node = place.node
        if isinstance(node, Section):
            units.append((address, f"{node.heading}\n{_marks_alike(node.text)}"))
        elif isinstance(node, Division):
            units.append((address, f"{node.heading}\n{node.title}"))
    units.append(("schedule", "\n".join(schedule_lines(act))))
    return tuple(units)


def _marks_alike(text: str) -> str:
    """Old acts mark a repealed paragraph as ``วรรคสาม (ยกเลิก)``: the same as ``(ยกเลิก)`` in its place."""
    return "\n".join(_NUMBERED_MARK.sub(REPEALED, line) for line in text.splitlines())


def _difference(applied: Act, new: Act) -> Refusal:
    pairs = zip_longest(canonical_act(applied), canonical_act(new), fillvalue=("", ""))
    found, wanted = next((found, wanted) for found, wanted in pairs if found != wanted)
    address = wanted[0] or found[0]
    return refusal(Why.TEXT_DIFFERS, address=address, unit=cite(address) or address)
