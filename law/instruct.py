"""A bill's text -> instructions, and instructions applied to an act. Written apart from ``law.amend``, to prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from law.act import Act
from law.instructions.apply import apply_instruction
from law.instructions.bill import BillText, split_bill
from law.instructions.checks import obstacles
from law.instructions.clauses import read_section
from law.instructions.model import Action, CannotApply, Instruction, Placement, Words
from law.instructions.refusals import Misfit, Refusal, Why, refusal

__all__ = [
    "Action",
    "CannotApply",
    "Instruction",
    "Placement",
    "Refusal",
    "Step",
    "Why",
    "Words",
    "apply_bill",
    "apply_orders",
    "carry_out",
    "read_bill",
]


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


def apply_bill(act: Act, bill_text: str, *, only_this_act: bool = False) -> Act:
    """The act as a bill amends it, tail and all. Each instruction cites the act as those before it left it.

    ``only_this_act``: leave instructions for other laws aside, where a bill amends several.

    :raises CannotApply: with a sentence for each instruction that can not be applied; nothing is half-applied.
    """
    bill = split_bill(bill_text)
    return apply_orders(act, bill, read_sections(bill), only_this_act=only_this_act)


def apply_orders(act: Act, bill: BillText, orders: Sequence[Instruction], *, only_this_act: bool = False) -> Act:
    """The same for a bill that was read: ``orders`` are those of its sections."""
    steps = list(carry_out(act, bill, orders, only_this_act=only_this_act))
    refusals = [one for step in steps for one in step.refusals]
    if all(order.action is Action.NONE for order in orders):
        refusals.append(refusal(Why.NO_INSTRUCTION))
    if refusals:
        raise CannotApply(tuple(refusals))
    return steps[-1].after if steps else act


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction carried out: the act before and after it; the same where it was refused."""

    order: Instruction
    before: Act
    after: Act
    refusals: tuple[Refusal, ...] = ()


def carry_out(
    act: Act, bill: BillText, orders: Iterable[Instruction], *, only_this_act: bool = False
) -> Iterator[Step]:
    """Each instruction after the ones before it; those that are refused, or left aside, leave the act as it was."""
    in_words = _words_of(act)
    amended = act
    for order in orders:
        if order.action is Action.NONE:
            continue
        found = obstacles(act, bill, order)
        if found.other_law and only_this_act:
            continue
        before, refusals = amended, found.refusals
        if not refusals:
            try:
                amended = apply_instruction(before, order, act, bill.closing)
            except Misfit as misfit:
                refusals = (misfit.refusal,)
        told = tuple(one.in_section(order.section).reworded(in_words) for one in refusals)
        yield Step(order, before, amended, told)


def _words_of(act: Act) -> Callable[[str], str]:
    """The sections of a regulation are ข้อ, not มาตรา."""
    word = next((section.word for section in act.sections().values()), "มาตรา")
    return lambda words: words.replace("มาตรา ", f"{word} ")
