"""The queue: what a job is, how it is asked for, and where what was asked for waits (huey)."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from threading import Lock

from flask import Flask, current_app
from huey import Huey, PostgresHuey, RedisHuey, SqliteHuey
from huey.serializer import SignedSerializer
from sqlalchemy.engine import make_url

from config import IMMEDIATE
from extensions import transactions

NAME = "rangkae"
TABLES = "queue"  # how the names of the queue's own tables begin on PostgreSQL
Argument = str | int | bool | None
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """``run`` is called in an application context; what it raises is logged, and the job tried again.

    ``retries``: how often; ``wait``: seconds before the first retry, doubled before each next one.
    ``when``: for a job that comes round by itself: is this minute (UTC) one of its times?
    """

    name: str
    run: Callable[..., None]
    retries: int
    wait: int
    when: Callable[[datetime], bool] | None

    def ask(self, *arguments: Argument) -> bool:
        """Let it be done soon; only after the commit of what it will look for.

        False: the queue takes nothing at the moment, which was logged. The request goes on all the same.
        """
        queue: Queue = current_app.extensions["queue"]
        return queue.put(self, arguments)


_declared: dict[str, Job] = {}


def job(
    *, retries: int = 5, wait: int = 30, when: Callable[[datetime], bool] | None = None
) -> Callable[[Callable[..., None]], Job]:
    """Declare a job. Its arguments are plain values: numbers of rows, not rows."""

    def declare(run: Callable[..., None]) -> Job:
        made = Job(f"{run.__module__}.{run.__name__}", run, retries, wait, when)
        _declared[made.name] = made
        return made

    return declare


def declared() -> tuple[Job, ...]:
    """Every job of every module of this package."""
    package = Path(__file__).parent
    for module in iter_modules([str(package)], f"{package.name}."):
        import_module(module.name)
    return tuple(_declared.values())


class Queue:
    """The queue of one application. Connects when it is first used, so that a server down stops no start."""

    def __init__(self, app: Flask, url: str) -> None:
        self.app = app
        self.url = url
        self.at_once = url == IMMEDIATE
        self._lock = Lock()
        self._closing = Lock()
        self._huey: Huey | None = None

    @property
    def huey(self) -> Huey:
        """With every declared job registered; raises what the server's driver raises."""
        with self._lock:
            if self._huey is None:
                self._huey = self._connect()
            return self._huey

    def put(self, wanted: Job, arguments: tuple[Argument, ...]) -> bool:
        if self.at_once:
            self._in_context(wanted)(*arguments)
            return True
        try:
            huey = self.huey
            task = huey._registry.string_to_task(wanted.name)
            huey.enqueue(task(arguments))
        except Exception:  # of three drivers; whatever it is, nobody's request fails for it
            log.exception("the queue did not take %s%s", wanted.name, arguments)
            return False
        return True

    def close(self) -> None:
        with self._lock:
            if self._huey is not None:
                self._close(self._huey)
                self._huey = None

    def _connect(self) -> Huey:
        huey = _storage(self.url, str(self.app.config["SECRET_KEY"]))
        for each in declared():
            module, _, name = each.name.rpartition(".")
            run = self._in_context(each)
            run.__module__ = module
            options = {"name": name, "retries": each.retries, "retry_delay": each.wait, "retry_backoff": 2}
            if each.when is None:
                huey.task(**options)(run)
            else:
                huey.periodic_task(each.when, **options)(run)
        # Each thread that works has a connection of its own, which the library leaves open.
        huey.on_shutdown("close")(lambda: self._close(huey))
        return huey

    def _close(self, huey: Huey) -> None:
        with self._closing:  # two threads at once trip over each other in the library
            huey.storage.close()

    def _in_context(self, wanted: Job) -> Callable[..., None]:
        @functools.wraps(wanted.run)
        def run(*arguments: Argument) -> None:
            with self.app.app_context(), transactions(only_read=False):
                wanted.run(*arguments)

        return run


def _storage(url: str, secret: str) -> Huey:
    """What was asked for is signed: who can write to the queue's server must not be able to run code here."""
    options = {"name": NAME, "results": False, "utc": True, "serializer": SignedSerializer(secret, salt=NAME)}
    if url.startswith("sqlite"):
        # Losing the queue loses nothing: no need to wait for the disk.
        return SqliteHuey(filename=make_url(url).database, fsync=False, **options)
    if url.startswith("postgresql"):
        huey = PostgresHuey(dsn=url.replace("+psycopg", "", 1), table_prefix=TABLES, create_tables=False, **options)
        _make_tables(huey)
        return huey
    # A server that does not answer must not keep a request waiting.
    waits = "socket_connect_timeout=2&socket_timeout=5"
    return RedisHuey(url=f"{url}{'&' if '?' in url else '?'}{waits}", **options)


def _make_tables(huey: Huey) -> None:
    """Several processes may start at once, and `IF NOT EXISTS` does not keep them apart; the lock does."""
    storage = huey.storage
    with storage.db(commit=True, close=True) as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(727002)")
        for statement in storage.ddl:
            cursor.execute(statement)


def init_app(app: Flask, url: str) -> None:
    app.extensions["queue"] = Queue(app, url)


def queue_of(app: Flask) -> Queue:
    found: Queue = app.extensions["queue"]
    return found
