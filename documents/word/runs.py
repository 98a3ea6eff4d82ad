"""The runs of a paragraph in a Word file, cut where something begins or ends in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from documents.model import Mark, Paragraph, Run
from documents.pdf.setting import bound_spaces

# Offsets in characters of all the words of a paragraph, struck ones among them: first, behind the last.
Span = tuple[int, int]


def bound(runs: tuple[Run, ...]) -> Iterator[Run]:
    """With spaces that no line is parted at between word and number, as in ``มาตรา ๕``."""
    signs = [*"".join(run.text for run in runs)]
    for place in bound_spaces("".join(signs)):
        signs[place] = "\u00a0"
    begin = 0
    for run in runs:
        end = begin + len(run.text)
        yield replace(run, text="".join(signs[begin:end]))
        begin = end


def cut(runs: Iterable[Run], places: Iterable[int]) -> Iterator[tuple[int, Run]]:
    """The runs parted at places, each with where it begins; a footnote stays behind the last part of its run."""
    wanted = sorted(set(places))
    offset = 0
    for run in runs:
        end = offset + len(run.text)
        ends = [*(place for place in wanted if offset < place < end), end]
        begin = offset
        for stop in ends:
            text = run.text[begin - offset : stop - offset]
            yield begin, replace(run, text=text, footnote=run.footnote if stop == end else "")
            begin = stop
        offset = end


def section_label(paragraph: Paragraph) -> Span | None:
    """Where a paragraph says the name of the section that begins there, or its label without what stands before it."""
    found: Span | None = None
    offset = 0
    for run in paragraph.runs if paragraph.section else ():
        place = run.text.find(paragraph.section)
        if place >= 0:
            found = offset + place, offset + place + len(paragraph.section)
        elif run.strong and run.text and paragraph.section.endswith(run.text) and run.mark is not Mark.DELETED:
            found = offset, offset + len(run.text)
        offset += len(run.text)
    return found


def words_span(runs: Iterable[Run], words: str) -> Span | None:
    """Where words stand in the new text of a paragraph; the first place of several."""
    offset = 0
    places: list[int] = []
    text = ""
    for run in runs:
        if run.mark is not Mark.DELETED:
            places += range(offset, offset + len(run.text))
            text += run.text
        offset += len(run.text)
    start = text.find(words) if words else -1
    return None if start < 0 else (places[start], places[start + len(words) - 1] + 1)
