"""Two texts compared word by word.

Words become one code point each, so that fast string comparers work on words and no border falls inside one. The
edit script is the shortest there is (rapidfuzz); diff-match-patch then makes it readable, on words. No time-outs:
the same texts give the same hunks on every machine, and the work is bounded by the product of the word counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from law import words
from law.comparing.codebook import Codebook, common_ends

HunkKind = Literal["equal", "delete", "insert"]
_Script = list[tuple[HunkKind, str]]

# Old words times new words of one unit; beyond it the unit is shown as replaced. About 20 ms and 12 MB.
WORK_LIMIT = 100_000_000
# Less of the words kept than this share: the unit is a new one, and marks between its words would only confuse.
REWRITTEN = 0.3
# A text of which this share is kept was only added to or taken from, however much.
HELD = 0.8
# Equal words in a row, white space apart, that are never taken for a coincidence.
KEPT_WORDS = 3
KEPT_LETTERS = 16  # of two words


@dataclass(frozen=True, slots=True)
class Hunk:
    """A piece of text that stands in both texts (equal), only in the old (delete) or only in the new (insert)."""

    kind: HunkKind
    text: str


def compare_texts(old: str, new: str) -> tuple[Hunk, ...]:
    """The hunks between two texts of one unit; equal + delete is ``old``, equal + insert is ``new``."""
    return compare_words(old, new, Codebook())


def compare_words(old: str, new: str, book: Codebook) -> tuple[Hunk, ...]:
    """As ``compare_texts``, with the words of ``book``."""
    if old == new:
        return (Hunk("equal", old),) if old else ()
    olds, news = words.pieces(old), words.pieces(new)
    start, end = common_ends(olds, news)
    before, after = "".join(olds[:start]), "".join(olds[len(olds) - end :])
    first, second = "".join(olds[start : len(olds) - end]), "".join(news[start : len(news) - end])
    script = _script(first, second, book)
    if script is None:
        return replaced(old, new)
    script = _closed([("equal", before), *script, ("equal", after)])
    kept = sum(len(text) for kind, text in script if kind == "equal" and not text.isspace())
    if keeps_little(kept, len(old), len(new)):
        return replaced(old, new)
    return tuple(Hunk(kind, text) for kind, text in script)


def _script(old: str, new: str, book: Codebook) -> _Script | None:
    """The readable edit script of what is left between equal ends; None where it would cost too much."""
    first, second = book.encode(old), book.encode(new)
    if Codebook.OTHER in first or Codebook.OTHER in second:
        book = Codebook()
        first, second = book.encode(old), book.encode(new)
    if len(first) * len(second) > WORK_LIMIT or Codebook.OTHER in first or Codebook.OTHER in second:
        return None
    return [(kind, book.decode(part)) for kind, part in _readable(_shortest(first, second), book)]


def keeps_little(kept: int, old: int, new: int) -> bool:
    """Whether so little of two texts is in both that one is no version of the other; all in characters."""
    return 2 * kept < REWRITTEN * (old + new) and kept < HELD * min(old, new)


def replaced(old: str, new: str) -> tuple[Hunk, ...]:
    """All of the old text struck out, all of the new put in."""
    both: tuple[tuple[HunkKind, str], ...] = (("delete", old), ("insert", new))
    return tuple(Hunk(kind, text) for kind, text in both if text)


def _shortest(first: str, second: str) -> list[tuple[int, str]]:
    """The shortest edit script, as diff-match-patch writes it: -1 deleted, 0 equal, 1 inserted."""
    script: list[tuple[int, str]] = []
    inserted = ""
    for step in Indel.opcodes(first, second):
        if step.tag == "insert":
            inserted += second[step.dest_start : step.dest_end]
            continue
        if step.tag == "equal" and inserted:
            script.append((1, inserted))
            inserted = ""
        script.append((-1 if step.tag == "delete" else 0, first[step.src_start : step.src_end]))
    return [*script, (1, inserted)] if inserted else script


def _readable(script: list[tuple[int, str]], book: Codebook) -> _Script:
    """Coincidental equalities absorbed; deletions before insertions; no equality of white space between changes."""
    script = _cleaned(script, book)
    _slide(script, book)
    script = _parted(script, book)
    changes = [position for position, (kind, _) in enumerate(script) if kind]
    inner = range(changes[0], changes[-1]) if changes else range(0)
    result: _Script = []
    gone: list[str] = []
    come: list[str] = []
    for position, (kind, part) in enumerate(script):
        if kind == 0 and not (position in inner and book.is_blank(part)):
            _flush(result, gone, come)
            result.append(("equal", part))
            continue
        if kind <= 0:
            gone.append(part)
        if kind >= 0:
            come.append(part)
    _flush(result, gone, come)
    return result


def _cleaned(script: list[tuple[int, str]], book: Codebook) -> list[tuple[int, str]]:
    """Coincidental equalities absorbed by diff-match-patch, between those that are no coincidence.

    Without the latter an office added to a list of offices would strike out its neighbours.
    """
    cleaned: list[tuple[int, str]] = []
    between: list[tuple[int, str]] = []
    for position, step in enumerate(script):
        if step[0] == 0 and (_says_something(step[1], book) or _follows_exchange(script, position)):
            cleaned += [*_absorbed(between), step]
            between = []
        else:
            between.append(step)
    return [*cleaned, *_absorbed(between)]


def _absorbed(script: list[tuple[int, str]]) -> list[tuple[int, str]]:
    if len(script) > 2:  # else there is nothing between two changes
        diff_match_patch().diff_cleanupSemantic(script)
    return script


def _says_something(part: str, book: Codebook) -> bool:
    """Whether equal words are enough to be meant: several, white space apart, or two long ones."""
    if len(part) < 2:
        return False
    said = book.without_blanks(part)
    return len(said) >= KEPT_WORDS or (len(said) > 1 and len(book.decode(said)) >= KEPT_LETTERS)


def _follows_exchange(script: list[tuple[int, str]], position: int) -> bool:
    """Whether the equal words stand behind one word that took the place of one: ``[-สี่-]{+ห้า+}ปี``."""
    before = script[max(0, position - 2) : position]
    return [len(part) for _, part in before] == [1, 1] and sorted(kind for kind, _ in before) == [-1, 1]


def _parted(script: list[tuple[int, str]], book: Codebook) -> list[tuple[int, str]]:
    """A replacement of a few words that an addition happens to follow, told apart:

    ``จำนวน[-แปด-]{+สิบ+}คน{+ โดยในจำนวนนี้อย่างน้อยสี่คน+}``, not ``จำนวน[-แปด-]{+สิบคน โดยในจำนวนนี้อย่างน้อยสี่+}คน``.
    """
    result: list[tuple[int, str]] = []
    position = 0
    while position < len(script):
        parts = _part(script[position : position + 3], book)
        result += parts or [script[position]]
        position += 3 if parts else 1
    return result


def _part(steps: list[tuple[int, str]], book: Codebook) -> list[tuple[int, str]]:
    """Two edits and the equal words behind them as replacement, equal words, addition; empty where they are not so."""
    if len(steps) < 3 or sorted(kind for kind, _ in steps[:2]) != [-1, 1] or steps[2][0] != 0:
        return []
    (_, short), (kind, long) = sorted(steps[:2], key=lambda step: len(step[1]))
    added, after = long[len(short) :], steps[2][1]
    if not 0 < len(short) <= KEPT_WORDS or not added:
        return []
    text = added + after
    for shift in range(1, len(after) + 1):
        if text[shift - 1] != text[shift - 1 + len(added)]:
            return []
        if book.is_blank(text[shift]) or book.is_blank(text[shift + len(added) : shift + len(added) + 1]):
            first = [(-kind, short), (kind, long[: len(short)])]
            rest = text[shift + len(added) :]
            ends = [(0, text[:shift]), (kind, text[shift : shift + len(added)]), (0, rest)]
            return [*first, *(ends if rest else ends[:2])]
    return []


def _slide(script: list[tuple[int, str]], book: Codebook) -> None:
    """Where an insertion or deletion could as well stand some words to the left or right, put it where a reader would:

    ``{+ปลัดกระทรวงหนึ่ง +}ปลัดกระทรวงสอง``, not ``ปลัด{+กระทรวงหนึ่ง ปลัด+}กระทรวงสอง``.
    """
    for position in range(1, len(script) - 1):
        (kind_before, before), (kind, edit), (kind_after, after) = script[position - 1 : position + 2]
        if kind and not kind_before and not kind_after:
            text = before + edit + after
            start = len(before) + _best_shift(text, len(before), len(edit), book)
            end = start + len(edit)
            if not _strands(text[:start], text[end:], position, len(script), book):
                script[position - 1 : position + 2] = [(0, text[:start]), (kind, text[start:end]), (0, text[end:])]


def _best_shift(text: str, start: int, length: int, book: Codebook) -> int:
    """How many words to shift an edit: it best begins and ends at white space; else it stands as far left as it can."""
    left = 0
    while start + left > 0 and text[start + left - 1] == text[start + left - 1 + length]:
        left -= 1
    right = 0
    while start + right + length < len(text) and text[start + right] == text[start + right + length]:
        right += 1
    best, best_score = left, -1
    for shift in range(left, right + 1):
        first, end = start + shift, start + shift + length
        score = 2 * book.is_blank(text[first - 1 : first]) + (
            book.is_blank(text[end - 1]) or book.is_blank(text[end : end + 1])
        )
        if score > best_score:
            best, best_score = shift, score
    return best


def _strands(before: str, after: str, position: int, steps: int, book: Codebook) -> bool:
    """Whether what is left beside a shifted edit is no word, and another edit stands next to it."""
    return (position > 1 and book.is_blank(before)) or (position < steps - 2 and book.is_blank(after))


def _flush(result: _Script, gone: list[str], come: list[str]) -> None:
    if gone:
        result.append(("delete", "".join(gone)))
    if come:
        result.append(("insert", "".join(come)))
    gone.clear()
    come.clear()


def join(parts: Iterable[Hunk]) -> tuple[Hunk, ...]:
    """Hunks put one after another: neighbours of one kind become one, deletions come before insertions."""
    return tuple(Hunk(kind, text) for kind, text in _closed((part.kind, part.text) for part in parts))


def _closed(parts: Iterable[tuple[HunkKind, str]]) -> _Script:
    result: _Script = []
    gone: list[str] = []
    come: list[str] = []
    for kind, text in parts:
        if not text:
            continue
        if kind != "equal":
            (gone if kind == "delete" else come).append(text)
            continue
        _flush(result, gone, come)
        if result and result[-1][0] == "equal":
            result[-1] = ("equal", result[-1][1] + text)
        else:
            result.append(("equal", text))
    _flush(result, gone, come)
    return result
