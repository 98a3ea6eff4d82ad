"""Bringing in an act through the pages, and from the command line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from blueprints.acts.parcel import pack
from blueprints.acts.sentences import MENDS, ODDITIES
from law import reading
from models.act import Act, Edition
from models.user import User
from review.workflow import Role
from tests.conftest import CheckedClient
from tests.web.paddle import DAY, TEXT, import_text, store, stored

Make = Callable[..., User]


@pytest.fixture
def act(db) -> Act:
    return store(db.session)


@pytest.fixture
def reader(client: CheckedClient, make_user: Make) -> CheckedClient:
    client.sign_in(make_user(Role.READER))
    return client


@pytest.fixture
def admin(client: CheckedClient, make_user: Make) -> CheckedClient:
    client.sign_in(make_user(Role.ADMIN))
    return client


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
        ({"in_force_from": ""}, "ใส่วันที่เริ่มใช้บังคับ"),
        ({"in_force_from": "31/13/2560"}, "in_force_from-error"),
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
