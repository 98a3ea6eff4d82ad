"""Words as code points, so that fast string comparers work on words and no border falls inside one."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from law import words

_FIRST = 0xF0000
_LAST = 0x10FFFF
UNLIKE = 0.3  # texts of lengths so different that they can not be more alike are not looked at


class Codebook:
    """Words as code points from U+F0000 upward, the same word always the same one, for one comparison.

    Beyond 131,071 different words all others share ``OTHER``: good enough for likeness, not for hunks.
    """

    OTHER = chr(_LAST)

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._words: list[str] = []
        self._pieces: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._parts: dict[str, list[str]] = {}
        self._blanks: set[str] = set()

    def encode(self, text: str) -> str:
        """One code point for each word of the text."""
        encoded = self._texts.get(text)
        if encoded is None:
            parts = [self._pieces.get(piece) or self._encode_piece(piece) for piece in words.pieces(text)]
            encoded = self._texts[text] = "".join(parts)
        return encoded

    def decode(self, encoded: str) -> str:
        """The text of encoded words, none of which may be ``OTHER``."""
        known = self._words
        return "".join([known[ord(code) - _FIRST] for code in encoded])

    def is_blank(self, encoded: str) -> bool:
        """Whether the words are white space only, or none."""
        return self._blanks.issuperset(encoded)

    def without_blanks(self, encoded: str) -> str:
        """The words that are more than white space."""
        for blank in self._blanks:  # a handful
            encoded = encoded.replace(blank, "")
        return encoded

    def _encode_piece(self, piece: str) -> str:
        encoded = "".join(map(self._code, words.piece_tokens(piece)))
        self._pieces[piece] = encoded
        return encoded

    def _code(self, word: str) -> str:
        code = self._codes.get(word)
        if code is None:
            if len(self._words) >= _LAST - _FIRST:
                return self.OTHER
            code = self._codes[word] = chr(_FIRST + len(self._words))
            self._words.append(word)
            if word.isspace():
                self._blanks.add(code)
        return code

    # --- likeness -----------------------------------------------------------------------------------

    def likeness(self, old: str, new: str) -> float:
        """Share of two texts that stands in both in the same order, 0 to 1: equal pieces at the ends, then words."""
        total = len(old) + len(new)
        if old == new or not total:
            return 1.0
        if 2 * min(len(old), len(new)) < UNLIKE * total:
            return 2 * min(len(old), len(new)) / total
        olds, news = self._pieces_of(old), self._pieces_of(new)
        start, end = common_ends(olds, news)
        first, second = "".join(olds[start : len(olds) - end]), "".join(news[start : len(news) - end])
        rest = len(first) + len(second)
        return (total - rest + Indel.normalized_similarity(self.encode(first), self.encode(second)) * rest) / total

    def _pieces_of(self, text: str) -> list[str]:
        found = self._parts.get(text)
        if found is None:
            found = self._parts[text] = words.pieces(text)
        return found


def common_ends(olds: Sequence[str], news: Sequence[str]) -> tuple[int, int]:
    """How many pieces at the start, and how many of the others at the end, are equal."""
    shorter = min(len(olds), len(news))
    start = 0
    while start < shorter and olds[start] == news[start]:
        start += 1
    end = 0
    while end < shorter - start and olds[-1 - end] == news[-1 - end]:
        end += 1
    return start, end
