"""Acts in Word documents, saved web pages and Akoma Ntoso."""

import io
import time
import zipfile

import docx
import pytest
from hypothesis import given, settings

from law.act import act_text
from law.cli import parse as parse_command
from law.parse import read_act
from law.readers import NotText, text_of
from tests.law.acts_invented import acts

LINES = [
    "พระราชบัญญัติ",
    "สวน",
    "พ.ศ. ๒๕๕๐",
    "",
    "มาตรา ๑  ก",
    "",
    "หมวด ๑",
    "การรดน้ำ",
    "",
    "มาตรา ๒  ให้รด",
    "(๑) เช้า",
    "(๒) เย็น",
    "วรรคสอง",
]
EXPECTED = {"s1": "ก", "s2": "ให้รด\n(๑) เช้า\n(๒) เย็น\nวรรคสอง"}


def read(raw: bytes) -> dict[str, str]:
    reading = read_act(text_of(raw))
    assert reading.ledger.balanced
    assert reading.act.title == "พระราชบัญญัติสวน พ.ศ. ๒๕๕๐"
    assert reading.act.get("ch1").title == "การรดน้ำ"
    return {address: section.text for address, section in reading.act.sections().items()}


def word(lines: list[str]) -> docx.document.Document:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_document() -> None:
    assert read(saved(word(LINES))) == EXPECTED


def test_line_breaks_and_tables_of_a_word_document() -> None:
    document = word(LINES[:10])
    document.paragraphs[-1].add_run().add_break()
    document.paragraphs[-1].add_run("(๑) เช้า")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "(๒) เย็น"
    table.cell(0, 1).text = "วรรคสอง"

    assert read(saved(document)) == EXPECTED


def test_tracked_changes_of_a_word_document_count_as_made() -> None:
    document = word([*LINES[:-1], "วรรค"])
    run = document.paragraphs[-1]._p.makeelement(docx.oxml.ns.qn("w:ins"), {})
    run.append(docx.oxml.parse_xml(f"<w:r {docx.oxml.ns.nsdecls('w')}><w:t>สอง</w:t></w:r>"))
    gone = docx.oxml.parse_xml(f"<w:del {docx.oxml.ns.nsdecls('w')}><w:r><w:delText>สาม</w:delText></w:r></w:del>")
    document.paragraphs[-1]._p.append(run)
    document.paragraphs[-1]._p.append(gone)

    assert read(saved(document)) == EXPECTED


PAGE = """<!DOCTYPE html><html><head><meta charset="windows-874"><title>หน้า</title><script>var a = "มาตรา ๙";</script></head><body>
<nav>เมนู มาตรา ๘</nav><p align=center>พระราชบัญญัติ<br>สวน<br>พ.ศ. ๒๕๕๐</p><p>&nbsp;</p>
<p class=MsoNormal><b>มาตรา&nbsp;๑</b>&nbsp;
ก</p><p>&nbsp;</p><p>หมวด ๑<br>การรดน้ำ</p><p>&nbsp;</p>
<p>มาตรา ๒<a href="#_ftn1"><span>[๑]</span></a>  ให้รด</p><table><tr><td>(๑)
เช้า</td></tr></table><p>(๒) เย็น</p><p>วรรคสอง</p><p style="display: none">ซ่อน</p><!-- มาตรา ๗ -->
<p><a name="_ftn1">[๑]</a> ราชกิจจานุเบกษา</p></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp874", "utf-16"])
def test_a_saved_web_page(encoding) -> None:
    sections = read(PAGE.encode(encoding))

    assert sections == EXPECTED
    act = read_act(text_of(PAGE.encode(encoding))).act
    assert act.sections()["s2"].notes == ("1",)
    assert act.footnotes[0].text == "ราชกิจจานุเบกษา"


AKN = """<?xml version="1.0" encoding="{encoding}"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification source="#x"/></meta>
<preface><p><docTitle>พระราชบัญญัติสวน พ.ศ. ๒๕๕๐</docTitle></p></preface>
<body><section eId="s1"><num>มาตรา ๑</num><content><p>ก</p></content></section>
<chapter><num>หมวด ๑</num><heading>การรดน้ำ</heading>
<section><num>มาตรา ๒</num><authorialNote><p>ราชกิจจานุเบกษา</p></authorialNote>
<paragraph><intro><p>ให้รด</p></intro><point><num>(๑)</num><content><p>เช้า</p></content></point>
<point><num>(๒)</num><content><p><ins>เย็น</ins><del>สาย</del></p></content></point></paragraph>
<paragraph><content><p>วรรคสอง</p></content></paragraph></section></chapter></body></act></akomaNtoso>"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_akoma_ntoso(encoding) -> None:
    raw = AKN.format(encoding={"cp874": "windows-874"}.get(encoding, encoding)).encode(encoding)

    assert read(raw) == EXPECTED
    assert read_act(text_of(raw)).act.footnotes[0].text == "ราชกิจจานุเบกษา"


