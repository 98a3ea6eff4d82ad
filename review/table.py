"""The table of transitions as the README shows it."""

from __future__ import annotations

from review import standing
from review.workflow import TRANSITIONS, State, Transition

NAMES = {
    State.DRAFT: "ร่าง",
    State.SUBMITTED: "เสนอแล้ว",
    State.IN_REVIEW: "กำลังตรวจ",
    State.CHANGES_REQUESTED: "ให้แก้ไข",
    State.APPROVED: "เห็นชอบ",
    State.REJECTED: "ไม่เห็นชอบ",
    State.WITHDRAWN: "ถอน",
}

_WHO: dict[standing.Check, str] = {
    standing.owner: "owner",
    standing.secretary: "secretary",
    standing.owner_or_secretary: "owner, secretary",
    standing.assigned_reviewer: "assigned reviewer",
}

_PROVIDED: dict[standing.Check, str] = {
    standing.draft_saved: "a draft is saved",
    standing.bill_proven: "its bill is proven",
    standing.enough_reviewers: "as many reviewers as approvals needed",
    standing.four_eyes: "wrote no draft of it (four eyes)",
    standing.not_yet_approved: "has not approved this text yet",
    standing.nothing_blocks: "no blocking comment is open",
    standing.request_answered: "new words or an answer since",
}


def table_markdown() -> str:
    """One Markdown row a transition; ends with a line break."""
    lines = ["| from | action | to | who | provided | reason |", "|---|---|---|---|---|---|"]
    lines += [_row(transition) for transition in TRANSITIONS]
    return "\n".join(lines) + "\n"


def _row(row: Transition) -> str:
    target = _name(row.target)
    if row.completes is not None:
        target += f", with the last required one {_name(row.completes)}"
    provided = "; ".join(_PROVIDED[check] for check in row.provided)
    reason = "yes" if row.needs_reason else ""
    return f"| {_name(row.source)} | {row.action} | {target} | {_WHO[row.who]} | {provided} | {reason} |"


def _name(state: State) -> str:
    return f"{state} {NAMES[state]}"
