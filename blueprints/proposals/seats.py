"""What is said of a board, in words: kinds of members, roles, findings; and the picture of its seats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from blueprints.language import thai_digits
from blueprints.proposals.seat_words import CANNOT, DRAFTING_ACT, FATES, FINDINGS, ROLES, SEATS, SOURCES
from law.board import Member
from law.boards.checks import Code, Finding
from law.boards.composition import Composition, Count, MemberChange, seats_of
from law.boards.meetings import Meeting, Threshold

__all__ = ["CANNOT", "FATES", "ROLES", "SEATS", "SOURCES", "people", "picture", "said"]

_BY_DRAFTING_ACT = (Code.WHY_A_BOARD, Code.BINDING)


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in words. ``address``: the section it rests on; ``law``: another law that it rests on."""

    sentence: str
    address: str
    law: str
    is_question: bool


def said(findings: Iterable[Finding]) -> list[Said]:
    """Findings in words, what is wrong first."""
    found = []
    for one in findings:
        facts = {name: thai_digits(value) if isinstance(value, int) else value for name, value in one.facts.items()}
        sentence = str(FINDINGS[one.code]) % facts if facts else str(FINDINGS[one.code])
        law = str(DRAFTING_ACT) if one.code in _BY_DRAFTING_ACT else str(one.facts.get("law", ""))
        found.append(Said(sentence, "" if law else one.address, law, one.is_question))
    return sorted(found, key=lambda one: one.is_question)


def is_subcommittee(name: str) -> bool:
    """Whether a body is a subcommittee, by its name."""
    return "อนุกรรมการ" in name


def people(count: Count) -> str:
    """``๒๕``, ``๒๐–๒๕``, ``ไม่เกิน ๒๕``; a dash where the text sets no number."""
    low, high = count
    if low is None and high is None:
        return "–"
    if low == high:
        return thai_digits(low or 0)
    if low is None:
        return _("ไม่เกิน %(n)s", n=thai_digits(high or 0))
    if high is None:
        return _("อย่างน้อย %(n)s", n=thai_digits(low))
    return f"{thai_digits(low)}–{thai_digits(high)}"


def member_count(member: Member) -> str:
    """The number of people that a member stands for."""
    return people((member.minimum, member.maximum))


def rule(threshold: Threshold | None) -> str:
    """``ไม่น้อยกว่ากึ่งหนึ่ง`` and the like."""
    if threshold is None:
        return ""
    if threshold.number:
        share = _("%(n)s คน", n=thai_digits(threshold.number))
    elif (threshold.top, threshold.bottom) == (1, 2):
        share = _("กึ่งหนึ่ง")
    else:
        share = _("%(top)s ใน %(bottom)s", top=thai_digits(threshold.top), bottom=thai_digits(threshold.bottom))
    return _("เกิน%(share)s", share=share) if threshold.above else _("ไม่น้อยกว่า%(share)s", share=share)


def quorum(meeting: Meeting | None, count: Count) -> str:
    """Members that make a quorum; a range where the number of seats is one."""
    if meeting is None or count == (None, None):
        return "–"
    low, high = (None if number is None else meeting.quorum_of(number) for number in count)
    return people((low, high))


# --- the picture ---

SEAT, GAP, WIDTH, A_LINE, LABEL = 20, 5, 400, 16, 26


@dataclass(frozen=True, slots=True)
class Seat:
    """A square. ``kind``: kept, added, gone; ``sure``: false where the text allows the seat and does not ask for it."""

    x: int
    y: int
    kind: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Bar:
    """The seats of one kind: where its label stands, the numbers, the squares."""

    label: str
    numbers: str
    y: int
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All seats of a board; every square is a seat."""

    width: int
    height: int
    bars: tuple[Bar, ...]


def picture(composition: Composition) -> Picture:
    """Lay the seats out, a bar for every kind of member that there is or was."""
    bars: list[Bar] = []
    y = 0
    for one in composition.seats:
        kinds = _squares(change for change in composition.changes if seats_of(change.member) is one.seats)
        lines = max(1, -(-len(kinds) // A_LINE))
        squares = tuple(
            Seat(place % A_LINE * (SEAT + GAP), y + LABEL + place // A_LINE * (SEAT + GAP), kind, sure)
            for place, (kind, sure) in enumerate(kinds)
        )
        before, after = people(one.before), people(one.after)
        numbers = after if one.before == one.after else f"{before} → {after}"
        bars.append(Bar(str(SEATS[one.seats]), numbers, y + LABEL - 8, squares))
        y += LABEL + lines * (SEAT + GAP) + 14
    return Picture(WIDTH, max(y, 1), tuple(bars))


MOST_SQUARES = 96  # of one kind; more are not counted by eye


def _squares(changes: Iterable[MemberChange]) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for change in changes:
        old, new = _seats(change.before), _seats(change.after)
        kept = min(old[1], new[1])
        found += [("kept", place < (new[0] if change.after else old[0])) for place in range(kept)]
        found += [("added", place < new[0]) for place in range(kept, new[1])]
        found += [("gone", True) for _place in range(kept, old[1])]
    order = ("kept", "added", "gone")
    return sorted(found, key=lambda one: order.index(one[0]))[:MOST_SQUARES]


def _seats(member: Member | None) -> tuple[int, int]:
    """Least and most seats; an unlimited number is drawn as one seat that may be."""
    if member is None or not member.has_seat:
        return 0, 0
    most = member.maximum if member.maximum is not None else max(member.minimum or 0, 1)
    return min(member.minimum or 0, most), most
