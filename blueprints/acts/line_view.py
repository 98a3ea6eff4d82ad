"""The lines of a text that is being brought in, as a page shows them: what is odd first, then a stretch of lines."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from blueprints.acts.sentences import odd_place
from law.citing.citation import cite
from law.comparing.hunks import Hunk
from law.editing.settled import MARKS, Line, Settled, corrections

LINES_ON_PAGE = 40
ABOVE = 4  # lines shown above the one that is wanted
MOST_ODD = 100
MOST_NAMED = 12
MOST_HEADINGS = 3_000
MOST_CORRECTIONS = 50
_HEADINGS = {"section", "heading"}
AROUND = 40  # characters shown beside what was corrected

# Kinds of law.reading.marked.TracingReader.
KINDS: dict[str, LazyString] = {
    "title": _("ชื่อกฎหมาย"),
    "preamble": _("คำปรารภ"),
    "section": _("มาตรา"),
    "heading": _("หัวเรื่อง"),
    "paragraph": _("วรรค"),
    "item": _("อนุมาตรา"),
    "definition": _("บทนิยาม"),
    "joined": _("ต่อจากบรรทัดก่อน"),
    "unplaced": _("จัดเข้าที่ไม่ได้"),
    "contents": _("สารบัญ"),
    "closing": _("ท้ายกฎหมาย"),
    "schedule": _("บัญชีท้ายกฎหมาย"),
    "remark": _("หมายเหตุ"),
    "tail": _("กฎหมายที่แก้ไขเพิ่มเติม"),
    "footnotes": _("เชิงอรรถ"),
}

# What a person can say that a line is; besides the kinds of law.editing.settled.MARKS.
CHOICES: dict[str, LazyString] = {
    "": _("ตามที่ระบบอ่านได้"),
    "section": _("มาตรา"),
    "heading": _("หัวเรื่อง: ภาค ลักษณะ หมวด ส่วน หรือชื่อ"),
    "paragraph": _("วรรคของมาตราข้างบน"),
    "item": _("อนุมาตราของมาตราข้างบน"),
    "definition": _("บทนิยามของมาตราข้างบน"),
    "drop": _("ไม่ใช่ตัวบท ให้ตัดออก"),
}


@dataclass(frozen=True, slots=True)
class OddLine:
    """One thing that is odd. `index`: which of the reading's oddities; `line`: where it stands."""

    index: int
    line: int
    place: str
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class LinesView:
    """Lines `first` to `last`, the end not among them, of `total`; `here`: the heading above the line in hand.

    `odd_more`: how many are not shown. `headings`: (line, words) of every section and heading.
    """

    shown: tuple[Line, ...]
    first: int
    last: int
    total: int
    wanted: int
    here: int
    before: int | None
    after: int | None
    odd: tuple[OddLine, ...]
    odd_more: int
    headings: tuple[tuple[int, str], ...]

    def odd_at(self, number: int) -> list[OddLine]:
        return [odd for odd in self.odd if odd.line == number]


def view_lines(settled: Settled, wanted: int) -> LinesView:
    """The lines around the one that is wanted."""
    total = len(settled.lines)
    first = max(0, min(wanted - ABOVE, total - LINES_ON_PAGE))
    last = min(total, first + LINES_ON_PAGE)
    return LinesView(
        shown=settled.lines[first:last],
        first=first,
        last=last,
        total=total,
        wanted=max(0, min(wanted, total - 1)),
        here=max((line.number for line in settled.lines[: wanted + 1] if line.kind in _HEADINGS), default=0),
        before=max(0, first - LINES_ON_PAGE + ABOVE) if first else None,
        after=last + ABOVE if last < total else None,
        odd=_odd(settled),
        odd_more=max(0, len(settled.reading.oddities) - MOST_ODD),
        headings=_headings(settled),
    )


def _headings(settled: Settled) -> tuple[tuple[int, str], ...]:
    """Sections and headings to choose from; of very many only every second, third …"""
    found = [(line.number, line.text[:60]) for line in settled.lines if line.kind in _HEADINGS]
    return tuple(found[:: -(-len(found) // MOST_HEADINGS) or 1])


def _odd(settled: Settled) -> tuple[OddLine, ...]:
    found = []
    for index, oddity in enumerate(settled.reading.oddities[:MOST_ODD]):
        place = odd_place(oddity)
        found.append(OddLine(index, settled.line_of(oddity), place.place, place.sentence, place.text))
    return tuple(found)


def kind_of(line: Line) -> str:
    """What the choice of a line's kind begins with: what a person has said before, else nothing."""
    said = [kind for kind, mark in MARKS.items() if mark == line.mark]
    return next((kind for kind in said if kind == line.kind), said[0] if len(said) == 1 else "")


@dataclass(frozen=True, slots=True)
class Changed:
    """Units that came and went with a correction, as they are cited; `more`: how many are not named."""

    came: tuple[str, ...]
    came_more: int
    went: tuple[str, ...]
    went_more: int


def changed_units(before: Settled, after: Settled) -> Changed:
    """How the tree changed."""
    old, new = before.reading.act.places(), after.reading.act.places()
    came = [address for address in new if address not in old]
    went = [address for address in old if address not in new]
    return Changed(
        tuple(map(cite, came[:MOST_NAMED])),
        max(0, len(came) - MOST_NAMED),
        tuple(map(cite, went[:MOST_NAMED])),
        max(0, len(went) - MOST_NAMED),
    )


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was corrected, with a few words around it; `more`: how many stretches are not shown."""

    stretches: tuple[tuple[int, tuple[Hunk, ...]], ...]
    more: int


def shown_corrections(original: str, corrected: str) -> Corrected:
    """What differs between two settled texts."""
    found = corrections(original, corrected) if original != corrected else ()
    shown = tuple((one.number, _excerpt(one.hunks)) for one in found[:MOST_CORRECTIONS])
    return Corrected(shown, max(0, len(found) - MOST_CORRECTIONS))


def _excerpt(hunks: tuple[Hunk, ...]) -> tuple[Hunk, ...]:
    """The hunks with long equal ones shortened."""
    last = len(hunks) - 1
    return tuple(
        Hunk("equal", _shortened(hunk.text, at == 0, at == last)) if hunk.kind == "equal" else hunk
        for at, hunk in enumerate(hunks)
    )


def _shortened(text: str, opens: bool, ends: bool) -> str:
    if len(text) <= 2 * AROUND:
        return text
    start = "" if opens else text[:AROUND]
    end = "" if ends else text[-AROUND:]
    return f"{start}…{end}"
