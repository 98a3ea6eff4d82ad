"""Subcommittees without a change of the act: who may appoint one under which section, and the order that does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from law.act import Act, Kind, Unit
from law.boards.model import Board, Group, Role, Source
from law.boards.wording import new_words
from law.boards.write import role_words
from law.citing.citation import cite
from law.numerals import thai

_POWER = re.compile(
    r"(?:ให้)?(?P<body>คณะกรรมการ[^\s]{0,120}?|รัฐมนตรี|คณะกรรมการ[^\s]{0,120}? ?โดยความเห็นชอบของรัฐมนตรี)\s?"
    r"(?:จะ|มีอำนาจ|อาจ)\s?(?:แต่ง)?ตั้ง(?:บุคคลหรือ)?(?:คณะอนุกรรมการ|คณะทำงานหรือคณะอนุกรรมการ)"
)

_OWN_PARAGRAPH = re.compile(r"ตามวรรค(?:หนึ่ง|สอง|สาม|สี่|ห้า|แรก|ก่อน)")


@dataclass(frozen=True, slots=True)
class Power:
    """A section under which ``body`` may appoint subcommittees."""

    address: str
    body: str


# What every order has, to be filled in by hand.
MARK, NUMBER = "(ร่าง)", "ที่ .…/…."
CLOSING = ("ทั้งนี้ ตั้งแต่วันที่ …………………… เป็นต้นไป", "สั่ง ณ วันที่ …………………… พ.ศ. ……")
SIGNATURE = ("(ลงชื่อ) ……………………………………", "(……………………………………)", "ตำแหน่ง ……………………………………")


@dataclass(frozen=True, slots=True)
class Order:
    """A draft order of appointment. ``members``: a numbered line each; ``duties``: what the provision says behind."""

    title: str
    subject: str
    opening: str
    members: tuple[str, ...]
    duties: tuple[str, ...]
    mark: str = MARK
    number: str = NUMBER
    closing: tuple[str, ...] = CLOSING
    signature: tuple[str, ...] = SIGNATURE


def powers_to_appoint(act: Act) -> Iterator[Power]:
    """Every section that lets a board appoint subcommittees as it sees fit, in the order of the act."""
    for address, section in act.sections().items():
        match = _POWER.search(section.text)
        if match is not None:
            yield Power(address, match["body"])


def nearest_power(act: Act, address: str) -> Power | None:
    """The power under which a subcommittee at ``address`` could be appointed: the last up to it, else the first."""
    order = list(act.sections())
    powers = list(powers_to_appoint(act))
    here = order.index(address) if address in order else len(order)
    before = [one for one in powers if order.index(one.address) <= here]
    return before[-1] if before else next(iter(powers), None)


def full_name(act: Act, term: str) -> str:
    """What a defined term stands for; the term itself where it is none."""
    for place in act.places().values():
        unit = place.node
        if isinstance(unit, Unit) and unit.kind is Kind.DEFINITION and unit.label == term:
            meaning = unit.text.partition("หมายความว่า")[2].split()
            return meaning[0] if meaning else term
    return term


def appointment_order(act: Act, power: Power, board: Board) -> Order:
    """The order by which a subcommittee of this composition is appointed under a section that stands."""
    name = full_name(act, power.body)
    opening = f"อาศัยอำนาจตามความใน{cite(power.address)} แห่ง{act.title} {name}จึงแต่งตั้ง{board.name} ประกอบด้วย"
    return Order(f"คำสั่ง{name}", f"เรื่อง แต่งตั้ง{board.name}", opening, tuple(_members(board)), tuple(_duties(board)))


def _members(board: Board) -> Iterator[str]:
    order = [Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.SECRETARY, Role.ASSISTANT]
    members = sorted(board.members, key=lambda one: order.index(one.role))
    for number, member in enumerate(members, start=1):
        post = role_words(member, board.name).removeprefix("เป็น")
        as_written = member.words and member.source is not Source.REPRESENTATIVE  # in a list only the first says ผู้แทน
        yield f"({thai(number)}) {member.words if as_written else new_words(member)} {post}"


def _duties(board: Board) -> Iterator[str]:
    """What the provision says behind its last member: duties, reporting; the words of roles are in the list already."""
    last = max((place for place, part in enumerate(board.parts) if isinstance(part, Group)), default=-1)
    tail = "".join(part for part in board.parts[last + 1 :] if isinstance(part, str))
    behind = re.sub(r"^\s?(?:เป็น[^\s]+)?\s?(?:โดยตำแหน่ง)?", "", tail)
    yield from (_OWN_PARAGRAPH.sub("", line) for line in behind.splitlines() if line.strip())
