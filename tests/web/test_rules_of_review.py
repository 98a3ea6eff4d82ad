"""How proposals are reviewed: the number of approvals, aspects, the checklist; set at the desk, felt on the pages."""

from __future__ import annotations

import re

import pytest

from models.proposal import Topic
from review.approval import Aspect
from review.workflow import Action, State
from services.reviewing import reviews, rules
from services.reviewing.arranging import Seat
from tests.services.office import bring_to, do, open_office
from tests.web.test_desk import arranged, set_rule


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def test_the_checklist_on_the_page(client, db, office):
    first, *_ = office.reviewers
    set_rule(db, office, checklist=["จำเป็น", "ไม่ซ้ำซ้อน"], checklist_required=True)
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(first)
    path = f"/proposals/{proposal_id}/do/approve"
    assert "ต้องตอบครบทุกข้อ" in client.get(path).text
    form = {"seen_draft": "1", "reason": "ดีแล้ว", "line": ["จำเป็น", "ไม่ซ้ำซ้อน"], "tick-0": "yes", "note-1": "x"}
    short = client.post(path, data=form)
    assert (short.status_code, "ตอบรายการตรวจให้ครบก่อน" in short.text) == (400, True)
    assert re.search(r'id="tick-0-yes"[^>]* checked', short.text)
    assert short.text.count("เลือกคำตอบ ถ้าไม่เกี่ยวข้องให้บอกเหตุผล") == 1
    assert re.findall(r'<a href="#(tick-[^"]*)">([^<]*)', short.text) == [("tick-1-yes", "รายการตรวจข้อ ๒: ไม่ซ้ำซ้อน")]
    assert "ดีแล้ว" in short.text
    set_rule(db, office, checklist=["จำเป็น", "ใหม่"], checklist_required=True)
    stale = client.post(path, data=form | {"tick-1": "yes"})
    assert (stale.status_code, "มีการเปลี่ยนรายการตรวจ" in stale.text) == (409, True)
    assert client.post(path, data=form | {"line": ["จำเป็น", "ใหม่"], "tick-1": "not_applicable"}).status_code == 302
    for page in (f"/proposals/{proposal_id}", f"/proposals/{proposal_id}/history"):
        text = client.get(page).text
        assert "ดีแล้ว" in text, "the remarks stand with the approval"
        assert re.search(r"ใหม่</span>: <b>ไม่เกี่ยวข้อง</b> “x”", text), page


def test_a_missing_aspect_is_said_where_the_button_is_missing(client, db, office):
    first, second, third = office.reviewers
    set_rule(db, office, aspects={Aspect.LEGAL, Aspect.POLICY}, required=1)
    proposal_id = bring_to(db.session, office, State.DRAFT)
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    arranged(db, office, proposal_id, Seat(first.id, Aspect.LEGAL), Seat(second.id))
    client.sign_in(first)
    assert "ยังไม่มีผู้ตรวจ ด้านนโยบาย ซึ่งต้องได้รับความเห็นชอบ" in client.get(f"/proposals/{proposal_id}").text
    arranged(db, office, proposal_id, Seat(first.id, Aspect.LEGAL), Seat(second.id, Aspect.POLICY))
    do(db.session, first, proposal_id, Action.START)
    do(db.session, first, proposal_id, Action.APPROVE)
    page = client.get(f"/proposals/{proposal_id}").text
    assert "ท่านเห็นชอบข้อความนี้แล้ว รอความเห็นชอบ ด้านนโยบาย" in page
    assert "ยังขาดความเห็นชอบ: ด้านนโยบาย" in page
    assert (
        reviews.act(db.session, user=second, proposal_id=proposal_id, action=Action.APPROVE, seen_draft=1).state
        is State.APPROVED
    )
    assert third.id


def test_the_rule_of_a_topic(client, db, office):
    client.sign_in(office.secretary)
    path = "/desk/acts/weaving/board"
    lines = re.search(r"<textarea[^>]*>(.*?)</textarea>", client.get(path).text, re.S)[1].strip().splitlines()
    assert len(lines) == 10
    form = {
        "required": "๓",
        "aspects": ["legal", "policy"],
        "in_order": "y",
        "working_days": "๑๐",
        "checklist": "\n".join(lines),
    }
    assert client.post(path, data=form).status_code == 302
    found = rules.rule_of(db.session, act=office.edition.act, topic=Topic.BOARD)
    assert (found.required, found.in_order, found.working_days, found.own_checklist) == (3, True, 10, False)
    assert found.aspects == {Aspect.LEGAL, Aspect.POLICY}
    for field, typed in (("required", "สาม"), ("required", "10"), ("working_days", "0"), ("checklist", "ก" * 301)):
        answer = client.post(path, data=form | {field: typed})
        assert answer.status_code == 400
        assert 'class="error"' in answer.text
    assert client.get("/desk/acts/weaving/none").status_code == 404
    assert "๓ คน, ด้านกฎหมาย, ด้านนโยบาย" in client.get("/desk/").text


def test_how_many_approvals_an_act_needs(client, db, office):
    path = "/desk/acts/weaving"
    for person in (office.owner, office.reviewers[0], office.reader):
        client.sign_in(person)
        assert client.get(path).status_code == client.post(path, data={"required": "๓"}).status_code == 403
    set_rule(db, office, required=1)
    client.sign_in(office.secretary)
    assert f'href="{path}"' in client.get("/desk/").text
    page = client.get(path).text
    assert 'value="๒"' in page
    assert "เว้นเรื่องที่กำหนดจำนวนของตนเองไว้: องค์ประกอบของคณะกรรมการ" in page
    for typed in ("", "0", "๑๐", "สาม"):
        answer = client.post(path, data={"required": typed})
        assert (answer.status_code, "ต้องอยู่ระหว่าง ๑ ถึง ๙" in answer.text) == (400, True)
        assert f'value="{typed}"' in answer.text, "what was typed is kept"
    assert client.post(path, data={"required": "๓"}).status_code == 302
    assert "ต้องการความเห็นชอบ ๓ คน" in client.get("/desk/").text
    needed = {topic: rules.rule_of(db.session, act=office.edition.act, topic=topic).required for topic in Topic}
    assert needed == {topic: 1 if topic is Topic.BOARD else 3 for topic in Topic}
    assert client.get("/desk/acts/none").status_code == 404
