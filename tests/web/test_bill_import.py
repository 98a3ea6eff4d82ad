"""A bill written elsewhere: explained, and made a proposal only when one says so."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from models.proposal import Draft, Proposal
from services.legislating import bills
from tests.services.office import open_office
from tests.web.bill_forms import PROVEN
from tests.web.worlds.bills import BILL


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def test_a_bill_written_elsewhere_becomes_a_proposal_only_when_one_says_so(client, db, office):
    client.sign_in(office.owner)
    page = client.post("/proposals/import", data={"act": "weaving", "text": BILL, "do": "read"}).text
    assert "แก้ไข (๓) ของมาตรา ๔" in page
    assert "เพิ่ม มาตรา ๕/๑" in page
    assert page.count("state good") == 2
    assert "เข้ากับกฎหมาย ๒ จาก ๒ คำสั่ง" in page
    assert '<a href="/acts/weaving#s4">' in page  # the unit that changes, in the act
    assert "<del>" in page
    assert db.session.scalar(select(func.count()).select_from(Proposal)) == 0
    sent = {"act": "weaving", "text": BILL, "title": "แผน", "topic": "other", "do": "create"}
    answer = client.post("/proposals/import", data=sent)
    proposal = db.session.scalars(select(Proposal)).one()
    assert answer.location == f"/proposals/{proposal.id}/bill"
    draft = db.session.scalars(select(Draft)).one()
    assert [(edit["address"], edit["after"]) for edit in draft.edits] == [("s4", ""), ("s5/1", "s5")]
    assert bills.bill_of_draft(draft).is_proven
    assert PROVEN in client.get(answer.location).text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "วางข้อความของร่างกฎหมายก่อน"),
        ("สวัสดี", "ไม่พบมาตราที่แก้กฎหมาย"),
        (BILL.replace("(๓) ของมาตรา ๔", "(๓) ของมาตรา ๔๐"), "ไม่มีมาตรา ๔๐ ในกฎหมายที่ใช้อยู่"),
        (BILL.replace("มาตรา ๕/๑", "มาตรา ๕"), "มีมาตรา ๕ อยู่แล้ว"),
        (BILL.replace("การทอผ้าชุมชน พ.ศ. ๒๕๕๕", "การจับปลา พ.ศ. ๒๕๕๖"), "แก้กฎหมายอื่น"),
        (BILL.replace("(๓) ของมาตรา ๔", "(๙) ของมาตรา ๔"), "ข้อความใหม่ไม่มี (๙) ของมาตรา ๔"),
    ],
)
def test_a_bill_that_does_not_fit_is_explained_and_makes_nothing(client, db, office, text, sentence):
    client.sign_in(office.owner)
    sent = {"act": "weaving", "text": text, "title": "แผน", "topic": "other", "do": "create"}
    answer = client.post("/proposals/import", data=sent)
    assert sentence in answer.text
    assert text.strip()[:40] in answer.text
    assert db.session.scalar(select(func.count()).select_from(Proposal)) == 0
