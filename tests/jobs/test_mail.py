"""Letters, told to a real mail server: taken, refused for now, refused for ever, and when nobody answers."""

from __future__ import annotations

import email
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy import select, update

from blueprints.notices.delivery import deliver, deliver_digests, remind, send_due
from config_mail import MailServer
from extensions import db
from jobs import queue as jobs
from jobs.work import embedded
from models.base import utc_now
from models.event import Event
from models.notice import Mail, Notice
from models.proposal import Proposal
from models.user import User
from review.notices import MailWish
from review.workflow import Action, Role, State
from services.drafting.codrafters import name_codrafters
from services.people import accounts
from services.telling import mail, notices
from tests.databases import Database, fresh_database, migrated_app
from tests.jobs.test_queue import until
from tests.services.office import Office, bring_to, do, open_office, propose, write

SITE = "https://rangkae.office.test"


class PostOffice:
    """What a server says to each letter; the letters it took."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.refused_people: set[str] = set()
        self.taken: list[EmailMessage] = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802  the library's name
        if address in self.refused_people:
            return "550 5.1.1 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            self.taken.append(email.message_from_bytes(envelope.content, policy=POLICY))
        return answer

    def to(self, person: User) -> list[EmailMessage]:
        return [letter for letter in self.taken if letter["To"].addresses[0].addr_spec == person.email]


@pytest.fixture
def post() -> Iterator[tuple[PostOffice, int]]:
    office = PostOffice()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    yield office, port
    controller.stop()


def server_at(port: int) -> MailServer:
    sender = Address("ร่างแก้", addr_spec="rangkae@office.test")
    return MailServer(host="127.0.0.1", port=port, sender=sender, site=SITE)


@pytest.fixture
def mailing(database: Database, tmp_path: Path, post) -> Iterator[Flask]:
    """An application that sends letters, on a new database; jobs wait until somebody works."""
    with fresh_database(database.kind, tmp_path, f"mail_{tmp_path.name}"[:40]) as fresh:
        app = migrated_app(fresh, tmp_path)
        app.config["SETTINGS"] = replace(app.config["SETTINGS"], mail=server_at(post[1]))
        with app.app_context():
            yield app
            db.session.close()
            db.engine.dispose()


@pytest.fixture
def office(mailing: Flask) -> Office:
    made: list[User] = []

    def make(*roles: Role, name: str) -> User:
        user = User(name=name, email=f"person{len(made)}@office.test", password_hash="x")
        user.roles = frozenset(roles)
        db.session.add(user)
        db.session.commit()
        made.append(user)
        return user

    return open_office(db.session, make)


def later() -> None:
    """Let time pass for the letters that wait."""
    waiting = update(Mail).where(Mail.next_try_at.is_not(None))
    db.session.execute(waiting.values(next_try_at=utc_now() - timedelta(seconds=1)))
    db.session.commit()


def body(letter: EmailMessage, kind: str = "plain") -> str:
    return letter.get_body((kind,)).get_content()


def submitted(office: Office) -> int:
    proposal_id = propose(db.session, office)
    write(db.session, office.owner, proposal_id)
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    return proposal_id


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


def test_what_was_sent_is_not_sent_again(mailing, office, post):
    submitted(office)
    deliver.run()
    count = len(post[0].taken)
    assert count
    later()
    deliver.run()
    assert len(post[0].taken) == count


def test_a_server_that_says_later_is_asked_again_after_growing_waits(mailing, office, post):
    submitted(office)
    post[0].answers = ["451 4.3.0 come back later", "451 4.3.0 come back later"]
    waits = []
    for _ in range(2):
        later()
        deliver.run()
        (kept,) = mail.troubled(db.session)
        waits.append(kept.next_try_at - utc_now())
        assert kept.failed.startswith("451 4.3.0")
        deliver.run()  # not yet
        assert not post[0].taken
    assert waits[1] > waits[0] > timedelta(minutes=1)
    later()
    deliver.run()
    assert len(post[0].to(office.secretary)) == 1
    assert list(mail.troubled(db.session)) == []


def test_a_server_that_says_never_is_not_asked_again_until_the_administrator_does(mailing, office, post):
    post[0].refused_people = {office.secretary.email}
    submitted(office)
    deliver.run()
    (kept,) = mail.troubled(db.session)
    assert kept.given_up_at is not None
    assert "no such person" in kept.failed
    later()
    deliver.run()
    assert not post[0].taken
    post[0].refused_people = set()
    mail.retry(db.session, mail_id=kept.id)
    deliver.run()
    assert len(post[0].to(office.secretary)) == 1


def test_one_who_is_refused_keeps_nobody_else_waiting(mailing, office, post):
    post[0].refused_people = {office.reviewers[0].email}
    bring_to(db.session, office, State.SUBMITTED)
    deliver.run()
    assert len(post[0].to(office.reviewers[1])) == 1


def test_a_server_that_is_down_loses_nothing(mailing, office, post):
    up = mailing.config["SETTINGS"]
    with socket.create_server(("127.0.0.1", 0)) as free:
        down = server_at(free.getsockname()[1])
    mailing.config["SETTINGS"] = replace(up, mail=down)
    submitted(office)
    deliver.run()
    assert len(mail.troubled(db.session)) == 1
    mailing.config["SETTINGS"] = up
    later()
    deliver.run()
    assert len(post[0].to(office.secretary)) == 1


def test_after_many_attempts_it_is_given_up_and_shown(mailing, office, post):
    submitted(office)
    post[0].answers = ["451 no"] * mail.MOST_ATTEMPTS
    for _ in range(mail.MOST_ATTEMPTS):
        later()
        deliver.run()
    (kept,) = mail.troubled(db.session)
    assert (kept.attempts, kept.next_try_at) == (mail.MOST_ATTEMPTS, None)


def test_killed_between_sending_and_noting_it_is_sent_once_more_with_the_same_id(mailing, office, post, monkeypatch):
    submitted(office)
    with monkeypatch.context() as patch:
        patch.setattr(mail, "close", lambda *_a, **_k: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            deliver.run()
    db.session.rollback()
    deliver.run()
    assert len(post[0].to(office.secretary)) == 1  # its next try is not due yet
    later()
    deliver.run()
    first, second = post[0].to(office.secretary)
    assert first["Message-ID"] == second["Message-ID"]


def test_two_workers_send_a_letter_once(mailing, office, post):
    submitted(office)
    mail.gather(db.session)
    (mail_id,) = mail.due(db.session)
    assert mail.claim(db.session, mail_id)
    send_due(mailing.config["SETTINGS"].mail)
    assert not mail.claim(db.session, mail_id)
    assert not post[0].taken


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


def test_without_a_server_nothing_is_written_and_later_nothing_old_is_sent(mailing, office, post):
    settings = mailing.config["SETTINGS"]
    mailing.config["SETTINGS"] = replace(settings, mail=None)
    submitted(office)
    deliver.run()
    assert db.session.scalars(select(Mail)).all() == []
    db.session.execute(update(Notice).values(created_at=utc_now() - timedelta(days=4)))
    db.session.commit()
    mailing.config["SETTINGS"] = settings
    deliver.run()
    assert not post[0].taken


def test_a_letter_of_an_old_copy_is_not_sent_when_it_is_brought_back(mailing, office, post):
    submitted(office)
    mail.gather(db.session)
    db.session.execute(update(Mail).values(created_at=utc_now() - timedelta(days=4)))
    db.session.commit()
    deliver.run()
    assert not post[0].taken
    assert not mail.is_stalled(db.session)


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


def test_that_nobody_does_the_jobs_is_seen(mailing, office, post):
    submitted(office)
    assert not mail.is_stalled(db.session)
    db.session.execute(update(Notice).values(created_at=utc_now() - timedelta(hours=1)))
    db.session.commit()
    assert mail.is_stalled(db.session)
    deliver.run()
    assert not mail.is_stalled(db.session)


def test_who_has_nothing_to_read_gets_no_digest(mailing, office, post):
    notices.set_mail_wish(db.session, user=office.reader, wish=MailWish.DAILY)
    deliver_digests.run()
    assert not post[0].taken


def test_what_is_committed_wakes_the_worker(mailing, office, post, tmp_path):
    found = jobs.queue_of(mailing)
    found.url, found.at_once = f"sqlite:///{tmp_path / 'queue.sqlite'}", False
    submitted(office)
    assert not post[0].taken  # no request waits for it
    assert found.huey.pending_count() > 0
    with embedded(mailing, workers=2):
        until(lambda: bool(post[0].to(office.secretary)))
    assert len(post[0].to(office.secretary)) == 1
    found.url, found.at_once = "immediate://", True


def test_a_lost_queue_loses_no_letter(mailing, office, post):
    submitted(office)  # nobody was woken
    assert deliver.when(utc_now())
    deliver.run()
    assert len(post[0].to(office.secretary)) == 1


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
