"""Who has approved, whose turn it is and how many are needed, as conditions of a query: for lists of proposals.

For one proposal ``services.reviewing.standings`` says the same, and what depends on its authors besides.
"""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased
from sqlalchemy.orm.util import AliasedClass

from models.act import Act
from models.policy import RequiredAspect, ReviewRule
from models.proposal import Proposal
from models.review import Assignment, Decision
from review.approval import Choice

Assigned: TypeAlias = type[Assignment] | AliasedClass[Assignment]

# The rule for a proposal's topic, where there is one: join it from the outside.
RULE_OF_PROPOSAL = and_(ReviewRule.act_id == Proposal.act_id, ReviewRule.topic == Proposal.topic)


def has_approved(assigned: Assigned) -> ColumnElement[bool]:
    """Whether the reviewer's last decision on this text in this round approves, for his or her aspect."""
    for_it = or_(assigned.aspect.is_(None), Decision.aspect == assigned.aspect)
    approves = case((and_(Decision.choice == Choice.APPROVE, for_it), 1), else_=0)
    on_this_text = and_(
        Decision.proposal_id == assigned.proposal_id,
        Decision.reviewer_id == assigned.reviewer_id,
        Decision.content_hash == Proposal.content_hash,
        Decision.round == Proposal.round,
    )
    last = select(approves).where(on_this_text).order_by(Decision.ordinal.desc()).limit(1)
    return func.coalesce(last.correlate(Proposal, assigned).scalar_subquery(), 0) == 1


def is_in_turn(assigned: Assigned) -> ColumnElement[bool]:
    """Whether nobody before the reviewer in the order, where there is one, is still to approve.

    The query joins ``ReviewRule`` by RULE_OF_PROPOSAL.
    """
    earlier = aliased(Assignment)
    waits = exists().where(
        earlier.proposal_id == assigned.proposal_id, earlier.position < assigned.position, ~has_approved(earlier)
    )
    return or_(func.coalesce(ReviewRule.in_order, False).is_(False), ~waits.correlate(Proposal, assigned))


def required_approvals() -> ColumnElement[int]:
    """How many approvals the proposal needs. The query joins ``Act``, and ``ReviewRule`` by RULE_OF_PROPOSAL."""
    return func.coalesce(ReviewRule.required_approvals, Act.required_approvals)


def lacks_an_aspect() -> ColumnElement[bool]:
    """Whether nobody is assigned for an aspect from which the proposal must be approved."""
    assigned = exists().where(Assignment.proposal_id == Proposal.id, Assignment.aspect == RequiredAspect.aspect)
    required = RequiredAspect.act_id == Proposal.act_id, RequiredAspect.topic == Proposal.topic
    return exists().where(*required, ~assigned.correlate(Proposal, RequiredAspect)).correlate(Proposal)
