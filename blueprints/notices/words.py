"""Notices in words: the sentence of the history, why this person is told, and where it can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _
from sqlalchemy.orm import Session

from blueprints.language import thai_digits
from blueprints.proposals.story import told
from models.notice import Notice
from review.notices import MailWish, Why
from review.record import Happening
from services.keeping.timeline import Names, names_in
from services.telling.looks import News

WHYS: dict[Why, LazyString] = {
    Why.NAMED: _("เรื่องนี้เกี่ยวกับท่าน"),
    Why.VOIDED: _("ท่านเคยเห็นชอบ และความเห็นชอบนั้นสิ้นผล"),
    Why.THREAD: _("ท่านร่วมแสดงความเห็นเรื่องนี้"),
    Why.OWNER: _("ท่านเป็นเจ้าของข้อเสนอ"),
    Why.CODRAFTER: _("ท่านเป็นผู้ร่วมร่าง"),
    Why.REVIEWER: _("ท่านเป็นผู้ตรวจ"),
    Why.SECRETARY: _("ท่านเป็นเลขานุการ"),
    Why.COMMENTER: _("ท่านเคยแสดงความเห็นต่อข้อเสนอนี้"),
}

MAIL_WISHES: dict[MailWish, LazyString] = {
    MailWish.AT_ONCE: _("ทันทีที่มีเรื่องเกี่ยวกับท่าน"),
    MailWish.DAILY: _("วันละครั้งตอนเช้า รวมทุกเรื่องและสิ่งที่รอท่าน"),
    MailWish.NONE: _("ไม่รับอีเมล ดูในระบบเท่านั้น"),
}

_IN_DISCUSSION = {
    Happening.COMMENT_WRITTEN,
    Happening.COMMENT_RESOLVED,
    Happening.COMMENT_REOPENED,
    Happening.SUGGESTION_TAKEN,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One notice in words. ``url``: of the page that shows it, on this site."""

    number: int
    at: datetime
    who: str
    what: str
    reason: str
    why: str
    title: str
    url: str
    unread: bool


def lines_of(session: Session, notices: Sequence[Notice]) -> list[Line]:
    """Notices in words, in their order."""
    names = names_in(session, [notice.event for notice in notices])
    return [_line(notice, names) for notice in notices]


def _line(notice: Notice, names: Names) -> Line:
    entry = told(notice.event, notice.proposal_id or 0, names.people, names.guests)
    return Line(
        notice.event_number,
        notice.event.at,
        str(entry["who"]),
        str(entry["what"]),
        str(entry["reason"] or ""),
        str(WHYS[notice.why]),
        notice.about.title,
        str(entry["url"] or _page(notice)),
        notice.read_at is None,
    )


def _page(notice: Notice) -> str:
    """Where it is seen; of a bill those are told whose documents are made."""
    if notice.bill_id is not None:
        return url_for("bills.print_choice", bill_id=notice.bill_id)
    page = "proposals.discussion" if notice.event.action in _IN_DISCUSSION else "proposals.show"
    return url_for(page, proposal_id=notice.proposal_id)


def since(news: News) -> str:
    """What others did since the person looked, as a sentence; empty: nothing, or he or she never looked."""
    if not news.looked or not news.any:
        return ""
    parts = []
    if news.drafts:
        parts.append(gettext("ร่างใหม่ %(n)s ครั้ง", n=thai_digits(news.drafts)))
    if news.comments:
        parts.append(gettext("ความเห็น %(n)s ข้อ", n=thai_digits(news.comments)))
    if news.others:
        parts.append(gettext("เหตุการณ์อื่น %(n)s รายการ", n=thai_digits(news.others)))
    return gettext("ตั้งแต่ท่านดูครั้งก่อน มี%(what)s", what=" ".join(parts))
