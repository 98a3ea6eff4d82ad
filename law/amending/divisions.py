"""Chapters, parts and titles: what they are known by, how they are cited and re-stated."""

from __future__ import annotations

import re
from dataclasses import replace

from law.act import REPEALED, Division, Level, Node, Section
from law.amending import citation
from law.amending.sections import section_lines
from law.amending.terms import Action, Change, Target

# Words in a chapter's name that would be read as a citation.
_LIKE_CITATION = re.compile("มาตรา|แห่ง|พระราช|ประมวล|หมวด|ส่วนที่|ข้อ |[“”]")
Key = tuple[str, str, int]


def division_lines(division: Division) -> tuple[str, ...]:
    """A division with all that stands in it, as a quotation re-states it."""
    lines = [heading_lines(division)]
    for child in division.children:
        lines += section_lines(child) if isinstance(child, Section) else division_lines(child)
    return tuple(lines)


def heading_lines(division: Division) -> str:
    """``หมวด ๑`` and below it its name, as a quotation has them."""
    return f"{division.heading}\n{division.title}" if division.title else division.heading


def division_change(
    action: Action, division: Division, chain: tuple[Division, ...], address: str, quoted: tuple[str, ...]
) -> Change:
    code = "code." if address.startswith("code.") else ""
    children = tuple((f"{code}s{section.label}", section.heading) for section in sections_in(division))
    # A name that itself sounds like a citation would be read as one.
    title = "" if _LIKE_CITATION.search(division.title) else division.title
    own = f"{division.heading} {title}".strip()
    return Change(
        action,
        Target.DIVISION,
        address,
        address,
        own,
        citation.divisions(chain),
        quoted,
        address if action is not Action.INSERT else "",
        children=children,
    )


def keys(nodes: tuple[Node, ...]) -> list[Key]:
    """What a node is known by among its siblings; the same twice is told apart by count."""
    seen: dict[tuple[str, str], int] = {}
    keys: list[Key] = []
    for node in nodes:
        if isinstance(node, Section):
            name = ("section", node.label)
        else:
            unnamed = "" if node.level is Level.TRANSITORY else f"{node.word} {node.title}"
            name = (node.level.value, node.label or unnamed)
        seen[name] = seen.get(name, 0) + 1
        keys.append((*name, seen[name]))
    return keys


def sections_in(division: Division) -> list[Section]:
    found: list[Section] = []
    for child in division.children:
        found += [child] if isinstance(child, Section) else sections_in(child)
    return found


def is_rewritten(old: Division, new: Division) -> bool:
    """Whether the name of a division and more than half of its sections read otherwise; none of them is repealed."""
    before = {section.label: section for section in sections_in(old)}
    after = {section.label: section for section in sections_in(new)}
    changed = [label for label in before if label in after and before[label].text != after[label].text]
    repealed = any(after[label].is_repealed and not before[label].is_repealed for label in changed)
    named = bool(old.title and new.title) and old.title != new.title and REPEALED not in (old.title, new.title)
    return named and not repealed and len(changed) > 1 and len(changed) * 2 > len(before)


def given_back(old: Division, new: Division) -> Division | None:
    """A repealed division that stands again, without the marks that stay in it; None where it does not."""
    named = old.title == REPEALED and old.heading == new.heading and new.title not in ("", REPEALED)
    if not named or not all(section.is_repealed for section in sections_in(old)):
        return None
    live = tuple(child for child in new.children if not (isinstance(child, Section) and child.is_repealed))
    parted = any(isinstance(child, Division) for child in live)
    whole = not any(section.is_repealed for section in sections_in(new)) if parted else bool(live)
    return replace(new, children=live) if whole else None
