"""A server of each test's own with the demonstration in it, and browsers that report what goes wrong in them."""

from __future__ import annotations

import functools
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, sync_playwright
from waitress.server import create_server

import extensions
from app import create_app
from blueprints.site.commands import prepare
from config import Settings
from models.base import utc_now
from services.people import accounts
from tests.databases import NOT_SECRET

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 30_000  # milliseconds; a busy machine is slow, and slow is not wrong
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
OFFICE = "rangkae.test"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _application(directory: Path) -> Flask:
    return create_app(
        Settings(
            secret_key=NOT_SECRET,
            database_url=f"sqlite:///{directory / 'rangkae.sqlite'}",
            demo=True,
            instance_path=directory,
            sign_in_limit="1000 per minute",
        )
    )


@pytest.fixture(scope="session")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the demonstration in it, to be copied."""
    directory = tmp_path_factory.mktemp("demonstration")
    app = _application(directory)
    prepare(app)
    with app.app_context():
        extensions.db.engine.dispose()
    path = directory / "rangkae.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@dataclass(frozen=True)
class Site:
    """A running server. `address` has no slash at its end."""

    app: Flask
    address: str

    def token(self, name: str) -> str:
        """A sign-in of the demonstration's person `name` (as in drafter@…), for a cookie."""
        with self.app.app_context():
            session = extensions.db.session
            user = accounts.find_user(session, f"{name}@{OFFICE}")
            assert user, f"nobody called {name} in the demonstration"
            token = accounts.open_sign_in(session, user, now=utc_now())
            session.commit()
            return token


@pytest.fixture
def site(told_once: Path, tmp_path: Path) -> Iterator[Site]:
    shutil.copy(told_once, tmp_path / "rangkae.sqlite")
    app = _application(tmp_path)
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield Site(app, f"http://127.0.0.1:{server.effective_port}")
    server.trigger.pull_trigger(lambda: server.close())
    server.task_dispatcher.shutdown(timeout=5)
    thread.join(timeout=5)
    with app.app_context():
        extensions.db.engine.dispose()


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    with sync_playwright() as driver, pytest.MonkeyPatch.context() as patch:
        for one in (Page, Locator):
            for name in ("click", "press"):
                patch.setattr(one, name, _and_the_page_has_come(getattr(one, name)))
        yield driver


def _and_the_page_has_come(act: Callable[..., None]) -> Callable[..., None]:
    # Playwright waits for the answer that a click asks for, not for the page in it: what is read next may not be there.
    @functools.wraps(act)
    def whole(where: Page | Locator, *args: object, **options: object) -> None:
        act(where, *args, **options)
        page = where if isinstance(where, Page) else where.page
        page.wait_for_load_state()

    return whole


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "no Chromium: `make test` installs one"
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright_driver.chromium.launch(executable_path=path, args=[*arguments, "--disable-dev-shm-usage"])
    yield browser
    browser.close()


@pytest.fixture
def browse(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """browse(name=None, viewport=WIDE, **options): a page in a browser of its own, signed in as `name`.

    Errors of scripts, refusals of the content security policy and answers of 500 fail the test at its end.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(name: str | None = None, *, viewport: dict[str, int] | None = None, **options: object) -> Page:
        context = browser.new_context(
            base_url=site.address, locale="th-TH", timezone_id="Asia/Bangkok", viewport=viewport or WIDE, **options
        )
        contexts.append(context)
        if name:
            context.add_cookies([{"name": "rangkae", "value": site.token(name), "url": site.address}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on("console", lambda said: faults.append(f"{page.url}: {said.text}") if _is_fault(said) else None)
        page.on("response", lambda got: faults.append(f"{got.url}: {got.status}") if got.status >= 500 else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def _is_fault(said) -> bool:
    # Chromium also reports every answer of 4xx as an error; those are part of many tests.
    return said.type == "error" and "Failed to load resource" not in said.text


@pytest.fixture
def page(browse: Callable[..., Page]) -> Page:
    """Nobody's browser."""
    return browse()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """axe(page) fails with a report of every violation on the page as it stands."""
    checker = Axe()

    def check(page: Page) -> None:
        page.wait_for_load_state()
        results = checker.run(page)
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check


@pytest.fixture
def sign_in() -> Callable[[Page, str], None]:
    """sign_in(page, "drafter"): by the form, as a person does."""
    from services.demonstration.people import PASSWORD

    def fill(page: Page, name: str) -> None:
        page.goto("/sign-in")
        page.locator("#email").fill(f"{name}@{OFFICE}")
        page.locator("#password").fill(PASSWORD)
        page.locator("main form button[type=submit]").last.click()
        page.wait_for_url(lambda url: "/sign-in" not in url)

    return fill
