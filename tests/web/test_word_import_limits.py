"""Word files that are too much, of another kind, or of another law: a sentence for each, and in a few seconds."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from models.proposal import Proposal
from review.workflow import State
from services.drafting import codrafters
from services.people.visibility import last_draft
from services.reviewing import comments
from tests.documents.word_edits import WHO, Editor, W, repacked
from tests.services.office import bring_to, open_office
from tests.web.test_word_import import confirm, drafts, edited, fetched, part, send

_SECONDS = 10  # of a request, on a machine that others use as well; alone it is under three


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def proposal_id(db, office) -> int:
    return bring_to(db.session, office, State.DRAFT)


def changes(editor: Editor) -> None:
    """50,000 tracked changes in one paragraph."""
    paragraph = editor.paragraph("เสนอแผน")
    for number in range(25_000):
        for tag, text in (("ins", "t"), ("del", "delText")):
            run = etree.SubElement(etree.SubElement(paragraph, f"{W}{tag}", WHO), f"{W}r")
            etree.SubElement(run, f"{W}{text}").text = f"คำ{number % 10}"


def sections(editor: Editor) -> None:
    for number in range(400, 0, -1):
        editor.insert_after("เสนอแผน", f"มาตรา ๕/{number} ข้อความ")


def remarks(editor: Editor) -> None:
    for number in range(201):
        editor.comment("ปลัดกระทรวง", f"ทำไม {number}", number=str(1000 + number))


@pytest.mark.parametrize(
    ("change", "status", "sentence"),
    [
        (changes, 200, "แก้ใน Word โดย ทนาย &lt;นอก&gt; ๒๒ พฤศจิกายน พ.ศ. ๒๕๖๙"),
        (lambda editor: editor.insert_after("เสนอแผน", "ก" * 1_000_000), 400, "ยาวเกินไป"),
        (lambda editor: editor.insert_after("เสนอแผน", "มาตรา ๕" + " " * 1_000_000 + "ก"), 200, "ขึ้นต้นด้วยเลขที่มีอยู่แล้ว"),
        (lambda editor: editor.insert_after("เสนอแผน", "หมวด ๑ " + "[" * 200_000), 400, "ยาวเกินไป"),
        (sections, 400, "เพิ่มมาตราและหมวดเกิน ๒๐๐ แห่ง"),
        (remarks, 400, "ความเห็นเกิน ๒๐๐ ข้อ"),
    ],
    ids=["changes", "paragraph", "spaces", "brackets", "sections", "remarks"],
)
def test_what_is_too_much(client, office, proposal_id, change: Callable[[Editor], object], status, sentence):
    client.sign_in(office.owner)
    editor = Editor(fetched(client, proposal_id))
    change(editor)
    raw, began = editor.save(), time.process_time()
    page = send(client, proposal_id, raw)
    assert time.process_time() - began < _SECONDS
    assert (page.status_code, sentence in page.text) == (status, True)


def odt() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", "<office/>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "ใส่รหัสผ่านไว้ หรือเป็น .doc"), (odt(), "OpenDocument")],
)
def test_files_of_another_kind(client, office, proposal_id, raw, sentence):
    client.sign_in(office.owner)
    page = send(client, proposal_id, raw)
    assert (page.status_code, sentence in page.text) == (400, True)


def test_strict_files_and_documents_under_another_name_are_read(client, office, proposal_id):
    def strict(parts: dict[str, bytes]) -> None:
        usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        raw = parts.pop("word/document.xml")
        parts["word/document2.xml"] = raw.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"word/document2.xml")

    client.sign_in(office.owner)
    page = send(client, proposal_id, repacked(edited(fetched(client, proposal_id)), strict))
    assert (page.status_code, "และงบประมาณ" in page.text) == (200, True)


def no_origin(parts: dict[str, bytes]) -> None:
    del parts["docProps/custom.xml"]


def of_another_law(count: int) -> Callable[[dict[str, bytes]], None]:
    rows = "".join(f"<w:p><w:r><w:t>มาตรา {n} เรื่องอื่นข้อ {n}</w:t></w:r></w:p>" for n in range(1, count + 1))
    return part("word/document.xml", f'<w:document xmlns:w="{W[1:-1]}"><w:body>{rows}</w:body></w:document>'.encode())


def test_another_law_is_refused_and_single_sections_are_looked_at(client, db, office, proposal_id):
    client.sign_in(office.owner)
    raw = repacked(fetched(client, proposal_id), no_origin)
    page = send(client, proposal_id, repacked(raw, of_another_law(6)))
    assert (page.status_code, "น่าจะเป็นเอกสารเรื่องอื่น" in page.text) == (400, True)
    page = send(client, proposal_id, repacked(raw, of_another_law(2)))
    assert (page.status_code, "ไฟล์นี้ไม่บอกว่าทำจากร่างใด" in page.text) == (200, True)
    assert drafts(db, proposal_id) == 1


def test_long_words_without_a_place_come_as_several_comments(client, db, office, proposal_id):
    client.sign_in(office.owner)
    editor = Editor(fetched(client, proposal_id))
    editor.insert_after("เสนอแผน", "มาตรา ๔ " + "ซ้ำ" * 15_000)
    page = send(client, proposal_id, editor.save())
    assert confirm(client, proposal_id, page.text).location.endswith("/discussion")
    threads = comments.list_threads(db.session, proposal=db.session.get_one(Proposal, proposal_id))
    assert sum(thread.first.body.count("ซ้ำ") for thread in threads) >= 14_990
    again = send(client, proposal_id, editor.save())
    assert "ไม่มีสิ่งใดให้นำเข้า" in again.text


def test_only_who_changed_the_file_is_named(client, office, proposal_id):
    """The paper has marks of its own, in the name of the draft's author."""
    client.sign_in(office.owner)
    editor = Editor(fetched(client, proposal_id))
    assert "เจ้าของ" in {one.get(f"{W}author") for one in editor.document.iter(f"{W}ins", f"{W}del")}
    editor.replace("เสนอแผน", "เสนอแผนและงบประมาณ")
    editor.replace("กึ่งหนึ่ง", "สองในสาม", tracked=False)
    page = send(client, proposal_id, editor.save())
    assert "ผู้แก้หรือแสดงความเห็น: ทนาย &lt;นอก&gt;</p>" in page.text
    assert "แก้ใน Word โดย ทนาย &lt;นอก&gt; ๒๒ พฤศจิกายน พ.ศ. ๒๕๖๙</p>" in page.text
    assert page.text.count("จึงไม่รู้ว่าผู้ใดแก้") == 1


