"""Entries in a row that share the role which follows them -> plain words and groups of members."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace

from law.boards import member, numbers, offices
from law.boards.member import Given
from law.boards.model import Group, Member, Part, Remainder, Role, Source
from law.boards.numbers import Quantity
from law.boards.roles import Mark

APPOINTS = re.compile(
    r"(?P<by>.{0,120}?)(?:มีอำนาจ|จะ|อาจ|เป็นผู้)?\s?(?P<verb>แต่งตั้ง|มอบหมาย|คัดเลือก|เลือก|กำหนด(?=ให้))(?:ให้)?\s?(?P<who>.*)",
    re.DOTALL,
)


_SOME = re.compile(r"(?:ข้าราชการ|บุคคล|ผู้|พนักงาน|เจ้าหน้าที่|กรรมการ)[^\s]*\s?(?:อีก|จำนวน)")
_APPOINTS_MEMBERS = re.compile(
    rf"(?P<by>[^\s]{{2,80}}?)(?:เป็นผู้)?แต่งตั้ง(?P<who>{_SOME.pattern}.*|"
    r"(?!จาก|และ|ให้|อีก|จำนวน|ไม่|ตาม)[ก-๙].*(?:คน|คนหนึ่ง))",
    re.DOTALL,
)
_CLOSING = re.compile(r"(?:\s?;)?(?:\s(?:และ|กับ))?\s*$")  # an item that leads to the next: ``อธิบดีกรมการข้าว; และ``
_BY_TURNS = re.compile(r"ผลัดกัน|หมุนเวียนกัน|สลับกัน")
_SECRETARY = re.compile(r"เลขานุการ(?:คนหนึ่ง|หนึ่งคน)?(?=$|\s?ซึ่ง)")
_NO_MEMBER = re.compile(r"โดย|ทั้งนี้|เพื่อ|ถือว่า(?!เลขานุการ)|ในกรณี|ถ้า|หาก|เมื่อ|เว้นแต่|การ(?:เลือก|แต่งตั้ง)")
# ให้กรรมการเลือกกรรมการคนหนึ่งเป็นรองประธานกรรมการ: nobody new.
ONE_OF_THEM = re.compile(r"(?:เลือก(?:กันเอง)?|แต่งตั้ง)\s?(?:ให้)?\s?(?:จาก)?(?:(?:อนุ)?กรรมการ(?!อื่น)|บุคคลตาม\s?\()")
# Rules behind the members: กรรมการซึ่งมาจากการเลือกตั้งจะมีเท่าใด…; ให้รัฐมนตรีเป็นผู้แต่งตั้ง.
_RULES = re.compile(
    r"จะมีเท่าใด|เป็นผู้แต่งตั้งและถอดถอน|ผู้ช่วยเลขานุการไม่ได้$|^(?:การ(?:แต่งตั้ง|ได้มา|เลือก|คัดเลือก|สรรหา)|ปฏิบัติหน้าที่|บริหารกิจการ|แล้วแต่กรณี|ทั้งนี้$)|"
    r"^สำนักงาน\S*\s?(?:เป็นนิติบุคคล|รับผิดชอบ|ปฏิบัติหน้าที่|เป็นหน่วย)"
)


@dataclass(slots=True)
class Reading:
    """What a line gives so far. ``elects``: members choose the chair among themselves."""

    parts: list[Part] = field(default_factory=list)
    remainder: list[Remainder] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Plain words."""
        if text:
            self.parts.append(text)

    def unread(self, text: str, start: int) -> None:
        """Plain words that look like composition and were not understood."""
        if text.strip(" และ"):
            self.remainder.append(Remainder(text.strip(), start, start + len(text)))
        self.say(text)


@dataclass(frozen=True, slots=True)
class Line:
    """A line to read: its text, where it starts in the section's text, the board's name."""

    text: str
    start: int
    board: str


