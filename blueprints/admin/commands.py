"""`flask audit …`: the record verified and given away."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from extensions import db, transactions
from review.record import Break
from services.keeping import audit as record

audit = AppGroup("audit", help="The record of events: verify, export.")

BREAKS = {
    Break.MISSING: ("หายไป", "is missing"),
    Break.REORDERED: ("ไม่ต่อจากรายการก่อนหน้า", "does not follow the one before"),
    Break.ALTERED: ("ถูกแก้ไข", "was altered"),
}
SHORTEST_HEAD = 12  # characters of a hash that are printed on paper


@audit.command("verify")
@click.option("--head", default="", help="A hash printed on a paper, or its first 12 characters: is it in the chain?")
def verify(head: str) -> None:
    """Recompute every hash; exits with 1 and names the first broken event where one is."""
    with transactions(only_read=True):
        found = record.verify(db.session)
        number = _position(head) if head else None
        db.session.rollback()
    if found.broken:
        thai, english = BREAKS[found.broken.how]
        raise click.ClickException(f"รายการที่ {found.broken.number} {thai} / event {found.broken.number} {english}")
    click.echo(f"ครบถ้วน {found.count} รายการ / {found.count} events hold\n{found.head}")
    if number is not None:
        click.echo(f"รหัสที่ให้มาคือรายการที่ {number} / the head given is event {number}")


def _position(head: str) -> int:
    if len(head) < SHORTEST_HEAD:
        raise click.ClickException(f"รหัสสั้นเกินไป / a head has {SHORTEST_HEAD} characters or more")
    numbers = record.numbers_of(db.session, head)
    if not numbers:
        raise click.ClickException(
            "ไม่พบรหัสนี้ในบันทึก รายการท้ายอาจถูกตัดออก / this head is not in the chain: events were cut off or replaced"
        )
    return numbers[0]


@audit.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Overwrite the file.")
def export(file: Path, replace: bool) -> None:
    """Write every event as a line of JSON; docs/audit.md says how to verify it anywhere."""
    if file.exists() and not replace:
        raise click.ClickException(
            f"มีไฟล์ {file} อยู่แล้ว ใช้ --replace ถ้าจะเขียนทับ / exists already: --replace overwrites it"
        )
    count = 0
    with transactions(only_read=True), file.open("w", encoding="utf-8", newline="\n") as lines:
        for line in record.export(db.session):
            lines.write(line + "\n")
            count += 1
        db.session.rollback()
    click.echo(f"เขียน {count} รายการแล้ว / {count} events written: {file}")
