"""The bill in the editor: clauses, how much they restate, words throughout."""

from __future__ import annotations

import pytest

from models.proposal import WorkingCopy
from tests.services.office import open_office, propose
from tests.web.bill_forms import CHANGED, COMMITTEE, FEWER, PROVEN, decided


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def test_the_editor_shows_the_clause_and_takes_another_grain(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/text/autosave"
    sent = {"address": "s4", "after": "", "text": COMMITTEE, "revision": "0"}
    shown = client.post(path, data=sent | {"grain-s4": ""}).json["previews"]["s4"]
    assert "ให้ยกเลิกความใน (๓) ของมาตรา ๔" in shown
    shown = client.post(path, data=sent | {"grain-s4": "section", "revision": "1"}).json["previews"]["s4"]
    assert "ให้ยกเลิกความในมาตรา ๔ แห่ง" in shown
    assert client.get(f"/proposals/{proposal_id}/text").text.count('<option value="section" selected>') == 1
    shown = client.post(path, data=sent | {"grain-s4": "nonsense", "revision": "2"}).json["previews"]["s4"]
    assert "ให้ยกเลิกความในมาตรา ๔ แห่ง" in shown


def test_words_are_changed_everywhere_in_one_clause(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}"
    sent = {"do": "words", "words-old": "รัฐมนตรี", "words-new": "นายก", "revision": "0"}
    assert client.post(f"{path}/text", data=sent).status_code == 302
    assert [edit["address"] for edit in db.session.get(WorkingCopy, proposal_id).edits] == ["s4", "s5"]
    page = client.get(f"{path}/bill").text
    assert "ให้แก้ไขคำว่า “รัฐมนตรี” ในพระราชบัญญัติส่งเสริมการทอผ้าชุมชน พ.ศ. ๒๕๕๕ เป็น “นายก” ทุกแห่ง" in page
    assert PROVEN in page
    assert client.post(f"{path}/bill", data=decided(proposal_id, db, **{"words-shown": "1"})).status_code == 302
    page = client.get(f"{path}/bill").text
    assert "ทุกแห่ง" not in page
    assert "ให้ยกเลิกความใน (๑) ของมาตรา ๔" in page
    answer = client.post(f"{path}/text", data=sent | {"words-old": "ไม่มีคำนี้", "revision": "2"})
    assert answer.status_code == 400
    assert "ไม่พบถ้อยคำที่จะแก้" in answer.text


def test_words_stay_in_a_section_that_is_taken_out_of_the_proposal(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}"
    sent = {"do": "words", "words-old": "รัฐมนตรี", "words-new": "นายก", "revision": "0"}
    client.post(f"{path}/text", data=sent)
    edits = db.session.get(WorkingCopy, proposal_id).edits
    units = {name: [edit.get(name, "") for edit in edits] for name in ("address", "text", "after")}
    assert client.post(f"{path}/text", data=units | {"do": "drop:s5", "revision": "1"}).status_code == 302
    page = client.get(f"{path}/bill").text
    assert "ให้แก้ไขคำว่า “รัฐมนตรี” ในมาตรา ๔ แห่งพระราชบัญญัติส่งเสริมการทอผ้าชุมชน พ.ศ. ๒๕๕๕ เป็น “นายก”" in page
    assert PROVEN in page


def test_one_unit_without_a_form_does_not_hide_the_clauses_of_others(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    sent = {"address": ["s4", "s5"], "after": ["", ""], "text": [FEWER, CHANGED], "revision": "0"}
    shown = client.post(f"/proposals/{proposal_id}/text/autosave", data=sent).json["previews"]
    assert "หายไปจากข้อความใหม่" in shown["s4"]
    assert "ให้ยกเลิกความในมาตรา ๕" in shown["s5"]


def test_the_editor_asks_who_amended_a_unit_last_until_it_is_answered(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    sent = {"address": "s5", "after": "", "text": CHANGED, "revision": "0"}
    ask = f'<a href="/proposals/{proposal_id}/bill?draft=0#frame">'
    first = client.post(f"/proposals/{proposal_id}/text/autosave", data=sent).json
    assert ask in first["previews"]["s5"]
    answer = {"unit": "s5", "answer-0": "never", "revision": first["revision"], "begins": "next_day"}
    assert client.post(f"/proposals/{proposal_id}/bill", data=answer).status_code == 302
    assert ask not in client.get(f"/proposals/{proposal_id}/text").text
