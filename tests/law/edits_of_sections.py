"""Random edits of whole sections: new ones, and several that follow each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from law import numerals
from law.act import REPEALED, Act, Division, Kind, Level, Section, Unit
from law.editing.numbering import propose_label
from tests.law.edits_of_units import repeal_section, rewrite_section, sentence

if TYPE_CHECKING:
    from tests.law.edits import Editing


def singles(act: Act) -> dict[str, Section]:
    """The sections that a clause can name: their label stands once, and is no range."""
    places = act.places()
    return {
        address: section
        for address, section in act.sections().items()
        if "~" not in address and f"{address}~2" not in places and not section.until
    }


def new_section(label: str, word: str, random: Random) -> Section:
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
            if not label or not fits(act, place, label):
                break
            new = new_section(label, section.word, random)
            added.append(new)
            trial = replace(editing, new=act)
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
        if not label or "~" in place.address or not fits(editing.new, before, label):
            continue
        new = new_section(label, "มาตรา", random)
        editing.put(division, (replace(division, children=(new, *division.children)),))
        editing.touched |= {f"{prefix}s{label}" for prefix in ("", "code.")}
        return True
    return False


def fits(act: Act, place: str, label: str) -> bool:
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
