"""Every section of the shared acts that creates a board, as a Markdown table: ``python -m tests.law.boards_table``.

What was not understood stands in the last column. Below the table: sections that speak of making a board and of which
no composition was read, so that one can see by hand that nothing was passed over.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from law.act import Act
from law.board import Board, boards_of
from tests.law.shared_acts import FOLDER, REASON, names, shared_act

_MAKES = re.compile(
    r"(?:ให้มี|ให้ตั้ง|ให้แต่งตั้ง|ให้จัดตั้ง)(?:คณะ(?:อนุ)?กรรมการ|คณะที่ปรึกษา|สภา)|"
    r"คณะ(?:อนุ)?กรรมการ[^\n]{0,80}ประกอบด้วย"
)
EXCERPT = 110  # characters of a section that was passed over


@dataclass(frozen=True, slots=True)
class Line:
    """A board of the table. ``section``: as the act heads it."""

    act: str
    section: str
    board: Board

    @property
    def cells(self) -> tuple[str, ...]:
        """Act, section, board, members found, total, what was not understood."""
        total = _range(self.board.total)
        unread = "; ".join(one.text for one in self.board.remainder)
        return (self.act, self.section, self.board.name, str(len(self.board.members)), total, unread)


def _range(count: tuple[int | None, int | None]) -> str:
    low, high = ("?" if number is None else str(number) for number in count)
    return low if low == high else f"{low}–{high}"


def lines() -> Iterator[Line]:
    """The boards of every act, the act with the shortest text first."""
    for name in names():
        act = shared_act(name)
        for address, boards in boards_of(act).items():
            for board in boards:
                yield Line(_short(act, name), act.sections()[address].heading, board)


def passed_over() -> Iterator[tuple[str, str, str]]:
    """Act, section and the words of sections that speak of making a board and of which none was read."""
    for name in names():
        act = shared_act(name)
        found = boards_of(act)
        for address, section in act.sections().items():
            match = _MAKES.search(section.text) if address not in found else None
            if match:
                start = max(0, match.start() - 30)
                yield _short(act, name), section.heading, section.text[start : start + EXCERPT].replace("\n", " ⏎ ")


def _short(act: Act, name: str) -> str:
    return act.title.removeprefix("พระราชบัญญัติ") or name


def markdown() -> str:
    """The whole report."""
    found = list(lines())
    clean = sum(not line.board.remainder for line in found)
    head = ("กฎหมาย", "มาตรา", "คณะ", "รายการ", "รวม (คน)", "ที่อ่านไม่เข้าใจ")
    told = [f"{len(found)} boards, {clean} read without a remainder ({100 * clean / max(1, len(found)):.1f} %).", ""]
    told += _table(head, [line.cells for line in found])
    told += ["", "Sections that speak of making a board, and no composition was read:", ""]
    return "\n".join(told + _table(("กฎหมาย", "มาตรา", "ถ้อยคำ"), list(passed_over())))


def _table(head: tuple[str, ...], body: list[tuple[str, ...]]) -> list[str]:
    rows = [head, tuple("---" for _ in head), *body]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]


if __name__ == "__main__":
    print(markdown() if FOLDER.is_dir() else sys.exit(REASON))  # noqa: T201
