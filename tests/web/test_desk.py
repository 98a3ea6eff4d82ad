"""The secretary's desk, the page of assignment, and stepping aside: what each person sees and may do."""

from __future__ import annotations

import re
from datetime import date, timedelta
from unicodedata import category

import pytest

from blueprints.due_words import shown_due
from models.base import clock_set_back
from models.proposal import Proposal, Topic
from review.approval import Aspect
from review.workflow import Action, State
from services.reviewing import rules
from services.reviewing.arranging import Arrangement, Seat, arrange, arrangement_of, due_in
from services.reviewing.working_days import today, working_calendar
from tests.services.office import bring_to, do, open_office, write


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def arranged(db, office, proposal_id, *seats, due=None):
    seen = arrangement_of(db.session, db.session.get(Proposal, proposal_id)).mark
    wanted = Arrangement(seats, due)
    arrange(db.session, user=office.secretary, proposal_id=proposal_id, wanted=wanted, seen=seen)


def set_rule(db, office, **changed):
    given = {
        "required": None,
        "aspects": (),
        "in_order": False,
        "working_days": None,
        "checklist": None,
        "checklist_required": False,
    }
    act = office.edition.act
    rules.set_rule(db.session, user=office.secretary, act=act, topic=Topic.BOARD, **(given | changed))


def seen_on(page: str) -> str:
    return re.search(r'name="seen" value="([^"]*)"', page)[1]


def test_overdue_is_said_in_words_wherever_the_proposal_stands(client, db, office):
    first, second, _ = office.reviewers
    with clock_set_back(timedelta(days=30)):
        proposal_id = bring_to(db.session, office, State.IN_REVIEW)
        long_ago = due_in(2)
        arranged(db, office, proposal_id, Seat(first.id, due_on=long_ago), Seat(second.id), due=long_ago)
    late = working_calendar().left(today(), long_ago).days
    words = f"เกินกำหนด {str(late).translate(str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙'))} วันทำการ"
    client.sign_in(first)
    for path in ("/", "/proposals/", f"/proposals/{proposal_id}", f"/proposals/{proposal_id}/compare"):
        assert words in client.get(path).text, path
    client.sign_in(office.secretary)
    page = client.get("/desk/").text
    assert words in page
    assert re.search(r"<th scope=\"row\">ผู้ตรวจ 1</th>.*?รออยู่\">๑</td>.*?เกินกำหนด\">๑</td>", page, re.S)
    assert 'class="bar late"' in page


def test_a_long_name_is_short_in_the_picture_and_whole_in_the_table(client, db, office):
    first, second, _ = office.reviewers
    first.name = "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม ผู้แทนสำนักงานคณะกรรมการกฤษฎีกา"
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    arranged(db, office, proposal_id, Seat(first.id), Seat(second.id))
    client.sign_in(office.secretary)
    page = client.get("/desk/").text
    shown = re.search(r"<text[^>]*>([^<]*)… · ตรวจ</text>", page)[1]
    assert first.name.startswith(shown)
    assert not category(first.name[len(shown)]).startswith("M"), "no letter loses its marks"
    assert f'<th scope="row">{first.name}</th>' in page


def test_the_desk_is_the_secretary_s(client, office):
    for person in (office.owner, office.reviewers[0], office.admin, office.reader):
        client.sign_in(person)
        assert client.get("/desk/").status_code == 403
        assert "/desk/" not in client.get("/").text
    client.sign_in(office.secretary)
    assert "ไม่มีเรื่องรออยู่ที่ผู้ใด" in client.get("/desk/").text


def test_the_secretary_arranges_in_one_form(client, db, office):
    first, second, _ = office.reviewers
    proposal_id = bring_to(db.session, office, State.DRAFT)
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    set_rule(db, office, working_days=7, aspects={Aspect.LEGAL}, in_order=True)
    client.sign_in(office.secretary)
    path = f"/proposals/{proposal_id}/do/assign"
    page = client.get(path).text
    assert 'value="๗"' in page, "the usual time stands ready"
    form = {
        "reviewers": [str(first.id), str(second.id)],
        "due": "๑๐",
        f"aspect-{first.id}": "legal",
        f"due-{first.id}": shown_due(due_in(4)),
        f"place-{first.id}": "๒",
        f"place-{second.id}": "1",
        "seen": seen_on(page),
    }
    wrong = client.post(path, data=form | {f"due-{first.id}": "พรุ่งนี้"})
    assert wrong.status_code == 400
    assert "พิมพ์จำนวนวันทำการ เช่น ๕ หรือวันที่ เช่น ๓๐/๑๑/๒๕๖๙" in wrong.text
    assert 'value="พรุ่งนี้"' in wrong.text, "what was typed is kept"
    assert client.post(path, data=form).status_code == 302
    now = arrangement_of(db.session, db.session.get(Proposal, proposal_id))
    assert now == Arrangement((Seat(second.id), Seat(first.id, Aspect.LEGAL, due_in(4))), due_in(10))
    stale = client.post(path, data=form)
    assert stale.status_code == 409
    assert seen_on(stale.text) == now.mark


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("0", "จำนวนวันทำการต้องอยู่ระหว่าง"),
        ("999", "จำนวนวันทำการต้องอยู่ระหว่าง"),
        ("31/2/2570", "พิมพ์จำนวนวันทำการ"),
        ("๑/๑/๒๕๖๐", "วันครบกำหนดผ่านไปแล้ว"),
        ("5/12/2571 ครับ", "พิมพ์จำนวนวันทำการ"),
    ],
)
def test_a_deadline_that_can_not_be_is_said(client, db, office, typed, sentence):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    client.sign_in(office.secretary)
    path = f"/proposals/{proposal_id}/do/assign"
    seen = seen_on(client.get(path).text)
    ids = [str(person.id) for person in office.reviewers[:2]]
    answer = client.post(path, data={"reviewers": ids, "due": typed, "seen": seen})
    assert answer.status_code == 400
    assert sentence in answer.text


