"""The reader that obeys what a person has marked, and the one that also says what it made of every line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from law.act import ITEM_LABEL, Kind, read_units
from law.reading.certain import Mark
from law.reading.growing import OpenBody
from law.reading.headings import marked_heading
from law.reading.normalise import Mends
from law.reading.paragraph import Paragraph
from law.reading.parts import Part
from law.reading.structure import Reader, open_division

_BEFORE_BODY = {Part.HEADING, Part.PREAMBLE}


class MarkedReader(Reader):
    """Takes a marked line as what it is marked; where it can not be that, as what it looks like."""

    def _take(self, at: int, paragraph: Paragraph) -> None:
        if not (paragraph.mark and self._take_marked(at, paragraph)):
            super()._take(at, paragraph)

    def _take_marked(self, at: int, paragraph: Paragraph) -> bool:
        if paragraph.mark == Mark.SECTION:
            return self._take_section(at)
        if paragraph.mark == Mark.HEADING:
            return self._take_division(at, paragraph.text)
        return self._take_text(paragraph.text)

    def _take_section(self, at: int) -> bool:
        found = self.candidates.by_place.get(at)
        if found is None:
            return False
        self._body_here(at).add_section(found)
        return True

    def _take_division(self, at: int, text: str) -> bool:
        body = self._body_here(at)
        heading = marked_heading(text, body)
        if heading is None:
            body.open[-1].add_title(text)
        else:
            body.add_division(open_division(heading))
        return True

    def _body_here(self, at: int) -> OpenBody:
        """The body that a section or heading belongs to here; one that was left is gone back to."""
        if self.part is Part.TAIL:
            return self.tail[-1].body
        self._end = self._end or self.landmarks.end_of_body(at)
        self._back_to_body()
        return self.open_body

    def _take_text(self, text: str) -> bool:
        if self.part is Part.TAIL:
            self.tail[-1].add(text)
            return True
        body = self.open_body
        if self.part in _BEFORE_BODY or (body.section is None and not body.open):
            self.part = Part.PREAMBLE if self.part is Part.HEADING else self.part
            self.keep(text)
        elif self.part not in {Part.BODY, Part.CODE}:
            self.keep(text)
        elif body.section is not None:
            body.section.add(text)
        else:
            body.open[-1].add_title(text)
        return True


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the reader stands between two lines."""

    body: OpenBody
    sections: int
    last: str
    unplaced: int


class TracingReader(MarkedReader):
    """``kinds``: by line, what it was read as: ``section``, ``heading``, ``paragraph``, ``item``, ``definition``,
    ``joined`` (goes on with the line above), ``unplaced``, ``title``, ``preamble``, ``contents``, ``closing``,
    ``schedule``, ``remark``, ``tail``, ``footnotes``.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], mends: Mends) -> None:
        super().__init__(paragraphs, mends)
        self.kinds: dict[int, str] = {}

    def _take(self, at: int, paragraph: Paragraph) -> None:
        before = self._stand()
        super()._take(at, paragraph)
        self.kinds[at] = self._kind(paragraph.text, before, self._stand())

    def _kind(self, text: str, before: _Stand, after: _Stand) -> str:
        if after.unplaced > before.unplaced:
            return "unplaced"
        if self.part not in {Part.BODY, Part.CODE}:
            return "title" if self.part is Part.HEADING else self.part.name.lower()
        if after.sections > (before.sections if after.body is before.body else 0):
            return "section"
        if after.body.section is None:
            return "heading"
        return _kind_in_section(text, before.last, after.last)

    def _stand(self) -> _Stand:
        body = self._body_now()
        return _Stand(body, len(body.sections), body.last_text, len(self.unplaced))

    def _body_now(self) -> OpenBody:
        return self.tail[-1].body if self.part is Part.TAIL else self.open_body


def _kind_in_section(text: str, before: str, after: str) -> str:
    """What a line became in its section."""
    if after != before and before and after.startswith(before) and len(after) > len(text):
        return "joined"
    return unit_kind(text)


def unit_kind(line: str) -> str:
    """``item``, ``definition`` or ``paragraph``: what a line of a section is by how it begins."""
    if ITEM_LABEL.match(line):
        return "item"
    units = read_units(line)
    return "definition" if units and units[0].kind is Kind.DEFINITION else "paragraph"
