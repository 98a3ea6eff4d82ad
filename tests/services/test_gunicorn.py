"""Served as in an office, by several processes: they answer alike, and share no connection to the database."""

from __future__ import annotations

import gc
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from app import create_app, settle
from extensions import db
from models.base import utc_now
from review.workflow import Role
from services.people import accounts
from tests.databases import KINDS, NOT_SECRET, fresh_database, migrated_app, settings_for_tests
from tests.services.test_backup import people

ROOT = Path(__file__).parents[2]
WORKERS, READERS, PAGES = 2, 8, 12


@contextmanager
def gunicorn(database_url: str, log: Path) -> Iterator[int]:
    """A master with its workers; the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"DATABASE_URL": database_url, "SECRET_KEY": NOT_SECRET, "RANGKAE_PLAIN_HTTP": "1"}
    command = [sys.executable, "-m", "gunicorn", "--workers", str(WORKERS), "--threads", "4"]
    command += ["--bind", f"127.0.0.1:{port}", "app:create_app()"]
    with log.open("wb") as file:
        master = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=file, stderr=file)
    try:
        _wait(port, master)
        yield port
    finally:
        master.terminate()
        master.wait(30)


def _wait(port: int, master: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert master.poll() is None, "gunicorn ended by itself"
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", port), timeout=1)):
            return
        time.sleep(0.05)
    raise AssertionError("gunicorn did not answer in time")


@pytest.mark.parametrize("kind", KINDS)
def test_several_workers_serve_whoever_is_signed_in(kind, tmp_path):
    with fresh_database(kind, tmp_path, "served") as database:
        app = migrated_app(database, tmp_path)
        with app.app_context():
            person = people(Role.READER, name="ผู้อ่าน")
            token = accounts.open_sign_in(db.session, person, now=utc_now())
            db.session.commit()
            db.engine.dispose()

        def read(_reader: int) -> list[int]:
            found = []
            for _ in range(PAGES):
                with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
                    connection.request("GET", "/", headers={"Cookie": f"rangkae={token}"})
                    found.append(connection.getresponse().status)
            return found

        log = tmp_path / "gunicorn.log"
        with gunicorn(database.url, log) as port, ThreadPoolExecutor(READERS) as readers:
            answers = list(readers.map(read, range(READERS)))
        assert answers == [[200] * PAGES] * READERS
        told = log.read_text()
        assert "Traceback" not in told
        assert "RATELIMIT_STORAGE_URI" in told  # each of several workers counts wrong passwords by itself


def test_making_and_settling_the_application_opens_no_connection(tmp_path):
    with fresh_database("sqlite", tmp_path, "made") as database:
        app = create_app(settings_for_tests(database, tmp_path))
        try:
            settle(app)
        finally:
            gc.unfreeze()
        with app.app_context():
            assert not Path(db.engine.url.database).exists()
            assert db.engine.pool.checkedin() + db.engine.pool.checkedout() == 0
        templates = set(app.jinja_env.list_templates())
        assert {name for _, name in app.jinja_env.cache.keys()} == templates  # noqa: SIM118
