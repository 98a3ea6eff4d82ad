"""Sections that run on in one line, as text copied from a PDF has them: set apart where each is the next in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from law import numerals
from law.reading import marks
from law.reading.normalise import Mends
from law.reading.paragraph import Paragraph

_LONG = 600
_INLINE = re.compile(rf"(?:(?<=\s)|(?<=[”\"]))(?P<word>มาตรา|ข้อ)\s*(?P<label>{marks.LABEL})(?!\s*[/0-9๐-๙])\s+(?=\S)")
_BEFORE = re.compile(
    r"(?:ตาม|ใน|และ|หรือ|ของ|แห่ง|ถึง|กับ|แก่|โดย|ภายใต้|บังคับ|นอกจาก|เว้นแต่|บทบัญญัติ|ประกอบ|ประกอบกับ|ความ|[“\"(,])\s*$"
)


def split_running(paragraphs: Sequence[Paragraph], mends: Mends) -> list[Paragraph]:
    """Paragraphs in which ``ข้อ ๑ … ข้อ ๒ …`` run on, set apart at each section that is the next in turn.

    Only where hardly any section begins a line of its own: there a number in the midst of a line is a citation.
    """
    begun = sum(marks.SECTION.match(paragraph.text) is not None for paragraph in paragraphs)
    if begun > 1 or not any(len(paragraph.text) > _LONG for paragraph in paragraphs):
        return list(paragraphs)
    result: list[Paragraph] = []
    turn = _Turn()
    for paragraph in paragraphs:
        pieces = turn.split(paragraph.text)
        mends.note("running_text", len(pieces) - 1)
        result += [
            Paragraph(piece, paragraph.apart or index > 0, paragraph.ruled) for index, piece in enumerate(pieces)
        ]
    return result


class _Turn:
    """Which section is the next in turn, and whether a quotation of other law is open."""

    def __init__(self) -> None:
        self._word = ""
        self._next = 1
        self._depth = 0

    def split(self, text: str) -> list[str]:
        """A paragraph cut before every section that is the next in turn."""
        cuts = [0]
        at = 0
        for match in _INLINE.finditer(text):
            self._depth = _depth(text, at, match.start(), self._depth)
            at = match.start()
            if self._depth == 0 and self._is_next(match, text):
                self._word, self._next = match["word"], self._next + 1
                cuts.append(match.start())
        self._depth = _depth(text, at, len(text), self._depth)
        pieces = [text[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
        return [piece for piece in pieces if piece]

    def _is_next(self, match: re.Match[str], text: str) -> bool:
        if self._word not in ("", match["word"]) or numerals.plain(match["label"]) != str(self._next):
            return False
        before = text[max(0, match.start() - 30) : match.start()]
        return not _BEFORE.search(before) and not marks.CITED.match(text[match.end() : match.end() + 20])


def _depth(text: str, start: int, end: int, depth: int) -> int:
    """How many curly quotations are open at ``end``."""
    opened, closed = text.count("“", start, end), text.count("”", start, end)
    return max(0, depth + opened - closed)
