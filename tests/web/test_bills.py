"""The bill of a proposal: shown with its proof, to whom, and what it lacks."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from law.editing.edit import Edit
from models.proposal import Draft, Proposal
from review.workflow import Action, State
from services.drafting import proposals
from services.legislating import bills
from services.legislating.frames import read_frame
from tests.services.office import bring_to, do, open_office, propose, write
from tests.web.bill_forms import FEWER, PROVEN, QUESTION, decided, frame_of, put


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def test_the_bill_of_a_draft_is_shown_with_its_proof(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/bill").text
    draft = db.session.scalar(select(Draft))
    written = bills.bill_of_draft(draft)
    assert written.is_proven
    assert PROVEN in page
    assert written.text_hash[:12] in page
    assert "ให้ยกเลิกความในมาตรา ๕ แห่งพระราชบัญญัติส่งเสริมการทอผ้าชุมชน พ.ศ. ๒๕๕๕" in page
    assert "(แก้ไขเพิ่มเติมมาตรา ๕)" in page
    assert f'href="/proposals/{proposal_id}/compare?new=1#change-s5"' in page
    assert QUESTION in page
    assert 'id="frame"' not in page


def test_everybody_sees_the_bill_from_the_first_submission_on_and_nobody_before(client, db, office):
    hidden, shown = bring_to(db.session, office, State.DRAFT), bring_to(db.session, office, State.SUBMITTED)
    for person in office.everybody:
        client.sign_in(person)
        may_see_drafts = person in (office.owner, office.secretary)
        for path in ("/bill", "/bill/paper"):
            expected = 200 if may_see_drafts else 404
            assert client.get(f"/proposals/{hidden}{path}").status_code == expected, (person.name, path)
            assert client.get(f"/proposals/{shown}{path}").status_code == 200, (person.name, path)
        answer = client.post(f"/proposals/{shown}/bill", data=decided(shown, db))
        assert (answer.status_code == 302) is (person == office.owner), person.name
        assert (client.get("/proposals/import").status_code == 200) is (
            person in (office.owner, office.codrafter, office.both)
        )
    assert frame_of(db, shown) == read_frame({})


def test_only_authors_see_what_is_being_written(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    put(db, office, proposal_id, Edit("s6", "การประชุมต้องมีกรรมการครบ"))
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/bill").text
    assert "การประชุมต้องมีกรรมการครบ" in page
    assert f'href="/proposals/{proposal_id}/text#unit-s6"' in page
    for person in (office.secretary, office.reader, office.codrafter):
        client.sign_in(person)
        assert "การประชุมต้องมีกรรมการครบ" not in client.get(f"/proposals/{proposal_id}/bill").text
        assert client.get(f"/proposals/{proposal_id}/bill?draft=0").status_code == 404
        assert client.get(f"/proposals/{proposal_id}/bill/paper?draft=0").status_code == 404


@pytest.mark.parametrize("number", ["9", "x", "-1", "99999999999"])
def test_a_draft_that_is_not_there(client, db, office, number):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    client.sign_in(office.owner)
    assert client.get(f"/proposals/{proposal_id}/bill?draft={number}").status_code == 404


def test_a_proposal_without_text_has_no_bill_yet(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    assert "ยังไม่มีร่างที่บันทึกไว้" in client.get(f"/proposals/{proposal_id}/bill").text
    assert client.get(f"/proposals/{proposal_id}/bill/paper").status_code == 302


def test_where_there_is_no_bill_the_page_says_why_and_submitting_is_refused(client, db, office):
    proposal_id = propose(db.session, office)
    put(db, office, proposal_id, Edit("s4", FEWER))
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/bill").text
    assert "ยังเขียนร่างกฎหมายไม่ได้" in page
    assert "มาตรา ๔ วรรคหนึ่ง (๓) หายไปจากข้อความใหม่" in page
    assert "proof proven" not in page
    assert client.get(f"/proposals/{proposal_id}/bill/paper?draft=0").status_code == 200
    proposals.save_draft(db.session, user=office.owner, proposal_id=proposal_id, seen_revision=1)
    assert "ร่างกฎหมายของร่างนี้ยังพิสูจน์ไม่ได้" in client.get(f"/proposals/{proposal_id}").text
    answer = client.post(f"/proposals/{proposal_id}/do/submit", data={"seen_draft": "1"})
    assert answer.status_code in (400, 403, 409)
    assert db.session.get_one(Proposal, proposal_id).state is State.DRAFT


def test_an_open_question_does_not_bar_submitting(db, office):
    proposal_id = propose(db.session, office)
    write(db.session, office.owner, proposal_id)
    assert do(db.session, office.owner, proposal_id, Action.SUBMIT).state is State.SUBMITTED


def test_reasons_that_cite_what_is_nowhere_are_named_on_the_page(client, db, office):
    proposal_id = propose(db.session, office)
    write(db.session, office.owner, proposal_id)
    db.session.get_one(Proposal, proposal_id).reasons = "โดยที่มาตรา ๙๙ กำหนดไว้ไม่เหมาะสม"
    db.session.commit()
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/bill?draft=1").text
    assert "เหตุผลอ้างมาตรา ๙๙ แต่กฎหมายไม่มีหน่วยนี้" in page
    assert "proof proven" not in page
