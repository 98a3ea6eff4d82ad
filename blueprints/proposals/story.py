"""Events told in words: who did what, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from flask import url_for
from flask_babel import gettext as _

from blueprints.proposals.happenings import sentence
from models.event import Event
from review.record import Happening
from review.workflow import Action

# What the history can be narrowed to: name in the address -> the events. Each event of a proposal is in one of them.
KINDS: dict[str, frozenset[str]] = {
    "decisions": frozenset(set(Action) - {Action.ASSIGN}),
    "drafts": frozenset(
        {
            Happening.PROPOSAL_CREATED,
            Happening.DETAILS_CHANGED,
            Happening.DRAFT_SAVED,
            Happening.PAPER_MADE,
            Happening.EDITION_CARRIED,
            Happening.EDITION_HIT,
            Happening.EDITION_MERGED,
        }
    ),
    "comments": frozenset(
        {
            Happening.COMMENT_WRITTEN,
            Happening.COMMENT_RESOLVED,
            Happening.COMMENT_REOPENED,
            Happening.SUGGESTION_TAKEN,
        }
    ),
    "arrangements": frozenset(
        {
            Action.ASSIGN,
            Happening.CODRAFTERS_NAMED,
            Happening.REVIEW_ARRANGED,
            Happening.REVIEW_DECLINED,
            Happening.REVIEW_DELEGATED,
            Happening.DEADLINE_NEAR,
            Happening.DEADLINE_PASSED,
            Happening.GUEST_INVITED,
            Happening.INVITATION_RENEWED,
            Happening.INVITATION_WITHDRAWN,
        }
    ),
}

_WEIGHTY = {Action.APPROVE, Action.REJECT, Action.REQUEST_CHANGES, Action.WITHDRAW, Happening.EDITION_HIT}
_NEW_DRAFT = {Happening.DRAFT_SAVED, Happening.EDITION_CARRIED}


def told(
    event: Event, proposal_id: int, people: Mapping[int, str], guests: Mapping[int, str] | None = None
) -> dict[str, object]:
    """An entry of the timeline, as the macro wants it. ``people``, ``guests``: names by id of user and invitation."""
    details = dict(event.details)
    guest = (guests or {}).get(details.get("invitation") or 0, "")
    if guest:
        details["guest"] = guest
    number = details.get("draft")
    return {
        "at": event.at,
        "who": event.actor.name if event.actor else _who_else(event, guest),
        "what": sentence(event.action, details, people),
        "reason": details.get("reason") or details.get("note") or "",
        "answers": details.get("checklist") or (),
        "weighty": event.action in _WEIGHTY,
        "url": url_for("proposals.compare", proposal_id=proposal_id, old=max(0, number - 1), new=number)
        if event.action in _NEW_DRAFT and number
        else "",
    }


def _who_else(event: Event, guest: str) -> str:
    return guest if guest and event.action == Happening.COMMENT_WRITTEN else _("ระบบ")
