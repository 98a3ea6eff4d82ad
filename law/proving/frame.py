"""The frame of a bill as read, against what was decided: name, commencement, transitional sections, charge, closing.

What the frame must be is worked out here from the Act's title, not asked of ``law.amending.frame``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from law import numerals
from law.act import Act
from law.amending.charge import in_charge
from law.amending.terms import Frame
from law.instructions.bill import BillSection, BillText
from law.instructions.frame import read_charge, read_commencement
from law.instructions.loose import squeezed
from law.instructions.model import Action, Instruction
from law.instructions.names import is_code
from law.instructions.refusals import Refusal, Why, refusal, short
from law.instructions.rewording import change_words
from law.tree.schedules import clean, split_schedules

_STATUTES = ("พระราชบัญญัติประกอบรัฐธรรมนูญ", "พระราชบัญญัติ", "พระราชกำหนด", "พระราชกฤษฎีกา")
_RULES = ("กฎกระทรวง", "ประกาศ", "ระเบียบ", "ข้อบังคับ", "ข้อกำหนด", "ข้อบัญญัติ", "เทศบัญญัติ", "คำสั่ง", "กฎ")
_YEAR = re.compile(r"(?:พ\.ศ\.|(?:พระ)?พุทธศักราช|ร\.ศ\.|รัตนโกสินทร์?ศก|ศก|จ\.ศ\.|จุลศักราช)(?:[๐-๙0-9]+|\.{2,})$")
_NUMBER = re.compile(r"\(ฉบับที่[๐-๙0-9.]+\)")
_SEIZED_POWER = re.compile(r"(?:ประกาศ|คำสั่ง)(?:ของ)?(?:หัวหน้า)?คณะ(?:ปฏิวัติ|ปฏิรูป|รักษา)")
_AMENDING = "พระราชบัญญัติแก้ไขเพิ่มเติม"
_DRAFT, _OPENING = "ร่าง", "โดยที่เป็นการสมควรแก้ไขเพิ่มเติม"


@dataclass(frozen=True, slots=True)
class Name:
    """What the bill must be called, all without spaces. ``subjects``: what the words before section ๑ may say."""

    kind: str
    title: str
    subjects: tuple[str, ...]

    @property
    def this(self) -> str:
        """How the bill speaks of itself."""
        return f"{self.kind}นี้"

    @property
    def is_statute(self) -> bool:
        """Whether it has มาตรา and is countersigned."""
        return self.kind in _STATUTES

    @property
    def is_ministerial(self) -> bool:
        """A ministerial regulation says neither its name nor who has charge."""
        return self.kind == "กฎกระทรวง"


def amends_code(act: Act, orders: Sequence[Instruction]) -> bool:
    """Whether a bill amends the code that the act promulgates."""
    return act.code is not None and any(is_code(order.act) for order in orders)


def expected_name(act: Act, frame: Frame, *, amends_code: bool) -> Name:
    """From the title of the Act (or of the code that is amended) and the decided number and year."""
    title = squeezed(act.code.title if amends_code and act.code is not None else act.title)
    number = f"ฉบับที่{numerals.thai(frame.number) if frame.number else '..'}"
    year = f"พ.ศ.{numerals.thai(frame.year) if frame.year else '....'}"
    if title.startswith("กฎกระทรวง") and "ออกตามความใน" in title:
        under = title[title.index("ออกตามความใน") :]
        return Name("กฎกระทรวง", f"กฎกระทรวง{number}({year}){under}", (title,))
    name = title if _SEIZED_POWER.match(title) else _NUMBER.sub("", _YEAR.sub("", title))
    if _SEIZED_POWER.match(title) or name.startswith("ประมวล"):
        return Name(_STATUTES[1], f"{_AMENDING}{name}({number}){year}", (name,))
    kind = next((kind for kind in (*_STATUTES, *_RULES) if name.startswith(kind)), "")
    numbered = f"{name if kind else _STATUTES[1] + name}({number}){year}"
    if kind in _RULES:
        return Name(kind, numbered, (title,))
    matter = name.removeprefix(kind).removeprefix("ว่าด้วย")
    # A verb takes การ before it; which names begin with one is not for the proof to say.
    nouns = ("",) if matter.startswith("การ") else ("", "การ")
    return Name(kind or _STATUTES[1], numbered, tuple(f"กฎหมายว่าด้วย{noun}{matter}" for noun in nouns))


def frame_failures(
    old: Act, new: Act, bill: BillText, orders: Sequence[Instruction], frame: Frame
) -> Iterator[Refusal]:
    """Where the bill's frame is another than what was decided."""
    name = expected_name(old, frame, amends_code=amends_code(old, orders))
    yield from _opening(bill, name)
    sections = list(bill.sections)
    yield from _numbering(sections, name)
    if not name.is_ministerial and sections:
        yield from _called(sections.pop(0), name)
    if sections:
        yield from _commencement(sections.pop(0), name, frame)
    amending = {order.section for order in orders if order.action is not Action.NONE}
    rest = _behind_amending(sections, amending)
    if not name.is_ministerial:
        yield from _charge(rest.pop() if rest else None, name, old, frame)
    yield from _transitional(rest, frame)
    by_entries = {order.title for order in orders if order.targets[:1] and order.targets[0].startswith("schedule.")}
    yield from _closing(bill, name, _attached(_worded(old, orders), new, by_entries))


