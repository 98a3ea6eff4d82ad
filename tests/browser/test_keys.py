"""Keys of one letter can be switched off where they are listed, and stay off in this browser (WCAG 2.1.4)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("browser")

WHERE_IT_IS = "document.activeElement.id"


def test_keys_of_one_letter_are_switched_off_and_on_again(browse, axe):
    page = browse("reviewer1")
    page.goto("/proposals/2/compare")
    page.get_by_text("แป้นลัด").click()
    switch = page.get_by_label("ใช้แป้นตัวอักษรเดียวเหล่านี้ในเบราว์เซอร์นี้")
    expect(switch).to_be_checked()
    axe(page)
    switch.uncheck()
    page.goto("/proposals/2/compare?view=sides")
    for key in "njpkc":
        page.keyboard.press(key)
    assert page.evaluate(WHERE_IT_IS) == ""
    expect(page.locator("details.say[open]")).to_have_count(0)
    expect(page.locator("[data-next-change] kbd")).to_be_hidden()
    page.locator("[data-next-change]").click()  # the button does it all the same
    assert page.evaluate(WHERE_IT_IS)
    page.get_by_text("แป้นลัด").click()
    switch.check()
    switch.blur()
    page.reload()
    page.keyboard.press("n")
    assert page.evaluate(WHERE_IT_IS)


def test_where_the_browser_keeps_nothing_the_keys_work(browse):
    page = browse("reader")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })")
    page.goto("/proposals/2/compare")
    page.keyboard.press("n")
    assert page.evaluate(WHERE_IT_IS)
