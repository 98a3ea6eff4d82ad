"""Where a section creates a board: the words that say so, the board's name, and the lines of its composition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from law.act import ITEM_LABEL, Kind, Section, Unit
from law.boards import numbers, offices, roles
from law.boards.naming import ABBREVIATED, BODY, COMPOSED, FOR_A_PLACE, board_name

_MADE = re.compile(rf"(?:ให้มี|ให้|มี|แต่งตั้ง|จัดตั้ง|ตั้ง|เรียกว่า|เรียกชื่อว่า|ขึ้น)?\s?[“\"]?(?:{BODY})")
_NOT_MADE = re.compile(r"(?:ไม่|มิ|ไม่ได้|มิได้)$")  # ยังไม่มีคณะกรรมการ
_CREATED = re.compile(r"(?:ให้มี|ให้แต่งตั้ง|ให้จัดตั้ง|ให้ตั้ง|แต่งตั้ง|จัดตั้ง)คณะ(?:อนุ)?กรรมการ|เรียกว่า")
_NOT_COMPOSED = re.compile(
    r"\s?(?:ด้วย)?(?:อนุ)?กรรมการ\S{0,20}?\s?ตาม(?!มาตรา\s\S+(?:\s\([^()]{1,6}\))?\s?(?:คนหนึ่ง|หนึ่งคน|จำนวน))(?:มาตรา|\s|วรรค)|"
    r"\s?(?:(?:คณะ)?(?:อนุ)?กรรมการ|สมาชิก|ตุลาการ)\S{0,30}?(?:เท่าที่|ที่เหลือ|ที่มีอยู่|ทุกคนที่|ที่ไม่ใช่)|"
    r"\s?(?:(?:อนุ)?กรรมการ|สมาชิก)\S{0,20}?โดยตำแหน่ง(?:ทั้งหมด)?\s?(?:ตาม(?:มาตรา|วรรค)|(?:และ)?(?:ให้)?ปฏิบัติหน้าที่|จนกว่า)"
)
# Other ways into a list: ให้มีคณะกรรมการ… มีรัฐมนตรีเป็นประธาน; … ดังต่อไปนี้
_OTHERWISE = re.compile(r"\s?(?:โดย)?(?:มี(?!อำนาจ|หน้าที่|จำนวน)|ได้แก่|คือ|ดังต่อไปนี้|ดังนี้)\s?")
_ITEM_INSIDE = re.compile(r"^\([0-9๐-๙]{1,2}\)\s?")
_DUTIES = re.compile(
    r"\s(?:และ\s?)?ให้คณะ(?:อนุ)?กรรมการ\S{0,40}?\s?(?:มี|ทำ)(?:อำนาจ|หน้าที่)|"
    r"(?<!ซึ่ง)(?<!ที่)(?<!ผู้)\s?(?:และ\s?)?(?:ให้)?(?:มี|ทำ)(?:อำนาจ|หน้าที่)(?!(?:เป็น)?(?:กรรมการและ)?(?:ผู้ช่วย)?(?:เลขานุการ|ประธาน))|"
    r"\sที่จะ|(?<!ซึ่ง)เป็นผู้(?:แทน(?=ของ|สมาคม)|ดำเนิน|ทำหน้าที่)|\s?เพื่อ(?:ทำ|ปฏิบัติ)หน้าที่|\s?โดยให้มีทั้ง|\s?มีวาระ|\sเห็นว่า|\sทั้งนี้\s?(?=[ก-๙]{2,60}?อาจ)|\s?เพื่อ(?:พิจารณา|ตรวจสอบ|ควบคุม|ติดตาม|กำกับ)"
)
_LIST_FOLLOWS = re.compile(
    r"\s?(?:(?:บุคคล|(?:อนุ)?กรรมการ\S{0,20}|ผู้ดำรงตำแหน่ง|ผู้แทน|สมาชิก|ประธาน\S*และกรรมการ\S*)\s?)?(?:จำนวน\S+\s?)?(?:ดังต่อไปนี้|ดังนี้|คือ|:)?\s?(?::|-)?\s?"
)

_NO_BOARD = re.compile(r"(?:อนุ)?กรรมการ[^\n]{0,80}ต้อง$")  # กรรมการผู้ทรงคุณวุฒิตามวรรคหนึ่งต้องประกอบด้วย
_SO_MANY = re.compile(r"กรรมการ(?:ขึ้น)?คณะหนึ่ง")
_QUALITIES = re.compile(r"(?:คุณสมบัติ|ลักษณะต้องห้าม|หน้าที่|อำนาจ)$")  # whose list is no list of members
_ENDS_IN_LIST = re.compile(r"(?:ดังต่อไปนี้|ดังนี้|คือ)\s?$")

# Items of old acts, which are paragraphs of their own: ๑. ปลัดกระทรวง; ก. ปลัดกระทรวง (not ก.พ.).
_DOTTED = re.compile(r"(?:[0-9๐-๙]{1,2}\.\s?|[ก-ฮ]\.\s)(?=[ก-๙])")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a section: its unit's kind, depth (0 a paragraph) and where it starts in the section's text."""

    text: str
    start: int
    kind: Kind
    depth: int

    @property
    def label_end(self) -> int:
        """Where the words behind an item's label begin."""
        match = ITEM_LABEL.match(self.text) if self.kind is Kind.ITEM else _DOTTED.match(self.text)
        return match.end() if match else 0


