"""Whose turn it is: what waits for a person, the oldest first, and lists of proposals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, or_, select, union_all
from sqlalchemy.orm import Session, joinedload

from models.act import Act
from models.policy import ReviewRule
from models.proposal import CoDrafter, Draft, Proposal, StoredEdit
from models.review import Assignment, Decision
from models.user import User
from review.workflow import OPEN_STATES, Role, State
from services.deadlines import UNDER_REVIEW
from services.opinions import RULE_OF_PROPOSAL, has_approved, is_in_turn, lacks_an_aspect, required_approvals
from services.visibility import visible_to

PAGE = 50
MOST_IN_MARGIN = 200  # open proposals whose marks one page of an act shows


class Task(StrEnum):
    """What a person is asked to do."""

    ASSIGN = "assign"  # name reviewers
    START = "start"  # begin the review
    REVIEW = "review"  # decide
    REVIEW_AGAIN = "review_again"  # decide: it changed since your last decision
    ANSWER = "answer"  # changes were asked for
    WRITE = "write"  # go on with your draft


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do. ``units``: how many the draft touches; ``changed``: how many of them differ from the draft
    that the person decided on last, ``decided`` (0 where on none); ``assigned``: reviewers so far, of ``required``;
    ``due_on``: by when, the person's own deadline before that of the whole review."""

    proposal: Proposal
    task: Task
    since: datetime
    units: int = 0
    changed: int = 0
    assigned: int = 0
    required: int = 0
    decided: int = 0
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A part of what waits for a person, the oldest first; ``more``: there is more after it."""

    items: tuple[Waiting, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list, and whether there is more after it."""

    proposals: Sequence[Proposal]
    more: bool


def _mine(user: User) -> ColumnElement[bool]:
    wrote_with = select(CoDrafter.proposal_id).where(CoDrafter.user_id == user.id)
    return or_(Proposal.owner_id == user.id, Proposal.id.in_(wrote_with))


def _assigned_count() -> ColumnElement[int]:
    query = select(func.count()).select_from(Assignment).where(Assignment.proposal_id == Proposal.id)
    return query.correlate(Proposal).scalar_subquery()


def _is_reviewer(user: User) -> ColumnElement[bool]:
    return exists().where(Assignment.proposal_id == Proposal.id, Assignment.reviewer_id == user.id)


def _decides(user: User) -> ColumnElement[bool]:
    """Whether the person reviews it, is in turn and has not approved this text."""
    own = Assignment.proposal_id == Proposal.id, Assignment.reviewer_id == user.id
    return exists().where(*own, ~has_approved(Assignment), is_in_turn(Assignment)).correlate(Proposal, ReviewRule)


def _own_deadline(user: User) -> ColumnElement[date | None]:
    query = select(Assignment.due_on).where(Assignment.proposal_id == Proposal.id, Assignment.reviewer_id == user.id)
    return query.correlate(Proposal).scalar_subquery()


def _tasks(user: User) -> dict[Task, ColumnElement[bool]]:
    """The conditions under which a proposal waits for the person, by what is to be done."""
    enough = and_(_assigned_count() >= required_approvals(), ~lacks_an_aspect())
    tasks: dict[Task, ColumnElement[bool]] = {
        Task.ANSWER: and_(Proposal.state == State.CHANGES_REQUESTED, _mine(user)),
        Task.WRITE: and_(Proposal.state == State.DRAFT, _mine(user)),
    }
    if Role.SECRETARY in user.roles:
        tasks[Task.ASSIGN] = and_(Proposal.state.in_(UNDER_REVIEW), ~enough)
    if Role.REVIEWER in user.roles:
        tasks[Task.START] = and_(Proposal.state == State.SUBMITTED, enough, _is_reviewer(user))
        tasks[Task.REVIEW] = and_(Proposal.state == State.IN_REVIEW, _decides(user))
    return tasks


def waiting(session: Session, *, user: User, limit: int = PAGE, offset: int = 0) -> Turn:
    """What waits for the person, the oldest first."""
    rows = session.execute(_waiting_query(user, limit + offset + 1).limit(limit + 1).offset(offset)).all()
    found = {row.id: row for row in rows[:limit]}
    proposals = {proposal.id: proposal for proposal in _load(session, list(found))}
    reviewed = [id_ for id_, row in found.items() if row.task == Task.REVIEW]
    edits = _last_edits(session, [proposals[id_] for id_ in found])
    decided = _decided_edits(session, user, reviewed)
    items = []
    for id_, row in found.items():
        number, before = decided.get(id_, (0, edits.get(id_, [])))
        changed = _differing(before, edits.get(id_, []))
        items.append(
            Waiting(
                proposals[id_],
                Task.REVIEW_AGAIN if changed else Task(row.task),
                proposals[id_].state_since,
                units=len(edits.get(id_, ())),
                changed=changed,
                assigned=row.assigned,
                required=row.required,
                decided=number,
                due_on=row.own_due or proposals[id_].due_on,
            )
        )
    return Turn(tuple(items), len(rows) > limit)


