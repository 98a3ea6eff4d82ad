"""What a bill written elsewhere decides besides the text: commencement, amenders, transitional sections, charge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from law import commencement as law_commencement
from law.instruct import Action, Instruction
from law.instructions.addresses import unit_address
from law.instructions.bill import BillSection, split_bill
from law.instructions.frame import read_commencement
from law.numerals import thai
from services.drafting.previews import section_address
from services.failures import Refused
from services.legislating.bills import Question
from services.legislating.frames import Begins, BillFrame, Commencement, checked_frame

_CHARGE = re.compile(r"ให้(?P<who>.{2,300}?)รักษาการตาม", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BroughtFrame:
    """The frame as far as it was understood. ``not_kept``: sections of the bill that are not in it, as written."""

    frame: BillFrame
    not_kept: tuple[str, ...] = ()


def frame_of_bill(text: str, orders: Sequence[Instruction]) -> BroughtFrame:
    """Read it from the sections without instructions. ``orders``: those of all sections."""
    sections = split_bill(text).sections
    amending = {order.section for order in orders if order.action is not Action.NONE}
    places = [place for place, section in enumerate(sections) if section.label in amending]
    if not places:
        return BroughtFrame(BillFrame())
    commencement, not_kept = _commencement(sections[: places[0]])
    behind = list(sections[places[-1] + 1 :])
    charge = _CHARGE.match(behind[-1].text) if behind else None
    if charge:
        behind.pop()
    frame = BillFrame(
        commencement=commencement,
        charge=" ".join(charge["who"].split()) if charge else "",
        transitional=tuple(section.text for section in behind),
    )
    try:
        return BroughtFrame(checked_frame(frame), tuple(not_kept))
    except Refused:
        return BroughtFrame(BillFrame(), tuple(section.text for section in (*sections[: places[0]], *behind)))


def _commencement(opening: Iterable[BillSection]) -> tuple[Commencement, list[str]]:
    """When it begins; and the text of the section that says so in a way that was not understood."""
    for section in opening:
        text = section.text
        if "ใช้บังคับ" not in text or "เรียกว่า" in text:
            continue
        found = read_commencement(thai(text).replace("พุทธศักราช", "พ.ศ."))
        return (_as_kept(found), []) if found is not None else (Commencement(), [text])
    return Commencement(), []


def _as_kept(found: law_commencement.Commencement) -> Commencement:
    if found.days:
        return Commencement(Begins.AFTER_DAYS, found.days)
    return Commencement(Begins.ON_DATE, day=found.day) if found.day else Commencement()


def amenders_named(questions: Iterable[Question], orders: Sequence[Instruction]) -> tuple[tuple[str, str], ...]:
    """Answers to the questions about amenders, where the bill names one and the same for the whole section."""
    answers = []
    for question in questions:
        section = section_address(question.address)
        named = {
            order.amender
            for order in orders
            for found in map(unit_address, order.targets)
            if found is not None and section in (found.section, f"code.{found.section}")
        }
        if len(named) == 1 and (name := named.pop()):
            answers.append((question.address, name))
    return tuple(answers)