def _worded(old: Act, orders: Sequence[Instruction]) -> Act:
    """The act with the words that the bill changes throughout changed: in schedules too."""
    for order in orders:
        if order.action is Action.CHANGE_WORDS and order.targets == ("*",):
            old = change_words(old, order)
    return old


def _opening(bill: BillText, name: Name) -> Iterator[Refusal]:
    opening = squeezed(bill.opening)
    if not opening.startswith(f"{_DRAFT}{name.title}{_OPENING}"):
        found = opening.removeprefix(_DRAFT).partition(_OPENING[:8])[0]
        yield refusal(Why.TITLE, found=short(found), wanted=name.title)
    elif opening.partition(_OPENING)[2] not in name.subjects:
        yield refusal(Why.REASONS_CLAUSE, words=short(opening.partition(_OPENING)[2]))


def _numbering(sections: Sequence[BillSection], name: Name) -> Iterator[Refusal]:
    word = "มาตรา" if name.is_statute else "ข้อ"
    for number, section in enumerate(sections, start=1):
        if section.label != str(number):
            found, wanted = (f"{word} {numerals.written(label)}" for label in (section.label, str(number)))
            yield refusal(Why.NUMBERING, found=found, wanted=wanted)
            return


def _called(section: BillSection, name: Name) -> Iterator[Refusal]:
    if squeezed(section.text) != f"{name.this}เรียกว่า“{name.title}”":
        yield refusal(Why.TITLE, found=short(section.text), wanted=name.title).in_section(section.label)


def _commencement(section: BillSection, name: Name, frame: Frame) -> Iterator[Refusal]:
    if read_commencement(section.text, name.this) != frame.commencement:
        yield refusal(Why.COMMENCEMENT, words=short(section.text)).in_section(section.label)


def _behind_amending(sections: list[BillSection], amending: set[str]) -> list[BillSection]:
    last = max((place for place, section in enumerate(sections) if section.label in amending), default=-1)
    # A section without instruction among the amending ones is none of the frame.
    return [section for section in sections[: last + 1] if section.label not in amending] + sections[last + 1 :]


def _charge(section: BillSection | None, name: Name, old: Act, frame: Frame) -> Iterator[Refusal]:
    wanted = frame.charge or in_charge(old)[0]
    if section is None or read_charge(section.text, name.this) != squeezed(wanted):
        words = short(section.text) if section else ""
        yield refusal(Why.CHARGE, wanted=wanted, words=words).in_section(section.label if section else "")


def _transitional(sections: Sequence[BillSection], frame: Frame) -> Iterator[Refusal]:
    wanted = [_lines(text) for text in frame.transitional]
    if [_lines(section.text) for section in sections] != wanted:
        differing = (section for section, text in zip(sections, [*wanted, *[[]] * len(sections)], strict=False))
        first = next((section for section in differing if _lines(section.text) not in wanted), None)
        yield refusal(Why.TRANSITIONAL, words=short(first.text) if first else "").in_section(
            first.label if first else ""
        )


def _lines(text: str) -> list[str]:
    return [squeezed(line) for line in text.split("\n") if line.strip()]


def _closing(bill: BillText, name: Name, attached: Iterable[str]) -> Iterator[Refusal]:
    if name.is_statute:
        wanted = "ผู้รับสนองพระราชโองการนายกรัฐมนตรี"
    else:
        wanted = f"{'ให้ไว้' if name.is_ministerial else 'ประกาศ'}ณวันที่....พ.ศ....."
    wanted += "".join(attached)
    if squeezed(bill.closing) != wanted:
        yield refusal(Why.CLOSING, words=short(bill.closing))


def _attached(old: Act, new: Act, by_entries: Set[str]) -> Iterator[str]:
    """The schedules that stand behind the bill: every one that is new or reads otherwise, but for changed entries."""
    by_entries = {squeezed(title) for title in by_entries}
    stood = {squeezed("".join(map(clean, schedule.lines))) for schedule in split_schedules(old.schedules)}
    for schedule in split_schedules(new.schedules):
        text = squeezed("".join(map(clean, schedule.lines)))
        if text not in stood and not schedule.is_repealed and squeezed(schedule.name) not in by_entries:
            yield text
