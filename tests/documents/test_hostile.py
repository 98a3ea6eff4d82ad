"""Texts that mean harm: they are printed as text, or refused; nothing of them is carried out."""

from __future__ import annotations

import re
import time
import zipfile
from datetime import date
from io import BytesIO

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.model import Document, Mark, Paragraph, Run
from documents.pdf.document import pdf
from documents.pdf.setting import LONGEST_WORD, words_of
from documents.printable import CannotPrint, TooLong, printable, xml_text
from documents.word.document import word
from tests.documents.samples import of_poppler, of_pypdf, part, the_review

SECRET = "/etc/hostname"
MARKUP = (
    f'#read("{SECRET}")',
    f'#image("{SECRET}")',
    '#import "@preview/cetz:0.2.0"',
    f'"); #read("{SECRET}") //',
    f"\\u{{0}} $x$ *b* _i_ `code` <label> @ref = heading {SECRET}",
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
    "{{ 7*7 }} ${7*7} %s {0}",
    "</w:t></w:r><w:instrText>INCLUDETEXT /etc/hostname</w:instrText>",
    "=cmd|' /C calc'!A0",
    "../../app.py",
)


def one(text: str) -> Document:
    return Document(text, (Paragraph((Run(text),)),), date(2026, 1, 1), (("ก", text),), foot=text, author=text)


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_it_was_typed(text):
    found = "".join(of_poppler(pdf(one(text))).split())
    assert found.count("".join(text.split())) == 4  # title, fact, body, foot
    assert text in "".join(part(word(one(text))).itertext())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ก\u202eข", "ก[U+202E]ข"),
        ("ก\u2066ข\u2069", "ก[U+2066]ข[U+2069]"),
        ("ก\u200bข", "ก[U+200B]ข"),
        ("ก\x00\x07\x1bข", "ก[U+0000][U+0007][U+001B]ข"),
        ("ก\ud800ข", "ก[U+D800]ข"),
        ("ก\ufffeข", "ก[U+FFFE]ข"),
        ("你α😀", "[U+4F60][U+03B1][U+1F600]"),
        ("ก\u2028ข\u3000ค\tง", "ก ข ค ง"),
    ],
)
def test_what_hides_is_shown(text, shown):
    assert printable(text) == shown
    assert "".join(shown.split()) in "".join(of_pypdf(pdf(one(text))).split())
    word(one(text))


def test_word_keeps_letters_that_it_has_fonts_for_and_shows_what_turns_the_direction():
    text = "".join(part(word(one("你α\u202eข\x00"))).itertext())
    assert "你α[U+202E]ข[U+0000]" in text


@pytest.mark.parametrize("text", ["ก" * 1_000_000, "๑" * 1_000_000, "ก" + "\u0e49" * 500_000, "(" * 1_000_000])
def test_a_million_signs_in_one_unit_are_refused_at_once(text):
    begun = time.process_time()
    for write in (pdf, word):
        with pytest.raises(TooLong):
            write(one(text))
    assert time.process_time() - begun < 1


def test_very_many_short_lines_are_refused_as_a_long_text_is():
    """Typst would take half a minute for 40,000, and it grows faster than they do."""
    lines = Document("ก", tuple(Paragraph((Run("ก"),)) for _ in range(20_001)), date(2026, 1, 1))
    for write in (pdf, word):
        with pytest.raises(TooLong):
            write(lines)


@pytest.mark.parametrize(
    "text", ["ก" * 20_000, "๑" * 20_000, "ก" + "\u0e49" * 20_000, "(" * 20_000, "”" * 20_000, "\u0e49" * 5000]
)
def test_a_long_word_is_broken_and_stays_on_the_paper(text):
    begun = time.process_time()
    made = pdf(Document("ก", (Paragraph((Run(text),)),), date(2026, 1, 1)))
    assert time.process_time() - begun < 10
    assert of_pypdf(made)


SIGNS = st.text(st.sampled_from('กขป่้ำัี ุ์()“”๑5a/\\#"$<>[]\u202e\x00\ud800你ๆฯ.'), max_size=60)


@given(st.lists(st.tuples(SIGNS, st.sampled_from(Mark), st.booleans()), max_size=5))
@settings(max_examples=100, deadline=None)
def test_words_are_the_text_and_none_is_too_long(runs):
    paragraph = Paragraph(tuple(Run(*run) for run in runs))
    words = words_of(paragraph)
    pieces = [piece for each in words for piece in each]
    assert "".join(text for text, _, _ in pieces) == printable(paragraph.text).replace("\n", " ")
    assert all(sum(len(text) for text, _, _ in each) <= 2 * LONGEST_WORD for each in words)


@given(SIGNS)
@settings(max_examples=25, deadline=None)
def test_any_text_makes_both_files(text):
    assert pdf(one(text)).startswith(b"%PDF-1.7")
    with zipfile.ZipFile(BytesIO(word(one(text)))) as file:
        assert file.testzip() is None


@pytest.mark.parametrize("text", ["\u202eกลับ\x00", *MARKUP[:4], "<w:t>"])
def test_what_people_said_is_printed_as_text_in_the_review_file(text):
    document = the_review(text)
    found = "".join(of_poppler(pdf(document)).split())
    assert found.count("".join(printable(text).split())) >= 3  # a narrow cell parts what is long
    assert "".join(xml_text(text).split()) in "".join("".join(part(word(document)).itertext()).split())


def test_a_setter_that_refuses_says_so(monkeypatch):
    def refuse(*_given: object, **_named: object) -> bytes:
        raise typst.TypstError("no")

    monkeypatch.setattr("typst.compile", refuse)
    with pytest.raises(CannotPrint):
        pdf(one("ก"))


def test_the_paper_names_no_file():
    from documents.pdf import document as module

    source = module._template().decode()
    source = re.sub(r"//.*", "", source)
    assert not re.search(r"\b(read|include|import|bibliography|plugin)\b", source)
    assert re.findall(r"\bimage\([^,]*", source) == ["image(bytes(part.square)"]