def rows(section: Section) -> list[Row]:
    """The lines of a section as its canonical text has them."""
    found: list[Row] = []
    start = 0
    above = 0
    for unit, depth in _walk(section.units, 0):
        if unit.text:
            if depth == 0 and unit.kind is not Kind.ITEM and _DOTTED.match(unit.text) and found:
                depth = above + 1
            else:
                above = depth
            found.append(Row(unit.text, start, unit.kind, depth))
            start += len(unit.text) + 1
    return found


def _walk(units: tuple[Unit, ...], depth: int) -> Iterator[tuple[Unit, int]]:
    for unit in units:
        yield unit, depth
        yield from _walk(unit.items, depth + 1)


@dataclass(frozen=True, slots=True)
class Creation:
    """A board created in a row. ``body``: where in the row its run-on composition begins and ``end`` where it ends.

    ``items``: rows (by position) of its list; empty for a run-on composition. ``counted``: the number of members of a
    board of which the text says no more.
    """

    name: str
    row: int
    body: int
    end: int
    items: tuple[int, ...]
    stated: tuple[int | None, int | None] = (None, None)
    counted: numbers.Quantity | None = None


def creations(lines: list[Row]) -> list[Creation]:
    """Every board that the section creates, in the order of the text."""
    found: list[Creation] = []
    lead = ""
    listed: tuple[int, ...] = ()
    for place, row in enumerate(lines):
        if place in listed:
            continue
        creation = _creation(lines, place, lead)
        if creation is not None:
            found += _for_each_place(lines, creation) or [creation]
            listed = creation.items
        if row.depth == 0:
            lead = _lead_name(row.text) or lead
    return found


def _for_each_place(lines: list[Row], creation: Creation) -> list[Creation]:
    """The boards of the items of a list that are each composed for a place; none where the items are members."""
    found: list[Creation] = []
    for item in creation.items:
        row = lines[item]
        match = FOR_A_PLACE.match(row.text, row.label_end)
        if match is None:
            return []
        found.append(Creation(creation.name, item, match.end(), len(row.text), ()))
    chaired = any(mark.role.value == "chair" for one in found for mark in roles.marks(lines[one.row].text))
    return found if len(found) > 1 and chaired else []


def _lead_name(text: str) -> str:
    """The board that a line announces and whose composition its items give, each for a place."""
    match = re.search(r"ให้มี(?=คณะ(?:อนุ)?กรรมการ)", text)
    return board_name(text[match.end() :]) if match else ""


def _creation(lines: list[Row], place: int, lead: str) -> Creation | None:
    row = lines[place]
    composed = next((one for one in COMPOSED.finditer(row.text) if not _NOT_COMPOSED.match(row.text, one.end())), None)
    if composed is None:
        return _made_otherwise(lines, place)
    if _NO_BOARD.match(row.text[: composed.start()]):
        return None
    made = _made_before(row.text, composed.start())
    name = board_name(row.text[made:]) if made is not None else lead
    if made is not None and lead and row.text.startswith(f"{name}ตามวรรค", made):
        name = lead
    if not name:
        return None
    earlier = _SO_MANY.search(row.text, 0, made or 0)  # the number may stand before the name
    head = earlier.start() if earlier else made or 0
    found = _checked(lines, place, name, composed.end(), row.text[head : composed.start()])
    clear = lead == name or _CREATED.search(row.text, 0, composed.start()) is not None
    return found if found and (clear or _begins_with_member(lines, found)) else None


def _begins_with_member(lines: list[Row], creation: Creation) -> bool:
    """Whether what follows ประกอบด้วย is people: ``มติต้องประกอบด้วยคะแนนเสียง…`` is not."""
    first = lines[creation.items[0]] if creation.items else lines[creation.row]
    words = _ITEM_INSIDE.sub("", first.text[first.label_end if creation.items else creation.body :].strip())
    return offices.begins_entry(words) or bool(roles.marks(words))


def _made_before(text: str, end: int) -> int | None:
    """Where the words begin that name the body which is composed."""
    found = list(_MADE.finditer(text, 0, end))
    created = [
        match
        for match in found
        if re.match(r"ให้มี|มี|แต่งตั้ง|จัดตั้ง|ตั้ง", match[0]) and not _NOT_MADE.search(text, 0, match.start())
    ]
    chosen = created[:1] or found[-1:]
    if not chosen:
        short = ABBREVIATED.search(text[:end])
        return short.start("name") if short else None
    inner = re.search(BODY, chosen[0][0])
    return chosen[0].start() + (inner.start() if inner else 0)


