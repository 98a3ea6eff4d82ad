"""The facts about one person and one proposal that the rules ask for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import CompoundSelect, exists, func, literal, select, union
from sqlalchemy.orm import Session, joinedload, selectinload

from models.act import Edition
from models.proposal import CoDrafter, Draft, Proposal
from models.review import Assignment, Comment, Decision, TakenSuggestion
from models.user import User
from review.approval import Assigned, Choice, Given, counting, in_turn, missing_aspects
from review.workflow import Action, Deed, Standing, State, Verdict, available, deed_verdict
from services.acts import editions
from services.failures import Fault, Refused
from services.legislating import bills
from services.reviewing.rules import Rule, rule_for


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
class Facts:
    """What stands about a proposal at this moment, whoever asks: loaded once for all that is asked of a page.

    ``assignments``, ``decisions``: in their order. ``newest_edition``: id of the newest edition of its act.
    ``blocking``: how many blocking comments are not resolved.
    """

    people: People
    assignments: Sequence[Assignment]
    decisions: Sequence[Decision]
    approving: frozenset[int]
    rule: Rule
    newest_edition: int | None
    blocking: int


@dataclass(frozen=True, slots=True)
class Possibilities:
    """What a person can do with a proposal now, and why not the rest."""

    standing: Standing
    actions: tuple[Verdict, ...]
    deeds: tuple[Verdict, ...]

    def of(self, action: Action | Deed | str) -> Verdict:
        """The verdict on one action or deed, by its code."""
        return next(verdict for verdict in (*self.actions, *self.deeds) if verdict.action == action)


def facts_of(session: Session, proposal: Proposal) -> Facts:
    """What stands about the proposal."""
    assignments, decisions = _assignments(session, proposal), list_decisions(session, proposal=proposal)
    people = _people(session, proposal, assignments)
    blocking = select(func.count()).select_from(Comment).where(Comment.proposal_id == proposal.id, Comment.blocking)
    blocking = blocking.where(Comment.resolved_at.is_(None))
    newest = editions.newest_first(proposal.act_id).with_only_columns(Edition.id).limit(1)
    newest_edition, open_blocking = session.execute(select(newest.scalar_subquery(), blocking.scalar_subquery())).one()
    return Facts(
        people,
        assignments,
        decisions,
        _approving(proposal, people, decisions),
        rule_for(session, proposal),
        newest_edition,
        open_blocking,
    )


def people_of(session: Session, proposal: Proposal) -> People:
    """Who has to do with the proposal."""
    return _people(session, proposal, _assignments(session, proposal))


def _assignments(session: Session, proposal: Proposal) -> Sequence[Assignment]:
    query = select(Assignment).where(Assignment.proposal_id == proposal.id)
    query = query.options(joinedload(Assignment.reviewer), joinedload(Assignment.instead_of))
    return session.scalars(query.order_by(Assignment.position, Assignment.reviewer_id)).all()


def list_decisions(session: Session, *, proposal: Proposal) -> Sequence[Decision]:
    """Every decision on a proposal that was found for the person, the oldest first, voided ones among them."""
    query = select(Decision).where(Decision.proposal_id == proposal.id).order_by(Decision.id)
    draft = joinedload(Decision.draft).load_only(Draft.number)
    return session.scalars(query.options(joinedload(Decision.reviewer), draft)).all()


def _people(session: Session, proposal: Proposal, assignments: Sequence[Assignment]) -> People:
    codrafters = select(literal("codrafter"), CoDrafter.user_id).where(CoDrafter.proposal_id == proposal.id)
    writers = select(literal("writer"), Draft.author_id).where(Draft.proposal_id == proposal.id)
    suggesters = select(literal("suggester"), Comment.author_id)
    suggesters = suggesters.join(TakenSuggestion, TakenSuggestion.comment_id == Comment.id)
    suggesters = suggesters.where(TakenSuggestion.proposal_id == proposal.id, TakenSuggestion.draft_id.is_not(None))
    suggesters = suggesters.where(Comment.author_id.is_not(None))  # a guest approves nothing
    found: dict[str, set[int]] = {"codrafter": set(), "writer": set(), "suggester": set()}
    parts: CompoundSelect[str, int] = union(codrafters, writers, suggesters)
    for part, person in session.execute(parts).all():
        found[part].add(person)
    return People(
        owner=proposal.owner_id,
        codrafters=frozenset(found["codrafter"]),
        writers=frozenset(found["writer"]),
        reviewers=tuple(Assigned(row.reviewer_id, row.aspect, row.position, row.for_id) for row in assignments),
        suggesters=frozenset(found["suggester"]),
    )


def load_users(session: Session, ids: Collection[int]) -> list[User]:
    """The users with these ids. :raises Refused: UNKNOWN_PERSON where one is nobody's."""
    query = select(User).where(User.id.in_([number for number in ids if 0 < number < 2**31]))
    found = session.scalars(query.options(selectinload(User.role_rows))).all()
    if len(found) != len(set(ids)):
        raise Refused(Fault.UNKNOWN_PERSON)
    return list(found)


