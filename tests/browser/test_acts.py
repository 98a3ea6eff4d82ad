"""What only a browser can show of reading an act and bringing one in."""

from __future__ import annotations

import subprocess

import pytest

from tests.browser.conftest import NARROW, WIDE

TEXT = """พระราชบัญญัติ
ส่งเสริมเรือใบ
พ.ศ. ๒๕๖๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติส่งเสริมเรือใบ พ.ศ. ๒๕๖๐”

หมวด ๑
คณะกรรมการเรือใบ

มาตรา ๒  ให้มีคณะกรรมการ ประกอบด้วย

(๑) รัฐมนตรี เป็นประธานกรรมการ

(๒) ผู้แทนชาวเรือ เป็นกรรมการ

มาตรา ๓  กรรมการตามมาตรา ๒ (๒) อยู่ในตำแหน่งคราวละสามปี
"""
both_widths = pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])


def assert_fits(page) -> None:
    too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert too_wide <= 0, f"{page.url} is {too_wide} px too wide"


def fill_in(page, text: str) -> None:
    page.goto("/acts/import")
    page.fill("#text", text)
    page.fill("#in_force_from", "2020-01-01")
    page.click("button.primary")


@both_widths
@pytest.mark.parametrize("path", ["/", "/acts/", "/acts/sme", "/acts/sme?go=999", "/acts/sme?go=กองทุน", "/acts/import"])
def test_the_pages_of_acts_are_accessible_and_fit(browse, axe, path, viewport):
    page = browse("admin", viewport=viewport)
    page.goto(path)
    axe(page)
    assert_fits(page)


@both_widths
def test_the_preview_of_an_odd_text_is_accessible_and_fits(browse, axe, viewport):
    page = browse("admin", viewport=viewport)
    fill_in(page, TEXT.replace("มาตรา ๓ ", "มาตรา ๒ "))
    assert page.locator(".import-decision").count() == 1
    assert page.locator("#confirmed").count() == 1
    axe(page)
    assert_fits(page)


def test_a_deep_link_shows_its_unit(browse):
    page = browse("reader")
    page.goto("/acts/sme#s11.p1.i2")
    unit = page.locator('[id="s11.p1.i2"]')
    assert 0 < unit.bounding_box()["y"] < WIDE["height"]
    assert unit.evaluate("unit => unit.matches(':target')")


def test_the_contents_say_where_the_reader_is(browse):
    page = browse("reader")
    page.goto("/acts/sme#s33")
    current = page.locator(".contents a[aria-current]")
    current.wait_for()
    assert current.get_attribute("href") == "#ch3"
    assert page.locator("details.contents").get_attribute("open") is not None


def test_on_a_telephone_the_contents_are_folded_and_lead_to_their_chapter(browse):
    page = browse("reader", viewport=NARROW)
    page.goto("/acts/sme")
    assert page.locator("details.contents").get_attribute("open") is None
    page.click("details.contents summary")
    page.click('.contents a[href="#ch4"]')
    assert abs(page.locator('[id="ch4"]').bounding_box()["y"]) < NARROW["height"]


def test_without_scripts_an_act_is_read_and_its_contents_are_open(browse):
    page = browse("reader", java_script_enabled=False)
    page.goto("/acts/sme")
    assert page.locator('.contents a[href="#ch2"]').is_visible()
    page.fill("#go", "๑๑")
    page.press("#go", "Enter")
    assert page.url.endswith("/acts/sme#s11")


def test_the_keyboard_can_skip_to_the_text(browse):
    page = browse("reader")
    page.goto("/acts/sme")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_invitation_to_propose_stands_at_every_section_and_comes_forward_at_the_one_in_hand(browse):
    page = browse("drafter")
    page.goto("/acts/sme")
    invitation = page.locator('[id="s6"] .propose')
    colour = "link => getComputedStyle(link).color"
    quiet = invitation.evaluate(colour)
    assert invitation.is_visible()
    page.hover('[id="s6"] .text')
    assert invitation.evaluate(colour) != quiet
    invitation.click()
    assert "/proposals/new?act=sme&unit=s6" in page.url


def test_the_reader_is_led_to_what_is_wrong(browse):
    page = browse("admin")
    page.goto("/acts/import")
    page.click("button.primary")
    assert page.evaluate("document.activeElement.id") == "error-summary"
    page.click('.error-summary a[href="#in_force_from"]')
    assert page.evaluate("document.activeElement.id") == "in_force_from"


def test_what_is_pressed_is_44_pixels_high(browse):
    page = browse("admin", viewport=NARROW)
    page.goto("/acts/import")
    controls = page.locator("button, .button, .site-nav a, select, textarea, input:not([type=hidden])")
    sizes = controls.evaluate_all("all => all.map(one => [one.outerHTML, one.getBoundingClientRect().height])")
    assert sizes
    assert [one for one in sizes if one[1] < 44] == []


def test_an_act_is_brought_in(browse):
    page = browse("admin")
    fill_in(page, TEXT)
    assert page.locator('[id="s2.p1.i2"]').count() == 1
    page.click("button.primary")
    page.wait_for_url("**/acts/act-2560?edition=1")
    assert "ส่งเสริมเรือใบ" in page.locator("h1").text_content()


def test_an_act_prints_without_the_furniture_of_the_screen(browse, tmp_path):
    page = browse("reader")
    page.goto("/acts/sme")
    page.pdf(path=tmp_path / "act.pdf", prefer_css_page_size=True)
    size = subprocess.run(["pdfinfo", tmp_path / "act.pdf"], capture_output=True, text=True, check=True).stdout
    read = ["pdftotext", "-raw", tmp_path / "act.pdf", "-"]
    text = subprocess.run(read, capture_output=True, text=True, check=True).stdout
    assert "A4" in size
    assert "หน้า ๑ จาก" in text
    assert "ฉบับสาธิต" in text
    assert text.count("พ.ศ. ๒๕๔๓ · ใช้บังคับตั้งแต่") == int(size.partition("Pages:")[2].split()[0])
    assert "สารบัญ" not in text
    assert "ออกจากระบบ" not in text
