"""A board as people think of it: its members, how many, who appoints them; and the layout of the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a member is on the board."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SECRETARY = "secretary"
    ASSISTANT = "assistant_secretary"


class Source(StrEnum):
    """Where a member comes from."""

    OFFICE = "office"  # by office (โดยตำแหน่ง), heads of private bodies and "X หรือผู้แทน" included
    REPRESENTATIVE = "representative"  # ผู้แทน…
    EXPERT = "expert"  # ผู้ทรงคุณวุฒิ
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of the composition: one office, one body's representatives, or one group of people.

    ``office``: the office, the body represented (without ``ผู้แทน``) or the group, as written.
    ``minimum``, ``maximum``: number of people; None where the text sets none.
    ``has_seat``: False for a secretary or an assistant who is no member, and for a listed member whose seat is
    counted with the post he is given elsewhere (``โดยให้เจ้าพนักงานที่ดินเป็นเลขานุการ``).
    ``appointed_by``: who appoints, elects or designates; ``condition``: what the text asks beyond that.
    ``words``: the exact words, at ``start`` … ``end`` (characters) of the section's canonical text; -1 where the
    member has not been written yet.
    """

    role: Role
    source: Source
    office: str
    minimum: int | None = 1
    maximum: int | None = 1
    has_seat: bool = True
    appointed_by: str = ""
    condition: str = ""
    words: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Group:
    """Members in one list: ``gaps`` are the words between them (a space, ``และ``), one fewer than members."""

    members: tuple[Member, ...]
    gaps: tuple[str, ...] = ()


Part = str | Group


@dataclass(frozen=True, slots=True)
class Remainder:
    """Words of the provision that look like composition and were not understood."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Board:
    """A board read from, or to be written as, a provision.

    ``parts``: the provision in order, plain words and groups of members: joined they are its text exactly.
    ``elects_chair``: the members choose the chair among themselves, so that the chair is no seat of its own.
    ``stated``: the number of members the text itself states, smallest and largest.
    """

    name: str
    parts: tuple[Part, ...]
    elects_chair: bool = False
    stated: tuple[int | None, int | None] = (None, None)
    remainder: tuple[Remainder, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of members in the order of the text."""
        return tuple(part for part in self.parts if isinstance(part, Group))

    @property
    def members(self) -> tuple[Member, ...]:
        """All members in the order of the text, secretaries and assistants included."""
        return tuple(member for group in self.groups for member in group.members)

    def of_role(self, *roles: Role) -> Iterator[Member]:
        """Members with one of the roles."""
        return (member for member in self.members if member.role in roles)

    @property
    def total(self) -> tuple[int | None, int | None]:
        """Number of people with a seat, smallest and largest; None as soon as a part of it is None."""
        seated = [member for member in self.members if member.has_seat]
        return _sum(member.minimum for member in seated), _sum(member.maximum for member in seated)


def _sum(numbers: Iterator[int | None]) -> int | None:
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def numbers_of(members: list[Member]) -> tuple[int | None, int | None]:
    """Smallest and largest number of people that members make together; 0 and 0 for none."""
    return _sum(member.minimum for member in members), _sum(member.maximum for member in members)