def approving_ids(session: Session, proposal: Proposal) -> frozenset[int]:
    """Whose approvals count now."""
    return _approving(proposal, people_of(session, proposal), list_decisions(session, proposal=proposal))


def _approving(proposal: Proposal, people: People, decisions: Sequence[Decision]) -> frozenset[int]:
    return counting(
        [Given(one.reviewer_id, one.choice, one.content_hash, one.round, one.aspect) for one in decisions],
        content_hash=proposal.content_hash or "",
        round_=proposal.round,
        assigned=people.reviewers,
        authors=people.authors,
    )


def standing_of(session: Session, user: User, proposal: Proposal, facts: Facts | None = None) -> Standing:
    """The person's standing towards the proposal at this moment. ``facts``: where they were loaded already."""
    facts = facts or facts_of(session, proposal)
    people, approving, rule = facts.people, facts.approving, facts.rule
    review = people.review_of(user.id)
    return Standing(
        roles=user.roles,
        is_owner=proposal.owner_id == user.id,
        is_codrafter=user.id in people.codrafters,
        wrote_a_draft=user.id in people.writers | people.suggesters,
        only_suggested=user.id not in people.writers,
        is_assigned=user.id in people.assigned,
        has_approved=user.id in approving,
        has_draft=proposal.draft_count > 0,
        on_newest_edition=facts.newest_edition in (None, proposal.edition_id),
        bill_proven=_bill_proven(session, proposal),
        answered=_answered(session, proposal, facts),
        approvals=len(approving),
        required=rule.required,
        assigned=len(people.reviewers),
        open_blocking_comments=facts.blocking,
        aspect=review.aspect if review else None,
        missing_aspects=missing_aspects(rule.aspects, people.reviewers, approving),
        unassigned_aspects=missing_aspects(rule.aspects, people.reviewers, people.assigned),
        in_turn=not rule.in_order or in_turn(user.id, people.reviewers, approving),
        is_delegate=review is not None and review.instead_of is not None,
        for_an_author=review is not None and review.instead_of in people.authors,
        checklist=rule.checklist if rule.checklist_required else (),
    )


def _bill_proven(session: Session, proposal: Proposal) -> bool:
    """Whether the bill of the last draft is; asked only where it can be submitted. The same draft's is made once."""
    if proposal.state not in (State.DRAFT, State.CHANGES_REQUESTED):
        return True
    written = bills.last_bill(session, proposal)
    return written is None or written.is_proven


def _answered(session: Session, proposal: Proposal, facts: Facts) -> bool:
    """Whether the text changed, or an author commented, since changes were last asked for."""
    asked = next((one for one in reversed(facts.decisions) if one.choice is Choice.REQUEST_CHANGES), None)
    if asked is None or asked.content_hash != proposal.content_hash:
        return True
    written = exists().where(
        Comment.proposal_id == proposal.id,
        Comment.created_at > asked.created_at,
        Comment.author_id.in_(facts.people.authors),
    )
    return bool(session.scalar(select(written)))


def possibilities(session: Session, user: User, proposal: Proposal, facts: Facts | None = None) -> Possibilities:
    """A verdict on every action and deed, for the page. ``facts``: where they were loaded already."""
    standing = standing_of(session, user, proposal, facts)
    deeds = tuple(deed_verdict(deed, proposal.state, standing) for deed in Deed)
    return Possibilities(standing, available(proposal.state, standing), deeds)
