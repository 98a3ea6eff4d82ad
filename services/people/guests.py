"""What a guest sees of the one proposal he or she was invited to, and says about it.

The office's own discussion is not shown to guests, nor one guest's words to another: only their own and the answers to
them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.invitation import Invitation
from models.proposal import Draft, Proposal
from models.review import Comment
from review.guests import Access, Link, access
from review.record import Happening
from services.failures import Fault, NotFound, Refused, StaleWrite
from services.people.invitations import state_of
from services.people.visibility import find_for_guest, last_draft, lock_for_guest
from services.record import record
from services.reviewing.comments import Thread, Where, answer_to, compose, facts_of, list_threads
from services.transaction import transaction


@dataclass(frozen=True, slots=True)
class Matter:
    """The proposal as a guest may see it now. ``draft``: none where there is nothing to read."""

    invitation: Invitation
    proposal: Proposal
    access: Access
    draft: Draft | None


def matter_of(session: Session, *, invitation: Invitation) -> Matter:
    """The one proposal of the invitation."""
    proposal = find_for_guest(session, invitation)
    allowed = access(proposal.state)
    return Matter(invitation, proposal, allowed, last_draft(session, proposal) if allowed.may_read else None)


def threads_of(session: Session, *, matter: Matter) -> list[Thread]:
    """What the guest said, with the answers to it; nothing else that was said."""
    threads = list_threads(session, proposal=matter.proposal)
    return [thread for thread in threads if thread.first.invitation_id == matter.invitation.id]


def comment(
    session: Session, *, invitation: Invitation, body: str, seen_draft: int, where: Where | None = None
) -> Comment:
    """Say something about the proposal, or about a place in its last draft.

    ``seen_draft``: number of the last draft when the form was shown.
    :raises StaleWrite: with the number of the draft that was saved meanwhile. :raises Refused: as ``comments.add``.
    """
    with transaction(session):
        proposal = _lock(session, invitation)
        if proposal.draft_count != seen_draft:
            raise StaleWrite("draft", proposal.draft_count)
        said = compose(session, proposal, body, where or Where())
        said.invitation_id = invitation.id
        session.add(said)
        session.flush()
        _record(session, invitation, proposal, facts_of(said, seen_draft))
    return said


def reply(session: Session, *, invitation: Invitation, comment_id: int, body: str) -> Comment:
    """Go on in one's own thread. :raises NotFound: for anybody else's. :raises Refused: COMMENTS_CLOSED and others."""
    with transaction(session):
        proposal = _lock(session, invitation)
        first = session.get(Comment, comment_id) if 0 < comment_id < 2**31 else None
        if first is None or first.parent_id is not None or first.invitation_id != invitation.id:
            raise NotFound
        answer = answer_to(first, body)
        answer.invitation_id = invitation.id
        session.add(answer)
        session.flush()
        _record(session, invitation, proposal, facts_of(answer, proposal.draft_count))
    return answer


def _lock(session: Session, invitation: Invitation) -> Proposal:
    """The proposal, where the guest may comment on it at this moment: who withdraws the invitation locks it too."""
    proposal = lock_for_guest(session, invitation)
    session.refresh(invitation)
    if state_of(invitation) is not Link.OPEN or not access(proposal.state).may_comment:
        raise Refused(Fault.COMMENTS_CLOSED)
    return proposal


def _record(session: Session, invitation: Invitation, proposal: Proposal, details: dict[str, object]) -> None:
    """Nobody of the office did it: the event names the invitation."""
    record(
        session,
        action=Happening.COMMENT_WRITTEN,
        actor=None,
        proposal_id=proposal.id,
        act_id=proposal.act_id,
        details={"invitation": invitation.id, **details},
    )
