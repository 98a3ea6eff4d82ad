"""The parts of an act as they are gathered, and the tree made of them."""

from __future__ import annotations

from enum import Enum, auto

from law import numerals
from law.act import Act, Code, Footnote
from law.reading import marks
from law.reading.furniture import is_page_foot
from law.reading.growing import OpenBody, OpenTail
from law.reading.normalise import Mends
from law.reading.titles import TitleLines


class Part(Enum):
    """Where in the text the reader stands."""

    HEADING = auto()
    PREAMBLE = auto()
    BODY = auto()
    CLOSING = auto()
    CONTENTS = auto()
    CODE = auto()
    SCHEDULE = auto()
    REMARK = auto()
    TAIL = auto()
    FOOTNOTES = auto()


class Parts:
    """What was read of an act so far, part by part."""

    def __init__(self, mends: Mends) -> None:
        self.part = Part.HEADING
        self.title = TitleLines(mends)
        self.preamble: list[str] = []
        self.body = OpenBody()
        self.closing: list[str] = []
        self.contents: list[str] = []
        self.contents_first = False  # whether they stand before the first section
        self.code_heading: list[str] = []
        self.code: OpenBody | None = None
        self.code_closing: list[str] = []
        self.schedules: list[str] = []
        self.remarks: list[str] = []
        self.tail: list[OpenTail] = []
        self.footnotes: list[Footnote] = []
        self.untitled: list[str] = []  # labels of sections that began an act of the tail without a title
        self.unplaced: list[str] = []

    @property
    def open_body(self) -> OpenBody:
        """The body that sections belong to now: the code's, once it began."""
        return self.code if self.code is not None else self.body

    @property
    def last_lines(self) -> list[str]:
        """The lines of the part that is open, where it keeps lines behind a body."""
        if self.part is Part.TAIL:
            return self.tail[-1].lines
        return {Part.CLOSING: self.closing, Part.REMARK: self.remarks, Part.SCHEDULE: self.schedules}.get(self.part, [])

    def keep(self, line: str) -> None:
        """Keep a line in the part that is open."""
        closing = self.code_closing if self.code is not None else self.closing
        {
            Part.PREAMBLE: self.preamble,
            Part.CLOSING: closing,
            Part.CONTENTS: self.contents,
            Part.SCHEDULE: self.schedules,
            Part.REMARK: self.remarks,
        }[self.part].append(line)

    def keep_footnote(self, line: str) -> None:
        """Keep a line that stands among the footnotes."""
        self.part = Part.FOOTNOTES
        match = marks.FOOTNOTE.fullmatch(line)
        if match is not None:
            self.footnotes.append(Footnote(numerals.arabic(match["marker"]), match["text"]))
        elif is_page_foot(line):
            self.unplaced.append(line)
        else:
            last = self.footnotes[-1]
            self.footnotes[-1] = Footnote(last.marker, f"{last.text} {line}".strip())

    def act(self) -> Act:
        """The tree of all that was read."""
        body = self.body.close()
        # Without a code its table of contents is the act's own: it stays where it stood.
        contents = [] if self.code is not None else self.contents
        in_front, behind = (contents, []) if self.contents_first else ([], contents)
        return Act(
            title=self.title.title(body),
            body=body,
            heading=tuple(self.title.lines),
            preamble=(*self.preamble, *in_front),
            code=self._code(),
            closing=(*self.closing, *behind),
            schedules=tuple(self.schedules),
            remarks=tuple(self.remarks),
            tail=tuple(tail.close() for tail in self.tail),
            footnotes=tuple(self.footnotes),
        )

    def _code(self) -> Code | None:
        if self.code is None:
            return None
        title = marks.without_notes(self.code_heading[0])[0]
        heading, closing, contents = tuple(self.code_heading), tuple(self.code_closing), tuple(self.contents)
        return Code(title, self.code.close(), heading, closing, contents)
