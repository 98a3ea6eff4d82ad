"""Paragraphs -> the tree of an act: one pass that knows in which part of the text it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from law import numerals
from law.act import ITEM_LABEL, Act, Code, Division, Footnote, Level, Node, Section, TailAct, UnitBuilder
from law.reading import marks
from law.reading.lines import Paragraph


class Part(Enum):
    """Where in the text the reader stands."""

    HEADING = auto()
    PREAMBLE = auto()
    BODY = auto()
    CLOSING = auto()
    CODE_HEADING = auto()
    CODE = auto()
    SCHEDULE = auto()
    REMARK = auto()
    TAIL = auto()
    FOOTNOTES = auto()


@dataclass(slots=True)
class OpenSection:
    label: str
    written: str
    word: str
    until: str | None
    notes: tuple[str, ...]
    builder: UnitBuilder = field(default_factory=UnitBuilder)

    def close(self) -> Section:
        return Section(self.label, self.written, self.builder.units(), self.word, self.until, self.notes)


@dataclass(slots=True)
class OpenDivision:
    level: Level
    word: str
    label: str
    written: str
    notes: tuple[str, ...]
    title: list[str] = field(default_factory=list)
    children: list[OpenDivision | OpenSection] = field(default_factory=list)

    def close(self) -> Division:
        children = tuple(child.close() for child in self.children)
        return Division(self.level, self.word, self.label, self.written, " ".join(self.title), children, self.notes)


@dataclass(slots=True)
class OpenBody:
    """A body being read: the divisions open now, outermost first."""

    nodes: list[OpenDivision | OpenSection] = field(default_factory=list)
    open: list[OpenDivision] = field(default_factory=list)
    last: OpenSection | None = None

    def add_division(self, division: OpenDivision, depth: int) -> None:
        del self.open[depth:]
        (self.open[-1].children if self.open else self.nodes).append(division)
        self.open.append(division)
        self.last = None

    def add_section(self, section: OpenSection) -> None:
        (self.open[-1].children if self.open else self.nodes).append(section)
        self.last = section

    def close(self) -> tuple[Node, ...]:
        return tuple(node.close() for node in self.nodes)


@dataclass(slots=True)
class OpenTail:
    title: str
    body: OpenBody = field(default_factory=OpenBody)
    lines: list[str] = field(default_factory=list)

    def close(self) -> TailAct:
        sections = tuple(node for node in self.body.close() if isinstance(node, Section))
        return TailAct(self.title, sections, tuple(self.lines))


_DEPTH = {Level.DIVISION: 0, Level.BOOK: 0, Level.TITLE: 1, Level.CHAPTER: 2, Level.PART: 3}


class Reader:
    """Reads paragraphs one after another; ``act()`` gives the tree."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.at = 0
        self.part = Part.HEADING
        self.heading: list[str] = []
        self.preamble: list[str] = []
        self.body = OpenBody()
        self.closing: list[str] = []
        self.code_heading: list[str] = []
        self.code: OpenBody | None = None
        self.schedules: list[str] = []
        self.remarks: list[str] = []
        self.tail: list[OpenTail] = []
        self.footnotes: list[Footnote] = []

    def read(self) -> Act:
        for self.at, paragraph in enumerate(self.paragraphs):
            self._take(paragraph)
        code = Code("".join(self.code_heading[:1]), self.code.close(), tuple(self.code_heading)) if self.code else None
        return Act(
            title=title_of(self.heading),
            body=self.body.close(),
            heading=tuple(self.heading),
            preamble=tuple(self.preamble),
            code=code,
            closing=tuple(self.closing),
            schedules=tuple(self.schedules),
            remarks=tuple(self.remarks),
            tail=tuple(tail.close() for tail in self.tail),
            footnotes=tuple(self.footnotes),
        )

    # -- which part a paragraph belongs to --

    def _take(self, paragraph: Paragraph) -> None:
        line = paragraph.text
        if self._footnote(line) or self._heading(line) or self._tail(paragraph) or self._code(line):
            return
        if self.part in {Part.BODY, Part.CODE, Part.PREAMBLE, Part.TAIL} and self._structure(line):
            return
        if self.part in {Part.BODY, Part.CODE} and self._ends(line):
            return
        self._text(line)

    def _footnote(self, line: str) -> bool:
        match = marks.FOOTNOTE.fullmatch(line)
        if match is None or not match["text"] or self.part in {Part.HEADING, Part.PREAMBLE}:
            return False
        self.footnotes.append(Footnote(numerals.arabic(match["marker"]), match["text"]))
        self.part = Part.FOOTNOTES
        return True

    def _heading(self, line: str) -> bool:
        if self.part is not Part.HEADING:
            return False
        ended = bool(self.heading) and (marks.year_ends(self.heading[-1]) or len(self.heading) > 8)
        if ended or marks.PREAMBLE.match(line) or marks.SECTION.match(line) or marks.DIVISION.fullmatch(line):
            self.part = Part.PREAMBLE
            return False
        self.heading.append(line)
        return True

    def _tail(self, paragraph: Paragraph) -> bool:
        if self.part in {Part.HEADING, Part.PREAMBLE, Part.FOOTNOTES, Part.CODE_HEADING}:
            return False
        if not marks.TAIL_TITLE.fullmatch(paragraph.text):
            return False
        if self.part is Part.BODY and not (paragraph.apart and self._section_follows()):
            return False
        self.tail.append(OpenTail(paragraph.text))
        self.part = Part.TAIL
        return True

    def _section_follows(self) -> bool:
        for following in self.paragraphs[self.at + 1 : self.at + 4]:
            if marks.SECTION.match(following.text) or marks.REMARK.match(following.text):
                return True
        return False

    def _code(self, line: str) -> bool:
        if self.code is not None or self.part not in {Part.CLOSING, Part.REMARK, Part.CODE_HEADING}:
            return False
        return False

    def _ends(self, line: str) -> bool:
        if marks.CLOSING.match(line):
            self.part = Part.CLOSING
            self.closing.append(line)
            return True
        if marks.REMARK.match(line):
            self.part = Part.REMARK
            self.remarks.append(line)
            return True
        return False

    def _text(self, line: str) -> None:
        if self.part is Part.CLOSING and marks.REMARK.match(line):
            self.part = Part.REMARK
        if self.part is Part.FOOTNOTES:
            last = self.footnotes[-1]
            self.footnotes[-1] = Footnote(last.marker, f"{last.text} {line}")
        elif self.part is Part.TAIL:
            tail = self.tail[-1]
            if tail.body.last is None or tail.lines or marks.REMARK.match(line):
                tail.lines.append(line)
            else:
                add_line(tail.body.last, line)
        elif self.part in {Part.BODY, Part.CODE}:
            self._body_text(line)
        else:
            {
                Part.PREAMBLE: self.preamble,
                Part.CLOSING: self.closing,
                Part.REMARK: self.remarks,
                Part.SCHEDULE: self.schedules,
            }[self.part].append(line)

    # -- sections and divisions --

    def _open_body(self) -> OpenBody:
        if self.part is Part.TAIL:
            return self.tail[-1].body
        return self.code if self.part is Part.CODE and self.code is not None else self.body

    def _structure(self, line: str) -> bool:
        return self._division(line) or self._section(line)

    def _division(self, line: str) -> bool:
        if self.part is Part.TAIL:
            return False
        match = marks.DIVISION.fullmatch(line)
        body = self._open_body()
        if match is None:
            transitory = marks.TRANSITORY.fullmatch(line)
            if transitory is None:
                return False
            if body.open and not body.open[-1].title and body.last is None:
                return False
            division = OpenDivision(Level.TRANSITORY, transitory["word"], "", "", note_marks(transitory["notes"]))
            body.add_division(division, 0)
        else:
            word = match["word"]
            level = marks.LEVELS[next(stem for stem in marks.LEVELS if word.startswith(stem))]
            division = OpenDivision(
                level, word, numerals.plain(match["label"]), match["label"], note_marks(match["notes"])
            )
            if match["rest"].strip():
                division.title.append(match["rest"].strip())
            depth = next(
                (i for i, d in enumerate(body.open) if _DEPTH.get(d.level, 0) >= _DEPTH[level]), len(body.open)
            )
            body.add_division(division, depth)
        if self.part is Part.PREAMBLE:
            self.part = Part.BODY
        return True

    def _section(self, line: str) -> bool:
        match = marks.SECTION.fullmatch(line)
        if match is None:
            return False
        label = numerals.plain(match["label"])
        body = self._open_body()
        until = marks.UNTIL.fullmatch(match["rest"])
        if until is None and marks.CITED.match(match["rest"]) and body.last is not None:
            return False
        if self.part is Part.PREAMBLE:
            self.part = Part.BODY
        rest = until["rest"] if until else match["rest"]
        section = OpenSection(
            label,
            match["label"],
            match["word"],
            numerals.plain(until["label"]) if until else None,
            note_marks(match["notes0"] + match["notes"]),
        )
        body.add_section(section)
        if rest:
            add_line(section, rest)
        return True

    def _body_text(self, line: str) -> None:
        body = self._open_body()
        if body.last is not None:
            add_line(body.last, line)
        elif body.open:
            body.open[-1].title.append(line)
        else:
            self.preamble.append(line)


def note_marks(text: str) -> tuple[str, ...]:
    """The footnote markers in ``text``, in Arabic digits."""
    return tuple(numerals.arabic(mark) for mark in re.findall(r"[0-9๐-๙]+", text))


def add_line(section: OpenSection, line: str) -> None:
    """Put one paragraph into a section, its footnote markers set apart."""
    notes = note_marks(" ".join(marks.INLINE_NOTE.findall(line)))
    text = marks.INLINE_NOTE.sub("", line) if notes else line
    section.builder.add(" ".join(text.split()), notes)


def title_of(heading: Sequence[str]) -> str:
    """The lines of a heading as one line: no space inside the name, one before the year."""
    title = ""
    for line in heading:
        line = re.sub(marks.NOTES + "$", "", line).strip()
        space = " " if title and (marks.YEAR.match(line) or line.startswith("(")) else ""
        title += space + line
    return title


__all__ = ["ITEM_LABEL", "Reader"]
