"""PDF: what can be read out of it is what was put in; and it is what it says to be."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from documents import papers
from documents.bill import BillSection, BillText, bill
from documents.model import Document, Paragraph, Run
from documents.pdf import pdf
from documents.whole_act import consolidated
from law.amend import write_bill
from law.numerals import thai
from tests.documents.samples import (
    MATTER,
    billed_act,
    body,
    compared,
    new_act,
    of_poppler,
    of_pypdf,
    old_act,
    reads_as,
    without_running_lines,
)


def the_bill() -> Document:
    written = write_bill(old_act(), billed_act())
    title, preamble, *rest = written.text.rstrip("\n").split("\n\n")
    sections = []
    for block in rest:
        heading, gap, text = block.partition("  ")
        if gap and heading.startswith("มาตรา"):
            sections.append(BillSection(heading, (text,)))
        elif sections:
            last = sections[-1]
            sections[-1] = BillSection(last.heading, last.lines, (*last.quoted, block))
    return bill(BillText(tuple(title.splitlines()), preamble, tuple(sections), principle=written.principle), MATTER)


KINDS = {
    "changes": lambda: papers.changes(old_act(), compared(), MATTER),
    "sides": lambda: papers.beside(compared(), MATTER),
    "table": lambda: papers.table(compared(), MATTER),
    "bill": the_bill,
    "act": lambda: consolidated(old_act(), new_act(), compared(), MATTER),
    "clean": lambda: consolidated(old_act(), new_act(), None, MATTER),
}
IN_ORDER = ("changes", "bill", "act", "clean")  # a table is read cell by cell, row by row


@pytest.fixture(scope="module")
def made() -> dict[str, tuple[Document, bytes]]:
    documents = {kind: make() for kind, make in KINDS.items()}
    return {kind: (document, pdf(document)) for kind, document in documents.items()}


def whole(document: Document) -> str:
    facts = "\n".join(f"{name} {value}" for name, value in document.facts)
    title = f"{document.title}\n{facts}\n" if document.shows_title else ""
    return title + body(document)


@pytest.mark.parametrize("kind", IN_ORDER)
def test_the_text_of_the_file_is_the_text(made, kind):
    document, file = made[kind]
    text = without_running_lines(of_pypdf(file), document)
    assert reads_as(text, whole(document)), text


@pytest.mark.parametrize("kind", IN_ORDER)
def test_another_reader_finds_the_same_letters(made, kind):
    """Poppler takes a tone mark that was moved aside (ปั้น, ฟื้น) for the end of a word: letters are compared, not spaces."""
    document, file = made[kind]
    text = without_running_lines(of_poppler(file), document)
    assert "".join(text.split()) == "".join(whole(document).split())


@pytest.mark.parametrize("read", [of_poppler, of_pypdf])
@pytest.mark.parametrize("kind", ["sides", "table"])
def test_every_cell_of_a_table_is_in_the_file(made, kind, read):
    document, file = made[kind]
    text = re.sub(r"\s", "", without_running_lines(read(file), document))
    for line in body(document).split("\n"):
        assert re.sub(r"\s", "", line) in text or len(line) > 40, line
    signs = re.sub(r"\s", "", whole(document))
    heads = re.sub(r"\s", "", "".join(document.blocks[-1].head))
    pages = len(pypdf.PdfReader(io.BytesIO(file)).pages)
    assert sorted(text) == sorted(signs + heads * pages)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_document_gives_the_same_bytes(made, kind):
    document, file = made[kind]
    assert pdf(document) == file


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_tagged_titled_in_thai_and_carries_its_fonts(made, kind):
    document, file = made[kind]
    reader = pypdf.PdfReader(io.BytesIO(file))
    root = reader.trailer["/Root"]
    assert reader.metadata.title == document.title
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("th")
    assert b"pdfaid" in root["/Metadata"].get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_says_which_it_is_and_of_what(made, kind):
    _document, file = made[kind]
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    for number, page in enumerate(pages, start=1):
        text = re.sub(r"\s+", "", page.extract_text())
        assert f"หน้า{thai(number)}จาก{thai(len(pages))}" in text
        assert "ร่างครั้งที่๒·๒๓พฤศจิกายนพ.ศ.๒๕๖๙" in text
        assert "รหัส0123456789ab·บันทึกfedcba987654·ตรวจที่rangkae.office.test/verify" in text


def test_sections_are_bookmarks(made):
    names = [str(entry.title) for entry in flat(pypdf.PdfReader(io.BytesIO(made["changes"][1])).outline)]
    assert any(name.startswith("มาตรา ๖/๑") for name in names)


def flat(outline: list) -> list:
    return [each for entry in outline for each in (flat(entry) if isinstance(entry, list) else [entry])]


def test_a_number_is_never_parted_from_its_word():
    line = " ".join(f"และมาตรา {number} ของ พ.ศ. {number}" for number in ("๕", "๑๒", "๒๕๖๕") * 60)
    document = Document("ก", (Paragraph((Run(line),)),), MATTER.printed)
    for found in of_poppler(pdf(document)).splitlines():
        assert not found.rstrip().endswith(("มาตรา", "พ.ศ."))
        assert not found.lstrip().startswith(("๕", "๑๒", "๒๕"))


def test_no_word_is_parted():
    word = "รัฐธรรมนูญ"
    document = Document("ก", (Paragraph((Run(word * 300),)),), MATTER.printed)
    lines = [line.strip() for line in of_poppler(pdf(document)).splitlines() if word[:3] in line]
    assert len(lines) > 20
    assert all(re.fullmatch(f"({word})+", line) for line in lines)
