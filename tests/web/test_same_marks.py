"""The same changes on the screen, on the printed page, in PDF and in Word: letter for letter."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree, html

from law.editing.edit import Edit
from models.proposal import Proposal
from services.drafting import comparisons, proposals
from tests.services.office import open_office, propose
from tests.web.paper_text import MEMBERS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COLOURS = {"#0b5d33": "insert", "#a01c1c": "delete"}
LEGEND = {"insert": "ข้อความที่เพิ่ม", "delete": "ข้อความที่ตัดออก"}
EDITS = (Edit("s4", MEMBERS), Edit("s5", "คณะกรรมการต้องเสนอแผนปีต่อรัฐมนตรีภายในเดือนมกราคม"))


@pytest.fixture
def proposal(db, make_user, client) -> Proposal:
    office = open_office(db.session, make_user)
    number = propose(db.session, office)
    proposals.save_draft(db.session, user=office.owner, proposal_id=number, seen_revision=0, edits=EDITS)
    client.sign_in(office.owner)
    return db.session.get_one(Proposal, number)


def of_the_comparison(db, proposal) -> dict[str, str]:
    sections = comparisons.compare(db.session, proposal=proposal, old=0, new=1).comparison.sections
    found = {"insert": "", "delete": ""}
    for row in (row for section in sections for row in section.rows):
        for hunk in row.hunks:
            if hunk.kind != "equal":
                found[hunk.kind] += hunk.text
        if not row.hunks and row.kind != "same":
            found["insert"] += row.new
            found["delete"] += row.old
    return {kind: squeezed(text) for kind, text in found.items()}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def of_the_page(text: str) -> dict[str, str]:
    page = html.fromstring(text)
    for spoken in page.xpath("//*[@class='spoken']"):
        spoken.drop_tree()
    marks = {"insert": "ins", "delete": "del"}
    found = {kind: "".join(one.text_content() for one in page.xpath(f"//main//{name}")) for kind, name in marks.items()}
    return {kind: squeezed(text).replace(LEGEND[kind], "", 1) for kind, text in found.items()}


def of_the_pdf(file: bytes, path: Path) -> dict[str, str]:
    """By the colour of the letters."""
    path.write_bytes(file)
    run = ["pdftohtml", "-xml", "-i", "-stdout", str(path)]
    written = subprocess.run(run, capture_output=True, check=True).stdout
    page = etree.fromstring(written, etree.XMLParser(recover=True, resolve_entities=False))
    colours = {font.get("id"): COLOURS.get(font.get("color")) for font in page.iter("fontspec")}
    found = {"insert": "", "delete": ""}
    for line in page.iter("text"):
        kind = colours.get(line.get("font"))
        if kind:
            found[kind] += "".join(line.itertext())
    return {kind: squeezed(text).replace(LEGEND[kind], "", 1) for kind, text in found.items()}


def of_the_word_file(file: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(file)) as held:
        body = etree.fromstring(held.read("word/document.xml"))
    inserted = "".join(one.text or "" for mark in body.iter(f"{W}ins") for one in mark.iter(f"{W}t"))
    deleted = "".join(one.text or "" for mark in body.iter(f"{W}del") for one in mark.iter(f"{W}delText"))
    return {"insert": squeezed(inserted), "delete": squeezed(deleted)}


def test_screen_page_pdf_and_word_mark_the_same(client, db, proposal, tmp_path):
    wanted = of_the_comparison(db, proposal)
    assert all(wanted.values())
    address = f"/proposals/{proposal.id}"
    assert of_the_page(client.get(f"{address}/compare").text) == wanted
    assert of_the_page(client.get(f"{address}/paper?form=running").text) == wanted
    assert of_the_word_file(client.get(f"{address}/documents/changes.docx").data) == wanted
    assert of_the_pdf(client.get(f"{address}/documents/changes.pdf").data, tmp_path / "paper.pdf") == wanted
