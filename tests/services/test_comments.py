"""Comments: where they are, who writes, answers and settles them."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models.proposal import Proposal
from models.review import Comment
from models.user import User
from review.digest import digest
from review.workflow import ActionRefused, Refusal, State
from services.failures import Fault, NotFound, Refused, StaleWrite
from services.keeping import timeline
from services.reviewing import comments
from services.reviewing.comments import Where
from services.reviewing.standings import standing_of
from tests.services.office import Office, bring_to, propose, write


def say(session: Session, user: User, proposal_id: int, where: Where | None = None, **named: object) -> Comment:
    named = {"body": "ควรเขียนให้ชัด", "seen_draft": 1} | named
    return comments.add(session, user=user, proposal_id=proposal_id, where=where, **named)


@pytest.fixture
def in_review(session: Session, office: Office) -> int:
    return bring_to(session, office, State.IN_REVIEW)


def test_on_words_a_unit_or_the_proposal(session: Session, office: Office, in_review: int) -> None:
    user = office.reviewers[0]
    words = say(session, user, in_review, Where("s4.p1.i3", "ช่างทอ"))
    assert (words.address, words.quote, words.start) == ("s4.p1.i3", "ช่างทอ", "(๓) ผู้แทนช่างทอ".index("ช่าง"))
    unit = say(session, user, in_review, Where("ch1"))
    assert (unit.address, unit.quote, unit.start) == ("ch1", "", None)
    whole = say(session, user, in_review)
    assert (whole.address, whole.draft and whole.draft.number) == ("", 1)


def test_the_same_words_twice_are_told_apart(session: Session, office: Office, in_review: int) -> None:
    text = "เป็นกรรมการ"
    line = "(๓) ผู้แทนช่างทอสองคน เป็นกรรมการ"
    found = say(session, office.owner, in_review, Where("s4.p1.i3", text, line.index(text)))
    assert found.start == line.index(text)


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        (Where("s99"), Fault.UNKNOWN_UNIT),
        (Where("x" * 5000), Fault.UNKNOWN_UNIT),
        (Where("s4.p1.i3", "ไม่มีคำนี้"), Fault.QUOTE_MISSING),
        (Where("s4.p1.i3", "ช่างทอ", 0), Fault.QUOTE_MISSING),
        (Where("s4.p1.i3", "ช่างทอ", -3), Fault.QUOTE_MISSING),
        (Where("s4.p1.i3", "ช่างทอ", 10**9), Fault.QUOTE_MISSING),
    ],
    ids=range(6),
)
def test_a_place_that_is_not_there(
    session: Session, office: Office, in_review: int, where: Where, fault: Fault
) -> None:
    with pytest.raises(Refused) as caught:
        say(session, office.owner, in_review, where)
    assert caught.value.fault is fault
    assert comments.list_threads(session, proposal=session.get_one(Proposal, in_review)) == []


@pytest.mark.parametrize("body", ["", " \n", "ก\x00", "ก" * 20_001], ids=["empty", "blank", "NUL", "long"])
def test_an_empty_or_impossible_comment(session: Session, office: Office, in_review: int, body: str) -> None:
    with pytest.raises(Refused):
        say(session, office.owner, in_review, body=body)


def test_before_a_draft_only_the_proposal_can_be_commented(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    assert say(session, office.owner, proposal_id, seen_draft=0).draft_id is None
    with pytest.raises(Refused):
        say(session, office.owner, proposal_id, Where("s4"), seen_draft=0)


def test_who_wrote_while_a_draft_was_saved_is_told(session: Session, office: Office, in_review: int) -> None:
    write(session, office.owner, in_review, "ถ้อยคำใหม่")
    with pytest.raises(StaleWrite) as caught:
        say(session, office.reviewers[0], in_review)
    assert caught.value.theirs == 2
    assert say(session, office.reviewers[0], in_review, seen_draft=2).body


@pytest.mark.parametrize("name", ["reader", "admin", "codrafter"])
def test_who_does_not_take_part_does_not_comment(session: Session, office: Office, in_review: int, name: str) -> None:
    with pytest.raises(ActionRefused) as caught:
        say(session, getattr(office, name), in_review)
    assert caught.value.refusal is Refusal.NOT_PARTICIPANT


def test_only_an_assigned_reviewer_blocks(session: Session, office: Office, in_review: int) -> None:
    assert say(session, office.reviewers[0], in_review, blocking=True).blocking
    for user in (office.owner, office.reviewers[2], office.secretary):
        with pytest.raises(ActionRefused):
            say(session, user, in_review, blocking=True)


def test_answers_join_the_thread(session: Session, office: Office, in_review: int) -> None:
    first = say(session, office.reviewers[0], in_review)
    answer = comments.reply(session, user=office.owner, comment_id=first.id, body="แก้แล้ว")
    comments.reply(session, user=office.reviewers[0], comment_id=answer.id, body="ขอบคุณ")
    say(session, office.secretary, in_review)
    threads = comments.list_threads(session, proposal=session.get_one(Proposal, in_review))
    assert [[reply.body for reply in thread.replies] for thread in threads] == [["แก้แล้ว", "ขอบคุณ"], []]
    with pytest.raises(Refused):
        comments.resolve(session, user=office.owner, comment_id=answer.id)
    with pytest.raises(NotFound):
        comments.reply(session, user=office.owner, comment_id=10_000, body="x")


def test_the_record_fixes_what_was_said(session: Session, office: Office, in_review: int) -> None:
    first = say(session, office.reviewers[0], in_review)
    answer = comments.reply(session, user=office.owner, comment_id=first.id, body="แก้แล้ว")
    told = timeline.events(session, proposal=session.get_one(Proposal, in_review))[:2]
    assert [event.details["body"] for event in told] == [digest(answer.body), digest(first.body)]
    assert told[0].details["reply_to"] == first.id


@pytest.mark.parametrize(
    ("blocking", "settlers"),
    [(False, {"owner", "first", "secretary"}), (True, {"first", "secretary"})],
)
def test_who_settles(session: Session, office: Office, in_review: int, blocking: bool, settlers: set[str]) -> None:
    comment = say(session, office.reviewers[0], in_review, blocking=blocking)
    proposal = session.get_one(Proposal, in_review)
    people = {
        "owner": office.owner,
        "first": office.reviewers[0],
        "second": office.reviewers[1],
        "secretary": office.secretary,
    }
    for name, user in people.items():
        may = comments.may_settle(user, comment, standing_of(session, user, proposal))
        assert may is (name in settlers)
        if not may:
            with pytest.raises(Refused):
                comments.resolve(session, user=user, comment_id=comment.id)
            continue
        assert comments.resolve(session, user=user, comment_id=comment.id).resolved_by == user
        assert comments.reopen(session, user=user, comment_id=comment.id).resolved_at is None


def test_resolving_twice_is_once(session: Session, office: Office, in_review: int) -> None:
    comment = say(session, office.owner, in_review)
    for _ in range(2):
        comments.resolve(session, user=office.owner, comment_id=comment.id)
    events = timeline.events(session, proposal=session.get_one(Proposal, in_review))
    assert [event.action for event in events[:2]] == ["comment_resolved", "comment_written"]
