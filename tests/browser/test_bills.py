"""What only a browser shows of bills: that all can use the pages, what is copied, what is printed, what is live."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_proposals import speak

pytestmark = pytest.mark.xdist_group("browser")

BOARD = "เพิ่มภาคเกษตรและกระทรวงที่ยังขาดในคณะกรรมการ"
FUND = "ตั้งคณะอนุกรรมการกองทุนร่วมลงทุน"
PROVEN = "อ่านกลับและนำไปใช้แล้ว ตรงกันทุกคำ"


def open_bill(page: Page, title: str) -> str:
    """The page of the bill of a proposal of the demonstration; its path."""
    page.goto("/proposals/")
    page.get_by_role("link", name=title).click()
    page.locator(".tabs a[href$='/bill']").click()
    page.wait_for_url(re.compile(r"/proposals/\d+/bill"))
    return re.sub(r".*(/proposals/\d+/bill).*", r"\1", page.url)


def fits(page: Page) -> None:
    """Nothing is wider than the window."""
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_everybody_can_use_the_pages(browse, axe, language, viewport):
    page = browse("drafter", viewport=viewport)
    speak(page, language)
    path = open_bill(page, FUND)
    for place in (path, f"{path}?draft=1", f"{path}/paper", "/proposals/import"):
        page.goto(place)
        axe(page)
        fits(page)
    page.locator("#text").fill(bill_of(page, path).replace("(๓) ของมาตรา ๓๔", "(๙๙) ของมาตรา ๓๔"))
    for _again in range(2):
        page.locator("main form.form .buttons button.primary").click()
        axe(page)
        fits(page)
        page.goto("/proposals/import")
        page.locator("#text").fill(bill_of(page, path))
    assert page.locator(".state.bad").count() == 0


def bill_of(page: Page, path: str) -> str:
    """The text of the bill as somebody copies it from the page."""
    other = page.context.new_page()
    other.goto(path)
    text = other.locator(".bill-document").first.inner_text()
    other.close()
    return text


def test_what_is_copied_from_the_page_can_be_imported(browse):
    page = browse("drafter")
    path = open_bill(page, FUND)
    text = bill_of(page, path)
    assert "มาตรา ๑  พระราชบัญญัตินี้เรียกว่า" in text
    page.goto("/proposals/import")
    page.locator("#text").fill(text)
    page.locator("main form.form .buttons button.primary").click()
    expect(page.locator(".state.good")).to_have_count(2)
    page.locator("#title").fill("นำเข้าอีกครั้ง")
    page.locator("main form.form .buttons button.primary").click()
    page.wait_for_url(re.compile(r"/proposals/\d+/bill"))
    assert PROVEN in page.locator(".proof").inner_text()
    assert bill_of(page, page.url) == text


def test_what_is_decided_is_asked_where_it_was_chosen(browse):
    page = browse("drafter")
    open_bill(page, FUND)
    expect(page.locator("#days")).to_be_hidden()
    page.get_by_label("เมื่อพ้นจำนวนวันนับแต่วันประกาศ").check()
    page.locator("#days").fill("๑๘๐")
    expect(page.locator("#era_year")).to_be_hidden()
    expect(page.locator("#amender-0")).to_be_hidden()
    page.locator("#named-0").check()
    page.locator("#amender-0").fill("พระราชบัญญัติส่งเสริมวิสาหกิจขนาดกลางและขนาดย่อม (ฉบับที่ ๒) พ.ศ. ๒๕๕๙")
    page.locator("#frame .buttons button.primary").click()
    document = page.locator(".bill-document").first
    expect(document).to_contain_text("ให้ใช้บังคับเมื่อพ้นกำหนดหนึ่งร้อยแปดสิบวันนับแต่วันประกาศ")
    expect(document).to_contain_text("ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมวิสาหกิจขนาดกลางและขนาดย่อม (ฉบับที่ ๒)")
    assert page.locator(".proof.proven").count() == 1


def test_the_clause_follows_what_is_written(browse, axe):
    page = browse("drafter")
    path = open_bill(page, BOARD)
    page.locator(".bill-section a").first.click()
    page.wait_for_url(re.compile("/text#unit-s6"))
    clause = page.locator("[data-preview=s6] .unit-clause").first
    expect(clause).to_contain_text("ให้ยกเลิกความใน (๓) (๔) และ (๕) ของมาตรา ๖")
    area = page.locator("textarea[data-unit=s6]")
    area.fill(area.input_value().replace("จำนวนสิบคน", "จำนวนสิบสองคน"))
    expect(clause).to_contain_text("จำนวนสิบสองคน")
    page.locator("#grain-s6").select_option("section")
    expect(clause).to_contain_text("ให้ยกเลิกความในมาตรา ๖ แห่ง")
    axe(page)
    page.goto(path)
    expect(page.locator(".bill-document").first).to_contain_text("“มาตรา ๖  ให้มีคณะกรรมการคณะหนึ่ง")


def test_without_scripts_everything_is_decided_too(browse):
    page = browse("drafter", java_script_enabled=False)
    open_bill(page, FUND)
    page.get_by_label("วันที่กำหนด").check()
    page.locator("#day").fill("1")
    page.locator("#month").select_option("6")
    page.locator("#era_year").fill("2570")
    page.locator("#frame .buttons button.primary").click()
    expect(page.locator(".bill-document").first).to_contain_text("ตั้งแต่วันที่ ๑ มิถุนายน พ.ศ. ๒๕๗๐")


def test_the_printed_bill_is_the_bill(browse, tmp_path):
    page = browse("reader")
    path = open_bill(page, BOARD)
    page.goto(f"{path}/paper")
    page.pdf(path=tmp_path / "bill.pdf", prefer_css_page_size=True)
    assert shutil.which("pdftotext"), "poppler is missing: `make test` installs it"
    command = ["pdftotext", "-layout", str(tmp_path / "bill.pdf"), "-"]
    printed = "".join(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
    for words in ("บันทึกหลักการและเหตุผล", "หลักการ", "มาตรา๓ให้ยกเลิกความใน(๓)(๔)และ(๕)ของมาตรา๖", "หน้า๑จาก"):
        assert words in printed
    assert "ท่านทำได้ตอนนี้" not in printed
