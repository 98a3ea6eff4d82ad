"""A bill taken apart for the page: title, reasons clause, sections with their quotations, and the end."""

from __future__ import annotations

from dataclasses import dataclass

from law.amend import Bill, Clause

# The words of the documents, which are Thai whatever the language of the pages.
_DRAFT = "ร่าง"
_STATEMENT = "บันทึกหลักการและเหตุผล"


@dataclass(frozen=True, slots=True)
class BillSection:
    """One section of the bill: number in Thai with its word (``มาตรา ๓``), its text, and the lines of its quotation.

    ``clause``: the amending clause it is; none for the others.
    """

    heading: str
    lines: tuple[str, ...]
    quoted: tuple[str, ...] = ()
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class BillLayout:
    """The whole bill in its order."""

    title: tuple[str, ...]
    reasons: str
    sections: tuple[BillSection, ...]
    closing: tuple[str, ...]
    attached: tuple[str, ...] = ()

    @property
    def statement_title(self) -> tuple[str, str]:
        """The lines above the statement of principle and reasons."""
        name = " ".join(self.title[1:]) if self.title[0] == _DRAFT else " ".join(self.title)
        return _STATEMENT, f"ประกอบ{_DRAFT}{name}"

    @property
    def principle_opening(self) -> str:
        """What stands before the lines of the principle."""
        return f"{self.reasons.removeprefix('โดยที่เป็นการสมควร')} ดังต่อไปนี้"


# Sections of a bill before its amending ones, and after them besides the transitional ones.
_OPENING, _CHARGE = 2, 1


def lay_out(bill: Bill, transitional: int) -> BillLayout:
    """The bill as it is set on paper. ``transitional``: how many transitional sections its frame has."""
    blocks = bill.text.rstrip("\n").split("\n\n")
    title, reasons, rest = blocks[0], blocks[1], blocks[2:]
    sections: list[BillSection] = []
    for clause in (*[None] * _OPENING, *bill.clauses, *[None] * (transitional + _CHARGE)):
        length = len(clause.text.split("\n\n")) if clause is not None else 1
        sections.append(_section(rest[:length], clause))
        rest = rest[length:]
    attached = sum(len(clause.attached) for clause in bill.clauses)
    end = len(rest) - attached
    return BillLayout(tuple(title.splitlines()), reasons, tuple(sections), tuple(rest[:end]), tuple(rest[end:]))


def _section(blocks: list[str], clause: Clause | None) -> BillSection:
    heading, _, text = blocks[0].partition("  ")
    return BillSection(heading, tuple(text.split("\n")), tuple(blocks[1:]), clause)
