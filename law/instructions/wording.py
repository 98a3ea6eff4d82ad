"""Clauses that change words: ``ให้แก้ไขคำว่า “ก” ใน … เป็น “ข” ทุกแห่ง``, ``ให้ตัดคำว่า “ก” ออก``."""

from __future__ import annotations

import re

from law.instructions.bill import BillSection
from law.instructions.loose import loose
from law.instructions.model import Action, Instruction, Words
from law.instructions.names import read_names
from law.instructions.targets import read_targets

_WORD = rf"\s*(?:{loose('คำว่า|คำ|ถ้อยคำว่า|ถ้อยคำ|ข้อความว่า|ข้อความ|ความว่า')})?\s*“(?P<words>[^“”]*)”"
_QUOTED = re.compile(_WORD)
_CHANGE = re.compile(
    rf"\s*{loose('ให้แก้ไขเพิ่มเติม|ให้แก้ไข|ให้แก้|ให้เปลี่ยนแปลง|ให้เปลี่ยน|ให้ยกเลิก')}(?={_WORD.replace('?P<words>', '')})"
)
_CUT = re.compile(rf"\s*{loose('ให้ตัด')}(?={_WORD.replace('?P<words>', '')})")
_ADD = re.compile(rf"\s*{loose('ให้เพิ่มเติม|ให้เพิ่ม')}(?={_WORD.replace('?P<words>', '')})")
_USE = re.compile(rf"\s*{loose('ให้ใช้')}(?={_WORD.replace('?P<words>', '')})")
_AND = re.compile(rf"\s*(?:{loose('และ')}|,)?(?={_WORD.replace('?P<words>', '')})")
_BECOMES = re.compile(rf"\s*{loose('ให้')}?\s*{loose('เป็น')}(?={_WORD.replace('?P<words>', '')})")
_INSTEAD = re.compile(rf"\s*{loose('และให้ใช้|และใช้|ให้ใช้')}(?={_WORD.replace('?P<words>', '')})")
_FOR = re.compile(rf"\s*{loose('แทน')}")
_OUT = re.compile(rf"\s*{loose('ออก')}(?![ก-๙]*คำสั่ง)")
# The words come first: ``คำว่า “ก” ใน … ให้แก้ไขเป็น “ข”``, ``… ให้ใช้คำว่า “ข” แทน``.
_WORDS_FIRST = re.compile(rf"\s*{loose('บรรดา')}?(?={_WORD.replace('?P<words>', '')})")
_BECOMES_NOW = re.compile(
    rf"\s*{loose('ให้')}(?:{loose('แก้ไขเพิ่มเติม|แก้ไข|แก้|เปลี่ยน')}\s*{loose('เป็น')}|{loose('ใช้')})"
    rf"(?={_WORD.replace('?P<words>', '')})"
)
_RESPECTIVELY = re.compile(rf"\s*{loose('ตามลำดับ')}")
_BETWEEN = re.compile(rf"\s*(?:{loose('ไว้')})?\s*{loose('ระหว่าง')}(?={_WORD.replace('?P<words>', '')})")
_EVERYWHERE = re.compile(rf"\s*{loose('ทุกแห่ง|ทุกที่|ทั้งฉบับ')}")
EXCEPT = rf"(?:{loose('ทั้งนี้')}\s*)?{loose('เว้นแต่|ยกเว้น')}\s*(?:{loose('ที่ปรากฏ')})?\s*(?:{loose('ความใน|ใน')})?"
_EXCEPT = re.compile(rf"\s*{EXCEPT}")
_BEHIND = re.compile(rf"\s*(?:{loose('ไว้')})?\s*{loose('ต่อจาก|ต่อท้าย|ถัดจาก|หลัง')}(?={_WORD.replace('?P<words>', '')})")
_BEFORE = re.compile(rf"\s*(?:{loose('ไว้')})?\s*{loose('ข้างหน้า|หน้า|ก่อน')}(?={_WORD.replace('?P<words>', '')})")
_IN = re.compile(rf"\s*(?:{loose('ที่ปรากฏ|ที่มีอยู่')})?\s*{loose('ใน|ของ|แห่ง')}")


