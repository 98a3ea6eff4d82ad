"""What real files hold that imitations do not: parts by other names, marks between paragraphs, numbers by styles.

Written by hand as Word, LibreOffice, Google Docs, WPS and OnlyOffice write it. All of it comes back as text, as a
comment, or is told with its place.
"""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from documents.word_back.package import NotWord
from documents.word_back.placed import Why
from documents.word_back.read import WordFile, read_word
from law.editing.edit import Edit
from tests.documents.test_word_as_sent import texts
from tests.documents.test_word_back import listed, made, run
from tests.documents.test_word_back import texts as lines_of
from tests.documents.word_edits import WHO, Editor, W, repacked
from tests.documents.word_trips import back, sent

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/>{}<w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'


@pytest.fixture
def editor() -> Editor:
    return Editor(sent())


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return LEVEL.format(depth, more, form, text)


def styled(style: str, text: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{run(text) if text else ""}</w:p>'


# --- text -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a line's end within the XML is a space, as Word shows it
        ("<w:p><w:r><w:t>ก\nข</w:t></w:r></w:p>", ["ก ข"]),
        # a tab to a place, a break of the page or column
        ("<w:p><w:r><w:t>ก</w:t><w:ptab/><w:t>ข</w:t></w:r></w:p>", ["ก ข"]),
        ('<w:p><w:r><w:t>ก</w:t><w:br w:type="page"/><w:t>ข</w:t></w:r></w:p>', ["ก\nข"]),
        ("<w:p><w:r><w:t>ก</w:t><w:noBreakHyphen/><w:t>ข</w:t><w:softHyphen/><w:t>ค</w:t></w:r></w:p>", ["ก-ขค"]),
        # a cell that was deleted, with the table left
        (
            "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:p><w:r><w:t>ข</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ["", "ข"],
        ),
        # a row that was inserted, in a table in a table
        (
            "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p><w:ins><w:r><w:t>ก</w:t></w:r></w:ins>"
            "</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            ["ก"],
        ),
        # moved, and changed where it stands now; the old place within an insertion
        (
            f"<w:p><w:ins><w:moveFrom>{run('ก')}</w:moveFrom></w:ins>{run('ข')}</w:p>"
            f"<w:p><w:moveTo>{run('ก')}<w:del>{run('ค', 'delText')}</w:del></w:moveTo></w:p>",
            ["ข", "ก"],
        ),
        # fields in fields: what is shown, not what is asked for
        (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("๑")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("มาตรา")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            f'<w:fldSimple w:instr=" NUMPAGES ">{run("๙")}</w:fldSimple></w:p>',
            ["๑มาตรา๙"],
        ),
        # suggestions of Google Docs
        (
            '<w:p><w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>'
            f"<w:ins>{run('ก')}</w:ins></w:sdtContent></w:sdt><w:customXml>{run('ข')}</w:customXml>"
            f"<w:dir><w:bdo>{run('ค')}</w:bdo></w:dir></w:p>",
            ["กขค"],
        ),
    ],
)
def test_what_is_seen_is_read(body, expected):
    assert lines_of(made(body)) == expected


def test_a_break_before_a_section_leaves_it_a_section(editor):
    for words in ("มาตรา ๕", "มาตรา ๖"):
        paragraph = editor.paragraph(words)
        made_break = etree.Element(f"{W}r")
        etree.SubElement(made_break, f"{W}br", {f"{W}type": "page"})
        next(paragraph.iterchildren(f"{W}r")).addprevious(made_break)
    assert back(editor.save()).edits == ()


def test_old_thai_fonts_and_mixed_digits(editor):
    editor.insert_after("เรือพายต้องมีไฟ", "มาตรา ๖/1  ค\uf70aาปรับไม่เกิน 1๐0 บาท")
    assert back(editor.save()).edits == (Edit("s6/1", "ค่าปรับไม่เกิน ๑๐๐ บาท", "s6"),)


