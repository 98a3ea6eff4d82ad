"""The documents of a proposal: who may have which, and what comes."""

from __future__ import annotations

import io
import re
import zipfile
from urllib.parse import unquote

import pytest

from models.proposal import Proposal
from review.workflow import Role, State
from services.legislating.bills import WrittenBill
from services.reviewing import comments
from services.reviewing.comments import Where
from tests.services.office import bring_to, open_office, propose, write
from tests.web.paper_text import about_a_board, text_of

KINDS = ("changes", "sides", "table", "substance", "bill", "act", "clean", "review")
FORMS = ("pdf", "docx")


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_comes_as_a_file_with_a_thai_name(client, db, office, kind, form):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    response = client.get(f"/proposals/{proposal_id}/documents/{kind}.{form}")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.content_type.startswith("application/")
    name = unquote(re.search(r"filename\*=UTF-8''(\S+)", response.headers["Content-Disposition"])[1])
    assert name.endswith(f"ร่างครั้งที่ ๑.{form}")
    words = {"review": "ผู้ตรวจ", "substance": "แก้ไขเพิ่มเติมมาตรา๕(ร่างมาตรา๓)"}.get(kind, "มีหน้าที่เสนอแผน")
    assert words in re.sub(r"\s", "", text_of(response, form))
    head = client.head(f"/proposals/{proposal_id}/documents/{kind}.{form}")
    assert (head.status_code, head.data) == (200, b"")


