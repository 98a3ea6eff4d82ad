"""A real mail server for tests, and what is done with letters there."""

from __future__ import annotations

import email
import socket
from collections.abc import Iterator
from datetime import timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as POLICY

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import update

from config_mail import MailServer
from extensions import db
from models.base import utc_now
from models.notice import Mail
from models.user import User
from review.workflow import Action
from tests.services.office import Office, do, propose, write

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
