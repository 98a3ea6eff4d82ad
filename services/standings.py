"""The facts about one person and one proposal that the rules ask for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from models.proposal import CoDrafter, Draft, Proposal
from models.review import Assignment, Comment, Decision, TakenSuggestion
from models.user import User
from review.approval import Assigned, Choice, Given, counting, in_turn, missing_aspects
from review.workflow import Action, Deed, Standing, State, Verdict, available, deed_verdict
from services import bills, editions
from services.failures import Fault, Refused
from services.rules import rule_for


@dataclass(frozen=True, slots=True)
class People:
    """Who has to do with a proposal, by id.

    ``writers``: everybody who saved a draft of it. ``suggesters``: whose suggested words were taken into one.
    ``reviewers``: in their order.
    """

    owner: int
    codrafters: frozenset[int]
    writers: frozenset[int]
    reviewers: tuple[Assigned, ...]
    suggesters: frozenset[int] = frozenset()

    @property
    def assigned(self) -> frozenset[int]:
        """Who reviews it."""
        return frozenset(one.reviewer for one in self.reviewers)

    def review_of(self, user: int) -> Assigned | None:
        """How this person reviews it; none: not."""
        return next((one for one in self.reviewers if one.reviewer == user), None)

    @property
    def authors(self) -> frozenset[int]:
        """Everybody whom four eyes keep from deciding."""
        return self.codrafters | self.writers | self.suggesters | {self.owner}


@dataclass(frozen=True, slots=True)
class Possibilities:
    """What a person can do with a proposal now, and why not the rest."""

    standing: Standing
    actions: tuple[Verdict, ...]
    deeds: tuple[Verdict, ...]

    def of(self, action: Action | Deed | str) -> Verdict:
        """The verdict on one action or deed, by its code."""
        return next(verdict for verdict in (*self.actions, *self.deeds) if verdict.action == action)


def people_of(session: Session, proposal: Proposal) -> People:
    """Who has to do with the proposal."""
    codrafters = select(CoDrafter.user_id).where(CoDrafter.proposal_id == proposal.id)
    writers = select(Draft.author_id).where(Draft.proposal_id == proposal.id).distinct()
    suggesters = select(Comment.author_id).join(TakenSuggestion, TakenSuggestion.comment_id == Comment.id)
    suggesters = suggesters.where(TakenSuggestion.proposal_id == proposal.id, TakenSuggestion.draft_id.is_not(None))
    suggesters = suggesters.where(Comment.author_id.is_not(None))  # a guest approves nothing
    assigned = select(Assignment).where(Assignment.proposal_id == proposal.id)
    return People(
        owner=proposal.owner_id,
        codrafters=frozenset(session.scalars(codrafters)),
        writers=frozenset(session.scalars(writers)),
        reviewers=tuple(
            Assigned(row.reviewer_id, row.aspect, row.position, row.for_id)
            for row in session.scalars(assigned.order_by(Assignment.position, Assignment.reviewer_id))
        ),
        suggesters=frozenset(one for one in session.scalars(suggesters) if one is not None),
    )


def load_users(session: Session, ids: Collection[int]) -> list[User]:
    """The users with these ids. :raises Refused: UNKNOWN_PERSON where one is nobody's."""
    found = session.scalars(select(User).where(User.id.in_([number for number in ids if 0 < number < 2**31]))).all()
    if len(found) != len(set(ids)):
        raise Refused(Fault.UNKNOWN_PERSON)
    return list(found)


def approving_ids(session: Session, proposal: Proposal, people: People | None = None) -> frozenset[int]:
    """Whose approvals count now."""
    people = people or people_of(session, proposal)
    query = select(Decision.reviewer_id, Decision.choice, Decision.content_hash, Decision.round, Decision.aspect)
    decisions = session.execute(query.where(Decision.proposal_id == proposal.id).order_by(Decision.id))
    return counting(
        [Given(row.reviewer_id, row.choice, row.content_hash, row.round, row.aspect) for row in decisions],
        content_hash=proposal.content_hash or "",
        round_=proposal.round,
        assigned=people.reviewers,
        authors=people.authors,
    )


def standing_of(session: Session, user: User, proposal: Proposal) -> Standing:
    """The person's standing towards the proposal at this moment."""
    people = people_of(session, proposal)
    approving = approving_ids(session, proposal, people)
    rule, review = rule_for(session, proposal), people.review_of(user.id)
    return Standing(
        roles=user.roles,
        is_owner=proposal.owner_id == user.id,
        is_codrafter=user.id in people.codrafters,
        wrote_a_draft=user.id in people.writers | people.suggesters,
        only_suggested=user.id not in people.writers,
        is_assigned=user.id in people.assigned,
        has_approved=user.id in approving,
        has_draft=proposal.draft_count > 0,
        on_newest_edition=is_on_newest_edition(session, proposal),
        bill_proven=_bill_proven(session, proposal),
        answered=_answered(session, proposal, people),
        approvals=len(approving),
        required=rule.required,
        assigned=len(people.reviewers),
        open_blocking_comments=open_blocking_comments(session, proposal),
        aspect=review.aspect if review else None,
        missing_aspects=missing_aspects(rule.aspects, people.reviewers, approving),
        unassigned_aspects=missing_aspects(rule.aspects, people.reviewers, people.assigned),
        in_turn=not rule.in_order or in_turn(user.id, people.reviewers, approving),
        is_delegate=review is not None and review.instead_of is not None,
        for_an_author=review is not None and review.instead_of in people.authors,
        checklist=rule.checklist if rule.checklist_required else (),
    )


def is_on_newest_edition(session: Session, proposal: Proposal) -> bool:
    """Whether the proposal is written on the newest edition of its act; else what it touches must be merged."""
    newest = editions.newest_edition(session, proposal.act_id)
    return newest is None or newest.id == proposal.edition_id


def _bill_proven(session: Session, proposal: Proposal) -> bool:
    """Whether the bill of the last draft is; asked only where it can be submitted. The same draft's is made once."""
    if proposal.state not in (State.DRAFT, State.CHANGES_REQUESTED):
        return True
    written = bills.last_bill(session, proposal)
    return written is None or written.is_proven


def open_blocking_comments(session: Session, proposal: Proposal) -> int:
    """How many blocking comments are not resolved."""
    query = select(func.count()).select_from(Comment)
    found = query.where(Comment.proposal_id == proposal.id, Comment.blocking, Comment.resolved_at.is_(None))
    return session.scalar(found) or 0


def _answered(session: Session, proposal: Proposal, people: People) -> bool:
    """Whether the text changed, or an author commented, since changes were last asked for."""
    query = select(Decision.content_hash, Decision.created_at).where(Decision.proposal_id == proposal.id)
    asked = session.execute(
        query.where(Decision.choice == Choice.REQUEST_CHANGES).order_by(Decision.id.desc()).limit(1)
    ).first()
    if asked is None or asked.content_hash != proposal.content_hash:
        return True
    written = exists().where(
        Comment.proposal_id == proposal.id,
        Comment.created_at > asked.created_at,
        Comment.author_id.in_(people.authors),
    )
    return bool(session.scalar(select(written)))


def possibilities(session: Session, user: User, proposal: Proposal) -> Possibilities:
    """A verdict on every action and deed, for the page."""
    standing = standing_of(session, user, proposal)
    deeds = tuple(deed_verdict(deed, proposal.state, standing) for deed in Deed)
    return Possibilities(standing, available(proposal.state, standing), deeds)
