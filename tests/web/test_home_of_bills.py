"""The first page of the secretary: what is to be put into a bill, and what bills wait for."""

from __future__ import annotations

import pytest

from law.editing.edit import Edit
from tests.services.office import open_office
from tests.services.test_joint_bills import DEPUTY, MEETING, MORE_WEAVERS, PLAN, approved, make

APPROVED = "มีข้อเสนอที่เห็นชอบแล้ว ๑ เรื่อง ยังไม่อยู่ในร่างกฎหมาย"


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def test_the_button_makes_a_bill_or_adds_to_the_open_one(client, db, office):
    number = approved(db.session, office, Edit("s5", PLAN))
    client.sign_in(office.secretary)
    page = client.get("/").text
    assert APPROVED in page
    assert 'href="/bills/new/weaving"' in page
    assert "ไม่มีสิ่งใดรอท่าน" not in page
    bill = make(db.session, office, number)
    approved(db.session, office, Edit("s6", MEETING))
    page = client.get("/").text
    assert APPROVED in page
    assert f'href="/bills/{bill.id}/include"' in page
    assert client.get(f"/bills/{bill.id}/include").status_code == 200
    assert f'href="/bills/{bill.id}/enact"' in page, "complete: it waits to be recorded"
    assert "บันทึกเมื่อประกาศในราชกิจจานุเบกษา" in page
    assert "ร่างรวม" not in client.get("/?page=2").text


def test_what_a_bill_lacks_is_said_with_the_button_that_mends_it(client, db, office):
    both = approved(db.session, office, Edit("s4", MORE_WEAVERS)), approved(db.session, office, Edit("s4", DEPUTY))
    bill = make(db.session, office, *both)
    client.sign_in(office.secretary)
    page = client.get("/").text
    assert "มีข้อความที่รวมจากหลายข้อเสนอ ซึ่งยังไม่มีผู้ยืนยัน" in page
    assert "ตรวจข้อความที่รวม" in page
    assert f'href="/bills/{bill.id}/enact"' not in page


def test_nobody_else_is_asked(client, db, office):
    make(db.session, office, approved(db.session, office, Edit("s5", PLAN)))
    approved(db.session, office, Edit("s6", MEETING))
    for user in office.everybody:
        client.sign_in(user)
        page = client.get("/").text
        seen = (APPROVED in page, "ร่างรวม" in page)
        assert seen == ((True, True) if user is office.secretary else (False, False)), user.name
