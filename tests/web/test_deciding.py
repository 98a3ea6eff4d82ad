"""What moves a proposal, on its pages: offered, decided on, commented; who is told why not."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from models.proposal import Proposal
from models.review import Comment, Decision
from review.workflow import OF_BILLS, Action, State
from services.reviewing import comments
from tests.services.office import assign, bring_to, open_office, write


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def test_the_whole_way_to_approval(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    path = f"/proposals/{proposal_id}"

    def press(person, action, **fields):
        client.sign_in(person)
        page = client.get(f"{path}/do/{action}")
        assert page.status_code == 200
        return client.post(f"{path}/do/{action}", data={"seen_draft": "1"} | fields)

    first, second, _ = office.reviewers
    assert press(office.owner, "submit").status_code == 302
    both = [str(first.id), str(second.id)]
    assert press(office.secretary, "assign", reviewers=both, seen="").status_code == 302
    assert press(first, "start").status_code == 302
    assert press(first, "approve").status_code == 302
    assert press(first, "approve").status_code == 409
    assert press(second, "approve", reason="ชัดเจนดี").status_code == 302
    assert db.session.get(Proposal, proposal_id).state is State.APPROVED
    history = client.get(f"{path}/history").text
    assert "ข้อเสนอได้รับความเห็นชอบครบแล้ว" in history
    assert "ชัดเจนดี" in history


def test_a_reason_is_asked_for_and_what_was_typed_stays(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reviewers[0])
    path = f"/proposals/{proposal_id}/do/reject"
    response = client.post(path, data={"seen_draft": "1", "reason": "  "})
    assert response.status_code == 400
    assert "เขียนเหตุผลก่อน" in response.text
    assert client.post(path, data={"seen_draft": "1", "reason": "ไม่จำเป็น"}).status_code == 302


def test_a_decision_on_an_older_draft_is_not_taken(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    write(db.session, office.owner, proposal_id, "ข้อความใหม่")
    client.sign_in(office.reviewers[0])
    response = client.post(f"/proposals/{proposal_id}/do/reject", data={"seen_draft": "1", "reason": "คำของฉัน"})
    assert response.status_code == 409
    assert "คำของฉัน" in response.text
    assert 'name="seen_draft" value="2"' in response.text
    assert db.session.scalar(select(func.count()).select_from(Decision)) == 0


def test_who_wrote_it_is_told_why_he_or_she_can_not_approve(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW, owner=office.both)
    client.sign_in(office.both)
    response = client.post(f"/proposals/{proposal_id}/do/approve", data={"seen_draft": "1"})
    assert response.status_code == 403
    assert db.session.scalar(select(func.count()).select_from(Decision)) == 0


@pytest.mark.parametrize("action", ["promote", "enacted", "0", "APPROVE"])
def test_forged_actions_are_not_found(client, db, office, action):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reviewers[0])
    assert client.post(f"/proposals/{proposal_id}/do/{action}", data={"seen_draft": "1"}).status_code == 404


@pytest.mark.parametrize(
    "action", [action for action in Action if action is not Action.ASSIGN and action not in OF_BILLS]
)
def test_a_reader_can_do_nothing_and_is_told_why(client, db, office, action):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    assert "ทำตอนนี้ไม่ได้" in client.get(f"/proposals/{proposal_id}/do/{action}").text
    response = client.post(f"/proposals/{proposal_id}/do/{action}", data={"seen_draft": "1", "reason": "ลอง"})
    assert response.status_code in (403, 409)
    assert db.session.get(Proposal, proposal_id).state is State.IN_REVIEW


def test_a_blocking_comment_says_so_and_prevents_approval(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    first, second, _ = office.reviewers
    client.sign_in(first)
    path = f"/proposals/{proposal_id}"
    sent = {"body": "ขาดผู้แทน", "seen_draft": "1", "address": "s5.p1", "blocking": "yes"}
    assert client.post(f"{path}/comments", data=sent).status_code == 302
    client.sign_in(second)
    assert "ยังมีความเห็นที่ระงับการเห็นชอบค้างอยู่" in client.get(path).text
    assert client.post(f"{path}/do/approve", data={"seen_draft": "1"}).status_code == 403
    comment = db.session.scalar(select(Comment))
    client.post(f"{path}/comments/{comment.id}/settle", data={"resolved": "yes"})
    assert comment.resolved_at is None
    client.sign_in(first)
    client.post(f"{path}/comments/{comment.id}/settle", data={"resolved": "yes"})
    client.sign_in(second)
    assert client.post(f"{path}/do/approve", data={"seen_draft": "1"}).status_code == 302


def test_a_comment_on_a_text_that_changed_meanwhile_is_kept_and_not_stored(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    write(db.session, office.owner, proposal_id, "ข้อความใหม่")
    client.sign_in(office.reviewers[0])
    response = client.post(f"/proposals/{proposal_id}/comments", data={"body": "คำของฉัน", "seen_draft": "1"})
    assert response.status_code == 409
    assert "คำของฉัน" in response.text
    assert db.session.scalar(select(func.count()).select_from(Comment)) == 0


def test_comments_can_not_be_reached_through_another_proposal(client, db, office):
    secret, open_one = bring_to(db.session, office, State.DRAFT), bring_to(db.session, office, State.IN_REVIEW)
    remark = comments.add(db.session, user=office.owner, proposal_id=secret, body="ลับ", seen_draft=1)
    client.sign_in(office.reviewers[0])
    for place in (secret, open_one):
        path = f"/proposals/{place}/comments/{remark.id}"
        assert client.post(f"{path}/replies", data={"body": "ตอบ"}).status_code == 404
        assert client.post(f"{path}/settle", data={"resolved": "yes"}).status_code == 404


def test_the_list_of_reviewers_is_not_overwritten_unseen(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    assign(db.session, office, proposal_id, *office.reviewers)
    client.sign_in(office.secretary)
    response = client.post(
        f"/proposals/{proposal_id}/do/assign", data={"reviewers": str(office.reviewers[0].id), "seen": ""}
    )
    assert response.status_code == 409


def test_what_is_open_is_said_before_it_is_offered(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/do/submit").text
    assert "สิ่งที่ต้องตรวจหรือตัดสินใจ" in page
    assert f'<a href="/proposals/{proposal_id}/details">ยังไม่ได้เขียนเหตุผล</a>' in page
    client.post(f"/proposals/{proposal_id}/do/submit", data={"seen_draft": "1"})
    assert "สิ่งที่ต้องตรวจหรือตัดสินใจ" not in client.get(f"/proposals/{proposal_id}/do/withdraw").text
