"""What keeps an instruction from being applied at all, before its targets are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from law.act import Act
from law.instructions.bill import WRAPPED, BillText
from law.instructions.model import Action, Instruction
from law.instructions.names import same_law

# Damage that leaves the words of a quotation in doubt.
_DOUBTFUL = re.compile(r"is lost|are lost|was turned|broken by spaces|broken by a space")
_WHOLE_CONDITION = re.compile(r"พ้นกำหนด|พ้น|เมื่อครบ|จนกว่า|ภายใน")


@dataclass(frozen=True, slots=True)
class Obstacles:
    """Sentences that say why an instruction can not be applied; ``other_law``: it amends another law."""

    sentences: tuple[str, ...] = ()
    other_law: bool = False


def obstacles(act: Act, bill: BillText, order: Instruction) -> Obstacles:
    """What keeps ``order`` of ``bill`` from being applied to ``act``."""
    if order.action is Action.UNKNOWN:
        return Obstacles(order.problems)
    if not _is_for(act, bill, order):
        named = f"it amends {order.act}, not {act.title}" if order.act else "it does not say which law it amends"
        return Obstacles((named,), other_law=bool(order.act))
    sentences = list(order.problems)
    sentences += [f"the text is damaged: {words}" for words in order.damage if _DOUBTFUL.search(words)]
    if bill.runs_together and order.quotation:
        sentences.append("the lines of the bill are run together, so the quoted paragraphs can not be told apart")
    if WRAPPED in bill.damage and any(_is_joined(line, bill) for line in order.quotation):
        sentences.append(WRAPPED)
    if _WHOLE_CONDITION.search(order.condition):
        sentences.append(f"it takes effect only later: {order.condition[:60]}")
    return Obstacles(tuple(sentences))


def _is_joined(line: str, bill: BillText) -> bool:
    """Whether a quoted line was put together from broken ones, or stands next to another without a blank line."""
    return not any(line in whole for whole in bill.whole_lines)


def _is_for(act: Act, bill: BillText, order: Instruction) -> bool:
    names = [act.title, *([act.code.title] if act.code else [])]
    if order.act:
        return any(same_law(order.act, name) for name in names)
    return _base_name(act.title) in re.sub(r"\s", "", bill.opening + "".join(item.text for item in bill.sections[:1]))


def _base_name(title: str) -> str:
    """The name without its year, as a bill's own title has it."""
    return re.sub(r"\s", "", re.split(r"พ\.ศ\.|พุทธศักราช|พระพุทธศักราช", title)[0])
