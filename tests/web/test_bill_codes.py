"""The code on a bill's papers: what it opens, for whom, and what it says of the text."""

from __future__ import annotations

import io
import json
import re
import zipfile
from urllib.parse import urlsplit

import pytest

from law.editing.edit import Edit
from services.legislating import bill_making
from tests.services.office import open_office
from tests.services.test_joint_bills import MEETING, PLAN, approved, make, record_law
from tests.web.paper_text import text_of
from tests.web.test_scanned_codes import HOST, as_photographed, picture_of, read


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def numbers(db, office):
    return [approved(db.session, office, Edit(*one)) for one in (("s5", PLAN), ("s6", MEETING))]


@pytest.fixture
def bill(db, office, numbers):
    return make(db.session, office, *numbers)


def code_of(client, bill, kind="changes.pdf") -> str:
    """What stands at the foot of the first page: text with the bill, and record."""
    made = client.get(f"/bills/{bill.id}/documents/{kind}")
    text = "".join(text_of(made, kind.rpartition(".")[2]).split())
    found = re.search(r"รหัส([0-9a-f]{12}-r\d+)·บันทึก([0-9a-f]{12})", text)
    return f"{found[1]}-{found[2]}"


def test_the_square_of_a_bill_is_read_off_its_page_and_opens_it(client, office, bill):
    client.sign_in(office.reader)
    client.set_cookie("rangkae", client.get_cookie("rangkae").value, domain=urlsplit(HOST).hostname)
    file = client.get(f"/bills/{bill.id}/documents/bill.pdf", base_url=HOST).data
    wanted = [f"{HOST.upper()}/VERIFY/{code_of(client, bill, 'bill.pdf').upper()}"]
    pictures = [picture_of(file, 100), *as_photographed(picture_of(file, 200))]
    assert [read(picture) for picture in pictures] == [wanted] * len(pictures)
    page = client.get(urlsplit(wanted[0]).path, follow_redirects=True).text
    assert "ยังเป็นข้อความปัจจุบันของร่างนี้" in page
    assert f'href="/bills/{bill.id}"' in page
    assert "ยังอยู่ในบันทึก" in page


def test_a_paper_of_a_bill_that_changed_says_so_and_opens_what_was_printed(client, db, office, numbers, bill):
    client.sign_in(office.reader)
    code = code_of(client, bill)
    seen = {"bill_id": bill.id, "seen_version": bill.version}
    bill_making.take_out(db.session, user=office.secretary, **seen, proposal_id=numbers[1])
    page = client.get(f"/verify/{code}").text
    assert "ร่างเปลี่ยนไปแล้วหลังพิมพ์กระดาษนี้" in page
    assert "<del>" in page
    opened = re.search(rf'href="(/bills/{bill.id}/paper\?at=\d+)"', page)[1]
    assert "สองในสาม" in client.get(opened).text
    assert "สองในสาม" not in client.get(f"/bills/{bill.id}/paper").text
    assert client.get(f"/bills/{bill.id}/paper?at=1").status_code == 404
    assert client.get(f"/bills/{bill.id}/paper?at={10**30}").status_code == 404


def test_a_law_and_a_dissolved_bill_are_said_to_be_so(client, db, office, numbers):
    first, second = (make(db.session, office, number) for number in numbers)
    client.sign_in(office.reader)
    codes = code_of(client, first), code_of(client, second)
    bill_making.dissolve(db.session, user=office.secretary, bill_id=second.id, reason="เลิก")
    record_law(db.session, office, first)
    assert "ประกาศใช้เป็นกฎหมายตามถ้อยคำนี้แล้ว" in client.get(f"/verify/{codes[0]}").text
    assert "ร่างนี้ยกเลิกแล้ว" in client.get(f"/verify/{codes[1]}").text


def test_a_code_that_no_text_of_the_bill_has_is_not_found_and_without_an_account_nothing_is(client, office, bill):
    client.sign_in(office.reader)
    code = code_of(client, bill)
    for wrong in (
        f"{'0' * 12}{code[12:]}",
        code.replace(f"-r{bill.id}", f"-r{bill.id + 1}"),
        f"{code[:12]}{code[-13:]}",
    ):
        response = client.get(f"/verify/{wrong}")
        assert (response.status_code, "ร่างรวม" in response.text) == (404, False), wrong
    client.delete_cookie("rangkae")
    for one in (code, "0" * 12):
        response = client.get(f"/verify/{one}")
        assert (response.status_code, response.location) == (302, f"/sign-in?next=/verify/{one}")


def test_every_paper_has_the_code_and_so_has_what_the_queue_makes(client, office, bill):
    client.sign_in(office.reader)
    code = code_of(client, bill)[: len(f"0123456789ab-r{bill.id}")]
    assert code_of(client, bill, "review.pdf").startswith(f"{code}-")
    with zipfile.ZipFile(io.BytesIO(client.get(f"/bills/{bill.id}/documents/changes.docx").data)) as word:
        assert f"รหัส {code}".encode() in b"".join(word.read(name) for name in word.namelist() if "footer" in name)
    location = client.post(f"/bills/{bill.id}/documents/package.zip").location
    with zipfile.ZipFile(io.BytesIO(client.get(f"{location}/file").data)) as held:
        facts = json.loads(held.read("manifest.json"))
    assert facts["code"].startswith(f"{code}-")
    assert facts["verified_at"] == "http://localhost/verify"


def test_the_papers_of_a_law_are_no_draft_any_more(client, db, office, numbers):
    bill = make(db.session, office, numbers[0])
    client.sign_in(office.reader)

    def mark() -> str:
        with zipfile.ZipFile(io.BytesIO(client.get(f"/bills/{bill.id}/documents/changes.docx").data)) as word:
            heads = b"".join(word.read(name) for name in word.namelist() if "header" in name).decode()
        return re.search(r'<v:textpath[^>]*string="([^"]*)"', heads)[1]

    assert mark() == "เห็นชอบแล้ว"
    record_law(db.session, office, bill)
    assert mark() == "ประกาศใช้แล้ว"
