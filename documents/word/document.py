"""A document as DOCX, with the changes tracked: accepting all of them gives the new text, rejecting all the old.

Changes are tracked where a document is one running text (``Document.tracked``). In tables, where old and new stand
beside each other, marks are only underlined and struck.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from lxml import etree

from documents.model import Document, Mark, PageBreak, Paragraph, Run, Seats, Style, Table
from documents.printable import check_length, xml_text
from documents.word.file import packed
from documents.word.notes import Comments, Footnotes, Placed, note_span
from documents.word.origin import bookmark
from documents.word.runs import Span, bound, cut, section_label
from documents.word.seats import seats
from documents.word.sheet import (
    closing,
    footer_part,
    header_part,
    section_properties,
    square_image,
    text_width,
)
from documents.word.styles import SECTION, SOFT, TWIPS, fonts_part, look_of, run_properties, settings_part, styles_part
from documents.word.table import table
from documents.word.xml import element, part, said, valued

_LABEL = SECTION.replace(" ", "")
_FACTS = round(2.6 * TWIPS)  # where their values begin
_RULE = 4.0  # centimetres


def word(document: Document) -> bytes:
    """The file. :raises TooLong:"""
    check_length(document)
    writer = _Writer(document)
    content = [*writer.content()]
    ending = section_properties(document, footnotes=bool(writer.footnotes))
    parts = {
        "styles": styles_part(),
        "settings": settings_part(footnotes=bool(writer.footnotes)),
        "fontTable": fonts_part(),
        "header": header_part(document),
        "footer": footer_part(document),
    }
    parts |= {"footnotes": writer.footnotes.part()} if writer.footnotes else {}
    parts |= {"comments": writer.comments.part()} if writer.comments else {}
    body = part("w:document", element("w:body", *content, ending))
    return packed(document, body, parts, square_image(document) if document.address else b"")


class _Writer:
    """Writes the blocks of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.revisions = self.bookmarks = 0
        self.comments = Comments()
        self.footnotes = Footnotes(self._revision if document.tracked else None)
        moment = document.changed or datetime.combine(document.made, time(), UTC)
        self.moment = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.author = xml_text(document.author) or "ร่างแก้"

    def content(self) -> Iterator[etree._Element]:
        """All that stands in the body, in order."""
        blocks = self.document.blocks
        below = (*blocks[1:], None)
        if self.document.shows_title:
            yield from self._title()
        breaks = False
        for block, following in zip(blocks, below, strict=False):
            if isinstance(block, PageBreak):
                breaks = True
                continue
            written = [*self._block(block)]
            if isinstance(following, Table):
                _with_room_below(written[-1])
            yield from _on_a_new_page(written) if breaks else written
            breaks = False
        # Word keeps the end of the last paragraph whatever is rejected.
        if self.document.tracked or (blocks and isinstance(blocks[-1], Table)):
            yield closing()

    def _title(self) -> list[etree._Element]:
        title = self._text(Paragraph((Run(self.document.title, strong=True),), Style.HEADING, level=1))
        lines = [title, *(self._fact(name, value) for name, value in self.document.facts)]
        return [*lines[:-1], _with_room_below(lines[-1])]

    def _block(self, block: Paragraph | Table | Seats) -> Iterator[etree._Element]:
        if isinstance(block, Paragraph):
            yield self._text(block)
        elif isinstance(block, Table):
            title = " | ".join(block.head)
            yield table(block, text_width(self.document), title, self._in_table)
        else:
            for bar in block.bars:
                yield self._paragraph(bar.line, tracked=False, kept=True)
                yield seats(bar)

    def _text(self, paragraph: Paragraph) -> etree._Element:
        tracked = self.document.tracked and paragraph.style is not Style.SMALL  # a legend is no change
        return self._paragraph(paragraph, tracked=tracked)

    def _in_table(self, paragraph: Paragraph, kept: bool) -> etree._Element:
        return self._paragraph(paragraph, tracked=False, kept=kept)

    def _fact(self, name: str, value: str) -> etree._Element:
        """A line below the title; the values stand below each other."""
        look = look_of(Paragraph((), Style.SMALL))
        words = element("w:r", run_properties(Run(""), look.size, colour=SOFT), said(name))
        tab = element("w:r", run_properties(Run(""), look.size), element("w:tab"), said(value))
        stop = element("w:tabs", element("w:tab", val="left", pos=str(_FACTS)))
        hanging = element("w:ind", left=str(_FACTS), hanging=str(_FACTS))
        return element("w:p", element("w:pPr", valued("w:pStyle", look.code), stop, hanging), words, tab)

    def _paragraph(self, paragraph: Paragraph, *, tracked: bool, kept: bool = False) -> etree._Element:
        change = paragraph.change if tracked and paragraph.change is not Mark.MOVED else Mark.PLAIN
        properties = _properties(paragraph, text_width(self.document), kept=kept)
        if change is not Mark.PLAIN:
            properties.append(element("w:rPr", self._revision(change)))
        spans = [note_span(paragraph, note) for note in paragraph.notes]
        content = [*self._runs(paragraph, spans, tracked=tracked)]
        for note, span in zip(paragraph.notes, spans, strict=True):
            content = self.comments.about(note, span, content)
        begin = self._bookmark(paragraph.unit) if paragraph.unit else ()
        return element("w:p", properties, *begin, *(one for _, one in content))

    def _bookmark(self, address: str) -> Iterator[etree._Element]:
        """Both ends before the first words, so that no change of them takes it away."""
        self.bookmarks += 1
        number = str(self.bookmarks)
        yield element("w:bookmarkStart", id=number, name=bookmark(address))
        yield element("w:bookmarkEnd", id=number)

    # --- runs -------------------------------------------------------------------------------------

    def _runs(self, paragraph: Paragraph, spans: list[Span], *, tracked: bool) -> Iterator[Placed]:
        size = look_of(paragraph).size
        label = section_label(paragraph) or (0, 0)
        for begin, run in cut(bound(paragraph.runs), (place for span in (label, *spans) for place in span)):
            if run.text:
                style = _LABEL if label[0] <= begin < label[1] else ""
                yield begin, self._run(run, size, style, tracked=tracked)
            # Of a section that goes with nothing to tell but that: no decision would leave it.
            gone = tracked and Mark.DELETED is run.mark is paragraph.change
            if run.footnote and not (gone and run.noted > run.footnote.count("\n")):
                yield begin + len(run.text), self.footnotes.refer(run)

    def _run(self, run: Run, size: float, style: str, *, tracked: bool) -> etree._Element:
        follows = tracked and run.mark in (Mark.INSERTED, Mark.DELETED)
        name = "w:delText" if follows and run.mark is Mark.DELETED else "w:t"
        made = element("w:r", run_properties(run, size, marked=not follows, style=style))
        for place, line in enumerate(run.text.split("\n")):
            made.extend([*([element("w:br")] if place else []), said(line, name)])
        if not follows:
            return made
        revision = self._revision(run.mark)
        revision.append(made)
        return revision

    def _revision(self, mark: Mark) -> etree._Element:
        self.revisions += 1
        name = "w:ins" if mark is Mark.INSERTED else "w:del"
        return element(name, id=str(self.revisions), author=self.author, date=self.moment)


