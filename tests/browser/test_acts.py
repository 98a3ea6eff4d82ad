"""What only a browser can show of reading an act and bringing one in."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from extensions import db
from review.workflow import Role
from services import accounts, editions

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PASSWORD = "a long enough password"
WIDE, NARROW = 1280, 390  # pixels
CHAPTERS = "\n\n".join(
    f"หมวด {number}\nเรื่องที่ {number}\n\nมาตรา {number * 2}  ความในมาตรานี้\n\n(๑) ข้อแรก\n\n(๒) ข้อสอง\n\n"
    f"มาตรา {number * 2 + 1}  ตามมาตรา {number * 2} (๒) ให้ดำเนินการ"
    for number in range(1, 13)
)
TEXT = f"พระราชบัญญัติ\nส่งเสริมเรือพาย\nพ.ศ. ๒๕๖๐\n\nมาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติส่งเสริมเรือพาย พ.ศ. ๒๕๖๐”\n\n{CHAPTERS}\n"


@dataclass
class Site:
    address: str
    browser: Browser

    def open(self, path: str, *, width: int = WIDE, language: str = "th") -> Page:
        """A page of a signed-in administrator; a console message of the browser fails the test."""
        page = self.browser.new_page(viewport={"width": width, "height": 900}, base_url=self.address)
        page.messages = []  # type: ignore[attr-defined]
        page.on("console", lambda message: page.messages.append(message.text))  # type: ignore[attr-defined]
        page.goto("/sign-in")
        page.fill("#email", f"{language}@office.test")
        page.fill("#password", PASSWORD)
        page.press("#password", "Enter")
        page.wait_for_url("**/")
        page.goto(path)
        return page


@pytest.fixture
def database() -> SimpleNamespace:
    """A browser needs one database only."""
    return SimpleNamespace(kind="sqlite")


@pytest.fixture
def site(committing_app: Flask) -> Iterator[Site]:
    with committing_app.app_context():
        for language in ("th", "en"):
            accounts.add_user(
                db.session,
                email=f"{language}@office.test",
                name="อรุณ ดูแล",
                password=PASSWORD,
                roles={Role.ADMIN, Role.DRAFTER},
                language=language,
            )
        editions.add_act(
            db.session, user=None, slug="boats", source=TEXT, in_force_from=date(2017, 3, 1), confirmed=True
        )
        db.session.remove() if hasattr(db.session, "remove") else db.session.close()
    server = create_server(committing_app, host="127.0.0.1", port=0, threads=4)
    Thread(target=server.run, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield Site(f"http://127.0.0.1:{server.effective_port}", browser)
        browser.close()
    server.close()


def faults(page: Page) -> list[str]:
    """What axe finds, and whether the page is wider than its window."""
    found = [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in Axe().run(page).response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append("the page is wider than the window")
    return found + page.messages  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_pages_of_acts_have_no_faults(site: Site, width: int, language: str) -> None:
    page = site.open("/", width=width, language=language)
    found = {"/": faults(page)}
    for path in ("/acts/", "/acts/boats", "/acts/import"):
        page.goto(path)
        found[path] = faults(page)
    page.fill("#text", TEXT.replace("มาตรา 3 ", "มาตรา 2 "))
    page.fill("#in_force_from", "2020-01-01")
    page.click("button.primary")
    assert page.locator(".import-decision").count() == 1
    found["preview"] = faults(page)
    assert found == dict.fromkeys(found, [])


def test_a_deep_link_shows_its_unit(site: Site) -> None:
    page = site.open("/acts/boats#s20.p1.i2")
    unit = page.locator('[id="s20.p1.i2"]')
    assert unit.bounding_box()["y"] < 900
    assert unit.evaluate("unit => unit.matches(':target')")


def test_the_contents_say_where_the_reader_is(site: Site) -> None:
    page = site.open("/acts/boats")
    assert page.locator("details.contents").get_attribute("open") is not None
    page.goto("/acts/boats#s20")
    page.wait_for_selector(".contents a[aria-current]")
    assert page.locator(".contents a[aria-current] .word").text_content() == "หมวด ๑๐"


def test_on_a_telephone_the_contents_are_folded_and_the_text_fits(site: Site) -> None:
    page = site.open("/acts/boats", width=NARROW)
    assert page.locator("details.contents").get_attribute("open") is None
    page.click("details.contents summary")
    page.click(".contents a >> nth=4")
    assert page.locator("h2.division-head >> nth=4").bounding_box()["y"] < 900


def test_the_keyboard_reaches_the_text_first(site: Site) -> None:
    page = site.open("/acts/boats")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_first_error_is_where_the_reader_is_led(site: Site) -> None:
    page = site.open("/acts/import")
    page.click("button.primary")
    assert page.evaluate("document.activeElement.id") == "error-summary"
    page.click(".error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.id") in {"text", "in_force_from"}


def test_targets_are_large_enough(site: Site) -> None:
    page = site.open("/acts/import", width=NARROW)
    sizes = page.locator("button, .site-nav a, select, input:not([type=hidden])").evaluate_all(
        "controls => controls.map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height])"
    )
    assert [one for one in sizes if one[1] < 44] == []


def test_an_act_is_brought_in(site: Site) -> None:
    page = site.open("/acts/import")
    page.fill("#text", TEXT.replace("เรือพาย", "เรือใบ"))
    page.fill("#in_force_from", "2020-01-01")
    page.click("button.primary")
    if page.locator("#confirmed").count():
        page.check("#confirmed")
    page.click("button.primary")
    assert "ส่งเสริมเรือใบ" in page.locator("h1").text_content()
    assert page.url.endswith("/acts/act-2560?edition=1")


def test_an_act_prints_without_the_furniture_of_the_screen(site: Site, tmp_path: Path) -> None:
    page = site.open("/acts/boats")
    page.pdf(path=tmp_path / "act.pdf", prefer_css_page_size=True)
    size = subprocess.run(["pdfinfo", tmp_path / "act.pdf"], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "act.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "A4" in size
    assert "หน้า ๑ จาก" in text
    assert "ใช้บังคับตั้งแต่ ๑ มีนาคม พ.ศ. ๒๕๖๐" in text
    assert "สารบัญ" not in text
    assert "ออกจากระบบ" not in text
