"""What moves a proposal: the state, the decision and the event are written together, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models.proposal import Proposal
from models.review import Decision
from models.user import User
from review.approval import Aspect, Choice
from review.calendar import Left
from review.checklist import Answer, given
from review.workflow import OF_BILLS, Action, ActionRefused, Refusal, Role, Standing, State, decide
from services.failures import NotFound, StaleWrite
from services.moving import move
from services.people.visibility import last_draft, lock_proposal
from services.reviewing.arranging import assign
from services.reviewing.rules import rule_for
from services.reviewing.standings import Facts, facts_of, list_decisions, people_of, standing_of
from services.reviewing.working_days import time_left
from services.transaction import checked, transaction

__all__ = [
    "Newest",
    "Review",
    "act",
    "assign",
    "list_decisions",
    "possible_reviewers",
    "reviewers_of",
]

LONGEST_REASON = 20_000  # characters
_CHOICES = {
    Action.APPROVE: Choice.APPROVE,
    Action.REQUEST_CHANGES: Choice.REQUEST_CHANGES,
    Action.REJECT: Choice.REJECT,
}


@dataclass(frozen=True, slots=True)
class Newest:
    """The draft and the state that a form should have been about."""

    draft: int
    state: State


def act(
    session: Session,
    *,
    user: User,
    proposal_id: int,
    action: Action,
    seen_draft: int,
    reason: str = "",
    answers: Sequence[Answer] = (),
) -> Proposal:
    """Do what moves a proposal; ``assign`` names reviewers and is its own function.

    ``seen_draft``: number of the last draft when the form was shown (0: none). ``reason``: with an approval, remarks.
    ``answers``: with an approval, to the lines of the checklist that the form showed.
    :raises ActionRefused: with the reason. :raises StaleWrite: draft with Newest, checklist with its lines.
    :raises NotFound:
    """
    why = checked(reason, longest=LONGEST_REASON).strip()
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        standing = standing_of(session, user, proposal)
        if action in OF_BILLS:
            raise ActionRefused(action, Refusal.ON_THE_BILL)
        if action is Action.APPROVE:
            _check_lines(session, proposal, answers)
        step = decide(action, proposal.state, standing, why, answers)
        if proposal.draft_count != seen_draft:
            raise StaleWrite("draft", Newest(proposal.draft_count, proposal.state))
        details: dict[str, Any] = {"draft": proposal.draft_count, "hash": proposal.content_hash, "reason": why}
        if action in _CHOICES:
            _add_decision(session, user, proposal, standing, _CHOICES[action], why, answers)
        if action is Action.APPROVE:
            details |= {"approvals": standing.approvals + 1, "required": standing.required}
            details |= {"aspect": standing.aspect, "checklist": given(answers)}
        move(session, user, proposal, step, {name: fact for name, fact in details.items() if fact not in (None, [])})
    return proposal


def _check_lines(session: Session, proposal: Proposal, answers: Sequence[Answer]) -> None:
    """The form showed the lines as they read now."""
    lines = rule_for(session, proposal).checklist
    if answers and {answer.line for answer in answers} != set(lines):
        raise StaleWrite("checklist", lines)


def _add_decision(
    session: Session,
    user: User,
    proposal: Proposal,
    standing: Standing,
    choice: Choice,
    reason: str,
    answers: Sequence[Answer],
) -> None:
    draft = last_draft(session, proposal)
    if draft is None:
        raise NotFound
    earlier = select(func.count()).where(Decision.proposal_id == proposal.id, Decision.reviewer_id == user.id)
    session.add(
        Decision(
            proposal_id=proposal.id,
            draft_id=draft.id,
            reviewer_id=user.id,
            ordinal=(session.scalar(earlier) or 0) + 1,
            choice=choice,
            content_hash=draft.content_hash,
            round=proposal.round,
            reason=reason,
            aspect=standing.aspect,
            checklist=given(answers) or None if choice is Choice.APPROVE else None,
        )
    )


@dataclass(frozen=True, slots=True)
class Review:
    """One assigned reviewer: his or her last decision if any, and whether an approval counts on the present text.

    ``aspect``: what he or she looks after (none: the whole); ``instead_of``: who delegated it.
    """

    reviewer: User
    decision: Decision | None
    counts: bool
    aspect: Aspect | None = None
    instead_of: User | None = None
    due_on: date | None = None

    @property
    def left(self) -> Left | None:
        """How much time is left; none: no deadline, or it is met."""
        return None if self.counts else time_left(self.due_on)


def reviewers_of(session: Session, *, proposal: Proposal, facts: Facts | None = None) -> list[Review]:
    """Who reviews a proposal that was found for the person, by name; where there is an order, in it.

    ``facts``: where they were loaded already.
    """
    facts = facts or facts_of(session, proposal)
    last = {decision.reviewer_id: decision for decision in facts.decisions}
    in_order = facts.rule.in_order
    return [
        Review(
            row.reviewer,
            last.get(row.reviewer_id),
            row.reviewer_id in facts.approving,
            row.aspect,
            row.instead_of,
            row.due_on,
        )
        for row in sorted(
            facts.assignments, key=lambda row: (row.position if in_order else 0, row.reviewer.name, row.reviewer_id)
        )
    ]


def possible_reviewers(session: Session, *, proposal: Proposal) -> list[User]:
    """Everybody who can be assigned (active, reviewer, no author of it), by name."""
    query = select(User).where(User.active).order_by(User.name, User.id)
    users = session.scalars(query.options(selectinload(User.role_rows)))
    authors = people_of(session, proposal).authors
    return [user for user in users if Role.REVIEWER in user.roles and user.id not in authors]
