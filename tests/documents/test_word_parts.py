"""The parts of a Word file: valid, with footnotes, and with all that stands at the head and the foot of a page."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from openxml_audit.errors import FileFormat

from documents.model import Document, Mark, Note, PageBreak, Paragraph, Run, Style, Table, TableRow
from documents.papers import differences
from documents.papers.bill import BillSection, BillText, bill
from documents.papers.composition import composition
from documents.papers.provenance import footnotes as provenance
from documents.papers.whole_act import consolidated
from documents.word.document import word
from documents.word.origin import Origin
from documents.word_back.read import read_word
from documents.word_back.units import place
from law.compare import compare_acts
from law.parse import read_act
from tests.documents import samples
from tests.documents.samples import MATTER, W, a_board, compared, decided, footnotes, new_act, old_act, part
from tests.documents.test_hostile import MARKUP, one

NOTE = Note("ผู้ตรวจ & <หนึ่ง>", date(2026, 11, 21), "เหตุใด\nจึงสี่คน", "สี่คน")
# The SDK asks for one; Word does not, and nothing of ours takes its fonts or colours from it.
_THEME = "officeDocument/2006/relationships/theme"
FACTS = {"s3": ("แก้ไขตามข้อเสนอ", "แก้ไขโดยฉบับที่ ๒"), "s6": ("ยกเลิกตามข้อเสนอ",), "s2": ("แก้ไขโดยฉบับที่ ๓",)}


def the_act(*, marked: bool) -> Document:
    return consolidated(old_act(), new_act(), compared() if marked else None, MATTER, FACTS)


KINDS: dict[str, Callable[[], Document]] = {
    "changes": lambda: differences.changes(old_act(), compared(), MATTER, {"s4": (NOTE, NOTE), "": (NOTE,)}),
    "sides": lambda: differences.beside(old_act(), compared(), MATTER),
    "table": lambda: differences.table(old_act(), compared(), MATTER),
    "act": lambda: the_act(marked=True),
    "clean": lambda: the_act(marked=False),
    "board": lambda: composition([a_board(), a_board()], MATTER),
    "review": samples.the_review,
    "bill": lambda: bill(BillText(("ร่าง", "พระราชบัญญัติ"), "โดยที่", (BillSection("มาตรา ๑", ("ก", "ข")),)), MATTER),
    "substance": samples.the_substance,
    "breaks": lambda: Document(
        "ก", (PageBreak(), Table(("ก",), (1,), (TableRow(()),)), Paragraph((), Style.RULE)), date(2026, 1, 1)
    ),
    **{f"hostile {number}": lambda text=text: one(text) for number, text in enumerate(MARKUP)},  # type: ignore[misc]
}


@cache
def validator() -> OpenXmlValidator:
    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=20)


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_is_valid_by_the_constraints_of_the_open_xml_sdk(kind, tmp_path: Path):
    made = tmp_path / "made.docx"
    made.write_bytes(word(replace(KINDS[kind](), origin=Origin(1, 1, "0" * 64, "act").properties)))
    found = [one.description for one in validator().validate(made).errors]
    assert [one for one in found if _THEME not in one] == []


def test_the_validator_would_find_a_wrong_order(tmp_path: Path):
    made = tmp_path / "made.docx"
    with zipfile.ZipFile(io.BytesIO(word(KINDS["changes"]()))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:b/><w:bCs/>", b"<w:bCs/><w:b/>"))
    assert any("'b'" in one.description for one in validator().validate(made).errors)


# --- footnotes --------------------------------------------------------------------------------------


def test_a_clean_act_has_every_footnote_where_its_unit_stands():
    made = word(the_act(marked=False))
    assert footnotes(made) == [FACTS["s2"][0], "\n".join(FACTS["s3"]), FACTS["s6"][0]]
    labels = [
        paragraph.findtext(f"{W}r/{W}t")
        for paragraph in part(made).iter(f"{W}p")
        if next(paragraph.iter(f"{W}footnoteReference"), None) is not None
    ]
    assert labels == ["มาตรา ๒", "มาตรา ๓", "มาตรา ๖"]
    assert part(made, "word/settings.xml").find(f"{W}footnotePr/{W}numFmt").get(f"{W}val") == "thaiNumbers"


def test_footnotes_follow_the_decision_on_the_changes():
    made = word(the_act(marked=True))
    assert footnotes(made, accept=True) == [FACTS["s2"][0], "\n".join(FACTS["s3"]), FACTS["s6"][0]]
    assert footnotes(made, accept=False) == [FACTS["s2"][0], FACTS["s3"][1]]
    for accept in (True, False):  # and are no text
        plain = word(consolidated(old_act(), new_act(), compared(), MATTER))
        assert decided(made, accept=accept) == decided(plain, accept=accept)


def test_a_section_that_goes_takes_no_footnote_along():
    new = read_act(re.sub("มาตรา ๖ .*\n\n", "", samples.ACT)).act
    comparison = compare_acts(old_act(), new)
    noted = provenance(old_act(), new, comparison, MATTER)
    assert "s6" in noted
    made = word(consolidated(old_act(), new, comparison, MATTER, noted))
    assert footnotes(made) == []
    assert any(line.startswith("มาตรา ๖  ") for line in decided(made, accept=False))


def test_a_section_that_goes_has_its_old_footnotes_back_when_that_is_rejected():
    old, new = samples.noted_and_gone()
    comparison = compare_acts(old, new)
    found = provenance(old, new, comparison, MATTER)
    assert found["s6"] == ("ยกเลิกตามข้อเสนอนี้ ร่างครั้งที่ ๒", samples.NOTE)
    made = word(consolidated(old, new, comparison, MATTER, {"s6": found["s6"]}))
    assert (footnotes(made, accept=True), footnotes(made, accept=False)) == ([], [samples.NOTE])


def test_footnotes_and_bound_spaces_are_no_text_when_the_file_comes_back():
    units = place(read_word(word(the_act(marked=True))).lines, new_act()).units
    assert {address: units[address].text for address in FACTS} == {
        address: new_act().sections()[address].text for address in FACTS
    }


def test_thai_letters_of_footnotes_have_their_font():
    runs = [*part(word(the_act(marked=True)), "word/footnotes.xml").iter(f"{W}t")]
    assert runs
    for words in runs:
        properties = words.getparent().find(f"{W}rPr")
        assert properties.find(f"{W}rFonts").get(f"{W}cs") == "TH Sarabun New"
        assert properties.find(f"{W}szCs").get(f"{W}val") == properties.find(f"{W}sz").get(f"{W}val")


# --- the head and the foot of a page ----------------------------------------------------------------


def raw(made: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return file.read(name).decode()


@pytest.mark.parametrize("kind", ["changes", "table", "act", "clean", "substance", "board"])
def test_the_head_tells_the_act_and_the_section_of_the_page(kind):
    made = word(KINDS[kind]())
    head = part(made, "word/header.xml")
    field = head.find(f".//{W}fldSimple")
    assert "".join(head.itertext()).startswith(MATTER.act)
    assert field.get(f"{W}instr").strip() == 'STYLEREF "Section Label"'
    labels = [
        "".join(run.itertext())
        for run in part(made).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle[@{W}val='SectionLabel']") is not None
    ]
    assert all(label.startswith("มาตรา ") for label in labels)
    assert "".join(field.itertext()) == " – ".join(dict.fromkeys((labels[0], labels[-1])))
    names = [style.find(f"{W}name").get(f"{W}val") for style in part(made, "word/styles.xml").iter(f"{W}style")]
    assert "Section Label" in names


def test_the_head_of_a_bill_says_that_its_sections_are_those_of_a_draft():
    sections = tuple(BillSection(f"มาตรา {number}", (f"ข้อ{number}",)) for number in "๑๒๓")
    head = part(word(bill(BillText(("ร่าง",), "โดยที่", sections), MATTER)), "word/header.xml")
    assert "".join(head.itertext()) == f"{MATTER.act}ร่างมาตรา ๑ – มาตรา ๓"


def test_a_document_without_sections_asks_for_none():
    assert "STYLEREF" not in raw(word(samples.the_review()), "word/header.xml")


def test_the_foot_has_the_code_the_hashes_and_the_pages_in_thai_digits():
    made = word(differences.table(old_act(), compared(), MATTER))
    foot = part(made, "word/footer.xml")
    words = "".join(foot.itertext())
    assert MATTER.foot in words
    assert MATTER.seal in words
    fields = [one.get(f"{W}instr").split() for one in foot.iter(f"{W}fldSimple")]
    assert fields == [["PAGE", "\\*", "THAIARABIC"], ["NUMPAGES", "\\*", "THAIARABIC"]]
    described = [one.get("descr") for one in foot.iter("{*}docPr")]
    assert described == [f"รหัสสำหรับตรวจเอกสารนี้ที่ {MATTER.address}"]
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert file.read("word/media/code.png").startswith(b"\x89PNG")


def test_the_watermark_lies_behind_the_text_and_says_the_state():
    head = raw(word(differences.table(old_act(), compared(), replace(MATTER, approved=True))), "word/header.xml")
    assert 'string="เห็นชอบแล้ว"' in head
    assert "z-index:-" in head


# --- what the text is set with ----------------------------------------------------------------------


def test_no_line_ends_between_a_word_and_its_number_even_where_a_change_lies_between():
    runs = (
        Run("ตามมาตรา ", Mark.PLAIN),
        Run("๕", Mark.DELETED),
        Run("๖", Mark.INSERTED),
        Run(" พ.ศ. ๒๕๕๕ และ ข้อ ๑ พระพุทธศักราช ๒๔๖๖"),
    )
    made = raw(word(Document("ก", (Paragraph(runs),), date(2026, 1, 1), tracked=True)), "word/document.xml")
    assert re.findall(">([^<]+)</w:(?:t|delText)>", made)[1:] == [
        "ตามมาตรา\xa0", "๕", "๖", " พ.ศ.\xa0๒๕๕๕ และ ข้อ\xa0๑ พระพุทธศักราช\xa0๒๔๖๖"
    ]  # fmt: skip


def test_titles_are_headings_wherever_they_stand():
    blocks = (
        Paragraph((Run("ร่าง", strong=True),), Style.CENTRE, level=1),
        Paragraph((Run("หลักการ", strong=True),), Style.CENTRE, level=2),
        Paragraph((Run("ข้อ", strong=True),), Style.HEADING, level=3),
    )
    body = part(word(Document("ก", blocks, date(2026, 1, 1), shows_title=False)))
    styles = [one.get(f"{W}val") for one in body.iter(f"{W}pStyle")]
    assert styles == ["Heading1", "Heading2", "Heading3"]
    assert [one.get(f"{W}val") for one in body.iter(f"{W}jc")] == ["center", "center"]


@pytest.mark.parametrize("kind", ["table", "sides", "board", "review"])
def test_tables_have_a_head_that_is_repeated_widths_and_rows_that_are_not_parted(kind):
    tables = [*part(word(KINDS[kind]())).iter(f"{W}tbl")]
    assert tables
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        columns = [one.get(f"{W}w") for one in table.iter(f"{W}gridCol")]
        assert all([one.get(f"{W}w") for one in row.iter(f"{W}tcW")] == columns for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"


def test_the_name_of_a_section_stays_with_its_first_line():
    rows = part(word(differences.table(old_act(), compared(), MATTER))).findall(f".//{W}tr")[1:]
    kept = [row for row in rows if row.find(f".//{W}keepNext") is not None]
    assert len(kept) == len(compared().sections)
    assert all("".join(row.itertext()).startswith(("มาตรา", "(ไม่มี)")) for row in kept)


def test_a_break_of_the_page_leaves_no_empty_line():
    paragraphs = [*part(word(composition([a_board(), a_board()], MATTER))).iter(f"{W}p")]
    broken = [one for one in paragraphs if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert ["".join(one.itertext()) for one in broken] == ["คณะกรรมการปั้นดินเผา  มาตรา ๔"]
    assert not [*part(word(composition([a_board()], MATTER))).iter(f"{W}br")]


def test_the_file_says_its_title_and_language():
    made = word(differences.table(old_act(), compared(), MATTER))
    core = etree.fromstring(raw(made, "docProps/core.xml").encode())
    assert core.findtext("{*}title") == "ตารางเปรียบเทียบ"
    assert core.findtext("{*}language") == "th"
    languages = {one.get(f"{W}bidi") for one in part(made, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"th-TH"}


def test_every_seat_of_a_board_is_a_tile_of_its_own():
    lines = [
        one for one in part(word(composition([a_board()], MATTER))).iter(f"{W}p") if one.find(f".//{W}bdr") is not None
    ]
    assert [len([*line.iter(f"{W}bdr")]) for line in lines] == [len(bar.seats) for bar in a_board().bars]
    for line in lines:
        framed = [run.find(f".//{W}bdr") is not None for run in line.iter(f"{W}r")]
        assert framed == [place % 2 == 0 for place in range(len(framed))]  # Word frames neighbours together
    signs = ["".join(run.itertext()).strip() for line in lines for run in line.iter(f"{W}r")][::2]
    assert "+" in signs
