"""A document as DOCX, with the changes tracked: accepting all of them gives the new text, rejecting all the old.

Changes are tracked where a document is one running text (``Document.tracked``). In tables, where old and new stand
beside each other, marks are only underlined and struck.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm

from documents.model import Bar, Block, Document, Mark, Note, PageBreak, Paragraph, Run, Seats, Style, Table
from documents.printable import check_length, xml_text
from documents.word_origin import bookmark, with_properties
from documents.word_paper import STYLES, lay_paper, run_properties, style_name, valued

_TIME = (1980, 1, 1, 0, 0, 0)  # of every part of the file, so that the same document gives the same bytes


def word(document: Document) -> bytes:
    """The file. :raises TooLong:"""
    check_length(document)
    file = docx.Document()
    lay_paper(file, document)
    writer = _Writer(file, document)
    writer.write()
    held = io.BytesIO()
    file.save(held)
    return with_properties(_same_bytes(held.getvalue()), document.origin)


def _same_bytes(made: bytes) -> bytes:
    """The same parts, none of them saying when it was written."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            new.writestr(part, old.read(name))
    return held.getvalue()


# Signs that every font for signs has; the letters of TH Sarabun New have none of them.
_SIGNS = {"kept": "■", "added": "⊞", "gone": "⊠", "kept-maybe": "□", "added-maybe": "⊡"}


def _squares(bar: Bar) -> Paragraph:
    return Paragraph((Run(" ".join(_SIGNS[seat] for seat in bar.seats)),), Style.FLUSH)


