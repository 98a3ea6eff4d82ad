"""`flask backup FILE` and `flask restore FILE`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from extensions import alembic, db, transactions
from models.base import utc_now
from services.keeping import audit, backup
from services.keeping.backup import BackupFault, BackupRefused

FAULTS = {
    BackupFault.FILE_EXISTS: ("มีไฟล์นี้อยู่แล้ว ใช้ --replace ถ้าจะเขียนทับ", "the file exists: --replace overwrites it"),
    BackupFault.NOT_A_BACKUP: ("ไฟล์นี้ไม่ใช่ไฟล์สำรองของร่างแก้", "this is no backup of Rangkae"),
    BackupFault.INCOMPLETE: ("ไฟล์สำรองไม่ครบหรือเสียหาย", "the backup is cut off or damaged"),
    BackupFault.CHAIN_BROKEN: ("บันทึกเหตุการณ์ในไฟล์ไม่ครบถ้วน", "the record of events in the file does not hold"),
    BackupFault.UNKNOWN_VERSION: ("ไฟล์สำรองมาจากรุ่นที่อ่านไม่ได้", "made by a version this one can not read"),
    BackupFault.NOT_EMPTY: ("ฐานข้อมูลไม่ว่าง --replace แทนทั้งหมด", "the database is not empty: --replace replaces it"),
}  # fmt: skip
file_argument = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
Made = TypeVar("Made")
NO_TABLES = "base"  # what a database is at before its first migration


def register(app: Flask) -> None:
    app.cli.add_command(back_up)
    app.cli.add_command(restore)


def _refused(refused: BackupRefused) -> click.ClickException:
    thai, english = FAULTS[refused.fault]
    return click.ClickException(f"{thai} / {english}" + (f": {refused.told}" if refused.told else ""))


def _migrated(change: Callable[[], Made]) -> Made:
    """What Alembic answers or does, in a context of its own.

    Alembic keeps its connection to the end of the context; on SQLite that would be the only writer until then.
    """
    with current_app.app_context():
        return change()


def _at() -> str:
    """The migration the database is at."""
    found = _migrated(alembic.current)
    return str(found[0].revision) if found else NO_TABLES


@click.command("backup")
@file_argument
@click.option("--replace", is_flag=True, help="Overwrite the file.")
@with_appcontext
def back_up(file: Path, replace: bool) -> None:
    """Write everything stored to FILE, as it is at one moment; the site may go on being used."""
    migration = _at()
    try:
        with transactions(only_read=True), db.engine.connect() as connection:
            found = backup.back_up(connection, file, migration=migration, replace=replace)
    except BackupRefused as refused:
        raise _refused(refused) from refused
    _tell("สำรองแล้ว / backed up", found, file)


@click.command("restore")
@file_argument
@click.option(
    "--replace", is_flag=True, help="Put it in place of what the database holds, of which a copy is made first."
)
@with_appcontext
def restore(file: Path, replace: bool) -> None:
    """Bring FILE back into an empty database; stop the site first. The file is checked before anything is changed."""
    try:
        found = backup.read_contents(file)
        _make_room(file, found.migration, replace)
        with db.engine.begin() as connection:
            backup.bring_back(connection, file)
    except BackupRefused as refused:
        raise _refused(refused) from refused
    _migrated(alembic.upgrade)
    with transactions(only_read=True):
        verified = audit.verify(db.session)
        db.session.rollback()
    if verified.broken or (found.head and verified.head != found.head):
        raise click.ClickException("บันทึกเหตุการณ์หลังคืนไม่ครบถ้วน / the record does not hold after restoring")
    _tell("คืนข้อมูลแล้ว บันทึกเหตุการณ์ครบถ้วน / restored, and the record holds", found, file)


def _make_room(file: Path, migration: str, replace: bool) -> None:
    """Empty tables as they were at the migration of the file. :raises BackupRefused: before anything is deleted."""
    known = {script.revision for script in _migrated(alembic.log)}
    if migration not in known:
        raise BackupRefused(BackupFault.UNKNOWN_VERSION, migration)
    with db.engine.connect() as connection:
        empty = backup.is_empty(connection)
    if not empty and not replace:
        raise BackupRefused(BackupFault.NOT_EMPTY)
    if not empty:
        _keep_present(file)
    if _at() != NO_TABLES:
        _migrated(lambda: alembic.downgrade(NO_TABLES))
    _migrated(lambda: alembic.upgrade(migration))


def _keep_present(file: Path) -> None:
    """A copy of what is about to be replaced, beside the file that replaces it: nothing is lost by a wrong command."""
    kept = file.with_name(f"before-restore-{utc_now():%Y%m%d-%H%M%S-%f}.gz")
    with transactions(only_read=True), db.engine.connect() as connection:
        found = backup.back_up(connection, kept, migration=_at())
    _tell("เก็บสำเนาของเดิมไว้แล้ว / what was there is kept", found, kept)


def _tell(done: str, found: backup.Contents, file: Path) -> None:
    rows = sum(found.rows.values())
    click.echo(f"{done}: {file}\n{rows} rows, {found.rows.get('event', 0)} events\n{found.head}")
