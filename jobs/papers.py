"""Documents that take longer than a request may."""

from __future__ import annotations

from flask import current_app

from extensions import db
from jobs.queue import job
from services.keeping import made_papers


@job(retries=1, wait=5)
def make(paper_id: int) -> None:
    """Make a document that was asked for. Its words are those of the pages, so the pages bring the maker."""
    current_app.extensions["paper_maker"](paper_id)


@job(retries=0, when=lambda now: now.minute % 15 == 7)
def sweep() -> None:
    """Four times an hour."""
    made_papers.sweep(db.session)
