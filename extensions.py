"""The extensions of the application, made once and bound to it in `create_app`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from flask_alembic import Alembic
from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine, event

from models.base import Base

db = SQLAlchemy(engine_options={"pool_pre_ping": True})
alembic = Alembic(metadatas=Base.metadata, run_mkdir=False)
csrf = CSRFProtect()
babel = Babel()
limiter = Limiter(key_func=get_remote_address, headers_enabled=True)

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

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if _only_reads.get() else "BEGIN IMMEDIATE")
