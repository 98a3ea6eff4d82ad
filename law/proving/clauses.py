"""The amending sections of a bill as read: each in an exact form, in the order of the Act, and no word left unread."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from law import numerals
from law.act import Act, Division
from law.citing.citation import cite
from law.instructions.addresses import find_division, section_address, unit_address
from law.instructions.bill import BillSection, BillText
from law.instructions.forms import is_form
from law.instructions.loose import squeezed
from law.instructions.model import Action, Instruction
from law.instructions.placing import sections_in
from law.instructions.refusals import Misfit, Refusal, Why, refusal, short
from law.tree.schedules import split_schedules

# Words in the name of a division that a clause would be misread with: it cites the number alone.
_LIKE_CITATION = re.compile("มาตรา|แห่ง|พระราช|ประมวล|หมวด|ส่วนที่|ข้อ |[“”]")


class _Known:
    """The two editions, and what clauses on them may say, without white space.

    ``laws``: titles of the Act and its code; ``headings``: of all divisions, word and number (``ส่วนที่๑``).
    """

    def __init__(self, old: Act, new: Act, this: str) -> None:
        self.old, self.new, self.this = old, new, this
        self.laws = [squeezed(title) for title in (old.title, old.code.title if old.code else "") if title]
        places = (place.node for act in (old, new) for place in act.places().values())
        self.headings = {squeezed(node.heading) for node in places if isinstance(node, Division)}


def clause_failures(
    old: Act, new: Act, text: str, bill: BillText, orders: Sequence[Instruction], *, word: str, this: str
) -> Iterator[Refusal]:
    """Where the amending sections are not exactly what the bill's clauses must be. ``text``: the bill's, as given.

    ``word``: มาตรา or ข้อ, of the bill's own sections; ``this``: how it speaks of itself.
    """
    yield from _unread(text, bill, word)
    sections = {section.label: section for section in bill.sections}
    known = _Known(old, new, this)
    by_section: dict[str, list[Instruction]] = defaultdict(list)
    for order in orders:
        if order.action is not Action.NONE:
            by_section[order.section].append(order)
    for label, found in by_section.items():
        yield from (one.in_section(label) for one in _clause(known, sections[label], found))
    yield from _order(new, [found[0] for found in by_section.values()])


def _unread(text: str, bill: BillText, word: str) -> Iterator[Refusal]:
    """Every sign of the bill is in what was read, and its sections are numbered in Thai."""
    numbered = (f"{word}{numerals.thai(section.label)}{section.text}" for section in bill.sections)
    read = squeezed("".join([bill.opening, *numbered, bill.closing]))
    given = squeezed(text)
    if read != given:
        at = next((at for at, (one, other) in enumerate(zip(read, given, strict=False)) if one != other), len(read))
        yield refusal(Why.NOT_READ, words=given[max(0, at - 10) : at + 30])
    yield from (Refusal(Why.DAMAGED, cause=damage) for damage in bill.damage)


def _clause(known: _Known, section: BillSection, orders: Sequence[Instruction]) -> Iterator[Refusal]:
    order = orders[0]
    yield from (Refusal(Why.DAMAGED, cause=damage) for damage in order.damage)
    if not any(law in squeezed(section.text.partition("\n\n")[0]) for law in known.laws):
        yield refusal(Why.ACT_NOT_NAMED)
    elif (
        len(orders) > 1
        or order.condition
        or not _is_exact(known, section, order)
        or not _names_all(known.old, known.new, order)
        or not _names_schedule(known.old, known.new, order)
        or not _quotes_heading(known.new, order)
    ):
        yield refusal(Why.NO_FORM, words=short(section.text))


def _is_exact(known: _Known, section: BillSection, order: Instruction) -> bool:
    clause = squeezed(section.text)
    if order.quotation:
        quoted = f"“{squeezed(''.join(order.quotation))}”"
        if not clause.endswith(quoted):
            return False
        clause = f"{clause.removesuffix(quoted)}“”"
    amender = f"ซึ่งแก้ไขเพิ่มเติมโดย{squeezed(order.amender)}" if order.amender else ""
    names = [squeezed(name) for _, name in order.names]
    return any(is_form(clause, f"{law}{amender}", known.this, names, known.headings) for law in known.laws)


def _names_all(old: Act, new: Act, order: Instruction) -> bool:
    """A division is cited by number and name, and with every section in it.

    One that goes keeps its sections as marks, but for those that a new heading has taken over.
    """
    for target in order.targets:
        division = _division(old if order.action is Action.REPLACE else new, target)
        if division is None or target.endswith(".heading"):
            continue
        before = _before(old, target, division) if order.action is not Action.INSERT else None
        title = before.title if before is not None else division.title
        named = dict(order.names).get(target, "") or _LIKE_CITATION.search(title) or not title
        listed = {other.rpartition(".")[2][1:] for other in order.targets if unit_address(other) is not None}
        # Of a chapter that is put in again, marks of sections that stay repealed are not cited.
        stands = [one for one in sections_in(division) if order.action is not Action.INSERT or not one.is_repealed]
        if not named or listed != {section.label for section in stands}:
            return False
    return True


def _before(old: Act, target: str, division: Division) -> Division | None:
    """The division before the bill: a title that the bill puts over it gave it another address."""
    there = _division(old, target)
    if there is not None:
        return there
    labels = {section.label for section in sections_in(division)}
    divisions = (place.node for place in old.places().values() if isinstance(place.node, Division))
    same = (one for one in divisions if one.heading == division.heading)
    return next((one for one in same if labels & {section.label for section in sections_in(one)}), None)


def _quotes_heading(new: Act, order: Instruction) -> bool:
    """The name of a division is quoted under its number as the Act writes it."""
    if not order.targets[0].endswith(".heading"):
        return True
    division = _division(new, order.targets[0])
    return division is not None and squeezed("".join(order.quotation)) == squeezed(division.heading + division.title)


def _names_schedule(old: Act, new: Act, order: Instruction) -> bool:
    """A schedule is cited by its own name."""
    if not any(target.split(".")[0] == "schedule" for target in order.targets):
        return True
    names = {squeezed(schedule.name) for act in (old, new) for schedule in split_schedules(act.schedules)}
    return squeezed(order.title) in names


def _division(act: Act, target: str) -> Division | None:
    if unit_address(target) is not None or target.split(".")[0] in ("*", "schedule"):
        return None
    try:
        return find_division(act, target.removesuffix(".heading"))[1]
    except Misfit:
        return None


def _order(new: Act, orders: Sequence[Instruction]) -> Iterator[Refusal]:
    """Changes of words first, then the sections and divisions as they stand in the Act, the schedule last.

    A heading over what stands comes where the clauses behind it need it.
    """
    places = {address: place for place, address in enumerate(new.places())}
    before, before_at = "", -2
    for order in orders:
        if order.action is Action.INSERT and order.targets[0].endswith(".heading"):
            continue
        address = _address(new, order.targets[0]) if order.targets else ""
        at = -1 if order.action is Action.CHANGE_WORDS else places.get(address, len(places))
        if at < before_at:
            yield refusal(Why.ORDER, unit=cite(before) or before).in_section(order.section)
        before, before_at = address, max(at, before_at)


def _address(act: Act, target: str) -> str:
    """The section or division that an order is about."""
    found = unit_address(target)
    if found is not None:
        return section_address(act, found.section)
    try:
        return find_division(act, target.removesuffix(".heading"))[0]
    except (Misfit, ValueError):
        return target
