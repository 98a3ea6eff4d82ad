"""The exact forms of amending clauses, without white space: every word of a clause is one of a form or of a name.

The reader takes many more (``law/instructions/clauses.py``): tone marks lost, words in another order. A bill that this
program wrote has to be in one of these to be proven, so that a word damaged in it does not pass for a variant.
A new form of clause must be added here, or its bills are not proven.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from law import numerals

_WORDS = "|".join(sorted(map(numerals.number_words, range(1, 100)), key=len, reverse=True))
_NUMBER = r"[1-9๑-๙][0-9๐-๙]*"
_SERIES = rf"{_NUMBER}(?:{numerals.ORDINAL_PATTERN})?"
_LABEL = rf"{_SERIES}(?:/{_SERIES})?"
_ITEM = rf"\((?:{_LABEL}|[ก-ฮ](?:/{_NUMBER})?|[a-zA-Z]{{1,4}})\)"
_PARAGRAPH = rf"วรรค(?:{_WORDS})"
_SECTION = rf"(?:มาตรา|ข้อ){_LABEL}"
_TERM = "“[^“”]+”"
_DIVISION = rf"(?:(?:ภาค|บรรพ|ลักษณะ|หมวด|ส่วน)(?:ที่)?(?:{_LABEL}|{_WORDS})|บทเฉพาะกาล)"


def _listed(unit: str) -> str:
    """``ก``, ``กและข``, ``กขและค``."""
    return rf"{unit}(?:(?:{unit})*และ{unit})?"


_DEFINITIONS = rf"บทนิยามคำว่า{_listed(_TERM)}"
# Of a definition its section is cited with ใน, of everything else with ของ.
_WITHIN = rf"(?:ของ(?:{_ITEM}|{_PARAGRAPH}|{_DEFINITIONS}|{_DIVISION})|(?:(?<!”)ของ|(?<=”)ใน){_SECTION})*"
_CHAPTER = rf"{_DIVISION}(?:{_listed(_SECTION)}|{_SECTION}ถึง{_SECTION})?"
_UNITS = rf"(?:{'|'.join(map(_listed, (_ITEM, _PARAGRAPH, _SECTION)))}|{_DEFINITIONS}|{_CHAPTER}){_WITHIN}"
_NAME = rf"ชื่อ{_DIVISION}{_WITHIN}"
_ENTRIES = rf"(?:{_listed(_ITEM)}|{_listed(rf'ลำดับที่{_LABEL}')})ของ[^“”§]+"
_BETWEEN = rf"(?:ระหว่างบทนิยามคำว่า{_TERM}และ{_TERM}|(?:ต่อจาก|ก่อน)บทนิยามคำว่า{_TERM})"
_KEPT = rf"(?:เว้นแต่ใน{_listed(_SECTION)})?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"ให้ยกเลิก(?:ความใน{_UNITS}|{_NAME})แห่ง§และให้ใช้ความต่อไปนี้แทน“”",
        rf"ให้ยกเลิก{_UNITS}แห่ง§",
        rf"ให้เพิ่มความต่อไปนี้เป็น{_UNITS}แห่ง§“”",
        rf"ให้เพิ่มความต่อไปนี้เป็น{_NAME}ก่อน(?:{_SECTION}|{_DIVISION}){_WITHIN}แห่ง§“”",
        rf"ให้เพิ่ม{_DEFINITIONS}{_BETWEEN}ใน{_SECTION}แห่ง§“”",
        rf"ให้แก้ไขคำว่า“[^“”]+”ใน§เป็น“[^“”]+”ทุกแห่ง{_KEPT}",
        rf"ให้แก้ไขคำว่า“[^“”]+”ใน{_listed(_SECTION)}แห่ง§เป็น“[^“”]+”",
        rf"ให้ตัดคำว่า“[^“”]+”ใน§ออกทุกแห่ง{_KEPT}",
        rf"ให้ตัดคำว่า“[^“”]+”ใน{_listed(_SECTION)}แห่ง§ออก",
        rf"ให้ยกเลิกความใน{_ENTRIES}ท้าย§และให้ใช้ความต่อไปนี้แทน“”",
        rf"ให้เพิ่มความต่อไปนี้เป็น{_ENTRIES}ท้าย§“”",
        rf"ให้ยกเลิก{_ENTRIES}ท้าย§",
        r"ให้ยกเลิก(?P<own>[^“”§]+)ท้าย§และให้ใช้(?P=own)ท้าย¤แทน",
        r"ให้เพิ่ม(?P<own>[^“”§]+)ท้าย¤เป็น(?P=own)ท้าย§",
        r"ให้ยกเลิก(?:บัญชี|อัตรา|ตาราง|ใบแนบ|ภาคผนวก|ผนวก|แผนที่|แบบ|เอกสาร)[^“”§]*ท้าย§",
    )
)


def is_form(clause: str, law: str, this: str, names: Iterable[str], headings: Collection[str]) -> bool:
    """Whether a clause is in one of the forms. All without white space.

    ``clause``: what was quoted taken out, its outer marks left. ``law``: as the clause must cite it, amender included.
    ``this``: how the bill speaks of itself. ``names``: of the divisions that are cited. ``headings``: of all
    divisions, number with its word as the act has it (``ส่วนที่๑``).
    """
    if clause.count(law) < 1 or set("§¤") & set(clause):
        return False
    clause = re.sub(rf"ท้าย{re.escape(this)}(?=แทน|เป็น)", "ท้าย¤", clause)
    before, _, behind = clause.rpartition(law)
    for name in filter(None, names):
        before = re.sub(rf"({_DIVISION}){re.escape(name)}", r"\1", before, count=1)
    cited = re.findall(_DIVISION, re.sub(_TERM, "", before))
    if any(heading not in headings for heading in cited):
        return False
    return any(form.fullmatch(f"{before}§{behind}") for form in _FORMS)
