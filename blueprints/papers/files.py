"""Papers as files: one, or all of them in a ZIP; how long that takes; and the maker that the queue calls."""

from __future__ import annotations

import logging
from collections.abc import Callable

from flask import Flask, current_app
from flask_babel import force_locale

from blueprints.papers import blueprint
from blueprints.papers.kinds import IN_PACKAGE, KINDS
from blueprints.papers.making import document
from blueprints.papers.source import NoBill, NoBoard, Source, source_of
from documents.model import Document, Package, length
from documents.parcel import parcel
from documents.pdf import pdf
from documents.printable import CannotPrint, TooLong
from documents.word import word
from extensions import db, transactions
from models.paper import MadePaper
from models.user import User
from services import exchange, made_papers
from services.failures import NotFound
from services.visibility import find_proposal

# Characters that are set in about a second; what is longer is made in the queue.
AT_ONCE = {"pdf": 60_000, "docx": 100_000}
REFUSED = (NoBill, NoBoard, TooLong, CannotPrint)
# Codes of why a paper was given up, as `papers/waiting` says them.
WHY: dict[type[Exception], str] = {NoBill: "no_bill", NoBoard: "no_board", TooLong: "too_long", CannotPrint: "cannot"}
Step = Callable[[], tuple[str, bytes]]
log = logging.getLogger(__name__)


def is_long(made: Document | Package, form: str) -> bool:
    """Whether it is made in the queue: several files always are."""
    return form not in AT_ONCE or length(made) > AT_ONCE[form]


def written(made: Document | Package, form: str) -> bytes:
    """The file. :raises TooLong: :raises CannotPrint:"""
    if form == "docx":
        assert isinstance(made, Document)  # there is no package in Word
        return word(made)
    return pdf(made)


def steps(source: Source, kind: str, form: str) -> list[Step]:
    """What is to be done one after the other, each giving a file with its name in a ZIP.

    All that is read from the database is read here; the steps only write. :raises NoBill: :raises NoBoard:
    """
    if form != "zip":
        made = document(kind, source)
        return [lambda: ("", written(made, form))]
    whole = document("package", source)
    found: list[Step] = [lambda: ("00 ชุดเอกสาร.pdf", written(whole, "pdf"))]
    for number, code in enumerate((*IN_PACKAGE, "act", "sides"), start=1):
        try:
            paper = document(code, source)
        except (NoBill, NoBoard):
            continue
        name = f"{number:02} {KINDS[code].name}"
        found += [_step(f"{name}.{one}", paper, one) for one in ("pdf", "docx")]
    found.append(_held("กฎหมายตามที่จะเป็น.xml", exchange.draft_file(source.draft)))
    bill = exchange.bill_file(source.draft)
    return [*found, *([_held("ร่างกฎหมาย.xml", bill)] if bill is not None else [])]


def _step(name: str, paper: Document | Package, form: str) -> Step:
    return lambda: (name, written(paper, form))


def _held(name: str, file: bytes) -> Step:
    return lambda: (name, file)


def make(paper_id: int) -> None:
    """Make a paper that was asked for, if who asked may still have it; what can not be made is given up."""
    with current_app.test_request_context(), force_locale("th"):
        try:
            with transactions(only_read=True):
                begun = _begin(paper_id)
                db.session.rollback()  # nobody waits for us while we write
            if begun is not None:
                made_papers.finish(db.session, paper_id=paper_id, file=_file(paper_id, *begun))
        except REFUSED as refused:
            db.session.rollback()
            made_papers.give_up(db.session, paper_id=paper_id, why=WHY[type(refused)])


def _begin(paper_id: int) -> tuple[list[Step], dict[str, str]] | None:
    paper = db.session.get(MadePaper, paper_id)
    user = db.session.get(User, paper.person_id) if paper else None
    if paper is None or user is None or not user.active or paper.ready_at or paper.failed:
        return None
    try:
        proposal = find_proposal(db.session, user, paper.proposal_id)
    except NotFound:
        return None
    source = source_of(proposal, paper.old_number, paper.new_number, paper.verified_at)
    return steps(source, paper.kind, paper.form), facts(source) if paper.form == "zip" else {}


def _file(paper_id: int, todo: list[Step], about: dict[str, str]) -> bytes:
    made = []
    for number, step in enumerate(todo):
        made_papers.advance(db.session, paper_id=paper_id, done=number, total=len(todo))
        made.append(step())
    return parcel(made, about) if about else made[0][1]


def facts(source: Source) -> dict[str, str]:
    """What a manifest says of all its files."""
    matter = source.matter
    return {
        "proposal": matter.proposal,
        "act": matter.act,
        "draft": matter.new,
        "state": matter.state,
        "content_hash": matter.content_hash,
        "record_head": matter.record_head,
        "verified_at": matter.verified_at,
        "code": matter.code,
    }


@blueprint.record_once
def _bring_the_maker(state: object) -> None:
    app: Flask = state.app  # type: ignore[attr-defined]
    app.extensions["paper_maker"] = make
