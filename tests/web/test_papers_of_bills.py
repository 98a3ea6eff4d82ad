"""Papers of a bill that take long: asked for, followed, fetched by who asked."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256

import pytest

from blueprints.papers import files
from law.editing.edit import Edit
from tests.services.office import open_office
from tests.services.test_joint_bills import DEPUTY, MEETING, MORE_WEAVERS, PLAN, approved, joint, make
from tests.web.paper_text import text_of


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def bill(db, office):
    return make(
        db.session, office, *(approved(db.session, office, Edit(*one)) for one in (("s5", PLAN), ("s6", MEETING)))
    )


def order(client, bill, name: str) -> str:
    """Ask for a paper; the address of the page that follows it."""
    page = client.get(f"/bills/{bill.id}/documents/{name}")
    assert (page.status_code, "data-submit-now" in page.text) == (200, True)
    response = client.post(f"/bills/{bill.id}/documents/{name}")
    assert response.status_code == 303
    return response.location


def test_a_package_is_made_in_the_queue_and_fetched_by_who_asked(client, db, office, bill):
    client.sign_in(office.reader)
    address = order(client, bill, "package.zip")
    page = client.get(address).text
    assert "เอกสารพร้อมแล้ว" in page
    assert f'href="/bills/{bill.id}/print"' in page
    with zipfile.ZipFile(io.BytesIO(client.get(f"{address}/file").data)) as held:
        manifest = json.loads(held.read("manifest.json"))
        for one in manifest["files"]:
            assert sha256(held.read(one["name"])).hexdigest() == one["sha256"], one["name"]
    assert (manifest["bill"], "proposal" in manifest) == ("ร่างรวม", False)
    assert manifest["content_hash"] == joint(db.session, bill).written.text_hash
    endings = [one["name"].rpartition(".")[2] for one in manifest["files"]]
    assert (endings.count("pdf"), endings.count("docx"), endings.count("xml")) == (9, 8, 1)
    for user in office.everybody:
        client.sign_in(user)
        for path in (address, f"{address}/state", f"{address}/file"):
            assert client.get(path).status_code == (200 if user is office.reader else 404), (user.name, path)


def test_what_is_long_waits_and_what_is_not_comes_at_once(client, office, bill, monkeypatch):
    client.sign_in(office.reader)
    assert client.post(f"/bills/{bill.id}/documents/clean.pdf").data.startswith(b"%PDF")
    monkeypatch.setitem(files.AT_ONCE, "pdf", 10)
    address = order(client, bill, "clean.pdf")
    file = client.get(f"{address}/file")
    assert "สองในสาม" in "".join(text_of(file, "pdf").split())
    assert "ร่างครั้งที่" not in client.get(address).text, "a bill has no drafts"


def test_who_asked_is_told_and_the_print_page_takes_it_as_read(client, office, bill):
    client.sign_in(office.reader)
    address = order(client, bill, "package.zip")
    told = client.get("/notices/").text
    assert "ขอเสร็จแล้ว" in told
    assert f'href="/bills/{bill.id}/print"' in told
    page = client.get(f"/bills/{bill.id}/print").text
    assert "data-looked" in page
    assert f'href="{address}"' in page
    until = page.partition('name="until" value="')[2].partition('"')[0]
    assert client.post("/notices/read", data={"until": until, "bill": bill.id}).status_code == 302
    assert "data-looked" not in client.get(f"/bills/{bill.id}/print").text
    client.sign_in(office.secretary)
    assert "ขอเสร็จแล้ว" not in client.get("/notices/").text
    assert f'href="{address}"' not in client.get(f"/bills/{bill.id}/print").text


def words(client, bill, name: str) -> str:
    return "".join(text_of(client.get(f"/bills/{bill.id}/documents/{name}"), name.rpartition(".")[2]).split())


def test_boards_are_shown_as_all_proposals_together_make_them(client, db, office):
    both = approved(db.session, office, Edit("s4", MORE_WEAVERS)), approved(db.session, office, Edit("s4", DEPUTY))
    bill = make(db.session, office, *both)
    client.sign_in(office.reader)
    assert f"/bills/{bill.id}/documents/board.pdf" in client.get(f"/bills/{bill.id}/print").text
    found = words(client, bill, "board.docx")
    assert "รองปลัดกระทรวง" in found
    assert "จาก๒เป็น๔" in found
    assert "จาก๔เป็น๖คน" in words(client, bill, "substance.docx")
    assert "องค์ประกอบของคณะกรรมการ" in words(client, bill, "package.pdf")


def test_a_bill_that_touches_no_board_has_no_paper_of_it(client, office, bill):
    client.sign_in(office.reader)
    assert "/documents/board.pdf" not in client.get(f"/bills/{bill.id}/print").text
    assert client.get(f"/bills/{bill.id}/documents/board.pdf").status_code == 409


def test_the_review_file_has_the_decisions_of_all_its_proposals(client, office, bill):
    client.sign_in(office.reader)
    for name in ("review.pdf", "review.docx"):
        found = words(client, bill, name)
        assert found.count("เรื่องที่แก้s5") == 1, name
        assert found.count("เรื่องที่แก้s6") == 1, name
        assert found.count("(มีผล)") == 4, name


def test_what_there_is_not_is_not_ordered(client, office, bill):
    client.sign_in(office.reader)
    for path in (f"{bill.id}/documents/nothing.pdf", f"{bill.id}/documents/bill.zip", "9999/documents/package.zip"):
        assert client.post(f"/bills/{path}").status_code == 404, path


def test_the_table_gives_each_section_the_reasons_of_its_own_proposals(client, db, office):
    whys = {"s5": "โดยที่แผนต้องผ่านคณะรัฐมนตรี", "s6": "โดยที่องค์ประชุมน้อยไป"}
    parts = [approved(db.session, office, Edit(*one), why=whys[one[0]]) for one in (("s5", PLAN), ("s6", MEETING))]
    bill = make(db.session, office, *parts)
    client.sign_in(office.reader)
    text = "".join(text_of(client.get(f"/bills/{bill.id}/documents/table.docx"), "docx").split())
    places = [text.index(one) for one in ("มาตรา๕", whys["s5"], "มาตรา๖", whys["s6"])]
    assert places == sorted(places)
    assert [text.count(why) for why in whys.values()] == [1, 1]
