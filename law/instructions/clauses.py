"""The grammar of amending clauses: what a bill's section orders, read from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from law.instructions import quotation, wording
from law.instructions.bill import BillSection
from law.instructions.damage import clause_damage
from law.instructions.insertion import read_insertion
from law.instructions.loose import loose
from law.instructions.model import Action, Instruction, Placement
from law.instructions.names import INSTRUMENT, is_code, read_names, same_law
from law.instructions.quotes import depth_at, depths
from law.instructions.refusals import Why, refusal, short
from law.instructions.targets import Rank, Targets, read_targets

# ``ความใน``, in old acts also ``บทบัญญัติ(เดิม)แห่ง``, before a unit.
_WHAT_STANDS = (
    rf"(?:\s*{loose('ข้อความใน|ความใน|ข้อความ|ความ')}"
    rf"|\s*{loose('บทบัญญัติ')}\s*{loose('เดิม')}?\s*{loose('แห่ง|ใน|ของ')}?(?=\s*(?:{loose('มาตรา|ข้อ|วรรค|หมวด|ส่วน|ลักษณะ')}|\()))"
)
_REPEAL = re.compile(rf"\s*{loose('ให้ยกเลิก')}{_WHAT_STANDS}?")
_CHANGE = re.compile(rf"\s*{loose('ให้แก้ไขเพิ่มเติม|ให้แก้ไข|ให้แก้')}{_WHAT_STANDS}?")
_INSERT = re.compile(
    rf"\s*{loose('ให้เพิ่มเติม|ให้เพิ่ม|ให้เติม')}(?:\s*{loose('ข้อความ|ความ|บทบัญญัติ|มาตรา')}"
    rf"(?:\s*{loose('ดังต่อไปนี้|ต่อไปนี้|ดังนี้')}\s*(?:{loose('เข้า|ลง|ไว้')}?{loose('เป็น')})?|\s*{loose('เข้า|ลง|ไว้')}?{loose('เป็น')}))?"
)
_INSTEAD = re.compile(
    rf"\s*(?:{loose('และ|โดย')})?\s*(?:{loose('ให้')})?\s*{loose('ใช้')}[^“”\n]{{0,40}}?\s*{loose('ดังต่อไปนี้|ต่อไปนี้|ดังนี้')}\s*"
    rf"(?:{loose('แทน')}(?:{loose('บทบัญญัตินั้น|ความนั้น')})?(?:{loose('สืบไป|ต่อไป')})?)?"
    rf"|\s*(?:{loose('ให้')})?\s*{loose('เป็นดังต่อไปนี้|เป็นดังนี้')}"
)
_INSTEAD_BELOW = re.compile(rf"\s*(?:{loose('และ')})?\s*{loose('ให้ใช้')}[^“”]{{3,300}}?{loose('นี้แทน')}")
_AND_UNIT = re.compile(rf"\s*{loose('และ')}\s*(?={loose('มาตรา|ข้อ|วรรค')}|\()")
_AMENDED_BELOW = re.compile(rf"\s*{loose('ให้แก้ไขเพิ่มเติม')}(?:\s*{loose('บทบัญญัติแห่ง|บทบัญญัติใน')})?(?=\s*{INSTRUMENT})")
_BELOW = re.compile(rf"\s*{loose('ดังต่อไปนี้|ดังนี้')}")
_WHOLE_LAWS = re.compile(rf"\s*\(\s*[๑1]\s*\)\s*(?={INSTRUMENT})")
_IN_LAW = re.compile(rf"\s*{loose('ใน')}(?=\s*(?:{INSTRUMENT}|{loose('มาตรา|ข้อ|วรรค|หมวด')}|\())")
_MORE = re.compile(r"[\s;]*(?:\(\s*[0-9๐-๙]+\s*\)\s*)?")
_ENUMERATED = re.compile(r"\s*\(\s*[0-9๐-๙]+\s*\)\s*")
_PART_ALONE = re.compile(r"(?:[in][^.]|p(?:\d|last)|def:)|(?!schedule\b).*\.n[0-9]")  # also a row of no schedule
_BECOMES = re.compile(rf"\s*(?:{loose('จาก')}\s*“[^“”]*”)?\s*{loose('เป็น')}\s*(?=“)")
_AS_BELOW = re.compile(rf"\s*{loose('ดังต่อไปนี้|ดังนี้')}\s*(?=“)")
_REASON = re.compile(loose("เพื่อให้|ทั้งนี้ เพื่อ"))
_CONDITION = re.compile(loose("ตั้งแต่|นับแต่|นับตั้งแต่|เมื่อ|ในวันที่|เพื่อ|ในระหว่าง"))
_AND = re.compile(rf"[\s;]*{loose('และ|กับ')}?\s*(?={loose('ให้')})")
# Words that order an amendment wherever they stand outside quotation marks.
_UNIT = (
    rf"(?:{loose('มาตรา|ข้อ|หมวด|ส่วน|ลักษณะ|ภาค|บรรพ')}\s*(?:{loose('ที่')})?\s*[0-9๐-๙]"
    rf"|{loose('วรรค|บทนิยาม|ชื่อหมวด|ชื่อส่วน|ชื่อลักษณะ|บทเฉพาะกาล')}|\(\s*[0-9๐-๙ก-ฮ]+)"
)
_ORDERS = re.compile(
    rf"(?<![ก-๙]){loose('ให้ยกเลิก')}\s*(?:{loose('ความใน|ข้อความใน')}|{_UNIT}|{loose('คำว่า|ข้อความ')}\s*“)"
    rf"|{loose('ให้เพิ่มความต่อไปนี้|ให้เติมความต่อไปนี้|ให้เพิ่มความดังต่อไปนี้|ให้เพิ่มข้อความต่อไปนี้|ให้เพิ่มบทนิยาม')}"
    rf"|{loose('ให้แก้ไขเพิ่มเติมคำว่า|ให้แก้ไขคำว่า|ให้แก้คำว่า|ให้เปลี่ยนคำว่า|ให้ตัดคำว่า|ให้เพิ่มคำว่า|ให้แก้ไขถ้อยคำ|ให้ตัดข้อความ|ให้ตัดความ')}"
)
_BEGINS = re.compile(
    rf"\s*{loose('ให้ยกเลิก|ให้เพิ่ม|ให้แก้ไข|ให้ตัด|ให้เปลี่ยน|ให้ใช้ความ|ให้ใช้คำว่า|ให้ย้าย|ให้เลื่อน|ให้แทน|ให้นำความ')}"
    rf"|\s*{loose('ให้แก้|ให้เติม')}\s*(?:{loose('มาตรา|ข้อ|วรรค|ความ|คำ|ถ้อยคำ|บทนิยาม|บทบัญญัติ|ชื่อ|บัญชี|อัตรา')}|\()"
    rf"|\s*{loose('บรรดา')}?\s*{loose('คำว่า|ถ้อยคำว่า')}\s*“[^“”]+”[^“”]{{3,300}}{loose('ให้แก้|ให้เปลี่ยน|ให้ใช้')}[^“”]{{0,20}}“"
    rf"|\s*{loose('ความใน|ข้อความใน|บทบัญญัติใน')}[^“”]{{3,300}}{loose('ให้ยกเลิก|ให้แก้ไข|ให้ใช้ความ')}"
)
# ``มาตรา ๙ แห่ง… ให้ยกเลิก``: an order, though in no form that is read.
_INVERTED = re.compile(rf"\s*{_UNIT}[^“”]{{0,400}}?{loose('ให้ยกเลิก')}(?:\s*{loose('เสีย')})?[\s.]*\Z")
_INSTEAD_ANYWHERE = re.compile(loose("ให้ใช้ความต่อไปนี้แทน|ให้ใช้ความดังต่อไปนี้แทน|ให้ใช้ข้อความต่อไปนี้แทน"))


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before the order: ``ในพระราชบัญญัติ…``, ``ตั้งแต่วันที่ …``."""

    targets: tuple[str, ...] = ()
    act: str = ""
    amender: str = ""
    condition: str = ""


