"""Numbers as Thai law writes them: digits, number words, and the labels of units.

A label has two forms. *Written* is the act's own: ``๖/๑``, ``๕ ทวิ``, ``๑๗๒ ทวิ/๑``, ``ก``.
*Plain* has Arabic digits and Latin ordinals and is what addresses are made of: ``6/1``, ``5bis``,
``172bis/1``, ``ก``. Both say the same thing; ``plain`` and ``written`` convert.
"""

import re
from functools import lru_cache

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

# Sanskrit ordinals of inserted sections, second to twenty-fifth, with the Latin ones used in addresses.
ORDINALS: tuple[tuple[str, str], ...] = (
    ("ทวิ", "bis"),
    ("ตรี", "ter"),
    ("จัตวา", "quater"),
    ("เบญจ", "quinquies"),
    ("ฉ", "sexies"),
    ("สัตต", "septies"),
    ("อัฏฐ", "octies"),
    ("นว", "nonies"),
    ("ทศ", "decies"),
    ("เอกาทศ", "undecies"),
    ("ทวาทศ", "duodecies"),
    ("เตรส", "terdecies"),
    ("จตุทศ", "quaterdecies"),
    ("ปัณรส", "quindecies"),
    ("โสฬส", "sexdecies"),
    ("สัตตรส", "septdecies"),
    ("อัฏฐารส", "octodecies"),
    ("เอกูนวีสติ", "novodecies"),
    ("วีสติ", "vicies"),
    ("เอกวีสติ", "unvicies"),
    ("ทวาวีสติ", "duovicies"),
    ("เตวีสติ", "tervicies"),
    ("จตุวีสติ", "quatervicies"),
    ("ปัญจวีสติ", "quinvicies"),
)
# Other spellings found in real acts.
ORDINAL_VARIANTS: dict[str, str] = {
    "เบญจะ": "เบญจ",
    "สัตตะ": "สัตต",
    "สัตตม": "สัตต",
    "อัฎฐ": "อัฏฐ",
    "อัฐ": "อัฏฐ",
    "อัฏฐะ": "อัฏฐ",
    "นวะ": "นว",
    "ทศะ": "ทศ",
    "เอกทศ": "เอกาทศ",
    "เตรสะ": "เตรส",
    "เตรทศ": "เตรส",
    "จตุททศ": "จตุทศ",
    "จัตวาทศ": "จตุทศ",
    "ปัณณรส": "ปัณรส",
    "ปัญจทศ": "ปัณรส",
    "โสฬสะ": "โสฬส",
    "สัตตทศ": "สัตตรส",
    "อัฏฐรส": "อัฏฐารส",
    "อัฏฐาทศ": "อัฏฐารส",
    "เอกูนวีสะ": "เอกูนวีสติ",
    "วีสะ": "วีสติ",
}
_LATIN = dict(ORDINALS)
_SANSKRIT = {latin: sanskrit for sanskrit, latin in ORDINALS}
_RANK = {latin: rank for rank, (_, latin) in enumerate(ORDINALS, start=2)}

ORDINAL_PATTERN = "|".join(sorted((*_LATIN, *ORDINAL_VARIANTS), key=len, reverse=True))
# A written number label: ๖, ๖/๑, ๕ ทวิ, ๑๗๒ ทวิ/๑, ๙๐/๔๖ ทวิ. Group-free, for use inside other patterns.
_SPACED_ORDINAL = rf"[ \t\xa0]*(?:{ORDINAL_PATTERN})(?![ก-ฮะ-ู])"
# No law counts further; a longer run of digits is no label.
_NUMBER = r"[0-9๐-๙]{1,6}(?![0-9๐-๙])"
LABEL_PATTERN = rf"{_NUMBER}(?:\s*/\s*{_NUMBER}(?:{_SPACED_ORDINAL})?|{_SPACED_ORDINAL}(?:\s*/\s*{_NUMBER})?)?"
_WRITTEN = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?P<ordinal>{ORDINAL_PATTERN})?\s*"
    rf"(?:/\s*(?P<sub>{_NUMBER})\s*(?P<sub_ordinal>{ORDINAL_PATTERN})?)?"
)
_PLAIN = re.compile(r"(?P<number>[0-9]{1,6})(?P<ordinal>[a-z]+)?(?:/(?P<sub>[0-9]{1,6})(?P<sub_ordinal>[a-z]+)?)?")

# Thai consonants as enumerators, in the order drafters use (ฃ and ฅ are obsolete and skipped).
LETTERS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"


def arabic(text: str) -> str:
    """``text`` with Thai digits turned to Arabic ones."""
    return text.translate(_TO_ARABIC)


def thai(text: str | int) -> str:
    """``text`` (or a number) with Arabic digits turned to Thai ones."""
    return str(text).translate(_TO_THAI)


@lru_cache(maxsize=20_000)
def plain(written_label: str) -> str:
    """Plain form of a written label: ``๕ ทวิ`` -> ``5bis``; letters (``ก``) stay as they are."""
    match = _WRITTEN.fullmatch(written_label.strip())
    if match is None:
        return arabic(written_label.strip())
    sub = f"/{int(arabic(match['sub']))}{_latin(match['sub_ordinal'])}" if match["sub"] else ""
    return f"{int(arabic(match['number']))}{_latin(match['ordinal'])}{sub}"


