"""A section -> the boards it creates."""

from __future__ import annotations

import re

from law.act import Section
from law.boards import find, numbers, offices, roles, runon
from law.boards.find import Creation, Row
from law.boards.model import Board, Group, Member, Part, Remainder, Role, Source
from law.boards.segment import ONE_OF_THEM, Line, Reading
from law.boards.settle import add_shares, settle

_ELECTS = re.compile(
    r"(?:เลือก(?:กันเอง|ตั้ง)?|แต่งตั้ง)\s?(?:ให้\s?)?(?:(?:อนุ)?กรรมการ\S*?)?(?:ด้วยกัน)?\s?"
    r"(?:คนหนึ่ง|หนึ่งคน|ตาม\s\S+ \S+ \S+)?\s?(?:ขึ้น)?(?:ให้)?\s?เป็นประธาน(?!ใน)"
)
# The same within the sentence that creates the board; not ``ผู้แทน…ซึ่งเลือกกันเองคนหนึ่ง``, who is one of several.
_ELECTS_HERE = re.compile(
    r"\s?(?:และ|โดย)?\s?(?:ให้(?:บรรดา|ที่ประชุม)?(?:(?:อนุ)?กรรมการ|สมาชิก|บุคคล|ผู้)\S{0,60}?เลือก|(?:ซึ่ง|และ|แล้ว)เลือกกันเองให้|"
    r"ให้\S{2,60}?(?:แต่ง)?ตั้ง(?:จาก)?(?:อนุ)?กรรมการ\S{0,40}?(?:คนหนึ่ง|หนึ่งคน))\s?"
    r"\S{0,80}?เป็นประธาน(?!ใน)"
)
_SHARES = "-"  # items below an item that is a member itself only say who may be appointed
_SECRETARY_AFTER = re.compile(r"\s(?:โดย|และ)?(?:ให้|มี)(?=[^\s]{3,150}\s?เป็น(?:(?:อนุ)?กรรมการ\S{0,20}และ)?เลขานุการ)")
# In the sentence in which they choose their chair: และเลือกกรรมการอีกคนหนึ่งเป็นเลขานุการ.
_ELECTED_TOO = re.compile(r"(?<=เลือก)(?:อนุ)?กรรมการ\S{0,20}?(?:อีก)?(?:คนหนึ่ง|หนึ่งคน)\s?เป็น(?=เลขานุการ)")
# Seats in a paragraph of their own: ให้มีกรรมการผู้ทรงคุณวุฒิ…อีกจำนวนไม่เกินสี่คน.
_HAS_ALSO = re.compile(r"(?:และ|โดย)?ให้มี(?:อนุ)?กรรมการ[^\n]*?อีก(?=จำนวน|ไม่|[ก-๙๐-๙0-9 ]{1,12}คน)")
# ให้สำนักงาน…ทำหน้าที่เลขานุการ: an office, nobody.
_OF_AN_OFFICE = re.compile(
    r"(?:ให้)?(?:สำนัก|กรม|กอง|หน่วยงาน|ฝ่าย)(?!\S{0,80}?(?:แต่งตั้ง|มอบหมาย|จัดให้มี))[^\n]{0,120}?(?:ทำหน้าที่|รับผิดชอบ|เป็นหน่วย)"
)
# Seats that come for a time or may come: reported, not counted.
_MORE_SEATS = re.compile(
    r"ร่วมเป็น(?:อนุ)?กรรมการ|เป็น(?:อนุ)?กรรมการ(?:ร่วมด้วย|ด้วย|เพิ่ม|อีก(?!ได้|วาระ|ไม่))|แต่งตั้ง\S{0,60}?(?:อนุ)?กรรมการ\S{0,20}?เพิ่ม(?!แทน)"
)
_CONDITIONAL = re.compile(r"(?:ในกรณี|เมื่อ|หาก|ถ้า|ในการ|ในระหว่าง|ในวาระ)")
_ROLE_WORD = re.compile(
    r"(?:เป็น|ทำหน้าที่)(?:(?:อนุ)?กรรมการ(?!ใน|ผู้ทรงคุณวุฒิตาม)|สมาชิกและ(?:ผู้ช่วย)?เลขานุการ|ผู้ช่วยเลขานุการ|เลขานุการ|รองประธาน(?!ใน))|(?:แต่งตั้ง|ให้มี)(?:ผู้ช่วย)?เลขานุการ"
)


