"""The summary of substance (บันทึกวิเคราะห์สรุปสาระสำคัญ): what a draft changes, section by section, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from documents.matter import Matter, shortened
from documents.model import Block, Document, Paragraph, Run, Style
from documents.papers.differences import summary
from documents.papers.marked import KINDS, NAMES
from law.citing.citation import cite
from law.compare import Comparison, Hunk, Row, SectionDiff
from law.numerals import thai

_QUOTED = 160  # characters of a quotation; the table has all of it
_MOST = 10  # sentences about one section
_MOST_WORDS = 3  # changes of words in one line that are told one by one
_DONE = {"replaced": "แก้ไขเพิ่มเติม", "heading": "แก้ไขชื่อ"}


@dataclass(frozen=True, slots=True)
class Substance:
    """What is known besides the comparison.

    ``bill_sections``: by the address of the touched section, the numbers of the bill's sections that do it.
    ``boards``: by that address, sentences on the board it creates. ``begins``: when the bill comes into force.
    ``transitional``: texts of its transitional sections.
    """

    bill_sections: Mapping[str, tuple[int, ...]]
    boards: Mapping[str, tuple[str, ...]]
    begins: str = ""
    transitional: tuple[str, ...] = ()


def substance(comparison: Comparison, found: Substance, matter: Matter) -> Document:
    """Reasons, then a numbered entry for each touched section, each ending with the section of the bill."""
    blocks: list[Block] = [_heading("เหตุผลและความจำเป็น"), *_prose(matter.reasons or "ยังไม่ได้เขียนเหตุผล")]
    blocks += [_heading("สาระสำคัญของร่าง"), summary(comparison)]
    for number, section in enumerate(comparison.sections, start=1):
        blocks += _entry(number, section, found)
    if found.begins:
        blocks += [_heading("วันใช้บังคับ"), *_prose(found.begins)]
    if found.transitional:
        blocks += [_heading("บทเฉพาะกาล"), *(line for text in found.transitional for line in _prose(text))]
    return matter.document("สรุปสาระสำคัญ", blocks)


def _entry(number: int, section: SectionDiff, found: Substance) -> Iterator[Paragraph]:
    name = section.heading_new or section.heading_old or cite(section.address) or NAMES.get(section.address, "")
    done = _DONE.get(section.kind) or KINDS[section.kind]
    by = _bill_sections(found.bill_sections.get(section.address, ()))
    yield Paragraph((Run(f"{thai(number)}. {done}{name}", strong=True), Run(by)), section=name)
    told = [*found.boards.get(section.address, ()), *_sentences(section)]
    for sentence in told[:_MOST]:
        yield Paragraph((Run(sentence),), depth=1)
    if len(told) > _MOST:
        yield Paragraph((Run(f"และอีก {thai(len(told) - _MOST)} แห่ง ตามตารางเปรียบเทียบ"),), depth=1)


def _bill_sections(numbers: Sequence[int]) -> str:
    return f" (ร่างมาตรา {' และมาตรา '.join(thai(number) for number in numbers)})" if numbers else ""


def _sentences(section: SectionDiff) -> Iterator[str]:
    """What came, what went and which words changed, line by line."""
    if section.kind == "moved" and not any(row.hunks for row in section.rows):
        yield f"ย้ายจาก{section.heading_old} ข้อความคงเดิม" if section.heading_old else "ย้ายที่ ข้อความคงเดิม"
        return
    if section.kind == "repealed":
        return  # which says all: no words of it are left
    for row in section.rows:
        yield from _sentence(row)


def _sentence(row: Row) -> Iterator[str]:
    place = _place(row)
    if row.hunks and row.old and row.new:
        yield from (f"{place}{words}" for words in [_words_changed(row)] if words)
    elif row.kind == "moved":
        yield f"{place}ย้ายที่ ข้อความคงเดิม"
    elif row.kind != "same" and row.old and row.new:
        yield f"{place}ให้ใช้ความใหม่ว่า {_quote(row.new)}"
    elif row.kind != "same" and (row.old or row.new):
        yield f"{place}{'เพิ่มความว่า' if row.new else 'ตัดความว่า'} {_quote(row.new or row.old)}"


def _place(row: Row) -> str:
    """The unit within its section: ``วรรคหนึ่ง (๓) ``."""
    address = row.new_address or row.old_address
    section = cite(address.partition(".")[0])
    return f"{within} " if (within := cite(address).removeprefix(section).strip()) else ""


def _words_changed(row: Row) -> str:
    pairs = list(_pairs(row.hunks))
    if len(pairs) > _MOST_WORDS:
        return f"แก้ไขถ้อยคำ {thai(len(pairs))} แห่ง เป็น {_quote(row.new)}"
    told = []
    for old, new in pairs:
        if old and new:
            told.append(f"เปลี่ยน {_quote(old)} เป็น {_quote(new)}")
        else:
            told.append(f"เพิ่มคำว่า {_quote(new)}" if new else f"ตัดคำว่า {_quote(old)}")
    return " และ".join(told)


def _pairs(hunks: Sequence[Hunk]) -> Iterator[tuple[str, str]]:
    """What went and what came in its place, one after the other; white space alone is no change of words."""
    old = new = ""
    for hunk in (*hunks, Hunk("equal", "")):
        if hunk.kind == "delete":
            old += hunk.text
        elif hunk.kind == "insert":
            new += hunk.text
        else:
            if old.strip() or new.strip():
                yield old.strip(), new.strip()
            old = new = ""


def _quote(text: str) -> str:
    return f"“{shortened(text, _QUOTED)}”"


def _heading(text: str) -> Paragraph:
    return Paragraph((Run(text, strong=True),), Style.HEADING, level=2)


def _prose(text: str) -> list[Paragraph]:
    return [Paragraph((Run(line.strip()),)) for line in text.splitlines() if line.strip()]
