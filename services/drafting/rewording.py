"""Words changed throughout an act: the edits that this comes to, and the bill's one clause for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from law.act import Act as Tree
from law.amend import CannotAmend, WordChange
from law.amending.words import change_words
from law.editing.edit import Edit
from law.editing.edits import CannotExpress, edits_between
from services.drafting.previews import apply_one_by_one
from services.failures import Fault, Refused
from services.legislating.frames import BillFrame
from services.transaction import checked

LONGEST_WORDS = 300  # characters


def change_everywhere(
    base: Tree, edits: Sequence[Edit], frame: BillFrame, old: str, new: str
) -> tuple[tuple[Edit, ...], BillFrame]:
    """The edits with ``old`` changed into ``new`` in every section and heading, and the frame that says so.

    Edits that do not fit stay as they are. :raises Refused: WORDS_MISSING where the act does not have the words.
    """
    words = [" ".join(checked(text, longest=LONGEST_WORDS).split()) for text in (old, new)]
    change = WordChange(words[0], words[1])
    edited, misfits = apply_one_by_one(base, edits)
    try:
        change_words(base, [change])
        found = edits_between(base, change_words(edited, [change]))
    except (CannotAmend, CannotExpress) as refusal:
        raise Refused(Fault.WORDS_MISSING) from refusal
    by_address = {edit.address: edit for edit in found}
    kept = [edit if edit.address in misfits else by_address.pop(edit.address, edit) for edit in edits]
    return (*kept, *by_address.values()), replace(frame, words=(*frame.words, change))
