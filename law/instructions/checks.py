"""What keeps an instruction from being applied at all, before its targets are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from law.act import Act
from law.instructions.bill import BillText
from law.instructions.model import Action, Instruction
from law.instructions.names import same_law
from law.instructions.refusals import Refusal, Why, refusal

# Damage that leaves the words of a quotation in doubt.
_DOUBTFUL = {
    Why.LOST_AM, Why.FALSE_AM, Why.LOST_TONES, Why.BROKEN_NUMBER, Why.BROKEN_WORDS, Why.BROKEN_LABEL, Why.PAGE_END
}  # fmt: skip
_WHOLE_CONDITION = re.compile(r"พ้นกำหนด|พ้น|เมื่อครบ|จนกว่า|ภายใน")


@dataclass(frozen=True, slots=True)
class Obstacles:
    """Why an instruction can not be applied; ``other_law``: it amends another law."""

    refusals: tuple[Refusal, ...] = ()
    other_law: bool = False


def obstacles(act: Act, bill: BillText, order: Instruction) -> Obstacles:
    """What keeps ``order`` of ``bill`` from being applied to ``act``."""
    if order.action is Action.UNKNOWN:
        return Obstacles(order.problems)
    if not _is_for(act, bill, order):
        named = refusal(Why.OTHER_LAW, law=order.act, own=act.title) if order.act else refusal(Why.NO_LAW)
        return Obstacles((named,), other_law=bool(order.act))
    found = list(order.problems)
    found += [Refusal(Why.DAMAGED, cause=damage) for damage in order.damage if damage.why in _DOUBTFUL]
    if bill.runs_together and order.quotation:
        found.append(refusal(Why.RUN_TOGETHER))
    if refusal(Why.WRAPPED) in bill.damage and any(_is_joined(line, bill) for line in order.quotation):
        found.append(refusal(Why.WRAPPED))
    if _WHOLE_CONDITION.search(order.condition):
        found.append(refusal(Why.LATER, words=order.condition[:60]))
    return Obstacles(tuple(found))


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
