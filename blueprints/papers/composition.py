"""The boards that a draft touches, in the words of their paper."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _

from blueprints.papers.source import NoBoard
from blueprints.proposals import seats
from documents.matter import Matter
from documents.model import Bar, Document
from documents.papers.composition import BoardSide, MemberLine, composition
from extensions import db
from law.board import Member
from law.board import Source as From
from law.boards.composition import Fate, MemberChange, seats_of
from law.citing.citation import cite
from models.proposal import Proposal
from services.drafting import wishes
from services.drafting.seating import Seating


def board_paper(boards: Sequence[Seating], proposals: Sequence[Proposal], matter: Matter) -> Document:
    """The boards that these proposals touch. :raises NoBoard: where there are none."""
    if not boards:
        raise NoBoard
    return composition([_side(found, proposals) for found in boards], matter)


def board_sentences(found: Seating) -> list[str]:
    """What becomes of a board, for the summary of substance."""
    told = [f"{found.name}: กรรมการ {_change(*_people(found))} คน องค์ประชุม {_change(*_quorums(found))} คน"]
    for fate in (Fate.ADDED, Fate.REMOVED, Fate.CHANGED):
        names = [_office(change.member) for change in found.composition.of(fate)]
        if names:
            told.append(f"{seats.FATES[fate]}: {', '.join(names)}")
    return told


def _side(found: Seating, proposals: Sequence[Proposal]) -> BoardSide:
    """The wishes are those for the topics of the proposals."""
    of_topics = {proposal.topic: proposal for proposal in proposals}.values()
    judged = [one for proposal in of_topics for one in wishes.judged(db.session, proposal=proposal, board=found.after)]
    return BoardSide(
        name=found.name,
        where=cite(found.address),
        totals=(
            ("กรรมการทั้งหมด", f"{_change(*_people(found))} คน"),
            ("องค์ประชุม", f"{_change(*_quorums(found))} คน {seats.rule(found.meeting.quorum) if found.meeting else ''}"),
        ),
        bars=_bars(found),
        members=tuple(_member(fate, change) for fate in Fate for change in found.composition.of(fate)),
        findings=tuple(
            f"{one.sentence} ({one.law or cite(one.address)})" if one.law or one.address else one.sentence
            for one in seats.said(found.findings)
        ),
        wishes=tuple(f"{'เป็นไปตาม' if one.is_met else 'ยังไม่เป็นไปตาม'}: {one.wish.text}" for one in judged),
    )


def _people(found: Seating) -> tuple[str, str]:
    return seats.people(found.composition.before), seats.people(found.composition.after)


def _quorums(found: Seating) -> tuple[str, str]:
    before, after = found.composition.before, found.composition.after
    return seats.quorum(found.meeting_before, before), seats.quorum(found.meeting, after)


def _change(before: str, after: str) -> str:
    return after if before == after else f"จาก {before} เป็น {after}"


def _bars(found: Seating) -> tuple[Bar, ...]:
    """The picture of the page as bars of squares; what goes is never one that only may be."""
    kinds = {
        ("kept", True): "kept",
        ("added", True): "added",
        ("kept", False): "kept-maybe",
        ("added", False): "added-maybe",
    }
    return tuple(
        Bar(bar.label, _arrow(bar.numbers), tuple(kinds.get((seat.kind, seat.sure), "gone") for seat in bar.seats))
        for bar in seats.picture(found.composition).bars
    )


def _arrow(numbers: str) -> str:
    """Words for an arrow, which the letters of the paper have none of."""
    return f"จาก {numbers}".replace("→", "เป็น") if "→" in numbers else numbers


def _member(fate: Fate, change: MemberChange) -> MemberLine:
    old, new = change.before, change.after
    names = (_office(old) if old else "", _office(new) if new else "")
    differs = bool(old and new) and names[0] != names[1]
    gone, came = fate is Fate.REMOVED, fate is Fate.ADDED
    count = (
        _change(seats.member_count(old), seats.member_count(new)) if old and new else seats.member_count(change.member)
    )
    return MemberLine(
        fate=str(seats.FATES[fate]),
        old=names[0] if gone or differs else "",
        new=names[1] if came or differs else "",
        kept="" if gone or came or differs else names[1],
        more=new.condition if new and "condition" in change.differs else "",
        role=_role(change),
        kind=str(seats.SEATS[seats_of(change.member)]),
        count=count if change.member.has_seat else f"{count} ({_('ไม่นับเป็นกรรมการ')})",
    )


def _role(change: MemberChange) -> str:
    names = [str(seats.ROLES[one.role]) for one in (change.before, change.after) if one]
    return _change(names[0], names[-1])


def _office(member: Member) -> str:
    name = member.office or str(seats.ROLES[member.role])
    return f"{name} ({_('ผู้แทน')})" if member.source is From.REPRESENTATIVE else name
