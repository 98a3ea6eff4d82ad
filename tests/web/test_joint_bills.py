"""Bills of the office on their pages: made, looked at, printed, recorded; and who may do what."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sqlalchemy import select

from law.editing.edit import Edit
from models.act import Edition
from models.bill import Bill, BillState
from models.proposal import Proposal
from review.workflow import State
from services.legislating import bill_making
from services.legislating.enacting import Enactment
from services.legislating.frames import BillFrame
from services.legislating.joint_bills import joint_bill
from services.people import invitations
from services.people.invitations import Guest
from tests.services.office import bring_to, open_office
from tests.services.test_joint_bills import DEPUTY, MEETING, MORE_WEAVERS, PLAN, approved, make, record_law
from tests.web.paper_text import text_of

PROVEN = "อ่านกลับและนำไปใช้แล้ว ตรงกันทุกคำ"
READING = ("", "/compare", "/compare?view=sides", "/print", "/paper", "/bill.xml", "/documents/bill.docx")


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def numbers(db, office):
    """Two approved proposals on different sections."""
    return [
        approved(db.session, office, Edit("s5", PLAN), why="โดยที่แผนต้องผ่านคณะรัฐมนตรี"),
        approved(db.session, office, Edit("s6", MEETING), why="โดยที่องค์ประชุมน้อยไป"),
    ]


def values(page):
    return re.findall(r'name="proposal" value="([^"]+)"', page)


def version(page):
    return re.search(r'name="version" value="(\d+)"', page)[1]


def test_a_secretary_makes_a_bill_of_what_is_approved(client, db, office, numbers):
    bring_to(db.session, office, State.SUBMITTED)
    client.sign_in(office.secretary)
    assert "ข้อเสนอที่เห็นชอบแล้วและยังไม่อยู่ในร่างใด ๒ เรื่อง" in client.get("/bills/").text
    page = client.get("/bills/new/weaving").text
    assert 'value="ร่างแก้ไขเพิ่มเติม ครั้งที่ ๑"' in page
    assert [value.split("-")[0] for value in values(page)] == [str(number) for number in numbers]
    assert "เห็นชอบโดย ผู้ตรวจ 1, ผู้ตรวจ 2" in page
    made = client.post("/bills/new/weaving", data={"title": "ชุดที่หนึ่ง", "proposal": values(page)})
    assert made.status_code == 302
    page = client.get(made.location).text
    assert PROVEN in page
    assert "โดยที่แผนต้องผ่านคณะรัฐมนตรี" in page
    assert re.search(r"/bills/\d+/compare#change-s5", page), "one clause restates both sections"
    for number in numbers:
        shown = client.get(f"/proposals/{number}").text
        assert f'href="{made.location}"' in shown
        assert client.get(f"/proposals/{number}/do/take_out").location == f"/bills/of/{number}"
        assert client.get(f"/bills/of/{number}").location == made.location
        assert client.post(f"/proposals/{number}/do/take_out", data={"seen_draft": "1"}).status_code == 403


def test_what_was_typed_is_still_there_and_says_what_is_wrong(client, db, office, numbers):
    client.sign_in(office.secretary)
    value = values(client.get("/bills/new/weaving").text)[1]
    again = client.post("/bills/new/weaving", data={"title": " ", "proposal": [value]})
    assert again.status_code == 400
    assert "กรอกชื่อเรียกของร่างพระราชบัญญัติ" in again.text
    assert re.findall(r'value="(\d+)-[0-9a-f]+" checked', again.text) == [str(numbers[1])]
    again = client.post("/bills/new/weaving", data={"title": "ชื่อที่พิมพ์", "proposal": ["x", "99999999999-a"]})
    assert (again.status_code, "เลือกข้อเสนออย่างน้อยหนึ่งเรื่อง" in again.text, "ชื่อที่พิมพ์" in again.text) == (400, True, True)
    stale = client.post("/bills/new/weaving", data={"title": "ก", "proposal": [f"{numbers[0]}-000000000000"]})
    assert stale.status_code == 409
    assert client.get("/bills/new/basketry").status_code == 404
    assert db.session.scalar(select(Bill)) is None


def test_everybody_reads_a_bill_and_only_the_secretary_changes_it(client, db, office, numbers):
    bill = make(db.session, office, *numbers)
    path = f"/bills/{bill.id}"
    writing = {
        "/include": {},
        f"/take-out/{numbers[0]}": {},
        "/decide": {},
        "/confirm": {},
        "/dissolve": {"reason": "ก"},
    }
    for person in office.everybody:
        client.sign_in(person)
        page = client.get(path).text
        assert ("นำออก" in page) is (person == office.secretary), person.name
        assert ("บันทึกว่าประกาศใช้แล้ว" in page) is (person in (office.secretary, office.admin)), person.name
        for place in READING:
            assert client.get(path + place).status_code == 200, (person.name, place)
        if person == office.secretary:
            continue
        for place, form in writing.items():
            assert client.post(path + place, data=form).status_code == 403, (person.name, place)
        assert client.get("/bills/new/weaving").status_code == 403
        assert client.get(f"{path}/enact").status_code == (200 if person == office.admin else 403), person.name
    db.session.expire_all()
    assert db.session.get_one(Bill, bill.id).state is BillState.OPEN
    assert len(joint_bill(db.session, bill).parts) == 2


def test_a_guest_and_nobody_see_no_bill(client, db, office, numbers):
    bill = make(db.session, office, numbers[0])
    handed = invitations.invite(
        db.session,
        user=office.secretary,
        proposal_id=bring_to(db.session, office, State.SUBMITTED),
        guest=Guest("ก", "ข"),
    )
    assert client.get(f"/invited/enter/{handed.token}").status_code == 303
    for place in ("/bills/", *(f"/bills/{bill.id}{each}" for each in READING)):
        answer = client.get(place)
        assert (answer.status_code, answer.location.split("?")[0]) == (302, "/sign-in"), place


def test_documents_are_of_the_whole_bill(client, db, office, numbers):
    bill = make(db.session, office, *numbers)
    client.sign_in(office.reader)
    path = f"/bills/{bill.id}/documents"
    for kind in ("substance", "bill", "table", "changes", "sides", "act", "clean"):
        word = client.get(f"{path}/{kind}.docx")
        assert word.status_code == 200, kind
        words = "".join(text_of(word, "docx").split())
        assert "สองในสาม" in words, kind
        assert "คณะรัฐมนตรี" in words, kind
    package = client.get(f"{path}/package.pdf")
    assert package.mimetype == "application/pdf"
    text = "".join(text_of(package, "pdf").split())
    assert "บันทึกหลักการและเหตุผล" in text
    assert "ตารางเปรียบเทียบ" in text
    for wrong in ("package.docx", "bill.zip", "nothing.pdf"):
        assert client.get(f"{path}/{wrong}").status_code == 404
    xml = client.get(f"/bills/{bill.id}/bill.xml").text
    assert "weaving-bill-" in xml
    assert "สองในสาม" in xml


def test_what_was_merged_is_confirmed_and_only_that(client, db, office):
    first, second = (
        approved(db.session, office, Edit("s4", MORE_WEAVERS)),
        approved(db.session, office, Edit("s4", DEPUTY)),
    )
    bill = make(db.session, office, first, second)
    client.sign_in(office.reader)
    assert "อ่านแล้ว ข้อความที่รวมถูกต้อง" not in client.get(f"/bills/{bill.id}").text
    client.sign_in(office.secretary)
    page = client.get(f"/bills/{bill.id}").text
    assert "ไม่มีผู้ตรวจคนใดเห็นชอบทั้งข้อความ" in page
    assert "มีข้อความที่รวมจากหลายข้อเสนอ ซึ่งยังไม่มีผู้ยืนยัน" in client.get(f"/bills/{bill.id}/enact").text
    assert client.post(f"/bills/{bill.id}/confirm", data={"seen": "0" * 64}).status_code == 409
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)[1]
    assert client.post(f"/bills/{bill.id}/confirm", data={"seen": seen}).status_code == 302
    assert "ยืนยันแล้ว" in client.get(f"/bills/{bill.id}").text


def test_what_clashes_is_named_and_the_bill_is_not_green(client, db, office, numbers):
    other = approved(db.session, office, Edit("s5", "คณะกรรมการมีหน้าที่เสนอแผนต่อนายกรัฐมนตรี"))
    bill = make(db.session, office, *numbers, other)
    client.sign_in(office.secretary)
    page = client.get(f"/bills/{bill.id}").text
    assert PROVEN not in page
    assert "แก้ถ้อยคำเดียวกันต่างกัน" in page
    took = client.post(f"/bills/{bill.id}/take-out/{other}", data={"version": version(page)})
    assert took.status_code == 302
    assert PROVEN in client.get(f"/bills/{bill.id}").text
    assert client.post(f"/bills/{bill.id}/take-out/{other}", data={"version": "1"}).status_code in (404, 409)
    chosen = values(client.get(f"/bills/{bill.id}/include").text)
    assert [value.split("-")[0] for value in chosen] == [str(other)]
    stale = client.post(f"/bills/{bill.id}/include", data={"version": "1", "proposal": chosen})
    assert stale.status_code == 409
    assert (
        client.post(f"/bills/{bill.id}/include", data={"version": version(stale.text), "proposal": chosen}).status_code
        == 302
    )


def test_the_secretary_decides_what_nobody_did(client, db, office, numbers):
    bill = make(db.session, office, *numbers)
    client.sign_in(office.secretary)
    page = client.get(f"/bills/{bill.id}/decide").text
    form = {"version": version(page), "title": "ชื่อใหม่", "reasons": "เหตุผลเดียว", "begins": "after_days", "days": "๙๐"}
    wrong = client.post(f"/bills/{bill.id}/decide", data=form | {"days": "มาก"})
    assert (wrong.status_code, "จำนวนวันต้องเป็นตัวเลข" in wrong.text, "เหตุผลเดียว" in wrong.text) == (400, True, True)
    assert client.post(f"/bills/{bill.id}/decide", data=form | {"transitional": "ให้แผนเดิมใช้ต่อไป"}).status_code == 302
    page = client.get(f"/bills/{bill.id}").text
    for words in ("ชื่อใหม่", "เหตุผลเดียว", "เมื่อพ้นกำหนดเก้าสิบวัน", "ให้แผนเดิมใช้ต่อไป"):
        assert words in page
    stale = client.post(f"/bills/{bill.id}/decide", data=form | {"title": "ของฉัน"})
    assert (stale.status_code, 'value="ของฉัน"' in stale.text) == (409, True)


def test_what_proposals_decided_differently_is_shown_with_who_decided_it(client, db, office):
    first = approved(db.session, office, Edit("s5", PLAN), frame=BillFrame(charge="รัฐมนตรีว่าการกระทรวงพาณิชย์"))
    second = approved(db.session, office, Edit("s6", MEETING), frame=BillFrame(charge="รัฐมนตรีว่าการกระทรวงมหาดไทย"))
    bill = make(db.session, office, first, second)
    client.sign_in(office.secretary)
    for place in ("", "/decide"):
        page = client.get(f"/bills/{bill.id}{place}").text
        assert 'เรื่องที่แก้ s5: <span lang="th">รัฐมนตรีว่าการกระทรวงพาณิชย์' in page
    form = {"version": version(page), "title": "ก", "begins": "next_day", "charge": "นายกรัฐมนตรี"}
    assert client.post(f"/bills/{bill.id}/decide", data=form).status_code == 302
    page = client.get(f"/bills/{bill.id}").text
    assert PROVEN in page
    assert "ให้นายกรัฐมนตรีรักษาการ" in page


def test_recorded_it_is_the_next_edition_on_the_page_of_the_act(client, db, office, numbers):
    bill = make(db.session, office, *numbers)
    client.sign_in(office.admin)
    path = f"/bills/{bill.id}/enact"
    form = {"number": "๒", "year": "๒๕๖๙", "gazetted_on": "2026-01-05", "gazette": "เล่ม ๑๔๓ ตอนที่ ๑๒ ก หน้า ๑"}
    assert client.post(path, data=form | {"gazetted_on": ""}).status_code == 400
    early = client.post(path, data=form | {"in_force_from": "2026-01-04"})
    assert (early.status_code, "วันใช้บังคับต้องไม่ก่อนวันประกาศ" in early.text) == (400, True)
    assert "กรอกฉบับที่" in client.post(path, data=form | {"number": "สอง"}).text
    preview = client.post(path, data=form).text
    assert "ตรวจกฎหมายฉบับใหม่ก่อนบันทึก" in preview
    assert len(db.session.scalars(select(Edition)).all()) == 1, "nothing is stored by looking"
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', preview)[1]
    stale = client.post(path, data=form | {"seen": "0" * 64})
    assert (stale.status_code, len(db.session.scalars(select(Edition)).all())) == (409, 1)
    stored = client.post(path, data=form | {"seen": seen})
    assert stored.location == "/acts/weaving?edition=2"
    act = client.get("/acts/weaving").text
    assert "ฉบับนี้ทำจาก" in act
    assert "มาตรา ๕ แก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๖๙" in act
    page = client.get(f"/bills/{bill.id}").text
    assert "เล่ม ๑๔๓ ตอนที่ ๑๒ ก หน้า ๑" in page
    assert "นำออก" not in page
    assert client.get(path).status_code == 302
    assert client.post(path, data=form | {"seen": seen}).status_code == 409
    history = client.get(f"/proposals/{numbers[0]}/history").text
    assert "บันทึกว่าประกาศใช้แล้ว “ร่างรวม”" in history


def test_a_dissolved_bill_says_why(client, db, office, numbers):
    bill = make(db.session, office, *numbers)
    client.sign_in(office.secretary)
    path = f"/bills/{bill.id}/dissolve"
    assert client.post(path, data={"reason": " "}).status_code == 400
    assert client.post(path, data={"reason": "ครม. ให้ทบทวน"}).status_code == 302
    assert "ครม. ให้ทบทวน" in client.get(f"/bills/{bill.id}").text
    assert client.get(path).status_code == 302
    assert {db.session.get_one(Proposal, number).state for number in numbers} == {State.APPROVED}


def test_the_preview_says_whom_the_new_edition_meets(client, db, office, numbers):
    bill = make(db.session, office, numbers[0])
    approved(db.session, office, Edit("s5", f"{PLAN}ทุกปี"))
    client.sign_in(office.secretary)
    form = {"number": "2", "year": "2569", "gazetted_on": "2026-01-05"}
    page = client.post(f"/bills/{bill.id}/enact", data=form).text
    assert "ข้อเสนอที่ฉบับใหม่นี้กระทบ ๑ เรื่อง" in page
    assert "ข้อเสนออีก ๑ เรื่องไม่ถูกกระทบ" in page
    record_law(db.session, office, bill, Enactment(2, 2569, date(2026, 1, 5)))
    assert bill_making.choosable(db.session, act=office.edition.act)[0].id == numbers[1]


def test_an_edition_that_is_not_in_force_yet_says_so(client, db, office, numbers):
    bill = make(db.session, office, *numbers)
    record_law(db.session, office, bill, Enactment(2, 2569, date(2026, 1, 5), in_force_from=date(2300, 1, 1)))
    client.sign_in(office.reader)
    assert "ฉบับนี้ยังไม่ใช้บังคับ จะใช้บังคับตั้งแต่ ๑ มกราคม พ.ศ. ๒๘๔๓" in client.get("/acts/weaving?edition=2").text
    assert "ยังไม่ใช้บังคับ" not in client.get("/acts/weaving").text
