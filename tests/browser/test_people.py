"""Entering, changing the language and leaving, as a person does it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NARROW, WIDE


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_in_and_out_in_both_languages(browse, axe, sign_in, viewport):
    page = browse(viewport=viewport)
    page.goto("/")
    assert page.url.endswith("/sign-in?next=/")
    axe(page)
    sign_in(page, "admin")
    axe(page)
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    axe(page)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/users", "/admin/users/new", "/admin/users/1", "/account/password", "/nowhere"]
)
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_pages_of_people_are_accessible_and_fit(browse, axe, path, viewport):
    page = browse("admin", viewport=viewport)
    page.goto(path)
    axe(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= viewport["width"], f"{path} is {width} px wide"


def test_the_back_button_shows_nothing_after_signing_out(browse):
    page = browse("admin")
    page.goto("/admin/users")
    page.get_by_role("button", name="ออกจากระบบ").click()
    page.wait_for_url("**/sign-in")
    page.go_back()
    page.wait_for_load_state()
    assert "/sign-in" in page.url
