"""A change of words throughout an act, as its clauses have it: in all of it, but for some sections, or in listed ones.

An act that promulgates a code is two laws: words throughout both are changed by a clause for each. Schedules stand
behind the code, and are its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from law.act import Act, Division, Node, Section, Unit, read_units
from law.amending.terms import CannotAmend, Problem, WordChange

# A letter with a vowel or tone mark on it is another one: บาท does not stand in เบาที่.
_BARE = "(?![ัำิีึืฺุู็่้๊๋์ํ๎])"


class WordClause(NamedTuple):
    """What one clause on words says.

    ``sections``: the only ones that it changes, else it changes all of the Act (``in_code``: of its code), headings
    and schedules too, but for the sections ``kept``.
    """

    old: str
    new: str
    sections: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    in_code: bool = False


def change_words(act: Act, words: Iterable[WordChange]) -> Act:
    """The act with every change of words made, one after the other.

    :raises CannotAmend: for words that do not stand where they are to be changed, or are all that a chapter is called.
    """
    for change in words:
        for clause in _everywhere(act, change):
            act = _reworded(act, clause)
    return act


def plan_words(old: Act, new: Act, words: Iterable[WordChange]) -> tuple[tuple[WordClause, ...], Act]:
    """The clauses that change words as the new text has it, and the act as they leave it.

    Where a section keeps the words just as they stood, the clause excepts it, or lists the others where that is not
    much longer. Where none of the sections has changed, there is no clause: what else did has one of its own.

    :raises CannotAmend: for words that do not stand where they are to be changed.
    """
    clauses: list[WordClause] = []
    for change in words:
        for clause in _everywhere(old, change):
            narrowed = clause if clause.sections else _narrowed(old, new, clause)
            if narrowed is not None:
                clauses.append(narrowed)
                old = _reworded(old, narrowed)
    return tuple(clauses), old


def needed(act: Act, clauses: Iterable[WordClause], restated: Collection[str]) -> Iterator[WordClause]:
    """The clauses as far as they change more than the sections that others re-state or repeal as a whole."""
    for clause in clauses:
        worded = _reworded(act, clause)
        sections = tuple(address for address in clause.sections if address not in restated)
        if sections or (not clause.sections and _texts(worded, restated) != _texts(act, restated)):
            yield clause._replace(sections=sections)
        act = worded


def _texts(act: Act, without: Collection[str]) -> list[object]:
    """What words may stand in, but for some sections."""
    sections = [section.text for address, section in act.sections().items() if address not in without]
    titles = [place.node.title for place in act.places().values() if isinstance(place.node, Division)]
    return [sections, titles, act.schedules]


def _everywhere(act: Act, change: WordChange) -> list[WordClause]:
    """The clauses of a change wherever its words stand: one for the Act, one for its code.

    :raises CannotAmend: where they do not stand.
    """
    found: list[WordClause] = []
    for in_code in (False, True)[: 2 if act.code else 1]:
        sections = tuple(address for address in change.sections if address.startswith("code.") == in_code)
        clause = WordClause(change.old, change.new, sections, in_code=in_code)
        if bool(sections) == bool(change.sections) and change.old and _reworded(act, clause) != act:
            found.append(clause)
    if not found:
        sentence = f"The words “{change.old}” do not stand where they are to be changed."
        raise CannotAmend(Problem(CannotAmend.NO_FORM, "", sentence))
    return found


def _narrowed(old: Act, new: Act, clause: WordClause) -> WordClause | None:
    """The clause with the sections that it lists or excepts; None where none of them was changed.

    Left throughout where no clause can name the sections.
    """
    after = new.sections()
    holding = {
        address: section.text
        for address, section in old.sections().items()
        if address.startswith("code.") == clause.in_code and _pattern(clause).search(section.text)
    }
    changed = tuple(address for address, text in holding.items() if address in after and after[address].text != text)
    kept = tuple(address for address in holding if address not in changed)
    keeps_schedules = _has_schedules(old, clause) and _keeps_in_schedules(old, new, clause)
    if holding and not changed:
        return None
    if not (kept or keeps_schedules) or any("~" in address or f"{address}~2" in holding for address in holding):
        return clause
    if 2 * len(kept) < len(changed) and not keeps_schedules:
        return clause._replace(kept=kept)
    return clause._replace(sections=changed)


def _has_schedules(act: Act, clause: WordClause) -> bool:
    """Whether the schedules are those of the law that a clause is on."""
    return clause.in_code == (act.code is not None)


def _keeps_in_schedules(old: Act, new: Act, clause: WordClause) -> bool:
    standing = [line for line in old.schedules if _pattern(clause).search(line)]
    return bool(standing) and set(standing) <= set(new.schedules)


def _reworded(act: Act, clause: WordClause) -> Act:
    """The act as one clause leaves it."""
    sections = act.sections()
    wanted = {id(sections[address]) for address in clause.sections if address in sections}
    kept = {id(sections[address]) for address in clause.kept if address in sections}

    def changes(section: Section) -> bool:
        return id(section) in wanted if clause.sections else id(section) not in kept

    if clause.in_code and act.code is not None:
        act = replace(act, code=replace(act.code, body=tuple(_nodes(act.code.body, clause, changes))))
    elif not clause.in_code:
        act = replace(act, body=tuple(_nodes(act.body, clause, changes)))
    if clause.sections or not _has_schedules(act, clause):
        return act
    return replace(act, schedules=tuple(_replaced_line(line, clause) for line in act.schedules))


def _nodes(nodes: tuple[Node, ...], clause: WordClause, changes: Callable[[Section], bool]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Division):
            title = node.title if clause.sections else _replaced_line(node.title, clause)
            if node.title and not title:
                raise _nothing_left(f"{node.heading} {node.title}")
            yield replace(node, title=title, children=tuple(_nodes(node.children, clause, changes)))
        elif changes(node) and _pattern(clause).search(node.text):
            yield replace(node, units=_noted(read_units(_replaced(node.text, clause)), node.units))
        else:
            yield node


def _nothing_left(unit: str) -> CannotAmend:
    return CannotAmend(Problem(CannotAmend.NO_FORM, "", f"Nothing would be left of “{unit}” without the words."))


def _noted(units: tuple[Unit, ...], stood: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Units with the notes of those that stood in their places: other words, the same history."""
    if len(units) != len(stood):
        return units
    pairs = zip(units, stood, strict=True)
    return tuple(
        replace(unit, notes=before.notes, remarks=before.remarks, items=_noted(unit.items, before.items))
        for unit, before in pairs
    )


def _pattern(clause: WordClause) -> re.Pattern[str]:
    return re.compile(re.escape(clause.old) + _BARE)


def _replaced(text: str, clause: WordClause) -> str:
    return _pattern(clause).sub(lambda _: clause.new, text)


def _replaced_line(line: str, clause: WordClause) -> str:
    """A name or a line of a schedule; words struck out leave single spaces."""
    changed = _replaced(line, clause)
    return line if changed == line else " ".join(changed.split())
