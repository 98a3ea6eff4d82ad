"""Lines that were broken to fit a page, joined again to paragraphs.

The Council of State's site marks a soft break by CR LF and the end of a paragraph by a bare LF. A text that went
through a browser or an editor has lost that difference. Then a line that begins a unit opens a paragraph, a blank line
ends one, and between plain lines the words on both sides decide; the result is a guess that a person should look at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from law import numerals
from law.act import ITEM_LABEL, is_repealed_text
from law.reading import marks
from law.reading.listing import Labels
from law.reading.paragraph import Paragraph

# From this share of line breaks that can not be paragraph ends, a text counts as broken by width, ...
_SOFT_SHARE = 0.25
_FEWEST_SOFT = 3
# ... where lines follow one another without a blank one often enough to tell.
_ADJACENT_SHARE = 0.2
_SHORT_LINE = 70
_PAGE_WIDTH = 140  # characters; no line of a text that was broken by width is longer
_FULL_LINE = 50
_HALF_FULL = 0.6  # a line that leaves so much of the page free most often ends a paragraph
_LONGEST_TITLE = 300
_OPENS = 2.1
# In an even text a line that fills less than this of the page is the last of its paragraph, a fuller one hardly.
_FULL = 0.85
_EVEN_SHARE = 0.8
_LAST_LINE = 3.0
_FULL_LINE_WEIGHS = -0.5
_PARTED_SHARE = 0.95
_FEWEST_CUTS = 5
_YEAR_END = re.compile(rf"{marks.YEAR.pattern}$")
_MARKS = re.compile("[ัิ-ฺ็-๎]")

_OPENER = re.compile(
    r"ในกรณี|ถ้า|ความใน|กฎกระทรวง|ในการ|การ|เมื่อ|หลักเกณฑ์|คำสั่ง|คำวินิจฉัย|ห้ามมิให้|บทบัญญัติ|ให้นำ|คณะกรรมการ|คณะอนุ|ความผิด|ผู้ใด|"
    r"ผู้ซึ่ง|นายกรัฐมนตรี|คำว่า|ข้อ|ในระหว่าง|เพื่อประโยชน์|กรรมการ|ในวาระ|อนึ่ง|เงิน|ประกาศ|ระเบียบ|สมาชิก|เครื่องหมาย|ให้คณะ|ให้สำนักงาน|"
    r"พนักงาน|เจ้าพนักงาน|ผู้ประ|ผู้รับ|ผู้อำนวย|บุคคล|คำร้อง|คำขอ|รัฐมนตรี|นอกจาก|ระยะเวลา|ภายใต้|บรรดา|ใบอนุญาต|บัตรประจำตัว|การแต่งตั้ง"
)
_CONTINUES = re.compile(
    r"และ|หรือ|เว้นแต่|แต่|โดย|ซึ่ง|ที่|เพื่อ(?!ประโยชน์)|แห่ง|พ\.ศ\.|ต้องระวาง|ให้ถือ|ทั้งนี้|แล้วแต่|รวมทั้ง|ตาม|จาก|กับ|ของ|"
    r"ใน(?!กรณี|การ|ระหว่าง|วาระ)|ว่า|อัน|เป็น|ได้|ไม่|มิ|จะ|มี|ก็|ด้วย|วรรค|"
    r"(?![0-9๐-๙]{1,3}\.(?:\s|\[|$))[0-9๐-๙]|เพิ่ม|แก้ไข|ณ |แก่|นั้น|นี้|ต่อ|ให้เป็น|ให้ใช้|ให้มี|"
    r"ดังต่อไปนี้|ไว้|อยู่|ไป|มา(?!ตรา)|ถึง|จน|"
    r"ราชกิจ|เนื่องจาก|:-|ฯ|ๆ|”|,|เท่า|ตั้งแต่|นับ|ครั้ง|ร้อย|ปรับ|จำคุก|หมายความ|\((?:ฉบับ|ยกเลิก)"
)
_COMPLETE = re.compile(
    r"(?:ก็ได้|ด้วย|โดยอนุโลม|นั้น|มิได้|ทั้งปรับ|บาท|ราชกิจจานุเบกษา|นี้|กำหนด|แต่งตั้ง|ได้|เป็นที่สุด|ตำแหน่ง|ชี้ขาด|ดังกล่าว|แล้ว|ต่อไป|กรณี|ไว้|แทน|”|เดิม|"
    r"ทราบ|ชอบ|ผิด|อยู่|ปี|วัน|โทษ|ศาล|ขึ้น|เป็นองค์ประชุม|\))$"
)
_INCOMPLETE = re.compile(
    r"(?:และ|หรือ|ซึ่ง|ที่|โดย|ของ|ใน|ตาม|จาก|ให้|เพื่อ|ว่า|แห่ง|มาตรา|กับ|แก่|ถึง|พ\.ศ\.|ฉบับที่|วรรค|,|ทั้งนี้|แต่|ถ้า|เมื่อ|“|วันที่|ต้อง|ได้แก่|เว้นแต่|"
    r"ไม่|มิ|ต่อ|เป็น|จะ|มี|ประมวล|หมายความ|บรรดา|เนื่องจาก|หมายเหตุ|โปรดเกล้าฯ)$"
)
_WANTS_NUMBER = re.compile(r"(?:มาตรา|วรรค|พ\.ศ\.|ฉบับที่|หมวด)$")
_ONLY_JOINS = re.compile(r"(?:และ|หรือ|ซึ่ง|แห่ง|ว่าด้วย)$")
_MEANS = ("หมายความ", "หมายถึง", "ให้หมายความ")
_CITABLE = ("มาตรา", "ข้อ", "บทเฉพาะกาล", *marks.LEVELS)
_LABEL_ALONE = re.compile(
    rf"(?:มาตรา|ข้อ)(?:\s*{marks.LABEL})?{marks.NOTES}|"
    rf"\(?(?:{marks.LABEL}|[{numerals.LETTERS}](?:/[0-9๐-๙]+)?)\){marks.NOTES}|\[[0-9๐-๙]+\]"
)


def is_label_alone(line: str) -> bool:
    """Whether a line is only the label of a unit, whose text stands on the next line."""
    return len(line) < _SHORT_LINE and _LABEL_ALONE.fullmatch(line) is not None


def is_wrapped(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether lines were broken to fit a width: many of them begin with what can not begin a paragraph."""
    inside = paragraphs[_first_section(paragraphs) :]
    adjacent = [(before.text, line.text) for before, line in pairwise(inside) if not line.apart]
    if len(adjacent) < _ADJACENT_SHARE * len(inside):
        return False
    fewest = _FEWEST_SOFT
    if max((len(paragraph.text) for paragraph in inside), default=0) <= _PAGE_WIDTH:
        fewest -= 1
        # Where every line fits a page, the short ones say nothing: they may be whole paragraphs.
        adjacent = [(before, line) for before, line in adjacent if len(before) >= _FULL_LINE or is_label_alone(before)]
    soft = sum(_is_soft(before, line) for before, line in adjacent)
    return soft >= fewest and soft > _SOFT_SHARE * len(adjacent)


