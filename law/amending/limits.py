"""What no clause can reach, and units that were given other numbers: reasons to refuse before anything is compared."""

from __future__ import annotations

from collections.abc import Sequence

from law.act import REPEALED, Act, Code, Division, Level
from law.amending.items import renumbered
from law.amending.terms import CannotAmend, Problem


def unreachable(old: Act, new: Act) -> list[Problem]:
    """Differences outside sections, divisions and the schedules."""
    parts = {
        "the title": (old.title, new.title),
        "the preamble": (old.preamble, new.preamble),
        "the countersignature": (old.closing, new.closing),
        "the remarks after the Act": (old.remarks, new.remarks),
        "an amending act kept after the Act": (_tail(old), _tail(new)),
        "the title of the code": (_code_title(old.code), _code_title(new.code)),
    }
    differing = [name for name, (before, after) in parts.items() if _squeezed(before) != _squeezed(after)]
    return [
        Problem(CannotAmend.NO_FORM, "", f"There is no form of clause that changes {name}: change the sections only.")
        for name in differing
    ]


def renumbered_sections(old: Act, new: Act) -> list[Problem]:
    """Sections that stand unchanged under another number."""
    texts = [{address: section.text for address, section in act.sections().items()} for act in (old, new)]
    problems: list[Problem] = []
    for was, now in renumbered(*texts):
        sentence = (
            f"{was}: the text of {was} stands in the new text as {now}; sections are never renumbered: keep the "
            "numbers, give a new section a number such as ๖/๑, and mark what is taken out (ยกเลิก)."
        )
        problems.append(Problem(CannotAmend.RENUMBERED, was, sentence))
    return problems


def moved(chain: Sequence[Division]) -> Problem:
    """Units in another order; ``chain``: the divisions they stand in, from outside in."""
    where = f" in {chain[-1].heading}" if chain else ""
    sentence = f"Sections or divisions{where} stand in another order than before; units are never moved."
    return Problem(CannotAmend.MOVED, "", sentence)


def no_other_name(old: Division, new: Division) -> str:
    """Why no clause gives a division another name; empty where one does."""
    if old.heading != new.heading:
        return f"{old.heading}: only the name of a division can be changed, not its number or kind."
    if old.level is Level.HEADING:
        return f"{old.heading}: no form of clause names such a heading; only ภาค บรรพ ลักษณะ หมวด and ส่วน are cited."
    if not new.title or not old.title or old.title == REPEALED:
        return (
            f"{old.heading}: a name is only changed into another; it is given back with sections, and goes with them."
        )
    return ""


def _tail(act: Act) -> tuple[str, ...]:
    return tuple(
        part
        for kept in act.tail
        for part in (kept.title, *(f"{section.heading} {section.text}" for section in kept.sections), *kept.lines)
    )


def _code_title(code: Code | None) -> str:
    return code.title if code is not None else ""


def _squeezed(text: str | Sequence[str]) -> str:
    return "".join("".join(text).split())
