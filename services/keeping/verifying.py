"""A printed code checked: which draft it is of, whether that is still the approved text, whether the record has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from law.numerals import arabic
from models.proposal import Draft, Proposal
from models.user import User
from review.workflow import AGREED
from services.keeping import audit
from services.people.visibility import visible_to

# Shorter ones would fit too many texts.
_CODE = re.compile(r"(?P<text>[0-9a-f]{8,64})(?:-r(?P<bill>[0-9]{1,9}))?(?:-(?P<record>[0-9a-f]{8,64}))?")
_MOST = 20  # drafts with the same text


@dataclass(frozen=True, slots=True)
class Code:
    """The beginnings of two hashes: of a text, and of the last event when it was printed (may be empty).

    ``bill``: the number of the bill whose text it is; none: it is a draft's.
    """

    text: str
    record: str = ""
    bill: int | None = None

    @property
    def written(self) -> str:
        """As it is printed: ``3f2a9c0b71de-r12-0a1b2c3d4e5f``."""
        bill = "" if self.bill is None else f"r{self.bill}"
        return "-".join(filter(None, (self.text, bill, self.record)))


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with that text. ``approved``: exactly this text is; ``newer``: a later draft has another text."""

    draft: Draft
    approved: bool
    newer: bool


def read_code(typed: str) -> Code | None:
    """A code as it was typed: in capitals, with spaces or Thai digits too. None: that is no code."""
    found = _CODE.fullmatch(arabic(re.sub(r"\s|รหัส", "", typed)).lower())
    return Code(found["text"], found["record"] or "", int(found["bill"]) if found["bill"] else None) if found else None


def find_drafts(session: Session, *, user: User, code: Code) -> Sequence[Checked]:
    """Drafts with the text that the person may see, the newest first; nothing where there is none or he may not."""
    query = (
        select(Draft)
        .join(Proposal, Proposal.id == Draft.proposal_id)
        .where(Draft.content_hash >= code.text, Draft.content_hash < f"{code.text}g", visible_to(user))
        .options(contains_eager(Draft.proposal).joinedload(Proposal.act), joinedload(Draft.author))
        .order_by(Draft.id.desc())
        .limit(_MOST)
    )
    return [_checked(draft) for draft in session.scalars(query)]


def _checked(draft: Draft) -> Checked:
    proposal = draft.proposal
    same = draft.content_hash == proposal.content_hash
    return Checked(draft, same and proposal.state in AGREED, not same)


def event_number(session: Session, code: Code) -> int | None:
    """The event whose hash was printed; None where the record has none such, or two."""
    numbers = audit.numbers_of(session, code.record) if code.record else ()
    return numbers[0] if len(numbers) == 1 else None
