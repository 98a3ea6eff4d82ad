"""Handing letters to the mail server: one conversation for many, and what its answer means."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from config_mail import MailServer

TIMEOUT = 30  # seconds for each answer; less than the first wait before a second try


class NotTaken(Exception):
    """The server did not take a letter. ``forever``: it never will; ``answer``: what it said, to show."""

    def __init__(self, answer: str, *, forever: bool) -> None:
        super().__init__(answer)
        self.answer = answer
        self.forever = forever


class ServerDown(Exception):
    """No conversation at all: the server does not answer, or does not let us in. It is no letter's fault."""


@contextmanager
def conversation(server: MailServer, *, timeout: int = TIMEOUT) -> Iterator[smtplib.SMTP]:
    """Signed in and encrypted as the settings say; ``timeout``: seconds for each answer. :raises ServerDown:"""
    try:
        talk = _connect(server, timeout)
    except (OSError, smtplib.SMTPException) as error:
        raise ServerDown(str(error)) from error
    try:
        yield talk
    finally:
        with suppress(OSError, smtplib.SMTPException):
            talk.quit()
        talk.close()


def _connect(server: MailServer, timeout: int) -> smtplib.SMTP:
    if server.tls:
        context = ssl.create_default_context()
        talk: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=timeout, context=context)
    else:
        talk = smtplib.SMTP(server.host, server.port, timeout=timeout)
    try:
        if server.starttls:
            talk.starttls(context=ssl.create_default_context())
        if server.user:
            talk.login(server.user, server.password)
    except BaseException:
        talk.close()
        raise
    return talk


def hand_over(talk: smtplib.SMTP, letter: EmailMessage) -> None:
    """:raises NotTaken: with the server's answer. :raises ServerDown: where it hung up."""
    try:
        talk.send_message(letter)
    except smtplib.SMTPRecipientsRefused as refused:
        code, answer = next(iter(refused.recipients.values()))
        raise NotTaken(_said(code, answer), forever=500 <= code < 600) from refused
    except smtplib.SMTPResponseException as refused:
        said = _said(refused.smtp_code, refused.smtp_error)
        raise NotTaken(said, forever=500 <= refused.smtp_code < 600) from refused
    except smtplib.SMTPNotSupportedError as refused:
        raise NotTaken(str(refused), forever=True) from refused
    except (OSError, smtplib.SMTPException) as error:
        raise ServerDown(str(error)) from error


def _said(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {text}"
