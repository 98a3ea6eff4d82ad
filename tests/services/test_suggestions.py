"""Suggested words: taken over by an author, never blindly; who suggested them can not approve any more."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.proposal import Proposal
from models.review import Comment, TakenSuggestion
from models.user import User
from review.digest import digest
from review.workflow import Action, ActionRefused, Refusal, State
from services.drafting import proposals, suggestions
from services.failures import Fault, NotFound, Refused, StaleWrite
from services.keeping import timeline
from services.reviewing import comments, reviews
from services.reviewing.comments import Where
from services.reviewing.standings import possibilities
from tests.services.office import Office, bring_to, do, propose, write

ITEM = "(๓) ผู้แทนช่างทอสองคน เป็นกรรมการ"


@pytest.fixture
def in_review(session: Session, office: Office) -> int:
    return bring_to(session, office, State.IN_REVIEW)


def suggest(session: Session, user: User, proposal_id: int, where: Where) -> Comment:
    seen = session.get_one(Proposal, proposal_id).draft_count
    return comments.add(session, user=user, proposal_id=proposal_id, body="เสนอถ้อยคำ", seen_draft=seen, where=where)


def revision(session: Session, user: User, proposal_id: int) -> int:
    return proposals.working_text(session, user=user, proposal=session.get_one(Proposal, proposal_id)).revision


def take(session: Session, user: User, comment: Comment) -> dict[str, str]:
    seen = revision(session, user, comment.proposal_id)
    text = suggestions.take(session, user=user, comment_id=comment.id, seen_revision=seen)
    stored = proposals.working_text(session, user=user, proposal=session.get_one(Proposal, comment.proposal_id))
    assert (text.edits, text.revision) == (stored.edits, stored.revision)
    return {edit.address: edit.text for edit in text.edits}


@pytest.mark.parametrize(
    ("where", "unit", "expected"),
    [
        (Where("s4.p1.i3", "สองคน", suggestion="สามคน"), "s4", "(๓) ผู้แทนช่างทอสามคน เป็นกรรมการ"),
        (Where("s4.p1.i3", "สองคน", suggestion=""), "s4", "(๓) ผู้แทนช่างทอ เป็นกรรมการ"),
        (Where("s4.p1.i3", suggestion="ผู้แทนช่างทอ เป็นกรรมการ"), "s4", "(๓) ผู้แทนช่างทอ เป็นกรรมการ"),
        (Where("s4.p1.i3", suggestion="(๓) ไม่มี"), "s4", "(๓) ไม่มี"),
        (Where("s4", "ปลัดกระทรวง", suggestion="อธิบดี"), "s4", "(๒) อธิบดี เป็นกรรมการ"),
        (Where("s6", suggestion="การประชุมทำได้ทุกเมื่อ"), "s6", "การประชุมทำได้ทุกเมื่อ"),
        (Where("ch1", suggestion="คณะกรรมการและสำนักงาน"), "ch1", "คณะกรรมการและสำนักงาน"),
        (Where("s5", "เสนอแผน", suggestion="จัดทำแผน"), "s5", "คณะกรรมการมีหน้าที่จัดทำแผน"),
    ],
    ids=["words", "taken out", "item", "item with label", "words of a section", "section", "heading", "of a draft"],
)
def test_the_words_take_their_place(
    session: Session, office: Office, in_review: int, where: Where, unit: str, expected: str
) -> None:
    made = suggest(session, office.reviewers[0], in_review, where)
    texts = take(session, office.owner, made)
    assert expected in texts[unit].splitlines()
    assert (unit == "s5") or texts["s5"] == "คณะกรรมการมีหน้าที่เสนอแผน"
    latest, said = timeline.events(session, proposal=session.get_one(Proposal, in_review))[:2]
    assert said.details["suggestion"] == digest(where.suggestion)
    assert (latest.action, latest.details["by"]) == ("suggestion_taken", office.reviewers[0].id)


def test_who_suggested_what_was_taken_can_not_approve_and_is_told_why(
    session: Session, office: Office, in_review: int
) -> None:
    suggester, other, _ = office.reviewers
    do(session, suggester, in_review, Action.APPROVE)
    made = suggest(session, suggester, in_review, Where("s5", "เสนอแผน", suggestion="จัดทำแผน"))
    take(session, office.owner, made)
    proposal = session.get_one(Proposal, in_review)
    assert possibilities(session, suggester, proposal).standing.wrote_a_draft is False
    proposals.save_draft(
        session, user=office.owner, proposal_id=in_review, seen_revision=revision(session, office.owner, in_review)
    )
    assert session.get_one(TakenSuggestion, made.id).draft_id is not None
    standing = possibilities(session, suggester, proposal).standing
    assert (standing.wrote_a_draft, standing.approvals) == (True, 0)
    with pytest.raises(ActionRefused) as caught:
        do(session, suggester, in_review, Action.APPROVE)
    assert caught.value.refusal is Refusal.SUGGESTION_TAKEN
    assert possibilities(session, other, proposal).of(Action.APPROVE).allowed
    assert suggester not in reviews.possible_reviewers(session, proposal=proposal)


def test_a_suggestion_undone_before_saving_makes_nobody_an_author(
    session: Session, office: Office, in_review: int
) -> None:
    suggester = office.reviewers[0]
    made = suggest(session, suggester, in_review, Where("s5", "เสนอแผน", suggestion="จัดทำแผน"))
    take(session, office.owner, made)
    edits = [Edit("s5", "คณะกรรมการมีหน้าที่เสนอแผน"), Edit("s6", "ประชุมได้ทุกเมื่อ")]
    seen = revision(session, office.owner, in_review)
    proposals.save_draft(session, user=office.owner, proposal_id=in_review, seen_revision=seen, edits=edits)
    assert session.get_one(TakenSuggestion, made.id).draft_id is None
    assert possibilities(session, suggester, session.get_one(Proposal, in_review)).of(Action.APPROVE).allowed


def test_words_changed_a_little_after_they_were_taken_are_the_suggesters_still(
    session: Session, office: Office, in_review: int
) -> None:
    made = suggest(session, office.reviewers[0], in_review, Where("s5", "เสนอแผน", suggestion="จัดทำแผน"))
    take(session, office.owner, made)
    write(session, office.owner, in_review, "คณะกรรมการมีหน้าที่จัดทำแผนงาน")
    assert session.get_one(TakenSuggestion, made.id).draft_id is not None


def test_only_where_the_words_still_stand(session: Session, office: Office, in_review: int) -> None:
    made = suggest(session, office.reviewers[0], in_review, Where("s5", "เสนอแผน", suggestion="จัดทำแผน"))
    write(session, office.owner, in_review, "คณะกรรมการมีหน้าที่ให้คำปรึกษา")
    with pytest.raises(Refused) as caught:
        take(session, office.owner, made)
    assert caught.value.fault is Fault.WORDS_GONE
    assert session.get(TakenSuggestion, made.id) is None


@pytest.mark.parametrize("words", ["เสนอแผนประจำปี", "จัดทำแผน"])
def test_taken_once_is_not_taken_twice(session: Session, office: Office, in_review: int, words: str) -> None:
    made = suggest(session, office.reviewers[0], in_review, Where("s5", "เสนอแผน", suggestion=words))
    first = take(session, office.owner, made)
    with pytest.raises(Refused) as caught:
        take(session, office.owner, made)
    assert caught.value.fault in (Fault.ALREADY_TAKEN, Fault.WORDS_GONE)
    proposal = session.get_one(Proposal, in_review)
    assert {
        e.address: e.text for e in proposals.working_text(session, user=office.owner, proposal=proposal).edits
    } == first


def test_a_stale_page_takes_nothing(session: Session, office: Office, in_review: int) -> None:
    made = suggest(session, office.reviewers[0], in_review, Where("s5", "เสนอแผน", suggestion="จัดทำแผน"))
    seen = revision(session, office.owner, in_review)
    proposals.save_working_copy(
        session, user=office.owner, proposal_id=in_review, seen_revision=seen, edits=[Edit("s5", "กำลังเขียน")]
    )
    with pytest.raises(StaleWrite):
        suggestions.take(session, user=office.owner, comment_id=made.id, seen_revision=seen)
    assert session.get(TakenSuggestion, made.id) is None


def test_for_authors_only_and_only_what_suggests(session: Session, office: Office, in_review: int) -> None:
    made = suggest(session, office.reviewers[0], in_review, Where("s5", "เสนอแผน", suggestion="จัดทำแผน"))
    for user in (office.reviewers[0], office.secretary, office.reader):
        with pytest.raises(ActionRefused) as caught:
            suggestions.take(session, user=user, comment_id=made.id, seen_revision=1)
        assert caught.value.refusal is Refusal.NOT_AUTHOR
    plain = suggest(session, office.reviewers[0], in_review, Where("s5", "เสนอแผน"))
    with pytest.raises(Refused):
        take(session, office.owner, plain)
    with pytest.raises(Refused):
        suggest(session, office.reviewers[0], in_review, Where(suggestion="ถ้อยคำ"))
    hidden = propose(session, office, owner=office.codrafter)
    write(session, office.codrafter, hidden)
    theirs = suggest(session, office.codrafter, hidden, Where("s5", "แผน", suggestion="งาน"))
    with pytest.raises(NotFound):
        suggestions.take(session, user=office.owner, comment_id=theirs.id, seen_revision=1)
