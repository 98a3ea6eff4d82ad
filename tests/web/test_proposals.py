"""The pages of a proposal: compared, printed, listed; and what each person may see of it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models.proposal import Draft, Proposal
from review.workflow import State
from services.drafting import proposals
from tests.services.office import bring_to, open_office, propose, write


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.mark.parametrize("page", ["", "/compare", "/text", "/discussion", "/history", "/print", "/paper", "/drafts/1"])
def test_before_submission_only_its_people_see_any_page_of_it(client, db, office, page):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    for person, status in (
        (office.owner, 200),
        (office.secretary, 200),
        (office.reader, 404),
        (office.reviewers[0], 404),
    ):
        client.sign_in(person)
        response = client.get(f"/proposals/{proposal_id}{page}", follow_redirects=True)
        assert response.status_code == status, (person.name, page)


@pytest.mark.parametrize("page", ["", "/compare", "/text", "/discussion", "/history", "/print", "/paper", "/drafts/1"])
def test_afterwards_everybody_signed_in_sees_it(client, db, office, page):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    for person in office.everybody:
        client.sign_in(person)
        assert client.get(f"/proposals/{proposal_id}{page}", follow_redirects=True).status_code == 200


def test_a_strangers_working_copy_is_not_shown(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    proposals.save_working_copy(
        db.session,
        user=office.owner,
        proposal_id=proposal_id,
        edits=[proposals.Edit("s5", "ยังเป็นความลับ")],
        seen_revision=1,
    )
    for person in office.everybody:
        client.sign_in(person)
        for page in ("", "/compare", "/text", "/history", "/paper", "/drafts/1"):
            text = client.get(f"/proposals/{proposal_id}{page}", follow_redirects=True).text
            assert ("ยังเป็นความลับ" in text) == (person is office.owner and page == "/text"), (person.name, page)


@pytest.mark.parametrize("query", ["old=7", "new=9", "old=x", "new=-1", "view=upside", "old=99999999999999999999"])
def test_versions_that_do_not_exist_are_not_found(client, db, office, query):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    client.sign_in(office.reader)
    assert client.get(f"/proposals/{proposal_id}/compare?{query}").status_code == 404


@pytest.mark.parametrize("view", ["inline", "sides"])
def test_two_drafts_are_compared_either_way(client, db, office, view):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    write(db.session, office.owner, proposal_id, "คณะกรรมการเสนอแผนปีละครั้ง")
    client.sign_in(office.reader)
    there = client.get(f"/proposals/{proposal_id}/compare?old=1&new=2&view={view}").text
    assert "ปีละครั้ง" in there
    assert client.get(f"/proposals/{proposal_id}/compare?old=2&new=1&view={view}").status_code == 200
    assert "ข้อความเหมือนกันทุกคำ" in client.get(f"/proposals/{proposal_id}/compare?old=2&new=2&view={view}").text


def test_details_and_codrafters_are_changed_by_the_owner(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    version = db.session.get(Proposal, proposal_id).version
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}"
    fields = {"title": "ชื่อใหม่", "topic": "other", "reasons": "เพราะ", "version": version}
    assert client.post(f"{path}/details", data=fields).status_code == 302
    stale = client.post(f"{path}/details", data=fields | {"title": "ชื่ออื่น"})
    assert stale.status_code == 409
    assert "ชื่ออื่น" in stale.text
    assert client.post(f"{path}/details", data=fields | {"title": " "}).status_code == 400
    sent = {"codrafters": str(office.codrafter.id), "seen": ""}
    assert client.post(f"{path}/co-drafters", data=sent).status_code == 302
    assert client.post(f"{path}/co-drafters", data=sent).status_code == 409
    client.sign_in(office.codrafter)
    assert client.get(f"{path}/text").status_code == 200
    assert client.get(f"{path}/co-drafters").status_code == 403


@pytest.mark.parametrize("form", ["running", "table"])
def test_paper_says_what_it_is(client, db, office, form):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/paper?form={form}").text
    draft = db.session.scalar(select(Draft))
    assert draft.content_hash[:12] in page
    assert "กำลังตรวจ" in page
    assert "<del>" in page
    assert client.get(f"/proposals/{proposal_id}/paper?form=scroll").status_code == 404


def test_the_list_shows_what_one_may_see(client, db, office):
    bring_to(db.session, office, State.DRAFT)
    bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    page = client.get("/proposals/").text
    assert page.count("เพิ่มผู้แทน") == 1
    assert "ยังไม่มีข้อเสนอ" in client.get("/proposals/?state=rejected").text
    client.sign_in(office.owner)
    assert client.get("/proposals/?state=nonsense").text.count("เพิ่มผู้แทน") == 2


def test_markup_in_a_text_stays_text(client, db, office):
    proposal_id = propose(db.session, office)
    write(db.session, office.owner, proposal_id, "<script>alert(1)</script> <b>ตัวหนา</b>")
    client.sign_in(office.owner)
    for page in ("/compare", "/text", "/paper", "/paper?form=table", "/drafts/1"):
        assert "<script>alert" not in client.get(f"/proposals/{proposal_id}{page}").text
