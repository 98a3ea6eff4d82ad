"""The page that takes a Word file back: who may, what it shows before anything is stored, and what it refuses."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from models.proposal import Proposal
from review.workflow import State
from services.reviewing import comments
from tests.documents.word_edits import Editor, repacked
from tests.services.office import bring_to, open_office, propose, write

HOSTILE_XML = (
    b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="w">&x;</w:document>'
)


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def proposal_id(db, office) -> int:
    return bring_to(db.session, office, State.DRAFT)


def fetched(client, proposal_id: int, kind: str = "act") -> bytes:
    response = client.get(f"/proposals/{proposal_id}/documents/{kind}.docx")
    assert response.status_code == 200
    return response.data


def send(client, proposal_id: int, raw: bytes, name: str = "กลับมา.docx", **form: object):
    data = {"file": (io.BytesIO(raw), name), "do": "look", **form}
    return client.post(f"/proposals/{proposal_id}/word", data=data, content_type="multipart/form-data")


def confirm(client, proposal_id: int, page: str, **form: object):
    fields = dict(re.findall(r'<input type="hidden" name="(parcel|seen_draft)" value="([^"]*)">', page))
    return client.post(f"/proposals/{proposal_id}/word", data={**fields, "do": "store", **form})


def edited(raw: bytes) -> bytes:
    editor = Editor(raw)
    editor.replace("เสนอแผน", "เสนอแผนและงบประมาณ")
    editor.comment("ปลัดกระทรวง", "กระทรวงใด <b>")
    return editor.save()


def drafts(db, proposal_id: int) -> int:
    db.session.expire_all()
    return db.session.get_one(Proposal, proposal_id).draft_count


@pytest.mark.parametrize("kind", ["changes", "act", "clean"])
def test_out_and_back_with_a_look_before(client, db, office, proposal_id, kind):
    client.sign_in(office.owner)
    raw = fetched(client, proposal_id, kind)
    untouched = send(client, proposal_id, raw)
    assert untouched.status_code == 200
    assert "ไม่มีสิ่งใดให้นำเข้า" in untouched.text
    editor = Editor(raw)
    editor.replace("เสนอแผน", "เสนอแผนและงบประมาณ")
    editor.comment("คณะกรรมการมีหน้าที่", "เหตุใด <b>")
    page = send(client, proposal_id, editor.save())
    assert page.status_code == 200
    assert "และงบประมาณ" in page.text
    assert "เหตุใด &lt;b&gt;" in page.text
    assert "ทนาย &lt;นอก&gt;" in page.text
    assert drafts(db, proposal_id) == 1
    done = confirm(client, proposal_id, page.text)
    assert done.status_code == 302
    assert done.location.endswith(f"/proposals/{proposal_id}/compare")
    assert "สร้างร่างครั้งที่ ๒ จากไฟล์ Word แล้ว พร้อมความเห็น ๑ ข้อ" in client.get(done.location).text
    assert drafts(db, proposal_id) == 2
    (thread,) = comments.list_threads(db.session, proposal=db.session.get_one(Proposal, proposal_id))
    assert thread.first.body.startswith("จาก Word: ทนาย <นอก>")
    assert thread.first.address.startswith("s5.p1")


def test_only_comments_leave_the_draft_as_it_is(client, db, office, proposal_id):
    client.sign_in(office.owner)
    editor = Editor(fetched(client, proposal_id))
    editor.comment("ปลัดกระทรวง", "กระทรวงใด")
    page = send(client, proposal_id, editor.save())
    assert "นำความเห็นเข้ามา" in page.text
    assert confirm(client, proposal_id, page.text).location.endswith("/discussion")
    assert drafts(db, proposal_id) == 1


def test_an_older_file_says_so_and_lets_choose(client, db, office, proposal_id):
    client.sign_in(office.owner)
    raw = edited(fetched(client, proposal_id))
    write(db.session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่อื่น")
    page = send(client, proposal_id, raw).text
    assert "ไฟล์นี้ทำจากร่างครั้งที่ ๑" in page
    assert "ร่างล่าสุดคือครั้งที่ ๒" in page
    assert 'name="take" value="s5"' in page
    assert confirm(client, proposal_id, page, take="s5").status_code == 302
    assert "งบประมาณ" in client.get(f"/proposals/{proposal_id}/compare").text


def test_a_draft_saved_meanwhile_is_looked_at_again(client, db, office, proposal_id):
    client.sign_in(office.owner)
    page = send(client, proposal_id, edited(fetched(client, proposal_id))).text
    write(db.session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่อื่น")
    again = confirm(client, proposal_id, page)
    assert again.status_code == 409
    assert "มีผู้บันทึกร่างใหม่" in again.text
    assert drafts(db, proposal_id) == 2


def test_a_file_of_another_proposal_is_refused(client, db, office, proposal_id):
    other = propose(db.session, office, title="อื่น")
    write(db.session, office.owner, other, "อีกอย่าง")
    client.sign_in(office.owner)
    page = send(client, proposal_id, fetched(client, other))
    assert page.status_code == 400
    assert "ทำจากข้อเสนออื่น" in page.text
    table = send(client, proposal_id, fetched(client, proposal_id, "table"))
    assert "เอกสารชนิดนี้นำกลับไม่ได้" in table.text


def part(name: str, content: bytes):
    def change(parts: dict[str, bytes]) -> None:
        parts[name] = content

    return change


def relation(target: str):
    def change(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        entry = f'<Relationship Id="rIdX" Type="http://x/attachedTemplate" Target="{target}" TargetMode="External"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", entry.encode())

    return change


def macro_type(parts: dict[str, bytes]) -> None:
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(b"wordprocessingml.document.main", b"wordprocessingml.document.macroEnabled.main")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (part("word/vbaProject.bin", b"x"), "มีแมโคร"),
        (macro_type, "มีแมโคร"),
        (relation("http://127.0.0.1:9/t.dotm"), "อยู่นอกไฟล์"),
        (relation("file:///etc/passwd"), "อยู่นอกไฟล์"),
        (part("word/document.xml", HOSTILE_XML), "DOCTYPE"),
        (part("word/comments.xml", HOSTILE_XML), "DOCTYPE"),
        (part("word/document.xml", b"<broken"), "อ่านไฟล์นี้ไม่ได้"),
        (part("word/document.xml", b"<x/>"), "ไม่พบมาตราใด"),
        (part("word/document.xml", b" " * 31_000_000), "ใหญ่เกินไป"),
        (lambda parts: parts.pop("word/document.xml"), "อ่านไฟล์นี้ไม่ได้"),
    ],
)
def test_hostile_files_are_refused_in_a_sentence(client, office, proposal_id, change, sentence):
    client.sign_in(office.owner)
    page = send(client, proposal_id, repacked(fetched(client, proposal_id), change))
    assert page.status_code == 400
    assert sentence in page.text


def test_a_bomb_is_refused_before_it_is_unpacked(client, office, proposal_id):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(6):
            file.writestr(f"word/{number}.xml", b"0" * 29_000_000)
    client.sign_in(office.owner)
    page = send(client, proposal_id, held.getvalue())
    assert (page.status_code, "ใหญ่เกินไป" in page.text) == (400, True)


@pytest.mark.parametrize(
    ("raw", "sentence"), [(b"", "อ่านไฟล์นี้ไม่ได้"), (b"%PDF-1.7", "อ่านไฟล์นี้ไม่ได้"), (b"PK\x03\x04" + b"0" * 1000, "ใหญ่เกินไป")]
)
def test_what_is_no_word_file(client, office, proposal_id, raw, sentence, monkeypatch):
    monkeypatch.setattr("services.word.importing.LONGEST_FILE", 1000)
    client.sign_in(office.owner)
    page = send(client, proposal_id, raw)
    assert (page.status_code, sentence in page.text) == (400, True)
    nothing = client.post(f"/proposals/{proposal_id}/word", data={"parcel": "?", "do": "store"})
    assert (nothing.status_code, "เลือกไฟล์ Word" in nothing.text) == (400, True)


def test_who_may(client, db, office, proposal_id):
    client.sign_in(office.owner)
    raw = edited(fetched(client, proposal_id))
    expected = {office.owner: 200, office.codrafter: 404, office.both: 404}
    for user in office.everybody:
        client.sign_in(user)
        assert send(client, proposal_id, raw).status_code == expected.get(user, 403), user.name
    submitted = bring_to(db.session, office, State.SUBMITTED)
    client.sign_in(office.codrafter)
    page = send(client, submitted, fetched(client, submitted))
    assert page.status_code == 403
    assert "ยังนำเข้าไม่ได้" in page.text


def test_the_print_page_leads_there(client, office, proposal_id):
    client.sign_in(office.owner)
    assert f"/proposals/{proposal_id}/word" in client.get(f"/proposals/{proposal_id}/print").text
