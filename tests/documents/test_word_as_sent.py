"""Files as people send them: rewritten by Word, by Google Docs, by hand. What nobody changed has no edits."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml import etree

from documents.word_back.placed import Why
from documents.word_back.read import read_word
from law.editing.edit import Edit
from tests.documents.word_edits import WHO, Editor, W
from tests.documents.word_trips import back, sent

NUMBERED = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/>
<w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


@pytest.fixture
def editor() -> Editor:
    return Editor(sent())


def made(tag: str, **attributes: str) -> etree._Element:
    return etree.Element(f"{W}{tag}", {f"{W}{name}": value for name, value in attributes.items()})


def texts(editor: Editor) -> list[etree._Element]:
    return [one for one in editor.document.iter(f"{W}t") if one.text]


def split_runs(editor: Editor) -> None:
    """A run each letter: Word parts a base from its tone mark where a mark of spelling or of a session ends."""
    for text in texts(editor):
        run = text.getparent()
        for letter in text.text:
            piece = Editor._like(run, letter)
            piece.set(f"{W}rsidR", "00A1")
            run.addprevious(piece)
            run.addprevious(made("proofErr", type="spellStart"))
        run.getparent().remove(run)


def breaks_of_thai(editor: Editor) -> None:
    """Signs that Word and people put between Thai words."""
    for text in texts(editor):
        text.text = re.sub("(?<=[ก-ฮ])(?=[ก-ฮ])", "\u200b", text.text).replace(" ", "\xa0")
        text.text = text.text.replace("ร", "ร\u00ad", 1).replace("า", "า\u200d", 1) + "\ufeff"


def wrapped(editor: Editor) -> None:
    """Content controls, smart tags, hyperlinks and fields round words; other people's bookmarks."""
    for number, paragraph in enumerate([*editor.document.iter(f"{W}p")]):
        for run in [*paragraph.iterchildren(f"{W}r")][:1]:
            control, content = made("sdt"), made("sdtContent")
            inner = made("smartTag", element="place") if number % 2 else made("hyperlink", anchor="_x")
            run.addprevious(control)
            control.append(content)
            content.append(inner)
            inner.append(run)
            for kind in ("begin", "separate", "end"):
                field = made("r")
                field.append(made("fldChar", fldCharType=kind))
                run.addprevious(field) if kind != "end" else run.addnext(field)
            code = made("r")
            etree.SubElement(code, f"{W}instrText").text = " REF มาตรา "
            run.getprevious().addprevious(code)
        paragraph.append(made("bookmarkStart", id=f"9{number}", name=f"_GoBack{number}"))


def restyled(editor: Editor) -> None:
    """Styles go by other names, whole paragraphs stand in a content control, tabs and soft breaks at their ends."""
    for style in editor.document.iter(f"{W}pStyle"):
        style.set(f"{W}val", f"a{len(style.get(f'{W}val'))}")
    for paragraph in [*editor.document.iter(f"{W}p")]:
        control = made("sdt")
        paragraph.addprevious(control)
        etree.SubElement(control, f"{W}sdtContent").append(paragraph)
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}tab")
        etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}lastRenderedPageBreak")


@pytest.mark.parametrize("habit", [split_runs, breaks_of_thai, wrapped, restyled])
def test_how_a_program_writes_changes_nothing(editor, habit: Callable[[Editor], None]):
    habit(editor)
    trip = back(editor.save())
    assert (trip.edits, trip.merged.missing) == ((), ())
    assert [one for one in trip.unplaced if one.why is not Why.BEFORE] == []
    assert trip.placed.adapted == 0


def bare(editor: Editor) -> None:
    """As Google Docs writes: no bookmarks, no styles; numbers in Arabic digits as people retype them."""
    for name in ("bookmarkStart", "bookmarkEnd", "pStyle", "rStyle"):
        for one in [*editor.document.iter(f"{W}{name}")]:
            one.getparent().remove(one)


def test_without_styles_and_bookmarks_the_words_say_what_they_are(editor):
    bare(editor)
    editor.replace("เรือพายต้องมีไฟ", "เรือพายต้องมีไฟสองดวง", tracked=False)
    editor.insert_after("เรือยนต์ต้องจดทะเบียน", "มาตรา ๗/๑  ท่าเรือต้องสะอาด")
    editor.insert_after("เรือยนต์ต้องจดทะเบียน", "ท่าเรือ")
    editor.insert_after("เรือยนต์ต้องจดทะเบียน", "หมวด ๒/๑")
    trip = back(editor.save(), whole=False)
    assert set(trip.edits) == {
        Edit("s6", "เรือพายต้องมีไฟสองดวง"),
        Edit("ch2/1", "ท่าเรือ", "ch2"),
        Edit("s7/1", "ท่าเรือต้องสะอาด", "ch2/1"),
    }
    assert {one.why for one in trip.unplaced} <= {Why.BEFORE}


def test_labels_typed_by_automatic_numbers(editor):
    for words in ("(๑) รักษาน้ำ", "(๒) เก็บขยะ"):
        paragraph = editor.paragraph(words)
        text = next(one for one in paragraph.iter(f"{W}t") if one.text)
        text.text = text.text[4:]
        numbers = etree.SubElement(paragraph.find(f"{W}pPr"), f"{W}numPr")
        numbers.extend([made("ilvl", val="0"), made("numId", val="1")])
    new = editor.insert_after("เก็บขยะ", "ประหยัดน้ำ")
    new.find(f"{W}pPr").append(etree.fromstring(etree.tostring(editor.paragraph("เก็บขยะ").find(f".//{W}numPr"))))
    editor.delete("รักษาน้ำ")

    def with_numbers(parts: dict[str, bytes]) -> None:
        parts["word/numbering.xml"] = NUMBERED.encode()

    (edit,) = back(editor.save(with_numbers)).edits
    assert edit.text == "ผู้ค้ามีหน้าที่ดังต่อไปนี้\n(๑) เก็บขยะ\n(๒) ประหยัดน้ำ\nผู้ซื้อต้องช่วย"


