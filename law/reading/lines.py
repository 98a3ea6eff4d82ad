"""Text -> paragraphs: true paragraph ends told from soft line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from law import numerals
from law.reading.normalise import Mends, visible

_LABEL = numerals.LABEL_PATTERN
_SPACES = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\v\f]+")
_RULE = re.compile(r"[ \-_=*~─━—–⎯]{3,}")
_LABEL_ALONE = re.compile(rf"(?:มาตรา|ข้อ)(?:\s*{_LABEL})?(?:\s*\[[0-9๐-๙*]+\])*|\((?:{_LABEL}|[ก-ฮ])\)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in canonical spacing, and whether it stood after a blank or ruled line."""

    text: str
    apart: bool = False
    ruled: bool = False


def paragraphs(text: str, mends: Mends) -> list[Paragraph]:
    """The paragraphs of a text whose characters are mended."""
    result: list[Paragraph] = []
    apart = ruled = False
    for raw in _true_lines(text):
        line = _SPACES.sub(" ", raw).strip()
        if not line:
            apart = True
        elif _RULE.fullmatch(line):
            apart = ruled = True
            mends.note("rule", 1, removed=visible(line))
        elif result and not apart and _LABEL_ALONE.fullmatch(result[-1].text):
            result[-1] = Paragraph(f"{result[-1].text} {line}", result[-1].apart, result[-1].ruled)
        else:
            result.append(Paragraph(line, apart, ruled))
            apart = ruled = False
    return result


def _true_lines(text: str) -> list[str]:
    """Lines that end where a paragraph ends, as far as the line breaks themselves say so."""
    if has_soft_breaks(text):
        text = text.replace("\r\n", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", " ").replace("\u2029", "\n").split("\n")


def has_soft_breaks(text: str) -> bool:
    """Whether CR LF is a soft break here and a bare LF the end of a paragraph (the Council of State's site)."""
    hard = text.count("\n") - text.count("\r\n")
    return hard > 0 and "\r\n" in text
