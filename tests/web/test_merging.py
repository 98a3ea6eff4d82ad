"""A proposal met by a new edition: shown three ways, merged into a new draft; the import says which it meets."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sqlalchemy import select

from law.editing.edit import Edit
from models.proposal import Draft, Proposal
from review.workflow import Action, State
from services.acts import editions, storing
from services.drafting import proposals
from services.reviewing import standings
from tests.services.office import ACT_TEXT, bring_to, do, open_office, propose

LATER = date(2020, 1, 1)


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def section(act, address="s5"):
    return act.get(address).text


def bring(db, office, *changes):
    text = ACT_TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return storing.add_edition(
        db.session, user=office.admin, act=office.edition.act, source=text, in_force_from=LATER, confirmed=True
    )


def drafted(db, office, *edits):
    proposal_id = propose(db.session, office)
    proposals.save_draft(db.session, user=office.owner, proposal_id=proposal_id, seen_revision=0, edits=edits)
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    return proposal_id


def form_of(page):
    """What the browser would send back unchanged."""
    hidden = dict(re.findall(r'name="(revision|edition)" value="(\d+)"', page))
    addresses = re.findall(r'name="address" value="([^"]+)"', page)
    texts = [text.lstrip("\n") for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)]
    return {**hidden, "address": addresses, "text": texts, "do": "save"}


def last(db, proposal_id):
    query = select(Draft).where(Draft.proposal_id == proposal_id).order_by(Draft.number.desc())
    return db.session.scalars(query.limit(1)).one()


def test_changes_apart_are_merged_and_saved_on_the_new_edition(client, db, office):
    base = section(editions.tree(office.edition), "s4")
    ours = base.replace("สองคน", "สี่คน")
    assert ours != base
    proposal_id = drafted(db, office, Edit("s4", ours))
    edition = bring(db, office, ("องค์ประชุม", "องค์ประชุมของคณะกรรมการ") if "องค์ประชุม" in base else ("(๑) ", "(๑) นาย"))
    client.sign_in(office.owner)
    assert "กฎหมายมีฉบับใหม่" in client.get(f"/proposals/{proposal_id}").text
    page = client.get(f"/proposals/{proposal_id}/edition")
    assert page.status_code == 200
    form = form_of(page.text)
    assert "สี่คน" in form["text"][0]
    saved = client.post(f"/proposals/{proposal_id}/edition", data=form)
    assert saved.status_code == 302
    draft = last(db, proposal_id)
    assert (draft.number, draft.edition_id) == (2, edition.id)
    assert "สี่คน" in draft.edits[0]["text"]
    assert draft.edits[0]["text"] == form["text"][0].replace("\r\n", "\n").strip()
    proposal = db.session.get(Proposal, proposal_id)
    assert standings.facts_of(db.session, proposal).newest_edition == proposal.edition_id
    assert "กฎหมายมีฉบับใหม่" not in client.get(f"/proposals/{proposal_id}").text
    assert client.get(f"/proposals/{proposal_id}/edition").status_code == 302
    history = client.get(f"/proposals/{proposal_id}/history").text
    assert "รวมข้อเสนอกับกฎหมายฉบับใหม่" in history


def test_the_same_words_are_a_choice_that_must_be_looked_at(client, db, office):
    proposal_id = bring_to(db.session, office, State.CHANGES_REQUESTED)  # section 5
    proposal = db.session.get(Proposal, proposal_id)
    proposals.save_working_copy(
        db.session,
        user=office.owner,
        proposal_id=proposal.id,
        seen_revision=1,
        edits=[Edit("s5", text_of_5(office, "เสนอรายงาน"))],
    )
    bring(db, office, ("เสนอแผน", "เสนอมาตรการ"))
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/edition"
    page = client.get(path).text
    assert "แก้ถ้อยคำเดียวกันต่างกัน ๑ แห่ง" in page
    form = form_of(page)
    refused = client.post(path, data=form)
    assert (refused.status_code, "ตรวจข้อความในช่อง" in refused.text) == (400, True)
    chosen = client.post(path, data=form | {"do": "choose:s5", "choice-s5-0": "theirs"}).text
    form = form_of(chosen)
    assert "มาตรการ" in form["text"][0]
    mine = text_of_5(office, "เสนอมาตรการและรายงาน")
    stored = client.post(path, data=form | {"text": [mine], "looked": ["s5"]})
    assert stored.status_code == 302
    assert last(db, proposal_id).edits[0]["text"] == mine


def test_one_number_that_both_sides_added_apart_is_refused_until_it_is_changed(client, db, office):
    base = section(editions.tree(office.edition), "s4")
    proposal_id = drafted(db, office, Edit("s4", base.replace("\n(๓)", "\n(๑/๑) อธิบดี เป็นกรรมการ\n(๓)")))
    bring(db, office, ("\n(๒)", "\n(๑/๑) ผู้ว่าการ เป็นกรรมการ\n(๒)"))
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/edition"
    page = client.get(path).text
    assert "ทั้งสองฝ่ายเพิ่ม (๑/๑) ไว้คนละแห่ง" in page
    form = form_of(page)
    refused = client.post(path, data=form)
    assert (refused.status_code, 'href="#unit-s4"' in refused.text) == (400, True)
    mended = form["text"][0].replace("(๑/๑) อธิบดี", "(๒/๑) อธิบดี")
    assert client.post(path, data=form | {"text": [mended]}).status_code == 302
    assert last(db, proposal_id).edits[0]["text"] == mended


def text_of_5(office, words):
    return section(editions.tree(office.edition)).replace("เสนอแผน", words)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("มาตรา ๕  (ยกเลิก)", "ฉบับใหม่ยกเลิกมาตรา ๕"), (None, "ฉบับใหม่ไม่มีมาตรา ๕")],
    ids=["repealed", "gone"],
)
def test_a_unit_that_went_is_said_and_can_be_left_out(client, db, office, text, sentence):
    s4 = section(editions.tree(office.edition), "s4")
    proposal_id = drafted(db, office, Edit("s5", "คณะกรรมการเสนอรายงาน"), Edit("s4", s4.replace("สองคน", "สี่คน")))
    lines = [text if line.startswith("มาตรา ๕") else line for line in ACT_TEXT.split("\n")]
    new = "\n".join(line for line in lines if line is not None)
    storing.add_edition(
        db.session, user=office.admin, act=office.edition.act, source=new, in_force_from=LATER, confirmed=True
    )
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/edition"
    page = client.get(path).text
    assert sentence in page
    form = {"revision": "1", "edition": "2", "do": "save", "address": ["s4", "s5"]}
    form |= {"text": [s4.replace("สองคน", "สี่คน"), "คณะกรรมการเสนอรายงาน"]}
    assert re.search(r'name="leave" value="s5" checked', page)
    if text is None:
        assert client.post(path, data=form).status_code == 400
    assert client.post(path, data=form | {"leave": ["s5"]}).status_code == 302
    assert [edit["address"] for edit in last(db, proposal_id).edits] == ["s4"]


def test_a_new_unit_whose_number_was_taken_gets_the_next(client, db, office):
    proposal_id = drafted(db, office, Edit("s5/1", "ให้คณะกรรมการเปิดเผยแผน", "s5"))
    bring(db, office, ("มาตรา ๖", "มาตรา ๕/๑  ให้มีสำนักงาน\n\nมาตรา ๖"))
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/edition"
    page = client.get(path).text
    assert "ใช้เลขถัดไปที่ว่าง: มาตรา ๕/๒" in page
    assert client.post(path, data=form_of(page)).status_code == 302
    assert [(edit["address"], edit["after"]) for edit in last(db, proposal_id).edits] == [("s5/2", "s5")]


def test_what_the_new_edition_says_already_leaves_nothing(client, db, office):
    proposal_id = drafted(db, office, Edit("s5", text_of_5(office, "เสนอรายงาน")))
    bring(db, office, ("เสนอแผน", "เสนอรายงาน"))
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/edition"
    done = client.post(path, data=form_of(client.get(path).text))
    assert done.status_code == 400
    assert "จึงไม่เหลือสิ่งใดให้แก้" in done.text
    assert last(db, proposal_id).number == 1
    proposal = db.session.get(Proposal, proposal_id)
    assert standings.facts_of(db.session, proposal).newest_edition != proposal.edition_id


def test_who_merges_while_somebody_writes_is_told_and_keeps_the_text(client, db, office):
    proposal_id = drafted(db, office, Edit("s5", text_of_5(office, "เสนอรายงาน")))
    bring(db, office, ("เสนอแผน", "เสนอมาตรการ"))
    client.sign_in(office.owner)
    path = f"/proposals/{proposal_id}/edition"
    form = form_of(client.get(path).text) | {"looked": ["s5"], "text": ["ข้อความที่พิมพ์ไว้"]}
    for stale in ({"revision": "0"}, {"edition": "1"}):
        told = client.post(path, data=form | stale)
        assert (told.status_code, "ข้อความที่พิมพ์ไว้" in told.text) == (409, True)
    assert last(db, proposal_id).number == 1


def test_others_read_it_three_ways_and_can_not_merge(client, db, office):
    proposal_id = drafted(db, office, Edit("s5", text_of_5(office, "เสนอรายงาน")))
    bring(db, office, ("เสนอแผน", "เสนอมาตรการ"))
    for person in (office.secretary, office.reviewers[0]):
        client.sign_in(person)
        page = client.get(f"/proposals/{proposal_id}/edition").text
        assert "มาตรการ" in page
        assert "รายงาน" in page
        assert "<textarea" not in page
    client.sign_in(office.both)
    assert client.post(f"/proposals/{proposal_id}/edition", data={"do": "save"}).status_code == 403


def test_the_import_says_which_proposals_it_meets(client, db, office):
    drafted(db, office, Edit("s5", text_of_5(office, "เสนอรายงาน")))
    client.sign_in(office.admin)
    typed = {"act": "weaving", "in_force_from": "2020-01-01", "text": ACT_TEXT.replace("เสนอแผน", "เสนอมาตรการ")}
    page = client.post("/acts/import", data=typed)
    assert page.status_code == 200
    assert "ข้อเสนอที่ฉบับใหม่นี้กระทบ ๑ เรื่อง" in page.text
    assert "มาตรา ๕" in page.text
    calm = client.post("/acts/import", data=typed | {"text": ACT_TEXT.replace("ช่างทอสองคน", "ช่างทอสามคน")}).text
    assert "ข้อเสนออีก ๑ เรื่องไม่ถูกกระทบ" in calm
