"""The story of a proposal: everything that can be recorded has its sentence; narrowed to a kind and a person."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from flask_babel import force_locale

from blueprints.proposals.happenings import is_worded, sentence
from blueprints.proposals.story import KINDS
from review.record import Happening
from review.workflow import Action, State
from services.people import guests, invitations
from services.people.invitations import Guest
from services.reviewing import comments
from tests.services.office import bring_to, open_office, write

# What happens to an act or an account, and so is in no proposal's story.
ELSEWHERE = {
    Happening.ACT_ADDED, Happening.ACT_CHANGED, Happening.EDITION_IMPORTED, Happening.WISH_ADDED,
    Happening.WISH_REMOVED, Happening.REVIEW_RULE_SET, Happening.USER_ADDED, Happening.ROLES_CHANGED,
    Happening.PASSWORD_SET, Happening.USER_SWITCHED_OFF, Happening.USER_SWITCHED_ON, Happening.SIGN_IN_REFUSED,
    Happening.BILL_MADE, Happening.BILL_CHANGED, Happening.BILL_MERGE_CONFIRMED, Happening.BILL_CARRIED,
    Happening.BILL_DISSOLVED, Happening.BILL_ENACTED,
}  # fmt: skip


@pytest.mark.parametrize("action", [*Action, *Happening], ids=str)
def test_everything_that_can_be_recorded_is_worded_in_both_languages(app, action):
    assert is_worded(str(action))
    with app.test_request_context():
        for language, letters in (("th", "[ก-๙]"), ("en", "[A-Za-z]")):
            with force_locale(language):
                said = sentence(str(action), {}, {})
                assert re.search(letters, said), (language, said)
                assert "%(" not in said
                assert said != str(action)


def test_what_a_later_version_recorded_is_shown_by_its_code(app):
    with app.test_request_context():
        assert sentence("something_new", {}, {}) == "something_new"


def test_each_event_of_a_proposal_is_of_one_kind():
    counted = Counter(str(code) for codes in KINDS.values() for code in codes)
    assert set(counted.values()) == {1}
    assert set(counted) == {str(code) for code in (*Action, *Happening) if code not in ELSEWHERE}


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def sentences(page):
    return [
        " ".join(re.sub("<[^>]*>", "", one).split()) for one in re.findall(r'<div class="what">(.*?)</div>', page, re.S)
    ]


def test_narrowed_to_a_kind_and_a_person(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    comments.add(db.session, user=office.reviewers[0], proposal_id=proposal_id, body="ดู", seen_draft=1)
    handed = invitations.invite(
        db.session, user=office.secretary, proposal_id=proposal_id, guest=Guest("สมใจ", "กรมหม่อนไหม")
    )
    guests.comment(db.session, invitation=handed.invitation, body="ขอ", seen_draft=1)
    write(db.session, office.owner, proposal_id, "คณะกรรมการเสนอรายงาน")
    client.sign_in(office.reader)
    path = f"/proposals/{proposal_id}/history"
    everything = sentences(client.get(path).text)
    assert len(everything) == 9
    assert everything[0] == "เจ้าของ สร้างข้อเสนอ"
    assert any(one.startswith("เลขานุการ เชิญ สมใจ (กรมหม่อนไหม) แสดงความเห็นจนถึง") for one in everything)
    parts = [sentences(client.get(f"{path}?kind={kind}").text) for kind in KINDS]
    assert sorted(one for part in parts for one in part) == sorted(everything)
    assert sentences(client.get(f"{path}?kind=comments").text) == [
        "ผู้ตรวจ 1 แสดงความเห็น", "สมใจ (กรมหม่อนไหม) แสดงความเห็น",
    ]  # fmt: skip
    assert sentences(client.get(f"{path}?by={office.owner.id}&kind=drafts").text)[-1] == "เจ้าของ บันทึกร่างครั้งที่ ๒"
    assert sentences(client.get(f"{path}?by=guest-{handed.invitation.id}").text) == ["สมใจ (กรมหม่อนไหม) แสดงความเห็น"]
    for wrong in (f"by={office.admin.id}", "by=guest-99", "by=x", "kind=people"):
        assert client.get(f"{path}?{wrong}").status_code == 404


def test_who_reviewed_once_is_still_named(client, db, office):
    from tests.services.office import assign

    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    assign(db.session, office, proposal_id, *office.reviewers[1:])
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/history").text
    assert "มอบหมายผู้ตรวจ ผู้ตรวจ 1, ผู้ตรวจ 2" in page
