"""Sections that run on in one line, as text copied from a PDF has them: set apart where each is the next in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from law import numerals
from law.reading import marks
from law.reading.normalise import Mends
from law.reading.paragraph import Paragraph

_LONG = 600
_INLINE = re.compile(rf"(?:^|(?<=\s)|(?<=[”\"]))(?P<word>มาตรา|ข้อ)\s*(?P<label>{marks.LABEL})(?!\s*[/0-9๐-๙])\s+(?=\S)")
_BEFORE = re.compile(
    r"(?:ตาม|ใน|และ|หรือ|ของ|แห่ง|ถึง|กับ|แก่|โดย|ภายใต้|บังคับ|นอกจาก|เว้นแต่|บทบัญญัติ|ประกอบ|ประกอบกับ|ความ|[“\"(,])\s*$"
)
# A number that the copy lost may be passed over; of more the text is not this kind of text.
_MOST_LOST = 2


def split_running(paragraphs: Sequence[Paragraph], mends: Mends) -> list[Paragraph]:
    """Paragraphs in which ``ข้อ ๑ … ข้อ ๒ …`` run on, set apart at each section that is the next in turn.

    Only where more sections stand in the midst of lines than at their start - some begin a page, and so a line: in
    all other texts a number in the midst of a line is a citation.
    """
    begun = sum(marks.SECTION.match(paragraph.text) is not None for paragraph in paragraphs)
    if not any(len(paragraph.text) > _LONG for paragraph in paragraphs):
        return list(paragraphs)
    cuts = _cuts(paragraphs)
    if begun > 1 and sum(at > 0 for places in cuts for at in places) <= begun:
        return list(paragraphs)
    result: list[Paragraph] = []
    for paragraph, places in zip(paragraphs, cuts, strict=True):
        ends = [0, *(at for at in places if at), len(paragraph.text)]
        pieces = [piece for start, end in pairwise(ends) if (piece := paragraph.text[start:end].strip())]
        mends.note("running_text", len(pieces) - 1)
        result += [
            Paragraph(piece, paragraph.apart or index > 0, paragraph.ruled) for index, piece in enumerate(pieces)
        ]
    return result


def _cuts(paragraphs: Sequence[Paragraph]) -> list[list[int]]:
    """Of each paragraph the places at which a section begins that is the next in turn."""
    found: list[tuple[int, int, str, int]] = []
    depth = 0  # how many quotations of other law are open
    for index, paragraph in enumerate(paragraphs):
        text, at = paragraph.text, 0
        for match in _INLINE.finditer(text):
            depth, at = _depth(text, at, match.start(), depth), match.start()
            label = numerals.plain(match["label"])
            if depth == 0 and label.isdecimal() and not _is_cited(match, text):
                found.append((index, at, match["word"], int(label)))
        depth = _depth(text, at, len(text), depth)
    cuts: list[list[int]] = [[] for _ in paragraphs]
    for index, at in _in_turn(found):
        cuts[index].append(at)
    return cuts


def _in_turn(found: list[tuple[int, int, str, int]]) -> list[tuple[int, int]]:
    """Those that count upwards by one; a number may be missing where it stands nowhere behind."""
    word, last = "", 0
    behind = {(own, number): place for place, (_, _, own, number) in enumerate(found)}
    taken: list[tuple[int, int]] = []
    for place, (index, at, own, number) in enumerate(found):
        if word not in ("", own) or not last < number <= last + 1 + _MOST_LOST:
            continue
        if any(behind.get((own, missing), 0) > place for missing in range(last + 1, number)):
            continue
        word, last = own, number
        taken.append((index, at))
    return taken


def _is_cited(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 30) : match.start()]
    return bool(_BEFORE.search(before) or marks.CITED.match(text[match.end() : match.end() + 20]))


def _depth(text: str, start: int, end: int, depth: int) -> int:
    """How many curly quotations are open at ``end``."""
    opened, closed = text.count("“", start, end), text.count("”", start, end)
    return max(0, depth + opened - closed)
