"""The lines of the principle (หลักการ): one for every change, with the unit in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from law import numerals
from law.amending.terms import Action, Clause, Target

_VERBS = {Action.REPLACE: "แก้ไขเพิ่มเติม", Action.INSERT: "เพิ่ม", Action.REPEAL: "ยกเลิก", Action.CHANGE_WORDS: "แก้ไขถ้อยคำ"}
_BRACKET = re.compile(r"\((?:แก้ไขเพิ่มเติม|เพิ่ม|ยกเลิก|แก้ไขถ้อยคำ)(?:[^()]|\([^()]*\))*\)")


def principle_line(clause: Clause) -> str:
    """``(แก้ไขเพิ่มเติมมาตรา ๔ (๒))`` with the words before it: ``แก้ไขเพิ่มเติมบทบัญญัติ …``."""
    return f"{_VERBS[clause.action]}{_about(clause)} ({_VERBS[clause.action]}{_unit(clause)})"


def principle_lines(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """The numbered lines of the principle, in the order of the bill."""
    lines = [principle_line(clause) for clause in clauses]
    if len(lines) == 1:
        return tuple(lines)
    return tuple(f"({numerals.thai(number)}) {line}" for number, line in enumerate(lines, start=1))


def disagreements(clauses: Sequence[Clause], statement: str) -> list[str]:
    """Where a drafter's statement of principle and the bill disagree: the bracketed references of either alone."""
    squeezed = {re.sub(r"\s+", " ", found.group()) for found in _BRACKET.finditer(numerals.thai(statement))}
    wanted = {f"({_VERBS[clause.action]}{_unit(clause)})" for clause in clauses}
    absent = [f"The statement of principle does not mention {one}." for one in sorted(wanted - squeezed)]
    foreign = [f"The statement of principle has {one}, which is not in the bill." for one in sorted(squeezed - wanted)]
    return absent + foreign


def _about(clause: Clause) -> str:
    if clause.target is Target.DEFINITION:
        return "บทนิยาม"
    return {Target.DIVISION: "หมวด", Target.HEADING: "ชื่อหมวด"}.get(clause.target, "บทบัญญัติ")


def _unit(clause: Clause) -> str:
    return clause.cited
