"""The proof of a bill: read back by ``law.instruct`` and applied to the old edition, it gives the new one exactly."""

from __future__ import annotations

import re
from itertools import zip_longest

from law.act import REPEALED, Act, Division, Section
from law.amending.ranges import as_clauses_see
from law.amending.schedules import schedule_lines

_NUMBERED_MARK = re.compile(r"วรรค\S+ \(ยกเลิก\)$")


def prove(old: Act, new: Act, bill_text: str) -> tuple[str, ...]:
    """Where the bill's text, applied to ``old``, does not give ``new``: one sentence each; empty when proven."""
    from law.instruct import CannotApply, apply_bill

    try:
        applied = apply_bill(old, bill_text)
    except CannotApply as refusal:
        return tuple(f"The bill could not be proven: {problem}" for problem in refusal.problems)
    new = as_clauses_see(old, new)
    if canonical_act(applied) == canonical_act(new):
        return ()
    return tuple(_differences(applied, new))


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


def _differences(applied: Act, new: Act) -> list[str]:
    for found, wanted in zip_longest(canonical_act(applied), canonical_act(new)):
        if found != wanted:
            address = (wanted or found or ("", ""))[0]
            return [f"The bill could not be proven: read back and applied it gives another text at {address}."]
    return []
