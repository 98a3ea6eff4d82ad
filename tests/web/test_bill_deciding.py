"""What is decided about the bill of a proposal: kept, refused in words, never written over unseen."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from law.editing.edit import Edit
from models.proposal import Draft
from review.workflow import State
from services.legislating.frames import read_frame
from tests.services.office import bring_to, open_office, propose
from tests.web.bill_forms import CHANGED, COMMITTEE, PROVEN, QUESTION, decided, frame_of, put


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def test_what_is_decided_becomes_words_of_the_bill(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    fields = decided(
        proposal_id,
        db,
        begins="on_date",
        day="๑",
        month="1",
        era_year="๒๕๗๐",
        number="๒",
        year="2569",
        charge="รัฐมนตรีว่าการกระทรวงวัฒนธรรม",
        transitional=["ให้แผนที่เสนอไว้แล้วเป็นแผนตามพระราชบัญญัตินี้", ""],
        unit=["s5"],
        **{"answer-0": "named", "amender-0": "พระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐"},
    )
    assert client.post(f"/proposals/{proposal_id}/bill", data=fields).status_code == 302
    page = client.get(f"/proposals/{proposal_id}/bill").text
    assert "ให้ใช้บังคับตั้งแต่วันที่ ๑ มกราคม พ.ศ. ๒๕๗๐ เป็นต้นไป" in page
    assert "(ฉบับที่ ๒)" in page
    assert "ให้รัฐมนตรีว่าการกระทรวงวัฒนธรรมรักษาการตามพระราชบัญญัตินี้" in page
    assert "ให้แผนที่เสนอไว้แล้วเป็นแผนตามพระราชบัญญัตินี้" in page
    assert "ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐" in page
    assert PROVEN in page
    assert QUESTION not in page
    again = client.post(f"/proposals/{proposal_id}/bill", data=fields | {"revision": "2", "do": "draft"})
    assert "draft=2" in again.location
    assert read_frame(db.session.scalar(select(Draft.frame).where(Draft.number == 2))).number == 2


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"begins": "after_days", "days": ""}, "กรอกจำนวนวัน"),
        ({"begins": "after_days", "days": "สิบ"}, "จำนวนวันต้องเป็นตัวเลข"),
        ({"begins": "on_date", "day": "๓๑", "month": "2", "era_year": "๒๕๗๐"}, "ไม่มีวันที่นี้ในปฏิทิน"),
        ({"year": "2026"}, "ปีต้องเป็นปีพุทธศักราช"),
        ({"number": "x"}, "ฉบับที่ต้องเป็นตัวเลข"),
        ({"unit": "s5", "answer-0": "named", "amender-0": " "}, "กรอกชื่อกฎหมายที่แก้ไขครั้งล่าสุด"),
    ],
)
def test_what_can_not_be_is_said_and_what_was_typed_stays(client, db, office, fields, sentence):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    sent = decided(proposal_id, db, charge="ผู้ที่พิมพ์ไว้", transitional="บทที่พิมพ์ไว้") | fields
    answer = client.post(f"/proposals/{proposal_id}/bill", data=sent)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert "ผู้ที่พิมพ์ไว้" in answer.text
    assert "บทที่พิมพ์ไว้" in answer.text
    assert frame_of(db, proposal_id) == read_frame({})


def test_a_stale_form_stores_nothing_and_keeps_what_was_typed(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    old = decided(proposal_id, db, charge="ของคนที่สอง")
    assert client.post(f"/proposals/{proposal_id}/bill", data=old | {"charge": "ของคนแรก"}).status_code == 302
    answer = client.post(f"/proposals/{proposal_id}/bill", data=old)
    assert answer.status_code == 409
    assert "ของคนที่สอง" in answer.text
    assert "ให้ของคนแรกรักษาการ" in answer.text
    assert 'name="revision" value="2"' in answer.text
    assert frame_of(db, proposal_id).charge == "ของคนแรก"


def test_an_amender_once_answered_can_be_answered_otherwise(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/bill"
    client.post(path, data=decided(proposal_id, db, unit="s5", **{"answer-0": "never"}))
    assert frame_of(db, proposal_id).amenders == (("s5", ""),)
    assert 'value="never" checked' in client.get(path).text
    client.post(path, data=decided(proposal_id, db, unit="s5", **{"answer-0": ""}))
    assert frame_of(db, proposal_id).amenders == ()


def test_all_open_questions_are_answered_at_once(client, db, office):
    proposal_id = propose(db.session, office)
    put(db, office, proposal_id, Edit("s5", CHANGED), Edit("s4", COMMITTEE))
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/bill"
    assert "องค์ประกอบของคณะกรรมการ" in client.get(path).text
    sent = decided(proposal_id, db, unit=["s4.p1.i3", "s5"], do="never")
    assert client.post(path, data=sent).status_code == 302
    assert frame_of(db, proposal_id).amenders == (("s4.p1.i3", ""), ("s5", ""))
