"""The state machine of a proposal: one table, and for every action a verdict that says why not.

``TRANSITIONS`` drives the buttons, the service that acts, the table in the README and the exhaustive test.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from review.checklist import Answer, unanswered
from review.standing import (
    Check,
    Refusal,
    Role,
    Standing,
    aspects_assigned,
    assigned_reviewer,
    author,
    bill_proven,
    draft_saved,
    enough_reviewers,
    four_eyes,
    in_turn,
    newest_edition,
    no_approval_counts,
    not_yet_approved,
    nothing_blocks,
    own_review,
    owner,
    owner_or_secretary,
    participant,
    request_answered,
    secretary,
    secretary_or_admin,
)

__all__ = [
    "AGREED", "DEEDS", "OF_BILLS", "OPEN_STATES", "TRANSITIONS", "Action", "ActionRefused", "Deed", "DeedRule",
    "Refusal", "Role", "Standing", "State", "Step", "Transition", "Verdict", "available", "decide", "deed_verdict",
    "require", "verdict",
]  # fmt: skip


class State(StrEnum):
    """Where a proposal stands."""

    DRAFT = "draft"  # ร่าง
    SUBMITTED = "submitted"  # เสนอแล้ว
    IN_REVIEW = "in_review"  # กำลังตรวจ
    CHANGES_REQUESTED = "changes_requested"  # ให้แก้ไข
    APPROVED = "approved"  # เห็นชอบ
    REJECTED = "rejected"  # ไม่เห็นชอบ
    WITHDRAWN = "withdrawn"  # ถอน
    IN_BILL = "in_bill"  # อยู่ในร่างกฎหมาย
    ENACTED = "enacted"  # ประกาศใช้


class Action(StrEnum):
    """What moves a proposal."""

    SUBMIT = "submit"
    ASSIGN = "assign"
    START = "start"
    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"
    REJECT = "reject"
    RESUBMIT = "resubmit"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    INCLUDE = "include"  # put into a bill
    ENACT = "enact"  # its bill became law
    TAKE_OUT = "take_out"
    REVISE = "revise"


class Deed(StrEnum):
    """What is done to a proposal without moving it."""

    EDIT = "edit"  # change the working copy, save a draft
    NAME_CODRAFTERS = "name_codrafters"
    COMMENT = "comment"
    BLOCK = "block"  # write a comment that prevents approval
    REASSIGN = "reassign"  # change the reviewers once the review runs
    DECLINE = "decline"  # not review it: a conflict of interest
    DELEGATE = "delegate"  # let another reviewer review it instead
    INVITE = "invite"  # let somebody outside the office comment
    WITHDRAW_INVITATION = "withdraw_invitation"


@dataclass(frozen=True, slots=True)
class Transition:
    """From ``source`` by ``action`` to ``target``, by ``who``, when all ``provided`` hold.

    ``completes``: where the approval leads that reaches the required number.
    ``restarts``: approvals given before count no more. ``needs_checklist``: its lines must be answered, where required.
    """

    source: State
    action: Action
    target: State
    who: Check
    needs_reason: bool = False
    provided: tuple[Check, ...] = ()
    completes: State | None = None
    restarts: bool = False
    needs_checklist: bool = False


@dataclass(frozen=True, slots=True)
class DeedRule:
    """In which ``states`` a deed is open, to ``who``, when all ``provided`` hold."""

    states: tuple[State, ...]
    who: Check
    provided: tuple[Check, ...] = ()
    needs_reason: bool = False


def _from(sources: Collection[State], action: Action, target: State, who: Check) -> tuple[Transition, ...]:
    """The same step with a reason out of several states."""
    return tuple(Transition(source, action, target, who, needs_reason=True) for source in sources)


TRANSITIONS: tuple[Transition, ...] = (
    Transition(State.DRAFT, Action.SUBMIT, State.SUBMITTED, owner, provided=(draft_saved, newest_edition, bill_proven)),
    Transition(State.SUBMITTED, Action.ASSIGN, State.SUBMITTED, secretary),
    Transition(
        State.SUBMITTED,
        Action.START,
        State.IN_REVIEW,
        assigned_reviewer,
        provided=(enough_reviewers, aspects_assigned),
    ),
    Transition(
        State.IN_REVIEW,
        Action.APPROVE,
        State.IN_REVIEW,
        assigned_reviewer,
        provided=(newest_edition, four_eyes, in_turn, not_yet_approved, nothing_blocks),
        completes=State.APPROVED,
        needs_checklist=True,
    ),
    Transition(
        State.IN_REVIEW,
        Action.REQUEST_CHANGES,
        State.CHANGES_REQUESTED,
        assigned_reviewer,
        provided=(in_turn,),
        needs_reason=True,
    ),
    Transition(
        State.IN_REVIEW, Action.REJECT, State.REJECTED, assigned_reviewer, provided=(in_turn,), needs_reason=True
    ),
    Transition(
        State.CHANGES_REQUESTED,
        Action.RESUBMIT,
        State.SUBMITTED,
        owner,
        provided=(newest_edition, request_answered, bill_proven),
    ),
    *_from(
        (State.DRAFT, State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED),
        Action.WITHDRAW,
        State.WITHDRAWN,
        owner,
    ),
    Transition(State.WITHDRAWN, Action.REOPEN, State.DRAFT, owner, needs_reason=True, restarts=True),
    Transition(State.REJECTED, Action.REOPEN, State.DRAFT, owner, needs_reason=True, restarts=True),
    Transition(State.APPROVED, Action.REVISE, State.DRAFT, owner_or_secretary, needs_reason=True, restarts=True),
    Transition(State.APPROVED, Action.INCLUDE, State.IN_BILL, secretary, provided=(newest_edition,)),
    Transition(State.IN_BILL, Action.TAKE_OUT, State.APPROVED, secretary),
    Transition(State.IN_BILL, Action.ENACT, State.ENACTED, secretary_or_admin, provided=(newest_edition,)),
)

# Done to a bill, which does them to its proposals.
OF_BILLS = frozenset({Action.INCLUDE, Action.TAKE_OUT, Action.ENACT})
# The text stands as it was approved.
AGREED = (State.APPROVED, State.IN_BILL, State.ENACTED)

_UNDER_REVIEW = (State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED)
OPEN_STATES = (State.DRAFT, *_UNDER_REVIEW)

# What does not move the proposal. An author may leave a review, but not choose who approves instead.
DEEDS: dict[Deed, DeedRule] = {
    Deed.EDIT: DeedRule(OPEN_STATES, author),
    Deed.NAME_CODRAFTERS: DeedRule(OPEN_STATES, owner),
    Deed.COMMENT: DeedRule(OPEN_STATES, participant),
    Deed.BLOCK: DeedRule(_UNDER_REVIEW, assigned_reviewer),
    Deed.REASSIGN: DeedRule((State.IN_REVIEW, State.CHANGES_REQUESTED), secretary),
    Deed.INVITE: DeedRule(_UNDER_REVIEW, secretary),
    Deed.WITHDRAW_INVITATION: DeedRule(tuple(State), secretary),
    Deed.DECLINE: DeedRule(_UNDER_REVIEW, assigned_reviewer, (no_approval_counts,), needs_reason=True),
    Deed.DELEGATE: DeedRule(_UNDER_REVIEW, assigned_reviewer, (four_eyes, own_review, no_approval_counts)),
}

_BY_STEP = {(row.source, row.action): row for row in TRANSITIONS}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an action or deed is possible now; ``refusal`` says why not; ``needs_reason`` where it is possible."""

    action: Action | Deed
    refusal: Refusal | None
    needs_reason: bool = False

    @property
    def allowed(self) -> bool:
        """Whether it can be done now."""
        return self.refusal is None