def test_the_same_document_is_the_same_file(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    for form in FORMS:
        address = f"/proposals/{proposal_id}/documents/changes.{form}"
        assert client.get(address).data == client.get(address).data


def test_what_was_not_submitted_only_owner_and_secretary_have(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    for user in office.everybody:
        client.sign_in(user)
        for kind in KINDS:
            status = client.get(f"/proposals/{proposal_id}/documents/{kind}.docx").status_code
            assert status == (200 if user in (office.owner, office.secretary) else 404), (user.name, kind)


@pytest.mark.parametrize("role", Role)
def test_what_was_submitted_every_role_has(client, db, office, make_user, role):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(make_user(role))
    for form in FORMS:
        assert client.get(f"/proposals/{proposal_id}/documents/changes.{form}").status_code == 200


def test_nobody_without_an_account_has_any(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    response = client.get(f"/proposals/{proposal_id}/documents/changes.pdf")
    assert response.status_code == 302
    assert "/sign-in" in response.location


@pytest.mark.parametrize(
    "path",
    [
        "changes.exe",
        "secrets.pdf",
        "changes.pdf?new=2",
        "changes.pdf?new=0",
        "bill.pdf?new=x",
        "changes.pdf?old=99999999999",
        "..%2f..%2fapp.py.pdf",
    ],
)
def test_what_there_is_not_is_not_found(client, db, office, path):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.owner)
    assert client.get(f"/proposals/{proposal_id}/documents/{path}").status_code == 404


def test_a_draft_of_another_proposal_is_not_to_be_had(client, db, office):
    mine = bring_to(db.session, office, State.IN_REVIEW)
    other = propose(db.session, office, title="อื่น")
    write(db.session, office.owner, other)
    write(db.session, office.owner, other, "คณะกรรมการมีหน้าที่ลับ")
    client.sign_in(office.reader)
    assert client.get(f"/proposals/{other}/documents/changes.pdf?new=2").status_code == 404
    assert client.get(f"/proposals/{mine}/documents/changes.pdf?new=2").status_code == 404


def test_a_proposal_without_a_draft_has_none(client, db, office):
    proposal_id = propose(db.session, office)
    client.sign_in(office.owner)
    assert client.get(f"/proposals/{proposal_id}/documents/changes.pdf").status_code == 404
    assert client.get(f"/proposals/{proposal_id}/print").status_code == 200


def test_only_what_was_approved_says_so(client, db, office):
    proposal_id = bring_to(db.session, office, State.APPROVED)
    client.sign_in(office.reader)
    assert "เห็นชอบแล้ว" in "".join(text_of(client.get(f"/proposals/{proposal_id}/documents/bill.pdf"), "pdf").split())
    other = bring_to(db.session, office, State.REJECTED)
    rejected = text_of(client.get(f"/proposals/{other}/documents/bill.pdf"), "pdf")
    assert "เห็นชอบแล้ว" not in "".join(rejected.split())


def test_open_comments_are_comments_in_word(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    where = Where("s5.p1", quote="เสนอแผน", start=None)
    said = comments.add(
        db.session, user=office.reviewers[0], proposal_id=proposal_id, body="แผนใด <b>", seen_draft=1, where=where
    )
    comments.reply(db.session, user=office.owner, comment_id=said.id, body="แผนปี")
    client.sign_in(office.reader)
    response = client.get(f"/proposals/{proposal_id}/documents/changes.docx")
    with zipfile.ZipFile(io.BytesIO(response.data)) as file:
        held = file.read("word/comments.xml").decode()
        body = file.read("word/document.xml").decode()
    assert "แผนใด &lt;b&gt;" in held
    assert "แผนปี" in held
    assert 'w:author="ผู้ตรวจ 1"' in held
    assert body.count("w:commentReference ") == body.count("w:commentRangeStart ") == 2


def test_a_draft_without_a_bill_says_so(client, db, office, monkeypatch):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    monkeypatch.setattr("services.legislating.bills.bill_of_draft", lambda draft: WrittenBill(None))
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/documents/bill.pdf")
    assert page.status_code == 409
    assert "ยังเขียนเป็นร่างกฎหมายไม่ได้" in page.text


def test_too_long_a_text_is_refused_in_a_sentence(client, db, office, monkeypatch):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    monkeypatch.setattr("documents.printable.LONGEST", 10)
    page = client.get(f"/proposals/{proposal_id}/documents/act.pdf")
    assert page.status_code == 422
    assert "ไม่เกิน ๖๐๐,๐๐๐ ตัวอักษร" in page.text


@pytest.mark.parametrize("form", FORMS)
def test_a_board_comes_with_its_seats_before_and_after(client, db, office, form):
    proposal_id = about_a_board(db, office)
    client.sign_in(office.reader)
    text = "".join(text_of(client.get(f"/proposals/{proposal_id}/documents/board.{form}"), form).split())
    assert "กรรมการทั้งหมดจาก๔เป็น๖คน" in text
    assert "เปลี่ยน" in text
    summary = "".join(text_of(client.get(f"/proposals/{proposal_id}/documents/substance.{form}"), form).split())
    assert "กรรมการจาก๔เป็น๖คน" in summary
    assert "(ร่างมาตรา๓)" in summary


def test_a_draft_without_a_board_says_so(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/documents/board.pdf")
    assert page.status_code == 409
    assert "ไม่ได้แก้คณะกรรมการใด" in page.text


def test_the_review_file_has_decisions_comments_and_history(client, db, office):
    proposal_id = bring_to(db.session, office, State.CHANGES_REQUESTED)
    reviewer = office.reviewers[0]
    comments.add(
        db.session,
        user=reviewer,
        proposal_id=proposal_id,
        body="แผนใด <b>",
        seen_draft=1,
        where=Where("s5.p1", "เสนอแผน"),
    )
    client.sign_in(office.reader)
    text = "".join(text_of(client.get(f"/proposals/{proposal_id}/documents/review.pdf"), "pdf").split())
    draft_hash = db.session.get_one(Proposal, proposal_id).content_hash
    for words in ("แก้เลขข้อ", "แผนใด<b>", "ถ้อยคำ“เสนอแผน”", "สร้างข้อเสนอ", draft_hash[:12]):
        assert words in text, words


def test_the_print_page_offers_every_kind(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    page = client.get(f"/proposals/{proposal_id}/print").text
    for kind in KINDS:
        for form in FORMS:
            assert f"/proposals/{proposal_id}/documents/{kind}.{form}" in page


def test_documents_are_thai_on_an_english_page(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    office.reader.language = "en"
    db.session.commit()
    client.sign_in(office.reader)
    text = text_of(client.get(f"/proposals/{proposal_id}/documents/changes.docx"), "docx")
    assert "กำลังตรวจ" in text
    assert "In review" not in text