def test_answers_and_closed_comments_come_as_they_are(client, db, office, proposal_id):
    client.sign_in(office.owner)
    editor = Editor(fetched(client, proposal_id))
    editor.comment("ปลัดกระทรวง", "กระทรวงใด", number="1")
    editor.comment("เสนอแผน", "พอแล้ว", number="2")
    editor.comment("ปลัดกระทรวง", "ทุกกระทรวง", author="ผู้ตอบ", number="3")
    w14, w15 = ("http://schemas.microsoft.com/office/word/20" + year for year in ("10/wordml", "12/wordml"))
    for comment in editor.comments.iter(f"{W}comment"):
        comment.find(f"{W}p").set(f"{{{w14}}}paraId", f"A{comment.get(f'{W}id')}")
    extended = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="A2" w15:done="1"/>'
        '<w15:commentEx w15:paraId="A3" w15:paraIdParent="A1" w15:done="0"/></w15:commentsEx>'
    )
    page = send(client, proposal_id, editor.save(part("word/commentsExtended.xml", extended.encode())))
    assert "ตอบความเห็นก่อนหน้า" in page.text
    assert "ปิดแล้วใน Word" in page.text
    assert confirm(client, proposal_id, page.text).status_code == 302
    first, second = comments.list_threads(db.session, proposal=db.session.get_one(Proposal, proposal_id))
    assert [reply.body for reply in first.replies] == ["จาก Word: ผู้ตอบ\nทุกกระทรวง"]
    assert (first.first.resolved_at, second.first.resolved_at is not None) == (None, True)


def test_who_is_named_a_codrafter_may_bring_it_in(client, db, office, proposal_id):
    client.sign_in(office.owner)
    raw = edited(fetched(client, proposal_id))
    client.sign_in(office.codrafter)
    assert send(client, proposal_id, raw).status_code == 404
    codrafters.name_codrafters(
        db.session, user=office.owner, proposal_id=proposal_id, codrafters=[office.codrafter.id], seen=[]
    )
    page = send(client, proposal_id, raw)
    assert (page.status_code, confirm(client, proposal_id, page.text).status_code) == (200, 302)
    db.session.expire_all()
    assert last_draft(db.session, db.session.get_one(Proposal, proposal_id)).author_id == office.codrafter.id


# Authors write as long as the proposal is open; a decided one takes nothing more.
STATES = {
    State.DRAFT: 200,
    State.SUBMITTED: 200,
    State.IN_REVIEW: 200,
    State.CHANGES_REQUESTED: 200,
    State.APPROVED: 403,
    State.REJECTED: 403,
    State.WITHDRAWN: 403,
}


@pytest.mark.parametrize(("state", "status"), STATES.items())
def test_it_is_bound_to_the_state(client, db, office, state, status):
    proposal_id = bring_to(db.session, office, state)
    client.sign_in(office.owner)
    raw = edited(fetched(client, proposal_id))
    page = send(client, proposal_id, raw)
    assert page.status_code == status
    before = drafts(db, proposal_id)
    stored = send(client, proposal_id, raw, do="store", seen_draft=str(before))
    assert (stored.status_code == 302) == (status == 200)
    assert drafts(db, proposal_id) - before == (status == 200)
