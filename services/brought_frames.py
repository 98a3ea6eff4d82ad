"""What a bill written elsewhere decides besides the text: commencement, amenders, transitional sections, charge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from law import amend
from law.dates import BUDDHIST_ERA, MONTHS
from law.instruct import Action, Instruction
from law.instructions.addresses import unit_address
from law.instructions.bill import BillSection, split_bill
from law.numerals import arabic
from services.bills import Question
from services.failures import Refused
from services.frames import Begins, BillFrame, Commencement, checked_frame
from services.previews import section_address

_NEXT_DAY = re.compile(r"ตั้งแต่\s*วันถัดจากวันประกาศ")
_ON_DATE = re.compile(rf"ตั้งแต่\s*วันที่\s*([๐-๙0-9]{{1,2}})\s*({'|'.join(MONTHS)})\s*(?:พ\.ศ\.|พุทธศักราช)\s*([๐-๙0-9]{{4}})")
_CHARGE = re.compile(r"ให้(?P<who>.{2,300}?)รักษาการตาม", re.DOTALL)
_LONGEST_WAIT = 3650  # days


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
        found = Commencement() if _NEXT_DAY.search(text) else _after_days(text) or _on_date(text)
        return (found, []) if found is not None else (Commencement(), [text])
    return Commencement(), []


def _after_days(text: str) -> Commencement | None:
    squeezed = "".join(text.split())
    if "เมื่อพ้นกำหนด" not in squeezed:
        return None
    for days in range(1, _LONGEST_WAIT + 1):
        if amend.after_days(days) in squeezed:
            return Commencement(Begins.AFTER_DAYS, days)
    return None


def _on_date(text: str) -> Commencement | None:
    found = _ON_DATE.search(text)
    if found is None:
        return None
    day, month, year = int(arabic(found[1])), MONTHS.index(found[2]) + 1, int(arabic(found[3]))
    try:
        return Commencement(Begins.ON_DATE, day=date(year - BUDDHIST_ERA, month, day))
    except ValueError:
        return None


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
