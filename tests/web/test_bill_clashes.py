"""What a bill's page says where its proposals are in each other's way, and how one gets out."""

from __future__ import annotations

import pytest

from law.editing.edit import Edit
from tests.services.office import open_office
from tests.services.test_bills_renumbered import CITING, PUBLISH, REPORT
from tests.services.test_joint_bills import PLAN, approved, make


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def test_one_number_of_two_is_offered_renumbered_and_confirmed_on_the_page(client, db, office):
    numbers = approved(db.session, office, PUBLISH), approved(db.session, office, REPORT, CITING)
    bill = make(db.session, office, *numbers)
    client.sign_in(office.reader)
    offer = "มาตรา ๕/๑ ของ “เรื่องที่แก้ s5/1” เป็นมาตรา ๕/๒ เพราะอีกเรื่องเพิ่มเลขเดียวกัน"
    page = client.get(f"/bills/{bill.id}").text
    assert offer in page
    assert "ให้นำเรื่องที่ได้เลขก่อนออก" not in page, "a reader can not"
    client.sign_in(office.secretary)
    page = client.get(f"/bills/{bill.id}").text
    assert "ให้นำเรื่องที่ได้เลขก่อนออก" in page
    assert f'href="/proposals/{numbers[1]}/compare#change-s5/1"' in page, "to the text that was approved"
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    assert client.post(f"/bills/{bill.id}/confirm", data={"seen": seen}).status_code == 302
    page = client.get(f"/bills/{bill.id}").text
    assert "ยืนยันแล้ว" in page
    assert f'href="/bills/{bill.id}/enact"' in page
    assert "สองในสาม" in client.get(f"/bills/{bill.id}/compare").text


def test_a_clash_says_step_by_step_what_to_do(client, db, office):
    other = "คณะกรรมการมีหน้าที่เสนอแผนต่อนายกรัฐมนตรี"
    bill = make(db.session, office, *(approved(db.session, office, Edit("s5", text)) for text in (PLAN, other)))
    client.sign_in(office.secretary)
    page = client.get(f"/bills/{bill.id}").text
    assert "แก้ถ้อยคำเดียวกันต่างกัน" in page
    assert "ใช้ถ้อยคำเดียวกับอีกเรื่อง" in page
    assert "กด “นำกลับมาปรับปรุง”" in page
    assert page.count(f'action="/bills/{bill.id}/take-out/') == 4  # at the clash and in the list of proposals
