"""The jobs that tell people: letters at once, the digest of the morning, reminders of deadlines.

All of them find in the database what is to be done, so that each may run twice, late, or after the queue was lost.
"""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from smtplib import SMTP

from flask import current_app, has_app_context
from sqlalchemy import event
from sqlalchemy.orm import Session

from blueprints.notices.letters import write
from config_mail import MailServer
from extensions import db
from jobs.queue import job, queue_of
from jobs.smtp import NotTaken, ServerDown, conversation, hand_over
from models.notice import Notice
from review.notices import MailWish
from services.reviewing.working_days import today
from services.telling import mail, reminders


def _each_minute(_at: datetime) -> bool:
    return True


def _in_the_morning(at: datetime) -> bool:
    """Every ten minutes from 7 to 12 in Bangkok (UTC+7): who was served at 7 is not served again."""
    return at.hour < 5 and at.minute % 10 == 0


def _in_office_hours(at: datetime) -> bool:
    """Every half hour from 8 to 17 in Bangkok."""
    return 1 <= at.hour < 10 and at.minute % 30 == 0


def mail_server() -> MailServer | None:
    server: MailServer | None = current_app.config["SETTINGS"].mail
    return server


@job(retries=0, when=_each_minute)
def deliver() -> None:
    """Send what is due; also what another attempt, a killed worker or a lost queue left over."""
    server = mail_server()
    if server is not None:
        mail.gather(db.session)
        send_due(server)


@job(retries=0, when=_in_the_morning)
def deliver_digests() -> None:
    """To those who read once a day: one letter of the day's notices and of what waits for them."""
    server = mail_server()
    if server is not None:
        mail.gather_day(db.session, day=today())
        send_due(server)


@job(retries=0, when=_in_office_hours)
def remind() -> None:
    """Of deadlines that are near or passed."""
    reminders.remind(db.session)


def send_due(server: MailServer) -> None:
    """Every letter whose time has come, in one conversation. Where the server is down, the rest wait."""
    waiting = mail.due(db.session)
    db.session.rollback()
    with ExitStack() as stack:
        talk: SMTP | None = None
        for mail_id in waiting:
            if not mail.claim(db.session, mail_id):
                continue
            letter = write(server, mail_id)
            if letter is None:
                mail.close(db.session, mail_id, sent=False)
                continue
            try:
                talk = talk or stack.enter_context(conversation(server))
                hand_over(talk, letter)
            except ServerDown as down:
                mail.failed(db.session, mail_id, answer=str(down))
                return
            except NotTaken as refused:
                _note(mail_id, refused)
            else:
                mail.close(db.session, mail_id, sent=True)


def _note(mail_id: int, refused: NotTaken) -> None:
    if refused.forever:
        mail.close(db.session, mail_id, sent=False, failed=refused.answer)
    else:
        mail.failed(db.session, mail_id, answer=refused.answer)


@event.listens_for(Session, "after_flush")
def _see_notices(session: Session, _context: object) -> None:
    if any(isinstance(new, Notice) and new.mail_wish is MailWish.AT_ONCE for new in session.new):
        session.info["to_be_mailed"] = True


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop("to_be_mailed", None)


@event.listens_for(Session, "after_commit")
def _wake(session: Session) -> None:
    """What was committed is mailed soon, not only when the minute comes round."""
    if not session.info.pop("to_be_mailed", False) or not has_app_context():
        return
    if mail_server() is not None and not queue_of(current_app).at_once:
        deliver.ask()
