"""Citations of units in a clause: ``(๒) ของวรรคหนึ่งของมาตรา ๔``, ``มาตรา ๑๘ ถึงมาตรา ๒๒``, ``หมวด ๕/๑ … มาตรา ๓๕/๑``.

Two orders are read: from small to large (``(๒) ของมาตรา ๔``) and from large to small (``มาตรา ๔ (๒)``).
"""

from __future__ import annotations

import re

from law import numerals
from law.act import Level
from law.instructions.citations import Citation, Rank, Step, Targets, take
from law.instructions.loose import loose, skeleton
from law.instructions.names import INSTRUMENT

__all__ = ["Citation", "Rank", "Step", "Targets", "read_targets"]

# A number whose digits a PDF set apart (``3 8``), or a label as it should be.
LABEL = rf"(?:[0-9๐-๙]+[ ][0-9๐-๙]+(?![0-9๐-๙.])(?:\s*/\s*[0-9๐-๙]+)?|{numerals.LABEL_PATTERN}(?![0-9๐-๙]|\.[0-9๐-๙]))"
_NUMBERS = {skeleton(numerals.number_words(number)): number for number in range(1, 100)}
_NUMBER = "|".join(
    sorted((loose(numerals.number_words(number)) for number in range(1, 100)), key=len, reverse=True),
)
_LAST = loose("สุดท้าย|ท้าย")
_LEVELS = {"ภาค": Level.DIVISION, "บรรพ": Level.BOOK, "ลักษณะ": Level.TITLE, "หมวด": Level.CHAPTER, "ส่วน": Level.PART}
# Some old acts write ``๑)`` for ``(๑)``, ``อนุมาตรา (๑)`` and ``ข้อ (๑)``.
_ITEM = re.compile(
    rf"\s*(?:{loose('อนุมาตรา|ข้อ')}\s*(?=\())?(?:\(\s*)?"
    rf"(?P<label>{LABEL}|[ก-ฮ](?:\s*/\s*[0-9๐-๙]+)?|[a-zA-Z]{{1,4}})\s*\)(?!\s*{loose('ให้')})"
)
# An entry of a schedule.
_ROW = re.compile(rf"\s*{loose('รายการ')}?\s*{loose('ลำดับ')}\s*(?:{loose('ที่')})?\s*(?P<label>{LABEL})(?!\s*\.)")
_BARE_ITEM = re.compile(rf"\s*{loose('อนุมาตรา')}\s*(?P<label>{LABEL})")
_PARAGRAPH = re.compile(
    rf"\s*{loose('วรรค')}\s*(?:(?P<first>{loose('แรก|ต้น')})|(?P<last>{_LAST})"
    rf"|(?:{loose('ที่')}\s*)?(?:(?P<digits>[0-9๐-๙]{{1,2}})|(?P<number>{_NUMBER})))"
)
_SECTION = re.compile(rf"\s*{loose('มาตรา|ข้อ')}\s*(?P<label>{LABEL})(?!\))")
_BARE = re.compile(rf"\s*(?P<label>{numerals.LABEL_PATTERN})(?=\s*(?:,|{loose('และ|แห่ง|ของ|ถึง')}|$))")
_DEFINITION = re.compile(
    rf"\s*{loose('บทนิยาม|คำนิยาม|นิยาม|บทวิเคราะห์ศัพท์|บทวิเคราะห์')}\s*{loose('ของ')}?\s*{loose('คำว่า|ว่า')}?\s*“\s*(?P<term>[^“”]{{1,200}}?)\s*”"
)
_TERM = re.compile(rf"\s*{loose('คำว่า')}?\s*“\s*(?P<term>[^“”]{{1,200}}?)\s*”")
_DIVISION = re.compile(
    rf"\s*(?P<name>{loose('ชื่อ')}\s*{loose('ของ')}?\s*)?"
    rf"(?P<word>{loose('ภาค|บรรพ|ลักษณะ|หมวด|ส่วน')})\s*(?:{loose('ที่')})?\s*(?P<label>{LABEL}|(?:{_NUMBER})(?![ก-๙]))"
)
_TRANSITORY = re.compile(rf"\s*(?P<name>{loose('ชื่อ')}\s*)?{loose('บทเฉพาะกาล')}")
_SCHEDULE = re.compile(
    rf"\s*{loose('รายการใน')}?\s*{loose('บัญชี|อัตรา|ตาราง|ใบแนบ|ภาคผนวก|ผนวก|แผนที่|แบบ|เอกสาร')}"
    rf"[^“”\n]{{0,250}}?{loose('แนบท้าย|ต่อท้าย|ท้าย')}(?=\s*{INSTRUMENT})"
)
_BLANK_LINE = re.compile(r"[ ]*\n[ ]*\n")
_RANGE = re.compile(rf"\s*(?:{loose('จนถึง|ถึง')}|[-–])")
_CONNECT = re.compile(rf"\s*(?:{loose('และความใน|และใน|และ|หรือ|กับ|ตลอดจน')}|,)")
_OF = re.compile(rf"\s*{loose('ของ|ใน|แห่ง')}")
_OF_ACT = rf"{loose('แห่ง|ของ|ใน|ท้าย|ตาม')}\s*{INSTRUMENT}"
# What ends the free words of a division's name in a clause.
_NAMELESS_DIVISION = re.sub(r"\?P<[a-z]+>", "?:", _DIVISION.pattern)
_TITLE_END = re.compile(
    rf"(?:{loose('ของ|ใน|และ')}|,)?\s*(?:{_NAMELESS_DIVISION})"
    rf"|{loose('ระหว่าง|ก่อน|ต่อจาก|ถัดจาก|ต่อท้าย|หลัง')}\s*(?:{loose('มาตรา|ข้อ')}\s*[0-9๐-๙]|{_NAMELESS_DIVISION})"
    rf"|(?:{loose('และ')}|,)?\s*{loose('มาตรา|ข้อ')}\s*[0-9๐-๙]|{_OF_ACT}|{loose('และให้')}|{loose('จาก|เป็น')}\s*“|“|\Z"
)


