"""The documents of a proposal, made from comparisons and texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from documents.matter import Matter
from documents.model import Block, Cell, Document, Mark, Note, Paragraph, Run, Style, Table, TableRow
from documents.papers.marked import KINDS, heading, one_side, together, tracked_heading
from documents.papers.order import in_both_orders, in_old_order, old_places
from law.act import Act
from law.compare import Comparison, Row, SectionDiff, SectionKind
from law.numerals import thai

Notes = Mapping[str, tuple[Note, ...]]


def changes(old: Act, comparison: Comparison, matter: Matter, notes: Notes = {}) -> Document:  # noqa: B006  never written to
    """The running text of every touched section, both texts in one. ``notes``: comments by address, "" of the whole."""
    blocks: list[Block] = [replace(summary(comparison), notes=notes.get("", ())), LEGEND, *_reasons(matter)]
    places = old_places(old)
    for section in comparison.sections:
        written = [replace(tracked_heading(section), unit=section.address)]
        for row in in_old_order(section.rows, places):
            written += _noted(together(row), notes.get(row.new_address, ()) if row.new_address else ())
        blocks += _noted(written, notes.get(section.address, ()))
    return matter.document("ข้อความที่แก้ไข", blocks, tracked=True)


def _noted(written: list[Paragraph], notes: Iterable[Note]) -> list[Paragraph]:
    """Each comment at the paragraph that has its words; at the first where none has them."""
    found = list(written)
    for note in notes if found else ():
        texts = ("".join(run.text for run in one.runs if run.mark is not Mark.DELETED) for one in found)
        place = next((place for place, text in enumerate(texts) if note.quote and note.quote in text), 0)
        found[place] = replace(found[place], notes=(*found[place].notes, note))
    return found


def beside(old: Act, comparison: Comparison, matter: Matter) -> Document:
    """Existing text and draft side by side."""
    blocks: list[Block] = [summary(comparison), LEGEND]
    places = old_places(old)
    rows = [row for section in comparison.sections for row in _rows(section, places)]
    if rows:
        blocks.append(Table((matter.old, matter.new), (1, 1), tuple(rows)))
    return matter.document("ข้อความเดิมและร่างเคียงกัน", blocks, landscape=True)


def table(old: Act, comparison: Comparison, matter: Matter, reasons: Mapping[str, str] | None = None) -> Document:
    """The comparison table (ตารางเปรียบเทียบ): existing text, draft, reason.

    ``reasons``: by section, where not all are changed for the same.
    """
    rows: list[TableRow] = []
    above = ""
    places = old_places(old)
    for section in comparison.sections:
        first, *rest = _rows(section, places)
        why = (reasons or {}).get(section.address) or matter.reasons or "ยังไม่ได้เขียนเหตุผล"
        reason = Cell(tuple(_prose("เช่นเดียวกับข้างต้น" if why == above else why)), len(rest) + 1)
        above = why
        rows += [TableRow((*first.cells, reason)), *rest]
    blocks: list[Block] = [summary(comparison), LEGEND]
    if rows:
        blocks.append(Table((matter.old, matter.new, "เหตุผล"), (5, 5, 3), tuple(rows)))
    return matter.document("ตารางเปรียบเทียบ", blocks, landscape=True)


def _rows(section: SectionDiff, places: Mapping[str, int]) -> list[TableRow]:
    """A touched section: its name on both sides, then its lines beside each other, either side in its own order."""
    name = heading(section).text
    heads = [
        section.heading_old or ("(ไม่มี)" if section.kind == "inserted" else name),
        section.heading_new or ("(ไม่มี)" if section.kind == "repealed" else name),
    ]
    section_name = section.heading_new or section.heading_old
    named = (Paragraph((Run(text, strong=True),), Style.FLUSH) for text in heads)
    cells = tuple(Cell((replace(paragraph, section=section_name),)) for paragraph in named)
    return [TableRow(cells), *(_line(*pair) for pair in in_both_orders(section.rows, places))]


def _line(old: Row | None, new: Row | None) -> TableRow:
    sides = (one_side(old, "old") if old else [], one_side(new, "new") if new else [])
    return TableRow(tuple(Cell(tuple(_flush(paragraph) for paragraph in side)) for side in sides), begins=False)


def _flush(paragraph: Paragraph) -> Paragraph:
    return Paragraph(paragraph.runs, Style.FLUSH, paragraph.depth, paragraph.change)


def _prose(text: str, style: Style = Style.FLUSH) -> list[Paragraph]:
    return [Paragraph((Run(line.strip()),), style) for line in text.splitlines() if line.strip()]


def _reasons(matter: Matter) -> list[Block]:
    if not matter.reasons.strip():
        return []
    return [
        Paragraph((Run("เหตุผล", strong=True),), Style.HEADING, level=2, unit="reasons"),
        *_prose(matter.reasons, Style.LINE),
    ]


_COUNTS: tuple[SectionKind, ...] = ("replaced", "inserted", "repealed", "moved")


def summary(comparison: Comparison) -> Paragraph:
    """How many sections were changed, in which way."""
    found = Counter(section.kind for section in comparison.sections)
    parts = [f"{KINDS[kind]} {thai(str(found[kind]))} มาตรา" for kind in _COUNTS if found[kind]]
    parts += [f"แก้ชื่อ {thai(str(found['heading']))} แห่ง"] if found["heading"] else []
    return Paragraph((Run(" ".join(parts) or "ข้อความเหมือนกันทุกแห่ง"),), Style.SMALL)


LEGEND = Paragraph(
    (
        Run("เครื่องหมาย "),
        Run("ข้อความที่เพิ่ม", Mark.INSERTED),
        Run(" "),
        Run("ข้อความที่ตัดออก", Mark.DELETED),
        Run(" "),
        Run("ข้อความที่ย้ายที่", Mark.MOVED),
    ),
    Style.SMALL,
)
