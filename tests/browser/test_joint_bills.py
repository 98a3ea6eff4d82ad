"""The way of a secretary in a browser: approved proposals, a bill, the law, the next edition on the Act's page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_bills import PROVEN, fits
from tests.browser.test_proposals import speak

pytestmark = pytest.mark.xdist_group("browser")

COPIED = """() => {
  getSelection().selectAllChildren(document.querySelector(".bill-document"));
  return getSelection().toString();
}"""
MERGED = "คณะกรรมการจะแต่งตั้งคณะอนุกรรมการไม่เกินห้าคณะเพื่อทำงาน"


def make_bill(page: Page) -> None:
    """A bill of all that the demonstration has approved."""
    page.goto("/bills/")
    page.locator("main a.button.primary").click()
    page.locator("#title").fill("ชุดที่หนึ่ง")
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile(r"/bills/\d+$"))


def test_from_three_approved_proposals_to_the_next_edition(browse, axe):
    page = browse("secretary")
    make_bill(page)
    axe(page)
    assert PROVEN in page.locator(".proof").inner_text()
    expect(page.locator(".bill-parts li")).to_have_count(3)
    expect(page.locator("#merged .law-lines")).to_contain_text("คณะ")
    text = page.evaluate(COPIED)
    assert MERGED in text
    assert "จำกัดจำนวนคณะอนุกรรมการ" not in text, "where a clause comes from is not copied with it"
    page.locator("#merged button").click()
    expect(page.locator("#merged")).to_contain_text("ยืนยันแล้ว")
    page.get_by_role("link", name="บันทึกว่าประกาศใช้แล้ว").click()
    for field, value in {"number": "๒", "year": "๒๕๖๙", "gazetted_on": "2026-11-20"}.items():
        page.locator(f"#{field}").fill(value)
    axe(page)
    page.locator("main form button.primary").click()
    expect(page.locator("#behind-head")).to_be_visible()
    axe(page)
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile(r"/acts/sme\?edition=2"))
    page.goto("/acts/sme")
    expect(page.locator("#s13")).to_contain_text("ไม่เกินห้าคณะ")
    expect(page.locator("#s8")).to_contain_text("คราวละสี่ปี")
    expect(page.locator("#footnotes")).to_contain_text("มาตรา ๑๓/๑ เพิ่มโดยพระราชบัญญัติส่งเสริมวิสาหกิจ")
    axe(page)
    page.get_by_role("link", name="ชุดที่หนึ่ง").click()
    expect(page.locator(".proof.proven")).to_be_visible()
    page.goto("/proposals/?state=enacted")
    expect(page.locator("main .rows > li")).to_have_count(3)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_everybody_can_use_the_pages(browse, axe, language, viewport):
    page = browse("secretary", viewport=viewport)
    speak(page, language)
    page.goto("/bills/new/sme")
    axe(page)
    make_bill(page)
    path = page.url
    for place in (
        "/bills/",
        path,
        *(f"{path}/{one}" for one in ("decide", "compare", "print", "paper", "dissolve", "enact")),
    ):
        page.goto(place)
        axe(page)
        fits(page)
