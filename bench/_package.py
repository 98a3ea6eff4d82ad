"""Package of a proposal with so many touched sections, as the queue makes it: ``python -m bench._package 20 pdf``."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from app import create_app
from bench._printers import act
from blueprints.papers.files import parcel, steps
from blueprints.papers.source import source_of
from config import Settings
from extensions import alembic, db
from law.editing.edit import Edit
from models.proposal import Topic
from review.workflow import Role
from services.acts import editions, storing
from services.drafting import proposals
from services.people import accounts


def measured(sections: int, form: str) -> dict[str, float]:
    """Seconds of the first time and of the second, all that is read and written among them."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        settings = Settings(
            secret_key="x" * 40, database_url=f"sqlite:///{directory / 'x.sqlite'}", instance_path=directory
        )
        app = create_app(settings)
        with app.app_context():
            alembic.upgrade()
        with app.test_request_context():
            proposal = _proposal(sections)
            taken = [_made(proposal, form) for _ in range(2)]
            db.session.close()
            db.engine.dispose()
    return {"first": taken[0], "again": taken[1], "pages": 0}


def _proposal(sections: int):  # type: ignore[no-untyped-def]
    user = accounts.add_user(
        db.session,
        email="bench@rangkae.test",
        name="ผู้วัด",
        password="x" * 20,
        roles=[Role.DRAFTER],
    )
    text = act(60, "สองคน")
    day = date(2026, 1, 1)
    edition = storing.add_act(db.session, user=None, slug="bench", source=text, in_force_from=day, confirmed=True)
    tree = editions.tree(edition)
    touched = list(tree.sections().items())[:sections]
    edits = [Edit(address, section.text.replace("สองคน", "ไม่น้อยกว่าสี่คน")) for address, section in touched]
    made = proposals.create(
        db.session, user=user, act=edition.act, topic=Topic.OTHER, title="วัด", reasons="เหตุผล " * 20
    )
    proposals.save_draft(db.session, user=user, proposal_id=made.id, seen_revision=0, edits=edits)
    return made


def _made(proposal, form: str) -> float:  # type: ignore[no-untyped-def]
    begun = time.perf_counter()
    files = [step() for step in steps(source_of(proposal, 0, 1, ""), "package", form)]
    if form == "zip":
        parcel(files, {})
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]), sys.argv[2])))
