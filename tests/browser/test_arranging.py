"""A review from deadline to deadline: voided and given again, handed on, declined, assigned anew, with its checklist."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

import extensions
from review.workflow import Role
from services.people import accounts
from tests.browser.conftest import NARROW, WIDE

pytestmark = pytest.mark.xdist_group("browser")
PROPOSAL = "เพิ่มภาคเกษตรและกระทรวงที่ยังขาดในคณะกรรมการ"


@pytest.fixture
def third(site):
    """A third reviewer, who is in no story."""
    with site.app.app_context():
        accounts.add_user(
            extensions.db.session,
            email="reviewer3@rangkae.test",
            name="สมชาย รอบคอบ",
            password="an even longer one",
            roles=frozenset({Role.REVIEWER}),
        )


def approve(page: Page, path: str, axe) -> None:
    """Try without answers, then tick every line; the second that it does not apply."""
    page.goto(f"{path}/do/approve")
    axe(page)
    page.locator("main form.form button.primary").click()
    expect(page.get_by_text("ตอบรายการตรวจให้ครบก่อน").first).to_be_visible()
    axe(page)
    for line in page.locator(".checklist-line").all():
        line.get_by_label("ใช่", exact=True).check()
    second = page.locator(".checklist-line").nth(1)
    second.get_by_label("ไม่เกี่ยวข้อง", exact=True).check()
    second.locator("input:not([type=radio], [type=hidden])").fill("ไม่มีกรรมการโดยตำแหน่งเพิ่ม")
    page.locator("#reason").fill("เห็นชอบโดยมีข้อสังเกต")
    page.locator("main form.form button.primary").click()
    page.wait_for_url(re.compile(r"/proposals/\d+$"))


def ask_for_a_checklist_and_a_deadline(page, axe):
    """By the secretary; the proposal's path."""
    page.goto("/desk/acts/sme/board")
    axe(page)
    page.locator("#checklist_required").check()
    page.locator("main form.form button.primary").click()
    page.wait_for_url("**/desk/**")
    axe(page)
    row = page.locator("li.row", has_text=PROPOSAL)
    row.locator("a.button").click()
    page.locator("#due").fill("๕")
    axe(page)
    page.locator("main form.form button.primary").click()
    page.wait_for_url(re.compile(r"/proposals/\d+$"))
    path = re.search(r"/proposals/\d+", page.url)[0]
    expect(page.locator(".proposal-head")).to_contain_text("เหลือ ๕ วันทำการ")
    return path


def write_another_draft(page, path):
    """By the drafter: what was approved is void."""
    page.goto(f"{path}/text")
    area = page.locator("textarea[data-unit=s8]")
    area.fill(area.input_value().replace("คราวละสองปี", "คราวละสามปี"))
    page.locator("button[name=do][value=draft]").first.click()
    page.wait_for_url(re.compile(r"/compare|/proposals/\d+$"))


def approve_what_changed_since(page, path, axe):
    """By a reviewer who had approved."""
    page.goto("/")
    page.locator("li.row", has_text=PROPOSAL).locator("a.button").click()
    expect(page.get_by_text("นี่คือสิ่งที่เปลี่ยนตั้งแต่ท่านเห็นชอบ")).to_be_visible()
    assert page.locator(".diff-section").count() == 1, "only what changed since"
    axe(page)
    approve(page, path, axe)


def let_another_review(page, path, axe):
    """By a reviewer."""
    page.goto(path)
    page.get_by_role("link", name="มอบให้ผู้อื่นตรวจแทน").click()
    axe(page)
    page.get_by_label("สมชาย รอบคอบ").check()
    page.locator("main form.form button.primary").click()
    page.wait_for_url(re.compile(r"/proposals/\d+$"))
    expect(page.get_by_text("ตรวจแทน ปราโมทย์ ตรวจทาน")).to_be_visible()


def step_aside(page, path, axe):
    """By who reviews for another."""
    page.goto(path)
    page.get_by_role("link", name="ถอนตัวจากการตรวจ").click()
    axe(page)
    page.locator("#reason").fill("เป็นที่ปรึกษาของผู้ได้รับผลกระทบ")
    page.locator("main form.form button[type=submit]").click()
    page.wait_for_url(re.compile(r"/proposals/\d+$"))


def assign_again(page):
    """By the secretary."""
    page.goto("/desk/")
    page.locator("li.row", has_text=PROPOSAL).locator("a.button.primary").click()
    expect(page.get_by_text("เป็นที่ปรึกษาของผู้ได้รับผลกระทบ")).to_be_visible()
    page.get_by_role("checkbox", name="ปราโมทย์ ตรวจทาน").check()
    page.locator("main form.form button.primary").click()
    page.wait_for_url(re.compile(r"/proposals/\d+$"))


def test_deadline_void_delegate_decline_and_approve(browse, axe, third):
    secretary, drafter = browse("secretary"), browse("drafter")
    first, second, other = browse("reviewer1"), browse("reviewer2"), browse("reviewer3")
    path = ask_for_a_checklist_and_a_deadline(secretary, axe)

    first.goto("/")
    expect(first.locator(".due.overdue")).to_contain_text("เกินกำหนด")
    axe(first)

    write_another_draft(drafter, path)
    approve_what_changed_since(second, path, axe)
    let_another_review(first, path, axe)
    step_aside(other, path, axe)
    assign_again(secretary)

    approve(first, path, axe)
    assert first.locator(".steps [aria-current=step]").inner_text() == "เห็นชอบแล้ว"
    first.goto(f"{path}/history")
    expect(first.get_by_text("เป็นที่ปรึกษาของผู้ได้รับผลกระทบ")).to_be_visible()
    first.locator(".answered summary").last.click()
    expect(first.get_by_text("ไม่มีกรรมการโดยตำแหน่งเพิ่ม").last).to_be_visible()
    axe(first)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_secretary_s_pages_fit(browse, axe, viewport):
    page = browse("secretary", viewport=viewport)
    for path in ("/desk/", "/desk/acts/sme/fund", "/proposals/2/do/assign"):
        page.goto(path)
        axe(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= viewport["width"], f"{path} is {width} px wide"
