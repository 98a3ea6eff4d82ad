"""What somebody types in Word - chapters, sections, items - comes back as the edits that Rangkae's editor makes."""

from __future__ import annotations

import pytest

from documents.word_back.placed import Why
from law.editing.edit import Edit, apply_edits
from law.editing.edits import edits_between
from tests.documents.word_edits import Editor, W
from tests.documents.word_trips import ACT, FOUNDED, back, sent


@pytest.fixture
def editor() -> Editor:
    return Editor(sent())


def typed(editor: Editor, behind: str, *lines: str, tracked: bool = True) -> None:
    """New paragraphs behind the one that has these words."""
    for line in reversed(lines):
        editor.insert_after(behind, line, tracked=tracked)


def test_what_nobody_touched_has_no_edits(editor):
    trip = back(editor.save())
    assert (trip.edits, trip.unplaced, trip.merged.missing) == ((), (), ())


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("behind", "lines", "edits"),
    FOUNDED,
)
def test_new_chapters_and_sections(editor, tracked, behind, lines, edits):
    typed(editor, behind, *lines, tracked=tracked)
    trip = back(editor.save())
    assert trip.unplaced == ()
    assert set(trip.edits) == set(edits)
    assert trip.act == apply_edits(ACT, edits)
    assert set(edits_between(ACT, trip.act)) == set(edits)


@pytest.mark.parametrize(
    ("behind", "lines", "text"),
    [
        ("เก็บขยะ", ["(๓) ประหยัดน้ำ"], "(๒) เก็บขยะ\n(๓) ประหยัดน้ำ\nผู้ซื้อต้องช่วย"),
        ("รักษาน้ำ", ["(1/1) ประหยัดน้ำ"], "(๑) รักษาน้ำ\n(๑/๑) ประหยัดน้ำ\n(๒) เก็บขยะ\nผู้ซื้อต้องช่วย"),
        ("ผู้ซื้อต้องช่วย", ["ผู้ขายต้อง “ช่วย” ด้วย"], "ผู้ซื้อต้องช่วย\nผู้ขายต้อง “ช่วย” ด้วย"),
    ],
)
def test_items_and_paragraphs(editor, behind, lines, text):
    typed(editor, behind, *lines)
    (edit,) = back(editor.save()).edits
    assert edit.address == "s4"
    assert edit.text.endswith(text)


def test_a_definition_is_edited_and_one_added(editor):
    editor.replace("ค้าขายทางเรือ", "ค้าขายทางน้ำ")
    typed(editor, "ผู้ซึ่งขายของจากเรือ", "“เรือ” หมายความว่า ยานพาหนะทางน้ำ")
    (edit,) = back(editor.save()).edits
    assert edit.text.split("\n")[1:] == [
        "“ตลาดน้ำ” หมายความว่า ที่ซึ่งค้าขายทางน้ำ",
        "“ผู้ค้า” หมายความว่า ผู้ซึ่งขายของจากเรือ",
        "“เรือ” หมายความว่า ยานพาหนะทางน้ำ",
    ]


def test_a_paragraph_is_split_and_two_are_joined(editor):
    split = editor.paragraph("เรือยนต์ต้องจดทะเบียน")
    editor.replace("เรือยนต์ต้องจดทะเบียน", "เรือยนต์ต้อง", tracked=False)
    assert split is not None
    typed(editor, "เรือยนต์ต้อง", "จดทะเบียน")
    # Word joins two paragraphs by deleting the end of the first.
    first = editor.paragraph("(๑) รักษาน้ำ")
    marks = first.find(f"{W}pPr")
    marks = first.insert(0, first.makeelement(f"{W}pPr")) or first[0] if marks is None else marks
    marks.append(marks.makeelement(f"{W}rPr"))
    marks[-1].append(marks.makeelement(f"{W}del", {f"{W}author": "ก"}))
    found = {edit.address: edit.text for edit in back(editor.save()).edits}
    assert found == {
        "s7": "เรือยนต์ต้อง\nจดทะเบียน",
        "s4": "ผู้ค้ามีหน้าที่ดังต่อไปนี้\n(๑) รักษาน้ำ(๒) เก็บขยะ\nผู้ซื้อต้องช่วย",
    }


def test_a_chapter_is_renamed_or_given_another_number(editor):
    editor.paragraph("ตลาด").find(f".//{W}t").text = "ตลาดและท่าเรือ"
    editor.replace("หมวด ๓", "หมวด ๓๐")
    trip = back(editor.save())
    assert trip.edits == (Edit("ch1", "ตลาดและท่าเรือ"),)
    assert trip.told == [(Why.NUMBER, "ch3")]


@pytest.mark.parametrize("marked", [True, False])
def test_a_chapter_is_repealed(editor, marked):
    """Everything of it is deleted; whether its name says so, or it went as well."""
    for words in ("มาตรา ๘", "มาตรา ๙"):
        editor.delete(words)
    if marked:
        editor.replace("โทษ", "(ยกเลิก)")
    else:
        editor.delete("หมวด ๓")
        editor.delete("โทษ")
    trip = back(editor.save())
    assert set(trip.edits) == {Edit("ch3", "(ยกเลิก)"), Edit("s8", "(ยกเลิก)"), Edit("s9", "(ยกเลิก)")}
    assert trip.unplaced == ()


def test_a_heading_taken_out_over_sections_that_stay_is_told(editor):
    editor.delete("หมวด ๓")
    editor.delete("โทษ")
    trip = back(editor.save())
    assert trip.edits == ()
    assert trip.told == [(Why.HEADING, "ch3")]


def test_words_under_a_chapter_that_are_no_section_are_told(editor):
    typed(editor, "ผู้ซื้อต้องช่วย", "หมวด ๑/๑", "กองทุน", "ให้มีกองทุนตลาดน้ำ", "มาตรา ๔/๑  เงินของกองทุน", "บทเฉพาะกาล")
    trip = back(editor.save())
    assert set(trip.edits) == {Edit("ch1/1", "กองทุน", "ch1"), Edit("s4/1", "เงินของกองทุน", "ch1/1")}
    assert [(one.why, one.address, one.text) for one in trip.unplaced] == [
        (Why.LOOSE, "ch1/1", "ให้มีกองทุนตลาดน้ำ"),
        (Why.HEADING, "s4/1", "บทเฉพาะกาล"),
    ]


def test_a_part_at_the_end_of_a_chapter_without_parts_is_told_and_its_sections_come(editor):
    """A heading can be put over what follows it, or behind one of its level: here is neither."""
    typed(editor, "ผู้ซื้อต้องช่วย", "ส่วนที่ ๑", "กองทุน", "มาตรา ๔/๑  ให้มีกองทุน", "มาตรา ๔/๒  เงินของกองทุน")
    trip = back(editor.save())
    assert set(trip.edits) == {Edit("s4/1", "ให้มีกองทุน", "s4"), Edit("s4/2", "เงินของกองทุน", "s4/1")}
    assert [(one.why, one.address, one.text) for one in trip.unplaced] == [(Why.NO_PLACE, "s4", "ส่วนที่ ๑\nกองทุน")]


def test_a_number_without_words_is_told(editor):
    typed(editor, "ต้องมีท่าเรือ", "มาตรา ๓/๑")
    trip = back(editor.save())
    assert (trip.edits, trip.told) == ((), [(Why.EMPTY, "s3")])
