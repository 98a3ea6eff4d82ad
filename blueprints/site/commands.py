"""`flask demo load`, and what `make run` does before it serves."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from blueprints.wording import ROLES
from extensions import alembic, db
from services.demonstration.people import PASSWORD, PEOPLE, add_people

commands = AppGroup("demo", help="The demonstration: its people, Act and proposals.")


class NoDemonstration(click.ClickException):
    def __init__(self) -> None:
        super().__init__(
            "นอกโหมดสาธิตไม่มีข้อมูลสาธิต ตั้ง RANGKAE_DEMO=1 ก่อน / "
            "The demonstration exists in demonstration mode only: set RANGKAE_DEMO=1."
        )


@commands.command("load")
def load() -> None:
    """Add what is missing of the demonstration."""
    load_demonstration()


def load_demonstration() -> None:
    if not current_app.config["DEMO"]:
        raise NoDemonstration
    add_people(db.session)
    if find_spec("services.demonstration.story"):
        import_module("services.demonstration.story").load(db.session)
    db.session.commit()


def prepare(app: Flask) -> None:
    """Bring the database up to date and load the demonstration; says what takes its time."""
    with app.app_context():  # Alembic keeps its connection, and with it the turn to write, to the end of the context
        if alembic.needs_upgrade():
            say("› ฐานข้อมูล / database …")
            alembic.upgrade()
    with app.app_context():
        load_demonstration()


def welcome(address: str) -> None:
    """What to open, and who to be."""
    say(f"\nร่างแก้ / Rangkae   {address}\nรหัสผ่านของทุกบัญชีสาธิต / password of every demonstration account: {PASSWORD}\n")
    for email, name, roles in PEOPLE:
        say(f"  {email:<24} {'/'.join(sorted(roles)):<10} {name} ({' '.join(str(ROLES[role]) for role in roles)})")
    say("\nหยุดด้วย Ctrl+C / stop with Ctrl+C\n")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
