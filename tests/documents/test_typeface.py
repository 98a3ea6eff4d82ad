"""The derived typeface: it draws what Sarabun draws, and every reader takes the letters out that were put in."""

from __future__ import annotations

import re
import subprocess
from itertools import accumulate

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from documents.model import Document, Paragraph, Run
from documents.pdf.document import pdf
from documents.pdf.standing_in import BREAK, only_stand_ins, stood_in, told, typeface
from documents.pdf.typeface import WEIGHTS, Weight, syllables
from documents.printable import FONTS, printable
from tests.documents.samples import MATTER, of_pypdf

THAI = "".join(map(chr, [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)]))
SYLLABLES = list(syllables())


@pytest.fixture(scope="module", autouse=True)
def _derived() -> None:
    """Once, and not in the time of the first case."""
    typeface()


@given(st.text(alphabet=st.one_of(st.sampled_from(THAI), st.sampled_from("aZé 09(/)-“”ﬁ\u0301"), st.characters())))
def test_stand_ins_are_told_as_the_letters_they_stand_for(text):
    text = printable(text)
    assert told(stood_in(text)) == text.replace("\u00a0", " ")


@given(st.text(alphabet=THAI, min_size=1))
def test_every_thai_letter_has_a_stand_in_wherever_it_stands(text):
    assert only_stand_ins(stood_in(text))


def test_a_place_for_a_lines_end_is_no_letter():
    assert told(stood_in("ตั้ง") + BREAK + stood_in("อยู่")) == "ตั้งอยู่"


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_syllable_is_drawn_as_the_shaper_draws_it(name):
    weight = Weight(name)
    path = FONTS / f"Sarabun-{name}.ttf"
    names = TTFont(path).getGlyphOrder()
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))
    for syllable in SYLLABLES:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(syllable)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        pens = accumulate((place.x_advance for place in buffer.glyph_positions), initial=0)
        drawn = [
            (names[info.codepoint], pen + place.x_offset, place.y_offset)
            for info, place, pen in zip(buffer.glyph_infos, buffer.glyph_positions, pens, strict=False)
        ]
        signs = weight.syllable(syllable)
        begins = accumulate((sign.advance for sign in signs), initial=0)
        ours = [(glyph, pen + x, y) for sign, pen in zip(signs, begins, strict=False) for glyph, x, y in sign.glyphs]
        assert ours == drawn, syllable
        assert sum(sign.advance for sign in signs) == sum(place.x_advance for place in buffer.glyph_positions)
        assert "".join(sign.letters for sign in signs) == syllable


def test_every_sign_has_a_width():
    """Readers take signs that begin at one place for one sign drawn twice."""
    weight = Weight("Regular")
    assert all(sign.advance >= 100 for syllable in SYLLABLES for sign in weight.syllable(syllable))


def test_the_fonts_are_the_same_on_every_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")  # the day that fontTools would write
    then = typeface.__wrapped__()
    for name in WEIGHTS:
        assert (then.folder / f"{name}.ttf").read_bytes() == (typeface().folder / f"{name}.ttf").read_bytes()


def of_poppler(*options: str):
    def read(file: bytes) -> str:
        command = ["pdftotext", *options, "-enc", "UTF-8", "-", "-"]
        return subprocess.run(command, input=file, capture_output=True, check=True).stdout.decode()

    return read


READERS = {
    "pypdf": of_pypdf,
    "poppler": of_poppler(),
    "poppler, as it was written": of_poppler("-raw"),
    "poppler, as it lies": of_poppler("-layout"),
}


@pytest.fixture(scope="module")
def every_syllable() -> bytes:
    """A line for each dozen: between two letters, where a mark could go astray."""
    lines = (SYLLABLES[start : start + 12] for start in range(0, len(SYLLABLES), 12))
    blocks = tuple(Paragraph((Run(" ".join(f"ป{one}น" for one in line)),)) for line in lines)
    return pdf(Document("ก", blocks, MATTER.printed))


@pytest.mark.parametrize("reader", READERS)
def test_readers_find_every_syllable(every_syllable, reader):
    text = re.sub(r"\s*หน้า\s*[๐-๙]+\s*จาก\s*[๐-๙]+\s*", "\n", READERS[reader](every_syllable))
    wanted = "".join(f"ป{one}น" for one in SYLLABLES)
    assert "".join(text.split()) == "ก" + wanted


@pytest.mark.parametrize("reader", READERS)
def test_readers_part_words_where_spaces_are(reader):
    words = ["ปั้น", "ฟื้น", "ป้ำ", "น้ำ", "ที่", "ซึ่ง", "ก๊ก", "จี๋", "ญี่ปุ่น", "ฎุ", "สิทธิ์", "ฤๅ", "เป็น"]
    document = Document("ก", tuple(Paragraph((Run(f"{a} {b} {a}{b}"),)) for a in words for b in words), MATTER.printed)
    text = READERS[reader](pdf(document))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    wanted = [f"{a} {b} {a}{b}" for a in words for b in words]
    assert [line for line in lines if line in set(wanted)] == wanted
