"""The secretary's morning letter says of bills what the first page says."""

from __future__ import annotations

from datetime import date

import pytest

from blueprints.notices.delivery import deliver_digests
from extensions import db
from law.editing.edit import Edit
from models.user import User
from review.notices import MailWish
from services.legislating import joint_bills
from services.telling import mail
from tests.services.test_joint_bills import DEPUTY, MORE_WEAVERS, PLAN, approved, make


@pytest.fixture
def mornings(office):
    """Everybody reads once a day."""
    for person in (office.owner, office.secretary, office.reader):
        db.session.get_one(User, person.id).mail_wish = MailWish.DAILY
    db.session.commit()


def letters(office, post, day: date) -> dict[str, str]:
    """The plain text of the letters that go out in a morning, by whom they are to."""
    mail.gather_day(db.session, day=day)
    deliver_digests.run()
    found = {}
    for person in (office.owner, office.secretary, office.reader):
        mine = post[0].to(person)
        found[person.name] = mine[-1].get_body(("plain",)).get_content() if mine else ""
    post[0].taken.clear()
    return found


def test_what_waits_about_bills_is_in_the_secretarys_letter_alone(mailing, office, mornings, post):
    both = approved(db.session, office, Edit("s4", MORE_WEAVERS)), approved(db.session, office, Edit("s4", DEPUTY))
    found = letters(office, post, date(2100, 1, 1))
    told = found.pop(office.secretary.name)
    assert "มีข้อเสนอที่เห็นชอบแล้ว ๒ เรื่อง ยังไม่อยู่ในร่างกฎหมาย" in told
    assert "https://rangkae.office.test/bills/new/weaving" in told
    bill = make(db.session, office, *both)
    told = letters(office, post, date(2100, 1, 2))[office.secretary.name]
    assert "□ ร่างรวม – มีข้อความที่รวมจากหลายข้อเสนอ ซึ่งยังไม่มีผู้ยืนยัน" in told
    assert f"https://rangkae.office.test/bills/{bill.id}\r\n" in told
    assert not any("ร่างกฎหมาย" in letter or "ร่างรวม" in letter for letter in found.values())


def test_a_bill_that_only_waits_for_the_gazette_sends_no_letter_of_its_own(mailing, office, mornings, post):
    bill = make(db.session, office, approved(db.session, office, Edit("s5", PLAN)))
    assert joint_bills.joint_bill(db.session, bill).is_complete
    letters(office, post, date(2100, 1, 1))  # the day's notices
    assert letters(office, post, date(2100, 1, 2))[office.secretary.name] == ""
    approved(db.session, office, Edit("s4", DEPUTY))
    told = letters(office, post, date(2100, 1, 3))[office.secretary.name]
    assert "บันทึกเมื่อประกาศในราชกิจจานุเบกษา" in told
