"""Thai word segmentation, in one place.

A text is cut at its spaces into pieces, and each piece into words by itself: the same piece has the same words
wherever it stands, so an edit disturbs no border beyond its own piece. nlpo3 (newmm: the fewest words of a dictionary,
cut only between character clusters) finds the words. Labels, written numbers, counts and long legal terms are found
first; short terms and number words that the dictionary cuts are put together again. Never a border inside a grapheme
cluster: what a reader sees as one sign is never half marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.metadata import distribution, version
from itertools import chain
from sys import intern

import nlpo3
import regex

from law import numerals, terms

_WORD_LIST = "newmm-tokenizer"  # carries the CC0 word list of PyThaiNLP in 1.6 MB
ALGORITHM = f"nlpo3-{version('nlpo3')}+words-{version(_WORD_LIST)}+terms-{terms.VERSION}"

_CACHED_LENGTH = 400  # characters; longer pieces are no text of law and would fill the memory
_SURROGATES = re.compile("[\ud800-\udfff]")
_PIECES = re.compile("[ \n]+|[^ \n]+")
# Signs of ordinary Thai statutes, whose clusters are kept whole by _JOINS_BEFORE alone.
_ORDINARY = re.compile("[\\n -~\xa0ก-ฺ฿-๛‘’“”–—…]*")
# A word that begins so belongs to the one before: signs that sit on a consonant, sara am.
_JOINS_BEFORE = frozenset("ัำิีึืฺุู็่้๊๋์ํ๎")
_JOINED_SPACE = re.compile(f"[ \n][{''.join(sorted(_JOINS_BEFORE))}]")


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
_COUNT = rf"{numerals.NUMBER_WORD_PATTERN}(?=$|[^ก-๎]|{_trie_pattern(terms.AFTER_COUNT)})"
# A long term is one wherever it stands; a short one may be part of another word.
_SURE_LENGTH = 10
_LONG = _trie_pattern(term for term in terms.TERMS if len(term) >= _SURE_LENGTH)
_SURE = re.compile(f"(?P<sure>(?:{_LABEL}|{_NUMBER}|{_LONG})(?![ะ-ฺ็-๎]))|{_COUNT}")


def tokens(text: str) -> list[str]:
    """The words, spaces and signs of a text in order; together they are the text."""
    return list(chain.from_iterable(piece_tokens(piece) for piece in pieces(text)))


def pieces(text: str) -> list[str]:
    """The parts of a text that are segmented independently of each other; together they are the text."""
    if _ORDINARY.fullmatch(text) and not _JOINED_SPACE.search(text):
        return _PIECES.findall(text)
    return [text]


def piece_tokens(piece: str) -> tuple[str, ...]:
    """The tokens of one piece."""
    return _cached(piece) if len(piece) <= _CACHED_LENGTH else _segment(piece)


@lru_cache(maxsize=16_384)
def _cached(piece: str) -> tuple[str, ...]:
    return tuple(map(intern, _segment(piece)))


def _segment(piece: str) -> tuple[str, ...]:
    if _ORDINARY.fullmatch(piece) and piece[0] not in _JOINS_BEFORE:
        return tuple(_words(piece))
    plain = _SURROGATES.sub("\ufffd", piece)
    words = chain.from_iterable(_words(part) for part in _PIECES.findall(plain))
    return tuple(_keep_clusters(piece, plain, words))


def _words(plain: str) -> list[str]:
    if plain.isspace():
        return [plain]
    found: list[str] = []
    done = 0
    for match in _SURE.finditer(plain):
        if match.lastgroup or _counts(plain, match.start()):
            found += _dictionary_words(plain[done : match.start()])
            found.append(match[0])
            done = match.end()
    found += _dictionary_words(plain[done:])
    return found


def _counts(piece: str, start: int) -> bool:
    """Whether a number word that begins here counts something, and is no part of a longer word."""
    return start == 0 or piece.endswith(terms.BEFORE_COUNT, 0, start)


# --- the dictionary ---------------------------------------------------------------------------------


@cache
def _dictionary() -> str:
    """The name under which nlpo3 knows the word list, read at first use."""
    path = distribution(_WORD_LIST).locate_file("newmm_tokenizer/words_th.txt")
    name = "rangkae"
    nlpo3.load_dict(str(path), name)
    return name


@cache
def _cut_terms() -> dict[str, list[list[str]]]:
    """The terms that the dictionary cuts, as lists of their parts, by the first part."""
    by_first: dict[str, list[list[str]]] = {}
    for term in sorted(terms.TERMS, key=len, reverse=True):
        parts = nlpo3.segment(term, _dictionary())
        if len(parts) > 1:
            by_first.setdefault(parts[0], []).append(parts)
    return by_first


@cache
def _number_parts() -> frozenset[str]:
    """All parts into which the dictionary cuts number words."""
    numbers = [*range(1100), *(10**power for power in range(3, 7))]
    return frozenset(part for n in numbers for part in nlpo3.segment(numerals.number_words(n), _dictionary()))


@cache
def _heads() -> frozenset[str]:
    """Words with which something begins that may have to be put together."""
    return frozenset(_cut_terms()) | _number_parts()


def _dictionary_words(text: str) -> list[str]:
    if not text:
        return []
    found: list[str] = nlpo3.segment(text, _dictionary())
    if _heads().isdisjoint(found) and _JOINS_BEFORE.isdisjoint([word[0] for word in found]):
        return found
    words: list[str] = []
    position = 0
    while position < len(found):
        word = found[position]
        count = _length(found, position)
        if word[0] in _JOINS_BEFORE and words:
            words[-1] += word
        else:
            words.append(word if count == 1 else "".join(found[position : position + count]))
        position += count
    return words


def parts(word: str) -> list[str]:
    """The dictionary's words in a token, such as a long term: places to end a line. Together they are the token."""
    if not _ORDINARY.fullmatch(word):
        return [word]
    found: list[str] = []
    for part in nlpo3.segment(word, _dictionary()) if word else []:
        if found and part[0] in _JOINS_BEFORE:
            found[-1] += part
        else:
            found.append(part)
    return found


def _length(found: list[str], position: int) -> int:
    """How many of the dictionary's words, from a position on, are one word: a term or a number."""
    word = found[position]
    if word in _number_parts():
        end = position + 1
        while end < len(found) and found[end] in _number_parts():
            end += 1
        return end - position
    for parts in _cut_terms().get(word, ()):
        if found[position : position + len(parts)] == parts:
            return len(parts)
    return 1


# --- whole signs --------------------------------------------------------------------------------------


def _keep_clusters(text: str, plain: str, words: Iterable[str]) -> Iterator[str]:
    """The words with those put together that would cut a grapheme cluster (Unicode Standard Annex 29).

    ``words`` are those of ``plain``: the text without lone surrogates, of the same length.
    """
    clusters = {match.end() for match in regex.finditer(r"\X", plain)}
    start = end = 0
    for word in words:
        end += len(word)
        if end in clusters:
            yield text[start:end]
            start = end
