"""Papers that take long: asked for, followed, fetched by who asked."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from hashlib import sha256

import pypdf
import pytest
from sqlalchemy import update

from blueprints.papers import files
from documents.model import Document, Paragraph, Run
from models.base import utc_now
from models.paper import MadePaper
from models.proposal import Proposal
from review.workflow import State
from services.keeping import made_papers
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


@pytest.mark.parametrize(
    ("text", "form", "waits"),
    [
        ("ก" * 99_000, "pdf", False),
        ("ก" * 101_000, "pdf", True),
        ("ก" * 101_000, "docx", True),
        ("ก\n" * 4_000, "pdf", True),  # 29,000 lines of a letter took 16 s
        ("ก\n" * 4_000, "docx", True),
        ("\u200b" * 13_000, "pdf", True),  # each is shown by its number: [U+200B]
        ("ก", "zip", True),
    ],
)
def test_what_takes_long_is_told_by_its_lines_and_hidden_signs_as_well(text, form, waits):
    blocks = tuple(Paragraph((Run(line),)) for line in text.split("\n"))
    assert files.is_long(Document("ก", blocks, date(2026, 1, 1)), form) == waits


def test_footnotes_count_as_what_they_are():
    for length, waits in ((99_000, False), (101_000, True)):
        noted = Document("ก", (Paragraph((Run("ก", footnote="ข" * length),)),), date(2026, 1, 1))
        assert files.is_long(noted, "pdf") == waits


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
    office.reader.language = "en"
    db.session.commit()
    assert "at most 600,000 characters" in client.get(address).text


def test_what_one_may_not_see_one_can_not_order(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    for user in office.everybody:
        client.sign_in(user)
        status = client.post(f"/proposals/{proposal_id}/documents/package.zip").status_code
        assert status == (303 if user in (office.owner, office.secretary) else 404), user.name


def test_what_waits_shows_no_measure_until_its_parts_are_known(client, db, office, monkeypatch):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    monkeypatch.setattr("jobs.queue.Queue.put", lambda *_given: True)
    address = order(client, proposal_id, "package.zip")
    number = int(address.rpartition("/")[2])
    bar = re.compile(r"<progress[^>]* value=")
    assert not bar.search(client.get(address).text)
    assert client.get(f"{address}/state").json == {"done": 0, "total": 1, "over": False}
    made_papers.advance(db.session, paper_id=number, done=4, total=21)
    page = client.get(address).text
    assert bar.search(page)
    assert "<b data-done>๔</b> จาก <b data-total>๒๑</b>" in page
    assert client.get(f"{address}/state").json == {"done": 4, "total": 21, "over": False}


def test_what_is_over_and_what_somebody_else_asked_for_are_not_here_in_the_same_words(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    address = order(client, proposal_id, "package.zip")
    client.sign_in(office.admin)
    for path in (address, f"{address}/file", "/papers/99999"):
        page = client.get(path)
        assert (page.status_code, "เก็บ ๒๔ ชั่วโมงนับแต่ขอ" in page.text) == (404, True), path
    db.session.execute(update(MadePaper).values(asked_at=utc_now() - made_papers.KEPT))
    db.session.commit()
    client.sign_in(office.reader)
    page = client.get(address)
    assert (page.status_code, "เก็บ ๒๔ ชั่วโมงนับแต่ขอ" in page.text) == (404, True)


def test_who_asked_is_told_when_it_is_ready_and_nobody_else(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    assert "ขอเสร็จแล้ว" not in client.get("/notices/").text
    order(client, proposal_id, "package.zip")
    assert "ขอเสร็จแล้ว" in client.get("/notices/").text
    client.sign_in(office.admin)
    assert "ขอเสร็จแล้ว" not in client.get("/notices/").text
