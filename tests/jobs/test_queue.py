"""The queue on each of its servers: done once, in a context; tried again; lost without loss; stopped with Ctrl+C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, current_app
from huey import SqliteHuey
from sqlalchemy import select, text

from app import create_app
from config import IMMEDIATE, ROOT
from extensions import db, transactions
from jobs import queue as jobs
from jobs.work import embedded
from models.user import User
from tests.databases import fresh_database, settings_for_tests

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
done: list[tuple[object, ...]] = []


@jobs.job(retries=0)
def note(*arguments: object) -> None:
    db.session.execute(text("SELECT 1"))
    done.append((current_app.name, *arguments))


@jobs.job(retries=2, wait=1)
def fail_twice(word: str) -> None:
    done.append((word, time.monotonic()))
    if len(done) < 3:
        raise RuntimeError("not yet")


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    done.clear()


@pytest.fixture(params=["sqlite", "postgresql", "redis"])
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An application whose jobs wait on that server."""
    kind = "postgresql" if request.param == "postgresql" else "sqlite"
    with fresh_database(kind, tmp_path, f"queue_{tmp_path.name}"[:40]) as database:
        urls = {"sqlite": f"sqlite:///{tmp_path / 'queue.sqlite'}", "postgresql": database.url, "redis": REDIS}
        if request.param == "redis":
            skip_without_redis()
        app = create_app(replace(settings_for_tests(database, tmp_path), queue_url=urls[request.param]))
        found = jobs.queue_of(app)
        found.huey.storage.flush_all()
        yield app
        found.huey.storage.flush_all()
        found.close()
        with app.app_context():
            db.engine.dispose()


def skip_without_redis() -> None:
    host, port = REDIS.split("://")[1].split("/")[0].split(":")
    try:
        socket.create_connection((host, int(port)), 1).close()
    except OSError:
        if os.environ.get("CI") == "true":
            pytest.fail("no Redis answers at TEST_REDIS_URL")
        pytest.skip("no Redis answers at TEST_REDIS_URL")


def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, done
        time.sleep(0.02)


def test_what_is_asked_for_is_done_once_in_the_application_s_context(served):
    with served.app_context():
        assert all(note.ask(number, "คำ", None) for number in range(20))
    assert done == []  # nobody works yet
    with embedded(served, workers=3):
        until(lambda: len(done) == 20)
    assert sorted(done) == [("app", number, "คำ", None) for number in range(20)]


@pytest.mark.parametrize("served", ["sqlite"], indirect=True)
def test_what_fails_is_tried_again_after_growing_waits(served):
    with served.app_context():
        fail_twice.ask("คำ")
    with embedded(served, workers=1):
        until(lambda: len(done) == 3, 15)
    first, second, third = (at for _, at in done)
    assert second - first >= 0.9
    assert third - second > second - first


def test_two_processes_make_the_queue_at_the_same_time(served):
    other = jobs.Queue(served, jobs.queue_of(served).url)
    assert other.huey.pending_count() == 0
    other.close()


def test_a_queue_that_is_down_stops_no_request(tmp_path, caplog):
    with fresh_database("sqlite", tmp_path, "down") as database:
        settings = replace(settings_for_tests(database, tmp_path), queue_url="redis://127.0.0.1:1/0")
        app = create_app(settings)
        with app.app_context():
            assert note.ask(1) is False
            db.engine.dispose()
    assert "did not take" in caplog.text


def test_a_job_put_in_by_a_stranger_is_not_run(tmp_path, caplog):
    with fresh_database("sqlite", tmp_path, "signed") as database:
        file = tmp_path / "queue.sqlite"
        app = create_app(replace(settings_for_tests(database, tmp_path), queue_url=f"sqlite:///{file}"))
        stranger = SqliteHuey(jobs.NAME, filename=str(file))
        name = note.name.rpartition(".")
        task = stranger.task(name=name[2])(_like(name[0]))
        task(1)
        stranger.storage.close()
        with embedded(app, workers=1):
            until(lambda: jobs.queue_of(app).huey.pending_count() == 0)
            with app.app_context():
                note.ask(2)
            until(lambda: bool(done))
    assert done == [("app", 2)]
    assert "Error reading from queue" in caplog.text


def _like(module: str) -> Callable[..., None]:
    def run(*_arguments: object) -> None: ...

    run.__module__ = module
    return run


def test_for_tests_a_job_is_done_when_asked_for_and_tells_what_it_raises(app, db):
    assert jobs.queue_of(app).url == IMMEDIATE
    note.ask("ทันที")
    assert done == [("app", "ทันที")]
    done.clear()
    with pytest.raises(RuntimeError, match="not yet"):
        fail_twice.ask("x")


def test_a_job_may_write_though_the_request_that_asked_only_reads(committing_app):
    @jobs.job()
    def add() -> None:
        db.session.add(User(email="a@b.test", name="ก", password_hash="x"))
        db.session.commit()

    with committing_app.app_context(), transactions(only_read=True):
        db.session.execute(text("SELECT 1"))
        add.ask()
        db.session.rollback()
        assert db.session.scalar(select(User.name)) == "ก"
    jobs._declared.pop(add.name)


@pytest.mark.parametrize(("stop", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)])
def test_the_embedded_server_stops_at_once(tmp_path, stop, code):
    environ = {**os.environ, "SECRET_KEY": "k" * 32, "RANGKAE_PLAIN_HTTP": "1", "PORT": "0"}
    with socket.create_server(("127.0.0.1", 0)) as free:
        environ["PORT"] = str(free.getsockname()[1])
    environ["DATABASE_URL"] = f"sqlite:///{tmp_path / 'x.sqlite'}"
    with subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            until(lambda: server.poll() is not None or _answers(int(environ["PORT"])), 60)
            started = time.monotonic()
            server.send_signal(stop)
            assert server.wait(20) == code
            assert time.monotonic() - started < 10
            assert "Traceback" not in server.stderr.read()
        finally:
            server.kill()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def test_a_worker_of_its_own_does_jobs_until_it_is_told_to_stop(tmp_path):
    environ = {**os.environ, "SECRET_KEY": "k" * 32, "DATABASE_URL": f"sqlite:///{tmp_path / 'x.sqlite'}"}
    words = [sys.executable, "-m", "flask", "jobs", "work", "--workers", "1"]
    with subprocess.Popen(words, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True) as worker:
        try:
            assert "doing jobs" in worker.stdout.readline()
            until(lambda: (tmp_path / "x-queue.sqlite").exists(), 30)
            time.sleep(0.5)  # its threads begin
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(20) == 0
        finally:
            worker.kill()


def test_where_jobs_are_done_at_once_there_is_no_work(app):
    told = app.test_cli_runner().invoke(args=["jobs", "work"])
    assert told.exit_code == 1
    assert "there is no queue" in told.output
