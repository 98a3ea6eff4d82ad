"""Comments: written, answered, resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.base import utc_now
from models.proposal import Draft, Proposal
from models.review import Comment, TakenSuggestion
from models.user import User
from review.anchors import own_text
from review.digest import digest
from review.record import Happening
from review.workflow import Deed, Role, Standing, require
from services.drafting.drafts import LONGEST_UNIT, draft_tree
from services.failures import Fault, NotFound, Refused, StaleWrite, known
from services.people.visibility import last_draft, lock_proposal, visible_to
from services.record import record_all
from services.reviewing.standings import standing_of
from services.transaction import checked, transaction

LONGEST_COMMENT = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Where:
    """What a comment is about: a unit of a draft, or words of it that begin at ``start`` (characters).

    ``suggestion``: what should stand there instead; empty: nothing should; none: nothing is suggested.
    """

    address: str = ""
    quote: str = ""
    start: int | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with the replies to it, the oldest first. ``taken``: its suggested words were taken over once."""

    first: Comment
    replies: tuple[Comment, ...]
    taken: bool = False


def add(
    session: Session,
    *,
    user: User,
    proposal_id: int,
    body: str,
    seen_draft: int,
    where: Where | None = None,
    blocking: bool = False,
) -> Comment:
    """Say something about the proposal, or about a place in its last draft.

    ``seen_draft``: number of the last draft when the form was shown (0: none).
    :raises StaleWrite: with the number of the draft that was saved meanwhile. :raises Refused: :raises ActionRefused:
    """
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        standing = standing_of(session, user, proposal)
        require(Deed.BLOCK if blocking else Deed.COMMENT, proposal.state, standing)
        if proposal.draft_count != seen_draft:
            raise StaleWrite("draft", proposal.draft_count)
        comment = compose(session, proposal, body, where or Where())
        comment.author_id, comment.blocking = user.id, blocking
        session.add(comment)
        session.flush()
        _record(session, Happening.COMMENT_WRITTEN, user, proposal, facts_of(comment, seen_draft))
    return comment


def compose(session: Session, proposal: Proposal, body: str, where: Where) -> Comment:
    """A comment tied to its place in the last draft; whoever writes it is put to it, and then it is stored."""
    return _composed(last_draft(session, proposal), proposal, body, where)


def _composed(draft: Draft | None, proposal: Proposal, body: str, where: Where) -> Comment:
    comment = Comment(proposal_id=proposal.id, body=_body(body), blocking=False)
    _place(draft, comment, where)
    return comment


def write(session: Session, user: User, proposal: Proposal, said: Iterable[tuple[str, Where]]) -> list[Comment]:
    """Comments in the transaction of the caller, who locked the proposal and asked whether they may be."""
    draft = last_draft(session, proposal)
    made = [_composed(draft, proposal, body, where) for body, where in said]
    return _stored(session, user, proposal, made)


def answer(session: Session, user: User, proposal: Proposal, said: Iterable[tuple[Comment, str]]) -> list[Comment]:
    """Answers to comments, in the transaction of the caller, as ``write``."""
    return _stored(session, user, proposal, [answer_to(first, body) for first, body in said])


def _stored(session: Session, user: User, proposal: Proposal, made: Sequence[Comment]) -> list[Comment]:
    for comment in made:
        comment.author_id = user.id
    session.add_all(made)
    session.flush()
    facts = (facts_of(one, proposal.draft_count) for one in made)
    _record(session, Happening.COMMENT_WRITTEN, user, proposal, *facts)
    return [*made]


def facts_of(comment: Comment, seen_draft: int) -> dict[str, object]:
    """What the record keeps of a comment, or of an answer: no texts, but what fixes them."""
    facts: dict[str, object] = {"comment": comment.id, "body": digest(comment.body)}
    if comment.parent_id:
        return facts | {"reply_to": comment.parent_id}
    facts |= {"draft": seen_draft, "address": comment.address, "blocking": comment.blocking}
    return facts if comment.suggestion is None else facts | {"suggestion": digest(comment.suggestion)}


def _body(body: str) -> str:
    said = checked(body, longest=LONGEST_COMMENT).strip()
    if not said:
        raise Refused(Fault.BODY_MISSING)
    return said


def _place(draft: Draft | None, comment: Comment, where: Where) -> None:
    """Tie the comment to its place, which must be in the last draft."""
    if where.suggestion is not None and not where.address:
        raise Refused(Fault.SUGGESTION_NEEDS_UNIT)
    if draft is None:
        if where.address:
            raise Refused(Fault.UNKNOWN_UNIT, where.address[:120])
        return
    comment.draft_id = draft.id
    if not where.address:
        return
    if draft_tree(draft).get(where.address) is None:
        raise Refused(Fault.UNKNOWN_UNIT, where.address[:120])
    text = own_text(draft_tree(draft), where.address)
    start = text.find(where.quote) if where.start is None else where.start
    if where.quote and (start < 0 or not text.startswith(where.quote, start)):
        raise Refused(Fault.QUOTE_MISSING, where.address)
    comment.address, comment.quote = where.address, where.quote
    comment.start = start if where.quote else None
    if where.suggestion is not None:
        comment.suggestion = checked(where.suggestion, longest=LONGEST_UNIT).strip()


