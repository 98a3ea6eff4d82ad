"""How units are cited in a clause: ``(๓) ของวรรคหนึ่งของมาตรา ๑๙``, ``มาตรา ๗ และมาตรา ๘``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from law import numerals
from law.act import Division

_ENDS_IN_ORDINAL = re.compile(rf"[๐-๙] (?:{numerals.ORDINAL_PATTERN})$")


def glue(before: str, after: str) -> str:
    """Two parts of a Thai phrase: a space after digits and brackets, and before a bracket or quotation mark."""
    if not before or not after:
        return before + after
    letter = "ก" <= before[-1] <= "๎" and before[-1] != "ฯ"
    spaced = not letter or after[0] in "(“" or _ENDS_IN_ORDINAL.search(before) is not None
    return f"{before} {after}" if spaced else before + after


def phrase(*parts: str) -> str:
    """All parts glued."""
    whole = ""
    for part in parts:
        whole = glue(whole, part)
    return whole


def listed(parts: Sequence[str]) -> str:
    """``ก``; ``ก และข``; ``ก ข และค``: as drafters list units."""
    if len(parts) == 1:
        return parts[0]
    last = phrase("และ", parts[-1])
    return phrase(parts[0], last) if len(parts) == 2 else f"{' '.join(parts[:-1])} {last}"


def sections(headings: Sequence[tuple[str, str]]) -> str:
    """Three or more new sections numbered one after another as ``มาตรา ๓๕/๑ ถึงมาตรา ๓๕/๕``; others listed.

    ``headings``: address and heading of each.
    """
    first, last = headings[0][1], headings[-1][1]
    numbers = [address.removeprefix("code.")[1:].rpartition("/") for address, _ in headings]
    start = int(numbers[0][2]) if numbers[0][2].isdecimal() else 0
    row = [(*numbers[0][:2], str(start + at)) for at in range(len(headings))]
    if start and len(headings) > 2 and numbers == row:
        return phrase(first, "ถึง", last)
    return listed([heading for _, heading in headings])


def quoted_terms(terms: Sequence[str]) -> str:
    """``“ก” และ “ข”``."""
    return listed([f"“{term}”" for term in terms])


def item(label: str) -> str:
    """An item by its plain label: ``3/1`` -> ``(๓/๑)``."""
    return f"({numerals.written(label)})"


def below(path: Sequence[str], paragraph: int | None, section: str) -> str:
    """What follows ``(ก)`` in a citation: ``ของ (๒) ของวรรคหนึ่งของมาตรา ๔``; ``path`` goes from outside in."""
    parts: list[str] = []
    for label in reversed(path):
        parts += ["ของ", item(label)]
    if paragraph is not None:
        parts += ["ของ", numerals.paragraph_words(paragraph)]
    return phrase(*parts, f"ของ{section}")


def divisions(chain: Sequence[Division]) -> str:
    """``ของส่วนที่ ๑ ของหมวด ๒``; ``chain`` goes from outside in."""
    return phrase(*(f"ของ{division.heading}" for division in reversed(chain)))