def read_section(section: BillSection, act_before: str) -> tuple[Instruction, ...]:
    """The instructions of one section of a bill; one with action ``none`` where it orders no amendment.

    ``act_before``: the law the instruction before amends, for ``แห่งพระราชบัญญัติดังกล่าว``.
    """
    start, lead = _start(section.marked)
    if start is None:
        return (Instruction(section.label, Action.NONE, damage=section.damage),)
    found: list[Instruction] = []
    at = start
    while True:
        instruction, end = _read_order(section, at, lead, found[-1].act if found else act_before)
        found.append(instruction)
        following = _following(section.marked, end)
        if following is None or instruction.action is Action.UNKNOWN:
            return _with_rest(section, found, end)
        at = following


def _with_rest(section: BillSection, found: list[Instruction], end: int) -> tuple[Instruction, ...]:
    if found[0].condition and not _CONDITION.match(found[0].condition):
        problem = refusal(Why.WORDS_BEFORE, words=short(found[0].condition))
        found[0] = replace(found[0], problems=(*found[0].problems, problem))
    rest = " ".join(section.text[end:].split()).strip(" .;")
    if rest and not _REASON.match(rest) and found[-1].action is not Action.UNKNOWN:
        problem = refusal(Why.WORDS_BEHIND, words=short(rest))
        found[-1] = replace(found[-1], problems=(*found[-1].problems, problem))
    damage = (*section.damage, *clause_damage(section.text))
    return tuple(replace(item, damage=(*item.damage, *damage)) for item in found)


