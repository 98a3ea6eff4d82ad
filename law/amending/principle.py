"""The lines of the principle (หลักการ): one for every change, with the unit in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from law import numerals
from law.amending import citation
from law.amending.terms import Action, Clause, Target

_VERBS = {Action.REPLACE: "แก้ไขเพิ่มเติม", Action.INSERT: "เพิ่ม", Action.REPEAL: "ยกเลิก", Action.CHANGE_WORDS: "แก้ไขถ้อยคำ"}
_NAMED = (Target.DEFINITION, Target.DIVISION, Target.HEADING, Target.SCHEDULE, Target.ENTRY)
_BRACKET = re.compile(r"\((?:แก้ไขเพิ่มเติม|เพิ่ม|ยกเลิก|แก้ไขถ้อยคำ)(?:[^()]|\([^()]*\))*\)")


def principle_line(clause: Clause) -> str:
    """``แก้ไขเพิ่มเติมบทบัญญัติเกี่ยวกับ… (แก้ไขเพิ่มเติมมาตรา ๔ (๒))``."""
    return f"{_VERBS[clause.action]}{_matter(clause)} {reference(clause)}"


def reference(clause: Clause) -> str:
    """The bracket that ties a line of the principle to its clause: ``(เพิ่มมาตรา ๕/๑)``."""
    return f"({citation.glue(_VERBS[clause.action], clause.cited)})"


def principle_lines(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """The lines of the principle in the order of the bill, numbered where there is more than one."""
    lines = [principle_line(clause) for clause in clauses]
    if len(lines) == 1:
        return tuple(lines)
    return tuple(f"({numerals.thai(number)}) {line}" for number, line in enumerate(lines, start=1))


def disagreements(clauses: Iterable[Clause], statement: str) -> list[str]:
    """Where a drafter's statement of principle and the bill disagree: references that only one of them has."""
    stated = {_squeezed(found.group()) for found in _BRACKET.finditer(numerals.thai(statement))}
    wanted = {_squeezed(reference(clause)): reference(clause) for clause in clauses}
    absent = [f"The statement of principle does not have {wanted[key]}." for key in wanted if key not in stated]
    foreign = [
        f"The statement of principle has {key}, which the bill does not do." for key in sorted(stated - set(wanted))
    ]
    return absent + foreign


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _matter(clause: Clause) -> str:
    if clause.target in _NAMED or clause.action is Action.CHANGE_WORDS:
        return clause.cited
    return f"บทบัญญัติเกี่ยวกับ{clause.subject}" if clause.subject else "บทบัญญัติ"
