"""What a change of a board should make one ask: codes with the facts, each with the section that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from law.act import Act
from law.boards import numbers
from law.boards.composition import Composition, Seats, count
from law.boards.meetings import Meeting, Threshold, names_of
from law.boards.ministries import bare, renamed, today_name
from law.boards.model import Board, Member, Role, Source
from law.boards.write import write_board
from law.numerals import NUMBER_WORD_PATTERN, number_from_words


class Code(StrEnum):
    """What was found. ``Finding.facts`` are named with each."""

    QUORUM_UNMET = "quorum_unmet"  # needed, seats: even all of them are fewer than a quorum
    QUORUM_AT_RISK = "quorum_at_risk"  # needed, seats: with the fewest that may be appointed there is none
    NO_QUORUM_RULE = "no_quorum_rule"  # no section was found that sets a quorum
    EVEN = "even"  # seats: an even number, and no casting vote was found
    STATED_NUMBER = "stated_number"  # stated, seats: the text states another number than its members make
    EXPERT_PARTS = "expert_parts"  # needed, experts: the parts that the text demands are more than the whole
    EXPERT_SHARE = "expert_share"  # needed, experts: fewer experts than the text demands
    TWICE = "twice"  # office, times
    RENAMED = "renamed"  # office, now, year, law
    ABOLISHED = "abolished"  # office, year, law
    SITTING = "sitting"  # people: members are in office whose term a transitional section should settle
    WHY_A_BOARD = "why_a_board"  # the Drafting Act's section 21 (6): why a committee
    BINDING = "binding"  # offices: whether resolutions bind the agencies whose heads or representatives sit
    NO_CHAIR = "no_chair"  # nobody is chair, and the members choose none


@dataclass(frozen=True, slots=True)
class Finding:
    """``address``: the section of the act that it rests on.

    ``is_question``: something to think about rather than something wrong.
    """

    code: Code
    address: str = ""
    is_question: bool = False
    facts: dict[str, str | int] = field(default_factory=dict)


def check_board(
    act: Act,
    address: str,
    board: Board,
    *,
    meeting: Meeting | None,
    composition: Composition,
    year: int,
    settled: bool = False,
) -> tuple[Finding, ...]:
    """Everything that is to be said of a board as it would be.

    ``act``: as it would read. ``year`` (B.E.): for the names of ministries. ``settled``: the proposal has a
    transitional section already.
    """
    found = [*_numbers(address, board, meeting), *_experts(address, board), *_offices(address, board, year)]
    if composition.is_changed:
        found += _sitting(act, address, board, composition, settled=settled)
        found += _drafting_act(address, board, composition)
    return tuple(found)


# --- numbers ---


def _numbers(address: str, board: Board, meeting: Meeting | None) -> Iterator[Finding]:
    low, high = board.total
    if not any(board.of_role(Role.CHAIR)) and not board.elects_chair:
        yield Finding(Code.NO_CHAIR, address)
    if meeting is None:
        yield Finding(Code.NO_QUORUM_RULE, address, is_question=True)
    else:
        yield from _quorum(meeting, low, high)
    if low is not None and low == high and low % 2 == 0 and not (meeting and meeting.casting_vote):
        yield Finding(Code.EVEN, meeting.address if meeting else address, facts={"seats": low})
    stated = board.stated
    if any(said is not None and has is not None and said != has for said, has in zip(stated, (low, high), strict=True)):
        yield Finding(Code.STATED_NUMBER, address, facts={"stated": _last(stated), "seats": _last((low, high))})


def _last(numbers_: tuple[int | None, int | None]) -> int:
    return next((number for number in reversed(numbers_) if number is not None), 0)


def _quorum(meeting: Meeting, low: int | None, high: int | None) -> Iterator[Finding]:
    if high is not None and meeting.quorum_of(high) > high:
        facts: dict[str, str | int] = {"needed": meeting.quorum_of(high), "seats": high}
        yield Finding(Code.QUORUM_UNMET, meeting.address, facts=facts)
    elif low is not None and high is not None and meeting.quorum_of(high) > low and not meeting.of_existing:
        facts = {"needed": meeting.quorum_of(high), "seats": low}
        yield Finding(Code.QUORUM_AT_RISK, meeting.address, facts=facts)


# --- experts ---

_INNER = re.compile(r"ในจำนวน(?:นี้|นั้น|ดังกล่าว)|ทั้งนี้|โดย(?:ต้อง|ให้|มี|อย่างน้อย)|ซึ่ง(?:จะ)?ต้อง")
_SHARE = re.compile(
    rf"ผู้ทรงคุณวุฒิ[^\n]{{0,40}}?(?:ไม่น้อยกว่า|อย่างน้อย|ไม่ต่ำกว่า)\s?"
    rf"(?:(?P<half>กึ่งหนึ่ง)|(?P<top>{NUMBER_WORD_PATTERN})ใน(?P<bottom>{NUMBER_WORD_PATTERN}))\s?ของ(?:จำนวน)?กรรมการ"
)


def _experts(address: str, board: Board) -> Iterator[Finding]:
    for member in board.members:
        demanded = _demanded_parts(member)
        if member.maximum is not None and demanded > member.maximum:
            facts: dict[str, str | int] = {"needed": demanded, "experts": member.maximum, "office": member.office}
            yield Finding(Code.EXPERT_PARTS, address, facts=facts)
    share = _SHARE.search(write_board(board))
    seats, experts = board.total[0], count(board.members, Seats.EXPERTS)[0]
    if share and seats is not None and experts is not None:
        needed = _share(share).of(seats)
        if experts < needed:
            yield Finding(Code.EXPERT_SHARE, address, facts={"needed": needed, "experts": experts})


def _demanded_parts(member: Member) -> int:
    """How many people the shares within a group ask for together; shares that may overlap are not added up."""
    own = numbers.own_quantity(member.words)
    start = own.end if own is not None and own.start >= 0 else 0
    inner = _INNER.search(member.words, start)
    if inner is None:
        return 0
    parts = [one for one in numbers.quantities(member.words[inner.start() :]) if not one.each and one.minimum]
    return max((one.minimum or 0 for one in parts), default=0)


def _share(match: re.Match[str]) -> Threshold:
    if match["half"]:
        return Threshold(1, 2)
    return Threshold(number_from_words(match["top"]) or 0, number_from_words(match["bottom"]) or 1)


# --- offices ---


def _offices(address: str, board: Board, year: int) -> Iterator[Finding]:
    named = [member for member in board.members if member.source in (Source.OFFICE, Source.REPRESENTATIVE)]
    times: dict[tuple[Source, str], list[Member]] = {}
    for member in named:
        times.setdefault((member.source, bare(today_name(member.office, year) or member.office)), []).append(member)
    for same in times.values():
        if len(same) > 1:
            yield Finding(Code.TWICE, address, facts={"office": same[0].office, "times": len(same)})
    for member in named:
        succession = renamed(member.office, year)
        if succession is None:
            continue
        facts: dict[str, str | int] = {"office": member.office, "year": succession.year, "law": succession.law}
        if succession.successors:
            yield Finding(Code.RENAMED, address, facts=facts | {"now": today_name(member.office, year)})
        else:
            yield Finding(Code.ABOLISHED, address, facts=facts)


# --- people in office, and why there is a board at all ---

_TERM = re.compile(r"วาระ(?:การดำรงตำแหน่ง|อยู่ในตำแหน่ง|ละ)|คราวละ")


def _sitting(act: Act, address: str, board: Board, composition: Composition, *, settled: bool) -> Iterator[Finding]:
    """Members appointed for a term sit on the board while its composition changes."""
    appointed = [
        change.before
        for change in composition.changes
        if change.before is not None and (change.before.source is Source.EXPERT or change.before.appointed_by)
    ]
    if appointed and not settled:
        facts: dict[str, str | int] = {"people": ", ".join(dict.fromkeys(one.office for one in appointed))}
        yield Finding(Code.SITTING, _term_section(act, address, board), is_question=True, facts=facts)


def _term_section(act: Act, address: str, board: Board) -> str:
    """The section on the members' term that follows the board; the board's own where none was found."""
    names = names_of(act, address, board)
    order = list(act.sections())
    behind = order[order.index(address) :] if address in order else order
    texts = [(one, act.sections()[one].text) for one in behind[:8]]
    terms = [one for one, text in texts if _TERM.search(text) and "กรรมการ" in text]
    named = [one for one, text in texts if one in terms and any(name in text for name in names)]
    return next(iter(named or terms), address)


def _drafting_act(address: str, board: Board, composition: Composition) -> Iterator[Finding]:
    if all(change.before is None for change in composition.changes):
        yield Finding(Code.WHY_A_BOARD, address, is_question=True)
    state = (Seats.MINISTERS, Seats.PERMANENT_SECRETARIES, Seats.AGENCIES)
    offices = sum(count(board.members, seats)[1] or 0 for seats in state)
    offices += sum(one.maximum or 1 for one in board.members if one.source is Source.REPRESENTATIVE)
    if offices and "ผูกพัน" not in write_board(board):
        yield Finding(Code.BINDING, address, is_question=True, facts={"offices": offices})