# --- where the order begins ---------------------------------------------------------------------------


def _start(marked: str) -> tuple[int | None, _Lead]:
    lead, at = _lead_in(marked)
    if _BEGINS.match(marked, at):
        return at, lead
    marks = depths(marked, 0, len(marked))
    for match in _ORDERS.finditer(marked):
        before = marked[: match.start()]
        if depth_at(marks, match.start()) == 0 and (not before or before[-1].isspace()):
            return match.start(), _Lead(condition=" ".join(before.split()))
    if any(depth_at(marks, match.start()) == 0 for match in _INSTEAD_ANYWHERE.finditer(marked)):
        return 0, _Lead()
    return (0 if _INVERTED.match(marked) else None), _Lead()


def _lead_in(marked: str) -> tuple[_Lead, int]:
    """``ในพระราชบัญญัติแร่ พ.ศ. ๒๕๑๐ (๑) ให้แก้ไขคำว่า …``."""
    below = _AMENDED_BELOW.match(marked)
    match = below or _IN_LAW.match(marked)
    if match is None:
        return _Lead(), 0
    targets = Targets(end=match.end()) if below else read_targets(marked, match.end())
    act, amender, end = read_names(marked, targets.end)
    says_below = _BELOW.match(marked, end)
    end = says_below.end() if says_below else end
    enumerated = _ENUMERATED.match(marked, end)
    after = enumerated.end() if enumerated else end
    if not _BEGINS.match(marked, after):
        return _Lead(), 0
    return _Lead(targets.addresses, act, amender), after


def _following(marked: str, end: int) -> int | None:
    """Where one more order of the same section begins."""
    connected = _AND.match(marked, end) or _MORE.match(marked, end)
    at = connected.end() if connected else end
    return at if _BEGINS.match(marked, at) else None


# --- one order ------------------------------------------------------------------------------------------


def _read_order(section: BillSection, at: int, lead: _Lead, act_before: str) -> tuple[Instruction, int]:
    found = wording.read_change(section, at) or _read_units(section, at)
    if found is None:
        return _not_understood(section, at)
    instruction, end = found
    act = instruction.act or lead.act or act_before
    if re.search(loose("ดังกล่าว|เดียวกัน"), act) and act_before:
        act = act_before
    whole = ("*",) if instruction.action is Action.CHANGE_WORDS else ()
    targets = _completed(instruction.targets, lead) or lead.targets or whole
    if any(_PART_ALONE.match(target) for target in targets):
        return _not_understood(section, at)
    prefix = "code." if is_code(act) else ""
    instruction = replace(
        instruction,
        targets=tuple(_prefixed(target, prefix) for target in targets),
        ranges=tuple((_prefixed(first, prefix), _prefixed(last, prefix)) for first, last in instruction.ranges),
        kept=tuple(_prefixed(target, prefix) for target in instruction.kept),
        names=tuple((_prefixed(target, prefix), name) for target, name in instruction.names),
        act=act,
        amender=instruction.amender or lead.amender,
        condition=lead.condition,
    )
    return instruction, end


