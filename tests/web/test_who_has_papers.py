"""Every paper by everybody: each kind in each of its forms, before a proposal was submitted and after."""

from __future__ import annotations

import pytest

from blueprints.papers.kinds import KINDS
from law.editing.edit import Edit
from models.proposal import Proposal
from review.workflow import Action
from services.drafting import codrafters, proposals
from services.people import invitations
from services.people.invitations import Guest
from tests.services.office import Office, assign, do, open_office, propose
from tests.web.paper_text import MEMBERS

BEGINS = {"pdf": b"%PDF-1.7", "docx": b"PK\x03\x04"}


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def proposal_id(db, office: Office) -> int:
    """About a board, so that there is a paper of every kind; with a co-drafter, and not submitted."""
    number = propose(db.session, office)
    edits = [Edit("s4", MEMBERS)]
    proposals.save_draft(db.session, user=office.owner, proposal_id=number, seen_revision=0, edits=edits)
    name(db, office, number, [office.codrafter.id], seen=[])
    return number


def name(db, office: Office, proposal_id: int, people: list[int], seen: list[int]) -> None:
    codrafters.name_codrafters(db.session, user=office.owner, proposal_id=proposal_id, codrafters=people, seen=seen)


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch) -> None:
    """Who gets a file is looked at; what is in it is in test_documents, and took minutes here."""
    monkeypatch.setattr("blueprints.papers.handing.written", lambda _made, form: BEGINS[form])
    monkeypatch.setattr("jobs.queue.Queue.put", lambda *_given: True)


def has(client, proposal_id: int, kind: str, form: str) -> bool:
    """Whether the paper comes, looked at and asked for; what does not come is not there."""
    address = f"/proposals/{proposal_id}/documents/{kind}.{form}"
    looked, asked = client.get(address), client.post(address, data={"old": "0", "new": "1"})
    if form in BEGINS:
        answers = {(each.status_code, each.data[:8].startswith(BEGINS[form])) for each in (looked, asked)}
        assert answers in ({(200, True)}, {(404, False)})
        return answers == {(200, True)}
    assert (looked.status_code, asked.status_code) in ((200, 303), (404, 404))
    assert looked.status_code == 404 or "data-submit-now" in looked.text
    return looked.status_code == 200


def is_shown_the_door(client, proposal_id: int, kind: str, form: str) -> bool:
    address = f"/proposals/{proposal_id}/documents/{kind}.{form}"
    answers = [client.get(address), client.post(address, data={"old": "0", "new": "1"})]
    return all(each.status_code == 302 and "/sign-in" in each.location for each in answers)


@pytest.mark.parametrize("kind", KINDS)
def test_before_it_was_submitted_only_who_drafts_it_and_the_secretary_have_it(client, office, proposal_id, kind):
    for user in office.everybody:
        client.sign_in(user)
        for form in KINDS[kind].forms:
            may = user in (office.owner, office.codrafter, office.secretary)
            assert has(client, proposal_id, kind, form) == may, (user.name, kind, form)


@pytest.mark.parametrize("kind", KINDS)
def test_once_it_was_submitted_everybody_with_an_account_has_it(client, db, office, proposal_id, kind):
    """Assigned reviewers, those who are not, and who drafts other proposals."""
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    assign(db.session, office, proposal_id)
    for user in office.everybody:
        client.sign_in(user)
        for form in KINDS[kind].forms:
            assert has(client, proposal_id, kind, form), (user.name, kind, form)


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_without_an_account_has_it_nor_a_guest_of_the_proposal(client, db, office, proposal_id, kind):
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    guest = Guest("นางสาวสมใจ", "กรมหม่อนไหม")
    handed = invitations.invite(db.session, user=office.secretary, proposal_id=proposal_id, guest=guest)
    for cookie in ("", handed.token):
        client.set_cookie("rangkae-guest", cookie)  # sent everywhere, as no browser would
        for form in KINDS[kind].forms:
            assert is_shown_the_door(client, proposal_id, kind, form), (cookie, kind, form)
    assert client.get(f"/invited/{handed.invitation.id}").status_code == 200


def test_who_is_no_longer_named_has_none_any_more(client, db, office, proposal_id):
    client.sign_in(office.codrafter)
    assert has(client, proposal_id, "changes", "docx")
    name(db, office, proposal_id, [], seen=[office.codrafter.id])
    assert not has(client, proposal_id, "changes", "docx")
    assert db.session.get_one(Proposal, proposal_id).first_submitted_at is None
