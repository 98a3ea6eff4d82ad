"""Writing a proposal on its page: units opened, inserted, repealed, dropped; what is kept, and what does not fit."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from sqlalchemy import func, select

from law.editing.edit import Edit
from models.proposal import Draft, Topic, WorkingCopy
from review.workflow import State
from services.acts import storing
from services.drafting import proposals
from tests.services.office import ACT_TEXT, IN_FORCE, bring_to, open_office, propose

LINES = "คณะกรรมการมีหน้าที่เสนอแผนต่อรัฐมนตรี"


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def unit(address="s5", text=LINES, after="", **more):
    return {"address": address, "text": text, "after": after, "revision": "0", "do": "save"} | more


def test_a_drafter_makes_a_proposal_from_a_section_and_saves_its_first_draft(client, db, office):
    client.sign_in(office.owner)
    response = client.post(
        "/proposals/new?act=weaving&unit=s5", data={"title": "แผน", "topic": "other", "act": "weaving", "unit": "s5"}
    )
    place = urlsplit(response.location).path
    page = client.get(place).text
    assert "มาตรา ๕" in page
    assert LINES in page
    response = client.post(place, data=unit(text="คณะกรรมการเสนอแผนต่อคณะรัฐมนตรี", revision="1", do="draft", note="แรก"))
    assert response.status_code == 302
    compared = client.get(response.location).text
    assert "<ins>" in compared
    assert "<del>" in compared
    assert db.session.scalar(select(Draft.note)) == "แรก"


def test_saving_what_did_not_change_makes_no_draft_and_says_so(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    text = "คณะกรรมการมีหน้าที่เสนอแผน"
    response = client.post(f"/proposals/{proposal_id}/text", data=unit(text=text, revision="1", do="draft"))
    assert "จึงไม่ได้สร้างร่างใหม่" in client.get(response.location).text
    assert db.session.scalar(select(func.count()).select_from(Draft)) == 1


@pytest.mark.parametrize(
    ("command", "more", "expected"),
    [
        ("open", {"open": "s6"}, ["s5", "s6"]),
        ("open", {"open": "ch1"}, ["s5", "ch1"]),
        ("open", {"open": "nothing"}, ["s5"]),
        ("open", {"open": "schedule"}, ["s5", "schedule"]),
        ("division", {"behind_division": "ch1"}, ["s5", "ch2"]),
        ("division", {"behind_division": "s5"}, ["s5", "ch2"]),
        ("division", {"behind_division": "s5", "level": "pt"}, ["s5", "ch1.pt1"]),
        ("insert", {"behind": "s5"}, ["s5", "s5/1"]),
        ("drop:s5", {}, []),
        ("drop:s9", {}, ["s5"]),
    ],
)
def test_units_are_opened_inserted_and_dropped(client, db, office, command, more, expected):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    response = client.post(f"/proposals/{proposal_id}/text", data=unit(do=command) | more)
    assert response.status_code == 302
    copy = db.session.get(WorkingCopy, proposal_id)
    assert [edit["address"] for edit in copy.edits] == expected


@pytest.mark.parametrize("more", [{"behind_division": "s1", "level": "ch"}, {"behind_division": "s99"}])
def test_a_chapter_that_has_no_place_is_refused_with_what_was_typed(client, db, office, more):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    response = client.post(f"/proposals/{proposal_id}/text", data=unit(text="พิมพ์แล้ว", do="division") | more)
    assert response.status_code == 400
    assert "เพิ่มต่อจากตรงนี้ไม่ได้" in response.text
    assert "พิมพ์แล้ว" in response.text


def test_a_section_is_repealed_restored_and_given_an_item(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/text"

    def text_after(**fields):
        revision = getattr(db.session.get(WorkingCopy, proposal_id), "revision", 0)
        assert client.post(path, data=unit(**fields) | {"revision": revision}).status_code == 302
        return db.session.get(WorkingCopy, proposal_id).edits[0]["text"]

    assert text_after(do="repeal:s5") == "(ยกเลิก)"
    assert text_after(text="(ยกเลิก)", do="reset:s5") == LINES
    assert text_after(do="item:s5") == f"{LINES}\n(๑) "


def test_a_dropped_insertion_takes_along_what_hangs_on_it(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    fields = {
        "address": ["s5", "s5/1", "s5/2"],
        "after": ["", "s5", "s5/1"],
        "text": ["ก", "ข", "ค"],
        "revision": "0",
        "do": "drop:s5/1",
    }
    client.post(f"/proposals/{proposal_id}/text", data=fields)
    assert [edit["address"] for edit in db.session.get(WorkingCopy, proposal_id).edits] == ["s5"]


def test_what_does_not_fit_is_said_and_what_was_typed_stays(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    response = client.post(f"/proposals/{proposal_id}/text", data=unit("s99", "ข้อความของฉัน", do="draft"))
    assert response.status_code == 400
    assert "ไม่มีหน่วยนี้ในกฎหมาย" in response.text
    assert "ข้อความของฉัน" in response.text
    assert db.session.scalar(select(func.count()).select_from(Draft)) == 0


def test_lists_of_fields_that_do_not_belong_together_are_refused(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    response = client.post(f"/proposals/{proposal_id}/text", data={"address": ["s5", "s6"], "text": "ก", "after": ""})
    assert response.status_code == 400
    assert db.session.get(WorkingCopy, proposal_id) is None


def test_a_stale_text_stores_nothing_and_shows_both(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/text"
    assert client.post(path, data=unit(text="ของคนแรก", revision="1")).status_code == 302
    response = client.post(path, data=unit(text="ของคนที่สอง", revision="1"))
    assert response.status_code == 409
    assert "ของคนแรก" in response.text
    assert "ของคนที่สอง" in response.text
    assert db.session.get(WorkingCopy, proposal_id).edits[0]["text"] == "ของคนแรก"
    assert 'name="revision" value="2"' in response.text


def test_the_background_save_answers_with_the_marks(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/text/autosave"
    answer = client.post(path, data=unit(text="คณะกรรมการมีหน้าที่เสนอแผนต่อคณะรัฐมนตรี"))
    assert answer.json["revision"] == 1
    assert "<ins>" in answer.json["previews"]["s5"]
    assert client.post(path, data=unit(text="อื่น")).status_code == 409
    assert client.post(path, data=unit(text="มี\x00ศูนย์", revision="1")).status_code == 400
    assert db.session.get(WorkingCopy, proposal_id).revision == 1


def test_the_background_save_warns_of_broken_citations(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    fields = {
        "address": ["s5", "s6"],
        "after": ["", ""],
        "text": ["(ยกเลิก)", "การประชุมให้นำมาตรา ๕ มาใช้"],
        "revision": "0",
    }
    previews = client.post(f"/proposals/{proposal_id}/text/autosave", data=fields).json["previews"]
    assert "มีที่อ้างถึงสิ่งที่หายไป" in previews["s5"]


def test_a_new_chapter_with_a_section_becomes_a_draft_and_its_clause(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/text"
    chapter = {"address": "ch1/1", "after": "ch1", "text": "กองทุน", "revision": "0"}
    client.post(path, data=chapter | {"do": "insert", "behind": "ch1/1"})
    assert [edit["address"] for edit in db.session.get(WorkingCopy, proposal_id).edits] == ["ch1/1", "s6/1"]
    both = {
        "address": ["ch1/1", "s6/1"],
        "after": ["ch1", "ch1/1"],
        "text": ["กองทุน", "ให้มีกองทุนส่งเสริมการทอผ้า"],
        "revision": "1",
    }
    assert "กองทุน" in client.post(f"{path}/autosave", data=both).json["previews"]["ch1/1"]
    response = client.post(path, data=both | {"revision": "2", "do": "draft"})
    assert response.status_code == 302
    compared = client.get(response.location).text
    assert "หมวด ๑/๑" in compared
    bill = client.get(f"/proposals/{proposal_id}/bill").text
    assert "ให้เพิ่มความต่อไปนี้เป็นหมวด ๑/๑" in bill
    assert "อ่านกลับและนำไปใช้แล้ว" in bill


def test_a_changed_heading_is_shown(client, db, office):
    proposal_id = propose(db.session, office)
    proposals.save_draft(
        db.session, user=office.owner, proposal_id=proposal_id, edits=[Edit("ch1", "คณะกรรมการทอผ้า")], seen_revision=0
    )
    client.sign_in(office.owner)
    for page in ("/compare", "/compare?view=sides", "/paper", "/paper?form=table"):
        assert "ทอผ้า" in client.get(f"/proposals/{proposal_id}{page}").text


def test_the_editor_says_what_else_is_touched(client, db, office):
    other = bring_to(db.session, office, State.SUBMITTED)
    proposal_id = propose(db.session, office, title="เรื่องของเรา")
    board = "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ"
    proposals.save_working_copy(
        db.session,
        user=office.owner,
        proposal_id=proposal_id,
        edits=[Edit("s4", board), Edit("s5", "ก")],
        seen_revision=0,
    )
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/text").text
    assert "ข้อเสนออื่นแก้ตรงนี้ด้วย" in page
    assert f"/proposals/{other}/compare" in page
    assert "กรรมการ ๔ → ๒ คน" in page


def test_a_citation_that_breaks_is_opened_where_it_is_listed(client, db, office):
    source = f"{ACT_TEXT}\nมาตรา ๗  ให้นำมาตรา ๕ มาใช้บังคับโดยอนุโลม\n"
    edition = storing.add_act(db.session, user=office.admin, slug="citing", source=source, in_force_from=IN_FORCE)
    made = proposals.create(db.session, user=office.owner, act=edition.act, topic=Topic.OTHER, title="ยกเลิก")
    client.sign_in(office.owner)
    path = f"/proposals/{made.id}/text"
    client.post(path, data=unit(text="(ยกเลิก)", do="save"))
    assert 'value="open:s7"' in client.get(path).text
    answer = client.post(path, data=unit(text="(ยกเลิก)", revision="1", do="open:s7"))
    assert answer.location.endswith("#unit-s7")
    assert [edit["address"] for edit in db.session.get(WorkingCopy, made.id).edits] == ["s5", "s7"]


@pytest.mark.parametrize(
    ("edit", "clause"),
    [
        (
            {"address": "schedule", "after": "", "text": "บัญชี ๑\n(๑) ค่าขึ้นทะเบียน ๑๐ บาท"},
            "ให้เพิ่มบัญชี ๑ ท้ายพระราชบัญญัตินี้เป็นบัญชี ๑ ท้าย",
        ),
        ({"address": "ch1/1", "after": "s4", "text": "หน้าที่"}, "ให้เพิ่มความต่อไปนี้เป็นชื่อหมวด ๑/๑ ก่อนมาตรา ๕"),
        ({"address": "ch1.pt1", "after": "ch1", "text": "องค์ประกอบ"}, "ชื่อส่วนที่ ๑ ของหมวด ๑ ก่อนมาตรา ๔"),
    ],
)
def test_headings_and_schedules_are_seen_on_every_page(client, db, office, edit, clause):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    shown = client.post(f"/proposals/{proposal_id}/text/autosave", data=edit | {"revision": "0"}).json["previews"]
    assert clause in shown[edit["address"]]
    saved = client.post(f"/proposals/{proposal_id}/text", data=edit | {"revision": "1", "do": "draft"})
    assert client.get(saved.location).status_code == 200
    assert clause in client.get(f"/proposals/{proposal_id}/bill?draft=1").text
    assert "ตรงกันทุกคำ" in client.get(f"/proposals/{proposal_id}/bill?draft=1").text
    for page in (
        "",
        "/text",
        "/print",
        "/history",
        "/discussion",
        "/bill/paper?draft=1",
        "/drafts/1",
        "/paper?form=table",
    ):
        assert client.get(f"/proposals/{proposal_id}{page}").status_code == 200, page
