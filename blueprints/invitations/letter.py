"""The letter that brings a guest the link: for the secretary's own mail programme, or sent at once.

Never through the queue of letters: it would have to store the link, and a backup would hold it.
"""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from urllib.parse import quote, urlsplit

from flask_babel import gettext as _

from blueprints.language import thai_date
from blueprints.notices.letters import one_line
from config_mail import MailServer
from jobs.smtp import conversation, hand_over
from models.base import utc_now
from models.invitation import Invitation
from models.user import User

PATIENCE = 5  # seconds for each answer of the server: somebody waits for the page


def subject(title: str) -> str:
    return _("ขอเชิญแสดงความเห็นต่อข้อเสนอ “%(title)s”", title=title)


def body(invitation: Invitation, title: str, link: str) -> str:
    return _(
        "เรียน %(person)s %(organisation)s\n\nขอเชิญอ่านและแสดงความเห็นต่อข้อเสนอ “%(title)s” ที่\n"
        "%(link)s\n\nลิงก์นี้ทำขึ้นสำหรับท่าน ใช้ได้ถึง%(day)s",
        person=invitation.person,
        organisation=invitation.organisation,
        title=title,
        link=link,
        day=thai_date(invitation.last_day),
    )


def mailto(invitation: Invitation, title: str, link: str) -> str:
    """The letter, written out, in the secretary's own mail programme."""
    written = f"subject={quote(subject(title))}&body={quote(body(invitation, title, link))}"
    return f"mailto:{quote(invitation.email)}?{written}"


def write(server: MailServer, *, sender: User, invitation: Invitation, title: str, path: str) -> EmailMessage:
    """The letter; ``path``: of the link, on this site as the settings name it. Answers to it go to ``sender``."""
    letter = EmailMessage(policy=SMTP)
    letter["Subject"] = one_line(subject(title))[:200]
    letter["From"] = server.sender
    letter["To"] = Address(one_line(invitation.person), addr_spec=invitation.email)
    letter["Reply-To"] = Address(one_line(sender.name), addr_spec=sender.email)
    letter["Date"] = format_datetime(utc_now())
    letter["Message-ID"] = make_msgid("invitation", urlsplit(server.site).hostname or "localhost")
    letter.set_content(body(invitation, title, f"{server.site}{path}"), cte="base64")
    return letter


def send(server: MailServer, letter: EmailMessage) -> None:
    """Hand the letter over now. :raises NotTaken: :raises ServerDown:"""
    with conversation(server, timeout=PATIENCE) as talk:
        hand_over(talk, letter)