def read_boards(section: Section) -> tuple[Board, ...]:
    """Every board that a section creates; none where it creates none.

    Their texts, one a line after the other, are the section's canonical text.
    """
    lines = find.rows(section)
    found = find.creations(lines)
    boards = _read_all(lines, found)
    kept = _with_members(found, boards)
    return tuple(boards if len(kept) == len(found) else _read_all(lines, kept))


def creations_of(lines: list[Row]) -> list[Creation]:
    """Where the boards that ``read_boards`` gives are created, in the same order."""
    found = find.creations(lines)
    return _with_members(found, _read_all(lines, found))


def _with_members(found: list[Creation], boards: list[Board]) -> list[Creation]:
    return [creation for creation, board in zip(found, boards, strict=True) if board.members]


def _read_all(lines: list[Row], found: list[Creation]) -> list[Board]:
    """Each board from its creation to the next; what stands before the first belongs to its text."""
    if not found:
        return []
    limits = [creation.row for creation in found[1:]] + [len(lines)]
    starts = [0, *limits]
    return [
        _read(lines, creation, start, limit) for creation, start, limit in zip(found, starts[:-1], limits, strict=True)
    ]


def _read(lines: list[Row], creation: Creation, start: int, limit: int) -> Board:
    composing = _Composing(lines, creation)
    composing.before(start)
    composing.creation_line()
    last = creation.items[-1] if creation.items else creation.row
    for place in range(creation.row + 1, last + 1):
        composing.item(place)
    for place in range(last + 1, limit):
        composing.paragraph(place)
    return composing.board()


