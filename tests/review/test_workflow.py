"""The whole table: every state x action x role x relation to the proposal x approvals x blocking comments."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, product

import pytest

from review.checklist import Answer, Tick
from review.table import NAMES, deeds_markdown, table_markdown
from review.workflow import (
    DEEDS,
    TRANSITIONS,
    Action,
    ActionRefused,
    Deed,
    Refusal,
    Role,
    Standing,
    State,
    available,
    decide,
    deed_verdict,
    require,
    verdict,
)
from tests.review.standings import LEGAL, STANDINGS

# The table of the design, written down once more: (from, action) -> (to, who, needs a reason).
DESIGN = {
    ("draft", "submit"): ("submitted", "owner", False),
    ("submitted", "assign"): ("submitted", "secretary", False),
    ("submitted", "start"): ("in_review", "assigned_reviewer", False),
    ("in_review", "approve"): ("in_review", "assigned_reviewer", False),
    ("in_review", "request_changes"): ("changes_requested", "assigned_reviewer", True),
    ("in_review", "reject"): ("rejected", "assigned_reviewer", True),
    ("changes_requested", "resubmit"): ("submitted", "owner", False),
    ("draft", "withdraw"): ("withdrawn", "owner", True),
    ("submitted", "withdraw"): ("withdrawn", "owner", True),
    ("in_review", "withdraw"): ("withdrawn", "owner", True),
    ("changes_requested", "withdraw"): ("withdrawn", "owner", True),
    ("withdrawn", "reopen"): ("draft", "owner", True),
    ("rejected", "reopen"): ("draft", "owner", True),
    ("approved", "revise"): ("draft", "owner_or_secretary", True),
    ("approved", "include"): ("in_bill", "secretary", False),
    ("in_bill", "take_out"): ("approved", "secretary", False),
    ("in_bill", "enact"): ("enacted", "secretary_or_admin", False),
}


def is_the_person(who: str, standing: Standing) -> bool:
    return {
        "owner": standing.is_owner,
        "secretary": Role.SECRETARY in standing.roles,
        "secretary_or_admin": bool(standing.roles & {Role.SECRETARY, Role.ADMIN}),
        "owner_or_secretary": standing.is_owner or Role.SECRETARY in standing.roles,
        "assigned_reviewer": standing.is_assigned and Role.REVIEWER in standing.roles,
    }[who]


def conditions_hold(action: str, standing: Standing) -> bool:
    an_author = standing.is_owner or standing.is_codrafter or standing.wrote_a_draft
    four_eyes = not an_author and not standing.for_an_author
    is_all = standing.approvals >= standing.required and not standing.missing_aspects
    has_said_so = standing.has_approved and not is_all
    return {
        "submit": standing.has_draft and standing.bill_proven and standing.on_newest_edition,
        "start": standing.assigned >= standing.required and not standing.unassigned_aspects,
        "approve": standing.on_newest_edition
        and four_eyes
        and standing.in_turn
        and not has_said_so
        and standing.open_blocking_comments == 0,
        "request_changes": standing.in_turn,
        "reject": standing.in_turn,
        "resubmit": standing.answered and standing.bill_proven and standing.on_newest_edition,
        "include": standing.on_newest_edition,
        "enact": standing.on_newest_edition,
    }.get(action, True)


def test_the_table_is_that_of_the_design() -> None:
    rows = {
        (row.source.value, row.action.value): (row.target.value, row.who.__name__, row.needs_reason)
        for row in TRANSITIONS
    }
    assert rows == DESIGN
    assert len(rows) == len(TRANSITIONS), "one row a step"
    assert [row.action for row in TRANSITIONS if row.completes] == [Action.APPROVE]


@pytest.mark.parametrize(("state", "action"), list(product(State, Action)))
def test_every_standing(state: State, action: Action) -> None:
    row = DESIGN.get((state.value, action.value))
    for standing in STANDINGS:
        found = verdict(action, state, standing)
        possible = row is not None and is_the_person(row[1], standing) and conditions_hold(action.value, standing)
        assert found.allowed is possible, (found, standing)
        if not possible:
            with pytest.raises(ActionRefused) as caught:
                decide(action, state, standing, "เหตุผล")
            assert caught.value.refusal is found.refusal
            continue
        step = decide(action, state, standing, "เหตุผล")
        enough = standing.approvals + 1 >= standing.required and standing.missing_aspects <= {standing.aspect}
        last_one = action is Action.APPROVE and enough
        assert step.target.value == ("approved" if last_one else row[0])
        assert step.restarts is (action in {Action.REOPEN, Action.REVISE})


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_a_reason_is_asked_for_where_the_table_says_so(blank: str) -> None:
    everything = Standing(
        roles=frozenset(Role), is_owner=True, is_assigned=True, has_draft=True, answered=True, assigned=2
    )
    for row in TRANSITIONS:
        if row.action is Action.APPROVE:
            continue
        if not row.needs_reason:
            decide(row.action, row.source, everything, blank)
            continue
        with pytest.raises(ActionRefused) as caught:
            decide(row.action, row.source, everything, blank)
        assert caught.value.refusal is Refusal.REASON_MISSING


REVIEWER = Standing(roles=frozenset({Role.REVIEWER}), is_assigned=True, has_draft=True, assigned=2)
OWNER = Standing(roles=frozenset({Role.DRAFTER}), is_owner=True, wrote_a_draft=True, has_draft=True)


@pytest.mark.parametrize(
    ("action", "state", "standing", "refusal"),
    [
        (Action.SUBMIT, State.DRAFT, replace(OWNER, bill_proven=False), Refusal.BILL_NOT_PROVEN),
        (
            Action.RESUBMIT,
            State.CHANGES_REQUESTED,
            replace(OWNER, answered=True, bill_proven=False),
            Refusal.BILL_NOT_PROVEN,
        ),
        (Action.APPROVE, State.DRAFT, REVIEWER, Refusal.WRONG_STATE),
        (Action.APPROVE, State.IN_REVIEW, OWNER, Refusal.NOT_REVIEWER),
        (Action.APPROVE, State.IN_REVIEW, replace(REVIEWER, is_assigned=False), Refusal.NOT_ASSIGNED),
        (Action.APPROVE, State.IN_REVIEW, replace(REVIEWER, is_owner=True), Refusal.OWN_PROPOSAL),
        (Action.APPROVE, State.IN_REVIEW, replace(REVIEWER, is_codrafter=True), Refusal.OWN_PROPOSAL),
        (Action.APPROVE, State.IN_REVIEW, replace(REVIEWER, wrote_a_draft=True), Refusal.WROTE_A_DRAFT),
        (Action.APPROVE, State.IN_REVIEW, replace(REVIEWER, has_approved=True), Refusal.ALREADY_APPROVED),
        (Action.APPROVE, State.IN_REVIEW, replace(REVIEWER, open_blocking_comments=1), Refusal.BLOCKING_COMMENT_OPEN),
        (Action.START, State.SUBMITTED, replace(REVIEWER, assigned=1), Refusal.NOT_ENOUGH_REVIEWERS),
        (
            Action.START,
            State.SUBMITTED,
            replace(REVIEWER, unassigned_aspects=frozenset({LEGAL})),
            Refusal.ASPECT_NOT_ASSIGNED,
        ),
        (Action.APPROVE, State.IN_REVIEW, replace(REVIEWER, in_turn=False), Refusal.NOT_IN_TURN),
        (Action.REJECT, State.IN_REVIEW, replace(REVIEWER, in_turn=False), Refusal.NOT_IN_TURN),
        (Action.APPROVE, State.IN_REVIEW, replace(REVIEWER, for_an_author=True), Refusal.FOR_AN_AUTHOR),
        (
            Action.APPROVE,
            State.IN_REVIEW,
            replace(REVIEWER, has_approved=True, approvals=2, missing_aspects=frozenset({LEGAL})),
            Refusal.ALREADY_APPROVED,
        ),
        (Action.SUBMIT, State.DRAFT, replace(OWNER, has_draft=False), Refusal.NO_DRAFT),
        (Action.SUBMIT, State.DRAFT, REVIEWER, Refusal.NOT_OWNER),
        (Action.RESUBMIT, State.CHANGES_REQUESTED, OWNER, Refusal.NOTHING_CHANGED_SINCE),
        (Action.ASSIGN, State.SUBMITTED, OWNER, Refusal.NOT_SECRETARY),
        (Action.REVISE, State.APPROVED, REVIEWER, Refusal.NOT_OWNER_OR_SECRETARY),
    ],
)
def test_a_refusal_says_why(action: Action, state: State, standing: Standing, refusal: Refusal) -> None:
    assert verdict(action, state, standing).refusal is refusal


LINES = ("จำเป็น", "ไม่ซ้ำซ้อน")
COMPLETE = (Answer("จำเป็น", Tick.YES), Answer("ไม่ซ้ำซ้อน", Tick.NOT_APPLICABLE, "ไม่มีกฎหมายอื่น"))


@pytest.mark.parametrize(
    ("answers", "is_complete"),
    [
        (COMPLETE, True),
        (COMPLETE[:1], False),
        ((), False),
        ((COMPLETE[0], Answer("ไม่ซ้ำซ้อน", Tick.NOT_APPLICABLE, " ")), False),
        ((COMPLETE[0], Answer("ไม่ซ้ำซ้อน")), False),
        ((COMPLETE[0], Answer("อื่น", Tick.YES)), False),
    ],
)
def test_the_checklist_is_answered_where_it_is_required(answers: tuple[Answer, ...], is_complete: bool) -> None:
    asked = replace(REVIEWER, checklist=LINES)
    for action in (Action.REQUEST_CHANGES, Action.REJECT):
        assert decide(action, State.IN_REVIEW, asked, "เหตุผล")
    assert decide(Action.APPROVE, State.IN_REVIEW, REVIEWER, answers=answers)
    if is_complete:
        assert decide(Action.APPROVE, State.IN_REVIEW, asked, answers=answers)
        return
    with pytest.raises(ActionRefused) as caught:
        decide(Action.APPROVE, State.IN_REVIEW, asked, answers=answers)
    assert caught.value.refusal is Refusal.CHECKLIST_INCOMPLETE


def test_there_is_a_verdict_on_every_action() -> None:
    assert [found.action for found in available(State.DRAFT, OWNER)] == list(Action)


CLOSED = {State.APPROVED, State.REJECTED, State.WITHDRAWN, State.IN_BILL, State.ENACTED}


def may_leave(standing: Standing) -> bool:
    return standing.is_assigned and Role.REVIEWER in standing.roles and not standing.has_approved


def may_delegate(standing: Standing) -> bool:
    an_author = standing.is_owner or standing.is_codrafter or standing.wrote_a_draft or standing.for_an_author
    return may_leave(standing) and not an_author and not standing.is_delegate


DEED_RULES = {
    Deed.EDIT: (CLOSED, lambda s: s.is_owner or s.is_codrafter),
    Deed.NAME_CODRAFTERS: (CLOSED, lambda s: s.is_owner),
    Deed.COMMENT: (
        CLOSED,
        lambda s: s.is_owner or s.is_codrafter or bool(s.roles & {Role.REVIEWER, Role.SECRETARY}),
    ),
    Deed.BLOCK: (CLOSED | {State.DRAFT}, lambda s: s.is_assigned and Role.REVIEWER in s.roles),
    Deed.REASSIGN: (CLOSED | {State.DRAFT, State.SUBMITTED}, lambda s: Role.SECRETARY in s.roles),
    Deed.DECLINE: (CLOSED | {State.DRAFT}, may_leave),
    Deed.DELEGATE: (CLOSED | {State.DRAFT}, may_delegate),
    Deed.INVITE: (CLOSED | {State.DRAFT}, lambda s: Role.SECRETARY in s.roles),
    Deed.WITHDRAW_INVITATION: (set(), lambda s: Role.SECRETARY in s.roles),
}


@pytest.mark.parametrize(("deed", "state"), list(product(Deed, State)))
def test_what_does_not_move_a_proposal(deed: Deed, state: State) -> None:
    not_in, who = DEED_RULES[deed]
    for standing in STANDINGS[::7]:
        possible = state not in not_in and who(standing)
        assert deed_verdict(deed, state, standing).allowed is possible
        if possible:
            require(deed, state, standing, "เหตุผล")
        else:
            with pytest.raises(ActionRefused):
                require(deed, state, standing, "เหตุผล")


def test_who_declines_says_why() -> None:
    for deed, rule in DEEDS.items():
        if rule.needs_reason:
            with pytest.raises(ActionRefused) as caught:
                require(deed, State.IN_REVIEW, REVIEWER, " ")
            assert (deed, caught.value.refusal) == (Deed.DECLINE, Refusal.REASON_MISSING)


def test_every_state_can_be_reached_and_left() -> None:
    reached = {State.DRAFT} | set(chain.from_iterable((row.target, row.completes) for row in TRANSITIONS)) - {None}
    assert reached == set(State)
    assert {row.source for row in TRANSITIONS} == set(State) - {State.ENACTED}, "what is law is left by nobody"


def test_the_table_of_the_readme_names_every_row() -> None:
    lines = table_markdown().splitlines()
    assert len(lines) == len(TRANSITIONS) + 2
    assert {line.count("|") for line in lines} == {7}
    for row, line in zip(TRANSITIONS, lines[2:], strict=True):
        assert f"| {row.source} {NAMES[row.source]} | {row.action} | {row.target} " in line
        assert line.endswith("| yes |" if row.needs_reason else "|  |")


def test_so_does_that_of_what_moves_nothing() -> None:
    lines = deeds_markdown().splitlines()
    assert [line.split(" | ")[0].strip("| ") for line in lines[2:]] == [deed.value for deed in DEEDS]
    assert {line.count("|") for line in lines} == {6}
