"""Pictures of the main pages for docs/images, taken of the demonstration in a server of its own."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from waitress.server import create_server

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app import create_app  # noqa: E402
from blueprints.site.commands import prepare  # noqa: E402
from config import Settings  # noqa: E402
from services.demonstration.people import PASSWORD  # noqa: E402

IMAGES = ROOT / "docs" / "images"
# (file, who looks, path)
PICTURES = (
    ("home", "reviewer1", "/"),
    ("act", "drafter", "/acts/sme"),
    ("proposal", "reviewer1", "/proposals/2"),
    ("compare", "reviewer1", "/proposals/2/compare"),
    ("sides", "reviewer1", "/proposals/2/compare?view=sides"),
    ("editor", "drafter", "/proposals/3/text"),
    ("history", "reader", "/proposals/1/history"),
    ("paper", "reader", "/proposals/2/paper?form=table"),
    ("board", "drafter", "/proposals/2/board/s6"),
    ("seats", "reader", "/proposals/2/board/s6/paper"),
    ("desk", "secretary", "/desk/"),
    ("notices", "drafter", "/notices/"),
    ("print", "drafter", "/proposals/2/print"),
)


def main() -> int:
    """Take all pictures, 1280 pixels wide."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory:
        settings = Settings(
            secret_key="x" * 40,
            database_url=f"sqlite:///{directory}/rangkae.sqlite",
            demo=True,
            instance_path=Path(directory),
            sign_in_limit="1000 per minute",
        )
        app = create_app(settings)
        prepare(app)
        server = create_server(app, host="127.0.0.1", port=0)
        threading.Thread(target=server.run, daemon=True).start()
        _take_all(f"http://127.0.0.1:{server.effective_port}")
    return 0


def _take_all(address: str) -> None:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = driver.chromium.launch(executable_path=path, args=arguments)
        for name, who, page in PICTURES:
            _take(browser, address, name, who, page)
        browser.close()


def _take(browser: Browser, address: str, name: str, who: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1000}, locale="th-TH")
    page.goto(f"{address}/sign-in")
    page.locator("#email").fill(f"{who}@rangkae.test")
    page.locator("#password").fill(PASSWORD)
    page.locator("#password").press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    page.goto(address + path)
    page.screenshot(path=IMAGES / f"{name}.png")
    page.context.close()


if __name__ == "__main__":
    raise SystemExit(main())
