"""Who is told, what he or she may see of it, and what was looked at last."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.base import utc_now
from models.event import Event
from models.notice import Look, Notice
from models.proposal import Proposal
from models.user import User
from review.notices import MailWish, Why
from review.record import Happening
from review.workflow import Action, State
from services.drafting.codrafters import name_codrafters
from services.failures import NotFound
from services.people import accounts
from services.reviewing import comments, stepping_aside
from services.telling import looks, mail, notices, reminders
from tests.services.office import Office, assign, bring_to, do, propose, write


def told(session: Session, user: User) -> list[tuple[str, Why]]:
    return [(one.event.action, one.why) for one in notices.list_notices(session, user=user)]


def last_event(session: Session) -> int:
    return session.scalar(select(func.max(Event.number)))


def test_each_step_is_told_to_those_it_concerns_and_never_to_who_did_it(session: Session, office: Office) -> None:
    bring_to(session, office, State.APPROVED)
    first, second, third = office.reviewers
    assert told(session, office.secretary) == [("approve", Why.SECRETARY), ("submit", Why.SECRETARY)]
    assert told(session, office.owner) == [("approve", Why.OWNER)] * 2 + [("start", Why.OWNER), ("assign", Why.OWNER)]
    assert told(session, first) == [("approve", Why.REVIEWER), ("assign", Why.NAMED)]
    assert told(session, second) == [("assign", Why.NAMED)]
    for nobody in (third, office.reader, office.admin, office.codrafter):
        assert told(session, nobody) == []


def test_who_is_assigned_already_is_not_told_again(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    assign(session, office, proposal_id, *office.reviewers)
    assert told(session, office.reviewers[0]) == [("assign", Why.NAMED)]
    assert told(session, office.reviewers[2]) == [("assign", Why.NAMED)]


def test_whose_approval_falls_is_told_so(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, office.reviewers[0], proposal_id, Action.APPROVE)
    write(session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่อื่น")
    assert told(session, office.reviewers[0])[0] == (Happening.DRAFT_SAVED, Why.VOIDED)
    assert told(session, office.reviewers[1])[0] == ("assign", Why.NAMED)


def test_a_conversation_is_told_to_those_in_it(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    first, second, _ = office.reviewers
    said = comments.add(session, user=first, proposal_id=proposal_id, body="ทำไม", seen_draft=1)
    comments.reply(session, user=office.owner, comment_id=said.id, body="เพราะ")
    assert told(session, first)[0] == (Happening.COMMENT_WRITTEN, Why.THREAD)
    assert Happening.COMMENT_WRITTEN not in [action for action, _ in told(session, second)]
    comments.add(session, user=first, proposal_id=proposal_id, body="หยุดก่อน", seen_draft=1, blocking=True)
    assert told(session, second)[0] == (Happening.COMMENT_WRITTEN, Why.REVIEWER)
    assert told(session, office.secretary)[0] == (Happening.COMMENT_WRITTEN, Why.SECRETARY)


def test_nobody_is_told_of_what_he_may_not_see(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    name_codrafters(session, user=office.owner, proposal_id=proposal_id, codrafters=[office.codrafter.id], seen=[])
    assert told(session, office.codrafter) == [(Happening.CODRAFTERS_NAMED, Why.NAMED)]
    assert notices.unread_count(session, user=office.codrafter) == 1
    name_codrafters(session, user=office.owner, proposal_id=proposal_id, codrafters=[], seen=[office.codrafter.id])
    assert told(session, office.codrafter) == []
    assert notices.unread_count(session, user=office.codrafter) == 0
    assert mail.gather(session) == 1
    assert mail.contents(session, mail.due(session)[0]) is None  # not by mail either


def test_a_deactivated_person_is_told_nothing(session: Session, office: Office) -> None:
    accounts.set_active(session, office.secretary, False)
    proposal_id = propose(session, office)
    write(session, office.owner, proposal_id)
    do(session, office.owner, proposal_id, Action.SUBMIT)
    assert session.scalars(select(Notice).where(Notice.person_id == office.secretary.id)).all() == []


def test_a_refused_step_tells_nobody(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    before = session.scalar(select(func.count()).select_from(Notice))
    with pytest.raises(Exception, match="approve"):
        do(session, office.owner, proposal_id, Action.APPROVE)
    assert session.scalar(select(func.count()).select_from(Notice)) == before


def test_reading_all_and_reading_one_proposal(session: Session, office: Office) -> None:
    one, other = bring_to(session, office, State.IN_REVIEW), bring_to(session, office, State.IN_REVIEW)
    assert notices.unread_count(session, user=office.owner) == 4
    looks.look(session, user=office.owner, proposal_id=one, until=last_event(session))
    assert notices.unread_count(session, user=office.owner) == 2
    number = session.scalar(select(func.max(Event.number)).where(Event.proposal_id == other)) - 1
    assert notices.mark_read(session, user=office.owner, until=number) == 1
    assert notices.mark_read(session, user=office.owner, until=2**31 - 1) == 1
    assert notices.unread_count(session, user=office.owner) == 0
    assert notices.unread_count(session, user=office.reviewers[0]) == 2  # only one's own


def test_what_is_new_since_one_looked(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    second = office.reviewers[1]

    def news() -> looks.News:
        return looks.news(session, user=second, proposal_ids=[proposal_id])[proposal_id]

    assert (news().looked, news().drafts) == (False, 1)
    looks.look(session, user=second, proposal_id=proposal_id, until=last_event(session))
    assert (news().looked, news().any) == (True, False)
    said = comments.add(session, user=second, proposal_id=proposal_id, body="ก", seen_draft=1)
    assert not news().any  # one's own
    comments.reply(session, user=office.owner, comment_id=said.id, body="ข")
    write(session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่ใหม่")
    do(session, office.reviewers[0], proposal_id, Action.APPROVE)
    assert (news().drafts, news().comments, news().others) == (1, 1, 1)
    looks.look(session, user=second, proposal_id=proposal_id, until=1)  # an older window
    assert news().drafts == 1
    looks.look(session, user=second, proposal_id=proposal_id, until=news().last)
    assert not news().any


def test_nobody_looks_at_what_is_hidden(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    with pytest.raises(NotFound):
        looks.look(session, user=office.reader, proposal_id=proposal_id, until=1)
    assert session.scalars(select(Look)).all() == []


def test_a_deadline_is_recorded_and_told_once(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    proposal = session.get_one(Proposal, proposal_id)
    proposal.due_on = (utc_now() - timedelta(days=30)).date()
    session.commit()
    assert reminders.remind(session) == 1
    assert reminders.remind(session) == 0
    assert told(session, office.owner)[0] == (Happening.DEADLINE_PASSED, Why.OWNER)
    assert told(session, office.secretary)[0] == (Happening.DEADLINE_PASSED, Why.SECRETARY)
    proposal.due_on = (utc_now() - timedelta(days=20)).date()
    session.commit()
    assert reminders.remind(session) == 1  # another deadline


def test_the_wish_of_the_time_stays_with_the_notice(session: Session, office: Office) -> None:
    notices.set_mail_wish(session, user=office.owner, wish=MailWish.NONE)
    bring_to(session, office, State.SUBMITTED)
    notices.set_mail_wish(session, user=office.owner, wish=MailWish.AT_ONCE)
    mail.gather(session)
    people = {session.get_one(User, mail.contents(session, one).person.id).name for one in mail.due(session)}
    assert people == {"เลขานุการ", "ผู้ตรวจ 1", "ผู้ตรวจ 2"}


def test_who_is_asked_to_review_instead_is_told(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    _, second, third = office.reviewers
    stepping_aside.delegate(session, user=second, proposal_id=proposal_id, to=third.id, reason="ลา")
    assert told(session, third)[0] == (Happening.REVIEW_DELEGATED, Why.NAMED)
    assert told(session, office.secretary)[0] == (Happening.REVIEW_DELEGATED, Why.SECRETARY)
