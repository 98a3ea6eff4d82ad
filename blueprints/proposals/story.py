"""Events told in words: what happened, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from blueprints.language import thai_digits
from blueprints.wording import ACTIONS, ROLES
from law.citation import cite
from models.event import Event
from review.record import Happening
from review.workflow import Action, Role, State

# What the history can be narrowed to: name in the address -> the events.
KINDS: dict[str, frozenset[str]] = {
    "drafts": frozenset({Happening.PROPOSAL_CREATED, Happening.DETAILS_CHANGED, Happening.DRAFT_SAVED}),
    "comments": frozenset(
        {
            Happening.COMMENT_WRITTEN,
            Happening.COMMENT_RESOLVED,
            Happening.COMMENT_REOPENED,
            Happening.SUGGESTION_TAKEN,
        }
    ),
    "people": frozenset({Happening.CODRAFTERS_NAMED, Action.ASSIGN}),
    "decisions": frozenset(set(Action) - {Action.ASSIGN}),
}

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
    return _account_changed(action, details, people) or _happened(action, details)


def _account_changed(action: str, details: Mapping[str, Any], people: Mapping[int, str]) -> str:
    """What happened to an account; empty for anything else. The record knows people by number only."""
    name = people.get(details.get("user", 0), "")
    roles = ", ".join(str(ROLES[Role(role)]) for role in details.get("roles", ()))
    sentences = {
        Happening.USER_ADDED: _("เพิ่มบัญชีของ %(name)s (%(roles)s)", name=name, roles=roles),
        Happening.ROLES_CHANGED: _("กำหนดบทบาทของ %(name)s เป็น %(roles)s", name=name, roles=roles or "–"),
        Happening.PASSWORD_SET: _("ตั้งรหัสผ่านใหม่ของ %(name)s", name=name),
        Happening.USER_SWITCHED_OFF: _("ปิดบัญชีของ %(name)s", name=name),
        Happening.USER_SWITCHED_ON: _("เปิดบัญชีของ %(name)s", name=name),
    }
    return sentences.get(action, "")  # type: ignore[call-overload]


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
        Happening.ACT_ADDED: _("นำเข้ากฎหมายใหม่"),
        Happening.ACT_CHANGED: _("เปลี่ยนจำนวนความเห็นชอบที่กฎหมายนี้ต้องการ"),
        Happening.EDITION_IMPORTED: _("นำเข้าฉบับของกฎหมาย"),
        Happening.WISH_ADDED: _("เพิ่มข้อประสงค์เชิงนโยบาย"),
        Happening.WISH_REMOVED: _("ลบข้อประสงค์เชิงนโยบาย"),
        Happening.SUGGESTION_TAKEN: _("นำถ้อยคำที่เสนอที่%(place)sมาใช้", place=place),
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
