"""kill -9 of the server in the middle of 200 saves: after a restart every save that was acknowledged is there."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask
from sqlalchemy import func, select

from extensions import db
from models.base import utc_now
from models.event import Event
from models.proposal import Draft, Proposal
from services.keeping import audit
from services.people import accounts
from tests.databases import KINDS, NOT_SECRET, Database, fresh_database, migrated_app
from tests.services.office import open_office, propose
from tests.services.test_backup import people

ROOT = Path(__file__).parents[2]
SAVES, KILLED_AT = 200, 100


@pytest.fixture(params=KINDS)
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Database, Flask]]:
    with fresh_database(request.param, tmp_path, "killed") as database:
        app = migrated_app(database, tmp_path)
        yield database, app
        with app.app_context():
            db.engine.dispose()


@contextmanager
def server(database: Database, directory: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The application as it is started in an office, on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"DATABASE_URL": database.url, "SECRET_KEY": NOT_SECRET, "PORT": str(port), "RANGKAE_PLAIN_HTTP": "1"}
    with (directory / "server.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=ROOT, env=os.environ | settings, stdout=log, stderr=log
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address, process
    finally:
        process.kill()
        process.wait()


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    for _ in range(1200):  # a minute: a busy machine is slow, and slow is not wrong
        assert process.poll() is None, "the server ended by itself"
        with suppress(OSError), closing(socket.create_connection((host, int(port)), timeout=1)):
            return
        time.sleep(0.05)
    raise AssertionError("the server did not answer in time")


class Drafter:
    """A browser that saves one draft after the other."""

    def __init__(self, address: str, proposal_id: int, cookie: str) -> None:
        self.host, self.path = address.removeprefix("http://"), f"/proposals/{proposal_id}/text"
        self.cookie = cookie
        _, headers, page = self._ask("GET")
        cookies = SimpleCookie()
        for name, value in headers:
            if name.lower() == "set-cookie":
                cookies.load(value)
        self.cookie = "; ".join([cookie, *(f"{one.key}={one.value}" for one in cookies.values())])
        self.token = _field(page, "csrf_token")
        self.revision = int(_field(page, "revision"))

    def _ask(self, method: str, body: str | None = None) -> tuple[int, list[tuple[str, str]], str]:
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        with closing(http.client.HTTPConnection(self.host, timeout=10)) as connection:
            connection.request(method, self.path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read().decode()

    def save(self, text: str) -> bool:
        """Whether the server said that the draft is saved."""
        fields = {"csrf_token": self.token, "address": "s5", "text": text, "after": ""}
        fields |= {"revision": str(self.revision), "do": "draft", "note": ""}
        status, headers, page = self._ask("POST", urlencode(fields))
        assert status == 302, page
        self.revision += 1
        return "/compare" in dict(headers)["Location"]


def _field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]+)"', page)
    assert found, f"no field {name} on the page"
    return found[1]


def test_every_acknowledged_save_survives_a_kill(stored: tuple[Database, Flask], tmp_path: Path) -> None:
    database, app = stored
    with app.app_context():
        office = open_office(db.session, people)
        proposal_id = propose(db.session, office)
        token = accounts.open_sign_in(db.session, office.owner, now=utc_now())
        db.session.commit()
    acknowledged: list[str] = []
    with server(database, tmp_path) as (address, process):
        drafter = Drafter(address, proposal_id, f"rangkae={token}")
        killer = threading.Timer(0.01, os.kill, (process.pid, signal.SIGKILL))
        with suppress(OSError, http.client.HTTPException):  # reset, refused, or cut off in the middle of an answer
            for number in range(SAVES):
                text = f"คณะกรรมการมีหน้าที่เสนอแผนฉบับที่ {number}"
                if drafter.save(text):
                    acknowledged.append(text)
                if len(acknowledged) == KILLED_AT:
                    killer.start()
        killer.join()
    assert KILLED_AT <= len(acknowledged) < SAVES
    with server(database, tmp_path) as (address, _):
        assert Drafter(address, proposal_id, f"rangkae={token}").save("เขียนต่อหลังเปิดเครื่องใหม่")
    with app.app_context():
        texts = [edits[0]["text"] for edits in db.session.scalars(select(Draft.edits).order_by(Draft.number))]
        assert texts[: len(acknowledged)] == acknowledged
        # At most the one that was under way stands besides, and it is whole.
        assert len(texts) - 1 - len(acknowledged) in (0, 1)
        saved = select(func.count()).select_from(Event).where(Event.action == "draft_saved")
        assert len(texts) == db.session.scalar(saved) == db.session.scalar(select(Proposal.draft_count))
        assert audit.verify(db.session).broken is None
