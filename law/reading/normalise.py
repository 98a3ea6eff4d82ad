"""Mending the characters of a text, each kind of mend counted: a separate, reported step before reading.

The ledger needs to know how many characters (white space apart) every mend took away or added, so that what stands in
the tree can be weighed against what came in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

# C1 control characters are Windows-1252 punctuation that was decoded one to one.
_C1 = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
_C1_PATTERN = re.compile("[\x80-\x84\x86-\x9f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_TONES = "่-์"
# Glyphs of old Thai fonts on Windows, one for each place a mark or a consonant may take, in the private use area.
_GLYPHS = "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู"
_GLYPH = re.compile("[\uf700-\uf71a]")
_SARA_AM = re.compile(f"\u0e4d([{_TONES}]?)\u0e32|([{_TONES}])\u0e4d\u0e32")
_TONE_AFTER_AM = re.compile(f"\u0e33([{_TONES}])")
_TONE_BEFORE_VOWEL = re.compile(f"([{_TONES}])([ัิ-ฺ])")
_DOUBLE_E = re.compile("เเ")
_DOUBLED_MARK = re.compile(f"([ัิ-ฺ{_TONES}])\\1+")


@dataclass(slots=True)
class Mends:
    """What was mended: places by code, and the characters (no white space) that went or came with it."""

    counts: Counter[str] = field(default_factory=Counter)
    removed: int = 0
    added: int = 0

    def note(self, code: str, places: int, *, removed: int = 0, added: int = 0) -> None:
        """Record ``places`` mends of one kind."""
        if places:
            self.counts[code] += places
            self.removed += removed
            self.added += added


def visible(text: str) -> int:
    """How many characters of ``text`` are not white space."""
    return sum(map(len, text.split()))


def mend(text: str, mends: Mends) -> str:
    """``text`` with its characters as they should be; line breaks and spaces are left alone."""
    for code, pattern, replacement in _MENDS:
        text = _replace(text, code, pattern, replacement, mends)
    return text


def _replace(
    text: str, code: str, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str], mends: Mends
) -> str:
    result, places = pattern.subn(replacement, text)
    if places:
        change = visible(text) - visible(result)
        mends.note(code, places, removed=max(change, 0), added=max(-change, 0))
        return result
    return text


_MENDS: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("c1_punctuation", _C1_PATTERN, lambda match: _C1[ord(match[0])]),
    # U+0085 is white space to Python and an ellipsis to Windows: inside a line it is the ellipsis.
    ("c1_punctuation", re.compile("\x85"), "…"),
    ("font_glyph", _GLYPH, lambda match: _GLYPHS[ord(match[0]) - 0xF700]),
    ("invisible", _INVISIBLE, ""),
    ("control", _CONTROL, ""),
    ("sara_am", _SARA_AM, lambda match: (match[1] or match[2] or "") + "\u0e33"),
    ("mark_order", _TONE_AFTER_AM, "\\1\u0e33"),
    ("mark_order", _TONE_BEFORE_VOWEL, r"\2\1"),
    ("double_e", _DOUBLE_E, "แ"),
    ("doubled_mark", _DOUBLED_MARK, r"\1"),
)
