"""From what is known of a draft to its papers: each kind, and all of them in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from flask_babel import force_locale

from blueprints.papers.composition import board_paper, board_sentences
from blueprints.papers.kinds import IN_PACKAGE
from blueprints.papers.review_file import review_paper
from blueprints.papers.source import NoBill, NoBoard, Source
from documents.model import Document, Package
from documents.papers import differences
from documents.papers.bill import BillSection, BillText, bill
from documents.papers.provenance import footnotes
from documents.papers.substance import Substance, substance
from documents.papers.whole_act import consolidated
from documents.word.origin import Origin
from law.amend import Clause
from services.drafting.previews import section_address
from services.drafting.seating import Seating
from services.legislating.bill_layout import BillLayout
from services.legislating.frames import read_frame


def document(kind: str, source: Source) -> Document | Package:
    """One paper, in Thai whatever the language of the page. :raises NoBill: :raises NoBoard:"""
    with force_locale("th"):
        if kind == "package":
            return package(source)
        origin = Origin(source.proposal.id, source.draft.number, source.draft.content_hash, kind)
        return replace(_MAKERS[kind](source), origin=origin.properties)


def package(source: Source) -> Package:
    """All papers that the draft has."""
    parts = [paper for kind in IN_PACKAGE if (paper := _if_any(kind, source)) is not None]
    note = (
        "หน้าทุกหน้ามีรหัสของข้อความและของบันทึกเหตุการณ์ ส่องรหัสรูปสี่เหลี่ยมหรือพิมพ์รหัสในหน้าตรวจสอบ "
        "เพื่อดูว่ายังเป็นข้อความที่ได้รับความเห็นชอบหรือไม่",
    )
    return Package(f"ชุดเอกสาร {source.proposal.title}", tuple(parts), note)


def _if_any(kind: str, source: Source) -> Document | None:
    try:
        return _MAKERS[kind](source)
    except (NoBill, NoBoard):
        return None


def _changes(source: Source) -> Document:
    compared = source.compared
    return differences.changes(compared.old.tree, compared.comparison, source.matter, source.notes)


def _act(source: Source, *, marked: bool = True) -> Document:
    compared = source.compared
    found = footnotes(compared.old.tree, compared.new.tree, compared.comparison, source.matter)
    comparison = compared.comparison if marked else None
    return consolidated(compared.old.tree, compared.new.tree, comparison, source.matter, found)


def _bill(source: Source) -> Document:
    layout, written = source.layout, source.bill.bill
    assert written is not None  # the layout would have been refused
    text = BillText(
        layout.title,
        layout.reasons,
        tuple(BillSection(section.heading, section.lines, section.quoted) for section in layout.sections),
        layout.closing,
        layout.attached,
        written.principle,
    )
    return bill(text, source.matter)


def _substance(source: Source) -> Document:
    layout = source.layout if source.bill.bill is not None else None
    transitional = read_frame(source.draft.frame).transitional
    found = substance_of(source.clauses, source.boards, layout, transitional)
    return substance(source.compared.comparison, found, source.matter)


def substance_of(
    clauses: Mapping[str, tuple[Clause, ...]],
    seatings: Sequence[Seating],
    layout: BillLayout | None,
    transitional: tuple[str, ...],
) -> Substance:
    """What the summary says besides the comparison."""
    numbers = {address: tuple(dict.fromkeys(one.section for one in of)) for address, of in clauses.items()}
    boards: dict[str, tuple[str, ...]] = {}
    for found in seatings:
        address = section_address(found.address)
        boards[address] = (*boards.get(address, ()), *board_sentences(found))
    begins = "".join(layout.sections[1].lines) if layout is not None else ""
    return Substance(numbers, boards, begins, transitional)


_MAKERS: dict[str, Callable[[Source], Document]] = {
    "changes": _changes,
    "sides": lambda source: differences.beside(source.compared.old.tree, source.compared.comparison, source.matter),
    "table": lambda source: differences.table(source.compared.old.tree, source.compared.comparison, source.matter),
    "substance": _substance,
    "bill": _bill,
    "act": _act,
    "clean": lambda source: _act(source, marked=False),
    "board": lambda source: board_paper(source.boards, [source.proposal], source.matter),
    "review": review_paper,
}
