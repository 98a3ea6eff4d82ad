"""The record of events as a chain: each carries the hash of the one before, so none can be altered unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from review.digest import canonical_json, digest

GENESIS = "0" * 64


class Happening(StrEnum):
    """What can be recorded besides the actions of the workflow, which are recorded under their own names."""

    ACT_ADDED = "act_added"
    ACT_CHANGED = "act_changed"
    EDITION_IMPORTED = "edition_imported"
    PROPOSAL_CREATED = "proposal_created"
    DETAILS_CHANGED = "details_changed"
    CODRAFTERS_NAMED = "codrafters_named"
    DRAFT_SAVED = "draft_saved"
    COMMENT_WRITTEN = "comment_written"
    COMMENT_RESOLVED = "comment_resolved"
    COMMENT_REOPENED = "comment_reopened"
    SUGGESTION_TAKEN = "suggestion_taken"
    USER_ADDED = "user_added"
    ROLES_CHANGED = "roles_changed"
    PASSWORD_SET = "password_set"  # noqa: S105
    USER_SWITCHED_OFF = "user_switched_off"
    USER_SWITCHED_ON = "user_switched_on"
    GUEST_INVITED = "guest_invited"
    INVITATION_RENEWED = "invitation_renewed"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    EDITION_CARRIED = "edition_carried"  # a new edition left alone what the proposal touches
    EDITION_HIT = "edition_hit"  # a new edition changed what the proposal touches
    EDITION_MERGED = "edition_merged"
    SIGN_IN_REFUSED = "sign_in_refused"  # too many wrong passwords
    WISH_ADDED = "wish_added"
    WISH_REMOVED = "wish_removed"
    REVIEW_RULE_SET = "review_rule_set"
    REVIEW_ARRANGED = "review_arranged"  # deadlines, aspects or order of the reviewers who are assigned
    REVIEW_DECLINED = "review_declined"
    REVIEW_DELEGATED = "review_delegated"
    DEADLINE_NEAR = "deadline_near"  # recorded by the reminder, once for each deadline
    DEADLINE_PASSED = "deadline_passed"
    BILL_MADE = "bill_made"
    BILL_CHANGED = "bill_changed"  # its title, its reasons or what was decided about it
    BILL_MERGE_CONFIRMED = "bill_merge_confirmed"  # merged text, which nobody approved as a whole
    BILL_CARRIED = "bill_carried"  # a new edition came while it was open
    BILL_DISSOLVED = "bill_dissolved"
    BILL_ENACTED = "bill_enacted"
    PAPER_MADE = "paper_made"  # a document that took longer than a request is ready for who asked for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One event. ``number`` counts from 1 without gaps; ``at`` has its zone; ``hash`` as it was stored."""

    number: int
    action: str
    at: datetime
    actor: int | None
    act: int | None
    proposal: int | None
    details: Mapping[str, Any]
    previous_hash: str
    hash: str = ""


class Break(StrEnum):
    """How a chain is broken."""

    MISSING = "missing"  # a number is left out: an event was removed
    REORDERED = "reordered"  # does not follow the one before
    ALTERED = "altered"  # its contents are not those that were hashed


@dataclass(frozen=True, slots=True)
class Broken:
    """The first event at which the chain does not hold."""

    number: int
    how: Break


def link_facts(link: Link) -> dict[str, Any]:
    """What is hashed of an event: everything in it, and the hash before."""
    return {
        "number": link.number,
        "action": link.action,
        "at": link.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": link.actor,
        "act": link.act,
        "proposal": link.proposal,
        "details": dict(link.details),
        "previous": link.previous_hash,
    }


def link_hash(link: Link) -> str:
    """The hash an event must have: SHA-256 over the canonical JSON of its facts."""
    return digest(link_facts(link))


def as_line(link: Link) -> str:
    """The event as a line of an export: the JSON that is hashed, with the hash that was stored."""
    return canonical_json(link_facts(link) | {"hash": link.hash})


def first_break(links: Iterable[Link]) -> Broken | None:
    """Where the chain does not hold, in the order of numbers from 1; None where it does."""
    previous = GENESIS
    for number, link in enumerate(links, start=1):
        if link.number != number:
            return Broken(number, Break.MISSING)
        if link.hash != link_hash(link):
            return Broken(number, Break.ALTERED)
        if link.previous_hash != previous:
            return Broken(number, Break.REORDERED)
        previous = link.hash
    return None
