"""A change of words throughout an act, as its clause has it: in every section and heading, or in listed sections."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from law.act import Act, Division, Node, read_units
from law.amending.terms import CannotAmend, Problem, WordChange


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


def _changed(act: Act, change: WordChange) -> Act:
    sections = act.sections()
    only = {id(sections[address]) for address in change.sections if address in sections}
    wanted = only if change.sections else None
    code = act.code
    if code is not None:
        code = replace(code, body=_nodes(code.body, change, wanted))
    return replace(act, body=_nodes(act.body, change, wanted), code=code)


def _nodes(nodes: tuple[Node, ...], change: WordChange, wanted: Collection[int] | None) -> tuple[Node, ...]:
    """``wanted``: identities of the only sections to be changed; None for all, and the headings."""
    changed: list[Node] = []
    for node in nodes:
        if isinstance(node, Division):
            title = node.title.replace(change.old, change.new) if wanted is None else node.title
            changed.append(replace(node, title=title, children=_nodes(node.children, change, wanted)))
        elif change.old in node.text and (wanted is None or id(node) in wanted):
            changed.append(replace(node, units=read_units(node.text.replace(change.old, change.new))))
        else:
            changed.append(node)
    return tuple(changed)
