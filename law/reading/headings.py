"""Which lines are headings over sections: numbered divisions, transitory provisions, and headings without a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from law import numerals
from law.act import ITEM_LABEL, Level
from law.reading import marks
from law.reading.candidates import Candidates, follows_directly
from law.reading.growing import OpenBody
from law.reading.landmarks import Landmarks
from law.reading.paragraph import Paragraph

_LONGEST_HEADING = 100
_LONGEST_TITLE_BESIDE = 200
_LOOK_AHEAD = 5
_SENTENCE = re.compile(r"ให้|ต้อง|ได้|จะ|ไม่|มิ|เป็น|ถ้า|\(ยกเลิก\)")
_LONGEST_PROMULGATION = 40  # lines between the name of a division that is put in force and the division itself


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as read. ``rest``: words of its title that stand beside its number."""

    level: Level
    word: str
    label: str = ""
    written: str = ""
    notes: tuple[str, ...] = ()
    rest: str = ""


def find_heading(
    paragraphs: Sequence[Paragraph],
    at: int,
    landmarks: Landmarks,
    candidates: Candidates,
    body: OpenBody | None = None,
) -> Heading | None:
    """The heading that a paragraph is, or None. ``body``: what was read before it, None at the start of a text."""
    text = paragraphs[at].text
    if text.startswith(tuple(marks.LEVELS)):
        return _numbered(paragraphs, at, candidates, body)
    if body is None or len(text) > _LONGEST_HEADING:
        return None
    return _transitory(text, body) or _bare(paragraphs, at, landmarks, candidates, body)


def marked_heading(text: str, body: OpenBody) -> Heading | None:
    """The heading that a line is because a person says so; None where it is the title of the one above."""
    match = marks.DIVISION.fullmatch(text) or marks.DIVISION_IN_WORDS.fullmatch(text)
    if match is not None:
        return _as_numbered(match)
    transitory = marks.TRANSITORY.fullmatch(text)
    if transitory is not None:
        return Heading(Level.TRANSITORY, transitory["word"], notes=marks.note_marks(transitory["notes"]))
    if _is_title_wanted(body):
        return None
    word, notes = marks.without_notes(text)
    return Heading(Level.HEADING, word, notes=notes)


def _numbered(
    paragraphs: Sequence[Paragraph], at: int, candidates: Candidates, body: OpenBody | None
) -> Heading | None:
    text = paragraphs[at].text
    match = marks.DIVISION.fullmatch(text) or marks.DIVISION_IN_WORDS.fullmatch(text)
    if match is None or len(match["rest"]) > _LONGEST_TITLE_BESIDE:
        return None
    rest = match["rest"].strip()
    if rest and marks.DIVISION_CITED.match(rest):
        return None
    if body is not None and not paragraphs[at].apart and marks.JOINER.search(body.last_text):
        return None
    if _comes_again(paragraphs, at, match, candidates):
        return None
    repealed = rest.endswith("(ยกเลิก)")
    if rest and not repealed and not _leads_to_section(paragraphs, at, candidates):
        return None
    return _as_numbered(match)


def _comes_again(paragraphs: Sequence[Paragraph], at: int, found: re.Match[str], candidates: Candidates) -> bool:
    """Whether the same number stands over the next section once more: here it is only named, or the page's own.

    So a decree that puts ``บรรพ ๓`` of a code in force, and stands before it.
    """
    following = candidates.next_after(at)
    end = min(following.at if following else len(paragraphs), at + _LONGEST_PROMULGATION)
    others = (marks.DIVISION.fullmatch(paragraph.text) for paragraph in paragraphs[at + 1 : end])
    number = numerals.plain(found["label"])
    for other in others:
        if other is not None and other["word"] == found["word"]:
            return numerals.plain(other["label"]) == number
    return False


def _as_numbered(match: re.Match[str]) -> Heading:
    level = next(level for stem, level in marks.LEVELS.items() if match["word"].startswith(stem))
    label = match["label"]
    number = numerals.number_from_words(label)
    plain = str(number) if number is not None else numerals.plain(label)
    notes = marks.note_marks(match["before"] + match["notes"])
    return Heading(level, match["word"], plain, label, notes, match["rest"].strip())


def _leads_to_section(paragraphs: Sequence[Paragraph], at: int, candidates: Candidates) -> bool:
    """Whether a section, or another division, stands within a few lines."""
    following = candidates.next_after(at)
    if following is not None and following.at <= at + _LOOK_AHEAD:
        return True
    return any(marks.DIVISION.fullmatch(paragraph.text) for paragraph in paragraphs[at + 1 : at + 3])


def _transitory(text: str, body: OpenBody) -> Heading | None:
    match = marks.TRANSITORY.fullmatch(text)
    if match is None or _is_title_wanted(body):
        return None
    return Heading(Level.TRANSITORY, match["word"], notes=marks.note_marks(match["notes"]))


def _is_title_wanted(body: OpenBody) -> bool:
    """Whether the division opened last still has no title: then these words are its title."""
    return bool(body.open) and body.section is None and not body.open[-1].title and bool(body.open[-1].label)


def _bare(
    paragraphs: Sequence[Paragraph], at: int, landmarks: Landmarks, candidates: Candidates, body: OpenBody
) -> Heading | None:
    if body.open and body.section is None:
        return None
    following = candidates.by_place.get(at + 1)
    text = paragraphs[at].text
    if following is None or text.startswith(("[", "“", '"')) or not _is_next(following.label, body):
        return None
    ruled = paragraphs[at + 1].ruled
    label = ITEM_LABEL.match(text)
    if label is not None:
        lettered = paragraphs[at].apart and _is_lettered(label, body, ruled=ruled)
        word, notes = marks.without_notes(text)
        return Heading(Level.HEADING, word, notes=notes) if lettered else None
    known = marks.BARE_HEADING.fullmatch(text) is not None
    if not known and not ruled and not (landmarks.is_tight and paragraphs[at].apart):
        return None
    if not known and (marks.LIST_INTRO.search(text) or marks.PREAMBLE.match(text) or at in landmarks.title_lines):
        return None
    word, notes = marks.without_notes(text)
    return Heading(Level.HEADING, word, notes=notes)


def _is_lettered(label: re.Match[str], body: OpenBody, *, ruled: bool) -> bool:
    """Whether a line with an item's label stands over the sections behind it: ``(ข) ว่าด้วยทางเรือเดิน``.

    It does where the section before has no such list for it to go on with, and it makes no sentence.
    """
    plain = numerals.plain(label["label"])
    if body.section is None or _SENTENCE.search(label.string) or not label.string[label.end() :]:
        return False
    return ruled or not (numerals.is_first(plain) or body.section.order.has(plain))


def _is_next(label: str, body: OpenBody) -> bool:
    return body.last is None or follows_directly(body.last.last_label, label)
