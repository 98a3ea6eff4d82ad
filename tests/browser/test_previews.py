"""What a defined word or a citation stands for is told beside it: to a mouse, to the keyboard, to a finger."""

from __future__ import annotations

from playwright.sync_api import Page, expect

WORD = '[id="s11.p1.i2"] a.defined'  # รัฐมนตรี
MEANING = "“รัฐมนตรี” หมายความว่า"
CITATION = '[id="s11.p1.i2"] a.cite'  # มาตรา ๔


def opened(page: Page) -> Page:
    page.goto("/acts/sme")
    page.locator(".preview").wait_for(state="attached")
    return page


def test_the_mouse_asks_and_the_answer_goes_with_it(browse):
    page = opened(browse("reader"))
    preview = page.locator(".preview")
    page.hover(WORD)
    expect(preview).to_contain_text(MEANING)
    assert page.locator(WORD).get_attribute("title") is None, "not told twice"
    page.hover(".preview")
    page.wait_for_timeout(400)
    assert preview.is_visible(), "it can be pointed at"
    page.hover("h1")
    expect(preview).to_be_hidden()
    page.hover(CITATION)
    expect(preview).to_contain_text("มาตรา ๔:")
    box = preview.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    page.click(CITATION)
    assert page.url.endswith("#s4")
    expect(preview).to_be_hidden()


def test_the_keyboard_asks_by_going_there(browse):
    page = opened(browse("reader"))
    page.focus('[id="s11.p1.i2"] a.cite')
    page.keyboard.press("Tab")
    preview = page.locator(".preview")
    expect(preview).to_contain_text(MEANING)
    assert page.locator(WORD).get_attribute("aria-describedby") == page.locator(".preview p").get_attribute("id")
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    assert page.locator(WORD).evaluate("word => word === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**#s3.def:*")


def test_a_finger_asks_with_one_tap_and_goes_with_the_next(browse):
    page = opened(browse("reader", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True))
    preview = page.locator(".preview")
    page.tap(WORD)
    expect(preview).to_contain_text(MEANING)
    assert "#" not in page.url
    assert preview.bounding_box()["x"] + preview.bounding_box()["width"] <= 390
    page.tap('[id="s12"] .number')
    expect(preview).to_be_hidden()
    page.tap(WORD)
    page.tap(".preview a")
    assert "#s3.def:" in page.url
    expect(preview).to_be_hidden()
