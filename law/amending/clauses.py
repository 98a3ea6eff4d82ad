"""The wording of clauses, in the forms measured in ``drafting-rules.md``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from law.act import Act
from law.amending import citation
from law.amending.frame import cited_title
from law.amending.terms import Action, Caution, Change, Clause, Target
from law.amending.words import WordClause

Group = list[Change]


def group(changes: Iterable[Change], cited: Callable[[Change], str]) -> list[Group]:
    """Neighbours of one kind in one clause, as drafters do; never where the acts they cite differ.

    ``cited``: the act as a change cites it, amender included.
    """
    groups: list[Group] = []
    for change in changes:
        if groups and _together(groups[-1][-1], change) and cited(groups[-1][-1]) == cited(change):
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


def _together(first: Change, second: Change) -> bool:
    same = (first.action, first.target, first.within) == (second.action, second.target, second.within)
    if not same or first.target in (Target.DIVISION, Target.HEADING, Target.ACT, Target.SCHEDULE):
        return False
    if first.target is Target.SECTION:
        return second.adjacent
    if first.within_address != second.within_address:
        return False
    if first.target is Target.DEFINITION:
        return first.action is Action.INSERT and first.between == second.between
    if first.target is Target.PARAGRAPH:
        return _follows(first.address, second.address)
    return second.adjacent


def _follows(first: str, second: str) -> bool:
    before, after = first.rpartition(".p")[2], second.rpartition(".p")[2]
    return before.isdecimal() and after.isdecimal() and int(after) == int(before) + 1


def write_clause(
    section: int, changes: Group, act: str, *, subject: str = "", warnings: tuple[Caution, ...] = ()
) -> Clause:
    """One amending section; ``act``: the act as cited, with its amender where there is one."""
    first = changes[0]
    quoted = tuple(line for change in changes for line in change.quoted)
    known = tuple(change.address for change in changes)
    return Clause(
        section=section,
        action=first.action,
        target=first.target,
        targets=tuple(target for change in changes for target in _targets(change)),
        wording=_WORDINGS[first.action](changes, act),
        quoted=quoted,
        old=known if first.action is not Action.INSERT else (),
        new=known if first.action is not Action.REPEAL else (),
        cited=_section_first(changes),
        subject=subject,
        warnings=warnings,
    )


def _targets(change: Change) -> tuple[str, ...]:
    """A division is cited with the sections in it."""
    return (change.target_address, *(address for address, _ in change.children))


def write_words_clause(section: int, words: WordClause, act: Act) -> Clause:
    """``ให้แก้ไขคำว่า “ก” ใน ACT เป็น “ข” ทุกแห่ง``; empty new words strike the old ones out."""
    where, targets = cited_title(act, code=words.in_code), words.sections or ("*",)
    headings = {address: stands.heading for address, stands in act.sections().items()}
    if words.sections:
        where = f"{citation.listed([headings[address] for address in words.sections])} แห่ง{where}"
    everywhere = "" if words.sections else "ทุกแห่ง"
    if words.kept:
        everywhere += f" เว้นแต่ใน{citation.listed([headings[address] for address in words.kept])}"
    changed = f"ให้แก้ไขคำว่า “{words.old}” ใน{where} เป็น “{words.new}” {everywhere}".rstrip()
    struck = f"ให้ตัดคำว่า “{words.old}” ใน{where} ออก{everywhere}"
    wording = changed if words.new else struck
    return Clause(section, Action.CHANGE_WORDS, Target.ACT, targets, wording, cited=f"คำว่า “{words.old}”")


def write_schedule_clause(section: int, change: Change, act: str, this: str, cautions: Sequence[Caution]) -> Clause:
    """``ให้ยกเลิกบัญชี…ท้าย ACT และให้ใช้บัญชี…ท้ายพระราชบัญญัตินี้แทน``; the schedule stands behind the bill."""
    of_act, of_bill = (citation.phrase(change.own, f"ท้าย{law}") for law in (act, this))
    wordings = {
        Action.REPLACE: f"ให้ยกเลิก{of_act} และให้ใช้{of_bill}แทน",
        Action.INSERT: f"ให้เพิ่ม{of_bill}เป็น{of_act}",
        Action.REPEAL: f"ให้ยกเลิก{of_act}",
    }
    known = (change.address,)
    return Clause(
        section,
        change.action,
        Target.SCHEDULE,
        known,
        wordings[change.action],
        old=known if change.action is not Action.INSERT else (),
        new=known if change.action is not Action.REPEAL else (),
        cited=change.own,
        attached=change.quoted,
        warnings=tuple(cautions),
    )


def write_entry_clause(section: int, changes: Group, act: str, cautions: Sequence[Caution]) -> Clause:
    """``ให้ยกเลิกความใน (๒) ของอัตราค่าธรรมเนียมท้าย ACT และให้ใช้ความต่อไปนี้แทน``."""
    first = changes[0]
    units = citation.phrase(_own(changes), "ของ", first.within, f"ท้าย{act}")
    wordings = {
        Action.REPLACE: f"{citation.glue('ให้ยกเลิกความใน', units)} และให้ใช้ความต่อไปนี้แทน",
        Action.INSERT: citation.glue("ให้เพิ่มความต่อไปนี้เป็น", units),
        Action.REPEAL: citation.glue("ให้ยกเลิก", units),
    }
    known = (first.address,)
    return Clause(
        section,
        first.action,
        Target.ENTRY,
        tuple(change.target_address for change in changes),
        wordings[first.action],
        tuple(line for change in changes for line in change.quoted),
        old=known,
        new=known,
        cited=citation.phrase(first.within, _own(changes)),
        warnings=tuple(cautions),
    )


def _own(changes: Group) -> str:
    if changes[0].target is Target.DEFINITION:
        return "บทนิยามคำว่า " + citation.quoted_terms([change.own for change in changes])
    return citation.listed([change.own for change in changes])


def _section_first(changes: Group) -> str:
    """``มาตรา ๑๙ วรรคหนึ่ง (๓)``, where a clause has ``(๓) ของวรรคหนึ่งของมาตรา ๑๙``."""
    own = _own(changes)
    if changes[0].target is Target.SECTION:
        return own
    if changes[0].target not in (Target.ITEM, Target.PARAGRAPH):
        return citation.phrase(own, changes[0].within)
    outer = [part for part in changes[0].within.replace("ของ", "\n").splitlines() if part.strip()]
    return " ".join([*(part.strip() for part in reversed(outer)), own])


def _cited(changes: Group, act: str) -> str:
    """``(๒) ของมาตรา ๔ แห่งพระราชบัญญัติ…``."""
    return f"{citation.phrase(_own(changes), changes[0].within)} แห่ง{act}"


def _replace(changes: Group, act: str) -> str:
    verb = "ให้ยกเลิก" if changes[0].target is Target.HEADING else "ให้ยกเลิกความใน"
    return f"{citation.glue(verb, _with_sections(changes, act))} และให้ใช้ความต่อไปนี้แทน"


def _repeal(changes: Group, act: str) -> str:
    return citation.glue("ให้ยกเลิก", _with_sections(changes, act))


def _with_sections(changes: Group, act: str) -> str:
    """A division is cited with the sections that stand in it; a range would take in what was put between others."""
    first = changes[0]
    if first.target is not Target.DIVISION:
        return _cited(changes, act)
    all_listed = citation.listed([heading for _, heading in first.children]) if first.children else ""
    ranged = first.children and first.action is Action.INSERT
    sections = citation.sections(first.children) if ranged else all_listed
    return f"{citation.phrase(f'{first.own} {sections}'.strip(), first.within)} แห่ง{act}"


def _insert(changes: Group, act: str) -> str:
    first = changes[0]
    if first.target is Target.DEFINITION:
        return f"ให้เพิ่ม{_own(changes)} {_between(first)}{first.within} แห่ง{act}"
    if first.target is Target.HEADING:
        named = citation.phrase(_own(changes), first.within)
        return f"ให้เพิ่มความต่อไปนี้เป็น{named} ก่อน{first.between[1]} แห่ง{act}"
    return citation.glue("ให้เพิ่มความต่อไปนี้เป็น", _with_sections(changes, act))


def _between(change: Change) -> str:
    before, after = change.between
    if before and after:
        return f"ระหว่างบทนิยามคำว่า {citation.quoted_terms([before, after])} "
    return f"{'ต่อจาก' if before else 'ก่อน'}บทนิยามคำว่า “{before or after}” "


_WORDINGS: dict[Action, Callable[[Group, str], str]] = {
    Action.REPLACE: _replace,
    Action.REPEAL: _repeal,
    Action.INSERT: _insert,
}
