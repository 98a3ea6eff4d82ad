"""Text cut into what a line may not part: words with their signs, ``มาตรา ๕``, ``พ.ศ. ๒๕๖๕``, labels with no space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.model import Mark, Paragraph, Run
from documents.printable import printable
from law.words import parts, tokens

# A term longer than this may be parted between its words, else lines become ragged.
LONG_TERM = 14  # characters
# A word longer than this fills half a line; it is cut into pieces, else it would run off the paper.
LONGEST_WORD = 32  # characters
_ABOVE_AND_BELOW = "\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e\u0300-\u036f"
_CLUSTERS = re.compile(f"[^{_ABOVE_AND_BELOW}][{_ABOVE_AND_BELOW}]{{0,12}}|[{_ABOVE_AND_BELOW}]{{1,12}}", re.S)
_DIGITS = "0-9๐-๙"
# Spaces that are no place to part a line: between a word and its number, and behind พ.ศ.
_NUMBERED = (
    "มาตรา", "หมวด", "ส่วนที่", "ส่วน", "ลักษณะ", "บรรพ", "ภาค", "ข้อ", "วรรค", "ฉบับที่", "ครั้งที่", "บัญชี", "แบบ", "ตาราง", "หน้า",
    "พ.ศ.", "ค.ศ.", "พุทธศักราช",
)  # fmt: skip
_BOUND = re.compile(
    rf"(?:{'|'.join(map(re.escape, _NUMBERED))})(?P<gap> +)(?=\(?[{_DIGITS}])"
    rf"|[{_DIGITS}](?P<behind> +)(?=ทวิ|ตรี|จัตวา|เบญจ|ฉ(?![ก-๙])|สัตต|อัฏฐ|นว|ทศ)"
)
_OPENING, _CLOSING = "“‘([«", "”’)]»ๆฯ,.;:!?%"

Piece = tuple[str, Mark, bool]
Word = list[Piece]


def words_of(paragraph: Paragraph) -> list[Word]:
    """The words of a paragraph in order; joined they are its printable text. White space is a word of its own."""
    runs = [Run(printable(run.text).replace("\n", " "), run.mark, run.strong) for run in paragraph.runs]
    text = "".join(run.text for run in runs)
    bound = bound_spaces(text)
    words: list[Word] = []
    place = 0
    glued = False
    for run in runs:
        for token in _tokens(run.text):
            piece = (token, run.mark, run.strong)
            joins = place in bound or glued or token[0] in _CLOSING
            if words and joins and _may_join(words[-1], token, place in bound):
                words[-1].append(piece)
            else:
                words.append([piece])
            glued = token[-1] in _OPENING or place in bound
            place += len(token)
    return words


def bound_spaces(text: str) -> set[int]:
    """Where in a text a space stands that no line may be parted at: ``มาตรา ๕``."""
    return {place for found in _BOUND.finditer(text) for place in _span(found)}


def _span(found: re.Match[str]) -> range:
    name = "gap" if found["gap"] else "behind"
    return range(found.start(name), found.end(name))


def _may_join(word: Word, token: str, bound: bool) -> bool:
    """Not to a space, unless it is a bound one; and no longer than a line bears."""
    if (token.isspace() and not bound) or (len(word) == 1 and word[0][0].isspace()):
        return False
    return sum(len(text) for text, _, _ in word) + len(token) <= LONGEST_WORD * 2


def _tokens(text: str) -> Iterator[str]:
    """Words, with over-long ones cut between signs; a stretch of spaces is one."""
    for token in tokens(text):
        if len(token) <= LONG_TERM:
            yield token
            continue
        for part in parts(token):
            if len(part) <= LONGEST_WORD:
                yield part
            else:
                yield from _cut(part)


def _cut(word: str) -> Iterator[str]:
    part = ""
    for cluster in _CLUSTERS.findall(word):
        if part and (len(part) + len(cluster) > LONGEST_WORD or part.isspace() != cluster.isspace()):
            yield part
            part = ""
        part += cluster
    if part:
        yield part
