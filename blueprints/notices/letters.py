"""A letter: what it says follows from what its reader may see when it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from itertools import groupby
from urllib.parse import urlsplit

from flask import current_app, render_template, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from blueprints.home.bills import BillDuty, bill_duties
from blueprints.home.waiting import Duty, duty
from blueprints.language import thai_date, thai_datetime, thai_digits
from blueprints.notices.words import Line, lines_of
from config_mail import MailServer
from extensions import db
from models.base import utc_now
from models.notice import Notice
from services.telling import mail
from services.telling.mail import Contents


@dataclass(frozen=True, slots=True)
class Letter:
    """In words, in the reader's language. ``matters``: title of a proposal or bill, and its notices."""

    subject: str
    greeting: str
    matters: Sequence[tuple[str, Sequence[Line]]]
    duties: Sequence[Duty | BillDuty]
    site: str
    choose: str

    @property
    def text(self) -> str:
        """For readers of plain text."""
        return "\n".join([self.greeting, "", *self._told(), *self._waiting(), *self._foot()]) + "\n"

    def _told(self) -> Iterator[str]:
        for title, lines in self.matters:
            yield f"■ {title}"
            for one in lines:
                yield f"  {thai_datetime(one.at, weekday=False)}  {one.who} {one.what}"
                yield from (f"    “{part}”" for part in one.reason.splitlines() if part.strip())
                yield f"    {self.site}{one.url}"
            yield ""

    def _waiting(self) -> Iterator[str]:
        if self.duties:
            yield _("สิ่งที่รอท่าน")
        for one in self.duties:
            yield f"□ {one.title} – {one.sentence}"
            if one.due:
                yield f"    {_('ครบกำหนด')} {one.due}"
            yield f"    {self.site}{one.url}"
        yield ""

    def _foot(self) -> Iterator[str]:
        yield "-- "
        yield _("เลือกว่าจะรับอีเมลเมื่อใด หรือไม่รับ: %(url)s", url=self.choose)


def write(server: MailServer, mail_id: int) -> EmailMessage | None:
    """The letter as it goes out; none where its reader may see nothing of it any more."""
    # Addresses and words as on a page of this site that the reader opens.
    with current_app.test_request_context(base_url=server.site):
        found = mail.contents(db.session, mail_id)
        if found is None:
            return None
        with force_locale(found.person.language):
            letter = _in_words(server, found)
            return _message(server, found, letter, render_template("notices/letter.html", letter=letter))


def _in_words(server: MailServer, found: Contents) -> Letter:
    by_matter = sorted(found.notices, key=lambda one: (*_matter(one), one.event_number))
    matters = [
        (same[0].about.title, lines_of(db.session, same))
        for same in (list(run) for _id, run in groupby(by_matter, key=_matter))
    ]
    duties = [*map(duty, found.waiting.proposals.items), *bill_duties(found.waiting.bills)]
    return Letter(
        _subject(found, matters, len(duties)),
        _("เรียน คุณ%(name)s", name=found.person.name),
        matters,
        duties,
        server.site,
        f"{server.site}{url_for('notices.mail')}",
    )


def _matter(notice: Notice) -> tuple[int, int]:
    return notice.proposal_id or 0, notice.bill_id or 0


def _subject(found: Contents, matters: Sequence[tuple[str, Sequence[Line]]], waiting: int) -> str:
    if found.mail.day:
        return _(
            "ร่างแก้ %(day)s: แจ้งเตือน %(n)s รายการ รอท่าน %(waiting)s เรื่อง",
            day=thai_date(found.mail.day),
            n=thai_digits(len(found.notices)),
            waiting=thai_digits(waiting),
        )
    title, lines = matters[0]
    if len(lines) == 1:
        return f"{title}: {lines[0].who} {lines[0].what}"
    return _("%(title)s: มีเรื่องใหม่ %(n)s รายการ", title=title, n=thai_digits(len(lines)))


def _message(server: MailServer, found: Contents, letter: Letter, page: str) -> EmailMessage:
    """No header takes a line break from what people typed; the body is base64, which every server passes on."""
    message = EmailMessage(policy=SMTP)
    host = urlsplit(server.site).hostname or "localhost"
    message["Subject"] = one_line(letter.subject)[:200]
    message["From"] = server.sender
    message["To"] = Address(one_line(found.person.name), addr_spec=found.person.email)
    message["Date"] = format_datetime(utc_now())
    message["Message-ID"] = f"<mail-{found.mail.id}-{found.mail.created_at:%Y%m%d%H%M%S}@{host}>"
    message["Auto-Submitted"] = "auto-generated"
    message["List-Unsubscribe"] = f"<{letter.choose}>"
    message.set_content(letter.text, cte="base64")
    message.add_alternative(page, subtype="html", cte="base64")
    return message


def one_line(text: str) -> str:
    """What people typed, for a header."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
