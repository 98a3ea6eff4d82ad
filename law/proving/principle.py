"""The statement that travels with a bill: lines of the principle against the clauses, and what the reasons cite.

A line ends in the unit that its clause changes, in brackets: ``(แก้ไขเพิ่มเติมมาตรา ๔ (๒))``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from law import numerals, references
from law.act import Act
from law.instruct import Action, Instruction, Refusal, Why
from law.instructions.loose import squeezed
from law.instructions.refusals import refusal
from law.instructions.targets import read_targets

_VERBS = {"แก้ไขถ้อยคำ": Action.CHANGE_WORDS, "แก้ไขเพิ่มเติม": Action.REPLACE, "เพิ่ม": Action.INSERT, "ยกเลิก": Action.REPEAL}
_VERB = "|".join(_VERBS)
_LINE = re.compile(
    rf"(?:\((?P<number>[๐-๙]+)\) )?(?P<begins>{_VERB}).*? \((?P<verb>{_VERB}) ?(?P<cited>(?:[^()]|\([^()]*\))+)\)"
)


def principle_failures(lines: Sequence[str], orders: Sequence[Instruction]) -> Iterator[Refusal]:
    """Lines of the principle that do not say what the bill's clause in their place does; ``orders``: as read."""
    amending = [order for order in orders if order.action is not Action.NONE]
    for number, (line, order) in enumerate(zip_longest(lines, amending), start=1):
        if line is None or order is None or not _says(line, order, number if len(amending) > 1 else 0):
            section = order.section if order is not None else ""
            yield refusal(Why.PRINCIPLE, words=line or "").in_section(section)
            return


def _says(line: str, order: Instruction, number: int) -> bool:
    """``number``: that the line must begin with; 0 where there is one line only."""
    found = _LINE.fullmatch(line)
    if found is None or (found["number"] or "") != (numerals.thai(number) if number else ""):
        return False
    same_verb = found["begins"] == found["verb"] and _VERBS[found["verb"]] is order.action
    return same_verb and _cites(found["cited"], order)


def _cites(cited: str, order: Instruction) -> bool:
    if order.action is Action.CHANGE_WORDS:
        return squeezed(cited) == squeezed(f"คำว่า“{order.words[0].old}”")
    if "schedule" in order.targets:
        return squeezed(cited) == squeezed(order.title)
    if order.targets[0].startswith("schedule."):
        title = re.match(r"\s*".join(map(re.escape, squeezed(order.title))), cited)
        return title is not None and _entries(cited[title.end() :]) == order.targets
    targets = read_targets(cited, 0, numbered_only=True)
    wanted = tuple(target.removeprefix("code.") for target in order.targets)
    if not wanted[0].startswith("s"):  # a chapter, which the clause cites with its sections
        named = dict(order.names).get(order.targets[0], "")
        return targets.addresses == wanted[:1] and squeezed(dict(targets.names).get(wanted[0], "")) == squeezed(named)
    return targets.addresses == wanted


def _entries(cited: str) -> tuple[str, ...]:
    return tuple(f"schedule.{address}" for address in read_targets(cited, 0).addresses)


# --- reasons ----------------------------------------------------------------------------------------------

_SECTION = re.compile(r"(?:มาตรา|ข้อ)\s?[0-9๐-๙]")
# Another law may be meant: of which one the words say, or which they go on to name.
_OF_ANOTHER = re.compile(r"\s*(?:แห่ง|ของ|ตาม|ใน|ว่าด้วย)")
_ANOTHER_LAW = re.compile("อนุสัญญา|พิธีสาร|ความตกลง|สนธิสัญญา|กฎบัตร|ธรรมนูญ|กฎหมาย(?:ของ|ต่างประเทศ|อื่น|แม่แบบ)|คำพิพากษา")
_WITHIN = re.compile(r"\s*(?:แห่ง|ของ|ตาม|ใน)\s*")
_THIS = re.compile(r"(?:พระราช(?:บัญญัติ|กำหนด|กฤษฎีกา)|ประมวลกฎหมาย|ระเบียบ|ข้อบังคับ|ข้อกำหนด|ประกาศ)\s?(?:ฉบับ)?นี้")
_OF_THE_BILL = re.compile(r"ร่าง\s*$")
_NOWHERE = "s0"


@dataclass(frozen=True, slots=True)
class Disagreements:
    """What the reasons cite that neither edition has. ``certain``: nothing else can be meant."""

    certain: tuple[Refusal, ...] = ()
    likely: tuple[Refusal, ...] = ()


AGREED = Disagreements()


def reasons_disagreements(reasons: str, old: Act, new: Act) -> Disagreements:
    """Sections that the drafter's reasons cite and that are in the Act neither as it stands nor as it is drafted.

    Sections of other laws (``มาตรา ๗๗ ของรัฐธรรมนูญ``) and of the bill itself (``ร่างมาตรา ๓``) are none of these.
    Where the reasons name another law anywhere, a section may be its: that is likely only.
    """
    text = "\n".join(" ".join(line.split()) for line in reasons.splitlines() if line.strip())
    if not _SECTION.search(text):
        return AGREED
    before, after = ([*references.find_in_text(text, act, _NOWHERE)] for act in (old, new))
    standing = {(one.source, one.start) for one in (*before, *after) if not one.is_broken}
    lines, titles = _lines(text), tuple(law.title for law in (old, old.code) if law is not None and law.title)
    broken = [
        one
        for one in after
        if one.is_broken
        and (one.source, one.start) not in standing
        and _SECTION.match(one.text)
        and not _is_elsewhere(lines, one, titles)
    ]
    found = tuple(dict.fromkeys(refusal(Why.REASONS_CITE, unit=one.text) for one in broken))
    another = any(one.foreign for one in after) or _ANOTHER_LAW.search(text)
    return Disagreements(likely=found) if another else Disagreements(certain=found)


def _lines(text: str) -> dict[str, str]:
    """The lines by the address that the resolver gives them."""
    return {f"{_NOWHERE}.p{number}": line for number, line in enumerate(text.split("\n"), start=1)}


def _is_elsewhere(lines: dict[str, str], cited: references.Reference, titles: tuple[str, ...]) -> bool:
    """Whether words around a citation say that it is of another law than the one with these ``titles``, or the bill."""
    line = lines.get(cited.source, "")
    if line[cited.start : cited.end] != cited.text:
        return True  # an item or a definition in the reasons: what stands around it is not looked for
    if _OF_THE_BILL.search(line[: cited.start]):
        return True
    within = _WITHIN.match(line, cited.end)
    if within and (_THIS.match(line, within.end()) or line.startswith(titles, within.end())):
        return False
    return _OF_ANOTHER.match(line, cited.end) is not None
