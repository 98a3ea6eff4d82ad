"""Letters, told to a real mail server: taken, refused for now, refused for ever, and when nobody answers."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from blueprints.notices.delivery import deliver, send_due
from extensions import db
from jobs import queue as jobs
from jobs.work import embedded
from models.base import utc_now
from models.notice import Mail, Notice
from review.workflow import State
from services.telling import mail
from tests.jobs.post_office import later, server_at, submitted
from tests.jobs.test_queue import until
from tests.services.office import bring_to


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


def test_that_nobody_does_the_jobs_is_seen(mailing, office, post):
    submitted(office)
    assert not mail.is_stalled(db.session)
    db.session.execute(update(Notice).values(created_at=utc_now() - timedelta(hours=1)))
    db.session.commit()
    assert mail.is_stalled(db.session)
    deliver.run()
    assert not mail.is_stalled(db.session)


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
