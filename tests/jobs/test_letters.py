"""What letters say, and to whom they go."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select, update

from blueprints.notices.delivery import deliver, deliver_digests, remind
from extensions import db
from models.base import utc_now
from models.event import Event
from models.proposal import Proposal
from review.notices import MailWish
from review.workflow import Action, State
from services.drafting.codrafters import name_codrafters
from services.people import accounts
from services.telling import mail, notices
from tests.jobs.post_office import SITE, body, later, submitted
from tests.services.office import bring_to, do, propose, write


def test_a_letter_says_what_happened_in_the_reader_s_language(mailing, office, post):
    accounts.set_language(db.session, office.owner, "en")
    bring_to(db.session, office, State.CHANGES_REQUESTED)
    deliver.run()
    (to_owner,) = post[0].to(office.owner)  # several events of one proposal: one letter
    (to_secretary,) = post[0].to(office.secretary)
    assert to_secretary["Subject"] == "เพิ่มผู้แทน: เจ้าของ เสนอให้ตรวจ"
    assert to_secretary["From"].addresses[0].display_name == "ร่างแก้"
    assert f"{SITE}/proposals/1" in body(to_secretary)
    assert "เรียน คุณเลขานุการ" in body(to_secretary)
    assert "“แก้เลขข้อ”" in body(to_owner)
    assert "Dear" in body(to_owner)
    assert "แก้เลขข้อ" in body(to_owner, "html")
    assert to_owner["List-Unsubscribe"] == f"<{SITE}/notices/mail>"
    assert to_owner["Auto-Submitted"] == "auto-generated"
    assert not post[0].to(office.reader)


def test_subjects_travel_encoded(mailing, office, post):
    submitted(office)
    deliver.run()
    raw = post[0].to(office.secretary)[0].as_bytes()
    assert raw.isascii()
    assert b"Subject: =?utf-8?" in raw


def test_nothing_of_a_hidden_proposal_leaves_the_house(mailing, office, post):
    proposal_id = propose(db.session, office, title="เรื่องลับ")
    name_codrafters(db.session, user=office.owner, proposal_id=proposal_id, codrafters=[office.codrafter.id], seen=[])
    mail.gather(db.session)
    name_codrafters(db.session, user=office.owner, proposal_id=proposal_id, codrafters=[], seen=[office.codrafter.id])
    deliver.run()
    assert not post[0].taken
    assert list(mail.troubled(db.session)) == []  # nothing went wrong


def test_an_account_that_was_switched_off_gets_no_letter(mailing, office, post):
    submitted(office)
    accounts.set_active(db.session, office.secretary, False)
    deliver.run()
    assert not post[0].taken


def test_no_header_can_be_added_by_what_people_type(mailing, office, post):
    proposal_id = propose(db.session, office, title="ก")
    write(db.session, office.owner, proposal_id)
    evil = "x\r\nBcc: all@office.test\u2028"
    db.session.execute(update(Proposal).values(title=evil))
    office.owner.name, office.secretary.name = evil, f"{evil}<a@b.test>, c"
    db.session.commit()
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    deliver.run()
    (letter,) = post[0].to(office.secretary)
    assert letter["Bcc"] is None
    assert len(letter["To"].addresses) == 1
    assert "<script" not in body(letter, "html")


def test_once_a_day_one_letter_with_everything_and_what_waits(mailing, office, post):
    notices.set_mail_wish(db.session, user=office.secretary, wish=MailWish.DAILY)
    notices.set_mail_wish(db.session, user=office.owner, wish=MailWish.NONE)
    submitted(office)
    submitted(office)
    deliver.run()
    assert not post[0].taken
    deliver_digests.run()
    deliver_digests.run()
    (letter,) = post[0].to(office.secretary)
    assert "แจ้งเตือน ๒ รายการ รอท่าน ๒ เรื่อง" in letter["Subject"]
    assert "มอบหมายผู้ตรวจ มีแล้ว ๐ จาก ๒ คน" in body(letter)
    assert len(post[0].taken) == 1
    mail.gather_day(db.session, day=date(2100, 1, 1))  # the next day: only what still waits
    later()
    deliver.run()
    assert len(post[0].to(office.secretary)) == 2


def test_who_has_nothing_to_read_gets_no_digest(mailing, office, post):
    notices.set_mail_wish(db.session, user=office.reader, wish=MailWish.DAILY)
    deliver_digests.run()
    assert not post[0].taken


def test_reminders_come_in_office_hours_and_digests_in_the_morning():
    bangkok = [utc_now().replace(hour=hour, minute=0) for hour in range(24)]
    assert [(at.hour + 7) % 24 for at in bangkok if deliver_digests.when(at)] == [7, 8, 9, 10, 11]
    assert [(at.hour + 7) % 24 for at in bangkok if remind.when(at)] == [8, 9, 10, 11, 12, 13, 14, 15, 16]


def test_a_reminder_reaches_the_reviewer(mailing, office, post):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    deliver.run()
    post[0].taken.clear()
    db.session.get_one(Proposal, proposal_id).due_on = date(2020, 1, 6)
    db.session.commit()
    remind.run()
    deliver.run()
    assert len(post[0].to(office.owner)) == 1
    assert db.session.scalar(select(Event.actor_id).order_by(Event.number.desc()).limit(1)) is None
