"""The margin of an act: who proposes to change what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blueprints.home.waiting import age
from blueprints.wording import STATES
from extensions import db
from models.act import Act
from models.proposal import Proposal
from models.user import User
from services.telling import dashboard

MOST_AT_A_UNIT = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One proposal that touches a unit."""

    proposal_id: int
    title: str
    owner: str
    state: str
    age: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The newest proposals that touch a unit; `more` of them are not shown."""

    shown: tuple[Mark, ...]
    more: int


def margin_marks(user: User, act: Act) -> dict[str, Marks]:
    """Open proposals by the address of the unit they touch."""
    touched = dashboard.touching(db.session, user=user, act=act)
    return {address: _marks(proposals) for address, proposals in touched.items()}


def _marks(proposals: Sequence[Proposal]) -> Marks:
    return Marks(tuple(map(_mark, proposals[:MOST_AT_A_UNIT])), max(0, len(proposals) - MOST_AT_A_UNIT))


def _mark(proposal: Proposal) -> Mark:
    state = str(STATES[proposal.state])
    return Mark(proposal.id, proposal.title, proposal.owner.name, state, age(proposal.state_since))