def test_what_the_calendar_does_not_know_yet_is_said(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    first, second, _ = office.reviewers
    far = working_calendar().next_working(date(today().year + 2, 6, 1))
    arranged(db, office, proposal_id, Seat(first.id), Seat(second.id), due=far)
    client.sign_in(office.secretary)
    assert "วันหยุดพิเศษที่คณะรัฐมนตรีอาจประกาศเพิ่มยังไม่รวม" in client.get(f"/proposals/{proposal_id}/do/assign").text


def test_declining_and_delegating(client, db, office):
    first, second, third = office.reviewers
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(first)
    assert f"/proposals/{proposal_id}/decline" in client.get(f"/proposals/{proposal_id}").text
    path = f"/proposals/{proposal_id}/decline"
    silent = client.post(path, data={"reason": " "})
    assert (silent.status_code, "เขียนเหตุผลก่อน" in silent.text) == (400, True)
    assert client.post(path, data={"reason": "ถือหุ้นในกิจการ"}).status_code == 302
    again = client.post(path, data={"reason": "ถือหุ้นในกิจการ"})
    assert (again.status_code, "ไม่ได้รับมอบหมาย" in again.text) == (403, True)
    client.sign_in(second)
    path = f"/proposals/{proposal_id}/delegate"
    offered = re.findall(r'name="to"[^>]*value="(\d+)"', client.get(path).text)
    assert set(offered) == {str(third.id), str(office.both.id)}, "not who declined, not who reviews"
    assert client.post(path, data={"to": str(first.id)}).status_code == 400
    assert client.post(path, data={"to": str(third.id), "reason": "ลา"}).status_code == 302
    client.sign_in(office.secretary)
    page = client.get(f"/proposals/{proposal_id}").text
    assert "ตรวจแทน ผู้ตรวจ 2" in page
    assert "เลขานุการมอบหมายผู้ตรวจ" in page
    assert "ถือหุ้นในกิจการ" in client.get(f"/proposals/{proposal_id}/do/assign").text
    assert "ถือหุ้นในกิจการ" in client.get(f"/proposals/{proposal_id}/history").text


@pytest.mark.parametrize("state", [State.DRAFT, State.APPROVED, State.REJECTED, State.WITHDRAWN])
def test_nobody_steps_aside_outside_a_review(client, db, office, state):
    proposal_id = bring_to(db.session, office, state)
    db.session.get(Proposal, proposal_id).first_submitted_at = db.session.get(Proposal, proposal_id).created_at
    client.sign_in(office.reviewers[0])
    for deed in ("decline", "delegate"):
        answer = client.get(f"/proposals/{proposal_id}/{deed}")
        assert (answer.status_code, "ทำตอนนี้ไม่ได้" in answer.text) == (200, True)
    assert client.post(f"/proposals/{proposal_id}/decline", data={"reason": "ก"}).status_code == 409


def test_whoever_approved_before_is_led_to_what_changed_since(client, db, office):
    first, second, _ = office.reviewers
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    do(db.session, first, proposal_id, Action.APPROVE)
    write(db.session, office.owner, proposal_id, "ข้อความใหม่")
    client.sign_in(first)
    since = f"/proposals/{proposal_id}/compare?old=1&amp;new=2"
    assert since in client.get("/").text
    assert since in client.get(f"/proposals/{proposal_id}/compare").text
    assert since in client.get(f"/proposals/{proposal_id}").text
    assert since in client.get(f"/proposals/{proposal_id}/do/approve").text
    page = client.get(f"/proposals/{proposal_id}/compare?old=1&new=2").text
    assert "นี่คือสิ่งที่เปลี่ยนตั้งแต่ท่านเห็นชอบร่างครั้งที่ ๑" in page
    client.sign_in(second)
    assert "ตั้งแต่ท่านเห็นชอบ" not in client.get(f"/proposals/{proposal_id}/compare").text


def test_the_history_tells_who_was_to_review_what_by_when(client, db, office):
    first, second, _ = office.reviewers
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    arranged(db, office, proposal_id, Seat(first.id, Aspect.LEGAL, due_in(3)), Seat(second.id), due=due_in(9))
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/history").text
    assert re.search(r"ผู้ตรวจ 1 \(ด้านกฎหมาย ถึงวันที่ [๐-๙]+ \S+ พ\.ศ\. [๐-๙]+\), ผู้ตรวจ 2 ให้เสร็จภายในวันที่", page)