def _waiting_query(user: User, at_most: int) -> Select[int, str, int, int, date | None]:
    """Each kind of task from its own index, then the oldest of all."""
    branches = [
        select(
            Proposal.id,
            literal(task.value).label("task"),
            _assigned_count().label("assigned"),
            required_approvals().label("required"),
            _own_deadline(user).label("own_due"),
            Proposal.state_since,
        )
        .join(Act, Act.id == Proposal.act_id)
        .outerjoin(ReviewRule, RULE_OF_PROPOSAL)
        .where(condition)
        .order_by(Proposal.state_since, Proposal.id)
        .limit(at_most)
        .subquery()
        for task, condition in _tasks(user).items()
    ]
    everything = union_all(*(select(branch) for branch in branches)).subquery()
    told = everything.c
    query = select(told.id, told.task, told.assigned, told.required, told.own_due)
    return query.order_by(told.state_since, told.id)


def _load(session: Session, ids: Sequence[int]) -> Sequence[Proposal]:
    query = select(Proposal).where(Proposal.id.in_(ids))
    return session.scalars(query.options(joinedload(Proposal.act), joinedload(Proposal.owner))).all()


def _last_edits(session: Session, proposals: Sequence[Proposal]) -> dict[int, list[StoredEdit]]:
    """The edits of each proposal's last draft."""
    query = select(Draft.proposal_id, Draft.edits).join(Proposal, Proposal.id == Draft.proposal_id)
    wanted = Draft.number == Proposal.draft_count, Proposal.id.in_([proposal.id for proposal in proposals])
    return {row.proposal_id: row.edits for row in session.execute(query.where(*wanted))}


def _decided_edits(
    session: Session, user: User, proposal_ids: Sequence[int]
) -> dict[int, tuple[int, list[StoredEdit]]]:
    """Number and edits of the draft of each proposal that the person decided on last."""
    query = select(Decision.proposal_id, Draft.number, Draft.edits).join(Draft, Draft.id == Decision.draft_id)
    own = Decision.reviewer_id == user.id, Decision.proposal_id.in_(proposal_ids)
    found = session.execute(query.where(*own).order_by(Decision.id))
    return {row.proposal_id: (row.number, row.edits) for row in found}


def _differing(one: list[StoredEdit], other: list[StoredEdit]) -> int:
    """How many units are not edited alike in both."""
    before, after = ({edit["address"]: edit for edit in edits} for edits in (one, other))
    return sum(before.get(address) != after.get(address) for address in before.keys() | after.keys())


def mine(session: Session, *, user: User, limit: int = PAGE, offset: int = 0) -> Page:
    """What the person owns or writes with others, the latest moved first."""
    return _page(session, select(Proposal).where(_mine(user)), limit, offset)


def listing(
    session: Session,
    *,
    user: User,
    state: State | None = None,
    act: Act | None = None,
    limit: int = PAGE,
    offset: int = 0,
) -> Page:
    """All proposals that the person may see, the latest moved first."""
    query = select(Proposal).where(visible_to(user))
    if state is not None:
        query = query.where(Proposal.state == state)
    if act is not None:
        query = query.where(Proposal.act_id == act.id)
    return _page(session, query, limit, offset)


def _page(session: Session, query: Select[Proposal], limit: int, offset: int) -> Page:
    query = query.order_by(Proposal.state_since.desc(), Proposal.id.desc()).limit(limit + 1).offset(offset)
    found = session.scalars(query.options(joinedload(Proposal.act), joinedload(Proposal.owner))).all()
    return Page(found[:limit], len(found) > limit)


def counts_by_state(session: Session, *, user: User) -> dict[State, int]:
    """How many proposals the person may see in each state."""
    # In two parts, each answered by an index alone.
    submitted = select(Proposal.state, func.count()).where(Proposal.first_submitted_at.is_not(None))
    before = select(Proposal.state, func.count()).where(Proposal.first_submitted_at.is_(None))
    if Role.SECRETARY not in user.roles:
        before = before.where(_mine(user))
    counts = dict.fromkeys(State, 0)
    for query in (submitted, before):
        for state, count in session.execute(query.group_by(Proposal.state)):
            counts[state] += count
    return counts


def oldest_by_state(session: Session, *, user: User) -> dict[State, datetime]:
    """Since when the oldest of the proposals that the person may see stands in each state that is not an end."""
    query = select(Proposal.state, func.min(Proposal.state_since)).where(Proposal.state.in_(OPEN_STATES))
    rows = session.execute(query.where(visible_to(user)).group_by(Proposal.state))
    return {state: since for state, since in rows if since is not None}


def touching(session: Session, *, user: User, act: Act) -> dict[str, list[Proposal]]:
    """The open proposals that the person may see, by the address of every unit their last draft touches.

    An inserted unit is listed at itself and at the unit it follows.
    """
    query = (
        select(Proposal, Draft.edits)
        .join(Draft, and_(Draft.proposal_id == Proposal.id, Draft.number == Proposal.draft_count))
        .where(Proposal.act_id == act.id, Proposal.state.in_(OPEN_STATES), visible_to(user))
        .order_by(Proposal.state_since.desc(), Proposal.id.desc())
        .limit(MOST_IN_MARGIN)
    )
    found: dict[str, list[Proposal]] = defaultdict(list)
    for proposal, edits in session.execute(query.options(joinedload(Proposal.owner))):
        for address in {address for edit in edits for address in (edit["address"], edit["after"]) if address}:
            found[address].append(proposal)
    return dict(found)
