"""Thai word segmentation, in one place.

Long legal terms are found first, ICU's dictionary finds the words between them, and the parts of a short term, of a
number word and of a written number are put together again. Never a border inside a grapheme cluster: what a reader
sees as one sign is never half marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version

from icu4py.breakers import CharacterBreaker, WordBreaker

from law import numerals, terms

ALGORITHM = f"icu4py-{version('icu4py')}+terms-{terms.VERSION}"

_CACHED_LENGTH = 4_000  # characters; longer texts are rare and would fill the memory
_LOCALE = "th"
_SURROGATES = re.compile("[\ud800-\udfff]")
# Signs of ordinary Thai statutes, among which the two rules of _JOINS keep every cluster whole.
_PLAIN = re.compile("[\\n -~\xa0ก-ฺ฿-๛‘’“”–—…]*")


def _trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, that reads each character once."""
    heads: dict[str, set[str]] = {}
    ends = False
    for word in words:
        if word:
            heads.setdefault(word[0], set()).add(word[1:])
        else:
            ends = True
    if not heads:
        return ""
    branches = "|".join(re.escape(head) + _trie_pattern(rests) for head, rests in sorted(heads.items()))
    return f"(?:{branches})?" if ends else f"(?:{branches})" if len(heads) > 1 else branches


_DIGITS = "0-9๐-๙"
_NUMBER = rf"(?<![{_DIGITS}])[{_DIGITS}]++(?:[/.,][{_DIGITS}]++)+"
_LABEL = rf"\((?:{numerals.LABEL_PATTERN}|[{numerals.LETTERS}ฃฅ])\)"
# A long term is one wherever it stands; a short one may be part of another word, and is one only between ICU's borders.
_SURE = 6
_LONG = re.compile(f"(?<![เ-ไ])(?:{_trie_pattern(term for term in terms.TERMS if len(term) >= _SURE)})(?![ะ-ฺ็-๎])")
_WHOLE = re.compile(f"{_LABEL}|{_NUMBER}|{numerals.NUMBER_WORD_PATTERN}|{_trie_pattern(terms.TERMS)}")
_MASK = "\ue000"  # private use: stands by itself for ICU
# A token that begins so belongs to the one before: vowel signs and tone marks that sit on a consonant, sara am.
_JOINS = re.compile("[ัำิ-ฺ็-๎]")


def tokens(text: str) -> list[str]:
    """The words, spaces and signs of a text in order; together they are the text."""
    if len(text) > _CACHED_LENGTH:
        return list(_segment(text))
    return list(_cached(text))


@lru_cache(maxsize=8192)
def _cached(text: str) -> tuple[str, ...]:
    return _segment(text)


def _segment(text: str) -> tuple[str, ...]:
    if not text:
        return ()
    masked = _LONG.sub(lambda match: _MASK * len(match[0]), _SURROGATES.sub("\ufffd", text))
    pieces = list(WordBreaker(masked, _LOCALE))
    ends = _ends(pieces)
    borders = set(ends)
    _take_away_inside_clusters(text, pieces, borders)
    for match in _WHOLE.finditer(text):
        start, end = match.span()
        if end in borders and (start in borders or start == 0):
            borders.difference_update(range(start + 1, end))
    borders.add(len(text))
    return tuple(_cut(text, (end for end in ends if end in borders)))


def _ends(pieces: list[str]) -> list[int]:
    ends = []
    position = 0
    for piece in pieces:
        position += len(piece)
        ends.append(position)
    return ends


def _take_away_inside_clusters(text: str, pieces: list[str], borders: set[int]) -> None:
    if _PLAIN.fullmatch(text):
        position = 0
        for piece in pieces:
            if _JOINS.match(piece):
                borders.discard(position)
            position += len(piece)
    else:
        clusters = _ends(list(CharacterBreaker(_SURROGATES.sub("\ufffd", text), _LOCALE)))
        borders.intersection_update(clusters)


def _cut(text: str, ends: Iterable[int]) -> Iterator[str]:
    start = 0
    for end in ends:
        yield text[start:end]
        start = end
