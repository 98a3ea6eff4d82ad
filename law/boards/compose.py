"""A new board written from nothing, in the itemised form."""

from __future__ import annotations

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
