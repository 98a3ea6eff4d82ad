"""A bill's text -> instructions, and instructions applied to an act. Written apart from ``law.amend``, to prove it."""

from __future__ import annotations

from law.instructions.bill import BillText, split_bill
from law.instructions.clauses import read_section
from law.instructions.model import Action, CannotApply, Instruction, Placement, Words

__all__ = ["Action", "CannotApply", "Instruction", "Placement", "Words", "read_bill"]


def read_bill(text: str) -> tuple[Instruction, ...]:
    """Every instruction of a bill in its order; sections without one are there as ``none`` or ``unknown``."""
    return read_sections(split_bill(text))


def read_sections(bill: BillText) -> tuple[Instruction, ...]:
    """The same for a bill that was taken apart."""
    found: list[Instruction] = []
    act = ""
    for section in bill.sections:
        found += read_section(section, act)
        act = found[-1].act or act
    return tuple(found)
