"""Rows of the composition editor: members as they are typed, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import abort, request

from law.act import Section, Unit, read_units
from law.board import (
    CannotWrite,
    Member,
    MemberList,
    Role,
    Source,
    member_lists,
    read_boards,
    rewritten,
    same_kind,
    write_board,
)
from law.numerals import arabic

FIELDS = ("role", "source", "office", "minimum", "maximum", "by", "condition", "seat", "start", "list")
MOST_ROWS, LONGEST_ROW = 400, 10_000  # rows; characters


@dataclass
class Row:
    """A member as text in fields. ``start``: where it stands in the text that the rows were read from, -1: new.

    ``list``: number of the list of that text in which it is to stand; empty: where it fits.
    """

    role: str = Role.MEMBER.value
    source: str = Source.OFFICE.value
    office: str = ""
    minimum: str = "1"
    maximum: str = "1"
    by: str = ""
    condition: str = ""
    seat: str = "yes"
    start: int = -1
    list: str = ""

    @property
    def is_finished(self) -> bool:
        """Whether it says somebody: a new row without an office does not yet, one of the text may have none."""
        return bool(self.office) or self.start >= 0

    @property
    def member(self) -> Member:
        """What the row says. :raises CannotWrite: where a number is none."""
        role, source = Role(self.role), Source(self.source)
        low, high = self._count(self.minimum), self._count(self.maximum)
        if low is not None and high is not None and low > high:
            raise CannotWrite(Member(role, source, self.office, start=self.start), CannotWrite.READS_OTHERWISE)
        seat = self.seat != "no"
        return Member(role, source, self.office, low, high, seat, self.by, self.condition, "", self.start)

    def _count(self, typed: str) -> int | None:
        if not typed:
            return None
        if not typed.isdecimal() or len(typed) > 4:
            blamed = Member(Role(self.role), Source(self.source), self.office, start=self.start)
            raise CannotWrite(blamed, CannotWrite.READS_OTHERWISE)
        return int(typed)


def of_member(member: Member, place: int) -> Row:
    """A member as a row. ``place``: number of the list it stands in."""
    return Row(
        member.role.value,
        member.source.value,
        member.office,
        "" if member.minimum is None else str(member.minimum),
        "" if member.maximum is None else str(member.maximum),
        member.appointed_by,
        member.condition,
        "yes" if member.has_seat else "no",
        member.start,
        str(place),
    )


def of_text(text: str, number: int) -> list[Row]:
    """The rows of a board of the section with that text; none where there is no such board."""
    return [of_member(member, place) for place, one in enumerate(lists_of(text, number)) for member in one.members]


def lists_of(text: str, number: int) -> tuple[MemberList, ...]:
    """The lists that the members of a board stand in; none where there is no such board."""
    boards = read_boards(section_of(read_units(text)))
    return member_lists(boards[number]) if number < len(boards) else ()


def section_of(units: tuple[Unit, ...]) -> Section:
    """A section for reading; its number does not matter."""
    return Section("1", "๑", units)


def from_form() -> list[Row]:
    """The rows that came. Lists of fields that do not belong together are no form of ours: 400."""
    fields = [[value.replace("\0", "") for value in request.form.getlist(name)] for name in FIELDS]
    if len({len(values) for values in fields}) > 1 or len(fields[0]) > MOST_ROWS:
        abort(400)
    return [_typed(*values) for values in zip(*fields, strict=True)]


def _typed(
    role: str,
    source: str,
    office: str,
    minimum: str,
    maximum: str,
    by: str,
    condition: str,
    seat: str,
    start: str,
    place: str,
) -> Row:
    if role not in set(Role) or source not in set(Source) or len(office + by + condition) > LONGEST_ROW:
        abort(400)
    office, minimum, maximum, by, condition = (
        " ".join(typed.split()) for typed in (office, arabic(minimum), arabic(maximum), by, condition)
    )
    at = int(start) if start.isdecimal() and len(start) < 8 else -1
    in_list = place if place.isdecimal() and len(place) < 4 else ""
    said = "no" if seat == "no" else "yes"
    return Row(role, source, office, minimum, maximum, by, condition, said, at, in_list)


def carry_out(rows: list[Row], command: str, place: str) -> str:
    """Do to the rows what a button says; the id of the field to go to."""
    at = int(place) if place.isdecimal() and len(place) < 5 else len(rows) - 1
    if command == "add":
        at = min(at + 1, len(rows))
        before = rows[at - 1] if at else Row()
        is_plain = before.role == Role.MEMBER and before.source in (Source.OFFICE, Source.REPRESENTATIVE)
        rows.insert(at, Row(source=before.source if is_plain else Source.OFFICE.value))
        return f"office-{at}"
    if command in ("up", "down", "remove") and 0 <= at < len(rows):
        row = rows.pop(at)
        if command == "remove":
            return f"office-{max(0, at - 1)}"
        at = max(0, at - 1) if command == "up" else min(len(rows), at + 1)
        rows.insert(at, row)
        _into_list_of(row, rows[at + 1 if command == "up" else at - 1] if len(rows) > 1 else row)
        return f"office-{at}"
    return ""


def _into_list_of(row: Row, passed: Row) -> None:
    """A row that passes one of another list of its kind goes into that list."""
    if (row.role, row.source, row.seat) == (passed.role, passed.source, passed.seat):
        try:
            row.list = passed.list if same_kind(row.member, passed.member) else row.list
        except CannotWrite:
            return  # what is wrong with a number is said when the rows are written


def written(basis: str, number: int, rows: Sequence[Row]) -> str:
    """The section's text with these members; new rows without an office are left out.

    :raises CannotWrite: where the form of the text does not carry the change.
    """
    boards = read_boards(section_of(read_units(basis)))
    if number >= len(boards):
        raise CannotWrite(None, CannotWrite.NO_PLACE)
    finished = [row for row in rows if row.is_finished]
    if not finished:
        raise CannotWrite(None, CannotWrite.NO_PLACE)
    old = {member.start: member for member in boards[number].members}
    known = [_as_it_was(old.get(row.start), row.member) for row in finished]
    lists = {place: int(row.list) for place, row in enumerate(finished) if row.list}
    return "\n".join(write_board(board) for board in rewritten(boards, number, known, lists))


def found_again(text: str, number: int, typed: Sequence[Row], place: str) -> Row:
    """The row with that number as it stands in the text that was written. :raises CannotWrite: where there is none."""
    at = int(place) if place.isdecimal() and len(place) < 5 else len(typed)
    alike = [one for one in of_text(text, number) if at < len(typed) and _alike(one, typed[at])]
    if not alike:
        raise CannotWrite(None, CannotWrite.NO_OTHER_ITEM)
    return next((one for one in alike if one.start == typed[at].start), alike[0])


def field_of(text: str, number: int, row: Row) -> str:
    """The id of the field of the same member in another text."""
    places = (place for place, one in enumerate(of_text(text, number)) if _alike(one, row))
    return f"office-{next(places, 0)}"


def _alike(one: Row, other: Row) -> bool:
    return (one.office, one.role, one.source) == (other.office, other.role, other.source)


def _as_it_was(old: Member | None, new: Member) -> Member:
    """A member that was there keeps its words and its place."""
    if old is None:
        return replace(new, start=-1)
    if old.office and not new.office:
        raise CannotWrite(old, CannotWrite.NOT_IN_WORDS)
    fields = ("role", "source", "office", "minimum", "maximum", "has_seat", "appointed_by", "condition")
    return replace(old, **{name: getattr(new, name) for name in fields})
