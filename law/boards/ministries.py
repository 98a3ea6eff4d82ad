"""What an office is called today: ministries and offices of the state that were renamed, divided or abolished.

The table is ``law.boards.successions``. A name that is not in it is taken to stand.
"""

from __future__ import annotations

import re

from law.boards.successions import HEADS, SUCCESSIONS, Succession

_WORD_ENDS = r"(?![ะ-ฺๅ็-๎])"  # กระทรวงเกษตร is not in กระทรวงเกษตราธิการ


def bare(name: str) -> str:
    """A name without its spaces: acts write them now so, now otherwise."""
    return "".join(name.split())


_BY_NAME = tuple((bare(one.name), one) for one in SUCCESSIONS)


def renamed(office: str, year: int) -> Succession | None:
    """What became of the ministry or office that ``office`` names, as far as it happened by ``year`` (B.E.).

    ``ปลัดกระทรวงแรงงานและสวัสดิการสังคม`` in 2569: the succession of กระทรวงแรงงานและสวัสดิการสังคม.
    """
    words = bare(office)
    found = [one for name, one in _BY_NAME if name in words and one.year <= year and _names(words, name, one)]
    return max(found, key=lambda one: (len(bare(one.name)), one.year), default=None)


def _names(words: str, name: str, one: Succession) -> bool:
    """Whether the words hold the old name; ``กรมโยธาธิการและผังเมือง`` does not hold ``กรมโยธาธิการ``."""
    for successor in map(bare, one.successors):
        words = words.replace(successor, "") if name in successor else words
    return re.search(re.escape(name) + _WORD_ENDS, words) is not None


def today_name(office: str, year: int) -> str:
    """The office as it would be called in ``year``, following every succession to its nearest heir.

    The office itself where its ministry stands; empty where it was abolished without an heir.
    """
    name = office
    for _ in SUCCESSIONS:
        succession = renamed(name, year)
        if succession is None:
            return name
        if not succession.successors:
            return ""
        name = _replaced(name, succession.name, succession.successors[0])
        name = _with_title(name)
    return name


def _with_title(office: str) -> str:
    """The office with the title that its head has now."""
    head = next((old for old in HEADS if bare(office).startswith(old)), "")
    return office.replace(head, HEADS[head]) if head else office


def _replaced(office: str, old: str, new: str) -> str:
    if old in office:
        return office.replace(old, new)
    words = bare(office)
    return words.replace(bare(old), new)
