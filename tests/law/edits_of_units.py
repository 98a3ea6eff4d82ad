"""Random edits of the units inside a section."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from law import numerals
from law.act import REPEALED, Kind, Section, Unit

_WORDS = (
    "ให้คณะกรรมการ", "พิจารณา", "รายงานผล", "ภายในสามสิบวัน", "นับแต่วันที่ได้รับแจ้ง", "ต่อรัฐมนตรี", "ตามหลักเกณฑ์",
    "ที่กำหนดในกฎกระทรวง", "ผู้ได้รับอนุญาต", "ต้องจัดให้มี", "บัญชีและเอกสาร", "ไม่น้อยกว่า ๒ ใน ๓", "เว้นแต่", "ในกรณีที่",
    "มีเหตุจำเป็น", "ตามมาตรา ๕ วรรคสอง", "ตาม (๒)", "หรือ (ก)", "ร้อยละสิบห้า", "“แบบพิมพ์”", "และให้นำ", "มาใช้บังคับโดยอนุโลม",
    "พ.ศ. ๒๕๖๙", "๑,๐๐๐ บาท", "(ถ้ามี)", "แห่งพระราชบัญญัตินี้", "ให้ยกเลิกใบอนุญาต", "และให้ใช้ความต่อไปนี้แทน",
)  # fmt: skip
_UNNUMBERED = tuple(word for word in _WORDS if not word[0].isdecimal())
_TERMS = ("ช่างฝีมือ", "พื้นที่นำร่อง", "ใบรับรอง", "ผู้ประสานงาน", "ศูนย์ข้อมูล", "เครือข่าย")

# Words that can not be taken out alone: quotations and numbers.
_BOUND = re.compile(r"[“”\"()๐-๙0-9]|มาตรา|ข้อ|วรรค|พ\.ศ\.|ราช")

Path = tuple[int, ...]
EditSection = Callable[[Section, Random], "Section | None"]


def sentence(random: Random, least: int = 3, most: int = 9) -> str:
    """Words of a provision; the first never looks like a label or a definition."""
    words = [random.choice(_WORDS) for _ in range(random.randint(least, most))]
    return " ".join([random.choice(_WORDS[:7]), *words])


def _paths(units: tuple[Unit, ...], wanted: Callable[[Unit], bool], above: Path = ()) -> list[Path]:
    found: list[Path] = []
    for at, unit in enumerate(units):
        if wanted(unit) and not unit.is_repealed:
            found.append((*above, at))
        found += _paths(unit.items, wanted, (*above, at))
    return found


def _with(units: tuple[Unit, ...], path: Path, change: Callable[[Unit], tuple[Unit, ...]]) -> tuple[Unit, ...]:
    at, *rest = path
    unit = units[at]
    new = (replace(unit, items=_with(unit.items, tuple(rest), change)),) if rest else change(unit)
    return (*units[:at], *new, *units[at + 1 :])


def _edit_one(
    section: Section, random: Random, wanted: Callable[[Unit], bool], change: Callable[[Unit], tuple[Unit, ...]]
) -> Section | None:
    paths = _paths(section.units, wanted)
    if not paths:
        return None
    return replace(section, units=_with(section.units, random.choice(paths), change))


def _is(kind: Kind) -> Callable[[Unit], bool]:
    return lambda unit: unit.kind is kind


def _labelled(unit: Unit, text: str) -> Unit:
    """The unit with other words behind its label or term."""
    if unit.kind is Kind.ITEM:
        text = f"({numerals.written(unit.label)}) {text}"
    elif unit.kind is Kind.DEFINITION:
        text = f"“{unit.label}” หมายความว่า {text}"
    return Unit(unit.kind, text, unit.label)


def reword(section: Section, random: Random) -> Section | None:
    """Some words put into, or taken out of, one line."""

    def change(unit: Unit) -> tuple[Unit, ...]:
        parts = unit.text.split(" ")
        at = random.randint(1, len(parts))
        if at < len(parts) > 3 and random.random() < 0.4 and not _BOUND.search(parts[at] + parts[at - 1]):
            del parts[at]
        else:
            parts.insert(at, random.choice(_UNNUMBERED))
        return (replace(unit, text=" ".join(parts)),)

    return _edit_one(section, random, lambda unit: len(unit.text) > 30 and unit.kind is not Kind.DEFINITION, change)


def replace_item(section: Section, random: Random) -> Section | None:
    """An item says something else."""
    return _edit_one(section, random, _is(Kind.ITEM), lambda unit: (_labelled(unit, sentence(random)),))


def replace_paragraph(section: Section, random: Random) -> Section | None:
    """A paragraph says something else; its items stay."""
    return _edit_one(
        section,
        random,
        lambda unit: unit.kind is Kind.PARAGRAPH and bool(unit.text),
        lambda unit: (replace(unit, text=sentence(random)),),
    )


def replace_definition(section: Section, random: Random) -> Section | None:
    """A definition says something else."""
    return _edit_one(section, random, _is(Kind.DEFINITION), lambda unit: (_labelled(unit, sentence(random)),))


def repeal_item(section: Section, random: Random) -> Section | None:
    """An item goes; its number stays."""

    def change(unit: Unit) -> tuple[Unit, ...]:
        return (Unit(Kind.ITEM, f"({numerals.written(unit.label)}) {REPEALED}", unit.label),)

    return _edit_one(section, random, lambda unit: unit.kind is Kind.ITEM and unit.text.startswith("("), change)


def repeal_paragraph(section: Section, random: Random) -> Section | None:
    """A paragraph other than the only one goes."""
    if sum(unit.kind is Kind.PARAGRAPH for unit in section.units) < 2:
        return None
    at = [n for n, unit in enumerate(section.units) if unit.kind is Kind.PARAGRAPH and not unit.is_repealed]
    if len(at) < 2 or any(unit.kind is Kind.DEFINITION for unit in section.units):
        return None
    return replace(
        section, units=_with(section.units, (random.choice(at),), lambda unit: (Unit(Kind.PARAGRAPH, REPEALED),))
    )


def repeal_definition(section: Section, random: Random) -> Section | None:
    """A definition goes; its term stays."""
    return _edit_one(
        section,
        random,
        _is(Kind.DEFINITION),
        lambda unit: (Unit(Kind.DEFINITION, f"{unit.text[: unit.text.index('”') + 1]} {REPEALED}", unit.label),),
    )


def insert_paragraph(section: Section, random: Random) -> Section | None:
    """A paragraph before or behind another; last where there are definitions."""
    defines = any(unit.kind is Kind.DEFINITION for unit in section.units)
    at = len(section.units) if defines else random.randint(0, len(section.units))
    return replace(section, units=(*section.units[:at], Unit(Kind.PARAGRAPH, sentence(random)), *section.units[at:]))


def insert_item(section: Section, random: Random) -> Section | None:
    """An item behind another, as (๒/๑), or last with the next number."""
    lists = _paths(section.units, lambda unit: bool(unit.items))
    random.shuffle(lists)
    for path in lists:
        changed = _with(section.units, path, lambda unit: (replace(unit, items=_longer(unit.items, random)),))
        if changed != section.units:
            return replace(section, units=changed)
    return None


def _longer(items: tuple[Unit, ...], random: Random) -> tuple[Unit, ...]:
    at = random.randrange(len(items))
    label = _next_label(items, at)
    if not label or not items[at].text.startswith("("):
        return items
    new = Unit(Kind.ITEM, f"({numerals.written(label)}) {sentence(random)}", label)
    return (*items[: at + 1], new, *items[at + 1 :])


def _next_label(items: tuple[Unit, ...], at: int) -> str:
    base, _, sub = items[at].label.partition("/")
    last = at == len(items) - 1
    if last and not sub and base.isdecimal():
        return str(int(base) + 1)
    if last and not sub and base in numerals.LETTERS[:20]:
        return numerals.LETTERS[numerals.LETTERS.index(base) + 1]
    label = f"{base}/{int(sub or 0) + 1}"
    taken = {item.label for item in items}
    return label if label not in taken and (base.isdecimal() or base in numerals.LETTERS) else ""


def insert_definition(section: Section, random: Random) -> Section | None:
    """A definition before or behind another."""
    at = [n for n, unit in enumerate(section.units) if unit.kind is Kind.DEFINITION]
    term = random.choice(_TERMS)
    if not at or any(unit.label == term for unit in section.units):
        return None
    where = random.choice(at) + random.randint(0, 1)
    new = Unit(Kind.DEFINITION, f"“{term}” หมายความว่า {sentence(random)}", term)
    return replace(section, units=(*section.units[:where], new, *section.units[where:]))


def rewrite_section(section: Section, random: Random) -> Section:
    """Every paragraph anew, as many as there were or more."""
    paragraphs = max(1, sum(unit.kind is Kind.PARAGRAPH for unit in section.units)) + random.randint(0, 2)
    return replace(section, units=tuple(Unit(Kind.PARAGRAPH, sentence(random)) for _ in range(paragraphs)))


def reorder_definitions(section: Section, random: Random) -> Section | None:
    """Two neighbouring definitions change places: no clause says that but the whole section."""
    units = section.units
    at = [n for n in range(len(units) - 1) if units[n].kind is units[n + 1].kind is Kind.DEFINITION]
    if not at:
        return None
    n = random.choice(at)
    return replace(section, units=(*units[:n], units[n + 1], units[n], *units[n + 2 :]))


def repeal_section(section: Section, _random: Random) -> Section:
    """The section goes; its number stays."""
    return replace(section, units=(Unit(Kind.PARAGRAPH, REPEALED),))


def edit_several(section: Section, random: Random) -> Section | None:
    """Two to four units of different depth change at once."""
    changed = section
    for edit in random.sample(list(_UNIT_EDITS.values()), random.randint(2, 4)):
        changed = edit(changed, random) or changed
    # No clause puts text into a section whose only paragraph it repeals.
    return changed if len(section.units) > 1 or not any(unit.is_repealed for unit in changed.units) else None


_UNIT_EDITS: dict[str, EditSection] = {
    "reword": reword,
    "replace_item": replace_item,
    "replace_paragraph": replace_paragraph,
    "replace_definition": replace_definition,
    "repeal_item": repeal_item,
    "repeal_paragraph": repeal_paragraph,
    "repeal_definition": repeal_definition,
    "insert_paragraph": insert_paragraph,
    "insert_item": insert_item,
    "insert_definition": insert_definition,
}
SECTION_EDITS: dict[str, EditSection] = _UNIT_EDITS | {
    "edit_several": edit_several,
    "reorder_definitions": reorder_definitions,
    "rewrite_section": rewrite_section,
    "repeal_section": repeal_section,
}
