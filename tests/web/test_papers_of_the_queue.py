"""Papers that take long: asked for, followed, fetched by who asked."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256

import pypdf
import pytest

from blueprints.papers import files
from models.proposal import Proposal
from review.workflow import State
from tests.services.office import bring_to, open_office
from tests.web.paper_text import about_a_board


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def order(client, proposal_id: int, name: str) -> str:
    """Ask for a paper; the address of the page that follows it."""
    client.get(f"/proposals/{proposal_id}/print")
    response = client.post(f"/proposals/{proposal_id}/documents/{name}", data={"old": "0", "new": "1"})
    assert response.status_code == 303
    return response.location


def test_a_package_is_made_in_the_queue_and_fetched_by_who_asked(client, db, office):
    proposal_id = about_a_board(db, office)
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/documents/package.zip")
    assert (page.status_code, "data-submit-now" in page.text) == (200, True)
    address = order(client, proposal_id, "package.zip")
    assert "เอกสารพร้อมแล้ว" in client.get(address).text
    state = client.get(f"{address}/state").json
    assert state["over"]
    assert state["done"] == state["total"] > 10
    file = client.get(f"{address}/file")
    assert file.headers["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(file.data)) as held:
        manifest = json.loads(held.read("manifest.json"))
        assert manifest["code"].startswith(db.session.get_one(Proposal, proposal_id).content_hash[:12])
        for one in manifest["files"]:
            assert sha256(held.read(one["name"])).hexdigest() == one["sha256"], one["name"]
        names = [one["name"] for one in manifest["files"]]
        package = pypdf.PdfReader(io.BytesIO(held.read(names[0])))
    assert len(package.pages) > 8
    assert any("องค์ประกอบ" in name for name in names)
    for user in office.everybody:
        client.sign_in(user)
        for path in (address, f"{address}/state", f"{address}/file"):
            assert client.get(path).status_code == (200 if user is office.reader else 404), (user.name, path)
    client.sign_in(office.reader)
    assert "ไปรับ" in client.get(f"/proposals/{proposal_id}/print").text


def test_what_is_long_waits_in_the_queue_and_what_is_not_comes_at_once(client, db, office, monkeypatch):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    assert client.post(f"/proposals/{proposal_id}/documents/changes.pdf").data.startswith(b"%PDF")
    monkeypatch.setitem(files.AT_ONCE, "pdf", 10)
    address = order(client, proposal_id, "changes.pdf")
    assert client.get(f"{address}/file").data.startswith(b"%PDF")


def test_a_queue_that_takes_nothing_says_so(client, db, office, monkeypatch):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    monkeypatch.setattr("jobs.queue.Queue.put", lambda *_given: False)
    address = order(client, proposal_id, "package.zip")
    assert "คิวงานยังไม่รับงานใหม่" in client.get(address).text
    assert client.get(f"{address}/file").status_code == 404


def test_what_can_not_be_made_in_the_queue_says_why(client, db, office, monkeypatch):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    monkeypatch.setitem(files.AT_ONCE, "pdf", 10)
    monkeypatch.setattr("documents.printable.LONGEST", 10)
    address = order(client, proposal_id, "act.pdf")
    assert "ไม่เกิน ๖๐๐,๐๐๐ ตัวอักษร" in client.get(address).text


def test_what_one_may_not_see_one_can_not_order(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    for user in office.everybody:
        client.sign_in(user)
        status = client.post(f"/proposals/{proposal_id}/documents/package.zip").status_code
        assert status == (303 if user in (office.owner, office.secretary) else 404), user.name