def _properties(paragraph: Paragraph, across: int, *, kept: bool) -> etree._Element:
    """``w:pPr``: the style, and what differs from it; in the order of the schema."""
    found = [valued("w:pStyle", look_of(paragraph).code)]
    found += [element("w:keepNext")] if kept else []
    if paragraph.style is Style.RULE:
        side = str((across - round(_RULE * TWIPS)) // 2)
        found.append(element("w:pBdr", element("w:top", val="single", sz="6", space="1", color="000000")))
        found.append(element("w:spacing", before="160", after="80", line="60", lineRule="exact"))
        found.append(element("w:ind", left=side, right=side))
    elif paragraph.style is Style.FLUSH and paragraph.depth:
        found.append(element("w:ind", firstLine=str(round(0.5 * TWIPS * min(paragraph.depth, 3)))))
    elif paragraph.style is Style.CENTRE and paragraph.level:
        found.append(valued("w:jc", "center"))
    return element("w:pPr", *found)


_BEHIND_SPACING = ("}ind", "}jc", "}rPr")  # in ``w:pPr``


def _with_room_below(block: etree._Element) -> etree._Element:
    """The same, with some points between a paragraph and what follows."""
    if block.tag.endswith("}p") and not any(one.tag.endswith("}spacing") for one in block[0]):
        place = next((place for place, one in enumerate(block[0]) if one.tag.endswith(_BEHIND_SPACING)), len(block[0]))
        block[0].insert(place, element("w:spacing", after="120"))
    return block


def _on_a_new_page(written: list[etree._Element]) -> list[etree._Element]:
    """The same, at the head of a page; before a table stands a paragraph that takes no room."""
    paragraphs = written if written[0].tag.endswith("}p") else [closing(), *written]
    paragraphs[0][0].insert(1, element("w:pageBreakBefore"))
    return paragraphs
