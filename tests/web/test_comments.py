"""Comments on the pages: beside their words, marked where the words changed, with suggested words to take over."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from blueprints.proposals.said import Said, pieces
from law.comparing.hunks import Hunk
from models.proposal import Proposal, WorkingCopy
from models.review import Comment
from review.workflow import Action, State
from services.drafting import proposals
from services.reviewing import comments
from services.reviewing.comments import Where
from tests.services.office import bring_to, do, open_office, write


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def in_review(db, office):
    return bring_to(db.session, office, State.IN_REVIEW)


def say(db, user, proposal_id, where=None, **named):
    seen = db.session.get(Proposal, proposal_id).draft_count
    return comments.add(
        db.session, user=user, proposal_id=proposal_id, body="ดูตรงนี้", seen_draft=seen, where=where, **named
    )


def revision(db, proposal_id):
    return db.session.get(WorkingCopy, proposal_id).revision


def words_marked(page):
    return [re.sub("<[^>]*>|เพิ่ม |จบส่วนที่เพิ่ม", "", one).strip() for one in re.findall("<mark.*?</mark>", page, re.S)]


@pytest.mark.parametrize("view", ["inline", "sides"])
def test_the_words_lead_to_what_is_said_about_them_and_back(client, db, office, in_review, view):
    made = say(db, office.reviewers[0], in_review, Where("s5.p1", "หน้าที่"))
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{in_review}/compare?view={view}").text
    assert words_marked(page) == ["หน้าที่"]
    assert f'aria-details="comment-{made.id}"' in page
    assert f'id="words-{made.id}" href="#comment-{made.id}"' in page
    assert f'href="#words-{made.id}"' in page


def test_many_comments_on_a_whole_unit_leave_its_words_readable(client, db, office, in_review):
    said = [say(db, office.reviewers[0], in_review, Where("s5.p1")) for _ in range(7)]
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{in_review}/compare").text
    assert len(re.findall(r'class="said-link" id="words-', page)) == 4
    assert re.search(rf'class="said-link" href="#comment-{said[4].id}">\+๓<', page)
    assert page.count('class="thread-number"') == 7, "all of them stand beside the text"


def test_words_that_changed_are_said_with_before_and_now(client, db, office, in_review):
    say(db, office.reviewers[0], in_review, Where("s5.p1", "เสนอแผน"))
    write(db.session, office.owner, in_review, "คณะกรรมการมีหน้าที่เสนอรายงาน")
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{in_review}/compare").text
    assert "ข้อความเปลี่ยนไปตั้งแต่แสดงความเห็น" in page
    changed = page.split("ข้อความเปลี่ยนไปตั้งแต่แสดงความเห็น")[1]
    assert "<dd>เสนอแผน</dd>" in changed
    assert re.search(r"<dd><a [^>]*>[^<]*รายงาน</a></dd>", changed)


def test_no_comment_is_missing_from_the_comparison(client, db, office, in_review):
    said = [
        say(db, office.reviewers[0], in_review),
        say(db, office.reviewers[0], in_review, Where("s4.p1.i3", "ช่างทอ")),
        say(db, office.reviewers[0], in_review, Where("s5.p1", "มีหน้าที่")),
    ]
    write(db.session, office.owner, in_review, "(ยกเลิก)")
    client.sign_in(office.owner)
    for address in ("compare", "compare?old=1&new=2", "compare?old=0&new=1", "compare?old=2&new=1", "discussion"):
        page = client.get(f"/proposals/{in_review}/{address}").text
        assert all(f'id="comment-{one.id}"' in page for one in said), address
    assert "ถ้อยคำที่กล่าวถึงไม่อยู่ในร่างนี้แล้ว" in page


def test_a_comment_on_words_through_the_form(client, db, office, in_review):
    client.sign_in(office.reviewers[0])
    fields = {
        "seen_draft": "1",
        "address": "s5.p1",
        "quote": "เสนอแผน",
        "start": "",
        "body": "แคบไป",
        "suggestion": "จัดทำแผน",
    }
    assert client.post(f"/proposals/{in_review}/comments", data=fields).status_code == 302
    made = db.session.scalar(select(Comment))
    assert (made.quote, made.start, made.suggestion) == ("เสนอแผน", 21 - 2, "จัดทำแผน")
    answer = client.post(f"/proposals/{in_review}/comments", data=fields | {"quote": "ไม่มีคำนี้"})
    assert answer.status_code == 400
    assert "ไม่พบถ้อยคำที่อ้าง" in answer.text
    assert "ไม่มีคำนี้" in answer.text
    assert "จัดทำแผน" in answer.text
    taken_out = fields | {"suggestion": "", "takeout": "yes"}
    client.post(f"/proposals/{in_review}/comments", data=taken_out)
    assert db.session.scalar(select(Comment.suggestion).order_by(Comment.id.desc())) == ""


def test_who_writes_while_a_draft_is_saved_is_told_and_loses_nothing(client, db, office, in_review):
    write(db.session, office.owner, in_review, "คณะกรรมการเสนอแผนและมีหน้าที่อื่น")
    client.sign_in(office.reviewers[0])
    fields = {
        "seen_draft": "1",
        "address": "s5.p1",
        "quote": "เสนอแผน",
        "start": "19",
        "body": "แคบไป",
        "suggestion": "จัดทำแผน",
    }
    answer = client.post(f"/proposals/{in_review}/comments", data=fields)
    assert answer.status_code == 409
    assert db.session.scalar(select(Comment)) is None
    again = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', answer.text))
    assert (again["seen_draft"], again["quote"], again.get("start", "")) == ("2", "เสนอแผน", "")
    assert "จัดทำแผน" in answer.text
    assert client.post(f"/proposals/{in_review}/comments", data=fields | again | {"start": ""}).status_code == 302


def test_suggested_words_are_taken_over_with_one_click(client, db, office, in_review):
    made = say(db, office.reviewers[0], in_review, Where("s5.p1", "เสนอแผน", suggestion="จัดทำแผน"))
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{in_review}/compare").text
    assert "จะเป็นผู้ร่างร่วม" in page
    path = f"/proposals/{in_review}/comments/{made.id}/take"
    assert path in page
    answer = client.post(path, data={"seen_revision": revision(db, in_review)})
    assert answer.location.endswith("/text")
    assert db.session.get(WorkingCopy, in_review).edits[0]["text"] == "คณะกรรมการมีหน้าที่จัดทำแผน"
    assert "นำถ้อยคำที่เสนอไปใส่" in client.get(f"/proposals/{in_review}/discussion").text


def test_a_stale_page_takes_nothing_and_offers_it_again(client, db, office, in_review):
    made = say(db, office.reviewers[0], in_review, Where("s5.p1", "เสนอแผน", suggestion="จัดทำแผน"))
    client.sign_in(office.owner)
    path = f"/proposals/{in_review}/comments/{made.id}/take"
    answer = client.post(path, data={"seen_revision": "0"})
    assert answer.status_code == 409
    fresh = re.search(r'name="seen_revision"[^>]*value="(\d+)"', answer.text)
    assert client.post(path, data={"seen_revision": fresh[1]}).status_code == 302
    write(db.session, office.owner, in_review, "เรื่องอื่นทั้งหมด")
    answer = client.post(path, data={"seen_revision": revision(db, in_review)})
    assert answer.status_code == 409
    assert "แก้ด้วยตนเองได้" in answer.text


def test_who_suggested_reads_why_he_or_she_can_not_approve(client, db, office, in_review):
    suggester = office.reviewers[0]
    made = say(db, suggester, in_review, Where("s5.p1", "เสนอแผน", suggestion="จัดทำแผน"))
    client.sign_in(suggester)
    assert client.post(f"/proposals/{in_review}/comments/{made.id}/take", data={"seen_revision": 1}).status_code == 403
    client.sign_in(office.owner)
    client.post(f"/proposals/{in_review}/comments/{made.id}/take", data={"seen_revision": revision(db, in_review)})
    proposals.save_draft(db.session, user=office.owner, proposal_id=in_review, seen_revision=revision(db, in_review))
    client.sign_in(suggester)
    sentence = "ถ้อยคำที่ท่านเสนอถูกนำไปใช้ในร่างแล้ว"
    assert sentence in client.get(f"/proposals/{in_review}").text
    answer = client.post(f"/proposals/{in_review}/do/approve", data={"seen_draft": "2"})
    assert (answer.status_code, sentence in answer.text) == (403, True)
    assert do(db.session, office.reviewers[1], in_review, Action.APPROVE).state is State.IN_REVIEW


def test_lines_are_cut_where_commented_words_begin_and_end():
    hunks = [Hunk("equal", "กขค"), Hunk("delete", "งจ"), Hunk("insert", "ฉช"), Hunk("equal", "ซฌญ")]
    first, second = Said(1, 1, "", 1, 4), Said(2, 2, "", 3, 8)
    found = list(pieces(hunks, [first, second, Said(3, 3, "", 0, 0)]))
    assert [(one.kind, one.text) for one in found] == [
        ("equal", "ก"), ("equal", "ขค"), ("delete", "งจ"), ("insert", "ฉ"), ("insert", "ช"), ("equal", "ซฌญ"),
    ]  # fmt: skip
    assert [[one.comment for one in piece.said] for piece in found] == [[], [1], [], [1, 2], [2], [2]]
    assert [[one.comment for one in piece.ends] for piece in found] == [[], [], [], [1], [], [2]]


def test_what_was_said_about_a_unit_stands_in_the_editor(client, db, office, in_review):
    open_one = say(db, office.reviewers[0], in_review, Where("s5.p1", "เสนอแผน"))
    done = say(db, office.reviewers[0], in_review, Where("s5"))
    elsewhere_ = say(db, office.reviewers[1], in_review, Where("s4"))
    comments.resolve(db.session, user=office.reviewers[0], comment_id=done.id)
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{in_review}/text").text
    assert f"/discussion#comment-{open_one.id}" in page
    assert "ดูตรงนี้" in page
    for other in (done, elsewhere_):
        assert f"#comment-{other.id}" not in page
