"""What waits for a person, in words: what to do, and where the button leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from blueprints.due_words import due_words, is_overdue
from blueprints.language import thai_digits
from models.base import utc_now
from models.proposal import Proposal
from review.workflow import Action
from services.telling.dashboard import Task, Waiting


@dataclass(frozen=True, slots=True)
class Duty:
    """One row of the list. `url`: the page on which it is done; `proposal_url`: that of the proposal."""

    title: str
    proposal_url: str
    sentence: str
    label: str
    url: str
    age: str
    owner: str
    act: str
    due: str
    overdue: bool


# The button of each task, and the page on which it is done.
BUTTONS: dict[Task, tuple[LazyString, str]] = {
    Task.ASSIGN: (_("มอบหมายผู้ตรวจ"), "reviews.action"),
    Task.START: (_("เริ่มตรวจ"), "reviews.action"),
    Task.REVIEW: (_("ตรวจ"), "proposals.compare"),
    Task.REVIEW_AGAIN: (_("ตรวจ"), "proposals.compare"),
    Task.ANSWER: (_("แก้ไขร่าง"), "proposals.text"),
    Task.WRITE: (_("เขียนต่อ"), "proposals.text"),
}

_ACTIONS = {Task.ASSIGN: Action.ASSIGN, Task.START: Action.START}


def _assign(item: Waiting) -> str:
    return gettext(
        "มอบหมายผู้ตรวจ มีแล้ว %(now)s จาก %(needed)s คน",
        now=thai_digits(item.assigned),
        needed=thai_digits(item.required),
    )


def _review(item: Waiting) -> str:
    return gettext(
        "ตรวจร่างครั้งที่ %(draft)s: เปลี่ยน %(units)s แห่ง",
        draft=thai_digits(item.proposal.draft_count),
        units=thai_digits(item.units),
    )


def _start(item: Waiting) -> str:
    return gettext(
        "เริ่มตรวจร่างครั้งที่ %(draft)s: เปลี่ยน %(units)s แห่ง",
        draft=thai_digits(item.proposal.draft_count),
        units=thai_digits(item.units),
    )


def _review_again(item: Waiting) -> str:
    again = gettext("ต่างจากร่างที่ท่านตัดสินครั้งก่อน %(changed)s แห่ง", changed=thai_digits(item.changed))
    return f"{_review(item)} {again}"


def _answer(item: Waiting) -> str:
    return gettext(
        "ผู้ตรวจขอให้แก้ไขร่างครั้งที่ %(draft)s อ่านเหตุผล แก้ แล้วเสนออีกครั้ง", draft=thai_digits(item.proposal.draft_count)
    )


def _write(item: Waiting) -> str:
    if not item.proposal.draft_count:
        return gettext("ยังไม่มีร่างที่บันทึกไว้ เลือกมาตราแล้วแก้ข้อความ")
    return gettext("ร่างครั้งที่ %(draft)s บันทึกแล้ว เขียนต่อหรือเสนอให้ตรวจ", draft=thai_digits(item.proposal.draft_count))


SENTENCES: dict[Task, Callable[[Waiting], str]] = {
    Task.ASSIGN: _assign,
    Task.START: _start,
    Task.REVIEW: _review,
    Task.REVIEW_AGAIN: _review_again,
    Task.ANSWER: _answer,
    Task.WRITE: _write,
}


def _arguments(item: Waiting) -> dict[str, int | str]:
    """Of the page: what is done there, and what changed since the person decided, which is shown first."""
    if item.task is Task.REVIEW_AGAIN:
        return {"old": item.decided, "new": item.proposal.draft_count}
    return {"action": _ACTIONS[item.task].value} if item.task in _ACTIONS else {}


def duty(item: Waiting) -> Duty:
    """One thing to do, in words."""
    proposal: Proposal = item.proposal
    label, endpoint = BUTTONS[item.task]
    return Duty(
        proposal.title,
        url_for("proposals.show", proposal_id=proposal.id),
        SENTENCES[item.task](item),
        str(label),
        url_for(endpoint, proposal_id=proposal.id, **_arguments(item)),
        age(item.since),
        proposal.owner.name,
        proposal.act.title,
        due_words(item.due_on),
        is_overdue(item.due_on),
    )


def age(moment: datetime) -> str:
    """How long ago, in days: วันนี้, ๓ วัน."""
    days = (utc_now() - moment).days
    return gettext("%(n)s วัน", n=thai_digits(days)) if days > 0 else gettext("วันนี้")
