"""The documents of a proposal, made from comparisons and texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from documents.marked import KINDS, heading, one_side, together, tracked_heading
from documents.model import Block, Cell, Document, Mark, Note, Paragraph, Run, Style, Table, TableRow
from documents.order import in_old_order, old_places
from law.act import Act
from law.compare import Comparison, Row, SectionDiff, SectionKind
from law.dates import thai_date
from law.numerals import thai
from law.words import tokens

SHORT_HASH = 12  # characters of a content hash that are printed


@dataclass(frozen=True, slots=True)
class Matter:
    """What a document says of where its text comes from. ``old`` and ``new`` are the names of the versions.

    ``content_hash``: of the newer version; ``state``: in Thai; ``approved``: whether exactly this text was.
    """

    proposal: str
    act: str
    old: str
    new: str
    state: str
    content_hash: str
    printed: date
    approved: bool = False
    reasons: str = ""
    author: str = ""
    changed: datetime | None = None

    @property
    def short_hash(self) -> str:
        return self.content_hash[:SHORT_HASH]

    @property
    def foot(self) -> str:
        """Proposal, version, hash and day, for the foot of every page."""
        day = thai_date(self.printed, weekday=False)
        return " · ".join((_shortened(self.proposal), self.new, f"รหัส {self.short_hash}", day))

    @property
    def watermark(self) -> str:
        return "เห็นชอบแล้ว" if self.approved else "ร่าง"


def _shortened(title: str, longest: int = 22) -> str:
    """A title that fits into a foot, cut between words."""
    line = " ".join(title.split())
    kept = ""
    for token in tokens(line):
        if len(kept) + len(token) > longest:
            return f"{kept.rstrip() or token[:longest]}…"
        kept += token
    return line


Notes = Mapping[str, tuple[Note, ...]]


def changes(old: Act, comparison: Comparison, matter: Matter, notes: Notes = {}) -> Document:  # noqa: B006  never written to
    """The running text of every touched section, both texts in one. ``notes``: comments by address, "" of the whole."""
    blocks: list[Block] = [replace(summary(comparison), notes=notes.get("", ())), LEGEND, *_reasons(matter)]
    places = old_places(old)
    for section in comparison.sections:
        blocks.append(replace(tracked_heading(section), notes=notes.get(section.address, ())))
        for row in in_old_order(section.rows, places):
            first, *rest = together(row)
            blocks += [replace(first, notes=notes.get(row.new_address, ()) if row.new_address else ()), *rest]
    return _document("ข้อความที่แก้ไข", blocks, matter, tracked=True)


def beside(comparison: Comparison, matter: Matter) -> Document:
    """Existing text and draft side by side."""
    blocks: list[Block] = [summary(comparison), LEGEND]
    rows = [row for section in comparison.sections for row in _rows(section)]
    if rows:
        blocks.append(Table((matter.old, matter.new), (1, 1), tuple(rows)))
    return _document("ข้อความเดิมและร่างเคียงกัน", blocks, matter, landscape=True)


def table(comparison: Comparison, matter: Matter) -> Document:
    """The comparison table (ตารางเปรียบเทียบ): existing text, draft, reason."""
    rows: list[TableRow] = []
    for section in comparison.sections:
        first, *rest = _rows(section)
        words = _prose(matter.reasons or "ยังไม่ได้เขียนเหตุผล") if not rows else _prose("เช่นเดียวกับข้างต้น")
        reason = Cell(tuple(words), len(rest) + 1)
        rows += [TableRow((*first.cells, reason)), *rest]
    blocks: list[Block] = [summary(comparison), LEGEND]
    if rows:
        blocks.append(Table((matter.old, matter.new, "เหตุผล"), (5, 5, 3), tuple(rows)))
    return _document("ตารางเปรียบเทียบ", blocks, matter, landscape=True)


def _rows(section: SectionDiff) -> list[TableRow]:
    """A touched section: its name on both sides, then its lines beside each other."""
    name = heading(section).text
    heads = [
        section.heading_old or ("(ไม่มี)" if section.kind == "inserted" else name),
        section.heading_new or ("(ไม่มี)" if section.kind == "repealed" else name),
    ]
    cells = tuple(Cell((Paragraph((Run(text, strong=True),), Style.FLUSH),)) for text in heads)
    return [TableRow(cells), *(_line(row) for row in section.rows)]


def _line(row: Row) -> TableRow:
    sides = (one_side(row, "old"), one_side(row, "new"))
    return TableRow(tuple(Cell(tuple(_flush(paragraph) for paragraph in side)) for side in sides), begins=False)


def _flush(paragraph: Paragraph) -> Paragraph:
    return Paragraph(paragraph.runs, Style.FLUSH, paragraph.depth, paragraph.change)


def _prose(text: str, style: Style = Style.FLUSH) -> list[Paragraph]:
    return [Paragraph((Run(line.strip()),), style) for line in text.splitlines() if line.strip()]


def _reasons(matter: Matter) -> list[Block]:
    if not matter.reasons.strip():
        return []
    return [Paragraph((Run("เหตุผล", strong=True),), Style.HEADING, level=2), *_prose(matter.reasons, Style.LINE)]


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


def _document(
    title: str, blocks: list[Block], matter: Matter, *, landscape: bool = False, tracked: bool = False
) -> Document:
    return Document(
        title=title,
        blocks=tuple(blocks),
        made=matter.printed,
        facts=(
            ("ข้อเสนอ", matter.proposal),
            ("กฎหมาย", matter.act),
            ("เทียบ", f"{matter.old} – {matter.new}"),
            ("สถานะ", matter.state),
            ("รหัสข้อความ", matter.short_hash),
            ("พิมพ์เมื่อ", thai_date(matter.printed, weekday=False)),
        ),
        foot=matter.foot,
        watermark=matter.watermark,
        author=matter.author,
        changed=matter.changed,
        tracked=tracked,
        orientation="landscape" if landscape else "portrait",
    )
