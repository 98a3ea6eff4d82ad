"""Who is told of what, and why: one table over everything that can be recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from review.record import Happening
from review.workflow import Action, State


class Why(StrEnum):
    """Why somebody is told. Who is told for several reasons is given the first of them in this order."""

    NAMED = "named"  # it is about him or her: assigned, named as co-drafter, asked to review instead, reminded
    VOIDED = "voided"  # his or her approval counts no more
    THREAD = "thread"  # spoke in this conversation
    OWNER = "owner"
    CODRAFTER = "codrafter"
    REVIEWER = "reviewer"
    SECRETARY = "secretary"
    COMMENTER = "commenter"  # said something about the proposal


class MailWish(StrEnum):
    """When a person wants to read of it by e-mail."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    NONE = "none"


_AUTHORS = (Why.OWNER, Why.CODRAFTER)
_EVERYBODY = (*_AUTHORS, Why.REVIEWER, Why.SECRETARY, Why.COMMENTER)

TOLD: dict[Action | Happening, tuple[Why, ...]] = {
    Action.SUBMIT: (*_AUTHORS, Why.SECRETARY),
    Action.ASSIGN: (Why.NAMED, *_AUTHORS),
    Action.START: _AUTHORS,
    Action.APPROVE: _AUTHORS,
    Action.REQUEST_CHANGES: (*_AUTHORS, Why.REVIEWER),
    Action.REJECT: _EVERYBODY,
    Action.RESUBMIT: (*_AUTHORS, Why.REVIEWER),
    Action.WITHDRAW: _EVERYBODY,
    Action.REOPEN: (*_AUTHORS, Why.REVIEWER),
    Action.REVISE: _EVERYBODY,
    Action.INCLUDE: _AUTHORS,
    Action.TAKE_OUT: _AUTHORS,
    Action.ENACT: _EVERYBODY,
    Happening.DETAILS_CHANGED: _AUTHORS,
    Happening.CODRAFTERS_NAMED: (Why.NAMED, Why.OWNER),
    Happening.DRAFT_SAVED: (Why.VOIDED, *_AUTHORS),
    Happening.COMMENT_WRITTEN: (Why.THREAD, *_AUTHORS),
    Happening.COMMENT_RESOLVED: (Why.THREAD,),
    Happening.COMMENT_REOPENED: (Why.THREAD, *_AUTHORS),
    Happening.SUGGESTION_TAKEN: (Why.THREAD, *_AUTHORS),
    Happening.GUEST_INVITED: (*_AUTHORS, Why.SECRETARY),
    Happening.EDITION_HIT: (Why.VOIDED, *_AUTHORS, Why.REVIEWER, Why.SECRETARY),
    Happening.EDITION_MERGED: (Why.VOIDED, *_AUTHORS, Why.REVIEWER),
    Happening.REVIEW_ARRANGED: (Why.NAMED, Why.REVIEWER),
    Happening.REVIEW_DECLINED: (*_AUTHORS, Why.SECRETARY),
    Happening.REVIEW_DELEGATED: (Why.NAMED, *_AUTHORS, Why.SECRETARY),
    Happening.DEADLINE_NEAR: (Why.NAMED,),
    Happening.DEADLINE_PASSED: (Why.NAMED, Why.OWNER, Why.SECRETARY),
    Happening.PAPER_MADE: (Why.NAMED,),
}

# Nobody is told of these, because …
NOBODY: dict[Happening, str] = {
    Happening.ACT_ADDED: "it is about no proposal",
    Happening.ACT_CHANGED: "it is about no proposal",
    Happening.EDITION_IMPORTED: "each proposal that it touches has an event of its own",
    Happening.EDITION_CARRIED: "nothing is to be done: what the proposal touches stayed as it was",
    Happening.PROPOSAL_CREATED: "only who made it sees it",
    Happening.INVITATION_RENEWED: "the guest is handed the link by who renewed it",
    Happening.INVITATION_WITHDRAWN: "nobody waits for it",
    Happening.USER_ADDED: "it is about no proposal",
    Happening.ROLES_CHANGED: "it is about no proposal",
    Happening.PASSWORD_SET: "it is about no proposal",
    Happening.USER_SWITCHED_OFF: "it is about no proposal",
    Happening.USER_SWITCHED_ON: "it is about no proposal",
    Happening.SIGN_IN_REFUSED: "it is about no proposal",
    Happening.WISH_ADDED: "it is about no proposal",
    Happening.WISH_REMOVED: "it is about no proposal",
    Happening.REVIEW_RULE_SET: "it is about no proposal",
    Happening.BILL_MADE: "each of its proposals has an event of its own",
    Happening.BILL_CHANGED: "it changes no proposal",
    Happening.BILL_MERGE_CONFIRMED: "it changes no proposal",
    Happening.BILL_CARRIED: "each of its proposals has an event of its own",
    Happening.BILL_DISSOLVED: "each of its proposals has an event of its own",
    Happening.BILL_ENACTED: "each of its proposals has an event of its own",
}

_BY_CODE: dict[str, tuple[Why, ...]] = {str(code): whys for code, whys in TOLD.items()}


def told(action: str, details: Mapping[str, Any]) -> tuple[Why, ...]:
    """For which reasons people are told of an event; none: nobody is."""
    if action == Action.APPROVE and details.get("to") == State.APPROVED:
        return _EVERYBODY  # the last approval ends the review
    whys = _BY_CODE.get(action, ())
    if action == Happening.COMMENT_WRITTEN and details.get("blocking"):
        return (*whys, Why.REVIEWER, Why.SECRETARY)  # nobody can approve until it is lifted
    return whys


def named(details: Mapping[str, Any]) -> frozenset[int]:
    """The people an event is about, by id: who came to or left the reviewers or co-drafters, is asked or reminded."""
    now = {*details.get("reviewers", ()), *details.get("codrafters", ())}
    single = {details.get(key) for key in ("reviewer", "asked_by", "to")}
    return frozenset((now ^ set(details.get("former", ()))) | {one for one in single if isinstance(one, int)})


def recipients(people: Mapping[Why, Iterable[int | None]], *, actor: int | None) -> dict[int, Why]:
    """Who is told, by id, with the first reason; never who did it."""
    found: dict[int, Why] = {}
    for why in Why:
        for person in people.get(why, ()):
            if person is not None:  # a guest, who has no account
                found.setdefault(person, why)
    if actor is not None:
        found.pop(actor, None)
    return found
