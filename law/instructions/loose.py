"""Clause words matched as a PDF leaves them: tone marks lost, spaces put in, า and ำ exchanged."""

from __future__ import annotations

import re
from functools import cache

_MARKS = "็่้๊๋์ํ"
_SARA_AM = rf"(?:[{_MARKS}]?\s*[ำา])"
_SAME = {"า": "[าำ]", "ำ": _SARA_AM, " ": ""}


@cache
def loose(words: str) -> str:
    """A group-free pattern for ``words``; ``|`` separates alternatives, spaces in ``words`` are optional."""
    return "(?:" + "|".join(_one(word) for word in words.split("|")) + ")"


def _one(word: str) -> str:
    letters = [letter for letter in word if letter not in _MARKS and letter != " "]
    parts = [f"{_SAME.get(letter, re.escape(letter))}[{_MARKS}]?" for letter in letters]
    return r"\s*".join(parts)


def skeleton(text: str) -> str:
    """What is left of ``text`` when everything a PDF may lose is dropped: for comparing, never for showing."""
    return re.sub(rf"[\s{_MARKS}]", "", text).replace("ำ", "า")


def squeezed(text: str) -> str:
    """``text`` without white space."""
    return "".join(text.split())
