"""Divisions cited with their titles: between the number and the law it is of stands the title.

``หมวด ๖ การเพิกถอนสิทธิ ตามกฎหมายว่าด้วย…``, ``หมวด ๔ การออกหนังสือ และหมวด ๖ การจดทะเบียน แห่งประมวลกฎหมาย…``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from law.act import Division
from law.citing import laws
from law.citing.index import Index
from law.citing.reference import Reference

_DIVISIONS = ("หมวด", "ส่วน", "ลักษณะ", "ภาค", "บรรพ")
_TITLE_OF = re.compile(r"\s(?P<title>[^()“”0-9๐-๙]{3,80}?)\s?(?:ตาม|แห่ง|ของ|ใน)")
_TITLE_AND = re.compile(r"\s(?P<title>[^()“”0-9๐-๙]{1,80}?)\s?(?:และ|หรือ|,)?\s?")
# A title makes no sentence.
_SENTENCE = re.compile(r"ให้|ต้อง|จะ|มา|ได้|เป็น|ซึ่ง|ถ้า|โดย|เว้นแต่|แล้ว|ตาม|แห่ง|ของ|ใน")


def with_titles(
    index: Index, references: Sequence[Reference], named: Sequence[laws.LawName], text: str
) -> list[Reference]:
    """The references of a line, those of titled divisions with the law that is named behind or before the titles."""
    found = list(references)
    for at in reversed(range(len(found))):
        found[at] = _of_what_follows(index, found, at, named, text)
    for at in range(1, len(found)):
        one, before = found[at], found[at - 1]
        title = _TITLE_AND.fullmatch(text[before.end : one.start])
        if one.is_broken and _is_division(one) and _is_division(before) and before.foreign and title:
            found[at] = replace(one, foreign=before.foreign)
    return found


def _of_what_follows(
    index: Index, found: list[Reference], at: int, named: Sequence[laws.LawName], text: str
) -> Reference:
    one = found[at]
    if one.foreign is not None or not _is_division(one):
        return one
    law = next((law for law in named if law.start >= one.end and law.name), None)
    title = _TITLE_OF.fullmatch(text[one.end : law.start]) if law else None
    if law and title and _is_titled_so(index, one, title["title"]):
        return replace(one, target=None, foreign=law.name, members=())
    after = found[at + 1] if at + 1 < len(found) else None
    title = _TITLE_AND.fullmatch(text[one.end : after.start]) if after and after.foreign else None
    if after and title and _is_division(after) and _is_titled_so(index, one, title["title"]):
        return replace(one, target=None, foreign=after.foreign, members=())
    return one


def _is_division(reference: Reference) -> bool:
    return reference.text.startswith(_DIVISIONS)


def _is_titled_so(index: Index, reference: Reference, title: str) -> bool:
    """Whether these words can be the title of another law's division, and not of the act's own with this number."""
    own = index.places[reference.target].node if reference.target else None
    if not isinstance(own, Division):
        return True
    return not _SENTENCE.search(title) and "".join(own.title.split()) != "".join(title.split())
