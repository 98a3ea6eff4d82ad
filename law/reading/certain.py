"""A text in which the ends of lines are certain: one line a unit, as a person has settled them.

It begins with ``HEADER``. Nothing in it is guessed: lines are not joined, split or left out. A line may begin with a
mark that says what it is, ``⟦มาตรา⟧มาตรา ๕ …``; the marks are no text of the act.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from law.act import RULE
from law.reading.normalise import Mends, visible
from law.reading.paragraph import Paragraph

HEADER = "⟦หนึ่งบรรทัดหนึ่งหน่วย⟧"


class Mark(StrEnum):
    """What a person says that a line is."""

    SECTION = "มาตรา"  # opens a section
    HEADING = "หัวเรื่อง"  # a division's
    TEXT = "ข้อความ"  # a unit of the section above: opens neither section nor division, ends no body
    ASIDE = "นอกตัวบท"  # no text of the act: reported as left over

    @property
    def written(self) -> str:
        """As it stands before a line."""
        return f"⟦{self.value}⟧"


def is_certain(text: str) -> bool:
    """Whether a person has settled the lines of this text."""
    return text.lstrip("\ufeff\r\n ").startswith(HEADER)


def certain_lines(text: str) -> list[Paragraph]:
    """Every line that holds text, those aside among them. A rule or a blank line is said by the line below it."""
    body = text.replace("\r\n", "\n")
    if is_certain(text):
        body = body.partition(HEADER)[2].removeprefix("\n")
    result: list[Paragraph] = []
    apart = ruled = False
    for raw in body.split("\n"):
        line = " ".join(raw.split())
        if line == RULE or not line:
            apart, ruled = True, ruled or bool(line)
        else:
            mark = _mark(line)
            result.append(Paragraph(line[len(mark.written) if mark else 0 :].strip(), apart, ruled, mark or ""))
            apart = ruled = False
    return [line for line in result if line.text]


def _mark(line: str) -> Mark | None:
    return next((mark for mark in Mark if line.startswith(mark.written)), None)


def certain_text(lines: Iterable[Paragraph]) -> str:
    """The text that ``certain_lines`` reads back to the same lines."""
    written = [HEADER]
    for line in lines:
        written += [RULE] if line.ruled else [""] if line.apart else []
        written.append(f"{Mark(line.mark).written if line.mark else ''}{line.text}")
    return "\n".join(written) + "\n"


def without_aside(text: str, mends: Mends) -> tuple[list[Paragraph], tuple[str, ...]]:
    """The lines of the act and those aside; marks and rules are accounted for."""
    lines = certain_lines(text)
    kept = [line for line in lines if line.mark != Mark.ASIDE]
    aside = tuple(line.text for line in lines if line.mark == Mark.ASIDE)
    mends.note("settled", 1, removed=visible(text) - sum(visible(line.text) for line in lines))
    return kept, aside


def unmarked(paragraphs: Sequence[Paragraph], *, but: Mark | None = None) -> Sequence[Paragraph]:
    """The paragraphs for looking ahead: what is marked (``but`` as this) is nothing that has to be recognised."""
    if not any(paragraph.mark for paragraph in paragraphs):
        return paragraphs
    return [Paragraph("", line.apart, line.ruled) if line.mark and line.mark != but else line for line in paragraphs]
