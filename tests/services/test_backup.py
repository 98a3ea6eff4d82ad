"""A copy of everything, made while the office writes, and brought back: nothing missing, the record holds."""

from __future__ import annotations

import gzip
import json
import stat
import threading
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from extensions import alembic, db
from models.base import Base
from models.event import Event
from models.proposal import Draft, Proposal
from models.user import User
from review.workflow import Role
from services.keeping import audit, backup
from tests.databases import KINDS, fresh_database, migrated_app
from tests.services.office import open_office, propose, write


def run(app: Flask, *words: str):
    return app.test_cli_runner().invoke(args=list(words))


def people(*roles: Role, name: str = "", **_fields: object) -> User:
    number = db.session.scalar(select(func.count()).select_from(User))
    user = User(email=f"p{number}@office.test", name=name or "ก", password_hash="x")
    user.roles = frozenset(roles)
    db.session.add(user)
    db.session.commit()
    return user


@pytest.fixture
def told(committing_app: Flask) -> Flask:
    """An office with a proposal of three drafts."""
    with committing_app.app_context():
        office = open_office(db.session, people)
        proposal_id = propose(db.session, office)
        for text in ("ข้อความแรก", "ข้อความที่สอง", "ข้อความที่สาม"):
            write(db.session, office.owner, proposal_id, text)
        db.session.commit()
    return committing_app


def stored(app: Flask) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that a copy holds."""
    with app.app_context():
        rows = {
            one.name: [tuple(row) for row in db.session.execute(select(one).order_by(*one.primary_key.columns))]
            for one in backup.tables()
        }
        db.session.rollback()
    return rows


def test_what_is_brought_back_is_what_was_copied(told: Flask, tmp_path: Path) -> None:
    file, before = tmp_path / "copy.gz", stored(told)
    done = run(told, "backup", str(file))
    assert done.exit_code == 0, done.output
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with told.app_context():
        owner = db.session.scalar(select(Proposal)).owner
        write(db.session, owner, db.session.scalar(select(Proposal.id)), "เขียนหลังสำรอง")
        db.session.commit()
    assert stored(told) != before
    refused = run(told, "restore", str(file))
    assert (refused.exit_code, "not empty" in refused.output) == (1, True)
    done = run(told, "restore", str(file), "--replace")
    assert done.exit_code == 0, done.output
    assert stored(told) == before
    with told.app_context():  # and life goes on: numbers, triggers and the chain
        proposal = db.session.scalar(select(Proposal))
        assert write(db.session, proposal.owner, proposal.id, "หลังคืนข้อมูล").draft.number == 4
        assert audit.verify(db.session).broken is None
        with pytest.raises(Exception, match="never changed"):
            db.session.execute(Event.__table__.delete())
        db.session.rollback()


def test_what_was_replaced_is_kept_beside(told: Flask, tmp_path: Path) -> None:
    file, kept = tmp_path / "copy.gz", "before-restore-*.gz"
    run(told, "backup", str(file))
    with told.app_context():
        proposal = db.session.scalar(select(Proposal))
        write(db.session, proposal.owner, proposal.id, "เขียนหลังสำรอง")
        db.session.commit()
    later = stored(told)
    assert run(told, "restore", str(file)).exit_code == 1
    assert list(tmp_path.glob(kept)) == []
    assert run(told, "restore", str(file), "--replace").exit_code == 0
    assert stored(told) != later
    [copy] = tmp_path.glob(kept)
    copy = copy.rename(tmp_path / "present.gz")
    assert run(told, "restore", str(copy), "--replace").exit_code == 0
    assert stored(told) == later


def test_a_copy_is_not_overwritten_unasked(told: Flask, tmp_path: Path) -> None:
    file = tmp_path / "copy.gz"
    file.write_text("mine")
    assert run(told, "backup", str(file)).exit_code == 1
    assert file.read_text() == "mine"
    assert run(told, "backup", str(file), "--replace").exit_code == 0
    with told.app_context():
        assert backup.read_contents(file).rows["draft"] == 3
    assert list(tmp_path.glob("*.part")) == []


def damaged(file: Path, kind: str) -> None:
    if kind == "cut":
        file.write_bytes(file.read_bytes()[:-200])
        return
    if kind == "other":
        file.write_text("something else")
        return
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    if kind == "altered":
        at = next(n for n, line in enumerate(lines) if '"draft_saved"' in line)
        lines[at] = lines[at].replace('"draft":1', '"draft":7')
    elif kind == "short":
        lines = lines[:-1]
    elif kind == "later":
        lines[0] = json.dumps(json.loads(lines[0]) | {"migration": "9999"})
    file.write_bytes(gzip.compress("\n".join(lines).encode()))


@pytest.mark.parametrize("kind", ["cut", "other", "altered", "short", "later"])
def test_a_damaged_copy_changes_nothing(told: Flask, tmp_path: Path, kind: str) -> None:
    file, before = tmp_path / "copy.gz", stored(told)
    run(told, "backup", str(file))
    damaged(file, kind)
    done = run(told, "restore", str(file), "--replace")
    assert done.exit_code == 1, done.output
    assert "Traceback" not in done.output
    assert stored(told) == before


def test_a_copy_made_while_the_office_writes_is_one_moment(told: Flask, tmp_path: Path) -> None:
    """Whatever the moment: every draft has its event, the chain holds, and nothing stands half written."""
    stop, written = threading.Event(), []

    def write_on() -> None:
        with told.app_context():
            proposal = db.session.scalar(select(Proposal))
            while not stop.is_set():
                text = f"ข้อความ {len(written)}"
                written.append(write(db.session, proposal.owner, proposal.id, text).draft.number)

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        files = [tmp_path / f"copy{number}.gz" for number in range(3)]
        results = [run(told, "backup", str(file)) for file in files]
    finally:
        stop.set()
        writer.join()
    assert [one.exit_code for one in results] == [0, 0, 0], results
    assert written
    for file in (files[0], files[2]):
        assert run(told, "restore", str(file), "--replace").exit_code == 0
        with told.app_context():
            drafts = db.session.scalar(select(func.count()).select_from(Draft))
            events = db.session.scalar(select(func.count()).select_from(Event).where(Event.action == "draft_saved"))
            assert drafts == events == db.session.scalar(select(Proposal.draft_count))
            assert audit.verify(db.session).broken is None


def test_a_copy_moves_from_one_database_to_the_other(told: Flask, tmp_path: Path) -> None:
    file, before = tmp_path / "copy.gz", stored(told)
    run(told, "backup", str(file))
    with told.app_context():
        other = next(kind for kind in KINDS if not kind.startswith(db.engine.dialect.name))
    (tmp_path / "other").mkdir()
    with fresh_database(other, tmp_path / "other", f"moved_{tmp_path.name}"[:40]) as database:
        app = migrated_app(database, tmp_path / "other")
        with app.app_context():
            alembic.downgrade("base")  # where nothing was ever stored
        done = run(app, "restore", str(file))
        assert done.exit_code == 0, done.output
        assert stored(app) == before
        with app.app_context():
            db.engine.dispose()


def test_every_table_is_in_it() -> None:
    assert {one.name for one in backup.tables()} == set(Base.metadata.tables) - backup.LEFT_OUT