def _made_otherwise(lines: list[Row], place: int) -> Creation | None:
    """``ให้มีคณะกรรมการ… มีรัฐมนตรีเป็นประธาน …``, ``ให้มีคณะกรรมการ… ดังต่อไปนี้``: without ประกอบด้วย."""
    row = lines[place]
    match = re.search(
        r"(?:ให้มี|ให้ตั้ง|ให้แต่งตั้ง|ให้จัดตั้ง|แต่งตั้ง|\sตั้ง)(?=(?:คณะ(?:อนุ)?กรรมการ|สภา[ก-๙]+|กรรมการ(?:ขึ้น)?คณะหนึ่ง))", row.text
    )
    if match is None:
        return None
    name = board_name(row.text[match.end() :])
    for joint in _OTHERWISE.finditer(row.text, match.end()):
        rest = row.text[joint.end() :]
        items = _items_below(lines, place)
        if rest.strip():
            given = roles.marks(rest)
            if given and offices.begins_entry(rest) and any(mark.role.value == "chair" for mark in given):
                return _checked(lines, place, name, joint.end(), row.text[match.end() : joint.start()])
        elif _QUALITIES.search(row.text, 0, joint.start()):
            break
        elif any(roles.marks(lines[item].text) for item in items) and not _composed_below(lines, items):
            return _checked(lines, place, name, joint.end(), row.text[match.end() : joint.start()])
    return _appointed(lines, place, name, match.end()) or _counted(row, place, name, match.end())


_APPOINTED_FROM = re.compile(r"(?:คณะหนึ่ง|ขึ้น)\s?ซึ่ง[^\s]{2,60}?แต่งตั้ง(?:ขึ้น)?จาก")
_COUNTED = re.compile(
    r"(?:[^\s]*?(?:ขึ้น)?(?:คณะหนึ่ง)?\s?(?:เรียกว่า\s?[“\"][^”\"]+[”\"]\s?)?|"
    r"(?:(?!ประกอบด้วย)[^\n“\"]){3,150}?(?:เรียกโดยย่อว่า\s?[“\"][^”\"]+[”\"]\s?|\S{2,60}?แต่งตั้ง))(?=(?:มี)?จำนวน|ไม่เกิน|ไม่น้อยกว่า)"
)


def _appointed(lines: list[Row], place: int, name: str, start: int) -> Creation | None:
    """``คณะกรรมการคณะหนึ่งซึ่งนายอำเภอแต่งตั้งจากเจ้าหน้าที่ไม่เกินสามคน และราษฎร…``."""
    text = lines[place].text
    match = _APPOINTED_FROM.search(text, start)
    if match is None or not offices.begins_entry(text, match.end()):
        return None
    return _checked(lines, place, name, match.end(), "")


def _counted(row: Row, place: int, name: str, start: int) -> Creation | None:
    """``แต่งตั้งคณะกรรมการตรวจสอบไม่เกินห้าคน``: the number of members, and nothing else."""
    match = _COUNTED.match(row.text, start)
    if match is None or not name:
        return None
    number = next(numbers.quantities(row.text[match.end() :]), None)
    if number is None or number.each or number.start > 0:
        return None
    end = match.end() + number.end
    limits = (number.minimum, number.maximum)
    return Creation(name, place, match.end(), end, (), limits, number)


def _composed_below(lines: list[Row], items: tuple[int, ...]) -> bool:
    """Whether the items create a board each."""
    return any(COMPOSED.search(lines[item].text) for item in items)


def _checked(lines: list[Row], place: int, name: str, body: int, before: str) -> Creation | None:
    row = lines[place]
    stated = next(
        (one for one in numbers.quantities(before) if not one.each and "คณะหนึ่ง" not in before[one.start : one.end]),
        None,
    )
    limits = (stated.minimum, stated.maximum) if stated else (None, None)
    rest = row.text[body:]
    items = _items_below(lines, place)
    if not rest.strip() and not items:
        items = _below_break(lines, place)
    if items and (_LIST_FOLLOWS.fullmatch(rest) or (_ENDS_IN_LIST.search(rest) and _give_roles(lines, items))):
        return Creation(name, place, len(row.text), len(row.text), items, limits)
    duties = _DUTIES.search(rest)
    end = body + duties.start() if duties else len(row.text)
    if not row.text[body:end].strip():
        return None
    return Creation(name, place, body, end, (), limits)


def _give_roles(lines: list[Row], items: tuple[int, ...]) -> bool:
    """Whether most items of a list say what somebody is on the board."""
    return 2 * sum(bool(roles.marks(lines[item].text)) for item in items) > len(items)


def _items_below(lines: list[Row], place: int) -> tuple[int, ...]:
    found: list[int] = []
    for position in range(place + 1, len(lines)):
        if lines[position].depth <= lines[place].depth:
            break
        found.append(position)
    return tuple(found)


def _below_break(lines: list[Row], place: int) -> tuple[int, ...]:
    """A line break right behind ประกอบด้วย: the members stand in the paragraph below."""
    below = lines[place + 1 : place + 2]
    runs_on = below and below[0].depth == 0 and offices.begins_entry(below[0].text) and roles.marks(below[0].text)
    return (place + 1,) if runs_on else ()
