"""What a person is told, read in a browser: a page that was read says so by itself, and without a script by a button."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NARROW, WIDE


@pytest.mark.parametrize("path", ["/notices/", "/notices/mail"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_pages_of_notices_are_accessible_and_fit(browse, axe, path, viewport):
    page = browse("reviewer1", viewport=viewport)
    page.goto(path)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def unread(page) -> int:
    page.goto("/")
    return len(page.locator(".bell .count").all()) and int(page.locator(".bell .count").inner_text())


def test_a_page_that_was_read_says_so(browse):
    page = browse("reviewer1")
    before = unread(page)
    assert before
    page.goto("/notices/")
    with page.expect_response("**/notices/looked/**") as told:
        page.locator(".told .name a").first.click()
    assert told.value.status == 204
    assert unread(page) < before


def test_without_a_script_its_button_says_so(browse):
    page = browse("reviewer1", java_script_enabled=False)
    before = unread(page)
    page.goto("/notices/")
    page.locator(".told .name a").first.click()
    page.get_by_role("button", name="ทำเครื่องหมายว่าดูแล้ว").click()
    assert page.locator(".since").count() == 0
    assert unread(page) < before