@dataclass(slots=True)
class Segment:
    """Entries in a row that share what follows them."""

    line: Line
    start: int
    text: str
    mark: Mark | None
    behind: Quantity | None
    lead: str
    bodies: set[int] = field(default_factory=set)

    def read(self, reading: Reading) -> None:
        stripped = _CLOSING.sub("", self.text)
        trailing = self.text[len(stripped) :]
        self.text = stripped
        appointing = self._appointing()
        if self._is_optional(appointing) or self._is_one_of_them() or (self.mark is None and _RULES.search(self.text)):
            reading.say(self.text + trailing)
            return
        if appointing is not None:
            reading.say(appointing[0])
            self.start += len(appointing[0])
            self.text = self.text[len(appointing[0]) :]
        if not self.text:
            reading.say(trailing)
            return
        if self._is_unread(appointing is not None):
            reading.unread(self.text, self.line.start + self.start)
        else:
            self._groups(appointing[1] if appointing else "", reading)
        reading.say(trailing)

    def _is_optional(self, appointing: tuple[str, str] | None) -> bool:
        """``คณะกรรมการจะแต่งตั้ง…เป็นเลขานุการก็ได้``: a secretary who need not be there is none."""
        if self.mark is None or self.mark.role is not Role.SECRETARY or appointing is None:
            return False
        may = re.search(r"(?:จะ|อาจ)\s?(?:แต่งตั้ง|มอบหมาย|คัดเลือก|เลือก)", appointing[0])
        return may is not None or self.line.text.startswith("ก็ได้", self.mark.end)

    def _is_one_of_them(self) -> bool:
        """Whether members choose one of themselves as vice-chair."""
        return self.mark is not None and self.mark.role is Role.VICE_CHAIR and ONE_OF_THEM.search(self.text) is not None

    def _appointing(self) -> tuple[str, str] | None:
        """``ผู้อำนวยการแต่งตั้ง`` before ``ข้าราชการคนหนึ่ง``: the words, and who appoints."""
        if self.mark is None or self.mark.role in (Role.CHAIR, Role.VICE_CHAIR):
            return None
        match = (_APPOINTS_MEMBERS.fullmatch if self.mark.role is Role.MEMBER else APPOINTS.match)(self.text)
        if match is None or re.search(r"ซึ่ง|ที่(?!ดิน|ปรึกษา)|ผู้ทรงคุณวุฒิ|(?<!คณะ)กรรมการอื่น", match["by"]):
            return None
        if match.re is _APPOINTS_MEMBERS and len(offices.entries(match["who"])) > 1 and not _SOME.match(match["who"]):
            return None
        return self.text[: match.start("who")], match["by"].strip()

    def _is_unread(self, appointed: bool) -> bool:
        posted = self.mark is not None and self.mark.role is Role.SECRETARY
        if _NO_MEMBER.match(self.text) or (posted and self.text.startswith(("กรรมการอื่น", "อนุกรรมการอื่น"))):
            return True
        if appointed or offices.begins_entry(self.text):
            return False
        return self.mark is None or len(self.text) > 160

    def _groups(self, by: str, reading: Reading) -> None:
        spans = self._spans()
        if by:
            spans = [(spans[0][0], spans[-1][1])]
        shared = self._shared_each(spans)
        members = [
            member.read_member(
                self.text[start:end], self.line.start + self.start + start, self._given(place, spans, by, shared)
            )
            for place, (start, end) in enumerate(spans)
        ]
        members = [self._checked(one, reading) for one in members]
        reading.say(self.text[: spans[0][0]])
        run: list[int] = []
        for place in range(len(members)):
            if run and members[place].role is not members[run[-1]].role:
                self._close(run, spans, members, reading)
                reading.say(self.text[spans[run[-1]][1] : spans[place][0]])
                run = []
            run.append(place)
        self._close(run, spans, members, reading)
        reading.say(self.text[spans[-1][1] :])
        if self.mark is not None and self.mark.both:
            self._assistants_too(reading)

    def _checked(self, one: Member, reading: Reading) -> Member:
        """A member whose words name several numbers, or people who take turns, is reported, and has no number."""
        if not _BY_TURNS.search(one.words) and (one.source is Source.OFFICE or not numbers.is_ambiguous(one.words)):
            return one
        reading.remainder.append(Remainder(one.words, one.start, one.end))
        return replace(one, minimum=None, maximum=None)

    def _assistants_too(self, reading: Reading) -> None:
        """``แต่งตั้งข้าราชการเป็นเลขานุการและผู้ช่วยเลขานุการ``: the same words name assistants, how many is not said."""
        assert self.mark is not None
        end = self.line.start + self.start + len(self.text)
        reading.parts.append(Group((Member(Role.ASSISTANT, Source.OTHER, "", None, None, False, start=end, end=end),)))

    def _close(self, run: list[int], spans: list[tuple[int, int]], members: list[Member], reading: Reading) -> None:
        gaps = tuple(self.text[spans[one][1] : spans[two][0]] for one, two in itertools.pairwise(run))
        reading.parts.append(Group(tuple(members[place] for place in run), gaps))

    def _spans(self) -> list[tuple[int, int]]:
        """Spans of the entries, bodies that share one ผู้แทน taken apart."""
        spans: list[tuple[int, int]] = []
        for start, end in offices.entries(self.text):
            words = self.text[start:end]
            each = next((quantity for quantity in numbers.quantities(words) if quantity.each), None)
            limit = len(words[: each.start].rstrip()) if each else len(words)
            cut = _counted_bodies(words) if each is None else []
            if len(cut) > 1:
                self.bodies |= set(range(len(spans) + 1, len(spans) + len(cut)))
                spans += [(start + one, start + two) for one, two in cut]
                continue
            if not words.startswith("ผู้แทน") or re.search(r"ซึ่ง|จำนวน", words[:limit]):
                spans.append((start, end))
                continue
            inner = offices.bodies(words[len("ผู้แทน") : limit], each=each is not None)
            offset = start + len("ผู้แทน")
            cut = [(offset + one, offset + two) for one, two in inner]
            cut[0] = (start, cut[0][1])
            cut[-1] = (cut[-1][0], end)
            self.bodies |= set(range(len(spans) + 1, len(spans) + len(cut)))
            spans += cut
        return spans

    def _shared_each(self, spans: list[tuple[int, int]]) -> dict[int, Quantity]:
        """``แห่งละหนึ่งคน`` behind a run of representatives holds for each of them; by the place in the list."""
        shared: dict[int, Quantity] = {}
        run: list[int] = []
        for place, (start, end) in enumerate(spans):
            words = self.text[start:end]
            if not member.is_representative(words) and offices.begins_entry(words):
                run = []
                continue
            run.append(place)
            each = next((quantity for quantity in numbers.quantities(words) if quantity.each), None)
            if each is not None and len(run) > 1:
                shared |= dict.fromkeys(run, each)
                run = []
        return shared

    def _given(self, place: int, spans: list[tuple[int, int]], by: str, shared: dict[int, Quantity]) -> Given:
        last = place == len(spans) - 1
        role, seat = Role.MEMBER, True
        if self.mark is not None and (last or self._holds_for_all(place)):
            role, seat = self.mark.role, self.mark.has_seat
        elif self.mark is None and _SECRETARY.match(self.text[slice(*spans[place])]):
            role = Role.SECRETARY
        elif self.mark is None and self.lead:
            role, seat = _lead_role(self.lead)
        bare = not offices.begins_entry(self.text, spans[place][0])
        body = bare and place in self.bodies
        behind = self.behind if last else None
        return Given(role, seat, shared.get(place), behind, self.lead, self.line.board, body, by)

    def _holds_for_all(self, place: int) -> bool:
        """A vice-chair's or member's role holds for the whole list, a chair's and a secretary's for the last entry."""
        assert self.mark is not None
        if self.mark.role in (Role.MEMBER, Role.VICE_CHAIR, Role.ASSISTANT):
            return True
        return self.mark.role is Role.SECRETARY and "ร่วม" in self.line.text[self.mark.start : self.mark.end]


