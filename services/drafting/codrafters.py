"""Who writes with the owner of a proposal."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, selectinload

from models.proposal import CoDrafter, Proposal
from models.user import User
from review.record import Happening
from review.workflow import Deed, Role, require
from services.failures import Fault, Refused, StaleWrite
from services.people.visibility import lock_proposal
from services.record import record
from services.reviewing.standings import load_users, people_of, standing_of
from services.transaction import transaction


def name_codrafters(
    session: Session, *, user: User, proposal_id: int, codrafters: Collection[int], seen: Collection[int]
) -> None:
    """Let exactly these people write with the owner. ``seen``: who they were when the form was shown.

    :raises StaleWrite: with the ids now stored. :raises Refused: NOT_A_DRAFTER, REVIEWS_IT.
    """
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        require(Deed.NAME_CODRAFTERS, proposal.state, standing_of(session, user, proposal))
        current = set(session.scalars(select(CoDrafter.user_id).where(CoDrafter.proposal_id == proposal.id)))
        if current != set(seen):
            raise StaleWrite("codrafters", frozenset(current))
        wanted = set(codrafters) - {proposal.owner_id}
        _check_codrafters(session, proposal, wanted - current)
        session.execute(delete(CoDrafter).where(CoDrafter.proposal_id == proposal.id))
        session.add_all(CoDrafter(proposal_id=proposal.id, user_id=person) for person in sorted(wanted))
        if wanted != current:
            record(
                session,
                action=Happening.CODRAFTERS_NAMED,
                actor=user,
                proposal_id=proposal.id,
                act_id=proposal.act_id,
                details={"codrafters": sorted(wanted), "former": sorted(current)},
            )


def _check_codrafters(session: Session, proposal: Proposal, added: Collection[int]) -> None:
    people = load_users(session, added)
    if any(Role.DRAFTER not in person.roles or not person.active for person in people):
        raise Refused(Fault.NOT_A_DRAFTER)
    if people_of(session, proposal).assigned & set(added):
        raise Refused(Fault.REVIEWS_IT)


def possible_codrafters(session: Session, *, proposal: Proposal) -> list[User]:
    """Everybody who can be named (active, drafter, not its owner, not reviewing it), by name."""
    query = select(User).where(User.active).order_by(User.name, User.id)
    users = session.scalars(query.options(selectinload(User.role_rows)))
    taken = people_of(session, proposal).assigned | {proposal.owner_id}
    return [user for user in users if Role.DRAFTER in user.roles and user.id not in taken]
