"""The table of transitions as the README shows it."""

from __future__ import annotations

from review import standing
from review.workflow import DEEDS, TRANSITIONS, Deed, DeedRule, State, Transition

NAMES = {
    State.DRAFT: "ร่าง",
    State.SUBMITTED: "เสนอแล้ว",
    State.IN_REVIEW: "กำลังตรวจ",
    State.CHANGES_REQUESTED: "ให้แก้ไข",
    State.APPROVED: "เห็นชอบ",
    State.REJECTED: "ไม่เห็นชอบ",
    State.WITHDRAWN: "ถอน",
    State.IN_BILL: "อยู่ในร่างกฎหมาย",
    State.ENACTED: "ประกาศใช้",
}

_WHO: dict[standing.Check, str] = {
    standing.owner: "owner",
    standing.secretary: "secretary",
    standing.secretary_or_admin: "secretary, admin",
    standing.owner_or_secretary: "owner, secretary",
    standing.author: "owner, co-drafters",
    standing.participant: "owner, co-drafters, reviewers, secretary",
    standing.assigned_reviewer: "assigned reviewer",
}

_PROVIDED: dict[standing.Check, str] = {
    standing.draft_saved: "a draft is saved",
    standing.newest_edition: "it is on the newest edition",
    standing.bill_proven: "its bill is proven",
    standing.enough_reviewers: "as many reviewers as approvals needed",
    standing.aspects_assigned: "a reviewer for each required aspect",
    standing.four_eyes: "wrote no draft of it, nor did who delegated it (four eyes)",
    standing.in_turn: "everybody before in the order has approved, where there is an order",
    standing.no_approval_counts: "has not approved this text",
    standing.own_review: "was not delegated already",
    standing.not_yet_approved: "has not approved this text yet",
    standing.nothing_blocks: "no blocking comment is open",
    standing.request_answered: "new words or an answer since",
}


def table_markdown() -> str:
    """One Markdown row a transition; ends with a line break."""
    lines = ["| from | action | to | who | provided | reason |", "|---|---|---|---|---|---|"]
    lines += [_row(transition) for transition in TRANSITIONS]
    return "\n".join(lines) + "\n"


def deeds_markdown() -> str:
    """What does not move a proposal, one Markdown row each; ends with a line break."""
    lines = ["| without moving it | in | who | provided | reason |", "|---|---|---|---|---|"]
    lines += [_deed_row(deed, rule) for deed, rule in DEEDS.items()]
    return "\n".join(lines) + "\n"


def _deed_row(deed: Deed, rule: DeedRule) -> str:
    states = ", ".join(NAMES[state] for state in rule.states)
    provided = "; ".join(_PROVIDED[check] for check in rule.provided)
    return f"| {deed} | {states} | {_WHO[rule.who]} | {provided} | {'yes' if rule.needs_reason else ''} |"


def _row(row: Transition) -> str:
    target = _name(row.target)
    if row.completes is not None:
        target += f", with the last required one {_name(row.completes)}"
    conditions = [_PROVIDED[check] for check in row.provided]
    provided = "; ".join([*conditions, *(["the checklist is answered, where required"] if row.needs_checklist else [])])
    reason = "yes" if row.needs_reason else ""
    return f"| {_name(row.source)} | {row.action} | {target} | {_WHO[row.who]} | {provided} | {reason} |"


def _name(state: State) -> str:
    return f"{state} {NAMES[state]}"
