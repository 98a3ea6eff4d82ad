"""The code of a printed page: what it opens, for whom."""

from __future__ import annotations

import re

import pytest

from review.workflow import State
from tests.services.office import bring_to, open_office, propose, write
from tests.web.paper_text import text_of


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def code_of(client, proposal_id: int) -> str:
    """What stands in the square of the first page: text and record."""
    text = "".join(text_of(client.get(f"/proposals/{proposal_id}/documents/changes.pdf"), "pdf").split())
    found = re.search(r"รหัส([0-9a-f]{12})·บันทึก([0-9a-f]{12})", text)
    return f"{found[1]}-{found[2]}"


def test_a_printed_code_opens_exactly_its_draft(client, db, office):
    proposal_id = bring_to(db.session, office, State.APPROVED)
    client.sign_in(office.reader)
    code = code_of(client, proposal_id)
    assert client.get("/verify", query_string={"code": f" {code.upper()} "}).location == f"/verify/{code}"
    page = client.get(f"/verify/{code}").text
    assert "ยังเป็นข้อความที่ได้รับความเห็นชอบ" in page
    assert f"/proposals/{proposal_id}/drafts/1" in page
    assert "ยังอยู่ในบันทึก" in page
    forged = client.get(f"/verify/{code[:12]}-{'0' * 12}").text
    assert "ไม่พบรหัสบันทึก" in forged


def test_an_older_draft_says_that_there_is_a_newer(client, db, office):
    proposal_id = propose(db.session, office)
    write(db.session, office.owner, proposal_id)
    client.sign_in(office.owner)
    code = code_of(client, proposal_id)
    assert "ยังไม่ได้รับความเห็นชอบ" in client.get(f"/verify/{code}").text
    write(db.session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่อื่น")
    page = client.get(f"/verify/{code}").text
    assert "มีร่างที่ใหม่กว่า" in page
    assert f"/proposals/{proposal_id}/compare?old=1&amp;new=2" in page


def test_a_code_tells_nothing_to_those_who_may_not_see(client, db, office):
    """The same answer for a draft that is hidden and one that there is not; without an account only the sign-in."""
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    code = code_of(client, proposal_id)[:12]
    unknown = "0" * 12
    for user in office.everybody:
        client.sign_in(user)
        answers = [client.get(f"/verify/{one}") for one in (code, unknown)]
        if user in (office.owner, office.secretary):
            assert answers[0].status_code == 200
            continue
        assert [answer.status_code for answer in answers] == [404, 404]
        pages = [
            re.sub(r'(nonce|value|csp)="[^"]*"', "", answer.text.replace(one, ""))
            for answer, one in zip(answers, (code, unknown), strict=True)
        ]
        assert pages[0] == pages[1], user.name
    client.delete_cookie("rangkae")
    for one in (code, unknown):
        response = client.get(f"/verify/{one}")
        assert (response.status_code, response.location) == (302, f"/sign-in?next=/verify/{one}")


def test_what_is_no_code_is_said_at_the_field_with_what_was_typed(client, office):
    client.sign_in(office.reader)
    page = client.get("/verify", query_string={"code": "<b>ไม่ใช่"})
    assert page.status_code == 422
    assert "&lt;b&gt;ไม่ใช่" in page.text
    assert 'aria-invalid="true"' in page.text
    assert client.get("/verify").status_code == 200


def test_an_address_too_long_for_a_square_is_not_printed(client, db, office, monkeypatch):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    address = f"/proposals/{proposal_id}/documents/changes.pdf"
    assert "ตรวจที่localhost/verify" in "".join(text_of(client.get(address), "pdf").split())
    monkeypatch.setattr("blueprints.papers.source.LONGEST_ADDRESS", 3)
    assert "ตรวจที่" not in "".join(text_of(client.get(address), "pdf").split())
