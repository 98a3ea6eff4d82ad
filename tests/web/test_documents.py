"""The documents of a proposal: who may have which, and what comes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from hashlib import sha256
from urllib.parse import unquote

import pypdf
import pytest

from blueprints.papers import files
from law.edit import Edit
from models.proposal import Proposal
from review.workflow import Action, Role, State
from services import comments, proposals
from services.bills import WrittenBill
from services.comments import Where
from tests.services.office import bring_to, do, open_office, propose, write

KINDS = ("changes", "sides", "table", "substance", "bill", "act", "clean", "review")
FORMS = ("pdf", "docx")


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def text_of(response, form: str) -> str:
    if form == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(response.data)).pages
        return re.sub("\u0e4d([่-๋]?)\u0e32", "\\1ำ", "\n".join(page.extract_text() for page in pages))
    with zipfile.ZipFile(io.BytesIO(response.data)) as file:
        return re.sub("<[^>]*>", "", file.read("word/document.xml").decode())


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
    monkeypatch.setattr("services.bills.bill_of_draft", lambda draft: WrittenBill(None))
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


MEMBERS = (
    "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ\n(๓) ผู้แทนช่างทอสี่คน เป็นกรรมการ"
)


def about_a_board(db, office) -> int:
    proposal_id = propose(db.session, office)
    edits = [Edit("s4", MEMBERS)]
    proposals.save_draft(db.session, user=office.owner, proposal_id=proposal_id, seen_revision=0, edits=edits)
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    return proposal_id


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


# --- long ones ------------------------------------------------------------------------------------


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


# --- printed codes --------------------------------------------------------------------------------


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