def test_changes_of_several_people_in_each_other(editor):
    """The second deletes words that the first inserted, and inserts others there."""
    editor.replace("ต้องมีท่าเรือ", "ต้องมีท่าเรือสามท่า")
    second = {**WHO, f"{W}author": "คนที่สอง", f"{W}date": "2026-11-23T08:00:00Z"}
    run = next(run for run in editor.document.iter(f"{W}r") if Editor.text(run).endswith("องมีท่าเรือสามท่า"))
    kept, gone = Editor._like(run, "\u0e49องมีท่าเรือ"), Editor._like(run, "สามท่า")
    gone.find(f"{W}t").tag = f"{W}delText"
    struck, added = etree.Element(f"{W}del", second), etree.Element(f"{W}ins", second)
    struck.append(gone)
    added.append(Editor._like(run, "สองท่า"))
    outer = run.getparent()
    run.addprevious(kept)
    run.addprevious(struck)
    outer.addnext(added)
    outer.remove(run)
    trip = back(editor.save())
    assert trip.edits == (Edit("s3", "ตลาดน้ำต้องมีท่าเรือสองท่า"),)
    assert {change.author for change in trip.placed.units["s3"].changes} == {"ทนาย <นอก>", "คนที่สอง"}
    assert trip.placed.units["s5"].changes == set()


def test_who_deleted_the_last_item_is_known_of_its_own_section(editor):
    editor.delete("ผู้ซื้อต้องช่วย")
    editor.delete("มาตรา ๙")
    editor.delete("มาตรา ๘")
    trip = back(editor.save())
    assert {edit.address for edit in trip.edits} == {"s4", "s8", "s9"}
    by = {address for address, unit in trip.placed.units.items() if unit.changes}
    assert by == {"s4", "s8", "s9"}


def test_footnotes_tables_pictures_and_signs_are_told_with_their_place(editor):
    paragraph = editor.paragraph("ต้องมีท่าเรือ")
    run = etree.SubElement(paragraph, f"{W}r")
    for one in (made("footnoteReference", id="7"), made("drawing"), made("sym", font="Wingdings", char="F0FE")):
        run.append(one)
    run.append(made("sym", font="Symbol", char="2265"))
    table = etree.fromstring(
        f'<w:tbl xmlns:w="{W[1:-1]}">'
        + "".join(
            "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) + "</w:tr>"
            for row in (("เรือ", "อัตรา"), ("พาย", "๑๐ บาท"))
        )
        + "</w:tbl>"
    )
    editor.paragraph("(๒) เก็บขยะ").addnext(table)
    note = '<w:footnote w:id="7"><w:p><w:r><w:t>ดูกฎกระทรวง</w:t></w:r></w:p></w:footnote>'

    def with_note(parts: dict[str, bytes]) -> None:
        parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W[1:-1]}">{note}</w:footnotes>'.encode()

    trip = back(editor.save(with_note))
    assert trip.edits == (Edit("s3", "ตลาดน้ำต้องมีท่าเรือ≥"),)
    assert [(one.why, one.address, one.text) for one in trip.unplaced] == [
        (Why.FOOTNOTE, "s3", "ดูกฎกระทรวง"),
        (Why.OBJECT, "s3", ""),
        (Why.SIGN, "s3", "Wingdings F0FE"),
        (Why.TABLE, "s4", "เรือ | อัตรา\nพาย | ๑๐ บาท"),
    ]


def test_an_act_laid_out_in_a_table_is_still_read(editor):
    body = editor.document.find(f"{W}body")
    table = etree.SubElement(body, f"{W}tbl")
    for paragraph in [*body.iterchildren(f"{W}p")]:
        etree.SubElement(etree.SubElement(table, f"{W}tr"), f"{W}tc").append(paragraph)
    trip = back(editor.save())
    assert (trip.edits, trip.merged.missing) == ((), ())


def test_a_table_of_contents_and_a_place_to_type_are_no_text(editor):
    contents = etree.fromstring(
        f'<w:sdt xmlns:w="{W[1:-1]}"><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>หมวด ๑ ตลาด ... ๓</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    editor.paragraph("มาตรา ๕").addprevious(contents)
    held = etree.fromstring(
        f'<w:sdt xmlns:w="{W[1:-1]}"><w:sdtPr><w:showingPlcHdr/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>คลิกที่นี่เพื่อพิมพ์</w:t></w:r></w:sdtContent></w:sdt>"
    )
    editor.paragraph("มาตรา ๕").append(held)
    trip = back(editor.save())
    assert (trip.edits, trip.unplaced) == ((), ())


def test_a_comment_keeps_to_what_it_was_about(editor):
    """On words that were deleted, on a paragraph's end and the next one, on a deleted last item: its own unit."""
    editor.comment("เก็บขยะ", "ทำไมตัด", number="1")
    editor.delete("เก็บขยะ")
    editor.comment("ผู้ซื้อต้องช่วย", "ใคร", number="2")
    editor.delete("ผู้ซื้อต้องช่วย")
    file = read_word(editor.save())
    found = {one.number: (back(editor.save()).placed.home(one.line, one.start), one.struck) for one in file.comments}
    assert found == {"1": ("s4", "เก็บขยะ"), "2": ("s4", "ผู้ซื้อต้องช่วย")}
