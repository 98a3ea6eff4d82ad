"""What moves a proposal: the state, the decision and the event are written together, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload

from models.base import utc_now
from models.proposal import Proposal
from models.review import Assignment, Decision
from models.user import User
from review.approval import Choice
from review.workflow import Action, Deed, Role, Standing, State, Step, decide, require
from services.failures import Fault, NotFound, Refused, StaleWrite
from services.record import record
from services.standings import People, approving_ids, load_users, people_of, standing_of
from services.transaction import checked, transaction
from services.visibility import last_draft, lock_proposal

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
) -> Proposal:
    """Do what moves a proposal; ``assign`` names reviewers and is its own function.

    ``seen_draft``: number of the last draft when the form was shown (0: none). ``reason``: with an approval, remarks.
    :raises ActionRefused: with the reason. :raises StaleWrite: with Newest. :raises NotFound:
    """
    why = checked(reason, longest=LONGEST_REASON).strip()
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        standing = standing_of(session, user, proposal)
        step = decide(action, proposal.state, standing, why)
        if proposal.draft_count != seen_draft:
            raise StaleWrite("draft", Newest(proposal.draft_count, proposal.state))
        details: dict[str, Any] = {"draft": proposal.draft_count, "hash": proposal.content_hash, "reason": why}
        if action in _CHOICES:
            _add_decision(session, user, proposal, _CHOICES[action], why)
        if action is Action.APPROVE:
            details |= {"approvals": standing.approvals + 1, "required": standing.required}
        _move(session, user, proposal, step, details)
    return proposal


def assign(
    session: Session,
    *,
    user: User,
    proposal_id: int,
    reviewers: Collection[int],
    seen_reviewers: Collection[int],
) -> Proposal:
    """Let exactly these people review. ``seen_reviewers``: who did when the form was shown.

    Once the review runs it is not the action of the table but a deed, which moves nothing.
    :raises StaleWrite: with the ids of the reviewers now. :raises Refused: NO_REVIEWER, NOT_A_REVIEWER, WROTE_IT.
    """
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        step = _assigning(proposal, standing_of(session, user, proposal))
        people, wanted = people_of(session, proposal), frozenset(reviewers)
        current = people.assigned
        if current != frozenset(seen_reviewers):
            raise StaleWrite("reviewers", current)
        _check_reviewers(session, people, wanted)
        gone = Assignment.proposal_id == proposal.id, Assignment.reviewer_id.in_(current - wanted)
        session.execute(delete(Assignment).where(*gone))
        for person in sorted(wanted - current):
            session.add(Assignment(proposal_id=proposal.id, reviewer_id=person, assigned_by_id=user.id))
        if wanted != current:
            _move(session, user, proposal, step, {"reviewers": sorted(wanted), "former": sorted(current)})
    return proposal


def _assigning(proposal: Proposal, standing: Standing) -> Step:
    if proposal.state is State.SUBMITTED:
        return decide(Action.ASSIGN, proposal.state, standing)
    require(Deed.REASSIGN, proposal.state, standing)
    return Step(proposal.state, Action.ASSIGN, proposal.state, restarts=False)


def _check_reviewers(session: Session, people: People, wanted: frozenset[int]) -> None:
    if not wanted:
        raise Refused(Fault.NO_REVIEWER)
    added = wanted - people.assigned
    people_added = load_users(session, added)
    if any(Role.REVIEWER not in person.roles or not person.active for person in people_added):
        raise Refused(Fault.NOT_A_REVIEWER)
    if people.authors & added:
        raise Refused(Fault.WROTE_IT)


def _add_decision(session: Session, user: User, proposal: Proposal, choice: Choice, reason: str) -> None:
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
        )
    )


def _move(session: Session, user: User, proposal: Proposal, step: Step, details: dict[str, Any]) -> None:
    """The one place where a state changes; the event belongs to it."""
    now = utc_now()
    if step.target is not step.source:
        proposal.state, proposal.state_since = step.target, now
    if step.target is State.SUBMITTED and proposal.first_submitted_at is None:
        proposal.first_submitted_at = now
    if step.restarts:
        proposal.round += 1
    facts = {"from": step.source.value, "to": step.target.value, **details}
    record(session, action=step.action, actor=user, proposal_id=proposal.id, act_id=proposal.act_id, details=facts)


@dataclass(frozen=True, slots=True)
class Review:
    """One assigned reviewer: his or her last decision if any, and whether an approval counts on the present text."""

    reviewer: User
    decision: Decision | None
    counts: bool


def reviewers_of(session: Session, *, proposal: Proposal) -> list[Review]:
    """Who reviews a proposal that was found for the person, by name."""
    query = select(Assignment).where(Assignment.proposal_id == proposal.id).options(joinedload(Assignment.reviewer))
    people = sorted((row.reviewer for row in session.scalars(query)), key=lambda person: (person.name, person.id))
    last = {decision.reviewer_id: decision for decision in list_decisions(session, proposal=proposal)}
    approving = approving_ids(session, proposal)
    return [Review(person, last.get(person.id), person.id in approving) for person in people]


def list_decisions(session: Session, *, proposal: Proposal) -> Sequence[Decision]:
    """Every decision on a proposal that was found for the person, the oldest first, voided ones among them."""
    query = select(Decision).where(Decision.proposal_id == proposal.id).order_by(Decision.id)
    return session.scalars(query.options(joinedload(Decision.reviewer), joinedload(Decision.draft))).all()


def possible_reviewers(session: Session, *, proposal: Proposal) -> list[User]:
    """Everybody who can be assigned (active, reviewer, no author of it), by name."""
    users = session.scalars(select(User).where(User.active).order_by(User.name, User.id))
    authors = people_of(session, proposal).authors
    return [user for user in users if Role.REVIEWER in user.roles and user.id not in authors]