class _Reader:
    """Reads one clause of words from left to right; ``at`` is how far it came."""

    def __init__(self, section: BillSection, at: int) -> None:
        self.section = section
        self.marked = section.marked
        self.at = at
        self.scopes: list[tuple[str, ...]] = []
        self.ranges: tuple[tuple[str, str], ...] = ()
        self.act = self.amender = ""
        self.words: list[Words] = []
        self.kept: tuple[str, ...] = ()
        self.unclear = False

    def take(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self.marked, self.at)
        if match is not None:
            self.at = match.end()
        return match is not None

    def quoted(self) -> str | None:
        match = _QUOTED.match(self.marked, self.at)
        if match is None:
            return None
        self.at = match.end()
        return " ".join(self.section.text[match.start("words") : match.end("words")].split())

    def quoted_list(self) -> list[str]:
        found: list[str] = []
        while (words := self.quoted()) is not None:
            found.append(words)
            if not self.take(_AND):
                break
        return found

    def scope(self) -> None:
        """``ในมาตรา ๖ ทวิ และมาตรา ๖ จัตวา แห่งพระราชบัญญัติ…``; nothing said leaves all as it was."""
        self.take(_EVERYWHERE)
        inside = _IN.match(self.marked, self.at)
        if inside is not None:
            targets = read_targets(self.marked, inside.end())
            start = targets.end if targets.citations else self.at
            act, amender, end = read_names(self.marked, start)
            if targets.citations or act:
                self.at = end
                self.act, self.amender = act or self.act, amender or self.amender
                self.scopes.append(targets.addresses)
                self.ranges += targets.ranges
        self.exception()
        self.take(_EVERYWHERE)
        self.exception()

    def exception(self) -> None:
        """``เว้นแต่ในมาตรา ๕ และมาตรา ๗``; what is excepted in other words is not understood."""
        if not self.take(_EXCEPT):
            return
        targets = read_targets(self.marked, self.at, numbered_only=True)
        self.kept += targets.addresses
        self.at = targets.end
        self.unclear = self.unclear or not targets.citations or bool(targets.ranges)

    def done(self) -> tuple[Instruction, int] | None:
        if not self.words or any(not words.old for words in self.words) or len(set(self.scopes)) > 1 or self.unclear:
            return None
        targets = next((scope for scope in self.scopes if scope), ())
        instruction = Instruction(
            self.section.label, Action.CHANGE_WORDS, targets, self.ranges,
            words=tuple(self.words), kept=self.kept, act=self.act, amender=self.amender,
        )  # fmt: skip
        return instruction, self.at


def read_change(section: BillSection, at: int) -> tuple[Instruction, int] | None:
    """An order to change words at ``at``, and where it ends; None where it is none, or is not understood."""
    ways = ((_CHANGE, _change), (_CUT, _cut), (_ADD, _add), (_USE, _use), (_WORDS_FIRST, _words_first))
    for pattern, read in ways:
        reader = _Reader(section, at)
        if reader.take(pattern) and read(reader):
            return reader.done()
    return None


def _change(reader: _Reader) -> bool:
    """``คำว่า “ก” (และ “ค”) ใน … เป็น “ข”``, one after another; ``ยกเลิกคำว่า “ก” … และให้ใช้คำว่า “ข” แทน``."""
    while True:
        old = reader.quoted_list()
        reader.scope()
        if reader.take(_BECOMES):
            new = reader.quoted()
        elif reader.take(_INSTEAD):
            new = reader.quoted()
            reader.take(_FOR)
        else:
            return _deletes(reader, old)
        if new is None or not old:
            return False
        reader.words += _pairs(reader, old, new)
        reader.scope()
        if not reader.take(_AND):
            return True


def _pairs(reader: _Reader, old: list[str], new: str) -> list[Words]:
    """One new word for all the old ones; or ``“ข” และ “ง” ตามลำดับ``, one for each."""
    at, others = reader.at, [new]
    while len(others) < len(old) and reader.take(_AND):
        others.append(reader.quoted() or "")
    if len(others) == len(old) > 1 and reader.take(_RESPECTIVELY):
        return [Words(before, after) for before, after in zip(old, others, strict=True)]
    reader.at = at
    return [Words(before, new) for before in old]


def _words_first(reader: _Reader) -> bool:
    old = reader.quoted_list()
    reader.scope()
    if not old or not reader.take(_BECOMES_NOW):
        return False
    new = reader.quoted()
    if not new:
        return False
    reader.take(_FOR)
    reader.words = _pairs(reader, old, new)
    reader.scope()
    return True


def _deletes(reader: _Reader, old: list[str]) -> bool:
    """``ให้ยกเลิกคำว่า “ก” ใน …`` with nothing in its place."""
    if (
        reader.words
        or not re.match(rf"\s*{loose('ให้ยกเลิก')}", reader.section.marked)
        or reader.marked[reader.at :].strip()
    ):
        return False
    reader.words = [Words(words, "") for words in old]
    return True


def _cut(reader: _Reader) -> bool:
    old = reader.quoted_list()
    reader.scope()
    out = reader.take(_OUT) or not reader.marked[reader.at :].strip()
    reader.scope()
    reader.words = [Words(words, "") for words in old]
    return out


def _add(reader: _Reader) -> bool:
    new = reader.quoted()
    reader.scope()
    if new and reader.take(_BETWEEN):
        return _add_between(reader, new)
    behind = reader.take(_BEHIND)
    if not behind and not reader.take(_BEFORE):
        return False
    old = reader.quoted()
    reader.scope()
    if not old or not new:
        return False
    reader.words = [Words(old, old + new if behind else new + old)]
    return True


def _add_between(reader: _Reader, new: str) -> bool:
    """``ระหว่างคำว่า “ก” และคำว่า “ค”``: where the two stand next to each other."""
    neighbours = reader.quoted_list()
    reader.scope()
    if len(neighbours) != 2:
        return False
    reader.words = [Words("".join(neighbours), new.join(neighbours))]
    return True


def _use(reader: _Reader) -> bool:
    new = reader.quoted()
    if not reader.take(_FOR):
        return False
    old = reader.quoted_list()
    reader.scope()
    reader.words = [Words(words, new or "") for words in old]
    return bool(new)
