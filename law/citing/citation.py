"""An address as Thai law cites it: ``s6.p1.i2`` -> ``มาตรา ๖ วรรคหนึ่ง (๒)``."""

from __future__ import annotations

from law import numerals

_DIVISIONS = {"dv": "ภาค", "bk": "บรรพ", "ch": "หมวด", "pt": "ส่วนที่", "t": "ลักษณะ", "h": "หัวข้อที่"}

_UNNUMBERED = {"transitory": "บทเฉพาะกาล", "schedule": "บัญชีท้าย"}


def cite(address: str) -> str:
    """The citation in full, from the section down; of a division, its word and number, outermost first."""
    plain = address.removeprefix("code.")
    if plain.endswith(".heading"):
        return f"ชื่อ{cite(plain.removesuffix('.heading'))}"
    section, _, definition = plain.partition(".def:")
    if definition:
        term, *items = definition.split(".i")
        return " ".join([f"{_part(section)} บทนิยามคำว่า “{_once(term)}”", *(_part(f"i{item}") for item in items)])
    return " ".join(filter(None, (_part(part) for part in plain.split("."))))


def _once(part: str) -> str:
    """Without the mark of a label that stands twice (``s5~2``)."""
    return part.partition("~")[0]


def _part(part: str) -> str:
    part = _once(part)
    if part in _UNNUMBERED:
        return _UNNUMBERED[part]
    if part[:1] == "p" and part[1:].isdecimal():
        return numerals.paragraph_words(int(part[1:]))
    if part[:1] == "i":
        return f"({numerals.written(part[1:])})"
    if part[:1] == "n" and part[1:2].isdecimal():
        return f"ลำดับที่ {numerals.written(part[1:])}"
    if part[:1] == "s":
        return f"มาตรา {numerals.written(part[1:])}"
    for mark, word in _DIVISIONS.items():
        if part.startswith(mark):
            return f"{word} {numerals.written(part.removeprefix(mark))}"
    return ""