def test_plain_text_is_decoded() -> None:
    assert text_of("มาตรา ๑  ก < ข".encode("cp874")) == "มาตรา ๑  ก < ข"


def zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        b"PK\x03\x04 broken",
        zipped("other.xml", b"<a/>"),
        zipped("word/document.xml", b"<w:document"),
        zipped("word/document.xml", b" " * 61_000_000),
        b"<akomaNtoso><act>",
        b"\x89PNG\r\n\x1a\n\x00",
    ],
)
def test_what_holds_no_text_is_refused(raw) -> None:
    with pytest.raises(NotText, match=r"^The "):
        text_of(raw)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_word"),
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1 x}", "rtf"),
        (b"PK\x03\x04 broken", "package"),
        (zipped("word/document.xml", b" " * 61_000_000), "too_large"),
        (b"<akomaNtoso><act>", "xml"),
        (bytes(range(256)) * 40, "binary"),
        ("มาตรา".encode("shift_jisx0213", "replace") + b"\x81\xfe" * 90, "encoding"),
    ],
)
def test_a_refusal_says_by_its_code_what_is_wrong(raw: bytes, code: str) -> None:
    with pytest.raises(NotText) as refused:
        text_of(raw)
    assert refused.value.code == code


def test_a_package_that_lies_about_its_size_is_read_no_further_than_the_bound() -> None:
    raw = bytearray(zipped("word/document.xml", b" " * 50_000_000))
    size = (50_000_000).to_bytes(4, "little")
    assert raw.count(size) == 2  # in front of the part and in the directory
    with pytest.raises(NotText):
        text_of(bytes(raw.replace(size, (100).to_bytes(4, "little"))))


def test_a_page_of_comments_is_told_in_no_time() -> None:
    raw = ("<!--ก-->" * 400 + "มาตรา ๑  ก").encode()
    started = time.process_time()
    text_of(raw)
    assert time.process_time() - started < 1


def test_what_is_hidden_moved_away_or_said_twice_in_a_word_document_counts_once() -> None:
    document = word([*LINES[:-1], ""])
    names = docx.oxml.ns.nsdecls("w")
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    last = document.paragraphs[-1]._p
    for inner in (
        "<w:moveFrom {0}><w:r><w:t>ย้ายไป</w:t></w:r></w:moveFrom>",
        "<w:r {0}><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>",
        "<w:r {0} {1}><mc:AlternateContent><mc:Choice Requires='wps'><w:t>วรรค</w:t></mc:Choice>"
        "<mc:Fallback><w:t>วรรค</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        "<w:r {0}><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>สอง</w:t></w:r>",
    ):
        last.append(docx.oxml.parse_xml(inner.format(names, mc)))

    assert read(saved(document)) == EXPECTED


def as_akn(text: str) -> str:
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return f"<akomaNtoso><doc><mainBody>{lines}</mainBody></doc></akomaNtoso>"


def as_page(text: str) -> str:
    return "<html><body>" + "".join(f"<p>{line or '&nbsp;'}</p>" for line in text.split("\n")) + "</body></html>"


@given(acts())
@settings(max_examples=25, deadline=None)
def test_every_form_of_a_file_gives_the_same_tree(act) -> None:
    text = act_text(act)
    for form in (saved(word(text.split("\n"))), as_page(text).encode("cp874"), as_akn(text).encode()):
        assert read_act(text_of(form)).act == act


def test_the_command_line_reads_a_word_document(tmp_path) -> None:
    file = tmp_path / "act.txt"  # told by its content, not by its name
    file.write_bytes(saved(word(LINES)))
    assert parse_command.read_file(str(file)).act.sections()["s2"].text == EXPECTED["s2"]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "ซ้ำ">',
        '<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;',
        f'<!ENTITY l0 "ha">{LAUGHS}<!ENTITY x "&l11;"><!ENTITY y "&l11;">',
    ],
)
@pytest.mark.parametrize("word", ["!DOCTYPE", "!doctype"])
def test_xml_that_declares_entities_is_refused(declared, word) -> None:
    hostile = f"<{word} akomaNtoso [{declared}]><akomaNtoso><act><body><p>ก&x;&y;ข</p></body></act></akomaNtoso>"
    with pytest.raises(NotText) as refused:
        text_of(hostile.encode())
    assert refused.value.code == "doctype"


def test_xml_that_nests_without_end_or_in_one_huge_text_is_refused() -> None:
    for hostile in ("<p>" * 100_000, "<p>" + "ก" * 11_000_000 + "</p>"):
        with pytest.raises(NotText) as refused:
            text_of(f"<akomaNtoso><act><body>{hostile}</body></act></akomaNtoso>".encode())
        assert refused.value.code == "xml"