_NEXT_BODY = re.compile(r"\s?(?:และ|กับ)?\s?")


def _counted_bodies(words: str) -> list[tuple[int, int]]:
    """``ผู้แทนเทศบาลหนึ่งคน องค์การบริหารส่วนตำบลหนึ่งคน``: spans of bodies that share one ผู้แทน, each with its number."""
    cuts: list[tuple[int, int]] = []
    start = 0
    if member.is_representative(words) and not numbers.tells_in_parts(words):
        for quantity in numbers.quantities(words):
            joint = _NEXT_BODY.match(words, quantity.end)
            if joint and offices.BODY.match(words, joint.end()):
                cuts.append((start, quantity.end))
                start = joint.end()
    return [*cuts, (start, len(words))]


_LEAD_POST = re.compile(r"(?P<member>(?:อนุ)?กรรมการ(?:สภา\S{0,40}?)?และ)?(?P<assistant>ผู้ช่วย)?เลขานุการ")


def _lead_role(lead: str) -> tuple[Role, bool]:
    """The role that ``กรรมการและเลขานุการ ได้แก่`` announces, and whether it has a seat."""
    if lead.startswith(("ประธาน", "นายกสภา")):
        return Role.CHAIR, True
    if lead.startswith(("รองประธาน", "อุปนายก")):
        return Role.VICE_CHAIR, True
    post = _LEAD_POST.match(lead)
    if post is None:
        return Role.MEMBER, True
    return Role.ASSISTANT if post["assistant"] else Role.SECRETARY, bool(post["member"])
