"""A bill's text taken apart: its sections, what closes it, and the damage of the copy."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from law import numerals
from law.instructions.loose import loose
from law.instructions.quotes import DepthGauge, depth_at, depths, mark_places, shadow
from law.instructions.refusals import Refusal, Why, refusal
from law.reading.lines import has_soft_breaks
from law.reading.normalise import Mends, mend
from law.reading.paragraph import Paragraph
from law.reading.wrapping import is_wrapped, unwrap

_LABEL = numerals.LABEL_PATTERN
_HEAD = re.compile(
    rf"(?P<word>{loose('มาตรา|ข้อ')})\s*(?P<label>{_LABEL})(?P<more>(?:[ \t][0-9๐-๙](?=[ \t]))?)(?![0-9๐-๙/])"
)
_STOP = re.compile(r" ?[.:](?= |\n)")  # ``มาตรา ๓.``, as the oldest laws have it
# What stands before or behind a section that is only cited.
_CITING = re.compile(
    rf"(?:{loose('ใน|เป็น|และ|หรือ|ของ|ถึง|ตาม|กับ|ใต้บังคับ|คือ|ได้แก่|แก้ไข|ยกเลิก')}|(?<!ทุก){loose('แห่ง')}|[,“(])"
    r"[ ]*\n?[ ]*\Z"
)
_CITED = re.compile(rf"\s*(?:{loose('แห่ง|และ|หรือ|ถึง|วรรค|ของ|มาตรา|ดังกล่าว')}|[,)”]|\([^)]*\)\s*{loose('ของ|และ')})")
_LISTED = re.compile(rf"\s*{loose('มาตรา|ข้อ')}\s*[0-9๐-๙]")
INSTRUCTS = re.compile(rf"\s*(?:{loose('ใน')}[^“”\n]{{3,300}}?)?{loose('ให้ยกเลิก|ให้เพิ่ม|ให้แก้ไข|ให้ตัด|ให้เปลี่ยน')}")
_CLOSING = re.compile(
    rf"{loose('ผู้รับสนองพระ|รับสนองพระราชโองการ|รับสนองพระบรมราชโองการ|ให้ไว้ ณ วันที่')}"
    rf"|{loose('ประกาศ ณ วันที่|สั่ง ณ วันที่')}\s*[0-9๐-๙.…]|{loose('ออกให้ไว้ ณ')}|{loose('หมายเหตุ')}\s*:"
    rf"|\n\[\s*[0-9๐-๙]{{1,4}}\s*\]\s*{loose('ราชกิจจา|มาตรา')}"
)
_SIGNED = re.compile(rf"(?m:^)\s*{loose('ผู้รับสนองพระ')}")
_ENACTING = re.compile(rf"{loose('ดังต่อไปนี้|ดังนี้')}\s*\Z")
# ``มาตรา ๒[๑]``, ``(๓)[๒]``, on a wiki ``มาตรา ๓[แก้ไข]``: notes of the editors, no text.
_NOTE_MARK = re.compile(r"(?<=[0-9๐-๙)])\[\s*(?:[0-9๐-๙]{1,4}|แก้ไข)\s*\]|(?<=[0-9๐-๙]) แก้ไข(?=\n\n)")
_MARKDOWN = re.compile(r"\*\*|(?m:^#{1,6} +)")
_FRONT_MATTER = re.compile(r"\A\s*---\n.*?\n---\n(?:\s*#[^\n]*\n)?", re.DOTALL)
_PAGE_PARTS = (
    rf"{loose('หน้า')}\s*[0-9๐-๙]+(?:\s*\({loose('เล่มที่')}\s*[0-9๐-๙]+\))?",
    rf"{loose('เล่ม')}\s*[0-9๐-๙]+\s*{loose('ตอน')}(?:{loose('ที่|พิเศษ')}|\s)*[0-9๐-๙]+\s*[ก-ฮ]?(?![ก-๙])",
    loose("ราชกิจจานุเบกษา"),
    r"[0-9๐-๙]{1,2}\s+[ก-๛]{4,12}\s+[0-9๐-๙]{4}(?!\s*[0-9๐-๙])",
)
_MARK = r"[\s็่้๊๋์]*"
_PAGE_HEADER = re.compile(
    rf"{_MARK}(?:(?:{'|'.join(_PAGE_PARTS)}){_MARK}){{4}}"  # in any order; no part alone is a page header
)


@dataclass(frozen=True, slots=True)
class BillSection:
    """One section of a bill. ``text`` without ``มาตรา N``; ``marked`` the same with every quotation mark curly."""

    label: str
    text: str
    marked: str
    damage: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class BillText:
    """A bill: the words before its sections, the sections, and what follows them (countersignature, schedules)."""

    opening: str
    sections: tuple[BillSection, ...]
    closing: str
    damage: tuple[Refusal, ...] = ()
    runs_together: bool = False
    whole_lines: tuple[str, ...] = ()  # of a text broken to fit a page: lines that stand between blank ones


def split_bill(text: str) -> BillText:
    """Take a bill apart. Sections are numbered one after another, outside quotation marks."""
    text, damage, whole_lines = _clean(text)
    marked = shadow(text)
    heads, runs_together = _heads(text, marked)
    if not heads:
        return BillText(text, (), "", damage)  # no bill
    if runs_together:
        damage = (*damage, refusal(Why.LINES_RUN))
    ends = [head.start for head in heads[1:]] + [_closing(marked, heads[-1].end)]
    twice = {label for label, count in Counter(head.label for head in heads).items() if count > 1}
    if twice:
        damage = (*damage, refusal(Why.NUMBER_TWICE, labels=", ".join(sorted(twice))))
    sections = tuple(
        BillSection(head.label, text[head.end : end].strip(), marked[head.end : end].strip(), head.damage)
        for head, end in zip(heads, ends, strict=True)
    )
    return BillText(text[: heads[0].start], sections, text[ends[-1] :].strip(), damage, runs_together, whole_lines)


def _clean(text: str) -> tuple[str, tuple[Refusal, ...], tuple[str, ...]]:
    text = mend(text, Mends())
    if has_soft_breaks(text):
        text = text.replace("\r\n", " ")
    text = re.sub(r"\r\n?|\u2029", "\n", text)
    text = re.sub(r"[\t\xa0\u2000-\u200a\u2028\u202f\u205f\u3000\v\f]", " ", text)
    text = re.sub(r" ?\n ?", "\n", re.sub(r" {2,}", " ", text))
    text = re.sub(r"\n{3,}", "\n\n", text)
    text, front = _FRONT_MATTER.subn("", text)
    text = _NOTE_MARK.sub("", _MARKDOWN.sub("", text)).replace("‘‘", "“").replace("’’", "”")
    text, pages = _PAGE_HEADER.subn(_page_break, text)
    broken = text
    text, wrapped = _unwrapped(text)
    whole_lines = tuple(block for block in broken.strip("\n").split("\n\n") if "\n" not in block) if wrapped else ()
    signs = ((pages, Why.PAGE_HEADERS), (front, Why.FRONT_MATTER), (wrapped, Why.WRAPPED))
    return text, tuple(refusal(why) for found, why in signs if found), whole_lines


def _unwrapped(text: str) -> tuple[str, bool]:
    """Lines that were broken to fit a page joined again, as far as their words tell."""
    lines: list[Paragraph] = []
    apart = False
    for line in text.split("\n"):
        if line.strip():
            lines.append(Paragraph(line.strip(), apart))
        apart = not line.strip()
    if not is_wrapped(lines):
        return text, False
    joined, _ = unwrap(lines)
    return "".join(("\n\n" if line.apart else "\n") + line.text for line in joined).strip("\n"), True


PAGE_BREAK = "\x1f"  # white space to Python, and in no text that was mended


def _page_break(match: re.Match[str]) -> str:
    """What a page header leaves: a line break before something that begins a line, or else a mark that joins."""
    rest = match.string[match.end() :]
    begins = re.match(rf"[“\"(]|{loose('มาตรา|ข้อ|หมวด')}\s*[0-9๐-๙]", rest)
    return "\n" if begins or not rest else f" {PAGE_BREAK} "


# --- where sections begin ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    end: int
    label: str
    damage: tuple[Refusal, ...] = ()


def _heads(text: str, marked: str) -> tuple[list[_Head], bool]:
    """The openings of the bill's sections, and whether some stand in the middle of a line."""
    heads: list[_Head] = []
    inside_line = False
    found = _first(text)
    word = found["word"][:2] if found else ""
    places = mark_places(marked)
    while found:
        heads.append(_head(found))
        inside_line = inside_line or not _starts_line(text, found.start())
        found = _next(text, marked, heads[-1], word, places)
    return heads, inside_line


