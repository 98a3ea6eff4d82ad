"""A new board written from nothing, in the itemised form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from law import numerals
from law.boards.model import Board, Member, Role, Source
from law.boards.wording import new_words
from law.boards.write import proven, role_words, secretary_clause


def new_board(name: str, members: Sequence[Member]) -> Board:
    """The provision that creates a board with these members, one item a kind.

    :raises CannotWrite: where the members can not be said so that they read back the same.
    """
    lines = [f"ให้มี{name} ประกอบด้วย"]
    lines += [f"({numerals.thai(number)}) {words}" for number, words in enumerate(_items(name, members), start=1)]
    lines += [secretary_clause(one, name) for one in members if one.role in (Role.SECRETARY, Role.ASSISTANT)]
    return proven("\n".join(lines), name, members)


def _items(name: str, members: Sequence[Member]) -> list[str]:
    items = [f"{new_words(one)} {role_words(one, name)}" for one in members if one.role is Role.CHAIR]
    items += [f"{new_words(one)} {role_words(one, name)}" for one in members if one.role is Role.VICE_CHAIR]
    seated = [one for one in members if one.role is Role.MEMBER]
    word = role_words(replace(seated[0], role=Role.MEMBER), name).removeprefix("เป็น") if seated else "กรรมการ"
    offices = [new_words(one) for one in seated if one.source is Source.OFFICE]
    if offices:
        items.append(f"{word}โดยตำแหน่ง ได้แก่ {listed(offices)}")
    single = [one for one in seated if one.source is Source.REPRESENTATIVE and (one.minimum, one.maximum) == (1, 1)]
    if single:
        each = " แห่งละหนึ่งคน" if len(single) > 1 else ""
        items.append(f"{listed([new_words(one) for one in single])}{each} เป็น{word}")
    rest = [one for one in seated if one not in single and one.source is not Source.OFFICE]
    return items + [f"{new_words(one)} เป็น{word}" for one in rest]


def listed(words: Sequence[str]) -> str:
    """``A B และC``: as Thai acts list."""
    return f"{' '.join(words[:-1])} และ{words[-1]}" if len(words) > 1 else "".join(words)


# Words that open a whole sentence of a provision; what begins otherwise is completed.
_SENTENCE = re.compile(r"ให้|ในกรณี|เพื่อ|ทั้งนี้|(?:อนุ)?กรรมการ(?:ตาม|ซึ่ง|มี|อยู่)|วาระ")


def rules_of(name: str, *, mandate: str = "", term: str = "", reporting: str = "") -> list[str]:
    """The paragraphs behind a new board's composition: what it does, for how long, to whom it reports.

    ``mandate`` ``ติดตามและประเมินผล``, ``term`` ``สองปี``, ``reporting`` ``คณะกรรมการปีละสองครั้ง`` are made sentences;
    whole sentences are kept as they were typed, a line a paragraph or item.
    """
    people = "อนุกรรมการ" if "อนุกรรมการ" in name else "กรรมการ"
    said = (
        (mandate, f"ให้{name}มีหน้าที่และอำนาจ"),
        (term, f"ให้{people}มีวาระการดำรงตำแหน่ง" + ("" if term.strip().startswith("คราวละ") else "คราวละ")),
        (reporting, f"ให้{name}รายงานผลการดำเนินงานต่อ"),
    )
    return [
        line if _SENTENCE.match(typed.strip()) or place else f"{opening}{line}"
        for typed, opening in said
        for place, line in enumerate(_lines(typed))
    ]


def _lines(typed: str) -> list[str]:
    return [" ".join(line.split()) for line in typed.splitlines() if line.strip()]
