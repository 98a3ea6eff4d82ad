"""The record verified: what was altered, removed or put elsewhere is found and named; a stranger finds it too."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models.event import Event
from models.proposal import Proposal
from models.user import User
from review.workflow import Role, State
from services.keeping import audit
from services.people import accounts
from tests.conftest import PASSWORD
from tests.services.office import Office, bring_to

DOC = Path(__file__).parents[2] / "docs" / "audit.md"


@pytest.fixture
def story(session: Session, office: Office) -> Session:
    bring_to(session, office, State.APPROVED)
    session.commit()
    return session


def untied(session: Session) -> None:
    """What the owner of the database can do: take the triggers off."""
    if session.get_bind().dialect.name == "sqlite":
        for name in ("event_no_update", "event_no_delete", "event_no_replace"):
            session.execute(text(f"DROP TRIGGER {name}"))
    else:
        session.execute(text("ALTER TABLE event DISABLE TRIGGER ALL"))


TAMPERING = {
    "altered": ("UPDATE event SET details = '{}' WHERE number = 3", 3, "was altered"),
    "actor": ("UPDATE event SET actor_id = NULL WHERE number = 4", 4, "was altered"),
    "removed": ("DELETE FROM event WHERE number = 3", 3, "is missing"),
    "first removed": ("DELETE FROM event WHERE number = 1", 1, "is missing"),
}


@pytest.fixture
def flask(app, session: Session):
    def run(*words: str):
        session.commit()
        return app.test_cli_runner().invoke(args=list(words))

    return run


def test_a_chain_that_holds(story: Session, flask) -> None:
    done = flask("audit", "verify")
    assert done.exit_code == 0, done.output
    assert audit.head(story) in done.output
    assert "event 3" in flask("audit", "verify", "--head", story.get_one(Event, 3).hash[:12]).output
    assert flask("audit", "verify", "--head", "0" * 12).exit_code == 1
    assert flask("audit", "verify", "--head", "00").exit_code == 1


@pytest.mark.parametrize("kind", TAMPERING)
def test_tampering_is_found_and_named(story: Session, flask, kind: str) -> None:
    statement, number, sentence = TAMPERING[kind]
    untied(story)
    story.execute(text(statement))
    done = flask("audit", "verify")
    assert (done.exit_code, f"event {number} {sentence}" in done.output) == (1, True), done.output


def test_two_events_exchanged_are_found(story: Session) -> None:
    untied(story)
    story.execute(text("UPDATE event SET number = 9999 WHERE number = 3"))
    story.execute(text("UPDATE event SET number = 3 WHERE number = 4"))
    story.execute(text("UPDATE event SET number = 4 WHERE number = 9999"))
    story.expire_all()
    found = audit.verify(story).broken
    assert found is not None
    assert found.number == 3


@pytest.fixture
def stranger(tmp_path: Path):
    """The lines of Python in the document, run on an export, with nothing of ours at hand."""
    lines = re.search(r"```python\n(.*?)```", DOC.read_text(encoding="utf-8"), re.S)
    assert lines
    script = tmp_path / "verify.py"
    script.write_text(lines[1], encoding="utf-8")

    def run(exported: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-I", script, exported], capture_output=True, text=True, cwd=tmp_path, check=False
        )

    return run


def test_a_stranger_verifies_an_export(story: Session, flask, stranger, tmp_path: Path) -> None:
    exported = tmp_path / "record.jsonl"
    done = flask("audit", "export", str(exported))
    assert done.exit_code == 0, done.output
    seen = stranger(exported)
    assert seen.returncode == 0, seen.stderr
    assert audit.head(story) in seen.stdout
    assert flask("audit", "export", str(exported)).exit_code == 1
    assert flask("audit", "export", str(exported), "--replace").exit_code == 0


@pytest.mark.parametrize("kind", ["altered", "removed", "exchanged", "first"])
def test_a_stranger_finds_what_was_done_to_an_export(story: Session, stranger, tmp_path: Path, kind: str) -> None:
    lines = list(audit.export(story))
    at = 0 if kind == "first" else 3
    if kind == "altered":
        lines[at] = json.dumps(json.loads(lines[at]) | {"actor": 999})
    elif kind == "exchanged":
        lines[at], lines[at + 1] = lines[at + 1], lines[at]
    else:
        del lines[at]
    exported = tmp_path / "record.jsonl"
    exported.write_text("\n".join(lines) + "\n", encoding="utf-8")
    seen = stranger(exported)
    assert seen.returncode == 1
    assert f"event {at + 1} does not hold" in seen.stderr


def test_changes_of_accounts_are_in_the_record_without_names(session: Session, make_user) -> None:
    admin: User = make_user(Role.ADMIN, name="ผู้ดูแล")
    user = accounts.add_user(
        session, email="somsri@office.test", name="สมศรี", password=PASSWORD, roles=[Role.READER], by=admin
    )
    accounts.set_roles(session, user, [Role.DRAFTER], by=admin)
    accounts.set_roles(session, user, [Role.DRAFTER], by=admin)  # nothing changed
    accounts.set_password(session, user, "another long password", by=admin)
    accounts.change_password(session, user, old="another long password", new="yet another password")
    accounts.set_active(session, user, False, by=admin)
    accounts.set_active(session, user, True)
    found = [(event.action, event.actor_id, event.details) for event in reversed(audit.last_events(session))]
    assert found == [
        ("user_added", admin.id, {"user": user.id, "roles": ["reader"]}),
        ("roles_changed", admin.id, {"user": user.id, "roles": ["drafter"], "former": ["reader"]}),
        ("password_set", admin.id, {"user": user.id}),
        ("password_set", user.id, {"user": user.id}),
        ("user_switched_off", admin.id, {"user": user.id}),
        ("user_switched_on", None, {"user": user.id}),
    ]
    assert audit.verify(session).broken is None
    assert not any("สมศรี" in line or "somsri" in line for line in audit.export(session))


def test_the_page_of_the_record(client, story: Session, office: Office) -> None:
    client.sign_in(office.admin)
    page = client.get("/admin/audit").text
    assert "บันทึกครบถ้วน" in page
    assert audit.head(story) in page
    untied(story)
    story.execute(text("UPDATE event SET details = '{}' WHERE number = 3"))
    assert "รายการที่ ๓ ถูกแก้ไขหลังบันทึก" in client.get("/admin/audit").text


def test_printed_pages_carry_the_head_and_the_history_is_narrowed(client, story: Session, office: Office) -> None:
    client.sign_in(office.owner)
    path = f"/proposals/{story.scalar(select(Proposal.id))}"
    for page in ("paper", "paper?form=table", "history"):
        assert audit.head(story)[:12] in client.get(f"{path}/{page}").text.split("</style>")[0]
    whole = client.get(f"{path}/history").text
    decided = client.get(f"{path}/history?kind=decisions").text
    assert ("สร้างข้อเสนอ" in whole, "สร้างข้อเสนอ" in decided, "เห็นชอบร่างครั้งที่" in decided) == (True, False, True)
    assert client.get(f"{path}/history?kind=nonsense").status_code == 404
