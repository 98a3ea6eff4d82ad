"""What a reviewer confirms before approving: lines, and an answer to each.

The lines given here follow what sections 17 and 21 (6) of the Act on Criteria for Drafting Laws, B.E. 2562, ask of a
bill; an office may set its own for each act and topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Tick(StrEnum):
    """What is said of a line."""

    YES = "yes"
    NOT_APPLICABLE = "not_applicable"  # and why


@dataclass(frozen=True, slots=True)
class Answer:
    """A line as it read, what was said of it (none: nothing), and a note: the reason where it does not apply."""

    line: str
    tick: Tick | None = None
    note: str = ""

    @property
    def is_given(self) -> bool:
        """Whether the line is answered: what does not apply says why."""
        return self.tick is Tick.YES or (self.tick is Tick.NOT_APPLICABLE and bool(self.note.strip()))


_IMPACT = (
    "มีเหตุจำเป็นต้องแก้กฎหมาย และไม่มีวิธีอื่นที่ได้ผลโดยไม่ต้องแก้ (มาตรา ๑๗ (๑))",
    "ไม่ซ้ำซ้อนหรือขัดกับกฎหมายอื่น (มาตรา ๑๗ (๒))",
    "สิทธิและเสรีภาพถูกจำกัดเท่าที่จำเป็นเท่านั้น (มาตรา ๑๗ (๓))",
    "ภาระที่เกิดแก่ประชาชนและผู้ประกอบกิจการสมควรแก่ประโยชน์ (มาตรา ๑๗ (๔))",
    "พิจารณาผลต่องบประมาณ เศรษฐกิจ สังคม และสิ่งแวดล้อมแล้ว (มาตรา ๑๗ (๕))",
    "มีเหตุผลของระบบอนุญาต ระบบคณะกรรมการ โทษอาญา และการใช้ดุลพินิจที่กำหนดไว้ (มาตรา ๑๗ (๖))",
    "มีหน่วยงาน กำลังคน และงบประมาณที่จะปฏิบัติตาม (มาตรา ๑๗ (๗))",
    "ผู้ได้รับผลกระทบมีทางเยียวยา (มาตรา ๑๗ (๘))",
)
_COMMITTEE = (
    "คณะกรรมการกำหนดนโยบาย กำกับดูแล วางหลักเกณฑ์ หรือจำเป็นด้วยเหตุอื่น (มาตรา ๒๑ (๖))",
    "ร่างบอกว่ามติของคณะกรรมการผูกพันหน่วยงานของกรรมการโดยตำแหน่งหรือไม่ (มาตรา ๒๑ (๖))",
)
_ABOUT_COMMITTEES = ("board", "subcommittee")


def default_lines(topic: str) -> tuple[str, ...]:
    """The lines for a topic where the office set none."""
    return (*_COMMITTEE, *_IMPACT) if topic in _ABOUT_COMMITTEES else _IMPACT


def unanswered(lines: Iterable[str], answers: Iterable[Answer]) -> tuple[str, ...]:
    """The lines without an answer, in their order."""
    given = {answer.line for answer in answers if answer.is_given}
    return tuple(line for line in lines if line not in given)


def given(answers: Sequence[Answer]) -> list[dict[str, str]]:
    """The answers as they are stored: the exact words of each line with what was said of it."""
    return [
        {"line": one.line, "answer": one.tick.value, "note": one.note.strip()}
        for one in answers
        if one.tick is not None and one.is_given
    ]
