"""The words of one member: of a new one, and of one that was changed, with as few words touched as may be."""

from __future__ import annotations

import re

from law import numerals
from law.boards import numbers
from law.boards.model import Member, Role, Source
from law.boards.numbers import Quantity


class CannotWrite(ValueError):
    """A change that the form of the provision does not carry; the text must be edited itself.

    ``member``: whose words it is about; ``reason``: one of the codes below.
    """

    NUMBER_ELSEWHERE = "number_elsewhere"  # the number stands with another member or behind the role
    NOT_IN_WORDS = "not_in_words"  # what was changed is not found in the member's words
    READS_OTHERWISE = "reads_otherwise"  # the text that was written does not read as the members that were asked for
    NO_PLACE = "no_place"  # the form has no place for the member
    NO_OTHER_ITEM = "no_other_item"  # the list has no item above or below the one that is to be moved
    ANOTHER_KIND = "another_kind"  # the list that it is to be moved to is one of other roles or other kinds of people

    def __init__(self, member: Member | None, reason: str) -> None:
        super().__init__(f"{member.office if member else ''}: {reason}")
        self.member = member
        self.reason = reason


def number_phrase(minimum: int | None, maximum: int | None, like: str = "") -> str:
    """``จำนวนไม่น้อยกว่าห้าคนแต่ไม่เกินเจ็ดคน``; with the opening words, digits and classifier of the phrase before."""
    digits = re.search(r"[0-9๐-๙]", like)

    def count(number: int) -> str:
        return f"{numerals.thai(number)} คน" if digits else f"{numerals.number_words(number)}คน"

    opening = re.match(r"\s?((?:มี)?จำนวน|อีกจำนวน|อีก|ให้เหลือ)?", like)
    start = (opening[1] or "") if like and opening else "จำนวน"
    if digits and start.endswith("จำนวน"):
        start += " "
    if minimum is None and maximum is None:
        return ""
    if minimum == maximum and minimum is not None:
        return f"{start}{count(minimum)}"
    if minimum is None:
        return f"{start}ไม่เกิน{count(maximum or 0)}"
    if maximum is None:
        return f"{start}ไม่น้อยกว่า{count(minimum)}"
    return f"{start}ไม่น้อยกว่า{count(minimum)}แต่ไม่เกิน{count(maximum)}"


def new_words(member: Member) -> str:
    """The words of a member that has none yet."""
    head = f"ผู้แทน{member.office}" if member.source is Source.REPRESENTATIVE else member.office
    if not head and member.role is Role.ASSISTANT:
        head = "เจ้าหน้าที่"
    single = (member.minimum, member.maximum) == (1, 1)
    words = [head]
    if not single or member.source in (Source.EXPERT, Source.OTHER):
        words.append(number_phrase(member.minimum, member.maximum))
    if member.appointed_by and member.appointed_by not in head and member.role not in (Role.SECRETARY, Role.ASSISTANT):
        words.append(f"ซึ่ง{member.appointed_by}แต่งตั้ง{_after_appointing(member)}")
    elif member.condition and member.condition not in head:
        words.append(member.condition)
    return " ".join(word for word in words if word)


def _after_appointing(member: Member) -> str:
    """The condition without ``ซึ่ง…แต่งตั้ง``, which is written from the authority."""
    said = f"ซึ่ง{member.appointed_by}แต่งตั้ง"
    condition = member.condition.removeprefix(said)
    return condition if not condition or condition.startswith(("จาก", "โดย")) else f" {condition.strip()}"


def changed_words(old: Member, new: Member) -> str:
    """The words of ``old`` with what differs in ``new`` changed, the rest letter for letter.

    :raises CannotWrite: where what differs does not stand in the words.
    """
    if not old.words or (old.role, old.source) != (new.role, new.source):
        return new_words(new)
    words = old.words
    if (old.minimum, old.maximum) != (new.minimum, new.maximum):
        words = _with_number(words, old, new)
    if old.appointed_by != new.appointed_by:
        words = _replaced(words, old.appointed_by, new.appointed_by, old)
    if old.condition != new.condition:
        words = _with_condition(words, old, new)
    return _replaced(words, old.office, new.office, old) if old.office != new.office else words


def _with_number(words: str, old: Member, new: Member) -> str:
    own = numbers.own_quantity(words)
    if own is None and (old.minimum, old.maximum) != (1, 1):
        raise CannotWrite(old, CannotWrite.NUMBER_ELSEWHERE)
    if any(quantity.each for quantity in numbers.quantities(words)) and own is None:
        raise CannotWrite(old, CannotWrite.NUMBER_ELSEWHERE)
    if own is not None and own.start < 0:
        raise CannotWrite(old, CannotWrite.NUMBER_ELSEWHERE)
    if own is None:
        return _insert_number(words, old, number_phrase(new.minimum, new.maximum))
    return _put_number(words, own, number_phrase(new.minimum, new.maximum, words[own.start : own.end]))


def _put_number(words: str, own: Quantity, phrase: str) -> str:
    before, said, behind = words[: own.start], words[own.start : own.end], words[own.end :]
    space = said[: len(said) - len(said.lstrip())]
    return f"{before}{space}{phrase}{behind}" if phrase else f"{before.rstrip()}{behind}"


def _insert_number(words: str, member: Member, phrase: str) -> str:
    at = words.find(member.office) + len(member.office)
    if at < len(member.office):
        raise CannotWrite(member, CannotWrite.NOT_IN_WORDS)
    return f"{words[:at]} {phrase}{words[at:]}"


def _with_condition(words: str, old: Member, new: Member) -> str:
    if not old.condition:
        return f"{words} {new.condition}"
    replaced = _replaced(words, old.condition, new.condition, old)
    return replaced.rstrip() if not new.condition else replaced


def _replaced(words: str, old: str, new: str, member: Member) -> str:
    if not old:
        return f"{words}ซึ่ง{new}แต่งตั้ง"
    if words.count(old) == 0:
        raise CannotWrite(member, CannotWrite.NOT_IN_WORDS)
    return words.replace(old, new, 1)
