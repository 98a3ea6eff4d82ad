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
DEFINITION = re.compile(
    r"(?:คำว่า\s*)?[“\"](?P<term>[^“”\"]{1,200})[”\"](?:\s*(?:และ|หรือ)\s*[“\"][^“”\"]{1,200}[”\"])*"
    r"(?:\s*\([^()]{1,80}\))?[^“”\"()]{0,60}?\s*(?:ให้|ท่าน)?(?:หมายความ|หมายถึง|มีความหมาย|ได้แก่|คือ|แปลว่า|\(ยกเลิก\)$)"
)


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
