"""Guests: invited to one proposal, for a time, by a link of which only a hash is stored."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.event import Event
from models.invitation import Invitation
from models.proposal import Proposal
from models.review import Comment
from review.guests import Link
from review.workflow import Action, ActionRefused, State
from services.drafting import suggestions
from services.failures import Fault, NotFound, Refused, StaleWrite
from services.people import guests, invitations
from services.people.invitations import Guest, Handed
from services.reviewing import comments, standings
from services.reviewing.comments import Where
from tests.services.office import Office, bring_to, do, write

SOMEBODY = Guest("นางสาวสมใจ", "กรมหม่อนไหม", "Somjai@Silk.example")
EVENING = datetime(2026, 3, 1, 16, 59, tzinfo=UTC)  # 23.59 in Bangkok


@pytest.fixture
def proposal_id(session: Session, office: Office) -> int:
    return bring_to(session, office, State.IN_REVIEW)


@pytest.fixture
def handed(session: Session, office: Office, proposal_id: int) -> Handed:
    return invitations.invite(session, user=office.secretary, proposal_id=proposal_id, guest=SOMEBODY)


def events(session: Session, proposal_id: int) -> list[Event]:
    return list(session.scalars(select(Event).where(Event.proposal_id == proposal_id).order_by(Event.number)))


def test_the_token_is_stored_nowhere(session: Session, handed: Handed) -> None:
    assert len(handed.token) >= 43  # 256 bits
    row = session.execute(select(Invitation.__table__)).mappings().one()
    assert handed.token not in str(dict(row))
    assert all(handed.token not in str(event.details) for event in session.scalars(select(Event)))
    assert invitations.by_token(session, handed.token).id == handed.invitation.id
    assert row["email"] == "somjai@silk.example"


def test_the_record_names_nobody(session: Session, proposal_id: int, handed: Handed) -> None:
    guests.comment(session, invitation=handed.invitation, body="ขอให้ชัด", seen_draft=1)
    last = events(session, proposal_id)[-2:]
    assert [event.action for event in last] == ["guest_invited", "comment_written"]
    assert [event.details["invitation"] for event in last] == [handed.invitation.id] * 2
    assert last[1].actor_id is None
    assert "สมใจ" not in "".join(str(event.details) for event in last)


@pytest.mark.parametrize("who", ["owner", "codrafter", "reader", "admin", "both"])
def test_only_the_secretary_invites(session: Session, office: Office, proposal_id: int, who: str) -> None:
    with pytest.raises(ActionRefused):
        invitations.invite(session, user=getattr(office, who), proposal_id=proposal_id, guest=SOMEBODY)
    assert session.scalars(select(Invitation)).all() == []


@pytest.mark.parametrize("state", [State.DRAFT, State.APPROVED, State.REJECTED, State.WITHDRAWN])
def test_only_while_it_is_examined(session: Session, office: Office, state: State) -> None:
    with pytest.raises(ActionRefused):
        invitations.invite(session, user=office.secretary, proposal_id=bring_to(session, office, state), guest=SOMEBODY)


@pytest.mark.parametrize(
    ("guest", "fault"),
    [
        (Guest(" ", "กรม"), Fault.PERSON_MISSING),
        (Guest("ก", "\n"), Fault.ORGANISATION_MISSING),
        (Guest("ก", "กรม", "not an address"), Fault.BAD_EMAIL),
        (Guest("ก", "กรม", days=0), Fault.BAD_DAYS),
        (Guest("ก", "กรม", days=366), Fault.BAD_DAYS),
        (Guest("ก\0", "กรม"), Fault.BAD_CHARACTERS),
        (Guest("ก" * 201, "กรม"), Fault.TOO_LONG),
    ],
)
def test_what_is_missing_is_said(
    session: Session, office: Office, proposal_id: int, guest: Guest, fault: Fault
) -> None:
    with pytest.raises(Refused) as refused:
        invitations.invite(session, user=office.secretary, proposal_id=proposal_id, guest=guest)
    assert refused.value.fault is fault


def test_it_opens_to_the_end_of_its_last_day_in_bangkok(session: Session, office: Office, proposal_id: int) -> None:
    made = invitations.invite(
        session, user=office.secretary, proposal_id=proposal_id, guest=Guest("ก", "กรม", days=1), now=EVENING
    ).invitation
    assert made.last_day == date(2026, 3, 2)
    assert invitations.state_of(made, now=EVENING + timedelta(days=1)) is Link.OPEN
    assert invitations.state_of(made, now=EVENING + timedelta(days=1, minutes=1)) is Link.EXPIRED


def test_withdrawn_and_renewed(session: Session, office: Office, proposal_id: int, handed: Handed) -> None:
    number = handed.invitation.id
    for _ in range(2):
        gone = invitations.withdraw(session, user=office.secretary, proposal_id=proposal_id, invitation_id=number)
        assert invitations.state_of(gone) is Link.WITHDRAWN
    with pytest.raises(Refused) as refused:
        guests.comment(session, invitation=handed.invitation, body="ก", seen_draft=1)
    assert refused.value.fault is Fault.COMMENTS_CLOSED
    again = invitations.renew(session, user=office.secretary, proposal_id=proposal_id, invitation_id=number)
    assert invitations.state_of(again.invitation) is Link.OPEN
    with pytest.raises(NotFound):
        invitations.by_token(session, handed.token)
    assert invitations.resume(session, invitation_id=number, token=handed.token) is None
    assert invitations.resume(session, invitation_id=number, token=again.token) is not None
    told = [event.action for event in events(session, proposal_id)]
    assert told[-3:] == ["guest_invited", "invitation_withdrawn", "invitation_renewed"]


def test_a_token_of_one_invitation_opens_no_other(session: Session, office: Office, handed: Handed) -> None:
    other = bring_to(session, office, State.IN_REVIEW)
    second = invitations.invite(session, user=office.secretary, proposal_id=other, guest=SOMEBODY)
    assert invitations.resume(session, invitation_id=second.invitation.id, token=handed.token) is None
    with pytest.raises(NotFound):
        invitations.withdraw(session, user=office.secretary, proposal_id=other, invitation_id=handed.invitation.id)


def test_a_guest_sees_only_what_was_said_to_him_or_her(
    session: Session, office: Office, proposal_id: int, handed: Handed
) -> None:
    second = invitations.invite(session, user=office.secretary, proposal_id=proposal_id, guest=Guest("ข", "จังหวัด"))
    inside = comments.add(session, user=office.owner, proposal_id=proposal_id, body="ภายใน", seen_draft=1)
    mine = guests.comment(session, invitation=handed.invitation, body="ของกรม", seen_draft=1)
    comments.reply(session, user=office.owner, comment_id=mine.id, body="ขอบคุณ")
    guests.reply(session, invitation=handed.invitation, comment_id=mine.id, body="ยินดี")
    theirs = guests.comment(session, invitation=second.invitation, body="ของจังหวัด", seen_draft=1)
    matter = guests.matter_of(session, invitation=handed.invitation)
    found = guests.threads_of(session, matter=matter)
    assert [(thread.first.body, [one.body for one in thread.replies]) for thread in found] == [
        ("ของกรม", ["ขอบคุณ", "ยินดี"])
    ]
    for foreign in (inside, theirs):
        with pytest.raises(NotFound):
            guests.reply(session, invitation=handed.invitation, comment_id=foreign.id, body="ก")
    everything = comments.list_threads(session, proposal=session.get_one(Proposal, proposal_id))
    assert {thread.first.author.name for thread in everything} == {
        "เจ้าของ", "นางสาวสมใจ (กรมหม่อนไหม)", "ข (จังหวัด)",
    }  # fmt: skip


def test_a_comment_on_an_older_draft_is_said_before_it_is_stored(
    session: Session, office: Office, proposal_id: int, handed: Handed
) -> None:
    write(session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่เสนอรายงาน")
    with pytest.raises(StaleWrite) as stale:
        guests.comment(session, invitation=handed.invitation, body="ก", seen_draft=1)
    assert stale.value.theirs == 2


@pytest.mark.parametrize(
    ("state", "reads", "comments_"),
    [
        (State.SUBMITTED, True, True),
        (State.CHANGES_REQUESTED, True, True),
        (State.APPROVED, True, False),
        (State.REJECTED, False, False),
        (State.WITHDRAWN, False, False),
    ],
)
def test_what_a_guest_may_follows_the_proposal(
    session: Session, office: Office, state: State, reads: bool, comments_: bool
) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    made = invitations.invite(session, user=office.secretary, proposal_id=proposal_id, guest=SOMEBODY).invitation
    first, second, _ = office.reviewers
    steps = {
        State.SUBMITTED: (),
        State.WITHDRAWN: ((office.owner, Action.WITHDRAW),),
        State.CHANGES_REQUESTED: ((first, Action.START), (first, Action.REQUEST_CHANGES)),
        State.REJECTED: ((first, Action.START), (first, Action.REJECT)),
        State.APPROVED: ((first, Action.START), (first, Action.APPROVE), (second, Action.APPROVE)),
    }
    for user, action in steps[state]:
        do(session, user, proposal_id, action, "เหตุ")
    matter = guests.matter_of(session, invitation=made)
    assert (matter.draft is not None, matter.access.may_comment) == (reads, comments_)
    if not comments_:
        with pytest.raises(Refused):
            guests.comment(session, invitation=made, body="ก", seen_draft=1)


def test_words_a_guest_suggested_make_nobody_an_author(
    session: Session, office: Office, proposal_id: int, handed: Handed
) -> None:
    where = Where("s5.p1", "เสนอแผน", suggestion="เสนอรายงาน")
    said = guests.comment(session, invitation=handed.invitation, body="ก", seen_draft=1, where=where)
    working = suggestions.take(session, user=office.owner, comment_id=said.id, seen_revision=1)
    write(session, office.owner, proposal_id, working.edits[0].text)
    assert standings.people_of(session, session.get_one(Proposal, proposal_id)).suggesters == frozenset()


# --- the database itself -----------------------------------------------------------------------------


def refused(session: Session, statement: object) -> None:
    with pytest.raises(IntegrityError), session.begin_nested():
        session.execute(statement)


def test_every_comment_has_exactly_one_author(
    session: Session, office: Office, proposal_id: int, handed: Handed
) -> None:
    said = guests.comment(session, invitation=handed.invitation, body="ก", seen_draft=1)
    mine = Comment.id == said.id
    refused(session, update(Comment).where(mine).values(author_id=office.owner.id))
    refused(session, update(Comment).where(mine).values(invitation_id=None))
    refused(session, update(Comment).where(mine).values(blocking=True))
    row = dict(session.execute(select(Comment.__table__)).mappings().one().items())
    other = bring_to(session, office, State.IN_REVIEW)
    refused(session, insert(Comment).values(row | {"id": 999, "proposal_id": other, "draft_id": None, "address": ""}))


def test_two_links_are_never_the_same(session: Session, handed: Handed) -> None:
    row = session.execute(select(Invitation.__table__)).mappings().one()
    refused(session, insert(Invitation).values({name: value for name, value in row.items() if name != "id"}))
