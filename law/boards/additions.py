"""A member for whom a provision has no list yet: the next item, more words of the sentence, a clause of its own."""

from __future__ import annotations

import re

from law import numerals
from law.boards.model import Board, Member, Role, Source
from law.boards.naming import composed_for_place
from law.boards.wording import CannotWrite, new_words

_ITEM = re.compile(r"\((?P<number>[0-9๐-๙]+)\) ")
_BELOW = re.compile(r"\([ก-ฮ]\) |\([0-9๐-๙]+\) \(ยกเลิก\)$")  # parts of an item, and items that were repealed
_POSTS = (Role.SECRETARY, Role.ASSISTANT)


def role_words(member: Member, name: str) -> str:
    """``เป็นกรรมการและเลขานุการ``, as the board calls its members."""
    word = "อนุกรรมการ" if "อนุกรรมการ" in name else "กรรมการ"
    if member.role is Role.CHAIR:
        return f"เป็นประธาน{word}"
    if member.role is Role.VICE_CHAIR:
        return f"เป็นรองประธาน{word}"
    if member.role is Role.MEMBER:
        return f"เป็น{word}"
    post = "เลขานุการ" if member.role is Role.SECRETARY else "ผู้ช่วยเลขานุการ"
    return f"เป็น{word}และ{post}" if member.has_seat else f"เป็น{post}"


def secretary_clause(member: Member, name: str) -> str:
    """``ให้ผู้อำนวยการเป็นกรรมการและเลขานุการ``; ``ให้อธิบดีแต่งตั้งข้าราชการ … เป็นผู้ช่วยเลขานุการ``."""
    by = f"{member.appointed_by}แต่งตั้ง" if member.appointed_by else ""
    single = (member.minimum, member.maximum) == (1, 1) and member.source is Source.OFFICE
    return f"ให้{by}{new_words(member)}{'' if single else ' '}{role_words(member, name)}"


def with_new(text: str, board: Board, member: Member) -> str:
    """The section's text with a member more, in the form in which ``board``, read from it, is composed.

    :raises CannotWrite: ``NO_PLACE``.
    """
    seated = [one for one in board.members if one.role not in _POSTS] or list(board.members)
    last = max(seated if member.role not in _POSTS else board.members, key=lambda one: one.end, default=None)
    if last is None or last.start < 0:
        raise CannotWrite(member, CannotWrite.NO_PLACE)
    start = text.rfind("\n", 0, last.start) + 1
    end = _line_end(text, last.end)
    item = _ITEM.match(text[start:end])
    inside = item is not None and composed_for_place(text[start + item.end() : last.start]) is not None
    if member.role in _POSTS and not inside:
        end = _last_below(text, end)
        return f"{text[:end]}\n{secretary_clause(member, board.name)}{text[end:]}"
    if item is not None and not inside:
        return _next_item(text, end, f"{new_words(member)} {role_words(member, board.name)}")
    words = secretary_clause(member, board.name) if member.role in _POSTS else _in_passing(member, board.name)
    end = end if inside or member.role in _POSTS else _role_end(text, last.end, end)
    return f"{text[:end]} และ{words}{text[end:]}"


def _in_passing(member: Member, name: str) -> str:
    return f"{new_words(member)} {role_words(member, name)}"


def _role_end(text: str, start: int, end: int) -> int:
    """Behind the role of the last member of a sentence, before what the sentence says of other things."""
    role = re.match(r"\s?เป็น(?:อนุ)?กรรมการ(?:โดยตำแหน่ง)?", text[start:end])
    return start + role.end() if role else end


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _last_below(text: str, end: int) -> int:
    """The end of the last line that belongs to the item whose line ends at ``end``, or was repealed behind it."""
    while end < len(text):
        following = _line_end(text, end + 1)
        if not _BELOW.match(text[end + 1 : following]):
            return end
        end = following
    return end


def _next_item(text: str, end: int, words: str) -> str:
    end = _last_below(text, end)
    labels = [match["number"] for line in text[:end].splitlines() if (match := _ITEM.match(line))]
    number = numerals.thai(int(numerals.arabic(labels[-1])) + 1)
    return f"{text[:end]}\n({number}) {words}{text[end:]}"
