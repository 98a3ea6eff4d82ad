"""Tables of a Word file: the head repeated on every page, no row parted between two."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from documents.model import Cell, Paragraph, Run, Style, Table, TableRow
from documents.word.xml import element, valued

# Writes a paragraph; kept with the next one or not.
Writer = Callable[[Paragraph, bool], etree._Element]
_FAINT = "D9D9D9"  # between lines of the same section


def table(given: Table, across: int, title: str, write: Writer) -> etree._Element:
    """``across``: its width in twips; ``title``: what is read to those who can not see it."""
    widths = [across * share // sum(given.widths) for share in given.widths]
    properties = element(
        "w:tblPr",
        valued("w:tblStyle", "Comparison"),
        element("w:tblW", w=str(sum(widths)), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblLook", val="0620", firstRow="1", noHBand="1", noVBand="1"),
        valued("w:tblCaption", title),
    )  # fmt: skip
    grid = element("w:tblGrid", *(element("w:gridCol", w=str(width)) for width in widths))
    return element("w:tbl", properties, grid, _head(given.head, widths, write), *_rows(given, widths, write))


def _head(names: tuple[str, ...], widths: list[int], write: Writer) -> etree._Element:
    properties = element("w:trPr", element("w:cantSplit"), element("w:tblHeader"))
    boxes = [
        _box(width, write(Paragraph((Run(name, strong=True),), Style.FLUSH), True), shaded=True)
        for name, width in zip(names, widths, strict=True)
    ]
    return element("w:tr", properties, *boxes)


def _rows(given: Table, widths: list[int], write: Writer) -> Iterator[etree._Element]:
    open_rows = [0] * len(widths)  # of cells that span several
    for place, row in enumerate(given.rows):
        below = given.rows[place + 1 : place + 2]
        goes_on = any(not one.begins for one in below)
        boxes = _boxes(row, widths, open_rows, write, goes_on=goes_on)
        yield element("w:tr", element("w:trPr", element("w:cantSplit")), *boxes)


def _boxes(
    row: TableRow, widths: list[int], open_rows: list[int], write: Writer, *, goes_on: bool
) -> Iterator[etree._Element]:
    """``goes_on``: the next row belongs to this one; the name of a section stays on the page of its first line."""
    cells = iter(row.cells)
    for column, width in enumerate(widths):
        if open_rows[column]:
            open_rows[column] -= 1
            yield _box(width, write(Paragraph((), Style.FLUSH), False), merge="continue")
            continue
        cell, kept = next(cells, Cell(())), row.begins and goes_on
        open_rows[column] = cell.rows - 1
        merge = "restart" if cell.rows > 1 else ""
        written = [write(one, kept) for one in cell.paragraphs or (Paragraph((), Style.FLUSH),)]
        faint = (*([] if row.begins else ["w:top"]), *(["w:bottom"] if goes_on and not merge else []))
        yield _box(width, *written, merge=merge, faint=faint)


def _box(
    width: int, *content: etree._Element, merge: str = "", faint: tuple[str, ...] = (), shaded: bool = False
) -> etree._Element:
    properties = [element("w:tcW", w=str(width), type="dxa")]
    properties += [valued("w:vMerge", merge)] if merge else []
    if faint:
        lines = (element(side, val="single", sz="4", space="0", color=_FAINT) for side in faint)
        properties.append(element("w:tcBorders", *lines))
    if shaded:
        properties.append(element("w:shd", val="clear", color="auto", fill="EEEEEE"))
        properties.append(valued("w:vAlign", "center"))
    return element("w:tc", element("w:tcPr", *properties), *content)
