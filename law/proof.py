"""The proof of a bill: read back by ``law.instruct`` and applied to the old edition, it gives the new one exactly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest

from law.act import REPEALED, Act, Division, Section
from law.amending.amenders import read_amenders
from law.amending.ranges import as_clauses_see
from law.amending.schedules import schedule_lines
from law.instruct import Action, CannotApply, apply_bill, read_bill
from law.instructions.bill import split_bill

_NUMBERED_MARK = re.compile(r"วรรค\S+ \(ยกเลิก\)$")


def prove(old: Act, new: Act, bill_text: str, amenders: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Where the bill's text, applied to ``old``, does not give ``new``: one sentence each; empty when proven.

    ``amenders``: what the drafter said of the latest amenders, as ``Frame.amenders``; a bill that names another law
    than these and those of the Act's notes is wrong too, where the Act has notes.
    """
    try:
        applied = apply_bill(old, bill_text)
    except CannotApply as refusal:
        return tuple(f"The bill could not be proven: {problem}" for problem in refusal.problems)
    new = as_clauses_see(old, new)
    if canonical_act(applied) == canonical_act(new):
        return (*_unnamed(old, bill_text), *_foreign_amenders(old, bill_text, amenders or {}))
    return tuple(_differences(applied, new))


def _unnamed(old: Act, bill_text: str) -> list[str]:
    """Amending sections that do not name the Act (or its code): a reader might take them for this bill's own."""
    titles = ["".join(title.split()) for title in (old.title, old.code.title if old.code else old.title)]
    words = {
        section.label: "".join(section.text.partition("\n")[0].split()) for section in split_bill(bill_text).sections
    }
    amending = dict.fromkeys(order.section for order in read_bill(bill_text) if order.action is not Action.NONE)
    return [
        f"The bill could not be proven: section {label} does not name the Act that it amends."
        for label in amending
        if not any(title in words.get(label, "") for title in titles)
    ]


def _foreign_amenders(old: Act, bill_text: str, given: Mapping[str, str]) -> list[str]:
    amenders = read_amenders(old, given)
    if not amenders.annotated and not given:
        return []
    titles = amenders.titles()
    return [
        f"The bill could not be proven: section {order.section} names an amending law that no note of the Act has: "
        f"{order.amender}."
        for order in read_bill(bill_text)
        if order.amender and "".join(order.amender.split()) not in titles
    ]


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
