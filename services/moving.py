"""The one place where the state of a proposal changes; the event belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from models.base import utc_now
from models.proposal import Proposal
from models.user import User
from review.workflow import State, Step
from services.record import record


def move(session: Session, user: User, proposal: Proposal, step: Step, details: Mapping[str, Any]) -> None:
    """Carry out a step of a locked proposal, inside the transaction of the caller."""
    now = utc_now()
    if step.target is not step.source:
        proposal.state, proposal.state_since = step.target, now
    if step.target is State.SUBMITTED and proposal.first_submitted_at is None:
        proposal.first_submitted_at = now
    if step.restarts:
        proposal.round += 1
    facts = {"from": step.source.value, "to": step.target.value, **details}
    record(session, action=step.action, actor=user, proposal_id=proposal.id, act_id=proposal.act_id, details=facts)