def _head(match: re.Match[str]) -> _Head:
    spaced = bool(match["more"])
    label = re.sub(r"\s", "", match["label"] + match["more"]) if spaced else match["label"]
    damage = (refusal(Why.BROKEN_LABEL, label=numerals.plain(label)),) if spaced else ()
    stop = _STOP.match(match.string, match.end())
    return _Head(match.start(), stop.end() if stop else match.end(), numerals.plain(label), damage)


def _first(text: str) -> re.Match[str] | None:
    """The first section: number 1 at the start of a line or behind the enacting words, or else any that opens."""
    candidates = [match for match in _HEAD.finditer(text) if not _is_cited(text, match)]
    at_line = [match for match in candidates if _starts_line(text, match.start())]
    for match in candidates:
        opens = match in at_line or _ENACTING.search(text[max(0, match.start() - 30) : match.start()])
        if opens and numerals.plain(match["label"]) == "1":
            return match
    if at_line:
        return at_line[0]
    return next((match for match in candidates if INSTRUCTS.match(text, match.end())), None)


def _next(text: str, marked: str, last: _Head, word: str, places: list[int]) -> re.Match[str] | None:
    """The next section: the next number, outside quotation marks; or a plain instruction under another number."""
    follows = str(int(last.label) + 1) if last.label.isdecimal() else ""
    gauge = DepthGauge(marked, last.end, places=places)
    spare: re.Match[str] | None = None
    clause_end = marked.find("\n\n", last.end)
    for match in _HEAD.finditer(text, last.end, _signature(text, marked, last.end, places)):
        if not match["word"].startswith(word) or _is_cited(text, match):
            continue
        is_next = _head(match).label == follows
        instructs = INSTRUCTS.match(text, match.end()) is not None
        is_named = match.start() > clause_end > 0 and _names(marked[last.end : clause_end], match)
        # One that the clause cites is quoted, also behind a lone mark that seems to close the quotation.
        if (is_named and not is_next and not instructs) or _may_be_quoted(text, marked, last, match):
            continue
        outside = gauge.at(match.start()) == 0
        starts_line = _starts_line(text, match.start())
        if outside and is_next and (starts_line or _opens_inside_line(text, marked, match)):
            return match
        if outside and starts_line and (instructs or _stands_alone(marked, last, match.start())):
            return match
        if spare is None and not outside and is_next:
            lost_mark = marked[: match.start()].rstrip().endswith("”") or gauge.at(match.start()) == 1
            if (instructs and lost_mark) or (starts_line and not _closes(depths(marked, last.end, len(marked)))):
                spare = match
    return spare


