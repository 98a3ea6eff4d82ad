"""What a guest - somebody outside the office who was invited to comment on one proposal - may do, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from review.workflow import AGREED, State

DEFAULT_DAYS = 30
LONGEST_DAYS = 365


class Link(StrEnum):
    """What became of a link."""

    OPEN = "open"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Access:
    """What a guest may do with the proposal: read its text, say something about it."""

    may_read: bool
    may_comment: bool


def link_state(*, last_day: date, is_withdrawn: bool, today: date) -> Link:
    """``last_day``: the last on which the link opens, in Bangkok, as ``today`` is."""
    if is_withdrawn:
        return Link.WITHDRAWN
    return Link.OPEN if today <= last_day else Link.EXPIRED


def access(state: State) -> Access:
    """A guest reads what the office examines or has approved, and comments while it is examined.

    A text that its owner took back, or that was rejected, is shown to nobody outside: the office does not propose it.
    """
    examined = state in (State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED)
    return Access(may_read=examined or state in AGREED, may_comment=examined)
