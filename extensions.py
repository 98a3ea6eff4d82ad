"""The extensions of the application, made once and bound to it in `create_app`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event, Lock
from typing import Any

from flask_alembic import Alembic
from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from models.base import Base

db = SQLAlchemy(engine_options={"pool_pre_ping": True})
alembic = Alembic(metadatas=Base.metadata, run_mkdir=False)
csrf = CSRFProtect()
babel = Babel()
limiter = Limiter(key_func=get_remote_address, headers_enabled=True)

PATIENCE = 60.0  # seconds that a writer waits for its turn
_HAS_TURN = "has_turn"  # in the information of a connection

# SQLite has one writer. A transaction that reads first and writes later can fail at its first write when
# somebody else wrote between; one that may write therefore takes its turn at the beginning.
_only_reads: ContextVar[bool] = ContextVar("only_reads", default=False)


@contextmanager
def transactions(*, only_read: bool) -> Iterator[None]:
    """Within it new transactions on SQLite begin as readers (DEFERRED) or as the writer (IMMEDIATE)."""
    token = _only_reads.set(only_read)
    try:
        yield
    finally:
        _only_reads.reset(token)


def mark_request(method: str) -> None:
    """From now on this thread's transactions are of the kind that a request of `method` needs."""
    _only_reads.set(method in {"GET", "HEAD", "OPTIONS"})


class Turns:
    """Who may write, one after the other in the order in which they came.

    SQLite lets those who wait try again from time to time, and whoever tries at the right moment is next: of fifty,
    some would wait in vain. Other processes at the same file still wait that way.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[Event] = deque()
        self._taken = False

    def take(self, patience: float) -> bool:
        """Wait for one's turn, at most so many seconds; False: it did not come."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            turn = Event()
            self._waiting.append(turn)
        if turn.wait(patience):
            return True
        with self._guard:
            if turn.is_set():
                return True
            self._waiting.remove(turn)
            return False

    def leave(self) -> None:
        """Give the turn to whoever waits longest."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False


def prepare_sqlite(engine: Engine) -> None:
    """Give SQLite the manners of a server: real transactions, foreign keys, WAL, waiting for its turn.

    synchronous=FULL: an acknowledged approval must be there after the power fails, not only after a crash
    of the process (for which NORMAL would do); it costs one fsync a commit.
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin or commit by itself
        cursor = connection.cursor()
        for setting in ("busy_timeout=15000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    _write_by_turns(engine)


def _write_by_turns(engine: Engine) -> None:
    """Begin transactions: those of readers at once, those of writers when it is their turn."""
    turns = Turns()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if _only_reads.get():
            connection.exec_driver_sql("BEGIN")
            return
        # Whoever waits in vain goes on all the same: SQLite then says that it is locked.
        connection.info[_HAS_TURN] = turns.take(PATIENCE)
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except BaseException:
            leave(connection)
            raise

    @event.listens_for(engine, "commit")
    def commit(connection: Connection) -> None:
        connection.exec_driver_sql("COMMIT")
        leave(connection)

    @event.listens_for(engine, "rollback")
    def leave(connection: Connection) -> None:
        hand_on(connection.info)

    # A connection that nobody closed is given back by the garbage collector, without a rollback that could be heard.
    @event.listens_for(engine, "checkin")
    def give_back(_connection: Any, record: ConnectionPoolEntry) -> None:
        hand_on(record.info)

    def hand_on(information: dict[Any, Any]) -> None:
        if information.pop(_HAS_TURN, False):
            turns.leave()
