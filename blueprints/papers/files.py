"""Papers as files: one, or all of them in a ZIP; how long that takes; and the maker that the queue calls."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from flask import Flask, current_app
from flask_babel import force_locale

from blueprints.papers import blueprint, joint, making
from blueprints.papers.joint import BillSource
from blueprints.papers.kinds import IN_PACKAGE, KINDS
from blueprints.papers.source import NoBill, NoBoard, Source, source_of
from documents.model import Document, Package, paragraphs, parts_of
from documents.parcel import parcel
from documents.printable import CannotPrint, TooLong, printable
from extensions import db, transactions
from models.bill import Bill
from models.paper import MadePaper
from models.user import User
from services.acts import exchange
from services.failures import NotFound
from services.keeping import made_papers
from services.legislating.joint_bills import joint_bill

# So much work (`_work`) is done in half a second of a processor, a second at worst; what is more is made in the queue.
AT_ONCE = {"pdf": 100_000, "docx": 100_000}
# Besides its own characters each takes as long as so many.
_PARAGRAPH, _RUN, _FOOTNOTE = 30, 10, 200
REFUSED = (NoBill, NoBoard, TooLong, CannotPrint)
# Codes of why a paper was given up, as `papers/waiting` says them.
WHY: dict[type[Exception], str] = {NoBill: "no_bill", NoBoard: "no_board", TooLong: "too_long", CannotPrint: "cannot"}
Step = Callable[[], tuple[str, bytes]]
log = logging.getLogger(__name__)


def is_long(made: Document | Package, form: str) -> bool:
    """Whether it is made in the queue: several files always are."""
    return form not in AT_ONCE or _work(made) > AT_ONCE[form]


def _work(made: Document | Package) -> int:
    """Characters as they will stand on paper (``[U+202E]`` is eight), and what takes its time besides."""
    found = [paragraph for part in parts_of(made) for paragraph in paragraphs(part.blocks)]
    runs = [run for paragraph in found for run in paragraph.runs]
    notes = [run.footnote for run in runs if run.footnote]
    characters = sum(len(printable(text)) for text in (*(run.text for run in runs), *notes))
    return characters + _PARAGRAPH * len(found) + _RUN * len(runs) + _FOOTNOTE * len(notes)


def written(made: Document | Package, form: str) -> bytes:
    """The file. :raises TooLong: :raises CannotPrint:"""
    # What sets papers takes 15 MB: a process that sets none does without.
    if form == "docx":
        from documents.word.document import word

        assert isinstance(made, Document)  # there is no package in Word
        return word(made)
    from documents.pdf.document import pdf

    return pdf(made)


def paper(kind: str, source: Source | BillSource) -> Document | Package:
    """One paper of a proposal or of a bill. :raises NoBill: :raises NoBoard:"""
    return making.document(kind, source) if isinstance(source, Source) else joint.document(kind, source)


def steps(source: Source | BillSource, kind: str, form: str) -> list[Step]:
    """What is to be done one after the other, each giving a file with its name in a ZIP.

    All that is read from the database is read here; the steps only write. :raises NoBill: :raises NoBoard:
    """
    if form != "zip":
        made = paper(kind, source)
        return [lambda: ("", written(made, form))]
    whole = paper("package", source)
    in_package = IN_PACKAGE if isinstance(source, Source) else joint.IN_PACKAGE
    found: list[Step] = [lambda: ("00 ชุดเอกสาร.pdf", written(whole, "pdf"))]
    for number, code in enumerate((*in_package, "act", "sides"), start=1):
        try:
            one = paper(code, source)
        except (NoBill, NoBoard):
            continue
        name = f"{number:02} {KINDS[code].name}"
        found += [_step(f"{name}.{ending}", one, ending) for ending in ("pdf", "docx")]
    return [*found, *_for_other_systems(source)]


def _for_other_systems(source: Source | BillSource) -> Iterator[Step]:
    if isinstance(source, Source):
        yield _held("กฎหมายตามที่จะเป็น.xml", exchange.draft_file(source.draft))
    bill = exchange.bill_file(source.draft) if isinstance(source, Source) else exchange.joint_file(source.joint)
    if bill is not None:
        yield _held("ร่างกฎหมาย.xml", bill)


def _step(name: str, made: Document | Package, form: str) -> Step:
    return lambda: (name, written(made, form))


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
    wanted = db.session.get(MadePaper, paper_id)
    user = db.session.get(User, wanted.person_id) if wanted else None
    if wanted is None or user is None or not user.active or wanted.ready_at or wanted.failed:
        return None
    try:
        about = made_papers.find_about(db.session, user=user, paper=wanted)
    except NotFound:
        return None
    if isinstance(about, Bill):
        source: Source | BillSource = BillSource(joint_bill(db.session, about), wanted.verified_at)
    else:
        source = source_of(about, wanted.old_number, wanted.new_number, wanted.verified_at)
    return steps(source, wanted.kind, wanted.form), facts(source) if wanted.form == "zip" else {}


def _file(paper_id: int, todo: list[Step], about: dict[str, str]) -> bytes:
    made = []
    for number, step in enumerate(todo):
        made_papers.advance(db.session, paper_id=paper_id, done=number, total=len(todo))
        made.append(step())
    return parcel(made, about) if about else made[0][1]


def facts(source: Source | BillSource) -> dict[str, str]:
    """What a manifest says of all its files."""
    matter = source.matter
    return {
        "proposal" if isinstance(source, Source) else "bill": matter.proposal,
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
