"""`flask act …`: acts from the command line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import AppGroup

from extensions import db
from models.act import Edition
from services.acts import editions, storing
from services.failures import Fault, NotFound, Refused

commands = AppGroup("act", help="Acts: import a text, list.")

REASONS = {
    Fault.NOT_TEXT: "the file is not text (UTF-8, UTF-16 or TIS-620)",
    Fault.TOO_LONG: "the text is too long",
    Fault.BAD_CHARACTERS: "the text holds characters that are not text (NUL)",
    Fault.ALREADY_STORED: "the same text, or an act of this name, is stored already",
    Fault.TITLE_MISSING: "the text has no title; give it with --title",
}

# By the code of law.parse.NotText, where something else than another coding helps.
FILES = {
    "empty": "the file is empty",
    "old_word": "the file is of the old Word form (.doc); save it as .docx",
    "pdf": "the file is a PDF; copy its text, or use the Word document that it was made from",
    "rtf": "the file is rich text; save it as .docx or as plain text",
    "package": "the file is a package, but no Word document that can be read",
    "too_large": "the Word document unpacks to more than an act can be",
    "doctype": "the XML declares a document type, which could hide text; take that line out",
    "xml": "the file begins like Akoma Ntoso, but is no well-formed XML",
}


@commands.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--in-force-from", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="2018-01-12")
@click.option("--slug", default="", help="Name in addresses; of a stored act: the text becomes its next edition.")
@click.option("--title", default="", help="Where the text has none.")
@click.option("--confirm", is_flag=True, help="Store it although something in it is odd.")
def import_file(file: Path, day: datetime, slug: str, title: str, confirm: bool) -> None:
    """Store the text of an act as an edition in force from a day."""
    from blueprints.acts.bringing_in import free_slug

    source = file.read_bytes()
    try:
        found = storing.preview(source)
        report(found)
        name = slug or free_slug(found.reading.act.title)
        edition = _store(name, title, source, day.date(), confirm)
    except Refused as refused:
        reason = REASONS.get(refused.fault, refused.fault.value)
        if refused.fault is Fault.NOT_TEXT and refused.address in FILES:
            reason = FILES[refused.address]
        if refused.fault is Fault.UNCONFIRMED:
            reason = "something is odd (see above); look at it, then import with --confirm"
        raise click.ClickException(f"ไม่ได้บันทึก / not stored: {reason}") from refused
    click.echo(f"บันทึกแล้ว / stored: {edition.act.title}\n/acts/{edition.act.slug}?edition={edition.number}")


def report(found: storing.Preview) -> None:
    """What was read, and what is odd."""
    ledger = found.reading.ledger
    sections = len(found.reading.act.sections())
    click.echo(f"{sections} sections; {ledger.chars_placed} of {ledger.chars_in} characters placed")
    for text in ledger.unplaced:
        click.echo(f"unplaced: {text}", err=True)
    for oddity in found.reading.oddities:
        click.echo(f"odd: {oddity.code} {oddity.address} {oddity.text}", err=True)


def _store(slug: str, title: str, source: bytes, day: date, confirmed: bool) -> Edition:
    try:
        act = editions.find_act(db.session, slug)
    except NotFound:
        return storing.add_act(
            db.session, user=None, slug=slug, title=title, source=source, in_force_from=day, confirmed=confirmed
        )
    return storing.add_edition(db.session, user=None, act=act, source=source, in_force_from=day, confirmed=confirmed)


@commands.command("list")
def list_all() -> None:
    """Every act: name in addresses, number of editions, title."""
    for act in editions.list_acts(db.session):
        click.echo(f"{act.slug}\t{len(act.editions)}\t{act.title}")