def test_words_struck_by_hand_are_told_and_stay(editor):
    text = next(one for one in texts(editor) if "ต้องมีไฟ" in one.text)
    for piece in ("ไฟ", "มี"):
        struck = Editor._like(text.getparent(), piece)
        etree.SubElement(struck.find(f"{W}rPr"), f"{W}strike")
        text.getparent().addnext(struck)
    text.text = text.text.removesuffix("มีไฟ")
    trip = back(editor.save())
    assert trip.edits == ()
    assert [(one.why, one.address, one.text) for one in trip.unplaced] == [(Why.STRUCK, "s6", "มีไฟ")]


def test_a_formula_is_told_for_its_shape_is_no_text(editor):
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = etree.fromstring(
        f'<m:oMath xmlns:m="{math}"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>'
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    editor.paragraph("มาตรา ๖").append(formula)
    assert (Why.OBJECT, "s6") in back(editor.save()).told


# --- numbers that a program counts ------------------------------------------------------------------


def test_numbers_by_styles_that_are_based_on_others():
    first, second = (f'<w:pStyle w:val="{style}"/>' for style in "AB")
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level(0, "thaiNumbers", "(%1)", first)}'
        f"{level(1, 'thaiLetters', '(%2)', second)}</w:abstractNum>"
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    )
    numbered = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:styleId="A"><w:name w:val="ก"/>{numbered}</w:style>'
        f'<w:style w:styleId="B"><w:name w:val="ข"/><w:basedOn w:val="A"/>{numbered}</w:style>'
        '<w:style w:styleId="C"><w:name w:val="ค"/><w:basedOn w:val="A"/></w:style>'
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("A", "ก") + styled("B", "ข") + styled("C", "ค") + styled("A", "ง", none) + styled("A", "จ")
    assert lines_of(made(body, numbering=numbering, styles=styles)) == ["(๑) ก", "(ก) ข", "(๒) ค", "ง", "(๓) จ"]


def test_numbers_of_a_list_by_its_style_and_with_levels_of_its_own():
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>{level(0, "thaiNumbers", "(%1)")}</w:lvlOverride></w:num>'
    )
    other = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>' + run("ก") + "</w:p>"
    assert lines_of(made(other + listed("ข") + listed("ค"), numbering=numbering)) == ["1. ก", "(๗) ข", "(๘) ค"]


def test_bullets_are_no_labels_and_headings_by_number_are():
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level(0, "thaiNumbers", "หมวด %1")}{level(1, "bullet", "o")}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = listed("") + "<w:p>" + run("ตลาด") + "</w:p>" + listed("ก", 1)
    assert [line.strip() for line in lines_of(made(body, numbering=numbering))] == ["หมวด ๑", "ตลาด", "ก"]


# --- marks between paragraphs, and comments -----------------------------------------------------------


def test_a_comment_on_whole_paragraphs_and_a_bookmark_between_them():
    file = made(
        f'<w:commentRangeStart w:id="1"/><w:bookmarkStart w:id="5" w:name="rk"/><w:p>{run("ก")}</w:p><w:p>{run("ข")}</w:p>'
        f'<w:commentRangeEnd w:id="1"/><w:p>{run("ค")}<w:r><w:commentReference w:id="1"/></w:r></w:p>'
        f'<w:p>{run("ง")}<w:commentRangeStart w:id="2"/>{run("จ")}</w:p><w:commentRangeEnd w:id="2"/>',
        comments="".join(f'<w:comment w:id="{n}"><w:p>{run(str(n))}</w:p></w:comment>' for n in (1, 2)),
    )
    first, second = file.comments
    assert (first.line, first.quote) == (0, "ก")
    assert (second.line, second.start) == (3, 1)
    assert file.lines[0].starts == ((0, "rk"),)


