"""What the sections of a bill that amend nothing say: when it comes into force, and who has charge of it.

The exact forms; everything else is not understood (None, or empty). Written apart from ``law.amending.frame``.
"""

from __future__ import annotations

import re

from law import numerals
from law.commencement import NEXT_DAY, Commencement
from law.dates import MONTHS, of_era
from law.instructions.loose import squeezed

_PUBLISHED = "ประกาศในราชกิจจานุเบกษาเป็นต้นไป"
_THIS = r"(?P<this>\S*?นี้)"
_NEXT = re.compile(rf"{_THIS}ให้ใช้บังคับตั้งแต่วันถัดจากวัน{_PUBLISHED}")
_DAYS = re.compile(rf"{_THIS}ให้ใช้บังคับเมื่อพ้นกำหนด(?P<days>{numerals.NUMBER_WORD_PATTERN})วันนับแต่วัน{_PUBLISHED}")
_DATE = re.compile(
    rf"{_THIS}ให้ใช้บังคับตั้งแต่วันที่(?P<day>[๑-๓]?[๐-๙])(?P<month>{'|'.join(MONTHS)})พ\.ศ\.(?P<year>[๐-๙]{{4}})เป็นต้นไป"
)
_CHARGE = re.compile(rf"ให้(?P<who>\S+)รักษาการตาม{_THIS}")


def read_commencement(text: str, this: str = "") -> Commencement | None:
    """``พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่…``; ``this``: the only word by which the bill may speak of itself."""
    text = squeezed(text)
    match = _NEXT.fullmatch(text) or _DAYS.fullmatch(text) or _DATE.fullmatch(text)
    if match is None or (this and match["this"] != this):
        return None
    if match.re is _NEXT:
        return NEXT_DAY
    return _after_days(match["days"]) if match.re is _DAYS else _on_date(match)


def _after_days(words: str) -> Commencement | None:
    days = numerals.number_from_words(words)
    # Only the words that say just this number: "สิบหนึ่ง" is not eleven.
    return Commencement(days=days) if days and numerals.number_words(days) == words else None


def _on_date(match: re.Match[str]) -> Commencement | None:
    day, year = (int(numerals.arabic(match[name])) for name in ("day", "year"))
    if match["day"] != numerals.thai(day):
        return None
    try:
        return Commencement(day=of_era(year, MONTHS.index(match["month"]) + 1, day))
    except ValueError:
        return None


def read_charge(text: str, this: str) -> str:
    """``ให้รัฐมนตรีว่าการกระทรวง…รักษาการตามพระราชบัญญัตินี้``: who, without spaces."""
    match = _CHARGE.fullmatch(squeezed(text))
    return match["who"] if match is not None and match["this"] == this else ""
