"""The numbers that Word makes itself: ``(๑)``, ``(ก)`` of automatic lists, as they are seen on the paper."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from law import numerals

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _letters(alphabet: str) -> Callable[[int], str]:
    """Letters one after the other, doubled when they are at an end, as Word does."""
    return lambda number: alphabet[(number - 1) % len(alphabet)] * (1 + (number - 1) // len(alphabet))


def _roman(number: int) -> str:
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    found = ""
    for value, sign in signs:
        found += sign * (number // value)
        number %= value
    return found


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "thaiNumbers": lambda number: numerals.thai(str(number)),
    "thaiLetters": _letters(numerals.LETTERS),
    "lowerLetter": _letters("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _number: "",
}
_DEEPEST = 9


class Numbering:
    """Counts the paragraphs of lists as Word does. ``numbers``: how many were made."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], str] = {}  # where a list begins anew, by list and level
        self._styles: dict[str, etree._Element] = {}
        self._counts: dict[str, list[int]] = {}
        self.numbers = 0
        if numbering is not None:
            self._read(numbering)
        for style in styles.iter(f"{W}style") if styles is not None else ():
            number = style.find(f"{W}pPr/{W}numPr")
            if number is not None:
                self._styles[style.get(f"{W}styleId", "")] = number

    def _read(self, numbering: etree._Element) -> None:
        for one in numbering.iter(f"{W}abstractNum"):
            levels = {_number(level.get(f"{W}ilvl")): level for level in one.iter(f"{W}lvl")}
            self._levels[one.get(f"{W}abstractNumId", "")] = levels
        for one in numbering.iter(f"{W}num"):
            number = one.get(f"{W}numId", "")
            self._abstract[number] = _value(one, "abstractNumId")
            for override in one.iter(f"{W}lvlOverride"):
                if start := _value(override, "startOverride"):
                    self._starts[number, _number(override.get(f"{W}ilvl"))] = start

    def label(self, paragraph: etree._Element) -> str:
        """What Word sets before a paragraph, with a space behind it; empty where it counts nothing."""
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is None:
            number = self._styles.get(_value(paragraph.find(f"{W}pPr"), "pStyle"))
        if number is None:
            return ""
        listed, depth = _value(number, "numId"), min(_number(_value(number, "ilvl")), _DEEPEST - 1)
        levels = self._levels.get(self._abstract.get(listed, ""), {})
        if depth not in levels:
            return ""
        counts = self._counted(listed, depth, levels)
        text = re.sub(
            "%([1-9])", lambda place: self._part(levels, counts, int(place[1]) - 1), _value(levels[depth], "lvlText")
        )
        if not any(sign.isalnum() for sign in text):  # a bullet is no label
            return ""
        self.numbers += 1
        return f"{text} "

    def _counted(self, listed: str, depth: int, levels: dict[int, etree._Element]) -> list[int]:
        """Lists of one kind go on with each other, but for one that says where it begins."""
        counts = self._counts.setdefault(self._abstract[listed], [0] * _DEEPEST)
        start = _number(_value(levels[depth], "start") or "1")
        if (listed, depth) in self._starts:
            start = _number(self._starts.pop((listed, depth)))
            counts[depth] = 0
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        return counts

    @staticmethod
    def _part(levels: dict[int, etree._Element], counts: list[int], depth: int) -> str:
        form = _value(levels[depth], "numFmt") if depth in levels else "decimal"
        return _FORMATS.get(form, str)(max(counts[depth], 1))


def _value(element: etree._Element | None, name: str) -> str:
    found = element.find(f"{W}{name}") if element is not None else None
    return found.get(f"{W}val", "") if found is not None else ""


def _number(text: str | None) -> int:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else 0