def _latin(ordinal: str | None) -> str:
    return _LATIN[ORDINAL_VARIANTS.get(ordinal, ordinal)] if ordinal else ""


def written(plain_label: str) -> str:
    """Written form, in Thai digits, of a plain label: ``5bis`` -> ``๕ ทวิ``."""
    match = _PLAIN.fullmatch(plain_label)
    ordinals = (match["ordinal"], match["sub_ordinal"]) if match else ()
    if match is None or any(ordinal and ordinal not in _SANSKRIT for ordinal in ordinals):
        return thai(plain_label)
    first, second = (f" {_SANSKRIT[ordinal]}" if ordinal else "" for ordinal in ordinals)
    sub = f"/{thai(match['sub'])}{second}" if match["sub"] else ""
    return f"{thai(match['number'])}{first}{sub}"


LabelKey = tuple[int, int, int, str]


@lru_cache(maxsize=20_000)
def order(plain_label: str) -> LabelKey:
    """Sort key of a plain label: 5 < 5/1 < 5bis < 5bis/1 < 5ter < 6; letters by the order of ``LETTERS``."""
    match = _PLAIN.fullmatch(plain_label)
    if match is None:
        letter = LETTERS.find(plain_label[:1])
        sub = plain_label.partition("/")[2]
        return (letter if letter >= 0 else 10_000, 0, int(sub) if sub.isdecimal() else 0, plain_label)
    rank = _RANK.get(match["ordinal"] or "", 0)
    sub_rank = _RANK.get(match["sub_ordinal"] or "", 0)
    return (int(match["number"]), rank, int(match["sub"] or 0), f"{sub_rank:02}" if sub_rank else "")


def is_first(plain_label: str) -> bool:
    """Whether a label opens a list: ``1``, ``ก``, ``a``, ``i``."""
    return plain_label in {"1", "ก", "a", "A", "i", "I"}


def next_ordinal(plain_label: str) -> str | None:
    """The next label of a Sanskrit series (``5`` -> ``5bis``, ``5bis`` -> ``5ter``); None after the last known."""
    match = _PLAIN.fullmatch(plain_label)
    if match is None or match["sub"]:
        return None
    rank = _RANK.get(match["ordinal"] or "", 1) + 1
    return f"{match['number']}{ORDINALS[rank - 2][1]}" if rank - 2 < len(ORDINALS) else None


# --- number words -----------------------------------------------------------------------------

_UNITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_WORD_VALUES = {word: value for value, word in enumerate(_UNITS) if word} | {"เอ็ด": 1, "ยี่": 2, "ศูนย์": 0}
_PLACE_VALUES = {word: 10**power for power, word in enumerate(_PLACES) if word}
NUMBER_WORD_PATTERN = "(?:ศูนย์|หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)+"
# Of a number written in digits; Python itself refuses thousands.
_MOST_DIGITS = 30
_NUMBER_PART = re.compile("ศูนย์|หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน")


def number_words(number: int) -> str:
    """A whole number from 0 upward in Thai words: 21 -> ยี่สิบเอ็ด.

    :raises ValueError: for a negative number.
    """
    if number < 0:
        raise ValueError("number words are for zero and above")
    if number == 0:
        return "ศูนย์"
    millions, rest = divmod(number, 1_000_000)
    return (f"{number_words(millions)}ล้าน" if millions else "") + _below_million(rest, after=bool(millions))


def _below_million(number: int, *, after: bool) -> str:
    words = []
    for power in range(len(_PLACES) - 1, -1, -1):
        digit = number // 10**power % 10
        if digit == 0:
            continue
        unit = _UNITS[digit]
        if power == 1:
            unit = {1: "", 2: "ยี่"}.get(digit, unit)
        if power == 0 and digit == 1 and (number > 1 or after):
            unit = "เอ็ด"
        words.append(unit + _PLACES[power])
    return "".join(words)


def number_from_words(words: str) -> int | None:
    """The number that Thai words or digits say; None where they say none."""
    words = words.strip()
    digits = arabic(words).replace(",", "")
    if digits.isdecimal():
        return int(digits) if len(digits) <= _MOST_DIGITS else None
    if not re.fullmatch(NUMBER_WORD_PATTERN, words):
        return None
    total = group = 0
    unit: int | None = None
    for part in _NUMBER_PART.findall(words):
        if part == "ล้าน":
            total = (total + group + (unit or 0) or 1) * 1_000_000
            group, unit = 0, None
        elif part in _PLACE_VALUES:
            group += (1 if unit is None else unit) * _PLACE_VALUES[part]
            unit = None
        else:
            unit = _WORD_VALUES[part]
    return total + group + (unit or 0)


def paragraph_words(number: int) -> str:
    """How the n-th paragraph (from 1) is cited: วรรคหนึ่ง, วรรคสอง, …"""
    return "วรรค" + number_words(number)
