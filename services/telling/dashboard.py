"""Whose turn it is: what waits for a person, the oldest first, and lists of proposals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, literal, or_, select, union_all
from sqlalchemy.orm import Session, joinedload

from models.act import Act
from models.policy import ReviewRule
from models.proposal import CoDrafter, Draft, Proposal, StoredEdit
from models.review import Assignment, Decision
from models.user import User
from review.workflow import OPEN_STATES, Role, State
from services.people.visibility import visible_to
from services.recent import Recent
from services.reviewing.deadlines import UNDER_REVIEW
from services.reviewing.opinions import RULE_OF_PROPOSAL, has_approved, is_in_turn, lacks_an_aspect, required_approvals

PAGE = 50
MOST_IN_MARGIN = 200  # open proposals whose marks one page of an act shows
_ME: ColumnElement[int] = bindparam("me")  # whose page it is, in a query that is made once
_touched: Recent[frozenset[str]] = Recent(4096)


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


def _mine(person: ColumnElement[int] | int) -> ColumnElement[bool]:
    wrote_with = select(CoDrafter.proposal_id).where(CoDrafter.user_id == person)
    return or_(Proposal.owner_id == person, Proposal.id.in_(wrote_with))


def _assigned_count() -> ColumnElement[int]:
    query = select(func.count()).select_from(Assignment).where(Assignment.proposal_id == Proposal.id)
    return query.correlate(Proposal).scalar_subquery()


def _is_reviewer() -> ColumnElement[bool]:
    return exists().where(Assignment.proposal_id == Proposal.id, Assignment.reviewer_id == _ME)


def _decides() -> ColumnElement[bool]:
    """Whether the person reviews it, is in turn and has not approved this text."""
    own = Assignment.proposal_id == Proposal.id, Assignment.reviewer_id == _ME
    return exists().where(*own, ~has_approved(Assignment), is_in_turn(Assignment)).correlate(Proposal, ReviewRule)


def _own_deadline() -> ColumnElement[date | None]:
    query = select(Assignment.due_on).where(Assignment.proposal_id == Proposal.id, Assignment.reviewer_id == _ME)
    return query.correlate(Proposal).scalar_subquery()


def _tasks(roles: frozenset[Role]) -> dict[Task, ColumnElement[bool]]:
    """The conditions under which a proposal waits for a person with these roles, by what is to be done."""
    enough = and_(_assigned_count() >= required_approvals(), ~lacks_an_aspect())
    tasks: dict[Task, ColumnElement[bool]] = {
        Task.ANSWER: and_(Proposal.state == State.CHANGES_REQUESTED, _mine(_ME)),
        Task.WRITE: and_(Proposal.state == State.DRAFT, _mine(_ME)),
    }
    if Role.SECRETARY in roles:
        tasks[Task.ASSIGN] = and_(Proposal.state.in_(UNDER_REVIEW), ~enough)
    if Role.REVIEWER in roles:
        tasks[Task.START] = and_(Proposal.state == State.SUBMITTED, enough, _is_reviewer())
        tasks[Task.REVIEW] = and_(Proposal.state == State.IN_REVIEW, _decides())
    return tasks


def waiting(session: Session, *, user: User, limit: int = PAGE, offset: int = 0) -> Turn:
    """What waits for the person, the oldest first."""
    part = {"me": user.id, "most": limit + offset + 1, "limit": limit + 1, "offset": offset}
    rows = session.execute(_waiting_query(user.roles), part).all()
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


@lru_cache(maxsize=64)
def _waiting_query(roles: frozenset[Role]) -> Select[int, str, int, int, date | None]:
    """Each kind of task from its own index, then the oldest of all; to be asked with me, most, limit and offset.

    Putting it together takes longer than asking it: it is made once for the same roles.
    """
    branches = [
        select(
            Proposal.id,
            literal(task.value).label("task"),
            _assigned_count().label("assigned"),
            required_approvals().label("required"),
            _own_deadline().label("own_due"),
            Proposal.state_since,
        )
        .join(Act, Act.id == Proposal.act_id)
        .outerjoin(ReviewRule, RULE_OF_PROPOSAL)
        .where(condition)
        .order_by(Proposal.state_since, Proposal.id)
        .limit(bindparam("most"))
        .subquery()
        for task, condition in _tasks(roles).items()
    ]
    everything = union_all(*(select(branch) for branch in branches)).subquery()
    told = everything.c
    query = select(told.id, told.task, told.assigned, told.required, told.own_due)
    return query.order_by(told.state_since, told.id).limit(bindparam("limit")).offset(bindparam("offset"))


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
    return _page(session, select(Proposal).where(_mine(user.id)), limit, offset)


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
        before = before.where(_mine(user.id))
    counts = dict.fromkeys(State, 0)
    both = union_all(submitted.group_by(Proposal.state), before.group_by(Proposal.state))
    for row in session.execute(both).all():
        counts[row[0]] += row[1]
    return counts


def oldest_by_state(session: Session, *, user: User) -> dict[State, datetime]:
    """Since when the oldest of the proposals that the person may see stands in each state that is not an end."""
    oldest = [query.order_by(Proposal.state_since).limit(1).subquery() for query in _of_each_state(user)]
    rows = session.execute(union_all(*(select(one.c.state, one.c.state_since) for one in oldest)))
    return {row[0]: row[1] for row in rows.all()}


def _of_each_state(user: User) -> list[Select[int, State, datetime]]:
    """What the person may see in each state that is not an end: each can be found, in order, by an index."""
    query = select(Proposal.id, Proposal.state, Proposal.state_since).where(visible_to(user))
    return [query.where(Proposal.state == state) for state in OPEN_STATES]


def touching(session: Session, *, user: User, act: Act) -> dict[str, list[Proposal]]:
    """The open proposals that the person may see, by the address of every unit their last draft touches.

    An inserted unit is listed at itself and at the unit it follows. Of many the MOST_IN_MARGIN that moved last.
    """
    latest = Proposal.state_since.desc(), Proposal.id.desc()
    drafted = Proposal.act_id == act.id, Proposal.content_hash.is_not(None)
    branches = [query.where(*drafted).order_by(*latest).limit(MOST_IN_MARGIN) for query in _of_each_state(user)]
    newest = union_all(*(select(branch.subquery().c.id) for branch in branches)).subquery()
    query = select(Proposal).join(newest, newest.c.id == Proposal.id).order_by(*latest).limit(MOST_IN_MARGIN)
    proposals = session.scalars(query.options(joinedload(Proposal.owner))).all()
    addresses = _addresses(session, proposals)
    found: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        for address in addresses[proposal.id]:
            found[address].append(proposal)
    return dict(found)


def _addresses(session: Session, proposals: Sequence[Proposal]) -> dict[int, frozenset[str]]:
    """By proposal, what its last draft touches and follows. It lies in the draft's hash, and is read once for it."""
    known = {proposal.content_hash: _touched.find(proposal.content_hash) for proposal in proposals}
    new = {proposal.id: proposal for proposal in proposals if known[proposal.content_hash] is None}
    for number, edits in _last_edits(session, list(new.values())).items() if new else ():
        places = frozenset(place for edit in edits for place in (edit["address"], edit["after"]) if place)
        known[new[number].content_hash] = _touched.keep(new[number].content_hash, places)
    return {proposal.id: known[proposal.content_hash] or frozenset() for proposal in proposals}
