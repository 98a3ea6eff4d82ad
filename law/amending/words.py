"""A change of words throughout an act, as its clause has it: in all of it, or in listed sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from law.act import Act, Division, Node, read_units
from law.amending.terms import CannotAmend, Problem, WordChange

# A letter with a vowel or tone mark on it is another one: บาท does not stand in เบาที่.
_BARE = "(?![ัำิีึืฺุู็่้๊๋์ํ๎])"


def change_words(act: Act, words: Iterable[WordChange]) -> Act:
    """The act with every change of words made, one after the other.

    :raises CannotAmend: for words that do not stand where they are to be changed.
    """
    for change in words:
        changed = _changed(act, change)
        if changed == act or not change.old:
            sentence = f"The words “{change.old}” do not stand where they are to be changed."
            raise CannotAmend(Problem(CannotAmend.NO_FORM, "", sentence))
        act = changed
    return act


def where_they_change(old: Act, new: Act, change: WordChange) -> WordChange:
    """A change throughout an act as the new text has it: in listed sections where another keeps the words unchanged.

    Left throughout the act where no clause can list the sections, or no section is left to list.
    """
    if change.sections:
        return change
    after = new.sections()
    holding = {at: section.text for at, section in old.sections().items() if _pattern(change).search(section.text)}
    listed = tuple(at for at, text in holding.items() if at in after and after[at].text != text)
    doubtful = any("~" in at or f"{at}~2" in holding for at in listed)
    is_everywhere = len(listed) == len(holding) and not _keeps_in_schedules(old, new, change)
    if is_everywhere or doubtful or len({at.startswith("code.") for at in listed}) != 1:
        return change
    return change._replace(sections=listed)


def _keeps_in_schedules(old: Act, new: Act, change: WordChange) -> bool:
    standing = [line for line in old.schedules if _pattern(change).search(line)]
    return bool(standing) and set(standing) <= set(new.schedules)


def _changed(act: Act, change: WordChange) -> Act:
    sections = act.sections()
    only = {id(sections[address]) for address in change.sections if address in sections}
    wanted = only if change.sections else None
    code = act.code
    if code is not None:
        code = replace(code, body=_nodes(code.body, change, wanted))
    schedules = act.schedules if change.sections else tuple(_replaced(line, change) for line in act.schedules)
    return replace(act, body=_nodes(act.body, change, wanted), code=code, schedules=schedules)


def _nodes(nodes: tuple[Node, ...], change: WordChange, wanted: Collection[int] | None) -> tuple[Node, ...]:
    """``wanted``: identities of the only sections to be changed; None for all, and the headings."""
    changed: list[Node] = []
    for node in nodes:
        if isinstance(node, Division):
            title = _replaced(node.title, change) if wanted is None else node.title
            changed.append(replace(node, title=title, children=_nodes(node.children, change, wanted)))
        elif _pattern(change).search(node.text) and (wanted is None or id(node) in wanted):
            changed.append(replace(node, units=read_units(_replaced(node.text, change))))
        else:
            changed.append(node)
    return tuple(changed)


def _pattern(change: WordChange) -> re.Pattern[str]:
    return re.compile(re.escape(change.old) + _BARE)


def _replaced(text: str, change: WordChange) -> str:
    return _pattern(change).sub(lambda _: change.new, text)
