"""Who sees which proposal: the one place. Everything about a proposal is loaded through here."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session, joinedload

from models.invitation import Invitation
from models.proposal import CoDrafter, Draft, Proposal
from models.user import User
from review.workflow import Role
from services.failures import NotFound, known


def visible_to(user: User) -> ColumnElement[bool]:
    """Before it was first submitted: the owner, co-drafters and the secretary; afterwards everybody signed in."""
    if Role.SECRETARY in user.roles:
        return true()
    return or_(
        Proposal.first_submitted_at.is_not(None),
        Proposal.owner_id == user.id,
        Proposal.id.in_(select(CoDrafter.proposal_id).where(CoDrafter.user_id == user.id)),
    )


def find_proposal(session: Session, user: User, proposal_id: int) -> Proposal:
    """The proposal with its act, edition and owner, for reading. :raises NotFound:"""
    query = (
        select(Proposal)
        .where(Proposal.id == known(proposal_id), visible_to(user))
        .options(joinedload(Proposal.act), joinedload(Proposal.edition), joinedload(Proposal.owner))
    )
    found = session.scalar(query)
    if found is None:
        raise NotFound
    return found


def lock_proposal(session: Session, user: User, proposal_id: int) -> Proposal:
    """The proposal as it is at this moment; nobody else changes it until the transaction ends. :raises NotFound:"""
    query = select(Proposal).where(Proposal.id == known(proposal_id), visible_to(user))
    found = session.scalar(query.with_for_update(of=Proposal, key_share=True).execution_options(populate_existing=True))
    if found is None:
        raise NotFound
    return found


def find_for_guest(session: Session, invitation: Invitation) -> Proposal:
    """The one proposal that a guest sees, with its act and edition. Whether the link still opens was asked before."""
    options = joinedload(Proposal.act), joinedload(Proposal.edition)
    return session.get_one(Proposal, invitation.proposal_id, options=options)


def lock_for_guest(session: Session, invitation: Invitation) -> Proposal:
    """The guest's proposal as it is at this moment; nobody else changes it until the transaction ends."""
    query = select(Proposal).where(Proposal.id == invitation.proposal_id).with_for_update(of=Proposal, key_share=True)
    return session.scalars(query.execution_options(populate_existing=True)).one()


def find_draft(session: Session, proposal: Proposal, number: int) -> Draft:
    """A draft of a proposal that was found for the person. :raises NotFound:"""
    query = select(Draft).where(Draft.proposal_id == proposal.id, Draft.number == known(number))
    found = session.scalar(query.options(joinedload(Draft.edition)))
    if found is None:
        raise NotFound
    return found


def last_draft(session: Session, proposal: Proposal) -> Draft | None:
    """The draft that the proposal stands for now."""
    return find_draft(session, proposal, proposal.draft_count) if proposal.draft_count else None
