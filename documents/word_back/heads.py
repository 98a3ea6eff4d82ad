"""Lines of a Word file that begin a section or a division, told by their words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from law import numerals
from law.act import Act, Division, Level, Section
from law.reading import marks
from law.reading.normalise import Mends, mend
from law.tree.headings import can_hold

_NUMBER = re.compile(rf"(?P<word>มาตรา|ข้อ)\s*(?P<label>{numerals.LABEL_PATTERN})(?:\s+|$)")
_NEAR = 40  # characters at the beginning of a line, spaces and invisible signs among them
_LONGEST_TITLE = 200  # characters beside the number of a division


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A line that begins a section. ``label`` plain; ``heading`` as written; ``rest``: the words behind it."""

    label: str
    heading: str
    rest: str


def section_head(row: str) -> SectionHead | None:
    """The number that a line begins with."""
    found = _NUMBER.match(row)
    if found is None:
        return None
    return SectionHead(numerals.plain(found["label"]), found[0].strip(), row[found.end() :].strip())


def may_head(row: str) -> bool:
    """A quick look, before anything is mended: whether a line can begin with the number of a section."""
    return any(word in row[:_NEAR] for word in ("มาตรา", "ข้อ"))


def is_citation(head: SectionHead) -> bool:
    """Whether the number is cited by what follows it (``มาตรา ๕ และมาตรา ๖ …``), not opened."""
    return marks.CITED.match(head.rest) is not None


def division_head(row: str) -> Division | None:
    """The division whose number a line begins with; what stands beside it is its title."""
    found = marks.DIVISION.fullmatch(row) or marks.DIVISION_IN_WORDS.fullmatch(row)
    if found is None or len(found["rest"]) > _LONGEST_TITLE or marks.DIVISION_CITED.match(found["rest"]):
        return None
    level = next(level for stem, level in marks.LEVELS.items() if found["word"].startswith(stem))
    number = numerals.number_from_words(found["label"])
    label = str(number) if number is not None else numerals.plain(found["label"])
    return Division(level, found["word"], label, found["label"], found["rest"].strip())


def is_bare_heading(row: str) -> bool:
    """A heading without a number (``บทเฉพาะกาล``), which no edit can put in."""
    return marks.TRANSITORY.fullmatch(row) is not None or marks.BARE_HEADING.fullmatch(row) is not None


def address_in(act: Act, anchor: str, new: Division, opened: dict[str, Division]) -> str:
    """The address of a new division behind ``anchor``: below the nearest division that can hold it.

    ``opened``: new divisions by address, which the act does not have. Empty where no edit can make one of its level.
    """
    if new.level is Level.HEADING:
        return ""
    own = f"{new.level.value}{new.label}"
    for address in enclosing(act, anchor, opened):
        outer = opened.get(address) or act.get(address)
        if isinstance(outer, Division) and can_hold(outer, new):
            return f"{address}.{own}"
    return f"code.{own}" if anchor.startswith("code.") else own


def enclosing(act: Act, address: str, opened: dict[str, Division]) -> list[str]:
    """The divisions that a unit stands in, and itself if it is one, the nearest first."""
    found: list[str] = []
    while address:
        if address in opened:
            found.append(address)
            address = address.rpartition(".")[0]
            continue
        place = act.places().get(address)
        if place is None:
            break
        if isinstance(place.node, Division):
            found.append(address)
        address = place.parent
    return found


def standing(act: Act, head: Division, taken: set[str]) -> str:
    """The address of the first division of the act with this number, of those not in ``taken``; else empty."""
    for address, place in act.places().items():
        node = place.node
        if isinstance(node, Division) and (node.level, node.label) == (head.level, head.label) and address not in taken:
            return address
    return ""


def begins_with(row: str, node: Section | Division) -> bool:
    """Whether a line begins with the heading of a unit, however its digits are written."""
    heading = squeezed(node.heading)
    return alike(row).startswith(alike(heading)) and not row[len(heading) : len(heading) + 1].strip()


def squeezed(text: str) -> str:
    """One line with single spaces, its characters mended as those of an act that is imported."""
    return " ".join(mend(text, Mends()).split()) if text else ""


_SAME = str.maketrans("๐๑๒๓๔๕๖๗๘๙“”„‟«»", "0123456789" + '"' * 6)


def alike(text: str) -> str:
    """For comparing: digits and quotation marks of one kind, no spaces."""
    return re.sub(r"\s+", "", text.translate(_SAME))
