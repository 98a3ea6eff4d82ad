"""The numbers that Word makes itself: ``(๑)``, ``(ก)`` of automatic lists, as they are seen on the paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

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
    "thaiCounting": numerals.number_words,
    "lowerLetter": _letters("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _number: "",
}
_DEEPEST = 9
_MOST_BASES = 20  # styles, each based on the next


class Numbering:
    """Counts the paragraphs of lists as Word does. ``numbers``: how many were made."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}  # by list
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], str] = {}  # where a list begins anew, by list and level
        self._styles = {one.get(f"{W}styleId", ""): one for one in _all(styles, "style")}
        self._by_style: dict[str, tuple[str, str]] = {}
        self._counts: dict[str, list[int]] = {}
        self.numbers = 0
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: etree._Element) -> None:
        kinds = {one.get(f"{W}abstractNumId", ""): one for one in numbering.iter(f"{W}abstractNum")}
        linked = {_value(one, "styleLink"): key for key, one in kinds.items()}
        for one in numbering.iter(f"{W}num"):
            number, kind = one.get(f"{W}numId", ""), _value(one, "abstractNumId")
            kind = linked.get(_value(kinds.get(kind), "numStyleLink") or "?", kind)  # the same list, by its style
            self._abstract[number] = kind
            levels = (*_all(kinds.get(kind), "lvl"), *_all(one, "lvl"))  # its own in place of those of its kind
            self._levels[number] = {_depth(level): level for level in levels}
            for override in one.iter(f"{W}lvlOverride"):
                if start := _value(override, "startOverride"):
                    self._starts[number, _depth(override)] = start

    def label(self, paragraph: etree._Element) -> str:
        """What Word sets before a paragraph, with a space behind it; empty where it counts nothing."""
        listed, depth = self._place(paragraph)
        levels = self._levels.get(listed, {})
        if depth not in levels:
            return ""
        counts = self._counted(listed, depth, levels)
        if _value(levels[depth], "numFmt") == "bullet":
            return ""
        text = re.sub(
            "%([1-9])", lambda place: self._part(levels, counts, int(place[1]) - 1), _value(levels[depth], "lvlText")
        )
        if not any(sign.isalnum() for sign in text):
            return ""
        self.numbers += 1
        return f"{text} "

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """List and level of a paragraph: what it does not say itself, its style says."""
        properties = paragraph.find(f"{W}pPr")
        own = properties.find(f"{W}numPr") if properties is not None else None
        listed, depth = _value(own, "numId"), _value(own, "ilvl")
        if not (listed and depth):
            its_list, its_depth = self._of_style(_value(properties, "pStyle"))
            depth = depth or (its_depth if listed in ("", its_list) else "")
            listed = listed or its_list
        return listed, min(_number(depth), _DEEPEST - 1)

    def _of_style(self, style: str) -> tuple[str, str]:
        """List and level that a style gives, or one that it is based on."""
        if style not in self._by_style:
            self._by_style[style] = next(filter(None, map(self._numbered, self._bases(style))), ("", ""))
        return self._by_style[style]

    def _bases(self, style: str) -> Iterator[str]:
        """A style and those that it is based on."""
        for _ in range(_MOST_BASES):
            if style in self._styles:
                yield style
                style = _value(self._styles[style], "basedOn")

    def _numbered(self, style: str) -> tuple[str, str] | None:
        number = self._styles[style].find(f"{W}pPr/{W}numPr")
        listed = _value(number, "numId")
        if not listed:
            return None
        levels = self._levels.get(listed, {}).items()
        linked = next((str(depth) for depth, level in levels if _value(level, "pStyle") == style), "")
        return listed, linked or _value(number, "ilvl")

    def _counted(self, listed: str, depth: int, levels: dict[int, etree._Element]) -> list[int]:
        """Lists of one kind go on with each other, but for one that says where it begins."""
        counts = self._counts.setdefault(self._abstract[listed], [0] * _DEEPEST)
        start = _number(_value(levels[depth], "start") or "1")
        if (listed, depth) in self._starts:
            start = _number(self._starts.pop((listed, depth)))
            counts[depth] = 0
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        for below in range(depth + 1, _DEEPEST):
            if _value(levels.get(below), "lvlRestart") != "0":
                counts[below] = 0
        return counts

    @staticmethod
    def _part(levels: dict[int, etree._Element], counts: list[int], depth: int) -> str:
        form = _value(levels[depth], "numFmt") if depth in levels else "decimal"
        return _FORMATS.get(form, str)(max(counts[depth], 1))


def _value(element: etree._Element | None, name: str) -> str:
    found = element.find(f"{W}{name}") if element is not None else None
    return found.get(f"{W}val", "") if found is not None else ""


def _all(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return element.iter(f"{W}{name}") if element is not None else iter(())


def _depth(level: etree._Element) -> int:
    return _number(level.get(f"{W}ilvl"))


def _number(text: str | None) -> int:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else 0
