"""Reading an act and bringing one in, through the pages."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from blueprints.acts.parcel import pack
from blueprints.acts.sentences import MENDS, ODDITIES
from law import reading
from law.edit import Edit
from models.act import Act, Edition
from models.proposal import Topic
from models.user import User
from review.workflow import Role
from services.acts import editions, storing
from services.drafting import proposals
from tests.conftest import CheckedClient
from tests.pages import parse, words

TEXT = """พระราชบัญญัติ
ส่งเสริมเรือพาย
พ.ศ. ๒๕๖๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติส่งเสริมเรือพาย พ.ศ. ๒๕๖๐”

มาตรา ๒  ในพระราชบัญญัตินี้

“เรือพาย” หมายความว่า เรือที่เคลื่อนด้วยแรงคน

หมวด ๑
คณะกรรมการเรือพาย

มาตรา ๓  ให้มีคณะกรรมการ ประกอบด้วย

(๑) รัฐมนตรี เป็นประธานกรรมการ

(๒) ผู้แทนเจ้าของเรือพาย จำนวนสองคน เป็นกรรมการ

มาตรา ๔  กรรมการตามมาตรา ๓ (๒) อยู่ในตำแหน่งคราวละสามปี

มาตรา ๕  (ยกเลิก)
"""
DAY = date(2017, 3, 1)
Make = Callable[..., User]


@pytest.fixture
def act(db) -> Act:
    edition = storing.add_act(db.session, user=None, slug="paddle", source=TEXT, in_force_from=DAY, confirmed=True)
    return edition.act


@pytest.fixture
def reader(client: CheckedClient, make_user: Make) -> CheckedClient:
    client.sign_in(make_user(Role.READER))
    return client


@pytest.fixture
def admin(client: CheckedClient, make_user: Make) -> CheckedClient:
    client.sign_in(make_user(Role.ADMIN))
    return client


def sent(**fields: object) -> dict[str, object]:
    return {"act": "", "text": TEXT, "in_force_from": "2017-03-01", "slug": "paddle", **fields}


def import_text(client: CheckedClient, **fields: object):
    page = client.get("/acts/import").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    data = sent(csrf_token=token, **fields)
    if "file" in fields:
        data["file"] = FileStorage(io.BytesIO(fields["file"]), filename="act.txt")
    boundary, body = encode_multipart(data)  # the client's own way leaves a large body's temporary file open
    return client.post("/acts/import", data=body, content_type=f"multipart/form-data; boundary={boundary}")


def stored(db) -> int:
    return db.session.query(Edition).count()


# --- reading ---


def test_every_unit_of_the_act_has_its_address_as_id(reader: CheckedClient, act: Act) -> None:
    page = reader.get("/acts/paddle").text
    tree = editions.tree(act.editions[0])
    missing = [address for address in tree.places() if f'id="{address}"' not in page]
    assert not missing
    assert 'id="s2.def:เรือพาย"' in page


def test_a_citation_leads_to_what_it_cites(reader: CheckedClient, act: Act) -> None:
    link = '<a class="cite" href="#s3.p1.i2" title="มาตรา ๓ วรรคหนึ่ง (๒): (๒) ผู้แทนเจ้าของเรือพาย จำนวนสองคน เป็นกรรมการ">'
    assert link in reader.get("/acts/paddle").text


def test_a_defined_word_leads_to_its_definition(reader: CheckedClient, act: Act) -> None:
    page = reader.get(f"/acts/{act.slug}").text
    term = re.search(r'<a class="defined" href="#([^"]+)" title="“([^”]+)”[^"]*">([^<]+)</a>', page)
    assert term
    assert f'id="{term[1]}"' in page
    assert term[2] == term[3]


def test_a_repealed_section_is_shown_as_such(reader: CheckedClient, act: Act) -> None:
    assert '<article class="section repealed" id="s5">' in reader.get("/acts/paddle").text


@pytest.mark.parametrize("label", ["3", "๓", "มาตรา ๓", " ๓ "])
def test_going_to_a_section_by_its_label(reader: CheckedClient, act: Act, label: str) -> None:
    answer = reader.get("/acts/paddle", query_string={"go": label})
    assert answer.status_code == 302
    assert answer.location.endswith("/acts/paddle#s3")


def test_a_section_that_is_not_there_is_said_at_the_field(reader: CheckedClient, act: Act) -> None:
    answer = reader.get("/acts/paddle", query_string={"go": "๙๙"})
    assert answer.status_code == 404
    assert "ไม่พบ “๙๙” ในกฎหมายนี้" in answer.text


def test_the_latest_edition_in_force_is_shown_and_earlier_ones_can_be_opened(
    reader: CheckedClient, act: Act, db
) -> None:
    later = TEXT.replace("สามปี", "สี่ปี")
    storing.add_edition(db.session, user=None, act=act, source=later, in_force_from=date(2020, 1, 1), confirmed=True)
    assert "คราวละสี่ปี" in reader.get("/acts/paddle").text
    earlier = reader.get("/acts/paddle?edition=1").text
    assert "คราวละสามปี" in earlier
    assert "นี่ไม่ใช่ข้อความฉบับล่าสุด" in earlier


@pytest.mark.parametrize("address", ["/acts/none", "/acts/paddle?edition=7", "/acts/paddle?edition=x"])
def test_an_unknown_act_or_edition_is_404(reader: CheckedClient, act: Act, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_only_drafters_are_invited_to_propose(client: CheckedClient, make_user: Make, act: Act) -> None:
    client.sign_in(make_user(Role.READER))
    assert "เสนอแก้ไขตรงนี้" not in client.get("/acts/paddle").text
    client.sign_in(make_user(Role.DRAFTER))
    assert "/proposals/new?act=paddle&amp;unit=s3" in client.get("/acts/paddle").text


def test_the_margin_names_who_proposes_to_change_a_section(
    client: CheckedClient, make_user: Make, act: Act, db
) -> None:
    drafter = client.sign_in(make_user(Role.DRAFTER, name="กานดา ร่างดี"))
    made = proposals.create(db.session, user=drafter, act=act, topic=Topic.BOARD, title="เพิ่มผู้แทนชาวนา")
    edits = [Edit("s4", "กรรมการตามมาตรา ๓ (๒) อยู่ในตำแหน่งคราวละสี่ปี")]
    proposals.save_draft(db.session, user=drafter, proposal_id=made.id, seen_revision=0, edits=edits)
    page = parse(client.get("/acts/paddle").text)
    marked = {
        section.get("id"): words(mark)
        for section in page.iter("article")
        for mark in section.iter("a")
        if mark.get("class") == "margin-mark"
    }
    assert marked == {"s4": "เพิ่มผู้แทนชาวนา ร่าง · วันนี้ กานดา ร่างดี"}
    client.sign_in(make_user(Role.READER))
    assert "เพิ่มผู้แทนชาวนา" not in client.get("/acts/paddle").text  # not submitted yet


def test_a_demonstration_says_that_it_is_one(reader: CheckedClient, db) -> None:
    storing.add_act(
        db.session, user=None, slug="demo", source=TEXT, in_force_from=DAY, is_demonstration=True, confirmed=True
    )
    for address in ("/acts/", "/acts/demo", "/"):
        assert "ฉบับสาธิต ไม่ใช่ตัวบทกฎหมายอย่างเป็นทางการ" in reader.get(address).text


# --- bringing in ---


def test_the_preview_shows_the_tree_and_the_ledger_and_stores_nothing(admin: CheckedClient, db) -> None:
    answer = import_text(admin)
    assert answer.status_code == 200
    assert 'id="s3.p1.i2"' in answer.text
    assert "เหลือ ๐" in answer.text
    assert stored(db) == 0


def test_what_was_previewed_is_stored_letter_for_letter(admin: CheckedClient, db) -> None:
    answer = import_text(admin, step="store", confirmed="y")
    assert answer.status_code == 302
    edition = db.session.query(Edition).one()
    assert edition.source_text == TEXT
    assert edition.act.slug == "paddle"
    assert edition.in_force_from == DAY


def parcel(page: str) -> str:
    return page.partition('name="parcel" value="')[2].partition('"')[0]


@pytest.mark.parametrize("text", [TEXT, "\n\n" + TEXT, TEXT.replace("“", "\x93"), TEXT + "\ufeff \u200b"])
def test_what_the_preview_carries_on_is_stored_letter_for_letter(admin: CheckedClient, db, text: str) -> None:
    carried = parcel(import_text(admin, text=text).text)
    answer = import_text(admin, text="", parcel=carried, step="store", confirmed="y")
    assert answer.status_code == 302
    assert db.session.query(Edition).one().source_text == text


@pytest.mark.parametrize("forged", ["x", "eJw=", pack("ก" * 7_000_000)])
def test_a_forged_parcel_stores_nothing(admin: CheckedClient, db, forged: str) -> None:
    assert import_text(admin, text="", parcel=forged, step="store", confirmed="y").status_code == 400
    assert stored(db) == 0


def test_a_thai_code_page_is_recognised(admin: CheckedClient, db) -> None:
    answer = import_text(admin, text="", file=TEXT.encode("cp874"))
    assert answer.status_code == 200
    assert "คณะกรรมการเรือพาย" in answer.text


def test_the_next_edition_of_an_act(admin: CheckedClient, act: Act, db) -> None:
    later = TEXT.replace("สามปี", "สี่ปี")
    answer = import_text(
        admin, act="paddle", text=later, slug="", in_force_from="2020-01-01", step="store", confirmed="y"
    )
    assert answer.status_code == 302
    assert [edition.number for edition in act.editions] == [1, 2]


def test_the_same_text_twice_is_refused_and_kept(admin: CheckedClient, act: Act, db) -> None:
    answer = import_text(admin, act="paddle", step="store", confirmed="y")
    assert answer.status_code == 400
    assert "จึงไม่ได้บันทึกซ้ำ" in answer.text
    assert stored(db) == 1


def test_a_taken_name_is_said_at_its_field(admin: CheckedClient, act: Act, db) -> None:
    answer = import_text(admin, text=TEXT + "\nมาตรา ๖  ใหม่", step="store", confirmed="y")
    assert answer.status_code == 400
    assert "มีกฎหมายที่ใช้ชื่อสั้นนี้แล้ว" in answer.text
    assert 'id="slug-error"' in answer.text


ODD = "ประกาศเรื่องหนึ่ง\n\nข้อความที่ไม่มีมาตราเลย"


def test_an_odd_text_is_stored_only_when_a_person_confirms(admin: CheckedClient, db) -> None:
    refused = import_text(admin, text=ODD, step="store")
    assert refused.status_code == 400
    assert 'id="confirmed-error"' in refused.text
    assert ODD.splitlines()[2] in refused.text
    assert stored(db) == 0
    assert import_text(admin, text=ODD, step="store", confirmed="y").status_code == 302
    assert stored(db) == 1


@pytest.mark.parametrize(
    "text",
    [
        ODD,
        "มาตรา ๑  ก\n\nมาตรา ๑  ข\n\nมาตรา ๒  “ค",  # no title, a label twice, a quotation that does not end
        "ก",
        "<script>alert(1)</script> <!--marks:s1-->\n\nมาตรา ๑  <b>ก</b> <!--marks:s1-->",
    ],
)
def test_odd_texts_are_shown_as_read(admin: CheckedClient, db, text: str) -> None:
    assert import_text(admin, text=text).status_code == 200
    stored_at = import_text(admin, text=text, step="store", confirmed="y")
    assert stored_at.status_code == 302
    page = admin.get(stored_at.location)
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<b>" not in page.text.partition("act-text")[2]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": ""}, "วางข้อความ หรือเลือกไฟล์"),
        ({"text": "  \n "}, "ไม่ใช่ข้อความ"),
        ({"text": "มาตรา ๑\x00 ก"}, "อักขระที่ไม่ใช่ตัวหนังสือ"),
        ({"text": "", "file": bytes(range(256)) * 40}, "ไม่ใช่ข้อความ"),
        ({"text": "ก" * 300_000}, "ข้อความยาวเกินไป"),
        ({"in_force_from": ""}, "เลือกวันที่เริ่มใช้บังคับ"),
        ({"in_force_from": "31/12/2560"}, "in_force_from-error"),
        ({"slug": "มีไทย"}, "ใช้อักษร a–z"),
        ({"act": "none"}, "act-error"),
    ],
)
def test_bad_input_is_said_at_the_field_and_stores_nothing(
    admin: CheckedClient, db, fields: dict[str, object], sentence: str
) -> None:
    answer = import_text(admin, step="store", confirmed="y", **fields)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert 'id="error-summary"' in answer.text
    assert stored(db) == 0


def test_what_was_pasted_is_kept_when_the_date_is_missing(admin: CheckedClient) -> None:
    assert "คณะกรรมการเรือพาย" in import_text(admin, in_force_from="").text


def test_twenty_megabytes_of_one_line_are_refused_at_the_field(admin: CheckedClient, db) -> None:
    answer = import_text(admin, text="", file=b"a" * 20_000_000)
    assert answer.status_code == 413
    assert 'id="file-error"' in answer.text
    assert stored(db) == 0


def test_only_who_may_import_opens_the_import(reader: CheckedClient) -> None:
    assert reader.get("/acts/import").status_code == 403


@pytest.mark.parametrize(
    ("known", "pattern"), [(ODDITIES, r'Oddity\(\s*"([a-z_]+)"'), (MENDS, r'note\(\s*"([a-z_]+)"')]
)
def test_every_code_of_the_reader_has_a_sentence(known: dict[str, object], pattern: str) -> None:
    sources = [path.read_text() for path in Path(reading.__file__).parent.glob("*.py")]
    codes = {code for source in sources for code in re.findall(pattern, source)}
    assert codes
    assert codes <= known.keys()


# --- the command line ---


def test_import_from_the_command_line(app, db, tmp_path) -> None:
    file = tmp_path / "act.txt"
    file.write_text(TEXT)
    run = app.test_cli_runner().invoke(
        args=["act", "import", str(file), "--in-force-from", "2017-03-01", "--slug", "paddle", "--confirm"]
    )
    assert run.exit_code == 0, run.output
    assert "5 sections" in run.output
    assert db.session.query(Act).one().slug == "paddle"


def test_the_command_line_refuses_what_is_no_text(app, db, tmp_path) -> None:
    file = tmp_path / "act.bin"
    file.write_bytes(bytes(range(256)) * 40)
    run = app.test_cli_runner().invoke(args=["act", "import", str(file), "--in-force-from", "2017-03-01"])
    assert run.exit_code == 1
    assert "not stored" in run.output
    assert stored(db) == 0
