"""How a line of canonical text begins, and what that makes it."""

from __future__ import annotations

import re

from law import numerals

REPEALED = "(ยกเลิก)"
# Stands under a heading without a number, and before the tail: so that reading tells them from a paragraph.
RULE = "-" * 20

# A label in brackets at the start of a line: (๑) (๙/๑) (๑ ทวิ) (ก) (ก/๑) (a) (iv); old acts also write ๑) and ก).
ITEM_LABEL = re.compile(
    r"\(?[ \t\xa0]*"
    rf"(?P<label>{numerals.LABEL_PATTERN}|[{numerals.LETTERS}ฃฅ](?:/[0-9๐-๙]+)?|[ivxIVX]{{1,4}}|[a-zA-Z])"
    r"[ \t\xa0]*\)[ \t\xa0]*"
)
_QUOTED = r"[“\"][^“”\"]{1,200}[”\"]"
_MEANS = r"(?:ให้|ท่าน)?(?:หมายความ|หมายถึง|มีความหมาย|ได้แก่|คือ|แปลว่า)|(?:ให้)?(?:พึง)?เข้าใจว่า|ให้รวม(?:ทั้ง|ถึง)|\(ยกเลิก\)$"
# The closing mark may be left out; several terms may have one meaning.
DEFINITION = re.compile(
    r"(?P<terms>(?:คำว่า\s*)?[“\"](?P<term>[^“”\"]{1,200}?)(?:[”\"]|(?=\s+หมายความ))"
    rf"(?:\s*(?:และ|หรือ|,)?\s*(?:คำว่า\s*)?{_QUOTED})*)"
    rf"(?:\s*\([^()]{{1,80}}\))?[^“”\"()]{{0,60}}?\s*(?:{_MEANS})"
)
# What may stand before a definition in a paragraph of its own: ``ในพระราชบัญญัตินี้ คำว่า “ก” หมายความว่า``.
_FOR_THIS = re.compile(r"(?:ใน|เพื่อประโยชน์|ตาม)[^\s“\"]{0,40}นี้\s*(?:ให้)?\s*(?=คำว่า|[“\"])")
_TERM = re.compile(r"[“\"]\s*([^“”\"]{1,200}?)\s*(?:[”\"]|$)")


def defined_terms(line: str) -> tuple[str, ...]:
    """The terms that a line of whatever kind defines: a definition, an item (``(๑) “ก” หมายความว่า``), a paragraph."""
    label = ITEM_LABEL.match(line)
    start = label.end() if label else 0
    opening = _FOR_THIS.match(line, start)
    match = DEFINITION.match(line, opening.end() if opening else start)
    return tuple(_TERM.findall(match["terms"])) if match else ()


# Lists in lists: no law nests so deep, and no hostile text may.
DEEPEST = 12


def is_repealed_text(text: str) -> bool:
    """Whether a line is only the mark of a repealed unit: ``(ยกเลิก)``, ``(๓) (ยกเลิก)``, ``วรรคสาม (ยกเลิก)``."""
    return bool(re.fullmatch(rf"(?:{ITEM_LABEL.pattern}|วรรค\S+\s*|[“\"][^”\"]+[”\"]\s*)?\(ยกเลิก\)", text.strip()))


def label_kind(plain_label: str) -> str:
    """``digit``, ``thai`` or ``latin``: items of one list have labels of one kind."""
    if plain_label[:1].isdecimal():
        return "digit"
    return "thai" if "ก" <= plain_label[:1] <= "ฮ" else "latin"