def _not_understood(section: BillSection, at: int) -> tuple[Instruction, int]:
    problem = refusal(Why.NOT_UNDERSTOOD, words=short(" ".join(section.text[at:].split())))
    return Instruction(section.label, Action.UNKNOWN, problems=(problem,)), len(section.marked)


def _completed(targets: tuple[str, ...], lead: _Lead) -> tuple[str, ...]:
    """``ในมาตรา ๖ แห่ง… ให้ยกเลิก (๒)``: the part of a section that was named before."""
    home = lead.targets[0] if len(lead.targets) == 1 else ""
    return tuple(f"{home}.{target}" if home and _PART_ALONE.match(target) else target for target in targets)


def _prefixed(target: str, prefix: str) -> str:
    return target if target.split(".")[0] in {"*", "schedule"} else prefix + target


def _read_units(section: BillSection, at: int) -> tuple[Instruction, int] | None:
    if (repeals := _REPEAL.match(section.marked, at)) is not None:
        return _read_repeal(section, repeals.end(), is_change=False)
    if (inserts := _INSERT.match(section.marked, at)) is not None:
        return read_insertion(section, inserts.end(), _INSTEAD)
    changes = _CHANGE.match(section.marked, at)
    return _read_repeal(section, changes.end(), is_change=True) if changes else None


def _read_repeal(section: BillSection, at: int, *, is_change: bool) -> tuple[Instruction, int] | None:
    """``ให้ยกเลิก…`` alone repeals; with ``ให้ใช้ความต่อไปนี้แทน`` it replaces."""
    marked = section.marked
    whole = _WHOLE_LAWS.match(marked, at)
    targets = Targets(end=at) if whole else read_targets(marked, at)
    if whole or not targets.citations:
        return None if is_change else _whole_law(section, whole.end() if whole else at)
    act, amender, end = _read_names(marked, targets)
    instruction = Instruction(
        section.label, Action.REPEAL, targets.addresses, targets.ranges, act=act, amender=amender,
        placement=Placement(division=targets.division_address), title=targets.schedule,
        names=targets.names,
    )  # fmt: skip
    instead = _INSTEAD.match(marked, end)
    if instead is not None:
        replaced = replace(instruction, action=Action.REPLACE)
        return quotation.attach(replaced, section, instead.end())
    becomes = (_BECOMES.match(marked, end) or _AS_BELOW.match(marked, end)) if is_change else None
    if becomes is not None:
        return quotation.attach(replace(instruction, action=Action.REPLACE), section, becomes.end())
    below = _INSTEAD_BELOW.match(marked, end)
    if below is not None and targets.citations[0].root.rank is Rank.SCHEDULE:
        is_whole = targets.citations[0].leaf.rank is Rank.SCHEDULE
        return (replace(instruction, action=Action.REPLACE), below.end()) if is_whole else None
    if is_change or not _ends_here(marked, end):
        return None
    return instruction, end


def _read_names(marked: str, targets: Targets) -> tuple[str, str, int]:
    """The law and its latest amender; units named behind them, of the same law, are added to ``targets``."""
    act, amender, end = read_names(marked, targets.end)
    while (joined := _AND_UNIT.match(marked, end)) is not None:
        more = read_targets(marked, joined.end(), numbered_only=True)
        other, its_amender, other_end = read_names(marked, more.end)
        if not more.citations or not same_law(other, act):
            break
        targets.citations += more.citations
        amender, end = its_amender or amender, other_end
    return act, amender, end


def _ends_here(marked: str, end: int) -> bool:
    """A repeal has no quotation and nothing behind it but another order."""
    rest = marked[end:].strip(" \n.;")
    return not rest or _following(marked, end) is not None


def _whole_law(section: BillSection, at: int) -> tuple[Instruction, int] | None:
    """``ให้ยกเลิกพระราชบัญญัติ…``: a law that goes as a whole."""
    if not re.match(rf"\s*{INSTRUMENT}", section.marked[at:]):
        return None
    marks = section.marked[at:]
    if "“" in marks:
        return None
    act = " ".join(marks.split())
    return Instruction(section.label, Action.REPEAL, ("*",), act=act), len(section.marked)
