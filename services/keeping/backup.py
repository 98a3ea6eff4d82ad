"""Everything stored as one file, and back: the same file for SQLite and PostgreSQL, so that it also moves between them.

One snapshot: the whole file is read in one transaction, while others write. Sign-ins are left out: who restores a copy
must not bring back browsers that were signed out since.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Date, DateTime, Table, column, insert, inspect, select, table, text
from sqlalchemy.types import TypeDecorator, TypeEngine

from models.base import Base, utc_now
from models.event import Event
from review.record import Link, first_break

FORMAT = 1
LEFT_OUT = {"sign_in", "made_paper"}
AT_ONCE = 500  # rows


class BackupFault(StrEnum):
    """Why nothing was written or read back."""

    FILE_EXISTS = "file_exists"
    NOT_A_BACKUP = "not_a_backup"
    INCOMPLETE = "incomplete"  # cut off, or damaged
    CHAIN_BROKEN = "chain_broken"
    UNKNOWN_VERSION = "unknown_version"  # made by a later Rangkae
    NOT_EMPTY = "not_empty"


class BackupRefused(Exception):
    """Nothing was changed, because of ``fault``; ``told``: what it is about."""

    def __init__(self, fault: BackupFault, told: str = "") -> None:
        super().__init__(f"{fault}: {told}")
        self.fault = fault
        self.told = told


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: the migration it was made at, rows by table, and the head of its record."""

    migration: str
    made_at: str
    rows: dict[str, int]
    head: str


def tables() -> list[Table]:
    """What is backed up, parents before children."""
    return [one for one in Base.metadata.sorted_tables if one.name not in LEFT_OUT]


# --- out ------------------------------------------------------------------------------------------


def back_up(connection: Connection, file: Path, *, migration: str, replace: bool = False) -> Contents:
    """Write everything to a file that nobody else may read; it appears when it is complete.

    ``connection``: with no transaction begun; ``migration``: the one the database is at.
    :raises BackupRefused: FILE_EXISTS.
    """
    if file.exists() and not replace:
        raise BackupRefused(BackupFault.FILE_EXISTS, str(file))
    if connection.dialect.name == "postgresql":
        connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    part = file.with_name(f"{file.name}.part")
    part.touch(mode=0o600)
    try:
        with connection.begin(), gzip.open(part, "wt", encoding="utf-8", newline="\n") as lines:
            _write(connection, lines, migration)
        found = read_contents(part)
        part.replace(file)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    return found


def _write(connection: Connection, lines: IO[str], migration: str) -> None:
    _put(lines, {"rangkae": FORMAT, "migration": migration, "at": utc_now().isoformat()})
    total = 0
    for one in tables():
        _put(lines, {"table": one.name, "columns": [col.name for col in one.columns]})
        order = one.primary_key.columns
        for row in connection.execute(select(one).order_by(*order).execution_options(yield_per=AT_ONCE)):
            _put(lines, [_plain(value) for value in row])
            total += 1
    _put(lines, {"end": total})


def _put(lines: IO[str], what: object) -> None:
    lines.write(json.dumps(what, ensure_ascii=False, separators=(",", ":")) + "\n")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value


# --- back -----------------------------------------------------------------------------------------


def read_contents(file: Path) -> Contents:
    """Read a file to its end: whether it is whole, and whether the record in it holds. :raises BackupRefused:"""
    header: dict[str, Any] = {}
    counts: dict[str, int] = {}
    links: list[Link] = []
    for name, columns, rows in _parts(file, header):
        counts[name] = counts.get(name, 0) + len(rows)
        if name == Event.__tablename__:
            links += [_link(dict(zip(columns, row, strict=True))) for row in rows]
    broken = first_break(links)
    if broken:
        raise BackupRefused(BackupFault.CHAIN_BROKEN, f"{broken.number} {broken.how}")
    return Contents(header["migration"], header["at"], counts, links[-1].hash if links else "")


def _link(row: dict[str, Any]) -> Link:
    return Link(
        number=row["number"],
        action=row["action"],
        at=datetime.fromisoformat(row["at"]),
        actor=row["actor_id"],
        act=row["act_id"],
        proposal=row["proposal_id"],
        details=row["details"],
        previous_hash=row["previous_hash"],
        hash=row["hash"],
    )


def _parts(file: Path, header: dict[str, Any]) -> Iterator[tuple[str, list[str], list[list[Any]]]]:
    """(table, columns, some rows) in the order of the file, which is read to its end."""
    columns: list[str] = []
    rows: list[list[Any]] = []
    name, total, ended = "", 0, None
    try:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            header |= _header(next(lines, ""))
            for line in lines:
                found = json.loads(line)
                if isinstance(found, list):
                    rows.append(found)
                    total += 1
                if rows and (len(rows) >= AT_ONCE or isinstance(found, dict)):
                    yield name, columns, rows
                    rows = []
                if isinstance(found, dict):
                    ended = found.get("end")
                    name, columns = found.get("table", ""), found.get("columns", [])
    except (OSError, EOFError, ValueError, zlib.error) as error:
        fault = BackupFault.INCOMPLETE if header else BackupFault.NOT_A_BACKUP
        raise BackupRefused(fault, str(file)) from error
    if ended != total:
        raise BackupRefused(BackupFault.INCOMPLETE, str(file))


def _header(line: str) -> dict[str, Any]:
    found = json.loads(line or "null")
    if not isinstance(found, dict) or found.get("rangkae") != FORMAT:
        raise ValueError("no backup of ours")
    return found


def is_empty(connection: Connection) -> bool:
    """Whether nothing is stored: no tables, or none with a row but people's sign-ins and the migration."""
    there = set(inspect(connection).get_table_names())
    return not any(
        connection.execute(select(one.primary_key.columns.values()[0]).limit(1)).first()
        for one in tables()
        if one.name in there
    )


def bring_back(connection: Connection, file: Path) -> None:
    """Put the rows of a file into empty tables of its migration; the caller commits.

    Columns are those of the file: a file made before a column was added is brought to today by the migrations.
    """
    known = {one.name: one for one in tables()}
    for name, columns, rows in _parts(file, {}):
        if name not in known or not set(columns) <= set(known[name].columns.keys()):
            raise BackupRefused(BackupFault.UNKNOWN_VERSION, name)
        types = [known[name].columns[one].type for one in columns]
        bare = table(name, *(column(one, kind) for one, kind in zip(columns, types, strict=True)))
        values = [
            {one: _stored(value, kind) for one, value, kind in zip(columns, row, types, strict=True)} for row in rows
        ]
        connection.execute(insert(bare), values)
    if connection.dialect.name == "postgresql":
        _go_on_counting(connection)


def _stored(value: Any, kind: TypeEngine[Any]) -> Any:
    plain = kind.impl if isinstance(kind, TypeDecorator) else kind
    if isinstance(value, str) and isinstance(plain, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(value, str) and isinstance(plain, Date) else value


def _go_on_counting(connection: Connection) -> None:
    """PostgreSQL counts by itself; it must go on after the highest number that was brought back."""
    for one in tables():
        key = list(one.primary_key.columns)
        if len(key) != 1 or key[0].autoincrement is False or key[0].foreign_keys:
            continue
        named = {"table": one.name, "column": key[0].name}
        sequence = connection.scalar(text("SELECT pg_get_serial_sequence(:table, :column)"), named)
        if sequence:
            highest = connection.scalar(select(key[0]).order_by(key[0].desc()).limit(1))
            connection.execute(
                text("SELECT setval(:sequence, :value, :called)"),
                {"sequence": sequence, "value": highest or 1, "called": highest is not None},
            )
