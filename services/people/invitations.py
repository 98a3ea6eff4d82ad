"""Invitations of people outside the office: given, withdrawn, renewed, and recognised by the token of their link."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from law.dates import BANGKOK
from models.base import utc_now
from models.invitation import Invitation
from models.proposal import Proposal
from models.user import User, fold_email
from review.guests import DEFAULT_DAYS, LONGEST_DAYS, Link, link_state
from review.record import Happening
from review.workflow import Deed, require
from services.failures import Fault, NotFound, Refused, known
from services.people.visibility import find_proposal, lock_proposal
from services.record import record
from services.reviewing.standings import standing_of
from services.transaction import checked, transaction

TOKEN_BYTES = 32
LONGEST_PERSON = 200
LONGEST_ORGANISATION = 300


@dataclass(frozen=True, slots=True)
class Handed:
    """An invitation with the token of its link, which is known only now and stored nowhere."""

    invitation: Invitation
    token: str


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom the secretary invites. ``email``: empty where the link is handed over otherwise; ``days``: how long."""

    person: str
    organisation: str
    email: str = ""
    days: int = DEFAULT_DAYS


def invite(session: Session, *, user: User, proposal_id: int, guest: Guest, now: datetime | None = None) -> Handed:
    """Invite somebody to one proposal. :raises ActionRefused: for all but the secretary, and outside of a review.

    :raises Refused: PERSON_MISSING, ORGANISATION_MISSING, BAD_EMAIL, BAD_DAYS, TOO_LONG.
    """
    token = _new_token()
    with transaction(session):
        proposal = _lock(session, user, proposal_id)
        invitation = Invitation(proposal_id=proposal.id, invited_by_id=user.id, token_hash=digest(token))
        invitation.person = _named(guest.person, LONGEST_PERSON, Fault.PERSON_MISSING)
        invitation.organisation = _named(guest.organisation, LONGEST_ORGANISATION, Fault.ORGANISATION_MISSING)
        invitation.email = _checked_email(guest.email)
        _open_for(invitation, guest.days, now or utc_now())
        session.add(invitation)
        session.flush()
        _record(session, Happening.GUEST_INVITED, user, invitation, proposal, last_day=invitation.last_day.isoformat())
    return Handed(invitation, token)


def renew(
    session: Session,
    *,
    user: User,
    proposal_id: int,
    invitation_id: int,
    days: int = DEFAULT_DAYS,
    now: datetime | None = None,
) -> Handed:
    """A new link for the same guest; the link before opens nothing any more. :raises ActionRefused: :raises Refused:"""
    token = _new_token()
    with transaction(session):
        proposal = _lock(session, user, proposal_id)
        invitation = find(session, proposal, invitation_id)
        invitation.token_hash, invitation.withdrawn_at = digest(token), None
        _open_for(invitation, days, now or utc_now())
        _record(
            session, Happening.INVITATION_RENEWED, user, invitation, proposal, last_day=invitation.last_day.isoformat()
        )
    return Handed(invitation, token)


def withdraw(session: Session, *, user: User, proposal_id: int, invitation_id: int) -> Invitation:
    """The link opens nothing any more; what the guest said stays. In any state of the proposal; twice is once."""
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        require(Deed.WITHDRAW_INVITATION, proposal.state, standing_of(session, user, proposal))
        invitation = find(session, proposal, invitation_id)
        if invitation.withdrawn_at is None:
            invitation.withdrawn_at = utc_now()
            _record(session, Happening.INVITATION_WITHDRAWN, user, invitation, proposal)
    return invitation


def _lock(session: Session, user: User, proposal_id: int) -> Proposal:
    proposal = lock_proposal(session, user, proposal_id)
    require(Deed.INVITE, proposal.state, standing_of(session, user, proposal))
    return proposal


def for_letter(session: Session, *, user: User, proposal_id: int, invitation_id: int, token: str) -> Invitation:
    """The invitation whose link the secretary was just handed, before it goes to the guest by e-mail; writes nothing.

    :raises ActionRefused: as ``invite`` does. :raises NotFound: for a token that opens nothing any more.
    """
    proposal = find_proposal(session, user, proposal_id)
    require(Deed.INVITE, proposal.state, standing_of(session, user, proposal))
    found = find(session, proposal, invitation_id)
    if not hmac.compare_digest(found.token_hash, digest(token)) or state_of(found) is not Link.OPEN:
        raise NotFound
    return found


def find(session: Session, proposal: Proposal, invitation_id: int) -> Invitation:
    """An invitation to a proposal that was found for the person. :raises NotFound:"""
    query = select(Invitation).where(Invitation.id == known(invitation_id), Invitation.proposal_id == proposal.id)
    found = session.scalar(query)
    if found is None:
        raise NotFound
    return found


def list_invitations(session: Session, *, proposal: Proposal) -> Sequence[Invitation]:
    """Who was invited to a proposal that was found for the person, the first invited first."""
    query = select(Invitation).where(Invitation.proposal_id == proposal.id).order_by(Invitation.id)
    return session.scalars(query.options(joinedload(Invitation.invited_by))).all()


# --- the link ---------------------------------------------------------------------------------------


def by_token(session: Session, token: str) -> Invitation:
    """The invitation whose link has this token, whether it still opens or not. :raises NotFound:"""
    found = session.scalar(select(Invitation).where(Invitation.token_hash == digest(token)))
    if found is None:
        raise NotFound
    return found


def resume(session: Session, *, invitation_id: int, token: str) -> Invitation | None:
    """The invitation whose page is asked for, where the token is that of its link; writes nothing."""
    found = session.get(Invitation, invitation_id) if 0 < invitation_id < 2**31 else None
    is_its_own = found is not None and hmac.compare_digest(found.token_hash, digest(token))
    return found if is_its_own else None


def state_of(invitation: Invitation, *, now: datetime | None = None) -> Link:
    """Whether the link opens at this moment."""
    return link_state(
        last_day=invitation.last_day, is_withdrawn=invitation.withdrawn_at is not None, today=_day(now or utc_now())
    )


def digest(token: str) -> str:
    """What is stored of a token: it has 256 random bits, so that a plain hash can not be guessed back."""
    return sha256(token.encode(errors="replace")).hexdigest()


def _new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def _day(now: datetime) -> date:
    return now.astimezone(BANGKOK).date()


def _open_for(invitation: Invitation, days: int, now: datetime) -> None:
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused(Fault.BAD_DAYS)
    invitation.last_day = _day(now) + timedelta(days=days)


def _named(typed: str, longest: int, missing: Fault) -> str:
    name = " ".join(checked(typed, longest=longest).split())
    if not name:
        raise Refused(missing)
    return name


def _checked_email(typed: str) -> str:
    if not typed.strip():
        return ""
    try:
        # Whether it can be delivered shows when it is sent.
        found = validate_email(fold_email(typed), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Refused(Fault.BAD_EMAIL) from error
    return fold_email(found.normalized)


def _record(
    session: Session, what: Happening, user: User, invitation: Invitation, proposal: Proposal, **details: object
) -> None:
    """A guest is named by the invitation's number alone: the record can never be cleaned of names."""
    facts = {"invitation": invitation.id, **details}
    record(session, action=what, actor=user, proposal_id=proposal.id, act_id=proposal.act_id, details=facts)