def _is_soft(before: str, line: str) -> bool:
    broken = _CONTINUES.match(line) or _INCOMPLETE.search(before)
    return is_label_alone(before) or (broken is not None and not opens_unit(line))


def _first_section(paragraphs: Sequence[Paragraph]) -> int:
    """Where the first section begins: what stands before it are names and dates, a line each."""
    for at, paragraph in enumerate(paragraphs):
        if not paragraph.text.startswith(("มาตรา", "ข้อ")):
            continue
        if paragraph.text == "มาตรา" or opens_unit(paragraph.text):
            return at
    return len(paragraphs)


def unwrap(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], int]:
    """Broken lines joined to paragraphs, and how many line breaks that took."""
    paragraphs = _with_numbers(paragraphs)
    start = _first_section(paragraphs)
    page = _page(paragraphs[start:])
    result: list[Paragraph] = list(paragraphs[:start])
    joined = 0
    joinable = False  # whether the paragraph taken last is running text, which may go on
    last_line = ""
    labels = Labels()
    carried = False  # whether the line taken last goes on with the one before it: then a label in it is cited
    for paragraph in paragraphs[start:]:
        line = paragraph.text
        due = labels.is_due(line)
        past = page.fills(last_line) and labels.is_past(line)
        carried = joinable and not paragraph.apart and (past or _goes_on(last_line, line, page, cited=carried, due=due))
        if carried:
            first = result[-1]
            result[-1] = Paragraph(f"{first.text} {line}", first.apart, first.ruled)
            joined += 1
        else:
            result.append(paragraph)
            joinable = _is_running(line, joinable)
            labels.take(line)
        last_line = line
    return [Paragraph(" ".join(p.text.split()), p.apart, p.ruled) for p in result], joined


