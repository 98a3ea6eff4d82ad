"""Drafts as trees, edits as they are stored, and what people typed checked before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from law.act import Act as Tree
from law.act import Division, Section
from law.editing import edit as law_edit
from law.editing.edit import Edit
from models.proposal import Draft, StoredEdit
from services.acts import editions
from services.failures import Fault, Refused
from services.recent import Recent
from services.transaction import checked

LONGEST_UNIT = 200_000  # characters
MOST_EDITS = 1_000
_ADDRESS = re.compile(r"[a-z0-9./:~_-]{1,120}", re.IGNORECASE)
_LABEL = r"[0-9]{1,4}(?:[a-z]{1,20})?(?:/[0-9]{1,4})?"
_NEW_UNIT = re.compile(rf"(?:code\.)?(?:s{_LABEL}|(?:(?:dv|bk|t|ch|pt){_LABEL}\.){{0,4}}(?:dv|bk|t|ch|pt){_LABEL})")

_trees: Recent[Tree] = Recent(48)


def as_stored(edits: Iterable[Edit]) -> list[StoredEdit]:
    """Edits as JSON."""
    return [{"address": edit.address, "text": edit.text, "after": edit.after} for edit in edits]


def as_edits(stored: Iterable[Mapping[str, str]]) -> tuple[Edit, ...]:
    """Edits out of JSON."""
    return tuple(Edit(one["address"], one["text"], one["after"]) for one in stored)


def checked_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """What came from a browser, as far as it can be kept at all; whether it fits the act shows when it is applied.

    :raises Refused: TOO_LONG, BAD_CHARACTERS, BAD_ADDRESS.
    """
    found = tuple(edits)
    if len(found) > MOST_EDITS:
        raise Refused(Fault.TOO_LONG)
    return tuple(_checked_edit(edit) for edit in found)


def _checked_edit(edit: Edit) -> Edit:
    addresses = [edit.address, edit.after] if edit.after else [edit.address]
    if not all(_ADDRESS.fullmatch(address) for address in addresses):
        raise Refused(Fault.BAD_ADDRESS, edit.address[:120])
    if edit.after and not _NEW_UNIT.fullmatch(edit.address):
        raise Refused(Fault.BAD_ADDRESS, edit.address)
    return Edit(edit.address, checked(edit.text, longest=LONGEST_UNIT), edit.after)


def applied(base: Tree, edits: Iterable[Edit]) -> Tree:
    """The act with the edits made. :raises law.editing.edit.EditError: :raises Refused: BAD_ADDRESS."""
    found = tuple(edits)
    edited = law_edit.apply_edits(base, found)
    for edit in found:
        if edit.after and not isinstance(edited.get(edit.address), (Section, Division)):
            raise Refused(Fault.BAD_ADDRESS, edit.address)
    return edited


def draft_tree(draft: Draft) -> Tree:
    """The act as it would read by the draft; the same text is made once."""
    key = (draft.edition.content_hash, draft.content_hash)
    return _trees.get(key, lambda: applied(editions.tree(draft.edition), as_edits(draft.edits)))
