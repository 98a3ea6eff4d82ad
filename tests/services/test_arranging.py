"""Deadlines, aspects, order and the desk, through the services."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from models.base import clock_set_back
from models.proposal import Proposal, Topic
from models.user import User
from review.approval import Aspect
from review.checklist import default_lines
from review.workflow import Action, ActionRefused, Refusal, Role, State
from services.failures import Fault, Refused, StaleWrite
from services.keeping import timeline
from services.reviewing import arranging, deadlines, reviews, rules, standings, stepping_aside
from services.reviewing.arranging import Arrangement, Seat, arrange, arrangement_of, due_in
from services.reviewing.working_days import today, working_calendar
from services.telling import dashboard, desk
from services.telling.dashboard import Task
from tests.services.office import Office, assign, bring_to, do, write

LEGAL, POLICY = Aspect.LEGAL, Aspect.POLICY


def proposal_of(session: Session, proposal_id: int) -> Proposal:
    return session.get_one(Proposal, proposal_id)


def arranged(session: Session, office: Office, proposal_id: int, *seats: Seat, due=None) -> None:
    seen = arrangement_of(session, proposal_of(session, proposal_id)).mark
    wanted = Arrangement(seats, due)
    arrange(session, user=office.secretary, proposal_id=proposal_id, wanted=wanted, seen=seen)


def set_rule(session: Session, office: Office, **changed: object) -> None:
    given: dict[str, object] = {
        "required": None,
        "aspects": (),
        "in_order": False,
        "working_days": None,
        "checklist": None,
        "checklist_required": False,
    }
    act = office.edition.act
    rules.set_rule(session, user=office.secretary, act=act, topic=Topic.BOARD, **(given | changed))  # type: ignore[arg-type]


def last_event(session: Session, proposal_id: int):
    return timeline.events(session, proposal=proposal_of(session, proposal_id))[0]


def refused(session: Session, user: User, proposal_id: int, action: Action) -> Refusal | None:
    return standings.possibilities(session, user, proposal_of(session, proposal_id)).of(action).refusal


# --- deadlines ------------------------------------------------------------------------------------


def test_deadlines_are_set_with_the_assignment_and_changed_later(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    first, second, _ = office.reviewers
    arranged(session, office, proposal_id, Seat(first.id, due_on=due_in(3)), Seat(second.id), due=due_in(5))
    event = last_event(session, proposal_id)
    assert (event.action, event.details["due_on"]) == ("review_arranged", due_in(5).isoformat())
    assert event.details["seats"] == [{"reviewer": first.id, "due_on": due_in(3).isoformat()}, {"reviewer": second.id}]
    number = event.number
    arranged(session, office, proposal_id, Seat(first.id, due_on=due_in(3)), Seat(second.id), due=due_in(5))
    assert last_event(session, proposal_id).number == number, "nothing changed: nothing is recorded"
    assign(session, office, proposal_id, first, office.reviewers[2])
    kept = arrangement_of(session, proposal_of(session, proposal_id))
    assert (kept.seats[0].due_on, kept.due_on) == (due_in(3), due_in(5))


def test_two_secretaries_do_not_overwrite_each_other(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    seen = arrangement_of(session, proposal_of(session, proposal_id))
    arranged(session, office, proposal_id, *seen.seats, due=due_in(5))
    with pytest.raises(StaleWrite) as caught:
        arrange(
            session,
            user=office.secretary,
            proposal_id=proposal_id,
            wanted=replace(seen, due_on=due_in(9)),
            seen=seen.mark,
        )
    assert caught.value.theirs == replace(seen, due_on=due_in(5))


def test_a_deadline_is_a_working_day_that_comes(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    seats = arrangement_of(session, proposal_of(session, proposal_id)).seats
    sunday = today() + timedelta(days=6 - today().weekday() + 7)
    for day, fault in ((sunday, Fault.NOT_A_WORKING_DAY), (today() - timedelta(days=1), Fault.DUE_IN_PAST)):
        with pytest.raises(Refused) as caught:
            arranged(session, office, proposal_id, *seats, due=day)
        assert caught.value.fault is fault
    for number in (0, 251):
        with pytest.raises(Refused) as caught:
            due_in(number)
        assert caught.value.fault is Fault.BAD_WORKING_DAYS


def test_what_is_near_or_passed_and_not_done(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    with clock_set_back(timedelta(days=30)):
        proposal_id = bring_to(session, office, State.IN_REVIEW)
        long_ago = due_in(2)
        arranged(session, office, proposal_id, Seat(first.id, due_on=long_ago), Seat(second.id), due=long_ago)
    found = deadlines.near_or_passed(session)
    assert [(one.proposal.id, one.reviewer, one.on) for one in found] == [
        (proposal_id, None, long_ago),
        (proposal_id, first, long_ago),
    ]
    assert all(one.passed and one.left and one.left.days > 5 for one in found)
    do(session, first, proposal_id, Action.APPROVE)
    assert [one.reviewer for one in deadlines.near_or_passed(session)] == [None]
    write(session, office.owner, proposal_id, "ข้อความใหม่")
    assert [one.reviewer for one in deadlines.near_or_passed(session)] == [None, first], "his approval fell"
    arranged(session, office, proposal_id, Seat(first.id, due_on=due_in(3)), Seat(second.id), due=due_in(9))
    assert deadlines.near_or_passed(session, within=2) == []
    assert [one.on for one in deadlines.near_or_passed(session, within=3)] == [due_in(3)]
    do(session, office.owner, proposal_id, Action.WITHDRAW, "เลิก")
    assert deadlines.open_deadlines(session) == []


# --- aspects and order ----------------------------------------------------------------------------


def test_every_required_aspect_must_be_approved(session: Session, office: Office) -> None:
    first, second, third = office.reviewers
    set_rule(session, office, aspects={LEGAL, POLICY})
    proposal_id = bring_to(session, office, State.DRAFT)
    do(session, office.owner, proposal_id, Action.SUBMIT)
    assign(session, office, proposal_id, first, second, third)
    assert refused(session, first, proposal_id, Action.START) is Refusal.ASPECT_NOT_ASSIGNED
    assert [item.task for item in dashboard.waiting(session, user=office.secretary).items] == [Task.ASSIGN]
    arranged(session, office, proposal_id, Seat(first.id, LEGAL), Seat(second.id, POLICY), Seat(third.id))
    assert dashboard.waiting(session, user=office.secretary).items == ()
    do(session, first, proposal_id, Action.START)
    do(session, first, proposal_id, Action.APPROVE)
    assert do(session, third, proposal_id, Action.APPROVE).state is State.IN_REVIEW, "two, but nobody for the policy"
    assert refused(session, first, proposal_id, Action.APPROVE) is Refusal.ALREADY_APPROVED
    assert do(session, second, proposal_id, Action.APPROVE).state is State.APPROVED


def test_an_approval_for_one_aspect_is_none_for_another(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    arranged(session, office, proposal_id, Seat(first.id, LEGAL), Seat(second.id))
    do(session, first, proposal_id, Action.APPROVE)
    arranged(session, office, proposal_id, Seat(first.id, POLICY), Seat(second.id))
    assert dashboard.waiting(session, user=first).items[0].task is Task.REVIEW
    assert not reviews.reviewers_of(session, proposal=proposal_of(session, proposal_id))[0].counts
    do(session, first, proposal_id, Action.APPROVE)
    assert do(session, second, proposal_id, Action.APPROVE).state is State.APPROVED


def test_in_order_the_second_waits_for_the_first(session: Session, office: Office) -> None:
    first, second, _ = office.reviewers
    set_rule(session, office, in_order=True)
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    arranged(session, office, proposal_id, Seat(second.id, due_on=due_in(1)), Seat(first.id, due_on=due_in(1)))
    assert [one.reviewer for one in deadlines.near_or_passed(session)] == [second]
    for action in (Action.APPROVE, Action.REQUEST_CHANGES, Action.REJECT):
        assert refused(session, first, proposal_id, action) is Refusal.NOT_IN_TURN
    assert dashboard.waiting(session, user=first).items == ()
    do(session, second, proposal_id, Action.APPROVE)
    assert [item.task for item in dashboard.waiting(session, user=first).items] == [Task.REVIEW]
    assert do(session, first, proposal_id, Action.APPROVE).state is State.APPROVED


def test_a_rule_is_the_secretary_s(session: Session, office: Office) -> None:
    for user in (office.owner, office.reviewers[0], office.reader):
        with pytest.raises(Refused) as caught:
            set_rule(session, replace(office, secretary=user))
        assert caught.value.fault is Fault.NOT_YOURS
    for changed, fault in (
        ({"required": 0}, Fault.REQUIRED_APPROVALS),
        ({"required": 10}, Fault.REQUIRED_APPROVALS),
        ({"working_days": 0}, Fault.BAD_WORKING_DAYS),
        ({"checklist": ["ก" * 301]}, Fault.LINE_TOO_LONG),
        ({"checklist": ["ก\x00"]}, Fault.BAD_CHARACTERS),
    ):
        with pytest.raises(Refused) as caught:
            set_rule(session, office, **changed)
        assert caught.value.fault is fault
    set_rule(session, office, required=1, aspects={LEGAL, POLICY}, checklist=["ก", " ", "ก", "ข "])
    set_rule(session, office, required=1, aspects={POLICY}, checklist=["ก", " ", "ก", "ข "])
    found = rules.rule_of(session, act=office.edition.act, topic=Topic.BOARD)
    assert (found.required, found.aspects, found.checklist) == (1, {POLICY}, ("ก", "ข"))
    other = rules.rule_of(session, act=office.edition.act, topic=Topic.FUND)
    assert (other.required, other.aspects, other.checklist) == (2, set(), default_lines("fund"))


@pytest.mark.parametrize("in_order", [False, True])
def test_lists_and_pages_agree_on_whose_turn_it_is(session: Session, office: Office, in_order: bool) -> None:
    """The query that finds what waits for a person, and the verdict on the page, after every step of a story."""
    first, second, third = office.reviewers
    set_rule(session, office, in_order=in_order, aspects={LEGAL, POLICY}, required=3)
    proposal_id = bring_to(session, office, State.DRAFT)
    do(session, office.owner, proposal_id, Action.SUBMIT)
    arranged(session, office, proposal_id, Seat(first.id, LEGAL), Seat(second.id, POLICY), Seat(third.id))
    do(session, first, proposal_id, Action.START)
    steps = (
        lambda: do(session, first, proposal_id, Action.APPROVE),
        lambda: do(session, second, proposal_id, Action.APPROVE),
        lambda: write(session, office.owner, proposal_id, "ข้อความใหม่"),
        lambda: do(session, first, proposal_id, Action.APPROVE),
        lambda: arranged(session, office, proposal_id, Seat(second.id), Seat(first.id, POLICY), Seat(third.id, LEGAL)),
        lambda: write(
            session, office.owner, proposal_id
        ),  # the words of before: what was approved for them counts again
        lambda: write(session, office.owner, proposal_id, "อีกแบบหนึ่ง"),
        lambda: stepping_aside.delegate(session, user=second, proposal_id=proposal_id, to=office.both.id),
        lambda: do(session, office.both, proposal_id, Action.APPROVE),
    )
    for step in steps:
        step()
        for user in (first, second, third, office.both):
            waits = [
                item.task for item in dashboard.waiting(session, user=user).items if item.proposal.id == proposal_id
            ]
            assert bool(waits) == (refused(session, user, proposal_id, Action.APPROVE) is None), (step, user.name)
        counted = desk.lanes(session)[State.IN_REVIEW][0].approved
        assert counted == len(standings.approving_ids(session, proposal_of(session, proposal_id)))


# --- stepping aside -------------------------------------------------------------------------------


def test_the_desk_says_who_has_how_many_waiting(session: Session, office: Office) -> None:
    first, second, third = office.reviewers
    with clock_set_back(timedelta(days=20)):
        late = bring_to(session, office, State.IN_REVIEW)
        arranged(session, office, late, Seat(first.id, due_on=due_in(1)), Seat(second.id), due=due_in(60))
    other = bring_to(session, office, State.SUBMITTED)
    assign(session, office, other, first)
    asked = bring_to(session, office, State.CHANGES_REQUESTED)
    found = {(queue.person, queue.task): (queue.waiting, queue.overdue) for queue in desk.queues(session)}
    assert found == {
        (first, Task.REVIEW): (2, 1),
        (second, Task.REVIEW): (1, 0),
        (office.owner, Task.ANSWER): (1, 0),
    }
    lanes = desk.lanes(session)
    assert {state: [item.proposal.id for item in items] for state, items in lanes.items()} == {
        State.SUBMITTED: [other],
        State.IN_REVIEW: [late],
        State.CHANGES_REQUESTED: [asked],
    }
    assert [item.needs_reviewers for items in lanes.values() for item in items] == [True, False, False]
    do(session, second, late, Action.APPROVE)
    assert desk.lanes(session)[State.IN_REVIEW][0].approved == 1
    assert third not in {queue.person for queue in desk.queues(session)}


def test_the_calendar_knows_thai_holidays(session: Session) -> None:
    calendar = working_calendar()
    for day in (date(2025, 5, 12), date(2026, 4, 13), date(2026, 12, 7), date(2026, 12, 10), date(2026, 1, 2)):
        assert not calendar.is_working(day), (
            f"{day}: Visakha in lieu, Songkran, the 5th in lieu, Constitution Day, declared"
        )
    assert calendar.is_working(date(2026, 12, 8))
    assert calendar.last_year >= today().year + 5


def test_only_secretaries_arrange(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    now = arrangement_of(session, proposal_of(session, proposal_id))
    for user in (office.owner, office.reviewers[0], office.admin):
        with pytest.raises(ActionRefused):
            arranging.arrange(session, user=user, proposal_id=proposal_id, wanted=now, seen=now.mark)
    assert Role.SECRETARY not in office.admin.roles
