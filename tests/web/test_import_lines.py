"""Bringing in files of every form, and correcting lines before anything is stored."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import docx
import pytest

from blueprints.acts.line_view import CHOICES, KINDS
from blueprints.acts.parcel import pack, unpack
from blueprints.acts.sentences import MISFITS, NOT_TEXT
from law import readers, reading
from law.editing.settled import MARKS, read_settled, settle
from law.parse import read_act
from law.reading.parts import Part
from models.act import Edition
from review.workflow import Role
from tests.conftest import CheckedClient
from tests.law.test_readers import as_akn, zipped
from tests.pages import parse, words
from tests.web.paddle import TEXT, import_text, stored

ODD = """พระราชบัญญัติ
ร่องสวน
พ.ศ. ๒๕๕๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติร่องสวน พ.ศ. ๒๕๕๐”

มาตรา ๒  ให้ขุดร่องตามที่กำหนดใน

มาตรา ๑ และให้กว้างหนึ่งวา

มาตรา ๓  ให้มี (๑) สะพาน (๒) ทางน้ำ

มาตรา ๔  ห้าม “ถม
"""


@pytest.fixture
def admin(client: CheckedClient, make_user) -> CheckedClient:
    client.sign_in(make_user(Role.ADMIN))
    return client


def carried(page: str, name: str) -> str:
    return unescape(re.search(f'name="{name}" value="([^"]*)"', page)[1])


def step(client: CheckedClient, page: str, do: str, **fields: str):
    """Press a button of a page of bringing in."""
    names = ("csrf_token", "act", "in_force_from", "slug", "parcel", "corrected")
    sent = {name: carried(page, name) for name in names}
    return client.post("/acts/import/lines", data={**sent, "do": do, **fields})


def line(page: str, text: str) -> int:
    """The number of the line with these words."""
    rows = [item for item in parse(page).iter("li") if (item.get("id") or "").startswith("line-")]
    return next(int(row.get("id").removeprefix("line-")) for row in rows if text in words(row))


def saved(text: str) -> bytes:
    document = docx.Document()
    for paragraph in text.split("\n"):
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def page_of(text: str) -> bytes:
    lines = "".join(f"<p>{line or '&nbsp;'}</p>" for line in text.split("\n"))
    return f"<html><body><script>alert(1)</script>{lines}</body></html>".encode("cp874")


def akn_of(text: str) -> bytes:
    return as_akn(text).encode()


@pytest.mark.parametrize("written", [saved, page_of, akn_of])
def test_every_form_of_a_file_is_brought_in_as_the_same_act(admin: CheckedClient, db, written) -> None:
    preview = import_text(admin, text="", file=written(TEXT))
    assert preview.status_code == 200
    assert 'id="s3.p1.i2"' in preview.text
    assert import_text(admin, text="", parcel=carried(preview.text, "parcel"), step="store", confirmed="y").location
    assert read_act(db.session.query(Edition).one().source_text).act == read_act(TEXT).act


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (bytes(range(256)) * 40, "สิ่งที่ส่งมาไม่ใช่ข้อความ"),
        (b"\x00" * 50, "ว่าง"),
        (b"PK\x03\x04 broken", "ไม่ใช่เอกสาร Word ที่อ่านได้"),
        (zipped("word/document.xml", b" " * 45_000_000), "ใหญ่เกินกว่าจะเป็นกฎหมาย"),
        (zipped("xl/workbook.xml", b"<a/>"), "ไม่ใช่เอกสาร Word ที่อ่านได้"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, ".docx ก่อน"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"<akomaNtoso><act>", "XML ไม่สมบูรณ์"),
    ],
)
def test_a_file_that_can_not_be_read_is_refused_with_what_to_do(
    admin: CheckedClient, db, file: bytes, sentence: str
) -> None:
    answer = import_text(admin, text="", file=file, step="store", confirmed="y")
    assert answer.status_code == 400
    error = next(each for each in parse(answer.text).iter("p") if each.get("id") == "file-error")
    assert sentence in words(error)
    assert stored(db) == 0


TWICE = TEXT + "\nมาตรา ๕  อีกครั้ง\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ประกาศเรื่องหนึ่ง\n\nข้อความที่ไม่มีมาตราเลย", "ไม่พบมาตราในข้อความนี้"),
        (TWICE, "มีมาตราเลขนี้ซ้ำกัน"),
        (TEXT.replace("คราวละ", "คราว “ละ"), "เครื่องหมายอัญประกาศเปิดปิดไม่ครบคู่"),
        (TEXT.replace("มาตรา ๔", "มาตรา ๔๐"), "เลขมาตราข้ามไป"),
        ("เมนู | www.example.org\n\n" + TEXT, "จัดข้อความเข้าที่ไม่ได้"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp874", "utf-16"])
def test_an_odd_file_is_shown_as_read_and_stored_only_when_confirmed(
    admin: CheckedClient, db, text: str, sentence: str, encoding: str
) -> None:
    preview = import_text(admin, text="", file=text.encode(encoding))
    assert preview.status_code == 200
    assert sentence in preview.text
    assert 'name="confirmed"' in preview.text
    kept = carried(preview.text, "parcel")
    assert import_text(admin, text="", parcel=kept, step="store").status_code == 400
    assert stored(db) == 0
    assert import_text(admin, text="", parcel=kept, step="store", confirmed="y").status_code == 302
    assert stored(db) == 1


@pytest.mark.parametrize("file", [b"a" * 14_000_000, ("ก\n" * 2_600_000).encode()])
def test_what_is_longer_than_any_act_is_refused_before_it_is_read(admin: CheckedClient, db, file: bytes) -> None:
    answer = import_text(admin, text="", file=file, step="store", confirmed="y")
    assert answer.status_code == 400
    assert "ข้อความยาวเกินไป" in answer.text
    assert len(answer.text) < 100_000
    assert stored(db) == 0


@pytest.mark.parametrize("repeated", ["มาตรา ๑  ก\n\n", "มาตรา ๒  “ก\n\n", "(๑) ก\n\n", "[๑] ก\n\n", "หมวด ๑\n\n"])
def test_thousands_of_odd_places_are_shown_in_part_and_said_in_number(admin: CheckedClient, repeated: str) -> None:
    page = import_text(admin, text=repeated * 3_000).text
    assert len(page) < 5_000_000
    assert step(admin, page, "").status_code == 200


def test_soft_breaks_of_a_file_are_soft(admin: CheckedClient) -> None:
    file = TEXT.replace("คราวละสามปี", "คราวละ\r\nสามปี").encode()
    assert "คราวละ สามปี" in import_text(admin, text="", file=file).text


# --- lines ---


def test_what_is_odd_leads_to_its_line(admin: CheckedClient) -> None:
    preview = import_text(admin, text=ODD).text
    page = step(admin, preview, "odd:0")
    assert page.status_code == 200
    assert f'id="line-{line(page.text, "ห้าม “ถม")}"' in page.text
    assert "เครื่องหมายอัญประกาศเปิดปิดไม่ครบคู่" in page.text


def test_lines_are_joined_and_split_and_the_tree_changes(admin: CheckedClient, db) -> None:
    page = step(admin, import_text(admin, text=ODD).text, "").text
    page = step(admin, page, f"join:{line(page, 'มาตรา ๑ และ')}").text
    assert "หายไป: มาตรา ๒ วรรคสอง" in words(parse(page))
    page = step(admin, page, f"open:{line(page, 'ให้มี (๑)')}").text
    assert 'id="words"' in page
    number = line(page, "ให้มี (๑)")
    page = step(admin, page, f"put:{number}", words="มาตรา ๓ ให้มี\r\n(๑) สะพาน\r\n(๒) ทางน้ำ", kind="").text
    assert "เพิ่ม: มาตรา ๓ วรรคหนึ่ง (๑), มาตรา ๓ วรรคหนึ่ง (๒)" in words(parse(page))
    assert "สิ่งที่แก้จากต้นฉบับ ๑ แห่ง" in page
    assert stored(db) == 0

    store = {name: carried(page, name) for name in ("parcel", "corrected")}
    preview = import_text(admin, text="", **store)
    assert 'id="s3.p1.i2"' in preview.text
    assert import_text(admin, text="", step="store", **store).status_code == 400  # a quotation is still open
    assert import_text(admin, text="", step="store", confirmed="y", **store).status_code == 302
    edition = db.session.query(Edition).one()
    assert edition.original_text == ODD
    assert edition.source_text == unpack(store["corrected"])
    shown = admin.get("/acts/paddle").text
    assert 'id="s3.p1.i2"' in shown
    assert "⟦" not in shown
    assert "/acts/paddle/corrections?edition=1" in shown
    removed = [words(each) for each in parse(admin.get("/acts/paddle/corrections").text).iter("del")]
    assert "ตัดออก ⏎ จบส่วนที่ตัดออก" in removed


def test_a_text_stored_as_it_was_brought_in_has_no_corrections(admin: CheckedClient, db) -> None:
    assert import_text(admin, step="store", confirmed="y").status_code == 302
    assert "corrections" not in admin.get("/acts/paddle").text
    assert admin.get("/acts/paddle/corrections").status_code == 404
    assert admin.get("/acts/none/corrections").status_code == 404


def test_a_line_is_said_to_be_something_else(admin: CheckedClient) -> None:
    page = step(admin, import_text(admin, text=ODD).text, "").text
    number = line(page, "มาตรา ๑ และ")
    answer = step(admin, page, f"put:{number}", words="มาตรา ๑ และให้กว้าง", kind="section")
    assert "มีมาตราเลขนี้ซ้ำกัน" in answer.text
    again = step(admin, answer.text, f"open:{number}")
    assert '<option value="section" selected>' in again.text


@pytest.mark.parametrize(("kind", "text"), [("item", "สะพาน"), ("section", "สะพาน"), ("paragraph", "(๑) สะพาน")])
def test_what_a_line_can_not_be_is_said_at_it_and_what_was_typed_is_kept(
    admin: CheckedClient, kind: str, text: str
) -> None:
    page = step(admin, import_text(admin, text=ODD).text, "").text
    answer = step(admin, page, "put:5", words=text, kind=kind)
    assert answer.status_code == 400
    assert 'id="words-error"' in answer.text
    assert carried(answer.text, "corrected") == ""
    assert text in words(next(parse(answer.text).iter("textarea")))


def test_a_line_that_is_no_text_of_the_act_is_left_out(admin: CheckedClient) -> None:
    page = step(admin, import_text(admin, text="เมนู | www.example.org\n\n" + ODD).text, "").text
    assert "เหลือ ๒๐" in page
    answer = step(admin, page, f"put:{line(page, 'เมนู')}", words="เมนู", kind="drop").text
    assert "เหลือ ๐" in answer
    assert "สิ่งที่แก้จากต้นฉบับ ๑ แห่ง" in answer


def test_the_whole_text_is_corrected_in_one_field_and_taken_back(admin: CheckedClient) -> None:
    page = step(admin, import_text(admin, text=ODD).text, "whole").text
    typed = words(next(parse(page).iter("textarea"))) and settle(ODD).replace("ห้าม “ถม", "ห้ามถม")
    page = step(admin, page, "put-whole", whole=typed.replace("\n", "\r\n")).text
    assert "ห้าม “ถม" not in "".join(line.text for line in read_settled(unpack(carried(page, "corrected"))).lines)
    page = step(admin, page, "restart").text
    assert carried(page, "corrected") == ""


@pytest.mark.parametrize(
    "do", ["", "x", "join", "join:0", "join:999", "put:999", "open:999", "odd:999", "show:99999999999", "go", "join:๑"]
)
def test_a_forged_step_changes_nothing(admin: CheckedClient, do: str) -> None:
    page = import_text(admin, text=ODD).text
    answer = step(admin, page, do, words="ก", to="x")
    assert answer.status_code == 200
    assert carried(answer.text, "corrected") == ""


@pytest.mark.parametrize("fields", [{"parcel": ""}, {"parcel": "x"}, {"corrected": "x"}, {"corrected": pack("\0")}])
def test_a_step_without_its_text_starts_again(admin: CheckedClient, fields: dict[str, str]) -> None:
    page = import_text(admin, text=ODD).text
    assert step(admin, page, "join:1", **fields).location == "/acts/import"
    assert admin.get("/acts/import/lines").location == "/acts/import"


@pytest.mark.parametrize(
    "text", ["ก", "<script>alert(1)</script>\n\nมาตรา ๑  <b>ก</b>", "⟦มาตรา⟧", "\u200b\u200bก", "“" * 99]
)
def test_odd_texts_have_lines_too(admin: CheckedClient, text: str) -> None:
    answer = step(admin, import_text(admin, text=text).text, "open:0")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_everything_a_line_can_be_has_a_word(admin: CheckedClient) -> None:
    folders = [Path(module.__file__).parent for module in (readers, reading)]
    sources = "".join(path.read_text() for folder in folders for path in folder.glob("*.py"))
    refusals = set(re.findall(r'NotText\([^)]*?"([a-z_]+)"\s*\)', sources))
    assert len(refusals) > 4
    assert refusals <= NOT_TEXT.keys()
    assert MARKS.keys() == CHOICES.keys() - {"", "drop"}
    assert MISFITS.keys() == MARKS.keys() - {"heading"}
    parts = {part.name.lower() for part in Part} - {"heading", "body", "code"}
    assert parts <= KINDS.keys()


def test_the_command_line_brings_in_a_word_document_and_names_what_it_can_not_read(app, db, tmp_path) -> None:
    file = tmp_path / "act"
    for content, said in ((saved(TEXT), "5 sections"), (b"%PDF-1.4", "PDF"), (b"PK\x03\x04", "package")):
        file.write_bytes(content)
        arguments = ["act", "import", str(file), "--in-force-from", "2017-03-01", "--slug", "paddle", "--confirm"]
        assert said in app.test_cli_runner().invoke(args=arguments).output
    assert stored(db) == 1


def test_while_something_is_typed_no_button_would_lose_it(admin: CheckedClient) -> None:
    page = import_text(admin, text=ODD).text
    for do, allowed in (("open:4", {"put:4", "show:4"}), ("whole", {"put-whole", "show:0"})):
        form = next(each for each in parse(step(admin, page, do).text).iter("form") if "lines" in each.get("action"))
        assert {button.get("value") for button in form.iter("button")} == allowed