class _Composing:
    """Collects the parts of one board, line by line."""

    def __init__(self, lines: list[Row], creation: Creation) -> None:
        self.lines = lines
        self.creation = creation
        self.parts: list[Part] = []
        self.remainder: list[Remainder] = []
        self.elects = False
        self.leads: dict[int, str] = {}
        self.first = True
        self.shares: dict[int, list[tuple[int | None, int | None]]] = {}

    def before(self, start: int) -> None:
        """Lines of the section before the board is created."""
        for row in self.lines[start : self.creation.row]:
            self._say(f"\n{row.text}")

    def creation_line(self) -> None:
        """The line that creates the board, with its run-on composition."""
        row, creation = self.lines[self.creation.row], self.creation
        self._say("\n" + row.text[: creation.body])
        if creation.counted is not None:
            self._say_counted(row, creation.counted)
        elif not creation.items:
            end = self._election(row)
            self._take(runon.read_line(self._line(row, creation.body, end)))
            self._say(row.text[end : creation.end])
            self._secretary_within(row, creation.end)
        else:
            self._say(row.text[creation.body :])

    def _say_counted(self, row: Row, number: numbers.Quantity) -> None:
        """A board of which only the number of members is said: so many members."""
        start, end = self.creation.body, self.creation.end
        word = "อนุกรรมการ" if "อนุกรรมการ" in self.creation.name else "กรรมการ"
        words, limits = row.text[start:end], (number.minimum, number.maximum)
        place = row.start + start
        self.parts.append(
            Group((Member(Role.MEMBER, Source.OTHER, word, *limits, words=words, start=place, end=place + len(words)),))
        )
        self._say(row.text[end:])

    def _election(self, row: Row) -> int:
        """Where the members end because they choose their chair themselves; else the end of the composition."""
        match = _ELECTS_HERE.search(row.text, self.creation.body, self.creation.end)
        self.elects = self.elects or match is not None
        return match.start() if match else self.creation.end

    def _secretary_within(self, row: Row, start: int) -> None:
        """Behind what the board is for, or what its office does, the secretary may still be named."""
        rest = row.text[start:]
        match = _SECRETARY_AFTER.search(rest)
        self._say(rest[: match.start()] if match else rest)
        if match:
            self._take(runon.read_line(self._line(row, start + match.start(), len(row.text))))

    def item(self, place: int) -> None:
        """An item of the list: its label, then its words; a lead whose own items follow is remembered."""
        row = self.lines[place]
        self._say("\n" + row.text[: row.label_end])
        for depth in [depth for depth in self.leads if depth >= row.depth]:
            del self.leads[depth]
        words = row.text[row.label_end :]
        below = place + 1 < len(self.lines) and self.lines[place + 1].depth > row.depth
        lead = self.leads.get(row.depth - 1, "")
        if lead == _SHARES or (lead and not self._is_entry(words)):
            self._share(words)
        elif below and self._announces(words, place):
            self.leads[row.depth] = words
            self._say(words)
        else:
            self.leads[row.depth] = _SHARES
            self._take(runon.read_line(self._line(row, row.label_end, len(row.text)), lead=lead))

    def _share(self, words: str) -> None:
        """A part of the group above: no members of its own; where the group has no number, its number is added up."""
        self._say(words)
        share = numbers.own_quantity(words)
        last = max((place for place, part in enumerate(self.parts) if isinstance(part, Group)), default=None)
        if share is None or last is None:
            return
        group = self.parts[last]
        assert isinstance(group, Group)
        self.shares.setdefault(last, []).append((share.minimum, share.maximum))

    def _announces(self, words: str, place: int) -> bool:
        """Whether an item only leads into the items below it, and those are members."""
        below = self.lines[place + 1]
        return self._is_entry(below.text[below.label_end :]) and not roles.marks(words) and "ผู้ทรงคุณวุฒิ" not in words

    def _is_entry(self, words: str) -> bool:
        return offices.begins_entry(words) or bool(roles.marks(words))

    def paragraph(self, place: int) -> None:
        """A later paragraph: more members, how the chair is chosen, or rules that are none of the composition."""
        row = self.lines[place]
        self._say("\n")
        if _ELECTS.search(row.text):
            self._elected(row)
            return
        if row.depth == 0 and _OF_AN_OFFICE.match(row.text):
            self._secretary_within(row, 0)
            return
        if row.depth == 0 and (self._carries_on(row.text) or _HAS_ALSO.match(row.text)):
            self._take(runon.read_line(self._line(row, 0, len(row.text))))
            return
        if row.depth == 0 and _MORE_SEATS.search(row.text):
            self.remainder.append(Remainder(row.text, row.start, row.start + len(row.text)))
        self._say(row.text)

    def _elected(self, row: Row) -> None:
        """The members choose their chair, and perhaps one of them as secretary."""
        self.elects = True
        too = _ELECTED_TOO.search(row.text)
        start = too.start() if too else len(row.text)
        self._say(row.text[:start])
        if too:
            self._take(runon.read_line(self._line(row, start, len(row.text))))

    def _carries_on(self, text: str) -> bool:
        if _CONDITIONAL.match(text) or not _ROLE_WORD.search(text):
            return False
        given = roles.marks(text)
        if not given:
            return False
        return bool(re.match(r"(?:และ)?(?:โดย)?(?:ให้|มี)|", text)) and given[0].start < 220 and self._adds(text, given)

    def _adds(self, text: str, given: list[roles.Mark]) -> bool:
        """Whether the first role is given to someone new, not said of members there are already."""
        before = text[: given[0].start]
        if re.search(r"(?:อนุ)?กรรมการ(?:ตาม|ซึ่ง|ผู้ทรงคุณวุฒิตาม)|ต้อง|มิให้|ไม่(?!เกิน|น้อย|ต่ำ|มาก)|ห้าม", before):
            return False
        if given[0].role is Role.VICE_CHAIR and ONE_OF_THEM.search(before):
            return False
        return before.startswith(("ให้", "และให้", "โดยมี", "โดยให้", "มี")) or given[0].role is not Role.MEMBER

    # --- parts ---

    def _line(self, row: Row, start: int, end: int) -> Line:
        return Line(row.text[start:end], row.start + start, self.creation.name)

    def _take(self, reading: Reading) -> None:
        for part in reading.parts:
            if isinstance(part, str):
                self._say(part)
            else:
                self.parts.append(part)
        self.remainder += reading.remainder

    def _say(self, text: str) -> None:
        if self.first and text:
            text, self.first = text.removeprefix("\n"), False
        if not text:
            return
        if self.parts and isinstance(self.parts[-1], str):
            self.parts[-1] += text
        else:
            self.parts.append(text)

    def board(self) -> Board:
        for place, shares in self.shares.items():
            self.parts[place] = add_shares(self.parts[place], shares)
        parts = settle(self.parts, self.creation.stated)
        return Board(self.creation.name, parts, self.elects, self.creation.stated, tuple(self.remainder))


__all__ = ["Group", "read_boards"]
