"""What is marked on the screen, in the PDF and in Word is the same: read out of each and compared."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable

from flask import Flask, get_template_attribute
from hypothesis import HealthCheck, given, settings
from lxml import etree, html
from sqlalchemy import select

from documents.model import Document
from documents.papers import differences
from documents.pdf.document import pdf
from documents.word.document import word
from law.act import Act
from law.compare import Comparison, compare_acts
from law.editing.edit import Edit, apply_edits
from models.proposal import Proposal
from services.demonstration.story import load
from services.drafting import comparisons
from tests.documents.samples import MATTER, billed_act, old_act, part
from tests.documents.test_word import TEXTS, W

# (inserted, deleted), each as one line without spaces.
Marks = tuple[str, str]
_INSERTED, _DELETED = "#0b5d33", "#a01c1c"  # as documents/pdf/paper.typ draws them
_LEGEND = ("ข้อความที่เพิ่ม", "ข้อความที่ตัดออก")


def joined(texts: Iterable[str]) -> str:
    """Without spaces; PDF tells sara am as its two halves."""
    return re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", re.sub(r"\s+", "", "".join(texts)))


def on_screen(app: Flask, comparison: Comparison) -> Marks:
    with app.test_request_context():
        section_diff = get_template_attribute("macros/diff.html", "section_diff")
        page = html.fromstring("<div>" + "".join(str(section_diff(one)) for one in comparison.sections) + "</div>")
    for spoken in page.find_class("spoken"):
        spoken.drop_tree()
    return joined(one.text_content() for one in page.iter("ins")), joined(
        one.text_content() for one in page.iter("del")
    )


def in_word(document: Document) -> Marks:
    """Without the headings, which the screen does not mark but names."""
    body = part(word(document))
    texts: dict[str, list[str]] = {"ins": [], "del": []}
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or not style.get(f"{W}val").startswith("Heading"):
            for name, found in texts.items():
                runs = (run for mark in paragraph.iterfind(f"{W}{name}") for run in mark.iter(f"{W}t", f"{W}delText"))
                found += [run.text or "" for run in runs]
    return joined(texts["ins"]), joined(texts["del"])


def in_pdf(document: Document) -> Marks:
    """By the colour of the letters; headings are bold, and the legend stands before all else."""
    made = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", "-", "-"], input=pdf(document), capture_output=True, check=True
    ).stdout
    root = etree.fromstring(made, etree.XMLParser(load_dtd=False, resolve_entities=False))
    colours = {one.get("id"): one.get("color") for one in root.iter("fontspec")}
    texts: dict[str, list[str]] = {_INSERTED: [], _DELETED: []}
    for one in root.iter("text"):
        colour = colours[one.get("font")]
        if colour in texts and one.find(".//b") is None:
            texts[colour].append("".join(one.itertext()))
    inserted, deleted = joined(texts[_INSERTED]), joined(texts[_DELETED])
    assert inserted.startswith(_LEGEND[0])
    assert deleted.startswith(_LEGEND[1])
    return inserted.removeprefix(_LEGEND[0]), deleted.removeprefix(_LEGEND[1])


def assert_equal(app: Flask, old: Act, comparison: Comparison) -> None:
    screen, document = on_screen(app, comparison), differences.changes(old, comparison, MATTER)
    assert in_word(document) == screen
    assert in_pdf(document) == screen


def moves(comparison: Comparison) -> bool:
    """Whether lines changed their place: Word strikes and inserts them, the screen says from where they came."""
    return any(row.kind == "moved" for section in comparison.sections for row in section.rows)


def test_in_a_draft_with_every_kind_of_change(app):
    comparison = compare_acts(old_act(), billed_act())
    assert {section.kind for section in comparison.sections} == {"replaced", "inserted", "repealed"}
    assert all(on_screen(app, comparison))
    assert_equal(app, old_act(), comparison)


@given(TEXTS, TEXTS)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_random_drafts(app, old_lines, new_lines):
    old, new = (apply_edits(old_act(), (Edit("s5", "\n".join(lines)),)) for lines in (old_lines, new_lines))
    comparison = compare_acts(old, new)
    if comparison.sections and not moves(comparison):
        assert_equal(app, old, comparison)


def test_in_the_demonstration(app, db):
    load(db.session)
    proposals = [one for one in db.session.scalars(select(Proposal).order_by(Proposal.id)) if one.draft_count]
    assert proposals
    for proposal in proposals:
        compared = comparisons.compare(db.session, proposal=proposal, old=0, new=proposal.draft_count)
        if not moves(compared.comparison):
            assert_equal(app, compared.old.tree, compared.comparison)