def read_targets(marked: str, at: int, *, numbered_only: bool = False) -> Targets:
    """Read the citations that begin at ``at``. ``numbered_only``: without schedules."""
    targets = Targets(end=at)
    connector = "start"
    while True:
        place, connector = _connector(marked, targets)
        if connector == "" and _BLANK_LINE.match(marked, place):
            return targets
        found = _token(marked, place, targets, connector, numbered_only)
        if found is None:
            return targets
        step, end = found
        if not take(targets, step, connector):
            return targets
        targets.end = end
        if step.rank is Rank.SCHEDULE:
            return targets


def _connector(marked: str, targets: Targets) -> tuple[int, str]:
    if not targets.citations:
        return targets.end, "start"
    for name, pattern in (("range", _RANGE), ("and", _CONNECT), ("of", _OF)):
        match = pattern.match(marked, targets.end)
        if match:
            return match.end(), name
    return targets.end, ""


def _token(marked: str, at: int, targets: Targets, connector: str, numbered_only: bool) -> tuple[Step, int] | None:
    """The next cited unit at ``at``, and where it ends."""
    leaf = targets.citations[-1].leaf if targets.citations else None
    if (match := _ITEM.match(marked, at) or _BARE_ITEM.match(marked, at)) is not None:
        label = numerals.plain(_compact(match["label"]))
        return Step(Rank.ITEM, f"i{label}", label), match.end()
    if not numbered_only and (match := _ROW.match(marked, at)) is not None:
        label = numerals.plain(_compact(match["label"]))
        return Step(Rank.ITEM, f"n{label}", label), match.end()
    if (match := _PARAGRAPH.match(marked, at)) is not None:
        number = _paragraph_number(match)
        return Step(Rank.PARAGRAPH, f"p{number}", number), match.end()
    if (match := _SECTION.match(marked, at)) is not None:
        return _section_step(match["label"]), match.end()
    if (match := _DEFINITION.match(marked, at)) is not None:
        return _definition_step(match["term"]), match.end()
    if leaf and leaf.rank is Rank.DEFINITION and (match := _TERM.match(marked, at)) is not None:
        return _definition_step(match["term"]), match.end()
    if leaf and leaf.rank is Rank.SECTION and connector in {"and", "range"} and (match := _BARE.match(marked, at)):
        return _section_step(match["label"]), match.end()
    return _division_token(marked, at) or (None if numbered_only else _schedule_token(marked, at))


def _compact(label: str) -> str:
    """A label without the spaces a PDF put between its digits."""
    return re.sub(r"(?<=[0-9๐-๙])\s+(?=[0-9๐-๙])|\s*(?=/)|(?<=/)\s*", "", label)


def _section_step(written: str) -> Step:
    label = numerals.plain(_compact(written))
    return Step(Rank.SECTION, f"s{label}", label)


def _definition_step(term: str) -> Step:
    term = " ".join(term.split())
    return Step(Rank.DEFINITION, f"def:{term}", term)


def _paragraph_number(match: re.Match[str]) -> str:
    if match["last"]:
        return "last"
    if match["first"]:
        return "1"
    if match["digits"]:
        return str(int(numerals.arabic(match["digits"])))
    return str(_NUMBERS[skeleton(match["number"])])


def _division_token(marked: str, at: int) -> tuple[Step, int] | None:
    transitory = _TRANSITORY.match(marked, at)
    if transitory is not None:
        return Step(Rank.DIVISION, "transitory", is_name=bool(transitory["name"])), transitory.end()
    match = _DIVISION.match(marked, at)
    if match is None:
        return None
    level = next(level for word, level in _LEVELS.items() if skeleton(word) == skeleton(match["word"]))
    number = _NUMBERS.get(skeleton(match["label"]))
    label = str(number) if number else numerals.plain(_compact(match["label"]))
    title_end = _TITLE_END.search(marked, match.end())
    end = title_end.start() if title_end else match.end()
    title = " ".join(marked[match.end() : end].split())
    step = Step(Rank.DIVISION, f"{level.value}{label}", label, title, bool(match["name"]))
    return step, match.end() + len(marked[match.end() : end].rstrip())


def _schedule_token(marked: str, at: int) -> tuple[Step, int] | None:
    match = _SCHEDULE.match(marked, at)
    if match is None:
        return None
    tail = re.search(rf"{loose('แนบท้าย|ต่อท้าย|ท้าย')}\Z", match[0])
    end = at + tail.start() if tail else match.end()
    return Step(Rank.SCHEDULE, "schedule", title=" ".join(marked[at:end].split())), end
