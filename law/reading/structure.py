"""Paragraphs -> the tree of an act: one pass that knows in which part of the text it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from law.act import Act, Level
from law.reading import marks
from law.reading.candidates import Candidate, Candidates, Verdict, follows_directly
from law.reading.certain import Mark, unmarked
from law.reading.growing import OpenBody, OpenDivision, OpenTail
from law.reading.headings import Heading, find_heading
from law.reading.landmarks import Landmarks
from law.reading.normalise import Mends, visible
from law.reading.paragraph import Paragraph
from law.reading.parts import Part, Parts

_MOST_HEADINGS = 10  # lines of headings, one in another, over a section
_BODIES = {Part.BODY, Part.CODE}
_BEHIND = {Part.CLOSING, Part.REMARK, Part.SCHEDULE, Part.CONTENTS}


class Reader(Parts):
    """Reads paragraphs one after another; ``read()`` gives the tree."""

    def __init__(self, paragraphs: Sequence[Paragraph], mends: Mends) -> None:
        super().__init__(mends)
        self.paragraphs = paragraphs
        self.candidates = Candidates(unmarked(paragraphs, but=Mark.SECTION))
        self.landmarks = Landmarks(unmarked(paragraphs), self.candidates)
        self.mends = mends
        self._read_to = 0  # lines before this place are read: of a title of several lines all but the first
        self._end = 0  # where the body being read ends at the latest
        self._takers: dict[Part, Callable[[int, Paragraph], bool]] = {
            Part.HEADING: self._take_heading,
            Part.PREAMBLE: self._take_preamble,
            Part.BODY: self._take_body,
            Part.CODE: self._take_body,
            Part.CLOSING: self._take_behind,
            Part.CONTENTS: self._take_behind,
            Part.SCHEDULE: self._take_behind,
            Part.REMARK: self._take_behind,
            Part.TAIL: self._take_tail,
        }

    def read(self) -> Act:
        """The tree of the whole text."""
        for at, paragraph in enumerate(self.paragraphs):
            if at >= self._read_to:
                self._take(at, paragraph)
        return self.act()

    def _take(self, at: int, paragraph: Paragraph) -> None:
        if at >= self.landmarks.footnotes:
            self.keep_footnote(paragraph.text)
        elif not self._takers[self.part](at, paragraph):
            self.keep(paragraph.text)

    # -- one taker for each part: True where the paragraph found its place --

    def _take_heading(self, at: int, paragraph: Paragraph) -> bool:
        starts = at in self.candidates.by_place or find_heading(self.paragraphs, at, self.landmarks, self.candidates)
        if not starts and self.title.take(paragraph.text):
            return True
        self.part = Part.PREAMBLE
        return self._take_preamble(at, paragraph)

    def _take_preamble(self, at: int, paragraph: Paragraph) -> bool:
        if marks.CONTENTS.fullmatch(paragraph.text):
            self.contents_first = True
            return self._enter(Part.CONTENTS, paragraph.text)
        self._end = self._end or self.landmarks.end_of_body(at)
        return self._opens(at, paragraph, self.body)

    def _take_body(self, at: int, paragraph: Paragraph) -> bool:
        body = self.open_body
        if self._opens(at, paragraph, body) or self._opens_code(at) or self._opens_tail(at, body):
            return True
        if self._leaves_body(at, paragraph):
            return True
        if body.section is not None and self.candidates.joins(at, body.last_text):
            body.section.join(paragraph.text)
        elif body.section is not None:
            body.section.add(paragraph.text)
        elif body.open:
            body.open[-1].add_title(paragraph.text)
        else:
            self.preamble.append(paragraph.text)
        return True

    def _take_behind(self, at: int, paragraph: Paragraph) -> bool:
        if self._opens_code(at) or self._opens_tail(at, self.open_body) or self._returns(at, paragraph):
            return True
        text = paragraph.text
        if self.part is not Part.SCHEDULE and marks.CONTENTS.fullmatch(text):
            return self._enter(Part.CONTENTS, text)
        if self.part is not Part.REMARK and marks.REMARK.match(text):
            return self._enter(Part.REMARK, text)
        if self.part in {Part.CLOSING, Part.REMARK} and paragraph.apart and self._names_schedule(text):
            return self._enter(Part.SCHEDULE, text)
        return False

    def _take_tail(self, at: int, paragraph: Paragraph) -> bool:
        tail = self.tail[-1]
        if self._opens_code(at) or self._code_goes_on(at, tail.body) or self._opens_tail(at, tail.body):
            return True
        if not self._opens(at, paragraph, tail.body):
            if tail.body.section is not None and self.candidates.joins(at, tail.body.last_text):
                tail.body.section.join(paragraph.text)
            elif marks.REMARK.match(paragraph.text) and not tail.body.in_quotation:
                tail.lines.append(paragraph.text)
            else:
                tail.add(paragraph.text)
        return True

    # -- what a paragraph opens --

    def _opens(self, at: int, paragraph: Paragraph, body: OpenBody) -> bool:
        """Open a section or a division of a body, where the paragraph is one."""
        found = self.candidates.by_place.get(at)
        if found is not None:
            return self._opens_section(found, body)
        if body.in_quotation:
            return False
        heading = find_heading(self.paragraphs, at, self.landmarks, self.candidates, body)
        if heading is None:
            return False
        body.add_division(open_division(heading))
        self._enters_body()
        return True

    def _opens_section(self, found: Candidate, body: OpenBody) -> bool:
        after = body.last_text if body.last else (self.preamble[-1] if self.preamble else "")
        verdict = self.candidates.judge(found, body.last, self._end, in_quotation=body.in_quotation, after=after)
        if verdict is Verdict.CITATION:
            return False
        behind_reasons = self.part is Part.TAIL and body.last is None and bool(self.tail[-1].lines)
        if behind_reasons or (verdict is Verdict.RESTART and self.part is not Part.PREAMBLE):
            self._untitled_tail(found)
            return True
        self._enters_body()
        body.add_section(found)
        return True

    def _enters_body(self) -> None:
        if self.part is Part.PREAMBLE:
            self.part = Part.BODY

    def _opens_code(self, at: int) -> bool:
        match = marks.CODE_TITLE.fullmatch(self.paragraphs[at].text)
        if match is None or self.code is not None or not self.body.sections or not self.landmarks.code_starts(at):
            return False
        if self.part is Part.TAIL and match["title"] not in self.title.title(()):
            return False
        self.code = OpenBody()
        self.code_heading.append(self.paragraphs[at].text)
        self.part, self._end = Part.CODE, self.landmarks.end_of_code(at)
        return True

    def _code_goes_on(self, at: int, tail: OpenBody) -> bool:
        """Whether a heading over the code's next section goes on with the code, behind an act on a later book of it."""
        code, following = self.code, self.candidates.next_after(at)
        if code is None or code.last is None or following is None or tail.in_quotation:
            return False
        goes_on = following.at <= at + _MOST_HEADINGS and follows_directly(code.last.last_label, following.label)
        if not goes_on or (tail.last is not None and follows_directly(tail.last.last_label, following.label)):
            return False
        heading = find_heading(self.paragraphs, at, self.landmarks, self.candidates, code)
        if heading is None or not heading.label:
            return False
        self.part, self._end = Part.CODE, self.landmarks.end_of_code(at)
        code.add_division(open_division(heading))
        return True

    def _opens_tail(self, at: int, body: OpenBody) -> bool:
        count = self.landmarks.title_lines.get(at, 0)
        if not count or not self._is_tail(at, body):
            return False
        self._open_tail(at, *self._title(" ".join(p.text for p in self.paragraphs[at : at + count])))
        self._read_to = at + count
        return True

    def _is_tail(self, at: int, body: OpenBody) -> bool:
        """Whether a title opens an act of the tail here, and is not one of a list of acts in a section."""
        following = self.candidates.next_after(at)
        near = following is not None and following.at <= at + 6
        followed = near or any(marks.REMARK.match(p.text) for p in self.paragraphs[at + 1 : at + 4])
        if self.part in _BODIES:
            if body.last is None or body.in_quotation:
                return False
            if self.paragraphs[at].ruled:
                return True
            goes_on = following is not None and follows_directly(body.last.last_label, following.label)
            return followed and not (near and goes_on)
        if self.part is Part.TAIL:
            return not body.in_quotation
        return followed or self.part is not Part.SCHEDULE

    def _title(self, written: str) -> tuple[str, tuple[str, ...]]:
        """A title without the editors' star, and its footnote markers."""
        bare = written.lstrip("* ")
        self.mends.note("star", int(bare != written), removed=visible(written) - visible(bare))
        return marks.without_notes(bare)

    def _open_tail(self, at: int, title: str, notes: tuple[str, ...]) -> None:
        self.tail.append(OpenTail(title, notes))
        self.part = Part.TAIL
        self._end = min(self.landmarks.first_title(at), self.landmarks.footnotes)

    def _untitled_tail(self, found: Candidate) -> None:
        """A section that begins the numbering anew: its title is the line above, where that names an act."""
        lines = self.last_lines
        if lines and marks.INSTRUMENT_START.match(lines[-1].lstrip("* ")):
            self._open_tail(found.at, *self._title(lines.pop()))
        else:
            self.untitled.append(found.label)
            self._open_tail(found.at, "", ())
        self.tail[-1].body.add_section(found)

    # -- leaving a body, and coming back --

    def _leaves_body(self, at: int, paragraph: Paragraph) -> bool:
        text = paragraph.text
        body = self.open_body
        if body.in_quotation:
            return False
        if marks.CLOSING.match(text) and not self._goes_on_soon(at, body):
            return self._enter(Part.CLOSING, text)
        if marks.REMARK.match(text):
            return self._enter(Part.REMARK, text)
        if paragraph.apart and body.section is not None and marks.SCHEDULE_NAME.fullmatch(text):
            following = self.candidates.next_after(at)
            if following is None or following.at > at + 1:
                return self._enter(Part.SCHEDULE, text)
        return False

    def _goes_on_soon(self, at: int, body: OpenBody) -> bool:
        following = self.candidates.next_after(at)
        if following is None or body.last is None or following.at > at + 2:
            return False
        return follows_directly(body.last.last_label, following.label)

    def _returns(self, at: int, paragraph: Paragraph) -> bool:
        """Whether a body goes on behind what looked like its end (a schedule between two chapters)."""
        body = self.open_body
        following = self.candidates.next_after(at - 1)
        if following is None or following.at >= self.landmarks.footnotes:
            return False
        goes_on = body.last is not None and follows_directly(body.last.last_label, following.label)
        if self.part is Part.CONTENTS and body.last is None:
            goes_on = following.label == "1"
        if goes_on and following.word == (body.last.word if body.last else following.word):
            return self._opens(at, paragraph, body) and self._back_to_body()
        if at in self.candidates.by_place and self.part is not Part.SCHEDULE and body.last is not None:
            self._untitled_tail(self.candidates.by_place[at])
            return True
        return False

    def _back_to_body(self) -> bool:
        self.part = Part.CODE if self.code is not None else Part.BODY
        return True

    def _names_schedule(self, text: str) -> bool:
        return marks.SCHEDULE.fullmatch(text) is not None

    def _enter(self, part: Part, line: str) -> bool:
        self.part = part
        self.keep(line)
        return True


def open_division(heading: Heading) -> OpenDivision:
    """A division that begins with this heading."""
    division = OpenDivision(heading.level, heading.word, heading.label, heading.written, heading.notes)
    if heading.rest:
        division.add_title(heading.rest)
    return division


__all__ = ["Level", "Part", "Reader"]
