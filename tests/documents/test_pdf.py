"""PDF: what can be read out of it is what was put in; and it is what it says to be."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace

import pypdf
import pytest
import segno

from documents.model import Document, Package, Paragraph, Run, Table
from documents.papers import differences
from documents.papers.bill import BillSection, BillText, bill
from documents.papers.composition import composition
from documents.papers.provenance import footnotes
from documents.papers.whole_act import consolidated
from documents.pdf.document import pdf
from documents.square import in_square
from law.amend import write_bill
from law.numerals import thai
from tests.documents.samples import (
    MATTER,
    a_board,
    billed_act,
    body,
    compared,
    new_act,
    of_poppler,
    of_pypdf,
    old_act,
    reads_as,
    the_review,
    the_substance,
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
    "changes": lambda: differences.changes(old_act(), compared(), MATTER),
    "sides": lambda: differences.beside(old_act(), compared(), MATTER),
    "table": lambda: differences.table(old_act(), compared(), MATTER),
    "bill": the_bill,
    "act": lambda: consolidated(old_act(), new_act(), compared(), MATTER),
    "clean": lambda: consolidated(old_act(), new_act(), None, MATTER),
    "substance": the_substance,
    "board": lambda: composition([a_board(), a_board()], MATTER),
    "review": the_review,
}
IN_ORDER = ("changes", "bill", "act", "clean", "substance")  # a table is read cell by cell, row by row


@pytest.fixture(scope="module")
def made() -> dict[str, tuple[Document, bytes]]:
    documents = {kind: make() for kind, make in KINDS.items()}
    return {kind: (document, pdf(document)) for kind, document in documents.items()}


def whole(document: Document) -> str:
    facts = "\n".join(f"{name} {value}" for name, value in document.facts)
    title = f"{document.title}\n{facts}\n" if document.shows_title else ""
    return title + body(document)


@pytest.mark.parametrize("read", [of_poppler, of_pypdf])
@pytest.mark.parametrize("kind", IN_ORDER)
def test_the_text_of_the_file_is_the_text(made, kind, read):
    """To the letter and the space; of the two spaces behind the number of a section poppler tells one, as of any two."""
    document, file = made[kind]
    text = without_running_lines(read(file), document)
    wanted = whole(document) if read is of_pypdf else re.sub(" +", " ", whole(document))
    assert reads_as(text, wanted), text


@pytest.mark.parametrize("read", [of_poppler, of_pypdf])
@pytest.mark.parametrize("kind", ["sides", "table", "board", "review"])
def test_every_cell_of_a_table_is_in_the_file(made, kind, read):
    document, file = made[kind]
    text = re.sub(r"\s", "", without_running_lines(read(file), document))
    for line in body(document).split("\n"):
        assert re.sub(r"\s", "", line) in text or len(line) > 40, line
    signs = re.sub(r"\s", "", whole(document))
    heads = [re.sub(r"\s", "", "".join(block.head)) for block in document.blocks if isinstance(block, Table)]
    assert not Counter(signs) - Counter(text)
    # What is more are the heads of tables, repeated on every page.
    assert set(Counter(text) - Counter(signs)) <= set("".join(heads))
    assert all(head in text for head in heads)


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


@pytest.fixture(scope="module")
def whole_package(made) -> tuple[Package, bytes]:
    package = Package("ชุดเอกสาร", tuple(made[kind][0] for kind in KINDS), ("ตรวจรหัสได้",))
    return package, pdf(package)


def test_a_package_holds_every_document_in_full(made, whole_package):
    package, file = whole_package
    held = "".join(of_poppler(file).split())
    for kind in KINDS:
        for line in body(made[kind][0]).split("\n"):
            if len(line) < 40:  # longer ones may be parted by the foot of a page
                assert "".join(line.split()) in held, (kind, line)
    assert pdf(package) == file


def test_a_package_has_contents_that_lead_to_its_parts_and_bookmarks(made, whole_package):
    package, file = whole_package
    reader = pypdf.PdfReader(io.BytesIO(file))
    contents = "".join(of_pypdf(file).split("\f")[0].split())
    at = 2
    for part, kind in zip(package.parts, KINDS, strict=True):
        assert re.search(rf"{re.escape(''.join(part.title.split()))}[.]*{thai(at)}", contents), kind
        at += len(pypdf.PdfReader(io.BytesIO(made[kind][1])).pages)
    assert len(reader.pages) == at - 1
    links = [one for one in reader.pages[0]["/Annots"] if one.get_object()["/Subtype"] == "/Link"]
    assert len(links) >= len(KINDS)
    titles = {str(entry.title) for entry in reader.outline if not isinstance(entry, list)}
    assert {"สรุปสาระสำคัญ", "ตารางเปรียบเทียบ", "แฟ้มการตรวจ"} <= titles
    assert reader.metadata.title == "ชุดเอกสาร"
    assert b"pdfaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert len({round(page.mediabox.width) for page in reader.pages}) == 2  # tables lie across


def test_pages_name_the_section_that_stands_there(made):
    texts = ["".join(page.split()) for page in of_pypdf(made["act"][1]).split("\f")]
    begun = [re.search(r"พ\.ศ\.๒๕๕๕(มาตรา[๐-๙/]+)", text)[1] for text in texts]
    assert begun[0] == "มาตรา๑"
    assert begun[-1] > begun[0]


def test_the_head_of_the_record_changes_the_bytes_and_not_the_text(made):
    other = differences.changes(old_act(), compared(), replace(MATTER, record_head="0" * 64))
    assert pdf(other) != made["changes"][1]
    assert body(other) == body(made["changes"][0])
    assert other.address == "https://rangkae.office.test/verify/0123456789ab-000000000000"


def test_the_square_on_the_page_is_that_of_the_address(made):
    held = pypdf.PdfReader(io.BytesIO(made["changes"][1])).pages[0]["/Resources"]["/XObject"]
    squares = [one.get_object() for one in held.values() if one.get_object().get("/Subtype") == "/Image"]
    wanted = segno.make(in_square(made["changes"][0].address), error="m", micro=False).matrix_iter(border=2)
    assert [one.get_data() for one in squares] == [bytes(0 if dark else 255 for row in wanted for dark in row)]


def test_footnotes_tell_what_the_proposal_does_and_are_no_part_of_the_text(made):
    document = consolidated(old_act(), new_act(), None, MATTER, footnotes(old_act(), new_act(), compared(), MATTER))
    text = re.sub(r"\[[๐-๙]+\]", "", "".join(of_poppler(pdf(document)).split()))
    runs = [run for block in document.blocks for run in block.runs]
    told = [run.footnote for run in runs if run.footnote]
    done = ["แก้ไขเพิ่มเติม"] * 3 + ["ยกเลิก", "เพิ่ม"]
    assert told == [f"{what}ตามข้อเสนอนี้ ร่างครั้งที่ ๒" for what in done]
    for line in told:
        squeezed = "".join(line.split())
        assert squeezed in text
        text = text.replace(squeezed, "", 1)
    for line in body(made["clean"][0]).split("\n"):
        assert "".join(line.split()) in text or len(line) > 40


def test_the_summary_says_what_became_of_each_section():
    lines = [paragraph.text for paragraph in the_substance().blocks]
    for entry in (
        "๒. แก้ไขเพิ่มเติมมาตรา ๔ (ร่างมาตรา ๓)",
        "๓. แก้ไขเพิ่มเติมมาตรา ๕ (ร่างมาตรา ๔ และมาตรา ๕)",
        "๔. ยกเลิกมาตรา ๖",
        "๕. เพิ่มมาตรา ๖/๑",
    ):
        assert entry in lines
    repealed = lines.index("๔. ยกเลิกมาตรา ๖")
    assert lines[repealed + 1 : repealed + 4] == [
        "๕. เพิ่มมาตรา ๖/๑",
        "วรรคหนึ่ง เพิ่มความว่า “ให้คณะกรรมการทำรายงานประจำปีทุกปี”",
        "วรรคสอง เพิ่มความว่า “รายงานนั้นให้เผยแพร่”",
    ]
    assert "คณะกรรมการ: จาก ๕ เป็น ๘ คน" in lines
    assert "บทนิยามคำว่า “ช่างปั้น” เพิ่มคำว่า “หรือทำเครื่องน้ำชา”" in lines
    assert any(line.startswith("วรรคหนึ่ง (๓)") and "ผู้บริโภค" in line for line in lines), lines