def _signature(text: str, marked: str, start: int, places: list[int]) -> int:
    """Where the countersignature stands: behind it schedules may cite sections, but none of the bill's follows."""
    gauge = DepthGauge(marked, start, places=places)
    signed = (match.start() for match in _SIGNED.finditer(text, start) if gauge.at(match.start()) == 0)
    return next(signed, len(text))


_DEMANDS = re.compile(loose("ความต่อไปนี้|ความดังต่อไปนี้|นี้แทน"))


def _may_be_quoted(text: str, marked: str, last: _Head, match: re.Match[str]) -> bool:
    """Whether a number belongs to a quotation that lost its marks.

    The clause asks for a quotation and cites that number, no closing mark stands before, and a section of the bill
    with the same number comes later.
    """
    before = marked[last.end : match.start()].rstrip()
    if before.endswith("”") or not _DEMANDS.search(before):
        return False
    if not _names(before.partition("\n\n")[0], match):
        return False
    label = numerals.plain(match["label"])
    later = (other for other in _HEAD.finditer(text, match.end()) if _starts_line(text, other.start()))
    return any(numerals.plain(other["label"]) == label and not _is_cited(text, other) for other in later)


def _names(clause: str, match: re.Match[str]) -> bool:
    """Whether a clause cites the number of a section."""
    return numerals.plain(match["label"]) in _cited_in(clause)


@lru_cache(maxsize=8)
def _cited_in(clause: str) -> frozenset[str]:
    return frozenset(numerals.plain(cited["label"]) for cited in _HEAD.finditer(clause))


def _stands_alone(marked: str, last: _Head, at: int) -> bool:
    """Whether a misnumbered section can be meant: it follows a blank line, and what stands before it is complete."""
    before = marked[last.end : at]
    complete = before.rstrip().endswith("”") or not _DEMANDS.search(before)
    return complete and re.search(r"\n *\n\s*\Z", before) is not None


def _closes(marks: list[tuple[int, int]]) -> bool:
    return any(depth == 0 for _, depth in marks)


def _starts_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _opens_inside_line(text: str, marked: str, match: re.Match[str]) -> bool:
    """In a run-together text a section opens behind a closing mark or a space, and no line opens with its number."""
    before = marked[: match.start()]
    if not (before.rstrip().endswith("”") or before[-1:].isspace()):
        return False
    label = numerals.plain(match["label"])
    later = (other for other in _HEAD.finditer(text, match.end()) if _starts_line(text, other.start()))
    return not any(numerals.plain(other["label"]) == label and not _is_cited(text, other) for other in later)


def _is_cited(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start()]
    if _CITING.search(before):
        return True
    # A section of the bill may begin with a citation: ``มาตรา ๓  มาตรา ๙ แห่ง…``.
    apart = re.search(r"\n *\n\s*\Z", before) is not None
    return _CITED.match(text, match.end()) is not None and not (apart and _LISTED.match(text, match.end()))


def _closing(marked: str, start: int) -> int:
    marks = depths(marked, start, len(marked))
    closes = _closes(marks)
    for match in _CLOSING.finditer(marked, start):
        if not closes or depth_at(marks, match.start()) == 0:
            return match.start()
    return len(marked)