@dataclass(frozen=True, slots=True)
class _Page:
    """How lines were broken.

    ``width`` of a line that fills the page, in signs; ``even``: whether every line but a paragraph's last does;
    ``parted``: whether a blank line stands between all paragraphs.
    """

    width: int
    even: bool
    parted: bool

    def fills(self, line: str) -> bool:
        """Whether a line can not be told from one that goes on, by its length alone."""
        return self.even and _length(line) >= _FULL * self.width and not _YEAR_END.search(line)


def _page(paragraphs: Sequence[Paragraph]) -> _Page:
    lengths = sorted(_length(paragraph.text) for paragraph in paragraphs)
    width = min(lengths[len(lengths) * 9 // 10], _PAGE_WIDTH) if lengths else _SHORT_LINE  # one in ten is longer
    broken = [_length(one.text) for one, other in pairwise(paragraphs) if not other.apart and _is_cut(one, other)]
    full = sum(length >= _FULL * width for length in broken)
    opening = [one.apart for one in paragraphs if opens_unit(one.text)]
    return _Page(
        width,
        even=len(broken) >= _FEWEST_CUTS and full >= _EVEN_SHARE * len(broken),
        parted=len(opening) >= _FEWEST_CUTS and sum(opening) >= _PARTED_SHARE * len(opening),
    )


def _is_cut(one: Paragraph, other: Paragraph) -> bool:
    """Whether a line goes on with the one before it by its words alone."""
    certain = _INCOMPLETE.search(one.text) is not None or _CONTINUES.match(other.text) is not None
    return certain and not is_label_alone(one.text) and not opens_unit(other.text)


def _length(line: str) -> int:
    """Signs of a line as they take room: marks above and below a letter take none."""
    return len(line) - len(_MARKS.findall(line))


def _with_numbers(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """``มาตรา`` that stands alone, with its number on the next line, as one line; a marker with the line before it."""
    result: list[Paragraph] = []
    followers = [paragraph.text for paragraph in paragraphs[1:]]
    for paragraph, following in zip(paragraphs, [*followers, ""], strict=True):
        marker = marks.INLINE_NOTE.fullmatch(paragraph.text) and marks.SECTION.fullmatch(following)
        if marker and result and not paragraph.apart:
            result[-1] = Paragraph(result[-1].text + paragraph.text, result[-1].apart, result[-1].ruled)
        elif result and result[-1].text in {"มาตรา", "ข้อ"} and paragraph.text[:1].isdecimal():
            word = result[-1]
            result[-1] = Paragraph(f"{word.text} {paragraph.text}", word.apart, word.ruled)
        else:
            result.append(paragraph)
    return result


def _is_running(line: str, before: bool) -> bool:
    """Whether a paragraph that begins so may be broken over lines; names, titles and tables are not."""
    if line.startswith(("มาตรา", "ข้อ", "หมายเหตุ", "“", "[")) or ITEM_LABEL.match(line):
        return True
    if marks.CLOSING.match(line) or marks.SCHEDULE_NAME.fullmatch(line) or marks.DIVISION.fullmatch(line):
        return False
    return marks.INSTRUMENT_START.match(line) is not None or before


def opens_unit(line: str) -> bool:
    """Whether a line begins a section, an item, a heading or what stands behind the sections."""
    if line.startswith(("มาตรา", "ข้อ")):
        match = marks.SECTION.fullmatch(line)
        return match is not None and not marks.CITED.match(match["rest"])
    return bool(
        ITEM_LABEL.match(line)
        or (line.startswith("วรรค") and is_repealed_text(line))
        or marks.DIVISION.fullmatch(line)
        or marks.TRANSITORY.fullmatch(line)
        or line.startswith(("หมายเหตุ", "ผู้รับสนอง", "[", "“"))
        or _names_act(line)
    )


def _names_act(line: str) -> bool:
    """Whether a line is the title of an act of the tail, or the first line of one."""
    if len(line) > _LONGEST_TITLE or not marks.INSTRUMENT_START.match(line.lstrip("* ")):
        return False
    return marks.TAIL_TITLE.fullmatch(line) is not None or re.search(r"\(ฉบับที่[^)]*\)$", line) is not None


def _goes_on(before: str, line: str, page: _Page, *, cited: bool, due: bool) -> bool:
    """Whether a line goes on with the one before it.

    ``due``: it begins with the next label of a list.

    ``cited``: the line before goes on with another one, so that a label alone on it is a citation.
    """
    if page.parted or (is_label_alone(before) and not cited):
        return True
    label = ITEM_LABEL.match(line)
    if label is not None:
        return not due and bool(marks.JOINER.search(before)) and not marks.LIST_INTRO.search(before)
    if line.startswith("“"):
        return marks.LIST_INTRO.search(before) is None and not _defines(line) and not _COMPLETE.search(before)
    if _names_act(line):
        return bool(_INCOMPLETE.search(before) or marks.JOINER.search(before))
    if opens_unit(line):
        return bool(marks.JOINER.search(before)) and line.startswith(_CITABLE)
    return _score(before, line, page) < _OPENS


def goes_over_page(before: str, line: str) -> bool:
    """Whether a sentence was broken by the turn of a page: by the one side or the other it can be nothing else."""
    if opens_unit(line):
        return False
    return _CONTINUES.match(line) is not None or _INCOMPLETE.search(before) is not None


def goes_on_certainly(before: str, line: str) -> bool:
    """Whether two lines are one sentence in whatever text: a number without its unit, words that only join."""
    if opens_unit(line) or not before:
        return False
    return (_WANTS_NUMBER.search(before) is not None and line[0].isdecimal()) or (
        line.startswith("หรือ")
        or _ONLY_JOINS.search(before) is not None
        or (line.startswith(_MEANS) and before.startswith("“") and before.endswith("”"))
    )


def _defines(line: str) -> bool:
    return re.match(r"“[^”]{1,200}”\s*(?:\[|หมายความ|$|และ|หรือ|\()", line) is not None


def _score(before: str, line: str, page: _Page) -> float:
    """How much speaks for a new paragraph between two plain lines."""
    score = 0.0
    if _CONTINUES.match(line):
        score -= 3
    elif _OPENER.match(line):
        score += 2
    if _INCOMPLETE.search(before):
        score -= 3
    elif _COMPLETE.search(before):
        score += 1.3
    if page.even:
        return score + (_LAST_LINE if _length(before) < _FULL * page.width else _FULL_LINE_WEIGHS)
    if len(before) < _HALF_FULL * page.width or len(before) + 1 + len(line.partition(" ")[0]) < _SHORT_LINE:
        score += 0.8
    return score
