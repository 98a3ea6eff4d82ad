"""Akoma Ntoso to download: of an act, of a draft and of its bill; by whom, and that it comes back in."""

from __future__ import annotations

import pytest
from lxml import etree

from law.proof import canonical_act
from law.readers.akn_act import own_act
from review.workflow import Role, State
from services.acts import editions, storing
from services.drafting import drafts
from services.legislating.bills import WrittenBill
from services.people.visibility import last_draft
from tests.documents.test_akn import A, valid
from tests.services.office import ACT_TEXT, bring_to, open_office, propose


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def file_of(response) -> etree._Element:
    assert response.status_code == 200
    assert response.mimetype == "application/akn+xml"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    return valid(response.data)


@pytest.mark.parametrize("role", Role)
def test_an_edition_is_had_by_every_role_and_comes_back_in(client, db, office, make_user, role):
    client.sign_in(make_user(role))
    response = client.get("/acts/weaving/act.xml")
    assert own_act(file_of(response)) == editions.tree(office.edition)
    assert storing.preview(response.data).reading.act == editions.tree(office.edition)
    assert "/acts/weaving/act.xml" in client.get("/acts/weaving").text


def test_an_older_edition_is_had_by_its_number(client, db, office):
    later = ACT_TEXT.replace("กึ่งหนึ่ง", "สองในสาม")
    add = {"user": office.admin, "act": office.edition.act, "in_force_from": office.edition.in_force_from}
    storing.add_edition(db.session, source=later, confirmed=True, **add)
    client.sign_in(office.reader)
    assert "กึ่งหนึ่ง" in "".join(file_of(client.get("/acts/weaving/act.xml?edition=1")).itertext())
    assert client.get("/acts/weaving/act.xml?edition=9").status_code == 404
    assert client.get("/acts/none/act.xml").status_code == 404


def test_a_draft_is_the_act_as_it_would_read_with_its_changes(client, db, office):
    from models.proposal import Proposal

    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    draft = last_draft(db.session, db.session.get_one(Proposal, proposal_id))
    client.sign_in(office.reader)
    root = file_of(client.get(f"/proposals/{proposal_id}/documents/clean.xml"))
    assert canonical_act(own_act(root)) == canonical_act(drafts.draft_tree(draft))
    changed = root.findall(f".//{A}passiveModifications/{A}textualMod/{A}destination")
    assert [one.get("href") for one in changed] == ["#sec_5"]
    assert root.find(f".//{A}TLCPerson").get("showAs") == "เจ้าของ"


def test_a_bill_names_the_units_it_changes(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    root = file_of(client.get(f"/proposals/{proposal_id}/documents/bill.xml"))
    changed = root.findall(f".//{A}activeModifications/{A}textualMod/{A}destination")
    assert {one.get("href").partition("#")[2].partition("__")[0] for one in changed} == {"sec_5"}
    page = client.get(f"/proposals/{proposal_id}/print").text
    assert f"/proposals/{proposal_id}/documents/bill.xml" in page
    assert f"/proposals/{proposal_id}/documents/table.xml" not in page


def test_what_was_not_submitted_only_owner_and_secretary_have(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    for user in office.everybody:
        client.sign_in(user)
        for kind in ("clean", "bill"):
            status = client.get(f"/proposals/{proposal_id}/documents/{kind}.xml").status_code
            assert status == (200 if user in (office.owner, office.secretary) else 404), (user.name, kind)


def test_what_there_is_not(client, db, office, monkeypatch):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.owner)
    for path in ("table.xml", "clean.xml?new=2", "clean.xml?new=0", "bill.xml?new=x"):
        assert client.get(f"/proposals/{proposal_id}/documents/{path}").status_code == 404
    assert client.get(f"/proposals/{propose(db.session, office)}/documents/clean.xml").status_code == 404
    monkeypatch.setattr("services.legislating.bills.bill_of_draft", lambda draft: WrittenBill(None))
    page = client.get(f"/proposals/{proposal_id}/documents/bill.xml")
    assert page.status_code == 409
    assert "ยังเขียนเป็นร่างกฎหมายไม่ได้" in page.text


def test_nobody_without_an_account_has_any(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    for address in ("/acts/weaving/act.xml", f"/proposals/{proposal_id}/documents/bill.xml"):
        assert "/sign-in" in client.get(address).location
