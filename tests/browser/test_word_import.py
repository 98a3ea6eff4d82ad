"""A Word file on its way: fetched, edited by somebody else, brought back, on a telephone as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from extensions import db
from law.editing.edit import Edit
from models.proposal import Topic
from services.acts import editions
from services.drafting import proposals
from services.people import accounts
from tests.documents.word_edits import Editor

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def number(site) -> int:
    with site.app.app_context():
        session = db.session
        drafter = accounts.find_user(session, "drafter@rangkae.test")
        act = editions.find_act(session, "sme")
        made = proposals.create(session, user=drafter, act=act, topic=Topic.OTHER, title="ส่งออกแล้วนำกลับ").id
        text = editions.tree(act.editions[-1]).sections()["s25"].text
        edits = [Edit("s25", f"{text}\nให้ทบทวนความในมาตรานี้ทุกห้าปี")]
        proposals.save_draft(session, user=drafter, proposal_id=made, seen_revision=0, edits=edits)
    return made


def sent_out(page: Page, number: int, to: Path) -> None:
    """Fetched on the print page, edited elsewhere."""
    page.goto(f"/proposals/{number}/print")
    with page.expect_download() as coming:
        page.locator("button[formaction$='/documents/changes.docx']").click()
    editor = Editor(Path(coming.value.path()).read_bytes())
    editor.replace("ห้าปี", "สี่ปี")
    editor.comment("ให้ทบทวน", "เหตุใดสี่ปี")
    to.write_bytes(editor.save())


@pytest.mark.parametrize("width", [1280, 390])
def test_out_and_back(browse, axe, number, tmp_path, width):
    page, file = browse("drafter", viewport={"width": width, "height": 900}), tmp_path / "กลับมา.docx"
    sent_out(page, number, file)
    page.get_by_role("link", name="นำไฟล์ Word กลับเข้ามา").click()
    axe(page)
    page.get_by_label("ไฟล์ Word").set_input_files(file)
    page.get_by_role("button", name="ดูสิ่งที่ไฟล์เปลี่ยน").click()
    expect(page.locator("main ins")).to_contain_text(["สี่"])
    expect(page.get_by_text("เหตุใดสี่ปี")).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="สร้างร่างครั้งที่ ๒ จากไฟล์นี้").click()
    page.wait_for_url("**/compare")
    expect(page.get_by_text("สร้างร่างครั้งที่ ๒ จากไฟล์ Word แล้ว พร้อมความเห็น ๑ ข้อ")).to_be_visible()