@dataclass(frozen=True, slots=True)
class Step:
    """What an allowed action does: the next state, and whether the approvals given so far stop counting."""

    source: State
    action: Action
    target: State
    restarts: bool


class ActionRefused(Exception):
    """An action that is not possible now; ``refusal`` says why."""

    def __init__(self, action: Action | Deed, refusal: Refusal) -> None:
        super().__init__(f"{action}: {refusal}")
        self.action = action
        self.refusal = refusal


def verdict(action: Action, state: State, standing: Standing) -> Verdict:
    """Whether this person can do this now: first the state, then who, then the conditions."""
    row = _BY_STEP.get((state, action))
    if row is None:
        return Verdict(action, Refusal.WRONG_STATE)
    return Verdict(action, _first_refusal((row.who, *row.provided), standing), row.needs_reason)


def available(state: State, standing: Standing) -> tuple[Verdict, ...]:
    """A verdict on every action, in the order of ``Action``."""
    return tuple(verdict(action, state, standing) for action in Action)


def deed_verdict(deed: Deed, state: State, standing: Standing) -> Verdict:
    """Whether this person can do what does not move the proposal."""
    rule = DEEDS[deed]
    if state not in rule.states:
        return Verdict(deed, Refusal.WRONG_STATE)
    return Verdict(deed, _first_refusal((rule.who, *rule.provided), standing), rule.needs_reason)


def require(deed: Deed, state: State, standing: Standing, reason: str = "") -> None:
    """Let pass or :raises ActionRefused:."""
    _pass(deed_verdict(deed, state, standing), reason)


def decide(action: Action, state: State, standing: Standing, reason: str = "", answers: Iterable[Answer] = ()) -> Step:
    """The one place that says the next state.

    ``standing`` is that before the action: the approval being given is not yet among ``approvals``. ``answers``: to the
    checklist.
    :raises ActionRefused: where the action is not possible, or a reason or an answer is needed and missing.
    """
    _pass(verdict(action, state, standing), reason)
    row = _BY_STEP[state, action]
    if row.needs_checklist and unanswered(standing.checklist, answers):
        raise ActionRefused(action, Refusal.CHECKLIST_INCOMPLETE)
    completed = row.completes is not None and standing.would_suffice
    target = row.completes if completed and row.completes is not None else row.target
    return Step(state, action, target, row.restarts)


def _pass(found: Verdict, reason: str) -> None:
    """Let pass what is allowed and says why where it must."""
    if found.refusal is not None:
        raise ActionRefused(found.action, found.refusal)
    if found.needs_reason and not reason.strip():
        raise ActionRefused(found.action, Refusal.REASON_MISSING)


def _first_refusal(checks: tuple[Check, ...], standing: Standing) -> Refusal | None:
    return next((refusal for refusal in (check(standing) for check in checks) if refusal is not None), None)
