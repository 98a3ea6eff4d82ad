"""Word: accepting every tracked change gives the new text, rejecting every one the old."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.model import Document, Mark, Note, Paragraph, Run, Style, Table
from documents.papers import differences
from documents.papers.whole_act import consolidated
from documents.printable import TooLong
from documents.word.document import word
from law.act import Act, Division, Section
from law.compare import compare_acts
from law.editing.edit import Edit, apply_edits
from tests.documents.samples import MATTER, W, compared, decided, new_act, old_act, part

LABEL = re.compile(r"^มาตรา \S+$")


def lines_of(act: Act, sections: list[str]) -> list[str]:
    """The headings and lines of sections, as far as the act has them."""
    found = []
    for address in sections:
        section = act.get(address)
        if isinstance(section, Section):
            found += [section.heading, *section.text.split("\n")]
    return found


def changed_text(docx_bytes: bytes, *, accept: bool) -> list[str]:
    """From the first touched section on."""
    lines = decided(docx_bytes, accept=accept)
    first = next(place for place, line in enumerate(lines) if LABEL.match(line))
    return lines[first:]


def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old():
    made = word(differences.changes(old_act(), compared(), MATTER))
    touched = [section.address for section in compared().sections]
    assert touched == ["s3", "s4", "s5", "s6", "s6/1"]
    assert changed_text(made, accept=True) == lines_of(new_act(), touched)
    assert changed_text(made, accept=False) == lines_of(old_act(), touched)


def test_the_whole_act_is_the_new_one_or_the_old():
    made = word(consolidated(old_act(), new_act(), compared(), MATTER))
    for act, accept in ((new_act(), True), (old_act(), False)):
        text = "\n".join(decided(made, accept=accept))
        for section in act.sections().values():
            assert f"{section.heading}  {section.text}" in text
        assert len(re.findall(r"(?m)^มาตรา \S+  ", text)) == len(act.sections())


TEXTS = st.lists(
    st.lists(st.sampled_from(["คณะกรรมการ", "มี", "หน้าที่", " ", "สองคน", "แผน", "น้ำ", "ปี"]), min_size=1, max_size=6).map(
        lambda words: "ก" + "".join(words).strip()
    ),
    min_size=1,
    max_size=4,
)


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_two_texts_of_a_section(old_lines, new_lines):
    base = apply_edits(old_act(), (Edit("s5", "\n".join(old_lines)),))
    other = apply_edits(old_act(), (Edit("s5", "\n".join(new_lines)),))
    comparison = compare_acts(base, other)
    if not comparison.sections:
        return
    made = word(differences.changes(base, comparison, MATTER))
    assert changed_text(made, accept=True) == lines_of(other, ["s5"])
    assert changed_text(made, accept=False) == lines_of(base, ["s5"])


def test_every_change_has_an_author_a_time_and_a_number_of_its_own():
    document = part(word(differences.changes(old_act(), compared(), MATTER)))
    changes = [*document.iter(f"{W}ins", f"{W}del")]
    assert len(changes) > 10
    assert {change.get(f"{W}author") for change in changes} == {"ผู้ร่าง <สอง> & คณะ"}
    assert {change.get(f"{W}date") for change in changes} == {"2026-11-20T09:30:00Z"}
    numbers = [change.get(f"{W}id") for change in changes]
    assert len(set(numbers)) == len(numbers)


def test_every_run_names_the_thai_font_first_with_sizes_for_thai():
    document = part(word(differences.changes(old_act(), compared(), MATTER)))
    runs = [run for run in document.iter(f"{W}r") if run.find(f"{W}t") is not None]
    for run in runs:
        properties = run.find(f"{W}rPr")
        fonts = properties.find(f"{W}rFonts")
        assert {fonts.get(W + side) for side in ("ascii", "hAnsi", "cs")} == {"TH Sarabun New"}
        assert properties.find(f"{W}sz").get(f"{W}val") == properties.find(f"{W}szCs").get(f"{W}val")
        assert properties.find(f"{W}lang").get(f"{W}bidi") == "th-TH"
        assert properties.find(f"{W}cs") is not None
        assert (properties.find(f"{W}b") is None) == (properties.find(f"{W}bCs") is None)


def test_it_opens_with_few_named_styles_and_thai_page_numbers():
    made = word(differences.changes(old_act(), compared(), MATTER))
    opened = docx.Document(io.BytesIO(made))
    assert "Provision" in {style.name for style in opened.styles}
    assert len(opened.styles) <= 20
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        foot = next(file.read(name).decode() for name in file.namelist() if "footer" in name and "rels" not in name)
    assert foot.count("THAIARABIC") == 2
    assert "รหัส 0123456789ab" in foot


def test_the_table_lies_across_and_repeats_its_head():
    document = part(word(differences.table(old_act(), compared(), MATTER)))
    size = document.find(f".//{W}pgSz")
    assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))
    assert size.get(f"{W}orient") == "landscape"
    rows = document.findall(f".//{W}tr")
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert ["".join(cell.itertext()) for cell in rows[0].iter(f"{W}tc")] == ["กฎหมายที่ใช้อยู่", "ร่างครั้งที่ ๒", "เหตุผล"]
    assert not [*document.iter(f"{W}ins", f"{W}del")]
    assert {len(row.findall(f"{W}tc")) for row in rows} == {3}


def test_both_sides_of_the_table_are_the_two_texts():
    document = part(word(differences.beside(old_act(), compared(), MATTER)))
    columns = list(
        zip(
            *[["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in document.iter(f"{W}tr")], strict=True
        )
    )
    touched = [section.address for section in compared().sections]
    new = [line for line in columns[1][1:] if line and line != "(ไม่มี)"]
    assert new == lines_of(new_act(), touched)
    old = [line for line in columns[0][1:] if line and line != "(ไม่มี)"]
    assert old == lines_of(old_act(), touched)


def test_a_comment_is_a_comment_with_its_writer_and_day():
    note = Note("ผู้ตรวจ & <หนึ่ง>", date(2026, 11, 21), "เหตุใด\nจึงสี่คน", "สี่คน")
    made = word(Document("ก", (Paragraph((Run("สี่คน", Mark.INSERTED),), notes=(note, note)),), date(2026, 1, 1)))
    held = part(made, "word/comments.xml")
    comments = held.findall(f"{W}comment")
    assert [comment.get(f"{W}author") for comment in comments] == ["ผู้ตรวจ & <หนึ่ง>"] * 2
    assert comments[0].get(f"{W}date") == "2026-11-21T00:00:00Z"
    assert "จึงสี่คน" in "".join(comments[0].itertext())


@pytest.mark.parametrize(
    "make",
    [
        lambda: differences.table(old_act(), compared(), MATTER),
        lambda: differences.changes(old_act(), compared(), MATTER),
    ],
)
def test_the_same_document_gives_the_same_bytes(make):
    assert word(make()) == word(make())


def test_too_long_a_text_is_refused():
    with pytest.raises(TooLong):
        word(Document("ก", (Paragraph((Run("ก" * 1_000_000),)),), date(2026, 1, 1)))


def test_divisions_and_small_print_are_no_tracked_changes():
    assert any(isinstance(place.node, Division) for place in new_act().places().values())
    legend = Paragraph((Run("เพิ่ม", Mark.INSERTED),), Style.SMALL)
    document = part(word(Document("ก", (legend,), date(2026, 1, 1), tracked=True)))
    assert not [*document.iter(f"{W}ins", f"{W}del")]


def test_a_line_that_moved_is_marked_where_it_stood_and_where_it_stands():
    (held,) = (block for block in differences.table(old_act(), compared(), MATTER).blocks if isinstance(block, Table))
    for side in (0, 1):
        runs = [run for row in held.rows for one in row.cells[side].paragraphs for run in one.runs]
        (moved,) = (run.text for run in runs if run.mark is Mark.MOVED)
        assert moved.startswith("เมื่อรัฐมนตรีเห็นชอบ")
