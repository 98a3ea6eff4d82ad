"""Documents as people fetch them: from the print page, each kind in each form, by those who may."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from extensions import db
from law.editing.edit import Edit
from models.proposal import Proposal, Topic
from services.acts import editions
from services.drafting import proposals
from services.people import accounts

pytestmark = pytest.mark.xdist_group("browser")

KINDS = ("changes", "sides", "table", "substance", "bill", "act", "clean", "board", "review")
BEGINS = {"pdf": b"%PDF-1.7", "docx": b"PK\x03\x04"}


def fetch(page: Page, kind: str, form: str) -> tuple[str, bytes]:
    """Press the button; the name of the file that comes, and what is in it."""
    with page.expect_download() as coming:
        page.locator(f"button:not([name])[formaction$='/documents/{kind}.{form}']").click()
    download = coming.value
    return download.suggested_filename, Path(download.path()).read_bytes()


@pytest.mark.parametrize("form", BEGINS)
def test_every_kind_is_fetched_from_the_print_page(browse, axe, form):
    page = browse("reader")
    page.goto("/proposals/2/print")
    axe(page)
    for kind in KINDS:
        name, file = fetch(page, kind, form)
        assert name.endswith(f".{form}")
        assert any("ก" <= sign <= "๛" for sign in name)
        assert file.startswith(BEGINS[form])
    assert "/print" in page.url


@pytest.mark.parametrize("name", ["reader", "drafter", "reviewer1", "secretary", "admin"])
def test_every_role_fetches_what_was_submitted(browse, name):
    page = browse(name)
    page.goto("/proposals/2/print")
    assert fetch(page, "table", "pdf")[1].startswith(BEGINS["pdf"])


def test_what_one_may_not_see_one_does_not_get(browse, site):
    with site.app.app_context():
        session = db.session
        drafter = accounts.find_user(session, "drafter@rangkae.test")
        act = editions.find_act(session, "sme")
        number = proposals.create(session, user=drafter, act=act, topic=Topic.OTHER, title="ยังไม่เสนอ").id
        edits = [Edit("s25", "ผู้อำนวยการมีวาระคราวละห้าปี")]
        proposals.save_draft(session, user=drafter, proposal_id=number, seen_revision=0, edits=edits)
    page = browse("drafter")
    page.goto(f"/proposals/{number}/print")
    assert fetch(page, "changes", "docx")[1].startswith(BEGINS["docx"])
    for form in BEGINS:
        path = f"/proposals/{number}/documents/changes.{form}"
        for name in ("reader", "reviewer1", "admin"):
            assert browse(name).goto(path).status == 404
        nobody = browse()
        nobody.goto(path)
        assert "/sign-in" in nobody.url


def test_the_chosen_versions_are_those_of_the_file(browse):
    page = browse("reader")
    page.goto("/proposals/2/print")
    drafts = page.locator("#new option").count()
    page.locator("#new").select_option("1")
    name, _ = fetch(page, "changes", "pdf")
    assert "ร่างครั้งที่ ๑" in name
    assert drafts > 1


def test_the_package_is_asked_for_with_one_press_and_followed_until_it_is_ready(browse, axe):
    page = browse("reviewer1")
    page.goto("/proposals/2/print")
    page.locator("button[formaction$='/documents/package.zip']").click()
    ready = page.get_by_role("link", name="รับไฟล์")
    ready.wait_for(timeout=60_000)
    axe(page)
    with page.expect_download() as coming:
        ready.click()
    with zipfile.ZipFile(coming.value.path()) as file:
        assert {"manifest.json", "00 ชุดเอกสาร.pdf"} <= set(file.namelist())
    address = page.url
    for name in ("reader", "secretary", "admin"):
        assert browse(name).goto(address).status == 404


def test_a_code_is_typed_in_and_opens_its_draft(browse, site, axe):
    page = browse("reader")
    page.goto("/proposals/2/print")
    page.get_by_role("link", name="ตรวจสอบรหัสบนกระดาษ").first.click()
    axe(page)
    page.get_by_label("รหัส").fill("ไม่ใช่รหัส")
    page.get_by_role("button", name="ตรวจสอบ").click()
    axe(page)
    code = _code_of_the_draft(site)
    page.get_by_label("รหัส").fill(code.upper())
    page.get_by_role("button", name="ตรวจสอบ").click()
    axe(page)
    page.get_by_role("link", name="เปิดร่างนี้").first.click()
    assert "/proposals/2/drafts/" in page.url


def _code_of_the_draft(site) -> str:
    with site.app.app_context():
        return db.session.get_one(Proposal, 2).content_hash[:12]