class _Writer:
    """Writes the blocks of one document."""

    def __init__(self, file: Any, document: Document) -> None:
        self.file = file
        self.document = document
        self.revisions = self.bookmarks = 0
        moment = document.changed or datetime.combine(document.made, time(), UTC)
        self.moment = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def write(self) -> None:
        if self.document.shows_title:
            self._add(Paragraph((Run(self.document.title, strong=True),), Style.HEADING, level=1))
            for name, value in self.document.facts:
                self._add(Paragraph((Run(f"{name}  "), Run(value)), Style.SMALL))
        for block in self.document.blocks:
            self._block(block)
        # Word keeps the end of the last paragraph whatever is rejected.
        if self.document.tracked:
            self._add(Paragraph((), Style.SMALL))

    def _block(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._add(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, PageBreak):
            self.file.add_page_break()
        elif isinstance(block, Seats):
            for bar in block.bars:
                self._add(bar.line)
                self._add(_squares(bar))

    def _add(self, paragraph: Paragraph) -> None:
        tracked = self.document.tracked and paragraph.style is not Style.SMALL  # a legend is no change
        self._fill(self.file.add_paragraph(), paragraph, tracked=tracked)

    def _fill(self, target: Any, paragraph: Paragraph, *, tracked: bool) -> None:
        target.style = self.file.styles[style_name(paragraph)]
        if paragraph.style is Style.FLUSH and paragraph.depth:
            target.paragraph_format.first_line_indent = Cm(0.5 * min(paragraph.depth, 3))
        if tracked and paragraph.change in (Mark.INSERTED, Mark.DELETED):
            properties = OxmlElement("w:rPr")
            properties.append(self._revision(paragraph.change))
            target._p.get_or_add_pPr().append(properties)
        if paragraph.unit:
            target._p.extend(self._bookmark(paragraph.unit))
        for run in paragraph.runs:
            for element in self._run(run, paragraph.style, tracked=tracked):
                target._p.append(element)
        for note in paragraph.notes:
            self._note(target, note)

    def _bookmark(self, address: str) -> Iterator[Any]:
        """Both ends before the first words, so that no change of them takes it away."""
        self.bookmarks += 1
        for end in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(end)
            element.set(qn("w:id"), str(self.bookmarks))
            if end == "w:bookmarkStart":
                element.set(qn("w:name"), bookmark(address))
            yield element

    def _run(self, run: Run, style: Style, *, tracked: bool) -> Iterator[Any]:
        if not run.text:
            return
        follows = tracked and run.mark in (Mark.INSERTED, Mark.DELETED)
        element = OxmlElement("w:r")
        element.append(run_properties(run, STYLES[style].size, marked=not follows))
        for place, line in enumerate(xml_text(run.text).split("\n")):
            if place:
                element.append(OxmlElement("w:br"))
            text = OxmlElement("w:delText" if follows and run.mark is Mark.DELETED else "w:t")
            text.text = line
            text.set(qn("xml:space"), "preserve")
            element.append(text)
        if not follows:
            yield element
            return
        revision = self._revision(run.mark)
        revision.append(element)
        yield revision

    def _revision(self, mark: Mark) -> Any:
        self.revisions += 1
        element = OxmlElement("w:ins" if mark is Mark.INSERTED else "w:del")
        element.set(qn("w:id"), str(self.revisions))
        element.set(qn("w:author"), xml_text(self.document.author) or "ร่างแก้")
        element.set(qn("w:date"), self.moment)
        return element

    def _note(self, target: Any, note: Note) -> None:
        """A comment on the whole paragraph. Its words are told in the comment where it is about some only."""
        said = f"“{note.quote}”\n{note.text}" if note.quote else note.text
        comment = self.file.part._comments_part.comments.add_comment(xml_text(said), xml_text(note.author), "")
        element = comment._comment_elm
        element.set(qn("w:date"), f"{note.at.isoformat()}T00:00:00Z")
        start, end = OxmlElement("w:commentRangeStart"), OxmlElement("w:commentRangeEnd")
        reference, run = OxmlElement("w:commentReference"), OxmlElement("w:r")
        for one in (start, end, reference):
            one.set(qn("w:id"), str(comment.comment_id))
        run.append(reference)
        properties = target._p.pPr
        target._p.insert(0 if properties is None else 1, start)
        target._p.extend([end, run])

    # --- tables -----------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        made = self.file.add_table(len(table.rows) + 1, len(table.head), style="Comparison")
        made.autofit = False
        section = self.file.sections[0]
        across = section.page_width - section.left_margin - section.right_margin
        widths = [across * share // sum(table.widths) for share in table.widths]
        self._head(made, table, widths)
        open_rows = [0] * len(table.head)
        below = [*(row.begins for row in table.rows[1:]), True]
        for row, element, ends in zip(table.rows, made._tbl.tr_lst[1:], below, strict=True):
            cells = iter(row.cells)
            for column, box in enumerate(element.tc_lst):
                box.width = widths[column]
                if open_rows[column]:
                    open_rows[column] -= 1
                    box.vMerge = "continue"
                    box._add_p() if not box.p_lst else None
                    continue
                cell = next(cells)
                if cell.rows > 1:
                    box.vMerge = "restart"
                    open_rows[column] = cell.rows - 1
                self._cell(box, made, cell.paragraphs, begins=row.begins, ends=ends or cell.rows > 1)

    def _head(self, made: Any, table: Table, widths: list[int]) -> None:
        element = made._tbl.tr_lst[0]
        repeated = OxmlElement("w:tblHeader")
        element.get_or_add_trPr().append(repeated)
        for column, box in enumerate(element.tc_lst):
            box.width = widths[column]
            words = Paragraph((Run(table.head[column], strong=True),), Style.FLUSH)
            self._cell(box, made, (words,), begins=True)

    def _cell(self, box: Any, made: Any, written: tuple[Paragraph, ...], *, begins: bool, ends: bool = True) -> None:
        from docx.table import _Cell

        cell = _Cell(box, made)
        borders = OxmlElement("w:tcBorders")
        for side, stands in (("w:top", begins), ("w:bottom", ends)):
            if not stands:
                borders.append(valued(side, "nil"))
        if len(borders):
            box.get_or_add_tcPr().append(borders)
        for place, paragraph in enumerate(written or (Paragraph((), Style.FLUSH),)):
            target = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            self._fill(target, paragraph, tracked=False)
