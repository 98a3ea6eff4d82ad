"""Text -> paragraphs: true paragraph ends told from soft line breaks, rules and page furniture set aside."""

from __future__ import annotations

import re

from law.reading.certain import is_certain, without_aside
from law.reading.furniture import front_matter, is_date, is_furniture, names_gazette, page_head, without_markup
from law.reading.normalise import Mends, visible
from law.reading.pages import page_numbers, without_watermark
from law.reading.paragraph import Paragraph
from law.reading.running import split_running
from law.reading.wrapping import goes_on_certainly, goes_over_page, is_label_alone, is_wrapped, opens_unit, unwrap

__all__ = ["Paragraph", "paragraphs"]

_SPACES = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\v\f]+")
_RULE = re.compile(r"[ \-_=*~─━—–⎯]{3,}")
# With fewer blank lines than this share a text uses none, and every line stands for itself.
_FEW_BLANKS = 0.02
# Of soft breaks only few stand beside a blank line, or before what begins a unit.
_MOST_BLANK_SOFT = 0.1
_MOST_UNIT_SOFT = 0.3
# A page's own lines may stand above the act only here.
_HEAD = 30


def paragraphs(text: str, mends: Mends) -> tuple[list[Paragraph], tuple[str, ...]]:
    """The paragraphs of a text whose characters are mended, and what stands about them that is no text of an act."""
    if is_certain(text):
        return without_aside(text, mends)
    soft = has_soft_breaks(text)
    raw = without_watermark(_lines(text, soft=soft), mends)
    lines = _without_blanks(raw[(start := front_matter(raw)) :], mends)
    strange = [" ".join(" ".join(raw[:start]).split())]
    first = page_head([line.text for line in lines[:_HEAD]])
    strange += [line.text for line in lines[:first]]
    lines = lines[first:]
    if not soft and is_wrapped(lines):
        lines, joined = unwrap(lines)
        mends.note("unwrapped", joined)
    else:
        lines = _with_labels(lines, mends)
    if lines and sum(line.apart and not line.ruled for line in lines) < _FEW_BLANKS * len(lines):
        lines = [Paragraph(line.text, True, line.ruled) for line in lines]
    return split_running(lines, mends), tuple(text for text in strange if text)


def _without_blanks(lines: list[str], mends: Mends) -> list[Paragraph]:
    result: list[Paragraph] = []
    apart = ruled = False
    turned = False  # a page was turned since the line taken last
    numbers = page_numbers(lines)
    for at, raw in enumerate(lines):
        line = without_markup(_SPACES.sub(" ", raw).strip(), mends) if raw else ""
        before = result[-1].text if result and not apart else ""
        if not line:
            apart = True
        elif _RULE.fullmatch(line):
            apart = ruled = True
            mends.note("rule", 1, removed=visible(line))
        elif at in numbers or (turned and is_date(line)) or _is_running_head(line, before, lines[at + 1 : at + 2]):
            mends.note("furniture", 1, removed=visible(line))
            turned = True
        elif turned and result and goes_over_page(result[-1].text, line):
            last = result[-1]
            result[-1] = Paragraph(f"{last.text} {line}", last.apart, last.ruled)
            apart = ruled = turned = False
        else:
            # Blank lines about a running head are the page's: of the text only what opens a unit stands apart.
            result.append(Paragraph(line, apart and (not turned or opens_unit(line)), ruled))
            apart = ruled = turned = False
    return result


def _is_running_head(line: str, before: str, after: list[str]) -> bool:
    return is_furniture(line) and not names_gazette(before, line, after)


def _with_labels(lines: list[Paragraph], mends: Mends) -> list[Paragraph]:
    """Labels that stand alone on a line, with the text that belongs to them; sentences that were certainly broken."""
    result: list[Paragraph] = []
    for line in lines:
        before = result[-1].text if result else ""
        broken = goes_on_certainly(before, line.text)
        if result and not line.apart and (broken or is_label_alone(before)):
            first = result[-1]
            result[-1] = Paragraph(f"{before} {line.text}", first.apart, first.ruled)
            mends.note("unwrapped", int(broken))
        else:
            result.append(line)
    return result


def _lines(text: str, *, soft: bool) -> list[str]:
    if soft:
        text = text.replace("\r\n", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", " ").replace("\u2029", "\n").split("\n")


def has_soft_breaks(text: str) -> bool:
    """Whether CR LF is a soft break here and a bare LF the end of a paragraph (the Council of State's site)."""
    soft = text.count("\r\n")
    if not soft or text.count("\n") == soft:
        return False
    blank = len(re.findall(r"\r\n[ \t\xa0]*(?=\r\n)", text))
    units = len(re.findall(r"\r\n(?:มาตรา[ \xa0]+[0-9๐-๙]+[ \xa0]{2}|\([0-9๐-๙]+\)[ \xa0])", text))
    return blank <= _MOST_BLANK_SOFT * soft and units <= _MOST_UNIT_SOFT * soft
