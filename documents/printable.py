"""Which characters can stand on paper. The others are shown by their number, so that nothing hides in a document."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import fontpkg_sarabun
from fontTools.ttLib import TTFont

FONTS = Path(fontpkg_sarabun.__file__).parent / "files"
FAMILY = "Sarabun"
# Spaces that a reader can not tell apart, and the soft line breaks of files.
_SPACES = re.compile("[\t\v\f\r\x85\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Seen as nothing, or turning the direction of what follows; surrogates are no characters.
_HIDDEN = "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"


@cache
def _unprintable() -> re.Pattern[str]:
    """What Sarabun has no sign for, and what would be seen as nothing."""
    with TTFont(FONTS / f"{FAMILY}-Regular.ttf", lazy=True) as font:
        known = sorted(set(font.getBestCmap()) | {0x0A})
    hidden = re.compile(f"[{_HIDDEN}]")
    kept = "".join(re.escape(chr(code)) for code in known if code == 0x0A or not hidden.match(chr(code)))
    return re.compile(f"[^{kept}]")


def printable(text: str) -> str:
    """The text as it can be printed: ``[U+202E]`` for what has no sign, plain spaces for every kind of space."""
    return _unprintable().sub(lambda found: f"[U+{ord(found[0]):04X}]", _SPACES.sub(" ", text.replace("\r\n", "\n")))


# What XML can not hold at all, and what turns the direction of text.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def xml_text(text: str) -> str:
    """The text as a Word document can hold it; ``[U+202E]`` for what it can not, and for what would hide text."""
    return _NOT_XML.sub(lambda found: f"[U+{ord(found[0]):04X}]", text.replace("\t", " "))


class TooLong(Exception):
    """The text is longer than is made while somebody waits. ``characters``: of the text; ``limit``."""

    def __init__(self, characters: int, limit: int) -> None:
        super().__init__(characters, limit)
        self.characters, self.limit = characters, limit
