"""The single words of a citation: ``มาตรา ๖``, ``วรรคสอง``, ``(๒)``, ``หมวด ๓``, and what joins them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from law import numerals
from law.citing.seeking import first


class Step(StrEnum):
    """What one word of a citation names. The order of the members is from coarse to fine."""

    SCHEDULE = "schedule"  # บัญชี … ท้ายพระราชบัญญัตินี้
    DIVISION = "division"  # หมวด ๓, ส่วนที่ ๒, บทเฉพาะกาล
    SECTION = "section"  # มาตรา ๖
    DEFINITION = "definition"  # บทนิยามคำว่า “ก”
    PARAGRAPH = "paragraph"  # วรรคสอง
    ITEM = "item"  # (๒)


RANK = {step: rank for rank, step in enumerate(Step)}
THIS, PREVIOUS, LAST = "this", "previous", "last"


@dataclass(frozen=True, slots=True)
class Atom:
    """One step with its words.

    ``label``: plain label, number of a paragraph, term of a definition, or ``this``, ``last``, ``previous``.
    ``word``: of a division its kind (``หมวด``). ``count``: how many units ``สองมาตราก่อน`` means.
    """

    step: Step
    label: str
    start: int
    end: int
    word: str = ""
    count: int = 1


_NUMBERS = {numerals.number_words(number): number for number in range(1, 60)}
_NUMBER_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_LABEL = numerals.LABEL_PATTERN
_LETTER = rf"[{numerals.LETTERS}ฃฅ](?:/[0-9๐-๙]+)?|[ivx]{{1,4}}|[a-z]"
_COUNT = "(?:สอง|สาม|สี่|ห้า)"
_DIVISION_WORDS = "หมวดที่|หมวด|ส่วนที่|ส่วน|ลักษณะ|ภาค|บรรพ"
_SCHEDULED = r"(?:พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|ประมวลกฎหมาย|ประกาศ|ระเบียบ|ข้อบังคับ)นี้"

_ATOM = re.compile(
    rf"""
    (?P<schedule>(?:บัญชี|ตาราง|แผนที่|แบบ|อัตรา)(?:(?!บัญชี|ตาราง|แผนที่)[^\s“”()]){{0,60}}?\s?(?:[0-9๐-๙]+\s)?
        (?:แนบท้าย|ต่อท้าย|ท้าย){_SCHEDULED})
    | (?P<transitory>บทเฉพาะกาล)
    | (?:(?P<section_word>(?<!อนุ)มาตรา|ข้อ)\s?(?P<section>{_LABEL}))
    | (?P<section_this>(?P<section_this_word>มาตรา|ข้อ)นี้)
    | (?P<section_count>{_COUNT})?(?P<section_previous>มาตราก่อน)
    | (?:(?P<division_word>{_DIVISION_WORDS})\s?(?P<division>{_LABEL})(?![๐-๙0-9./]))
    | (?:(?P<division_this_word>หมวด|ส่วน|ลักษณะ|ภาค|บรรพ)นี้)
    | (?:(?:บท)?นิยาม(?:คำ)?ว่า\s?[“"](?P<definition>[^“”"]{{1,150}})[”"]
        (?:\s?หรือ\s?[“"][^“”"]{{1,150}}[”"])*)
    | (?P<paragraph_count>{_COUNT})?(?P<paragraph_previous>วรรคก่อน)
    | (?P<paragraph_last>วรรค(?:ท้าย|สุดท้าย))
    | (?P<paragraph_this>วรรคนี้)
    | (?P<first_count>{_COUNT})?(?P<paragraph_first>วรรค(?:แรก|ต้น))
    | (?:วรรค(?:ที่)?\s?(?P<paragraph>{_NUMBER_WORD}|[0-9๐-๙]+)(?!วรรคใด|วรรคหนึ่งวรรคใด))
    | (?P<item_this>อนุมาตรานี้)
    | (?:(?:อนุมาตรา\s?)?\((?P<item>{_LABEL}|{_LETTER})\))
    | (?:อนุมาตรา\s?(?P<item_alone>{_LABEL}))
    """,
    re.VERBOSE,
)
# The words with which an atom begins.
_BEGINS = re.compile(
    r"\(|มาตรา|ข้อ|วรรค|อนุมาตรา|บทนิยาม|นิยาม|หมวด|ส่วน|ลักษณะ|ภาค|บรรพ|บทเฉพาะกาล"
    "|บัญชี|ตาราง|แผนที่|แบบ|อัตรา|สอง|สาม|สี่|ห้า"
)
_BARE_LABEL = re.compile(rf"(?P<label>{_LABEL})(?=$|[\s(,;”]|และ|หรือ|ถึง|แห่ง|วรรค|มาใช้|ให้|แล้ว|ต้อง)")
_LISTED_LABEL = re.compile(rf"(?P<label>{_LABEL})(?=(?:\s{_LABEL}){{0,20}}\s?(?:และ|หรือ|ถึง|,)\s?(?:มาตรา\s?)?[0-9๐-๙])")
_BARE_TERM = re.compile(r"[“\"](?P<term>[^“”\"]{1,150})[”\"]")
_LETTERED = re.compile(r"(?P<letter>[ก-ฮ])\.(?=\s?\()")
_MEASURE = re.compile(r"\s?(?:บาท|วัน|ปี|เดือน|คน|ชั่วโมง|นาที|เมตร|กิโล|ส่วน|ใน\s?[0-9๐-๙]|ร้อย|พัน|หมื่น|แสน|ล้าน|%|:|\.)")


def find(text: str, start: int) -> Atom | None:
    """The first atom at ``start`` or later."""
    match = first(_ATOM, _BEGINS, text, start)
    return _atom(match) if match else None


def at(text: str, start: int) -> Atom | None:
    """The atom that begins exactly at ``start``."""
    match = _ATOM.match(text, start)
    return _atom(match) if match else None


def bare_section(text: str, start: int) -> Atom | None:
    """A section's number that leaves ``มาตรา`` out, as in ``มาตรา ๑๖ และ ๒๔๐``; not a sum or a measure."""
    match = _BARE_LABEL.match(text, start)
    if match is None or _MEASURE.match(text, match.end()):
        return None
    return Atom(Step.SECTION, numerals.plain(match["label"]), match.start(), match.end(), "มาตรา")


def bare_item(text: str, start: int) -> Atom | None:
    """The next of ``อนุมาตรา ๑ ถึง ๓``, which leaves the word and the brackets out."""
    section = bare_section(text, start)
    return Atom(Step.ITEM, section.label, section.start, section.end) if section else None


def listed_section(text: str, before: Atom, start: int) -> Atom | None:
    """The next number of a list that only spaces part, up to its last: ``มาตรา ๗ ๘ และ ๙``."""
    match = _LISTED_LABEL.match(text, start)
    label = numerals.plain(match["label"]) if match else ""
    if match is None or numerals.order(label) <= numerals.order(before.label):
        return None
    return Atom(Step.SECTION, label, match.start(), match.end(), "มาตรา")


def lettered(text: str, start: int) -> Atom | None:
    """The paragraph that a letter heads, behind the number of its section: ``มาตรา ๗ ข. (๑)``."""
    match = _LETTERED.match(text, start)
    return Atom(Step.PARAGRAPH, match["letter"], match.start(), match.end()) if match else None


def bare_definition(text: str, start: int) -> Atom | None:
    """A term that leaves ``บทนิยามคำว่า`` out, as in ``บทนิยามคำว่า “ก” และ “ข”``."""
    match = _BARE_TERM.match(text, start)
    return Atom(Step.DEFINITION, match["term"].strip(), match.start(), match.end()) if match else None


def _atom(match: re.Match[str]) -> Atom:
    kind = str(match.lastgroup)
    span = match.span()
    for group, step, label in _FIXED:
        if match[group]:
            count = _counted(match, step)
            return Atom(step, label, *span, word=match["section_this_word"] or "", count=count)
    if match["section"]:
        return Atom(Step.SECTION, numerals.plain(match["section"]), *span, word=match["section_word"])
    if match["division"]:
        return Atom(Step.DIVISION, numerals.plain(match["division"]), *span, word=match["division_word"])
    if match["division_this_word"]:
        return Atom(Step.DIVISION, THIS, *span, word=match["division_this_word"])
    if match["definition"]:
        return Atom(Step.DEFINITION, match["definition"].strip(), *span)
    if match["paragraph"]:
        number = _NUMBERS.get(match["paragraph"]) or int(numerals.arabic(match["paragraph"]))
        return Atom(Step.PARAGRAPH, str(number), *span)
    assert kind in ("item", "item_alone"), kind
    return Atom(Step.ITEM, numerals.plain(match[kind]), *span)


_FIXED: tuple[tuple[str, Step, str], ...] = (
    ("schedule", Step.SCHEDULE, ""),
    ("transitory", Step.DIVISION, ""),
    ("section_this", Step.SECTION, THIS),
    ("section_previous", Step.SECTION, PREVIOUS),
    ("paragraph_previous", Step.PARAGRAPH, PREVIOUS),
    ("paragraph_last", Step.PARAGRAPH, LAST),
    ("paragraph_this", Step.PARAGRAPH, THIS),
    ("paragraph_first", Step.PARAGRAPH, "1"),
    ("item_this", Step.ITEM, THIS),
)


def _counted(match: re.Match[str], step: Step) -> int:
    words = match["section_count"] if step is Step.SECTION else match["paragraph_count"] or match["first_count"]
    return numerals.number_from_words(words) or 1 if words else 1


# What joins two atoms: a space (the next is finer, or the next of a list), a list word, or a word that goes upward.
SPACE = re.compile(r"\s?")
LIST = re.compile(
    r"\s?(?:(?P<through>ถึง|[-–](?=\s?[(มข0-9๐-๙]))|,\s?(?:และ|หรือ)?|และ/หรือ|และ|หรือ|กับ|รวมทั้ง|ตลอดจน|ประกอบกับ|ประกอบ|ระหว่าง)\s?(?P<again>ตาม|ใน|แห่ง|ของ)?(?:ความใน|บทบัญญัติใน)?\s?"
)
UPWARD = re.compile(r"\s?(?:ของ|แห่ง|ใน)(?:บทบัญญัติ(?:แห่ง|ใน)?)?\s?")
