"""Which characters can stand on paper. The others are shown by their number, so that nothing hides in a document."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import fontpkg_sarabun
from fontTools.ttLib import TTFont

from documents.model import Document, Package, length, longest_paragraph

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


class CannotPrint(Exception):
    """The setter refuses the text: it would break the rules of a file that lasts (PDF/A)."""


class TooLong(Exception):
    """The text is longer than fits in the memory of a small server. ``characters``: of the text; ``limit``."""

    def __init__(self, characters: int, limit: int) -> None:
        super().__init__(characters, limit)
        self.characters, self.limit = characters, limit


LONGEST = 600_000  # characters of a document: some 450 pages and 500 MB, reckoned from 363,000
LONGEST_PARAGRAPH = 100_000  # characters


def check_length(document: Document | Package) -> None:
    """:raises TooLong:"""
    for characters, limit in ((length(document), LONGEST), (longest_paragraph(document), LONGEST_PARAGRAPH)):
        if characters > limit:
            raise TooLong(characters, limit)