def elsewhere(raw: bytes, strict: bool = False) -> WordFile:
    """With every part under another name, as SharePoint stores a second version; in the strict form of the standard."""
    swapped = {"document": "document2", "comments": "comments7", "styles": "styles3", "header": "h1", "footer": "f1"}

    def change(parts: dict[str, bytes]) -> None:
        for name in [*parts]:
            content = parts.pop(name)
            for old, new in swapped.items():
                name = name.replace(f"word/{old}.xml", f"word/{new}.xml").replace(f"rels/{old}.xml", f"rels/{new}.xml")
                content = content.replace(f'"word/{old}.xml'.encode(), f'"/word/{new}.xml'.encode())
                content = content.replace(f'/word/{old}.xml"'.encode(), f'/word/{new}.xml"'.encode())
                if name.endswith("document2.xml.rels"):
                    content = content.replace(f'Target="{old}.xml"'.encode(), f'Target="/word/{new}.xml"'.encode())
            if strict:
                content = content.replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
                content = content.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            parts[name] = content

    return read_word(repacked(raw, change))


@pytest.mark.parametrize("strict", [False, True])
def test_parts_by_other_names(editor, strict):
    editor.comment("เก็บขยะ", "ทำไม")
    raw = editor.save()
    usual, other = read_word(raw), elsewhere(raw, strict)
    assert [one.text for one in usual.comments] == ["ทำไม"]
    assert (other.lines, other.comments, other.margins) == (usual.lines, usual.comments, usual.margins)


def test_styles_by_other_names_are_still_ours(editor):
    """WPS numbers them, Word in Thai and LibreOffice have names of their own; the name within says what it is."""
    raw = editor.save()

    def renamed(parts: dict[str, bytes]) -> None:
        for name in ("word/document.xml", "word/styles.xml"):
            parts[name] = parts[name].replace(b'"Remark"', b'"17"').replace(b'"Heading1"', b'"2"')
            parts[name] = parts[name].replace(b'w:name w:val="17"', b'w:name w:val="Remark"')

    assert back(repacked(raw, renamed)).unplaced == ()


# --- head and foot of the pages -----------------------------------------------------------------------


def test_what_is_written_in_the_margins_is_told_and_what_we_print_is_not(editor):
    raw = editor.save()
    assert back(raw).unplaced == ()
    words = "<w:r><w:t>พระราชบัญญัติส่งเสริมตลาดน้ำ พ.ศ. ๒๕๕๐ มาตรา ๙</w:t></w:r>"
    added = f'<w:p xmlns:w="{W[1:-1]}">{{}}</w:p>'.format
    tracked = added(f'<w:ins w:author="ก" w:date="{WHO[f"{W}date"]}">{words}</w:ins>')

    def noted(parts: dict[str, bytes]) -> None:
        parts["word/header.xml"] = parts["word/header.xml"].replace(
            b"</w:hdr>", (added(run("ลับ")) + tracked).encode() + b"</w:hdr>"
        )

    trip = back(repacked(raw, noted))
    assert [(one.why, one.address, one.text) for one in trip.unplaced] == [
        (Why.MARGIN, "", "ลับ\nพระราชบัญญัติส่งเสริมตลาดน้ำ พ.ศ. ๒๕๕๐ มาตรา ๙")
    ]


# --- what is no Word file -------------------------------------------------------------------------


def zipped(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "locked"),
        (b"{\\rtf1\\ansi }", "package"),
        (b"%PDF-1.7", "package"),
        (b"<html><body>Word</body></html>", "package"),
        (zipped(content_xml="<x/>", mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (zipped(xl__workbook_xml="<x/>"), "package"),
    ],
)
def test_other_files_are_refused(raw, code):
    with pytest.raises(NotWord) as refused:
        read_word(raw)
    assert refused.value.code == code


def test_a_namespace_is_all_that_makes_an_element(editor):
    """OnlyOffice and old libraries write other prefixes for the same names."""
    raw = repacked(
        editor.save(),
        lambda parts: parts.update(
            {
                "word/document.xml": parts["word/document.xml"]
                .replace(b"w:", b"ns0:")
                .replace(b"xmlns:w=", b"xmlns:ns0=")
            }
        ),
    )
    assert back(raw).edits == ()
