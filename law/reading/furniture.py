"""Page furniture: what the printer put on a page and no legislator wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from law.reading import marks
from law.reading.normalise import Mends, visible

_LONGEST = 160
_NUMBER = "[0-9๐-๙]"
_FURNITURE = re.compile(
    rf"(?:หน้า\s*(?:ที่\s*)?{_NUMBER}{{1,4}}\s*)?(?:เล่ม\s*(?:ที่\s*)?{_NUMBER}{{1,3}}\s*)(?:ตอน(?:ที่|พิเศษ)?\s*)*{_NUMBER}*\s*[ก-ง]?\s*(?:\(.{{1,40}}\))?\s*"
    rf"(?:(?:หน้า\s*{_NUMBER}{{1,4}}\s*)?ราชกิจจานุเบกษา)?\s*(?:หน้า\s*{_NUMBER}{{1,4}}\s*)?(?:{_NUMBER}{{1,2}}\s*[ก-๛.]+\s*{_NUMBER}{{4}})?\s*"
    r"(?:ราชกิจจานุเบกษา)?|"
    rf"หน้า\s*(?:ที่\s*)?{_NUMBER}{{1,4}}(?:\s*(?:/|จาก|ของ)\s*{_NUMBER}{{1,4}})?|"
    rf"[-–—]\s*{_NUMBER}{{1,4}}\s*[-–—]|"
    r"ราชกิจจานุเบกษา|"
    rf"(?:page|Page)\s*{_NUMBER}{{1,4}}(?:\s*(?:of|/)\s*{_NUMBER}{{1,4}})?"
)


def is_furniture(line: str) -> bool:
    """Whether a line is a page number or the running head of the Gazette."""
    return len(line) <= _LONGEST and _FURNITURE.fullmatch(line) is not None


def names_gazette(before: str, line: str, after: Sequence[str]) -> bool:
    """Whether a line is the Gazette's name as the end of a sentence, and not its running head.

    ``before``: the line right above, empty where none is; ``after``: the next line, if there is one.
    """
    head = any(is_furniture(other.strip()) or is_date(other.strip()) for other in after)
    return line == _GAZETTE and not head and _TO_THE_GAZETTE.search(before) is not None


def is_date(line: str) -> bool:
    """Whether a line is only a date, as the Gazette has it in its running head."""
    return _DATE.fullmatch(line) is not None


_GAZETTE = "ราชกิจจานุเบกษา"
# ``ประกาศใน`` at the end of a line that was broken to fit a page.
_TO_THE_GAZETTE = re.compile(r"(?:ใน|หนังสือ|ประกาศ|โฆษณา)$")
_DATE = re.compile(rf"{_NUMBER}{{1,2}}\s*[ก-๛.]{{3,12}}\s*(?:พ\.ศ\.\s*)?{_NUMBER}{{4}}")
_MARKUP = re.compile(
    r"(?:#{1,6}\s+|>\s+)+|"
    rf"[*•๏▪●○◦·■]\s*(?=(?:มาตรา|ข้อ|หมวด|ส่วนที่|ลักษณะ)\s?(?:{marks.NOTE}\s?)?{_NUMBER}|\([0-9๐-๙ก-ฮ])"
)
# ``ข้อ 1. …``, ``มาตรา ๒ : …``: a sign behind the label; not the dash of a range.
_LABEL_SIGN = re.compile(
    rf"(?P<label>(?:มาตรา|ข้อ)\s*{marks.LABEL}{marks.NOTES})\s*"
    rf"(?:\.\s?-|[.:](?!{_NUMBER})|[-–](?=\s)(?!\s*(?:มาตรา|ข้อ|{_NUMBER})))"
)
_BOLD = re.compile(r"(?<![*_])(\*\*|__)(?=[^\s*_])(?P<words>.+?)(?<=[^\s*_])\1(?![*_])")
_FRONT_LINE = re.compile(r"[A-Za-z_][\w-]*\s*:.*|\s.*|-\s.*")
_MOST_FRONT = 60
_STRANGE = re.compile(r"https?:|www\.|©|\||»|›|[A-Za-z]{3,}")


def without_markup(line: str, mends: Mends) -> str:
    """A line without the signs about it: a heading, a quotation or bold in Markdown, a bullet, a stop at a label."""
    start = _MARKUP.match(line)
    plain = _BOLD.sub(r"\g<words>", line[start.end() :] if start else line)
    plain = _label_alone(plain) if plain.startswith(("มาตรา", "ข้อ")) else plain
    mends.note("markup", int(plain != line), removed=visible(line) - visible(plain))
    return plain


def _label_alone(line: str) -> str:
    """A line that begins with a section's label, without a stop or a colon behind the label."""
    match = _LABEL_SIGN.match(line)
    return f"{match['label']} {line[match.end() :].lstrip()}" if match else line


def front_matter(lines: Sequence[str]) -> int:
    """How many lines at the top are a block of ``name: value`` between two rules, which some collections add."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for at, line in enumerate(lines[1:_MOST_FRONT], start=1):
        if line.rstrip() == "---":
            return at + 1
        if not _FRONT_LINE.fullmatch(line.rstrip()):
            return 0
    return 0


def page_head(lines: Sequence[str]) -> int:
    """How many lines stand above the name of an act and are a web page's own (links, addresses, Latin words)."""
    for at, line in enumerate(lines):
        if marks.INSTRUMENT_START.match(line):
            return at if any(_STRANGE.search(above) for above in lines[:at]) else 0
        if marks.SECTION.match(line):
            return 0
    return 0


def is_page_foot(line: str) -> bool:
    """Whether a line behind the footnotes is a web page's own."""
    return _STRANGE.search(line) is not None and marks.YEAR.search(line) is None
