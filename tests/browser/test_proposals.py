"""The whole path as people walk it, and what only a browser can show of a proposal."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE

pytestmark = pytest.mark.xdist_group("browser")

PAGES = (
    "",
    "/compare",
    "/compare?view=sides",
    "/text",
    "/discussion",
    "/history",
    "/print",
    "/paper",
    "/paper?form=table",
)


@pytest.fixture(params=["th", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def speak(page: Page, language: str) -> None:
    """Change to the language, as a person does."""
    page.goto("/")
    if page.locator("html").get_attribute("lang") != language:
        page.locator(f"button[lang={language}]").click()
    assert page.locator("html").get_attribute("lang") == language


def press(page: Page, action: str) -> None:
    """Go to the page of an action of the proposal that is open, and press its button."""
    page.locator(f"a[href$='/do/{action}']").click()
    page.locator("main form.form button[type=submit]").click()
    page.wait_for_url(re.compile(r"/compare$" if action == "start" else r"/proposals/\d+$"))


def test_from_drafter_to_print(browse, axe, language):
    drafter, secretary = browse("drafter"), browse("secretary")
    first, second = browse("reviewer1"), browse("reviewer2")
    for page in (drafter, secretary, first, second):
        speak(page, language)
        axe(page)

    path = propose(drafter, axe)
    drafter.goto(path)
    axe(drafter)
    press(drafter, "submit")

    secretary.goto(path)
    secretary.locator("a[href$='/do/assign']").click()
    axe(secretary)
    for box in secretary.locator("main input[type=checkbox]").all():
        box.check()
    secretary.locator("main form.form button[type=submit]").click()
    secretary.wait_for_url(re.compile(r"/proposals/\d+$"))

    first.goto(path)
    press(first, "start")
    first.locator(".section-threads summary").first.click()
    first.locator(".section-threads textarea").first.fill("อ่านแล้วชัดเจน")
    axe(first)
    first.locator(".section-threads form button[type=submit]").first.click()
    first.wait_for_url(re.compile("/discussion"))
    axe(first)
    first.goto(path)
    press(first, "approve")
    axe(first)
    assert first.locator("a[href$='/do/approve']").count() == 0

    second.goto(path)
    second.locator("a[href$='/do/approve']").click()
    axe(second)
    second.go_back()
    press(second, "approve")
    assert second.locator(".steps [aria-current=step]").inner_text() in ("เห็นชอบแล้ว", "Approved")

    for name in ("/history", "/print", "/paper", "/paper?form=table"):
        second.goto(path + name)
        axe(second)
    second.goto(f"{path}/print")
    second.locator("button[name=form][value=table]").click()
    second.wait_for_url(re.compile(r"/paper\?"))
    assert "form=table" in second.url


def propose(page: Page, axe) -> str:
    """Make a proposal out of the Act's page, and a draft; the path of the proposal."""
    page.goto("/acts/sme")
    axe(page)
    page.goto("/proposals/new?act=sme&unit=s25")
    axe(page)
    page.locator("#title").fill("ขยายวาระผู้อำนวยการ")
    page.locator("#reasons").fill("งานของสำนักงานต้องต่อเนื่อง")
    page.locator("main form.form button[type=submit]").click()
    page.wait_for_url(re.compile("/text"))
    area = page.locator("textarea[data-unit=s25]")
    area.fill(area.input_value().replace("คราวละสี่ปี", "คราวละห้าปี"))
    expect(page.locator("[data-save-status]")).to_have_attribute("data-state", "saved")
    expect(page.locator("[data-preview=s25] ins")).to_contain_text("ห้า")
    axe(page)
    page.locator("button[value=draft]").click()
    page.wait_for_url(re.compile("/compare"))
    axe(page)
    return re.search(r"/proposals/\d+", page.url)[0]


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_and_fits(browse, axe, viewport, name):
    page = browse("drafter", viewport=viewport)
    page.goto(f"/proposals/3{name}")
    axe(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= viewport["width"], f"{name} is {width} px wide"


def test_a_lost_connection_loses_no_keystroke(browse):
    page = browse("drafter")
    page.goto("/proposals/3/text")
    area = page.locator("textarea[data-unit=s34]")
    page.context.set_offline(True)
    area.press("Control+End")
    area.press_sequentially(" ข้อความตอนไม่มีเครือข่าย")
    expect(page.locator("[data-save-status]")).to_have_attribute("data-state", "offline", timeout=5000)
    # The browser is closed and opened again before the network is back: the words are still there.
    context = page.context
    page.close(run_before_unload=False)
    context.set_offline(False)
    again = context.new_page()
    again.goto("/proposals/3/text")
    expect(again.locator("textarea[data-unit=s34]")).to_have_value(re.compile("ข้อความตอนไม่มีเครือข่าย"))
    _wait_until_stored(browse("drafter"), "/proposals/3/text", "ข้อความตอนไม่มีเครือข่าย")


def _wait_until_stored(elsewhere, address, words):
    """In a browser that remembers nothing: who brought the words to the server, the old page or the new, is the same."""
    for _ in range(20):
        elsewhere.goto(address)
        if words in elsewhere.locator("textarea[data-unit=s34]").input_value():
            return
        elsewhere.wait_for_timeout(250)
    raise AssertionError(f"never stored: {words}")


def test_two_people_write_at_once_and_neither_loses_a_word(browse):
    first, second = browse("drafter"), browse("drafter2")
    for page in (first, second):
        page.goto("/proposals/2/text")
    mine, theirs = first.locator("textarea[data-unit=s8]"), second.locator("textarea[data-unit=s8]")
    mine.press("Control+End")
    mine.press_sequentially(" คำของคนแรก")
    expect(first.locator("[data-save-status]")).to_have_attribute("data-state", "saved")
    theirs.press("Control+End")
    theirs.press_sequentially(" คำของคนที่สอง")
    expect(second.locator("[data-save-status]")).to_have_attribute("data-state", "stale")
    second.locator(".editor-bar button").click()
    assert "คำของคนแรก" in second.locator(".notice.warn").first.inner_text()
    expect(theirs).to_have_value(re.compile("คำของคนที่สอง"))
    second.locator(".editor-bar button").click()
    second.wait_for_url(re.compile(r"/text"))
    expect(second.locator("textarea[data-unit=s8]")).to_have_value(re.compile("คำของคนที่สอง"))


def test_keys_go_from_change_to_change(browse):
    page = browse("reader")
    page.goto("/proposals/2/compare")
    seen = set()
    for _ in range(3):
        page.keyboard.press("n")
        seen.add(page.evaluate("document.activeElement.id"))
    page.keyboard.press("p")
    assert len(seen) == 3
    assert page.evaluate("document.activeElement.id") in seen


def test_keys_in_the_editor_go_on_and_put_in_an_item(browse):
    page = browse("drafter")
    page.goto("/proposals/3/text")
    page.locator("textarea[data-unit=s34]").focus()
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate("document.activeElement.dataset.unit") == "s36/1"
    area = page.locator("textarea[data-unit=s34]")
    area.press("Control+Home")
    area.press("ArrowDown")
    page.keyboard.press("Alt+i")
    page.wait_for_load_state()
    expect(page.locator("textarea[data-unit=s34]")).to_have_value(re.compile(r"\(๑/๑\)"))


def test_keys_in_the_editor_put_in_a_section_and_repeal_one(browse):
    page = browse("drafter")
    page.goto("/proposals/3/text")
    page.locator("textarea[data-unit=s34]").focus()
    page.keyboard.press("Alt+k")
    expect(page.get_by_text("เพิ่มมาตราต่อจากมาตราที่พิมพ์อยู่")).to_be_visible()
    page.keyboard.press("Alt+m")
    new = page.locator('textarea[data-unit="s34/1"]')
    expect(new).to_be_focused()
    page.locator("textarea[data-unit=s34]").focus()
    page.keyboard.press("Alt+r")
    expect(page.locator("textarea[data-unit=s34]")).to_have_value("(ยกเลิก)")
    expect(page.locator("textarea[data-unit=s34]")).to_be_focused()
    expect(new).to_have_value("")


def test_pasting_from_word_gives_clean_text(browse):
    page = browse("drafter")
    page.goto("/proposals/3/text")
    area = page.locator("textarea[data-unit=s34]")
    area.fill("")
    area.evaluate(
        """area => { const data = new DataTransfer();
        data.setData("text/plain", "ข้อ\\u00a0ความ\\t หนึ่ง\\r\\n\\r\\n\\u200b(๑)  สอง\\u000bสาม ");
        area.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, cancelable: true, bubbles: true})); }"""
    )
    expect(area).to_have_value("ข้อ ความ หนึ่ง\n(๑) สอง\nสาม")


def test_without_scripts_the_text_can_still_be_written(browse):
    page = browse("drafter", java_script_enabled=False)
    page.goto("/proposals/3/text")
    page.locator("textarea[data-unit=s34]").fill("เงินกองทุนให้ใช้ให้กู้ยืม")
    page.locator(".editor-bar button").click()
    assert page.locator("textarea[data-unit=s34]").input_value() == "เงินกองทุนให้ใช้ให้กู้ยืม"


@pytest.mark.parametrize("form", ["running", "table"])
def test_what_is_printed_says_what_it_is_on_every_page(browse, tmp_path, form):
    page = browse("reader")
    page.goto(f"/proposals/2/paper?form={form}")
    path = tmp_path / "paper.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    assert shutil.which("pdftotext"), "no poppler: `make test` installs it"
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    assert len(pages) >= 2
    short_hash = page.locator(".facts dd").nth(3).inner_text()
    for number, printed in enumerate(pages, start=1):
        assert short_hash in printed, f"page {number}"
    assert "ออกจากระบบ" not in text
