"""Random edits of every kind on any act: what a drafter could have done, as a new tree.

Every edit is one that a clause exists for. Seeded by ``random.Random``, so that a failing case can be made again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from law import numerals
from law.act import REPEALED, Act, Division, Kind, Level, Node, Section, Unit
from law.numbering import propose_label
from tests.law.edits_of_divisions import edit_schedules, insert_heading, insert_last_division

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


@dataclass(slots=True)
class Editing:
    """An act under edit. ``touched``: addresses of sections and divisions that an edit was made in."""

    old: Act
    new: Act
    random: Random
    kinds: list[str] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)

    def make(self, kind: str) -> bool:
        """Try one edit of a kind somewhere; whether a place for it was found."""
        made = ACT_EDITS[kind](self) if kind in ACT_EDITS else self._in_section(SECTION_EDITS[kind])
        if made:
            self.kinds.append(kind)
        return made

    def _in_section(self, edit: EditSection) -> bool:
        sections = [
            (address, section)
            for address, section in singles(self.new).items()
            if not section.is_repealed and address not in self.touched
        ]
        for address, section in self.random.sample(sections, min(len(sections), 40)):
            changed = edit(section, self.random)
            if changed is not None and changed.text != section.text:
                self.put(section, (changed,))
                self.touched.add(address)
                return True
        return False

    def put(self, node: Node, instead: tuple[Node, ...]) -> None:
        """Other nodes in the place of one."""
        code = self.new.code
        if code is not None:
            code = replace(code, body=_put(code.body, node, instead))
        self.new = replace(self.new, body=_put(self.new.body, node, instead), code=code)


def singles(act: Act) -> dict[str, Section]:
    """The sections that a clause can name: their label stands once, and is no range."""
    places = act.places()
    return {
        address: section
        for address, section in act.sections().items()
        if "~" not in address and f"{address}~2" not in places and not section.until
    }


def random_edit(act: Act, random: Random, edits: int = 3) -> Editing:
    """An act with up to ``edits`` random edits, never two in one section."""
    editing = Editing(act, act, random)
    for _ in range(edits):
        editing.make(random.choice(KINDS))
    return editing


def _put(nodes: tuple[Node, ...], node: Node, instead: tuple[Node, ...]) -> tuple[Node, ...]:
    result: list[Node] = []
    for other in nodes:
        if other is node:
            result += instead
        elif isinstance(other, Division):
            result.append(replace(other, children=_put(other.children, node, instead)))
        else:
            result.append(other)
    return tuple(result)


# --- inside a section ---------------------------------------------------------------------------


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
    """A paragraph behind a paragraph, or last."""
    if any(unit.kind is Kind.DEFINITION for unit in section.units):
        at = len(section.units)
    else:
        at = random.randint(1, len(section.units)) if section.units else 0
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


# --- whole sections and divisions ---------------------------------------------------------------


def _new_section(label: str, word: str, random: Random) -> Section:
    units = [Unit(Kind.PARAGRAPH, sentence(random)) for _ in range(random.randint(1, 3))]
    if random.random() < 0.3:
        items = tuple(
            Unit(Kind.ITEM, f"({numerals.thai(n)}) {sentence(random)}", str(n)) for n in range(1, random.randint(3, 5))
        )
        at = random.randrange(len(units))
        units[at] = replace(units[at], items=items)
    return Section(label, numerals.written(label), tuple(units), word=word)


def insert_sections(editing: Editing) -> bool:
    """One to three new sections behind one that stands."""
    random = editing.random
    known = [
        (address, section)
        for address, section in singles(editing.new).items()
        if not (section.is_repealed and address in editing.touched)
    ]
    for address, section in random.sample(known, min(20, len(known))):
        added: list[Section] = []
        place, act = address, editing.new
        for _ in range(random.randint(1, 3)):
            label = propose_label(act, place)
            code = "code." if address.startswith("code.") else ""
            if not label or not _fits(act, place, label):
                break
            new = _new_section(label, section.word, random)
            added.append(new)
            trial = Editing(act, act, random)
            anchor = act.get(place)
            assert isinstance(anchor, Section)
            trial.put(anchor, (anchor, new))
            place, act = f"{code}s{label}", trial.new
        if added:
            editing.put(section, (section, *added))
            # A new section is not edited again, nor the division it was put in repealed.
            editing.touched |= {f"{prefix}s{new.label}" for new in added for prefix in ("", "code.")}
            return True
    return False


def _is_double(address: str, places: Mapping[str, object]) -> bool:
    """Whether a division, or one it stands in, has a namesake."""
    parts = address.split(".")
    above = [".".join(parts[:n]) for n in range(1, len(parts) + 1)]
    return "~" in address or any(f"{one}~2" in places for one in above)


def insert_first(editing: Editing) -> bool:
    """A new section at the head of a division, numbered after the section before it."""
    random = editing.random
    places = editing.new.places()
    order, single = list(editing.new.sections()), singles(editing.new)
    heads = [
        (order[at - 1], places[address])
        for at, address in enumerate(order)
        if at and places[address].parent != places[order[at - 1]].parent and order[at - 1] in single
    ]
    for before, place in random.sample(heads, len(heads)):
        division = places[place.parent].node if place.parent else None
        if (
            not isinstance(division, Division)
            or division.level is Level.HEADING
            or division.children[0] is not place.node
        ):
            continue
        if division.title == REPEALED:
            continue
        label = propose_label(editing.new, before)
        if before.startswith("code.") != place.address.startswith("code.") or _is_double(place.parent, places):
            continue
        if not label or "~" in place.address or not _fits(editing.new, before, label):
            continue
        new = _new_section(label, "มาตรา", random)
        editing.put(division, (replace(division, children=(new, *division.children)),))
        editing.touched |= {f"{prefix}s{label}" for prefix in ("", "code.")}
        return True
    return False


def _fits(act: Act, place: str, label: str) -> bool:
    """Whether a label stands between the section it follows and the next one."""
    code = place.startswith("code.")
    order = [address for address in act.sections() if address.startswith("code.") == code]
    at = order.index(place)
    following = act.sections()[order[at + 1]].label if at + 1 < len(order) else ""
    before = numerals.order(act.sections()[place].until or act.sections()[place].label) < numerals.order(label)
    return before and (not following or numerals.order(label) < numerals.order(following))


def replace_neighbours(editing: Editing) -> bool:
    """Two to four sections that follow each other, all rewritten or all repealed."""
    random = editing.random
    edit = random.choice([rewrite_section, repeal_section])
    sections = [
        (address, section)
        for address, section in singles(editing.new).items()
        if not section.is_repealed and address not in editing.touched
    ]
    if len(sections) < 4:
        return False
    at = random.randrange(len(sections) - 3)
    for address, section in sections[at : at + random.randint(2, 4)]:
        editing.put(section, (edit(section, random),))
        editing.touched.add(address)
    return True


def _divisions(editing: Editing) -> list[tuple[str, Division]]:
    return [
        (address, place.node)
        for address, place in editing.new.places().items()
        if isinstance(place.node, Division)
        and place.node.label
        and place.node.title not in ("", REPEALED)
        and "~" not in address
        and f"{address}~2" not in editing.new.places()
        and place.node.level is not Level.HEADING
    ]


def replace_heading(editing: Editing) -> bool:
    """A division gets another name."""
    divisions = _divisions(editing)
    if not divisions:
        return False
    _, division = editing.random.choice(divisions)
    editing.put(division, (replace(division, title=f"{division.title}และการติดตามผล"),))
    return True


def rewrite_division(editing: Editing) -> bool:
    """A division that holds sections only gets another name and other sections."""
    found = [division for division in _small_divisions(editing) if len(division.children) > 1]
    if not found:
        return False
    division = editing.random.choice(found)
    anew = tuple(rewrite_section(child, editing.random) for child in division.children if isinstance(child, Section))
    editing.touched |= {f"{prefix}s{section.label}" for section in anew for prefix in ("", "code.")}
    editing.put(division, (replace(division, title=f"{division.title}และการติดตามผล", children=anew),))
    return True


def _small_divisions(editing: Editing) -> list[Division]:
    return [
        division
        for _, division in _divisions(editing)
        if 0 < len(division.children) < 12 and all(_may_go(editing, child) for child in division.children)
    ]


def repeal_division(editing: Editing) -> bool:
    """A division that holds sections only goes, with them."""
    found = _small_divisions(editing)
    if not found:
        return False
    division = editing.random.choice(found)
    gone = tuple(repeal_section(child, editing.random) for child in division.children if isinstance(child, Section))
    editing.touched |= {f"s{section.label}" for section in gone} | {f"code.s{section.label}" for section in gone}
    editing.put(division, (replace(division, title=REPEALED, children=gone),))
    return True


def _may_go(editing: Editing, node: Node) -> bool:
    if not isinstance(node, Section) or node.is_repealed or node.until:
        return False
    if any(f"{prefix}s{node.label}~2" in editing.new.places() for prefix in ("", "code.")):
        return False
    return not {f"s{node.label}", f"code.s{node.label}"} & editing.touched


def insert_division(editing: Editing) -> bool:
    """A chapter behind another, with one to three sections."""
    random = editing.random
    for address, division in random.sample(_divisions(editing), len(_divisions(editing))):
        code = "code." if address.startswith("code.") else ""
        inside = [section for section in _all_sections(division) if f"{code}s{section.label}" in editing.new.sections()]
        label = f"{division.label.partition('/')[0]}/{int(division.label.partition('/')[2] or 0) + 1}"
        siblings = {other.label for _, other in _divisions(editing) if other.level is division.level}
        if not inside or label in siblings or not division.label[0].isdecimal():
            continue
        place = f"{code}s{inside[-1].label}"
        section_label = propose_label(editing.new, place)
        if not section_label or not _fits(editing.new, place, section_label):
            continue
        sections = [_new_section(section_label, inside[-1].word, random)]
        new = Division(
            division.level, division.word, label, numerals.written(label), "การติดตามและประเมินผล", tuple(sections)
        )
        editing.put(division, (division, new))
        editing.touched |= {f"{code}s{section.label}" for section in sections}
        return True
    return False


def _all_sections(division: Division) -> list[Section]:
    found: list[Section] = []
    for child in division.children:
        found += [child] if isinstance(child, Section) else _all_sections(child)
    return found


SECTION_EDITS: dict[str, EditSection] = {
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
    "reorder_definitions": reorder_definitions,
    "rewrite_section": rewrite_section,
    "repeal_section": repeal_section,
}
ACT_EDITS: dict[str, Callable[[Editing], bool]] = {
    "insert_sections": insert_sections,
    "insert_first": insert_first,
    "replace_neighbours": replace_neighbours,
    "replace_heading": replace_heading,
    "repeal_division": repeal_division,
    "rewrite_division": rewrite_division,
    "insert_division": insert_division,
    "insert_heading": insert_heading,
    "insert_last_division": insert_last_division,
    "edit_schedules": edit_schedules,
}
KINDS: tuple[str, ...] = (*SECTION_EDITS, *ACT_EDITS)
