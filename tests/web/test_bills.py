"""The bill of a proposal: shown, decided on, printed; made from one written elsewhere; and who may do what."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from law.edit import Edit
from models.proposal import Draft, Proposal, WorkingCopy
from review.workflow import Action, State
from services.drafting import proposals
from services.legislating import bills
from services.legislating.frames import read_frame
from tests.services.office import bring_to, do, open_office, propose, write
from tests.web.worlds.bills import BILL

CHANGED = "คณะกรรมการมีหน้าที่เสนอแผนต่อคณะรัฐมนตรี"
FEWER = "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ"
COMMITTEE = f"{FEWER}\n(๓) ผู้แทนช่างทอสี่คน เป็นกรรมการ"
PROVEN = "อ่านกลับและนำไปใช้แล้ว ตรงกันทุกคำ"
QUESTION = "หรือไม่เคยแก้ไข: มาตรา ๕"


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def put(db, office, proposal_id, *edits):
    """Edits into the working copy."""
    copy = db.session.get(WorkingCopy, proposal_id)
    proposals.save_working_copy(
        db.session,
        user=office.owner,
        proposal_id=proposal_id,
        edits=edits,
        seen_revision=copy.revision if copy else 0,
    )


def decided(proposal_id, db, **fields):
    return {"revision": str(db.session.get(WorkingCopy, proposal_id).revision), "begins": "next_day"} | fields


def frame_of(db, proposal_id):
    db.session.expire_all()
    return read_frame(db.session.get(WorkingCopy, proposal_id).frame)


def test_the_bill_of_a_draft_is_shown_with_its_proof(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/bill").text
    draft = db.session.scalar(select(Draft))
    written = bills.bill_of_draft(draft)
    assert written.is_proven
    assert PROVEN in page
    assert written.text_hash[:12] in page
    assert "ให้ยกเลิกความในมาตรา ๕ แห่งพระราชบัญญัติส่งเสริมการทอผ้าชุมชน พ.ศ. ๒๕๕๕" in page
    assert "(แก้ไขเพิ่มเติมมาตรา ๕)" in page
    assert f'href="/proposals/{proposal_id}/compare?new=1#change-s5"' in page
    assert QUESTION in page
    assert 'id="frame"' not in page


def test_everybody_sees_the_bill_from_the_first_submission_on_and_nobody_before(client, db, office):
    hidden, shown = bring_to(db.session, office, State.DRAFT), bring_to(db.session, office, State.SUBMITTED)
    for person in office.everybody:
        client.sign_in(person)
        may_see_drafts = person in (office.owner, office.secretary)
        for path in ("/bill", "/bill/paper"):
            expected = 200 if may_see_drafts else 404
            assert client.get(f"/proposals/{hidden}{path}").status_code == expected, (person.name, path)
            assert client.get(f"/proposals/{shown}{path}").status_code == 200, (person.name, path)
        answer = client.post(f"/proposals/{shown}/bill", data=decided(shown, db))
        assert (answer.status_code == 302) is (person == office.owner), person.name
        assert (client.get("/proposals/import").status_code == 200) is (
            person in (office.owner, office.codrafter, office.both)
        )
    assert frame_of(db, shown) == read_frame({})


def test_only_authors_see_what_is_being_written(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    put(db, office, proposal_id, Edit("s6", "การประชุมต้องมีกรรมการครบ"))
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/bill").text
    assert "การประชุมต้องมีกรรมการครบ" in page
    assert f'href="/proposals/{proposal_id}/text#unit-s6"' in page
    for person in (office.secretary, office.reader, office.codrafter):
        client.sign_in(person)
        assert "การประชุมต้องมีกรรมการครบ" not in client.get(f"/proposals/{proposal_id}/bill").text
        assert client.get(f"/proposals/{proposal_id}/bill?draft=0").status_code == 404
        assert client.get(f"/proposals/{proposal_id}/bill/paper?draft=0").status_code == 404


@pytest.mark.parametrize("number", ["9", "x", "-1", "99999999999"])
def test_a_draft_that_is_not_there(client, db, office, number):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    client.sign_in(office.owner)
    assert client.get(f"/proposals/{proposal_id}/bill?draft={number}").status_code == 404


def test_a_proposal_without_text_has_no_bill_yet(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    assert "ยังไม่มีร่างที่บันทึกไว้" in client.get(f"/proposals/{proposal_id}/bill").text
    assert client.get(f"/proposals/{proposal_id}/bill/paper").status_code == 302


def test_what_is_decided_becomes_words_of_the_bill(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    fields = decided(
        proposal_id,
        db,
        begins="on_date",
        day="๑",
        month="1",
        era_year="๒๕๗๐",
        number="๒",
        year="2569",
        charge="รัฐมนตรีว่าการกระทรวงวัฒนธรรม",
        transitional=["ให้แผนที่เสนอไว้แล้วเป็นแผนตามพระราชบัญญัตินี้", ""],
        unit=["s5"],
        **{"answer-0": "named", "amender-0": "พระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐"},
    )
    assert client.post(f"/proposals/{proposal_id}/bill", data=fields).status_code == 302
    page = client.get(f"/proposals/{proposal_id}/bill").text
    assert "ให้ใช้บังคับตั้งแต่วันที่ ๑ มกราคม พ.ศ. ๒๕๗๐ เป็นต้นไป" in page
    assert "(ฉบับที่ ๒)" in page
    assert "ให้รัฐมนตรีว่าการกระทรวงวัฒนธรรมรักษาการตามพระราชบัญญัตินี้" in page
    assert "ให้แผนที่เสนอไว้แล้วเป็นแผนตามพระราชบัญญัตินี้" in page
    assert "ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าชุมชน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐" in page
    assert PROVEN in page
    assert QUESTION not in page
    again = client.post(f"/proposals/{proposal_id}/bill", data=fields | {"revision": "2", "do": "draft"})
    assert "draft=2" in again.location
    assert read_frame(db.session.scalar(select(Draft.frame).where(Draft.number == 2))).number == 2


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"begins": "after_days", "days": ""}, "กรอกจำนวนวัน"),
        ({"begins": "after_days", "days": "สิบ"}, "จำนวนวันต้องเป็นตัวเลข"),
        ({"begins": "on_date", "day": "๓๑", "month": "2", "era_year": "๒๕๗๐"}, "ไม่มีวันที่นี้ในปฏิทิน"),
        ({"year": "2026"}, "ปีต้องเป็นปีพุทธศักราช"),
        ({"number": "x"}, "ฉบับที่ต้องเป็นตัวเลข"),
        ({"unit": "s5", "answer-0": "named", "amender-0": " "}, "กรอกชื่อกฎหมายที่แก้ไขครั้งล่าสุด"),
    ],
)
def test_what_can_not_be_is_said_and_what_was_typed_stays(client, db, office, fields, sentence):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    sent = decided(proposal_id, db, charge="ผู้ที่พิมพ์ไว้", transitional="บทที่พิมพ์ไว้") | fields
    answer = client.post(f"/proposals/{proposal_id}/bill", data=sent)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert "ผู้ที่พิมพ์ไว้" in answer.text
    assert "บทที่พิมพ์ไว้" in answer.text
    assert frame_of(db, proposal_id) == read_frame({})


def test_a_stale_form_stores_nothing_and_keeps_what_was_typed(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    old = decided(proposal_id, db, charge="ของคนที่สอง")
    assert client.post(f"/proposals/{proposal_id}/bill", data=old | {"charge": "ของคนแรก"}).status_code == 302
    answer = client.post(f"/proposals/{proposal_id}/bill", data=old)
    assert answer.status_code == 409
    assert "ของคนที่สอง" in answer.text
    assert "ให้ของคนแรกรักษาการ" in answer.text
    assert 'name="revision" value="2"' in answer.text
    assert frame_of(db, proposal_id).charge == "ของคนแรก"


def test_an_amender_once_answered_can_be_answered_otherwise(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/bill"
    client.post(path, data=decided(proposal_id, db, unit="s5", **{"answer-0": "never"}))
    assert frame_of(db, proposal_id).amenders == (("s5", ""),)
    assert 'value="never" checked' in client.get(path).text
    client.post(path, data=decided(proposal_id, db, unit="s5", **{"answer-0": ""}))
    assert frame_of(db, proposal_id).amenders == ()


def test_all_open_questions_are_answered_at_once(client, db, office):
    proposal_id = propose(db.session, office)
    put(db, office, proposal_id, Edit("s5", CHANGED), Edit("s4", COMMITTEE))
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/bill"
    assert "องค์ประกอบของคณะกรรมการ" in client.get(path).text
    sent = decided(proposal_id, db, unit=["s4.p1.i3", "s5"], do="never")
    assert client.post(path, data=sent).status_code == 302
    assert frame_of(db, proposal_id).amenders == (("s4.p1.i3", ""), ("s5", ""))


def test_where_there_is_no_bill_the_page_says_why_and_submitting_is_refused(client, db, office):
    proposal_id = propose(db.session, office)
    put(db, office, proposal_id, Edit("s4", FEWER))
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/bill").text
    assert "ยังเขียนร่างกฎหมายไม่ได้" in page
    assert "มาตรา ๔ วรรคหนึ่ง (๓) หายไปจากข้อความใหม่" in page
    assert "proof proven" not in page
    assert client.get(f"/proposals/{proposal_id}/bill/paper?draft=0").status_code == 200
    proposals.save_draft(db.session, user=office.owner, proposal_id=proposal_id, seen_revision=1)
    assert "ร่างกฎหมายของร่างนี้ยังพิสูจน์ไม่ได้" in client.get(f"/proposals/{proposal_id}").text
    answer = client.post(f"/proposals/{proposal_id}/do/submit", data={"seen_draft": "1"})
    assert answer.status_code in (400, 403, 409)
    assert db.session.get_one(Proposal, proposal_id).state is State.DRAFT


def test_an_open_question_does_not_bar_submitting(db, office):
    proposal_id = propose(db.session, office)
    write(db.session, office.owner, proposal_id)
    assert do(db.session, office.owner, proposal_id, Action.SUBMIT).state is State.SUBMITTED


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


def test_a_bill_written_elsewhere_becomes_a_proposal_only_when_one_says_so(client, db, office):
    client.sign_in(office.owner)
    page = client.post("/proposals/import", data={"act": "weaving", "text": BILL, "do": "read"}).text
    assert "แก้ไข (๓) ของมาตรา ๔" in page
    assert "เพิ่ม มาตรา ๕/๑" in page
    assert page.count("state good") == 2
    assert "เข้ากับกฎหมาย ๒ จาก ๒ คำสั่ง" in page
    assert '<a href="/acts/weaving#s4">' in page  # the unit that changes, in the act
    assert "<del>" in page
    assert db.session.scalar(select(func.count()).select_from(Proposal)) == 0
    sent = {"act": "weaving", "text": BILL, "title": "แผน", "topic": "other", "do": "create"}
    answer = client.post("/proposals/import", data=sent)
    proposal = db.session.scalars(select(Proposal)).one()
    assert answer.location == f"/proposals/{proposal.id}/bill"
    draft = db.session.scalars(select(Draft)).one()
    assert [(edit["address"], edit["after"]) for edit in draft.edits] == [("s4", ""), ("s5/1", "s5")]
    assert bills.bill_of_draft(draft).is_proven
    assert PROVEN in client.get(answer.location).text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "วางข้อความของร่างกฎหมายก่อน"),
        ("สวัสดี", "ไม่พบมาตราที่แก้กฎหมาย"),
        (BILL.replace("(๓) ของมาตรา ๔", "(๓) ของมาตรา ๔๐"), "ไม่มีมาตรา ๔๐ ในกฎหมายที่ใช้อยู่"),
        (BILL.replace("มาตรา ๕/๑", "มาตรา ๕"), "มีมาตรา ๕ อยู่แล้ว"),
        (BILL.replace("การทอผ้าชุมชน พ.ศ. ๒๕๕๕", "การจับปลา พ.ศ. ๒๕๕๖"), "แก้กฎหมายอื่น"),
        (BILL.replace("(๓) ของมาตรา ๔", "(๙) ของมาตรา ๔"), "ข้อความใหม่ไม่มี (๙) ของมาตรา ๔"),
    ],
)
def test_a_bill_that_does_not_fit_is_explained_and_makes_nothing(client, db, office, text, sentence):
    client.sign_in(office.owner)
    sent = {"act": "weaving", "text": text, "title": "แผน", "topic": "other", "do": "create"}
    answer = client.post("/proposals/import", data=sent)
    assert sentence in answer.text
    assert text.strip()[:40] in answer.text
    assert db.session.scalar(select(func.count()).select_from(Proposal)) == 0


def test_reasons_that_cite_what_is_nowhere_are_named_on_the_page(client, db, office):
    proposal_id = propose(db.session, office)
    write(db.session, office.owner, proposal_id)
    db.session.get_one(Proposal, proposal_id).reasons = "โดยที่มาตรา ๙๙ กำหนดไว้ไม่เหมาะสม"
    db.session.commit()
    client.sign_in(office.owner)
    page = client.get(f"/proposals/{proposal_id}/bill?draft=1").text
    assert "เหตุผลอ้างมาตรา ๙๙ แต่กฎหมายไม่มีหน่วยนี้" in page
    assert "proof proven" not in page


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
