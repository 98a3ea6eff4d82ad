"""Sections that somebody cut and pasted in Word: with their bookmark, without it, and with Word's own marks of a move."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree

from documents.word_back.placed import Why
from law.editing.edit import Edit
from tests.documents.word_edits import WHO, Editor, W
from tests.documents.word_trips import back, sent

FOUR = ("มาตรา ๔", "(๑) รักษาน้ำ", "(๒) เก็บขยะ", "ผู้ซื้อต้องช่วย")
FOUR_TEXT = "ผู้ค้ามีหน้าที่ดังต่อไปนี้\n(๑) รักษาน้ำ\n(๒) เก็บขยะ\nผู้ซื้อต้องช่วย"


@pytest.fixture
def editor() -> Editor:
    return Editor(sent())


def bookmarks(paragraph: etree._Element) -> list[etree._Element]:
    return [*paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]


def cut_and_paste(editor: Editor, words: tuple[str, ...], behind: str, *, bookmark: str) -> None:
    """``bookmark``: it goes ``along``, or ``stays`` at the paragraph that comes next, or is ``lost``."""
    there = editor.paragraph(behind)
    for one in [editor.paragraph(each) for each in words]:
        marks = bookmarks(one) if bookmark != "along" else []
        if bookmark == "stays" and marks:
            heir = one.getnext()
            for mark in reversed(marks):
                heir.insert(1 if heir.find(f"{W}pPr") is not None else 0, mark)
        elif marks:
            for mark in marks:
                one.remove(mark)
        there.addnext(one)
        there = one


def tracked_move(editor: Editor, words: tuple[str, ...], behind: str, *, bookmark: str) -> None:
    """As Word tracks it: the old place stays, struck out, and the new one has a copy."""
    there = editor.paragraph(behind)
    for one in [editor.paragraph(each) for each in words]:
        copy = deepcopy(one)
        for mark in bookmarks(one if bookmark == "new" else copy):
            mark.getparent().remove(mark)
        for paragraph, name in ((one, "moveFrom"), (copy, "moveTo")):
            head = paragraph.find(f"{W}pPr")
            marks = head.find(f"{W}rPr")
            marks = etree.SubElement(head, f"{W}rPr") if marks is None else marks
            etree.SubElement(marks, f"{W}{name}", WHO)
            for run in [*paragraph.iterchildren(f"{W}r")]:
                holder = etree.Element(f"{W}{name}", WHO)
                run.addprevious(holder)
                holder.append(run)
        there.addnext(copy)
        there = copy


@pytest.mark.parametrize("bookmark", ["along", "stays", "lost"])
def test_a_section_cut_and_pasted_stays_where_it_was_and_is_told(editor, bookmark):
    cut_and_paste(editor, FOUR, "เรือยนต์ต้องจดทะเบียน", bookmark=bookmark)
    editor.replace("เก็บขยะ", "เก็บขยะและผัก")
    trip = back(editor.save())
    assert trip.edits == (Edit("s4", FOUR_TEXT.replace("เก็บขยะ", "เก็บขยะและผัก")),)
    assert [(one.why, one.address, one.text) for one in trip.unplaced] == [(Why.MOVED, "s4", "มาตรา ๔ อยู่หลัง มาตรา ๗")]


@pytest.mark.parametrize("bookmark", ["old", "new"])
def test_a_move_that_word_tracked(editor, bookmark):
    tracked_move(editor, FOUR, "เรือยนต์ต้องจดทะเบียน", bookmark=bookmark)
    trip = back(editor.save())
    assert (trip.edits, trip.told) == ((), [(Why.MOVED, "s4")])


@pytest.mark.parametrize("bookmark", ["along", "stays", "lost"])
def test_a_section_moved_under_a_new_number_is_repealed_and_inserted(editor, bookmark):
    cut_and_paste(editor, FOUR, "เรือยนต์ต้องจดทะเบียน", bookmark=bookmark)
    editor.replace("มาตรา ๔", "มาตรา ๗/๑")
    trip = back(editor.save())
    assert set(trip.edits) == {Edit("s4", "(ยกเลิก)"), Edit("s7/1", FOUR_TEXT, "s7")}
    assert trip.unplaced == ()


def test_a_section_that_was_copied_is_told_whole(editor):
    there = editor.paragraph("เรือยนต์ต้องจดทะเบียน")
    for one in [deepcopy(editor.paragraph(each)) for each in FOUR]:
        for mark in bookmarks(one):
            one.remove(mark)
        there.addnext(one)
        there = one
    editor.insert_after("เรือพายต้องมีไฟ", "มาตรา ๖/๑  ใหม่")
    trip = back(editor.save())
    assert trip.edits == (Edit("s6/1", "ใหม่", "s6"),)
    assert [(one.why, one.address) for one in trip.unplaced] == [(Why.TAKEN, "s4")]
    assert trip.unplaced[0].text.split("\n")[1:] == FOUR_TEXT.split("\n")[1:]


def test_a_chapter_moved_with_its_sections_is_told_once(editor):
    cut_and_paste(editor, ("หมวด ๑", "ตลาด", "มาตรา ๓", *FOUR), "ให้รัฐมนตรีรักษาการ", bookmark="along")
    trip = back(editor.save())
    assert trip.edits == ()
    assert (Why.MOVED, "ch1") in trip.told


def test_what_is_typed_behind_a_moved_section_follows_what_stays(editor):
    cut_and_paste(editor, ("มาตรา ๓",), "เรือพายต้องมีไฟ", bookmark="along")
    editor.insert_after("ต้องมีท่าเรือ", "มาตรา ๖/๑  ใหม่")
    trip = back(editor.save())
    assert trip.edits == (Edit("s6/1", "ใหม่", "s6"),)
    assert trip.told == [(Why.MOVED, "s3")]


def test_new_units_find_their_place_by_number_where_the_paper_left_sections_out(editor):
    """The paper of changes has the touched sections only: what is typed behind one of them may belong far below."""
    first, last = editor.paragraph("มาตรา ๓"), editor.paragraph("หมวด ๓")
    for one in [*first.itersiblings(f"{W}p", preceding=True), *first.itersiblings(f"{W}p")]:
        if one is not last and one not in last.itersiblings():
            one.getparent().remove(one)
    behind = "ต้องมีท่าเรือ"
    for line in ("มาตรา ๗/๑  ก", "หมวด ๒/๑", "ท่าเรือ", "มาตรา ๗/๒  ข"):
        editor.insert_after(behind, line)
        behind = line
    trip = back(editor.save(), whole=False)
    assert set(trip.edits) == {Edit("s7/1", "ก", "s7"), Edit("ch2/1", "ท่าเรือ", "ch2"), Edit("s7/2", "ข", "ch2/1")}
