"""What stands beside the text of a Word file: footnotes of provenance, and comments."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from documents.model import Mark, Note, Paragraph, Run, Style
from documents.printable import xml_text
from documents.word.runs import Span, words_span
from documents.word.styles import FOOTNOTE, STYLES, run_properties
from documents.word.xml import element, parsed, part, said, valued

Revision = Callable[[Mark], etree._Element]  # an empty ``w:ins`` or ``w:del``
_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}


class Footnotes:
    """The footnotes of a file, numbered as they come. ``revision``: of a file whose changes are tracked."""

    def __init__(self, revision: Revision | None) -> None:
        self._revision = revision
        self._made: list[etree._Element] = []

    def __bool__(self) -> bool:
        return bool(self._made)

    def refer(self, run: Run) -> etree._Element:
        """The number behind a run. Accepting all changes leaves all footnotes; rejecting them those of the old text."""
        lines = run.footnote.split("\n")
        self._made.append(self._footnote(lines, run.noted))
        size = STYLES[Style.LINE].size
        mark = element("w:footnoteReference", id=str(len(self._made)))
        reference = element("w:r", run_properties(Run(""), size, style="FootnoteReference"), mark)
        if run.mark is Mark.DELETED:
            return self._revised(reference, Mark.DELETED)
        came = run.mark is Mark.INSERTED or run.noted >= len(lines)
        return self._revised(reference, Mark.INSERTED) if came else reference

    def part(self) -> bytes:
        """``footnotes.xml``."""
        rules = (
            parsed(f'<w:footnote w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:footnote>')
            for number, name in _SEPARATORS.items()
        )
        return part("w:footnotes", *rules, *self._made)

    def _footnote(self, lines: list[str], noted: int) -> etree._Element:
        """One paragraph; what this proposal does is an insertion where old notes stand beside it."""
        look = run_properties(Run(""), FOOTNOTE.size, style="FootnoteReference")
        runs = [element("w:r", look, element("w:footnoteRef")), _words(" ")]
        for place, line in enumerate(lines):
            words = _words(line, *([element("w:br")] if place + 1 < len(lines) else []))
            runs.append(self._revised(words, Mark.INSERTED) if place < noted < len(lines) else words)
        head = element("w:pPr", valued("w:pStyle", FOOTNOTE.code))
        return element("w:footnote", element("w:p", head, *runs), id=str(len(self._made) + 1))

    def _revised(self, run: etree._Element, mark: Mark) -> etree._Element:
        """The run as a tracked insertion or deletion, where changes are tracked."""
        if self._revision is None:
            return run
        revision = self._revision(mark)
        revision.append(run)
        return revision


def _words(text: str, *more: etree._Element) -> etree._Element:
    return element("w:r", run_properties(Run(""), FOOTNOTE.size), said(text), *more)


def _comment_line(words: etree._Element) -> etree._Element:
    look = STYLES[Style.SMALL]
    head = element("w:pPr", valued("w:pStyle", look.code))
    return element("w:p", head, element("w:r", run_properties(Run(""), look.size), words))


Placed = tuple[int, etree._Element]  # with where it begins, in characters of the paragraph


def note_span(paragraph: Paragraph, note: Note) -> Span:
    """What a comment is about: its words where the paragraph has them, else all of it."""
    return words_span(paragraph.runs, note.quote) or (0, len(paragraph.text) + 1)


class Comments:
    """The comments of a file."""

    def __init__(self) -> None:
        self._made: list[etree._Element] = []

    def __bool__(self) -> bool:
        return bool(self._made)

    def about(self, note: Note, span: Span, content: list[Placed]) -> list[Placed]:
        """The content of a paragraph with a comment on what begins within a span of it.

        The comment tells its words as well: they may change, or stand in another paragraph.
        """
        number = str(len(self._made))
        told = f"“{note.quote}”\n{note.text}" if note.quote else note.text
        lines = [_comment_line(said(line)) for line in told.split("\n")]
        lines[0].insert(1, element("w:r", element("w:annotationRef")))
        day, author = f"{note.at.isoformat()}T00:00:00Z", xml_text(note.author)
        self._made.append(element("w:comment", *lines, id=number, author=author, date=day, initials=""))
        start, end, mark = (element(f"w:comment{name}", id=number) for name in ("RangeStart", "RangeEnd", "Reference"))
        begin, stop = span
        return [
            *((place, one) for place, one in content if place < begin),
            (begin, start),
            *((place, one) for place, one in content if begin <= place < stop),
            (stop - 1, end),
            (stop - 1, element("w:r", mark)),
            *((place, one) for place, one in content if place >= stop),
        ]

    def part(self) -> bytes:
        """``comments.xml``."""
        return part("w:comments", *self._made)
