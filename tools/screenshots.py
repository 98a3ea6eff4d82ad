"""Pictures of the main pages and of every paper for docs/images, taken of the demonstration in a server of its own.

Pages of paper need pdftoppm, those of Word files LibreOffice too (tools/for-proofs).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
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
# (file, kind and form of the document, page of it)
PAPERS = (
    ("pdf-package", "package.pdf", 1),
    ("pdf-substance", "substance.pdf", 1),
    ("pdf-statement", "bill.pdf", 1),
    ("pdf-bill", "bill.pdf", 2),
    ("pdf-table", "table.pdf", 1),
    ("pdf-changes", "changes.pdf", 1),
    ("pdf-sides", "sides.pdf", 1),
    ("pdf-act", "act.pdf", 2),
    ("pdf-clean", "clean.pdf", 1),
    ("pdf-board", "board.pdf", 1),
    ("pdf-review", "review.pdf", 1),
    ("word-act", "act.docx", 2),
    ("word-table", "table.docx", 1),
)
PAPERS_OF = "/proposals/2/documents/"
RESOLUTION = 64  # dots an inch: an A4 page is 530 pixels wide


def main() -> int:
    """Take all pictures: pages 1280 pixels wide, papers a page each."""
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
        _print_all(browser, address)
        browser.close()


def _signed_in(browser: Browser, address: str, who: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 1000}, locale="th-TH")
    page.goto(f"{address}/sign-in")
    page.locator("#email").fill(f"{who}@rangkae.test")
    page.locator("#password").fill(PASSWORD)
    page.locator("#password").press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


def _take(browser: Browser, address: str, name: str, who: str, path: str) -> None:
    page = _signed_in(browser, address, who)
    page.goto(address + path)
    page.screenshot(path=IMAGES / f"{name}.png")
    page.context.close()


def _print_all(browser: Browser, address: str) -> None:
    """A page of each paper, as a reader is handed it."""
    page = _signed_in(browser, address, "reader")
    with tempfile.TemporaryDirectory() as directory:
        for name, document, number in PAPERS:
            answer = page.request.get(f"{address}{PAPERS_OF}{document}", timeout=120_000)
            assert answer.ok, f"{document}: {answer.status}"
            file = Path(directory) / document
            file.write_bytes(answer.body())
            _picture(_as_pdf(file), number, IMAGES / name)


def _as_pdf(file: Path) -> Path:
    """The file, or what LibreOffice prints of a Word file."""
    if file.suffix == ".pdf":
        return file
    profile = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(file.parent / "word"),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603
    return file.parent / "word" / f"{file.stem}.pdf"


def _picture(pdf: Path, number: int, target: Path) -> None:
    where = ["-r", str(RESOLUTION), "-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run(["pdftoppm", "-png", *where, str(pdf), str(target)], check=True, capture_output=True)  # noqa: S603, S607


if __name__ == "__main__":
    raise SystemExit(main())
