"""The server under people: seconds a page, requests a second, memory, and the same page among 10,000 proposals.

A server process of its own (embedded: SQLite, waitress) with the demonstration; the readers are in this process.
"""

from __future__ import annotations

import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app import create_app
from blueprints.site.commands import prepare
from config import ROOT, Settings
from extensions import db
from models.base import utc_now
from models.proposal import Draft, Proposal
from services.people import accounts

USERS = 8
SECONDS = 20
PAGES = {"dashboard": "/", "act": "/acts/sme", "proposal": "/proposals/2", "compare": "/proposals/2/compare"}
PEOPLE = ("drafter", "drafter2", "reviewer1", "reviewer2", "secretary", "reader", "admin", "drafter")
MANY = 10_000
PORT = 5931


@dataclass(frozen=True)
class Server:
    """A running server; ``tokens``: one sign-in a reader."""

    process: subprocess.Popen[bytes]
    tokens: tuple[str, ...]

    def megabytes(self) -> float:
        """Resident memory of the process."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024  # type: ignore[index]

    def busy(self) -> float:
        """Seconds of CPU it took so far: what others do on the machine does not count."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(directory: Path) -> Iterator[Server]:
    """A server with the demonstration in ``directory``."""
    url = f"sqlite:///{directory / 'rangkae.sqlite'}"
    app = _application(directory, url)
    with app.app_context():
        people = [accounts.find_user(db.session, f"{name}@rangkae.test") for name in PEOPLE]
        tokens = tuple(accounts.open_sign_in(db.session, person, now=utc_now()) for person in people if person)
        db.session.commit()
        db.engine.dispose()
    environment = os.environ | {"RANGKAE_DEMO": "1", "PORT": str(PORT), "DATABASE_URL": url}
    process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=-3, stderr=-3)
    try:
        _wait_for(process)
        yield Server(process, tokens)
    finally:
        process.terminate()
        process.wait(10)


def _application(directory: Path, url: str):  # type: ignore[no-untyped-def]
    app = create_app(Settings(secret_key="x" * 40, database_url=url, demo=True, instance_path=directory))
    prepare(app)
    return app


def _wait_for(process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("the server did not start")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
            connection.request("GET", "/sign-in")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server does not answer")


def get(connection: http.client.HTTPConnection, path: str, token: str) -> float:
    """Seconds from the request to the last byte of the page."""
    begun = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": f"rangkae={token}"})
    response = connection.getresponse()
    response.read()
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")
    return time.perf_counter() - begun


def read_at_ease(server: Server) -> dict[str, list[float]]:
    """Eight people, each a page a second."""
    taken: dict[str, list[float]] = defaultdict(list)
    lock = threading.Lock()

    def read(number: int, token: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        names = list(PAGES)
        start = time.perf_counter() + number / USERS
        for turn in range(SECONDS):
            time.sleep(max(0, start + turn - time.perf_counter()))
            name = names[(turn + number) % len(names)]
            seconds = get(connection, PAGES[name], token)
            with lock:
                taken[name].append(seconds)

    _all_at_once(read, server.tokens)
    return taken


def read_as_fast_as_it_goes(server: Server, seconds: float = 10) -> float:
    """Requests a second that eight people get who never pause."""
    counts: list[int] = []
    end = time.perf_counter() + seconds

    def read(number: int, token: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        paths, count = list(PAGES.values()), 0
        while time.perf_counter() < end:
            get(connection, paths[(count + number) % len(paths)], token)
            count += 1
        counts.append(count)

    _all_at_once(read, server.tokens)
    return sum(counts) / seconds


def _all_at_once(read, tokens: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    threads = [threading.Thread(target=read, args=pair) for pair in enumerate(tokens)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def one_page(server: Server, path: str, times: int = 40) -> list[float]:
    """The same page again and again, nobody else there."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    return [get(connection, path, server.tokens[5]) for _ in range(times)]


def cost(server: Server, path: str, times: int = 40) -> float:
    """Seconds of CPU a page."""
    begun = server.busy()
    one_page(server, path, times)
    return (server.busy() - begun) / times


def first_looks(server: Server) -> dict[str, float]:
    """Seconds of CPU of each page when nobody asked for it since the start."""
    return {page: cost(server, path, 1) for page, path in PAGES.items()}


def grown(server: Server, requests: int = 2_000) -> tuple[float, float]:
    """Megabytes before and after so many requests."""
    before = server.megabytes()
    for path in PAGES.values():
        one_page(server, path, requests // len(PAGES))
    return before, server.megabytes()


def fill(directory: Path, wanted: int) -> None:
    """Copies of the second proposal and its last draft, until there are so many proposals."""
    app = _application(directory, f"sqlite:///{directory / 'rangkae.sqlite'}")
    with app.app_context():
        model = db.session.get_one(Proposal, 2)
        draft = db.session.query(Draft).filter_by(proposal_id=2, number=1).one()
        keep = ("act_id", "edition_id", "topic", "reasons", "owner_id", "state_since", "first_submitted_at")
        first = {name: getattr(model, name) for name in keep}
        rows = [
            first
            | {"id": number, "title": f"ข้อเสนอที่ {number}", "state": "submitted", "version": 1, "round": 1}
            | {"draft_count": 1, "content_hash": draft.content_hash, "created_at": model.created_at}
            for number in range(1000, 1000 + wanted)
        ]
        drafts = [
            {"proposal_id": row["id"], "act_id": draft.act_id, "edition_id": draft.edition_id, "number": 1}
            | {"edits": draft.edits, "content_hash": draft.content_hash, "author_id": draft.author_id, "note": ""}
            for row in rows
        ]
        db.session.execute(Proposal.__table__.insert(), rows)
        db.session.execute(Draft.__table__.insert(), drafts)
        db.session.commit()
        db.engine.dispose()


def milliseconds(taken: list[float]) -> str:
    """p50 and p95."""
    return f"p50 {statistics.median(taken) * 1000:6.1f} ms   p95 {_p95(taken) * 1000:6.1f} ms"


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


def main() -> None:
    """Print it all, each with its aim."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        with serving(directory) as server:
            for page, seconds in first_looks(server).items():
                then = cost(server, PAGES[page])
                print(f"   CPU a page: {page:<10} {then * 1000:5.1f} ms; the first look {seconds * 1000:5.0f} ms")
            for page, taken in read_at_ease(server).items():
                print(f"   {USERS} people, a page a second: {page:<10} {milliseconds(taken)}   (aim: p95 under 150 ms)")
            print(f"   requests a second, {USERS} people without a pause: {read_as_fast_as_it_goes(server):.0f}")
            before, after = grown(server)
            print(f"   memory: {before:.0f} MB, after 2,000 requests more {after:.0f} MB   (aim: under 200 MB)")
            few = {page: one_page(server, path) for page, path in PAGES.items()}
        fill(directory, MANY)
        with serving(directory) as server:
            for page, path in PAGES.items():
                many = one_page(server, path)
                print(f"   {page:<10} among few {milliseconds(few[page])}; among {MANY} {milliseconds(many)}")
