"""Events told in words: what happened, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from blueprints.language import thai_digits
from blueprints.wording import ACTIONS
from law.citation import cite
from models.event import Event
from review.record import Happening
from review.workflow import Action, State

_WEIGHTY = {Action.APPROVE, Action.REJECT, Action.REQUEST_CHANGES, Action.WITHDRAW}


def told(event: Event, proposal_id: int, people: Mapping[int, str]) -> dict[str, object]:
    """An entry of the timeline, as the macro wants it. ``people``: names by id."""
    details = event.details
    number = details.get("draft")
    is_draft = event.action == Happening.DRAFT_SAVED
    return {
        "at": event.at,
        "who": event.actor.name if event.actor else _("ระบบ"),
        "what": _sentence(event.action, details, people),
        "reason": details.get("reason") or details.get("note") or "",
        "weighty": event.action in _WEIGHTY,
        "url": url_for("proposals.compare", proposal_id=proposal_id, old=max(0, number - 1), new=number)
        if is_draft and number
        else "",
    }


def _sentence(action: str, details: Mapping[str, Any], people: Mapping[int, str]) -> str:
    if action in set(Action):
        return _moved(Action(action), details, people)
    return _happened(action, details)


def _moved(action: Action, details: Mapping[str, Any], people: Mapping[int, str]) -> str:
    if action is Action.ASSIGN:
        names = [people.get(number, "") for number in details.get("reviewers", ())]
        return _("มอบหมายผู้ตรวจ %(names)s", names=", ".join(filter(None, names)))
    name = str(ACTIONS[action])
    if action is Action.APPROVE:
        name = _(
            "เห็นชอบร่างครั้งที่ %(draft)s (%(got)s จาก %(required)s)",
            draft=thai_digits(details.get("draft", "")),
            got=thai_digits(details.get("approvals", "")),
            required=thai_digits(details.get("required", "")),
        )
    if details.get("to") == State.APPROVED:
        name = _("%(what)s ข้อเสนอได้รับความเห็นชอบครบแล้ว", what=name)
    return name


def _happened(action: str, details: Mapping[str, Any]) -> str:
    place = cite(details.get("address") or "")
    sentences = {
        Happening.PROPOSAL_CREATED: _("สร้างข้อเสนอ"),
        Happening.DETAILS_CHANGED: _("แก้ชื่อหรือเหตุผลของข้อเสนอ"),
        Happening.CODRAFTERS_NAMED: _("กำหนดผู้ร่วมร่าง"),
        Happening.DRAFT_SAVED: _draft_saved(details),
        Happening.COMMENT_WRITTEN: _("แสดงความเห็นที่%(place)s", place=place) if place else _("แสดงความเห็น"),
        Happening.COMMENT_RESOLVED: _("ปิดความเห็น"),
        Happening.COMMENT_REOPENED: _("เปิดความเห็นอีกครั้ง"),
    }
    return sentences.get(Happening(action), action) if action in set(Happening) else action


def _draft_saved(details: Mapping[str, Any]) -> str:
    sentence = _("บันทึกร่างครั้งที่ %(draft)s", draft=thai_digits(details.get("draft", "")))
    if details.get("voided"):
        return _("%(what)s ความเห็นชอบต่อข้อความเดิมสิ้นผล", what=sentence)
    return sentence