def reply(session: Session, *, user: User, comment_id: int, body: str) -> Comment:
    """Answer a comment; an answer to an answer joins the same thread. :raises NotFound:"""
    with transaction(session):
        first, proposal, standing = lock_comment(session, user, comment_id)
        require(Deed.COMMENT, proposal.state, standing)
        (answered,) = answer(session, user, proposal, [(first, body)])
    return answered


def answer_to(first: Comment, body: str) -> Comment:
    """An answer in the thread of a comment, without who writes it."""
    made = Comment(proposal_id=first.proposal_id, body=_body(body))
    made.parent_id, made.draft_id = first.parent_id or first.id, first.draft_id
    return made


def resolve(session: Session, *, user: User, comment_id: int) -> Comment:
    """Close a thread; a blocking one only by who wrote it, or the secretary. Twice is once. :raises Refused:"""
    return _settle(session, user, comment_id, resolved=True)


def reopen(session: Session, *, user: User, comment_id: int) -> Comment:
    """Open a thread again, by the same people."""
    return _settle(session, user, comment_id, resolved=False)


def _settle(session: Session, user: User, comment_id: int, *, resolved: bool) -> Comment:
    with transaction(session):
        comment, proposal, standing = lock_comment(session, user, comment_id)
        require(Deed.COMMENT, proposal.state, standing)
        if comment.parent_id is not None or not may_settle(user, comment, standing):
            raise Refused(Fault.NOT_YOURS)
        mark_resolved(session, user, proposal, [comment], resolved=resolved)
    return comment


def mark_resolved(
    session: Session, user: User, proposal: Proposal, firsts: Iterable[Comment], *, resolved: bool
) -> None:
    """Close threads or open them, in the transaction of the caller, who asked whether it may be. Twice is once."""
    changed = [first for first in firsts if resolved != (first.resolved_at is not None)]
    for first in changed:
        first.resolved_by_id = user.id if resolved else None
        first.resolved_at = utc_now() if resolved else None
    what = Happening.COMMENT_RESOLVED if resolved else Happening.COMMENT_REOPENED
    facts = [{"comment": first.id, "blocking": first.blocking} for first in changed]
    _record(session, what, user, proposal, *facts)


def may_settle(user: User, comment: Comment, standing: Standing) -> bool:
    """Whether the person may resolve it: its writer, the secretary, and where it does not block also an author."""
    if comment.author_id == user.id or Role.SECRETARY in standing.roles:
        return True
    return not comment.blocking and (standing.is_owner or standing.is_codrafter)


def lock_comment(session: Session, user: User, comment_id: int) -> tuple[Comment, Proposal, Standing]:
    """A comment that the person may see, its proposal locked, and the person's standing there. :raises NotFound:"""
    query = select(Comment.proposal_id).join(Proposal, Proposal.id == Comment.proposal_id)
    proposal_id = session.scalar(query.where(Comment.id == known(comment_id), visible_to(user)))
    if proposal_id is None:
        raise NotFound
    proposal = lock_proposal(session, user, proposal_id)
    comment = session.get_one(Comment, comment_id, populate_existing=True)
    return comment, proposal, standing_of(session, user, proposal)


def list_threads(session: Session, *, proposal: Proposal) -> list[Thread]:
    """All that was said about a proposal that was found for the person, the oldest thread first."""
    query = select(Comment).where(Comment.proposal_id == proposal.id).order_by(Comment.created_at, Comment.id)
    people = joinedload(Comment.user), joinedload(Comment.invitation), joinedload(Comment.resolved_by)
    replies: dict[int, list[Comment]] = defaultdict(list)
    firsts: list[Comment] = []
    for comment in session.scalars(query.options(*people, joinedload(Comment.draft))):
        (firsts if comment.parent_id is None else replies[comment.parent_id]).append(comment)
    taken = set(session.scalars(select(TakenSuggestion.comment_id).where(TakenSuggestion.proposal_id == proposal.id)))
    return [Thread(first, tuple(replies[first.id]), first.id in taken) for first in firsts]


def _record(session: Session, what: str, user: User, proposal: Proposal, *facts: Mapping[str, object]) -> None:
    """An event for each of the facts."""
    if facts:
        happened = [(what, one) for one in facts]
        record_all(session, happened, actor=user, proposal_id=proposal.id, act_id=proposal.act_id)
